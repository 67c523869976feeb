package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
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
		if a < 0 || n.Nodes[i].Step == nil || n.Nodes[i].IsEffort() {
			continue
		}
		begun, ok := n.begun(&n.Nodes[i], &task)
		if !ok {
			continue
		}
		progress := cpm.Progress{Activity: a, ActualStart: cpm.Instant(n.begin(&n.Nodes[i], begun))}
		switch {
		case task.ActualFinish != nil:
			finish := cpm.Instant(*task.ActualFinish + 1)
			progress.ActualFinish = &finish
		case task.Remaining != nil:
			progress.Remaining = cpm.Work(*task.Remaining)
		default:
			done := n.Days.Count(begun, *n.plan.DataDate)
			progress.Remaining = cpm.Work(max(n.Duration(&n.Nodes[i]).Likely-done, 0))
		}
		n.input.Progress = append(n.input.Progress, progress)
	}
}

// begun is the day that a task began on, false where it has not. Where the plan tells only
// part of it, the day is that of Microsoft Project's rule: the planned start, no later
// than the finish or the data date; without one the day from which the work that is done
// reaches to there.
func (n *Model) begun(node *drejebog.Node, task *plan.Task) (date.Date, bool) {
	if task.ActualStart != nil {
		return *task.ActualStart, true
	}
	whole := n.Duration(node).Likely
	last, done := *n.plan.DataDate, 0
	switch {
	case task.ActualFinish != nil:
		last, done = *task.ActualFinish, whole
	case !task.IsBegunUndated():
		return 0, false
	case task.Remaining != nil:
		done = max(whole-*task.Remaining, 0)
		if done == 0 && task.Status != plan.InProgress {
			return 0, false // all of it is left
		}
	}
	if task.PlannedStart != nil && *task.PlannedStart <= last {
		return *task.PlannedStart, true
	}
	first := last
	for ; done > 1 && first > workday.First; first-- {
		if n.Days.Count(first, last) >= done {
			break
		}
	}
	return first, true
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
