package timeline

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/drejebog/monopolbrud/timeline/workday"
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
	return computed(book, kommune, p, func(usable *plan.Plan) (*model.Basis, error) { return model.NewBasis(book, usable) }, nil)
}

// computed computes what can be used of a plan on its basis; it shares what it can with
// another schedule, which may be nil.
func computed(
	book *drejebog.Playbook, kommune drejebog.Kommune, p *plan.Plan, basis func(usable *plan.Plan) (*model.Basis, error), like *Schedule,
) (*Schedule, error) {
	usable, findings := p.Usable(book)
	b, err := basis(usable)
	if err != nil {
		return nil, err
	}
	s, err := checked(b, kommune, usable, findings, like)
	if err != nil {
		return nil, err
	}
	s.whole, s.given, s.used = book, usable, usable
	if drejebog.HasFault(findings) {
		s.given = p.Clone()
	}
	if s.Plan = usable.Clone(); s.Latest != nil {
		s.Latest.Plan = s.Plan
	}
	return s, nil
}

// checked computes on what can be used of a plan, a copy, so that whoever changes
// the plan later changes no answer, and has what is wrong with it before what the
// dates show. What a plan names is right if any edition has it, as when it is read:
// the whole book is asked, not the one that was cut to the plan's as-of.
func checked(b *model.Basis, kommune drejebog.Kommune, usable *plan.Plan, findings []drejebog.Finding, like *Schedule) (*Schedule, error) {
	s, err := compute(b, kommune, usable, like)
	if err != nil {
		return nil, err
	}
	s.Findings = append(findings, s.Findings...)
	return s, nil
}

// compute schedules a kommune's plan on the basis that was made for it: once,
// or where a date is a period for both of its ends.
func compute(b *model.Basis, kommune drejebog.Kommune, p *plan.Plan, like *Schedule) (*Schedule, error) {
	s, err := schedule(b, kommune, p, false, like)
	if err != nil {
		return nil, err
	}
	if hasPeriod(p) {
		if s.Latest, err = schedule(b, kommune, p, true, s); err != nil {
			return nil, err
		}
		s.latestFindings()
	}
	return s, nil
}

// schedule schedules a plan with the first or the last days of its periods.
func schedule(b *model.Basis, kommune drejebog.Kommune, p *plan.Plan, last bool, like *Schedule) (*Schedule, error) {
	var other *model.Solution
	if like != nil {
		other = like.solved
	}
	solved, err := model.New(b, p, last).Solve(other)
	if err != nil {
		return nil, fmt.Errorf("the network of %s cannot be solved: %w", kommune.Name, err)
	}
	s := &Schedule{Book: b.Book, Plan: p, Kommune: kommune, AsOf: b.Book.Known, last: last, solved: solved}
	s.Notices = noticesOf(solved, p)
	s.fill()
	s.findings()
	return s, nil
}

// fill turns the engine's instants into dates, floats and the critical path.
func (s *Schedule) fill() {
	n, tasks := s.solved, 0
	for i := range n.Nodes {
		if n.Nodes[i].Step != nil {
			tasks++
		}
	}
	s.Tasks = make([]Task, 0, tasks)
	s.Milestones = make([]Milestone, 0, len(n.Nodes)-tasks)
	s.at = make([]int, len(n.Nodes))
	for i := range n.Nodes {
		switch {
		case n.Nodes[i].Step != nil:
			t := taskOf(n, i)
			t.from, s.at[i] = s, len(s.Tasks)
			s.Tasks = append(s.Tasks, t)
		case n.Has(i):
			m := milestoneOf(n, i)
			m.from, s.at[i] = s, len(s.Milestones)
			s.Milestones = append(s.Milestones, m)
		default:
			s.at[i] = -1
		}
	}
	s.criticalPath()
}

// taskOf is what the engine found of a step.
func taskOf(n *model.Solution, i int) Task {
	node := n.Nodes[i]
	if node.IsEffort() {
		return effortOf(n, i)
	}
	t := Task{Node: node, givesNotice: n.GivesNotice(&node)}
	if reason := n.Facts[node.ID].NotRelevant; reason != nil {
		t.NotRelevant = *reason
	}
	r, d := n.Dates(i), n.Duration(&node)
	t.Duration = Span{d.Low, d.Likely, d.High}
	at, first := datingOf(n, i), dating.first
	if n.IsPoint(&node) {
		first = dating.last
	}
	t.Start, t.Finish = first(at, r.Start), at.last(r.Finish)
	t.EarlyStart, t.EarlyFinish = first(at, r.EarlyStart), at.last(r.EarlyFinish)
	if until, bound := lateDatingOf(n, i); bound {
		t.LateStart, t.LateFinish = first(until, r.LateStart), until.last(r.LateFinish)
	}
	if n.Leads(i) {
		t.FreeFloat = int(r.FreeFloat)
	}
	if t.HasFloat() {
		t.TotalFloat = int(r.TotalFloat)
	}
	t.Driver, t.Certainty = n.Driving(i)
	if t.NotRelevant == "" && n.HangsOn(i) == "" {
		t.frame(n, i)
	}
	return t
}

// frame tells a task its window.
func (t *Task) frame(n *model.Solution, i int) {
	window, kind := n.Window(i)
	opens, closes := window.First > workday.First, window.Last < workday.Last
	if !opens && !closes {
		return
	}
	held := window // one place for both days
	if opens {
		t.Opens = &held.First
	}
	if closes {
		t.Deadline, t.DeadlineKind = &held.Last, kind
	}
}

// effortOf is what the engine found of a level of effort, which has one pair of
// dates: those by which others are scheduled.
func effortOf(n *model.Solution, i int) Task {
	t := Task{Node: n.Nodes[i], LevelOfEffort: true, Certainty: drejebog.Assumed}
	from, until, ok := n.Span(i)
	if !ok {
		return t
	}
	d := n.Dates(i)
	if d.Start == d.Finish {
		return t // published when it is over
	}
	t.Start, t.Finish = datingOf(n, from).first(d.Start), datingOf(n, until).last(d.Finish)
	t.EarlyStart, t.EarlyFinish, t.LateStart, t.LateFinish = t.Start, t.Finish, t.Start, t.Finish
	return t
}

// milestoneOf is what the engine found of a milestone.
func milestoneOf(n *model.Solution, i int) Milestone {
	node, r := n.Nodes[i], n.Dates(i)
	m := Milestone{Node: node}
	m.Driver, m.Certainty = n.Driving(i)
	until, bound := lateDatingOf(n, i)
	m.Date, m.Latest = dayOf(datingOf(n, i), &node, r.Start), dayOf(until, &node, r.LateStart)
	if countable(m.Date, m.Latest) {
		m.TotalFloat = n.Float(i)
	}
	switch node.Milestone.Kind {
	case drejebog.Deliverable:
		m.open(n, i)
	case drejebog.Confirmation:
		if n.ReachedOn(i) != nil {
			m.Certainty = drejebog.Stated
		}
	case drejebog.GoLive:
		if _, dated := n.DaysOf(i); !dated && n.HangsOn(i) == "" {
			m.Date, m.TotalFloat = When{}, 0 // nobody has said when yet
		}
	}
	if !bound {
		m.Latest, m.TotalFloat = When{}, 0
	}
	if node.Milestone.Hard {
		if days, ok := n.RuleOf(i); ok && n.HangsOn(i) == "" {
			m.Deadline, m.DeadlineKind = &days.Last, drejebog.Frist
		}
	}
	return m
}

// open takes away what nothing says of a deliverable: its date where nobody has
// promised one, and when it is needed where no task waits for it any more.
func (m *Milestone) open(n *model.Solution, i int) {
	if n.IsOpen(i) {
		m.Date, m.TotalFloat = When{}, 0
	}
	if !n.Needed(i) {
		m.Latest, m.TotalFloat = When{}, 0
	}
}

// criticalPath finds the chain with the least float and marks what is on it.
func (s *Schedule) criticalPath() {
	path, float := s.solved.Path(s.AsOf)
	for _, i := range path {
		s.CriticalPath = append(s.CriticalPath, s.solved.Nodes[i].ID)
	}
	s.CriticalPathFloat = float
	for i := range s.Tasks {
		t := &s.Tasks[i]
		done := t.LevelOfEffort || t.NotRelevant != "" || s.solved.Facts[t.ID].ActualFinish != nil
		t.Critical = !done && (t.HasFloat() && t.TotalFloat <= 0 || slices.Contains(s.CriticalPath, t.ID))
	}
	for i := range s.Milestones {
		m := &s.Milestones[i]
		m.Critical = m.TotalFloat < 0 || slices.Contains(s.CriticalPath, m.ID)
	}
}
