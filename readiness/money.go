package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// Money is what is decided on the money of one project, as the caller states
// it: package readiness computes none.
type Money struct {
	Project     string          // id
	SetAside    drejebog.Kroner // in the budget
	WithinFrame drejebog.Kroner // paid from what the department has
	Undecided   drejebog.Kroner
}

// money is the light of money: what the caller states, else the plan's
// decisions. Green when the caller states that nothing is undecided: the plan
// alone does not say what else costs money, so that what it decides leaves the
// rest open and is yellow. Yellow while something is undecided and the budget of
// the year of the implementation is not adopted; red after that; grey when
// nothing is said.
func (a *assessor) money(p *ProjectAssessment) Rating {
	for i := range a.given.Money {
		if m := &a.given.Money[i]; m.Project == p.ID {
			return a.statedMoney(p, m)
		}
	}
	var decided, open int
	for i := range a.Plan.Decisions {
		d := &a.Plan.Decisions[i]
		if !a.lineOf(d.Step, p.ID) || d.On != nil && *d.On > a.on {
			continue
		}
		if d.State == plan.Undecided {
			open++
		} else {
			decided++
		}
	}
	switch {
	case decided+open == 0:
		return Rating{Grey, a.say("readiness/money-silent", nil)}
	case open > 0:
		return a.undecided(p, lang.Args{"some": lang.Whole(open), "all": lang.Whole(decided + open)},
			"readiness/items-undecided", "readiness/items-undecided-adopted", "readiness/items-undecided-by")
	}
	return Rating{Yellow, a.say("readiness/money-decided", lang.Args{"n": lang.Whole(decided)})}
}

func (a *assessor) statedMoney(p *ProjectAssessment, m *Money) Rating {
	if m.Undecided.Sign() > 0 {
		return a.undecided(p, lang.Args{"amount": kroner(m.Undecided)},
			"readiness/amount-undecided", "readiness/amount-undecided-adopted", "readiness/amount-undecided-by")
	}
	return Rating{Green, a.say("readiness/money-stated", lang.Args{"aside": kroner(m.SetAside), "within": kroner(m.WithinFrame)})}
}

// kroner is an amount in whole kroner, halves away from zero.
func kroner(k drejebog.Kroner) lang.Amount {
	return lang.Amount(lang.Decimals(k.Decimal(), 0))
}

// undecided is the light of what somebody still has to decide on, by the adoption
// of the budget of the year that the implementation falls in: what says so where
// that day is not known, is over, or lies ahead.
func (a *assessor) undecided(p *ProjectAssessment, args lang.Args, unknown, adopted, ahead string) Rating {
	by := a.budgetOf(p)
	if by == nil {
		return Rating{Yellow, a.say(unknown, args)}
	}
	args["day"] = lang.Day(*by)
	if *by < a.on {
		return Rating{Red, a.say(adopted, args)}
	}
	return Rating{Yellow, a.say(ahead, args)}
}

// budgetOf is when the budget of the year of the implementation is adopted, nil
// where that is not known.
func (a *assessor) budgetOf(p *ProjectAssessment) *date.Date {
	if !p.Implementation.Known() {
		return nil
	}
	process := a.BudgetProcess(p.Implementation.Date.Year())
	if process == nil {
		return nil
	}
	return new(process.Adoption.Day())
}

// lineOf reports whether a line of an estimate is for a project: a step of it,
// one without scope that the project has, or an own task.
func (a *assessor) lineOf(step, project string) bool {
	what, scope, scoped := cutScope(step)
	switch {
	case !scoped:
		return a.Plan.Own[step].Project == project || a.tasks[what+"@"+project] != nil
	case scope == project:
		return true
	}
	return slices.ContainsFunc(a.Book.Systems, func(s drejebog.LegacySystem) bool { return s.ID == scope && s.Project == project })
}
