package risk

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// An Influence is what one activity, or one uncertain date, means for a target (M.
// Vanhoucke, Measuring Time, 2010, chapter 3). The spread is that of the duration as it
// was drawn, with events; of a date, that of the time to it.
type Influence struct {
	// Criticality is the share of samples in which it is on a chain of driving links
	// to the target (CI).
	Criticality float64

	// Significance is Criticality · sd(duration)/sd(finish) (SSI); 0 where the finish
	// has no spread.
	Significance float64

	// Cruciality is the correlation of duration and finish (Pearson, with its sign); 0
	// where either has no spread, and with Options.ChainsOnly.
	Cruciality float64

	// RankCorrelation is that of the ranks of duration and finish (C. Spearman, 1904), which
	// holds for any that rise together, in a straight line or not; of equals each has
	// the mean of their ranks. 0 where either has no spread, and without
	// Options.Ranks.
	RankCorrelation float64
}

// tally are the sums of one core. They are whole numbers, so that their order does not
// matter: the same for any number of cores.
type tally struct {
	on      [][]int64 // by target and activity: samples in which it is on a chain
	finish  []sums    // by target: of its finish, from where it is without draws
	length  []sums    // by quantity: of its duration, from where it is without draws
	product [][]wide  // by target and quantity
	marks   []uint32
	late    [lanes]int64
}

// sums are those of a number and of its square.
type sums struct{ first, second wide }

// wide is a sum of 128 bits.
type wide struct {
	high int64
	low  uint64
}

func (w *wide) add(x int64) {
	low, carry := bits.Add64(w.low, uint64(x), 0)
	w.low, w.high = low, w.high+x>>63+int64(carry)
}

func (w *wide) plus(v wide) {
	low, carry := bits.Add64(w.low, v.low, 0)
	w.low, w.high = low, w.high+v.high+int64(carry)
}

func (w wide) int() *big.Int {
	x := new(big.Int).Lsh(big.NewInt(w.high), 64)
	return x.Add(x, new(big.Int).SetUint64(w.low))
}

func newTally(targets, activities, quantities int) *tally {
	t := &tally{
		on: make([][]int64, targets), finish: make([]sums, targets), length: make([]sums, quantities),
		product: make([][]wide, targets), marks: make([]uint32, activities),
	}
	for i := range targets {
		t.on[i], t.product[i] = make([]int64, activities), make([]wide, quantities)
	}
	return t
}

// add is both together, of which either may be nil.
func (t *tally) add(u *tally) *tally {
	if t == nil || u == nil {
		if t == nil {
			return u
		}
		return t
	}
	for i := range t.on {
		for a, n := range u.on[i] {
			t.on[i][a] += n
		}
		t.finish[i].plus(u.finish[i])
		for q, x := range u.product[i] {
			t.product[i][q].plus(x)
		}
	}
	for q := range t.length {
		t.length[q].plus(u.length[q])
	}
	return t
}

func (s *sums) plus(u sums) {
	s.first.plus(u.first)
	s.second.plus(u.second)
}

// eight are so many lanes that a sum over them fits: a duration is at most 2²⁸ from
// another and an instant 2³¹.
const eight = 8

// take counts the first n lanes of a batch.
func (t *tally) take(w *worker, n int) {
	quantities := w.s.drawing.quantities[:len(t.length)]
	durations := w.batch.Durations
	for q := range quantities {
		a := quantities[q].activity
		t.length[q].take(durations[a][:n], int64(w.s.lengths[a]))
	}
	for i, target := range w.s.m.Targets {
		t.chains(w.batch, i, target, n)
		t.lateness(w, i, target, n)
		if w.s.ChainsOnly {
			continue
		}
		for q := range quantities {
			a := quantities[q].activity
			t.product[i][q].addProducts(durations[a][:n], int64(w.s.lengths[a]), &t.late)
		}
	}
}

// take adds durations, from where they are without draws.
func (s *sums) take(durations []cpm.Work, base int64) {
	for from := 0; from < len(durations); from += eight {
		first, second := int64(0), int64(0)
		for _, d := range durations[from:min(from+eight, len(durations))] {
			x := int64(d) - base
			first += x
			second += x * x
		}
		s.first.add(first)
		s.second.add(second)
	}
}

// addProducts adds those of durations, from where they are without draws, and finishes.
func (w *wide) addProducts(durations []cpm.Work, base int64, late *[lanes]int64) {
	for from := 0; from < len(durations); from += eight {
		product := int64(0)
		for k, d := range durations[from:min(from+eight, len(durations))] {
			product += (int64(d) - base) * late[from+k]
		}
		w.add(product)
	}
}

// chains counts the activities on the chains to a target.
func (t *tally) chains(b *cpm.Batch, i, target, n int) {
	b.Driving(target, t.marks)
	counted, on := uint32(1<<n-1), t.on[i]
	for a, lanes := range t.marks {
		if lanes != 0 {
			on[a] += int64(bits.OnesCount32(lanes & counted))
		}
	}
}

// lateness are the finishes of a target from where it is without draws.
func (t *tally) lateness(w *worker, i, target, n int) {
	first := int64(0)
	for k, finish := range w.finishes[i][:n] {
		x := int64(finish) - int64(w.s.middle[i])
		t.late[k] = x
		first += x
		// A square of 2⁶² is added by itself.
		t.finish[i].second.add(x * x)
	}
	t.finish[i].first.add(first)
}

// influences says what decides the targets.
func (s *simulation) influences(r *Result, t *tally) {
	n := len(s.m.Network.Activities)
	lengths := make([]*big.Int, len(t.length))
	for q := range lengths {
		lengths[q] = t.length[q].spread(s.Samples)
	}
	for i := range r.Targets {
		all := make([]Influence, s.graph.Activities())
		for a := range all {
			all[a].Criticality = float64(t.on[i][a]) / float64(s.Samples)
		}
		finish := t.finish[i].spread(s.Samples)
		for q, length := range lengths {
			if finish.Sign() <= 0 || length.Sign() <= 0 {
				continue
			}
			one := &all[s.drawing.quantities[q].activity]
			one.Significance = one.Criticality * math.Sqrt(ratio(length, finish))
			if s.ChainsOnly {
				continue
			}
			together := spread(t.product[i][q], t.length[q].first, t.finish[i].first, s.Samples)
			one.Cruciality = float64(together.Sign()) * math.Sqrt(ratio(new(big.Int).Mul(together, together), new(big.Int).Mul(length, finish)))
		}
		r.Targets[i].Activities, r.Targets[i].Dates = all[:n:n], all[n:]
	}
	if s.ranked != nil {
		s.rank(r)
	}
}

func (s *sums) spread(n int) *big.Int { return spread(s.second, s.first, s.first, n) }

// spread is n² times a covariance, exactly: n·Σxy − Σx·Σy.
func spread(product, x, y wide, n int) *big.Int {
	out := new(big.Int).Mul(product.int(), big.NewInt(int64(n)))
	return out.Sub(out, new(big.Int).Mul(x.int(), y.int()))
}

func ratio(a, b *big.Int) float64 {
	x, _ := new(big.Float).Quo(new(big.Float).SetInt(a), new(big.Float).SetInt(b)).Float64()
	return x
}
