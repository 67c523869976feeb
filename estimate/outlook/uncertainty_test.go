package outlook_test

import (
	"encoding/json"
	"math"
	"runtime"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// uncertainOf is the uncertainty of lines for Vejen, with one hourly rate and
// one driver as given.
func uncertainOf(t require.TestingT, rate *estimate.KronerRange, contracts int, factors [2]string, lines []estimate.Line, simulations ...outlook.Simulation) *outlook.Uncertainty {
	provenance := drejebog.Provenance{Certainty: drejebog.Stated}
	assumptions := estimate.Assumptions{
		PriceLevel: 2014,
		Rates:      []estimate.Rate{{Role: "it-arkitekt", Kind: estimate.Own, Kroner: *rate, Provenance: provenance}},
		Drivers: []assumed.Driver{{
			Driver: "contracts", Fixed: decimal.NewFromInt(int64(contracts)),
			Low: decimal.RequireFromString(factors[0]), High: decimal.RequireFromString(factors[1]), Provenance: provenance,
		}},
	}
	e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), published(lines...))
	require.NoError(t, err)
	u, err := outlook.Of(e, simulations...)
	require.NoError(t, err)
	return u
}

func float(k drejebog.Kroner) float64 { return k.Decimal().InexactFloat64() }

func TestUncertaintyByPencil(t *testing.T) {
	u := uncertainOf(t, kroner("400", "500", "700"), 20, [2]string{"0.5", "2"}, []estimate.Line{
		{Step: "4.1/overblik", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("10", "20", "40"), Per: "contracts"},
		{Step: "4.1/overblik", Role: "it-chef", Kind: estimate.External, Kroner: kroner("100000", "150000", "330000")},
	})
	// Hours: (10 + 58 + 40)/4.9 ± 30/4.6 for each of the contracts, of which
	// (10 + 58 + 40)/4.9 ± 30/4.6 at (400 + 1450 + 700)/4.9 ± 300/4.6 kr.
	h, sdH := 108/4.9, 30/4.6
	n, sdN := 108/4.9, 30/4.6
	r, sdR := 2550/4.9, 300/4.6
	x, sdX := (100000+435000+330000)/4.9, 230000/4.6
	variances := map[string]float64{
		"own":  sdH * n * r * sdH * n * r,
		"n":    h * sdN * r * h * sdN * r,
		"rate": h * n * sdR * h * n * sdR,
		"x":    sdX * sdX,
	}
	all := variances["own"] + variances["n"] + variances["rate"] + variances["x"]

	assert.InDelta(t, 200_000+150_000, float(u.InAll.Likely), 0.5)
	assert.InDelta(t, h*n*r+x, float(u.InAll.Mean), 1)
	assert.InDelta(t, math.Sqrt(all), float(u.InAll.SD), 1)
	assert.InDelta(t, h*n*r+x+0.8416212336*math.Sqrt(all), float(u.InAll.Within(0.8)), 1)
	assert.InDelta(t, x, float(u.NewMoney.Mean), 1)
	assert.InDelta(t, sdX, float(u.NewMoney.SD), 1)

	require.Len(t, u.Items, 4)
	got := map[string]float64{}
	for _, item := range u.Items {
		got[item.ID] = item.Share
	}
	assert.InDelta(t, variances["own"]/all, got["test: 4.1/overblik it-arkitekt own contracts @ 4.1/overblik"], 1e-9)
	assert.InDelta(t, variances["x"]/all, got["test: 4.1/overblik it-chef external @ 4.1/overblik"], 1e-9)
	assert.InDelta(t, variances["n"]/all, got["contracts"], 1e-9, "a driver is an item of its own")
	assert.InDelta(t, variances["rate"]/all, got["rate/it-arkitekt/own"], 1e-9, "and so is a rate")
}

func TestSharesOfTheVarianceAddUpToOneInRankOrder(t *testing.T) {
	for _, kommune := range []string{"Læsø", "Vejen", "København"} {
		e := estimateOf(t, plan.New(kommune))
		for _, year := range []int{0, 2014, 2015} {
			part := e
			if year != 0 {
				part, _ = e.InYear(year)
			}
			u, err := outlook.Of(part)
			require.NoError(t, err)
			sum := 0.0
			for i, item := range u.Items {
				sum += item.Share
				assert.False(t, item.Name.IsZero(), item.ID)
				assert.True(t, (item.Basis == nil) != (item.Input == nil), item.ID)
				if i > 0 {
					assert.LessOrEqual(t, item.Share, u.Items[i-1].Share)
				}
			}
			assert.InDelta(t, 1, sum, 1e-9, "%s %d", kommune, year)
			total := part.Total()
			assert.InDelta(t, float(total.Likely), float(u.InAll.Likely), 1)
			assert.InDelta(t, float(total.NewMoney), float(u.NewMoney.Likely), 1)
			assert.Negative(t, total.Low.Cmp(u.InAll.Within(0.001)), "not everything goes well at once")
			assert.Positive(t, total.High.Cmp(u.InAll.Within(0.999)), "nor badly")
		}
	}
}

func TestWhatThePlanStatesIsNoLongerUncertain(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"users@sapa": 500}
	u, err := outlook.Of(estimateOf(t, p))
	require.NoError(t, err)
	for _, item := range u.Items {
		assert.NotEqual(t, "users@sapa", item.ID)
	}
}

func TestPercentilesRiseAndTheMeanRisesWithAnyFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figure := rapid.IntRange(0, 1_000_000)
		low := figure.Draw(t, "low")
		likely := low + figure.Draw(t, "likely")
		high := likely + figure.Draw(t, "high")
		of := func(low, likely, high int) *outlook.Uncertainty {
			k := estimate.KronerRange{Low: drejebog.NewKroner(decimal.New(int64(low), -2)), Likely: drejebog.NewKroner(decimal.New(int64(likely), -2)), High: drejebog.NewKroner(decimal.New(int64(high), -2))}
			return uncertainOf(t, kroner("1", "1", "1"), 1, [2]string{"1", "1"},
				[]estimate.Line{{Step: "4.12/opstart", Role: "it-chef", Kind: estimate.External, Kroner: &k}}, outlook.Simulation{Samples: 500})
		}
		u := of(low, likely, high)
		more := figure.Draw(t, "more")
		assert.GreaterOrEqual(t, of(low, likely, high+more).InAll.Mean.Cmp(u.InAll.Mean), 0)
		assert.GreaterOrEqual(t, of(low, likely+more, high+more).InAll.Mean.Cmp(u.InAll.Mean), 0)
		for p := 0.05; p < 0.95; p += 0.05 {
			assert.LessOrEqual(t, u.InAll.Within(p).Cmp(u.InAll.Within(p+0.05)), 0)
			assert.LessOrEqual(t, u.Simulated[0].InAll.Within(p).Cmp(u.Simulated[0].InAll.Within(p+0.05)), 0)
		}
	})
}

func TestASimulationDrawsTheDistributionOfTheSameThreePoints(t *testing.T) {
	const n = 50_000
	for _, shape := range []threepoint.Shape{threepoint.TriangularShape, threepoint.PERTShape, threepoint.LognormalShape} {
		d, err := threepoint.Value{Low: 100_000, Likely: 150_000, High: 330_000, Ends: threepoint.OneIn100()}.Fit(shape)
		require.NoError(t, err)
		sd := math.Sqrt(d.Variance())
		u := uncertainOf(t, kroner("1", "1", "1"), 1, [2]string{"1", "1"},
			[]estimate.Line{{Step: "4.12/opstart", Role: "it-chef", Kind: estimate.External, Kroner: kroner("100000", "150000", "330000")}},
			outlook.Simulation{Shape: shape, Samples: n, Seed: 7})
		drawn := u.Simulated[0].InAll
		assert.InDelta(t, d.Mean(), float(drawn.Mean), 4*sd/math.Sqrt(n), shape.String())
		assert.InEpsilon(t, sd, float(drawn.SD), 0.02, shape.String())
		assert.InDelta(t, d.Quantile(0.8), float(drawn.Within(0.8)), 4*1.9*sd/math.Sqrt(n), shape.String())
		assert.Equal(t, drawn.Within(0.8).String(), u.Simulated[0].NewMoney.Within(0.8).String())
	}
}

func TestLinesOfOneDriverMoveTogetherAsFarAsTheyAreSaidTo(t *testing.T) {
	line := func(step string) estimate.Line {
		return estimate.Line{Step: step, Role: "it-chef", Kind: estimate.External, Kroner: kroner("1000", "2000", "4500"), Per: "contracts"}
	}
	sd := func(correlation float64, lines ...estimate.Line) float64 {
		u := uncertainOf(t, kroner("1", "1", "1"), 10, [2]string{"1", "1"}, lines,
			outlook.Simulation{Shape: threepoint.TriangularShape, Samples: 50_000, Correlation: correlation})
		return float(u.Simulated[0].InAll.SD)
	}
	alone := sd(0, line("4.1/overblik"))
	assert.InEpsilon(t, math.Sqrt2*alone, sd(0, line("4.1/overblik"), line("4.12/opstart")), 0.02)
	assert.InEpsilon(t, 2*alone, sd(1, line("4.1/overblik"), line("4.12/opstart")), 0.02)
	half := sd(0.5, line("4.1/overblik"), line("4.12/opstart"))
	assert.InEpsilon(t, math.Sqrt(2+2*0.49)*alone, half, 0.02)
}

func TestASharedDriverMovesItsLinesTogether(t *testing.T) {
	// Two lines of known price and ten contracts, or from five to twenty: what
	// is uncertain is the one driver, so the spreads add.
	line := func(step string) estimate.Line {
		return estimate.Line{Step: step, Role: "it-chef", Kind: estimate.External, Kroner: kroner("1000", "1000", "1000"), Per: "contracts"}
	}
	simulation := outlook.Simulation{Samples: 20_000}
	one := uncertainOf(t, kroner("1", "1", "1"), 10, [2]string{"0.5", "2"}, []estimate.Line{line("4.1/overblik")}, simulation)
	two := uncertainOf(t, kroner("1", "1", "1"), 10, [2]string{"0.5", "2"}, []estimate.Line{line("4.1/overblik"), line("4.12/opstart")}, simulation)
	assert.InDelta(t, 2*float(one.InAll.SD), float(two.InAll.SD), 2)
	assert.InDelta(t, 2*float(one.Simulated[0].InAll.SD), float(two.Simulated[0].InAll.SD), 2)
	assert.InDelta(t, 1, two.Items[0].Share, 1e-9)
	assert.Equal(t, "contracts", two.Items[0].ID)
}

func TestTheSameSimulationGivesTheSameBytesOnAnyNumberOfCores(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	run := func(cores int) string {
		before := runtime.GOMAXPROCS(cores)
		defer runtime.GOMAXPROCS(before)
		u, err := outlook.Of(e, outlook.Simulation{Seed: 3, Samples: 3000, Correlation: 0.5})
		require.NoError(t, err)
		return documentOf(t, u)
	}
	one := run(1)
	for _, cores := range []int{2, 5} {
		assert.Equal(t, one, run(cores))
	}
}

func TestASimulationOutOfBoundsIsRefused(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	for _, s := range []outlook.Simulation{{Samples: -1}, {Samples: 1_000_001}, {Correlation: -0.1}, {Correlation: 1.1}, {Correlation: math.NaN()}} {
		_, err := outlook.Of(e, s)
		var fault *outlook.SimulationError
		require.ErrorAs(t, err, &fault)
		said := drejebog.BuiltInWords().Of(err)
		assert.Contains(t, said.DA, map[bool]string{true: "trækker fra 1 til 1.000.000 gange: ", false: "ligger fra 0 til 1: "}[fault.Kind == outlook.SamplesOutOfBounds]+fault.Value)
	}
	_, err := outlook.Of(e, outlook.Simulation{Shape: 9})
	var fault *threepoint.ValueError
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, threepoint.UnknownShape, fault.Kind)
}

func TestUncertaintySaysWhatItRestsOn(t *testing.T) {
	u := uncertainOf(t, kroner("400", "500", "700"), 20, [2]string{"0.5", "2"}, []estimate.Line{
		{Step: "4.1/overblik", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("10", "20", "40"), Per: "contracts"},
		{Step: "4.1/overblik", Role: "it-chef", Kind: estimate.External, Kroner: kroner("100000", "150000", "330000")},
	}, outlook.Simulation{Seed: 1}, outlook.Simulation{Seed: 1, Shape: threepoint.LognormalShape, Correlation: 0.5})
	golden.File(t, "testdata/uncertainty.txt", pageOf(t, u, lang.Danish))
	golden.File(t, "testdata/uncertainty-en.txt", pageOf(t, u, lang.English))
	assumed, err := outlook.Of(estimateOf(t, plan.New("Vejen")))
	require.NoError(t, err)
	assert.Contains(t, estimatetest.Flat(pageOf(t, assumed, lang.Danish)), "100 % af kronerne hviler på antagelser")
	var document map[string]any
	require.NoError(t, json.Unmarshal([]byte(documentOf(t, u)), &document))
	assert.NotContains(t, document, "caveat", "assumedShare says it to a program")
	assert.Equal(t, "pert", document["simulated"].([]any)[0].(map[string]any)["shape"])
}

func BenchmarkSimulation(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for _, s := range []struct {
		name string
		of   outlook.Simulation
	}{
		{"triangular", outlook.Simulation{Shape: threepoint.TriangularShape}},
		{"pert", outlook.Simulation{Shape: threepoint.PERTShape}},
		{"lognormal", outlook.Simulation{Shape: threepoint.LognormalShape}},
		{"pert/correlated", outlook.Simulation{Shape: threepoint.PERTShape, Correlation: 0.5}},
	} {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				_, err := outlook.Of(e, s.of)
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkUncertainty(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for b.Loop() {
		_, err := outlook.Of(e)
		require.NoError(b, err)
	}
}

func TestTheTwoExpectedAmountsAreToldApart(t *testing.T) {
	e := estimateOf(t, plan.New("Lemvig"))
	u, err := outlook.Of(e)
	require.NoError(t, err)
	total := e.Total()
	assert.Equal(t, total.Mean().Round(0).String(), u.InAll.OfLines.String())
	assert.NotEqual(t, u.InAll.Mean.String(), u.InAll.OfLines.String(), "drivers and rates count in one of them")
	assert.Negative(t, u.NewMoney.OfLines.Cmp(u.InAll.OfLines))
	page := pageOf(t, u, lang.Danish)
	for _, words := range []string{"Forventet af linjerne alene (middelværdi)", "Forventet med generelle forhold (middelværdi)", "derfor er de to forventede tal ikke ens"} {
		assert.Contains(t, estimatetest.Flat(page), words)
	}
}
