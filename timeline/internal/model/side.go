package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Side is the end of its day at which a node without length stands: that of its
// kind of milestone, and the finish for a task, which is done on its day.
func Side(node *drejebog.Node) cpm.Side {
	if node.Milestone == nil || node.Milestone.Kind.ClosesDay() {
		return cpm.FinishSide
	}
	return cpm.StartSide
}

// IsPoint reports whether a task has no length: a milestone of the plan's own,
// or what is not relevant and lets through what it waits for.
func (n *Model) IsPoint(node *drejebog.Node) bool {
	remaining := n.Facts[node.ID].Remaining
	return node.Step != nil && !node.IsEffort() && n.Duration(node).Likely == 0 && (remaining == nil || *remaining == 0)
}

// instantOf is the instant at which a node without length stands when a day is
// its date: where the day begins, or where the next does.
func instantOf(node *drejebog.Node, day date.Date) date.Date {
	if Side(node) == cpm.FinishSide {
		return day + 1
	}
	return day
}

// begin is the instant at which a task that begins on a day does.
func (n *Model) begin(node *drejebog.Node, day date.Date) date.Date {
	if n.IsPoint(node) {
		return instantOf(node, day)
	}
	return day
}
