package outlook

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// brute is a simulation as plainly as it can be written: numbers of another generator,
// one solve of the engine for each sample with the dates as constraints, chains listed
// one by one, everything counted. It shares the model with the package, and the engine's
// single solve, and none of what draws, sums or sorts.
type brute struct {
	m        *modelling
	gates    []Gate
	days     [][]float64 // by gate and sample: the day it is reached
	critical []map[risk.Uncertainty]int
	drawn    map[risk.Uncertainty][]float64 // ticks by sample
}

// bruteForce draws n samples of a plan. The same plan but for its risks has the same
// draws of all else.
func bruteForce(t *testing.T, p *plan.Plan, n int) *brute {
	e := estimatetest.Of(t, p).AllYears()
	m, err := networkOf(e, newCurves(Simulation{}.usual().Shape))
	require.NoError(t, err)
	j := &Joint{est: e}
	j.gates(m)
	b := &brute{m: m, gates: j.Gates, drawn: map[risk.Uncertainty][]float64{}}
	for range b.gates {
		b.days, b.critical = append(b.days, nil), append(b.critical, map[risk.Uncertainty]int{})
	}
	g, err := cpm.Build(m.Network)
	require.NoError(t, err)
	random, events := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(3, 4))
	for range n {
		b.sample(t, g, random, events)
	}
	return b
}

func (b *brute) sample(t *testing.T, g *cpm.Graph, random, events *rand.Rand) {
	m, in := b.m, b.m.Input
	common := map[string]float64{}
	draw := func(q *risk.Quantity) float64 {
		z := random.NormFloat64()
		if q.Factor != "" && q.Loading > 0 {
			if _, ok := common[q.Factor]; !ok {
				common[q.Factor] = random.NormFloat64()
			}
			z = q.Loading*common[q.Factor] + math.Sqrt(1-q.Loading*q.Loading)*z
		}
		return q.Of.At(z)
	}
	lengths, dates := map[int]float64{}, map[int]float64{}
	for i := range m.Durations {
		lengths[m.Durations[i].Activity] = draw(&m.Durations[i].Quantity)
	}
	for i := range m.Dates {
		dates[m.Dates[i].Activity] = draw(&m.Dates[i].Quantity)
	}
	for i := range m.Events {
		if e := &m.Events[i]; events.Float64() < e.Probability {
			for _, f := range e.Effects {
				plus := f.Plus.At(events.NormFloat64())
				if f.OnDate {
					dates[f.Activity] += plus
				} else {
					require.Contains(t, lengths, f.Activity)
					lengths[f.Activity] += plus
				}
			}
		}
	}
	whole := func(x float64) float64 { return math.Floor(x + random.Float64()) }
	in.Durations = make([]cpm.Work, len(m.Network.Activities))
	for a := range in.Durations {
		in.Durations[a] = m.Network.Activities[a].Duration
		if m.Input.Durations != nil {
			in.Durations[a] = m.Input.Durations[a]
		}
	}
	in.Progress = slices.Clone(in.Progress)
	for a, x := range sorted(lengths) {
		d := cpm.Work(max(whole(x), 0))
		in.Durations[a] = d
		if at := slices.IndexFunc(in.Progress, func(p cpm.Progress) bool { return p.Activity == a }); at >= 0 {
			in.Progress[at].Remaining = d
		}
		b.note(risk.DurationKind, a, float64(d))
	}
	in.Constraints = slices.Clone(in.Constraints)
	at := map[int]cpm.Instant{}
	for a, x := range sorted(dates) {
		at[a] = max(cpm.Instant(whole(x)), in.Start)
		in.Constraints = append(in.Constraints, cpm.Constraint{Activity: a, Kind: cpm.StartNoEarlierThan, At: at[a]})
		b.note(risk.DateKind, a, float64(at[a]))
	}
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	for i := range b.gates {
		gate := &b.gates[i]
		target := m.net.Index[gate.ID]
		x := float64(r.Dates(target).EarlyFinish)
		if gate.finishes {
			x--
		}
		b.days[i] = append(b.days[i], x)
		on := map[int]bool{}
		for _, path := range r.PathsTo(target, 1000).Listed {
			for _, a := range path.Activities {
				on[a] = true
			}
		}
		for a := range on {
			b.critical[i][risk.Uncertainty{Kind: risk.DurationKind, Key: m.net.IDs[a]}]++
			if when, ok := at[a]; ok && r.Dates(a).EarlyStart <= when {
				b.critical[i][risk.Uncertainty{Kind: risk.DateKind, Key: m.net.IDs[a]}]++
			}
		}
	}
}

func (b *brute) note(kind risk.Kind, activity int, x float64) {
	u := risk.Uncertainty{Kind: kind, Key: b.m.net.IDs[activity]}
	b.drawn[u] = append(b.drawn[u], x)
}

// sorted goes through a map in the order of its keys.
func sorted(of map[int]float64) func(yield func(int, float64) bool) {
	var keys []int
	for k := range of {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return func(yield func(int, float64) bool) {
		for _, k := range keys {
			if !yield(k, of[k]) {
				return
			}
		}
	}
}

// share is how many of a gate's days are no later than one.
func (b *brute) share(gate int, day float64) float64 {
	n := 0
	for _, x := range b.days[gate] {
		if x <= day {
			n++
		}
	}
	return float64(n) / float64(len(b.days[gate]))
}

func (b *brute) gate(id string) int {
	return slices.IndexFunc(b.gates, func(g Gate) bool { return g.ID == id })
}

// spread is a standard deviation.
func spread(x []float64) float64 {
	mean, squares := average(x), 0.0
	for _, v := range x {
		squares += (v - mean) * (v - mean)
	}
	return math.Sqrt(squares / float64(len(x)))
}

func average(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// influences are what decides a gate, by what may: criticality and significance.
func (b *brute) influences(gate int) map[risk.Uncertainty]Deciding {
	out, n := map[risk.Uncertainty]Deciding{}, float64(len(b.days[gate]))
	finish := spread(b.days[gate])
	for u, x := range b.drawn {
		c := float64(b.critical[gate][u]) / n
		if finish > 0 {
			out[u] = Deciding{ID: u.Key, Criticality: c, Share: c * spread(x) / finish}
		}
	}
	return out
}

// mostCritical is by task and milestone how often it decides another's gate, of several the
// one that it decides most often.
func (b *brute) mostCritical() map[string]float64 {
	out := map[string]float64{}
	for i, counts := range b.critical {
		for u, n := range counts {
			if u.Kind == risk.DurationKind && u.Key != b.gates[i].ID {
				out[u.Key] = max(out[u.Key], float64(n)/bruteSamples)
			}
		}
	}
	return out
}

const (
	bruteSamples = 1000
	jointSamples = 4000
)

// apart is four standard errors of the difference of two shares near c.
func apart(c float64) float64 {
	c = min(max(c, 0.02), 0.98)
	return 4 * math.Sqrt(c*(1-c)*(1.0/bruteSamples+1.0/jointSamples))
}

func jointly(t *testing.T, p *plan.Plan) *Joint {
	j, err := JointOf(context.Background(), estimatetest.Of(t, p), Simulation{Samples: jointSamples, Seed: 1})
	require.NoError(t, err)
	return j
}

func risky(name string) *plan.Plan {
	p := plan.New(name)
	money := drejebog.KronerFromOere(50_000_000)
	p.Risks = map[string]plan.Risk{"udbud": {
		What: "Leverandøren falder fra", Task: "golive@sapa", Probability: decimal.RequireFromString("0.5"),
		Delay: &plan.WorkdaysRange{Low: 60, Likely: 60, High: 60}, Kroner: &plan.KronerRange{Low: money, Likely: money, High: money},
	}}
	return p
}

func TestGatesAreThoseOfAPlainSimulation(t *testing.T) {
	for name, p := range map[string]*plan.Plan{"a risk": risky("Roskilde"), "odense": estimatetest.Sample(t, "odense.yaml")} {
		b, j := bruteForce(t, p, bruteSamples), jointly(t, p)
		require.Len(t, b.gates, len(j.Gates), name)
		for i := range j.Gates {
			g := &j.Gates[i]
			require.Equal(t, b.gates[i].ID, g.ID, name)
			about := []any{"%s: %s", name, g.ID}
			for _, day := range []struct {
				day   float64
				share float64
			}{{float64(g.Hard), g.Chance}, {float64(g.Planned), g.PlannedChance}} {
				want := b.share(i, day.day)
				assert.InDelta(t, want, day.share, apart(want), about...)
			}
			for _, p := range []float64{0.5, 0.8, 0.9} {
				by := float64(g.Within(p))
				assert.GreaterOrEqual(t, b.share(i, by), p-apart(p), about...)
				assert.LessOrEqual(t, b.share(i, by-1), p+apart(p), about...)
			}
			assert.Equal(t, max(g.Planned, g.Within(0.8)), g.P80, about...)
			holdsDeciding(t, g, b.influences(i), about)
		}
		for id, want := range b.mostCritical() {
			assert.InDelta(t, want, j.Critical[id], apart(want), "%s: %s", name, id)
		}
	}
}

// holdsDeciding holds what decides a gate against what was counted.
func holdsDeciding(t *testing.T, g *Gate, want map[risk.Uncertainty]Deciding, about []any) {
	t.Helper()
	far := func(d Deciding) float64 {
		if d.Criticality == 0 {
			return 0.01
		}
		return d.Share*(apart(d.Criticality)/d.Criticality+4*math.Sqrt(0.5/bruteSamples)) + 0.005
	}
	told := map[string]bool{}
	for _, d := range g.Decides {
		told[d.ID] = true
		if d.Late {
			continue
		}
		found := false
		for _, kind := range []risk.Kind{risk.DurationKind, risk.DateKind} {
			w, ok := want[risk.Uncertainty{Kind: kind, Key: d.ID}]
			found = found || ok && math.Abs(w.Criticality-d.Criticality) <= apart(w.Criticality) && math.Abs(w.Share-d.Share) <= far(w)
		}
		assert.True(t, found, append([]any{about[0].(string) + ": %+v"}, append(about[1:], d)...)...)
	}
	all := make([]Deciding, 0, len(want))
	for _, d := range want {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b Deciding) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
	})
	late := slices.ContainsFunc(g.Decides, func(d Deciding) bool { return d.Late })
	if first, second := all[0], all[1]; !late && first.Share-far(first) > second.Share+far(second) && first.Share > 0.02 {
		if assert.True(t, told[first.ID], append([]any{about[0].(string) + ": %+v %+v"}, append(about[1:], first, g.Decides)...)...) {
			assert.Equal(t, first.ID, g.Decides[0].ID, about...)
		}
	}
}

// What a risk that is gone buys is what it buys with the same draws counted plainly.
func TestWhatARemovedRiskBuysIsWhatItCosts(t *testing.T) {
	with, without := bruteForce(t, risky("Roskilde"), bruteSamples), bruteForce(t, plan.New("Roskilde"), bruteSamples)
	j := jointly(t, risky("Roskilde"))
	m, err := MeasureOf(j, jointly(t, plan.New("Roskilde")))
	require.NoError(t, err)
	require.NoError(t, j.Weigh(context.Background()))
	weighed := false
	for _, got := range m.Gates {
		i := with.gate(got.After.ID)
		gains := make([]float64, bruteSamples)
		for s := range gains {
			gains[s] = with.days[i][s] - without.days[i][s]
		}
		se := spread(gains) * math.Sqrt(1.0/bruteSamples+1.0/jointSamples)
		assert.InDelta(t, average(gains), got.Mean, 4*se+1e-9, got.After.ID)
		before, after := slices.Sorted(slices.Values(with.days[i])), slices.Sorted(slices.Values(without.days[i]))
		const at = bruteSamples * 8 / 10
		planned := float64(got.After.Planned)
		off := 4 * 1.43 * (spread(before) + spread(after))
		want := max(before[at], planned) - max(after[at], planned)
		assert.InDelta(t, want, float64(got.Days), off*math.Sqrt(1.0/bruteSamples+1.0/jointSamples), got.After.ID)
		for _, g := range j.Gains {
			if g.Gate == got.After.ID && g.Kind == risk.EventKind {
				assert.InDelta(t, before[at]-after[at], g.Days, off*math.Sqrt(1.0/bruteSamples+1/float64(j.Weighed())), g.Gate)
				weighed = true
			}
		}
	}
	assert.True(t, weighed, "the risk is among what go-lives would gain by")
}

// Date and money that hold together are counted in the draws themselves.
func TestBothHoldAsOftenAsInTheDraws(t *testing.T) {
	j := jointly(t, risky("Roskilde"))
	require.NotEmpty(t, j.Together)
	for i := range j.Together {
		b := &j.Together[i]
		g := slices.IndexFunc(j.Gates, func(g Gate) bool { return g.ID == b.Gate })
		y := slices.IndexFunc(j.Years, func(y Spent) bool { return y.Year == b.Year })
		hard, budget := j.Gates[g].Hard, j.Years[y].PlannedMoney
		draws := b.Draws(jointSamples)
		count := func(holds func(Pair) bool) float64 {
			n := 0
			for _, d := range draws {
				if holds(d) {
					n++
				}
			}
			return float64(n) / jointSamples
		}
		inTime := func(d Pair) bool { return d.By <= hard }
		enough := func(d Pair) bool { return d.Money.Cmp(budget) <= 0 }
		const rounded = 3.0 / jointSamples // draws are told in whole kroner
		assert.InDelta(t, count(inTime), b.Date, 1e-9, b.Gate)
		assert.InDelta(t, count(enough), b.Money, rounded, b.Gate)
		assert.InDelta(t, count(func(d Pair) bool { return inTime(d) && enough(d) }), b.Chance, rounded, b.Gate)
		for _, pair := range b.SevenIn {
			within := func(less int64) float64 {
				most := pair.Money.Sub(drejebog.KronerFromOere(100 * less))
				return count(func(d Pair) bool { return d.By <= pair.By && d.Money.Cmp(most) <= 0 })
			}
			assert.GreaterOrEqual(t, within(0), confident-rounded, b.Gate)
			assert.Less(t, within(2), confident+rounded, "%s: no less money does", b.Gate)
		}
	}
}
