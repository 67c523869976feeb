package estimate_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// overNewYear plans 4.14/strategi for ten working days from 22 December 2014.
// By pencil: 22, 23, 24, 29, 30 and 31 December (25 and 26 are holidays) are
// six in 2014; 2, 5, 6 and 7 January (1 is a holiday) are four in 2015.
func overNewYear(t *testing.T) *plan.Plan {
	start, ten := day(t, "2014-12-19"), 10
	p := plan.New("Vejen")
	p.Tasks = map[string]plan.Task{"4.14/strategi": {PlannedStart: &start, Duration: &ten}}
	return p
}

func TestALineFollowsItsTasksWorkingDaysAndIsRoundedOnce(t *testing.T) {
	lines := published(
		estimate.Line{Step: "4.14/strategi", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("1", "3.01", "10")},
		estimate.Line{Step: "4.14/strategi", Role: "it-chef", Kind: estimate.External, Kroner: kroner("0", "1000.01", "2000.03")},
	)
	lines[0].BudgetYear = 2014
	assumptions := oneRate("it-arkitekt", "333.33")
	e, err := assumptions.Compute(schedule(t, overNewYear(t)), lines)
	require.NoError(t, err)
	noFault(t, e)
	require.Len(t, e.Cells, 4)

	// 3.01 h × 333.33 kr. = 1003.3233 kr. in all, 60 % of it 601.99398.
	own14, own15, ext14, ext15 := e.Cells[0], e.Cells[1], e.Cells[2], e.Cells[3]
	assert.Equal(t, []int{2014, 2015, 2014, 2015}, []int{own14.Year, own15.Year, ext14.Year, ext15.Year})
	money(t, "601.99", own14.Likely)
	money(t, "401.33", own15.Likely) // 1003.32 less 601.99
	assert.Equal(t, "1.81", own14.Hours.Decimal().StringFixed(2))
	assert.Equal(t, "1.20", own15.Hours.Decimal().StringFixed(2))
	money(t, "200.00", own14.Low) // 199.998
	money(t, "1999.98", own14.High)

	// 60 % of 1000.01 is 600.006, of 2000.03 it is 1200.018.
	money(t, "600.01", ext14.Likely)
	money(t, "400.00", ext15.Likely)
	money(t, "0.00", ext14.Low)
	money(t, "1200.02", ext14.High)
	money(t, "800.01", ext15.High)

	y := e.Years[1]
	require.Equal(t, 2015, y.Year)
	money(t, "801.33", y.Likely)
	money(t, "400.00", y.NewMoney)
	money(t, "401.33", y.OwnTimeValue)
	money(t, "801.33", y.Undecided)
	money(t, "0.00", y.SetAside)
	// Low 133.33, high 1333.32 + 800.01: (133.33 + 2.9·801.33 + 2133.33)/4.9.
	money(t, "133.33", y.Low)
	money(t, "2133.33", y.High)
	money(t, "936.84", y.Mean())
	assert.Equal(t, "0.0000", e.AssumedShare().StringFixed(4))
}

func TestADriverMultipliesAndThePlansOwnFigureIsStated(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"contracts": 7}
	line := estimate.Line{Step: "4.1/overblik", Role: "kontraktansvarlig", Kind: estimate.Own, Hours: hours("1", "2", "3"), Per: "contracts"}
	assumptions := oneRate("kontraktansvarlig", "100")
	e, err := assumptions.Compute(schedule(t, p), published(line))
	require.NoError(t, err)
	noFault(t, e)
	total := e.Total()
	money(t, "1400.00", total.Likely)
	assert.Equal(t, drejebog.Stated, e.Cells[0].Certainty)
	assert.Equal(t, "test; plan: contracts", e.Cells[0].Source)
	assert.True(t, e.Local)
}

func TestOnlyWhatWasPublishedByAsOfCounts(t *testing.T) {
	tests := []struct {
		asOf         string
		counted      []string
		awaited      []string
		decisionYear int
	}{
		{"2013-06-18", nil, nil, 2014},
		{"2013-06-19", []string{"budget-2014"}, nil, 2014},
		{"2013-10-15", []string{"budget-2014", "tilkoeb"}, nil, 2014},
		{"2014-04-30", []string{"budget-2014", "tilkoeb", "serviceplatformen-afregning"}, nil, 2015},
		{"2014-05-01", []string{"budget-2014", "tilkoeb", "serviceplatformen-afregning", "budget-2015-sapa", "budget-2015-stoettesystemerne", "budget-2015-ksd"}, []string{"budget-2015-ky"}, 2015},
		{
			"2014-06-27", []string{"budget-2014", "tilkoeb", "serviceplatformen-afregning", "budget-2015-sapa", "budget-2015-stoettesystemerne", "budget-2015-ksd", "business-cases"},
			[]string{"budget-2015-ky"},
			2015,
		},
	}
	for _, test := range tests {
		t.Run(test.asOf, func(t *testing.T) {
			e := estimateOf(t, planAsOf("Vejen", day(t, test.asOf)))
			assert.Equal(t, test.counted, idsOf(e.Contributions))
			assert.Equal(t, test.awaited, idsOf(e.Awaited))
			assert.Equal(t, test.decisionYear, e.DecisionYear)
			for i := range e.Cells {
				assert.NotContains(t, e.Cells[i].Source, "budget-2015-ky")
			}
		})
	}
}

func idsOf(contributions []estimate.Contribution) []string {
	var ids []string
	for i := range contributions {
		ids = append(ids, contributions[i].ID)
	}
	return ids
}

func TestMoneyBehindAnUnknownGoLiveHasNoYear(t *testing.T) {
	known := estimateOf(t, plan.New("Vejen"))
	e := estimateOf(t, withGoLive("Vejen", &plan.When{Unknown: true}))
	last := e.Years[len(e.Years)-1]
	assert.Equal(t, estimate.Undated, last.Year)
	assert.Nil(t, last.DecisionBy)
	assert.Positive(t, last.Likely.Sign())
	assert.Equal(t, known.Total().Likely.String(), e.Total().Likely.String(), "what a line costs does not depend on its date")
}

func TestATaskThatIsNotRelevantCostsNothing(t *testing.T) {
	reason := "gjort i 2012"
	p := plan.New("Vejen")
	p.Tasks = map[string]plan.Task{"4.1/overblik": {NotRelevant: &reason}}
	for _, c := range estimateOf(t, p).Cells {
		assert.NotEqual(t, "4.1/overblik", c.Task)
	}
}

func TestWhatCannotBeEstimatedIsListedWithReason(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	found := map[string]bool{}
	for _, n := range e.NotEstimable {
		assert.False(t, n.What.IsZero(), n)
		assert.False(t, n.Reason.IsZero(), n)
		assert.NotEmpty(t, n.Task, n)
		found[n.Project+" "+n.Source] = true
	}
	assert.True(t, found["ky budget-2015-ky"], "KY's contribution never came")
	assert.True(t, found["sapa 4.7"], "an option nobody chose")
	assert.True(t, found["sapa budget-2015-sapa"], "double running")
}

func TestFindingsNameYearsWithoutContributionAndTheOneThatNeverCame(t *testing.T) {
	var codes []string
	for _, f := range estimateOf(t, plan.New("Vejen")).Findings {
		codes = append(codes, f.Code+" "+f.Subject)
		assert.NotContains(t, f.Text.DA+f.Remedy.DA, "{")
		assert.NotEqual(t, drejebog.SeverityError, f.Severity)
	}
	assert.Equal(t, []string{"DB-401 budget/2013", "DB-401 budget/2016", "DB-402 budget-2015-ky"}, codes[:3])
	assert.Contains(t, codes[3:], "DB-403 5.5/paralleldrift@sapa")
}

func TestALineThatCannotBeUsedIsAFindingAndNoMoney(t *testing.T) {
	ok := func() estimate.Line {
		return estimate.Line{Step: "4.1/overblik", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("1", "2", "3")}
	}
	tests := map[string]struct {
		code string
		mend func(*estimate.Line)
	}{
		"low above likely":      {"DB-405", func(l *estimate.Line) { l.Hours = hours("3", "2", "4") }},
		"negative":              {"DB-405", func(l *estimate.Line) { l.Hours = hours("-1", "2", "4") }},
		"unknown step":          {"DB-404", func(l *estimate.Line) { l.Step = "4.1/overblikk" }},
		"unknown milestone":     {"DB-404", func(l *estimate.Line) { l.Step, l.Milestone = "", "go-live" }},
		"unknown role":          {"DB-404", func(l *estimate.Line) { l.Role = "it-arkitekten" }},
		"unknown driver":        {"DB-404", func(l *estimate.Line) { l.Per = "contract" }},
		"unknown project":       {"DB-404", func(l *estimate.Line) { l.Projects = []string{"sappa"} }},
		"no rate":               {"DB-406", func(l *estimate.Line) { l.Role = "jurist" }},
		"no figure for driver":  {"DB-407", func(l *estimate.Line) { l.Per = "contracts" }},
		"hours and kroner":      {"DB-408", func(l *estimate.Line) { l.Kroner = kroner("1", "2", "3") }},
		"neither":               {"DB-408", func(l *estimate.Line) { l.Hours = nil }},
		"hours that are bought": {"DB-409", func(l *estimate.Line) { l.Kind = estimate.External }},
		"too much":              {"DB-410", func(l *estimate.Line) { l.Hours = hours("1", "2", "1e9999") }},
		"too many days":         {"DB-410", func(l *estimate.Line) { l.Step, l.Milestone, l.Days = "", "golive", 1<<30 }},
		"no kind":               {"DB-409", func(l *estimate.Line) { l.Kind = 0 }},
		"step and milestone":    {"DB-423", func(l *estimate.Line) { l.Milestone = "golive" }},
		"nowhere":               {"DB-423", func(l *estimate.Line) { l.Step = "" }},
		"a scope of no step":    {"DB-422", func(l *estimate.Line) { l.Projects = []string{"sapa"} }},
		"another step's scope":  {"DB-422", func(l *estimate.Line) { l.Step, l.Projects = "6.6/kontrakter", []string{"ky"} }},
		"a milestone's scope": {"DB-422", func(l *estimate.Line) {
			l.Step, l.Milestone, l.Days, l.Projects = "", "impl", 5, []string{"serviceplatformen"}
		}},
	}
	sched := schedule(t, plan.New("Vejen"))
	assumptions := oneRate("it-arkitekt", "100")
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			line := ok()
			test.mend(&line)
			e, err := assumptions.Compute(sched, published(line, estimate.Line{
				Step: "4.1/udbudsplan", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("1", "2", "3"),
			}))
			require.NoError(t, err)
			require.NotEmpty(t, e.Findings)
			assert.Equal(t, test.code, e.Findings[0].Code)
			assert.Equal(t, drejebog.SeverityError, e.Findings[0].Severity)
			assert.NotContains(t, e.Findings[0].Text.DA+e.Findings[0].Remedy.EN, "{")
			money(t, "200.00", e.Total().Likely)
		})
	}
}

func TestANegativeDriverIsAFindingAndTheAssumptionStands(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"contracts": -1}
	s := schedule(t, p)
	require.NotEmpty(t, s.Findings)
	assert.Equal(t, "DB-008", s.Findings[0].Code)
	e, err := estimate.Compute(s, reference(t))
	require.NoError(t, err)
	assert.Equal(t, estimateOf(t, plan.New("Vejen")).Total().Likely.String(), e.Total().Likely.String())
}

func TestComputeNeedsASchedule(t *testing.T) {
	_, err := estimate.Compute(nil, nil)
	assert.Error(t, err)
}

func TestEveryKommuneHasAnEstimateWithoutErrors(t *testing.T) {
	for _, k := range theBook(t).Kommuner {
		e := estimateOf(t, plan.New(k.Code))
		for _, f := range e.Findings {
			assert.NotEqual(t, drejebog.SeverityError, f.Severity, "%s: %s", k.Name, f.Text.EN)
		}
		total := e.Total()
		assert.Positive(t, total.NewMoney.Sign(), k.Name)
		assert.Equal(t, "1.0000", e.AssumedShare().StringFixed(4), k.Name)
	}
}

func TestThePopulationIsTheNewestAtAsOf(t *testing.T) {
	e := estimateOf(t, planAsOf("0575", date.New(2013, 7, 1)))
	assert.Equal(t, 42700, e.Population.Count)
}

func TestTheSmallestKommuneSpendsLessThanAThirdOfTheMiddleOne(t *testing.T) {
	læsø, frederikssund := estimateOf(t, plan.New("Læsø")).Total(), estimateOf(t, plan.New("Frederikssund")).Total()
	three := decimal.NewFromInt(3)
	assert.Negative(t, læsø.Hours.Mul(three).Cmp(frederikssund.Hours), "%s against %s", læsø.Hours, frederikssund.Hours)
	assert.Negative(t, læsø.NewMoney.Mul(three).Cmp(frederikssund.NewMoney), "%s against %s", læsø.NewMoney, frederikssund.NewMoney)
}

func TestABiggerKommuneNeverSpendsLess(t *testing.T) {
	kommuner := slices.Clone(theBook(t).Kommuner)
	size := func(k drejebog.Kommune) int { return k.PopulationOn(date.New(2014, 6, 27)).Count }
	slices.SortFunc(kommuner, func(a, b drejebog.Kommune) int { return size(a) - size(b) })
	var before estimate.Totals
	for _, k := range kommuner {
		total := estimateOf(t, plan.New(k.Code)).Total()
		assert.GreaterOrEqual(t, total.Likely.Cmp(before.Likely), 0, k.Name)
		assert.GreaterOrEqual(t, total.Hours.Cmp(before.Hours), 0, k.Name)
		before = total
	}
}

func TestAPromisedContributionThatCameToTheKommuneWaitsToBeReadIn(t *testing.T) {
	came := day(t, "2014-05-14")
	p := plan.New("Vejen")
	p.Deliverables = map[string]plan.Deliverable{"ext/bidrag-2015@ky": {Delivered: &came}}
	e := estimateOf(t, p)
	f := findingOf(t, e, "DB-419")
	assert.Contains(t, f.Text.DA, "kom 14. maj 2014, men dets tal er ikke læst ind")
	text := flat(textOf(t, e))
	assert.NotContains(t, text, "Bidrag til budget 2015 for KY", "KOMBIT does not owe it")
	assert.Contains(t, text, "Afventer kommunen: vikarer under undervisningen (KY);")

	silent := estimateOf(t, plan.New("Vejen"))
	findingOf(t, silent, "DB-402")
	text = flat(textOf(t, silent))
	assert.Contains(t, text, "Lovet første halvdel af maj 2014, ikke kommet: Bidrag til budget 2015 for KY.")
	assert.NotContains(t, text, "Afventer kommunen")
}

func TestANewPromiseOfADeliverableIsThePlansDay(t *testing.T) {
	promised := day(t, "2014-08-20")
	p := plan.New("Vejen")
	p.Deliverables = map[string]plan.Deliverable{"ext/bidrag-2015@ky": {Promised: &promised}}
	assert.Contains(t, flat(textOf(t, estimateOf(t, p))), "Ventes 20. august 2014: Bidrag til budget 2015 for KY.")
}
