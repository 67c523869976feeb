package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADateOfThePlanIsADayAPeriodOrUnknown(t *testing.T) {
	for text, want := range map[string]struct{ first, last, written string }{
		"2016-01-01":              {"2016-01-01", "2016-01-01", "2016-01-01"},
		"1. juli 2016":            {"2016-07-01", "2016-07-01", "2016-07-01"},
		"3. kvartal 2016":         {"2016-07-01", "2016-09-30", "3. kvartal 2016"},
		"primo maj 2016":          {"2016-05-01", "2016-05-10", "primo maj 2016"},
		"medio maj – juni 2016":   {"2016-05-11", "2016-06-30", "medio maj – juni 2016"},
		"første halvår 2016":      {"2016-01-01", "2016-06-30", "første halvår 2016"},
		"inden sommerferien 2016": {"", "", ""},
		"fra juni 2016":           {"", "", ""},
		"nogle uger før":          {"", "", ""},
		"30. februar 2016":        {"", "", ""},
		"":                        {"", "", ""},
	} {
		var w plan.When
		err := w.UnmarshalText([]byte(text))
		if want.first == "" {
			var refused *plan.WhenError
			assert.ErrorAs(t, err, &refused, text)
			continue
		}
		require.NoError(t, err, text)
		assert.Equal(t, want.first, w.Date.String(), text)
		assert.Equal(t, want.last, w.Last().String(), text)
		written, err := w.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, want.written, string(written))
		var again plan.When
		require.NoError(t, again.UnmarshalText(written))
		assert.Equal(t, w, again)
	}
}
