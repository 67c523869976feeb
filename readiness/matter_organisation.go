package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// organisation: the project organisation stands and has somebody to lead it
// (4.5, by the end of 2013).
func (a *assessor) organisation(p *Project) Matter {
	const step = "4.5/roller"
	id := step + "@" + p.ID
	t := a.tasks[id]
	if t == nil {
		return Matter{}
	}
	leaders := a.Plan.Holders("projektleder", p.ID)
	finished := a.done(id)
	empty := a.emptyRoles(p)
	switch {
	case len(leaders) > 0 && len(empty) > 0:
		return yellow("styregruppe", nil, a.say("readiness/roles-empty", lang.Args{"roles": lang.SeriesOf(", ", empty)}))
	case finished != nil && len(leaders) > 0:
		return green(a.say("readiness/roles-filled", lang.Args{"day": lang.Day(*finished), "people": a.names(leaders)}))
	case len(leaders) > 0 && t.Deadline != nil && *t.Deadline < a.on:
		return yellow("styregruppe", nil, a.say("readiness/roles-perhaps", nil))
	case len(a.Plan.People) > 0 && len(leaders) == 0:
		return yellow("styregruppe", nil, a.say("readiness/no-project-manager", nil))
	case finished != nil:
		return yellow("styregruppe", nil, a.say("readiness/roles-nobody", nil))
	}
	return grey(a.say("readiness/roles-unstated", nil))
}

// emptyRoles lists the roles that answer for the project's own open tasks and
// that nobody has.
func (a *assessor) emptyRoles(p *Project) []lang.Text {
	var list []lang.Text
	for i := range a.Book.Roles {
		role := &a.Book.Roles[i]
		needed := slices.ContainsFunc(a.Tasks, func(t timeline.Task) bool {
			return t.Project == p.ID && t.Step.Role == role.ID && t.NotRelevant == "" && a.Plan.Tasks[t.ID].Responsible == "" && a.done(t.ID) == nil
		})
		if !needed || len(a.Plan.Holders(role.ID, p.ID)) > 0 {
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
		list[i] = a.whoName(id)
	}
	return lang.SeriesOf(", ", list)
}

// agreement: the data-processing agreement is signed, by somebody who may,
// before the development and before the go-live (6.2).
func (a *assessor) agreement(p *Project) Matter {
	const step = "6.2/underskrift"
	if a.tasks[step+"@"+p.ID] == nil {
		return Matter{} // none is asked for
	}
	own, stated := a.Plan.Agreements[p.ID]
	signed := a.signed(p.ID)
	stated = stated || a.says(step+"@"+p.ID)
	if signed != nil {
		a.states(p.ID, step, "6.2/kompetence")
	} else if own.Signer != "" {
		a.states(p.ID, "6.2/kompetence")
	}
	a.signedTwice(p, own.Signed)
	development := a.Plan.Deliverables["ext/udvikling@"+p.ID].Delivered
	at := rule{subject: "agreements/" + p.ID, project: p.ID, section: "6.2", path: []string{"agreements", p.ID}}
	switch {
	case signed != nil && p.GoLive.Known() && *signed >= p.GoLive.Date:
		at.code, at.day = "DB-518", *signed
		return a.broken("jurist", nil, at, lang.Args{
			"date": lang.Day(*signed), "what": a.say("readiness/the-go-live", nil), "start": lang.Day(p.GoLive.Date),
		})
	case signed != nil && development != nil && *signed > *development:
		at.code, at.day = "DB-518", *signed
		return a.broken("jurist", nil, at, lang.Args{
			"date": lang.Day(*signed), "what": a.say("readiness/the-development", nil), "start": lang.Day(*development),
		})
	case signed != nil:
		return green(a.say("readiness/signed", lang.Args{"day": lang.Day(*signed)}))
	case stated && development != nil && *development <= a.on:
		at.code = "DB-519"
		return a.broken("jurist", development, at, lang.Args{
			"event": a.say("readiness/development-began", lang.Args{"day": lang.Day(*development)}),
		})
	case stated && a.Plan.Projects[p.ID].GoLive != nil && p.GoLive.Known() && p.GoLive.Date <= a.on:
		at.code = "DB-519"
		return a.broken("jurist", &p.GoLive.Date, at, lang.Args{
			"event": a.say("readiness/went-live", lang.Args{"day": lang.Day(p.GoLive.Date)}),
		})
	case own.Signer != "":
		signer := a.inSentence(own.Signer)
		return yellow(own.Signer, a.latest(step, p.ID), a.say("readiness/unsigned-signer", lang.Args{"signer": signer}))
	case stated:
		return Matter{Light: Yellow, Task: step + "@" + p.ID, Role: "jurist", By: a.latest(step, p.ID), Says: lang.Sentences{a.say("readiness/unsigned", nil)}}
	case a.done("6.2/kompetence") != nil:
		return a.byTask(step, p, "jurist")
	}
	return Matter{
		Light: Grey, Task: step + "@" + p.ID, Role: "jurist", By: a.latest(step, p.ID),
		Says: lang.Sentences{a.say("readiness/signing-unsettled", nil)},
	}
}

// signed is the day that the data-processing agreement of a project was signed:
// by the plan's agreements, else by the task; nil where neither says so.
func (a *assessor) signed(project string) *date.Date {
	if signed := a.Plan.Agreements[project].Signed; signed != nil && *signed <= a.on {
		return signed
	}
	return a.done("6.2/underskrift@" + project)
}

// signedTwice finds that the plan has two days for one signature: in its
// agreements, and on the task.
func (a *assessor) signedTwice(p *Project, signed *date.Date) {
	const step = "6.2/underskrift"
	task := a.Plan.Tasks[step+"@"+p.ID].ActualFinish
	if signed == nil || task == nil || *signed == *task {
		return
	}
	a.raise(rule{
		code: "DB-534", subject: "agreements/" + p.ID, project: p.ID, actor: "kommune", section: "6.2", day: *signed, path: []string{"agreements", p.ID, "signed"},
	}, lang.Args{"date": lang.Day(*signed), "start": lang.Day(*task), "id": lang.Both(step + "@" + p.ID)})
}

// stsContact: the contact for Støttesystemerne is registered (4.15, 1 June
// 2014), and what follows: the network and the working groups' activities.
func (a *assessor) stsContact() Matter {
	const project = "stoettesystemerne"
	m := a.registered("4.15/kontaktperson@"+project, "stoettesystemkontakt", project)
	if m.Light != Green {
		return m
	}
	const activities = "4.15/aktiviteter@" + project
	t := a.tasks[activities]
	switch {
	case t == nil || a.done(activities) != nil || !t.LateFinish.Known():
		return m
	case t.LateFinish.Date < a.on:
		return yellow("stoettesystemkontakt", &t.LateFinish.Date, a.say("readiness/activities-unreported", nil))
	}
	m.Says = append(m.Says, a.say("readiness/activities-by", lang.Args{"day": lang.Day(t.LateFinish.Date)}))
	return m
}

// administrator: the first administrator of Serviceplatformen is named (4.11,
// 22 October 2013).
func (a *assessor) administrator() Matter {
	return a.registered("4.11/administrator@serviceplatformen", "systemadministrator", "serviceplatformen")
}

// registered judges somebody who had to be named by a hard day. The schedule
// raises the finding of a breach.
func (a *assessor) registered(id, role, project string) Matter {
	t := a.tasks[id]
	if t == nil {
		return Matter{}
	}
	finished, says := a.done(id), a.Plan.Tasks[id]
	switch {
	case finished != nil:
		return a.named(*finished, t.Deadline, role, project)
	case t.Deadline != nil && *t.Deadline >= a.on:
		return yellow(role, t.Deadline, a.say("readiness/name-by", lang.Args{"day": lang.Day(*t.Deadline)}))
	case says.Says():
		return Matter{Light: Red, Role: role, By: t.Deadline, Says: lang.Sentences{a.say("readiness/not-named", nil)}}
	}
	return grey(a.say("readiness/naming-unstated", nil))
}

// named says that somebody was named, who it is where the plan says so, and
// whether that was in time.
func (a *assessor) named(finished date.Date, deadline *date.Date, role, project string) Matter {
	day, people := lang.Day(finished), a.names(a.Plan.Holders(role, project))
	late := deadline != nil && finished > *deadline
	switch {
	case late && len(people.Of) == 0:
		return yellow(role, nil, a.say("readiness/named-late", lang.Args{"day": day, "deadline": lang.Day(*deadline)}))
	case late:
		return yellow(role, nil, a.say("readiness/named-late-who", lang.Args{"day": day, "deadline": lang.Day(*deadline), "people": people}))
	case len(people.Of) == 0:
		return green(a.say("readiness/named", lang.Args{"day": day}))
	}
	return green(a.say("readiness/named-who", lang.Args{"day": day, "people": people}))
}

// portfolio: the systems have a place in the kommune's portfolio (4.12, an
// offer).
func (a *assessor) portfolio() Matter {
	var without, given int
	for i := range a.out.Projects {
		if a.out.Projects[i].Priority == nil {
			without++
		} else {
			given++
		}
	}
	switch {
	case given == 0 && a.done("4.12/opstart") != nil:
		return grey(a.say("readiness/portfolio-begun", nil))
	case given == 0:
		return grey(a.say("readiness/no-priorities", nil))
	case without > 0:
		return yellow("styregruppe", nil, a.say("readiness/some-priorities", nil))
	}
	return green(a.say("readiness/priorities", lang.Args{"projects": lang.Both(a.byPriority())}))
}
