package quality

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Assessment is a schedule measured by the playbook's checks of schedule quality:
// the DCMA's fourteen points, which the best practices of GAO's Schedule
// Assessment Guide stand behind.
type Assessment struct {
	Schedule *timeline.Schedule
	Metrics  []Metric // in the order of the checks
}

// Metric is what one check measures.
type Metric struct {
	Check   *drejebog.QualityCheck
	Count   int       // what counts against the schedule, or for it; working days for a unit of days
	Of      int       // what it is a share of; 0 for a plain count
	Unknown lang.Said // why it cannot be measured; zero where it is
	Met     bool      // false where it cannot be measured
	IDs     []string  // the tasks that count against it, or "from → to" for dependencies; never nil

	words *lang.Catalogue
}

// DCMA's bounds of a long task and of much float, in working days: two months.
const (
	longTask  = 44
	muchFloat = 44
)

// testDelay is by how many working days the critical path test lengthens a
// task: DCMA's 600.
const testDelay = 600

// Of measures a schedule. Tasks that count are those that are not done, no level
// of effort, and relevant; dependencies that count are the hard ones to such tasks
// and to milestones. A schedule that was not computed has no metrics.
func Of(s *timeline.Schedule) *Assessment {
	a := &Assessment{Schedule: s}
	if !s.IsComputed() {
		return a
	}
	q := measuring{s, s.Links()}
	for i := range s.Book.QualityChecks {
		m := Metric{Check: &s.Book.QualityChecks[i], IDs: []string{}, words: s.Book.Words}
		if measure := measures[m.Check.ID]; measure != nil {
			measure(q, &m)
			m.Met = m.Unknown.IsZero() && m.holds()
			a.Metrics = append(a.Metrics, m)
		}
	}
	return a
}

// measuring is a schedule that is measured, with its dependencies.
type measuring struct {
	*timeline.Schedule
	links []timeline.Link
}

// measures are how each check is measured, by its id.
var measures = map[string]func(measuring, *Metric){
	"missing-logic": measuring.missingLogic,
	"leads": func(q measuring, m *Metric) {
		q.dependencies(m, func(d *drejebog.Dependency) bool { return d.Lag.Value < 0 })
	},
	"lags": func(q measuring, m *Metric) {
		q.dependencies(m, func(d *drejebog.Dependency) bool { return d.Lag.Value > 0 })
	},
	"finish-to-start":  measuring.finishToStart,
	"hard-constraints": measuring.hardConstraints,
	"high-float": func(q measuring, m *Metric) {
		q.tasks(m, func(t *timeline.Task) bool { return t.TotalFloat > muchFloat })
	},
	"negative-float": func(q measuring, m *Metric) {
		q.tasks(m, func(t *timeline.Task) bool { return t.TotalFloat < 0 })
	},
	"long-durations": func(q measuring, m *Metric) {
		q.tasks(m, func(t *timeline.Task) bool { return t.Duration.Likely > longTask })
	},
	"invalid-dates":      measuring.invalidDates,
	"resources":          measuring.resources,
	"missed-tasks":       measuring.missedTasks,
	"critical-path-test": measuring.criticalPathTest,
	"cpli":               measuring.pathLength,
	"bei":                measuring.executed,
}

// holds holds what was measured against the check.
func (m *Metric) holds() bool {
	count, of := decimal.NewFromInt(int64(m.Count)), decimal.NewFromInt(1)
	switch m.Check.Unit {
	case drejebog.QualityPercent:
		count, of = count.Shift(2), decimal.NewFromInt(int64(m.Of))
	case drejebog.QualityRatio:
		of = decimal.NewFromInt(int64(m.Of))
	}
	if m.Check.AtMost != nil {
		return count.LessThanOrEqual(m.Check.AtMost.Mul(of))
	}
	return count.GreaterThanOrEqual(m.Check.AtLeast.Mul(of))
}

// Findings are the checks that are not met, as notes (DB-321). They are never among
// the schedule's own.
func (a *Assessment) Findings() []drejebog.Finding {
	if a == nil || !a.Schedule.IsComputed() {
		return nil
	}
	var list []drejebog.Finding
	for i := range a.Metrics {
		m := &a.Metrics[i]
		if m.Met || !m.Unknown.IsZero() || m.Check == nil {
			continue
		}
		f := a.Schedule.Book.Finding("DB-321", lang.Args{
			"check": m.Check.Name, "measured": m.Measured(), "limit": m.Limit(), "what": m.Check.What, "source": lang.Both(m.Check.Address),
		})
		f.Subject, f.Actor = "quality/"+m.Check.ID, "kommune"
		list = append(list, f)
	}
	return list
}

// counts reports whether a task is among those that are measured.
func (q measuring) counts(t *timeline.Task) bool {
	facts := q.Facts(t.ID)
	return !t.LevelOfEffort && t.NotRelevant == "" && !facts.IsDone()
}

// tasks counts the tasks that something is said of.
func (q measuring) tasks(m *Metric, says func(*timeline.Task) bool) {
	for i := range q.Tasks {
		t := &q.Tasks[i]
		if !q.counts(t) {
			continue
		}
		m.Of++
		if says(t) {
			m.Count++
			m.IDs = append(m.IDs, t.ID)
		}
	}
}

// dependencies counts the dependencies that something is said of.
func (q measuring) dependencies(m *Metric, says func(*drejebog.Dependency) bool) {
	for _, link := range q.links {
		if t := q.Task(link.To); t != nil && !q.counts(t) {
			continue
		}
		m.Of++
		if says(link.Dependency) {
			m.Count++
			m.IDs = append(m.IDs, link.From+" → "+link.To)
		}
	}
}

func (q measuring) missingLogic(m *Metric) {
	before, after := map[string]bool{}, map[string]bool{}
	for _, link := range q.links {
		before[link.To], after[link.From] = true, true
	}
	q.tasks(m, func(t *timeline.Task) bool { return !before[t.ID] || !after[t.ID] })
}

// finishToStart counts the plain dependencies and names the others.
func (q measuring) finishToStart(m *Metric) {
	q.dependencies(m, func(d *drejebog.Dependency) bool { return d.Type != drejebog.FS })
	m.Count = m.Of - m.Count
}

func (q measuring) hardConstraints(m *Metric) {
	n := q.Network()
	locked := map[string]bool{}
	for _, bound := range n.Input.Constraints {
		switch bound.Kind {
		case cpm.MustStartOn, cpm.MustFinishOn, cpm.StartNoLaterThan, cpm.FinishNoLaterThan:
			locked[n.IDs[bound.Activity]] = true
		}
	}
	q.tasks(m, func(t *timeline.Task) bool { return locked[t.ID] })
}

func (q measuring) invalidDates(m *Metric) {
	day := q.Plan.DataDate
	if day == nil {
		m.Unknown = q.say("timeline/no-data-date", nil)
		return
	}
	later := func(actual *date.Date) bool { return actual != nil && *actual > *day }
	for i := range q.Tasks {
		t := &q.Tasks[i]
		facts := q.Facts(t.ID)
		unfinished := q.counts(t) && t.Finish.Known() && t.Finish.Date < *day
		if later(facts.ActualStart) || later(facts.ActualFinish) || unfinished {
			m.Count++
			m.IDs = append(m.IDs, t.ID)
		}
	}
}

func (q measuring) resources(m *Metric) {
	if len(q.Plan.People) == 0 {
		m.Unknown = q.say("timeline/no-people", nil)
		return
	}
	q.tasks(m, func(t *timeline.Task) bool {
		return q.Facts(t.ID).Responsible == "" && len(q.Plan.Holders(t.Step.Role, t.Project)) == 0
	})
}

// due counts the tasks that the plan itself has finish by the data date, and
// says of each whether it did; false where there are none.
func (q measuring) due(m *Metric, done func(finish *date.Date, planned date.Date) bool) bool {
	if q.Plan.DataDate == nil {
		m.Unknown = q.say("timeline/no-data-date", nil)
		return false
	}
	for i := range q.Tasks {
		t := &q.Tasks[i]
		facts := q.Facts(t.ID)
		if t.LevelOfEffort || t.NotRelevant != "" || facts.PlannedFinish == nil || *facts.PlannedFinish > *q.Plan.DataDate {
			continue
		}
		m.Of++
		if done(facts.ActualFinish, *facts.PlannedFinish) {
			m.Count++
		} else {
			m.IDs = append(m.IDs, t.ID)
		}
	}
	if m.Of == 0 {
		m.Unknown = q.say("timeline/none-planned", nil)
	}
	return m.Of > 0
}

func (q measuring) missedTasks(m *Metric) {
	if q.due(m, func(finish *date.Date, planned date.Date) bool { return finish != nil && *finish <= planned }) {
		m.Count = m.Of - m.Count
	}
}

func (q measuring) executed(m *Metric) {
	q.due(m, func(finish *date.Date, _ date.Date) bool { return finish != nil })
}

// pathLength is DCMA's CPLI: how many working days the path has with its float,
// over how many it has.
func (q measuring) pathLength(m *Metric) {
	if len(q.CriticalPath) == 0 {
		m.Unknown = q.say("timeline/no-path", nil)
		return
	}
	end := q.HardEnd(q.CriticalPathTo)
	if end == nil {
		m.Unknown = q.say("timeline/no-path", nil)
		return
	}
	m.Of = q.Workdays(q.SeenFrom()+1, *end)
	m.Count = m.Of + q.CriticalPathFloat
}

// criticalPathTest lengthens the first task of the critical path and sees by
// how much the float before its target falls.
func (q measuring) criticalPathTest(m *Metric) {
	first, last := q.pathEnds()
	if first == "" {
		m.Unknown = q.say("timeline/no-path", nil)
		return
	}
	lost, err := floatLost(q.Network(), first, last)
	if err != nil { // it was solved with less
		m.Unknown = lang.OwnWords(lang.Both(err.Error()))
		return
	}
	m.Of, m.Count = testDelay, lost
	m.IDs = append(m.IDs, first)
}

// floatLost is by how much the float of the last falls when the first is
// lengthened.
func floatLost(n *timeline.Network, first, last string) (int, error) {
	before, err := floatOf(n, last)
	if err != nil {
		return 0, err
	}
	n.Input.Durations = make([]cpm.Work, len(n.Problem.Activities))
	for i := range n.Input.Durations {
		n.Input.Durations[i] = n.Problem.Activities[i].Duration
	}
	n.Input.Durations[n.Index[first]] += testDelay
	after, err := floatOf(n, last)
	return max(0, before-after), err
}

// floatOf is the float of a task or milestone by the input.
func floatOf(n *timeline.Network, id string) (int, error) {
	var result cpm.Result
	if err := n.Graph.Solve(&n.Input, &result); err != nil {
		return 0, err
	}
	return int(result.TotalFloat(n.Index[id])), nil
}

// pathEnds are the first task of the critical path and the last of all on it; "" for a
// path without a task.
func (q measuring) pathEnds() (first, last string) {
	for _, id := range q.CriticalPath {
		last = id
		if first == "" && q.Task(id) != nil {
			first = id
		}
	}
	return first, last
}

// say is a message of the playbook's words.
func (q measuring) say(id string, args lang.Args) lang.Said { return q.Book.Words.Message(id, args) }
