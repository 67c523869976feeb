package ical_test

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// book is the playbook that all tests share.
var book = sync.OnceValue(func() *drejebog.Playbook {
	b, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	return b
})

// stamp is the stamp of all exports whose stamp does not matter.
var stamp = time.Date(2014, 6, 27, 12, 0, 0, 0, time.UTC)

// roskilde is the schedule of a kommune without a plan.
var roskilde = sync.OnceValue(func() *timeline.Schedule {
	s, err := timeline.Compute(book(), plan.New("Roskilde"))
	if err != nil {
		panic(err)
	}
	return s
})

func sample(t require.TestingT, name string) *timeline.Schedule {
	text, err := fs.ReadFile(plans.Files(), name)
	require.NoError(t, err)
	p, _ := plan.Read(book(), name, bytes.NewReader(text))
	require.NotNil(t, p)
	s, err := timeline.Compute(book(), p)
	require.NoError(t, err)
	return s
}

// write is the calendar as text.
func write(t require.TestingT, s *timeline.Schedule, own ...keydate.Mark) string {
	var out bytes.Buffer
	require.NoError(t, ical.Write(&out, s, own, stamp, lang.Danish))
	return out.String()
}

// events reads a calendar back, its events by UID.
func events(t require.TestingT, text string) map[string]*ics.VEvent {
	cal, err := ics.ParseCalendar(strings.NewReader(text))
	require.NoError(t, err)
	byUID := map[string]*ics.VEvent{}
	for _, event := range cal.Events() {
		byUID[event.Id()] = event
	}
	require.Len(t, byUID, len(cal.Events()), "two events share a UID")
	return byUID
}

func value(event *ics.VEvent, property ics.ComponentProperty) string {
	if p := event.GetProperty(property); p != nil {
		return p.Value
	}
	return ""
}

func meeting(label string, day date.Date) keydate.Mark {
	return keydate.Mark{Date: day, Label: lang.Both(label)}
}
