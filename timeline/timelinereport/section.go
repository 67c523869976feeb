package timelinereport

import (
	"math"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
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
	start, finish timeline.When // the first and the last
	latest        timeline.When // the last that any of it may finish
	float         int           // the least
	counted       bool          // the float says how much room there is: not all of it is placed
	critical      bool
}

// sections shows what is ahead: side by side what several projects have to do,
// and one by one the rest.
func (t teller) sections(d *document.Document) {
	var shared, single []section
	for _, x := range t.unfinished() {
		if len(x.parts) > 1 {
			shared = append(shared, x)
		} else {
			single = append(single, x)
		}
	}
	if len(shared) > 0 {
		d.Section(t.text("timeline/project-by-project", nil))
		d.Tell(t.text("timeline/side-by-side", nil))
		d.Show(t.sideBySide(shared))
	}
	over := t.over()
	if len(single)+len(over) == 0 {
		return
	}
	d.Section(t.text("timeline/besides", nil))
	if len(single) > 0 {
		d.Show(t.oneByOne(single))
	}
	for _, text := range over {
		d.Tell(text)
	}
}

// sideBySide has a column for each project, and one for the least float of a row.
func (t teller) sideBySide(sections []section) *table.Sheet {
	sheet := &table.Sheet{Name: "shared", Columns: []table.Column{
		table.Head("section", t.text("timeline/head-section", nil)), table.Head("what", t.text("timeline/head-what", nil)),
	}}
	var projects []string
	for i := range t.Book.Projects {
		id := t.Book.Projects[i].ID
		if slices.ContainsFunc(sections, func(x section) bool { return x.parts[id] != nil }) {
			projects = append(projects, id)
			sheet.Columns = append(sheet.Columns, table.Head(id, lang.Both(t.Book.ScopeName(id))))
		}
	}
	sheet.Columns = append(sheet.Columns, table.Figures("float", t.text("timeline/head-float", nil)))
	for i := range sections {
		x := &sections[i]
		row := []table.Cell{table.Text(x.number()), table.Of(x.name())}
		for _, project := range projects {
			row = append(row, table.Of(t.partText(x.parts[project])))
		}
		sheet.Append(append(row, table.WholeOrNone(x.leastFloat()))...)
	}
	return sheet
}

// oneByOne has a row for each section of one project or of the kommune as
// such.
func (t teller) oneByOne(sections []section) *table.Sheet {
	sheet := &table.Sheet{Name: "single", Columns: []table.Column{
		table.Head("section", t.text("timeline/head-section", nil)), table.Head("what", t.text("timeline/head-what", nil)),
		table.Head("planned", t.text("timeline/head-planned", nil)), table.Head("latest", t.text("timeline/head-latest", nil)),
		table.Figures("float", t.text("timeline/head-float", nil)),
	}}
	for i := range sections {
		x := &sections[i]
		for project, part := range x.parts { // there is but one
			name := x.name()
			if project != "" && !strings.Contains(name.DA, t.Book.ScopeName(project)) {
				name = lang.Joined(" ", name, lang.Bracketed(lang.Both(t.Book.ScopeName(project))))
			}
			float := lang.Text{}
			if least := x.leastFloat(); least != nil {
				float = lang.Written(lang.Whole(*least))
			}
			sheet.Append(table.Text(x.number()), table.Of(name), t.planned(part.start, part.finish), t.cell(part.latest),
				table.Of(lang.Joined("", float, lang.Both(part.mark()))))
		}
	}
	return sheet
}

// number is the section's in the playbook.
func (x *section) number() string {
	if x.activity.ID == plan.OwnActivity {
		return ""
	}
	return x.activity.ID
}

// partText writes a part in its cell.
func (t teller) partText(x *part) lang.Text {
	if x == nil {
		return lang.Text{}
	}
	text := t.short(x.finish)
	if x.finish.Known() {
		text = lang.Written(lang.NarrowDay(x.finish.Date)) // four columns of these have to fit
	}
	return lang.Joined("", text, lang.Both(x.mark()))
}

// leastFloat is the least of the parts whose float says how much room there is, nil where
// none does.
func (x *section) leastFloat() *int {
	var least *int
	for _, part := range x.parts {
		if (part.counted || part.float < 0) && (least == nil || part.float < *least) {
			least = &part.float
		}
	}
	return least
}

func (x *part) mark() string { return mark(x.float < 0, x.critical) }

// name is the activity's title, without what it has in brackets; where the
// activity has more than one window, and for own tasks, the first and the last
// of the steps.
func (x *section) name() lang.Text {
	if x.expected == nil && x.activity.ID != plan.OwnActivity && len(x.activity.Windows) == 1 {
		return x.activity.Title.UpTo(" (")
	}
	return firstAndLast(x.names)
}

// firstAndLast sums up the names of steps.
func firstAndLast(names []lang.Text) lang.Text {
	first, last := names[0], names[len(names)-1].Lower()
	switch len(names) {
	case 1:
		return first
	case 2:
		return lang.Joined("; ", first, last)
	}
	return lang.Joined(" … ", first, last)
}

// unfinished sums up what is ahead.
func (t teller) unfinished() []section {
	var list []section
	for i := range t.Tasks {
		task := &t.Tasks[i]
		if task.LevelOfEffort || !t.IsAhead(task) {
			continue
		}
		at := slices.IndexFunc(list, func(x section) bool { return x.takes(task) })
		if at < 0 {
			at = len(list)
			list = append(list, section{activity: task.Activity, window: task.Step.Window, expected: task.Step.Expected, parts: map[string]*part{}})
		}
		list[at].add(task, task.FloatLeft())
	}
	return list
}

// takes reports whether a task belongs to the section: own tasks stand alone.
func (x *section) takes(t *timeline.Task) bool {
	if x.activity != t.Activity || t.Activity.ID == plan.OwnActivity || x.window != t.Step.Window || (x.expected == nil) != (t.Step.Expected == nil) {
		return false
	}
	return x.expected == nil || samePeriod(x.expected.Start, t.Step.Expected.Start) && samePeriod(x.expected.End, t.Step.Expected.End)
}

func samePeriod(a, b *drejebog.Period) bool {
	return a == b || a != nil && b != nil && a.Same(*b)
}

func (x *section) add(t *timeline.Task, float int) {
	if !slices.Contains(x.names, t.Step.Name) {
		x.names = append(x.names, t.Step.Name)
	}
	at := x.parts[t.Project]
	if at == nil {
		at = &part{start: t.Start, finish: t.Finish, latest: t.LateFinish, float: math.MaxInt}
		x.parts[t.Project] = at
	}
	if t.HasFloat() && (!t.Placed || float < 0) {
		at.counted = at.counted || !t.Placed
		at.float = min(at.float, float)
	}
	at.critical = at.critical || t.Critical
	if t.Start.Compare(at.start) < 0 {
		at.start = t.Start
	}
	if t.Finish.Compare(at.finish) > 0 {
		at.finish = t.Finish
	}
	if t.LateFinish.Compare(at.latest) > 0 {
		at.latest = t.LateFinish
	}
}

// over says of how much that should be finished by now the plan says that it
// is.
func (t teller) over() []lang.Text {
	done, silent, sections := 0, 0, []string{}
	for i := range t.Tasks {
		task := &t.Tasks[i]
		facts := t.Facts(task.ID)
		switch {
		case task.LevelOfEffort || task.NotRelevant != "" || t.IsAhead(task):
		case facts.IsDone():
			done++
		default:
			silent++
			if !slices.Contains(sections, task.Activity.ID) {
				sections = append(sections, task.Activity.ID)
			}
		}
	}
	var texts []lang.Text
	if done > 0 {
		texts = append(texts, t.text("timeline/reported-finished", lang.Args{"tasks": t.tasks(done)}))
	}
	if silent > 0 {
		texts = append(texts, t.text("timeline/should-be-finished", lang.Args{"tasks": t.tasks(silent), "sections": t.Book.ListedNames(sections...)}))
	}
	return texts
}
