package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// dating turns instants into dates, or into distances where they hang on a
// milestone that has no date.
type dating struct {
	milestone string    // "" where dates are dates
	zero      date.Date // the date that stood in for it
}

func hanging(n *model.Solution, milestone string) dating {
	if milestone == "" {
		return dating{}
	}
	return dating{milestone: milestone, zero: n.StandIn(milestone)}
}

// datingOf returns how the instants of a node become dates.
func datingOf(n *model.Solution, i int) dating { return hanging(n, n.HangsOn(i)) }

// lateDatingOf returns how the late instants of a node become dates; false where
// nothing hard bounds them, as a milestone without date that only bounds itself.
func lateDatingOf(n *model.Solution, i int) (at dating, bound bool) {
	milestone, bound := n.LateOn(i)
	return hanging(n, milestone), bound && milestone != n.Nodes[i].ID
}

func (d dating) on(day date.Date) When {
	if d.milestone != "" {
		return When{Kind: RelativeTo, Milestone: d.milestone, Days: int(day - d.zero)}
	}
	return When{Kind: OnDate, Date: day}
}

// first is the day that begins with the instant, last the day that ends with it.
func (d dating) first(x cpm.Instant) When { return d.on(date.Date(x)) }
func (d dating) last(x cpm.Instant) When  { return d.on(date.Date(x) - 1) }

// dayOf is the date of a node without length, from its instant.
func dayOf(at dating, node *drejebog.Node, x cpm.Instant) When {
	if model.Side(node) == cpm.FinishSide {
		return at.last(x)
	}
	return at.first(x)
}
