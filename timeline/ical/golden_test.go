package ical_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/timeline/ical"
)

func TestTheCalendarIsThatOfItsGoldens(t *testing.T) {
	for name, lang := range map[string]drejebog.Lang{"roskilde.ics": drejebog.Danish, "roskilde-en.ics": drejebog.English} {
		golden.File(t, "testdata/"+name, golden.Written(t, func(w io.Writer) error {
			return ical.Write(w, roskilde(), nil, stamp, lang)
		}))
	}
}
