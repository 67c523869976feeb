package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Solution is a model with what the engine found: the bounds of each node, by logic
// and hard ends alone, and where it is planned between them.
type Solution struct {
	*Model
	graph       *cpm.Graph
	bounds      cpm.Result
	plans       cpm.Result
	planInput   cpm.Input   // the model's with the constraints of targets
	planned     bool        // plans are solved
	beforeTerms int         // constraints before those of notices
	dates       []cpm.Dates // by node: zero for what the engine does not have
	stands      stands      // what the planned dates rest on
	lateBy      []Driver    // by node: what its late date rests on
	late        []string    // by node: the milestone without date that its late date hangs on
	bound       []int       // by node: the hard end that its late date comes from, or unbound
	urgent      []bool      // by node: a critical path may lead to it
	drives      []bool      // by node: it drives another such node of the same float
	chain       []int       // memory of a walk along drivers
}

// Solve hands the model to the engine: for the bounds, once more with the notices that
// the ends of legacy systems ask for, and for the plan between the bounds. With a
// solution of another model of the same network it shares that one's graph; like may
// be nil.
func (n *Model) Solve(like *Solution) (*Solution, error) {
	n.takeProgress()
	s, err := n.solveBounds(like)
	if err != nil {
		return nil, err
	}
	if err := s.solvePlan(); err != nil {
		return nil, err
	}
	if s.endsMove() {
		if err := s.solveNotices(); err != nil {
			return nil, err
		}
		if err := s.solvePlan(); err != nil {
			return nil, err
		}
	}
	s.takeStands()
	s.takeUrgent()
	s.chain = nil
	return s, nil
}

// solvePlan solves for where each node is planned between its bounds.
func (s *Solution) solvePlan() error {
	s.keepBounds()
	s.hangLate()
	s.takeTargets()
	if err := s.graph.Solve(&s.planInput, &s.plans); err != nil {
		return err
	}
	s.planned = true
	s.keepPlans()
	return nil
}

// solveNotices prolongs the use of what the plan's own work moves the end of, bounds the
// notices, and solves once more where that is not what it was solved with.
func (s *Solution) solveNotices() error {
	guessed := slices.Clone(s.input.Constraints[s.beforeTerms:])
	s.forgetNotices()
	prolonged := s.prolong()
	s.takeNotices(s.over)
	if !prolonged && slices.Equal(guessed, s.input.Constraints[s.beforeTerms:]) {
		return nil
	}
	return s.graph.Solve(&s.input, &s.bounds)
}

// forgetNotices takes away the constraints of notices and of targets.
func (s *Solution) forgetNotices() {
	s.input.Constraints, s.drivers = s.input.Constraints[:s.beforeTerms], s.drivers[:s.beforeTerms]
}

// solveBounds solves for the earliest and the latest dates.
func (n *Model) solveBounds(like *Solution) (*Solution, error) {
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
	// A notice bounds no early date, and most ends of legacy systems are where they are
	// dated: their notices need no solve of their own.
	s.beforeTerms = len(s.input.Constraints)
	s.takeNotices(s.endDated)
	if err := s.graph.Solve(&n.input, &s.bounds); err != nil {
		return nil, err
	}
	return s, s.solveNotices()
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
// is the first after it; zero for what the engine does not have. The early ones are by
// logic alone, the late ones by hard ends alone, and it is planned to start and finish
// between them.
func (s *Solution) Dates(i int) cpm.Dates { return s.dates[i] }

// keepBounds keeps the early and the late dates, which are asked for often.
func (s *Solution) keepBounds() {
	s.dates = make([]cpm.Dates, len(s.Nodes))
	for a, i := range s.node {
		s.dates[i] = s.bounds.Dates(a)
	}
}

// keepPlans keeps the planned dates beside them.
func (s *Solution) keepPlans() {
	for a, i := range s.node {
		d, planned := &s.dates[i], s.plans.Dates(a)
		d.Start, d.Finish = planned.EarlyStart, planned.EarlyFinish
		d.TotalFloat, d.FreeFloat, d.Critical = planned.TotalFloat, planned.FreeFloat, false
	}
}

// EarlyFinish is when a node is over at the earliest, as an instant.
func (s *Solution) EarlyFinish(i int) cpm.Instant { return s.bounds.Dates(s.activity[i]).EarlyFinish }

// Float is by how many working days a node may slip from where it is planned.
func (s *Solution) Float(i int) int { return int(s.dates[i].TotalFloat) }

// Length is the working days of a node.
func (s *Solution) Length(i int) int { return int(s.bounds.Length(s.activity[i])) }

// LateOn is the milestone without date that the late date of a node hangs on, or "";
// false where nothing hard bounds the late date, only the end of the whole plan.
func (s *Solution) LateOn(i int) (milestone string, bound bool) {
	return s.late[i], s.bound[i] != unbound
}

// Bound is the node whose hard end the late date of a node comes from, itself or one
// that waits for it; -1 where none does.
func (s *Solution) Bound(i int) int { return s.bound[i] }

// IsDriven reports whether the planned date of what follows an edge rests on it: it
// moves with the least delay.
func (s *Solution) IsDriven(edge int) bool { return s.stands.driven[edge] }

// ForFinish reports whether a node's planned date rests on a day of its finish.
func (s *Solution) ForFinish(i int) bool {
	d := s.stands.first[s.activity[i]]
	return d.Kind == cpm.ConstraintDriver && s.planInput.Constraints[d.Constraint].Kind == cpm.FinishNoEarlierThan
}

// Engine is the engine's graph, with copies of what it was built from and solved
// for: the keys of its activities are the ids of the nodes.
func (s *Solution) Engine() (*cpm.Graph, cpm.Network, cpm.Input) {
	problem, input := s.problem, s.planInput
	problem.Activities = slices.Clone(problem.Activities)
	problem.Links = slices.Clone(problem.Links)
	problem.Calendars = slices.Clone(problem.Calendars)
	input.Constraints = slices.Clone(input.Constraints)
	input.Progress = slices.Clone(input.Progress)
	input.MustFinish = copied(input.MustFinish)
	input.DataDate = copied(input.DataDate)
	return s.graph, problem, input
}

// Logic is how many of the constraints that the engine was solved for bound dates; those
// behind them are targets.
func (s *Solution) Logic() int { return len(s.input.Constraints) }

func copied(at *cpm.Instant) *cpm.Instant {
	if at == nil {
		return nil
	}
	of := *at
	return &of
}
