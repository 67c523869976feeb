package readiness

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// processes: the work processes are described as they are and as they will be,
// and the changes are decided (4.7).
func (a *assessor) processes(t *Topic, p *ProjectAssessment) Criterion {
	deadline := a.readinessDeadline(p.ID)
	all, decided, asIs, toBe := 0, 0, 0, 0
	by := func(day *date.Date) bool { return day != nil && *day <= a.on }
	for _, process := range a.Plan.Processes {
		if process.Project != p.ID {
			continue
		}
		all++
		if by(process.Decided) {
			decided++
		}
		if by(process.AsIs) {
			asIs++
		}
		if by(process.ToBe) {
			toBe++
		}
	}
	need := all
	if n, ok := a.Plan.Drivers[t.Drivers[count]+"@"+p.ID]; ok {
		need = max(all, n)
	}
	switch {
	case all == 0:
		return a.byTask(t.Task, p.ID, t.Role)
	case decided < need:
		return yellow(t.Role, deadline, a.say("readiness/processes-decided-some", lang.Args{
			"some": lang.Whole(decided), "all": lang.Whole(need), "asis": lang.Whole(asIs), "tobe": lang.Whole(toBe),
		}))
	}
	a.states(p.ID, t.Shows...)
	return green(a.say("readiness/processes-decided", lang.Args{"n": lang.Whole(need)}))
}

// cleanUp: the cases of the legacy system are gone through before readiness is
// confirmed, at the pace of the counts (4.9).
func (a *assessor) cleanUp(t *Topic, p *ProjectAssessment) Criterion {
	id := a.taskOf(t.Task, p.ID)
	if id == "" {
		return Criterion{}
	}
	_, system, _ := cutScope(id)
	counts := a.countsOf(system)
	if len(counts) == 0 {
		return a.byTask(t.Task, p.ID, t.Role)
	}
	last := counts[len(counts)-1]
	by := a.readinessDeadline(p.ID)
	if last.Left == 0 {
		a.states(p.ID, t.Shows...)
		return green(a.say("readiness/cleaned-up", nil))
	}
	left := lang.Whole(last.Left)
	done, known := a.cleanBy(counts)
	switch {
	case !known:
		return yellow(t.Role, by, a.say("readiness/cases-left-one-count", lang.Args{"n": left, "day": lang.Day(last.On)}))
	case by != nil && (done == nil || *done > *by):
		return a.broken(t.Role, by, rule{
			code: "DB-525", subject: "cleanUp/" + system, project: p.ID, section: t.Section, day: last.On, path: []string{"cleanUp", system},
		}, lang.Args{"pace": a.cleanUpLate(left, done), "deadline": lang.Day(*by)})
	case done == nil:
		return yellow(t.Role, by, a.say("readiness/cases-left", lang.Args{"n": left}))
	}
	return yellow(t.Role, by, a.say("readiness/cases-left-until", lang.Args{"n": left, "day": lang.Day(*done)}))
}

// cleanUpLate says when the cases are gone, nil for never.
func (a *assessor) cleanUpLate(left lang.Number, done *date.Date) lang.Said {
	if done == nil {
		return a.say("readiness/clean-up-never", lang.Args{"n": left})
	}
	return a.say("readiness/clean-up-late", lang.Args{"n": left, "day": lang.Day(*done)})
}

// countsOf are the counts of a legacy system that were made by the day of the
// assessment, oldest first.
func (a *assessor) countsOf(system string) []plan.CaseCount {
	counts := a.Plan.CleanUp[system].Counts
	for i := range counts {
		if counts[i].On > a.on {
			return counts[:i]
		}
	}
	return counts
}

// cleanBy is the day that no case is left: a straight line through the first
// count and the last; nil where that does not fall, or takes longer than
// mostForecast working days. A pace shows only in two counts that lie some
// working days apart: false where there are none.
func (a *assessor) cleanBy(counts []plan.CaseCount) (day *date.Date, known bool) {
	first, last := counts[0], counts[len(counts)-1]
	elapsed := a.Workdays(first.On+1, last.On)
	if elapsed < a.rules.Thresholds[rules.PaceWorkdays] {
		return nil, false
	}
	gone := first.Left - last.Left
	if gone <= 0 {
		return nil, true
	}
	needed := (last.Left*elapsed + gone - 1) / gone
	since := a.Workdays(last.On+1, a.on)
	return a.afterWorkdays(max(0, needed-since)), true
}

// training: as many are taught, or planned to be, by the go-live as need it,
// and superusers not so early that they forget it (4.10). How many need it only
// the plan can say.
func (a *assessor) training(t *Topic, p *ProjectAssessment) Criterion {
	if a.taskOf(t.Steps[plan.Superusers.String()], p.ID) == "" {
		return Criterion{}
	}
	classes := a.classesOf(t, p)
	if classes.all == 0 {
		if m := a.doneTooEarly(t, p); m.Light != 0 {
			return m
		}
		return a.byTask(t.Task, p.ID, t.Role)
	}
	m := classes.tooEarly
	need, stated := map[plan.Trainees]int{}, true
	for _, who := range []plan.Trainees{plan.Superusers, plan.EndUsers} {
		n, known := a.Plan.Drivers[t.Drivers[who.String()]+"@"+p.ID]
		need[who], stated = n, stated && known
		if known && classes.planned[who] < n {
			m = worst(m, a.tooFew(t, p, who, classes.planned[who], n))
		}
	}
	switch {
	case m.Light != 0:
		return m
	case !stated:
		return grey(a.say("readiness/training-need-unknown", lang.Args{
			"superusers": lang.Whole(classes.planned[plan.Superusers]), "users": lang.Whole(classes.planned[plan.EndUsers]),
		}))
	}
	a.states(p.ID, t.Shows...)
	return green(a.taught(classes.taught, need))
}

// taught says how many are taught of those who need it.
func (a *assessor) taught(taught, need map[plan.Trainees]int) lang.Said {
	super, users := lang.Whole(taught[plan.Superusers]), lang.Whole(taught[plan.EndUsers])
	allSuper, allUsers := lang.Whole(need[plan.Superusers]), lang.Whole(need[plan.EndUsers])
	if taught[plan.Superusers] < need[plan.Superusers] || taught[plan.EndUsers] < need[plan.EndUsers] {
		return a.say("readiness/taught-rest", lang.Args{"superusers": super, "allsuperusers": allSuper, "users": users, "allusers": allUsers})
	}
	return a.say("readiness/taught", lang.Args{"superusers": super, "allsuperusers": allSuper, "users": users, "allusers": allUsers})
}

// classes is the training of a project as the plan has it.
type classes struct {
	all             int                   // classes
	planned, taught map[plan.Trainees]int // people in classes before the go-live, and in those held by the day of the assessment
	tooEarly        Criterion             // says that superusers are taught so early that they forget it
}

func (a *assessor) classesOf(t *Topic, p *ProjectAssessment) classes {
	c := classes{planned: map[plan.Trainees]int{}, taught: map[plan.Trainees]int{}}
	for i := range a.Plan.Training {
		session := &a.Plan.Training[i]
		if session.Project != p.ID {
			continue
		}
		c.all++
		c.tooEarly = worst(c.tooEarly, a.tooEarly(t, p, i, session))
		if !p.GoLive.Known() || session.On < p.GoLive.Date {
			c.planned[session.Who] += session.People
			if session.On <= a.on {
				c.taught[session.Who] += session.People
			}
		}
	}
	return c
}

func (a *assessor) tooEarly(t *Topic, p *ProjectAssessment, i int, session *plan.TrainingSession) Criterion {
	if session.Who != plan.Superusers {
		return Criterion{}
	}
	return a.taughtTooEarly(t, p, session.On, "training", strconv.Itoa(i))
}

// doneTooEarly is tooEarly by the task, where the plan has no classes.
func (a *assessor) doneTooEarly(t *Topic, p *ProjectAssessment) Criterion {
	id := t.Steps[plan.Superusers.String()] + "@" + p.ID
	finish := a.Facts(id).ActualFinish
	if finish == nil {
		return Criterion{}
	}
	return a.taughtTooEarly(t, p, *finish, "tasks", id)
}

// taughtTooEarly finds that superusers are taught on a day so long before the go-live that
// they forget it.
func (a *assessor) taughtTooEarly(t *Topic, p *ProjectAssessment, on date.Date, path ...string) Criterion {
	months := a.rules.Thresholds[rules.EarlyTrainingMonths]
	if !p.GoLive.Known() || on >= drejebog.AddMonths(p.GoLive.Date, -months) {
		return Criterion{}
	}
	return a.broken(t.Role, nil, rule{
		code: "DB-526", subject: t.Steps[plan.Superusers.String()] + "@" + p.ID, project: p.ID, section: t.Section, day: on, path: path,
	}, lang.Args{"date": lang.Day(on), "start": lang.Day(p.GoLive.Date), "value": lang.Whole(months)})
}

func (a *assessor) tooFew(t *Topic, p *ProjectAssessment, who plan.Trainees, planned, need int) Criterion {
	return a.broken(t.Role, day(p.GoLive), rule{
		code: "DB-527", subject: t.Steps[who.String()] + "@" + p.ID, project: p.ID, section: t.Section, path: []string{"drivers", t.Drivers[who.String()] + "@" + p.ID},
	}, lang.Args{"value": lang.Whole(planned), "most": lang.Whole(need), "who": a.key("trainees", who.String(), nil)})
}

// benefits: each has an owner and can be measured (4.6).
func (a *assessor) benefits(t *Topic, p *ProjectAssessment) Criterion {
	all, m := 0, Criterion{}
	measured := 0
	for _, id := range sortedKeys(a.Plan.Benefits) {
		b := a.Plan.Benefits[id]
		if !concerns(b.Project, p) {
			continue
		}
		all++
		if b.Baseline != nil && b.Target != nil {
			measured++
		}
		if b.Owner == "" {
			m = worst(m, a.broken(t.Roles[appoints], nil, rule{
				code: "DB-528", subject: "benefits/" + id, project: b.Project, section: t.Section, path: []string{"benefits", id},
			}, lang.Args{"task": lang.Both(b.Name)}))
		}
	}
	switch {
	case all == 0:
		return a.byTask(t.Task, p.ID, t.Role)
	case m.Light != 0:
		return m
	case measured < all:
		return yellow(t.Role, nil, a.say("readiness/benefits-measured", lang.Args{"some": lang.Whole(measured), "all": lang.Whole(all)}))
	}
	a.states(p.ID, t.Shows...)
	return green(a.say("readiness/benefits-settled", lang.Args{"n": lang.Whole(all)}))
}
