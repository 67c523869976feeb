package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Task is what the kommune knows of one of its tasks. A planned start and a
// planned finish without a duration make one: the working days between them.
type Task struct {
	Duration      *int            `yaml:"duration" plan:"1..5000" unit:"workdays"` // working days in all
	PlannedStart  *date.Date      `yaml:"plannedStart"`                            // not begun before this day
	PlannedFinish *date.Date      `yaml:"plannedFinish"`                           // last day, as planned
	ActualStart   *date.Date      `yaml:"actualStart"`
	ActualFinish  *date.Date      `yaml:"actualFinish"`                             // last day
	Remaining     *int            `yaml:"remaining" plan:"0..5000" unit:"workdays"` // working days left at the data date
	Hours         *drejebog.Hours `yaml:"hours" plan:"0..200000"`                   // work in all, in hours, spread evenly over the task's working days; nil: not known
	Responsible   string          `yaml:"responsible" plan:"of=person"`             // id of a person or a role; "": the role that the playbook's step names
	Executor      string          `yaml:"executor" plan:"of=executor"`              // id of a person, a role or a party; "": the responsible
	Status        Status          `yaml:"status" plan:"named=task-status"`
	NotRelevant   *string         `yaml:"notRelevant" plan:"reason"` // the reason why the task is not done here; nil: it is
	Note          string          `yaml:"note"`
}

// Says reports whether the plan gives the task a date, a length or progress.
func (t *Task) Says() bool {
	return t.Duration != nil || t.PlannedStart != nil || t.PlannedFinish != nil ||
		t.ActualStart != nil || t.ActualFinish != nil || t.Remaining != nil
}

// IsDone reports whether the plan says that the task is finished, on a day or without one.
func (t *Task) IsDone() bool { return t.ActualFinish != nil || t.Status == Done }

// IsDoneUndated reports whether the plan says that the task is finished and not when.
func (t *Task) IsDoneUndated() bool { return t.Status == Done && t.ActualFinish == nil }

// IsBegunUndated reports whether the plan says that the task has begun, or what is left
// of it, and not when it began.
func (t *Task) IsBegunUndated() bool {
	return t.ActualStart == nil && !t.IsDone() && (t.Status == InProgress || t.Remaining != nil && t.Status == 0)
}

// HasLength reports whether the plan says how long the task is.
func (t *Task) HasLength() bool {
	return t.Duration != nil || t.PlannedStart != nil && t.PlannedFinish != nil || t.ActualFinish != nil
}

// Settle makes what is said of progress agree with actual dates that have just
// been set: nothing remains of a task that has finished, and a status that the
// dates contradict gives way to theirs.
func (t *Task) Settle() {
	switch {
	case t.ActualFinish != nil:
		t.Remaining = nil
		if t.Status != 0 {
			t.Status = Done
		}
	case t.ActualStart != nil && (t.Status == NotStarted || t.Status == Done):
		t.Status = InProgress
	}
}

// Status is what the kommune calls a task. The zero value says nothing.
type Status uint8

// The statuses.
const (
	NotStarted Status = iota + 1
	InProgress
	Done
	OnHold
)

var statusNames = [...]string{NotStarted: "notStarted", InProgress: "inProgress", Done: "done", OnHold: "onHold"}

// String returns "notStarted", "inProgress", "done", "onHold", or "".
func (s Status) String() string { return strict.NameOf(s, statusNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name of a status.
func (s *Status) UnmarshalText(text []byte) error { return strict.ReadName(s, text, statusNames[:]) }

// DoneOn is the day that the task was done on, or will be by the plan, and whether that
// is but planned; nil where the plan says neither.
func (t Task) DoneOn() (day *date.Date, planned bool) {
	if t.ActualFinish != nil {
		return t.ActualFinish, false
	}
	return t.PlannedFinish, t.PlannedFinish != nil
}

// OwnTask is a task that the playbook does not have.
type OwnTask struct {
	Name         string                                `yaml:"name,required"`
	Project      string                                `yaml:"project" plan:"of=project"` // id of the project that it is for; "": the kommune as such
	Deadline     *date.Date                            `yaml:"deadline"`                  // the kommune's own: the last day that it may finish
	Predecessors []Predecessor                         `yaml:"predecessors"`
	Task         `yaml:",inline" plan:"zero=duration"` // zero: a milestone of the kommune's own
}

// Predecessor is what an own task waits for.
type Predecessor struct {
	Task string            `yaml:"task,required" plan:"of=node"` // id of a task, a milestone or an own task
	Type drejebog.LinkType `yaml:"type"`                         // zero: FS
	Lag  *drejebog.Lag     `yaml:"lag" plan:"lag"`
}

// Edge is a dependency between any two tasks or milestones.
type Edge struct {
	From string            `yaml:"from,required" plan:"of=node"` // id of a task, a milestone or an own task
	To   string            `yaml:"to,required" plan:"of=node"`
	Type drejebog.LinkType `yaml:"type"` // zero: FS
	Lag  *drejebog.Lag     `yaml:"lag" plan:"lag"`
	Why  string            `yaml:"why"`
}

// Dependencies returns what the plan adds to the playbook's edges: those of
// the own tasks in the order of their ids, then the edges as they stand, each once.
func (p *Plan) Dependencies() []Edge {
	var edges []Edge
	for _, id := range sortedKeys(p.Own) {
		for _, before := range p.Own[id].Predecessors {
			edges = append(edges, Edge{From: before.Task, To: id, Type: before.Type, Lag: before.Lag})
		}
	}
	edges = append(edges, p.Edges...)
	for i := range edges {
		if edges[i].Type == 0 {
			edges[i].Type = drejebog.FS
		}
	}
	seen := make(map[edgeKey]bool, len(edges))
	return slices.DeleteFunc(edges, func(e Edge) bool {
		key := e.key()
		again := seen[key]
		seen[key] = true
		return again
	})
}

// edgeKey is what makes two dependencies the same.
type edgeKey struct {
	from, to string
	kind     drejebog.LinkType
	lag      drejebog.Lag
}

func (e *Edge) key() edgeKey {
	key := edgeKey{from: e.From, to: e.To, kind: cmp.Or(e.Type, drejebog.FS)}
	if e.Lag != nil {
		key.lag = *e.Lag
	}
	return key
}

// OwnActivity is the id of the activity that a plan's own tasks belong to.
const OwnActivity = "own"

// IsOwnID reports whether an id can be that of an own task: "own/" and words
// of lower-case letters, digits and hyphens.
func IsOwnID(id string) bool {
	rest, ok := strings.CutPrefix(id, "own/")
	if !ok {
		return false
	}
	for part := range strings.SplitSeq(rest, "/") {
		if !lang.IsSlug(part) {
			return false
		}
	}
	return true
}
