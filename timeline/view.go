package timeline

import (
	"cmp"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// Grouping says what a view puts tasks together by.
type Grouping uint8

// The groupings.
const (
	ByProject Grouping = iota + 1 // the shared systems, and the kommune as such
	ByTheme                       // the playbook's chapters, and the plan's own tasks
	ByActor                       // who carries it out or owes it: the kommune, KOMBIT, suppliers …
	ByRole                        // the role that answers for it
)

var groupingNames = [...]string{ByProject: "project", ByTheme: "theme", ByActor: "actor", ByRole: "role"}

// String returns "project", "theme", "actor", "role", or "".
func (g Grouping) String() string {
	if int(g) < len(groupingNames) {
		return groupingNames[g]
	}
	return ""
}

// View is a schedule's tasks and milestones in groups.
type View struct {
	By     Grouping
	Groups []Group // in the playbook's order, without empty ones; first what belongs to none

	schedule *Schedule
}

// Group is what a view puts together.
type Group struct {
	Key        string // id of the project, theme, party or role; "own" for own tasks without theme; "" for none
	Name       lang.Text
	Tasks      []*Task      // in the schedule's order
	Milestones []*Milestone // in the schedule's order; none by role, which answers for tasks only
}

// View groups the schedule's tasks and milestones.
func (s *Schedule) View(by Grouping) *View {
	v := &View{By: by, schedule: s}
	groups := map[string]*Group{}
	order := s.groupsOf(by)
	for i := range order {
		groups[order[i].Key] = &order[i]
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if g := groups[s.taskKey(t, by)]; g != nil {
			g.Tasks = append(g.Tasks, t)
		}
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if g := groups[s.milestoneKey(m, by)]; g != nil && by != ByRole {
			g.Milestones = append(g.Milestones, m)
		}
	}
	for _, g := range order {
		if len(g.Tasks)+len(g.Milestones) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

// groupsOf lists the groups that there can be.
func (s *Schedule) groupsOf(by Grouping) []Group {
	groups := []Group{{}}
	if by != ByActor { // everything has an actor
		groups[0].Name = s.Book.Words.Key("timeline-no-group", by.String(), nil)
	}
	switch by {
	case ByProject:
		for i := range s.Book.Projects {
			p := &s.Book.Projects[i]
			groups = append(groups, Group{Key: p.ID, Name: lang.Both(p.Name)})
		}
	case ByTheme:
		for theme := drejebog.Organisation; theme <= drejebog.Procurement; theme++ {
			groups = append(groups, Group{Key: theme.String(), Name: s.Book.ThemeTitle(theme)})
		}
		groups = append(groups, Group{Key: OwnActivity, Name: s.text("timeline/own-tasks", nil)})
	case ByActor:
		for i := range s.Book.Parties {
			p := &s.Book.Parties[i]
			groups = append(groups, Group{Key: p.ID, Name: p.Name})
		}
	case ByRole:
		for i := range s.Book.Roles {
			r := &s.Book.Roles[i]
			groups = append(groups, Group{Key: r.ID, Name: r.Name})
		}
	}
	return groups
}

func (s *Schedule) taskKey(t *Task, by Grouping) string {
	switch by {
	case ByProject:
		return t.Project
	case ByTheme:
		return cmp.Or(t.Activity.Theme.String(), OwnActivity)
	case ByActor:
		return s.actor(t)
	}
	return t.Step.Role
}

// milestoneKey finds a milestone's group; its theme is that of the section that
// it stands in.
func (s *Schedule) milestoneKey(m *Milestone, by Grouping) string {
	switch by {
	case ByProject:
		return m.Project
	case ByActor:
		return m.Milestone.Actor
	case ByTheme:
		if a := s.Book.Activity(m.Milestone.Section); a != nil {
			return a.Theme.String()
		}
	}
	return ""
}

// WriteText writes the groups with what lies ahead in each.
func (v *View) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	s := v.schedule
	p.Line(s.Book.Words.Key("timeline-view", v.By.String(), lang.Args{"kommune": s.kommuneName()}).In(language))
	p.Paragraph("", s.text("timeline/view-intro", lang.Args{"day": lang.Day(s.SeenFrom())}).In(language))
	for i := range v.Groups {
		v.writeGroup(p, &v.Groups[i])
	}
	_, err := io.WriteString(w, p.String())
	return err
}

func (v *View) writeGroup(p *page.Page, g *Group) {
	heading(p, g.Name)
	p.Paragraph("  ", v.schedule.groupSum(g).In(p.Lang))
	if table := v.schedule.taskTable(p, g.Tasks, v.By == ByProject); len(table.Rows) > 0 {
		p.Table(table)
	}
	if table := v.schedule.milestoneTable(p, g.Milestones, v.By == ByProject); len(table.Rows) > 0 {
		p.Line("")
		p.Table(table)
	}
}

// groupSum counts what is ahead and what is over.
func (s *Schedule) groupSum(g *Group) lang.Text {
	ahead, over, running := 0, 0, 0
	for _, t := range g.Tasks {
		switch {
		case t.NotRelevant != "":
		case t.LevelOfEffort:
			running++
		case s.IsAhead(t):
			ahead++
		default:
			over++
		}
	}
	var parts []lang.Text
	if len(g.Tasks) > 0 {
		parts = append(parts, s.text("timeline/n-ahead", lang.Args{"tasks": s.taskCount(ahead)}))
	}
	if over > 0 {
		parts = append(parts, s.text("timeline/n-over", lang.Args{"n": lang.Whole(over)}))
	}
	if running > 0 {
		parts = append(parts, s.text("timeline/n-running", lang.Args{"n": lang.Whole(running)}))
	}
	coming := 0
	for _, m := range g.Milestones {
		if s.comes(m) {
			coming++
		}
	}
	if coming > 0 {
		parts = append(parts, s.text("timeline/n-milestones", lang.Args{"n": lang.Whole(coming)}))
	}
	if len(parts) == 0 {
		return s.text("timeline/nothing-ahead", nil)
	}
	return closed(lang.Joined(", ", parts...))
}

// taskTable lists the tasks that are ahead, by start. Within one project the
// project is not named again.
func (s *Schedule) taskTable(p *page.Page, tasks []*Task, within bool) page.Table {
	table := page.Table{Indent: 2, Columns: []page.Column{
		{Head: s.text("timeline/head-task", nil).In(p.Lang), Wrap: true}, {Head: s.text("timeline/head-planned", nil).In(p.Lang)},
		{Head: s.text("timeline/head-latest", nil).In(p.Lang)}, {Head: s.text("timeline/head-float", nil).In(p.Lang), Right: true},
		{}, {Head: s.text("timeline/head-due", nil).In(p.Lang)},
	}}
	var ahead []*Task
	for _, t := range tasks {
		if s.IsAhead(t) && !t.LevelOfEffort {
			ahead = append(ahead, t)
		}
	}
	slices.SortStableFunc(ahead, func(a, b *Task) int { return cmp.Compare(a.Start.sortKey(), b.Start.sortKey()) })
	for _, t := range ahead {
		name := s.Label(&t.Node)
		if within {
			name = s.nameWithin(&t.Node)
		}
		table.Rows = append(table.Rows, []string{
			name.In(p.Lang), s.roughSpan(p, t.Start, t.Finish), s.roughWhen(p, t.LateFinish), s.leftText(p, t), mark(t), s.dueText(p, t),
		})
	}
	return table
}

// leftText is the float that is left, "–" for what has none.
func (s *Schedule) leftText(p *page.Page, t *Task) string {
	if !t.HasFloat() {
		return "–"
	}
	return p.Integer(s.FloatLeft(t))
}

// mark shows what is critical or late.
func mark(t *Task) string {
	switch {
	case t.TotalFloat < 0:
		return "!"
	case t.Critical:
		return "*"
	}
	return ""
}

// dueText says how hard the end of a task's window is.
func (s *Schedule) dueText(p *page.Page, t *Task) string {
	switch hard := s.HardDay(t); {
	case hard != nil:
		return s.text("timeline/due-deadline", lang.Args{"day": lang.ShortDay(*hard)}).In(p.Lang)
	case t.Deadline == nil:
		return ""
	}
	return s.text("timeline/due-expected", lang.Args{"day": lang.ShortDay(*t.Deadline)}).In(p.Lang)
}

// comes reports whether a milestone is still to come.
func (s *Schedule) comes(m *Milestone) bool {
	if m.Milestone.Kind == drejebog.Deliverable {
		promised, delivered := s.Owed(m)
		needed := m.Latest.Kind != Open && (!m.Latest.Known() || m.Latest.Date >= s.SeenFrom())
		return delivered == nil && (promised != nil || needed)
	}
	return !m.Date.Known() || m.Date.Date >= s.SeenFrom()
}

// milestoneTable lists the milestones that are to come, by date and then by
// when they are needed.
func (s *Schedule) milestoneTable(p *page.Page, milestones []*Milestone, within bool) page.Table {
	table := page.Table{Indent: 2, Columns: []page.Column{
		{Head: s.text("timeline/head-milestone", nil).In(p.Lang), Wrap: true}, {Head: s.text("timeline/head-expected", nil).In(p.Lang)},
		{Head: s.text("timeline/head-latest", nil).In(p.Lang)},
	}}
	var coming []*Milestone
	for _, m := range milestones {
		if s.comes(m) {
			coming = append(coming, m)
		}
	}
	slices.SortStableFunc(coming, func(a, b *Milestone) int {
		return cmp.Or(cmp.Compare(a.Date.sortKey(), b.Date.sortKey()), cmp.Compare(a.Latest.sortKey(), b.Latest.sortKey()))
	})
	for _, m := range coming {
		name := s.Label(&m.Node)
		if within {
			name = s.nameWithin(&m.Node)
		}
		table.Rows = append(table.Rows, []string{name.In(p.Lang), s.roughDate(p, m, m.Date), s.roughDate(p, m, m.Latest)})
	}
	return table
}

// roughDate is one of a milestone's dates in a narrow column: unknown for the one
// that others are counted from.
func (s *Schedule) roughDate(p *page.Page, m *Milestone, w When) string {
	if w.Milestone == m.ID {
		return s.liveWhen(p, w)
	}
	return s.roughWhen(p, w)
}
