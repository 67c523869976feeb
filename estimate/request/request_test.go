package request_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func requestOf(t *testing.T, e *estimate.Estimate, language lang.Lang) string {
	t.Helper()
	r, err := request.Of(e)
	require.NoError(t, err)
	return pageOf(t, estimatereport.Request(r), language)
}

func TestEveryRequestFitsOnOneSheet(t *testing.T) {
	fits := func(name, sheet string) { fitsOnASheet(t, name, sheet) }
	for _, name := range []string{"lemvig.yaml", "skive.yaml", "odense.yaml", "hjoerring.yaml", "solroed.yaml"} {
		e := estimateOf(t, sample(t, name))
		fits(name, requestOf(t, e, lang.Danish))
		fits(name, requestOf(t, e, lang.English))
	}
	fits("unknown", requestOf(t, estimateOf(t, withGoLive("Roskilde", &plan.When{Unknown: true})), lang.Danish))
	for i, k := range theBook(t).Kommuner {
		if i%7 == 0 || len(k.Name) > 15 {
			fits(k.Name, requestOf(t, estimateOf(t, plan.New(k.Code)), lang.Danish))
		}
	}
}

func fitsOnASheet(t *testing.T, name, sheet string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(sheet, "\n"), "\n")
	assert.LessOrEqual(t, len(lines), 64, name)
	for _, line := range lines {
		assert.LessOrEqual(t, len([]rune(line)), document.Width, line)
		assert.NotContains(t, line, "..", line)
	}
}

func TestTheRequestsYearsAndTheOthersAreTheWhole(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	r, err := request.Of(e)
	require.NoError(t, err)
	require.Len(t, r.Years, 4)
	assert.Equal(t, []int{2015, 2016, 2017, 2018}, []int{r.Years[0].Year, r.Years[1].Year, r.Years[2].Year, r.Years[3].Year})
	sum := r.After.Likely.Add(r.Undated.Likely)
	var purposes, newMoney drejebog.Kroner
	for i := range r.Years {
		y := &r.Years[i]
		sum, newMoney = sum.Add(y.Likely), newMoney.Add(y.NewMoney)
		assert.Zero(t, y.NewMoney.Cmp(y.Purchases.Add(y.Backfill)))
	}
	for i := range r.Before {
		sum = sum.Add(r.Before[i].Likely)
	}
	for i := range r.Purposes {
		purposes = purposes.Add(r.Purposes[i].NewMoney)
	}
	assert.Zero(t, e.Total().Likely.Cmp(sum))
	assert.Zero(t, newMoney.Cmp(purposes), "every krone has a purpose")
	assert.Zero(t, newMoney.Cmp(r.NewMoney))
	assert.Zero(t, newMoney.Cmp(r.Required.Add(r.Follows).Add(r.Chosen)), "every krone is asked for, follows or is chosen")
	assert.LessOrEqual(t, r.Required.Cmp(newMoney), 0)
}

func TestASlipMovesNewMoneyBetweenYearsAndSavesNone(t *testing.T) {
	r, err := request.Of(estimateOf(t, plan.New("Vejen")))
	require.NoError(t, err)
	require.NotNil(t, r.Slip)
	assert.Equal(t, 6, r.Slip.Months)
	var before, after drejebog.Kroner
	for i := range r.Years {
		before, after = before.Add(r.Years[i].NewMoney), after.Add(r.Years[i].Slipped.NewMoney)
	}
	for i := range r.Before {
		before, after = before.Add(r.Before[i].NewMoney), after.Add(r.Before[i].Slipped.NewMoney)
	}
	assert.Zero(t, before.Cmp(after))
	assert.Zero(t, r.Slip.Unspent.Cmp(r.Years[0].NewMoney.Sub(r.Years[0].Slipped.NewMoney)))
	assert.Positive(t, r.Slip.Unspent.Sign())
	assert.Positive(t, r.Delay.Hours.Sign())
	assert.True(t, r.Delay.NewMoney.IsZero(), "double running has no price yet")
}

func TestWhatAnAdjustmentOfOneYearChangesMovesWithItsTask(t *testing.T) {
	// 5.2/overgangsplan@sapa lies in 2015 and 2016, and six months later in the
	// same two years, with more days in the second.
	const replaced = "{action: replace, step: 5.2/overgangsplan@sapa, role: projektleder, kind: backfill, hours: {low: 2000, likely: 2500, high: 3000}, year: 2015, reason: Tilbud}"
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Roskilde\nadjustments: ["+replaced+"]\n"))
	require.NotNil(t, p, "%v", findings)
	e := estimateOf(t, p)
	noFault(t, e)
	r, err := request.Of(e)
	require.NoError(t, err)
	carried := r.Years[1].Slipped.NewMoney.Sub(r.Years[1].NewMoney)
	assert.Positive(t, r.Slip.Unspent.Sign())
	assert.Equal(t, r.Slip.Unspent.String(), carried.String(), "what 2015 does not spend, 2016 does")
}

func TestWhatAPlanAddsInAYearThatItsTaskDoesNotLieInStaysThere(t *testing.T) {
	const added = "{action: add, step: 5.2/overgangsplan@sapa, role: it-chef, kind: external, kroner: {low: 1000000, likely: 1000000, high: 1000000}, year: 2014, reason: Kontrakt}"
	slipped := func(document string) drejebog.Kroner {
		p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+document))
		require.NotNil(t, p, "%v", findings)
		r, err := request.Of(estimateOf(t, p))
		require.NoError(t, err)
		at := slices.IndexFunc(r.Before, func(y request.Year) bool { return y.Year == 2014 })
		return r.Before[at].Slipped.NewMoney
	}
	money(t, "1000000.00", slipped("adjustments: ["+added+"]\n").Sub(slipped("")))
}

func TestAMonthsPriceOfDoubleRunningIsTheCostOfAMonthsDelay(t *testing.T) {
	const line = "budget-2015-sapa: 5.5/paralleldrift@sapa it-chef external monthly"
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{percent(line, "25000")}
	p := plan.New("Vejen")
	e, err := assumptions.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)
	noFault(t, e)
	explained, err := e.Explain(line)
	require.NoError(t, err)
	require.Len(t, explained, 1)
	months := int64(explained[0].Months)
	assert.Positive(t, months)
	assert.Equal(t, drejebog.NewKroner(decimal.New(months*2500000, -2)).String(), explained[0].Sum.Likely.String())
}

func TestTheNeedsThatCameTooLateAreThoseOfAnAdoptedYear(t *testing.T) {
	r, err := request.Of(late(t, ""))
	require.NoError(t, err)
	require.NotEmpty(t, r.TooLate)
	for _, late := range r.TooLate {
		assert.Equal(t, 2014, late.Year)
		assert.Positive(t, late.NewMoney.Sign())
		assert.Greater(t, late.Known.String(), "2013-10-15")
	}
}

func TestTheKommunesOwnBudgetCalendarSetsTheDayOfDecision(t *testing.T) {
	for name, want := range map[string]string{
		"odense.yaml": "2014-10-08",
		"skive.yaml":  "2014-10-21", // that it is too late is a finding
	} {
		e := estimateOf(t, sample(t, name))
		at := slices.IndexFunc(e.Years, func(y estimate.Year) bool { return y.Year == 2015 })
		require.GreaterOrEqual(t, at, 0)
		assert.Equal(t, want, e.Years[at].DecisionBy.String(), name)
	}
}

func TestAMonthsDelayCostsWhatTheLegacySystemsCostInAMonth(t *testing.T) {
	r, err := request.Of(estimateOf(t, sample(t, "odense.yaml")))
	require.NoError(t, err)
	require.Len(t, r.Delay.Legacy, 1)
	money(t, "1100000.00", r.Delay.Legacy[0].Amount) // 6.2, 2.9 and 4.1 million a year
	assert.Equal(t, 2013, r.Delay.Legacy[0].PriceLevel)
	r, err = request.Of(estimateOf(t, plan.New("Vejen")))
	require.NoError(t, err)
	assert.Empty(t, r.Delay.Legacy, "nobody knows what the kommune pays")
}

// All is in the estimate's prices, as in the business case: what no index carries there
// is brought by an assumption.
const atThreeLevels = `contracts:
  a: {name: Aktiv, systems: [kmd-aktiv], payment: {amount: 1200000, priceLevel: 2013-01-01}}
  d: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 600000, priceLevel: 2014-01-01}}
  s: {name: Sag, systems: [kmd-sag], payment: {amount: 240000, priceLevel: 2011-01-01}}
`

func TestAMonthsDelayIsInThePricesThatTheBusinessCaseCarriesThePaymentsTo(t *testing.T) {
	of := func(figures ...estimate.Figure) (*request.Request, *businesscase.Case) {
		assumptions, err := estimate.Assume()
		require.NoError(t, err)
		assumptions.Figures = figures
		e, err := assumptions.Compute(schedule(t, casePlan(t, atThreeLevels)), reference(t))
		require.NoError(t, err)
		r, err := request.Of(e)
		require.NoError(t, err)
		b, err := businesscase.Of(e)
		require.NoError(t, err)
		return r, b
	}
	r, b := of(percent("index/2013-2014/prices", "10"))
	require.Len(t, r.Delay.Legacy, 1)
	assert.Equal(t, 2014, r.Delay.Legacy[0].PriceLevel)
	// 1.320.000 and 600.000 a year; 240.000 of 2011 by 1,5 % to 2012, 1,53 % to 2013 and
	// 10 % to 2014: 272.059,79, of which a twelfth is 22.671,65.
	money(t, "182671.65", r.Delay.Legacy[0].Amount)
	money(t, "2192059.79", b.Baseline)
	told := flat(pageOf(t, estimatereport.Request(r), lang.Danish))
	assert.Contains(t, told, "183.000 kr. til KMD for de gamle systemer (planens betalinger pr. 1. januar 2014)")
	assert.Equal(t, 2014, b.PaymentLevel)

	_, b = of()
	var paths, texts []string
	for _, f := range b.Findings {
		if f.Code == "DB-446" {
			paths, texts = append(paths, f.Subject), append(texts, f.Text.DA)
		}
	}
	assert.Equal(t, []string{"contracts.a.payment.amount", "contracts.s.payment.amount"}, paths)
	require.Len(t, texts, 2)
	assert.Contains(t, texts[0], "Betalingen for Aktiv står i 2013-niveau")
	assert.Contains(t, texts[1], "Betalingen for Sag står i 2011-niveau")
}

// late is the estimate of purchases in 2014 that became known after its budget
// was adopted, with more in the plan's document.
func late(t *testing.T, document string) *estimate.Estimate {
	t.Helper()
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
	require.NotNil(t, p, "%v", findings)
	return bought(t, p, purchase("6.6/kvalitetstjek", "20000"), purchase("6.6/kontrakter", "195000"), purchase("6.6/kontraktoverblik", "10000"))
}

// purchase is a purchase for a step of SAPA's.
func purchase(step, amount string) estimate.Line {
	return estimate.Line{Step: step, Role: "it-chef", Kind: estimate.External, Kroner: kroner(amount, amount, amount), Projects: []string{"sapa"}}
}

// bought is the estimate of a plan that some lines are all of.
func bought(t *testing.T, p *plan.Plan, lines ...estimate.Line) *estimate.Estimate {
	t.Helper()
	assumptions := oneRate("projektleder", "100")
	contributions := published(lines...)
	contributions[0].BudgetYear = 2014
	e, err := assumptions.Compute(schedule(t, p), contributions)
	require.NoError(t, err)
	noFault(t, e)
	return e
}

func TestWhatIsKnownTooLateIsNamedByTheLargestAndOnlyWhatIsOpenMustBeFound(t *testing.T) {
	tests := map[string]struct{ document, text, page string }{
		"nothing decided": {
			"",
			"Budget 2014 er vedtaget: 225.000 kr. nye penge i det år skal findes inden for rammen",
			"225.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget (skaf kontrakter om snitfladerne (SAPA); " +
				"kvalitetstjek: hvilke sagsbærende systemer skal vise data i SAPA m.fl.). Find dem",
		},
		"some decided": {
			"decisions: [{step: 6.6/kontrakter@sapa, state: withinFrame}]",
			"Budget 2014 er vedtaget: 30.000 kr. nye penge i det år skal findes inden for rammen eller ved en tillægsbevilling med dækning. " +
				"Det øvrige er besluttet: 195.000 kr. findes inden for rammen.",
			"30.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget (kvalitetstjek: hvilke sagsbærende systemer skal vise data i SAPA; ",
		},
		"some set aside": {
			"decisions: [{step: 6.6/kvalitetstjek, state: setAside}]",
			"tillægsbevilling med dækning. Det øvrige er besluttet: 20.000 kr. er afsat.",
			"205.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget (skaf kontrakter",
		},
		"some of each": {
			"decisions: [{step: 6.6/kontrakter@sapa, state: withinFrame}, {step: 6.6/kvalitetstjek, state: setAside}]",
			"tillægsbevilling med dækning. Det øvrige er besluttet: 20.000 kr. er afsat og 195.000 kr. findes inden for rammen.",
			"10.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget (",
		},
		"all decided": {
			"decisions: [{step: 6.6/kontrakter@sapa, state: withinFrame}, {step: 6.6/kvalitetstjek, state: setAside}, {step: 6.6/kontraktoverblik, state: setAside}]",
			"Budget 2014 er vedtaget: nye penge i det år er besluttet; 30.000 kr. er afsat og 195.000 kr. findes inden for rammen.",
			"225.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget, og er besluttet (skaf kontrakter om snitfladerne (SAPA); ",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			e := late(t, test.document)
			assert.Contains(t, flat(pageOf(t, estimatereport.Estimate(e), lang.Danish)), test.text)
			sheet := flat(requestOf(t, e, lang.Danish))
			assert.Contains(t, sheet, test.page)
			assert.Equal(t, name != "all decided", strings.Contains(sheet, "Find dem inden for rammen"))
		})
	}
}

func TestNeedsOfSeveralAdoptedYearsAreToldYearByYear(t *testing.T) {
	early := day(t, "2013-05-30") // before anything was published
	p := plan.New("Vejen")
	p.Budget = map[string]plan.BudgetCalendar{"2015": {Proposal: &early, Adopted: &early}}
	e := bought(t, p, purchase("6.6/kontrakter", "315000"), purchase("4.13/modtager-opsaetning", "40000"), purchase("5.5/paralleldrift", "10000"))
	r, err := request.Of(e)
	require.NoError(t, err)
	assert.True(t, slices.IsSortedFunc(r.TooLate, func(a, b request.TooLate) int { return cmp.Or(a.Year-b.Year, b.Open.Cmp(a.Open)) }))
	sheet := flat(requestOf(t, e, lang.Danish))
	assert.Contains(t, sheet, "315.000 kr. i 2014 blev kendt, efter at budgettet var vedtaget (skaf kontrakter om snitfladerne (SAPA)). ")
	assert.Regexp(t, `kr\. i 2015 blev kendt, efter at budgettet var vedtaget \(.*Find dem`, sheet)
}

func TestTheRequestSaysOfAnAdoptedYearWhatIsDecided(t *testing.T) {
	assert.Contains(t, flat(requestOf(t, late(t, ""), lang.Danish)), "225.000 kr. i 2014 (uden bevilling, budgettet er vedtaget)")
	decided := late(t, "decisions: [{step: 6.6/kontrakter@sapa, state: withinFrame}]")
	assert.Contains(t, flat(requestOf(t, decided, lang.Danish)),
		"225.000 kr. i 2014 (inden for rammen 195.000 kr., uden bevilling 30.000 kr., budgettet er vedtaget)")
}

func TestABudgetThatIsNotAdoptedYetIsNotCalledSo(t *testing.T) {
	early := day(t, "2014-06-01")
	for name, test := range map[string]struct {
		asOf, plan string // days
		want       string
	}{
		"to come":          {"2014-06-27", "", "ikke besluttet, besluttes senest 15. oktober 2014"},
		"on the day":       {"2014-10-15", "", "ikke besluttet, besluttes senest 15. oktober 2014"},
		"the day after":    {"2014-10-16", "", "uden bevilling, budgettet er vedtaget"},
		"by the plan, too": {"2014-06-27", early.String(), "uden bevilling, budgettet er vedtaget"},
	} {
		t.Run(name, func(t *testing.T) {
			p := planAsOf("Vejen", day(t, test.asOf))
			if test.plan != "" {
				p.Budget = map[string]plan.BudgetCalendar{"2015": {Adopted: &early}}
			}
			later, ok := estimateOf(t, p).InYear(2016)
			require.True(t, ok)
			assert.Regexp(t, `[\d.]+ kr\. i 2015 \(`+test.want+`\)`, flat(requestOf(t, later, lang.Danish)))
			r, err := request.Of(later)
			require.NoError(t, err)
			for _, late := range r.TooLate {
				assert.True(t, late.Year == 2014 || strings.Contains(test.want, "vedtaget"), "%d is not adopted", late.Year)
			}
		})
	}
}

func TestWhatFollowsFromAGoLiveIsNotCalledChosen(t *testing.T) {
	buy := estimate.Line{Projects: []string{"sapa"}, Role: "it-chef", Kind: estimate.External, Kroner: kroner("24000", "24000", "24000")}
	after, must, may := buy, buy, buy
	after.Milestone, after.Days, must.Step, may.Step = "golive", 30, "5.1/tilpasning", "4.7/arbejdsgange"
	tests := map[string]struct {
		lines []estimate.Line
		want  string
	}{
		"go-live alone": {[]estimate.Line{after}, "den første tid efter idriftsættelsen 24.000 kr. Alt følger af idriftsættelserne og kan ikke vælges fra."},
		"duty beside":   {[]estimate.Line{after, must}, "Heraf 24.000 kr. til opgaver, som kommunen skal løse; 24.000 kr. som følge af idriftsættelserne, der ikke kan vælges fra."},
		"and a choice":  {[]estimate.Line{after, may}, "Heraf 24.000 kr. som følge af idriftsættelserne, der ikke kan vælges fra; 24.000 kr. til det, der er anbefalet eller valgt lokalt."},
		"choice alone":  {[]estimate.Line{may}, "Intet af det er til opgaver, som kommunen skal løse; det er anbefalet eller valgt lokalt."},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assumptions := oneRate("projektleder", "100")
			e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), published(test.lines...))
			require.NoError(t, err)
			noFault(t, e)
			assert.Contains(t, flat(requestOf(t, e, lang.Danish)), test.want)
		})
	}
}

func TestOneMoreItemWithoutAFigureIsOne(t *testing.T) {
	var lines []estimate.Line
	for i, what := range []string{"Alfa", "Beta", "Gamma", "Delta", "Epsilon"} {
		lines = append(lines, estimate.Line{
			Step: "5.5/paralleldrift", Role: []string{"it-chef", "jurist", "projektleder", "testperson", "slutbruger"}[i], Kind: estimate.External,
			What: lang.Both(what), NotEstimable: &estimate.NotYet{Owes: "kmd"},
		})
	}
	sheet := func(n int) string {
		assumptions := oneRate("projektleder", "100")
		e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), published(lines[:n]...))
		require.NoError(t, err)
		return flat(requestOf(t, e, lang.Danish))
	}
	assert.Contains(t, sheet(3), "alfa; beta; gamma.")
	assert.Contains(t, sheet(4), "gamma og 1 anden post.")
	assert.Contains(t, sheet(5), "gamma og 2 andre poster.")
}

func TestTheSheetSaysWhatIsWrongAndStillFits(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Prices = estimate.Prices{Current: true}
	for _, name := range []string{"lemvig.yaml", "skive.yaml", "odense.yaml", "struer.yaml"} {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			e, err := assumptions.Compute(schedule(t, sample(t, name)), reference(t))
			require.NoError(t, err)
			sheet := requestOf(t, e, language)
			fitsOnASheet(t, name, sheet)
			if language == lang.Danish {
				assert.Regexp(t, `Løbende priser \(hvert budgetår i sit eget niveau; 2013 dog i 2014-niveau; 2016(–2017)? dog i 2015-niveau`, flat(sheet))
				assert.Contains(t, flat(sheet), "Skal rettes Der er intet skøn for lønninger fra 2013 til 2014")
				assert.Regexp(t, `Og \d andre fejl\.`, flat(sheet))
			}
		}
	}
	assert.Contains(t, flat(requestOf(t, estimateOf(t, sample(t, "odense.yaml")), lang.Danish)), "1 af kommunens egne oplysninger skal ses efter; overslagets tekst siger hvilken.")
}

// What the people of the plan have no time for stands in the request, as in the staffing
// plan, and in no amount of it.
func TestHoursThatNobodyHasTimeForAreNamedWithTheirPrice(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		t.Run(name, func(t *testing.T) {
			e := estimateOf(t, p)
			s, err := staffing.Of(e)
			require.NoError(t, err)
			r := of(t, e)
			for i := range r.Years {
				var hours drejebog.Hours
				var cost drejebog.Kroner
				for _, l := range s.LeftOver {
					if l.Year == r.Years[i].Year {
						hours, cost = hours.Add(l.Hours), cost.Add(*l.Cost)
					}
				}
				for _, u := range r.Uncovered {
					if u.Year == r.Years[i].Year {
						hours, cost = hours.Sub(u.Hours), cost.Sub(*u.Cost)
					}
				}
				assert.True(t, hours.IsZero() && cost.IsZero(), r.Years[i].Year)
			}
		})
	}
	page := estimatetest.Flat(pageOf(t, estimatereport.Request(of(t, estimateOf(t, sample(t, "odense.yaml")))), lang.Danish))
	assert.Contains(t, page, "Mangler dækning Folkene i planen har ikke tid til 3.760 timer i 2015 (frikøbt 1.611.000 kr.)")
}

// First money is three years away: the budget of 2015 is still the next to be decided, and
// 2018 the last of its estimate years.
func TestTheNextBudgetIsToBeDecidedWhereFirstMoneyIsYearsAway(t *testing.T) {
	assumptions := oneRate("projektleder", "100")
	contributions := published(purchase("5.1/tilpasning", "24000"))
	contributions[0].BudgetYear = 2018
	e, err := assumptions.Compute(schedule(t, planAsOf("Vejen", day(t, "2014-06-27"))), contributions)
	require.NoError(t, err)
	require.Equal(t, 2018, e.Years[0].Year)
	assert.Equal(t, 2015, e.DecisionYear)
	assert.Nil(t, e.ToDecide(), "it has no money")
	r := of(t, e)
	var years []string
	for i := range r.Years {
		years = append(years, fmt.Sprint(r.Years[i].Year, " ", r.Years[i].NewMoney))
	}
	assert.Equal(t, []string{"2015 0,00 kr.", "2016 0,00 kr.", "2017 0,00 kr.", "2018 24.000,00 kr."}, years)
	assert.Empty(t, r.Before)

	year, ok := e.InYear(2018)
	require.True(t, ok)
	assert.Equal(t, 2018, year.ToDecide().Year)
	assert.Equal(t, 2018, of(t, year).Years[0].Year)
}
