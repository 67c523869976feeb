package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Reason is one link of the chain behind a date.
type Reason struct {
	ID            string               // the task or milestone whose date it is
	Finish        bool                 // it is about the task's finish, else its start; a milestone has but one date
	Late          bool                 // the date is the latest, else the earliest or the one that is planned
	Date          When                 // that date
	Rule          Rule                 // what puts it there
	Edge          *drejebog.Dependency // for ByLink
	On            string               // id of the task or milestone that it rests on, "" where it rests on nothing else
	OnDate        When                 // when that lies, at the end that counts; the latest or the earliest, as the date; open without On
	Moved         int                  // calendar days that a printed window has moved with On, back where negative; for ByWindow
	Section       string               // of the playbook that says so, or ""
	Place         strict.Place         // in the plan's file, where the plan says so
	Certainty     drejebog.Certainty   // of this link of the chain, a task's length included
	RuleCertainty drejebog.Certainty   // of the rule alone
}

// earlyChain follows an early date back to what it begins with.
func (s *Schedule) earlyChain(i int) []Reason { return s.chainFrom(i, nil) }

// chainFrom continues a chain with the early date of a node.
func (s *Schedule) chainFrom(i int, chain []Reason) []Reason {
	n := s.network
	for range n.nodes {
		a := n.activity[i]
		if a < 0 {
			break
		}
		c := s.solved.cause[a]
		chain = append(chain, s.reason(i, c, early))
		if c.node < 0 {
			break
		}
		i = c.node
	}
	return chain
}

// lateChain follows a late date on to what bounds it, and from a milestone
// that stands back to what dates that.
func (s *Schedule) lateChain(i int) ([]Reason, *Bound) {
	n := s.network
	var chain []Reason
	for range n.nodes {
		c := n.lateCause(s.solved, n.activity[i])
		r := s.reason(i, c, late)
		chain = append(chain, r)
		if c.rule == ByLink {
			i = c.node
			continue
		}
		if c.rule == ByFinish || c.rule == ByProgress {
			return chain, nil
		}
		if c.node >= 0 {
			chain = s.chainFrom(c.node, chain)
		}
		return chain, &Bound{ID: r.ID, Label: s.Label(&n.nodes[i]), Date: s.boundDate(i, c), Frist: n.breaks(i, c)}
	}
	return chain, nil
}

// boundDate is the day that must not be missed: the deadline as it is set, or
// the date of a milestone that stands.
func (s *Schedule) boundDate(i int, c cause) When {
	if t := s.Task(s.network.nodes[i].ID); t != nil && c.rule == ByDeadline && t.Deadline != nil {
		return When{Kind: OnDate, Date: *t.Deadline}
	}
	return s.network.end(s.solved, i, true, late)
}

// breaks reports whether missing the bound of a node breaks a frist or a rule.
func (n *network) breaks(i int, c cause) bool {
	return c.rule == ByDeadline || c.rule == ByTerm || n.nodes[i].Milestone != nil && n.nodes[i].Milestone.Hard
}

// scheduledChain is why a task lies where it is planned: as early as it can,
// or as late as what waits for it allows.
func (s *Schedule) scheduledChain(i int, e *Explanation) []Reason {
	if e.Task == nil || e.Task.Start == e.Task.EarlyStart {
		return e.Early
	}
	asLate := s.reason(i, cause{ByAsLate, nil, -1}, scheduled)
	if e.Task.Finish == e.Task.LateFinish {
		return append([]Reason{asLate}, e.Late...)
	}
	return []Reason{asLate}
}

// which names one of an activity's three dates.
type which uint8

const (
	early which = iota
	late
	scheduled
)

// end is a date of a node: of a task its start or its finish.
func (n *network) end(s *solution, i int, finish bool, w which) When {
	node := &n.nodes[i]
	if m := node.Milestone; m != nil && m.Kind == drejebog.Deliverable && w != late && !n.dated(i) {
		return When{}
	}
	if node.Milestone != nil || n.isPoint(node) {
		finish = n.side(node) == cpm.FinishSide
	}
	d := s.result.Dates(n.activity[i])
	from, to := d.EarlyStart, d.EarlyFinish
	switch w {
	case late:
		from, to = d.LateStart, d.LateFinish
	case scheduled:
		from, to = d.Start, d.Finish
	}
	at := n.dating(i)
	if w == late {
		if s.boundless[i] {
			return When{}
		}
		at = n.lateDating(i)
	}
	if finish {
		return at.last(to)
	}
	return at.first(from)
}

// reason is one link of a chain.
func (s *Schedule) reason(i int, c cause, w which) Reason {
	n := s.network
	r := Reason{ID: n.nodes[i].ID, Finish: n.concernsFinish(s.solved, i, c, w), Late: w == late, Rule: c.rule, Edge: c.edge}
	r.Date = n.end(s.solved, i, r.Finish, w)
	r.RuleCertainty = n.ruleCertainty(i, c)
	r.Certainty = r.RuleCertainty
	if w == early {
		r.Certainty = n.certaintyOf(i, c)
	}
	if c.node >= 0 {
		r.On, r.OnDate = n.nodes[c.node].ID, n.restsOn(s.solved, c, w)
	}
	if c.rule == ByWindow && c.node >= 0 && !n.undated(i) {
		r.Moved = n.anchors[i].shift
	}
	r.Section, r.Place = s.sourceOf(i, c)
	return r
}

// restsOn is the date of what a cause leads on to, at the end that counts: the
// latest of what follows by a link, else the earliest.
func (n *network) restsOn(s *solution, c cause, w which) When {
	switch {
	case c.rule != ByLink:
		return n.end(s, c.node, true, early)
	case w == late:
		return n.end(s, c.node, c.edge.Type == drejebog.FF || c.edge.Type == drejebog.SF, late)
	}
	return n.end(s, c.node, c.edge.Type == drejebog.FS || c.edge.Type == drejebog.FF, early)
}

// concernsFinish reports which end of a node a cause is about.
func (n *network) concernsFinish(s *solution, i int, c cause, w which) bool {
	switch {
	case c.rule == ByLink && w == early:
		return c.edge.Type == drejebog.FF || c.edge.Type == drejebog.SF
	case c.rule == ByLink:
		return c.edge.Type == drejebog.FS || c.edge.Type == drejebog.FF
	case c.rule == ByPlan && w == early:
		d := s.driver[n.activity[i]]
		return d.Kind == cpm.ConstraintDriver && n.input.Constraints[d.Constraint].Kind == cpm.FinishNoEarlierThan
	}
	return w == late
}

// sourceOf is where a cause is said: the section of the playbook, or the place
// in the plan.
func (s *Schedule) sourceOf(i int, c cause) (section string, place strict.Place) {
	node := &s.network.nodes[i]
	switch c.rule {
	case ByLink:
		return c.edge.Section, place
	case ByPlan, ByProgress:
		return "", s.placeOf(pathOf(node))
	case ByDataDate, ByNothing, ByAsLate, ByFinish:
		return "", place
	case ByPromise:
		return node.Milestone.Promised.Section, place
	case ByDelivery:
		return node.Milestone.Delivered.Section, place
	}
	if section = sectionOf(node); section == "" {
		place = s.placeOf(pathOf(node))
	}
	return section, place
}

// effortReason is that of a level of effort: it follows others.
func (s *Schedule) effortReason(i int) Reason {
	node := &s.network.nodes[i]
	return Reason{
		ID: node.ID, Date: s.Task(node.ID).Start, Rule: ByEffort, Section: sectionOf(node),
		Certainty: drejebog.Assumed, RuleCertainty: drejebog.Assumed,
	}
}
