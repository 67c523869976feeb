package level

import (
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Options say how hard to search. The zero value searches DefaultSchedules with seed 0.
type Options struct {
	// Schedules is how many schedules may be generated: each generation of all starts is
	// one, a pass of justification too. Zero means DefaultSchedules.
	Schedules int

	// Seed chooses the search. The same seed finds the same plan on any machine.
	Seed uint64
}

// DefaultSchedules is the budget where none is given.
const DefaultSchedules = 5000

func (o Options) schedules() int {
	if o.Schedules <= 0 {
		return DefaultSchedules
	}
	return o.Schedules
}

// A Plan is what Level and Smooth find.
type Plan struct {
	// Input is what to solve the network for to have the plan: that of the problem
	// without delays and what is to be as late as possible, with a lowest date
	// (cpm.Input.Starts) for everything that can be moved.
	Input cpm.Input

	// Result is the solution for it.
	Result *cpm.Result

	// Moves are the activities that start later than the links alone would let them,
	// or than the plan that people know, by index.
	Moves []Move

	// Excesses are where more is needed than there is: by what cannot be moved, or
	// alone is more than there is at any time.
	Excesses []Excess

	// Lateness is that of the binding dates, in ticks by weight, and Finish the last
	// finish of all. Bound is the lateness and the finish that no plan goes below, and
	// Proved says that this one reaches it: it is the best that there is. Plans of
	// Smooth, which judges by what is above capacity, have the dates only.
	Lateness      int64
	Finish        cpm.Instant
	BoundLateness int64
	BoundFinish   cpm.Instant
	Proved        bool

	// Schedules is how many were generated.
	Schedules int
}

// Level finds dates at which no more is needed of any resource than there is, by
// anything that can be moved: work that has not started, has no fixed dates and is
// pulled by no constraint. What alone needs more than there ever is is not held by
// that, nor what takes no time; levels of effort, summaries and what cannot be moved
// take what they need, and leave the rest. All of these are named in Plan.Excesses.
// Links, calendars, constraints and pauses are kept as the engine keeps them.
//
// Among such plans it looks for the one with the least lateness of binding dates, by
// weight, and of those for the one that finishes first.
//
// The error is of type Faults or cpm.Faults, or that of the context.
func Level(ctx context.Context, p *Problem, o Options) (*Plan, error) {
	if ctx == nil {
		return nil, Faults{fault(NoProblem, 0)}
	}
	s, err := newSite(p)
	if err != nil {
		return nil, err
	}
	l := leveller{ctx: ctx, s: s, o: o}
	for range rounds {
		if err := l.search(); err != nil {
			return nil, err
		}
		if !l.collides() {
			break
		}
	}
	l.plan.Moves = s.moves(l.plan.Result)
	return l.plan, nil
}

// rounds is how often it is searched anew because what cannot be moved, but follows
// from what is, has come to need what was taken.
const rounds = 4

// leveller is one levelling.
type leveller struct {
	ctx  context.Context
	s    *site
	o    Options
	y    yard
	plan *Plan
	made int
}

// search finds the best starts and makes the plan.
func (l *leveller) search() error {
	if err := l.ctx.Err(); err != nil {
		return err
	}
	if err := l.makeYard(); err != nil {
		return err
	}
	f := newSearch(l.y, l.o.Seed, max(l.o.schedules()-l.made, 1))
	if f.count > 0 {
		f.bound = l.bound()
		f.stop = func() bool { return f.made%256 == 0 && l.ctx.Err() != nil }
		f.run()
	}
	if err := l.ctx.Err(); err != nil {
		return err
	}
	l.made += f.made
	return l.make(f)
}

// makeYard finds room for one schedule, and then for twice as much.
func (l *leveller) makeYard() error {
	for times := int64(1); ; times *= 2 {
		more := l.s.stretch(times)
		l.y = newYard(l.s)
		n := l.y.count()
		order, start := make([]int32, n), make([]int32, n)
		for i := range order {
			order[i] = int32(i)
		}
		if n == 0 || l.y.forward(order, start) != nowhere {
			return nil
		}
		if !more {
			return Faults{fault(TooLong, int64(l.s.ticks))}
		}
	}
}

func newYard(s *site) yard {
	if p, ok := newPlain(s); ok {
		return p
	}
	return newGeneral(s)
}

// bound is the cost that no plan goes below: of the network without resources.
func (l *leveller) bound() cost {
	switch y := l.y.(type) {
	case *plain:
		return y.free0()
	case *general:
		return y.free0()
	}
	return cost{}
}

// make makes the plan of the best starts.
func (l *leveller) make(f *search) error {
	in := l.s.in
	in.Starts = slices.Clone(in.Starts)
	if in.Starts == nil {
		in.Starts = slices.Repeat([]cpm.Instant{in.Start}, l.s.g.Activities())
	}
	for i, t := range f.bestStart {
		if a := l.s.w.Activity(i); a >= 0 && l.s.w.Movable(i) {
			in.Starts[a] = l.y.instant(t)
		}
	}
	r := new(cpm.Result)
	if err := l.s.g.Solve(&in, r); err != nil {
		return err
	}
	l.plan = &Plan{Input: in, Result: r, Schedules: l.made, Lateness: f.best.late, Finish: r.Finish()}
	if f.count > 0 {
		l.plan.BoundLateness, l.plan.BoundFinish = f.bound.late, l.y.instant(f.bound.finish)
		if l.plan.Proved = !f.bound.less(f.best); l.plan.Proved {
			l.plan.BoundFinish = l.plan.Finish
		}
	}
	return nil
}

// collides reports whether what can be moved takes part in needing more than there is
// where nothing that cannot be moved does so alone; the next search then keeps clear of
// that.
func (l *leveller) collides() bool {
	l.plan.Excesses = l.s.excesses(l.plan.Result)
	for _, e := range l.plan.Excesses {
		if e.avoidable {
			l.s.tried = append(l.s.tried, l.plan.Result)
			return true
		}
	}
	return false
}
