package lang_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func TestNumbersAreWrittenAsTheReadersOfTheLanguageDo(t *testing.T) {
	for _, c := range []struct {
		value  interface{ In(lang.Lang) string }
		da, en string
	}{
		{lang.Kroner{Value: number("1234567.5")}, "1.234.567,50 kr.", "DKK 1,234,567.50"},
		{lang.Kroner{}, "0,00 kr.", "DKK 0.00"},
		{lang.Amount(lang.Decimals(number("1924000.4"), 0)), "1.924.000 kr.", "DKK 1,924,000"},
		{lang.Percent(lang.Decimals(number("12.5"), 1)), "12,5 %", "12.5%"},
		{lang.Kroner{Value: number("-999.995")}, "-1.000,00 kr.", "DKK -1,000.00"},
		{lang.Kroner{Value: number("-0.004")}, "0,00 kr.", "DKK 0.00"},
		{lang.Kroner{Value: number("123456789012345.67")}, "123.456.789.012.345,67 kr.", "DKK 123,456,789,012,345.67"},
		{lang.Decimals(number("2.345"), 2), "2,35", "2.35"},
		{lang.Decimals(number("-2.345"), 2), "-2,35", "-2.35"},
		{lang.Decimals(number("1234"), 0), "1.234", "1,234"},
		{lang.Decimals(number("0.5"), -3), "1", "1"},
		{lang.Decimals(number("1e3"), 1), "1.000,0", "1,000.0"},
		{lang.Exactly(number("0.250")), "0,25", "0.25"},
		{lang.Exactly(number("2.00")), "2", "2"},
		{lang.Exactly(number("1e3")), "1.000", "1,000"},
		{lang.Whole(5602536), "5.602.536", "5,602,536"},
		{lang.Whole(int64(-1 << 63)), "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"},
		{lang.Whole(100), "100", "100"},
	} {
		assert.Equal(t, c.da, c.value.In(lang.Danish))
		assert.Equal(t, c.da, c.value.In(""), "any language but English is Danish")
		assert.Equal(t, c.en, c.value.In(lang.English))
	}
}

func TestParseDecimalReadsDanishNotation(t *testing.T) {
	for text, want := range map[string]string{
		"1.234.567,50": "1234567.5", "1234567,5": "1234567.5", " 12 ": "12", "-0,25": "-0.25", "1.234": "1234", "0": "0", "007": "7", "000.001": "1",
		"999.999.999.999.999,9999999999": "999999999999999.9999999999",
	} {
		got, err := lang.ParseDecimal(text)
		require.NoError(t, err, text)
		assert.True(t, got.Equal(number(want)), "%s: %s", text, got)
	}
}

func TestParseDecimalRefusesWhatItWouldHaveToGuess(t *testing.T) {
	cases := []struct {
		text   string
		reason lang.NumberFault
	}{
		{"", lang.EmptyNumber},
		{"  ", lang.EmptyNumber},
		{"1234.50", lang.BadGroups},
		{"1234567.50", lang.BadGroups},
		{"12.34", lang.BadGroups},
		{"1.23.456", lang.BadGroups},
		{"1.234.5", lang.BadGroups},
		{"1234.567", lang.BadGroups},
		{"1,234,567", lang.SeveralComma},
		{"1,234.50", lang.NotANumber},
		{"1.", lang.NotANumber},
		{",5", lang.NotANumber},
		{"5,", lang.NotANumber},
		{"+5", lang.NotANumber},
		{"--5", lang.NotANumber},
		{"1e3", lang.NotANumber},
		{"1 234", lang.NotANumber},
		{"12 kr.", lang.NotANumber},
		{"NaN", lang.NotANumber},
		{"1000000000000000", lang.OutOfBounds},
		{"0,00000000001", lang.OutOfBounds},
	}
	for _, c := range cases {
		_, err := lang.ParseDecimal(c.text)
		var fault *lang.NumberError
		if assert.ErrorAs(t, err, &fault, "%q", c.text) {
			assert.Equal(t, c.reason, fault.Reason, "%q: %v", c.text, err)
			assert.NotEmpty(t, told(fault).DA)
		}
	}
}

func TestWhatIsWrittenIsReadAsTheSameNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits"), -int32(rapid.IntRange(0, 10).Draw(t, "decimals")))
		read, err := lang.ParseDecimal(lang.Decimals(d, 10).In(lang.Danish))
		if err != nil || !read.Equal(d) {
			t.Fatalf("%s is written %s and read %s, %v", d, lang.Decimals(d, 10).In(lang.Danish), read, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	f.Add("1.234.567,50")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := lang.ParseDecimal(text)
		if err != nil {
			return
		}
		if again, err := lang.ParseDecimal(lang.Decimals(d, 10).In(lang.Danish)); err != nil || !again.Equal(d) {
			t.Fatalf("%q is %s, which is read as %s, %v", text, d, again, err)
		}
	})
}

func TestAmountsAndPercentAreDataAsTheirNumbers(t *testing.T) {
	assert.Equal(t, int64(1924), lang.Amount(lang.Whole(1924)).Form())
	assert.Equal(t, "12.5", lang.Percent(lang.Decimals(decimal.New(125, -1), 1)).Form())
	assert.Equal(t, int64(12), lang.Percent(lang.Whole(12)).Form())
}

func ExampleKroner() {
	amount := lang.Kroner{Value: decimal.New(123456750, -2)}
	fmt.Println(amount.In(lang.Danish))
	fmt.Println(amount.In(lang.English))
	// Output:
	// 1.234.567,50 kr.
	// DKK 1,234,567.50
}

func ExampleParseDecimal() {
	_, err := lang.ParseDecimal("1234.50")
	fmt.Println(drejebog.BuiltInWords().Of(err).In(lang.English))
	// Output: dots part thousands and a comma the decimals, as in 1.234,50: “1234.50”
}

func TestASharesPercentIsExactOrRoundedDown(t *testing.T) {
	assert.Equal(t, "12,5 %", lang.PercentOf(number("0.125")).In(lang.Danish))
	assert.Equal(t, "99%", lang.WholePercent(number("0.9999")).In(lang.English))
}
