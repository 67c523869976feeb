package businesscase_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

const threePayments = `contracts:
  aktiv: {name: KMD Aktiv, systems: [kmd-aktiv], payment: {amount: 1200000, priceLevel: 2014-01-01}}
  dagpenge: {name: KMD Dagpenge, systems: [kmd-dagpenge], payment: {amount: 600000, priceLevel: 2014-01-01}}
  sag: {name: KMD Sag, systems: [kmd-sag], payment: {amount: 600000, priceLevel: 2014-01-01}}
businessCase: {note: At the level of the estimate`

// inPricesOf2013 are the same, as a plan of the first version states them.
const inPricesOf2013 = "businessCase: {payments: {kmd-aktiv: 1200000, kmd-dagpenge: 600000, kmd-sag: 600000}"

func amounts(list []drejebog.Kroner) []string {
	var out []string
	for _, k := range list {
		out = append(out, k.Decimal().StringFixed(2))
	}
	return out
}

func totals(b *businesscase.Case) []drejebog.Kroner {
	var out []drejebog.Kroner
	for i := range b.Years {
		out = append(out, b.Years[i].Total)
	}
	return out
}

func rowOf(t *testing.T, b *businesscase.Case, id string) *businesscase.Row {
	t.Helper()
	i := slices.IndexFunc(b.Rows, func(r businesscase.Row) bool { return r.ID == id })
	require.GreaterOrEqual(t, i, 0, "no row %s", id)
	return &b.Rows[i]
}

// By pencil. Go-live of all three on 1 January 2016 and the end of KMD Aktiv
// and KMD Dagpenge on that day, of KMD Sag three months later; ten years are
// 2016 to 2025, and the case begins with the contribution's 2014.
//
//	old saved: 1,800,000 a year, and 600,000 of KMD Sag from April 2016, 450,000 in that year
//	new paid: 75 % of 2,400,000 = 1,800,000 a year
//	2014 −600,000; 2015 0; 2016 450,000; 2017–2025 600,000 each
func TestTheJointCaseByPencil(t *testing.T) {
	b := caseOf(t, casePlan(t, threePayments+", discountRate: 0.05}"))
	require.True(t, b.Complete())
	assert.True(t, b.OnTarget)
	money(t, "2400000.00", b.Baseline)
	money(t, "1800000.00", b.Future)
	require.Equal(t, 2014, b.Years[0].Year)
	assert.Equal(t, []string{"-600000.00", "0.00", "450000.00"}, amounts(totals(b)[:3]))
	assert.Len(t, b.Years, 12)
	for _, amount := range totals(b)[3:] {
		money(t, "600000.00", amount)
	}
	assert.Equal(t, []string{"-600000.00", "-600000.00", "-150000.00", "450000.00"}, amounts([]drejebog.Kroner{
		b.Years[0].AddedUp, b.Years[1].AddedUp, b.Years[2].AddedUp, b.Years[3].AddedUp,
	}))
	assert.Equal(t, []string{"-600000.00", "23850000.00", "-18000000.00", "0.00", "5250000.00"}, amounts([]drejebog.Kroner{
		b.InAll.Implementation, b.InAll.OldSystems, b.InAll.NewSystems, b.InAll.OwnBenefits, b.InAll.Total,
	}))
	money(t, "600000.00", b.Saving)
	assert.Equal(t, "0.25", b.SavingShare.String())
	// −600,000 + 450,000/1.05² + 600,000·(1.05⁻³ + … + 1.05⁻¹¹), the sum being
	// (1.05⁻² − 1.05⁻¹¹)/0.05 = 6.447004.
	money(t, "3676365.54", b.PresentValue)

	// 450,000 in 2016 leaves −150,000; 50,000 a month then take three months.
	require.NotNil(t, b.Payback)
	assert.Equal(t, "2017-03", b.Payback.ISO())
	assert.Equal(t, "marts 2017", b.Payback.Text().DA)
	saved := rowOf(t, b, "payment/kmd-sag")
	assert.Equal(t, "2016-04", saved.From.ISO())
	assert.Equal(t, []string{"0.00", "0.00", "450000.00", "600000.00"}, amounts(saved.Years[:4]))
	assert.Equal(t, drejebog.Assumed, saved.Certainty, "the amount is the plan's, the day is not")
	assert.Equal(t, "plan:5", saved.Source)
	assert.Equal(t, drejebog.Assumed, rowOf(t, b, "price/ky").Certainty, "that a kommune comes out as the sector does is ours")
}

func TestAKommuneThatHadGoodPricesCanLose(t *testing.T) {
	b := caseOf(t, casePlan(t, threePayments+", prices: {ky: 1300000, ksd: 700000, sapa: 500000}}"))
	assert.False(t, b.OnTarget)
	money(t, "2500000.00", b.Future)
	assert.Negative(t, b.PresentValue.Sign())
	assert.Nil(t, b.Payback)
	assert.Contains(t, codesOf(b.Findings), "DB-442")
}

func TestWithoutTheKommunesPaymentsTheCaseSaysWhatIsMissing(t *testing.T) {
	b := caseOf(t, casePlan(t, "businessCase: {payments: {kmd-aktiv: 1200000}}"))
	assert.False(t, b.Complete())
	assert.Equal(t, []string{"DB-440", "DB-440", "DB-446"}, codesOf(b.Findings))
	assert.Len(t, b.Rows, 1)
	assert.Empty(t, b.Sensitivity)
	assert.Contains(t, documentOf(t, b), `"presentValue": null`)

	b = caseOf(t, casePlan(t, threePayments+"}\nprojects: {ky: {goLive: ukendt}}"))
	assert.False(t, b.Complete())
	assert.Contains(t, codesOf(b.Findings), "DB-441")
}

func TestThePaymentsAreCarriedToTheEstimatesPriceLevelWhereAnIndexIsKnown(t *testing.T) {
	caseIn := func(prices estimate.Prices, figures ...estimate.Figure) *businesscase.Case {
		assumptions, err := estimate.Assume()
		require.NoError(t, err)
		assumptions.Prices, assumptions.Figures = prices, figures
		e, err := assumptions.Compute(schedule(t, casePlan(t, inPricesOf2013+"}")), reference(t))
		require.NoError(t, err)
		estimatetest.HasNoFault(t, e)
		b, err := businesscase.Of(e)
		require.NoError(t, err)
		return b
	}
	head := func(b *businesscase.Case) string {
		return estimatetest.Flat(pageOf(t, b, lang.Danish))
	}
	stays := caseIn(estimate.Prices{})
	money(t, "2436000.00", stays.Baseline) // by one and a half per cent, which is assumed
	assert.Equal(t, []int{2014, 2014}, []int{stays.PriceLevel, stays.PaymentLevel})
	assert.Contains(t, codesOf(stays.Findings), "DB-446")
	assert.Contains(t, head(stays), "Faste priser, prisniveau 2014; betalingerne for de gamle systemer er ført dertil fra 2013-niveau med 1,5 % om året (antaget, 1 % til 2,2 %), hvor intet prisskøn er kendt.")
	assert.Contains(t, tried(stays), "growth")

	for level, want := range map[int]string{2014: "2436000.00", 2015: "2487156.00", 2013: "2400000.00"} {
		b := caseIn(estimate.Prices{Level: level}, percent("index/2013-2014/prices", "1.5"), percent("index/2013-2014/wages", "1"))
		money(t, want, b.Baseline) // 2.400.000 times 1,015, and times 1,021
		assert.Equal(t, []int{level, level}, []int{b.PriceLevel, b.PaymentLevel})
		assert.NotContains(t, codesOf(b.Findings), "DB-446")
		carried := "Faste priser, prisniveau " + strconv.Itoa(level)
		if level != 2013 {
			carried += "; betalingerne for de gamle systemer er ført dertil fra 2013-niveau"
		}
		assert.Contains(t, head(b), carried+".")
	}
	assert.Contains(t, documentOf(t, stays), `"priceLevel": 2014,`)
	assert.Contains(t, documentOf(t, stays), `"paymentLevel": 2014,`)
}

func TestTheInfrastructurePriceHasAKnee(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	tariff := &assumptions.Case.Infrastructure
	on2014 := date.New(2014, 6, 27)
	var country drejebog.Kroner
	for _, k := range theBook(t).Kommuner {
		price := tariff.Price(k.PopulationOn(on2014).Count)
		country = country.Add(price)
		if want, ok := map[string]string{
			"København": "8994462.50", "Aarhus": "5923662.50", "Roskilde": "2105475.00", "Gribskov": "1019450.00", "Læsø": "45200.00",
		}[k.Name]; ok {
			money(t, want, price)
		}
	}
	money(t, "131990425.00", country)
	assert.False(t, tariff.PublishedBy(on2014), "a later fact")
	assert.False(t, tariff.PublishedBy(date.New(2019, 12, 31)))
	assert.True(t, tariff.PublishedBy(date.New(2020, 1, 1)))
}

func TestLaterFactsDoNotShowAsOf2014(t *testing.T) {
	page := func(document string) string {
		return pageOf(t, caseOf(t, casePlan(t, document)), lang.Danish)
	}
	before := page(threePayments + "}")
	for _, later := range []string{"infrastruktur", "falder", "Regnskabet for sektoren"} {
		assert.NotContains(t, before, later)
		assert.Contains(t, page("asOf: 2022-06-01\n"+threePayments+"}"), later)
	}
}

func TestThePriceOfKMDSagFallsAsOthersGo(t *testing.T) {
	before := caseOf(t, casePlan(t, "asOf: 2019-06-12\n"+threePayments+"}"))
	b := caseOf(t, casePlan(t, "asOf: 2019-06-13\n"+threePayments+"}"))
	// Two systems at 8 % of 600,000, for January to March 2016; what the other 2 % wait
	// for nobody knows.
	fall := b.Years[2].Total.Sub(before.Years[2].Total)
	money(t, "24000.00", fall)
	assert.Len(t, b.Rows, len(before.Rows)+2)
	money(t, "48000.00", rowOf(t, b, "fall/kmd-sag/end/kmd-aktiv").Yearly)
}

// KMD Aktiv is out on 31 March 2020. 8 % of 1,200,000 a year from April to December is
// 72,000, and of the 600,000 of the contract that begins in January, until KMD Sag is out on
// 30 June 2021, 24,000: each only while it is paid.
func TestAPriceFallsInTheMonthsThatItIsPaidFor(t *testing.T) {
	b := caseOf(t, casePlan(t, `asOf: 2019-08-01
projects: {sapa: {goLive: 2019-07-01}, ky: {goLive: 2020-04-01}, ksd: {goLive: 2021-07-01}}
contracts:
  sag: {name: Sag, systems: [kmd-sag], end: 2020-12-31, payment: {amount: 1200000, priceLevel: 2014-01-01}}
  ny: {name: Ny, systems: [kmd-sag], start: 2021-01-01, payment: {amount: 600000, priceLevel: 2014-01-01}}
  aktiv: {name: Aktiv, systems: [kmd-aktiv], payment: {amount: 600000, priceLevel: 2014-01-01}}
  dagpenge: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 480000, priceLevel: 2014-01-01}}
`))
	fallen := map[int]drejebog.Kroner{}
	for i := range b.Rows {
		for k, amount := range b.Rows[i].Years {
			if year := b.Years[k].Year; strings.HasPrefix(b.Rows[i].ID, "fall/kmd-sag/") {
				fallen[year] = fallen[year].Add(amount)
			}
		}
	}
	money(t, "72000.00", fallen[2020])
	money(t, "24000.00", fallen[2021])
}

func TestTheInfrastructureIsPartOfTheTargetAndComesOnTopOfOwnPrices(t *testing.T) {
	target := caseOf(t, casePlan(t, "asOf: 2020-06-01\n"+threePayments+"}"))
	money(t, "1800000.00", target.Future)
	require.NotNil(t, target.Infrastructure)
	own := caseOf(t, casePlan(t, "asOf: 2020-06-01\n"+threePayments+", prices: {ky: 500000, ksd: 300000, sapa: 200000}}"))
	row := rowOf(t, own, "infrastructure")
	assert.Equal(t, "2020-01", row.From.ISO(), "billed on its own from then")
	assert.Equal(t, own.Infrastructure.Yearly.Neg().String(), row.Yearly.String())
	stated := caseOf(t, casePlan(t, "asOf: 2020-06-01\n"+threePayments+", prices: {ky: 500000, ksd: 300000, sapa: 200000, stoettesystemerne: 100000}}"))
	money(t, "1100000.00", stated.Future)
	mixed := caseOf(t, casePlan(t, threePayments+", prices: {stoettesystemerne: 100000}}"))
	money(t, "1800000.00", mixed.Future)
	assert.Contains(t, codesOf(mixed.Findings), "DB-445")
}

func TestBenefitsCountFromTheirDay(t *testing.T) {
	b := caseOf(t, casePlan(t, threePayments+"}\nbenefits: {svartid: {name: Svartid, project: sapa, value: 120000, from: 2016-06-15}, ros: {name: Ros}}"))
	row := rowOf(t, b, "benefit/svartid")
	assert.Equal(t, "2016-07", row.From.ISO(), "the first whole month")
	assert.Equal(t, []string{"0.00", "0.00", "60000.00", "120000.00"}, amounts(row.Years[:4]))
	assert.Contains(t, tried(b), "benefits")
}

func tried(b *businesscase.Case) []string {
	var ids []string
	for _, s := range b.Sensitivity {
		ids = append(ids, s.Of.String())
	}
	return ids
}

func TestSensitivityIsTheCaseWithOneThingChanged(t *testing.T) {
	document := threePayments + ", prices: {ky: 900000, ksd: 500000, sapa: 400000}}"
	b := caseOf(t, casePlan(t, document))
	assert.ElementsMatch(t, []string{"discountRate", "prices", "implementation", "golive"}, tried(b))
	for i := range b.Sensitivity {
		s := &b.Sensitivity[i]
		if i > 0 {
			assert.LessOrEqual(t, s.Swing().Cmp(b.Sensitivity[i-1].Swing()), 0, "what changes most first")
		}
		switch s.Of.String() {
		case "prices":
			cheaper := caseOf(t, casePlan(t, threePayments+", prices: {ky: 810000, ksd: 450000, sapa: 360000}}"))
			money(t, cheaper.PresentValue.Decimal().StringFixed(2), s.AtLow)
		case "discountRate":
			dearer := caseOf(t, casePlan(t, strings.Replace(document, "prices", "discountRate: 0.06, prices", 1)))
			money(t, dearer.PresentValue.Decimal().StringFixed(2), s.AtHigh)
		case "implementation":
			// Half a million: 300,000 less in 2014, the first year.
			money(t, "300000.00", s.AtLow.Sub(b.PresentValue))
			money(t, "-600000.00", s.AtHigh.Sub(b.PresentValue))
		}
	}
}

func TestARowsYearsAddUpToItsMonths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		oere := func(label string) string {
			return decimal.New(rapid.Int64Range(0, 1e12).Draw(t, label), -2).String()
		}
		day := rapid.IntRange(0, 3000).Draw(t, "day")
		goLive := (date.New(2014, 7, 1) + date.Date(day)).String()
		b := caseOf(t, casePlan(t, "businessCase: {payments: {kmd-aktiv: "+oere("aktiv")+", kmd-dagpenge: "+oere("dagpenge")+", kmd-sag: "+oere("sag")+"}}\n"+
			"projects: {ky: {goLive: "+goLive+"}, ksd: {goLive: "+goLive+"}}"))
		require.True(t, b.Complete())
		var all drejebog.Kroner
		for i := range b.Rows {
			r := &b.Rows[i]
			var sum drejebog.Kroner
			for _, amount := range r.Years {
				sum = sum.Add(amount)
			}
			all = all.Add(sum)
			if !r.Yearly.IsZero() {
				exact := r.Yearly.Decimal().Mul(decimal.NewFromInt(int64(r.To-r.From))).DivRound(decimal.NewFromInt(12), 2)
				assert.Equal(t, exact.StringFixed(2), sum.Decimal().StringFixed(2), r.ID)
			}
		}
		var total drejebog.Kroner
		for _, amount := range totals(b) {
			total = total.Add(amount)
		}
		assert.Equal(t, all.String(), total.String())
	})
}

func TestPresentValueByPencil(t *testing.T) {
	flow := func(kr ...int64) []drejebog.Kroner {
		var out []drejebog.Kroner
		for _, k := range kr {
			out = append(out, drejebog.NewKroner(decimal.NewFromInt(k)))
		}
		return out
	}
	for _, test := range []struct {
		flow []drejebog.Kroner
		rate string
		want string
	}{
		{flow(), "0.04", "0.00"},
		{flow(-100), "0.04", "-100.00"},
		{flow(-100, 104), "0.04", "0.00"},
		{flow(-1000, 500, 500, 500), "0.1", "243.43"}, // 500·(0.909091 + 0.826446 + 0.751315) − 1000
		{flow(-1000, 500, 500, 500), "0", "500.00"},
		{flow(0, 0, 1), "1", "0.25"},
		{flow(-100, 104), "-1", "4.00"},
	} {
		money(t, test.want, businesscase.NetPresentValue(test.flow, decimal.RequireFromString(test.rate)))
	}
}

func TestPresentValueIsLinearAndFallsWithTheRateOfLaterGains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 15).Draw(t, "years")
		draw := func(label string, least int64) []drejebog.Kroner {
			var out []drejebog.Kroner
			for range n {
				out = append(out, drejebog.NewKroner(decimal.New(rapid.Int64Range(least, 1e12).Draw(t, label), -2)))
			}
			return out
		}
		rate := decimal.New(rapid.Int64Range(0, 5000).Draw(t, "rate"), -4)
		a, b := draw("a", -1e12), draw("b", -1e12)
		k := decimal.NewFromInt(rapid.Int64Range(-9, 9).Draw(t, "k"))
		both := make([]drejebog.Kroner, n)
		for i := range both {
			both[i] = a[i].Mul(k).Add(b[i])
		}
		apart := businesscase.NetPresentValue(a, rate).Mul(k).Add(businesscase.NetPresentValue(b, rate))
		off := businesscase.NetPresentValue(both, rate).Sub(apart).Decimal().Abs()
		assert.True(t, off.LessThanOrEqual(decimal.RequireFromString("0.055")), "rounding alone: %s", off) // (9 + 1 + 1) half øre
		gains := draw("gain", 0)
		assert.LessOrEqual(t, businesscase.NetPresentValue(gains, rate.Add(decimal.New(1, -2))).Cmp(businesscase.NetPresentValue(gains, rate)), 0)
	})
}

func TestAnAddOnByPencil(t *testing.T) {
	kr := func(n int64) drejebog.Kroner { return drejebog.NewKroner(decimal.NewFromInt(n)) }
	start, replaced := date.New(2014, 9, 1), date.New(2016, 1, 1)
	bound := date.New(2016, 6, 30)
	base := plan.AddOn{Name: "M", From: start, Price: kr(150_000), Yearly: kr(40_000), Saving: kr(240_000)}
	tests := map[string]struct {
		change   func(*plan.AddOn)
		replaced *date.Date
		verdict  businesscase.Verdict
		payback  string // "" for never
		exitCost string
		net      string
	}{
		// 200,000 a year: 150,000 takes nine months, September to May. Sixteen
		// months are 266,666.67.
		"earned back in time":          {func(*plan.AddOn) {}, &replaced, businesscase.Buy, "2015-05", "0.00", "116666.67"},
		"in the month before":          {func(a *plan.AddOn) { a.Price = kr(266_666) }, &replaced, businesscase.Buy, "2015-12", "0.00", "0.67"},
		"a krone too much":             {func(a *plan.AddOn) { a.Price = kr(266_667) }, &replaced, businesscase.DoNotBuy, "2016-01", "0.00", "-0.33"},
		"an exit cost":                 {func(a *plan.AddOn) { a.ExitCost = kr(1) }, &replaced, businesscase.DoNotBuy, "2015-05", "1.00", "116665.67"},
		"bound beyond the replacement": {func(a *plan.AddOn) { a.BoundTo = &bound }, &replaced, businesscase.DoNotBuy, "2015-05", "20000.00", "96666.67"},
		"bound, and free of charge":    {func(a *plan.AddOn) { a.BoundTo, a.Yearly = &bound, kr(0) }, &replaced, businesscase.Buy, "2015-04", "0.00", "170000.00"},
		"no saving":                    {func(a *plan.AddOn) { a.Saving = kr(40_000) }, &replaced, businesscase.DoNotBuy, "", "0.00", "-150000.00"},
		"for nothing":                  {func(a *plan.AddOn) { a.Price = kr(0) }, &replaced, businesscase.Buy, "2014-09", "0.00", "266666.67"},
		"after the replacement":        {func(a *plan.AddOn) { a.From = date.New(2016, 2, 1) }, &replaced, businesscase.DoNotBuy, "2016-10", "0.00", "-150000.00"},
		"begun within a month":         {func(a *plan.AddOn) { a.From = date.New(2014, 9, 2) }, &replaced, businesscase.Buy, "2015-06", "0.00", "100000.00"},
		"replaced nobody knows when":   {func(*plan.AddOn) {}, nil, businesscase.Open, "2015-05", "0.00", "0.00"},
		"never, whenever it is":        {func(a *plan.AddOn) { a.Saving = kr(1) }, nil, businesscase.DoNotBuy, "", "0.00", "0.00"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			addOn := base
			test.change(&addOn)
			c := businesscase.JudgeAddOn(&addOn, test.replaced)
			assert.Equal(t, test.verdict.String(), c.Verdict.String())
			if test.payback == "" {
				assert.Nil(t, c.Payback)
			} else {
				require.NotNil(t, c.Payback)
				assert.Equal(t, test.payback, c.Payback.ISO())
			}
			money(t, test.exitCost, c.ExitCost)
			money(t, test.net, c.Net)
			require.NotEmpty(t, c.Reasons)
			assert.NotEmpty(t, c.Reasons[0].String())
		})
	}
}

func TestALaterReplacementNeverWorsensAnAddOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kr := func(label string) drejebog.Kroner {
			return drejebog.NewKroner(decimal.New(rapid.Int64Range(0, 1e9).Draw(t, label), -2))
		}
		from := date.New(2013, 1, 1) + date.Date(rapid.IntRange(0, 2000).Draw(t, "from"))
		addOn := plan.AddOn{Name: "M", From: from, Price: kr("price"), Yearly: kr("yearly"), Saving: kr("saving")}
		if rapid.Bool().Draw(t, "exit") {
			addOn.ExitCost = kr("exitCost")
		}
		if rapid.Bool().Draw(t, "bound") {
			bound := from + date.Date(rapid.IntRange(0, 3000).Draw(t, "boundTo"))
			addOn.BoundTo = &bound
		}
		replaced := from + date.Date(rapid.IntRange(-500, 4000).Draw(t, "replaced"))
		later := replaced + date.Date(rapid.IntRange(0, 2000).Draw(t, "later"))
		assert.LessOrEqual(t, businesscase.JudgeAddOn(&addOn, &replaced).Verdict, businesscase.JudgeAddOn(&addOn, &later).Verdict)
	})
}

func TestAddOnsOfThePlanAreHeldAgainstTheImplementation(t *testing.T) {
	b := caseOf(t, casePlan(t, `
addOns:
  dyrt: {name: Dyrt, system: kmd-sag, from: 2014-09-01, price: 900000, saving: 100000}
  godt: {name: Godt, system: kmd-aktiv, from: 2014-09-01, price: 10000, saving: 100000}
`))
	require.Len(t, b.AddOns, 2)
	assert.Equal(t, "2016-01-01", b.AddOns[0].Replaced.String(), "the start of the implementation, not the old system's end")
	assert.Equal(t, businesscase.DoNotBuy, b.AddOns[0].Verdict)
	assert.Equal(t, businesscase.Buy, b.AddOns[1].Verdict)
	i := slices.Index(codesOf(b.Findings), "DB-443")
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, 4, b.Findings[i].Place.Line)
}

func TestTheBenefitsPlanTellsOwnerBaselineTargetAndWhatWasRealised(t *testing.T) {
	b := caseOf(t, casePlan(t, `
people: {anna: {name: Anna, roles: [gevinstejer]}}
benefits:
  fejl: {name: Fejl, baseline: 100}
  svartid: {name: Svartid, project: sapa, owner: anna, unit: minutter, baseline: 12.5, target: 8, realised: {2017: 9.5, 2016: 12}}
`))
	require.Len(t, b.Benefits, 2)
	line := b.Benefits[1]
	assert.Equal(t, "Anna", line.Owner.DA)
	assert.Equal(t, "SAPA", line.ProjectName)
	require.Len(t, line.Years, 2)
	assert.Equal(t, "2016", line.Years[0].Year)
	assert.Equal(t, "0.6667", line.Progress.StringFixed(4), "3 of 4,5 minutes")
	assert.Nil(t, b.Benefits[0].Progress)
	i := slices.Index(codesOf(b.Findings), "DB-444")
	require.GreaterOrEqual(t, i, 0)
	assert.Contains(t, b.Findings[i].Text.DA, "den mangler et mål.", "that nobody owns it is told by readiness, once")
}

func TestTheJSONOfACaseSaysWhatTheCaseHolds(t *testing.T) {
	document := threePayments + `}
addOns: {modul: {name: Modul, system: kmd-aktiv, from: 2014-09-01, price: 150000, yearly: 40000, saving: 240000}}
benefits: {svartid: {name: Kortere svartid, project: sapa, owner: gevinstejer, unit: minutter, baseline: 12.5, target: 8, value: 120000, realised: {2016: 12}}}
`
	b := caseOf(t, casePlan(t, document))
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(documentOf(t, b)), &tree))
	assert.Equal(t, b.PresentValue.Decimal().StringFixed(2), tree["presentValue"])
	assert.Equal(t, "buy", tree["addOns"].([]any)[0].(map[string]any)["verdict"])
}

func TestACaseNeedsFixedPrices(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Prices.Current = true
	e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	_, err = businesscase.Of(e)
	assert.Error(t, err)
}

func BenchmarkBusinessCase(b *testing.B) {
	p := casePlan(b, threePayments+"}")
	e := estimateOf(b, p)
	for b.Loop() {
		_, err := businesscase.Of(e)
		require.NoError(b, err)
	}
}

// A contract of several systems is paid whole until the last of them ends, and
// what stands on contracts is what stood under businessCase in the first version.
func TestAPaymentStandsOnItsContractAndRunsUntilTheLastOfItsSystemsEnds(t *testing.T) {
	projects := "projects: {ky: {goLive: 2016-02-01}, ksd: {goLive: 2017-02-01}}\n"
	first := caseOf(t, casePlan(t, projects+"businessCase: {payments: {kmd-aktiv: 1, kmd-dagpenge: 700000, kmd-sag: 600000}}"))
	now := caseOf(t, casePlan(t, projects+`contracts:
  ydelser: {name: Ydelser, systems: [kmd-aktiv, kmd-dagpenge], payment: {amount: 700000}}
  sag-1: {name: Sag 1, systems: [kmd-sag], payment: {amount: 400000}}
  sag-2: {name: Sag 2, systems: [kmd-sag], payment: {amount: 200000, priceLevel: 2013-01-01}}
`))
	require.True(t, now.Complete())
	of := func(b *businesscase.Case, id string) (sums []string) {
		var total []drejebog.Kroner
		for i := range b.Rows {
			if !strings.HasPrefix(b.Rows[i].ID, id) {
				continue
			}
			total = append(total, make([]drejebog.Kroner, max(0, len(b.Rows[i].Years)-len(total)))...)
			for year, amount := range b.Rows[i].Years {
				total[year] = total[year].Add(amount)
			}
		}
		return amounts(total)
	}
	require.NotEmpty(t, of(first, "payment/kmd-sag"))
	assert.Equal(t, of(first, "payment/kmd-dagpenge"), of(now, "payment/kmd-dagpenge"), "dagpenge ends last")
	assert.Empty(t, of(now, "payment/kmd-aktiv"))
	assert.Equal(t, of(first, "payment/kmd-sag"), of(now, "payment/kmd-sag"))
}

// The contract's own notice and the last use of its systems decide, not a late notice
// of another contract.
func TestAContractIsPaidUntilTheLastUseWhateverAnotherContractHoldsBack(t *testing.T) {
	b := caseOf(t, casePlan(t, `contracts:
  both: {name: Begge, systems: [kmd-aktiv, kmd-sag], payment: {amount: 700000}}
  late: {name: Aktiv, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2016-01-15}
  days: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 1}}
`))
	require.True(t, b.Complete(), "%v", codesOf(b.Findings))
	saved := rowOf(t, b, "payment/kmd-sag")
	assert.Equal(t, "2016-04", saved.From.ISO())
	assert.Equal(t, "KMD Aktiv og KMD Sag spares", saved.Name.DA, "all that it is for")
}

// A system is used until it is replaced and paid until its contract ends: the start of
// a month is a month of use, and use beyond the contract is assumed to cost the same.
func TestAContractIsPaidForAsLongAsItBindsAndItsSystemIsUsed(t *testing.T) {
	for _, c := range []struct {
		terms, projects, from string
		beyond                bool
	}{
		{terms: "", from: "2016-04"},
		{terms: ", noticeMonths: 3, noticeTo: month", from: "2016-04"},
		{terms: ", noticeMonths: 3, noticeTo: month, noticeGiven: 2016-01-15", from: "2016-05"},
		{terms: ", noticeMonths: 3, noticeTo: year, noticeGiven: 2015-12-15", from: "2017-01"},
		{terms: ", end: 2017-03-31", from: "2017-04"},
		{terms: ", noticeMonths: 3, noticeTo: month, end: 2017-03-31", from: "2017-04"},
		{terms: ", end: 2016-02-29", from: "2016-04", beyond: true},
		{terms: "", projects: "projects: {sapa: {goLive: 2016-01-02}}\n", from: "2016-05"},
	} {
		b := caseOf(t, casePlan(t, c.projects+`contracts:
  sag: {name: Sag, systems: [kmd-sag], payment: {amount: 600000}`+c.terms+`}
  aktiv: {name: Aktiv, systems: [kmd-aktiv], payment: {amount: 1}}
  days: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 1}}
`))
		require.True(t, b.Complete(), "%v", codesOf(b.Findings))
		saved := rowOf(t, b, "payment/kmd-sag")
		assert.Equal(t, c.from, saved.From.ISO(), "%+v", c)
		assert.Equal(t, c.beyond, slices.Contains(codesOf(b.Estimate().Findings), "DB-447"), "%+v", c)
	}
}

func TestThePriceOfASystemCountsWhicheverOfAContractsSystemsItReplaces(t *testing.T) {
	b := caseOf(t, casePlan(t, `businessCase: {prices: {ky: 250000}}
contracts:
  both: {name: Begge, systems: [kmd-aktiv, kmd-sag], payment: {amount: 700000}}
  days: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 1}}
`))
	require.True(t, b.Complete(), "%v", codesOf(b.Findings))
	assert.NotContains(t, codesOf(b.Findings), "DB-445", "KY is no infrastructure")
	money(t, "-250000.00", rowOf(t, b, "price/ky").Yearly)
}

// What is taken out of the budget and paid all the same stands with the payments, once.
func TestASavingTakenOutOfTheBudgetIsNotCountedTwice(t *testing.T) {
	const payment = "projects: {ksd: {goLive: 2016-02-01}}\ncontracts: {d: {name: Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, payment: {amount: 900000%s}}}\n"
	of := func(more string) *businesscase.Case {
		b, err := businesscase.Of(estimatetest.Of(t, estimatetest.Vejen(t, fmt.Sprintf(payment, more))))
		require.NoError(t, err)
		return b
	}
	with, without := of(", takenOut: {2016: 825000}"), of("")
	require.NotEmpty(t, with.Rows)
	assert.Equal(t, without.Rows, with.Rows)
	assert.Positive(t, with.Estimate().Lacking(2016).Sign())
}
