package level

import (
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Options say how hard to search. The zero value searches as long as DefaultSchedules and
// DefaultMoves say, with seed 0.
type Options struct {
	// Schedules is how many schedules may be generated: each generation of all starts is
	// one, a pass of justification too. For Smooth it is how many moves are tried for
	// each activity. Zero means DefaultSchedules, or DefaultMoves.
	Schedules int

	// Seed chooses the search. The same seed finds the same plan on any machine.
	Seed uint64

	// Sparing is what a move must save, for Smooth: units above what there is, for each
	// activity of some length that does not stand where it is known. Above 0, Smooth does
	// not look at how even the loads are, and of plans as good takes the one that moves
	// least. Level does not look at it.
	Sparing int64

	// Known are the starts of the plan that people know, by activity, for Smooth: of
	// plans that are equally good, it takes the one that moves least away from them, and
	// looks for it from there. Nil means the early dates. Level does not look at them.
	Known []cpm.Instant
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
	s, err := newSite(p, false)
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
	f, late := newSearch(l.y, l.o.Seed, max(l.o.schedules()-l.made, 1)), l.s.latenessBound()
	if f.count > 0 {
		f.bound = l.bound().raised(late)
		f.stop = func() bool { return f.made%256 == 0 && l.ctx.Err() != nil }
		if frame := l.frame(); frame != nil {
			f.prove = func(best cost) bool { return frame.fails(best.finish - 1) }
		}
		f.run()
	}
	if err := l.ctx.Err(); err != nil {
		return err
	}
	l.made += f.made
	found := outcome{f.best, f.bound, f.bestStart}
	if frame := l.frame(); frame != nil && !found.proved() {
		found.bound.finish = frame.bound(found.bound.finish, found.best.finish)
	}
	if !found.proved() && l.s.isFew() {
		l.tryAll(&found, late)
	}
	return l.make(found)
}

// frame is what bounds the finish of a plain network without binding dates; nil for
// another.
func (l *leveller) frame() *frame {
	if p, ok := l.y.(*plain); ok && len(l.s.p.Dues) == 0 {
		return newFrame(l.s, p)
	}
	return nil
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

// outcome is what a search has found, and what nothing is better than.
type outcome struct {
	best, bound cost
	start       []int32
}

func (o *outcome) proved() bool { return !o.bound.less(o.best) }

// tryAll looks for something better among all plans of a small problem, none of which is less
// late than that.
func (l *leveller) tryAll(o *outcome, late int64) {
	g, ok := l.y.(*general)
	if !ok {
		g = newGeneral(l.s)
		o.rise(g, l.y)
		o.bound = o.bound.raised(late)
	}
	l.y = g
	e := exact{g: g, best: o.best, left: mostPuts}
	if done := e.try(); e.found {
		o.best, o.start = e.best, e.start
		if done {
			o.bound = o.best
		}
	} else if done {
		o.bound = o.best
	}
}

// rise turns what was found on one clock into ticks of the site.
func (o *outcome) rise(g *general, y yard) {
	for i, t := range o.start {
		o.start[i] = int32(y.instant(t) - g.s.from)
		g.w.Put(i, g.clocks[i].w.Rank(y.instant(t)))
	}
	o.best, o.bound = g.now(), g.free0()
}

// make makes the plan of the best starts.
func (l *leveller) make(o outcome) error {
	in := l.s.in
	in.Starts = startsOf(&in, l.s.g.Activities())
	for i, t := range o.start {
		if a := l.s.w.Activity(i); a >= 0 && l.s.w.Movable(i) {
			in.Starts[a] = l.y.instant(t)
		}
	}
	r := new(cpm.Result)
	if err := l.s.g.Solve(&in, r); err != nil {
		return err
	}
	l.plan = &Plan{Input: in, Result: r, Schedules: l.made, Lateness: o.best.late, Finish: r.Finish()}
	if len(o.start) > 0 {
		l.plan.BoundLateness, l.plan.BoundFinish = o.bound.late, l.y.end(o.bound.finish)
		if l.plan.Proved = o.proved(); l.plan.Proved {
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

// startsOf are the lowest dates of an input, by activity.
func startsOf(in *cpm.Input, n int) []cpm.Instant {
	if in.Starts != nil {
		return slices.Clone(in.Starts)
	}
	return slices.Repeat([]cpm.Instant{in.Start}, n)
}
