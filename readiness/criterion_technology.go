package readiness

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// byPriority lists the projects in the order of the kommune's portfolio.
func (a *assessor) byPriority() string {
	projects := slices.Clone(a.out.Projects)
	slices.SortStableFunc(projects, func(x, y ProjectAssessment) int { return cmp.Compare(*x.Priority, *y.Priority) })
	return strings.Join(drejebog.IDsOf(projects, func(p *ProjectAssessment) string { return p.Name }), ", ")
}

// concerns reports whether something of a project, or of all, is for one.
func concerns(of string, p *ProjectAssessment) bool { return of == "" || of == p.ID }

// environment: what the list asks of the IT environment is held against what
// is there, and the gaps are closed in time (5.1). The topic's last day is that
// of the gap that has to be closed first.
func (a *assessor) environment(t *Topic, p *ProjectAssessment) Criterion {
	deadline := a.readinessDeadline(p.ID)
	var first *date.Date
	broken, closed, all, toOrder := Criterion{}, 0, 0, 0
	for _, id := range sortedKeys(a.Plan.Environment) {
		item := a.Plan.Environment[id]
		if !concerns(item.Project, p) {
			continue
		}
		all++
		if !openGap(&item, a.on) {
			closed++
			continue
		}
		by := item.Due
		if by == nil {
			by = deadline
		}
		if by != nil && *by < a.on {
			m := a.broken(t.Role, by, rule{
				code: "DB-520", subject: "environment/" + id, project: item.Project, section: t.Section, day: *by, path: []string{"environment", id},
			}, lang.Args{"task": lang.Both(item.Name), "deadline": lang.Day(*by)})
			if lang.CompareDays(m.By, broken.By) < 0 {
				broken = m
			}
			continue
		}
		if lang.CompareDays(by, first) < 0 {
			first = by
		}
		if item.Gap == plan.GapPurchase && item.Ordered == nil {
			toOrder++
		}
	}
	says := lang.Sentences{a.say("readiness/environment-in-place", lang.Args{"some": lang.Whole(closed), "all": lang.Whole(all)})}
	switch {
	case all == 0:
		return a.byTask(t.Task, p.ID, t.Role)
	case broken.Light != 0:
		return broken
	case closed == all:
		a.states(p.ID, t.Shows...)
		return green(says...)
	case toOrder > 0:
		says = append(says, a.say("readiness/not-ordered", lang.Args{"n": lang.Whole(toOrder)}))
	}
	return yellow(t.Role, first, says...)
}

// openGap reports whether a requirement of the IT environment is not known to be
// met by a day.
func openGap(item *plan.EnvironmentItem, by date.Date) bool {
	return item.Gap != plan.NoGap && (item.Closed == nil || *item.Closed > by)
}

// byTask judges a topic that the plan has no table for by the task that
// delivers it.
func (a *assessor) byTask(step, project, role string) Criterion {
	id := a.taskOf(step, project)
	if id == "" {
		return Criterion{}
	}
	state, on := a.taskState(step, project)
	latest := a.latest(step, project)
	switch state {
	case PreparedDone:
		return a.doneOn(on)
	case PreparedNotRelevant:
		return green(a.say("readiness/not-relevant-here", nil))
	case PreparedBegun:
		return Criterion{Light: Yellow, Task: id, Role: role, By: latest, Says: lang.Sentences{a.begun(latest)}}
	}
	return Criterion{Light: Grey, Task: id, Role: role, By: latest, Says: lang.Sentences{a.notStated(latest)}}
}

// doneOn says that something is done, and when where that is known.
func (a *assessor) doneOn(day *date.Date) Criterion {
	if day == nil {
		return green(a.say("readiness/done", nil))
	}
	return green(a.say("readiness/done-on", lang.Args{"day": lang.Day(*day)}))
}

// begun says that something is under way, and its last day where it has one.
func (a *assessor) begun(latest *date.Date) lang.Said {
	if latest == nil {
		return a.say("readiness/begun", nil)
	}
	return a.say("readiness/begun-by", lang.Args{"day": lang.Day(*latest)})
}

// notStated says that the plan is silent, and its last day where it has one.
func (a *assessor) notStated(latest *date.Date) lang.Said {
	if latest == nil {
		return a.say("readiness/not-stated", nil)
	}
	return a.say("readiness/not-stated-by", lang.Args{"day": lang.Day(*latest)})
}

// interfaces: each is held by a contract, and built (6.6).
func (a *assessor) interfaces(t *Topic, p *ProjectAssessment) Criterion {
	if a.taskOf(t.Task, p.ID) == "" && !slices.ContainsFunc(sortedKeys(a.Plan.Interfaces), func(id string) bool { return a.Plan.Interfaces[id].Project == p.ID }) {
		return Criterion{}
	}
	without, built, all := Criterion{}, 0, 0
	for _, id := range sortedKeys(a.Plan.Interfaces) {
		face := a.Plan.Interfaces[id]
		if face.Project != p.ID {
			continue
		}
		all++
		if face.Built != nil && *face.Built <= a.on {
			built++
		}
		if face.Contract == "" {
			without = worst(without, a.broken(t.Role, day(p.GoLive), rule{
				code: "DB-521", subject: "interfaces/" + id, project: p.ID, section: t.Section, path: []string{"interfaces", id},
			}, lang.Args{"task": lang.Both(face.Name)}))
		}
	}
	switch {
	case all == 0:
		return a.byTask(t.Task, p.ID, t.Role)
	case without.Light != 0:
		return without
	}
	a.states(p.ID, t.Shows...)
	says := a.say("readiness/interfaces-work", lang.Args{"some": lang.Whole(built), "all": lang.Whole(all)})
	if built < all {
		return yellow(t.Roles[builds], day(p.GoLive), says)
	}
	return green(says)
}

// migration: the days without a system end by the go-live, and there is a
// fall-back (5.2).
func (a *assessor) migration(t *Topic, p *ProjectAssessment) Criterion {
	if a.taskOf(t.Task, p.ID) == "" {
		return Criterion{}
	}
	own, stated := a.Plan.Migrations[p.ID]
	goLive := day(p.GoLive)
	at := rule{subject: "migrations/" + p.ID, project: p.ID, section: t.Section, path: []string{"migrations", p.ID}}
	for i := range own.Closed {
		closed := &own.Closed[i]
		if goLive != nil && closed.Last() >= *goLive {
			at.code, at.day, at.path = "DB-522", closed.Last(), append(at.path, "closed", strconv.Itoa(i))
			return a.broken(t.Role, goLive, at, lang.Args{"date": lang.Day(closed.Last()), "start": lang.Day(*goLive)})
		}
	}
	near := a.within(goLive, a.rules.Thresholds[rules.FallBackWeeks])
	switch {
	case goLive != nil && *goLive <= a.on:
		return a.byTask(t.Steps[cutOver], p.ID, t.Role)
	case !stated:
		return a.byTask(t.Task, p.ID, t.Role)
	case near && own.FallBack == "":
		at.code = "DB-523"
		return a.broken(t.Role, goLive, at, lang.Args{"date": lang.Day(*goLive)})
	case own.FallBack == "" || own.NewCases == "":
		by := goLive
		if a.done(a.taskOf(t.Task, p.ID)) == nil {
			by = a.latest(t.Task, p.ID)
		}
		return yellow(t.Role, by, a.unsettled(&own))
	}
	a.states(p.ID, t.Shows...)
	days := 0
	for i := range own.Closed {
		days += a.Workdays(own.Closed[i].From, own.Closed[i].Last())
	}
	if days == 0 {
		return green(a.say("readiness/migration-settled", nil))
	}
	n := a.say("common/working-days", lang.Args{"n": lang.Whole(days)})
	return green(a.say("readiness/migration-settled-closed", lang.Args{"days": n}))
}

// unsettled says what a migration leaves open.
func (a *assessor) unsettled(m *plan.Migration) lang.Said {
	switch {
	case m.FallBack == "" && m.NewCases == "":
		return a.say("readiness/migration-open-both", nil)
	case m.FallBack == "":
		return a.say("readiness/migration-open-fall-back", nil)
	}
	return a.say("readiness/migration-open-cases", nil)
}

// ownTest: the last round of the kommune's test passed (5.3).
func (a *assessor) ownTest(t *Topic, p *ProjectAssessment) Criterion {
	if m := a.lastRun(p, t.Task, plan.OwnTest, t.Role); m.Light != 0 {
		a.states(p.ID, t.Shows...)
		return m
	}
	return a.byTask(t.Task, p.ID, t.Role)
}

// trial: the operational trial and the last re-test passed (5.4, 5.3). Before
// the go-live there is nothing to judge.
func (a *assessor) trial(t *Topic, p *ProjectAssessment) Criterion {
	if !p.GoLive.Known() || p.GoLive.Date > a.on {
		return Criterion{}
	}
	m := worst(a.lastRun(p, t.Task, plan.OperationalTrial, t.Roles[tests]), a.lastRun(p, t.Steps[retest], plan.Retest, t.Roles[tests]))
	if m.Light != 0 {
		return m
	}
	return a.byTask(t.Task, p.ID, t.Role)
}

// lastRun judges the last round of tests of a kind, which a role sees to.
func (a *assessor) lastRun(p *ProjectAssessment, step string, kind plan.TestKind, role string) Criterion {
	last := -1
	for i := range a.Plan.Tests {
		run := &a.Plan.Tests[i]
		if run.Project == p.ID && run.Kind == kind && run.On <= a.on && (last < 0 || run.On >= a.Plan.Tests[last].On) {
			last = i
		}
	}
	if last < 0 {
		return Criterion{}
	}
	run := &a.Plan.Tests[last]
	if run.Passed < run.Cases || run.Cases == 0 {
		m := a.broken(role, a.latest(step, p.ID), rule{
			code: "DB-524", subject: step + "@" + p.ID, project: p.ID, section: sectionOf(step), day: run.On, path: []string{"tests", strconv.Itoa(last)},
		}, lang.Args{"date": lang.Day(run.On), "value": lang.Whole(run.Passed), "most": lang.Whole(run.Cases)})
		m.failed = true
		return m
	}
	return green(a.say("readiness/last-run", lang.Args{"day": lang.Day(run.On), "some": lang.Whole(run.Passed), "all": lang.Whole(run.Cases)}))
}

// sectionOf is the section of a step.
func sectionOf(step string) string {
	section := drejebog.SectionOf(step)
	return section
}
