package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// Path is the chain of tasks and milestones that puts the row with the least float where
// it is planned: what decides whether a hard end is met.
type Path struct {
	Project string   `json:"project"`       // whose start of implementation or go-live it leads to; "" for the schedule's own
	IDs     []string `json:"tasks"`         // of tasks and milestones, first to last
	To      string   `json:"to" form:"set"` // the hard end: the id of a task, a milestone or a contract
	Through []string `json:"through"`       // what is placed or given between the last of IDs and To
	Float   int      `json:"float"`         // of the last of IDs, in working days
	Gaps    []Gap    `json:"gaps"`          // where the float changes along the path
}

// Gap is a link of a path between two rows of different float.
type Gap struct {
	From string   `json:"from" form:"set"`
	To   string   `json:"to" form:"set"`
	Why  GapCause `json:"why" form:"set"`
}

// GapCause says why the float changes at a link.
type GapCause string

// The causes.
const (
	GapMonths   GapCause = "months"   // its lag is counted in months
	GapElapsed  GapCause = "elapsed"  // its lag is counted in calendar days
	GapCalendar GapCause = "calendar" // one end of it stands on a day that is not worked, or counts on other days
	GapEnd      GapCause = "end"      // what goes before has a nearer hard end of its own
)

// MarshalJSON is the path's form.
func (p Path) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// MarshalJSON is the gap's form.
func (g Gap) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// HardEnd is the day of a hard end that others are bound by (BoundBy, CriticalPathTo): of a
// milestone its latest day, and of a legacy system whose own end has passed the one to which work moves it, of a task its frist, of a contract the last day on which its
// systems are needed or, where it is bound for longer, of its term; nil where that is not
// known.
func (s *Schedule) HardEnd(id string) *date.Date {
	if !s.IsComputed() {
		return nil
	}
	for i := range s.Notices {
		if k := &s.Notices[i]; k.Contract != "" && model.ContractID(k.Contract) == id {
			contract := s.Plan.Contracts[k.Contract]
			if k.Needed == nil || contract.End != nil && *contract.End > *k.Needed {
				return contract.End
			}
			return k.Needed
		}
	}
	if t := s.Task(id); t != nil {
		return t.Deadline
	}
	m := s.Milestone(id)
	switch {
	case m == nil:
		return nil
	case m.Deadline != nil:
		return m.Deadline
	case m.Latest.Known():
		return &m.Latest.Date
	case m.Milestone.Kind == drejebog.SystemEnd && m.Date.Known():
		return &m.Date.Date
	}
	return nil
}

// takePaths finds the critical path and that of each project, and marks what is on it.
func (s *Schedule) takePaths() {
	if p, ok := s.solved.Path(""); ok {
		path := s.pathOf(&p, "")
		s.CriticalPath, s.CriticalPathFloat, s.CriticalPathGaps = path.IDs, path.Float, path.Gaps
		s.CriticalPathTo, s.CriticalPathThrough = path.To, path.Through
	}
	for i := range s.Book.Projects {
		if p, ok := s.solved.Path(s.Book.Projects[i].ID); ok {
			s.ProjectPaths = append(s.ProjectPaths, s.pathOf(&p, s.Book.Projects[i].ID))
		}
	}
	for i := range s.Tasks {
		s.Tasks[i].Critical = slices.Contains(s.CriticalPath, s.Tasks[i].ID)
	}
	for i := range s.Milestones {
		s.Milestones[i].Critical = slices.Contains(s.CriticalPath, s.Milestones[i].ID)
	}
}

// pathOf is a path by the ids of its nodes.
func (s *Schedule) pathOf(p *model.Path, project string) Path {
	n := s.solved
	path := Path{Project: project, To: n.Nodes[p.To].ID, Float: p.Float}
	if last := p.Nodes[len(p.Nodes)-1]; n.BoundBy(last) != "" {
		path.To = n.BoundBy(last)
	}
	for _, i := range p.Nodes {
		path.IDs = append(path.IDs, n.Nodes[i].ID)
	}
	for _, i := range p.Through {
		path.Through = append(path.Through, n.Nodes[i].ID)
	}
	for _, g := range p.Gaps {
		path.Gaps = append(path.Gaps, Gap{n.Nodes[g.From].ID, n.Nodes[g.To].ID, causeOf(n, g)})
	}
	return path
}

// causeOf is why the float changes at a gap.
func causeOf(n *model.Solution, g model.Gap) GapCause {
	switch lag := n.Lag(&n.Edges[g.Edge]); {
	case n.Bound(g.From) != n.Bound(g.To):
		return GapEnd
	case lag.Unit == drejebog.Months:
		return GapMonths
	case lag.Unit == drejebog.CalendarDays && lag.Value != 0:
		return GapElapsed
	}
	return GapCalendar
}
