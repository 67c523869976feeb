package ical_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

func ExampleWrite() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	own := []keydate.Mark{{Date: date.New(2014, 9, 3), Label: lang.Both("Styregruppemøde")}}
	var file bytes.Buffer
	if err := ical.Write(&file, sched, own, time.Date(2014, 6, 27, 12, 0, 0, 0, time.UTC), lang.Danish); err != nil {
		log.Fatal(err)
	}
	events := strings.Split(file.String(), "BEGIN:VEVENT\r\n")
	for _, event := range events {
		if strings.Contains(event, "Styregruppemøde") {
			fmt.Print(strings.ReplaceAll(event, "\r\n", "\n"))
		}
	}
	// Output:
	// UID:52f39847ea3d3950ad348788@monopolbrud
	// DTSTAMP:20140627T120000Z
	// SEQUENCE:1308240
	// X-MONOPOLBRUD-KOMMUNE:0265
	// DTSTART;VALUE=DATE:20140903
	// DTEND;VALUE=DATE:20140904
	// SUMMARY:Styregruppemøde
	// DESCRIPTION:Set fra 27. juni 2014.
	// CATEGORIES:Mærkedag
	// STATUS:CONFIRMED
	// TRANSP:TRANSPARENT
	// END:VEVENT
}
