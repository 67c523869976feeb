package period_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/stretchr/testify/assert"
)

func TestEDTFIsReadAndWrittenTheSame(t *testing.T) {
	cases := []struct{ edtf, danish string }{
		{"2014", "2014"},
		{"2014-05", "maj 2014"},
		{"2014-05-01", "1. maj 2014"},
		{"2014-05~", "ca. maj 2014"},
		{"2014-05/2014-10", "maj 2014 – oktober 2014"},
		{"2014-05~/2014-10", "ca. maj 2014 – oktober 2014"},
		{"2014-01-01/..", "fra 1. januar 2014"},
		{"../2014-06-01", "senest 1. juni 2014"},
		{"../2014-06-01~", "senest ca. 1. juni 2014"},
		{"../..", "løbende"},
		{"XXXX", "ukendt"},
	}
	for _, c := range cases {
		p, err := period.Parse(c.edtf)
		if assert.NoError(t, err, c.edtf) {
			assert.Equal(t, c.danish, p.String(), c.edtf)
			assert.Equal(t, c.edtf, p.EDTF())
		}
	}
}

func TestWhatEDTFHasNoNameForIsTheIntervalOfItsMonthsOrDays(t *testing.T) {
	for text, want := range map[string]string{
		"foråret 2014": "2014-03/2014-05", "vinteren 2013/14": "2013-12/2014-02", "ca. 3. kvartal 2014": "2014-07~/2014-09~",
		"andet halvår 2013": "2013-07/2013-12", "2014 og 2015": "2014-01/2015-12", "uge 23 2014": "2014-06-02/2014-06-08",
		"medio maj 2014 – oktober 2014": "2014-05-11/2014-10", "nogle uger før idriftsættelsen": "",
	} {
		p, err := period.Parse(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, p.EDTF(), text)
		}
	}
	assert.Empty(t, period.Period{}.EDTF())
}

func TestTheOtherSignsOfUncertaintyAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"2014-05?": "2014-05~", "2014-05%": "2014-05~", "2014?": "2014~", "2014-05/..": "2014-05-01/..", "../2014": "../2014-12-31", "2014-05/2014-05": "2014-05",
	} {
		p, err := period.Parse(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, p.EDTF(), text)
		}
	}
}

// "2014-23" is autumn by the standard and a week to a reader, "2013/2014" two
// years or a winter.
func TestWhatIsNoEDTFIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "/", "..", "~", "2014~~", "2014-00", "2014-13", "2014-23", "2014-35", "2014-40", "20145", "2014-02-30", "2014/", "/2014", "2013/2014",
		"2014-05-01T10:00", "2015-01/2014-01", "2014-01/2015-01/2016-01", "1899~", "2200~", "-2014~", "Y2014", "201X", "../", "2014-05/x", "2014-05-32/..",
	} {
		_, err := period.Parse(text)
		var fault *period.Error
		assert.ErrorAs(t, err, &fault, "%q", text)
	}
}
