package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// solution is what the engine found, with what follows from it about the
// chain behind each date.
type solution struct {
	graph     *cpm.Graph
	result    cpm.Result
	driver    []cpm.Driver         // by activity: what its early date rests on
	cause     []cause              // by activity: the same, as a rule of ours
	certainty []drejebog.Certainty // by activity: the weakest on its driving chain
	boundless []bool               // by node: nothing hard bounds its late date, only the end of the whole plan
}

func (n *network) solve() (*solution, error) {
	n.takeProgress()
	s, err := n.solveOnce()
	if err != nil {
		return nil, err
	}
	if n.lateNotices(s) {
		if err := s.graph.Solve(&n.input, &s.result); err != nil {
			return nil, err
		}
	}
	n.chain(s)
	n.late, s.boundless = n.hangLate(s)
	return s, nil
}

// solveOnce solves without what late notices do.
func (n *network) solveOnce() (*solution, error) {
	graph, err := cpm.Build(n.problem)
	if err != nil {
		return nil, err
	}
	s := &solution{graph: graph}
	return s, graph.Solve(&n.input, &s.result)
}

// takeProgress hands actual dates to the engine where the plan has a data
// date; without one, progress does not count.
func (n *network) takeProgress() {
	if n.plan.DataDate == nil {
		return
	}
	dataDate := cpm.Instant(*n.plan.DataDate + 1) // the end of the day
	n.input.DataDate = &dataDate
	n.takeReached(*n.plan.DataDate)
	for i := range n.nodes {
		a := n.activity[i]
		task := n.facts[n.nodes[i].ID]
		if a < 0 || isEffort(&n.nodes[i]) || task.ActualStart == nil {
			continue
		}
		progress := cpm.Progress{Activity: a, ActualStart: cpm.Instant(n.begin(&n.nodes[i], *task.ActualStart))}
		switch {
		case task.ActualFinish != nil:
			finish := cpm.Instant(*task.ActualFinish + 1)
			progress.ActualFinish = &finish
		case task.Remaining != nil:
			progress.Remaining = cpm.Work(*task.Remaining)
		default:
			done := n.days.Count(*task.ActualStart, *n.plan.DataDate)
			progress.Remaining = cpm.Work(max(n.duration(&n.nodes[i]).Likely-done, 0))
		}
		n.input.Progress = append(n.input.Progress, progress)
	}
}

// takeReached hands to the engine what has happened by the data date: what was
// delivered, budgets adopted and begun, what the kommune reported with the task
// that ends in it, and go-lives and starts of implementation on dates that lie
// before it. What was promised and has not come still waits.
func (n *network) takeReached(dataDate date.Date) {
	for i := range n.nodes {
		if n.nodes[i].Milestone == nil || n.activity[i] < 0 || n.undated(i) {
			continue
		}
		day, ok := n.reached(i)
		if !ok || day > dataDate {
			continue
		}
		at := cpm.Instant(n.instantOf(&n.nodes[i], day))
		n.input.Progress = append(n.input.Progress, cpm.Progress{Activity: n.activity[i], ActualStart: at})
	}
}

// reached is the day on which a milestone is reached by its date or by the
// plan's word, false where neither says.
func (n *network) reached(i int) (day date.Date, ok bool) {
	m := n.nodes[i].Milestone
	switch m.Kind {
	case drejebog.Confirmation:
		if on := n.reachedOn(i); on != nil {
			return *on, true
		}
		return 0, false
	case drejebog.SystemEnd, drejebog.Handover, drejebog.Horizon:
		return 0, false
	case drejebog.Deliverable:
		if m.Delivered == nil && n.plan.Deliverables[n.nodes[i].ID].Delivered == nil {
			return 0, false
		}
	}
	days, ok := n.book.DatesOf(&n.nodes[i], n.given)
	return days.Last, ok
}

// floatOf returns the total float of a node in working days.
func (n *network) floatOf(s *solution, i int) int { return int(s.result.TotalFloat(n.activity[i])) }

// finishOf is the instant that a node is scheduled to be over.
func (n *network) finishOf(s *solution, i int) date.Date {
	return date.Date(s.result.Dates(n.activity[i]).Finish)
}

// Network is a schedule as the engine has it, for who solves it once more: with
// other durations, under risk, with limited people. Days are those of date.Date:
// they are the network's epoch.
type Network struct {
	Graph   *cpm.Graph     // never changes: any number of goroutines may solve it
	Problem cpm.Network    // what Graph was built from
	Input   cpm.Input      // what it was solved for
	IDs     []string       // of the task or milestone, by activity
	Index   map[string]int // the activity, by id; what is dated without the engine has none
}

// Network returns the engine's graph with copies of what it was built from and
// solved for: whoever changes them changes no schedule. It is nil for a schedule
// that was not computed.
func (s *Schedule) Network() *Network {
	if !s.IsComputed() {
		return nil
	}
	n := s.network
	out := &Network{Graph: s.solved.graph, Problem: n.problem, Input: n.input, Index: make(map[string]int, len(n.node))}
	out.Problem.Activities = slices.Clone(n.problem.Activities)
	out.Problem.Links = slices.Clone(n.problem.Links)
	out.Problem.Calendars = slices.Clone(n.problem.Calendars)
	out.Input.Constraints = slices.Clone(n.input.Constraints)
	out.Input.Progress = slices.Clone(n.input.Progress)
	out.Input.MustFinish = copied(n.input.MustFinish)
	out.Input.DataDate = copied(n.input.DataDate)
	for a, i := range n.node {
		out.IDs = append(out.IDs, n.nodes[i].ID)
		out.Index[n.nodes[i].ID] = a
	}
	return out
}

func copied(at *cpm.Instant) *cpm.Instant {
	if at == nil {
		return nil
	}
	of := *at
	return &of
}
