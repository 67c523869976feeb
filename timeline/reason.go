package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
)

// Reason is one link of the chain behind a date.
type Reason struct {
	ID              string               // the task or milestone whose date it is
	Finish          bool                 // it is about the task's finish, else its start; a milestone has but one date
	Late            bool                 // the date is the latest
	Planned         bool                 // the date is the one that is planned; of neither, it is the earliest
	Date            When                 // that date
	By              driver.Kind          // what puts it there
	Edge            *drejebog.Dependency // for driver.Link
	On              string               // id of the task or milestone that it rests on, "" where it rests on nothing else
	OnDate          When                 // when that lies, at the end that counts; the latest or the earliest, as the date; open without On
	Moved           int                  // calendar days that a printed window has moved with On, back where negative; for driver.Window
	Section         string               // of the playbook that says so, or ""
	Place           strict.Place         // in the plan's file, where the plan says so
	Certainty       drejebog.Certainty   // of this link of the chain, a task's length included
	DriverCertainty drejebog.Certainty   // of what puts it there alone
}

// EarlyReason is why a task or milestone comes no earlier; false for what the
// schedule does not have, or has without dates. On goes on the chain.
func (s *Schedule) EarlyReason(id string) (Reason, bool) {
	i, ok := s.solvedNode(id)
	if !ok {
		return Reason{}, false
	}
	return s.reason(i, s.solved.Early(i), early), true
}

// LateReason is why it comes no later: of driver.Link, for what follows, which On goes
// on to; of any other rule, the date that must not be missed is its own, as that of a
// milestone that nothing moves.
func (s *Schedule) LateReason(id string) (Reason, bool) {
	i, ok := s.solvedNode(id)
	if !ok {
		return Reason{}, false
	}
	cause := s.solved.Late(i)
	if at := s.at[i]; at >= 0 && s.solved.Nodes[i].Milestone != nil && s.Milestones[at].isFixed() {
		cause = s.solved.Planned(i)
	}
	return s.reason(i, cause, late), true
}

// PlannedReason is why it lies where it is planned. On goes on the chain.
func (s *Schedule) PlannedReason(id string) (Reason, bool) {
	i, ok := s.solvedNode(id)
	if !ok {
		return Reason{}, false
	}
	return s.reason(i, s.solved.Planned(i), planned), true
}

// solvedNode is the node of a task or milestone that the engine has.
func (s *Schedule) solvedNode(id string) (int, bool) {
	if !s.IsComputed() {
		return 0, false
	}
	i := s.solved.Index(id)
	return i, i >= 0 && s.solved.Has(i)
}

// which names one of an activity's three dates.
type which uint8

const (
	early which = iota
	late
	planned
)

// endOf is a date of a node, as the schedule has it: of a task its start or its finish.
func (s *Schedule) endOf(i int, finish bool, w which) When {
	at := s.at[i]
	if at < 0 {
		return When{}
	}
	if s.solved.Nodes[i].Milestone != nil {
		m := &s.Milestones[at]
		return [...]When{early: m.Early, late: m.Latest, planned: m.Date}[w]
	}
	t := &s.Tasks[at]
	switch {
	case t.NotRelevant != "":
		return When{}
	case finish:
		return [...]When{early: t.EarlyFinish, late: t.LateFinish, planned: t.Finish}[w]
	}
	return [...]When{early: t.EarlyStart, late: t.LateStart, planned: t.Start}[w]
}

// reason is one link of a chain.
func (s *Schedule) reason(i int, c model.Driver, w which) Reason {
	n := s.solved
	r := Reason{ID: n.Nodes[i].ID, Finish: concernsFinish(n, i, c, w), Late: w == late, Planned: w == planned, By: c.By, Edge: c.Edge}
	r.Date = s.endOf(i, r.Finish, w)
	if n.Nodes[i].IsEffort() {
		r.Section, r.Certainty, r.DriverCertainty = sectionOf(&n.Nodes[i]), drejebog.Assumed, drejebog.Assumed
		return r
	}
	r.Certainty, r.DriverCertainty = n.CertaintyOf(i, c)
	if w == late {
		r.Certainty = r.DriverCertainty
	}
	if c.Node >= 0 {
		r.On, r.OnDate = n.Nodes[c.Node].ID, s.restsOn(c, w)
	}
	if c.By == driver.Window && c.Node >= 0 && n.HangsOn(i) == "" {
		r.Moved = n.Shift(i)
	}
	r.Section, r.Place = s.sourceOf(i, c)
	return r
}

// restsOn is the date of what a cause leads on to, at the end that counts: the
// latest of what follows by a link, else the earliest.
func (s *Schedule) restsOn(c model.Driver, w which) When {
	switch {
	case c.By != driver.Link:
		return s.endOf(c.Node, true, planned)
	case w == late:
		return s.endOf(c.Node, c.Edge.Type == drejebog.FF || c.Edge.Type == drejebog.SF, late)
	}
	return s.endOf(c.Node, c.Edge.Type == drejebog.FS || c.Edge.Type == drejebog.FF, w)
}

// concernsFinish reports which end of a node a cause is about.
func concernsFinish(n *model.Solution, i int, c model.Driver, w which) bool {
	switch {
	case c.By == driver.Link && w != late:
		return c.Edge.Type == drejebog.FF || c.Edge.Type == drejebog.SF
	case c.By == driver.Link:
		return c.Edge.Type == drejebog.FS || c.Edge.Type == drejebog.FF
	case c.By == driver.DataDate: // of what has begun, the rest
		facts := n.Facts[n.Nodes[i].ID]
		return facts.ActualStart != nil || facts.IsBegunUndated()
	case w == planned && (c.By == driver.Plan || c.By == driver.Window || c.By == driver.Target):
		return n.ForFinish(i)
	}
	return w == late
}

// sourceOf is where a cause is said: the section of the playbook, or the place
// in the plan.
func (s *Schedule) sourceOf(i int, c model.Driver) (section string, place strict.Place) {
	node := &s.solved.Nodes[i]
	switch c.By {
	case driver.Link:
		return c.Edge.Section, place
	case driver.Plan, driver.Progress:
		return "", s.Plan.Innermost(pathOf(node))
	case driver.DataDate, driver.Nothing, driver.Finish:
		return "", place
	case driver.Promise:
		return node.Milestone.Promised.Section, place
	case driver.Delivery:
		return node.Milestone.Delivered.Section, place
	}
	if section = sectionOf(node); section == "" {
		place = s.Plan.Innermost(pathOf(node))
	}
	return section, place
}

// MarshalJSON is the reason's form.
func (r Reason) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type reasonForm struct {
	ID              string               `json:"id" form:"set"`
	End             string               `json:"end" form:"set"` // "start" or "finish"
	Late            bool                 `json:"late"`           // the date is the latest
	Planned         bool                 `json:"planned"`        // the date is the one that is planned
	Date            When                 `json:"date"`
	By              driver.Kind          `json:"rule"`
	Edge            *drejebog.Dependency `json:"edge"`
	On              string               `json:"on"`
	OnDate          When                 `json:"onDate"`
	Moved           int                  `json:"moved"` // calendar days that the window has moved with what it rests on
	Section         string               `json:"section"`
	Certainty       drejebog.Certainty   `json:"certainty"`
	DriverCertainty drejebog.Certainty   `json:"ruleCertainty"`
	finding.PlaceForm
}

// Form has the end that the date is of as a word, and where the plan says so.
func (r Reason) Form() any {
	end := "start"
	if r.Finish {
		end = "finish"
	}
	return reasonForm{
		r.ID, end, r.Late, r.Planned, r.Date, r.By, r.Edge, r.On, r.OnDate, r.Moved, r.Section, r.Certainty, r.DriverCertainty, finding.PlaceFormOf(r.Place),
	}
}
