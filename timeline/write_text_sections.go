package timeline

import (
	"math"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// section is what is left to do of one activity: of the steps with the same
// window, for each project and for the kommune as such.
type section struct {
	activity *drejebog.Activity
	window   string             // id of the printed window
	expected *drejebog.Expected // a window of the steps' own, or nil
	names    []lang.Text        // of the steps, each once
	parts    map[string]*part   // by project
}

// part is what is left of a section for one project.
type part struct {
	start, finish When // the first and the last
	latest        When // the last that any of it may finish
	float         int  // the least
	counted       bool // the float says how much room there is: not all of it is put as late as can be
	critical      bool
}

// writeSections shows what is ahead: side by side what several projects have
// to do, and one by one the rest.
func (s *Schedule) writeSections(p *page.Page) {
	var shared, single []section
	for _, x := range s.sections() {
		if len(x.parts) > 1 {
			shared = append(shared, x)
		} else {
			single = append(single, x)
		}
	}
	if len(shared) > 0 {
		heading(p, s.text("timeline/project-by-project", nil))
		p.Paragraph("  ", s.text("timeline/side-by-side", nil).In(p.Lang))
		p.Table(s.sharedTable(p, shared))
	}
	if len(single) > 0 {
		heading(p, s.text("timeline/besides", nil))
		p.Table(s.singleTable(p, single))
	}
	s.writeGoneBy(p)
}

// sharedTable has a column for each project.
func (s *Schedule) sharedTable(p *page.Page, sections []section) page.Table {
	table := page.Table{Indent: 2, Columns: []page.Column{{}, {Wrap: true}}}
	var projects []string
	for i := range s.Book.Projects {
		id := s.Book.Projects[i].ID
		if slices.ContainsFunc(sections, func(x section) bool { return x.parts[id] != nil }) {
			projects = append(projects, id)
			table.Columns = append(table.Columns, page.Column{Head: s.projectName(id)})
		}
	}
	for i := range sections {
		x := &sections[i]
		row := []string{x.number(), x.name(p)}
		for _, project := range projects {
			row = append(row, s.partText(p, x.parts[project]))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// singleTable has a row for each section of one project or of the kommune as
// such.
func (s *Schedule) singleTable(p *page.Page, sections []section) page.Table {
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Wrap: true}, {Head: s.text("timeline/head-planned", nil).In(p.Lang)}, {Head: s.text("timeline/head-latest", nil).In(p.Lang)},
		{Head: s.text("timeline/head-float", nil).In(p.Lang), Right: true},
	}}
	for i := range sections {
		x := &sections[i]
		for project, part := range x.parts { // there is but one
			name := x.name(p)
			if project != "" && !strings.Contains(name, s.projectName(project)) {
				name += " (" + s.projectName(project) + ")"
			}
			float := ""
			if part.counted || part.float < 0 {
				float = p.Integer(part.float)
			}
			table.Rows = append(table.Rows, []string{
				x.number(), name, s.roughWhen(p, part.start) + "–" + s.roughWhen(p, part.finish), s.roughWhen(p, part.latest), float + part.mark(),
			})
		}
	}
	return table
}

// number is the section's in the playbook.
func (x *section) number() string {
	if x.activity.ID == OwnActivity {
		return ""
	}
	return x.activity.ID
}

// partText writes a part in its cell.
func (s *Schedule) partText(p *page.Page, x *part) string {
	if x == nil {
		return ""
	}
	text := s.roughWhen(p, x.finish)
	if x.finish.Known() {
		text = lang.Text{DA: x.finish.Date.Format("02.01.06"), EN: text}.In(p.Lang) // four columns of these have to fit
	}
	if x.counted || x.float < 0 {
		text += " (" + p.Integer(x.float) + ")"
	}
	return text + x.mark()
}

func (x *part) mark() string {
	switch {
	case x.float < 0:
		return "!"
	case x.critical:
		return "*"
	}
	return ""
}

// name is the activity's title, without what it has in brackets; where the
// activity has more than one window, and for own tasks, the first and the last
// of the steps.
func (x *section) name(p *page.Page) string {
	if x.expected == nil && x.activity.ID != OwnActivity && len(x.activity.Windows) == 1 {
		title, _, _ := strings.Cut(x.activity.Title.In(p.Lang), " (")
		return title
	}
	return namesOf(p, x.names)
}

// namesOf sums up the names of steps: the first and the last.
func namesOf(p *page.Page, names []lang.Text) string {
	first, last := names[0].In(p.Lang), names[len(names)-1].Lower().In(p.Lang)
	switch len(names) {
	case 1:
		return first
	case 2:
		return first + "; " + last
	}
	return first + " … " + last
}

// sections sums up what is ahead.
func (s *Schedule) sections() []section {
	var list []section
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.LevelOfEffort || !s.IsAhead(t) {
			continue
		}
		at := slices.IndexFunc(list, func(x section) bool { return x.takes(t) })
		if at < 0 {
			at = len(list)
			list = append(list, section{activity: t.Activity, window: t.Step.Window, expected: t.Step.Expected, parts: map[string]*part{}})
		}
		list[at].add(t, s.FloatLeft(t))
	}
	return list
}

// takes reports whether a task belongs to the section: own tasks stand alone.
func (x *section) takes(t *Task) bool {
	if x.activity != t.Activity || t.Activity.ID == OwnActivity || x.window != t.Step.Window || (x.expected == nil) != (t.Step.Expected == nil) {
		return false
	}
	return x.expected == nil || samePeriod(x.expected.Start, t.Step.Expected.Start) && samePeriod(x.expected.End, t.Step.Expected.End)
}

func samePeriod(a, b *drejebog.Period) bool {
	return a == b || a != nil && b != nil && a.Same(*b)
}

func (x *section) add(t *Task, float int) {
	if !slices.Contains(x.names, t.Step.Name) {
		x.names = append(x.names, t.Step.Name)
	}
	at := x.parts[t.Project]
	if at == nil {
		at = &part{start: t.Start, finish: t.Finish, latest: t.LateFinish, float: math.MaxInt}
		x.parts[t.Project] = at
	}
	if t.Start == t.EarlyStart && t.HasFloat() {
		at.counted = true
	}
	if t.HasFloat() {
		at.float = min(at.float, float)
	}
	at.critical = at.critical || t.Critical
	if t.Start.sortKey() < at.start.sortKey() {
		at.start = t.Start
	}
	if t.Finish.sortKey() > at.finish.sortKey() {
		at.finish = t.Finish
	}
	if t.LateFinish.sortKey() > at.latest.sortKey() {
		at.latest = t.LateFinish
	}
}

// writeGoneBy says of how much that should be finished by now the plan says
// that it is.
func (s *Schedule) writeGoneBy(p *page.Page) {
	done, silent, sections := 0, 0, []string{}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		switch {
		case t.LevelOfEffort || t.NotRelevant != "" || s.IsAhead(t):
		case s.facts[t.ID].ActualFinish != nil:
			done++
		default:
			silent++
			if !slices.Contains(sections, t.Activity.ID) {
				sections = append(sections, t.Activity.ID)
			}
		}
	}
	if done > 0 {
		p.Paragraph("  ", s.text("timeline/reported-finished", lang.Args{"tasks": s.taskCount(done)}).In(p.Lang))
	}
	if silent > 0 {
		p.Paragraph("  ", s.text("timeline/should-be-finished", lang.Args{
			"tasks": s.taskCount(silent), "sections": s.listed(bothOf(sections)...),
		}).In(p.Lang))
	}
}
