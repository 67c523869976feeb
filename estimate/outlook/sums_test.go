package outlook

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The amounts of many samples at once are those of one after the other.
func TestAmountsAreThoseOfEachSample(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		t.Run(name, func(t *testing.T) {
			simulated := func(one bool) *risk.Result {
				m, err := networkOf(estimatetest.Of(t, p).AllYears(), newCurves(Simulation{}.usual().Shape))
				require.NoError(t, err)
				money, err := moneyOf(m, Simulation{Correlation: 0.3}.usual())
				require.NoError(t, err)
				m.Amounts, m.Sums = 2*len(money.years)+2, money.sums
				if one {
					m.Sums, m.Money = nil, money.ofOne
				}
				r, err := risk.Simulate(context.Background(), &m.Model, risk.Options{Samples: 300, DatesOnly: true, Seed: 5})
				require.NoError(t, err)
				return r
			}
			want, got := simulated(true), simulated(false)
			for i := range want.Amounts {
				assert.InDeltaSlice(t, want.Amounts[i].Samples(), got.Amounts[i].Samples(), 1e-6, "amount %d", i)
			}
		})
	}
}

// ofOne fills in the new money of each year, then the hours of each, then both in all.
func (m *money) ofOne(s *risk.Sample, amounts []float64) {
	n := len(m.years)
	for i := range m.rows {
		m.rows[i].put(m, s, amounts)
	}
	for i := range m.risks {
		r := &m.risks[i]
		if !s.Happens(r.event) {
			continue
		}
		day := r.planned
		if r.activity >= 0 {
			day = max(day, s.Finish(r.activity)-r.back)
		}
		year := m.yearOf(day)
		if r.undated {
			year = n - 1
		}
		amounts[year] += r.likely * m.factor(s, r.other)
	}
	for y := range n {
		amounts[2*n] += amounts[y]
		amounts[2*n+1] += amounts[n+y]
	}
}

// factor is what a draw makes of what is likely.
func (m *money) factor(s *risk.Sample, other int) float64 {
	if other < 0 {
		return 1
	}
	f := &m.scales[other]
	return f.offset + f.span*s.Other(other)
}

// span is when a row lies in a sample, and how many months it goes on.
func (r *row) span(m *money, s *risk.Sample) (start, finish cpm.Instant) {
	switch {
	case r.activity < 0:
		return r.start, r.finish
	case r.instant:
		return r.daysFrom(s.Finish(r.activity))
	case r.from != nil || r.until != nil:
		return latestOf(s, r.start, r.from), latestOf(s, r.finish, r.until)
	case !r.placed:
		return s.Start(r.activity), s.Finish(r.activity)
	}
	length := s.Duration(r.activity)
	if earliest := s.Start(r.activity); length <= r.length {
		start = max(r.start, earliest)
		return start, m.work.Add(start, length)
	}
	finish = max(r.finish, s.Finish(r.activity))
	return max(m.work.Add(finish, -length), s.Start(r.activity)), finish
}

// latestOf is the last of a planned instant and what it waits for.
func latestOf(s *risk.Sample, planned cpm.Instant, of []bound) cpm.Instant {
	for _, b := range of {
		planned = max(planned, s.Finish(b.activity)+b.days)
	}
	return planned
}

// put adds a row's money and hours to the years in which it lies.
func (r *row) put(m *money, s *risk.Sample, amounts []float64) {
	start, finish := r.span(m, s)
	stays := start == r.start && finish == r.finish
	n := len(m.years)
	for i := range r.lines {
		line := &r.lines[i]
		kroner := m.factor(s, line.other)
		hours := kroner
		for _, c := range line.shares {
			kroner *= m.factor(s, c)
		}
		for _, c := range line.hourly {
			hours *= m.factor(s, c)
		}
		if longer := r.longer(m, line, start, finish); !stays && longer > 0 {
			kroner, hours = kroner*longer, hours*longer
		}
		line.newMoney.put(m, start, finish, kroner, stays || r.activity < 0, amounts[:n])
		line.hours.put(m, start, finish, hours, stays || r.activity < 0, amounts[n:2*n])
	}
}

// longer is how many times what is planned a line takes that costs by its length; 0 for
// one that does not.
func (r *row) longer(m *money, line *lineOf, start, finish cpm.Instant) float64 {
	switch {
	case line.months > 0:
		return float64(monthsOf(start, finish)) / float64(line.months)
	case line.goesOn && r.length > 0:
		return float64(m.work.Between(start, finish)) / float64(r.length)
	}
	return 0
}

// put adds an amount to the years from start to finish, none before the first in which
// it is planned.
func (l *laid) put(m *money, start, finish cpm.Instant, factor float64, stays bool, amounts []float64) {
	switch {
	case len(l.years) == 0:
	case stays || l.stays:
		for k, y := range l.years {
			amounts[y] += factor * l.amounts[k]
		}
	default:
		first, all := l.years[0], factor*l.all
		m.lay(start, finish, func(y int, share float64) { amounts[max(y, first)] += share * all })
	}
}
