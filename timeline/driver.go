package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// What a date can rest on beside a task or a milestone.
const (
	DriverWindow = "window" // the window that the playbook prints, or its own date of a milestone
	DriverPlan   = "plan"   // the kommune's plan
)

// chain finds what each early date rests on and the weakest certainty on the
// chain behind it.
func (n *network) chain(s *solution) {
	s.driver = make([]cpm.Driver, len(n.node))
	s.cause = make([]cause, len(n.node))
	s.certainty = make([]drejebog.Certainty, len(n.node))
	for a := range n.node {
		if isEffort(&n.nodes[n.node[a]]) {
			s.cause[a], s.certainty[a] = cause{ByEffort, nil, -1}, drejebog.Assumed
			continue
		}
		s.driver[a] = n.firstDriver(s, a)
		s.cause[a] = n.earlyCause(s, a)
	}
	for a := range n.node {
		n.weakest(s, a)
	}
}

// firstDriver is what an early date rests on: of several, a link before the
// rest, but its own date for a milestone that stands.
func (n *network) firstDriver(s *solution, a int) cpm.Driver {
	drivers := s.result.Drivers(a)
	if n.stands(n.node[a]) {
		if i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == cpm.ConstraintDriver }); i >= 0 {
			return drivers[i]
		}
	}
	if len(drivers) == 0 {
		return cpm.Driver{Kind: cpm.StartDriver}
	}
	return drivers[0]
}

// weakest walks a chain of causes back to where it is known or begins, and then
// forwards again, so that every activity on it is settled once.
func (n *network) weakest(s *solution, a int) {
	var chain []int
	for s.certainty[a] == 0 {
		chain = append(chain, a)
		next := s.cause[a].node
		if next < 0 || n.activity[next] < 0 || len(chain) > len(n.node) {
			break
		}
		a = n.activity[next]
	}
	for k := len(chain) - 1; k >= 0; k-- {
		a := chain[k]
		c := s.cause[a]
		certainty := n.certaintyOf(n.node[a], c)
		if c.node >= 0 && n.activity[c.node] >= 0 {
			certainty = certainty.Weaker(s.certainty[n.activity[c.node]])
		}
		s.certainty[a] = certainty
	}
}

// driverName names what an early date rests on.
func (n *network) driverName(s *solution, a int) string {
	switch c := s.cause[a]; c.rule {
	case ByLink, ByOffset, ByNotice:
		if c.node >= 0 {
			return n.nodes[c.node].ID
		}
	case ByPlan, ByProgress, ByDataDate:
		return DriverPlan
	case ByNothing:
		return ""
	}
	return DriverWindow
}
