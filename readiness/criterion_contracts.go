package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/drejebog/monopolbrud/timeline"
)

// contracts: notice is given of each contract on the legacy system, so that it
// ends neither before the go-live nor long after (6.3). The schedule raises the
// findings.
func (a *assessor) contracts(t *Topic, p *ProjectAssessment) Criterion {
	m := Criterion{}
	for i := range a.Notices {
		n := &a.Notices[i]
		use := slices.IndexFunc(n.Uses, func(u timeline.Use) bool { return u.Project == p.ID })
		if use < 0 {
			continue
		}
		m = worst(m, a.notice(t, n, n.Uses[use]))
		if n.Contract != "" && (n.Latest != nil || n.Ends != nil) {
			a.statesNotice(t, n.Contract, n.GivenBy(a.on))
		}
	}
	if m.Light != 0 {
		return m
	}
	return a.byTask(t.Task, p.ID, t.Role)
}

// notice judges one contract for one of the legacy systems that it is for.
func (a *assessor) notice(t *Topic, n *timeline.Notice, use timeline.Use) Criterion {
	name := lang.Both(n.Name)
	red := func(code string, says lang.Said) Criterion {
		return Criterion{Light: Red, Code: code, Role: t.Role, By: n.Latest, Says: lang.Sentences{says}}
	}
	switch {
	case slices.Contains(n.Early(), use) && use.Beside() != "":
		m := yellow(t.Role, n.Ends, a.say("readiness/contract-ends-beside", lang.Args{"contract": name, "day": lang.Day(*n.Ends), "other": lang.Both(use.Beside())}))
		m.Code = "DB-458"
		return m
	case slices.Contains(n.Early(), use):
		m := red(a.EarlyCode(n), a.say("readiness/contract-ends-early", lang.Args{"contract": name, "day": lang.Day(*n.Ends)}))
		if m.By = n.Ends; n.Given != nil && *n.Given > a.on {
			m.By = n.Given
		}
		return m
	case n.Needed == nil || n.GoLive == nil:
		return grey(a.say("readiness/notice-undated", lang.Args{"contract": name}))
	case n.IsLate() && n.GivenBy(a.on):
		return red(a.LateCode(n), a.say("readiness/notice-given-late", lang.Args{"contract": name, "day": lang.Day(*n.Given), "deadline": lang.Day(*n.Latest)}))
	case n.IsLate():
		return red(a.LateCode(n), a.say("readiness/notice-planned-late", lang.Args{"contract": name, "day": lang.Day(*n.Given), "deadline": lang.Day(*n.Latest)}))
	case n.GivenBy(a.on) && n.Ends != nil:
		return green(a.say("readiness/notice-given", lang.Args{"contract": name, "day": lang.Day(*n.Ends)}))
	case n.Latest == nil && n.Ends != nil:
		return green(a.say("readiness/contract-runs-out", lang.Args{"contract": name, "day": lang.Day(*n.Ends)}))
	case n.Latest == nil:
		return yellow(t.Role, nil, a.withTerms(n, a.say("readiness/notice-period-unknown", lang.Args{"contract": name}))...)
	case n.IsPast(a.on):
		return grey(a.say("readiness/notice-unstated", lang.Args{"contract": name, "day": lang.Day(*n.Latest)}))
	}
	m := yellow(t.Role, n.Latest, a.withTerms(n, a.say("readiness/notice-by", lang.Args{"contract": name, "day": lang.Day(*n.Latest)}))...)
	if a.workdaysLeft(*n.Latest) > a.rules.Thresholds[rules.NoticeNearWorkdays] {
		m.Light = Green // nothing is late, and nothing is due
	}
	return m
}

// withTerms adds what the contract says of special terms.
func (a *assessor) withTerms(n *timeline.Notice, says lang.Said) lang.Sentences {
	terms := a.Plan.Contracts[n.Contract].SpecialTerms
	if terms == "" {
		return lang.Sentences{says}
	}
	return lang.Sentences{says, a.say("readiness/special-terms", lang.Args{"terms": lang.Both(terms)})}
}

// nonTSA: each contract on a KMD system outside the transition agreement
// regulates its use of KMD Sag (5.5).
func (a *assessor) nonTSA(t *Topic) Criterion {
	all, unknown, m := 0, 0, Criterion{}
	for _, id := range sortedKeys(a.Plan.Contracts) {
		contract := a.Plan.Contracts[id]
		if !contract.NonTSA {
			continue
		}
		all++
		switch contract.SagTerms {
		case plan.SagOpen:
			m = worst(m, a.broken(t.Role, nil, rule{
				code: "DB-529", subject: "contracts/" + id, section: t.Section, path: []string{"contracts", id},
			}, lang.Args{"task": lang.Both(contract.Name)}))
		case 0:
			unknown++
		}
	}
	if n, ok := a.Plan.Drivers[t.Drivers[count]]; ok && n > all {
		unknown += n - all
		all = n
	}
	switch {
	case all == 0:
		return a.byTask(t.Task, t.Project, t.Role)
	case m.Light != 0:
		return m
	case unknown > 0:
		return yellow(t.Role, nil, a.say("readiness/contracts-unchecked", lang.Args{"some": lang.Whole(unknown), "all": lang.Whole(all)}))
	}
	a.states(t.Project, t.Shows...)
	return green(a.say("readiness/contracts-checked", lang.Args{"n": lang.Whole(all)}))
}

// tenders: each coming tender carries the requirements of the shared
// infrastructure, or has been found not to need them (6.1, 6.5).
func (a *assessor) tenders(t *Topic) Criterion {
	if len(a.Plan.Tenders) == 0 {
		return grey(a.say("readiness/tenders-none", nil))
	}
	m := Criterion{}
	for _, id := range sortedKeys(a.Plan.Tenders) {
		tender := a.Plan.Tenders[id]
		ofPlatform, ofShared := lang.Both(a.Book.ScopeName(t.Projects[platform])), lang.Both(a.Book.ScopeName(t.Projects[shared]))
		var what lang.Value = a.say("readiness/both-projects", lang.Args{"one": ofPlatform, "other": ofShared})
		switch {
		case tender.Serviceplatformen != 0 && tender.Stoettesystemerne != 0:
			continue
		case tender.Serviceplatformen != 0:
			what = ofShared
		case tender.Stoettesystemerne != 0:
			what = ofPlatform
		}
		m = worst(m, a.broken(t.Role, tender.On, rule{
			code: "DB-530", subject: "tenders/" + id, section: t.Section, path: []string{"tenders", id},
		}, lang.Args{"task": lang.Both(tender.Name), "what": what}))
	}
	if m.Light != 0 {
		return m
	}
	return green(a.say("readiness/tenders-considered", lang.Args{"n": lang.Whole(len(a.Plan.Tenders))}))
}

// sagExit: each group of users has a system to go to, and has moved with its
// cases (4.13, 5.5). What was not counted cannot be known to have moved.
func (a *assessor) sagExit(t *Topic) Criterion {
	if len(a.Plan.SagExit) == 0 {
		return a.byTask(t.Task, t.Project, t.Role)
	}
	var users, files moved
	m := Criterion{}
	for _, id := range sortedKeys(a.Plan.SagExit) {
		group := a.Plan.SagExit[id]
		if group.Receiver == "" {
			m = worst(m, a.broken(t.Role, a.latest(t.Steps[receiver], t.Project), rule{
				code: "DB-531", subject: "sagExit/" + id, project: t.Project, section: t.Section, path: []string{"sagExit", id},
			}, lang.Args{"task": lang.Both(group.Name)}))
		}
		users.add(group.Users, group.UsersMoved)
		files.add(group.Cases, group.CasesMoved)
	}
	if m.Light != 0 {
		return m
	}
	a.states(t.Project, t.Steps[receiver])
	says := a.movedOf(users, files)
	if !users.done() || !files.done() {
		return yellow(t.Role, a.latest(t.Steps[cases], t.Project), says)
	}
	a.states(t.Project, t.Shows...)
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

// movedOf says how far users and cases are on their way, and what nobody has
// counted.
func (a *assessor) movedOf(users, cases moved) lang.Said {
	u := a.say("readiness/users-of", lang.Args{"some": lang.Whole(users.moved), "all": lang.Whole(users.all)})
	if users.uncounted {
		u = a.say("readiness/users", lang.Args{"n": lang.Whole(users.moved)})
	}
	c := a.say("readiness/cases-of", lang.Args{"some": lang.Whole(cases.moved), "all": lang.Whole(cases.all)})
	if cases.uncounted {
		c = a.say("readiness/cases", lang.Args{"n": lang.Whole(cases.moved)})
	}
	switch {
	case users.uncounted && cases.uncounted:
		return a.say("readiness/moved-uncounted", lang.Args{"users": u, "cases": c})
	case users.uncounted:
		return a.say("readiness/moved-users-uncounted", lang.Args{"users": u, "cases": c})
	case cases.uncounted:
		return a.say("readiness/moved-cases-uncounted", lang.Args{"users": u, "cases": c})
	}
	return a.say("readiness/moved", lang.Args{"users": u, "cases": c})
}

// taskOnly judges a topic by its task alone.
func (a *assessor) taskOnly(t *Topic) Criterion { return a.byTask(t.Task, t.Project, t.Role) }
