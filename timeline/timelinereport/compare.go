package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
)

// Comparison tells what differs between two schedules, for a steering group: in
// short first, then the deadlines, the milestones, the tasks by project, the
// critical path and the budget years.
func Comparison(c *compare.Comparison) *document.Document {
	d := &document.Document{}
	if c == nil {
		return d
	}
	told := *c
	told.Tasks = slices.DeleteFunc(slices.Clone(c.Tasks), func(t compare.TaskChange) bool { return t.Node() == nil })
	told.Milestones = slices.DeleteFunc(slices.Clone(c.Milestones), func(m compare.MilestoneChange) bool { return m.Node() == nil })
	x := changes{&told, teller{c.Before}, teller{c.After}}
	if x.was.isSilent() || x.now.isSilent() {
		return d
	}
	x.head(d)
	if c.Empty() {
		d.Tell(x.now.text("timeline/no-difference", nil))
		return d
	}
	x.inShort(d)
	x.faults(d, x.now.text("timeline/now-missed", nil), c.Broken)
	x.faults(d, x.now.text("timeline/no-longer-missed", nil), c.Mended)
	x.milestones(d)
	x.tasks(d)
	x.path(d)
	x.years(d)
	return d
}

// changes is a comparison, told in the words of the later schedule's playbook.
type changes struct {
	*compare.Comparison
	was, now teller
}

func (c *changes) head(d *document.Document) {
	d.Title, d.Subject = c.now.text("timeline/changed-title", nil), c.now.kommune()
	if c.Before.Kommune.Code != c.After.Kommune.Code {
		d.Subject = c.now.Book.ListedNames(c.Before.Kommune.Name, c.After.Kommune.Name)
	}
	before, after := c.was.seen(), c.now.seen()
	seen := c.now.text("timeline/both-seen", lang.Args{"day": after})
	if before != after {
		seen = c.now.text("timeline/each-seen", lang.Args{"before": before, "now": after})
	}
	if c.counted() {
		seen = lang.Joined(" ", seen, c.now.text("timeline/counted-from-go-live", nil))
	}
	d.Tell(seen)
}

// seen is the day that a schedule is seen from, and the edition known then.
func (t teller) seen() lang.Text {
	return t.text("timeline/seen-with", lang.Args{"day": lang.Day(t.SeenFrom()), "edition": lang.Both(t.Book.Edition.Number)})
}

// counted reports whether a task is counted from a go-live without a date.
func (c *changes) counted() bool {
	return slices.ContainsFunc(c.Tasks, func(t compare.TaskChange) bool {
		return t.Before != nil && t.Before.Finish.Kind == timeline.RelativeTo || t.After != nil && t.After.Finish.Kind == timeline.RelativeTo
	})
}

// inShort says in a few lines what a steering group must know.
func (c *changes) inShort(d *document.Document) {
	var lines []lang.Text
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if m.Node().Milestone.Kind == drejebog.GoLive && dateChanged(m) {
			lines = append(lines, c.milestone(m))
		}
	}
	if n := len(c.Broken); n > 0 {
		lines = append(lines, c.now.text("timeline/n-broken", lang.Args{"n": lang.Whole(n)}))
	}
	if n := len(c.Mended); n > 0 {
		lines = append(lines, c.now.text("timeline/n-mended", lang.Args{"n": lang.Whole(n)}))
	}
	lines = append(lines, c.count())
	if c.Before.CriticalPathFloat != c.After.CriticalPathFloat {
		lines = append(lines, c.now.text("timeline/path-float-goes", lang.Args{
			"before": lang.Plain(c.Before.CriticalPathFloat), "after": c.now.workdays(c.After.CriticalPathFloat),
		}))
	}
	for i := range c.Moves {
		lines = append(lines, c.move(&c.Moves[i]))
	}
	d.Section(c.now.text("timeline/in-short", nil))
	d.Points(lines...)
}

// count says how many tasks are new, gone, moved, or have another float.
func (c *changes) count() lang.Text {
	counts := map[string]int{}
	for i := range c.Tasks {
		counts[howChanged(&c.Tasks[i])]++
	}
	var parts []lang.Text
	for _, how := range []string{"later", "earlier", "undated", "dated", "new", "gone", "other"} {
		if n := counts[how]; n > 0 {
			parts = append(parts, c.After.Book.Words.Key("timeline-changed", how, lang.Args{"n": lang.Whole(n)}))
		}
	}
	if len(parts) == 0 {
		return c.now.text("timeline/none-changed", nil)
	}
	return c.now.text("timeline/tasks-changed", lang.Args{"list": lang.Joined("; ", parts...)})
}

// howChanged is the key of what has happened to a task.
func howChanged(c *compare.TaskChange) string {
	days, known := c.DaysLater()
	switch {
	case c.Before == nil:
		return "new"
	case c.After == nil:
		return "gone"
	case known && days > 0:
		return "later"
	case known && days < 0:
		return "earlier"
	case c.Before.Finish.Known() && !c.After.Finish.Known():
		return "undated"
	case !c.Before.Finish.Known() && c.After.Finish.Known():
		return "dated"
	}
	return "other"
}

// move says how much work goes from where to where.
func (c *changes) move(m *compare.YearMove) lang.Text {
	days, tasks := c.now.workdays(m.Workdays), c.now.tasks(len(m.Tasks))
	from, to := lang.Plain(m.From), lang.Plain(m.To)
	switch timeline.Undated {
	case m.From:
		return c.now.text("timeline/work-gets-date", lang.Args{"days": days, "tasks": tasks, "to": to})
	case m.To:
		return c.now.text("timeline/work-loses-date", lang.Args{"days": days, "tasks": tasks, "from": from})
	}
	return c.now.text("timeline/work-moves", lang.Args{"days": days, "tasks": tasks, "from": from, "to": to})
}

// dateChanged reports whether a milestone is new, gone, or on another day.
func dateChanged(c *compare.MilestoneChange) bool {
	return c.Before == nil || c.After == nil || c.Before.Date != c.After.Date
}

// milestone says where a milestone goes: "Idriftsættelse (SAPA): 1. januar 2016
// → 1. marts 2016, 60 dage senere."
func (c *changes) milestone(m *compare.MilestoneChange) lang.Text {
	name := c.now.Label(m.Node())
	switch {
	case m.Before == nil:
		return lang.Joined(": ", name, lang.Joined(", ", c.now.text("timeline/new", nil), c.now.dateText(m.After))).Ended()
	case m.After == nil:
		return lang.Joined(": ", name, c.now.text("timeline/gone", nil)).Ended()
	}
	goes := lang.Joined(" → ", c.was.dateText(m.Before), c.now.dateText(m.After))
	return lang.Joined(": ", name, lang.Joined(", ", goes, c.moved(m.DaysLater))).Ended()
}

// dateText is a milestone's date in a sentence.
func (t teller) dateText(m *timeline.Milestone) lang.Text {
	switch {
	case m.Date.Known():
		return lang.DayText(m.Date.Date)
	case m.Date.Milestone == m.ID:
		return t.text("timeline/unknown", nil)
	}
	return t.short(m.Date)
}

// moved says how much later or earlier, nothing for neither.
func (c *changes) moved(by func() (int, bool)) lang.Text {
	days, ok := by()
	switch {
	case !ok || days == 0:
		return lang.Text{}
	case days < 0:
		return c.now.text("timeline/days-earlier", lang.Args{"days": c.now.days(-days)})
	}
	return c.now.text("timeline/days-later", lang.Args{"days": c.now.days(days)})
}

func (c *changes) faults(d *document.Document, head lang.Text, faults []drejebog.Finding) {
	if len(faults) == 0 {
		return
	}
	lines := make([]lang.Text, len(faults))
	for i := range faults {
		lines[i] = faults[i].Says()
	}
	d.Section(head)
	d.Points(lines...)
}

func (c *changes) milestones(d *document.Document) {
	t := c.now
	sheet := &table.Sheet{Name: "milestones", Columns: []table.Column{
		table.Head("milestone", t.text("timeline/head-milestone", nil)), table.Head("before", t.text("timeline/head-before", nil)),
		table.Head("now", t.text("timeline/head-now", nil)), table.Head("moved", t.text("timeline/head-moved", nil)),
	}}
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if !dateChanged(m) {
			continue
		}
		row := []table.Cell{
			table.Of(t.Label(m.Node())), table.Of(t.text("timeline/new", nil)), table.Of(t.text("timeline/gone", nil)), table.Of(c.moved(m.DaysLater)),
		}
		if m.Before != nil {
			row[1] = c.was.dateOf(m.Before, m.Before.Date)
		}
		if m.After != nil {
			row[2] = t.dateOf(m.After, m.After.Date)
		}
		sheet.Append(row...)
	}
	if len(sheet.Rows) > 0 {
		d.Section(t.text("timeline/milestones", nil))
		d.Show(sheet)
	}
}

func (c *changes) path(d *document.Document) {
	if slices.Equal(c.Before.CriticalPath, c.After.CriticalPath) {
		return
	}
	d.Section(c.now.text("common/critical-path", nil))
	d.Add(document.List{Items: []document.Item{
		{Mark: c.now.text("timeline/before-now", nil), Text: c.was.pathText()},
		{Mark: c.now.text("timeline/now", nil), Text: c.now.pathText()},
	}})
}

// pathText is the critical path in a sentence.
func (t teller) pathText() lang.Text {
	if len(t.CriticalPath) == 0 {
		return t.text("timeline/no-critical-path", nil)
	}
	names := make([]lang.Text, len(t.CriticalPath))
	for i, id := range t.CriticalPath {
		names[i] = t.LabelOf(id)
	}
	float := t.text("common/float", lang.Args{"days": t.workdays(t.CriticalPathFloat)})
	return lang.Joined(" ", lang.Joined(" → ", names...), lang.Bracketed(float)).Ended()
}

func (c *changes) years(d *document.Document) {
	if len(c.Years) == 0 {
		return
	}
	t := c.now
	sheet := &table.Sheet{Name: "years", Columns: []table.Column{
		table.Head("year", t.text("column/budget-year", nil).Lower()), table.Figures("before", t.text("timeline/head-before", nil)),
		table.Figures("now", t.text("timeline/head-now", nil)), table.Figures("change", t.text("timeline/head-change", nil)),
	}}
	for _, y := range c.Years {
		name := t.text("timeline/without-date", nil)
		if y.Year != timeline.Undated {
			name = t.text("timeline/budget", lang.Args{"year": lang.Plain(y.Year)}).Lower()
		}
		sheet.Append(table.Of(name), table.Of(lang.Whole(y.Before)), table.Of(lang.Whole(y.After)), signed(y.After-y.Before))
	}
	d.Section(t.text("timeline/days-by-year", nil))
	d.Show(sheet)
}

// signed is a number with its sign in a cell.
func signed(n int) table.Cell {
	cell := table.Of(lang.Whole(n))
	if n > 0 {
		cell.Value = lang.Joined("", lang.Both("+"), lang.Written(lang.Whole(n)))
	}
	return cell
}
