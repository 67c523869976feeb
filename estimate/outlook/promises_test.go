package outlook

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/stretchr/testify/assert"
)

func TestDelaysAreThoseOfTheSource(t *testing.T) {
	// The budget estimates on the day, the exit guide 36 days late, the guide to
	// organisation 58, the list of requirements 121.
	assert.Equal(t, []float64{0, 36, 58, 121}, delays(booktest.Book(t)))
}

func TestWhatWasSeenIsDrawnBetween(t *testing.T) {
	seen := observed{0, 36, 58, 121}
	for p, want := range map[float64]float64{0: 0, 1.0 / 6: 18, 1.0 / 3: 36, 0.5: 47, 1: 121} {
		assert.InDelta(t, want, seen.Quantile(p), 1e-9)
		assert.InDelta(t, p, seen.CDF(want), 1e-9)
	}
	assert.InDelta(t, (18+47+89.5)/3, seen.Mean(), 1e-9)
	n, sum, squares := 30_000, 0.0, 0.0
	for i := range n {
		x := seen.Quantile((float64(i) + 0.5) / float64(n))
		sum += x
		squares += x * x
	}
	mean := sum / float64(n)
	assert.InDelta(t, mean, seen.Mean(), 1e-3)
	assert.InDelta(t, squares/float64(n)-mean*mean, seen.Variance(), 0.1)
}

func TestTheNextMayComeLaterThanAllThatWereSeen(t *testing.T) {
	tails := withTails([]float64{0, 36, 58, 121})
	assert.Equal(t, observed{0, 0, 36, 58, 121, 184}, tails)
	assert.InDelta(t, 0.8, tails.CDF(121), 1e-9, "the next is the latest of five with the chance one in five")
}

func TestAPromiseThatIsOverdueComesLater(t *testing.T) {
	seen := withTails([]float64{0, 36, 58, 121})
	left := seen.beyond(58)
	assert.InDelta(t, 58, left.Quantile(0), 1e-9)
	assert.InDelta(t, 121, left.Quantile(0.5), 1, "of what is left half lies beyond the latest")
	assert.InDelta(t, 184, left.Quantile(1), 1e-9)
	assert.Equal(t, seen, seen.beyond(-1))
	assert.InDelta(t, 500, seen.beyond(500).Quantile(0.5), 1e-9, "nobody knows more than that it has not come")
}
