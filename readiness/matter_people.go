package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// processes: the work processes are described as they are and as they will be,
// and the changes are decided (4.7).
func (a *assessor) processes(p *Project) Matter {
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
	if n, ok := a.Plan.Drivers["processes@"+p.ID]; ok {
		need = max(all, n)
	}
	switch {
	case all == 0:
		return a.byTask("4.7/tilretning", p, "forretningsejer")
	case decided < need:
		return yellow("forretningsejer", deadline, share(decided, need, text(
			"arbejdsgange er besluttet; "+number(asIs).DA+" er beskrevet, som de er, og "+number(toBe).DA+", som de bliver.",
			"work processes are decided; "+number(asIs).EN+" are described as they are and "+number(toBe).EN+" as they will be.")))
	}
	a.states(p.ID, "4.7/arbejdsgange", "4.7/tilretning")
	return green(share(need, need, text("arbejdsgange er besluttet.", "work processes are decided.")))
}

// cleanUp: the cases of the legacy system are gone through before readiness is
// confirmed, at the pace of the counts (4.9).
func (a *assessor) cleanUp(p *Project) Matter {
	const step = "4.9/oprydning"
	id := a.taskOf(step, p.ID)
	if id == "" {
		return Matter{}
	}
	_, system, _ := cutScope(id)
	counts := a.countsOf(system)
	if len(counts) == 0 {
		return a.byTask(step, p, "forretningsejer")
	}
	last := counts[len(counts)-1]
	by := a.readinessDeadline(p.ID)
	if last.Left == 0 {
		a.states(p.ID, "4.9/forberedelse", step)
		return green(text("Der er ryddet op: ingen sager mangler.", "Cleaned up: no case is left."))
	}
	left := count(last.Left, text("sag mangler", "case is left"), text("sager mangler", "cases are left"))
	done, known := a.cleanBy(counts)
	if !known {
		on := lang.DayText(last.On)
		return yellow("forretningsejer", by, text(left.DA+" ("+on.DA+"); tempoet kan først ses af en senere optælling.",
			left.EN+" ("+on.EN+"); the pace can only be seen from a later count."))
	}
	if by != nil && (done == nil || *done > *by) {
		when := text("aldrig færdig", "never done")
		if done != nil {
			when = text("færdig "+lang.DayText(*done).DA, "done on "+lang.DayText(*done).EN)
		}
		return a.broken("forretningsejer", by, rule{
			code: "DB-525", subject: "cleanUp/" + system, project: p.ID, section: "4.9", day: last.On, path: []string{"cleanUp", system},
		}, lang.Args{"count": left, "when": when, "deadline": lang.DayText(*by)})
	}
	if done == nil {
		return yellow("forretningsejer", by, text(left.DA+".", left.EN+"."))
	}
	return yellow("forretningsejer", by, text(left.DA+"; med det nuværende tempo er de væk "+lang.DayText(*done).DA+".",
		left.EN+"; at the present pace they are gone on "+lang.DayText(*done).EN+"."))
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
	if elapsed < a.tables.rules["pace-workdays"] {
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
func (a *assessor) training(p *Project) Matter {
	if a.taskOf("4.10/superbrugere", p.ID) == "" {
		return Matter{}
	}
	classes := a.classesOf(p)
	if classes.all == 0 {
		return a.byTask("4.8/uddannelsesplan", p, "underviser")
	}
	m := classes.tooEarly
	need, stated := map[plan.Trainees]int{}, true
	for _, who := range []plan.Trainees{plan.Superusers, plan.EndUsers} {
		n, known := a.Plan.Drivers[driverOf(who)+"@"+p.ID]
		need[who], stated = n, stated && known
		if known && classes.planned[who] < n {
			m = worst(m, a.tooFew(p, who, classes.planned[who], n))
		}
	}
	switch {
	case m.Light != 0:
		return m
	case !stated:
		return grey(text("Der er hold til "+number(classes.planned[plan.Superusers]).DA+" superbrugere og "+number(classes.planned[plan.EndUsers]).DA+" slutbrugere inden idriftsættelsen; hvor mange der skal uddannes, er ikke oplyst.",
			"There are classes for "+number(classes.planned[plan.Superusers]).EN+" superusers and "+number(classes.planned[plan.EndUsers]).EN+" end users before the go-live; how many need it is not stated."))
	}
	a.states(p.ID, "4.8/uddannelsesplan")
	super := share(classes.taught[plan.Superusers], need[plan.Superusers], text("superbrugere", "superusers"))
	users := share(classes.taught[plan.EndUsers], need[plan.EndUsers], text("slutbrugere er uddannet", "end users are taught"))
	rest := text(".", ".")
	if classes.taught[plan.Superusers] < need[plan.Superusers] || classes.taught[plan.EndUsers] < need[plan.EndUsers] {
		rest = text("; der er hold til resten.", "; there are classes for the rest.")
	}
	return green(text(super.DA+" og "+users.DA+rest.DA, super.EN+" and "+users.EN+rest.EN))
}

// classes is the training of a project as the plan has it.
type classes struct {
	all             int                   // classes
	planned, taught map[plan.Trainees]int // people in classes before the go-live, and in those held by the day of the assessment
	tooEarly        Matter                // says that superusers are taught so early that they forget it
}

func (a *assessor) classesOf(p *Project) classes {
	c := classes{planned: map[plan.Trainees]int{}, taught: map[plan.Trainees]int{}}
	for i := range a.Plan.Training {
		session := &a.Plan.Training[i]
		if session.Project != p.ID {
			continue
		}
		c.all++
		c.tooEarly = worst(c.tooEarly, a.tooEarly(p, i, session))
		if !p.GoLive.Known() || session.On < p.GoLive.Date {
			c.planned[session.Who] += session.People
			if session.On <= a.on {
				c.taught[session.Who] += session.People
			}
		}
	}
	return c
}

func driverOf(who plan.Trainees) string {
	if who == plan.Superusers {
		return "superusers"
	}
	return "users"
}

func (a *assessor) tooEarly(p *Project, i int, session *plan.TrainingSession) Matter {
	months := a.tables.rules["early-training-months"]
	if session.Who != plan.Superusers || !p.GoLive.Known() || session.On >= drejebog.AddMonths(p.GoLive.Date, -months) {
		return Matter{}
	}
	return a.broken("underviser", nil, rule{
		code: "DB-526", subject: "4.10/superbrugere@" + p.ID, project: p.ID, section: "4.10", day: session.On, path: []string{"training", number(i).DA},
	}, lang.Args{"date": lang.DayText(session.On), "start": lang.DayText(p.GoLive.Date), "value": number(months)})
}

func (a *assessor) tooFew(p *Project, who plan.Trainees, planned, need int) Matter {
	names := map[plan.Trainees]lang.Text{
		plan.Superusers: text("superbrugere", "superusers"), plan.EndUsers: text("slutbrugere", "end users"),
	}
	return a.broken("underviser", day(p.GoLive), rule{
		code: "DB-527", subject: "4.10/" + driverOf(who) + "@" + p.ID, project: p.ID, section: "4.10", path: []string{"drivers", driverOf(who) + "@" + p.ID},
	}, lang.Args{"value": number(planned), "most": number(need), "who": names[who]})
}

// benefits: each has an owner and can be measured (4.6).
func (a *assessor) benefits(p *Project) Matter {
	all, m := 0, Matter{}
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
			m = worst(m, a.broken("styregruppe", nil, rule{
				code: "DB-528", subject: "benefits/" + id, project: b.Project, section: "4.6", path: []string{"benefits", id},
			}, lang.Args{"task": lang.Both(b.Name)}))
		}
	}
	switch {
	case all == 0:
		return a.byTask("4.6/gevinstplan", p, "gevinstejer")
	case m.Light != 0:
		return m
	case measured < all:
		return yellow("gevinstejer", nil, share(measured, all, text("gevinster kan måles.", "benefits can be measured.")))
	}
	a.states(p.ID, "4.6/succeskriterier", "4.6/gevinstplan")
	return green(text(count(all, text("gevinst", "benefit"), text("gevinster", "benefits")).DA+" med ejer og mål.",
		count(all, text("gevinst", "benefit"), text("gevinster", "benefits")).EN+" with owner and target."))
}
