package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// Limit says how far a task can be shortened, and at what price.
type Limit struct {
	Task  string `json:"task" form:"set"`
	Days  int    `json:"days"`  // working days at most; the task keeps at least one
	Price int64  `json:"price"` // of each day, at least 1, in whatever the caller counts in
}

// Limits are how far the tasks can be shortened, in the schedule's order: from
// the likely length of a step to the low one, at the price of 1 a day. A task
// whose length or last day the plan gives, one that is finished and one that is
// not relevant have no limit and keep their length.
func (s *Schedule) Limits() []Limit {
	if !s.IsComputed() {
		return nil
	}
	var limits []Limit
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if days := t.Duration.Likely - t.Duration.Low; days > 0 && !t.LevelOfEffort && endsByItsLength(s.solved.Facts[t.ID]) {
			limits = append(limits, Limit{Task: t.ID, Days: days, Price: 1})
		}
	}
	return limits
}

// endsByItsLength reports whether a task's end follows from its length and is not
// given by the plan.
func endsByItsLength(task plan.Task) bool {
	return !task.IsDone() && task.PlannedFinish == nil && task.NotRelevant == nil
}

// Plan returns the plan that the schedule was computed from, with the tasks as
// short as the cut says, and with the milestone on the day where a plan can
// give it one: computed again, it meets the day. It is nil for a cut that ToMeet
// did not make.
func (c *Cut) Plan() *plan.Plan {
	if c == nil || c.plan == nil {
		return nil
	}
	p := *c.plan
	for i := range c.Shorten {
		short := &c.Shorten[i]
		if _, own := p.Own[short.Task]; own {
			p.Own = changed(p.Own, short.Task, func(task *plan.OwnTask) { short.take(&task.Task) })
			continue
		}
		p.Tasks = changed(p.Tasks, short.Task, short.take)
	}
	return &p
}

// take makes a task shorter.
func (short *Shortening) take(task *plan.Task) {
	length := short.From - short.Days
	if remains(task) {
		task.Remaining = &length
		return
	}
	task.Duration = &length
}

// remains reports whether the plan says how much is left of a task.
func remains(task *plan.Task) bool { return task.ActualStart != nil && task.Remaining != nil }

// lengthOf is the length of a task that take makes shorter.
func (q *question) lengthOf(node *drejebog.Node) int {
	if task := q.Facts[node.ID]; remains(&task) {
		return *task.Remaining
	}
	return q.Duration(node).Likely
}
