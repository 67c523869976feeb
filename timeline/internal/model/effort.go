package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// span is what a level of effort spans: the nodes with which it begins and ends.
type span struct{ from, until int }

// addEfforts hands the levels of effort to the engine: each begins on the day on
// which what it begins with finishes, not before it was published, and ends with
// what it ends with. One of which an end has no date stays out, and has none
// either.
func (n *Model) addEfforts() {
	n.spans = map[int]span{}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		if !node.IsEffort() {
			continue
		}
		s := span{n.endOf(node.Step.Effort.From, node.Project), n.endOf(node.Step.Effort.Until, node.Project)}
		if s.from < 0 || s.until < 0 || !n.hasEnd(s.from) || !n.hasEnd(s.until) {
			continue
		}
		n.spans[i] = s
		n.add(i, cpm.Activity{Key: node.ID, LevelOfEffort: true})
		n.beginEffort(i, s.from)
		n.endEffort(i, s.until)
	}
}

// beginEffort makes a level of effort begin on the day of a node.
func (n *Model) beginEffort(i, from int) {
	a := n.activity[i]
	if n.activity[from] < 0 {
		days, _ := n.DaysOf(from)
		n.constrain(a, cpm.MustStartOn, days.Last, driver.Effort)
	} else {
		n.spanLink(n.activity[from], a, cpm.FS, n.daysAfter(from)-1)
	}
	since := n.Nodes[i].Step.Since
	edition := slices.IndexFunc(n.Book.Editions, func(e drejebog.Edition) bool { return e.Number == since })
	if edition >= 0 && !n.undated(from) {
		n.constrain(a, cpm.StartNoEarlierThan, n.Book.Editions[edition].Date, driver.Effort)
	}
}

// endEffort makes it end when the day of a node is over.
func (n *Model) endEffort(i, until int) {
	a := n.activity[i]
	if n.activity[until] < 0 {
		days, _ := n.DaysOf(until)
		n.constrain(a, cpm.MustFinishOn, days.Last+1, driver.Effort)
		return
	}
	n.spanLink(n.activity[until], a, cpm.FF, n.daysAfter(until))
}

// daysAfter is how many days pass from the finish of a node until its day is
// over: one for what holds from the beginning of its day.
func (n *Model) daysAfter(i int) int32 {
	if Side(&n.Nodes[i]) == cpm.FinishSide {
		return 0
	}
	return 1
}

// spanLink is a link that no edge stands behind: it dates a level of effort only.
func (n *Model) spanLink(from, to int, kind cpm.LinkType, days int32) {
	n.problem.Links = append(n.problem.Links, cpm.Link{From: from, To: to, Type: kind, Lag: cpm.Lag{Value: days, Unit: cpm.Elapsed}})
}

// endOf is the node of a step or milestone, of the project where it has one; -1
// for none.
func (n *Model) endOf(id, project string) int {
	for _, candidate := range []string{id, id + "@" + project} {
		if i := n.Index(candidate); i >= 0 {
			return i
		}
	}
	return slices.IndexFunc(n.Nodes, func(node drejebog.Node) bool {
		return node.Base() == id && node.Milestone != nil && (node.Project == "" || node.Project == project)
	})
}

// hasEnd reports whether a node has a date on which it is over.
func (n *Model) hasEnd(i int) bool {
	node := &n.Nodes[i]
	switch {
	case node.Step != nil:
		return !node.IsEffort()
	case node.Milestone.Kind == drejebog.Horizon, node.Milestone.Kind == drejebog.Deliverable:
		return n.dated(i)
	case node.Milestone.Kind == drejebog.GoLive:
		return n.dated(i) || n.undated(i)
	}
	return true
}

// Span is what a level of effort spans: the nodes with which it begins and ends;
// false for one of which an end has no date.
func (n *Model) Span(i int) (from, until int, ok bool) {
	s, ok := n.spans[i]
	return s.from, s.until, ok
}
