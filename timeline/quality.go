package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Quality is a schedule measured by the playbook's yardsticks of schedule
// quality: the DCMA's fourteen points, which the best practices of GAO's
// Schedule Assessment Guide stand behind. Nothing is measured unless asked for.
type Quality struct {
	Checks []Check // in the order of the yardsticks

	schedule *Schedule
}

// Check is what one yardstick measures.
type Check struct {
	Rule    *drejebog.QualityCheck
	Count   int       // what counts against the schedule, or for it; working days for a unit of days
	Of      int       // what it is a share of; 0 for a plain count
	Unknown lang.Said // why it cannot be measured; zero where it is
	Met     bool      // false where it cannot be measured
	IDs     []string  // the tasks that count against it, or "from → to" for dependencies; never nil

	from *Quality
}

// DCMA's bounds of a long task and of much float, in working days: two months.
const (
	longTask  = 44
	muchFloat = 44
)

// testDelay is by how many working days the critical path test lengthens a
// task: DCMA's 600.
const testDelay = 600

// Quality measures the schedule. Tasks that count are those that are not done,
// no level of effort, and relevant; dependencies that count are the hard ones
// to such tasks and to milestones.
func (s *Schedule) Quality() *Quality {
	if !s.isComputed() {
		return &Quality{}
	}
	q := &Quality{schedule: s}
	measures := map[string]func(*Check){
		"missing-logic":      q.missingLogic,
		"leads":              func(c *Check) { q.dependencies(c, func(d *drejebog.Dependency) bool { return d.Lag.Value < 0 }) },
		"lags":               func(c *Check) { q.dependencies(c, func(d *drejebog.Dependency) bool { return d.Lag.Value > 0 }) },
		"finish-to-start":    q.finishToStart,
		"hard-constraints":   q.hardConstraints,
		"high-float":         func(c *Check) { q.tasks(c, func(t *Task) bool { return t.TotalFloat > muchFloat }) },
		"negative-float":     func(c *Check) { q.tasks(c, func(t *Task) bool { return t.TotalFloat < 0 }) },
		"long-durations":     func(c *Check) { q.tasks(c, func(t *Task) bool { return t.Duration.Likely > longTask }) },
		"invalid-dates":      q.invalidDates,
		"resources":          q.resources,
		"missed-tasks":       q.missedTasks,
		"critical-path-test": q.criticalPathTest,
		"cpli":               q.pathLength,
		"bei":                q.executed,
	}
	for i := range s.Book.QualityChecks {
		c := Check{Rule: &s.Book.QualityChecks[i], IDs: []string{}, from: q}
		if measure := measures[c.Rule.ID]; measure != nil {
			measure(&c)
			c.Met = c.Unknown.IsZero() && c.holds()
			q.Checks = append(q.Checks, c)
		}
	}
	return q
}

// holds holds what was measured against the yardstick.
func (c *Check) holds() bool {
	count, of := decimal.NewFromInt(int64(c.Count)), decimal.NewFromInt(1)
	switch c.Rule.Unit {
	case drejebog.QualityPercent:
		count, of = count.Shift(2), decimal.NewFromInt(int64(c.Of))
	case drejebog.QualityRatio:
		of = decimal.NewFromInt(int64(c.Of))
	}
	if c.Rule.AtMost != nil {
		return count.LessThanOrEqual(c.Rule.AtMost.Mul(of))
	}
	return count.GreaterThanOrEqual(c.Rule.AtLeast.Mul(of))
}

// Findings are the yardsticks that are not met, as notes.
func (q *Quality) Findings() []drejebog.Finding {
	if q == nil || !q.schedule.isComputed() {
		return nil
	}
	var list []drejebog.Finding
	for i := range q.Checks {
		c := &q.Checks[i]
		if c.Met || !c.Unknown.IsZero() {
			continue
		}
		f := q.schedule.Book.Finding("DB-321", lang.Args{
			"check": c.Rule.Name, "measured": c.Measured(), "limit": c.Limit(), "what": c.Rule.What, "source": lang.Both(c.Rule.Address),
		})
		f.Subject, f.Actor = "quality/"+c.Rule.ID, "kommune"
		list = append(list, f)
	}
	return list
}

// counts reports whether a task is among those that are measured.
func (s *Schedule) counts(t *Task) bool {
	return !t.LevelOfEffort && t.NotRelevant == "" && s.facts[t.ID].ActualFinish == nil
}

// tasks counts the tasks that something is said of.
func (q *Quality) tasks(c *Check, says func(*Task) bool) {
	for i := range q.schedule.Tasks {
		t := &q.schedule.Tasks[i]
		if !q.schedule.counts(t) {
			continue
		}
		c.Of++
		if says(t) {
			c.Count++
			c.IDs = append(c.IDs, t.ID)
		}
	}
}

// dependencies counts the dependencies that something is said of.
func (q *Quality) dependencies(c *Check, says func(*drejebog.Dependency) bool) {
	n := q.schedule.network
	for _, edge := range n.edges {
		if t := q.schedule.Task(n.nodes[edge.To].ID); t != nil && !q.schedule.counts(t) {
			continue
		}
		c.Of++
		if says(edge.Dependency) {
			c.Count++
			c.IDs = append(c.IDs, n.nodes[edge.From].ID+" → "+n.nodes[edge.To].ID)
		}
	}
}

func (q *Quality) missingLogic(c *Check) {
	before, after := map[string]bool{}, map[string]bool{}
	n := q.schedule.network
	for _, edge := range n.edges {
		before[n.nodes[edge.To].ID], after[n.nodes[edge.From].ID] = true, true
	}
	q.tasks(c, func(t *Task) bool { return !before[t.ID] || !after[t.ID] })
}

// finishToStart counts the plain dependencies and names the others.
func (q *Quality) finishToStart(c *Check) {
	q.dependencies(c, func(d *drejebog.Dependency) bool { return d.Type != drejebog.FS })
	c.Count = c.Of - c.Count
}

func (q *Quality) hardConstraints(c *Check) {
	n := q.schedule.network
	locked := map[string]bool{}
	for _, bound := range n.input.Constraints {
		switch bound.Kind {
		case cpm.MustStartOn, cpm.MustFinishOn, cpm.StartNoLaterThan, cpm.FinishNoLaterThan:
			locked[n.nodes[n.node[bound.Activity]].ID] = true
		}
	}
	q.tasks(c, func(t *Task) bool { return locked[t.ID] })
}

func (q *Quality) invalidDates(c *Check) {
	day := q.schedule.Plan.DataDate
	if day == nil {
		c.Unknown = q.schedule.say("timeline/no-data-date", nil)
		return
	}
	later := func(actual *date.Date) bool { return actual != nil && *actual > *day }
	for i := range q.schedule.Tasks {
		t := &q.schedule.Tasks[i]
		facts := q.schedule.facts[t.ID]
		unfinished := q.schedule.counts(t) && t.Finish.Known() && t.Finish.Date < *day
		if later(facts.ActualStart) || later(facts.ActualFinish) || unfinished {
			c.Count++
			c.IDs = append(c.IDs, t.ID)
		}
	}
}

func (q *Quality) resources(c *Check) {
	s := q.schedule
	if len(s.Plan.People) == 0 {
		c.Unknown = q.schedule.say("timeline/no-people", nil)
		return
	}
	q.tasks(c, func(t *Task) bool {
		return s.facts[t.ID].Responsible == "" && len(s.Plan.Holders(t.Step.Role, t.Project)) == 0
	})
}

// due counts the tasks that the plan itself has finish by the data date, and
// says of each whether it did; false where there are none.
func (q *Quality) due(c *Check, done func(finish *date.Date, planned date.Date) bool) bool {
	s := q.schedule
	if s.Plan.DataDate == nil {
		c.Unknown = q.schedule.say("timeline/no-data-date", nil)
		return false
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		facts := s.facts[t.ID]
		if t.LevelOfEffort || t.NotRelevant != "" || facts.PlannedFinish == nil || *facts.PlannedFinish > *s.Plan.DataDate {
			continue
		}
		c.Of++
		if done(facts.ActualFinish, *facts.PlannedFinish) {
			c.Count++
		} else {
			c.IDs = append(c.IDs, t.ID)
		}
	}
	if c.Of == 0 {
		c.Unknown = q.schedule.say("timeline/none-planned", nil)
	}
	return c.Of > 0
}

func (q *Quality) missedTasks(c *Check) {
	if q.due(c, func(finish *date.Date, planned date.Date) bool { return finish != nil && *finish <= planned }) {
		c.Count = c.Of - c.Count
	}
}

func (q *Quality) executed(c *Check) {
	q.due(c, func(finish *date.Date, _ date.Date) bool { return finish != nil })
}

// pathLength is DCMA's CPLI: how many working days the path has with its float,
// over how many it has.
func (q *Quality) pathLength(c *Check) {
	s := q.schedule
	if len(s.CriticalPath) == 0 {
		c.Unknown = q.schedule.say("timeline/no-path", nil)
		return
	}
	target := s.Milestone(s.CriticalPath[len(s.CriticalPath)-1])
	c.Of = s.Workdays(s.SeenFrom()+1, target.Date.Date)
	c.Count = c.Of + s.CriticalPathFloat
}

// criticalPathTest lengthens the first task of the critical path and sees by
// how much the float before its target falls.
func (q *Quality) criticalPathTest(c *Check) {
	s := q.schedule
	first, last := q.pathEnds()
	if first < 0 {
		c.Unknown = q.schedule.say("timeline/no-path", nil)
		return
	}
	n := s.network
	input, result := n.input, cpm.Result{}
	input.Durations = make([]cpm.Work, len(n.problem.Activities))
	for i := range input.Durations {
		input.Durations[i] = n.problem.Activities[i].Duration
	}
	input.Durations[n.activity[first]] += testDelay
	if err := s.solved.graph.Solve(&input, &result); err != nil { // it was solved with less
		c.Unknown = lang.OwnWords(lang.Both(err.Error()))
		return
	}
	c.Of = testDelay
	c.Count = max(0, n.floatOf(s.solved, last)-n.floatOf(&solution{result: result}, last))
	c.IDs = append(c.IDs, n.nodes[first].ID)
}

// pathEnds are the nodes of the first task of the critical path and of what
// stands right before its target; -1 for a path without a task.
func (q *Quality) pathEnds() (first, last int) {
	s := q.schedule
	first, last = -1, -1
	for _, id := range s.CriticalPath[:max(0, len(s.CriticalPath)-1)] {
		last = s.network.indexOf(id)
		if first < 0 && s.Task(id) != nil {
			first = last
		}
	}
	return first, last
}
