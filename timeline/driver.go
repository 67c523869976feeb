package timeline

import (
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
	s.certainty = make([]drejebog.Certainty, len(n.node))
	for a := range n.node {
		s.driver[a] = cpm.Driver{Kind: cpm.StartDriver}
		if drivers := s.result.Drivers(a); len(drivers) > 0 {
			s.driver[a] = drivers[0]
		}
	}
	for a := range n.node {
		n.weakest(s, a)
	}
}

// weakest walks a driving chain back to where it is known or begins, and then
// forwards again, so that every activity on it is settled once.
func (n *network) weakest(s *solution, a int) {
	var chain []int
	for s.certainty[a] == 0 {
		chain = append(chain, a)
		if s.driver[a].Kind != cpm.LinkDriver || len(chain) > len(n.node) {
			break
		}
		a = n.activity[n.edges[s.driver[a].Link].From]
	}
	for k := len(chain) - 1; k >= 0; k-- {
		a := chain[k]
		certainty := n.ownCertainty(s, a)
		if d := s.driver[a]; d.Kind == cpm.LinkDriver {
			edge := n.edges[d.Link]
			certainty = certainty.Weaker(edge.Dependency.Certainty).Weaker(s.certainty[n.activity[edge.From]])
		}
		s.certainty[a] = certainty
	}
}

// ownCertainty is that of a node's duration and, where no edge drives it, of
// its date.
func (n *network) ownCertainty(s *solution, a int) drejebog.Certainty {
	i := n.node[a]
	node := &n.nodes[i]
	certainty := drejebog.Stated
	if node.Step != nil && n.facts[node.ID].Duration == nil {
		certainty = node.Step.Duration.Certainty
	}
	if s.driver[a].Kind == cpm.LinkDriver || n.planned(i) {
		return certainty
	}
	return certainty.Weaker(n.dateCertainty(node))
}

// dateCertainty is that of a step's window or of a milestone's date.
func (n *network) dateCertainty(node *drejebog.Node) drejebog.Certainty {
	switch {
	case node.Step != nil && node.Step.Expected != nil:
		return node.Step.Expected.Certainty
	case node.Step != nil:
		return drejebog.Stated
	case node.Milestone.Delivered != nil:
		return node.Milestone.Delivered.Certainty
	case node.Milestone.Promised != nil:
		return node.Milestone.Promised.Certainty
	case node.Milestone.Offset != nil:
		return node.Milestone.Offset.Certainty
	}
	return drejebog.Assumed
}

// planned reports whether the plan itself dates the node.
func (n *network) planned(i int) bool {
	id := n.nodes[i].ID
	task := n.facts[id]
	return n.isGiven(id) || task.PlannedStart != nil || task.ActualStart != nil && n.plan.DataDate != nil
}

// driver names what an early date rests on.
func (n *network) driver(s *solution, a int) string {
	switch d := s.driver[a]; {
	case d.Kind == cpm.LinkDriver:
		return n.nodes[n.edges[d.Link].From].ID
	case d.Kind == cpm.ProgressDriver || d.Kind == cpm.DataDateDriver || n.planned(n.node[a]):
		return DriverPlan
	case d.Kind == cpm.ConstraintDriver:
		return DriverWindow
	}
	return ""
}
