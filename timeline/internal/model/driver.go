package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// fewDrivers of an activity are looked at without a list on the heap.
const fewDrivers = 8

// Driver is why an early or late date lies where it does.
type Driver struct {
	By   driver.Kind
	Edge *drejebog.Dependency // for driver.Link
	Node int                  // the node that it leads on to, or -1
}

// Early is what the earliest date of a node rests on.
func (s *Solution) Early(i int) Driver {
	a := s.activity[i]
	switch {
	case a < 0:
		return Driver{driver.Nothing, nil, -1}
	case s.Nodes[i].IsEffort():
		return Driver{driver.Effort, nil, -1}
	}
	return s.driverOf(a, s.firstOf(a, s.bounds.Drivers(a)))
}

// Planned is what the date rests on at which a node is planned.
func (s *Solution) Planned(i int) Driver {
	if a := s.activity[i]; a >= 0 {
		return s.stands.by[a]
	}
	return Driver{driver.Nothing, nil, -1}
}

// Late is what the late date of a node rests on: by a link, what follows.
func (s *Solution) Late(i int) Driver {
	if s.activity[i] >= 0 {
		return s.lateBy[i]
	}
	return Driver{driver.Nothing, nil, -1}
}

// driverOf is what an activity's date rests on, by the engine's driver of it.
func (s *Solution) driverOf(a int, d cpm.Driver) Driver {
	i := s.node[a]
	switch d.Kind {
	case cpm.LinkDriver:
		return Driver{driver.Link, s.Edges[d.Link].Dependency, s.Edges[d.Link].From}
	case cpm.ConstraintDriver:
		return s.ruled(i, s.drivers[d.Constraint])
	case cpm.ProgressDriver, cpm.FixedDriver:
		if s.Nodes[i].Milestone != nil {
			return s.ruled(i, s.dateRule(&s.Nodes[i]))
		}
		return Driver{driver.Progress, nil, -1}
	case cpm.DataDateDriver:
		return Driver{driver.DataDate, nil, -1}
	}
	return Driver{driver.Nothing, nil, -1}
}

// lateDriver is what its late date rests on: a bound of its own before a link,
// and a link before the end of the whole.
func (s *Solution) lateDriver(a int) Driver {
	var room [fewDrivers]cpm.Driver
	drivers := s.bounds.AppendLateDrivers(room[:0], a)
	for _, kind := range []cpm.DriverKind{cpm.ConstraintDriver, cpm.LinkDriver} {
		i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == kind })
		switch {
		case i < 0:
		case kind == cpm.ConstraintDriver:
			if term, ok := s.terms[drivers[i].Constraint]; ok {
				return Driver{driver.Term, s.Notices[term].Dependency, s.Notices[term].To}
			}
			return s.ruled(s.node[a], s.drivers[drivers[i].Constraint])
		default:
			edge := s.Edges[drivers[i].Link]
			return Driver{driver.Link, edge.Dependency, edge.To}
		}
	}
	if len(drivers) == 0 {
		return Driver{driver.Progress, nil, -1}
	}
	return Driver{driver.Finish, nil, -1}
}

// ruled is a driver without a link: what moves with a milestone leads on to it.
func (n *Model) ruled(i int, by driver.Kind) Driver {
	node := &n.Nodes[i]
	base := ""
	switch {
	case by == driver.Offset:
		base = n.Book.OffsetBase(node.Milestone, node.Project)
	case by == driver.Target, by == driver.Window && (n.Shift(i) != 0 || n.undated(i)):
		target, _ := n.Target(i)
		if target.Node >= 0 && !n.dated(target.Node) {
			if edge := n.spanOf(target.Node); edge != nil {
				return Driver{by, nil, edge.To} // which dates the milestone, itself without a date
			}
		}
		return Driver{by, nil, target.Node}
	}
	return Driver{by, nil, n.Index(base)}
}

// stands is what the planned dates rest on.
type stands struct {
	first     []cpm.Driver         // by activity: as the engine has it
	by        []Driver             // by activity: as the model has it
	aimed     []bool               // by activity: its target puts it there, a link with it or not
	certainty []drejebog.Certainty // by activity: the weakest on the chain
	driven    []bool               // by edge: what follows moves with it
}

// takeStands finds what each planned date rests on and the weakest certainty on the
// chain behind it.
func (s *Solution) takeStands() {
	count := len(s.node)
	of := &s.stands
	*of = stands{make([]cpm.Driver, count), make([]Driver, count), make([]bool, count), make([]drejebog.Certainty, count), make([]bool, len(s.Edges))}
	drivers := make([]cpm.Driver, 0, fewDrivers)
	for a := range s.node {
		if s.Nodes[s.node[a]].IsEffort() {
			of.by[a], of.certainty[a] = Driver{driver.Effort, nil, -1}, drejebog.Assumed
			continue
		}
		drivers = s.plans.AppendDrivers(drivers[:0], a)
		for _, d := range drivers {
			switch {
			case d.Kind == cpm.LinkDriver && d.Link < len(s.Edges):
				of.driven[d.Link] = !Stands(&s.Nodes[s.node[a]])
			case d.Kind == cpm.ConstraintDriver:
				of.aimed[a] = of.aimed[a] || d.Constraint >= len(s.input.Constraints)
			}
		}
		of.first[a] = s.firstOf(a, drivers)
		of.by[a] = s.driverOf(a, of.first[a])
	}
	for a := range s.node {
		s.weakest(a)
	}
}

// firstOf is what a date rests on: of several drivers, a link before the
// rest, but its own date for a milestone that stands.
func (s *Solution) firstOf(a int, drivers []cpm.Driver) cpm.Driver {
	if Stands(&s.Nodes[s.node[a]]) {
		if i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == cpm.ConstraintDriver || d.Kind == cpm.FixedDriver }); i >= 0 {
			return drivers[i]
		}
	}
	if len(drivers) == 0 {
		return cpm.Driver{Kind: cpm.StartDriver}
	}
	return drivers[0]
}

// weakest walks a chain of drivers back to where it is known or begins, and then
// forwards again, so that every activity on it is settled once.
func (s *Solution) weakest(a int) {
	of, chain := &s.stands, s.chain[:0]
	for of.certainty[a] == 0 {
		chain = append(chain, a)
		next := of.by[a].Node
		if next < 0 || s.activity[next] < 0 || len(chain) > len(s.node) {
			break
		}
		a = s.activity[next]
	}
	for k := len(chain) - 1; k >= 0; k-- {
		a := chain[k]
		c := of.by[a]
		certainty, _ := s.CertaintyOf(s.node[a], c)
		if c.Node >= 0 && s.activity[c.Node] >= 0 {
			certainty = certainty.Weaker(of.certainty[s.activity[c.Node]])
		}
		of.certainty[a] = certainty
	}
	s.chain = chain
}

// Driving names what the planned date of a node rests on: the id of a task or
// milestone, driver.WindowID, driver.PlanID, or ""; and is the weakest certainty on the
// chain behind it.
func (s *Solution) Driving(i int) (id string, weakest drejebog.Certainty) {
	return s.driverName(s.Planned(i)), s.stands.certainty[s.activity[i]]
}

func (s *Solution) driverName(c Driver) string {
	switch c.By {
	case driver.Link, driver.Offset, driver.Target:
		if c.Node >= 0 {
			return s.Nodes[c.Node].ID
		}
	case driver.Plan, driver.Progress, driver.DataDate:
		return driver.PlanID
	case driver.Nothing:
		return ""
	}
	return driver.WindowID
}
