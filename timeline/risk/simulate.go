package risk

import (
	"context"
	"runtime"
	"sync"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// A Result is what a simulation came to. It is drawn, not computed: another seed
// gives slightly other figures.
type Result struct {
	Samples int
	Seed    uint64
	Targets []Target
	Amounts []*Outcome // of Money
}

// A Target is an activity whose finish was asked for.
type Target struct {
	Activity int

	// Finish is drawn in ticks from the epoch of the network: an instant.
	Finish *Outcome

	// Activities and Dates say what decides the finish, by activity of the network
	// and by uncertain date of the model; nil with Options.DatesOnly.
	Activities, Dates []Influence
}

// Simulate draws the samples of a model. The error is a *Fault of the model,
// cpm.Faults of its network or input, or that of the context.
func Simulate(ctx context.Context, m *Model, o Options) (*Result, error) {
	s, err := prepare(ctx, m, o)
	if err != nil {
		return nil, err
	}
	return s.run(ctx)
}

// simulation is a model made ready.
type simulation struct {
	Options
	m       *Model
	graph   *cpm.Graph
	input   cpm.Input
	lengths []cpm.Work // durations where nothing is drawn
	middle  []cpm.Instant
	drawing *drawing
	ranked  ranked // nil unless ranks are asked for
}

func prepare(ctx context.Context, m *Model, o Options) (*simulation, error) {
	if ctx == nil || m == nil {
		return nil, &Fault{NoModel, -1, ""}
	}
	if o.Samples == 0 {
		o.Samples = usualSamples
	}
	if o.Cores <= 0 {
		o.Cores = runtime.GOMAXPROCS(0)
	}
	if err := m.check(o); err != nil {
		return nil, err
	}
	net, in := m.withDates()
	graph, err := cpm.Build(net)
	if err != nil {
		return nil, err
	}
	s := &simulation{Options: o, m: m, graph: graph, input: in}
	result, batch, err := s.solve()
	if err != nil {
		return nil, err
	}
	s.lengths = lengthsOf(&net, &in)
	n := len(m.Network.Activities)
	origin := make([]cpm.Instant, len(m.Dates))
	for i := range origin {
		origin[i] = result.Dates(n + i).EarlyStart
	}
	s.fill(batch)
	if err := result.ForwardBatch(batch); err != nil {
		return nil, err
	}
	for _, t := range m.Targets {
		s.middle = append(s.middle, batch.EarlyFinish(t, 0))
	}
	s.drawing = newDrawing(m, o.Seed, s.lengths, origin)
	return s, nil
}

// lengthsOf are the durations that a batch starts from: what the input says, of what
// is started what remains.
func lengthsOf(net *cpm.Network, in *cpm.Input) []cpm.Work {
	out := make([]cpm.Work, len(net.Activities))
	for i := range out {
		out[i] = net.Activities[i].Duration
		if in.Durations != nil {
			out[i] = in.Durations[i]
		}
	}
	seen := map[int]bool{}
	for _, p := range in.Progress { // of several entries the first counts
		if !seen[p.Activity] {
			out[p.Activity], seen[p.Activity] = p.Remaining, true
		}
	}
	for i := range out {
		out[i] = max(out[i], 0)
	}
	return out
}

// solve makes what one core needs.
func (s *simulation) solve() (*cpm.Result, *cpm.Batch, error) {
	result := &cpm.Result{}
	if err := s.graph.Solve(&s.input, result); err != nil {
		return nil, nil, err
	}
	return result, &cpm.Batch{Durations: make([][lanes]cpm.Work, s.graph.Activities())}, nil
}

func (s *simulation) fill(b *cpm.Batch) {
	for i, d := range s.lengths {
		for k := range b.Durations[i] {
			b.Durations[i][k] = d
		}
	}
}

// run draws all samples in blocks.
func (s *simulation) run(ctx context.Context) (*Result, error) {
	r := &Result{Samples: s.Samples, Seed: s.Seed}
	for _, t := range s.m.Targets {
		r.Targets = append(r.Targets, Target{Activity: t, Finish: newOutcome(s.Samples)})
	}
	for range s.m.Amounts {
		r.Amounts = append(r.Amounts, newOutcome(s.Samples))
	}
	if s.Ranks && !s.DatesOnly {
		s.ranked = newRanked(s.drawing.timed, s.Samples)
	}
	var mutex sync.Mutex
	var workers []*worker
	threepoint.Run(s.Samples, s.Cores, func() func(threepoint.Block) {
		w := s.worker(r)
		mutex.Lock()
		workers = append(workers, w)
		mutex.Unlock()
		return func(b threepoint.Block) {
			if w.err = firstOf(w.err, ctx.Err()); w.err == nil {
				w.block(b)
			}
		}
	})
	var all *tally
	for _, w := range workers {
		if w.err != nil {
			return nil, w.err
		}
		all = all.add(w.tally)
	}
	for _, o := range r.outcomes() {
		o.Moments = threepoint.MomentsOf(o.samples)
	}
	if !s.DatesOnly {
		s.influences(r, all)
	}
	return r, nil
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

func (r *Result) outcomes() []*Outcome {
	var out []*Outcome
	for i := range r.Targets {
		out = append(out, r.Targets[i].Finish)
	}
	return append(out, r.Amounts...)
}

// worker is what one core has to itself.
type worker struct {
	s        *simulation
	into     *Result
	result   *cpm.Result
	batch    *cpm.Batch
	room     *room
	finishes [][lanes]cpm.Instant // by target
	sample   Sample
	amounts  []float64
	samples  Samples
	sums     func(s *Samples, amounts [][lanes]float64)
	lanes    [][lanes]float64 // amounts by lane
	tally    *tally
	err      error
}

func (s *simulation) worker(into *Result) *worker {
	w := &worker{
		s: s, into: into, room: s.drawing.room(), finishes: make([][lanes]cpm.Instant, len(s.m.Targets)),
		amounts: make([]float64, s.m.Amounts), lanes: make([][lanes]float64, s.m.Amounts),
	}
	w.result, w.batch, w.err = s.solve()
	if w.err != nil {
		return w
	}
	s.fill(w.batch)
	if s.m.Sums != nil {
		w.sums = s.m.Sums()
	}
	if !s.DatesOnly {
		w.tally = newTally(len(s.m.Targets), s.graph.Activities(), s.drawing.timed)
	}
	return w
}

// block draws the samples of a block, as many at a time as a batch has lanes.
func (w *worker) block(b threepoint.Block) {
	d := w.s.drawing
	d.begin(w.room, b.Index)
	for from := b.From; from < b.To; from += lanes {
		d.next(w.room, w.batch.Durations)
		if w.err = w.result.ForwardBatch(w.batch); w.err != nil {
			return
		}
		n := min(lanes, b.To-from)
		for i := range w.into.Targets {
			t := &w.into.Targets[i]
			w.finishes[i] = w.batch.EarlyFinishes(t.Activity)
			for k, x := range w.finishes[i][:n] {
				t.Finish.samples[from+k] = float64(x)
			}
		}
		if w.tally != nil {
			w.tally.take(w, n)
			w.s.ranked.take(w, from, n)
		}
		w.money(from, n)
	}
}

// money asks for the amounts of n samples.
func (w *worker) money(from, n int) {
	if w.sums != nil {
		clear(w.lanes)
		w.samples = Samples{First: from, of: w}
		w.sums(&w.samples, w.lanes)
	} else if w.s.m.Money != nil && len(w.lanes) > 0 {
		w.sampleBySample(from, n)
	}
	for i := range w.lanes {
		copy(w.into.Amounts[i].samples[from:from+n], w.lanes[i][:n])
	}
}

func (w *worker) sampleBySample(from, n int) {
	for k := range n {
		clear(w.amounts)
		w.sample = Sample{Index: from + k, of: w, lane: k}
		w.s.m.Money(&w.sample, w.amounts)
		for i, x := range w.amounts {
			w.lanes[i][k] = x
		}
	}
}
