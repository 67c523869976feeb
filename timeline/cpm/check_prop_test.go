package cpm_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// eachProblem solves problems from a generator, a hundredth of the number unless
// all tests are asked for.
func eachProblem(t *testing.T, draw func(*rapid.T) problem, number int, check func(seed int, p problem, r *cpm.Result)) {
	t.Helper()
	if os.Getenv("MONOPOLBRUD_FULL") == "" {
		number /= 100
	}
	generator := rapid.Custom(draw)
	var r cpm.Result
	for seed := range number {
		p := generator.Example(seed)
		g, err := cpm.Build(p.net)
		require.NoError(t, err)
		require.NoError(t, g.Solve(&p.in, &r))
		check(seed, p, &r)
	}
}

func TestCheckFindsNothingWrongWithWhatSolveFinds(t *testing.T) {
	eachProblem(t, drawProblem, 100_000, func(seed int, p problem, r *cpm.Result) {
		require.Empty(t, cpm.Check(p.net, &p.in, r), "network %d", seed)
		require.Empty(t, cpm.CheckSaid(p.net, &p.in, cpm.SaidBy(r)), "network %d", seed)
	})
}

// countsFirstStarts reports whether Check, as it says, leaves something open: how
// late the first leaf of a summary may be.
func (p *problem) countsFirstStarts() bool {
	return p.late(cpm.ALAPEarlyDates) && p.countsAnyStart()
}

func (p *problem) countsAnyStart() bool {
	return p.anyLink(func(l *cpm.Link) bool { return isParent(p.net, l.From) && !fromFinish(l) })
}

// dateFields are the figures of an activity that are instants or work, as what
// adds to them.
var dateFields = []struct {
	name string
	add  func(d *cpm.Dates, n int)
}{
	{"early start", func(d *cpm.Dates, n int) { d.EarlyStart += cpm.Instant(n) }},
	{"early finish", func(d *cpm.Dates, n int) { d.EarlyFinish += cpm.Instant(n) }},
	{"late start", func(d *cpm.Dates, n int) { d.LateStart += cpm.Instant(n) }},
	{"late finish", func(d *cpm.Dates, n int) { d.LateFinish += cpm.Instant(n) }},
	{"start", func(d *cpm.Dates, n int) { d.Start += cpm.Instant(n) }},
	{"finish", func(d *cpm.Dates, n int) { d.Finish += cpm.Instant(n) }},
	{"total float", func(d *cpm.Dates, n int) { d.TotalFloat += cpm.Work(n) }},
	{"free float", func(d *cpm.Dates, n int) { d.FreeFloat += cpm.Work(n) }},
}

func TestCheckSeesEveryFigureThatIsOffByATick(t *testing.T) {
	eachProblem(t, drawProblem, 10_000, func(seed int, p problem, r *cpm.Result) {
		if p.countsFirstStarts() {
			return
		}
		said := cpm.SaidBy(r)
		seen := func(format string, args ...any) {
			require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: %s", seed, fmt.Sprintf(format, args...))
		}
		for n := -1; n <= 1; n += 2 {
			said.Finish += cpm.Instant(n)
			seen("the finish of all by %d", n)
			said.Finish -= cpm.Instant(n)
			said.Start += cpm.Instant(n)
			if n > 0 || !p.in.FromFinish || !p.countsAnyStart() { // see Check
				seen("the start of all by %d", n)
			}
			said.Start -= cpm.Instant(n)
		}
		for i := range said.Dates {
			d, right := &said.Dates[i], said.Dates[i]
			for _, f := range dateFields {
				for n := -1; n <= 1; n += 2 {
					f.add(d, n)
					seen("%s of %d by %d", f.name, i, n)
					*d = right
				}
			}
			d.Critical = !d.Critical
			seen("whether %d is critical", i)
			*d = right
		}
	})
}

func TestCheckSeesDatesThatAreOffTogether(t *testing.T) {
	eachProblem(t, drawProblem, 10_000, func(seed int, p problem, r *cpm.Result) {
		if p.countsFirstStarts() {
			return
		}
		said := cpm.SaidBy(r)
		ref := newReference(p.net, p.in)
		for i := range said.Dates {
			if !ref.isLeaf(i) || ref.isGiven(i) || ref.progress(i) != nil {
				continue
			}
			d, right := &said.Dates[i], said.Dates[i]
			for _, move := range []func(x cpm.Instant) cpm.Instant{
				func(x cpm.Instant) cpm.Instant { return ref.start(i, x+1) },
				func(x cpm.Instant) cpm.Instant { return ref.earlier(i, x) },
			} {
				d.EarlyStart = move(d.EarlyStart)
				d.EarlyFinish = ref.end(i, d.EarlyStart)
				if right.Start == right.EarlyStart {
					d.Start, d.Finish = d.EarlyStart, d.EarlyFinish
				}
				d.TotalFloat = cpm.Work(ref.plain(i).count(d.EarlyStart, d.LateStart))
				require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: early dates of %d", seed, i)
				*d = right
				d.LateStart = move(d.LateStart)
				d.LateFinish = ref.end(i, d.LateStart)
				d.TotalFloat = cpm.Work(ref.plain(i).count(d.EarlyStart, d.LateStart))
				require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: late dates of %d", seed, i)
				*d = right
				d.Start = move(d.Start)
				d.Finish = ref.end(i, d.Start)
				require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: dates to work by of %d", seed, i)
				*d = right
			}
		}
	})
}

func TestCheckSeesDriversThatAreNone(t *testing.T) {
	eachProblem(t, drawProblem, 10_000, func(seed int, p problem, r *cpm.Result) {
		if p.countsFirstStarts() {
			return
		}
		said := cpm.SaidBy(r)
		ref := newReference(p.net, p.in)
		for i, right := range said.Drivers {
			if !ref.isLeaf(i) {
				continue
			}
			for k := range right {
				said.Drivers[i] = slices.Delete(slices.Clone(right), k, k+1)
				require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: driver %d of %d left out", seed, k, i)
			}
			said.Drivers[i] = append(slices.Clone(right), cpm.Driver{Kind: cpm.DataDateDriver, Link: -1, From: -1, Constraint: -1, Progress: -1})
			require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, said), "network %d: one more driver of %d", seed, i)
			said.Drivers[i] = right
		}
	})
}

func TestCheckSeesWhetherFinishedWorkCarries(t *testing.T) {
	differ := 0
	var r cpm.Result
	eachProblem(t, drawProblem, 200_000, func(seed int, p problem, carried *cpm.Result) {
		if !p.carries() {
			return
		}
		g, err := cpm.Build(p.net)
		require.NoError(t, err)
		stops := p.in
		stops.Options.Finished = cpm.FinishedStops
		require.NoError(t, g.Solve(&stops, &r))
		same := r.Start() == carried.Start()
		for i := range p.net.Activities {
			same = same && r.Dates(i) == carried.Dates(i)
		}
		if !same {
			differ++
			require.NotEmpty(t, cpm.CheckSaid(p.net, &p.in, cpm.SaidBy(&r)), "network %d, taken for one that carries", seed)
			require.NotEmpty(t, cpm.CheckSaid(p.net, &stops, cpm.SaidBy(carried)), "network %d, taken for one that does not", seed)
		}
	})
	require.Positive(t, differ)
}
