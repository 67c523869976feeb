package timeline

import (
	"fmt"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// Compute schedules one kommune's tasks. What the plan does not say, the
// playbook's expectations and the assumptions in its data stand for. It
// counts what was known at the plan's as-of day, or in the edition that the
// book shows. The error says that nothing could be computed: the kommune is
// unknown, or nothing was published yet. Everything else is a finding.
func Compute(book *drejebog.Playbook, p *plan.Plan) (*Schedule, error) {
	if book == nil || p == nil {
		return nil, errNoPlan
	}
	kommune, err := book.Kommune(p.Kommune)
	if err != nil {
		return nil, err
	}
	usable, findings := p.Usable(book)
	b, err := newBasis(book, usable)
	if err != nil {
		return nil, err
	}
	return b.checked(kommune, usable, findings)
}

// checked computes on what can be used of a plan, a copy, so that whoever changes
// the plan later changes no answer, and has what is wrong with it before what the
// dates show. What a plan names is right if any edition has it, as when it is read:
// the whole book is asked, not the one that was cut to the plan's as-of.
func (b *basis) checked(kommune drejebog.Kommune, usable *plan.Plan, findings []drejebog.Finding) (*Schedule, error) {
	s, err := b.compute(kommune, usable)
	if err != nil {
		return nil, err
	}
	s.Findings = append(findings, s.Findings...)
	return s, nil
}

// compute schedules a kommune's plan on the basis that was made for it: once,
// or where a date is a period for both of its ends.
func (b *basis) compute(kommune drejebog.Kommune, p *plan.Plan) (*Schedule, error) {
	s, err := b.schedule(kommune, p, false)
	if err != nil {
		return nil, err
	}
	if hasPeriod(p) {
		if s.Latest, err = b.schedule(kommune, p, true); err != nil {
			return nil, err
		}
		s.latestFindings()
	}
	return s, nil
}

// schedule schedules a plan with the first or the last days of its periods.
func (b *basis) schedule(kommune drejebog.Kommune, p *plan.Plan, last bool) (*Schedule, error) {
	n := newNetwork(b, p, last)
	solved, err := n.solve()
	if err != nil {
		return nil, fmt.Errorf("the network of %s cannot be solved: %w", kommune.Name, err)
	}
	s := &Schedule{
		Book: b.book, Plan: p, Kommune: kommune, AsOf: b.book.Known,
		days: n.days, facts: n.facts, basis: b, last: last, network: n, solved: solved,
	}
	s.Notices = n.notices()
	s.fill(n, solved)
	s.findings(n)
	return s, nil
}

// fill turns the engine's instants into dates, floats and the critical path.
func (s *Schedule) fill(n *network, solved *solution) {
	tasks := 0
	for i := range n.nodes {
		if n.nodes[i].Step != nil {
			tasks++
		}
	}
	s.Tasks = make([]Task, 0, tasks)
	s.Milestones = make([]Milestone, 0, len(n.nodes)-tasks)
	for i := range n.nodes {
		node := n.nodes[i]
		switch {
		case node.Step != nil:
			t := n.task(solved, i)
			t.from = s
			s.Tasks = append(s.Tasks, t)
		case n.activity[i] >= 0:
			m := n.milestone(solved, i)
			m.from = s
			s.Milestones = append(s.Milestones, m)
		}
	}
	s.criticalPath(n, solved)
}

// task is what the engine found of a step.
func (n *network) task(solved *solution, i int) Task {
	node := n.nodes[i]
	if isEffort(&node) {
		return n.effort(solved, i)
	}
	t := Task{Node: node, givesNotice: n.givesNotice(&node)}
	a := n.activity[i]
	if reason := n.facts[node.ID].NotRelevant; reason != nil {
		t.NotRelevant = *reason
	}
	r := solved.result.Dates(a)
	t.Duration = n.duration(&node)
	at := n.dating(i)
	first := dating.first
	if n.isPoint(&node) {
		first = dating.last
	}
	t.Start, t.Finish = first(at, r.Start), at.last(r.Finish)
	t.EarlyStart, t.EarlyFinish = first(at, r.EarlyStart), at.last(r.EarlyFinish)
	if until := n.lateDating(i); !solved.boundless[i] {
		t.LateStart, t.LateFinish = first(until, r.LateStart), until.last(r.LateFinish)
	}
	if n.leads(i) {
		t.FreeFloat = int(r.FreeFloat)
	}
	if t.HasFloat() {
		t.TotalFloat = int(r.TotalFloat)
	}
	t.Driver = n.driverName(solved, a)
	t.Certainty = solved.certainty[a]
	if t.NotRelevant == "" && !n.undated(i) {
		n.frame(&t, i)
	}
	return t
}

// leads reports whether anything waits for a node.
func (n *network) leads(i int) bool {
	return slices.ContainsFunc(n.edges, func(e drejebog.Edge) bool { return e.From == i })
}

// frame tells a task its window.
func (n *network) frame(t *Task, i int) {
	window, _ := n.window(i)
	if window.First > workday.First {
		t.Opens = &window.First
	}
	if window.Last < workday.Last {
		t.Deadline, t.DeadlineKind = &window.Last, n.deadlineKind(&t.Node)
	}
}

// milestone is what the engine found of a milestone.
func (n *network) milestone(solved *solution, i int) Milestone {
	node := n.nodes[i]
	a := n.activity[i]
	r := solved.result.Dates(a)
	at := n.dating(i)
	m := Milestone{Node: node, Driver: n.driverName(solved, a), Certainty: solved.certainty[a]}
	until := n.lateDating(i)
	m.Date, m.Latest = n.dayOf(at, &node, r.Start), n.dayOf(until, &node, r.LateStart)
	if countable(m.Date, m.Latest) {
		m.TotalFloat = n.floatOf(solved, i)
	}
	switch node.Milestone.Kind {
	case drejebog.Deliverable:
		n.openDeliverable(i, &m)
	case drejebog.Confirmation:
		if n.reachedOn(i) != nil {
			m.Certainty = drejebog.Stated
		}
	case drejebog.GoLive:
		if !n.dated(i) && !n.undated(i) {
			m.Date, m.TotalFloat = When{}, 0 // nobody has said when yet
		}
	}
	if solved.boundless[i] {
		m.Latest, m.TotalFloat = When{}, 0
	}
	if node.Milestone.Hard {
		if days, ok := n.book.DatesOf(&node, n.givenToOthers(node.ID)); ok && !n.undated(i) {
			m.Deadline, m.DeadlineKind = &days.Last, drejebog.Frist
		}
	}
	return m
}

// reachedOn is the day that a confirmation of the kommune's own was reached: the
// last of the work that reaches it was finished then, by the plan's word; nil
// where that is not known.
func (n *network) reachedOn(i int) *date.Date {
	if i < 0 {
		return nil
	}
	if m := n.nodes[i].Milestone; m == nil || m.Kind != drejebog.Confirmation {
		return nil
	}
	var last *date.Date
	for _, edge := range n.edges {
		from := &n.nodes[edge.From]
		facts := n.facts[from.ID]
		switch {
		case edge.To != i || from.Step == nil || facts.NotRelevant != nil:
		case facts.ActualFinish == nil:
			return nil
		case last == nil || *last < *facts.ActualFinish:
			last = facts.ActualFinish
		}
	}
	return last
}

// givenToOthers is what the plan dates without one milestone, whose rule then
// dates it.
func (n *network) givenToOthers(id string) map[string]date.Date {
	if !n.isGiven(id) {
		return n.given
	}
	others := maps.Clone(n.given)
	delete(others, id)
	return others
}

// openDeliverable takes away what nothing says of a deliverable: its date where
// nobody has promised one, and when it is needed where no task waits for it any
// more.
func (n *network) openDeliverable(i int, m *Milestone) {
	if !n.dated(i) {
		m.Date, m.TotalFloat = When{}, 0
	}
	if !n.needed(i) {
		m.Latest, m.TotalFloat = When{}, 0
	}
}

// needed reports whether anything that is not done waits for a node.
func (n *network) needed(i int) bool {
	return slices.ContainsFunc(n.edges, func(e drejebog.Edge) bool {
		to := &n.nodes[e.To]
		switch {
		case e.From != i:
			return false
		case to.Step != nil:
			return n.plan.DataDate == nil || n.facts[to.ID].ActualFinish == nil
		}
		return to.Milestone.Kind != drejebog.Deliverable || n.needed(e.To)
	})
}

// dated reports whether the playbook or the plan gives the milestone a date.
func (n *network) dated(i int) bool {
	_, ok := n.book.DatesOf(&n.nodes[i], n.given)
	return ok
}

// dating turns instants into dates, or into distances where they hang on a
// milestone that has no date.
type dating struct {
	milestone string    // "" where dates are dates
	zero      date.Date // the date that stood in for it
}

func (d dating) on(day date.Date) When {
	if d.milestone != "" {
		return When{Kind: RelativeTo, Milestone: d.milestone, Days: int(day - d.zero)}
	}
	return When{Kind: OnDate, Date: day}
}

// first is the day that begins with the instant, last the day that ends with it.
func (d dating) first(x cpm.Instant) When { return d.on(date.Date(x)) }
func (d dating) last(x cpm.Instant) When  { return d.on(date.Date(x) - 1) }

// criticalPath finds the chain with the least float and marks what is on it.
func (s *Schedule) criticalPath(n *network, solved *solution) {
	path, float := n.leastFloatPath(solved, s.AsOf)
	for _, i := range path {
		s.CriticalPath = append(s.CriticalPath, n.nodes[i].ID)
	}
	s.CriticalPathFloat = float
	for i := range s.Tasks {
		t := &s.Tasks[i]
		done := t.LevelOfEffort || t.NotRelevant != "" || s.facts[t.ID].ActualFinish != nil
		t.Critical = !done && (t.HasFloat() && t.TotalFloat <= 0 || slices.Contains(s.CriticalPath, t.ID))
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		m.Critical = m.TotalFloat < 0 || slices.Contains(s.CriticalPath, m.ID)
	}
}
