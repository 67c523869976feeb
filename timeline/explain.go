package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Explanation has what a project manager asks of a date: is it hard, why that
// day, what does it hold up, and whom is it waiting for.
type Explanation struct {
	ID        string
	Label     lang.Text
	Task      *Task      // nil for a milestone
	Milestone *Milestone // nil for a task

	// The chains behind the dates: first the date itself, then the date that it
	// rests on, and so on to one that rests on nothing else.
	Early     []Reason // why not earlier
	Late      []Reason // why no later; empty for what is done and for level of effort
	Scheduled []Reason // why the day that it is planned for; of level of effort the only chain

	Bound  *Bound    // the date that must not be missed; nil where nothing hard waits
	Holds  []Held    // what waits for it, in the order of the dependencies
	Awaits []Awaited // what it waits for that has not come: what others owe along the chains, and the tasks right before it

	Done *date.Date // the day that it was finished or came, nil where it is not known to be

	from *Schedule
}

// Bound is the date that a late date rests on: a frist, or a milestone that no
// work moves.
type Bound struct {
	ID    string    `json:"id" form:"set"` // the task or milestone whose date it is: often further on
	Label lang.Text `json:"name" form:"set"`
	Date  When      `json:"date"`
	Frist bool      `json:"frist"` // missing it breaks a frist or a hard rule; else a go-live or another date that the plan is made for
}

// Held is something that waits for a task or milestone.
type Held struct {
	ID    string               `json:"id" form:"set"`
	Label lang.Text            `json:"name" form:"set"`
	Edge  *drejebog.Dependency `json:"edge"`
	Date  When                 `json:"date"`  // when it begins or holds
	Moves bool                 `json:"moves"` // it moves with the least delay
}

// Awaited is something that a task or milestone waits for and that is not
// known to have come or to be done.
type Awaited struct {
	ID       string    `json:"id" form:"set"`
	Label    lang.Text `json:"name" form:"set"`
	Actor    string    `json:"actor"`    // id of the party that owes it; "kommune" for its own task
	Who      lang.Text `json:"who"`      // the party, or the person or role that answers for the task
	Promised lang.Text `json:"promised"` // in the words of the promise; zero where there is none
	Date     When      `json:"date"`     // when it is expected; Open where nobody says
	Latest   When      `json:"latest"`   // the last day that is in time
	Overdue  bool      `json:"overdue"`  // promised for a day that has passed
	Direct   bool      `json:"direct"`   // nothing stands between
	Soft     bool      `json:"soft"`     // a help: nothing is scheduled by it
}

// UnknownTaskError says that a schedule has no such task or milestone.
type UnknownTaskError struct {
	ID      string
	Suggest string // the nearest id, or ""
}

// Error returns kind and values.
func (e *UnknownTaskError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *UnknownTaskError) Fault() (kind string, values map[string]any) {
	if e == nil {
		e = &UnknownTaskError{}
	}
	if e.Suggest == "" {
		return "timeline/unknown-task", map[string]any{"id": e.ID}
	}
	return "timeline/unknown-task-meant", map[string]any{"id": e.ID, "meant": e.Suggest}
}

// unknownTask is the error of an id that none of those in question is.
func unknownTask(id string, known []string) *UnknownTaskError {
	return &UnknownTaskError{ID: id, Suggest: lang.Nearest(id, known)}
}

// Explain explains the dates of a task or milestone, by its id. The error is
// an *UnknownTaskError.
func (s *Schedule) Explain(id string) (*Explanation, error) {
	if !s.IsComputed() {
		return nil, &UnknownTaskError{ID: id}
	}
	e := &Explanation{ID: id, Task: s.Task(id), Milestone: s.Milestone(id), from: s}
	i := s.network.indexOf(id)
	switch {
	case i >= 0 && e.Task != nil:
		e.Label, e.Done = s.Label(&e.Task.Node), s.facts[id].ActualFinish
	case i >= 0 && e.Milestone != nil:
		e.Label = s.Label(&e.Milestone.Node)
		if _, e.Done = s.Owed(e.Milestone); e.Done == nil {
			e.Done = s.ReachedOn(e.Milestone)
		}
	default:
		return nil, unknownTask(id, s.ids())
	}
	if e.Task != nil && e.Task.LevelOfEffort {
		e.Scheduled = []Reason{s.effortReason(i)}
		return e, nil
	}
	e.Early = s.earlyChain(i)
	if e.Done == nil {
		e.Late, e.Bound = s.lateChain(i)
		e.Awaits = s.awaits(i)
	}
	e.Scheduled = s.scheduledChain(i, e)
	if m := e.Milestone; m != nil && s.ReachedOn(m) != nil {
		reached := Reason{ID: id, Date: m.Date, Rule: ByProgress, Certainty: drejebog.Stated, RuleCertainty: drejebog.Stated}
		e.Early, e.Scheduled = []Reason{reached}, []Reason{reached}
	}
	e.Holds = s.holds(i)
	return e, nil
}

// ids are those of all tasks and milestones.
func (s *Schedule) ids() []string {
	ids := make([]string, 0, len(s.Tasks)+len(s.Milestones))
	for i := range s.Tasks {
		ids = append(ids, s.Tasks[i].ID)
	}
	for i := range s.Milestones {
		ids = append(ids, s.Milestones[i].ID)
	}
	return ids
}
