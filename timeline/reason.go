package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
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

// EarlyReason is why a task or milestone comes no earlier; false for what the
// schedule does not have, or has without dates. On goes on the chain.
func (s *Schedule) EarlyReason(id string) (Reason, bool) {
	i, ok := s.solvedNode(id)
	if !ok {
		return Reason{}, false
	}
	return s.reason(i, s.solved.cause[s.network.activity[i]], early), true
}

// LateReason is why it comes no later: of ByLink, for what follows, which On goes
// on to; of any other rule, the date that must not be missed is its own.
func (s *Schedule) LateReason(id string) (Reason, bool) {
	i, ok := s.solvedNode(id)
	if !ok {
		return Reason{}, false
	}
	return s.reason(i, s.network.lateCause(s.solved, s.network.activity[i]), late), true
}

// ScheduledReason is why a task lies where it does although it could come earlier:
// as late as what waits for it allows or, for a level of effort, with what it
// spans. It is zero for a task of no schedule.
func (s *Schedule) ScheduledReason(t *Task) Reason {
	if !s.IsComputed() || t == nil || s.network.indexOf(t.ID) < 0 {
		return Reason{}
	}
	i := s.network.indexOf(t.ID)
	if isEffort(&s.network.nodes[i]) {
		return Reason{
			ID: t.ID, Date: t.Start, Rule: ByEffort, Section: t.Section(), Certainty: drejebog.Assumed, RuleCertainty: drejebog.Assumed,
		}
	}
	return s.reason(i, cause{ByAsLate, nil, -1}, scheduled)
}

// solvedNode is the node of a task or milestone that the engine has.
func (s *Schedule) solvedNode(id string) (int, bool) {
	if !s.IsComputed() {
		return 0, false
	}
	i := s.network.indexOf(id)
	return i, i >= 0 && s.network.activity[i] >= 0
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

// MarshalJSON is the reason's form.
func (r Reason) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type reasonForm struct {
	ID            string               `json:"id" form:"set"`
	End           string               `json:"end" form:"set"` // "start" or "finish"
	Late          bool                 `json:"late"`           // the date is the latest, else the earliest or the one that is planned
	Date          When                 `json:"date"`
	Rule          Rule                 `json:"rule"`
	Edge          *drejebog.Dependency `json:"edge"`
	On            string               `json:"on"`
	OnDate        When                 `json:"onDate"`
	Moved         int                  `json:"moved"` // calendar days that the window has moved with what it rests on
	Section       string               `json:"section"`
	Certainty     drejebog.Certainty   `json:"certainty"`
	RuleCertainty drejebog.Certainty   `json:"ruleCertainty"`
	drejebog.PlaceForm
}

// Form has the end that the date is of as a word, and where the plan says so.
func (r Reason) Form() any {
	end := "start"
	if r.Finish {
		end = "finish"
	}
	return reasonForm{
		r.ID, end, r.Late, r.Date, r.Rule, r.Edge, r.On, r.OnDate, r.Moved, r.Section, r.Certainty, r.RuleCertainty, drejebog.PlaceFormOf(r.Place),
	}
}
