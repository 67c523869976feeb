package outlook_test

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsMadeCertainGains(t *testing.T) {
	p := plan.New("Roskilde")
	p.Risks = map[string]plan.Risk{"udbud": {
		What: "Leverandøren falder fra", Task: "golive@sapa", Probability: decimal.RequireFromString("0.5"),
		Delay: &plan.WorkdaysRange{Low: 60, Likely: 60, High: 60},
	}}
	j := joint(t, estimateOf(t, p), 2000)
	assert.Nil(t, j.Gains, "nobody asked")
	golive := gateOf(t, j, "golive@sapa")
	assert.Nil(t, golive.Decides[0].Ranks, "nobody asked")
	require.NoError(t, j.Weigh(context.Background()))
	for _, d := range golive.Decides {
		if require.NotNil(t, d.Ranks, d.ID); d.Criticality > 0.5 {
			assert.Greater(t, *d.Ranks, 0.1, d.ID)
		}
		assert.LessOrEqual(t, *d.Ranks, 1.0)
	}
	seen := map[string]bool{}
	for i, g := range j.Gains {
		assert.True(t, gateOf(t, j, g.Gate).GoLive)
		seen[g.Gate] = true
		if i > 0 && j.Gains[i-1].Gate == g.Gate {
			assert.LessOrEqual(t, g.Days, j.Gains[i-1].Days, "the most first")
		}
		if g.Kind == risk.EventKind {
			assert.Equal(t, "udbud", g.ID)
			assert.Equal(t, "golive@sapa", g.Gate, "it delays no other")
			assert.Positive(t, g.Days)
			seen["event"] = true
		}
	}
	assert.Len(t, seen, 5, "four go-lives and the risk")
	again := joint(t, estimateOf(t, p), 2000)
	require.NoError(t, again.Weigh(context.Background()))
	assert.Equal(t, j.Gains, again.Gains)
}

func TestWhatNobodyComputedHasNothingToWeigh(t *testing.T) {
	var none *outlook.Joint
	for _, j := range []*outlook.Joint{none, {}} {
		assert.ErrorIs(t, j.Weigh(context.Background()), estimate.ErrNotComputed)
	}
}

func TestWhatDecidesAnothersDateIsCritical(t *testing.T) {
	j := joint(t, estimateOf(t, plan.New("Roskilde")), 500)
	require.NotEmpty(t, j.Critical)
	for id, share := range j.Critical {
		assert.Greater(t, share, 0.0, id)
		assert.LessOrEqual(t, share, 1.0, id)
	}
	assert.NotContains(t, j.Critical, "golive@ky", "a go-live decides itself, and nothing waits for it")
}

func TestTheDrawsAreThoseOfTheChances(t *testing.T) {
	j := joint(t, estimateOf(t, plan.New("Roskilde")), 500)
	for i := range j.Together {
		b := &j.Together[i]
		g, held := gateOf(t, j, b.Gate), 0
		for _, d := range b.Draws(500) {
			if d.By <= g.Hard {
				held++
			}
		}
		assert.InDelta(t, g.Chance, float64(held)/500, 1e-9, b.Gate)
		assert.Len(t, b.Draws(20), 20)
		assert.Empty(t, b.Draws(-1))
	}
	assert.Empty(t, (&outlook.Both{}).Draws(5))
}
