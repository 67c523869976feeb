package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Solution is a model with what the engine found, and with what follows from it
// about the chain behind each date.
type Solution struct {
	*Model
	graph     *cpm.Graph
	result    cpm.Result
	first     []cpm.Driver         // by activity: what its early date rests on
	early     []Driver             // by activity: the same, as the model has it
	certainty []drejebog.Certainty // by activity: the weakest on its driving chain
	late      []string             // by node: the milestone without date that its late date hangs on
	boundless []bool               // by node: nothing hard bounds its late date, only the end of the whole plan
}

// Solve hands the model to the engine, once: it takes in what has happened, and what
// a late notice does. With a solution of another model of the same network it shares
// that one's graph; like may be nil.
func (n *Model) Solve(like *Solution) (*Solution, error) {
	n.takeProgress()
	s, err := n.solveOnce(like)
	if err != nil {
		return nil, err
	}
	if s.lateNotices() {
		if err := s.graph.Solve(&n.input, &s.result); err != nil {
			return nil, err
		}
	}
	s.chain()
	s.hangLate()
	return s, nil
}

// solveOnce solves without what late notices do.
func (n *Model) solveOnce(like *Solution) (*Solution, error) {
	s := &Solution{Model: n}
	if like != nil && like.Basis == n.Basis && isSame(&like.problem, &n.problem) {
		s.graph = like.graph
	} else {
		graph, err := cpm.Build(n.problem)
		if err != nil {
			return nil, err
		}
		s.graph = graph
	}
	return s, s.graph.Solve(&n.input, &s.result)
}

// isSame reports whether two networks on the same calendar have the same activities and
// links.
func isSame(a, b *cpm.Network) bool {
	return slices.Equal(a.Activities, b.Activities) && slices.Equal(a.Links, b.Links)
}

// Has reports whether the engine has a node: a level of effort without an end, and a
// horizon, it has not.
func (n *Model) Has(i int) bool { return n.activity[i] >= 0 }

// Dates are those of a node, as instants: the numbers of date.Date, of which a finish
// is the first after it; zero for what the engine does not have.
func (s *Solution) Dates(i int) cpm.Dates { return s.result.Dates(s.activity[i]) }

// Float is the total float of a node in working days.
func (s *Solution) Float(i int) int { return int(s.result.TotalFloat(s.activity[i])) }

// Length is the working days of a node.
func (s *Solution) Length(i int) int { return int(s.result.Length(s.activity[i])) }

// LateOn is the milestone without date that the late date of a node hangs on, or "";
// false where nothing hard bounds the late date, only the end of the whole plan.
func (s *Solution) LateOn(i int) (milestone string, bound bool) { return s.late[i], !s.boundless[i] }

// IsDriven reports whether the early date of what follows an edge rests on it: it
// moves with the least delay.
func (s *Solution) IsDriven(edge int) bool {
	to := s.Edges[edge].To
	return !Stands(&s.Nodes[to]) && slices.ContainsFunc(s.result.Drivers(s.activity[to]), func(d cpm.Driver) bool {
		return d.Kind == cpm.LinkDriver && d.Link == edge
	})
}

// ForFinish reports whether a node's early date rests on a bound of its finish.
func (s *Solution) ForFinish(i int) bool {
	d := s.first[s.activity[i]]
	return d.Kind == cpm.ConstraintDriver && s.input.Constraints[d.Constraint].Kind == cpm.FinishNoEarlierThan
}

// finishOf is the instant that a node is scheduled to be over.
func (s *Solution) finishOf(i int) date.Date { return date.Date(s.Dates(i).Finish) }

// Engine is the engine's graph, with copies of what it was built from and solved
// for: the keys of its activities are the ids of the nodes.
func (s *Solution) Engine() (*cpm.Graph, cpm.Network, cpm.Input) {
	problem, input := s.problem, s.input
	problem.Activities = slices.Clone(problem.Activities)
	problem.Links = slices.Clone(problem.Links)
	problem.Calendars = slices.Clone(problem.Calendars)
	input.Constraints = slices.Clone(input.Constraints)
	input.Progress = slices.Clone(input.Progress)
	input.MustFinish = copied(input.MustFinish)
	input.DataDate = copied(input.DataDate)
	return s.graph, problem, input
}

func copied(at *cpm.Instant) *cpm.Instant {
	if at == nil {
		return nil
	}
	of := *at
	return &of
}
