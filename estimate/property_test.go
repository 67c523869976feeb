package estimate_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyPlan draws a plan with go-lives and drivers of its own.
func anyPlan(t *rapid.T) *plan.Plan {
	kommuner := theBook(t).Kommuner
	p := plan.New(rapid.SampledFrom(kommuner).Draw(t, "kommune").Code)
	first := date.New(2015, 3, 1)
	p.Projects = map[string]plan.Rollout{}
	for _, id := range []string{"ky", "ksd", "sapa"} {
		switch rapid.IntRange(0, 2).Draw(t, id) {
		case 1:
			p.Projects[id] = plan.Rollout{GoLive: plan.On(first + date.Date(rapid.IntRange(0, 1200).Draw(t, id+" day")))}
		case 2:
			p.Projects[id] = plan.Rollout{GoLive: &plan.When{Unknown: true}}
		}
	}
	p.Drivers = map[string]int{}
	for _, id := range []string{"users@sapa", "contracts", "sag-cases", "open-cases@kmd-aktiv"} {
		if rapid.Bool().Draw(t, id+" stated") {
			p.Drivers[id] = rapid.IntRange(0, 5000).Draw(t, id)
		}
	}
	return p
}

// adjust draws adjustments of lines of the plan, of all years or of one.
func adjust(t *rapid.T, p *plan.Plan, ofYears bool) {
	for range rapid.IntRange(0, 4).Draw(t, "adjustments") {
		a := plan.Adjustment{Action: rapid.SampledFrom([]plan.AdjustmentAction{plan.Replace, plan.Scale, plan.Add, plan.Drop}).Draw(t, "action"), Reason: "Tilbud"}
		a.Line = rapid.SampledFrom([]plan.Line{
			{Step: "5.2/overgangsplan@sapa", Role: "projektleder", Kind: plan.Backfill},
			{Step: "4.5/projektledelse@ky", Role: "projektleder", Kind: plan.OwnHours},
			{Step: "4.10/slutbrugere@ksd", Role: "slutbruger", Kind: plan.Backfill},
			{Step: "5.5/paralleldrift@sapa", Role: "it-chef", Kind: plan.External},
			{Step: "6.6/kontrakter@sapa", Role: "it-chef", Kind: plan.External},
			{Step: "golive@ksd", Role: "slutbruger", Kind: plan.Backfill},
		}).Draw(t, "line")
		amounts := rapid.SliceOfN(rapid.Int64Range(0, 1e6), 3, 3).Draw(t, "figure")
		slices.Sort(amounts)
		figure := func(i int) decimal.Decimal { return decimal.New(amounts[i], -2) }
		switch {
		case a.Action == plan.Scale:
			factor := decimal.New(rapid.Int64Range(0, 3000).Draw(t, "factor"), -3)
			a.Factor = &factor
		case a.Action == plan.Drop:
		case a.Kind == plan.External:
			a.Kroner = &plan.KronerRange{Low: drejebog.NewKroner(figure(0)), Likely: drejebog.NewKroner(figure(1)), High: drejebog.NewKroner(figure(2))}
		default:
			a.Hours = &plan.HoursRange{Low: drejebog.NewHours(figure(0)), Likely: drejebog.NewHours(figure(1)), High: drejebog.NewHours(figure(2))}
		}
		if ofYears && rapid.Bool().Draw(t, "of one year") {
			year := rapid.IntRange(2014, 2017).Draw(t, "year")
			a.Year = &year
		}
		p.Adjustments = append(p.Adjustments, a)
	}
}

func TestTotalsAreSumsOfCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		adjust(t, p, true)
		e := estimateOf(t, p)
		byYear := map[int]drejebog.Kroner{}
		lines := map[string]drejebog.Kroner{}
		for i := range e.Cells {
			c := &e.Cells[i]
			byYear[c.Year] = byYear[c.Year].Add(c.Likely)
			lines[c.Task+" "+c.Line.ID()] = lines[c.Task+" "+c.Line.ID()].Add(c.Likely)
			require.LessOrEqual(t, c.Low.Cmp(c.High), 0)
			require.GreaterOrEqual(t, c.Likely.Sign(), 0)
		}
		var years, sum drejebog.Kroner
		for i := range e.Years {
			y := &e.Years[i]
			require.Zero(t, y.Likely.Cmp(byYear[y.Year]), "year %d", y.Year)
			require.Zero(t, y.Likely.Cmp(y.NewMoney.Add(y.OwnTimeValue)))
			require.Zero(t, y.Likely.Cmp(y.SetAside.Add(y.WithinFrame).Add(y.Undecided)))
			years = years.Add(y.Likely)
		}
		for _, amount := range lines {
			sum = sum.Add(amount)
		}
		total := e.Total()
		require.Zero(t, total.Likely.Cmp(years))
		require.Zero(t, total.Likely.Cmp(sum))
		for _, groups := range [][]estimate.Breakdown{e.ByProject(), e.ByRole()} {
			var all drejebog.Kroner
			for i := range groups {
				all = all.Add(groups[i].All.Likely)
			}
			require.Zero(t, total.Likely.Cmp(all))
		}
	})
}

func TestASlipConservesTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		adjust(t, p, false)
		before := estimateOf(t, p).Total()
		after := totalOf(t, unmoved(t, p))
		require.Zero(t, before.Likely.Cmp(after.Likely))
		require.Zero(t, before.NewMoney.Cmp(after.NewMoney))
		require.Zero(t, before.High.Cmp(after.High))
		require.Zero(t, before.Hours.Cmp(after.Hours))
	})
}

func TestTheSlipOfARequestConservesTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		adjust(t, p, true)
		last := date.New(2017, 1, 1) // so that even later nothing falls after the estimate years
		for id, facts := range p.Projects {
			if facts.GoLive != nil && !facts.GoLive.Unknown && facts.GoLive.Date > last {
				p.Projects[id] = plan.Rollout{GoLive: plan.On(last)}
			}
		}
		r, err := request.Of(estimateOf(t, p))
		require.NoError(t, err)
		if r.Slip == nil {
			return
		}
		var newMoney, likely drejebog.Kroner
		var hours drejebog.Hours
		for _, years := range [][]request.Year{r.Before, r.Years} {
			for i := range years {
				newMoney = newMoney.Add(years[i].NewMoney).Sub(years[i].Slipped.NewMoney)
				likely = likely.Add(years[i].Likely).Sub(years[i].Slipped.Likely)
				hours = hours.Add(years[i].Hours).Sub(years[i].Slipped.Hours)
			}
		}
		require.True(t, r.After.Likely.IsZero())
		require.Zero(t, newMoney.Sign(), newMoney)
		require.Zero(t, likely.Sign(), likely)
		require.Zero(t, hours.Sign(), hours)
	})
}

// unmoved is the schedule of a plan without its own go-lives. Drivers move no
// date, so one schedule of a kommune serves all plans.
func unmoved(t fatal, p *plan.Plan) *timeline.Schedule {
	if schedules[p.Kommune] == nil {
		schedules[p.Kommune] = schedule(t, plan.New(p.Kommune))
	}
	sched := *schedules[p.Kommune]
	still := *p
	still.Projects = nil
	sched.Plan = &still
	return &sched
}

var schedules = map[string]*timeline.Schedule{}

func TestMoreOfADriverNeverCostsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		id := rapid.SampledFrom(everyDriver(t)).Draw(t, "driver")
		sched := unmoved(t, p)
		p.Drivers[id] = rapid.IntRange(0, 3000).Draw(t, "few")
		few := totalOf(t, sched)
		p.Drivers[id] += rapid.IntRange(0, 3000).Draw(t, "more")
		many := totalOf(t, sched)
		require.LessOrEqual(t, few.Likely.Cmp(many.Likely), 0)
		require.LessOrEqual(t, few.NewMoney.Cmp(many.NewMoney), 0)
		require.LessOrEqual(t, few.Hours.Cmp(many.Hours), 0)
	})
}

// everyDriver are the ids of the playbook's drivers, each with a scope of its kind.
func everyDriver(t fatal) []string {
	of := map[drejebog.Scope]string{drejebog.PerProject: "@ksd", drejebog.PerSystem: "@kmd-dagpenge"}
	var ids []string
	for _, d := range theBook(t).Drivers {
		ids = append(ids, d.ID+of[d.Scope])
	}
	return ids
}

func totalOf(t fatal, sched *timeline.Schedule) estimate.Totals {
	e, err := estimate.Compute(sched, reference(t))
	require.NoError(t, err)
	return e.Total()
}

func TestTheMeanLiesBetweenLowAndHigh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(0, 1e12), 3, 3).Draw(t, "øre")
		low := min(amounts[0], amounts[1], amounts[2])
		high := max(amounts[0], amounts[1], amounts[2])
		likely := amounts[0] + amounts[1] + amounts[2] - low - high
		totals := estimate.Totals{
			Low: drejebog.NewKroner(decimal.New(low, -2)), Likely: drejebog.NewKroner(decimal.New(likely, -2)), High: drejebog.NewKroner(decimal.New(high, -2)),
		}
		mean := totals.Mean()
		require.LessOrEqual(t, totals.Low.Cmp(mean), 0)
		require.LessOrEqual(t, mean.Cmp(totals.High), 0)
		// 4.9 times the mean is the numerator, to half an øre times 4.9.
		numerator := totals.Low.Add(totals.High).Add(totals.Likely.Mul(decimal.RequireFromString("2.9")))
		apart := mean.Mul(decimal.RequireFromString("4.9")).Sub(numerator).Decimal().Abs()
		require.True(t, apart.LessThanOrEqual(decimal.RequireFromString("0.0245")), apart)
	})
}
