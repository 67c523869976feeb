package cpm

// A Placement puts what a network consists of at starts of the caller's choice,
// one position after another, by the rules of the engine: links, lags, calendars,
// constraints, progress, fixed dates and pauses. It is what levelling by
// resources stands on. Positions are activities, except summaries and levels of
// effort, and the points in time that stand for the sides of a summary; they are
// numbered from 0 in an order in which each comes after those that it waits for.
//
// A start is the number of a working tick on the position's own clock
// ([Placement.Clock]): of its calendar, or of all ticks for milestones. Of work in
// progress it is that of what remains.
//
// A pass on puts each position at its [Placement.Earliest] or later, in any order in
// which those of [Placement.Before] come first. Then a pass back begins with
// [Placement.Back], and takes each position to its [Placement.Latest] or earlier in
// the reverse of such an order, by [Placement.PutBack]. What an index names that
// there is not is nothing. A Placement is for one goroutine.
type Placement struct {
	r      Result
	before [][]int32
	edges  [][]arrival
}

// Placement returns a placement with everything at its early dates. The error is
// that of Solve.
func (g *Graph) Placement(in *Input) (*Placement, error) {
	w := new(Placement)
	if err := g.Solve(in, &w.r); err != nil {
		return nil, err
	}
	w.before, w.edges = make([][]int32, g.nodes), make([][]arrival, g.nodes)
	for p := range w.before {
		w.edges[p] = w.r.arrivals(p, nil)
		for _, a := range w.edges[p] {
			w.before[p] = append(w.before[p], a.from)
		}
	}
	return w, nil
}

// has reports whether there is such a position.
func (w *Placement) has(p int) bool { return w != nil && p >= 0 && p < len(w.before) }

// Positions returns how many there are.
func (w *Placement) Positions() int {
	if w == nil {
		return 0
	}
	return len(w.before)
}

// Activity returns the activity of a position, or -1 for a side of a summary.
func (w *Placement) Activity(p int) int {
	if !w.has(p) || w.r.spots[p].flags&isHub != 0 {
		return -1
	}
	return int(w.r.graph.activity[p])
}

// Before returns the positions that one waits for, in the order of the links; one
// twice if two links join them. It is not to be written to.
func (w *Placement) Before(p int) []int32 {
	if !w.has(p) {
		return nil
	}
	return w.before[p]
}

// Movable reports whether a position is an activity that can be put later than its
// early start: not started, without fixed dates, and no constraint pulls it.
func (w *Placement) Movable(p int) bool {
	if !w.has(p) || w.r.spots[p].flags&isHub != 0 {
		return false
	}
	s := w.r.specialFor(p)
	return s == nil || s.state == notStarted && !s.fixed && min(s.startBy, s.finishBy, s.pointBy) >= never
}

// Length returns what is left to be worked, in ticks of the clock.
func (w *Placement) Length(p int) Work {
	if !w.has(p) {
		return 0
	}
	return w.r.spots[p].duration
}

// Clock returns what the starts of a position are numbers of.
func (w *Placement) Clock(p int) *WorkingTime {
	if !w.has(p) {
		return &WorkingTime{}
	}
	return w.r.graph.calendars[w.r.spots[p].clock]
}

// At returns where a position stands.
func (w *Placement) At(p int) Work {
	if !w.has(p) {
		return 0
	}
	return w.r.early[p]
}

// Earliest returns the first start that what a position waits for allows where
// that stands; of what has finished or has fixed dates, the number of its finish.
func (w *Placement) Earliest(p int) Work {
	if !w.has(p) {
		return 0
	}
	return w.r.earlyStartOf(p)
}

// Asked returns the first start that one of [Placement.Before], by its index there, lets
// a position have, whatever else it waits for.
func (w *Placement) Asked(p, n int) Work {
	if !w.has(p) || n < 0 || n >= len(w.edges[p]) {
		return 0
	}
	return w.r.demands(p, w.edges[p][n], w.r.early)
}

// Put puts a position at a start, or after the pause that the start lies in.
func (w *Placement) Put(p int, start Work) {
	if w.has(p) {
		w.r.early[p] = min(max(w.r.pauseOf(p).up(start), -Work(Horizon)), Work(Horizon))
	}
}

// Parts returns the working ticks that a position takes if it starts there, from a
// number to before another: one stretch, and the rest after a pause.
func (w *Placement) Parts(p int, start Work) (first, rest [2]Work) {
	if !w.has(p) || w.r.spots[p].duration <= 0 {
		return [2]Work{start, start}, [2]Work{start, start}
	}
	end := w.r.finishOf(p, start)
	if s := w.r.pauseOf(p); s.stop < s.resume && start < s.stop && end > s.resume {
		return [2]Work{start, s.stop}, [2]Work{s.resume, end}
	}
	return [2]Work{start, end}, [2]Work{end, end}
}

// Dates returns the instants between which a position stands if it starts there; of
// what has happened or is fixed, those that it has.
func (w *Placement) Dates(p int, start Work) (from, to Instant) {
	if !w.has(p) {
		return 0, 0
	}
	s := w.r.specialFor(p)
	if s != nil && s.state.isGiven() {
		return s.actualStart, s.actualFinish
	}
	ends := clockEnds{w.Clock(p), w.r.spots[p].flags&isPoint != 0}
	end := w.r.finishOf(p, start)
	from, to = ends.start(start), ends.finish(end)
	if s != nil && s.state == inProgress {
		return s.actualStart, s.endOfRest(to, end)
	}
	return from, to
}

// Back begins a pass back from an instant by which everything is to be finished.
func (w *Placement) Back(finish Instant) {
	if w == nil {
		return
	}
	w.r.finish = finish
	for c := range w.r.high {
		w.r.high[c] = w.r.graph.calendars[c].Rank(finish)
	}
	for p := range w.r.behind {
		w.r.behind[p] = after{never, never}
	}
}

// Latest returns the last start that what waits for a position allows where the
// pass back has put that, and its own bounds.
func (w *Placement) Latest(p int) Work {
	if !w.has(p) {
		return 0
	}
	late := w.r.behind[p].late
	if w.r.spots[p].flags&isHub != 0 {
		return late
	}
	late = min(late, w.r.highest(p))
	if s := w.r.specialFor(p); s != nil {
		if late = min(late, s.lateStart); s.fixed {
			late = s.lateStart
		}
	}
	return max(late, -Work(Horizon))
}

// PutBack puts a position at a start no later than its latest, before the pause that
// the start lies in, and tells what it waits for. Of what cannot be moved, the
// start that it has counts.
func (w *Placement) PutBack(p int, start Work) {
	if !w.has(p) {
		return
	}
	if w.Movable(p) {
		w.r.behind[p].late = min(w.r.behind[p].late, w.r.pauseOf(p).down(start))
	}
	w.r.lateStartOf(p)
}

// Sum is a plain link: a position starts at least Ticks after another starts.
type Sum struct {
	From  int
	Ticks Work
}

// Sums returns the links to each position where all of them are sums: one clock, no
// summaries with links, nothing constrained, started, fixed, put off or paused.
// Otherwise it is false.
func (w *Placement) Sums() ([][]Sum, bool) {
	if w.Positions() == 0 || !w.r.graph.oneClock {
		return nil, false
	}
	out := make([][]Sum, len(w.before))
	for p := range out {
		if w.r.spots[p].flags&(slow|hasBridges) != 0 {
			return nil, false
		}
		for _, a := range w.edges[p] {
			out[p] = append(out[p], Sum{int(a.from), a.weight})
		}
	}
	return out, true
}
