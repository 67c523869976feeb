package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call runs the program and returns what it wrote.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

// sample writes one of the sample plans to a file and returns its name.
func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := plans.Files().Open(name)
	require.NoError(t, err)
	var content bytes.Buffer
	_, err = content.ReadFrom(text)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, content.Bytes(), 0o644))
	return file
}

func TestBadInputIsOneClearLineAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-kommune", "Roskylde"}, "timeline: ingen kommune har koden eller navnet »Roskylde«; mente du Roskilde?\n"},
		{[]string{"-asof", "2014-02-30"}, "timeline: -asof 2014-02-30 er ikke en dag, der findes i kalenderen\n"},
		{[]string{"-asof", "2010-01-01"}, "timeline: intet var udgivet 1. januar 2010; den første udgave er fra 31. maj 2013\n"},
		{[]string{"-plan", "findes-ikke.yaml"}, "timeline: findes-ikke.yaml kan ikke åbnes: filen findes ikke\n"},
		{[]string{"-meet", "4.8/bekraeftet@ky=2010-01-01"}, "timeline: -meet 4.8/bekraeftet@ky=2010-01-01: dagen ligger før 27. juni 2014, som planen ses fra\n"},
		{[]string{"-why", "4.10/superbruger@sapa"}, "timeline: ingen opgave eller milepæl hedder »4.10/superbruger@sapa« (mente du 4.10/superbrugere@sapa?)\n"},
		{[]string{"-why", "4.10/superbruger@sapa", "-lang", "en"}, "timeline: no task or milestone is called “4.10/superbruger@sapa” (did you mean 4.10/superbrugere@sapa?)\n"},
		{[]string{"-why", ""}, "timeline: ingen opgave eller milepæl hedder »«\n"},
		{[]string{"-why", "golive@sapa", "-format", "csv"}, "timeline: -why skriver ikke csv: vælg mellem text, json, html\n"},
		{[]string{"-why", "golive@sapa", "-format", "svg"}, "timeline: -why skriver ikke svg: vælg mellem text, json, html\n"},
		{[]string{"-meet", "golive@sapa"}, "timeline: -meet golive@sapa: skriv en milepæl og en dag som 4.8/bekraeftet@ky=2015-08-03\n"},
		{[]string{"-meet", "golive@sapa=uge 60"}, "timeline: »uge 60« er ikke en dato som 15. oktober 2013, 15.10.2013 eller 2013-10-15\n"},
		{[]string{"-meet", "golive@sappa=2015-12-01"}, "timeline: ingen opgave eller milepæl hedder »golive@sappa« (mente du golive@sapa?)\n"},
		{[]string{"-meet", "ext/boelge@ky=2015-12-01"}, "timeline: ext/boelge@ky har ingen dato at nå: den følger en milepæl uden dato, eller ingen har lovet den\n"},
		{[]string{"-meet", "golive@sapa=2015-12-01", "-why", "golive@sapa"}, "timeline: -why, -meet: vælg en af dem\n"},
		{[]string{"-meet", "golive@sapa=2015-12-01", "-format", "csv"}, "timeline: -meet skriver ikke csv: vælg mellem text, json, html\n"},
		{[]string{"-format", "jsn"}, "timeline: -format jsn: vælg mellem text, json, csv, html, svg, overview, gantt, ics, mspdi (mente du json?)\n"},
		{[]string{"-stamp", "2014-07-01"}, "timeline: -stamp hører til -format ics\n"},
		{[]string{"-format", "ics", "-stamp", "i går"}, "timeline: -stamp i går: skriv en dato som 2014-07-01 eller et tidspunkt som 2014-07-01T09:30\n"},
		{[]string{"-format", "ics", "-stamp", "2014-02-30"}, "timeline: -stamp 2014-02-30: skriv en dato som 2014-07-01 eller et tidspunkt som 2014-07-01T09:30\n"},
		{[]string{"-lang", "de"}, "timeline: -lang de: vælg mellem da, en\n"},
		{[]string{"sapa"}, "timeline: »sapa« hører ikke til: programmet tager kun flag (se -h)\n"},
	} {
		code, stdout, stderr := call(c.args...)
		assert.Equal(t, 2, code, c.args)
		assert.Empty(t, stdout, c.args)
		assert.Equal(t, c.want, stderr, c.args)
	}
}

func TestAPlanWithFaultsIsRefusedWithAllOfThem(t *testing.T) {
	code, stdout, stderr := call("-plan", sample(t, plans.Broken))
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Greater(t, strings.Count(stderr, "\n"), 20)
}

func TestThePageOfAKommuneSaysWhatItRestsOnFirst(t *testing.T) {
	code, stdout, stderr := call("-kommune", "Roskilde")
	assert.Zero(t, code, stderr)
	assert.True(t, strings.HasPrefix(stdout, "Tidsplanen bygger ikke på lokale data"), stdout)
	assert.LessOrEqual(t, strings.Count(stdout, "\n"), 140, "two pages")
	for line := range strings.Lines(stdout) {
		assert.LessOrEqual(t, len([]rune(line)), 101, line)
	}
	code, stdout, _ = call("-plan", sample(t, "lemvig.yaml"))
	assert.Zero(t, code)
	assert.True(t, strings.HasPrefix(stdout, "Tidsplanen bygger på kommunens egen plan"), stdout)
}

func TestABrokenDeadlineEndsWithOneAndIsToldInEveryForm(t *testing.T) {
	skive := sample(t, "skive.yaml")
	code, stdout, stderr := call("-plan", skive)
	assert.Equal(t, 1, code)
	unbroken := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	assert.Contains(t, unbroken(stdout), "kommunen står uden system")
	assert.NotContains(t, unbroken(stderr), "kommunen står uden system")
	for _, format := range []string{"json", "csv"} {
		code, _, stderr = call("-plan", skive, "-format", format)
		assert.Equal(t, 1, code, format)
		assert.Contains(t, unbroken(stderr), "kommunen står uden system", format)
	}
}

// fields are those of an object in their order.
func fields(t *testing.T, object json.RawMessage) []string {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(object))
	var names []string
	_, err := decoder.Token()
	require.NoError(t, err)
	for decoder.More() {
		name, err := decoder.Token()
		require.NoError(t, err)
		names = append(names, name.(string))
		var value json.RawMessage
		require.NoError(t, decoder.Decode(&value))
	}
	return names
}

// headFields are those that every result begins with.
var headFields = []string{"schema", "edition", "asOf", "dataDate", "kommune", "findings"}

func TestTheJSONHasItsStableFields(t *testing.T) {
	code, stdout, _ := call("-kommune", "0265", "-format", "json")
	require.Zero(t, code)
	assert.Equal(t, append(headFields,
		"tasks", "criticalPath", "criticalPathTo", "criticalPathThrough", "criticalPathFloat", "criticalPathGaps", "projectPaths", "milestones", "links", "contracts", "budgetProcess", "budgetYears",
	), fields(t, json.RawMessage(stdout)))
	var out struct {
		Schema            string
		Kommune           struct{ Name string }
		Tasks, Milestones []json.RawMessage
		CriticalPath      []string
		CriticalPathTo    string
		BudgetYears       []struct{ Year *int }
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &out))
	assert.Equal(t, "monopolbrud/timeline/1", out.Schema)
	assert.Equal(t, "Roskilde", out.Kommune.Name)
	require.NotEmpty(t, out.Tasks)
	for _, task := range out.Tasks {
		require.Equal(t, []string{
			"id", "name", "activity", "project", "system", "actor", "role", "responsible", "executor", "status", "notRelevant", "levelOfEffort",
			"duration", "remaining", "actualStart", "actualFinish", "earlyStart", "earlyFinish", "lateStart", "lateFinish", "start", "finish",
			"target", "placed", "totalFloat", "floatLeft", "freeFloat", "boundBy", "critical", "opens", "deadline", "deadlineSet", "deadlineKind", "driver", "certainty",
		}, fields(t, task))
	}
	require.NotEmpty(t, out.Milestones)
	for _, milestone := range out.Milestones {
		require.Equal(t, []string{
			"id", "name", "kind", "project", "system", "actor", "date", "early", "latest", "dateIfLast", "promised", "delivered", "reached",
			"target", "placed", "totalFloat", "floatLeft", "freeFloat", "boundBy", "critical", "deadline", "deadlineSet", "deadlineKind", "driver", "certainty",
		}, fields(t, milestone))
	}
	require.NotEmpty(t, out.CriticalPath)
	assert.Equal(t, "golive@ky", out.CriticalPathTo)
	assert.NotContains(t, out.CriticalPath, out.CriticalPathTo, "the path ends in work")
	assert.Equal(t, 2013, *out.BudgetYears[0].Year)
}

func TestTheCSVHasARowForEachTaskAndMilestone(t *testing.T) {
	_, text, _ := call("-format", "csv")
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	_, document, _ := call("-format", "json")
	var out struct{ Tasks, Milestones []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(document), &out))
	assert.Len(t, rows, 1+len(out.Tasks)+len(out.Milestones))
}

func TestWhyAnswersTheFourQuestions(t *testing.T) {
	code, stdout, _ := call("-kommune", "Roskilde", "-why", "4.8/bekraeftelse@ky")
	require.Zero(t, code)
	for _, question := range []string{"ER DATOEN HÅRD?", "HVORFOR DEN DAG?", "HVAD VENTER PÅ DEN?", "HVEM VENTER DEN PÅ?"} {
		assert.Contains(t, stdout, question)
	}
	code, stdout, _ = call("-why", "golive@sapa", "-format", "json")
	require.Zero(t, code)
	assert.Equal(t, append(headFields, "id", "name", "done", "bound", "scheduled", "early", "late", "holds", "awaits"), fields(t, json.RawMessage(stdout)))
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, format := range []string{"text", "json", "csv"} {
		_, once, _ := call("-kommune", "Aarhus", "-format", format)
		_, twice, _ := call("-kommune", "Aarhus", "-format", format)
		assert.Equal(t, once, twice)
	}
}

func TestEveryKommuneHasASchedule(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	for _, k := range book.Kommuner[:5] {
		code, stdout, stderr := call("-kommune", k.Code, "-lang", "en")
		assert.Zero(t, code, stderr)
		assert.Contains(t, stdout, k.Name)
	}
}

func TestOWritesTheFileAndNothingElse(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.csv")
	code, stdout, stderr := call("-format", "csv", "-o", file)
	assert.Zero(t, code)
	assert.Empty(t, stdout)
	assert.Empty(t, stderr)
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(content, []byte("\ufeffid;hvad;afsnit;")))
}

func TestPicturePageAndCalendarOfASamplePlan(t *testing.T) {
	for format, want := range map[string]string{
		"svg":   "<title id=\"title\">Monopolbruddet i Skive Kommune</title>",
		"gantt": "<h1>Monopolbruddet i Skive Kommune</h1>",
		"mspdi": "<Title>Tidsplan for monopolbruddet: Skive</Title>",
		"ics":   "X-WR-CALNAME:Monopolbruddet – Skive Kommune\r\n",
	} {
		code, stdout, stderr := call("-plan", sample(t, "skive.yaml"), "-format", format)
		assert.Equal(t, 1, code, "it breaks deadlines")
		assert.Contains(t, stdout, want)
		assert.NotEmpty(t, stderr, "they are told beside the %s", format)
	}
	_, stdout, _ := call("-format", "ics", "-lang", "en")
	assert.Contains(t, stdout, "DTSTAMP:20140627T120000Z\r\n")
	assert.Contains(t, stdout, "SUMMARY:Go-live (SAPA) – section 5.4\r\n")
}

func TestALaterStampUpdatesTheCalendar(t *testing.T) {
	for stamp, want := range map[string]string{
		"":                 "DTSTAMP:20140627T120000Z\r\nSEQUENCE:1308240\r\n",
		"2014-07-01":       "DTSTAMP:20140701T120000Z\r\nSEQUENCE:1314000\r\n",
		"2014-07-01T09:30": "DTSTAMP:20140701T093000Z\r\nSEQUENCE:1313850\r\n",
	} {
		args := []string{"-format", "ics"}
		if stamp != "" {
			args = append(args, "-stamp", stamp)
		}
		code, stdout, stderr := call(args...)
		assert.Zero(t, code, stderr)
		assert.Contains(t, stdout, want, stamp)
	}
}

func TestTheCalendarOfAnotherKommuneIsRefused(t *testing.T) {
	theirs := filepath.Join(t.TempDir(), "lejre.ics")
	code, _, stderr := call("-kommune", "Lejre", "-format", "ics", "-o", theirs)
	require.Zero(t, code, stderr)
	code, stdout, stderr := call("-kommune", "Lejre", "-format", "ics", "-since", theirs)
	assert.Zero(t, code, stderr)
	assert.NotContains(t, stdout, "CANCELLED")
	code, stdout, stderr = call("-kommune", "Roskilde", "-format", "ics", "-since", theirs)
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, "lejre.ics er en anden kommunes kalender: giv den forrige kalender for Roskilde Kommune\n")
}

func TestACalendarBeyondABoundIsToldTheBound(t *testing.T) {
	for want, text := range map[string]string{
		"dokumentet har mere end 16 MiB":              strings.Repeat("a", 16<<20+1),
		"dokumentet har mere end 8 niveauer":          "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:A\n", 8),
		"dokumentet har mere end 50.000 begivenheder": "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nEND:VEVENT\n", 50_001),
		"er ingen kalender":                           "kommune: Roskilde\n",
	} {
		old := filepath.Join(t.TempDir(), "old.ics")
		require.NoError(t, os.WriteFile(old, []byte(text), 0o600))
		code, stdout, stderr := call("-kommune", "Roskilde", "-format", "ics", "-since", old)
		assert.Equal(t, 2, code)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "old.ics")
		assert.Contains(t, stderr, want)
	}
}

func TestTheReportAsAPageHasThePictureAndTellsWhatIsBrokenItself(t *testing.T) {
	code, stdout, stderr := call("-plan", sample(t, "skive.yaml"), "-format", "html")
	assert.Equal(t, 1, code)
	assert.Empty(t, stderr)
	assert.True(t, strings.Contains(stdout, "<h1>Tidsplan for monopolbruddet: <span>Skive Kommune</span></h1>"))
	assert.True(t, strings.Contains(stdout, "<figure class=\"picture\" tabindex=\"0\"><img src=\"data:image/svg&#43;xml;base64,"))
	assert.Contains(t, stdout, "kommunen står uden system")
}

func TestATableOfTheReportIsAsked(t *testing.T) {
	code, stdout, _ := call("-format", "csv", "-table", "years", "-lang", "en")
	assert.Zero(t, code)
	assert.Contains(t, stdout, "budget year;tasks;working days;known too late for the budget\r\n2013;")
}
