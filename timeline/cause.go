package timeline

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Rule is what puts a date where it lies.
type Rule uint8

// The rules. Those up to ByEffort may hold an early date, those from ByDeadline
// on a late one; ByLink and the dates that stand hold both.
const (
	ByLink        Rule = iota + 1 // a dependency on another task or milestone
	ByWindow                      // the printed window opens, moved with its go-live
	ByPublication                 // the section was published after its window opened
	ByPlan                        // the kommune's plan gives the date
	ByProgress                    // the plan says that it has begun or is done
	ByDataDate                    // what has not begun by the plan's data date lies after it
	ByPromise                     // the playbook gives a milestone's date
	ByDelivery                    // the playbook tells when it came
	ByOffset                      // counted from another milestone
	ByNotice                      // a contract runs on, since notice of it came late
	ByNothing                     // nobody has given a date
	ByEffort                      // level of effort: from one point to another
	ByAsLate                      // as late as what waits for it allows
	ByDeadline                    // a frist of its own
	ByTerm                        // the agreed term of a contract that is bound for longer than its system is needed
	ByFinish                      // nothing hard: the last date of the whole plan
)

var ruleNames = [...]string{
	ByLink: "link", ByWindow: "window", ByPublication: "publication", ByPlan: "plan", ByProgress: "progress",
	ByDataDate: "dataDate", ByPromise: "promise", ByDelivery: "delivery", ByOffset: "offset", ByNotice: "notice", ByNothing: "nothing",
	ByEffort: "effort", ByAsLate: "asLate", ByDeadline: "deadline", ByTerm: "term", ByFinish: "finish",
}

// String returns the rule's name in JSON.
func (r Rule) String() string {
	if int(r) < len(ruleNames) {
		return ruleNames[r]
	}
	return ""
}

// MarshalText writes the name.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// cause is why an early or late date lies where it does.
type cause struct {
	rule Rule
	edge *drejebog.Dependency // for ByLink
	node int                  // the node that the cause leads on to, or -1
}

// earlyCause is the cause of an activity's early date.
func (n *network) earlyCause(s *solution, a int) cause {
	i := n.node[a]
	switch d := s.driver[a]; d.Kind {
	case cpm.LinkDriver:
		return cause{ByLink, n.edges[d.Link].Dependency, n.edges[d.Link].From}
	case cpm.ConstraintDriver:
		if notice, late := n.notice[d.Constraint]; late {
			return cause{ByNotice, nil, notice}
		}
		return n.ruled(i, n.rules[d.Constraint])
	case cpm.ProgressDriver:
		if n.nodes[i].Milestone != nil {
			return n.ruled(i, n.dateRule(&n.nodes[i]))
		}
		return cause{ByProgress, nil, -1}
	case cpm.DataDateDriver:
		return cause{ByDataDate, nil, -1}
	}
	return cause{ByNothing, nil, -1}
}

// lateCause is the cause of an activity's late date: a bound of its own before
// a link, and a link before the end of the whole.
func (n *network) lateCause(s *solution, a int) cause {
	drivers := s.result.LateDrivers(a)
	for _, kind := range []cpm.DriverKind{cpm.ConstraintDriver, cpm.LinkDriver} {
		i := slices.IndexFunc(drivers, func(d cpm.Driver) bool { return d.Kind == kind })
		switch {
		case i < 0:
		case kind == cpm.ConstraintDriver:
			return n.ruled(n.node[a], n.rules[drivers[i].Constraint])
		default:
			edge := n.edges[drivers[i].Link]
			return cause{ByLink, edge.Dependency, edge.To}
		}
	}
	if len(drivers) == 0 {
		return cause{ByProgress, nil, -1}
	}
	return cause{ByFinish, nil, -1}
}

// ruled is a cause without a link: what moves with a milestone leads on to it.
func (n *network) ruled(i int, rule Rule) cause {
	node := &n.nodes[i]
	base := ""
	switch {
	case rule == ByOffset:
		base = offsetBase(node)
	case rule == ByWindow && (n.anchors[i].shift != 0 || n.undated(i)):
		base = n.anchors[i].milestone
	}
	return cause{rule, nil, n.indexOf(base)}
}

// offsetBase returns the id of the milestone that another is counted from.
func offsetBase(node *drejebog.Node) string {
	base := node.Milestone.Offset.Milestone
	if strings.Contains(base, "@") || node.Project == "" {
		return base
	}
	return base + "@" + node.Project
}

// indexOf returns the index of the node with the id, or -1.
func (n *network) indexOf(id string) int {
	return slices.IndexFunc(n.nodes, func(node drejebog.Node) bool { return node.ID == id })
}

// certaintyOf is that of a node's own part in its date: its length and, where
// no link does, what dates it.
func (n *network) certaintyOf(i int, c cause) drejebog.Certainty {
	node := &n.nodes[i]
	certainty := drejebog.Stated
	if node.Step != nil && n.facts[node.ID].Duration == nil {
		certainty = node.Step.Duration.Certainty
	}
	return certainty.Weaker(n.ruleCertainty(i, c))
}

// ruleCertainty is how sure a rule is. That a window moves with its go-live is
// our reading.
func (n *network) ruleCertainty(i int, c cause) drejebog.Certainty {
	node := &n.nodes[i]
	switch c.rule {
	case ByLink:
		return c.edge.Weakest()
	case ByWindow:
		if c.node >= 0 {
			return drejebog.Assumed
		}
		if node.Step.Expected != nil {
			return node.Step.Expected.Certainty
		}
		return drejebog.Stated
	case ByPromise:
		return node.Milestone.Promised.Certainty
	case ByDelivery:
		return node.Milestone.Delivered.Certainty
	case ByOffset:
		return node.Milestone.Offset.Certainty
	case ByNothing, ByFinish, ByEffort, ByAsLate:
		return drejebog.Assumed
	}
	return drejebog.Stated
}

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
