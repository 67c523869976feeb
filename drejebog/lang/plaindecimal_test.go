package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestAPlainDecimalIsBounded(t *testing.T) {
	for _, good := range []string{"0", "-1", "1234.50", "999999999999999.9999999999", "0.5", "-0.00"} {
		_, err := lang.ParsePlain(good)
		assert.NoError(t, err, good)
	}
	for _, bad := range []string{"", "-", ".5", "5.", "1e3", "+1", "01", "1,5", "1_000", "1000000000000000", "0.00000000001", "NaN", "Inf", "--1", "1.-5", " 1"} {
		_, err := lang.ParsePlain(bad)
		assert.Error(t, err, bad)
	}
}
