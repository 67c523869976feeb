package timeline

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes the tasks, one a row, and after them the milestones, under the
// names that WriteJSON gives a task, with the Danish name in the last column.
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
		t := s.jsonTaskOf(&s.Tasks[i])
		rows = append(rows, []string{
			plainText(t.ID), t.Activity, t.Project, t.Actor,
			orEmpty(t.EarlyStart), orEmpty(t.EarlyFinish), orEmpty(t.LateStart), orEmpty(t.LateFinish), orEmpty(t.Start), orEmpty(t.Finish),
			strconv.Itoa(t.TotalFloat), strconv.Itoa(t.FreeFloat), strconv.FormatBool(t.Critical),
			orEmpty(t.Deadline), orEmpty(t.DeadlineKind), plainText(t.Driver), t.Certainty.String(), plainText(s.Label(&s.Tasks[i].Node).DA),
		})
	}
	for i := range s.Milestones {
		m := s.jsonMilestoneOf(&s.Milestones[i])
		day, latest := orEmpty(m.Date), orEmpty(m.Latest)
		rows = append(rows, []string{
			m.ID, s.Milestones[i].Milestone.Section, m.Project, m.Actor, day, day, latest, latest, day, day,
			strconv.Itoa(m.TotalFloat), "", strconv.FormatBool(m.Critical),
			orEmpty(m.Deadline), orEmpty(m.DeadlineKind), plainText(m.Driver), m.Certainty.String(), plainText(s.Label(&s.Milestones[i].Node).DA),
		})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// plainText keeps a text from being read as a formula.
func plainText(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
