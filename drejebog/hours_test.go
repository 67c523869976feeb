package drejebog_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func hours(t *testing.T, text string) drejebog.Hours {
	t.Helper()
	h, err := drejebog.ParseHours(text)
	require.NoError(t, err)
	return h
}

func TestHoursAreExact(t *testing.T) {
	h := hours(t, "37.5")
	assert.Equal(t, 0, h.Add(hours(t, "0.25")).Cmp(hours(t, "37.75")))
	assert.Equal(t, 0, h.Sub(hours(t, "40")).Cmp(hours(t, "-2.5")))
	assert.Equal(t, -1, h.Neg().Sign())
	assert.Equal(t, 0, h.Mul(decimal.NewFromInt(2)).Cmp(hours(t, "75")))
	assert.Equal(t, 0, h.Round(-1).Cmp(hours(t, "40")))
	assert.True(t, drejebog.Hours{}.IsZero())
	assert.True(t, h.Decimal().Equal(decimal.RequireFromString("37.50")))
}

func TestHoursTimesARateIsExactMoney(t *testing.T) {
	assert.Equal(t, "15378.75", amountText(t, hours(t, "37.5").Times(kroner(t, "410.10"))))
	rapid.Check(t, func(t *rapid.T) {
		h, rate := someDecimal(t, "hours"), someDecimal(t, "rate")
		if got := drejebog.NewHours(h).Times(drejebog.NewKroner(rate)); !got.Decimal().Equal(h.Mul(rate)) {
			t.Fatalf("%s × %s = %s", h, rate, got)
		}
	})
}

func TestHoursAreWrittenWithTwoDecimals(t *testing.T) {
	got, err := json.Marshal(hours(t, "1924"))
	require.NoError(t, err)
	assert.Equal(t, `"1924.00"`, string(got))
	text, err := hours(t, "7.4").MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "7.40", string(text))
	var read drejebog.Hours
	require.NoError(t, json.Unmarshal([]byte(`"7.4"`), &read))
	assert.Equal(t, 0, read.Cmp(hours(t, "7.40")))
}

func ExampleHours_String() {
	fmt.Println(drejebog.NewHours(decimal.NewFromInt(1924)), drejebog.NewHours(decimal.RequireFromString("37.5")))
	// Output: 1.924 timer 37,50 timer
}
