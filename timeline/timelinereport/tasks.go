package timelinereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
)

// taskSheet has the tasks, one a row, and after them the milestones. A
// milestone has its date as start and finish, and its earliest and latest as early
// and late ones. Days and floats are empty where there are none.
func (t teller) taskSheet() *table.Sheet {
	sheet := &table.Sheet{Name: "tasks", Title: t.text("timeline/all-tasks", nil), Columns: t.taskColumns()}
	for i := range t.Tasks {
		task := &t.Tasks[i]
		sheet.Append(
			table.Text(task.ID), table.Of(t.Label(&task.Node)), table.Text(task.Activity.ID), table.Text(t.Book.ScopeName(task.Project)), table.Of(t.Book.PartyShortName(t.Actor(task))),
			day(task.EarlyStart), day(task.EarlyFinish), day(task.LateStart), day(task.LateFinish), day(task.Start), day(task.Finish),
			float(task.TotalFloat, task.HasFloat()), float(task.FreeFloat, task.HasFreeFloat()), table.Of(lang.YesNo(task.Critical)),
			table.DayOrNone(task.Deadline), t.endKind(task.DeadlineKind), table.Text(task.Driver), t.certainty(task.Certainty), table.Text(task.NotRelevant),
		)
	}
	for i := range t.Milestones {
		m := &t.Milestones[i]
		sheet.Append(
			table.Text(m.ID), table.Of(t.Label(&m.Node)), table.Text(m.Milestone.Section), table.Text(t.Book.ScopeName(m.Project)), table.Of(t.Book.PartyShortName(m.Milestone.Actor)),
			day(m.Early), day(m.Early), day(m.Latest), day(m.Latest), day(m.Date), day(m.Date),
			float(m.TotalFloat, m.HasFloat()), float(m.FreeFloat, m.HasFreeFloat()), table.Of(lang.YesNo(m.Critical)),
			table.DayOrNone(m.Deadline), t.endKind(m.DeadlineKind), table.Text(m.Driver), t.certainty(m.Certainty), table.Cell{},
		)
	}
	return sheet
}

func (t teller) taskColumns() []table.Column {
	return []table.Column{
		table.Head("id", lang.Both("id")), table.Head("name", t.text("timeline/head-what", nil)),
		table.Head("section", t.text("timeline/head-section", nil)), table.Head("project", t.text("column/project", nil).Lower()),
		table.Head("actor", t.text("timeline/head-who", nil)),
		table.Head("earlyStart", t.text("timeline/head-early-start", nil)), table.Head("earlyFinish", t.text("timeline/head-early-finish", nil)),
		table.Head("lateStart", t.text("timeline/head-late-start", nil)), table.Head("lateFinish", t.text("timeline/head-late-finish", nil)),
		table.Head("start", t.text("timeline/head-start", nil)), table.Head("finish", t.text("timeline/head-finish", nil)),
		table.Figures("totalFloat", t.text("timeline/head-float", nil)), table.Figures("freeFloat", t.text("timeline/head-free-float", nil)),
		table.Head("critical", t.text("common/critical", nil)), table.Head("deadline", t.text("timeline/head-deadline", nil)),
		table.Head("deadlineKind", t.text("timeline/head-deadline-kind", nil)), table.Head("driver", t.text("timeline/head-driver", nil)),
		table.Head("certainty", t.text("column/certainty", nil).Lower()),
		table.Head("notRelevant", t.text("common/not-relevant", nil).Lower()),
	}
}

// certainty is how sure something is in a cell, empty for what has none.
func (t teller) certainty(c drejebog.Certainty) table.Cell {
	if c == 0 {
		return table.Cell{}
	}
	return table.Of(t.Book.Words.Key("certainty", c.String(), nil).Lower())
}

// endKind is how hard a deadline is in a cell, empty for what has none.
func (t teller) endKind(k drejebog.EndKind) table.Cell {
	if k == 0 {
		return table.Cell{}
	}
	return table.Of(t.Book.Words.Key("window-kind", k.String(), nil))
}

// float is one in a cell, empty where there is none.
func float(workdays int, has bool) table.Cell {
	if !has {
		return table.Cell{}
	}
	return table.Whole(workdays)
}

// day is a When that is a day, in a cell.
func day(w timeline.When) table.Cell {
	if !w.Known() {
		return table.Cell{}
	}
	return table.Day(w.Date)
}
