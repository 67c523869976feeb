package lang_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
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

// What people write, and what it is as kroner or a number of things, and as hours,
// a factor or a share; "?" and what is asked where it can be read in two ways.
var written = []struct{ text, amount, measure string }{
	{"150.000", "150000", "? 150000 150"},
	{"1.234.567", "1234567", "1234567"},
	{"1.234.567,50", "1234567.5", "1234567.5"},
	{"1.234,5", "1234.5", "1234.5"},
	{"1.250", "1250", "? 1250 1,25"},
	{"-1.250", "-1250", "? -1250 -1,25"},
	{"1.000", "1000", "? 1000 1"},
	{"150 000", "150000", "150000"},
	{"150\u00a0000", "150000", "150000"},
	{"1\u202f234\u202f567,5", "1234567.5", "1234567.5"},
	{"1234.50", "1234.5", "1234.5"},
	{"1234.5", "1234.5", "1234.5"},
	{"1.5", "1.5", "1.5"},
	{"37,5", "37.5", "37.5"},
	{"1234567,5", "1234567.5", "1234567.5"},
	{"0.125", "? 0,125", "0.125"},
	{"0,125", "0.125", "0.125"},
	{"0.000", "? 0", "0"},
	{"1.2345", "? 12345 1,2345", "1.2345"},
	{"1234.567", "? 1234567 1234,567", "? 1234567 1234,567"},
	{"1234,567", "1234.567", "1234.567"},
	{"150,000", "? 150000 150", "150"},
	{"1,234", "? 1234 1,23", "1.234"},
	{"1.50.000", "? 150000", "? 150000"},
	{"1.234.50", "? 123450", "? 123450"},
	{"12.34,5", "? 1234,5", "? 1234,5"},
	{"1 50", "? 150", "? 150"},
	{"1 234.50", "1234.5", "1234.5"},
	{"1 234.567", "? 1234567 1234,567", "? 1234567 1234,567"},
	{" 12 ", "12", "12"},
	{"−12", "-12", "-12"},
	{"-0,25", "-0.25", "-0.25"},
	{"0", "0", "0"},
	{"007", "7", "7"},
	{"999.999.999.999.999,9999999999", "999999999999999.9999999999", "999999999999999.9999999999"},
}

func TestEachNumberHasOneMeaningOrIsAskedAbout(t *testing.T) {
	read := func(text string, parse func(string) (decimal.Decimal, error)) string {
		number, err := parse(text)
		fault, failed := errors.AsType[*lang.NumberError](err)
		if !failed {
			return number.String()
		}
		require.Equal(t, lang.TwoMeanings, fault.Reason, "%q: %v", text, err)
		for _, meant := range fault.Meant {
			_, err := parse(meant)
			assert.NoError(t, err, "%q asks for %q, which is no answer", text, meant)
			assert.Contains(t, told(fault).DA, "mente du")
			assert.Contains(t, told(fault).DA, meant)
		}
		return strings.Join(append([]string{"?"}, fault.Meant...), " ")
	}
	for _, c := range written {
		assert.Equal(t, c.amount, read(c.text, lang.ParseAmount), "%q as an amount", c.text)
		assert.Equal(t, c.amount, read(c.text, lang.ParseCount), "%q as a count", c.text)
		assert.Equal(t, c.measure, read(c.text, lang.ParseMeasure), "%q as a measure", c.text)
	}
}

// A number with a word behind it is asked about with what to write.
func TestANumberWithAUnitIsAskedAboutWithWhatToWrite(t *testing.T) {
	for _, c := range []struct{ text, amount, count, measure string }{
		{"150 tkr.", "150000", "150000", ""},
		{"150 t.kr.", "150000", "150000", ""},
		{"tkr. 150", "150000", "150000", ""},
		{"t.kr. 1.150", "1150000", "1150000", ""},
		{"mio. kr. 1,2", "1200000", "1200000", ""},
		{"ca. 150", "", "", ""},
		{"1,2 mio.", "1200000", "1200000", ""},
		{"kr. 1,2 mio.", "1200000", "", ""},
		{"1,25 mio. kr.", "1250000", "1250000", ""},
		{"-2 millioner kroner", "-2000000", "-2000000", ""},
		{"1.250 mio.", "1250000000", "1250000000", ""},
		{"1,250 mio.", "", "", ""},
		{"25 %", "", "25", "0,25 25"},
		{"12,5 pct.", "", "12,5", "0,125 12,5"},
		{"125%", "", "125", "1,25 125"},
		{"37,5 timer", "", "37,5", "37,5"},
		{"37.5 t", "37500", "37500", "37,5"},
		{"400 brugere", "", "400", ""},
		{"6 mdr.", "", "", ""},
		{"3 uger", "", "", ""},
		{"5 kr. om året", "", "", ""},
		{"150 euro", "", "150", ""},
		{"5 + 5", "", "", ""},
	} {
		for i, parse := range []func(string) (decimal.Decimal, error){lang.ParseAmount, lang.ParseCount, lang.ParseMeasure} {
			_, err := parse(c.text)
			fault, failed := errors.AsType[*lang.NumberError](err)
			require.True(t, failed, c.text)
			want := [...]string{c.amount, c.count, c.measure}[i]
			assert.Equal(t, want, strings.Join(fault.Meant, " "), "%q %d", c.text, i)
			assert.Equal(t, want != "", fault.Reason == lang.WithUnit)
			for _, meant := range fault.Meant {
				_, err := parse(meant)
				assert.NoError(t, err, "%q asks for %q, which is no answer", c.text, meant)
			}
		}
	}
}

func TestAnAmountInAnotherCurrencyIsToldSo(t *testing.T) {
	for _, text := range []string{"150 euro", "150 EUR", "€ 150", "1.500 $", "USD 1.500,50"} {
		_, err := lang.ParseAmount(text)
		fault, failed := errors.AsType[*lang.NumberError](err)
		require.True(t, failed, text)
		assert.Equal(t, lang.Foreign, fault.Reason, text)
		assert.Contains(t, told(fault).DA, "anden valuta")
	}
	for _, text := range []string{"150 øre", "euro", "ca. 150"} {
		_, err := lang.ParseAmount(text)
		fault, _ := errors.AsType[*lang.NumberError](err)
		assert.Equal(t, lang.NotANumber, fault.Reason, text)
	}
}

func TestALengthOfTimeIsReadWithItsUnit(t *testing.T) {
	for _, c := range []struct{ text, workdays, months string }{
		{"15", "15", "15"},
		{"15 dage", "15", ""},
		{"3 uger", "15", ""},
		{"1 uge", "5", ""},
		{"2 arbejdsdage", "2", ""},
		{"6 mdr.", "", "6"},
		{"6 måneder", "", "6"},
		{"2 år", "", "24"},
		{"1.500 dage", "1500", ""},
		{"1,5 dage", "1.5", ""},
		{"dage", "", ""},
		{"5 %", "", ""},
	} {
		for i, parse := range []func(string) (decimal.Decimal, error){lang.ParseWorkdays, lang.ParseMonths} {
			n, err := parse(c.text)
			got := ""
			if err == nil {
				got = n.String()
			}
			assert.Equal(t, [...]string{c.workdays, c.months}[i], got, "%q %d", c.text, i)
		}
	}
}

func TestKronerAreReadWithTheirUnitOnEitherSide(t *testing.T) {
	for _, text := range []string{
		"kr. 1.500", "kr 1.500", "Kr. 1500", "1.500 kr.", "1500kr", "1 500,00 kr.", "kr. 1500,-", "1.500,-", "1.500,– kr.", "1500 kroner", "DKK 1.500", "1500 dkk",
		"kr.\u00a01.500",
	} {
		number, err := lang.ParseAmount(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, "1500", number.String(), text)
		}
	}
	for _, text := range []string{"kr.", "kr. kr. 5", "5 kr. om året", "kr. 5 kr.", "5 mio. kr.", "$5", "kr. -", ",-", "-,-"} {
		_, err := lang.ParseAmount(text)
		assert.Error(t, err, text)
	}
	_, err := lang.ParseCount("5 kr.")
	assert.Error(t, err, "a number of things has no currency")
}

func TestWhatIsNoNumberIsRefused(t *testing.T) {
	cases := []struct {
		text   string
		reason lang.NumberFault
	}{
		{"", lang.EmptyNumber}, {"  ", lang.EmptyNumber}, {"1,234,567", lang.SeveralComma}, {"1,234.50", lang.NotANumber}, {",5", lang.NotANumber}, {"5,", lang.NotANumber},
		{"+5", lang.NotANumber}, {"--5", lang.NotANumber}, {"1e3", lang.NotANumber}, {"NaN", lang.NotANumber}, {"1_000", lang.NotANumber}, {"1.-5", lang.NotANumber},
		{"1000000000000000", lang.OutOfBounds}, {"0,00000000001", lang.OutOfBounds}, {".", lang.NotANumber}, {"-", lang.NotANumber}, {"１２", lang.NotANumber},
	}
	for _, c := range cases {
		for _, parse := range []func(string) (decimal.Decimal, error){lang.ParseAmount, lang.ParseCount, lang.ParseMeasure} {
			_, err := parse(c.text)
			var fault *lang.NumberError
			if assert.ErrorAs(t, err, &fault, "%q", c.text) {
				assert.Equal(t, c.reason, fault.Reason, "%q: %v", c.text, err)
				assert.NotEmpty(t, told(fault).DA)
				assert.NotEmpty(t, drejebog.BuiltInWords().Of(fault.Expects()).EN)
			}
		}
	}
	for _, text := range []string{"1.", ".5", "1. 5", "1 .5", "1..5", "1  500"} {
		_, err := lang.ParseMeasure(text)
		assert.Error(t, err, text)
	}
}

func TestABareNumberOfJSONIsWhatJSONSays(t *testing.T) {
	for text, want := range map[string]string{"150.000": "150", "1.234": "1.234", "-3": "-3", "1.5e3": "1500", "2E-2": "0.02", "0": "0", "-0.0": "0", "1e14": "100000000000000"} {
		number, err := lang.ParseJSONNumber(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, number.String(), text)
		}
	}
	for _, text := range []string{"", "-", "01", "1.", ".5", "1,5", "1 000", "1e", "1e99999999999", "1e30", "1e-11", "+1", "NaN", "0x1", "1e3.5", strings.Repeat("1", 100)} {
		_, err := lang.ParseJSONNumber(text)
		assert.Error(t, err, text)
	}
	for text, asked := range map[string]string{"150.000": "150000 150.00", "-1.234": "-1234 -1.23", "0.125": "0.12"} {
		_, err := lang.ParseJSONAmount(text)
		fault, ok := errors.AsType[*lang.NumberError](err)
		if assert.True(t, ok, text) {
			assert.Equal(t, asked, strings.Join(fault.Meant, " "), text)
		}
	}
	number, err := lang.ParseJSONAmount("1234.50")
	require.NoError(t, err)
	assert.Equal(t, "1234.5", number.String())
}

func TestWhatIsWrittenIsReadAsTheSameNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 10).Draw(t, "decimals")
		d := decimal.New(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits"), -int32(places))
		check := func(text string, parse func(string) (decimal.Decimal, error)) {
			if read, err := parse(text); err != nil || !read.Equal(d) {
				t.Fatalf("%s is written %s and read %s, %v", d, text, read, err)
			}
		}
		check(lang.Decimals(d, 10).In(lang.Danish), lang.ParseMeasure)
		check(lang.Decimals(d, 10).In(lang.Danish), lang.ParseAmount)
		check(lang.MeasureText(d), lang.ParseMeasure)
		if places <= 2 {
			check(lang.Kroner{Value: d}.In(lang.Danish), lang.ParseAmount)
		}
		if d.IsInteger() {
			check(lang.Exactly(d).In(lang.Danish), lang.ParseAmount)
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, c := range written {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, parse := range []func(string) (decimal.Decimal, error){lang.ParseAmount, lang.ParseCount, lang.ParseMeasure, lang.ParseJSONNumber, lang.ParseJSONAmount} {
			d, err := parse(text)
			if fault, ok := errors.AsType[*lang.NumberError](err); ok && fault.Reason == lang.TwoMeanings && len(fault.Meant) == 0 {
				t.Fatalf("%q is asked about without a question", text)
			}
			if err != nil {
				continue
			}
			if again, err := lang.ParseMeasure(lang.Decimals(d, 10).In(lang.Danish)); err != nil || !again.Equal(d) {
				t.Fatalf("%q is %s, which is read as %s, %v", text, d, again, err)
			}
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

func ExampleParseAmount() {
	for _, text := range []string{"150.000", "1234.50", "kr. 1.500,-", "1.2345"} {
		amount, err := lang.ParseAmount(text)
		if err != nil {
			fmt.Println(drejebog.BuiltInWords().Of(err).In(lang.Danish))
			continue
		}
		fmt.Println(lang.Kroner{Value: amount}.In(lang.Danish))
	}
	// Output:
	// 150.000,00 kr.
	// 1.234,50 kr.
	// 1.500,00 kr.
	// »1.2345« kan læses på to måder; mente du 12345 eller 1,2345?
}

func ExampleParseMeasure() {
	hours, err := lang.ParseMeasure("37.5")
	fmt.Println(hours, err)
	_, err = lang.ParseMeasure("1.250")
	fmt.Println(drejebog.BuiltInWords().Of(err).In(lang.English))
	// Output:
	// 37.5 <nil>
	// “1.250” can be read in two ways; did you mean 1250 or 1,25?
}

func TestASharesPercentIsExactOrRoundedDown(t *testing.T) {
	assert.Equal(t, "12,5 %", lang.PercentOf(number("0.125")).In(lang.Danish))
	assert.Equal(t, "99%", lang.WholePercent(number("0.9999")).In(lang.English))
}

// TestReadingANumberCostsLittle counts the memory that it takes: data files hold
// thousands of numbers.
func TestReadingANumberCostsLittle(t *testing.T) {
	for _, text := range []string{"150000", "1.234.567", "37,5"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		const runs = 1000
		for range runs {
			_, _ = lang.ParseMeasure(text)
		}
		runtime.ReadMemStats(&after)
		require.Less(t, (after.TotalAlloc-before.TotalAlloc)/runs, uint64(512), "bytes for %q", text)
	}
}
