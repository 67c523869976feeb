package lang_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

func TestANumberIsBoundedByItsDigitsOnBothSides(t *testing.T) {
	for number, bounded := range map[decimal.Decimal]bool{
		decimal.New(999, 0):          true,
		decimal.New(-99999, -2):      true,
		decimal.New(1, 2):            true,
		decimal.New(1, 3):            false,
		decimal.New(1000, 0):         false,
		decimal.New(1, -3):           false,
		decimal.New(1, 999999999):    false,
		decimal.New(1, -999999999):   false,
		decimal.New(0, 1<<31-1):      false,
		decimal.New(100000000, -100): false,
	} {
		assert.Equal(t, bounded, lang.IsBounded(number, 3, 2), "%d digits, exponent %d", number.NumDigits(), number.Exponent())
	}
}
