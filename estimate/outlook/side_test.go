package outlook

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is paid at a milestone that closes its day is paid on that day, in its year: the
// last use of KMD Sag on the last day of 2016.
func TestWhatFallsAtTheEndOfADayFallsInItsYear(t *testing.T) {
	p := estimatetest.Vejen(t, "asOf: 2014-06-27\nprojects: {ky: {goLive: 2016-10-01}, ksd: {goLive: 2016-10-01}, sapa: {goLive: 2016-10-01}, stoettesystemerne: {goLive: 2016-09-01}}\n")
	s := estimatetest.Schedule(t, p)
	require.Equal(t, "2016-12-31", s.Milestone("end@kmd-sag").Date.Date.String())
	for _, days := range []int{1, -1} {
		line := estimate.Line{Milestone: "end", Days: days, Role: "it-chef", Kind: estimate.External, Projects: []string{"sapa"}, Kroner: estimatetest.Kroner("1000", "1000", "1000")}
		e, err := estimate.Compute(s, estimatetest.Published(line))
		require.NoError(t, err)
		require.NotEmpty(t, e.Cells)
		m, err := networkOf(e, newCurves(Simulation{}.usual().Shape))
		require.NoError(t, err)
		money, err := moneyOf(m, Simulation{}.usual())
		require.NoError(t, err)
		m.Durations, m.Dates, m.Events = nil, nil, nil
		m.Amounts, m.Sums = 2*len(money.years)+2, money.sums
		r, err := risk.Simulate(context.Background(), &m.Model, risk.Options{Samples: 8, DatesOnly: true})
		require.NoError(t, err)
		for y, year := range money.years {
			want := 0.0
			for i := range e.Years {
				if e.Years[i].Year == year {
					want = e.Years[i].NewMoney.Decimal().InexactFloat64()
				}
			}
			assert.InDelta(t, want, r.Amounts[y].Samples()[0], 0.004, "%d days: money of %d", days, year)
		}
	}
}

// All of a row is laid out, also what a sample begins before the first year that the estimate has.
func TestNothingBeforeTheFirstYearIsLost(t *testing.T) {
	s := estimatetest.Schedule(t, estimatetest.Vejen(t, "asOf: 2014-06-27\n"))
	line := estimate.Line{Milestone: "golive", Days: 1, Role: "it-chef", Kind: estimate.External, Projects: []string{"sapa"}, Kroner: estimatetest.Kroner("1000", "1000", "1000")}
	e, err := estimate.Compute(s, estimatetest.Published(line))
	require.NoError(t, err)
	m, err := networkOf(e, newCurves(Simulation{}.usual().Shape))
	require.NoError(t, err)
	money, err := moneyOf(m, Simulation{}.usual())
	require.NoError(t, err)
	first := money.starts[0]
	for _, span := range [][2]cpm.Instant{{first - 40, first + 400}, {first - 40, first + 20}, {first - 40, first - 20}, {first + 20, first + 800}, {first - 800, first + 800}} {
		sum := 0.0
		money.lay(span[0], span[1], func(_ int, share float64) { sum += share })
		assert.InDelta(t, 1, sum, 1e-12, "%v", span)
	}
}
