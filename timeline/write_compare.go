package timeline

import (
	"io"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// WriteText writes the comparison for a steering group: in short first, then
// the deadlines, the milestones, the tasks by project, the critical path and
// the budget years.
func (c *Comparison) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	c.writeHead(p)
	if c.Empty() {
		p.Line("")
		p.Line(c.text("timeline/no-difference", nil).In(language))
	} else {
		c.writeInShort(p)
		c.writeFaults(p, c.Broken, c.text("timeline/now-missed", nil))
		c.writeFaults(p, c.Mended, c.text("timeline/no-longer-missed", nil))
		c.writeMilestones(p)
		c.writeTasks(p)
		c.writePath(p)
		c.writeYears(p)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func (c *Comparison) writeHead(p *page.Page) {
	title := lang.Both(c.After.Kommune.FullName())
	if c.Before.Kommune.Code != c.After.Kommune.Code {
		title = c.After.listed(lang.Both(c.Before.Kommune.Name), lang.Both(c.After.Kommune.Name))
	}
	p.Line(c.text("timeline/changed-title", lang.Args{"kommune": title}).In(p.Lang))
	before, after := c.Before.seenText(), c.After.seenText()
	seen := c.text("timeline/both-seen", lang.Args{"day": after})
	if before != after {
		seen = c.text("timeline/each-seen", lang.Args{"before": before, "now": after})
	}
	if c.counted() {
		seen = chained(" ", seen, c.text("timeline/counted-from-go-live", nil))
	}
	p.Paragraph("", seen.In(p.Lang))
}

// text is a message of the words of the later schedule's playbook.
func (c *Comparison) text(id string, args lang.Args) lang.Text { return c.After.text(id, args) }

// counted reports whether a task is counted from a go-live without a date.
func (c *Comparison) counted() bool {
	return slices.ContainsFunc(c.Tasks, func(t TaskChange) bool {
		return t.Before != nil && t.Before.Finish.Kind == RelativeTo || t.After != nil && t.After.Finish.Kind == RelativeTo
	})
}

// seenText is the day that a schedule is seen from, and the edition known then.
func (s *Schedule) seenText() lang.Text {
	return s.text("timeline/seen-with", lang.Args{"day": lang.Day(s.SeenFrom()), "edition": lang.Both(s.Book.Edition.Number)})
}

// writeInShort says in a few lines what a steering group must know.
func (c *Comparison) writeInShort(p *page.Page) {
	heading(p, c.text("timeline/in-short", nil))
	point := func(t lang.Text) { p.Paragraph("  - ", t.In(p.Lang)) }
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if m.node().Milestone.Kind == drejebog.GoLive && (m.Before == nil || m.After == nil || m.Before.Date != m.After.Date) {
			point(c.milestoneSentence(p, m))
		}
	}
	if n := len(c.Broken); n > 0 {
		point(c.text("timeline/n-broken", lang.Args{"n": lang.Whole(n)}))
	}
	if n := len(c.Mended); n > 0 {
		point(c.text("timeline/n-mended", lang.Args{"n": lang.Whole(n)}))
	}
	point(c.countText())
	if c.Before.PathFloat != c.After.PathFloat {
		point(c.text("timeline/path-float-goes", lang.Args{
			"before": lang.Plain(c.Before.PathFloat), "after": c.After.workdayCount(c.After.PathFloat),
		}))
	}
	for i := range c.Moves {
		point(c.moveSentence(&c.Moves[i]))
	}
}

// countText says how many tasks are new, gone, moved, or have another float.
func (c *Comparison) countText() lang.Text {
	counts := map[string]int{}
	for i := range c.Tasks {
		counts[c.Tasks[i].how()]++
	}
	var parts []lang.Text
	for _, how := range []string{"later", "earlier", "undated", "dated", "new", "gone", "other"} {
		if n := counts[how]; n > 0 {
			parts = append(parts, c.After.Book.Words.Key("timeline-changed", how, lang.Args{"n": lang.Whole(n)}))
		}
	}
	if len(parts) == 0 {
		return c.text("timeline/none-changed", nil)
	}
	return c.text("timeline/tasks-changed", lang.Args{"list": chained("; ", parts...)})
}

// how is the key of what has happened to a task.
func (c *TaskChange) how() string {
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

// moveSentence says how much work goes from where to where.
func (c *Comparison) moveSentence(m *YearMove) lang.Text {
	days, tasks := c.After.workdayCount(m.Workdays), c.After.taskCount(len(m.Tasks))
	from, to := lang.Both(strconv.Itoa(m.From)), lang.Both(strconv.Itoa(m.To))
	switch Undated {
	case m.From:
		return c.text("timeline/work-gets-date", lang.Args{"days": days, "tasks": tasks, "to": to})
	case m.To:
		return c.text("timeline/work-loses-date", lang.Args{"days": days, "tasks": tasks, "from": from})
	}
	return c.text("timeline/work-moves", lang.Args{"days": days, "tasks": tasks, "from": from, "to": to})
}

// node is that of the schedule that has the milestone.
func (c *MilestoneChange) node() *drejebog.Node {
	if c.After != nil {
		return &c.After.Node
	}
	return &c.Before.Node
}

// milestoneSentence says where a milestone goes: "Idriftsættelse (SAPA): 1.
// januar 2016 → 1. marts 2016, 60 dage senere."
func (c *Comparison) milestoneSentence(p *page.Page, m *MilestoneChange) lang.Text {
	name := c.After.Label(m.node())
	switch {
	case m.Before == nil:
		return closed(chained(": ", name, chained(", ", c.text("timeline/new", nil), c.After.dateText(p, m.After))))
	case m.After == nil:
		return closed(chained(": ", name, c.text("timeline/gone", nil)))
	}
	goes := chained(" → ", c.Before.dateText(p, m.Before), c.After.dateText(p, m.After))
	return closed(chained(": ", name, chained(", ", goes, c.movedText(m.DaysLater))))
}

// movedText says how much later or earlier, nothing for neither.
func (c *Comparison) movedText(by func() (int, bool)) lang.Text {
	days, ok := by()
	switch {
	case !ok || days == 0:
		return lang.Text{}
	case days < 0:
		return c.text("timeline/days-earlier", lang.Args{"days": c.After.dayCount(-days)})
	}
	return c.text("timeline/days-later", lang.Args{"days": c.After.dayCount(days)})
}

// dateText is a milestone's date in a sentence.
func (s *Schedule) dateText(p *page.Page, m *Milestone) lang.Text {
	if m.Date.Known() {
		return lang.DayText(m.Date.Date)
	}
	return lang.Both(s.roughDate(p, m, m.Date))
}

func (c *Comparison) writeFaults(p *page.Page, faults []drejebog.Finding, head lang.Text) {
	if len(faults) == 0 {
		return
	}
	heading(p, head)
	for i := range faults {
		p.Paragraph("  - ", faults[i].Text.In(p.Lang)+" "+faults[i].Remedy.In(p.Lang))
	}
}

func (c *Comparison) writeMilestones(p *page.Page) {
	table := page.Table{Indent: 2, Columns: []page.Column{
		{Head: c.text("timeline/head-milestone", nil).In(p.Lang), Wrap: true}, {Head: c.text("timeline/head-before", nil).In(p.Lang)},
		{Head: c.text("timeline/head-now", nil).In(p.Lang)}, {Head: c.text("timeline/head-moved", nil).In(p.Lang)},
	}}
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if m.Before != nil && m.After != nil && m.Before.Date == m.After.Date {
			continue
		}
		row := []string{
			c.After.Label(m.node()).In(p.Lang), c.text("timeline/new", nil).In(p.Lang), c.text("timeline/gone", nil).In(p.Lang), c.movedText(m.DaysLater).In(p.Lang),
		}
		if m.Before != nil {
			row[1] = c.Before.roughDate(p, m.Before, m.Before.Date)
		}
		if m.After != nil {
			row[2] = c.After.roughDate(p, m.After, m.After.Date)
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		return
	}
	heading(p, c.text("timeline/milestones", nil))
	p.Table(table)
}

// writeTasks lists, by project, the tasks that are new, gone, or at another
// time, and those that came on or off the critical path.
func (c *Comparison) writeTasks(p *page.Page) {
	for _, project := range c.projects() {
		table := page.Table{Indent: 2, Columns: []page.Column{
			{Head: c.text("timeline/head-task", nil).In(p.Lang), Wrap: true}, {Head: c.text("timeline/head-finish-before", nil).In(p.Lang)},
			{Head: c.text("timeline/head-finish-now", nil).In(p.Lang)}, {Head: c.text("timeline/head-moved", nil).In(p.Lang)},
			{Head: c.text("timeline/head-float", nil).In(p.Lang), Right: true}, {},
		}}
		for i := range c.Tasks {
			change := &c.Tasks[i]
			if change.node().Project == project && change.worthARow() {
				table.Rows = append(table.Rows, change.row(p, c))
			}
		}
		if len(table.Rows) == 0 {
			continue
		}
		name := lang.Both(c.After.projectName(project))
		if project == "" {
			name = lower(c.After.Book.Words.Key("timeline-no-group", "project", nil))
		}
		heading(p, c.text("timeline/tasks-of", lang.Args{"project": name}))
		p.Table(table)
	}
}

// projects are those of the changed tasks: the kommune as such, then in the
// playbook's order.
func (c *Comparison) projects() []string {
	order := []string{""}
	for i := range c.After.Book.Projects {
		order = append(order, c.After.Book.Projects[i].ID)
	}
	return slices.DeleteFunc(order, func(id string) bool {
		return !slices.ContainsFunc(c.Tasks, func(t TaskChange) bool { return t.node().Project == id })
	})
}

func (c *TaskChange) node() *drejebog.Node {
	if c.After != nil {
		return &c.After.Node
	}
	return &c.Before.Node
}

// worthARow reports whether a reader sees more than another float.
func (c *TaskChange) worthARow() bool {
	return c.Before == nil || c.After == nil || c.Before.Start != c.After.Start || c.Before.Finish != c.After.Finish ||
		c.Before.Critical != c.After.Critical || c.Before.NotRelevant != c.After.NotRelevant
}

// row is a task that has changed, in the columns of the list.
func (c *TaskChange) row(p *page.Page, of *Comparison) []string {
	row := []string{
		of.After.nameWithin(c.node()).In(p.Lang), of.text("timeline/new", nil).In(p.Lang), of.text("timeline/gone", nil).In(p.Lang),
		of.movedText(c.DaysLater).In(p.Lang), "", of.criticalText(c).In(p.Lang),
	}
	was, now := "", ""
	if c.Before != nil {
		row[1] = of.Before.roughWhen(p, c.Before.Finish)
		was = of.Before.floatText(p, c.Before)
	}
	if c.After != nil {
		row[2] = of.After.roughWhen(p, c.After.Finish)
		now = of.After.floatText(p, c.After)
	}
	row[4] = now
	if was != "" && now != "" && was != now {
		row[4] = was + " → " + now
	}
	return row
}

// criticalText says of a task whether it is critical, and was.
func (c *Comparison) criticalText(t *TaskChange) lang.Text {
	switch critical := t.After != nil && t.After.Critical; {
	case t.After != nil && t.After.NotRelevant != "":
		return c.text("timeline/not-relevant", nil)
	case t.Before != nil && t.Before.Critical && !critical:
		return c.text("timeline/no-longer-critical", nil)
	case critical && (t.Before == nil || !t.Before.Critical):
		return c.text("timeline/now-critical", nil)
	case critical:
		return c.text("timeline/critical", nil)
	}
	return lang.Text{}
}

// floatText is a task's float, "–" for what has none, and for what is finished
// or not relevant.
func (s *Schedule) floatText(p *page.Page, t *Task) string {
	if !t.HasFloat() || t.NotRelevant != "" || s.facts[t.ID].ActualFinish != nil {
		return "–"
	}
	return p.Integer(t.TotalFloat)
}

// nameWithin is what a task or milestone is called in a list of one project's:
// its name, and its legacy system where it comes once for each.
func (s *Schedule) nameWithin(node *drejebog.Node) lang.Text {
	if node.System != "" {
		return s.Label(node)
	}
	if node.Step != nil {
		return node.Step.Name
	}
	return node.Milestone.Name
}

func (c *Comparison) writePath(p *page.Page) {
	if slices.Equal(c.Before.CriticalPath, c.After.CriticalPath) {
		return
	}
	heading(p, c.text("timeline/critical-path", nil))
	for _, side := range []struct {
		name lang.Text
		s    *Schedule
	}{{c.text("timeline/before-now", nil), c.Before}, {c.text("timeline/now", nil), c.After}} {
		p.Paragraph("  "+side.name.In(p.Lang)+": ", side.s.pathText().In(p.Lang))
	}
}

// pathText is the critical path in a sentence.
func (s *Schedule) pathText() lang.Text {
	if len(s.CriticalPath) == 0 {
		return s.text("timeline/no-critical-path", nil)
	}
	names := make([]lang.Text, len(s.CriticalPath))
	for i, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			names[i] = s.Label(&t.Node)
		} else if m := s.Milestone(id); m != nil {
			names[i] = s.Label(&m.Node)
		}
	}
	float := s.text("timeline/has-float", lang.Args{"days": s.workdayCount(s.PathFloat)})
	return closed(chained(" ", chained(" → ", names...), bracketed(float)))
}

func (c *Comparison) writeYears(p *page.Page) {
	if len(c.Years) == 0 {
		return
	}
	heading(p, c.text("timeline/days-by-year", nil))
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: c.text("timeline/head-before", nil).In(p.Lang), Right: true}, {Head: c.text("timeline/head-now", nil).In(p.Lang), Right: true},
		{Head: c.text("timeline/head-change", nil).In(p.Lang), Right: true},
	}}
	for _, y := range c.Years {
		table.Rows = append(table.Rows, []string{c.yearText(y.Year).In(p.Lang), p.Integer(y.Before), p.Integer(y.After), signed(p, y.After-y.Before)})
	}
	p.Table(table)
}

func (c *Comparison) yearText(year int) lang.Text {
	if year == Undated {
		return c.text("timeline/without-date", nil)
	}
	return lower(c.text("timeline/budget", lang.Args{"year": lang.Plain(year)}))
}

// signed writes a number with its sign.
func signed(p *page.Page, n int) string {
	if n > 0 {
		return "+" + p.Integer(n)
	}
	return p.Integer(n)
}
