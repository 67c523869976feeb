package strict_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// numbers has one field of each kind that a number is read into.
type numbers struct {
	Kroner drejebog.Kroner  `yaml:"kroner"`
	Hours  drejebog.Hours   `yaml:"hours"`
	Factor *decimal.Decimal `yaml:"factor"`
	Count  int              `yaml:"count"`
	Small  uint8            `yaml:"small"`
}

func (n *numbers) told() string {
	factor := "-"
	if n.Factor != nil {
		factor = n.Factor.String()
	}
	return n.Kroner.Decimal().String() + " " + n.Hours.Decimal().String() + " " + factor + " " + decimal.NewFromInt(int64(n.Count)).String() + " " + decimal.NewFromInt(int64(n.Small)).String()
}

func TestANumberOfYAMLIsItsTextAndOneOfJSONWhatJSONSays(t *testing.T) {
	for text, want := range map[string]string{
		"kroner: 150.000\nhours: 37,5\nfactor: 1,25\ncount: 1.500\nsmall: 12":              "150000 37.5 1.25 1500 12",
		"kroner: 150 000\nhours: 1.924,25\nfactor: 0.125\ncount: 1 500":                    "150000 1924.25 0.125 1500 0",
		"kroner: 1234.50\nhours: 37.5\nfactor: 1.5\ncount: 1\u00a0500\u00a0000":            "1234.5 37.5 1.5 1500000 0",
		"kroner: kr. 1.500\nhours: 1 924":                                                  "1500 1924 - 0 0",
		"kroner: \"1.500,-\"\nhours: '8'\nfactor: \"1,5\"":                                 "1500 8 1.5 0 0",
		"{kroner: 150.000, count: 1.500}":                                                  "150000 0 - 1500 0",
		`{"kroner": 1234.5, "hours": 1.125, "factor": 1.125, "count": 15e2, "small": 2.0}`: "1234.5 1.125 1.125 1500 2",
		`{"kroner": "150.000", "hours": "37,5", "factor": "1,5"}`:                          "150000 37.5 1.5 0 0",
		`{"kroner": 2e3}`: "2000 0 - 0 0",
	} {
		var read numbers
		_, faults := strict.Read("p", []byte(text), &read, strict.Limits{})
		assert.Empty(t, faults, text)
		assert.Equal(t, want, read.told(), text)
	}
}

func TestANumberWithTwoMeaningsIsAskedAbout(t *testing.T) {
	const asks = "forventet er et tal, der kun kan læses på én måde; mente du "
	for text, want := range map[string]string{
		"kroner: 1.2345":                  "kroner er »1.2345«; " + asks + "12345 eller 1,2345?",
		"kroner: 150,000":                 "kroner er »150,000«; " + asks + "150000 eller 150?",
		"kroner: 1.50.000":                "kroner er »1.50.000«; " + asks + "150000?",
		"hours: 1.250":                    "hours er »1.250«; " + asks + "1250 eller 1,25?",
		"factor: 1.125":                   "factor er »1.125«; " + asks + "1125 eller 1,125?",
		"count: 1.2345":                   "count er »1.2345«; " + asks + "12345 eller 1,2345?",
		`{"kroner": 150.000}`:             "kroner er »150.000«; " + asks + "150000 eller 150.00?",
		`{"count": 1.500}`:                "count er »1.500«; forventet er et helt tal",
		"count: 1.5":                      "count er »1.5«; forventet er et helt tal",
		"count: \"1.500\"":                "count er teksten »1.500«; forventet er et helt tal",
		"count: 007":                      "count er »007«; forventet er et helt tal",
		"count: 1e3":                      "count er »1e3«; forventet er et helt tal",
		"small: 1.500":                    "small er »1.500«; forventet er et helt tal 0 … 255",
		"kroner: 1e3":                     "kroner er »1e3«; forventet er et tal som 1.234,50 med højst 13 cifre før kommaet og 4 efter",
		`{"kroner": 1e15}`:                "kroner er »1e15«; forventet er et tal som 1.234,50 med højst 13 cifre før kommaet og 4 efter",
		`{"factor": 1e1000000}`:           "factor er »1e1000000«; forventet er et tal som 1.234,50 med højst 15 cifre før kommaet og 10 efter",
		`{"count": 99999999999999999999}`: "count er »99999999999999999999«; forventet er et helt tal " + strconv.Itoa(math.MinInt) + " … " + strconv.Itoa(math.MaxInt),
	} {
		var read numbers
		_, faults := strict.Read("p", []byte(text), &read, strict.Limits{})
		if assert.Len(t, faults, 1, text) {
			assert.Equal(t, want, drejebog.BuiltInWords().Of(faults[0]).DA, text)
		}
		assert.Equal(t, "0 0 - 0 0", read.told(), text)
	}
}
