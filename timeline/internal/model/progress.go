package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// takeProgress hands actual dates to the engine where the plan has a data
// date; without one, progress does not count.
func (n *Model) takeProgress() {
	if n.plan.DataDate == nil {
		return
	}
	dataDate := cpm.Instant(*n.plan.DataDate + 1) // the end of the day
	n.input.DataDate = &dataDate
	n.takeReached(*n.plan.DataDate)
	for i := range n.Nodes {
		a := n.activity[i]
		task := n.Facts[n.Nodes[i].ID]
		if a < 0 || n.Nodes[i].IsEffort() || task.ActualStart == nil {
			continue
		}
		progress := cpm.Progress{Activity: a, ActualStart: cpm.Instant(n.begin(&n.Nodes[i], *task.ActualStart))}
		switch {
		case task.ActualFinish != nil:
			finish := cpm.Instant(*task.ActualFinish + 1)
			progress.ActualFinish = &finish
		case task.Remaining != nil:
			progress.Remaining = cpm.Work(*task.Remaining)
		default:
			done := n.Days.Count(*task.ActualStart, *n.plan.DataDate)
			progress.Remaining = cpm.Work(max(n.Duration(&n.Nodes[i]).Likely-done, 0))
		}
		n.input.Progress = append(n.input.Progress, progress)
	}
}

// takeReached hands to the engine what has happened by the data date: what was
// delivered, budgets adopted and begun, what the kommune reported with the task
// that ends in it, and go-lives and starts of implementation on dates that lie
// before it. What was promised and has not come still waits.
func (n *Model) takeReached(dataDate date.Date) {
	for i := range n.Nodes {
		if n.Nodes[i].Milestone == nil || n.activity[i] < 0 || n.undated(i) {
			continue
		}
		day, ok := n.reached(i)
		if !ok || day > dataDate {
			continue
		}
		at := cpm.Instant(instantOf(&n.Nodes[i], day))
		n.input.Progress = append(n.input.Progress, cpm.Progress{Activity: n.activity[i], ActualStart: at})
	}
}

// reached is the day on which a milestone is reached by its date or by the
// plan's word, false where neither says.
func (n *Model) reached(i int) (day date.Date, ok bool) {
	m := n.Nodes[i].Milestone
	switch m.Kind {
	case drejebog.Confirmation:
		if on := n.ReachedOn(i); on != nil {
			return *on, true
		}
		return 0, false
	case drejebog.SystemEnd, drejebog.Handover, drejebog.Horizon:
		return 0, false
	case drejebog.Deliverable:
		if m.Delivered == nil && n.plan.Deliverables[n.Nodes[i].ID].Delivered == nil {
			return 0, false
		}
	}
	days, ok := n.DaysOf(i)
	return days.Last, ok
}
