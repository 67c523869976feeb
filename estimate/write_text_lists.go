package estimate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// writeDifferences shows what the plan's adjustments change, with both figures.
func (e *Estimate) writeDifferences(p telling) {
	if len(e.Differences) == 0 {
		return
	}
	p.head(p.text("estimate/own-adjustments", lang.Args{"thousand": thousand}))
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Wrap: true}, {Head: p.say("estimate/before", nil), Right: true}, {Head: p.say("estimate/after", nil), Right: true},
		{Head: p.say("estimate/hours-before", nil), Right: true}, {Head: p.say("estimate/after", nil), Right: true}, {Head: lowerFirst(p.say("column/why", nil)), Wrap: true},
	}}
	for i := range e.Differences {
		d := &e.Differences[i]
		t.Rows = append(t.Rows, []string{
			e.lineText(d.Task, d.Role, d.Kind).In(p.Lang), thousands(d.Before.Likely, p.Lang), thousands(d.After.Likely, p.Lang),
			tens(d.Before.Hours, p.Lang), tens(d.After.Hours, p.Lang), d.Adjustment.Reason,
		})
	}
	p.Table(t)
}

func (e *Estimate) writeCriticalPath(p telling) {
	if len(e.CriticalPath) == 0 {
		return
	}
	p.head(p.text("estimate/critical-path", nil))
	p.Paragraph("  ", p.say("estimate/least-float", lang.Args{"days": p.text("common/working-days", lang.Args{"n": lang.Whole(e.sched.PathFloat)})}))
	for _, id := range e.CriticalPath {
		if t := e.sched.Task(id); t != nil {
			when := e.whenText(t.Start).In(p.Lang)
			if t.Start.Known() && t.Finish.Known() {
				when = daysText(t.Start.Date, t.Finish.Date, p.Lang)
			}
			p.Paragraph("  ", when+": "+e.sched.Label(&t.Node).In(p.Lang))
		} else if m := e.sched.Milestone(id); m != nil {
			p.Paragraph("  ", e.whenText(m.Date).In(p.Lang)+": "+e.sched.Label(&m.Node).In(p.Lang))
		}
	}
}

// whenText writes a date in words, or says what it hangs on.
func (e *Estimate) whenText(w timeline.When) lang.Text {
	switch w.Kind {
	case timeline.OnDate:
		return lang.DayText(w.Date)
	case timeline.RelativeTo:
		return e.text("estimate/follows-go-live", nil)
	default:
		return e.text("estimate/no-date", nil)
	}
}

// unpriced is what cannot be estimated for one cause: what it is and for which
// projects.
type unpriced struct {
	cause    string
	what     []string
	projects [][]string // of each of what
}

// writeNotEstimable lists what has no figure, together where the same party
// could give one. The reason for each is in the JSON.
func (e *Estimate) writeNotEstimable(p telling) {
	if len(e.NotEstimable) == 0 {
		return
	}
	p.head(p.text("estimate/cannot-be-estimated", nil))
	var rows []unpriced
	for i := range e.NotEstimable {
		n := &e.NotEstimable[i]
		cause := e.causeOf(n).In(p.Lang)
		at := slices.IndexFunc(rows, func(r unpriced) bool { return r.cause == cause })
		if at < 0 {
			at = len(rows)
			rows = append(rows, unpriced{cause: cause})
		}
		rows[at].add(lowerFirst(n.What.In(p.Lang)), n.Project)
	}
	for _, r := range rows {
		parts := make([]string, len(r.what))
		for i := range r.what {
			parts[i] = e.within(r.what[i], r.projects[i])
		}
		p.Paragraph("  - ", r.cause+": "+strings.Join(parts, "; ")+".")
	}
}

// causeOf is whose word a figure waits for, or why there is none.
func (e *Estimate) causeOf(n *NotEstimable) lang.Text {
	if n.Owes == "" {
		return capital(n.Reason)
	}
	return e.text("estimate/waiting-for", lang.Args{"party": e.partyInSentence(n.Owes)})
}

// partyInSentence is a party's name up to what explains it.
func (e *Estimate) partyInSentence(id string) lang.Text {
	name := e.partyName(id)
	da, _, _ := strings.Cut(name.DA, ",")
	en, _, _ := strings.Cut(name.EN, ",")
	return lowered(lang.Text{DA: da, EN: en})
}

// add notes a thing of a project, once.
func (u *unpriced) add(what, project string) {
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
func (e *Estimate) within(text string, projects []string) string {
	names := e.projectNames(projects)
	if names == "" || strings.Contains(text, names) {
		return text
	}
	return text + " (" + names + ")"
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

// writeOwed lists what KOMBIT has not delivered: what is late first, then what
// has a date to come, and in one line what has none.
func (e *Estimate) writeOwed(p telling) {
	list := e.owed()
	if len(list) == 0 {
		return
	}
	p.head(p.text("estimate/not-delivered", nil))
	var undated []string
	for _, o := range list {
		name := lang.Both(e.within(o.name.In(p.Lang), o.projects))
		switch {
		case o.by == nil:
			undated = append(undated, lowerFirst(o.name.In(p.Lang)))
		case *o.by < e.AsOf:
			p.Paragraph("  - ", p.say("estimate/promised-not-come", lang.Args{"promise": o.promise, "name": name}))
		default:
			p.Paragraph("  - ", p.say("estimate/expected", lang.Args{"promise": o.promise, "name": name}))
		}
	}
	if n := len(undated); n > mostUndated {
		p.Paragraph("  - ", p.say("estimate/some-undated", lang.Args{"n": lang.Whole(n), "list": lang.Both(strings.Join(undated[:mostUndated], ", "))}))
	} else if n > 0 {
		p.Paragraph("  - ", p.say("estimate/undated-deliverables", lang.Args{"n": lang.Whole(n), "list": lang.Both(strings.Join(undated, ", "))}))
	}
}

func (e *Estimate) owed() []owed {
	var list []owed
	for i := range e.sched.Milestones {
		m := &e.sched.Milestones[i]
		promised, delivered := e.sched.Owed(m)
		if m.Milestone.Kind != drejebog.Deliverable || m.Milestone.Actor != "kombit" || delivered != nil && *delivered <= e.AsOf {
			continue
		}
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
		at := slices.IndexFunc(list, func(x owed) bool { return x.name == o.name && x.promise == o.promise })
		if at < 0 {
			at = len(list)
			list = append(list, o)
		}
		if m.Project != "" && !slices.Contains(list[at].projects, m.Project) {
			list[at].projects = append(list[at].projects, m.Project)
		}
	}
	slices.SortStableFunc(list, func(a, b owed) int {
		switch {
		case a.by == nil || b.by == nil:
			return cmp.Compare(boolInt(a.by == nil), boolInt(b.by == nil))
		default:
			return cmp.Compare(*a.by, *b.by)
		}
	})
	return list
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// writeInputs shows the inputs that matter as a table.
func (e *Estimate) writeInputs(p telling, matter []Input) {
	if len(matter) == 0 {
		return
	}
	p.head(p.text("estimate/what-would-change", lang.Args{"thousand": thousand}))
	head := []string{lowerFirst(p.say("column/taken-as", nil)), lowerFirst(p.say("column/from", nil)), lowerFirst(p.say("column/to", nil)), lowerFirst(p.say("common/in-all", nil))}
	if e.DecisionYear != 0 {
		head = append(head, digits(e.DecisionYear))
	}
	p.Line(inputRow("", head))
	for i := range matter {
		input := &matter[i]
		low, likely, high := wholeNumber(input.Low, p.Lang), wholeNumber(input.Likely, p.Lang), wholeNumber(input.High, p.Lang)
		if input.Kind == GoLiveInput {
			low, likely, high = shortDate(input.Early, p.Lang), shortDate(input.On, p.Lang), shortDate(input.Late, p.Lang)
		}
		figures := []string{likely, low, high, thousands(input.Total, p.Lang)}
		if e.DecisionYear != 0 {
			figures = append(figures, thousands(input.DecisionYear, p.Lang))
		}
		p.Line(inputRow(digits(i+1)+". "+input.Name.In(p.Lang), figures))
	}
}

func inputRow(name string, figures []string) string {
	const nameWidth, figureWidth = 47, 11
	row := "  " + padRight(name, nameWidth-2)
	for _, figure := range figures {
		row += padLeft(figure, figureWidth)
	}
	return row
}
