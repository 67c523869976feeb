package drejebog_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEDTFIsReadAndWrittenTheSame(t *testing.T) {
	cases := []struct{ edtf, danish string }{
		{"2014", "2014"},
		{"2014-05", "maj 2014"},
		{"2014-05-01", "1. maj 2014"},
		{"2014-21", "foråret 2014"},
		{"2014-22", "sommeren 2014"},
		{"2014-23", "efteråret 2014"},
		{"2013-24", "vinteren 2013/14"},
		{"2014-33", "1. kvartal 2014"},
		{"2014-36", "4. kvartal 2014"},
		{"2013-40", "første halvår 2013"},
		{"2013-41", "andet halvår 2013"},
		{"2014-05~", "ca. maj 2014"},
		{"2014-05/2014-10", "maj 2014 – oktober 2014"},
		{"2014-05~/2014-10", "ca. maj 2014 – oktober 2014"},
		{"2014/2015", "2014 – 2015"},
		{"2014-01-01/..", "fra 1. januar 2014"},
		{"../2014-06-01", "senest 1. juni 2014"},
		{"../2014-06-01~", "senest ca. 1. juni 2014"},
		{"../..", "løbende"},
		{"XXXX", "ukendt"},
	}
	for _, c := range cases {
		p, err := drejebog.ParseEDTF(c.edtf)
		if assert.NoError(t, err, c.edtf) {
			assert.Equal(t, c.danish, p.String(), c.edtf)
			assert.Equal(t, c.danish, p.Text, c.edtf)
			assert.Equal(t, c.edtf, p.EDTF())
		}
	}
}

func TestOtherWaysToWriteEDTFAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"2014-05?": "2014-05~", "2014-05%": "2014-05~", "2014/": "2014-01-01/..", "/2014": "../2014-12-31", "2014-05/..": "2014-05-01/..", "2014/2014": "2014",
	} {
		p, err := drejebog.ParseEDTF(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, p.EDTF(), text)
	}
}

func TestWhatIsNoEDTFIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "/", "..", "~", "2014~~", "2014-00", "2014-13", "2014-20", "2014-25", "2014-32", "2014-37", "2014-42", "2014-5", "14", "20145", "2014-02-30",
		"2014-05-01T10:00", "2015/2014", "2014/2015/2016", "1899", "2200", "2199-24", "maj 2014", "-2014", "Y2014", "201X", "2014.05", "../", "2014-05/x",
		strings.Repeat("2", 1000),
	} {
		_, err := drejebog.ParseEDTF(text)
		var fault *drejebog.PeriodError
		assert.ErrorAs(t, err, &fault, "%q", text)
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, text := range []string{"2014-35", "2014-05~/2014-10", "../2014-06-01"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := drejebog.ParseEDTF(text); err == nil {
			checkPeriod(t, p)
		}
	})
}

func ExampleParseEDTF() {
	p, err := drejebog.ParseEDTF("2014-35")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p)
	// Output: 3. kvartal 2014
}
