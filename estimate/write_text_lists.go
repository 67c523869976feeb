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

// mostInputs is how many of the inputs that change the answer are worth a
// page's room.
const mostInputs = 5

// mattering is the inputs that change the answer most.
func (e *Estimate) mattering() ([]Input, error) {
	inputs, err := e.Inputs()
	var matter []Input
	for _, input := range inputs {
		if len(matter) < mostInputs && (input.DecisionYear.Sign() > 0 || input.Total.Sign() > 0) {
			matter = append(matter, input)
		}
	}
	return matter, err
}

// writeDifferences shows what the plan's adjustments change, with both figures.
func (e *Estimate) writeDifferences(p *page.Page) {
	if len(e.Differences) == 0 {
		return
	}
	p.Heading("Kommunens egne rettelser (1.000 kr. og timer)", "The kommune's own adjustments (DKK 1,000 and hours)")
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Wrap: true}, {Head: p.Say("før", "before"), Right: true}, {Head: p.Say("efter", "after"), Right: true},
		{Head: p.Say("timer før", "hours before"), Right: true}, {Head: p.Say("efter", "after"), Right: true}, {Head: p.Say("hvorfor", "why"), Wrap: true},
	}}
	for i := range e.Differences {
		d := &e.Differences[i]
		t.Rows = append(t.Rows, []string{
			e.differenceName(d, p.Lang), thousands(d.Before.Likely, p.Lang), thousands(d.After.Likely, p.Lang),
			tens(d.Before.Hours, p.Lang), tens(d.After.Hours, p.Lang), d.Adjustment.Reason,
		})
	}
	p.Table(t)
}

// differenceName names what an adjustment changes.
func (e *Estimate) differenceName(d *Difference, language lang.Lang) string {
	return e.labelOf(d.Task).In(language) + ", " + lowerFirst(e.roleName(d.Role).In(language)) + ", " + d.Kind.Name().In(language)
}

func (e *Estimate) writeCriticalPath(p *page.Page) {
	if len(e.CriticalPath) == 0 {
		return
	}
	p.Heading("Kritisk vej", "Critical path")
	p.Paragraph("  ", p.Say("Kæden med mindst slæk (", "The chain with the least float (")+digits(e.sched.PathFloat)+
		plural(e.sched.PathFloat, p.Say(" arbejdsdag", " working day"), p.Say(" arbejdsdage", " working days"))+
		p.Say("). Opgavernes varighed er antagelser.", "). The tasks' durations are assumptions."))
	for _, id := range e.CriticalPath {
		if t := e.sched.Task(id); t != nil {
			when := whenText(t.Start, p.Lang)
			if t.Start.Known() && t.Finish.Known() {
				when = daysText(t.Start.Date, t.Finish.Date, p.Lang)
			}
			p.Paragraph("  ", when+": "+e.sched.Label(&t.Node).In(p.Lang))
		} else if m := e.sched.Milestone(id); m != nil {
			p.Paragraph("  ", whenText(m.Date, p.Lang)+": "+e.sched.Label(&m.Node).In(p.Lang))
		}
	}
}

func plural(n int, one, more string) string {
	if n == 1 || n == -1 {
		return one
	}
	return more
}

// whenText writes a date in words, or says what it hangs on.
func whenText(w timeline.When, language lang.Lang) string {
	switch w.Kind {
	case timeline.OnDate:
		return dayText(w.Date, language)
	case timeline.RelativeTo:
		return lang.Text{DA: "følger idriftsættelsen", EN: "follows the go-live"}.In(language)
	default:
		return lang.Text{DA: "ingen dato", EN: "no date"}.In(language)
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
func (e *Estimate) writeNotEstimable(p *page.Page) {
	if len(e.NotEstimable) == 0 {
		return
	}
	p.Heading("Kan ikke estimeres", "Cannot be estimated")
	var rows []unpriced
	for i := range e.NotEstimable {
		n := &e.NotEstimable[i]
		cause := e.causeOf(n, p)
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
func (e *Estimate) causeOf(n *NotEstimable, p *page.Page) string {
	if n.Owes == "" {
		return upperFirst(n.Reason.In(p.Lang))
	}
	party, _, _ := strings.Cut(e.partyName(n.Owes).In(p.Lang), ",")
	return p.Say("Afventer ", "Waiting for ") + lowerFirst(party)
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
	promise  string // as it was worded, "" for what was never dated
	by       *date.Date
}

// writeOwed lists what KOMBIT has not delivered: what is late first, then what
// has a date to come, and in one line what has none.
func (e *Estimate) writeOwed(p *page.Page) {
	list := e.owed(p.Lang)
	if len(list) == 0 {
		return
	}
	p.Heading("KOMBIT har ikke leveret endnu", "KOMBIT has not delivered yet")
	var undated []string
	for _, o := range list {
		name := e.within(o.name.In(p.Lang), o.projects)
		switch {
		case o.by == nil:
			undated = append(undated, lowerFirst(o.name.In(p.Lang)))
		case *o.by < e.AsOf:
			p.Paragraph("  - ", p.Say("Lovet ", "Promised by ")+o.promise+p.Say(", ikke kommet: ", ", has not come: ")+name+".")
		default:
			p.Paragraph("  - ", p.Say("Ventes ", "Expected by ")+o.promise+": "+name+".")
		}
	}
	if len(undated) > 0 {
		shown := undated[:min(len(undated), mostUndated)]
		p.Paragraph("  - ", digits(len(undated))+p.Say(" leverancer har ingen dato, bl.a. ", " deliverables have no date, among them ")+strings.Join(shown, ", ")+".")
	}
}

func (e *Estimate) owed(language lang.Lang) []owed {
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
			o.promise, o.by = dayText(*promised, language), promised
			if says != nil && says.When.Last == *promised && language == lang.Danish { // the wording is Danish
				o.promise = says.When.Text
			}
		case m.Date.Known():
			o.promise, o.by = dayText(m.Date.Date, language), &m.Date.Date
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
func (e *Estimate) writeInputs(p *page.Page, matter []Input) {
	if len(matter) == 0 {
		return
	}
	p.Heading("Det ville ændre svaret mest (1.000 kr.)", "What would change the answer most (DKK 1,000)")
	head := []string{p.Say("regnet med", "taken as"), p.Say("fra", "from"), p.Say("til", "to"), p.Say("i alt", "in all")}
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
