package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// Schedule is one kommune's plan in dates: every task and milestone, with the
// critical path and what breaks a deadline.
type Schedule struct {
	Book    *drejebog.Playbook // as it was known at AsOf
	Plan    *plan.Plan
	Kommune drejebog.Kommune
	AsOf    date.Date // what was known by the end of this day counts

	Tasks      []Task      // in the playbook's order; level-of-effort tasks among them; the plan's own last
	Milestones []Milestone // in the playbook's order

	// CriticalPath holds the ids of the tasks and milestones that decide what is met:
	// the row with the least float among those that are not finished, no level of effort
	// and not placed, whose hard end lies ahead, and back from it the chain of links that
	// drive where it is planned, first to last. It is empty where there is none.
	CriticalPath        []string
	CriticalPathTo      string   // the hard end: id of a milestone, a task or a contract
	CriticalPathThrough []string // ids of what is placed or given between the last of the path and its hard end
	CriticalPathFloat   int      // of the last of the path, in working days
	CriticalPathGaps    []Gap    // the links at which the float changes along it
	// ProjectPaths are the same for each project that has one, to its start of
	// implementation or its go-live, in the playbook's order.
	ProjectPaths []Path

	Findings []drejebog.Finding // in the order of the tasks and milestones they are about

	Notices []Notice // of the plan's contracts on legacy systems, in the order of their ids

	// Latest is the schedule with each go-live and start of implementation that
	// the plan gives as a period on the last day that it may be; this one has
	// the first. Nil where the plan gives days. What only Latest breaks is among
	// the Findings, and says so.
	Latest *Schedule

	whole  *drejebog.Playbook // that Compute was given: Book may be cut to the plan's as-of
	given  *plan.Plan         // that Compute was given: of used, what cannot be used is left out
	used   *plan.Plan         // that it was computed from: Plan is a copy, which is the caller's
	last   bool               // of periods, the last days were taken
	at     []int              // by node: where it is among Tasks or Milestones, or -1
	solved *model.Solution    // what it was computed from
}

// Task is a step in one kommune for one scope. Dates are whole days and both
// ends are inclusive: a task of one day starts and finishes on the same day.
type Task struct {
	drejebog.Node

	Duration      Span // in Danish working days; zero for level of effort
	LevelOfEffort bool // spans other tasks: no float, never critical
	givesNotice   bool // of a contract on a legacy system
	NotRelevant   string

	Start, Finish           When   // as planned: at its target, between the earliest and the latest
	EarlyStart, EarlyFinish When   // by logic alone: what it waits for, and what has happened
	LateStart, LateFinish   When   // by hard ends alone; open where nothing hard waits for it
	Target                  When   // the day on which it is to start or to finish, by the plan or as the playbook expects; open without
	TotalFloat              int    // working days from where it is planned to the latest; negative when a hard end is missed; 0 without HasFloat
	FreeFloat               int    // working days that it can slip before another planned task moves or a hard end of its own is missed; 0 without HasFreeFloat
	BoundBy                 string // id of the milestone, task or contract whose hard end the latest comes from; "" without HasFloat
	Placed                  bool   // it stands later than it could only because its target counts back from a date
	Critical                bool   // on the critical path

	finished, hasFreeFloat bool

	Opens        *date.Date         // first day by the printed window, moved with its anchor, or the day of its publication; nil where it is open
	Deadline     *date.Date         // the last working day by the printed window, moved as that, or by the plan; nil where it is open
	DeadlineSet  *date.Date         // the same as it is set, a day off or not
	DeadlineKind drejebog.EndKind   // hard or expected; zero without deadline
	Driver       string             // what its start rests on: id of a task or milestone, "window", "plan", or ""
	Certainty    drejebog.Certainty // the weakest on its driving chain

	from *Schedule // that has it
}

// HasFreeFloat reports whether another planned task waits for the task, or a hard end of
// its own bounds it.
func (t *Task) HasFreeFloat() bool { return t != nil && t.hasFreeFloat }

// Milestone is a dated point in one kommune.
type Milestone struct {
	drejebog.Node

	Date         When               // when it holds: the first day, for a go-live or deliverable; the last day of work, for a confirmation or an end. Open for a deliverable that nobody has dated
	Early        When               // by logic alone, as for a task
	Latest       When               // the last day that serves what waits for it; open for a deliverable that nothing waits for
	Target       When               // when it is expected, counted from another milestone; open without. It bounds nothing
	TotalFloat   int                // working days from Date to Latest; 0 without HasFloat
	FreeFloat    int                // working days that it can slip before what is planned behind it moves; 0 without HasFreeFloat
	BoundBy      string             // as for a task
	Placed       bool               // as for a task: what reaches it is placed, or it is expected on a day counted back
	Critical     bool               // on the critical path
	Deadline     *date.Date         // the last working day that a hard rule allows; nil without one
	DeadlineSet  *date.Date         // the same as the rule gives it, a day off or not
	DeadlineKind drejebog.EndKind   // zero without deadline
	Driver       string             // as for a task
	Certainty    drejebog.Certainty // the weakest on its driving chain

	finished, bounded, hasFreeFloat bool
	from                            *Schedule // that has it
}

// HasFreeFloat reports whether something that is planned waits for the milestone.
func (m *Milestone) HasFreeFloat() bool { return m != nil && m.hasFreeFloat }

// Span is a three-point number of working days.
type Span struct {
	Low    int `json:"low"`
	Likely int `json:"likely"`
	High   int `json:"high"`
}

// When is a date, or a distance to a milestone whose date is not known, or
// open (the zero value).
type When struct {
	Date      date.Date // valid when Kind is OnDate
	Kind      WhenKind
	Milestone string // for RelativeTo: "golive@sapa"
	Days      int    // for RelativeTo: calendar days after the milestone, negative before it
}

// WhenKind says how a When is known.
type WhenKind uint8

// The kinds.
const (
	Open       WhenKind = iota // nothing dates it
	OnDate                     // a date
	RelativeTo                 // counted from a milestone without a date
)

var whenKindNames = [...]string{Open: "open", OnDate: "date", RelativeTo: "relative"}

// String returns "open", "date", "relative", or "".
func (k WhenKind) String() string {
	if int(k) < len(whenKindNames) {
		return whenKindNames[k]
	}
	return ""
}

// MarshalText writes the word.
func (k WhenKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// countable reports whether two Whens are counted from the same: both dates, or
// both distances to one milestone.
func countable(a, b When) bool {
	return a.Kind == b.Kind && a.Kind != Open && a.Milestone == b.Milestone
}

// Known reports whether the When is a date.
func (w When) Known() bool { return w.Kind == OnDate }

// Task returns the task with the id, or nil.
func (s *Schedule) Task(id string) *Task {
	if s == nil {
		return nil
	}
	if at := s.placeOfNode(id, len(s.Tasks)); at >= 0 && s.Tasks[at].ID == id {
		return &s.Tasks[at]
	}
	if s.isOther(id, true) {
		return nil
	}
	for i := range s.Tasks {
		if s.Tasks[i].ID == id {
			return &s.Tasks[i]
		}
	}
	return nil
}

// placeOfNode is where Compute put a task or milestone, -1 where that is not among so
// many.
func (s *Schedule) placeOfNode(id string, of int) int {
	if !s.IsComputed() {
		return -1
	}
	i := s.solved.Index(id)
	if i < 0 || s.at[i] >= of {
		return -1
	}
	return s.at[i]
}

// isOther reports whether an id is not that of a task, when one is asked for, or not
// that of a milestone.
func (s *Schedule) isOther(id string, task bool) bool {
	if !s.IsComputed() {
		return false
	}
	i := s.solved.Index(id)
	return i < 0 || (s.solved.Nodes[i].Step != nil) != task
}

// Node returns the task or milestone with the id, or nil.
func (s *Schedule) Node(id string) *drejebog.Node {
	if task := s.Task(id); task != nil {
		return &task.Node
	}
	if m := s.Milestone(id); m != nil {
		return &m.Node
	}
	return nil
}

// Milestone returns the milestone with the id, or nil.
func (s *Schedule) Milestone(id string) *Milestone {
	if s == nil {
		return nil
	}
	if at := s.placeOfNode(id, len(s.Milestones)); at >= 0 && s.Milestones[at].ID == id {
		return &s.Milestones[at]
	}
	if s.isOther(id, false) {
		return nil
	}
	for i := range s.Milestones {
		if s.Milestones[i].ID == id {
			return &s.Milestones[i]
		}
	}
	return nil
}

// A result that did not come from Compute answers with nothing, whatever it is
// asked.

// IsComputed reports whether a schedule came from Compute. One that did not has
// nothing to tell, whatever it is asked.
func (s *Schedule) IsComputed() bool { return s != nil && s.solved != nil }

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

// UnknownTask is the error of an id that no task or milestone of the schedule has.
func (s *Schedule) UnknownTask(id string) *UnknownTaskError {
	if !s.IsComputed() {
		return &UnknownTaskError{ID: id}
	}
	return unknownTask(id, s.ids())
}

// unknownTask is the error of an id that none of those in question is.
func unknownTask(id string, known []string) *UnknownTaskError {
	return &UnknownTaskError{ID: id, Suggest: lang.Nearest(id, known)}
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
