package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

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
