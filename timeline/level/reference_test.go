package level_test

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// small is a network of a few activities on one calendar without days off, to be
// tried out with all starts that there are.
type small struct {
	lengths  []int
	links    []smallLink
	needs    [][]int // by activity and resource
	capacity [][]int // by resource and tick
	dues     [][3]int
	ticks    int
}

type smallLink struct {
	from, to, lag int
	kind          cpm.LinkType
}

// drawSmall draws one of so many activities at most, in so many ticks.
func drawSmall(rnd *rand.Rand, most, ticks int, plain bool) *small {
	x := &small{ticks: ticks}
	n, resources := 2+rnd.Intn(most-1), 1+rnd.Intn(2)
	for range resources {
		units := make([]int, ticks)
		level := 2 + rnd.Intn(4)
		for t := range units {
			units[t] = level
		}
		if from := rnd.Intn(ticks); !plain && rnd.Intn(3) == 0 {
			for t := from; t < min(from+2, ticks); t++ {
				units[t] = rnd.Intn(3)
			}
		}
		x.capacity = append(x.capacity, units)
	}
	for i := range n {
		x.lengths = append(x.lengths, 1+rnd.Intn(4))
		needs := make([]int, resources)
		for r := range needs {
			needs[r] = rnd.Intn(3)
		}
		x.needs = append(x.needs, needs)
		if i > 0 && rnd.Intn(2) == 0 {
			l := smallLink{from: rnd.Intn(i), to: i}
			if !plain {
				l.kind, l.lag = cpm.LinkType(rnd.Intn(4)), rnd.Intn(4)-1
			}
			x.links = append(x.links, l)
		}
		if !plain && rnd.Intn(4) == 0 {
			x.dues = append(x.dues, [3]int{i, rnd.Intn(10), 1 + rnd.Intn(3)})
		}
	}
	return x
}

func (x *small) problem() *level.Problem {
	p := new(level.Problem)
	for i, d := range x.lengths {
		p.Network.Activities = append(p.Network.Activities, cpm.Activity{Duration: cpm.Work(d)})
		for r, n := range x.needs[i] {
			p.Demands = append(p.Demands, level.Demand{Activity: i, Resource: r, Units: int64(n)})
		}
	}
	for _, l := range x.links {
		p.Network.Links = append(p.Network.Links, cpm.Link{From: l.from, To: l.to, Type: l.kind, Lag: cpm.Lag{Value: int32(l.lag)}})
	}
	for _, units := range x.capacity {
		r := level.Resource{Calendar: -1, Units: int64(units[x.ticks-1])}
		for t, n := range units {
			r.Changes = append(r.Changes, level.Change{From: cpm.Instant(t), Until: cpm.Instant(t + 1), Units: int64(n)})
		}
		p.Resources = append(p.Resources, r)
	}
	for _, d := range x.dues {
		p.Dues = append(p.Dues, level.Due{Activity: d[0], By: cpm.Instant(d[1]), Weight: int64(d[2])})
	}
	return p
}

// keeps reports whether a start of an activity keeps its links to those before it.
func (x *small) keeps(start []int, i int) bool {
	for _, l := range x.links {
		if l.to != i {
			continue
		}
		from, to := start[l.from], start[i]
		if l.kind == cpm.FS || l.kind == cpm.FF {
			from += x.lengths[l.from]
		}
		if l.kind == cpm.FF || l.kind == cpm.SF {
			to += x.lengths[i]
		}
		if to < from+l.lag {
			return false
		}
	}
	return true
}

// all calls f for all starts that keep the links and end within so many ticks.
func (x *small) all(end int, f func(start []int)) {
	start := make([]int, len(x.lengths))
	var try func(i int)
	try = func(i int) {
		if i == len(start) {
			f(start)
			return
		}
		for start[i] = 0; start[i]+x.lengths[i] <= end; start[i]++ {
			if x.keeps(start, i) {
				try(i + 1)
			}
		}
	}
	try(0)
}

// over is what is needed above capacity, and the squares of the loads.
func (x *small) over(start []int) (excess, squares int) {
	for r, units := range x.capacity {
		load := make([]int, x.ticks)
		for i, t := range start {
			for u := t; u < t+x.lengths[i]; u++ {
				load[u] += x.needs[i][r]
			}
		}
		for t, n := range load {
			excess, squares = excess+max(n-units[t], 0), squares+n*n
		}
	}
	return excess, squares
}

// cost is the lateness by weight, and the finish.
func (x *small) cost(start []int) (late, finish int) {
	for i, t := range start {
		finish = max(finish, t+x.lengths[i])
	}
	for _, d := range x.dues {
		late += d[2] * max(start[d[0]]+x.lengths[d[0]]-d[1], 0)
	}
	return late, finish
}

// early are the earliest starts, and the finish.
func (x *small) early() ([]int, int) {
	start, finish := make([]int, len(x.lengths)), 0
	for i := range start {
		for !x.keeps(start, i) {
			start[i]++
		}
		finish = max(finish, start[i]+x.lengths[i])
	}
	return start, finish
}

func (x *small) startsOf(r *cpm.Result) []int {
	var out []int
	for i := range x.lengths {
		out = append(out, int(r.Dates(i).Start))
	}
	return out
}

// holds is what an activity needs for itself above what there ever is.
func (x *small) exceedsAlone() bool {
	for i, needs := range x.needs {
		for r, n := range needs {
			if n > x.capacity[r][x.ticks-1] && x.lengths[i] > 0 {
				return true
			}
		}
	}
	return false
}

func cases(few, all int) int {
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		return all
	}
	return few
}

func TestSmallLevellingsAreTheBestOfAllStarts(t *testing.T) {
	rnd := rand.New(rand.NewSource(20))
	for k := range cases(60, 3000) {
		x := drawSmall(rnd, 5+k%2, 25, false)
		if x.exceedsAlone() {
			continue
		}
		p := x.problem()
		plan, err := level.Level(context.Background(), p, level.Options{Schedules: 2000})
		require.NoError(t, err)
		require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
		require.Empty(t, plan.Excesses)
		start := x.startsOf(plan.Result)
		excess, _ := x.over(start)
		require.Zero(t, excess)
		late, finish := x.cost(start)
		require.Equal(t, int64(late), plan.Lateness)
		bestLate, bestFinish := math.MaxInt, math.MaxInt
		end := min(x.ticks, finish+4) // a later finish may be less late
		if len(x.lengths) < 5 {
			end = x.ticks
		}
		x.all(end, func(start []int) {
			if l, f := x.cost(start); l < bestLate || l == bestLate && f < bestFinish {
				if excess, _ := x.over(start); excess == 0 {
					bestLate, bestFinish = l, f
				}
			}
		})
		require.Equal(t, [2]int{bestLate, bestFinish}, [2]int{late, finish}, "case %d: %+v", k, x)
	}
}

func TestSmallSmoothingsAreTheBestOfAllStarts(t *testing.T) { smallSmoothings(t, 0) }

func TestSmallSmoothingsMoveOnlyWhatSavesAsMuchAsAMoveIsToSave(t *testing.T) { smallSmoothings(t, 3) }

func smallSmoothings(t *testing.T, sparing int64) {
	rnd := rand.New(rand.NewSource(21))
	equal, count := 0, cases(100, 2000)
	for k := range count {
		x := drawSmall(rnd, 6, 25, k%2 == 0)
		for i := range x.capacity {
			for t := range x.capacity[i] {
				x.capacity[i][t] = max(x.capacity[i][t]-2, 0)
			}
		}
		x.dues = nil
		p := x.problem()
		plan, err := level.Smooth(context.Background(), p, level.Options{Schedules: 300, Sparing: sparing})
		require.NoError(t, err)
		require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
		early, end := x.early()
		away := func(start []int) int {
			sum := 0
			for i, s := range start {
				sum += max(s-early[i], early[i]-s)
			}
			return sum
		}
		over := func(start []int) (excess, squares int) {
			excess, squares = x.over(start)
			for i, s := range start {
				if sparing > 0 && s != early[i] && x.lengths[i] > 0 {
					excess += int(sparing)
				}
			}
			if sparing > 0 {
				squares = 0
			}
			return excess, squares
		}
		best := [3]int{math.MaxInt}
		x.all(end, func(start []int) {
			excess, squares := over(start)
			if got := [3]int{excess, squares, away(start)}; excess < best[0] || excess == best[0] && (squares < best[1] || squares == best[1] && got[2] < best[2]) {
				best = got
			}
		})
		start := x.startsOf(plan.Result)
		excess, squares := over(start)
		got := [3]int{excess, squares, away(start)}
		require.False(t, got[0] < best[0], "case %d: better than all", k)
		if got == best {
			equal++
		} else {
			require.False(t, plan.Proved, "case %d: %v %v", k, got, best)
		}
	}
	fmt.Printf("smoothing small networks, %d to be saved by a move: %d of %d equal to the best of all starts\n", sparing, equal, count)
	require.GreaterOrEqual(t, 100*equal, 95*count)
}
