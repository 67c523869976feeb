package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// contracts: notice is given of each contract on the legacy system, so that it
// ends neither before the go-live nor long after (6.3). The schedule raises the
// findings.
func (a *assessor) contracts(p *Project) Matter {
	m := Matter{}
	for i := range a.Notices {
		n := &a.Notices[i]
		if n.Project != p.ID {
			continue
		}
		m = worst(m, a.notice(n))
		if n.Contract != "" && (n.Latest != nil || n.Ends != nil) {
			a.statesNotice(n.Contract, n.GivenBy(a.on))
		}
	}
	if m.Light != 0 {
		return m
	}
	return a.byTask("6.3/opsigelse", p, "kontraktansvarlig")
}

// notice judges one contract.
func (a *assessor) notice(n *timeline.Notice) Matter {
	const role = "kontraktansvarlig"
	contract := a.Plan.Contracts[n.Contract]
	terms := text("", "")
	if contract.SpecialTerms != "" {
		terms = text(" Særlige vilkår: "+contract.SpecialTerms+".", " Special terms: "+contract.SpecialTerms+".")
	}
	red := func(code string, da, en string) Matter {
		return Matter{Light: Red, Code: code, Role: role, By: n.Latest, Text: text(da, en)}
	}
	switch {
	case n.Needed == nil || n.GoLive == nil:
		return grey(text(n.Name+": idriftsættelsen er ukendt, så sidste dag for opsigelse er det også.", n.Name+": the go-live is unknown, and so is the last day of notice."))
	case n.Ends != nil && *n.Ends < *n.GoLive-1:
		m := red("DB-112", n.Name+" slutter "+lang.DayText(*n.Ends).DA+", før det nye system er i drift.",
			n.Name+" ends on "+lang.DayText(*n.Ends).EN+", before the new system is live.")
		if m.By = n.Ends; n.Given != nil && *n.Given > a.on {
			m.By = n.Given
		}
		return m
	case n.Given != nil && n.Latest != nil && *n.Given > *n.Latest:
		given := text(" er opsagt ", " was given on ")
		if !n.GivenBy(a.on) {
			given = text(" opsiges efter planen ", " is planned for ")
		}
		return red("DB-113", n.Name+given.DA+lang.DayText(*n.Given).DA+", efter sidste dag "+lang.DayText(*n.Latest).DA+".",
			"Notice of "+n.Name+given.EN+lang.DayText(*n.Given).EN+", after the last day "+lang.DayText(*n.Latest).EN+".")
	case n.GivenBy(a.on) && n.Ends != nil:
		return green(text(n.Name+" er opsagt og slutter "+lang.DayText(*n.Ends).DA+".", "Notice of "+n.Name+" is given; it ends on "+lang.DayText(*n.Ends).EN+"."))
	case n.Latest == nil && n.Ends != nil:
		return green(text(n.Name+" udløber "+lang.DayText(*n.Ends).DA+".", n.Name+" runs out on "+lang.DayText(*n.Ends).EN+"."))
	case n.Latest == nil:
		return yellow(role, nil, text(n.Name+": varslet er ikke oplyst."+terms.DA, n.Name+": the notice period is not stated."+terms.EN))
	case *n.Latest < a.on:
		return grey(text(n.Name+": sidste dag for opsigelse var "+lang.DayText(*n.Latest).DA+"; om den er opsagt, er ikke oplyst.",
			n.Name+": the last day of notice was "+lang.DayText(*n.Latest).EN+"; whether it was given is not stated."))
	}
	m := yellow(role, n.Latest, text(n.Name+" skal opsiges senest "+lang.DayText(*n.Latest).DA+"."+terms.DA,
		"Notice of "+n.Name+" must be given by "+lang.DayText(*n.Latest).EN+"."+terms.EN))
	if a.workdaysLeft(*n.Latest) > a.tables.rules["notice-near-workdays"] {
		m.Light = Green // nothing is late, and nothing is due
	}
	return m
}

// nonTSA: each contract on a KMD system outside the transition agreement
// regulates its use of KMD Sag (5.5).
func (a *assessor) nonTSA() Matter {
	all, unknown, m := 0, 0, Matter{}
	for _, id := range sortedKeys(a.Plan.Contracts) {
		contract := a.Plan.Contracts[id]
		if !contract.NonTSA {
			continue
		}
		all++
		switch contract.SagTerms {
		case plan.SagOpen:
			m = worst(m, a.broken("kontraktansvarlig", nil, rule{
				code: "DB-529", subject: "contracts/" + id, section: "5.5", path: []string{"contracts", id},
			}, lang.Args{"task": lang.Both(contract.Name)}))
		case 0:
			unknown++
		}
	}
	if n, ok := a.Plan.Drivers["non-tsa"]; ok && n > all {
		unknown += n - all
		all = n
	}
	switch {
	case all == 0:
		return a.byTask("5.5/non-tsa", &Project{ID: "sapa"}, "kontraktansvarlig")
	case m.Light != 0:
		return m
	case unknown > 0:
		return yellow("kontraktansvarlig", nil, share(unknown, all, text("kontrakter er ikke set efter for brug af KMD Sag.", "contracts have not been checked for their use of KMD Sag.")))
	}
	a.states("sapa", "5.5/non-tsa")
	return green(share(all, all, text("kontrakter regulerer brugen af KMD Sag eller bruger den ikke.", "contracts regulate their use of KMD Sag, or do not use it.")))
}

// tenders: each coming tender carries the requirements of the shared
// infrastructure, or has been found not to need them (6.1, 6.5).
func (a *assessor) tenders() Matter {
	if len(a.Plan.Tenders) == 0 {
		return grey(text("Planen nævner ingen kommende udbud.", "The plan names no coming tenders."))
	}
	m := Matter{}
	for _, id := range sortedKeys(a.Plan.Tenders) {
		tender := a.Plan.Tenders[id]
		what := text("Serviceplatformen og Støttesystemerne", "Serviceplatformen and Støttesystemerne")
		switch {
		case tender.Serviceplatformen != 0 && tender.Stoettesystemerne != 0:
			continue
		case tender.Serviceplatformen != 0:
			what = lang.Both("Støttesystemerne")
		case tender.Stoettesystemerne != 0:
			what = lang.Both("Serviceplatformen")
		}
		m = worst(m, a.broken("kontraktansvarlig", tender.On, rule{
			code: "DB-530", subject: "tenders/" + id, section: "6.1", path: []string{"tenders", id},
		}, lang.Args{"task": lang.Both(tender.Name), "what": what}))
	}
	if m.Light != 0 {
		return m
	}
	n := count(len(a.Plan.Tenders), text("udbud", "tender"), text("udbud", "tenders"))
	return green(text(n.DA+" er set igennem.", n.EN+" considered."))
}

// sagExit: each group of users has a system to go to, and has moved with its
// cases (4.13, 5.5). What was not counted cannot be known to have moved.
func (a *assessor) sagExit() Matter {
	if len(a.Plan.SagExit) == 0 {
		return a.byTask("4.13/strategi", &Project{ID: "sapa"}, "projektleder")
	}
	var users, cases moved
	m := Matter{}
	for _, id := range sortedKeys(a.Plan.SagExit) {
		group := a.Plan.SagExit[id]
		if group.Receiver == "" {
			m = worst(m, a.broken("projektleder", a.latest("4.13/modtager-valg", "sapa"), rule{
				code: "DB-531", subject: "sagExit/" + id, project: "sapa", section: "4.13", path: []string{"sagExit", id},
			}, lang.Args{"task": lang.Both(group.Name)}))
		}
		users.add(group.Users, group.UsersMoved)
		cases.add(group.Cases, group.CasesMoved)
	}
	if m.Light != 0 {
		return m
	}
	a.states("sapa", "4.13/modtager-valg")
	says := movedOf(users, cases)
	if !users.done() || !cases.done() {
		return yellow("projektleder", a.latest("5.5/flyt-sager", "sapa"), says)
	}
	a.states("sapa", "4.13/strategi", "5.5/flyt-sager", "5.5/flyt-brugere")
	return green(says)
}

// moved is how many have moved, of how many.
type moved struct {
	moved, all int
	uncounted  bool // not all were counted: all is not known
}

func (m *moved) add(counted *int, gone int) {
	m.moved += gone
	if counted == nil {
		m.uncounted = true
		return
	}
	m.all += *counted
}

func (m *moved) done() bool { return !m.uncounted && m.moved >= m.all }

// of says how many have moved, of all where those are counted.
func (m *moved) of(noun lang.Text) lang.Text {
	if m.uncounted {
		return text(number(m.moved).DA+" "+noun.DA, number(m.moved).EN+" "+noun.EN)
	}
	return share(m.moved, m.all, noun)
}

// movedOf says how far users and cases are on their way, and what nobody has
// counted.
func movedOf(users, cases moved) lang.Text {
	u, c := users.of(text("brugere", "users")), cases.of(text("sager", "cases"))
	says := text(u.DA+" og "+c.DA+" er flyttet", u.EN+" and "+c.EN+" are moved")
	switch {
	case users.uncounted && cases.uncounted:
		return text(says.DA+"; hvor mange der er i alt, er ikke oplyst.", says.EN+"; how many there are in all is not stated.")
	case users.uncounted:
		return text(says.DA+"; hvor mange brugere der er i alt, er ikke oplyst.", says.EN+"; how many users there are in all is not stated.")
	case cases.uncounted:
		return text(says.DA+"; hvor mange sager der er i alt, er ikke oplyst.", says.EN+"; how many cases there are in all is not stated.")
	}
	return text(says.DA+".", says.EN+".")
}

// caseStrategy: there is a strategy for cases and documents (4.14).
func (a *assessor) caseStrategy() Matter {
	return a.byTask("4.14/strategi", &Project{}, "it-arkitekt")
}
