package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

// told is the sentence of a fault, by the words of the playbook.
func told(err error) lang.Text { return drejebog.BuiltInWords().Of(err) }

func TestAFaultIsItsKindAndValuesForProgrammers(t *testing.T) {
	_, err := lang.ParseISO("1066-10-14")
	assert.EqualError(t, err, "lang/year-outside: first 1900, last 2199, text 1066-10-14")
	_, err = lang.ParseDate("den 31. juni 2014")
	assert.EqualError(t, err, "lang/no-day: cause lang/no-such-day: text 2014-06-31, text den 31. juni 2014")
	assert.Equal(t, "test/late: n 3, who “KY”", lang.Described(known{}))
	assert.Equal(t, "test/bare", lang.Described(bare{}))
}

type known struct{ error }

func (known) Fault() (string, map[string]any) {
	return "test/late", map[string]any{"who": lang.Quoted("KY"), "n": 3}
}

type bare struct{ error }

func (bare) Fault() (string, map[string]any) { return "test/bare", nil }
