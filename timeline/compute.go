package timeline

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
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
		case n.Nodes[i].Milestone.Kind == drejebog.ContractEnd:
			m := s.contractEnd(i)
			m.from, s.at[i] = s, len(s.Milestones)
			s.Milestones = append(s.Milestones, m)
		default:
			s.at[i] = -1
		}
	}
	s.takeNoticeDeadlines()
	s.takePaths()
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
	if n.IsClosed(i) || t.NotRelevant != "" {
		t.Certainty = drejebog.Assumed
		if t.NotRelevant == "" {
			t.frame(n, i)
		}
		return t
	}
	first := dating.first
	if n.IsPoint(&node) {
		first = dating.last
	}
	at, from := datingOf(n, i), hanging(n, n.WaitsFor(i))
	t.Start, t.Finish = first(at, r.Start), at.last(r.Finish)
	t.EarlyStart, t.EarlyFinish = first(from, r.EarlyStart), from.last(r.EarlyFinish)
	if until, bound := lateDatingOf(n, i); bound {
		t.LateStart, t.LateFinish = first(until, r.LateStart), until.last(r.LateFinish)
	}
	t.finished = n.IsDone(i)
	if t.HasFloat() {
		t.TotalFloat, t.BoundBy = int(r.TotalFloat), n.BoundBy(i)
	}
	t.Placed = n.IsPlaced(i)
	t.Driver, t.Certainty = n.Driving(i)
	if t.NotRelevant == "" {
		t.frame(n, i)
	}
	t.takeFreeFloat(n, i)
	return t
}

// frame tells a task its window and its target.
func (t *Task) frame(n *model.Solution, i int) {
	if target, ok := n.Target(i); ok {
		at := dating{}
		if target.Node >= 0 {
			at = datingOf(n, target.Node)
		}
		t.Target = at.on(target.Day)
	}
	if n.HangsOn(i) != "" && !n.HasOwnDeadline(i) {
		return
	}
	window, kind := n.Window(i)
	opens, closes := window.First > workday.First && n.HangsOn(i) == "", window.Last < workday.Last
	if !opens && !closes {
		return
	}
	held := &struct { // one place for all days
		window drejebog.Days
		met    date.Date
	}{window, n.Days.OnOrBefore(window.Last)}
	if opens {
		t.Opens = &held.window.First
	}
	if closes {
		t.Deadline, t.DeadlineSet, t.DeadlineKind = &held.met, &held.window.Last, kind
	}
}

// takeFreeFloat tells how far a task can slip without moving what is planned behind it
// or breaking a hard end of its own.
func (t *Task) takeFreeFloat(n *model.Solution, i int) {
	free, ok := n.FreeFloat(i)
	if ok && !t.finished && !t.LevelOfEffort && t.NotRelevant == "" {
		t.FreeFloat, t.hasFreeFloat = free, true
	}
}

// effortOf is what the engine found of a level of effort, which has one pair of
// dates: the first and the last working day of what it spans.
func effortOf(n *model.Solution, i int) Task {
	t := Task{Node: n.Nodes[i], LevelOfEffort: true, Certainty: drejebog.Assumed}
	if reason := n.Facts[t.ID].NotRelevant; reason != nil {
		t.NotRelevant = *reason
		return t
	}
	from, until, ok := n.Span(i)
	if !ok {
		return t
	}
	d := n.Dates(i)
	if d.Start >= d.Finish {
		return t // published when it is over
	}
	t.Start, t.Finish = datingOf(n, from).first(d.Start), datingOf(n, until).last(d.Finish)
	if t.Start.Known() && t.Finish.Known() && n.Days.Count(t.Start.Date, t.Finish.Date) > 0 {
		t.Start.Date, t.Finish.Date = n.Days.OnOrAfter(t.Start.Date), n.Days.OnOrBefore(t.Finish.Date)
	}
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
	if !n.IsFree(i) {
		m.Early = dayOf(hanging(n, n.WaitsFor(i)), &node, r.EarlyStart)
	}
	m.finished, m.bounded = n.IsDone(i), bound
	if countable(m.Date, m.Latest) && !model.Stands(&node) {
		m.TotalFloat = n.Float(i)
	}
	if m.Placed = n.IsPlaced(i); m.Latest.Kind == OnDate && node.Milestone.Kind.ClosesDay() && !model.Stands(&node) {
		m.Latest.Date = n.Days.OnOrBefore(m.Latest.Date)
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
			m.Date, m.Early, m.TotalFloat = When{}, When{}, 0 // nobody has said when yet
		}
	}
	if !bound {
		m.Latest, m.TotalFloat = When{}, 0
	}
	if m.isFixed() {
		m.Latest = m.Date
	}
	if node.Milestone.Hard {
		if days, ok := n.RuleOf(i); ok && n.HangsOn(i) == "" {
			met := n.Days.OnOrBefore(days.Last) // the rule's own day may be a day off
			m.Deadline, m.DeadlineSet, m.DeadlineKind = &met, &days.Last, drejebog.Frist
		}
	}
	if m.HasFloat() {
		m.BoundBy = n.BoundBy(i)
	}
	if free, ok := n.FreeFloat(i); ok && m.HasFloat() {
		m.FreeFloat, m.hasFreeFloat = free, true
	}
	if target, ok := n.Target(i); ok && !m.finished {
		m.Target = datingOf(n, target.Node).on(target.Day)
	}
	return m
}

// isFixed reports whether nothing moves the milestone's date, ahead or past.
func (m *Milestone) isFixed() bool {
	return model.Stands(&m.Node) && m.Milestone.Kind != drejebog.SystemEnd && m.Date.Known()
}

// contractEnd is the end of one of the plan's contracts.
func (s *Schedule) contractEnd(i int) Milestone {
	m := Milestone{Node: s.solved.Nodes[i], Certainty: drejebog.Stated}
	for k := range s.Notices {
		notice := &s.Notices[k]
		if notice.Contract != m.Instance || notice.Ends == nil {
			continue
		}
		m.Date = When{Kind: OnDate, Date: *notice.Ends}
		if notice.Given == nil {
			m.Certainty = drejebog.Assumed
		}
	}
	m.Driver = driver.PlanID
	return m
}

// open takes away what nothing says of a deliverable: its date where nobody has
// promised one, and when it is needed where no task waits for it any more.
func (m *Milestone) open(n *model.Solution, i int) {
	if n.IsOpen(i) {
		m.Date, m.Early, m.TotalFloat = When{}, When{}, 0
	}
	if !n.Needed(i) {
		m.Latest, m.TotalFloat = When{}, 0
	}
}
