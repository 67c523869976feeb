package outlook

import (
	"math"
	"slices"
	"sort"

	"github.com/drejebog/monopolbrud/drejebog"
)

// delays are how many days after their promise the playbook's deliverables came that
// were promised and delivered by its edition, each once, rising: the reference class for
// what is promised still.
func delays(book *drejebog.Playbook) []float64 {
	var days []float64
	seen := map[string]bool{}
	for i := range book.Milestones {
		m := &book.Milestones[i]
		if m.Kind != drejebog.Deliverable || m.Promised == nil || m.Delivered == nil || seen[m.ID] {
			continue
		}
		seen[m.ID] = true
		days = append(days, max(0, float64(m.Delivered.When.Last-m.Promised.When.Last)))
	}
	slices.Sort(days)
	return days
}

// observed is a quantity of which some values were seen: any between two neighbours is
// as likely as between two others. (Quantile 7 of R. J. Hyndman and Y. Fan, The American
// Statistician 50, 1996.)
type observed []float64

// withTails are values of which the next may lie beyond the least and the most, each as
// likely as between two neighbours, and by as much as its neighbour is away: of n equal
// cases the next is the most with the chance 1/(n+1). None is below zero.
func withTails(seen []float64) observed {
	n := len(seen)
	least, most := max(0, 2*seen[0]-seen[1]), 2*seen[n-1]-seen[n-2]
	return append(append(observed{least}, seen...), most)
}

// beyond is what is left of a quantity that is known to lie beyond x, in as many steps as
// give its distribution to within a part in sixty-four.
func (o observed) beyond(x float64) observed {
	const steps = 64
	passed := o.CDF(x)
	if passed <= 0 {
		return o
	}
	left := make(observed, steps+1)
	for i := range left {
		left[i] = max(x, o.Quantile(passed+(1-passed)*float64(i)/steps))
	}
	return left
}

// Quantile is the value below which the share p lies.
func (o observed) Quantile(p float64) float64 {
	at := max(0, min(p, 1)) * float64(len(o)-1)
	i := min(int(at), len(o)-2)
	return o[i] + (at-float64(i))*(o[i+1]-o[i])
}

// At is the value at a normal score.
func (o observed) At(z float64) float64 { return o.Quantile(math.Erfc(-z/math.Sqrt2) / 2) }

// CDF is the share at x or below.
func (o observed) CDF(x float64) float64 {
	i := sort.Search(len(o), func(i int) bool { return o[i] > x })
	switch i {
	case 0:
		return 0
	case len(o):
		return 1
	}
	return (float64(i-1) + (x-o[i-1])/(o[i]-o[i-1])) / float64(len(o)-1)
}

// Mean is that of the stretches between neighbours.
func (o observed) Mean() float64 {
	return o.over(func(a, b float64) float64 { return (a + b) / 2 })
}

// Variance is the mean square distance.
func (o observed) Variance() float64 {
	mean := o.Mean()
	return o.over(func(a, b float64) float64 { return (a*a + a*b + b*b) / 3 }) - mean*mean
}

func (o observed) over(of func(a, b float64) float64) float64 {
	sum := 0.0
	for i := 1; i < len(o); i++ {
		sum += of(o[i-1], o[i])
	}
	return sum / float64(len(o)-1)
}
