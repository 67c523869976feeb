package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// Driver is why an early or late date lies where it does.
type Driver struct {
	By   driver.Kind
	Edge *drejebog.Dependency // for driver.Link
	Node int                  // the node that it leads on to, or -1
}

// Early is what the early date of a node rests on.
func (s *Solution) Early(i int) Driver {
	if a := s.activity[i]; a >= 0 {
		return s.early[a]
	}
	return Driver{driver.Nothing, nil, -1}
}

// Late is what the late date of a node rests on: by a link, what follows.
func (s *Solution) Late(i int) Driver {
	if a := s.activity[i]; a >= 0 {
		return s.lateDriver(a)
	}
	return Driver{driver.Nothing, nil, -1}
}

// earlyDriver is what an activity's early date rests on.
func (s *Solution) earlyDriver(a int) Driver {
	i := s.node[a]
	switch d := s.first[a]; d.Kind {
	case cpm.LinkDriver:
		return Driver{driver.Link, s.Edges[d.Link].Dependency, s.Edges[d.Link].From}
	case cpm.ConstraintDriver:
		if notice, late := s.notice[d.Constraint]; late {
			return Driver{driver.Notice, nil, notice}
		}
		return s.ruled(i, s.drivers[d.Constraint])
	case cpm.ProgressDriver:
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
	drivers := s.result.LateDrivers(a)
	for _, kind := range []cpm.DriverKind{cpm.ConstraintDriver, cpm.LinkDriver} {
		i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == kind })
		switch {
		case i < 0:
		case kind == cpm.ConstraintDriver:
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
	case by == driver.Window && (n.anchors[i].shift != 0 || n.undated(i)):
		base = n.anchors[i].milestone
	}
	return Driver{by, nil, n.Index(base)}
}

// chain finds what each early date rests on and the weakest certainty on the
// chain behind it.
func (s *Solution) chain() {
	s.first = make([]cpm.Driver, len(s.node))
	s.early = make([]Driver, len(s.node))
	s.certainty = make([]drejebog.Certainty, len(s.node))
	for a := range s.node {
		if s.Nodes[s.node[a]].IsEffort() {
			s.early[a], s.certainty[a] = Driver{driver.Effort, nil, -1}, drejebog.Assumed
			continue
		}
		s.first[a] = s.firstDriver(a)
		s.early[a] = s.earlyDriver(a)
	}
	for a := range s.node {
		s.weakest(a)
	}
}

// firstDriver is what an early date rests on: of several, a link before the
// rest, but its own date for a milestone that stands.
func (s *Solution) firstDriver(a int) cpm.Driver {
	drivers := s.result.Drivers(a)
	if Stands(&s.Nodes[s.node[a]]) {
		if i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == cpm.ConstraintDriver }); i >= 0 {
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
	var chain []int
	for s.certainty[a] == 0 {
		chain = append(chain, a)
		next := s.early[a].Node
		if next < 0 || s.activity[next] < 0 || len(chain) > len(s.node) {
			break
		}
		a = s.activity[next]
	}
	for k := len(chain) - 1; k >= 0; k-- {
		a := chain[k]
		c := s.early[a]
		certainty, _ := s.CertaintyOf(s.node[a], c)
		if c.Node >= 0 && s.activity[c.Node] >= 0 {
			certainty = certainty.Weaker(s.certainty[s.activity[c.Node]])
		}
		s.certainty[a] = certainty
	}
}

// Driving names what the early date of a node rests on: the id of a task or
// milestone, driver.WindowID, driver.PlanID, or ""; and is the weakest certainty on the
// chain behind it.
func (s *Solution) Driving(i int) (id string, weakest drejebog.Certainty) {
	return s.driverName(s.Early(i)), s.certainty[s.activity[i]]
}

func (s *Solution) driverName(c Driver) string {
	switch c.By {
	case driver.Link, driver.Offset, driver.Notice:
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
