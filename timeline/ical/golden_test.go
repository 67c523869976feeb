package ical_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/ical"
)

func TestTheCalendarIsThatOfItsGoldens(t *testing.T) {
	for name, language := range map[string]lang.Lang{"roskilde.ics": lang.Danish, "roskilde-en.ics": lang.English} {
		golden.File(t, "testdata/"+name, golden.Written(t, func(w io.Writer) error {
			return ical.Write(w, roskilde(), nil, stamp, language)
		}))
	}
}
