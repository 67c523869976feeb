package outlook_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withRisk is Roskilde with a risk that delays a go-live and costs half a million.
func withRisk() *plan.Plan {
	p := plan.New("Roskilde")
	money := drejebog.KronerFromOere(50_000_000)
	p.Risks = map[string]plan.Risk{"udbud": {
		What: "Leverandøren falder fra", Task: "golive@sapa", Probability: decimal.RequireFromString("0.5"),
		Delay: &plan.WorkdaysRange{Low: 60, Likely: 60, High: 60}, Kroner: &plan.KronerRange{Low: money, Likely: money, High: money},
	}}
	return p
}

func measured(t require.TestingT, before, after *plan.Plan, samples int) *outlook.Measure {
	m, err := outlook.MeasureOf(joint(t, estimateOf(t, before), samples), joint(t, estimateOf(t, after), samples))
	require.NoError(t, err)
	return m
}

func TestARiskThatIsGoneBuysDaysAndKroner(t *testing.T) {
	m := measured(t, withRisk(), plan.New("Roskilde"), 2000)
	assert.True(t, m.Price.IsZero(), "nothing is paid for it")
	assert.InDelta(t, 250_000, m.Money.Decimal().InexactFloat64(), 4*250_000/44.7, "half a million in half of the samples")
	for _, g := range m.Gates {
		if g.After.ID == "golive@sapa" {
			assert.Positive(t, g.Days)
			assert.Positive(t, g.Mean)
		}
		if g.After.Project == "sapa" && g.Before.Planned >= date.New(2016, 1, 1) {
			continue // with its start of implementation
		}
		assert.Zero(t, g.Days, g.After.ID)
		assert.InDelta(t, 0, g.Mean, 1e-9, "no other draw changes")
	}
}

func TestAnEditThatIsNoneBuysNothing(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		m := measured(t, p, p, 100)
		for _, g := range m.Gates {
			assert.Zero(t, g.Days, name)
			assert.Zero(t, g.Mean, name)
		}
		assert.True(t, m.Money.IsZero() && m.Within.IsZero() && m.Fewer.IsZero() && m.Price.IsZero(), name)
		for _, y := range m.Years {
			assert.Equal(t, y.Before.NewMoney.Mean, y.After.NewMoney.Mean, name)
		}
	}
}

func TestOnlyTheSameDrawsAreComparable(t *testing.T) {
	j := joint(t, estimateOf(t, plan.New("Roskilde")), 100)
	_, err := outlook.MeasureOf(j, joint(t, estimateOf(t, plan.New("Roskilde")), 200))
	assert.Equal(t, outlook.OtherDraws, err)
	_, err = outlook.MeasureOf(j, joint(t, estimateOf(t, plan.New("Odense")), 100))
	assert.Equal(t, outlook.OtherKommune, err)
	for _, one := range [][2]*outlook.Joint{{nil, j}, {j, nil}, {{}, j}} {
		_, err = outlook.MeasureOf(one[0], one[1])
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
}

func TestEveryMeasureHoldsToItsSchema(t *testing.T) {
	m := measured(t, withRisk(), estimatetest.GoingLive("Roskilde", &plan.When{Unknown: true}), 100)
	schema, err := form.Schema("What a measure buys", outlook.Measure{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/risk-measure.schema.json", schema, documentOf(t, *m))
	estimatetest.HasOneForm(t, *m)
	estimatetest.HasOneForm(t, outlook.Measure{})
	estimatetest.HasOneForm(t, m.Years[0])
	estimatetest.HasOneForm(t, outlook.Bought{})
	estimatetest.HasOneForm(t, m.After.Delay)
}

// Work that goes on until go-live takes more hours when go-lives slip.
func TestAMonthOfDelayCostsHours(t *testing.T) {
	j := joint(t, estimateOf(t, plan.New("Roskilde")), 2000)
	assert.Positive(t, j.Delay.Hours.Sign())
	hours, months := j.Delay.Hours.Decimal().InexactFloat64(), 3.0
	assert.Less(t, hours*months, j.InAll.Hours.Mean.Decimal().InexactFloat64(), "three months cost less than all of it")
}
