package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// organisation: the project organisation stands and has somebody to lead it
// (4.5, by the end of 2013).
func (a *assessor) organisation(t *Topic, p *ProjectAssessment) Criterion {
	id := t.Task + "@" + p.ID
	task := a.tasks[id]
	if task == nil {
		return Criterion{}
	}
	leaders := a.Plan.Holders(t.Roles[leads], p.ID)
	finished := a.done(id)
	empty := a.emptyRoles(p)
	switch {
	case len(leaders) > 0 && len(empty) > 0:
		return yellow(t.Role, nil, a.say("readiness/roles-empty", lang.Args{"roles": lang.SeriesOf(", ", empty)}))
	case finished != nil && len(leaders) > 0:
		return green(a.say("readiness/roles-filled", lang.Args{"day": lang.Day(*finished), "people": a.names(leaders)}))
	case len(leaders) > 0 && task.Deadline != nil && *task.Deadline < a.on:
		return yellow(t.Role, nil, a.say("readiness/roles-perhaps", nil))
	case len(a.Plan.People) > 0 && len(leaders) == 0:
		return yellow(t.Role, nil, a.say("readiness/no-project-manager", nil))
	case finished != nil:
		return yellow(t.Role, nil, a.say("readiness/roles-nobody", nil))
	}
	return grey(a.say("readiness/roles-unstated", nil))
}

// emptyRoles lists the roles that answer for the project's own open tasks and
// that nobody has.
func (a *assessor) emptyRoles(p *ProjectAssessment) []lang.Text {
	needed := map[string]bool{} // by role
	for i := range a.Tasks {
		t := &a.Tasks[i]
		if t.Project == p.ID && t.NotRelevant == "" && a.Facts(t.ID).Responsible == "" && a.done(t.ID) == nil {
			needed[t.Step.Role] = true
		}
	}
	var list []lang.Text
	for i := range a.Book.Roles {
		role := &a.Book.Roles[i]
		if !needed[role.ID] || len(a.Plan.Holders(role.ID, p.ID)) > 0 {
			continue
		}
		list = append(list, role.Name.Lower())
	}
	return list
}

// names lists people of the plan.
func (a *assessor) names(ids []string) lang.Series {
	list := make([]lang.Text, len(ids))
	for i, id := range ids {
		list[i] = a.Plan.Called(a.Book, id)
	}
	return lang.SeriesOf(", ", list)
}

// agreement: the data-processing agreement is signed, by somebody who may,
// before the development and before the go-live (6.2).
func (a *assessor) agreement(t *Topic, p *ProjectAssessment) Criterion {
	id := t.Task + "@" + p.ID
	if a.tasks[id] == nil {
		return Criterion{} // none is asked for
	}
	own, stated := a.Plan.Agreements[p.ID]
	signed := a.signed(t, p.ID)
	stated = stated || a.says(id)
	if signed != nil {
		a.states(p.ID, t.Shows...)
	} else if own.Signer != "" {
		a.states(p.ID, t.Steps[power])
	}
	begun := a.Plan.Deliverables[t.Milestones[development]+"@"+p.ID].Delivered
	at := rule{subject: "agreements/" + p.ID, project: p.ID, section: t.Section, path: []string{"agreements", p.ID}}
	switch {
	case signed != nil && p.GoLive.Known() && *signed >= p.GoLive.Date:
		at.code, at.day = "DB-518", *signed
		return a.broken(t.Role, nil, at, lang.Args{
			"date": lang.Day(*signed), "what": a.say("readiness/the-go-live", nil), "start": lang.Day(p.GoLive.Date),
		})
	case signed != nil && begun != nil && *signed > *begun:
		at.code, at.day = "DB-518", *signed
		return a.broken(t.Role, nil, at, lang.Args{
			"date": lang.Day(*signed), "what": a.say("readiness/the-development", nil), "start": lang.Day(*begun),
		})
	case signed != nil:
		return green(a.say("readiness/signed", lang.Args{"day": lang.Day(*signed)}))
	case stated && begun != nil && *begun <= a.on:
		at.code = "DB-519"
		return a.broken(t.Role, a.latest(t.Task, p.ID), at, lang.Args{"date": lang.Day(*begun)})
	case stated && a.Plan.Projects[p.ID].GoLive != nil && p.GoLive.Known() && p.GoLive.Date <= a.on:
		at.code = "DB-538"
		return a.broken(t.Role, a.latest(t.Task, p.ID), at, lang.Args{"date": lang.Day(p.GoLive.Date)})
	case own.Signer != "":
		signer := a.Plan.Spoken(a.Book, own.Signer)
		return yellow(own.Signer, a.latest(t.Task, p.ID), a.say("readiness/unsigned-signer", lang.Args{"signer": signer}))
	case stated:
		return Criterion{Light: Yellow, Task: id, Role: t.Role, By: a.latest(t.Task, p.ID), Says: lang.Sentences{a.say("readiness/unsigned", nil)}}
	case a.done(t.Steps[power]) != nil:
		return a.byTask(t.Task, p.ID, t.Role)
	}
	return Criterion{
		Light: Grey, Task: id, Role: t.Role, By: a.latest(t.Task, p.ID),
		Says: lang.Sentences{a.say("readiness/signing-unsettled", nil)},
	}
}

// signed is the day that the data-processing agreement of a project was signed:
// as the schedule has the task, which counts the plan's agreements; by these alone where
// the task is not relevant; nil where neither says so.
func (a *assessor) signed(t *Topic, project string) *date.Date {
	if on := a.done(t.Task + "@" + project); on != nil {
		return on
	}
	if signed := a.Plan.Agreements[project].Signed; signed != nil && *signed <= a.on {
		return signed
	}
	return nil
}

// contact: the contact for Støttesystemerne is registered (4.15, 1 June 2014), and
// what follows: the network and the working groups' activities.
func (a *assessor) contact(t *Topic) Criterion {
	m := a.named(t)
	if m.Light != Green {
		return m
	}
	id := t.Steps[activities] + "@" + t.Project
	follows := a.tasks[id]
	switch {
	case follows == nil || a.done(id) != nil || !follows.LateFinish.Known():
		return m
	case follows.LateFinish.Date < a.on:
		return yellow(t.Role, &follows.LateFinish.Date, a.say("readiness/activities-unreported", nil))
	}
	m.Says = append(m.Says, a.say("readiness/activities-by", lang.Args{"day": lang.Day(follows.LateFinish.Date)}))
	return m
}

// named judges somebody who had to be named by a hard day, such as the first
// administrator of Serviceplatformen (4.11, 22 October 2013). The schedule raises
// the finding of a breach.
func (a *assessor) named(t *Topic) Criterion {
	id := t.Task + "@" + t.Project
	task := a.tasks[id]
	if task == nil {
		return Criterion{}
	}
	finished, says := a.done(id), a.Facts(id)
	switch {
	case finished != nil:
		return a.namedOn(t, *finished, task.Deadline)
	case task.Deadline != nil && *task.Deadline >= a.on:
		return yellow(t.Role, task.Deadline, a.say("readiness/name-by", lang.Args{"day": lang.Day(*task.Deadline)}))
	case says.Says():
		return Criterion{Light: Red, Role: t.Role, By: task.Deadline, Says: lang.Sentences{a.say("readiness/not-named", nil)}}
	}
	return grey(a.say("readiness/naming-unstated", nil))
}

// namedOn says that somebody was named, who it is where the plan says so, and
// whether that was in time.
func (a *assessor) namedOn(t *Topic, finished date.Date, deadline *date.Date) Criterion {
	day, people := lang.Day(finished), a.names(a.Plan.Holders(t.Role, t.Project))
	late := deadline != nil && finished > *deadline
	switch {
	case late && len(people.Of) == 0:
		return yellow(t.Role, nil, a.say("readiness/named-late", lang.Args{"day": day, "deadline": lang.Day(*deadline)}))
	case late:
		return yellow(t.Role, nil, a.say("readiness/named-late-who", lang.Args{"day": day, "deadline": lang.Day(*deadline), "people": people}))
	case len(people.Of) == 0:
		return green(a.say("readiness/named", lang.Args{"day": day}))
	}
	return green(a.say("readiness/named-who", lang.Args{"day": day, "people": people}))
}

// portfolio: the systems have a place in the kommune's portfolio (4.12, an
// offer).
func (a *assessor) portfolio(t *Topic) Criterion {
	var without, given int
	for i := range a.out.Projects {
		if a.out.Projects[i].Priority == nil {
			without++
		} else {
			given++
		}
	}
	switch {
	case given == 0 && a.done(t.Task) != nil:
		return grey(a.say("readiness/portfolio-begun", nil))
	case given == 0:
		return grey(a.say("readiness/no-priorities", nil))
	case without > 0:
		return yellow(t.Role, nil, a.say("readiness/some-priorities", nil))
	}
	return green(a.say("readiness/priorities", lang.Args{"projects": lang.Both(a.byPriority())}))
}
