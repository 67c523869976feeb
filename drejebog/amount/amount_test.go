package amount_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/amount"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// kroner reads an amount that a test knows to be right.
func kroner(t *testing.T, text string) amount.Kroner {
	t.Helper()
	k, err := amount.ParseKroner(text)
	require.NoError(t, err)
	return k
}

func amountText(t *testing.T, k amount.Kroner) string {
	t.Helper()
	text, err := k.MarshalText()
	require.NoError(t, err)
	return string(text)
}

func TestKronerAreExact(t *testing.T) {
	a, b := kroner(t, "0.10"), kroner(t, "0.20")
	assert.Equal(t, "0.30", amountText(t, a.Add(b)))
	assert.Equal(t, "-0.10", amountText(t, a.Sub(b)))
	assert.Equal(t, "-0.10", amountText(t, a.Neg()))
	assert.Equal(t, "0,0150", amountText(t, a.Mul(decimal.RequireFromString("0.15"))))
	assert.Equal(t, -1, a.Cmp(b))
	assert.Equal(t, 0, kroner(t, "2.5").Cmp(kroner(t, "2.50")))
	assert.Equal(t, -1, a.Neg().Sign())
	assert.True(t, amount.Kroner{}.IsZero())
	assert.Equal(t, "1234.50", amountText(t, amount.NewKroner(decimal.New(123450, -2))))
	assert.Equal(t, "1.234,50 kr.", amount.NewKroner(decimal.New(123450, -2)).String())
	assert.True(t, amount.NewKroner(decimal.NewFromInt(7)).Decimal().Equal(decimal.NewFromInt(7)))
}

func TestKronerRoundHalfAwayFromZero(t *testing.T) {
	for text, want := range map[string]string{"0,005": "0.01", "-0,005": "-0.01", "0,0049": "0.00", "-0,0049": "0.00", "2,3450": "2.35"} {
		assert.Equal(t, want, amountText(t, kroner(t, text).Round(2)), text)
	}
	assert.Equal(t, "2000.00", amountText(t, kroner(t, "1500").Round(-3)))
}

func TestKronerAreWrittenWithTwoDecimals(t *testing.T) {
	for text, want := range map[string]string{"0": `"0.00"`, "2.5": `"2.50"`, "1234,5678": `"1234.57"`, "-0,001": `"0.00"`, "-7": `"-7.00"`, "9999999999999": `"9999999999999.00"`} {
		got, err := json.Marshal(kroner(t, text))
		require.NoError(t, err)
		assert.Equal(t, want, string(got), text)
	}
}

func TestJSONIsReadAsATextOrAsWhatItsNumberSays(t *testing.T) {
	var read struct {
		Amount amount.Kroner
		Hours  amount.Hours
	}
	for text, want := range map[string][2]string{
		`{"Amount":"1234.50","Hours":"37.5"}`: {"1234.50", "37.50"}, `{"Amount":"150.000","Hours":"1.234,5"}`: {"150000.00", "1234.50"},
		`{"Amount":1234.50,"Hours":1.125}`: {"1234.50", "1.1250"}, `{"Amount":1.5e3,"Hours":12}`: {"1500.00", "12.00"}, `{"Amount":null,"Hours":null}`: {"1500.00", "12.00"},
	} {
		if strings.Contains(text, "null") {
			read.Amount, read.Hours = kroner(t, "1500"), hours(t, "12")
		}
		require.NoError(t, json.Unmarshal([]byte(text), &read), text)
		assert.Equal(t, want, [2]string{amountText(t, read.Amount), hoursText(t, read.Hours)}, text)
	}
	before := read
	for text, asked := range map[string]string{
		`{"Amount":150.000}`: "150000 eller 150.00", `{"Amount":"1.2345"}`: "12345 eller 1,2345", `{"Hours":"1.250"}`: "1250 eller 1,25",
		`{"Amount":true}`: "1.234,50", `{"Amount":1e99}`: "13 cifre", `{"Amount":0.00001}`: "4 efter", `{"Hours":[]}`: "1.234,50",
	} {
		err := json.Unmarshal([]byte(text), &read)
		if assert.Error(t, err, text) {
			assert.Contains(t, drejebog.BuiltInWords().Of(err).DA, asked, text)
		}
	}
	assert.Equal(t, amountText(t, before.Amount), amountText(t, read.Amount), "what cannot be read changes nothing")
}

func hoursText(t *testing.T, h amount.Hours) string {
	t.Helper()
	text, err := h.MarshalText()
	require.NoError(t, err)
	return string(text)
}

func TestWhatDanesWriteIsReadAsMoneyAndHours(t *testing.T) {
	for text, want := range map[string]string{"150.000": "150000.00", "kr. 1.500,-": "1500.00", "1 500": "1500.00", "1.234,5": "1234.50", "01": "1.00", " 1 ": "1.00"} {
		assert.Equal(t, want, amountText(t, kroner(t, text)), text)
	}
	for text, want := range map[string]string{"37,5": "37.50", "37.5": "37.50", "1.924,25": "1924.25", "1 924": "1924.00", "0.125": "0.1250"} {
		assert.Equal(t, want, hoursText(t, hours(t, text)), text)
	}
}

func TestAmountsAreReadStrictly(t *testing.T) {
	for _, text := range []string{
		"", "1,5,0", "1,234.50", "1e3", "+1", "--1", ".5", "5.", "NaN", "Inf", "0x10", "1_000", "10000000000000", "0,00001", "1e10000000",
	} {
		_, err := amount.ParseKroner(text)
		var fault *amount.Error
		if assert.ErrorAs(t, err, &fault, "%q", text) {
			assert.Equal(t, "et tal som 1.234,50 med højst 13 cifre før kommaet og 4 efter", drejebog.BuiltInWords().Of(fault).DA)
		}
		_, err = amount.ParseHours(text)
		assert.Error(t, err, "%q", text)
	}
}

func TestAnAmountThatCannotBeReadBackIsNotWritten(t *testing.T) {
	for _, k := range []amount.Kroner{kroner(t, "0,0001").Mul(decimal.RequireFromString("0.1")), kroner(t, "9999999999999").Add(kroner(t, "1"))} {
		_, err := k.MarshalText()
		assert.Error(t, err)
	}
}

func TestAmountsSurviveTextUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written := amount.NewKroner(someDecimal(t, "amount"))
		text, err := written.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var again amount.Kroner
		if err := again.UnmarshalText(text); err != nil || again.Cmp(written) != 0 {
			t.Fatalf("%s is read as %s, %v", text, again, err)
		}
	})
}

// someDecimal draws a number of at most 13 digits before the point and 4
// after.
func someDecimal(t *rapid.T, label string) decimal.Decimal {
	const most = 99_999_999_999_999_999
	return decimal.New(rapid.Int64Range(-most, most).Draw(t, label), -int32(rapid.IntRange(0, 4).Draw(t, label+" decimals"))).
		Mod(decimal.New(1, 13))
}

func hours(t *testing.T, text string) amount.Hours {
	t.Helper()
	h, err := amount.ParseHours(text)
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
	assert.True(t, amount.Hours{}.IsZero())
	assert.True(t, h.Decimal().Equal(decimal.RequireFromString("37.50")))
}

func TestHoursTimesARateIsExactMoney(t *testing.T) {
	assert.Equal(t, "15378.75", amountText(t, hours(t, "37.5").Times(kroner(t, "410.10"))))
	rapid.Check(t, func(t *rapid.T) {
		h, rate := someDecimal(t, "hours"), someDecimal(t, "rate")
		if got := amount.NewHours(h).Times(amount.NewKroner(rate)); !got.Decimal().Equal(h.Mul(rate)) {
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
	var read amount.Hours
	require.NoError(t, json.Unmarshal([]byte(`"7.4"`), &read))
	assert.Equal(t, 0, read.Cmp(hours(t, "7.40")))
}

func ExampleHours_String() {
	fmt.Println(amount.NewHours(decimal.NewFromInt(1924)), amount.NewHours(decimal.RequireFromString("37.5")))
	// Output: 1.924 timer 37,50 timer
}

func TestEstimatesAreToldRoughly(t *testing.T) {
	for text, want := range map[string][2]string{
		"149600": {"150", "150.000 kr."}, "1234500": {"1.235", "1.235.000 kr."}, "-499.99": {"0", "-500 kr."}, "-1500": {"-2", "-2.000 kr."},
	} {
		k := amount.NewKroner(decimal.RequireFromString(text))
		assert.Equal(t, want, [2]string{k.Thousands().In(lang.Danish), k.ToThousands().In(lang.Danish)}, text)
	}
	assert.Equal(t, "1.230", amount.NewHours(decimal.RequireFromString("1225")).Tens().In(lang.Danish))
	assert.Equal(t, "DKK 1,234.50", amount.NewKroner(decimal.RequireFromString("1234.5")).Exact().In(lang.English))
}

// Half a hundredth and more is never told as none.
func TestWhatRoundsToNothingIsToldAsItIs(t *testing.T) {
	for value, told := range map[string]string{"0": "0 kr.", "400": "400 kr.", "-499": "-499 kr.", "500": "1.000 kr.", "0.4": "0,4 kr.", "149600": "150.000 kr."} {
		assert.Equal(t, told, kroner(t, value).ToThousands().In(lang.Danish), value)
	}
	for value, told := range map[string]string{"0": "0", "4": "4", "0.4": "0,4", "5": "10", "-3": "-3"} {
		assert.Equal(t, told, hours(t, value).ToTens().In(lang.Danish), value)
	}
	for value, told := range map[string]string{"0": "0", "0.4": "0,4", "0.004": "0", "12.5": "13"} {
		assert.Equal(t, told, hours(t, value).ToWhole().In(lang.Danish), value)
	}
}
