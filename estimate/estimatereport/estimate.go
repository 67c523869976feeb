package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// Estimate tells an estimate to a budget officer: what must be decided and when,
// budget years, projects and roles, the critical path, what has no figure, what
// is waited for, and, where Weigh was called, which inputs would change the
// answer most. Amounts are whole 1.000 kr. and hours tens, since they are
// estimates, each rounded on its own: a column may miss its sum by one.
//
// Its tables are budgetYears, byProject, byProjectHours, byRole, byRoleHours,
// runningByYear, adjustments and inputs; attached are lines, the cells, and running, what
// is paid by system and year, both to the øre. The document of an estimate that nobody computed is empty.
func Estimate(e *estimate.Estimate) *document.Document {
	t, ok := tell(e)
	if !ok {
		return &t.Document
	}
	t.begin()
	t.mend()
	if len(e.Cells) == 0 {
		t.Section(t.text("estimate/no-figures", nil))
		t.Tell(t.text("estimate/no-contribution", lang.Args{"day": lang.Day(e.AsOf)}))
	} else {
		t.decide()
		t.years()
		t.groups()
	}
	t.running()
	t.differences()
	t.criticalPath()
	t.notEstimable()
	t.owed()
	t.inputs()
	if len(e.Cells) > 0 {
		t.assumed()
	}
	t.Attached = []*table.Sheet{t.lines(), t.runningLines()}
	return &t.Document
}

// begin sets the head of the document.
func (t *telling) begin() {
	e := t.est
	t.Caution = t.restsOn()
	t.Title = t.text("estimate/title", nil)
	t.Subject = lang.Both(e.Kommune.FullName())
	t.Tell(t.text("estimate/head", lang.Args{
		"day": lang.Day(e.AsOf), "inhabitants": lang.Whole(e.Population.Count), "on": lang.Day(e.Population.On),
		"prices": e.PriceLevels().Text().Capital(), "thousand": thousand, "whose": t.whose(),
	}))
	t.Tell(e.UndatedText())
}

// restsOn says which data of the kommune's own the estimate rests on.
func (t *telling) restsOn() lang.Text {
	figures, plan := len(t.est.Assumptions().Figures) > 0, t.sched.Plan.Local()
	switch {
	case !t.est.Local:
		return t.text("estimate/rests-on-nothing-local", nil)
	case !t.est.Assumes() && !figures:
		return t.text("estimate/rests-on-plan", nil)
	case !t.est.Assumes() && plan:
		return t.text("estimate/rests-on-plan-and-figures", nil)
	case !t.est.Assumes():
		return t.text("estimate/rests-on-figures", nil)
	case !figures:
		return t.text("estimate/rests-on-plan-else-assumed", nil)
	case plan:
		return t.text("estimate/rests-on-plan-and-figures-else-assumed", nil)
	default:
		return t.text("estimate/rests-on-figures-else-assumed", nil)
	}
}

// whose says whose the figures are.
func (t *telling) whose() lang.Text {
	switch {
	case !t.est.Assumes():
		return t.text("estimate/all-read-in", nil)
	case t.est.Local && t.est.AssumedShare().LessThan(decimal.NewFromInt(1)):
		return t.text("estimate/rest-is-ours", nil)
	default:
		if in := t.est.Assumptions().Yardsticks.ComesTo; in.NewMoney > 0 {
			return t.text("estimate/all-is-ours-and-comes-to", lang.Args{"newMoney": lang.Whole(in.NewMoney), "ownTime": lang.Whole(in.OwnTime)})
		}
		return t.text("estimate/all-is-ours", nil)
	}
}

// mend says what is wrong with what the estimate was computed from, and what the
// kommune has written that it does not use.
func (t *telling) mend() {
	if faults := t.toMend(drejebog.SeverityError); len(faults) > 0 {
		t.Section(t.text("estimate/to-mend", nil))
		t.findings(faults)
	}
	if unused := t.toMend(drejebog.SeverityWarning); len(unused) > 0 {
		t.Section(t.text("estimate/look-again", nil))
		t.findings(unused)
	}
}

// decide says what the next budget has to decide, and what falls in a year
// whose budget is adopted already.
func (t *telling) decide() {
	e, headed := t.est, false
	if y := e.ToDecide(); y != nil {
		headed = true
		t.Section(t.text("estimate/to-be-decided", lang.Args{"day": lang.Day(*y.DecisionBy), "year": lang.Plain(y.Year)}))
		t.Tell(
			lang.Joined(" ", t.newMoney(&y.Totals), t.text("estimate/own-hours-paid", lang.Args{"hours": lang.Written(tens(y.PaidHours())), "fte": t.fte(y.PaidHours())})),
		)
		if open := y.NewMoneyUndecided(); open.Sign() > 0 {
			t.Tell(t.text("estimate/not-decided", lang.Args{"amount": open.ToThousands()}))
		}
	}
	for i := range e.Years {
		y := &e.Years[i]
		if !y.Adopted || y.Year < e.Schedule().SeenFrom().Year() || y.NewMoney.IsZero() {
			continue
		}
		if !headed {
			headed = true
			t.Section(t.text("estimate/budget-adopted", nil))
		}
		t.Tell(t.adopted(y))
	}
}

// adopted says where the new money of an adopted year comes from, and what is
// still to be found.
func (t *telling) adopted(y *estimate.Year) lang.Text {
	open := y.NewMoneyUndecided()
	if !open.IsZero() {
		return lang.Joined(" ", t.text("estimate/adopted-open", lang.Args{"year": lang.Plain(y.Year), "open": open.ToThousands()}), t.rest(y))
	}
	year := lang.Plain(y.Year)
	aside, frame := y.NewMoneySetAside.ToThousands(), y.NewMoneyWithinFrame.ToThousands()
	switch isAside, isFrame := y.NewMoneySetAside.Sign() > 0, y.NewMoneyWithinFrame.Sign() > 0; {
	case isAside && isFrame:
		return t.text("estimate/adopted-decided", lang.Args{"year": year, "aside": aside, "frame": frame})
	case isFrame:
		return t.text("estimate/adopted-within-frame", lang.Args{"year": year, "frame": frame})
	default:
		return t.text("estimate/adopted-set-aside", lang.Args{"year": year, "aside": aside})
	}
}

// rest says where the other new money of a year comes from of which some is
// still to be found; empty where that is all.
func (t *telling) rest(y *estimate.Year) lang.Text {
	aside, frame := y.NewMoneySetAside.ToThousands(), y.NewMoneyWithinFrame.ToThousands()
	switch isAside, isFrame := y.NewMoneySetAside.Sign() > 0, y.NewMoneyWithinFrame.Sign() > 0; {
	case isAside && isFrame:
		return t.text("estimate/rest-decided", lang.Args{"aside": aside, "frame": frame})
	case isFrame:
		return t.text("estimate/rest-within-frame", lang.Args{"frame": frame})
	case isAside:
		return t.text("estimate/rest-set-aside", lang.Args{"aside": aside})
	default:
		return lang.Text{}
	}
}

// newMoney says how much new money there is, and between what.
func (t *telling) newMoney(sum *estimate.Totals) lang.Text {
	if sum.NewMoneyHigh.IsZero() {
		return t.text("estimate/no-new-money", nil)
	}
	return t.text("estimate/new-money-between", lang.Args{
		"amount": sum.NewMoney.ToThousands(), "low": sum.NewMoneyLow.ToThousands(), "high": sum.NewMoneyHigh.ToThousands(),
	})
}

// assumed says which share rests on assumptions.
func (t *telling) assumed() {
	t.Section(t.text("estimate/what-figures-rest-on", nil))
	share, hours := t.est.AssumedShare(), t.est.AssumedHoursShare()
	if share.IsZero() && hours.IsZero() {
		t.Tell(t.text("estimate/nothing-assumed", nil))
		return
	}
	t.Tell(t.text("estimate/share-assumed", lang.Args{"money": lang.WholePercent(share), "hours": lang.WholePercent(hours)}))
	if share.Sign() > 0 {
		t.Tell(t.text("estimate/low-and-high-added", nil))
	}
}
