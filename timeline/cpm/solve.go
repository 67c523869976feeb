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
	if in == nil || r == nil {
		return Faults{fault(WrongResult)}
	}
	if err := r.prepare(g, in); err != nil {
		return err
	}
	r.forward()
	r.finishDate()
	r.backward()
	r.schedule()
	r.rollUp()
	return nil
}

// after is what the successors of a position ask of its start: to be no later
// than late for the sake of their late dates, and than next for that of their
// early dates. The second less the early start is the free float.
type after struct{ late, next Work }

// forward computes the early starts: position by position, the largest of
// what its links demand.
func (r *Result) forward() {
	n := r.graph.nodes
	spots, rows, low := r.spots[:n], r.rows[:n], r.low
	behind, early := r.behind[:n], r.early[:n+1]
	early[n] = longAgo
	latest := longAgo
	for i := range spots {
		spot, row := &spots[i], &rows[i]
		behind[i] = after{never, never}
		if spot.flags&slow != 0 {
			early[i] = r.earlyStart(i)
			latest = max(latest, early[i]+spot.duration)
			continue
		}
		b := max(
			low[spot.clock],
			early[row[0].from]+Work(row[0].weight),
			early[row[1].from]+Work(row[1].weight),
			early[row[2].from]+Work(row[2].weight))
		if spot.flags != 0 {
			b = r.beyondRow(i, b)
		}
		b = min(b, Work(Horizon))
		early[i] = b
		latest = max(latest, b+spot.duration)
	}
	r.latest = latest
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
	for x := from.bridge; x < to.bridge; x++ {
		br := &g.bridges[x]
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
		r.earlyFinish = g.calendars[g.spots[0].clock].Finish(r.latest)
	default:
		r.earlyFinish = r.latestInstant()
	}
	r.finish = r.earlyFinish
	if r.mustFinish {
		r.finish = r.mustFinishAt
	}
	for c := range r.high {
		r.high[c] = g.calendars[c].Rank(r.finish)
	}
}

func (r *Result) latestInstant() Instant {
	g := r.graph
	for c := range r.latestOf {
		r.latestOf[c] = longAgo
	}
	for i := range r.spots {
		if s := &r.spots[i]; s.flags&isHub == 0 {
			r.latestOf[s.clock] = max(r.latestOf[s.clock], r.early[i]+s.duration)
		}
	}
	x := -Horizon
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
	n := r.graph.nodes
	spots, rows, high := r.spots[:n], r.rows[:n], r.high
	behind, early := r.behind[:n+1], r.early[:n]
	for i := n - 1; i >= 0; i-- {
		spot, row := &spots[i], &rows[i]
		if spot.flags&slow != 0 {
			r.lateStart(i)
			continue
		}
		ls := max(min(behind[i].late, high[spot.clock]-spot.duration), -Work(Horizon))
		es := early[i]
		behind[i].late = ls
		behind[row[0].from].ask(ls-Work(row[0].weight), es-Work(row[0].weight))
		behind[row[1].from].ask(ls-Work(row[1].weight), es-Work(row[1].weight))
		behind[row[2].from].ask(ls-Work(row[2].weight), es-Work(row[2].weight))
		if spot.flags != 0 {
			r.pushBeyondRow(i, ls, es)
		}
	}
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
	for x := from.bridge; x < to.bridge; x++ {
		br, value := &g.bridges[x], r.bridgeValue[x]
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
