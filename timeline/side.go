package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// side is the end of its day at which a node without length stands: that of its
// kind of milestone, and the finish for a task, which is done on its day.
func (n *network) side(node *drejebog.Node) cpm.Side {
	if node.Milestone == nil || node.Milestone.Kind.ClosesDay() {
		return cpm.FinishSide
	}
	return cpm.StartSide
}

// isPoint reports whether a task has no length: a milestone of the plan's own,
// or what is not relevant and lets through what it waits for.
func (n *network) isPoint(node *drejebog.Node) bool {
	remaining := n.facts[node.ID].Remaining
	return node.Step != nil && !isEffort(node) && n.duration(node).Likely == 0 && (remaining == nil || *remaining == 0)
}

// instantOf is the instant at which a node without length stands when a day is
// its date: where the day begins, or where the next does.
func (n *network) instantOf(node *drejebog.Node, day date.Date) date.Date {
	if n.side(node) == cpm.FinishSide {
		return day + 1
	}
	return day
}

// begin is the instant at which a task that begins on a day does.
func (n *network) begin(node *drejebog.Node, day date.Date) date.Date {
	if n.isPoint(node) {
		return n.instantOf(node, day)
	}
	return day
}

// dayOf is the date of a node without length, from its instant.
func (n *network) dayOf(at dating, node *drejebog.Node, x cpm.Instant) When {
	if n.side(node) == cpm.FinishSide {
		return at.last(x)
	}
	return at.first(x)
}
