package explain

import (
	"math"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// Explanation has what a project manager asks of a date: is it hard, why that
// day, what does it hold up, and whom is it waiting for.
type Explanation struct {
	ID        string
	Label     lang.Text
	Task      *timeline.Task      // nil for a milestone
	Milestone *timeline.Milestone // nil for a task

	// The chains behind the dates: first the date itself, then the date that it
	// rests on, and so on to one that rests on nothing else.
	Early     []timeline.Reason // why not earlier
	Late      []timeline.Reason // why no later; empty for what is done and for level of effort
	Scheduled []timeline.Reason // why the day that it is planned for; of level of effort the only chain

	Bound  *Bound    // the date that must not be missed; nil where nothing hard waits
	Holds  []Held    // what waits for it, in the order of the dependencies
	Awaits []Awaited // what it waits for that has not come: what others owe along the chains, and the tasks right before it

	MoreAwaits int // how many of those a brief explanation leaves out

	Done *date.Date // the day that it was finished or came, nil where it is not known to be

	Schedule *timeline.Schedule
}

// Bound is the date that a late date rests on: a frist, or a milestone that no
// work moves.
type Bound struct {
	ID    string        `json:"id" form:"set"` // the task or milestone whose date it is: often further on
	Label lang.Text     `json:"name" form:"set"`
	Date  timeline.When `json:"date"`
	Frist bool          `json:"frist"` // missing it breaks a frist or a hard rule; else a go-live or another date that the plan is made for
}

// Held is something that waits for a task or milestone.
type Held struct {
	ID    string               `json:"id" form:"set"`
	Label lang.Text            `json:"name" form:"set"`
	Edge  *drejebog.Dependency `json:"edge"`
	Date  timeline.When        `json:"date"`  // when it begins or holds
	Moves bool                 `json:"moves"` // it moves with the least delay
}

// Awaited is something that a task or milestone waits for and that is not
// known to have come or to be done.
type Awaited struct {
	ID       string        `json:"id" form:"set"`
	Label    lang.Text     `json:"name" form:"set"`
	Actor    string        `json:"actor"`    // id of the party that owes it; "kommune" for its own task
	Who      lang.Text     `json:"who"`      // the party, or the person or role that answers for the task
	Promised lang.Text     `json:"promised"` // in the words of the promise; zero where there is none
	Date     timeline.When `json:"date"`     // when it is expected; Open where nobody says
	Latest   timeline.When `json:"latest"`   // the last day that is in time
	Overdue  bool          `json:"overdue"`  // promised for a day that has passed
	Direct   bool          `json:"direct"`   // nothing stands between
	Soft     bool          `json:"soft"`     // a help: nothing is scheduled by it
}

// Of explains the dates of a task or milestone, by its id. The error is a
// *timeline.UnknownTaskError. Who asks for many asks an Explainer.
func Of(s *timeline.Schedule, id string) (*Explanation, error) { return New(s).Of(id) }

// Explainer explains the dates of one schedule: what every answer needs is gathered
// once. It is for one goroutine.
type Explainer struct {
	of     *timeline.Schedule
	nodes  map[string]*node  // by id
	helps  map[string][]edge // links that date nothing, by what they help
	bounds map[string]*Bound // those found so far, by id
	seen   int               // number of the walk that is on
	todo   []*node           // of that walk
}

// node is a task or milestone among the links.
type node struct {
	from, into             []edge // that lead on from it, and to it
	isTask, isOver, stands bool
	seen                   int // number of the last walk that met it
}

// edge is a link, and what it comes from.
type edge struct {
	*timeline.Link
	before *node
}

// New returns an Explainer of a schedule.
func New(s *timeline.Schedule) *Explainer {
	x := &Explainer{of: s, nodes: map[string]*node{}, helps: map[string][]edge{}, bounds: map[string]*Bound{}}
	links := s.Links()
	for i := range links {
		from, to := x.node(links[i].From), x.node(links[i].To)
		e := edge{&links[i], from}
		from.from, to.into = append(from.from, e), append(to.into, e)
	}
	for _, help := range s.Helps() {
		x.helps[help.To] = append(x.helps[help.To], edge{&help, x.node(help.From)})
	}
	return x
}

// node returns the node of an id.
func (x *Explainer) node(id string) *node {
	n := x.nodes[id]
	if n == nil {
		n = &node{isTask: x.of.Task(id) != nil, isOver: x.of.IsOver(id), stands: x.of.Milestone(id).Stands()}
		x.nodes[id] = n
	}
	return n
}

// Of is the function Of.
func (x *Explainer) Of(id string) (*Explanation, error) {
	return x.explain(id, math.MaxInt, math.MaxInt)
}

// The bounds of a brief explanation: more than any chain of the playbook has.
const (
	briefChain  = 8
	briefAwaits = 20
)

// Brief is Of with chains of at most eight reasons, of which the last leads on where
// there are more, and the first twenty of what is awaited: for a page that
// explains every date, and has each task's reason with the task.
func (x *Explainer) Brief(id string) (*Explanation, error) {
	return x.explain(id, briefChain, briefAwaits)
}

func (x *Explainer) explain(id string, chain, awaits int) (*Explanation, error) {
	var s *timeline.Schedule
	if x != nil {
		s = x.of
	}
	if !s.IsComputed() {
		return nil, s.UnknownTask(id)
	}
	e := &Explanation{ID: id, Task: s.Task(id), Milestone: s.Milestone(id), Schedule: s}
	switch {
	case e.Task != nil:
		e.Label, e.Done = e.Task.Label(), s.Facts(id).ActualFinish
	case e.Milestone != nil:
		e.Label = e.Milestone.Label()
		if _, e.Done = s.Owed(e.Milestone); e.Done == nil {
			e.Done = s.ReachedOn(e.Milestone)
		}
	default:
		return nil, s.UnknownTask(id)
	}
	if e.Task != nil && e.Task.LevelOfEffort {
		if effort, ok := s.PlannedReason(id); ok {
			e.Scheduled = []timeline.Reason{effort}
		}
		return e, nil
	}
	e.Early = x.chain(id, nil, s.EarlyReason, chain)
	if e.Done == nil {
		e.Late, e.Bound = x.lateChain(id, chain), x.boundOf(id)
		e.Awaits = x.awaits(id)
		e.MoreAwaits = max(0, len(e.Awaits)-awaits)
		e.Awaits = e.Awaits[:len(e.Awaits)-e.MoreAwaits]
	}
	e.Scheduled = x.chain(id, nil, s.PlannedReason, chain)
	if m := e.Milestone; m != nil && s.ReachedOn(m) != nil {
		reached := timeline.Reason{ID: id, Date: m.Date, By: driver.Progress, Certainty: drejebog.Stated, DriverCertainty: drejebog.Stated}
		e.Early, e.Scheduled = []timeline.Reason{reached}, []timeline.Reason{reached}
	}
	e.Holds = x.holds(id)
	return e, nil
}
