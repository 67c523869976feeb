package ical_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

func TestEveryMarkIsAnAllDayEvent(t *testing.T) {
	for _, name := range plans.Names() {
		s := sample(t, name)
		got := events(t, write(t, s))
		require.Len(t, got, len(keydate.Marks(s)), name)
		for _, event := range got {
			start, err := time.Parse("20060102", value(event, ics.ComponentPropertyDtStart))
			require.NoError(t, err)
			assert.Equal(t, start.AddDate(0, 0, 1).Format("20060102"), value(event, ics.ComponentPropertyDtEnd))
			assert.Equal(t, []string{"DATE"}, event.GetProperty(ics.ComponentPropertyDtStart).ICalParameters["VALUE"])
			assert.Equal(t, "TRANSPARENT", value(event, ics.ComponentPropertyTransp))
			assert.NotEmpty(t, value(event, ics.ComponentPropertyCategories))
		}
	}
}

func TestTheHardDatesAreToldWithWhatToDoAndWhere(t *testing.T) {
	summaries := map[string][]string{}
	for _, event := range events(t, write(t, roskilde())) {
		day := value(event, ics.ComponentPropertyDtStart)
		summaries[day] = append(summaries[day], value(event, ics.ComponentPropertySummary))
	}
	assert.Contains(t, summaries["20131022"], "Frist: Udpeg den første administrator (Serviceplatformen) – afsnit 4.11")
	assert.Contains(t, summaries["20131231"], "Frist: Sæt navne på rollerne (KY) – afsnit 4.5")
	assert.Contains(t, summaries["20140530"], "Frist: Udpeg og registrer kontaktpersonen (Støttesystemerne) – afsnit 4.15")
	assert.Contains(t, summaries["20141015"], "Budget 2015 vedtages – afsnit 4.4")
	assert.Contains(t, summaries["20150630"], "Sidste dag: Opsig kontrakten (KMD Aktiv) – afsnit 6.3")
	assert.Contains(t, summaries["20151001"], "Frist: Kommunen har bekræftet sin parathed (SAPA) – afsnit 4.8")
	assert.Contains(t, summaries["20160101"], "Idriftsættelse (SAPA) – afsnit 5.4")
	assert.Contains(t, summaries["20150430"], "Leverance: Parathedskrav med forslag til arbejdsdeling (KY) – afsnit 4.8")
}

func TestADeadlineOnASundaySaysWhenItIsMet(t *testing.T) {
	for _, event := range events(t, write(t, roskilde())) {
		if value(event, ics.ComponentPropertyDtStart) == "20140530" && strings.Contains(value(event, ics.ComponentPropertySummary), "kontaktpersonen") {
			assert.Contains(t, value(event, ics.ComponentPropertyDescription), "1. juni 2014")
			return
		}
	}
	t.Fatal("no event for the deadline of 1 June 2014")
}

func TestADateThatNobodyHasStatedIsTentative(t *testing.T) {
	for _, event := range events(t, write(t, roskilde())) {
		switch summary := value(event, ics.ComponentPropertySummary); {
		case strings.HasPrefix(summary, "Idriftsættelse (SAPA)"):
			assert.Equal(t, "TENTATIVE", value(event, ics.ComponentPropertyStatus))
		case strings.HasPrefix(summary, "Budget 2015 vedtages"):
			assert.Equal(t, "CONFIRMED", value(event, ics.ComponentPropertyStatus))
		}
	}
}

// uidOf finds the one event with a summary.
func uidOf(t *testing.T, all map[string]*ics.VEvent, summary string) string {
	t.Helper()
	for uid, event := range all {
		if value(event, ics.ComponentPropertySummary) == summary {
			return uid
		}
	}
	t.Fatalf("no event %q", summary)
	return ""
}

func TestAnEventKeepsItsUIDWhenItsDateMoves(t *testing.T) {
	const summary = "Idriftsættelse (SAPA) – afsnit 5.4"
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 10, 3))}}
	moved, err := timeline.Compute(book(), p)
	require.NoError(t, err)
	before, after := events(t, write(t, roskilde())), events(t, write(t, moved))
	uid := uidOf(t, before, summary)
	assert.Equal(t, uid, uidOf(t, after, summary))
	assert.Equal(t, "20160101", value(before[uid], ics.ComponentPropertyDtStart))
	assert.Equal(t, "20161003", value(after[uid], ics.ComponentPropertyDtStart))
}

func TestTwoKommunerShareNoUID(t *testing.T) {
	other, err := timeline.Compute(book(), plan.New("Vejen"))
	require.NoError(t, err)
	theirs := events(t, write(t, other))
	for uid := range events(t, write(t, roskilde())) {
		assert.NotContains(t, theirs, uid)
	}
}

func TestALaterExportWins(t *testing.T) {
	var earlier, later bytes.Buffer
	require.NoError(t, ical.Write(&earlier, roskilde(), nil, stamp, lang.Danish))
	require.NoError(t, ical.Write(&later, roskilde(), nil, stamp.Add(time.Minute), lang.Danish))
	assert.Contains(t, earlier.String(), "DTSTAMP:20140627T120000Z\r\nSEQUENCE:1308240\r\n")
	assert.Contains(t, later.String(), "DTSTAMP:20140627T120100Z\r\nSEQUENCE:1308241\r\n")
}

func TestTheSameScheduleGivesTheSameBytes(t *testing.T) {
	assert.Equal(t, write(t, sample(t, "odense.yaml")), write(t, sample(t, "odense.yaml")))
}

func TestOwnMarksOfOneNameStayApart(t *testing.T) {
	day := date.New(2014, 9, 1)
	all := events(t, write(t, roskilde(), meeting("Styregruppe", day), meeting("Styregruppe", day+30)))
	assert.Len(t, all, len(keydate.Marks(roskilde()))+2)
}

func TestLinesAreFoldedBetweenCharactersAndEndWithCRLF(t *testing.T) {
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		var out bytes.Buffer
		own := meeting(strings.Repeat("blåbærgrød æøå 🦆 ", 20), date.New(2014, 9, 1))
		require.NoError(t, ical.Write(&out, roskilde(), []keydate.Mark{own}, stamp, language))
		text := out.String()
		require.True(t, strings.HasSuffix(text, "END:VCALENDAR\r\n"))
		for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			assert.LessOrEqual(t, len(line), 75)
			assert.True(t, utf8.ValidString(line), "%q", line)
			assert.NotContains(t, line, "\n")
			assert.NotContains(t, line, "\r")
		}
	}
}

// hostile is what somebody may write in a plan.
var hostile = []string{
	"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nX-EVIL:1",
	"a,b;c:d\\e \"f\" <g>",
	"a\\nb",
	"\x00\x1b[31m\u0085\u2028",
	"\xff\xfe æ",
	strings.Repeat("æ", 500),
	strings.Repeat(" ", 200),
}

func TestHostileTextAddsNothing(t *testing.T) {
	for _, text := range hostile {
		all := events(t, write(t, roskilde(), meeting(text, date.New(2014, 9, 1))))
		assert.Len(t, all, len(keydate.Marks(roskilde()))+1, "%q", text)
	}
	all := events(t, write(t, roskilde(), meeting(hostile[1], date.New(2014, 9, 1))))
	uidOf(t, all, hostile[1])
}

func FuzzOwnMarksReadBackAsTheyWere(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 20_000)
	}
	f.Fuzz(func(t *testing.T, text string, day int) {
		mark := meeting(text, date.Date(day%100_000))
		all := events(t, write(t, roskilde(), mark))
		assert.Len(t, all, len(keydate.Marks(roskilde()))+1)
	})
}

func BenchmarkWrite(b *testing.B) {
	s := sample(b, "odense.yaml")
	for b.Loop() {
		write(b, s)
	}
}
