package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

func (n *Model) addActivity(i int) {
	node := &n.Nodes[i]
	n.activity[i] = -1
	switch {
	case node.Step != nil && node.Step.Effort == nil:
		a := cpm.Activity{Key: node.ID, Calendar: workingDays, Duration: cpm.Work(n.Duration(node).Likely)}
		if n.IsPoint(node) {
			a.Milestone, a.Side = true, Side(node)
		}
		n.add(i, a)
		n.constrainTask(i)
	case node.Milestone != nil && node.Milestone.Kind != drejebog.Horizon:
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
// where it has one, nothing for a task that is not relevant.
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
		return *node.Step.Duration
	}
	return d
}

// Window returns the days of a step's window as the plan moves them, and whether its
// end is hard or expected.
func (n *Model) Window(i int) (drejebog.Days, drejebog.EndKind) {
	days, _ := n.window(i)
	return days, n.deadlineKind(&n.Nodes[i])
}

// window returns the days of a step's window as the plan moves them. A start
// before the step was published counts from its publication, and published
// says that it does.
func (n *Model) window(i int) (days drejebog.Days, published bool) {
	node := &n.Nodes[i]
	days = node.Activity.DaysOf(node.Step)
	if deadline := n.ownDeadline(node); deadline != nil {
		days.Last = *deadline
	}
	shift := date.Date(n.anchors[i].shift)
	if days.First > workday.First {
		days.First += shift
	}
	if days.Last < workday.Last {
		days.Last += shift
	}
	for _, edition := range n.Book.Editions {
		if edition.Number == node.Step.Since && edition.Date > days.First {
			days.First, published = edition.Date, true
		}
	}
	return days, published
}

func (n *Model) constrainTask(i int) {
	node, a := &n.Nodes[i], n.activity[i]
	task := n.Facts[node.ID]
	if task.NotRelevant != nil {
		return
	}
	window, published := n.window(i)
	switch {
	case task.PlannedStart != nil:
		n.constrain(a, cpm.StartNoEarlierThan, n.begin(node, *task.PlannedStart), driver.Plan)
	case published:
		n.constrain(a, cpm.StartNoEarlierThan, window.First, driver.Publication)
	default:
		n.constrain(a, cpm.StartNoEarlierThan, window.First, driver.Window)
	}
	if task.PlannedFinish != nil {
		n.constrain(a, cpm.FinishNoEarlierThan, *task.PlannedFinish+1, driver.Plan)
	}
	if n.deadlineKind(node) == drejebog.Frist {
		n.constrain(a, cpm.Deadline, window.Last+1, driver.Deadline)
	}
	if node.Step.AsLate && task.PlannedStart == nil {
		n.constrain(a, cpm.AsLateAsPossible, 0, driver.AsLate)
	}
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
	days, ok := n.Book.DatesOf(node, n.given)
	if !ok {
		return
	}
	rule := n.dateRule(node)
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetYearBegins:
		n.constrain(a, cpm.MustStartOn, days.First, rule)
	case drejebog.BudgetAdopted:
		n.constrain(a, cpm.MustFinishOn, instantOf(node, days.Last), rule)
	case drejebog.SystemEnd:
		over := days.Last // the first day without the system
		n.constrain(a, cpm.FinishNoEarlierThan, over, rule)
		n.constrain(a, cpm.Deadline, over, rule)
	case drejebog.Deliverable:
		n.constrain(a, cpm.StartNoEarlierThan, instantOf(node, days.Last), rule)
	case drejebog.Confirmation:
		n.constrain(a, cpm.Deadline, instantOf(node, days.Last), rule)
	}
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
