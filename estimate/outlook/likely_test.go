package outlook

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With every draw at its likely value a sample is the schedule to the day and the
// estimate to the øre.
func TestTheLikelySampleIsThePlan(t *testing.T) {
	held := 0
	for name, p := range estimatetest.EveryKind(t) {
		t.Run(name, func(t *testing.T) {
			e := estimatetest.Of(t, p)
			if isLate(e.Schedule()) {
				return // its go-lives cannot hold: they come later in every sample
			}
			held++
			m, err := networkOf(e, newCurves(Simulation{}.usual().Shape))
			require.NoError(t, err)
			money, err := moneyOf(m, Simulation{}.usual())
			require.NoError(t, err)
			m.Durations, m.Dates = nil, nil
			for i := range m.Events {
				m.Events[i].Probability, m.Events[i].Effects = 0, nil
			}
			for i := range money.scales {
				money.scales[i] = scale{offset: 1}
			}
			var tasks []*timeline.Task
			for i := range m.sched.Tasks {
				k := &m.sched.Tasks[i]
				if a, ok := m.net.Index[k.ID]; ok && !k.LevelOfEffort && !k.Placed && k.Finish.Known() {
					m.Targets, tasks = append(m.Targets, a), append(tasks, k)
				}
			}
			m.Amounts, m.Sums = 2*len(money.years)+2, money.sums
			r, err := risk.Simulate(context.Background(), &m.Model, risk.Options{Samples: 8, DatesOnly: true})
			require.NoError(t, err)
			for i, k := range tasks {
				assert.Equal(t, k.Finish.Date, date.Date(r.Targets[i].Finish.Samples()[0])-1, k.ID)
			}
			n := len(money.years)
			for y, year := range money.years {
				var want estimate.Totals
				for i := range e.Years {
					if e.Years[i].Year == year {
						want = e.Years[i].Totals
					}
				}
				assert.InDelta(t, want.NewMoney.Decimal().InexactFloat64(), r.Amounts[y].Samples()[0], 0.004, "money of %d", year)
				assert.InDelta(t, want.Hours.Decimal().InexactFloat64(), r.Amounts[n+y].Samples()[0], 0.004, "hours of %d", year)
			}
		})
	}
	assert.GreaterOrEqual(t, held, 7)
}

// isLate reports whether something that must precede a hard end is too late for it.
func isLate(s *timeline.Schedule) bool {
	for i := range s.Tasks {
		if t := &s.Tasks[i]; t.HasFloat() && t.TotalFloat < 0 {
			return true
		}
	}
	for i := range s.Milestones {
		if m := &s.Milestones[i]; m.HasFloat() && m.TotalFloat < 0 {
			return true
		}
	}
	return false
}
