package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// bar is a dated task in the places of a scale; "" is nothing to draw.
type bar struct {
	Class    string // "critical", "late", "done", "effort", by spaces
	X, W     string // as scheduled
	DoneW    string // how much of it is done
	SlackX   string // from the end as scheduled …
	SlackW   string
	SlackEnd string // … to the latest
	Hard     string // the end of the last day by a hard rule
	Title    string
}

// laneBar is a bar in its lane, Y counted from the row's top.
type laneBar struct {
	bar
	Y, H         int
	Middle       int // of the bar
	HardY, HardH int // of its deadline
}

func inLane(b bar, y, height int) laneBar {
	return laneBar{bar: b, Y: y, H: height, Middle: y + height/2, HardY: y - 2, HardH: height + 4}
}

// box is a window, behind the bars.
type box struct{ X, W string }

// bar places a dated task.
func (p pen) bar(it *item) bar {
	t := it.task
	b := bar{Class: p.shades.class(it)}
	b.X, b.W = p.at(t.Start.Date), p.span(t.Start.Date, t.Finish.Date)
	if last, some := p.doneUntil(it); some {
		b.DoneW = p.span(t.Start.Date, last)
	}
	if !t.LevelOfEffort && !it.done && t.LateFinish.Known() && t.LateFinish.Date > t.Finish.Date {
		b.SlackX = p.at(t.Finish.Date + 1)
		b.SlackW = p.span(t.Finish.Date+1, t.LateFinish.Date)
		b.SlackEnd = p.at(t.LateFinish.Date + 1)
	}
	if day := it.hard(); day != nil && p.shows(*day) {
		b.Hard = p.at(*day + 1)
	}
	return b
}

// class says how an item looks: what is done, or else too late or critical.
func class(it *item) string {
	var words []string
	if it.task != nil && it.task.LevelOfEffort {
		words = append(words, "effort")
	}
	switch {
	case it.done:
		words = append(words, "done")
	case it.late:
		words = append(words, "late", "critical")
	case it.critical():
		words = append(words, "critical")
	}
	return strings.Join(words, " ")
}

// doneUntil returns the last day of a task's bar that is worked off: all of a
// finished one, and of one that is under way what lies up to the data date.
func (w words) doneUntil(it *item) (last date.Date, some bool) {
	t := it.task
	switch {
	case it.done:
		return t.Finish.Date, true
	case it.facts.ActualStart == nil || w.s.Plan.DataDate == nil || *w.s.Plan.DataDate < t.Start.Date:
		return 0, false
	}
	return min(*w.s.Plan.DataDate, t.Finish.Date), true
}

// windowOf places the playbook's window of a task; false where it has none that
// ends on the axis.
func (s scale) window(t *timeline.Task) (box, bool) {
	if t.Deadline == nil || t.LevelOfEffort || t.NotRelevant != "" || *t.Deadline < s.first ||
		t.Activity.ID == plan.OwnActivity {
		return box{}, false
	}
	first := s.first
	if t.Opens != nil {
		first = *t.Opens
	}
	if first > *t.Deadline || first > s.last {
		return box{}, false
	}
	return box{s.at(first), s.span(first, *t.Deadline)}, true
}
