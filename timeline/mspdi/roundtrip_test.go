package mspdi_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// unplaced is a project without the places of its tasks in a file.
func unplaced(p *mspdi.Project) *mspdi.Project {
	for i := range p.Tasks {
		p.Tasks[i].Place = strict.Place{}
	}
	return p
}

func written(t require.TestingT, p *mspdi.Project) []byte {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.Bytes()
}

// draw makes a project with everything that is modelled.
func draw(t *rapid.T) *mspdi.Project {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("Opgave æøå <&>\"'\t\r\n]]>4.10/@")), 0, 12, -1)
	moments := rapid.Custom(func(t *rapid.T) *mspdi.Moment {
		return mspdi.At(date.New(rapid.IntRange(1984, 2049).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), 1),
			rapid.IntRange(0, 1439).Draw(t, "minute"))
	})
	moment := func(name string) *mspdi.Moment {
		if rapid.Bool().Draw(t, name) {
			return moments.Draw(t, name)
		}
		return nil
	}
	number := func(name string, least, most int) int { return rapid.IntRange(least, most).Draw(t, name) }
	maybe := func(name string) *int {
		if rapid.Bool().Draw(t, name) {
			return new(number(name, -100_000, 100_000))
		}
		return nil
	}
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	duration := func() mspdi.Duration {
		return mspdi.Duration{Minutes: number("minutes", 0, 1_000_000), Format: rapid.SampledFrom([]int{0, 3, 5, 7, 8, 39}).Draw(t, "format")}
	}
	shift := func() []mspdi.Shift {
		from := number("from", 0, 1000)
		return []mspdi.Shift{{From: from, To: number("to", from+1, from+1440-1)}} // may pass midnight
	}
	var week [7]*mspdi.Day
	for i := range week {
		if flag("day") {
			week[i] = &mspdi.Day{Working: flag("working"), Shifts: shift()}
		}
	}
	p := mspdi.New()
	p.Name, p.Title, p.Start, p.Finish, p.StatusDate = text.Draw(t, "name"), text.Draw(t, "title"), moment("start"), moment("finish"), moment("status")
	p.ManyPaths = flag("many")
	p.FromFinish, p.HonorConstraints, p.CriticalSlack, p.Calendar = flag("back"), flag("honor"), number("slack", -9, 9), 1
	p.Currency = rapid.SampledFrom([]string{"DKK", "USD"}).Draw(t, "currency")
	p.Fields = []mspdi.Field{{ID: mspdi.Text1, Name: "Text1", Alias: text.Draw(t, "alias")}}
	p.Calendars = []mspdi.Calendar{{
		UID: 1, Name: text.Draw(t, "calendar"), IsBase: true, Base: mspdi.None, Week: week,
		Exceptions: []mspdi.Exception{{
			Name: text.Draw(t, "exception"), From: moments.Draw(t, "from"), To: moments.Draw(t, "to"), Type: mspdi.Recurrence(number("type", 0, 9)),
			Period: number("period", 0, 9), DaysOfWeek: number("days", 0, 127), MonthItem: number("item", 0, 9), MonthPosition: number("position", 0, 4),
			Month: number("month", 0, 11), MonthDay: number("day", 0, 31), Occurrences: number("occurrences", 0, 99), ByOccurrences: flag("by"),
			Working: flag("working"), Shifts: shift(),
		}},
		WorkWeeks: []mspdi.WorkWeek{{Name: text.Draw(t, "week"), From: moments.Draw(t, "from"), To: moments.Draw(t, "to"), Week: week}},
	}}
	for uid := range number("tasks", 1, 5) {
		task := mspdi.Task{
			UID: uid, ID: uid, Name: text.Draw(t, "name"), Inactive: flag("inactive"), Manual: flag("manual"), Null: flag("null"), Contact: text.Draw(t, "contact"),
			WBS: text.Draw(t, "wbs"), OutlineNumber: text.Draw(t, "outline"), Level: number("level", 0, 9), Start: moment("start"), Finish: moment("finish"),
			Duration: duration(), Work: maybe("work"), Estimated: flag("estimated"), Milestone: flag("milestone"), Summary: flag("summary"), External: flag("external"), Critical: flag("critical"),
			EarlyStart: moment("es"), EarlyFinish: moment("ef"), LateStart: moment("ls"), LateFinish: moment("lf"),
			FreeSlack: maybe("free"), TotalSlack: maybe("total"), StartSlack: maybe("ss"), FinishSlack: maybe("fs"),
			PercentComplete: number("percent", 0, 100), ActualStart: moment("as"), ActualFinish: moment("af"), Remaining: maybe("remaining"),
			Constraint: mspdi.Constraint(number("constraint", 0, 7)), Calendar: number("calendar", -1, 1), ConstraintDate: moment("date"), Deadline: moment("deadline"),
			Notes: text.Draw(t, "notes"), IsSubproject: flag("subproject"), Stop: moment("stop"), Resume: moment("resume"),
			LevelingDelay: number("delay", -9, 100_000), LevelingDelayFormat: rapid.SampledFrom([]int{0, 7, 8}).Draw(t, "format"), IgnoreResourceCalendar: flag("ignore"),
			Values:    []mspdi.Value{{Field: mspdi.Text1, Text: text.Draw(t, "value")}},
			Baselines: []mspdi.Baseline{{Number: number("baseline", 0, 10), Start: moment("bs"), Finish: moment("bf"), Duration: duration()}},
		}
		if uid > 0 {
			task.Links = []mspdi.Link{{
				From: number("from", 0, uid-1), Type: cpm.LinkType(number("type", 0, 3)), Lag: number("lag", -10_000, 10_000),
				Format: rapid.SampledFrom([]int{0, 7, 8, 19, 20}).Draw(t, "format"), CrossProject: flag("cross"), Project: text.Draw(t, "other"),
			}}
		}
		p.Tasks = append(p.Tasks, task)
	}
	p.Resources = []mspdi.Resource{{UID: 1, ID: 1, Name: text.Draw(t, "resource"), Calendar: number("calendar", -1, 1)}}
	p.Assignments = []mspdi.Assignment{{UID: 1, Task: 0, Resource: 1, Delay: number("delay", -9, 9000), LevelingDelay: number("delay", -9, 9000),
		Start: moment("start"), Finish: moment("finish"), Work: maybe("work"), RemainingWork: maybe("work"), Units: float64(number("units", 0, 800)) / 100}}
	return p
}

func TestWhatIsWrittenIsReadAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := draw(t)
		data := written(t, p)
		again, faults := mspdi.Read("f.xml", bytes.NewReader(data))
		require.Empty(t, faults)
		assert.Equal(t, p, unplaced(again))
		assert.True(t, bytes.Equal(data, written(t, again)), "the same project gives the same bytes")
	})
}

func TestFilesOfOtherProgramsSurviveARoundTrip(t *testing.T) {
	for _, file := range oracleFiles(t) {
		in, err := os.ReadFile(file)
		require.NoError(t, err)
		once, _ := mspdi.Read(filepath.Base(file), bytes.NewReader(in))
		twice, faults := mspdi.Read(filepath.Base(file), bytes.NewReader(written(t, once)))
		require.Empty(t, faults, file)
		assert.Equal(t, unplaced(once), unplaced(twice), file)
	}
}

// document puts elements into a project.
func document(within string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<Project xmlns="http://schemas.microsoft.com/project">` + "\n" + within + "\n</Project>\n"
}

func TestWhatIsNoProjectOrAttacksTheReaderIsRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nothing":          {"", "f.xml:1:1: dokumentet er tomt"},
		"another language": {"kommune: Roskilde\n", "f.xml:2:1: dokumentet er tomt"},
		"another document": {"<html></html>", "f.xml:1:7: filen kan ikke læses: den er ikke XML fra Microsoft Project: den begynder med <html>, ikke <Project>"},
		"an entity bomb": {
			`<!DOCTYPE Project [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project><Name>&b;</Name></Project>`,
			"filen kan ikke læses: en dokumenttype læses ikke; slet <!DOCTYPE …>",
		},
		"an outer entity":  {document("<Name>&file;</Name>"), "filen kan ikke læses: &file; er ikke et tegn i XML; skriv & som &amp;"},
		"half a document":  {"<Project><Tasks><Task>", "filen kan ikke læses: den slutter inde i <Task>"},
		"crossed elements": {"<Project><Tasks></Project></Tasks>", "filen kan ikke læses: </Project> afslutter ikke noget"},
		"great depth":      {"<Project>" + strings.Repeat("<a>", 100_000), "dokumentet har mere end 32 niveauer"},
		"a day that is none": {
			document("<Tasks><Task><UID>7</UID>\n<Start>2014-02-30T08:00:00</Start></Task></Tasks>"),
			"f.xml:4:35: Task[7].Start er »2014-02-30T08:00:00«; forventet er en dag og et tidspunkt som 2014-10-15T08:00:00",
		},
		"a length in words": {
			document("<Tasks><Task><UID>7</UID><Duration>to dage</Duration></Task></Tasks>"),
			"Task[7].Duration er »to dage«; forventet er en længde som PT8H0M0S",
		},
		"a link to nothing": {
			document("<Tasks><Task><UID>7</UID><PredecessorLink><PredecessorUID>8</PredecessorUID></PredecessorLink></Task></Tasks>"),
			"Task[7].PredecessorUID er 8; forventet er nummeret på en opgave i filen",
		},
		"a number twice": {
			document("<Tasks><Task><UID>7</UID></Task><Task><UID>7</UID></Task></Tasks>"),
			"Task[7].UID er nummeret på to opgaver; forventet er et nummer for sig selv til hver opgave",
		},
		"a huge number":   {document("<Tasks><Task><UID>99999999999999999999</UID></Task></Tasks>"), "Task[0].UID er »99999999999999999999«; forventet er et helt tal"},
		"too many tasks":  {document("<Tasks>" + strings.Repeat("<Task/>", mspdi.MaxTasks+1) + "</Tasks>"), "dokumentet har mere end 100.000 opgaver"},
		"another charset": {`<?xml version="1.0" encoding="UTF-7"?><Project/>`, "filen kan ikke læses: tegnsættet UTF-7 læses ikke; gem filen som UTF-8"},
		"no charset":      {"<Project><Name>M\xf8de</Name></Project>", "filen kan ikke læses: den er ikke UTF-8; gem filen som UTF-8"},
		"no XML at all":   {"<Project><Name =></Project>", "filen kan ikke læses: den er ikke XML på dette sted"},
	} {
		p, faults := mspdi.Read("f.xml", strings.NewReader(c.data))
		require.NotEmpty(t, faults, name)
		assert.Contains(t, faults[0].Place().String()+": "+drejebog.BuiltInWords().Of(faults[0]).DA, c.want, name)
		assert.NotNil(t, p, name)
	}
}

func TestAFileIsReadWhateverItsEncoding(t *testing.T) {
	const name = "Møde æøå"
	inUTF16 := func(low, high int, text string) string {
		var out []byte
		for _, r := range text {
			pair := [2]byte{}
			pair[low], pair[high] = byte(r), byte(r>>8)
			out = append(out, pair[:]...)
		}
		return string(out)
	}
	declared := func(charset string) string {
		return `<?xml version="1.0" encoding="` + charset + `"?><Project><Name>` + name + `</Name></Project>`
	}
	windows, err := charmap.Windows1252.NewEncoder().String(declared("windows-1252"))
	require.NoError(t, err)
	latin, err := charmap.ISO8859_1.NewEncoder().String(declared("ISO-8859-1"))
	require.NoError(t, err)
	euro, err := charmap.ISO8859_15.NewEncoder().String(declared("iso-8859-15"))
	require.NoError(t, err)
	for what, data := range map[string]string{
		"UTF-8": declared("utf-8"), "UTF-8 with a mark": "\uFEFF" + declared("UTF-8"), "Windows": windows, "Latin 1": latin, "Latin 9": euro,
		"UTF-16": inUTF16(0, 1, "\uFEFF"+declared("UTF-16")), "UTF-16, big end first": inUTF16(1, 0, "\uFEFF"+declared("UTF-16")),
		"UTF-16 without a mark": inUTF16(0, 1, declared("utf-16")), "the same, big end first": inUTF16(1, 0, declared("utf-16")),
	} {
		p, faults := mspdi.Read("f.xml", strings.NewReader(data))
		assert.Empty(t, faults, what)
		assert.Equal(t, name, p.Name, what)
	}
}

func TestEveryBadValueIsToldAtOnce(t *testing.T) {
	_, faults := mspdi.Read("f.xml", strings.NewReader(document(
		"<StartDate>i går</StartDate>\n<DefaultStartTime>8</DefaultStartTime>\n<Tasks><Task><UID>1</UID>\n<Duration>9 dage</Duration>\n<Milestone>ja</Milestone></Task></Tasks>")))
	var lines []string
	for _, f := range faults {
		lines = append(lines, fmt.Sprint(f.Line, " ", f.Path))
	}
	assert.Equal(t, []string{"3 StartDate", "4 DefaultStartTime", "6 Task[1].Duration", "7 Task[1].Milestone"}, lines)
}

// computable reports what keeps the engine from computing a project: nothing
// may, but that tasks wait for each other.
func computable(t require.TestingT, p *mspdi.Project) {
	n := p.Network()
	graph, err := cpm.Build(n.Network)
	if faults, refused := errors.AsType[cpm.Faults](err); refused {
		for _, f := range faults {
			assert.Equal(t, cpm.LinkCycle, f.Code)
		}
		return
	}
	require.NoError(t, err)
	var result cpm.Result
	require.NoError(t, graph.Solve(&n.Input, &result))
}

func TestTheEngineTakesWhateverIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { computable(t, draw(t)) })
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(document("<Tasks><Task><UID>1</UID><Duration>PT8H0M0S</Duration></Task></Tasks>")))
	f.Add([]byte(document("<Calendars><Calendar><UID>1</UID><Exceptions><Exception><Type>5</Type><TimePeriod><FromDate>2014-01-01T00:00:00</FromDate><ToDate>2014-12-31T00:00:00</ToDate></TimePeriod></Exception></Exceptions></Calendar></Calendars>")))
	f.Add([]byte(`<?xml version="1.0" encoding="windows-1252"?><Project><Name>` + "\xe6" + `</Name></Project>`))
	f.Add([]byte("<\x00P\x00r\x00o\x00j\x00e\x00c\x00t\x00/\x00>\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, faults := mspdi.Read("f.xml", bytes.NewReader(data))
		for _, fault := range faults {
			if fault.Line < 1 || drejebog.BuiltInWords().Of(fault).DA == "" {
				t.Errorf("a fault without place or words: %#v", fault)
			}
		}
		computable(t, p)
		if len(faults) > 0 {
			return
		}
		again, faults := mspdi.Read("f.xml", bytes.NewReader(written(t, p)))
		if len(faults) > 0 {
			t.Fatalf("what was written cannot be read: %v", faults)
		}
		if !bytes.Equal(written(t, p), written(t, again)) {
			t.Error("what was written is read as something else")
		}
	})
}
