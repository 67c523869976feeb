package estimatereport

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// differences shows what the plan's adjustments change, with both figures.
func (t *telling) differences() {
	if len(t.est.Differences) == 0 {
		return
	}
	t.Section(t.text("estimate/own-adjustments", lang.Args{"thousand": thousand}))
	sheet := &table.Sheet{Name: "adjustments", Columns: []table.Column{
		table.Head("line", lang.Text{}), table.Figures("before", t.text("estimate/before", nil)), table.Figures("after", t.text("estimate/after", nil)),
		table.Figures("hoursBefore", t.text("estimate/hours-before", nil)), table.Figures("hoursAfter", t.text("estimate/after", nil)),
		table.Head("why", t.text("column/why", nil).Lower()),
	}}
	for i := range t.est.Differences {
		d := &t.est.Differences[i]
		sheet.Append(
			table.Of(t.line(d.Task, d.Role, d.Kind)), table.Of(thousands(d.Before.Likely)), table.Of(thousands(d.After.Likely)),
			table.Of(tens(d.Before.Hours)), table.Of(tens(d.After.Hours)), table.Text(d.Adjustment.Reason),
		)
	}
	t.Show(sheet)
}

// criticalPath lists the tasks and milestones of the critical path.
func (t *telling) criticalPath() {
	if len(t.est.CriticalPath) == 0 {
		return
	}
	t.Section(t.text("common/critical-path", nil))
	t.Tell(t.text("estimate/least-float", lang.Args{"days": t.text("common/working-days", lang.Args{"n": lang.Whole(t.sched.CriticalPathFloat)})}))
	var list document.List
	for _, id := range t.est.CriticalPath {
		if task := t.sched.Task(id); task != nil {
			when := t.when(task.Start)
			if task.Start.Known() && task.Finish.Known() {
				when = lang.Written(lang.Days{First: task.Start.Date, Last: task.Finish.Date})
			}
			list.Items = append(list.Items, document.Item{Mark: when, Text: t.sched.Label(&task.Node)})
		} else if m := t.sched.Milestone(id); m != nil {
			list.Items = append(list.Items, document.Item{Mark: t.when(m.Date), Text: t.sched.Label(&m.Node)})
		}
	}
	t.Add(list)
	t.pathBinds()
}

// pathBinds tells the hard end by which the critical path is bound, and what lies
// between.
func (t *telling) pathBinds() {
	end := t.sched.HardEnd(t.sched.CriticalPathTo)
	if end == nil {
		return
	}
	args := lang.Args{"end": t.sched.LabelOf(t.sched.CriticalPathTo), "day": lang.Day(*end)}
	if len(t.sched.CriticalPathThrough) == 0 {
		t.Tell(t.text("timeline/path-binds", args))
		return
	}
	through := make([]lang.Text, len(t.sched.CriticalPathThrough))
	for i, id := range t.sched.CriticalPathThrough {
		through[i] = t.sched.LabelOf(id)
	}
	args["through"] = lang.Joined("; ", through...)
	t.Tell(t.text("timeline/path-binds-through", args))
}

// when is a date in words, or what it hangs on.
func (t *telling) when(w timeline.When) lang.Text {
	switch w.Kind {
	case timeline.OnDate:
		return lang.DayText(w.Date)
	case timeline.RelativeTo:
		return t.text("estimate/follows-go-live", nil)
	default:
		return t.text("common/no-date", nil)
	}
}

// unpriced is what cannot be estimated for one cause: what it is and for which
// projects.
type unpriced struct {
	cause    lang.Text
	what     []lang.Text
	projects [][]string // of each of what
}

// notEstimable lists what has no figure, together where the same party could
// give one. The reason for each is in the JSON.
func (t *telling) notEstimable() {
	if len(t.est.NotEstimable) == 0 {
		return
	}
	t.Section(t.text("estimate/cannot-be-estimated", nil))
	var rows []unpriced
	for i := range t.est.NotEstimable {
		n := &t.est.NotEstimable[i]
		cause := t.cause(n)
		at := slices.IndexFunc(rows, func(r unpriced) bool { return r.cause == cause })
		if at < 0 {
			at = len(rows)
			rows = append(rows, unpriced{cause: cause})
		}
		rows[at].add(n.What.Lower(), n.Project)
	}
	var texts []lang.Text
	for _, r := range rows {
		parts := make([]lang.Text, len(r.what))
		for i := range r.what {
			parts[i] = t.within(r.what[i], r.projects[i])
		}
		texts = append(texts, lang.Joined(": ", r.cause, lang.Joined("; ", parts...)).Ended())
	}
	t.Points(texts...)
}

// cause is whose word a figure waits for, or why there is none.
func (t *telling) cause(n *estimate.NotEstimable) lang.Text {
	if n.Owes == "" {
		return n.Reason.Capital()
	}
	return t.text("estimate/waiting-for", lang.Args{"party": t.book.PartyShortName(n.Owes).Lower()})
}

// add notes a thing of a project, once.
func (u *unpriced) add(what lang.Text, project string) {
	at := slices.Index(u.what, what)
	if at < 0 {
		at = len(u.what)
		u.what = append(u.what, what)
		u.projects = append(u.projects, nil)
	}
	if project != "" && !slices.Contains(u.projects[at], project) {
		u.projects[at] = append(u.projects[at], project)
	}
}

// within adds the names of projects to a text that does not name them.
func (t *telling) within(text lang.Text, projects []string) lang.Text {
	names := t.book.ScopeNames(projects)
	if strings.Contains(text.DA, names) {
		return text
	}
	return lang.Joined(" ", text, lang.Bracketed(lang.Both(names)))
}

// mostUndated is how many of the deliverables without date are named.
const mostUndated = 4

// owed is something that KOMBIT has promised and not delivered.
type owed struct {
	name     lang.Text
	projects []string
	promise  lang.Text // as it was worded, empty for what was never dated
	by       *date.Date
}

// owed lists what KOMBIT has not delivered: what is late first, then what has a
// date to come, and in one line what has none.
func (t *telling) owed() {
	list := t.owedByKombit()
	if len(list) == 0 {
		return
	}
	t.Section(t.text("estimate/not-delivered", nil))
	var texts, undated []lang.Text
	for _, o := range list {
		name := t.within(o.name, o.projects)
		switch {
		case o.by == nil:
			undated = append(undated, o.name.Lower())
		case *o.by < t.est.AsOf:
			texts = append(texts, t.text("estimate/promised-not-come", lang.Args{"promise": o.promise, "name": name}))
		default:
			texts = append(texts, t.text("estimate/expected", lang.Args{"promise": o.promise, "name": name}))
		}
	}
	if n := len(undated); n > mostUndated {
		texts = append(texts, t.text("estimate/some-undated", lang.Args{"n": lang.Whole(n), "list": lang.Joined(", ", undated[:mostUndated]...)}))
	} else if n > 0 {
		texts = append(texts, t.text("estimate/undated-deliverables", lang.Args{"n": lang.Whole(n), "list": lang.Joined(", ", undated...)}))
	}
	t.Points(texts...)
}

func (t *telling) owedByKombit() []owed {
	var list []owed
	for i := range t.sched.Milestones {
		m := &t.sched.Milestones[i]
		promised, delivered := t.sched.Owed(m)
		if m.Milestone.Kind != drejebog.Deliverable || m.Milestone.Actor != "kombit" || delivered != nil && *delivered <= t.est.AsOf {
			continue
		}
		o := promiseOf(m, promised)
		at := slices.IndexFunc(list, func(x owed) bool { return x.name == o.name && x.promise == o.promise })
		if at < 0 {
			at = len(list)
			list = append(list, o)
		}
		if m.Project != "" && !slices.Contains(list[at].projects, m.Project) {
			list[at].projects = append(list[at].projects, m.Project)
		}
	}
	slices.SortStableFunc(list, func(a, b owed) int { return lang.CompareDays(a.by, b.by) })
	return list
}

// promiseOf is a deliverable as it was promised, or as it is dated else.
func promiseOf(m *timeline.Milestone, promised *date.Date) owed {
	o := owed{name: m.Milestone.Name}
	switch says := m.Milestone.Promised; {
	case promised != nil:
		o.promise, o.by = lang.DayText(*promised), promised
		if says != nil && says.When.Last == *promised { // the wording is Danish
			o.promise.DA = says.When.Text
		}
	case m.Date.Known():
		o.promise, o.by = lang.DayText(m.Date.Date), &m.Date.Date
	}
	return o
}

// inputs shows the inputs that matter, where they are known.
func (t *telling) inputs() {
	if len(t.est.InputsThatMatter) == 0 {
		return
	}
	t.Section(t.text("estimate/what-would-change", lang.Args{"thousand": thousand}))
	sheet := &table.Sheet{Name: "inputs", Columns: []table.Column{
		table.Figures("rank", lang.Text{}), table.Head("input", lang.Text{}), table.Figures("takenAs", t.text("column/taken-as", nil).Lower()),
		table.Figures("from", t.text("column/from", nil).Lower()), table.Figures("to", t.text("column/to", nil).Lower()),
		table.Figures("inAll", t.text("common/in-all", nil).Lower()),
	}}
	decides := t.est.ToDecide() != nil
	if decides {
		sheet.Columns = append(sheet.Columns, table.Figures("decisionYear", lang.Written(lang.Plain(t.est.DecisionYear))))
	}
	for i := range t.est.InputsThatMatter {
		input := &t.est.InputsThatMatter[i]
		row := []table.Cell{
			table.Whole(i + 1), table.Of(input.Name), table.Of(lang.Decimals(input.Likely, 0)), table.Of(lang.Decimals(input.Low, 0)), table.Of(lang.Decimals(input.High, 0)),
		}
		if input.Kind == estimate.GoLiveInput {
			row = []table.Cell{
				table.Whole(i + 1), table.Of(input.Name), table.Of(lang.ShortDay(input.On)), table.Of(lang.ShortDay(input.Early)), table.Of(lang.ShortDay(input.Late)),
			}
		}
		row = append(row, table.Of(thousands(input.Total)))
		if decides {
			row = append(row, table.Of(thousands(input.DecisionYear)))
		}
		sheet.Append(row...)
	}
	t.Show(sheet)
}
