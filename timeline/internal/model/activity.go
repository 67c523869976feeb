package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

func (n *Model) addActivity(i int) {
	node := &n.Nodes[i]
	n.activity[i] = -1
	switch {
	case n.closed[i]:
	case node.Step != nil && node.Step.Effort == nil:
		a := cpm.Activity{Key: node.ID, Calendar: workingDays, Duration: cpm.Work(n.Duration(node).Likely)}
		if n.IsPoint(node) {
			a.Milestone, a.Side = true, Side(node)
		}
		n.add(i, a)
		n.constrainTask(i)
	case node.Milestone != nil && node.Milestone.Kind != drejebog.Horizon && node.Milestone.Kind != drejebog.ContractEnd:
		n.add(i, cpm.Activity{Key: node.ID, Calendar: workingDays, Milestone: true, Side: Side(node)})
		n.constrainMilestone(i)
	}
}

func (n *Model) add(i int, a cpm.Activity) {
	n.activity[i] = len(n.problem.Activities)
	n.node = append(n.node, i)
	n.problem.Activities = append(n.problem.Activities, a)
}

// Duration returns a task's working days: the plan's own figure for all three
// where it has one, nothing for a task that is not relevant; a decision on a budget lasts
// from its first reading to the adoption.
func (n *Model) Duration(node *drejebog.Node) drejebog.Duration {
	task := n.Facts[node.ID]
	d := drejebog.Duration{Certainty: node.Step.Duration.Certainty}
	switch {
	case task.NotRelevant != nil:
	case task.Duration != nil:
		d.Low, d.Likely, d.High, d.Certainty = *task.Duration, *task.Duration, *task.Duration, drejebog.Stated
	case task.PlannedStart != nil && task.PlannedFinish != nil:
		days := n.Days.Count(*task.PlannedStart, *task.PlannedFinish)
		d.Low, d.Likely, d.High = days, days, days
	default:
		d = *node.Step.Duration
		if least := n.readings[n.Index(node.ID)]; task.ActualStart == nil && task.PlannedStart == nil && task.PlannedFinish == nil && d.Likely < least {
			d.Low, d.Likely, d.High = least, least, max(least, d.High)
		}
	}
	return d
}

// Window returns the days of a step's window as the plan moves them, and whether its
// end is hard or expected.
func (n *Model) Window(i int) (drejebog.Days, drejebog.EndKind) {
	return n.windows[i], n.deadlineKind(&n.Nodes[i])
}

// windowOf are the days of a step's window as the plan moves them: with a milestone,
// from the playbook's day of it to the plan's.
func (n *Model) windowOf(i int) drejebog.Days {
	node := &n.Nodes[i]
	if node.Step == nil {
		return drejebog.Days{}
	}
	days := node.Activity.DaysOf(node.Step)
	if row := node.Activity.MovesWith(node.Step, node.Project); row != nil {
		at := n.targets[i].Node
		if n.targets[i].Row != row {
			at = n.milestoneOfRow(i, row)
		}
		if to, ok := n.dayOfRow(i, at, row); ok {
			if rule, ruled := n.ruledBudget(at); ruled {
				to = min(to, rule) // the kommune's own day does not move the law's
			}
			days = movedWith(days, *row.Base, to)
		}
	}
	if published := n.published(node); published > days.First {
		days.First = published
	}
	if deadline := n.ownDeadline(node); deadline != nil {
		days.Last = *deadline
	}
	return days
}

// ruledBudget is the law's last day to adopt a budget, false for any other node.
func (n *Model) ruledBudget(i int) (date.Date, bool) {
	if i < 0 || n.Nodes[i].Milestone == nil || n.Nodes[i].Milestone.Kind != drejebog.BudgetAdopted {
		return 0, false
	}
	rule, ok := n.RuleOf(i)
	return rule.Last, ok
}

// movedWith are days that move with a milestone from one day to another, as far as they
// are bounded.
func movedWith(days drejebog.Days, from, to date.Date) drejebog.Days {
	if days.First > workday.First {
		days.First = lag.Moved(days.First, from, to)
	}
	if days.Last < workday.Last {
		days.Last = lag.Moved(days.Last, from, to)
	}
	return days
}

// published is the day of the edition that brought a step; 0 for one of the plan's own.
func (n *Model) published(node *drejebog.Node) date.Date {
	for i := range n.Book.Editions {
		if n.Book.Editions[i].Number == node.Step.Since {
			return n.Book.Editions[i].Date
		}
	}
	return 0
}

// constrainTask bounds a task: it comes no earlier than it was published, nor, where it
// is the plan's own and waits for nothing, than the day that the plan is seen from; a
// frist that has not passed is the end of it.
func (n *Model) constrainTask(i int) {
	node, a := &n.Nodes[i], n.activity[i]
	task := n.Facts[node.ID]
	if task.NotRelevant != nil {
		return
	}
	switch day := n.published(node); {
	case day != 0:
		n.constrain(a, cpm.StartNoEarlierThan, day, driver.Publication)
	case len(n.plan.Own[node.ID].Predecessors) == 0:
		n.constrain(a, cpm.StartNoEarlierThan, n.begin(node, n.ownFrom(&task)), driver.DataDate)
	}
	last := n.windows[i].Last
	if n.deadlineKind(node) == drejebog.Frist && !n.hasPassed(last) {
		n.constrain(a, cpm.Deadline, n.Days.OnOrBefore(last)+1, driver.Deadline)
	}
}

// ownFrom is the day from which a task of the plan's own can be done that waits for
// nothing: the day that the plan is seen from, and an earlier one where the plan gives it.
func (n *Model) ownFrom(task *plan.Task) date.Date {
	from := n.seen
	for _, stated := range []*date.Date{task.PlannedStart, task.PlannedFinish, task.ActualStart, task.ActualFinish} {
		if stated != nil {
			from = min(from, *stated)
		}
	}
	return from
}

// deadlineKind returns the kind of a step's end: the printed window's, and
// expected where the step has a window of its own or the end is open.
func (n *Model) deadlineKind(node *drejebog.Node) drejebog.EndKind {
	window := node.Activity.WindowOf(node.Step)
	if n.ownDeadline(node) != nil {
		return drejebog.Frist
	}
	if node.Step.Expected != nil || window == nil {
		return drejebog.Forventet
	}
	return window.Kind
}

// constrainMilestone dates a milestone: a go-live, a start of implementation
// and a budget stand where they are put, an end of a system and a deliverable
// come no earlier, and what follows from work has no date of its own.
func (n *Model) constrainMilestone(i int) {
	node, a := &n.Nodes[i], n.activity[i]
	days, ok := n.DaysOf(i)
	if !ok {
		return
	}
	rule := n.dateRule(node)
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetYearBegins, drejebog.BudgetProposed, drejebog.BudgetRead:
		n.stand(a, cpm.MustStartOn, days.First, days.First, rule)
	case drejebog.BudgetAdopted:
		n.stand(a, cpm.MustFinishOn, instantOf(node, days.Last), days.Last, rule)
	case drejebog.SystemEnd:
		over := days.Last // the first day without the system
		n.constrain(a, cpm.FinishNoEarlierThan, over, rule)
		if !n.hasPassed(over) {
			n.constrain(a, cpm.Deadline, over, rule)
		}
	case drejebog.Deliverable:
		if rule == driver.Offset { // expected, and promised by nobody
			n.endHard(i, a)
			return
		}
		n.endHard(i, a)
		n.constrain(a, cpm.StartNoEarlierThan, instantOf(node, n.comesOn(node, days.Last)), rule)
	case drejebog.Confirmation:
		if !n.hasPassed(days.Last) {
			n.constrain(a, cpm.Deadline, instantOf(node, n.Days.OnOrBefore(days.Last)), rule)
		}
	}
}

// stand puts a milestone on its day, which bounds what must precede it unless it has
// passed.
func (n *Model) stand(a int, kind cpm.ConstraintKind, at, day date.Date, rule driver.Kind) {
	if n.hasPassed(day) {
		x := cpm.Instant(at)
		n.input.Fixed = append(n.input.Fixed, cpm.Fixed{Activity: a, Start: x, Finish: x, EarlyOnly: true})
		return
	}
	n.constrain(a, kind, at, rule)
}

// endHard bounds a deliverable by the day that a hard rule counts for it.
func (n *Model) endHard(i, a int) {
	if !n.Nodes[i].Milestone.Hard {
		return
	}
	if days, ok := n.RuleOf(i); ok && !n.hasPassed(days.Last) {
		n.constrain(a, cpm.Deadline, instantOf(&n.Nodes[i], n.Days.OnOrBefore(days.Last)), driver.Offset)
	}
}

// comesOn is the day on which a deliverable comes that was delivered or promised on a
// day: what is overdue counts from the day that the plan is seen from.
func (n *Model) comesOn(node *drejebog.Node, day date.Date) date.Date {
	if node.Milestone.Delivered != nil || n.plan.Deliverables[node.ID].Delivered != nil {
		return day
	}
	return max(day, n.seen)
}

// dateRule is what dates a milestone: the plan, the playbook's word, or another
// milestone.
func (n *Model) dateRule(node *drejebog.Node) driver.Kind {
	m := node.Milestone
	switch {
	case n.isGiven(node.ID):
		return driver.Plan
	case n.Book.IsCounted(node, n.given):
		return driver.Offset
	case m.Delivered != nil:
		return driver.Delivery
	case m.Promised != nil:
		return driver.Promise
	}
	return driver.Nothing
}

func (n *Model) constrain(activity int, kind cpm.ConstraintKind, at date.Date, rule driver.Kind) {
	n.input.Constraints = append(n.input.Constraints, cpm.Constraint{Activity: activity, Kind: kind, At: cpm.Instant(at)})
	n.drivers = append(n.drivers, rule)
}
