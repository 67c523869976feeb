package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Fit says how an edge stands against the windows of its two ends.
type Fit uint8

// The fits. An edge is held only where both ends have windows and it is not soft.
const (
	NotHeld    Fit = iota // soft, or an end without a window
	Holds                 // even with the predecessor at its window's end and the successor at its window's start; or that end is open
	Strained              // holds, but not with the predecessor at its window's end and the successor at its window's start
	Impossible            // cannot hold with the predecessor as early and the successor as late as their windows allow
)

var fitNames = [...]string{NotHeld: "notHeld", Holds: "holds", Strained: "strained", Impossible: "impossible"}

// String returns "notHeld", "holds", "strained" or "impossible".
func (f Fit) String() string { return strict.NameOf(f, fitNames[:]) }

// Fit holds an edge of Network against the windows of its ends. A step's
// window is the printed one, or its own expected one; a milestone's is its
// date. Steps have at least their low duration, in days from Monday to Friday.
func (b *Playbook) Fit(from, to *Node, d *Dependency) Fit {
	before, ok1 := b.windowOf(from)
	after, ok2 := b.windowOf(to)
	if d.Soft || !ok1 || !ok2 {
		return NotHeld
	}
	if d.Lag.After(before.early(d.Type)) > after.late(d.Type) {
		return Impossible
	}
	sameWindow := from.Activity != nil && from.Activity == to.Activity && before.Days == after.Days
	if !sameWindow && before.Last < far && d.Lag.After(before.late(d.Type.reversed())) > after.early(d.Type.reversed()) {
		return Strained
	}
	return Holds
}

// span is a window with the least time that its task takes.
type span struct {
	Days
	low int // days from Monday to Friday
}

func (b *Playbook) windowOf(n *Node) (span, bool) {
	if n.Milestone != nil {
		days, ok := b.DatesOf(n, nil)
		return span{Days: days}, ok
	}
	days := n.Activity.DaysOf(n.Step)
	s := span{Days: days}
	if n.Step.Duration != nil {
		s.low = n.Step.Duration.Low
	}
	return s, true
}

// early returns the earliest day of the end that a link leaves: the start for
// SS and SF, else the finish.
func (s span) early(t LinkType) date.Date {
	if t == SS || t == SF {
		return s.First
	}
	return lag.AddWeekdays(s.First, max(s.low-1, 0))
}

// late returns the latest day of the end that a link reaches: the start for
// FS and SS, else the finish.
func (s span) late(t LinkType) date.Date {
	if t == FS || t == SS {
		return lag.AddWeekdays(s.Last, -max(s.low-1, 0))
	}
	return s.Last
}

// reversed swaps the ends of a link, for asking early of a successor and late
// of a predecessor.
func (t LinkType) reversed() LinkType {
	switch t {
	case FS:
		return SF
	case SF:
		return FS
	}
	return t
}
