package ical_test

import (
	"bytes"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

func TestADayThatIsGoneIsCancelledWhenTheOldCalendarIsHandedIn(t *testing.T) {
	s := roskilde()
	gone := keydate.Mark{ID: "own/moede", Date: s.AsOf + 30, Label: lang.Both("Møde, med; komma\\og linje")}
	stays := keydate.Mark{ID: "own/bliver", Date: s.AsOf + 31, Label: lang.Both("Bliver")}
	old := write(t, s, gone, stays)
	theirs := "BEGIN:VEVENT\r\nUID:1@andre\r\nDTSTAMP:20140101T000000Z\r\nDTSTART:20140102T080000Z\r\nSUMMARY:Andres\r\nEND:VEVENT\r\n"
	earlier, err := ical.Read(strings.NewReader(strings.Replace(old, "END:VCALENDAR", theirs+"END:VCALENDAR", 1)))
	require.NoError(t, err)

	var out bytes.Buffer
	require.NoError(t, ical.Write(&out, s, []keydate.Mark{stays}, stamp, lang.Danish, earlier...)) // the same stamp
	now, err := ical.Read(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(out.String(), "STATUS:CANCELLED"))
	assert.NotContains(t, out.String(), "Andres")
	assert.Contains(t, out.String(), "METHOD:PUBLISH")
	for _, was := range earlier {
		i := slices.IndexFunc(now, func(e ical.Event) bool { return e.UID == was.UID })
		switch {
		case was.UID == "1@andre":
			assert.Negative(t, i, "not ours")
		case strings.Contains(was.Summary, "Møde"):
			require.GreaterOrEqual(t, i, 0)
			assert.Greater(t, now[i].Sequence, was.Sequence)
			assert.Equal(t, was.Start, now[i].Start)
			assert.Equal(t, was.Summary, now[i].Summary)
		default:
			require.GreaterOrEqual(t, i, 0)
			assert.Equal(t, was, now[i])
		}
	}
	var again bytes.Buffer
	require.NoError(t, ical.Write(&again, s, []keydate.Mark{gone, stays}, stamp, lang.Danish, now...)) // the same stamp
	assert.NotContains(t, again.String(), "CANCELLED", "it is there again")
	back, err := ical.Read(bytes.NewReader(again.Bytes()))
	require.NoError(t, err)
	for _, e := range back {
		was := now[slices.IndexFunc(now, func(was ical.Event) bool { return e.UID == was.UID })]
		if strings.Contains(e.Summary, "Møde") {
			assert.Greater(t, e.Sequence, was.Sequence, "what is back wins over its cancellation")
		} else {
			assert.Equal(t, was, e)
		}
	}
}

func TestASequenceNeverFallsAndRisesWithWhatIsChanged(t *testing.T) {
	s := roskilde()
	meeting := keydate.Mark{ID: "own/moede", Date: s.AsOf + 30, Label: lang.Both("Møde")}
	earlier, err := ical.Read(strings.NewReader(write(t, s, meeting)))
	require.NoError(t, err)
	i := slices.IndexFunc(earlier, func(e ical.Event) bool { return e.Summary == "Møde" })
	was := earlier[i]
	sequenceOf := func(m keydate.Mark, at time.Time, was ...ical.Event) int {
		var out bytes.Buffer
		require.NoError(t, ical.Write(&out, s, []keydate.Mark{m}, at, lang.Danish, was...))
		now, err := ical.Read(bytes.NewReader(out.Bytes()))
		require.NoError(t, err)
		return now[slices.IndexFunc(now, func(e ical.Event) bool { return e.UID == was[0].UID })].Sequence
	}
	moved, cancelled, last := meeting, was, was
	moved.Date++
	cancelled.Cancelled = true
	last.Cancelled, last.Sequence = true, 1<<31-1
	for what, c := range map[string]struct{ want, got int }{
		"as it was":                        {was.Sequence, sequenceOf(meeting, stamp, was)},
		"as it was, with an earlier stamp": {was.Sequence, sequenceOf(meeting, stamp.Add(-time.Hour), was)},
		"as it was, with a later stamp":    {was.Sequence + 60, sequenceOf(meeting, stamp.Add(time.Hour), was)},
		"moved":                            {was.Sequence + 1, sequenceOf(moved, stamp, was)},
		"back":                             {was.Sequence + 1, sequenceOf(meeting, stamp, cancelled)},
		"back after the last number":       {1<<31 - 1, sequenceOf(meeting, stamp, last)},
		"twice in the calendar":            {was.Sequence + 1, sequenceOf(meeting, stamp, cancelled, ical.Event{UID: was.UID, Sequence: 7})},
	} {
		assert.Equal(t, c.want, c.got, what)
	}
}

func TestTheCalendarOfAnotherKommuneCancelsNothing(t *testing.T) {
	lejre, err := timeline.Compute(book(), plan.New("Lejre"))
	require.NoError(t, err)
	theirs := write(t, lejre)
	var silent []string // as a program keeps it that drops what it does not know
	for line := range strings.Lines(theirs) {
		if !strings.HasPrefix(line, "X-MONOPOLBRUD") {
			silent = append(silent, line)
		}
	}
	for what, text := range map[string]string{"as it was written": theirs, "without its kommune": strings.Join(silent, "")} {
		earlier, err := ical.Read(strings.NewReader(text))
		require.NoError(t, err)
		require.NotEmpty(t, earlier)
		var out bytes.Buffer
		require.ErrorIs(t, ical.Write(&out, roskilde(), nil, stamp, lang.Danish, earlier...), ical.ErrOtherKommune, what)
		assert.Zero(t, out.Len(), what)
	}

	gone := keydate.Mark{ID: "own/moede", Date: lejre.AsOf + 30, Label: lang.Both("Møde")}
	ours := strings.ReplaceAll(write(t, roskilde(), gone), "\r\nX-MONOPOLBRUD-KOMMUNE:0265", "")
	both, err := ical.Read(strings.NewReader(strings.Replace(theirs, "END:VCALENDAR", ours[strings.Index(ours, "BEGIN:VEVENT"):], 1)))
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, ical.Write(&out, roskilde(), nil, stamp, lang.Danish, both...))
	assert.Equal(t, 1, strings.Count(out.String(), "STATUS:CANCELLED"), "two kommuner in one calendar: only the kommune's own is cancelled")
}

func TestACancelledEventHasDaysAndLinesOfItsOwn(t *testing.T) {
	s := roskilde()
	for end, want := range map[string]string{
		"20140104": "20140104", "": "20140103", "garbage": "20140103", "20140102": "20140103", "20131231": "20140103",
		"20140104T000000": "20140103", "20140104\r\nSTATUS:CONFIRMED": "20140103",
	} {
		var out bytes.Buffer
		require.NoError(t, ical.Write(&out, s, nil, stamp, lang.Danish,
			ical.Event{UID: "1@monopolbrud", Kommune: s.Kommune.Code, Start: "20140102", End: end, Summary: "A"}))
		_, event, found := strings.Cut(out.String(), "UID:1@monopolbrud\r\n")
		require.True(t, found)
		assert.Contains(t, event, "DTSTART;VALUE=DATE:20140102\r\nDTEND;VALUE=DATE:"+want+"\r\n", end)
	}
	var out bytes.Buffer
	require.NoError(t, ical.Write(&out, s, nil, stamp, lang.Danish, ical.Event{UID: "1\r\nX-A:@monopolbrud", Kommune: s.Kommune.Code}))
	assert.NotContains(t, out.String(), "X-A", "a UID that is no line is not ours")
}

func TestADayIsRemindedOfAsTheRowsSay(t *testing.T) {
	s := roskilde()
	days := map[string][]int{}
	for _, row := range s.Book.Reminders {
		days[row.Kind] = row.Days
	}
	require.Equal(t, []int{28, 7}, days["deadline"])
	text := strings.ReplaceAll(write(t, s), "\r\n ", "")
	want := 0
	for _, m := range keydate.Marks(s) {
		want += len(days[m.Kind.String()])
	}
	assert.Equal(t, want, strings.Count(text, "BEGIN:VALARM"))
	assert.Contains(t, text, "TRIGGER:-P27DT15H\r\n", "28 days before, at nine")
	assert.Contains(t, text, "TRIGGER:-P6DT15H\r\n")
	assert.Contains(t, text, "DESCRIPTION:Om 28 dage\\, ")
}

func TestWhatIsNoCalendarIsNotRead(t *testing.T) {
	for _, text := range []string{"", "kommune: Roskilde\n", "BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"} {
		events, err := ical.Read(strings.NewReader(text))
		assert.True(t, err != nil || len(events) == 0, text)
	}
	_, err := ical.Read(strings.NewReader(strings.Repeat("a", ical.MaxBytes+1)))
	assert.Error(t, err)
}

func TestWhatStandsInAnEventIsNotTheEvents(t *testing.T) {
	within := func(inner string) string {
		return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n" + inner + "SUMMARY:ours\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	}
	events, err := ical.Read(strings.NewReader(within("BEGIN:VALARM\r\nSUMMARY:alarm\r\nEND:VALARM\r\n")))
	require.NoError(t, err)
	assert.Equal(t, []ical.Event{{UID: "1", Summary: "ours"}}, events)
	for depth, ok := range map[int]bool{6: true, 7: false} {
		_, err = ical.Read(strings.NewReader(within(strings.Repeat("BEGIN:A\r\n", depth) + strings.Repeat("END:A\r\n", depth))))
		assert.Equal(t, ok, err == nil, depth)
	}
}

// Fifteen megabytes of one component in the other took tens of gigabytes.
func TestNoCalendarTakesMoreMemoryOrTimeThanABoundOfItsSize(t *testing.T) {
	for name, text := range map[string]string{
		"deep":       "BEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:VEVENT\r\n", 1_000_000),
		"alarms":     "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + strings.Repeat("BEGIN:VALARM\r\n", 500_000),
		"long line":  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:" + strings.Repeat("a", 15<<20) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"folds":      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a" + strings.Repeat("\r\n b", 3_500_000) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"events":     "BEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:VEVENT\r\nEND:VEVENT\r\n", 500_000) + "END:VCALENDAR\r\n",
		"parameters": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY" + strings.Repeat(";A=\"b:c\"", 1_500_000) + ":x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"ends":       "BEGIN:VCALENDAR\r\n" + strings.Repeat("END:VCALENDAR\r\n", 900_000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, err := ical.Read(strings.NewReader(text))
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(256<<20), name)
		assert.Less(t, time.Since(began), 20*time.Second, name) // ten times the figure
		if name == "deep" || name == "alarms" || name == "ends" {
			assert.Error(t, err, name)
		}
	}
}

func FuzzReadCalendar(f *testing.F) {
	f.Add([]byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@monopolbrud\r\nDTSTART;VALUE=DATE:20140101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	f.Add([]byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@monopolbrud\r\nX-MONOPOLBRUD-KOMMUNE:0265\r\nDTSTART;VALUE=DATE:20140101\r\nDTEND:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	f.Add([]byte("BEGIN:VCALENDAR\r\nA;B=\"c:\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		events, err := ical.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := ical.Write(&out, roskilde(), nil, stamp, lang.Danish, events...); err != nil && !errors.Is(err, ical.ErrOtherKommune) {
			t.Fatal(err)
		}
	})
}
