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
	g := r.graph
	n := g.nodes
	clock, flags, rows, weights := g.clock[:n], r.flags[:n], g.rows[:n], r.weights[:n]
	duration, behind, early := r.duration[:n], r.behind[:n], r.early[:n+1]
	early[n] = longAgo
	latest := longAgo
	for i := range rows {
		behind[i] = after{never, never}
		if flags[i]&slow != 0 {
			early[i] = r.earlyStart(i)
		} else {
			row, weight := &rows[i], &weights[i]
			b := max(r.low[clock[i]],
				early[row[0]]+Work(weight[0]), early[row[1]]+Work(weight[1]), early[row[2]]+Work(weight[2]))
			if flags[i] != 0 {
				b = r.beyondRow(i, b)
			}
			early[i] = min(b, Work(Horizon))
		}
		latest = max(latest, early[i]+duration[i])
	}
	r.latest = latest
}

// beyondRow adds to a bound on the start of position i what its links outside
// the row demand.
func (r *Result) beyondRow(i int, b Work) Work {
	g := r.graph
	early := r.early
	from, to := g.extraAt[i], g.extraAt[i+1]
	weights := r.extraWeight[from:to]
	for x, p := range g.extra[from:to] {
		b = max(b, early[p]+Work(weights[x]))
	}
	for x := g.bridgeAt[i]; x < g.bridgeAt[i+1]; x++ {
		br := &g.bridges[x]
		k := br.forward(r.endOf(br.end), r.bridgeValue[x])
		if br.toFinish {
			k -= r.duration[i]
		}
		b = max(b, k)
	}
	return b
}

// endOf is the early start (even) or finish (odd) of position end/2.
func (r *Result) endOf(end int32) Work {
	k := r.early[end>>1]
	if end&1 != 0 {
		k += r.duration[end>>1]
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
	case g.clocks == 1 && g.leaves == g.nodes:
		r.earlyFinish = g.calendars[g.clock[0]].Finish(r.latest)
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
	for i, c := range g.clock {
		if g.flags[i]&isHub == 0 {
			r.latestOf[c] = max(r.latestOf[c], r.early[i]+r.duration[i])
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
	g := r.graph
	n := g.nodes
	clock, flags, rows, weights := g.clock[:n], r.flags[:n], g.rows[:n], r.weights[:n]
	duration, early, behind := r.duration[:n], r.early[:n], r.behind[:n+1]
	for i := n - 1; i >= 0; i-- {
		if flags[i]&slow != 0 {
			r.lateStart(i)
			continue
		}
		b := &behind[i]
		ls := max(min(b.late, r.high[clock[i]]-duration[i]), -Work(Horizon))
		b.late = ls
		es := early[i]
		row, weight := &rows[i], &weights[i]
		w := Work(weight[0])
		b = &behind[row[0]]
		b.late, b.next = min(b.late, ls-w), min(b.next, es-w)
		w = Work(weight[1])
		b = &behind[row[1]]
		b.late, b.next = min(b.late, ls-w), min(b.next, es-w)
		w = Work(weight[2])
		b = &behind[row[2]]
		b.late, b.next = min(b.late, ls-w), min(b.next, es-w)
		if flags[i] != 0 {
			r.pushBeyondRow(i, ls, es)
		}
	}
}

// pushBeyondRow tells the predecessors outside the row.
func (r *Result) pushBeyondRow(i int, ls, es Work) {
	g := r.graph
	from, to := g.extraAt[i], g.extraAt[i+1]
	weights := r.extraWeight[from:to]
	for x, p := range g.extra[from:to] {
		w, b := Work(weights[x]), &r.behind[p]
		b.late, b.next = min(b.late, ls-w), min(b.next, es-w)
	}
	for x := g.bridgeAt[i]; x < g.bridgeAt[i+1]; x++ {
		br, value := &g.bridges[x], r.bridgeValue[x]
		l, e := ls, es
		if br.toFinish {
			l, e = l+r.duration[i], e+r.duration[i]
		}
		l, e = br.backward(l, value), br.backward(e, value)
		p := br.end >> 1
		if br.end&1 != 0 {
			l, e = l-r.duration[p], e-r.duration[p]
		}
		b := &r.behind[p]
		b.late, b.next = min(b.late, l), min(b.next, e)
	}
}
