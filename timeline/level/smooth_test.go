package level_test

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// early are the earliest starts of an instance without resources, in the order of the
// file, which is one of its links, and its end.
func (x *instance) early() ([]int, int) {
	out, end := make([]int, len(x.lengths)), 0
	for i := range out {
		for _, j := range x.follow[i] {
			out[j] = max(out[j], out[i]+x.lengths[i])
		}
		end = max(end, out[i]+x.lengths[i])
	}
	return out, end
}

// loads are what the instance needs by resource and tick.
func (x *instance) loads(start []int, end int) [][]int {
	out := make([][]int, len(x.capacity))
	for r := range out {
		out[r] = make([]int, end)
		for i, t := range start {
			for u := t; u < t+x.lengths[i]; u++ {
				out[r][u] += x.needs[i][r]
			}
		}
	}
	return out
}

// excess is what is needed above the capacity, and squares the sum of the squared loads.
func (x *instance) excess(start []int, end int) (excess, squares int) {
	for r, load := range x.loads(start, end) {
		for _, n := range load {
			excess, squares = excess+max(n-x.capacity[r], 0), squares+n*n
		}
	}
	return excess, squares
}

// shrink sets the capacity to 80 % of the early peak.
func (x *instance) shrink() {
	start, end := x.early()
	for r, load := range x.loads(start, end) {
		x.capacity[r] = slices.Max(load) * 8 / 10
	}
}

// levelling is the method of A. R. Burgess and J. B. Killebrew (1962): from the early
// starts on, one activity after another, in an order that each restart draws, is put where the
// squares of the loads are least, until nothing moves.
type levelling struct {
	x      *instance
	end    int
	before [][]int
	start  []int
	load   [][]int
}

func newLevelling(x *instance) *levelling {
	l := &levelling{x: x, before: make([][]int, len(x.lengths))}
	_, l.end = x.early()
	for i, follow := range x.follow {
		for _, j := range follow {
			l.before[j] = append(l.before[j], i)
		}
	}
	return l
}

func (l *levelling) window(i int) (low, high int) {
	for _, j := range l.before[i] {
		low = max(low, l.start[j]+l.x.lengths[j])
	}
	high = l.end - l.x.lengths[i]
	for _, j := range l.x.follow[i] {
		high = min(high, l.start[j]-l.x.lengths[i])
	}
	return low, high
}

// squares is what an activity adds to the squares at a start.
func (l *levelling) squares(i, start int) int {
	sum := 0
	for r, load := range l.load {
		if n := l.x.needs[i][r]; n > 0 {
			for u := start; u < start+l.x.lengths[i]; u++ {
				sum += n * (2*load[u] + n)
			}
		}
	}
	return sum
}

func (l *levelling) add(i, sign int) {
	for r, load := range l.load {
		for u := l.start[i]; u < l.start[i]+l.x.lengths[i]; u++ {
			load[u] += sign * l.x.needs[i][r]
		}
	}
}

// once is one restart, and returns the excess.
func (l *levelling) once(rnd *rand.Rand) int {
	l.start, _ = l.x.early()
	order := rnd.Perm(len(l.start))
	l.load = l.x.loads(l.start, l.end)
	for moved := true; moved; {
		moved = false
		for _, i := range order {
			l.add(i, -1)
			low, high := l.window(i)
			best := l.start[i]
			for k := low; k <= high; k++ {
				if l.squares(i, k) < l.squares(i, best) {
					best, moved = k, true
				}
			}
			l.start[i] = best
			l.add(i, 1)
		}
	}
	excess, _ := l.x.excess(l.start, l.end)
	return excess
}

// smoothed are the starts that Smooth finds for an instance.
func (x *instance) smoothed(t *testing.T, o level.Options) []int {
	t.Helper()
	p := x.problem()
	plan, err := level.Smooth(context.Background(), p, o)
	require.NoError(t, err)
	require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
	out := make([]int, len(x.lengths))
	_, end := x.early()
	for i := range out {
		out[i] = int(plan.Result.Dates(i).Start)
		require.LessOrEqual(t, out[i]+x.lengths[i], end)
	}
	for i, follow := range x.follow {
		for _, j := range follow {
			require.LessOrEqual(t, out[i]+x.lengths[i], out[j])
		}
	}
	return out
}

func TestSmoothingIsNoWorseThanAThousandRestartsOfBurgessAndKillebrew(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(psplibFolder(t), "j30", "*.sm"))
	require.NoError(t, err)
	step := 120
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		step = 1
	}
	count, less, ours, theirs := 0, 0, 0, 0
	var worse []string
	for k := 0; k < len(names); k += step {
		x := readInstance(t, names[k])
		x.shrink()
		_, end := x.early()
		got, _ := x.excess(x.smoothed(t, level.Options{Seed: 1}), end)
		l, rnd, want := newLevelling(&x), rand.New(rand.NewSource(1)), math.MaxInt
		for range 1000 {
			want = min(want, l.once(rnd))
		}
		count, ours, theirs = count+1, ours+got, theirs+want
		switch {
		case got < want:
			less++
		case got > want:
			worse = append(worse, fmt.Sprintf("%s: %d, the reference %d", x.name, got, want))
		}
	}
	fmt.Printf("smoothing j30: %d instances, %d above capacity in all, the reference %d; less on %d, more on %d\n", count, ours, theirs, less, len(worse))
	require.Empty(t, worse)
	require.GreaterOrEqual(t, 2*less, count)
}
