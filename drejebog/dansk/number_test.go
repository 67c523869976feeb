package dansk_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/dansk"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func TestNumbersAreWrittenAsDanesWriteThem(t *testing.T) {
	cases := []struct{ got, want string }{
		{dansk.Kroner(number("1234567.5")), "1.234.567,50 kr."},
		{dansk.Kroner(number("0")), "0,00 kr."},
		{dansk.Kroner(number("-999.995")), "-1.000,00 kr."},
		{dansk.Kroner(number("-0.004")), "0,00 kr."},
		{dansk.Kroner(number("123456789012345.67")), "123.456.789.012.345,67 kr."},
		{dansk.Tusinde(number("1234567.50")), "1.235"},
		{dansk.Tusinde(number("1500")), "2"},
		{dansk.Tusinde(number("-1500")), "-2"},
		{dansk.Tusinde(number("499.99")), "0"},
		{dansk.Tusinde(number("-499.99")), "0"},
		{dansk.Decimal(number("2.345"), 2), "2,35"},
		{dansk.Decimal(number("-2.345"), 2), "-2,35"},
		{dansk.Decimal(number("1234"), 0), "1.234"},
		{dansk.Decimal(number("0.5"), -3), "1"},
		{dansk.Decimal(number("1e3"), 1), "1.000,0"},
		{dansk.Integer(5602536), "5.602.536"},
		{dansk.Integer(-1 << 63), "-9.223.372.036.854.775.808"},
		{dansk.Integer(100), "100"},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, c.got)
	}
}

func TestParseDecimalReadsDanishNotation(t *testing.T) {
	for text, want := range map[string]string{
		"1.234.567,50": "1234567.5", "1234567,5": "1234567.5", " 12 ": "12", "-0,25": "-0.25", "1.234": "1234", "0": "0", "007": "7", "000.001": "1",
		"999.999.999.999.999,9999999999": "999999999999999.9999999999",
	} {
		got, err := dansk.ParseDecimal(text)
		require.NoError(t, err, text)
		assert.True(t, got.Equal(number(want)), "%s: %s", text, got)
	}
}

func TestParseDecimalRefusesWhatItWouldHaveToGuess(t *testing.T) {
	cases := []struct {
		text   string
		reason dansk.NumberFault
	}{
		{"", dansk.EmptyNumber},
		{"  ", dansk.EmptyNumber},
		{"1234.50", dansk.BadGroups},
		{"1234567.50", dansk.BadGroups},
		{"12.34", dansk.BadGroups},
		{"1.23.456", dansk.BadGroups},
		{"1.234.5", dansk.BadGroups},
		{"1234.567", dansk.BadGroups},
		{"1,234,567", dansk.SeveralComma},
		{"1,234.50", dansk.NotANumber},
		{"1.", dansk.NotANumber},
		{",5", dansk.NotANumber},
		{"5,", dansk.NotANumber},
		{"+5", dansk.NotANumber},
		{"--5", dansk.NotANumber},
		{"1e3", dansk.NotANumber},
		{"1 234", dansk.NotANumber},
		{"12 kr.", dansk.NotANumber},
		{"NaN", dansk.NotANumber},
		{"1000000000000000", dansk.OutOfBounds},
		{"0,00000000001", dansk.OutOfBounds},
	}
	for _, c := range cases {
		_, err := dansk.ParseDecimal(c.text)
		var fault *dansk.NumberError
		if assert.ErrorAs(t, err, &fault, "%q", c.text) {
			assert.Equal(t, c.reason, fault.Reason, "%q: %v", c.text, err)
			assert.NotEmpty(t, fault.Danish())
		}
	}
}

func TestWhatIsWrittenIsReadAsTheSameNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits"), -int32(rapid.IntRange(0, 10).Draw(t, "decimals")))
		read, err := dansk.ParseDecimal(dansk.Decimal(d, 10))
		if err != nil || !read.Equal(d) {
			t.Fatalf("%s is written %s and read %s, %v", d, dansk.Decimal(d, 10), read, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	f.Add("1.234.567,50")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := dansk.ParseDecimal(text)
		if err != nil {
			return
		}
		if again, err := dansk.ParseDecimal(dansk.Decimal(d, 10)); err != nil || !again.Equal(d) {
			t.Fatalf("%q is %s, which is read as %s, %v", text, d, again, err)
		}
	})
}

func ExampleKroner() {
	fmt.Println(dansk.Kroner(decimal.New(123456750, -2)))
	fmt.Println(dansk.Tusinde(decimal.New(123456750, -2)))
	// Output:
	// 1.234.567,50 kr.
	// 1.235
}

func ExampleParseDecimal() {
	_, err := dansk.ParseDecimal("1234.50")
	fmt.Println(err)
	// Output: dots part thousands and a comma the decimals, as in 1.234,50: “1234.50”
}
