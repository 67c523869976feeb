package timeline

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"
)

// WriteCSV writes the tasks, one a row, and after them the milestones, under the
// names that the JSON has for a task, with the Danish name in the last column.
// A milestone has its date as start and finish and its latest date as late
// ones. Dates are ISO and empty where there is none. A text that a spreadsheet
// would take for a formula is written with an apostrophe before it.
func (s *Schedule) WriteCSV(w io.Writer) error {
	if !s.isComputed() {
		return ErrNotComputed
	}
	rows := [][]string{{
		"id", "activity", "project", "actor", "earlyStart", "earlyFinish", "lateStart", "lateFinish", "start", "finish",
		"totalFloat", "freeFloat", "critical", "deadline", "deadlineKind", "driver", "certainty", "name",
	}}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		rows = append(rows, []string{
			plainText(t.ID), t.Activity.ID, t.Project, s.actor(t),
			whenOrEmpty(t.EarlyStart), whenOrEmpty(t.EarlyFinish), whenOrEmpty(t.LateStart), whenOrEmpty(t.LateFinish),
			whenOrEmpty(t.Start), whenOrEmpty(t.Finish),
			strconv.Itoa(t.TotalFloat), strconv.Itoa(t.FreeFloat), strconv.FormatBool(t.Critical),
			dayOrEmpty(t.Deadline), t.DeadlineKind.String(), plainText(t.Driver), t.Certainty.String(), plainText(s.Label(&t.Node).DA),
		})
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		day, latest := whenOrEmpty(m.Date), whenOrEmpty(m.Latest)
		rows = append(rows, []string{
			m.ID, m.Milestone.Section, m.Project, m.Milestone.Actor, day, day, latest, latest, day, day,
			strconv.Itoa(m.TotalFloat), "", strconv.FormatBool(m.Critical),
			dayOrEmpty(m.Deadline), m.DeadlineKind.String(), plainText(m.Driver), m.Certainty.String(), plainText(s.Label(&m.Node).DA),
		})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// whenOrEmpty is a date, empty for another When.
func whenOrEmpty(w When) string {
	day, _ := w.Dated()
	return dayOrEmpty(day)
}

func dayOrEmpty(day *date.Date) string {
	if day == nil {
		return ""
	}
	return day.String()
}

// plainText keeps a text from being read as a formula.
func plainText(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
