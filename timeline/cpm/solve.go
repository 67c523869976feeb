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

// forward computes the early dates: position by position, the largest of what
// its links demand.
func (r *Result) forward() {
	g := r.graph
	n := g.nodes
	clock, flags, rows, weights := g.clock[:n], r.flags[:n], g.rows[:n], r.weights[:n]
	duration, early, late, free := r.duration[:n], r.early[:2*n], r.late[:2*n], r.free[:n]
	latest := longAgo
	for i := range n {
		late[2*i], late[2*i+1], free[i] = never, never, never
		if flags[i]&(isSpecial|isHub) != 0 {
			r.forwardSpecial(i)
			latest = max(latest, early[2*i+1])
			continue
		}
		b := r.low[clock[i]]
		early[2*i] = b
		row, weight := &rows[i], &weights[i]
		b = max(b, early[row[0]]+Work(weight[0]), early[row[1]]+Work(weight[1]), early[row[2]]+Work(weight[2]))
		if flags[i]&(hasExtra|hasBridges) != 0 {
			b = r.beyondRow(i, b, early)
		}
		b = min(b, Work(Horizon))
		f := b + duration[i]
		early[2*i], early[2*i+1] = b, f
		latest = max(latest, f)
	}
	r.latest = latest
}

// beyondRow adds to a bound on the start of position i what its links outside
// the row demand, given the ends computed so far.
func (r *Result) beyondRow(i int, b Work, ends []Work) Work {
	g := r.graph
	for x := g.extraAt[i]; x < g.extraAt[i+1]; x++ {
		b = max(b, ends[g.extra[x]]+Work(r.extraWeight[x]))
	}
	for x := g.bridgeAt[i]; x < g.bridgeAt[i+1]; x++ {
		br := &g.bridges[x]
		k := br.forward(ends[br.end], r.bridgeValue[x])
		if br.toFinish {
			k -= r.duration[i]
		}
		b = max(b, k)
	}
	return b
}

// logic is what all links of position i demand of its start; low if that is
// later.
func (r *Result) logic(i int, low Work, ends []Work) Work {
	ends[2*i] = low
	row, weight := &r.graph.rows[i], &r.weights[i]
	for s := range row {
		low = max(low, ends[row[s]]+Work(weight[s]))
	}
	return r.beyondRow(i, low, ends)
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
		for c := range r.latestOf {
			r.latestOf[c] = longAgo
		}
		for i, c := range g.clock {
			if r.flags[i]&isHub == 0 {
				r.latestOf[c] = max(r.latestOf[c], r.early[2*i+1])
			}
		}
		r.earlyFinish = -Horizon
		for c, k := range r.latestOf {
			if k > longAgo {
				r.earlyFinish = max(r.earlyFinish, g.calendars[c].Finish(k))
			}
		}
	}
	r.finish = r.earlyFinish
	if r.mustFinish {
		r.finish = r.mustFinishAt
	}
	for c := range r.high {
		r.high[c] = g.calendars[c].Rank(r.finish)
	}
}

// backward computes the late dates and the free floats: in reverse order,
// each position tells its predecessors how late their ends may be and how far
// its own early start lies from what they demand.
func (r *Result) backward() {
	g := r.graph
	n := g.nodes
	clock, flags, rows, weights := g.clock[:n], r.flags[:n], g.rows[:n], r.weights[:n]
	duration, early, late, free := r.duration[:n], r.early[:2*n], r.late[:2*n], r.free[:n]
	for i := n - 1; i >= 0; i-- {
		if flags[i]&(isSpecial|isHub) != 0 {
			r.backwardSpecial(i)
			continue
		}
		f, d, es := free[i], duration[i], early[2*i]
		ls := max(min(late[2*i], min(late[2*i+1], r.high[clock[i]])-d), -Work(Horizon))
		row, weight := &rows[i], &weights[i]
		for s := range row {
			e, w := row[s], Work(weight[s])
			late[e] = min(late[e], ls-w)
			free[e>>1] = min(free[e>>1], es-w-early[e])
		}
		late[2*i], late[2*i+1], free[i] = ls, ls+d, f
		if flags[i]&(hasExtra|hasBridges) != 0 {
			r.pushBeyondRow(i, ls, es)
		}
	}
}

// push tells the predecessors of position i by its row what a late start ls
// and an early start es mean for them.
func (r *Result) push(i int, ls, es Work) {
	own := int32(2 * i)
	row, weight := &r.graph.rows[i], &r.weights[i]
	for s := range row {
		if e, w := row[s], Work(weight[s]); e != own {
			r.late[e] = min(r.late[e], ls-w)
			r.free[e>>1] = min(r.free[e>>1], es-w-r.early[e])
		}
	}
	if r.flags[i]&(hasExtra|hasBridges) != 0 {
		r.pushBeyondRow(i, ls, es)
	}
}

func (r *Result) pushBeyondRow(i int, ls, es Work) {
	g := r.graph
	for x := g.extraAt[i]; x < g.extraAt[i+1]; x++ {
		e, w := g.extra[x], Work(r.extraWeight[x])
		r.late[e] = min(r.late[e], ls-w)
		r.free[e>>1] = min(r.free[e>>1], es-w-r.early[e])
	}
	for x := g.bridgeAt[i]; x < g.bridgeAt[i+1]; x++ {
		br, value := &g.bridges[x], r.bridgeValue[x]
		l, e := ls, es
		if br.toFinish {
			l, e = l+r.duration[i], e+r.duration[i]
		}
		r.late[br.end] = min(r.late[br.end], br.backward(l, value))
		r.free[br.end>>1] = min(r.free[br.end>>1], br.backward(e, value)-r.early[br.end])
	}
}
