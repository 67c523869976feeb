package timeline

import (
	"io"
	"slices"
	"strconv"
	"strings"

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
		p.Line(p.Say("Der er ingen forskel.", "There is no difference."))
	} else {
		c.writeInShort(p)
		c.writeFaults(p, c.Broken, lang.Text{DA: "Frister og regler, der nu brydes", EN: "Deadlines and rules that are now missed"})
		c.writeFaults(p, c.Mended, lang.Text{DA: "Frister og regler, der ikke længere brydes", EN: "Deadlines and rules that are no longer missed"})
		c.writeMilestones(p)
		c.writeTasks(p)
		c.writePath(p)
		c.writeYears(p)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func (c *Comparison) writeHead(p *page.Page) {
	title := c.After.Kommune.FullName()
	if c.Before.Kommune.Code != c.After.Kommune.Code {
		title = c.Before.Kommune.Name + p.Say(" og ", " and ") + c.After.Kommune.Name
	}
	p.Line(p.Say("HVAD ER ÆNDRET: ", "WHAT HAS CHANGED: ") + title)
	before, after := seenText(p, c.Before), seenText(p, c.After)
	seen := p.Say("Før og nu er set fra ", "Before and now are seen from ") + after + "."
	if before != after {
		seen = p.Say("Før er set fra ", "Before is seen from ") + before + p.Say(", nu fra ", ", now from ") + after + "."
	}
	if c.counted() {
		seen += p.Say(" »5 mdr. før« er regnet fra idriftsættelsen, hvor den ikke har en dato.", " “5 months before” counts from the go-live where it has no date.")
	}
	p.Paragraph("", seen)
}

// counted reports whether a task is counted from a go-live without a date.
func (c *Comparison) counted() bool {
	return slices.ContainsFunc(c.Tasks, func(t TaskChange) bool {
		return t.Before != nil && t.Before.Finish.Kind == RelativeTo || t.After != nil && t.After.Finish.Kind == RelativeTo
	})
}

func seenText(p *page.Page, s *Schedule) string {
	return p.Day(s.SeenFrom()) + p.Say(" (drejebogens udgave ", " (edition ") + s.Book.Edition.Number + p.Say(")", " of the playbook)")
}

// writeInShort says in a few lines what a steering group must know.
func (c *Comparison) writeInShort(p *page.Page) {
	p.Heading("Kort sagt", "In short")
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if m.node().Milestone.Kind == drejebog.GoLive && (m.Before == nil || m.After == nil || m.Before.Date != m.After.Date) {
			p.Paragraph("  - ", m.sentence(p, c))
		}
	}
	if n := len(c.Broken); n > 0 {
		p.Paragraph("  - ", p.Count(n, lang.Text{DA: "frist eller regel", EN: "deadline or rule"}, lang.Text{DA: "frister eller regler", EN: "deadlines or rules"})+
			p.Say(" brydes nu, som ikke blev brudt før.", " missed now that was not missed before."))
	}
	if n := len(c.Mended); n > 0 {
		p.Paragraph("  - ", p.Count(n, lang.Text{DA: "frist eller regel", EN: "deadline or rule"}, lang.Text{DA: "frister eller regler", EN: "deadlines or rules"})+
			p.Say(" brydes ikke længere.", " no longer missed."))
	}
	p.Paragraph("  - ", c.countText(p))
	if c.Before.PathFloat != c.After.PathFloat {
		p.Paragraph("  - ", p.Say("Slækket på den kritiske vej går fra ", "The float of the critical path goes from ")+
			strconv.Itoa(c.Before.PathFloat)+p.Say(" til ", " to ")+p.Count(c.After.PathFloat, oneWorkday, manyWorkdays)+".")
	}
	for _, move := range c.Moves {
		p.Paragraph("  - ", move.sentence(p))
	}
}

// countText says how many tasks are new, gone, moved, or have another float.
func (c *Comparison) countText(p *page.Page) string {
	var later, earlier, undated, dated, other, fresh, gone int
	for i := range c.Tasks {
		change := &c.Tasks[i]
		days, known := change.DaysLater()
		switch {
		case change.Before == nil:
			fresh++
		case change.After == nil:
			gone++
		case known && days > 0:
			later++
		case known && days < 0:
			earlier++
		case change.Before.Finish.Known() && !change.After.Finish.Known():
			undated++
		case !change.Before.Finish.Known() && change.After.Finish.Known():
			dated++
		default:
			other++
		}
	}
	var parts []string
	for _, part := range []struct {
		n         int
		one, many lang.Text
	}{
		{later, lang.Text{DA: "bliver færdig senere", EN: "finishes later"}, lang.Text{DA: "bliver færdige senere", EN: "finish later"}},
		{earlier, lang.Text{DA: "bliver færdig tidligere", EN: "finishes earlier"}, lang.Text{DA: "bliver færdige tidligere", EN: "finish earlier"}},
		{undated, lang.Text{DA: "har ikke længere en dato", EN: "has no date any more"}, lang.Text{DA: "har ikke længere en dato", EN: "have no date any more"}},
		{dated, lang.Text{DA: "har fået en dato", EN: "has got a date"}, lang.Text{DA: "har fået en dato", EN: "have got a date"}},
		{fresh, lang.Text{DA: "er ny", EN: "is new"}, lang.Text{DA: "er nye", EN: "are new"}},
		{gone, lang.Text{DA: "er faldet bort", EN: "is gone"}, lang.Text{DA: "er faldet bort", EN: "are gone"}},
		{other, lang.Text{DA: "slutter samme dag, men har andet slæk, anden start eller længde", EN: "finishes on the same day, but has other float, start or length"},
			lang.Text{DA: "slutter samme dag, men har andet slæk, anden start eller længde", EN: "finish on the same day, but have other float, start or length"}},
	} {
		if part.n > 0 {
			parts = append(parts, p.Count(part.n, part.one, part.many))
		}
	}
	if len(parts) == 0 {
		return p.Say("Ingen opgaver er ændret.", "No task has changed.")
	}
	return p.Say("Opgaver: ", "Tasks: ") + strings.Join(parts, "; ") + "."
}

// sentence says how much work goes from where to where.
func (m *YearMove) sentence(p *page.Page) string {
	days := p.Count(m.Workdays, oneWorkday, manyWorkdays) + " (" + p.Count(len(m.Tasks), oneTask, manyTasks) + ")"
	switch Undated {
	case m.From:
		return days + p.Say(", der ikke havde nogen dato, falder i budget ", " that had no date fall in budget ") + strconv.Itoa(m.To) + "."
	case m.To:
		return days + p.Say(" i budget ", " in budget ") + strconv.Itoa(m.From) + p.Say(" har ikke længere en dato.", " have no date any more.")
	}
	return days + p.Say(" flytter fra budget ", " move from budget ") + strconv.Itoa(m.From) + p.Say(" til budget ", " to budget ") + strconv.Itoa(m.To) + "."
}

// node is that of the schedule that has the milestone.
func (c *MilestoneChange) node() *drejebog.Node {
	if c.After != nil {
		return &c.After.Node
	}
	return &c.Before.Node
}

// sentence says where a milestone goes: "Idriftsættelse (SAPA): 1. januar 2016
// → 1. marts 2016, 60 dage senere."
func (c *MilestoneChange) sentence(p *page.Page, of *Comparison) string {
	text := of.After.Label(c.node()).In(p.Lang) + ": "
	switch {
	case c.Before == nil:
		return text + p.Say("ny, ", "new, ") + of.After.dateText(p, c.After) + "."
	case c.After == nil:
		return text + p.Say("bortfaldet.", "gone.")
	}
	text += of.Before.dateText(p, c.Before) + " → " + of.After.dateText(p, c.After)
	if moved := movedText(p, c.DaysLater); moved != "" {
		text += ", " + moved
	}
	return text + "."
}

// movedText says how much later or earlier, "" for neither.
func movedText(p *page.Page, by func() (int, bool)) string {
	days, ok := by()
	switch {
	case !ok || days == 0:
		return ""
	case days < 0:
		return p.Count(-days, oneDay, manyDays) + p.Say(" tidligere", " earlier")
	}
	return p.Count(days, oneDay, manyDays) + p.Say(" senere", " later")
}

// dateText is a milestone's date in a sentence.
func (s *Schedule) dateText(p *page.Page, m *Milestone) string {
	if m.Date.Known() {
		return p.Day(m.Date.Date)
	}
	return s.roughDate(p, m, m.Date)
}

func (c *Comparison) writeFaults(p *page.Page, faults []drejebog.Finding, heading lang.Text) {
	if len(faults) == 0 {
		return
	}
	p.Heading(heading.DA, heading.EN)
	for i := range faults {
		p.Paragraph("  - ", faults[i].Text.In(p.Lang)+" "+faults[i].Remedy.In(p.Lang))
	}
}

func (c *Comparison) writeMilestones(p *page.Page) {
	table := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.Say("milepæl", "milestone"), Wrap: true}, {Head: p.Say("før", "before")}, {Head: p.Say("nu", "now")}, {Head: p.Say("flyttet", "moved")},
	}}
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if m.Before != nil && m.After != nil && m.Before.Date == m.After.Date {
			continue
		}
		row := []string{c.After.Label(m.node()).In(p.Lang), p.Say("ny", "new"), p.Say("bortfaldet", "gone"), movedText(p, m.DaysLater)}
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
	p.Heading("Milepæle", "Milestones")
	p.Table(table)
}

// writeTasks lists, by project, the tasks that are new, gone, or at another
// time, and those that came on or off the critical path.
func (c *Comparison) writeTasks(p *page.Page) {
	for _, project := range c.projects() {
		table := page.Table{Indent: 2, Columns: []page.Column{
			{Head: p.Say("opgave", "task"), Wrap: true}, {Head: p.Say("færdig før", "finish before")}, {Head: p.Say("færdig nu", "finish now")},
			{Head: p.Say("flyttet", "moved")}, {Head: p.Say("slæk", "float"), Right: true}, {},
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
		name := c.After.projectName(project)
		if project == "" {
			name = p.Say("kommunen som helhed", "the kommune as such")
		}
		p.Heading("Opgaver: "+name, "Tasks: "+name)
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
	row := []string{of.After.nameWithin(c.node()).In(p.Lang), p.Say("ny", "new"), p.Say("bortfaldet", "gone"), movedText(p, c.DaysLater), "", ""}
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
	switch critical := c.After != nil && c.After.Critical; {
	case c.After != nil && c.After.NotRelevant != "":
		row[5] = p.Say("ikke relevant", "not relevant")
	case c.Before != nil && c.Before.Critical && !critical:
		row[5] = p.Say("ikke længere kritisk", "no longer critical")
	case critical && (c.Before == nil || !c.Before.Critical):
		row[5] = p.Say("nu kritisk", "now critical")
	case critical:
		row[5] = p.Say("kritisk", "critical")
	}
	return row
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
	p.Heading("Kritisk vej", "Critical path")
	for _, side := range []struct {
		name string
		s    *Schedule
	}{{p.Say("Før", "Before"), c.Before}, {p.Say("Nu", "Now"), c.After}} {
		p.Paragraph("  "+side.name+": ", side.s.pathText(p))
	}
}

// pathText is the critical path in a sentence.
func (s *Schedule) pathText(p *page.Page) string {
	if len(s.CriticalPath) == 0 {
		return p.Say("ingen, for ingen af de datoer, der arbejdes mod, er kendt.", "none, since none of the dates that are worked towards is known.")
	}
	names := make([]string, len(s.CriticalPath))
	for i, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			names[i] = s.Label(&t.Node).In(p.Lang)
		} else if m := s.Milestone(id); m != nil {
			names[i] = s.Label(&m.Node).In(p.Lang)
		}
	}
	return strings.Join(names, " → ") + " (" + p.Say("slæk ", "float ") + p.Count(s.PathFloat, oneWorkday, manyWorkdays) + ")."
}

func (c *Comparison) writeYears(p *page.Page) {
	if len(c.Years) == 0 {
		return
	}
	p.Heading("Arbejdsdage pr. budgetår", "Working days by budget year")
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: p.Say("før", "before"), Right: true}, {Head: p.Say("nu", "now"), Right: true}, {Head: p.Say("ændring", "change"), Right: true},
	}}
	for _, y := range c.Years {
		table.Rows = append(table.Rows, []string{yearText(p, y.Year), p.Integer(y.Before), p.Integer(y.After), signed(p, y.After-y.Before)})
	}
	p.Table(table)
}

func yearText(p *page.Page, year int) string {
	if year == Undated {
		return p.Say("uden dato", "without a date")
	}
	return "budget " + strconv.Itoa(year)
}

// signed writes a number with its sign.
func signed(p *page.Page, n int) string {
	if n > 0 {
		return "+" + p.Integer(n)
	}
	return p.Integer(n)
}
