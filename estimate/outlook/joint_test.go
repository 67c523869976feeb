package outlook_test

import (
	"context"
	"runtime"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func gateOf(t require.TestingT, j *outlook.Joint, id string) *outlook.Gate {
	for i := range j.Gates {
		if j.Gates[i].ID == id {
			return &j.Gates[i]
		}
	}
	require.Fail(t, "no gate", id)
	return nil
}

func TestTheSameSeedGivesTheSameBytesOnAnyCores(t *testing.T) {
	e := estimateOf(t, plan.New("Roskilde"))
	two := documentOf(t, joint(t, e, 2000))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	assert.Equal(t, two, documentOf(t, joint(t, e, 2000)))
}

func TestARiskDelaysWhatItNamesAndCostsWhatItSays(t *testing.T) {
	p := plan.New("Roskilde")
	before := joint(t, estimateOf(t, p), 4000)
	p.Risks = map[string]plan.Risk{"udbud": {
		What: "Leverandøren falder fra", Task: "golive@sapa", Probability: decimal.RequireFromString("0.5"),
		Delay:  &plan.WorkdaysRange{Low: 60, Likely: 60, High: 60},
		Kroner: &plan.KronerRange{Low: drejebog.KronerFromOere(100_000_000), Likely: drejebog.KronerFromOere(100_000_000), High: drejebog.KronerFromOere(100_000_000)},
	}}
	after := joint(t, estimateOf(t, p), 4000)
	assert.Equal(t, gateOf(t, before, "golive@ky").Chance, gateOf(t, after, "golive@ky").Chance, "no other draw changes")
	was, is := gateOf(t, before, "golive@sapa"), gateOf(t, after, "golive@sapa")
	assert.Less(t, is.Chance, was.Chance)
	assert.Greater(t, is.P80, was.P80)
	more := after.InAll.NewMoney.Mean.Sub(before.InAll.NewMoney.Mean).Decimal().InexactFloat64()
	assert.InDelta(t, 500_000, more, 4*500_000/63.2, "a million in half of the samples")
}

func TestDaysRiseWithTheirChanceAndBothHoldNoOftenerThanEach(t *testing.T) {
	p := plan.New("Roskilde")
	e := estimateOf(t, p)
	j := joint(t, e, 2000)
	for i := range j.Gates {
		g := &j.Gates[i]
		assert.GreaterOrEqual(t, g.P80, g.P50, g.ID)
		assert.GreaterOrEqual(t, g.P90, g.P80, g.ID)
		assert.GreaterOrEqual(t, g.P50, g.Planned, g.ID)
		assert.LessOrEqual(t, g.PlannedChance, g.Chance, g.ID)
	}
	for _, b := range j.Together {
		assert.LessOrEqual(t, b.Chance, min(b.Date, b.Money)+1e-9, b.Gate)
		assert.GreaterOrEqual(t, b.Chance, b.Date+b.Money-1-1e-9, b.Gate)
		for i := 1; i < len(b.SevenIn); i++ {
			assert.Greater(t, b.SevenIn[i].By, b.SevenIn[i-1].By)
			assert.LessOrEqual(t, b.SevenIn[i].Money.Cmp(b.SevenIn[i-1].Money), 0, "who waits longer needs no more")
		}
	}
}

func TestWhatFallsInYearsIsAllOfIt(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		j := joint(t, estimateOf(t, p), 500)
		money, hours := 0.0, 0.0
		for i := range j.Years {
			money += j.Years[i].NewMoney.Mean.Decimal().InexactFloat64()
			hours += j.Years[i].Hours.Mean.Decimal().InexactFloat64()
		}
		assert.InDelta(t, j.InAll.NewMoney.Mean.Decimal().InexactFloat64(), money, float64(len(j.Years)), name)
		assert.InDelta(t, j.InAll.Hours.Mean.Decimal().InexactFloat64(), hours, float64(len(j.Years)), name)
	}
}

func TestASimulationOfBothStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := outlook.JointOf(ctx, estimateOf(t, plan.New("Roskilde")), outlook.Simulation{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestWhatARiskHitsDecidesWhenItCosts(t *testing.T) {
	kroner := &plan.KronerRange{High: drejebog.KronerFromOere(200_000_000)}
	for task, year := range map[string]int{"": 2014, "golive@sapa": 2016, "6.3/opsigelse@kmd-aktiv": 2015} {
		p := plan.New("Roskilde")
		before := joint(t, estimateOf(t, p), 500)
		p.Risks = map[string]plan.Risk{"x": {What: "X", Task: task, Probability: decimal.NewFromInt(1), Kroner: kroner}}
		after := joint(t, estimateOf(t, p), 500)
		for i := range after.Years {
			was := slices.IndexFunc(before.Years, func(y outlook.Spent) bool { return y.Year == after.Years[i].Year })
			require.GreaterOrEqual(t, was, 0)
			more := after.Years[i].NewMoney.Mean.Sub(before.Years[was].NewMoney.Mean).Decimal().InexactFloat64()
			assert.Equal(t, after.Years[i].Year == year, more > 50_000, "%s in %d: %.0f", task, after.Years[i].Year, more)
		}
	}
}

func TestARiskThatCannotMoveItsTaskIsTold(t *testing.T) {
	delay := &plan.WorkdaysRange{Low: 5, Likely: 10, High: 20}
	p := estimatetest.GoingLive("Vejen", &plan.When{Unknown: true})
	p.Risks = map[string]plan.Risk{
		"uden-dato": {What: "A", Task: "golive@sapa", Probability: decimal.NewFromInt(1), Delay: delay},
		"fast":      {What: "B", Task: "budget/2015", Probability: decimal.NewFromInt(1), Delay: delay},
	}
	assert.Equal(t, []string{"fast", "uden-dato"}, joint(t, estimateOf(t, p), 100).Unmoved)
}

func TestATaskThatIsOverdueLeavesTheOthersUncertain(t *testing.T) {
	p := estimatetest.Sample(t, "odense.yaml")
	before := gateOf(t, joint(t, estimateOf(t, p), 500), "6.3/opsigelse@kmd-aktiv").Decides
	day := estimatetest.Day(t, "2013-10-01")
	p.Tasks["4.13/strategi@sapa"] = plan.Task{ActualStart: &day, Status: plan.InProgress}
	after := gateOf(t, joint(t, estimateOf(t, p), 500), "6.3/opsigelse@kmd-aktiv").Decides
	assert.Equal(t, len(before), len(after))
}

func TestWhatNobodyHasPromisedIsNotCertain(t *testing.T) {
	j := joint(t, estimateOf(t, plan.New("Roskilde")), 1000)
	g := gateOf(t, j, "4.8/bekraeftet@ky")
	assert.Less(t, g.Chance, 1.0, "it waits for a list that nobody has promised")
	var owed []string
	for _, d := range g.Decides {
		if m := j.Estimate().Schedule().Milestone(d.ID); m != nil && m.Milestone.Kind == drejebog.Deliverable {
			owed = append(owed, d.ID)
		}
	}
	assert.NotEmpty(t, owed)
}
