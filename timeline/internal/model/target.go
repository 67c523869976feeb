package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// Target is the day on which a step is planned, as the plan states it or as the
// playbook expects it. It bounds nothing.
type Target struct {
	Row  *drejebog.Target   // nil where the plan states the day
	On   drejebog.TargetEnd // what lies on the day
	Day  date.Date          // the first day of the work, or the last on which it may finish
	Node int                // the milestone that it is counted from or moves with, or -1
}

// Target is where a node is planned; false where it follows what it waits for.
func (n *Model) Target(i int) (Target, bool) {
	if n.targets == nil {
		return n.targetOf(i)
	}
	return n.targets[i], n.targets[i].On != 0
}

// keepTargets finds the target of each node, which are asked for often.
func (n *Model) keepTargets() {
	targets := make([]Target, len(n.Nodes))
	for i := range n.Nodes {
		if t, ok := n.targetOf(i); ok {
			targets[i] = t
		}
	}
	n.targets = targets
}

// countBack takes the last day for a notice into its target.
func (n *Model) countBack(i int) {
	if t, ok := n.targetOf(i); ok {
		n.targets[i] = t
	}
}

func (n *Model) targetOf(i int) (Target, bool) {
	node := &n.Nodes[i]
	task := n.Facts[node.ID]
	switch {
	case node.Milestone != nil:
		return n.targetOfMilestone(i)
	case node.IsEffort() || task.NotRelevant != nil:
		return Target{}, false
	case task.PlannedStart != nil:
		return Target{On: drejebog.TargetStart, Day: *task.PlannedStart, Node: -1}, true
	case task.PlannedFinish != nil:
		return Target{On: drejebog.TargetFinish, Day: *task.PlannedFinish, Node: -1}, true
	}
	row := node.Step.TargetOf(node.Project)
	if row == nil {
		return Target{}, false
	}
	return n.targetBy(i, row)
}

// Expected is the day on which the text expects a step that the plan puts elsewhere,
// counted from a milestone; false where it has no such day, or one that we assume.
func (n *Model) Expected(i int) (Target, bool) {
	target, ok := n.Target(i)
	if !ok || target.Row != nil || n.Nodes[i].Step == nil {
		return Target{}, false
	}
	row := n.Nodes[i].Step.TargetOf(n.Nodes[i].Project)
	if row == nil || row.Side == 0 || row.Certainty == drejebog.Assumed {
		return Target{}, false
	}
	expected, ok := n.targetBy(i, row)
	if row.End == drejebog.TargetStart {
		expected.Day = n.Days.OnOrAfter(expected.Day)
	}
	return expected, ok && !n.undated(i)
}

// targetOfMilestone is when a deliverable is expected that nobody has dated: by its
// target, or by what it is counted from.
func (n *Model) targetOfMilestone(i int) (Target, bool) {
	node := &n.Nodes[i]
	row := node.Milestone.Target
	if node.Milestone.Kind != drejebog.Deliverable || n.isGiven(node.ID) {
		return Target{}, false
	}
	if row == nil || n.dated(i) && !n.Book.IsCounted(node, n.given) {
		days, ok := n.DaysOf(i)
		if !ok || !n.Book.IsCounted(node, n.given) {
			return Target{}, false
		}
		return Target{On: drejebog.TargetFinish, Day: days.Last, Node: n.Index(n.Book.OffsetBase(node.Milestone, node.Project))}, true
	}
	t := Target{Row: row, On: row.End, Node: n.milestoneOfRow(i, row)}
	day, ok := n.dayOfRow(i, t.Node, row)
	if t.Day = n.Book.CountedFrom(row, day); row.End == drejebog.TargetFinish {
		t.Day = n.Days.OnOrBefore(t.Day)
	}
	return t, ok && t.Node >= 0
}

// targetBy is the day of a row for a node: the window's own, moved with its milestone,
// or counted from that.
func (n *Model) targetBy(i int, row *drejebog.Target) (Target, bool) {
	t := Target{Row: row, On: row.End, Node: n.milestoneOfRow(i, row)}
	to, dated := n.dayOfRow(i, t.Node, row)
	if row.Side != 0 {
		t.Day = n.Book.CountedFrom(row, to)
		if latest, ok := n.latest[i]; ok && row.Milestone == drejebog.OfContract {
			t.Day = latest // its contract's own terms go before the playbook's months
		}
		return t, dated
	}
	window := n.Nodes[i].Activity.DaysOf(n.Nodes[i].Step)
	t.Day = window.First
	if row.End == drejebog.TargetFinish {
		t.Day = window.Last
	}
	if row.Base != nil && dated {
		t.Day = lag.Moved(t.Day, *row.Base, to)
	}
	return t, window.First > workday.First || row.End == drejebog.TargetFinish
}

// milestoneOfRow is the milestone of a node's target: the one of the same project or
// legacy system, or the one that all have; -1 for none.
func (n *Model) milestoneOfRow(i int, row *drejebog.Target) int {
	node := &n.Nodes[i]
	switch row.Milestone {
	case "":
		return -1
	case drejebog.OfContract:
		return n.Index(n.Book.MilestoneOf(drejebog.SystemEnd, n.systemOf(node)))
	}
	for _, scope := range []string{node.System, node.Project} {
		if scope == "" {
			continue
		}
		if at := n.Index(row.Milestone + "@" + scope); at >= 0 {
			return at
		}
	}
	if at := n.Index(row.Milestone); at >= 0 {
		return at
	}
	return slices.IndexFunc(n.Nodes, func(other drejebog.Node) bool {
		return other.Milestone != nil && other.Project == node.Project && other.Base() == row.Milestone
	})
}

// systemOf is the legacy system that a step is for: of a contract on several, the one
// that is used longest.
func (n *Model) systemOf(node *drejebog.Node) string {
	if contract, ok := n.plan.Contracts[node.Instance]; ok && len(contract.Systems) > 1 {
		return n.LastUsed(contract.Systems)
	}
	return node.System
}

// dayOfRow is the day from which a row counts: that of the milestone, or the last day
// of the contract on the legacy system.
func (n *Model) dayOfRow(i, milestone int, row *drejebog.Target) (date.Date, bool) {
	if milestone < 0 {
		return 0, row.Milestone == ""
	}
	days, ok := n.DaysOf(milestone)
	if !ok {
		days.First, ok = n.bySpan(milestone)
	}
	if row.Milestone != drejebog.OfContract {
		return days.First, ok
	}
	contract := n.plan.Contracts[n.Nodes[i].Instance]
	return bound(&contract, days.First-1), ok
}

// bySpan is when a milestone is expected that nobody has dated, by the span that we
// assume of what lies between it and one that is dated.
func (n *Model) bySpan(milestone int) (date.Date, bool) {
	edge := n.spanOf(milestone)
	if edge == nil || edge.Dependency.Lag.Unit != drejebog.Months {
		return 0, false
	}
	days, ok := n.DaysOf(edge.To)
	return drejebog.AddMonths(days.First, -edge.Dependency.Lag.Value), ok
}

// spanOf is the edge with an assumed span that leads from a milestone, nil without one.
func (n *Model) spanOf(milestone int) *drejebog.Edge {
	for i := range n.assumed {
		if edge := &n.assumed[i]; edge.From == milestone {
			return edge
		}
	}
	return nil
}

// takeTargets adds to the bounds what puts each step where it is planned: no earlier
// than its target, which the playbook's puts no later than the latest date less the
// margin.
func (s *Solution) takeTargets() {
	s.planInput = s.input
	s.planInput.Constraints = append(make([]cpm.Constraint, 0, len(s.input.Constraints)+len(s.node)), s.input.Constraints...)
	for i := range s.Nodes {
		if a := s.activity[i]; a >= 0 {
			s.aim(i, a)
		}
	}
}

// takeStated adds to the bounds the days that the plan gives, and no others.
func (s *Solution) takeStated() {
	s.planInput.Constraints = slices.Clone(s.input.Constraints)
	for i := range s.Nodes {
		if a := s.activity[i]; a >= 0 && s.Nodes[i].Step != nil && !s.Nodes[i].IsEffort() && s.Facts[s.Nodes[i].ID].NotRelevant == nil {
			s.planStated(&s.Nodes[i], a, s.Facts[s.Nodes[i].ID])
		}
	}
}

// aim plans one step.
func (s *Solution) aim(i, a int) {
	node := &s.Nodes[i]
	target, ok := s.Target(i)
	if !ok {
		return
	}
	switch {
	case node.Milestone != nil && s.IsOpen(i):
		return // nobody has dated it: it holds nothing back
	case node.Milestone != nil:
		s.expect(i, a, &target)
		return
	case target.Row == nil:
		s.planStated(node, a, s.Facts[node.ID])
		return
	}
	late, rule := &s.dates[i], driver.Window
	if target.Row.Side != 0 {
		rule = driver.Target
	}
	if target.On == drejebog.TargetStart {
		latest := s.before(late.LateStart, target.Row.Margin)
		s.want(a, cpm.StartNoEarlierThan, min(cpm.Instant(s.begin(node, target.Day)), latest), rule)
		return
	}
	latest := s.before(late.LateFinish, target.Row.Margin)
	s.want(a, cpm.FinishNoEarlierThan, min(cpm.Instant(s.Days.OnOrBefore(target.Day)+1), latest), rule)
}

// expect puts a deliverable where it is expected, no later than it must come.
func (s *Solution) expect(i, a int, target *Target) {
	rule := driver.Target
	if target.Row == nil {
		rule = driver.Offset
	}
	at := min(cpm.Instant(instantOf(&s.Nodes[i], target.Day)), s.dates[i].LateStart)
	s.want(a, cpm.StartNoEarlierThan, at, rule)
}

// before is so many working days before an instant.
func (s *Solution) before(x cpm.Instant, days int) cpm.Instant {
	if days == 0 {
		return x
	}
	return s.graph.Calendar(workingDays).Add(x, -cpm.Work(days))
}

// planStated plans a step on the days that the plan gives, whatever is late for them.
func (s *Solution) planStated(node *drejebog.Node, a int, task plan.Task) {
	if task.PlannedStart != nil {
		s.want(a, cpm.StartNoEarlierThan, cpm.Instant(s.begin(node, *task.PlannedStart)), driver.Plan)
	}
	if task.PlannedFinish != nil {
		s.want(a, cpm.FinishNoEarlierThan, cpm.Instant(*task.PlannedFinish+1), driver.Plan)
	}
}

// want is a constraint of the planned dates.
func (s *Solution) want(activity int, kind cpm.ConstraintKind, at cpm.Instant, rule driver.Kind) {
	s.planInput.Constraints = append(s.planInput.Constraints, cpm.Constraint{Activity: activity, Kind: kind, At: at})
	s.drivers = append(s.drivers, rule)
}
