package cpm

// Numbers that stand for "no bound" in the passes. They leave room for adding
// two durations and a lag without overflow.
const (
	never   Work = 3 << 29
	longAgo Work = -never
)

// Solve computes all dates and floats for an input and writes them into r,
// whose memory is used again from solve to solve: once it has grown to the
// size of the graph, Solve allocates nothing. The error, if any, is of type
// Faults; r is then not to be read.
//
// The cost is linear in activities and links.
func (g *Graph) Solve(in *Input, r *Result) error {
	if g == nil || in == nil || r == nil {
		return Faults{fault(WrongResult)}
	}
	if err := r.prepare(g, in); err != nil {
		return err
	}
	if r.fromFinish {
		r.passBack()
	} else {
		r.pass()
	}
	r.schedule()
	r.rollUp()
	r.spanEfforts()
	return nil
}

// pass computes early dates, and from where all finishes late dates and floats.
func (r *Result) pass() {
	r.forward()
	r.finishDate()
	r.backward()
}

// after is what the successors of a position ask of its start: to be no later
// than late for the sake of their late dates, and than next for that of their
// early dates. The second less the early start is the free float.
type after struct{ late, next Work }

// forward computes the early starts: position by position, the largest of
// what its links demand.
func (r *Result) forward() {
	for k := range nobodies {
		r.early[r.graph.nodes+k] = longAgo
	}
	r.latest = longAgo
	for i := r.plainStarts(0); i < r.graph.nodes; i = r.plainStarts(i + 1) {
		r.behind[i] = after{never, never}
		r.early[i] = r.earlyStartOf(i)
		r.latest = max(r.latest, r.finishOf(i, r.early[i]))
	}
}

// plainStarts computes the early starts from position i on, up to the first
// of which the row and the project's start do not say all, and returns that
// one. The loop calls nothing, so that what it needs stays in registers.
func (r *Result) plainStarts(i int) int {
	n := r.graph.nodes
	if i >= n {
		return n
	}
	spots, behind, early := r.spots[:n], r.behind[:n], r.early[:n+nobodies]
	clock, latest := spots[i].clock, r.latest
	low := r.low[clock]
	for ; i < n; i++ {
		s := &spots[i]
		if s.flags&^isPoint != 0 || s.clock != clock {
			break
		}
		behind[i] = after{never, never}
		b := min(Work(Horizon), max(low,
			early[s.row[0].from]+Work(s.row[0].weight),
			early[s.row[1].from]+Work(s.row[1].weight),
			early[s.row[2].from]+Work(s.row[2].weight)))
		early[i] = b
		latest = max(latest, b+s.duration)
	}
	r.latest = latest
	return i
}

// earlyStartOf computes the early start of any position.
func (r *Result) earlyStartOf(i int) Work {
	s, early := &r.spots[i], r.early
	if s.flags&slow != 0 {
		return r.earlyStart(i)
	}
	b := r.low[s.clock]
	for _, slot := range &s.row {
		b = max(b, early[slot.from]+Work(slot.weight))
	}
	if s.flags&(hasExtra|hasBridges) != 0 {
		b = r.beyondRow(i, b)
	}
	return min(b, Work(Horizon))
}

// beyondRow adds to a bound on the start of position i what its links outside
// the row demand.
func (r *Result) beyondRow(i int, b Work) Work {
	g := r.graph
	early := r.early
	from, to := g.tails[i], g.tails[i+1]
	for _, s := range r.extra[from.extra:to.extra] {
		b = max(b, early[s.from]+Work(s.weight))
	}
	carrying := r.options.Finished != FinishedStops
	for x := from.bridge; x < to.bridge; x++ {
		br := r.plainBridgeTo(i, x)
		if carrying {
			br = r.bridgeTo(i, x)
		}
		k := br.forward(g.calendars, r.endOf(br.end), r.bridgeValue[x])
		if br.toFinish {
			k -= r.spots[i].duration
		}
		b = max(b, k)
	}
	return b
}

// endOf is the early start (even) or finish (odd) of position end/2.
func (r *Result) endOf(end int32) Work {
	k := r.early[end>>1]
	if end&1 != 0 {
		k += r.spots[end>>1].duration
	}
	return k
}

// finishDate fixes the instant by which all has to be finished, and its
// number on every clock.
func (r *Result) finishDate() {
	g := r.graph
	switch {
	case g.leaves == 0:
		r.earlyFinish = r.start
	case g.oneClock:
		r.earlyFinish = r.lastOnClock()
	default:
		r.earlyFinish = r.latestInstant()
	}
	r.earlyFinish = max(r.earlyFinish, r.done)
	r.finish = r.earlyFinish
	if r.mustFinish {
		r.finish = r.mustFinishAt
	}
	for c := range r.high {
		r.high[c] = g.calendars[c].Rank(r.finish)
	}
}

// lastOnClock is the latest early finish where there is one clock. Work of no
// length that is last finishes where a tick begins, which may be later than
// the end of the tick before.
func (r *Result) lastOnClock() Instant {
	w := r.graph.calendars[r.spots[0].clock]
	finish, start := w.Finish(r.latest), w.Start(r.latest)
	if finish == start {
		return finish
	}
	for i := range r.spots {
		if r.spots[i].flags&isPoint != 0 && r.early[i] == r.latest {
			return start
		}
	}
	return finish
}

func (r *Result) latestInstant() Instant {
	g := r.graph
	for c := range r.latestOf {
		r.latestOf[c] = longAgo
	}
	x := -Horizon
	for i := range r.spots {
		if s := &r.spots[i]; s.flags&isHub == 0 {
			k := r.early[i] + s.duration
			if s.flags&isSpecial != 0 {
				k = r.finishOf(i, r.early[i])
			}
			r.latestOf[s.clock] = max(r.latestOf[s.clock], k)
			if s.flags&isPoint != 0 {
				x = max(x, g.calendars[s.clock].Start(r.early[i]))
			}
		}
	}
	for c, k := range r.latestOf {
		if k > longAgo {
			x = max(x, g.calendars[c].Finish(k))
		}
	}
	return x
}

// backward computes the late starts and the free floats: in reverse order,
// each position tells its predecessors over the same rows what its late and
// its early start ask of theirs.
func (r *Result) backward() {
	for i := r.plainLates(r.graph.nodes - 1); i >= 0; i = r.plainLates(i - 1) {
		r.lateStartOf(i)
	}
}

// plainLates does for the late starts what plainStarts does for the early
// ones, from position i back.
func (r *Result) plainLates(i int) int {
	if i < 0 {
		return i
	}
	n := r.graph.nodes
	spots, behind, early := r.spots[:n], r.behind[:n+nobodies], r.early[:n]
	clock := spots[i].clock
	high := r.high[clock]
	less := high - r.graph.calendars[clock].lastStart(r.finish) // 0 or 1, for work of no length
	for ; i >= 0; i-- {
		s := &spots[i]
		if s.flags&^isPoint != 0 || s.clock != clock {
			break
		}
		ls, es := max(min(behind[i].late, high-max(s.duration, less)), -Work(Horizon)), early[i]
		behind[i].late = ls
		behind[s.row[0].from].ask(ls-Work(s.row[0].weight), es-Work(s.row[0].weight))
		behind[s.row[1].from].ask(ls-Work(s.row[1].weight), es-Work(s.row[1].weight))
		behind[s.row[2].from].ask(ls-Work(s.row[2].weight), es-Work(s.row[2].weight))
	}
	return i
}

// lateStartOf computes the late start of any position and tells its
// predecessors.
func (r *Result) lateStartOf(i int) {
	s, behind := &r.spots[i], r.behind
	if s.flags&slow != 0 {
		r.lateStart(i)
		return
	}
	ls, es := max(min(behind[i].late, r.highest(i)), -Work(Horizon)), r.early[i]
	behind[i].late = ls
	for _, slot := range &s.row {
		behind[slot.from].ask(ls-Work(slot.weight), es-Work(slot.weight))
	}
	if s.flags&(hasExtra|hasBridges) != 0 {
		r.pushBeyondRow(i, ls, es)
	}
}

// highest is the latest start of position i with which it finishes by when
// all has to be finished.
func (r *Result) highest(i int) Work {
	s := &r.spots[i]
	if s.flags&isPoint != 0 {
		return r.pauseOf(i).down(r.graph.calendars[s.clock].lastStart(r.finish))
	}
	if s.flags&isSpecial != 0 {
		if r.hasEarlyOnly && r.isLatePoint(i) {
			return r.graph.calendars[s.clock].lastStart(r.finish)
		}
		return r.startBy(i, r.high[s.clock])
	}
	return r.high[s.clock] - s.duration
}

// bridgeTo returns a bridge into position i between the ends as they are with
// the durations at hand: work of no length finishes where it starts.
func (r *Result) bridgeTo(i int, x int32) bridge {
	b := r.plainBridgeTo(i, x)
	if r.options.Finished != FinishedStops {
		b.toPoint = b.toPoint || b.toFinish && r.standsIn(i)
	}
	return b
}

// plainBridgeTo is bridgeTo where nothing carries.
func (r *Result) plainBridgeTo(i int, x int32) bridge {
	b := r.graph.bridges[x]
	b.fromPoint = b.fromFinish && r.spots[b.end>>1].flags&isPoint != 0
	b.toPoint = b.toFinish && r.spots[i].flags&isPoint != 0
	return b
}

func (a *after) ask(late, next Work) {
	a.late, a.next = min(a.late, late), min(a.next, next)
}

// pushBeyondRow tells the predecessors outside the row.
func (r *Result) pushBeyondRow(i int, ls, es Work) {
	g := r.graph
	behind := r.behind
	from, to := g.tails[i], g.tails[i+1]
	for _, s := range r.extra[from.extra:to.extra] {
		behind[s.from].ask(ls-Work(s.weight), es-Work(s.weight))
	}
	carrying := r.options.Finished != FinishedStops
	for x := from.bridge; x < to.bridge; x++ {
		br, value := r.plainBridgeTo(i, x), r.bridgeValue[x]
		if carrying {
			br = r.bridgeTo(i, x)
		}
		l, e := ls, es
		if br.toFinish {
			l, e = l+r.spots[i].duration, e+r.spots[i].duration
		}
		l, e = br.backward(g.calendars, l, value), br.backward(g.calendars, e, value)
		p := br.end >> 1
		if br.end&1 != 0 {
			l, e = l-r.spots[p].duration, e-r.spots[p].duration
		}
		behind[p].ask(l, e)
	}
}
