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
	case len(leaders) > 0 && empty.DA != "":
		return yellow("styregruppe", nil, text("Ingen har rollen som "+empty.DA+".", "Nobody has the role of "+empty.EN+"."))
	case finished != nil && len(leaders) > 0:
		return green(text("Rollerne er besat "+lang.DayText(*finished).DA+"; projektleder: "+a.names(leaders).DA+".",
			"The roles were filled on "+lang.DayText(*finished).EN+"; project manager: "+a.names(leaders).EN+"."))
	case len(leaders) > 0 && t.Deadline != nil && *t.Deadline < a.on:
		return yellow("styregruppe", nil, text("Der er en projektleder, men planen siger ikke, at alle roller er besat.",
			"There is a project manager, but the plan does not say that all roles are filled."))
	case len(a.Plan.People) > 0 && len(leaders) == 0:
		return yellow("styregruppe", nil, text("Projektet har ingen projektleder.", "The project has no project manager."))
	case finished != nil:
		return yellow("styregruppe", nil, text("Rollerne er besat, men planen nævner ingen folk.", "The roles are filled, but the plan names nobody."))
	}
	return grey(text("Planen siger ikke, hvem der har rollerne.", "The plan does not say who has the roles."))
}

// emptyRoles lists the roles that answer for the project's own open tasks and
// that nobody has.
func (a *assessor) emptyRoles(p *Project) lang.Text {
	var list lang.Text
	for i := range a.Book.Roles {
		role := &a.Book.Roles[i]
		needed := slices.ContainsFunc(a.Tasks, func(t timeline.Task) bool {
			return t.Project == p.ID && t.Step.Role == role.ID && t.NotRelevant == "" && a.Plan.Tasks[t.ID].Responsible == "" && a.done(t.ID) == nil
		})
		if !needed || len(a.Plan.Holders(role.ID, p.ID)) > 0 {
			continue
		}
		if list.DA != "" {
			list = text(list.DA+", ", list.EN+", ")
		}
		list = text(list.DA+lower(role.Name.DA), list.EN+lower(role.Name.EN))
	}
	return list
}

// names lists people of the plan.
func (a *assessor) names(ids []string) lang.Text {
	var list lang.Text
	for i, id := range ids {
		if i > 0 {
			list = text(list.DA+", ", list.EN+", ")
		}
		list = text(list.DA+a.whoName(id).DA, list.EN+a.whoName(id).EN)
	}
	return list
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
			"date": lang.DayText(*signed), "what": text("idriftsættelsen", "the go-live"), "start": lang.DayText(p.GoLive.Date),
		})
	case signed != nil && development != nil && *signed > *development:
		at.code, at.day = "DB-518", *signed
		return a.broken("jurist", nil, at, lang.Args{
			"date": lang.DayText(*signed), "what": text("udviklingen", "the development"), "start": lang.DayText(*development),
		})
	case signed != nil:
		return green(text("Underskrevet "+lang.DayText(*signed).DA+".", "Signed on "+lang.DayText(*signed).EN+"."))
	case stated && development != nil && *development <= a.on:
		at.code = "DB-519"
		return a.broken("jurist", development, at, lang.Args{
			"what": text("udviklingen begyndte", "the development began"), "date": lang.DayText(*development),
		})
	case stated && a.Plan.Projects[p.ID].GoLive != nil && p.GoLive.Known() && p.GoLive.Date <= a.on:
		at.code = "DB-519"
		return a.broken("jurist", &p.GoLive.Date, at, lang.Args{
			"what": text("systemet blev sat i drift", "the system went live"), "date": lang.DayText(p.GoLive.Date),
		})
	case own.Signer != "":
		signer := a.inSentence(own.Signer)
		return yellow(own.Signer, a.latest(step, p.ID), text("Ikke underskrevet; "+signer.DA+" skriver under.", "Not signed; "+signer.EN+" signs."))
	case stated:
		return Matter{Light: Yellow, Task: step + "@" + p.ID, Role: "jurist", By: a.latest(step, p.ID), Text: text("Ikke underskrevet.", "Not signed.")}
	case a.done("6.2/kompetence") != nil:
		return a.byTask(step, p, "jurist")
	}
	return Matter{
		Light: Grey, Task: step + "@" + p.ID, Role: "jurist", By: a.latest(step, p.ID),
		Text: text("Ikke oplyst; det er heller ikke afklaret, hvem der må skrive under.", "Not stated; nor is it settled who may sign."),
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
	}, lang.Args{"date": lang.DayText(*signed), "start": lang.DayText(*task), "id": lang.Both(step + "@" + p.ID)})
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
		return yellow("stoettesystemkontakt", &t.LateFinish.Date, text("Kontaktpersonen er udpeget, men arbejdsgruppernes aktiviteter er ikke meldt gennemført.",
			"The contact is named, but the working groups' activities are not reported done."))
	}
	m.Text = text(m.Text.DA+" Arbejdsgruppernes aktiviteter skal være gennemført senest "+lang.DayText(t.LateFinish.Date).DA+".",
		m.Text.EN+" The working groups' activities must be done by "+lang.DayText(t.LateFinish.Date).EN+".")
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
	named := a.names(a.Plan.Holders(role, project))
	behind := text("", "")
	if named.DA != "" {
		behind = text(": "+named.DA, ": "+named.EN)
	}
	finished, says := a.done(id), a.Plan.Tasks[id]
	switch {
	case finished != nil && t.Deadline != nil && *finished > *t.Deadline:
		return yellow(role, nil, text("Udpeget "+lang.DayText(*finished).DA+", efter fristen "+lang.DayText(*t.Deadline).DA+behind.DA+".",
			"Named on "+lang.DayText(*finished).EN+", after the deadline "+lang.DayText(*t.Deadline).EN+behind.EN+"."))
	case finished != nil:
		return green(text("Udpeget "+lang.DayText(*finished).DA+behind.DA+".", "Named on "+lang.DayText(*finished).EN+behind.EN+"."))
	case t.Deadline != nil && *t.Deadline >= a.on:
		return yellow(role, t.Deadline, text("Skal være udpeget senest "+lang.DayText(*t.Deadline).DA+".",
			"Must be named by "+lang.DayText(*t.Deadline).EN+"."))
	case says.Says():
		return Matter{Light: Red, Role: role, By: t.Deadline, Text: text("Ikke udpeget endnu; fristen er passeret.", "Not named yet; the deadline has passed.")}
	}
	return grey(text("Ikke oplyst; fristen er passeret.", "Not stated; the deadline has passed."))
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
		return grey(text("Porteføljestyring er begyndt, men projekterne har ingen prioritet i planen.",
			"Portfolio management has begun, but the projects have no priority in the plan."))
	case given == 0:
		return grey(text("Projekterne har ingen prioritet i planen.", "The projects have no priority in the plan."))
	case without > 0:
		return yellow("styregruppe", nil, text("Ikke alle projekter har en prioritet.", "Not every project has a priority."))
	}
	order := a.byPriority()
	return green(text("Prioriteret rækkefølge: "+order+".", "In order of priority: "+order+"."))
}
