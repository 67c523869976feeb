package cpm

import "math/bits"

// Driving marks the activities on the chains of driving links to an activity,
// itself with them, as Result.PathsTo lists them: bit k of marks[i] says that
// activity i is on one in lane k. Where all counts in working time on one
// calendar, they are those that cannot start later without moving it. Marks has
// an entry for each activity, those of summaries 0, and none is set for the
// chains to a summary or a level of effort. It allocates nothing.
func (b *Batch) Driving(activity int, marks []uint32) {
	clear(marks)
	if !b.has(activity, 0) || len(marks) != len(b.Durations) {
		return
	}
	r := b.result
	g := r.graph
	p := int(g.position[activity])
	clear(b.leads[:p])
	b.leads[p] = 1<<Lanes - 1
	for i := p; i >= 0; i-- {
		lanes := b.leads[i]
		if lanes == 0 {
			continue
		}
		if r.spots[i].flags&isHub == 0 {
			marks[g.activity[i]] = lanes
		}
		switch b.rows[i].kind {
		case sumsRow, mixedRow:
			b.lead(i, lanes)
		case slowRow:
			b.leadSlowly(i, lanes)
		}
	}
}

// lead marks what drives a position in some lanes, where its row says all.
func (b *Batch) lead(i int, lanes uint32) {
	row := &b.rows[i]
	if unknown := lanes &^ b.known[i]; unknown != 0 {
		if b.known[i] == 0 {
			clear(b.drives[row.first:row.end])
		}
		b.known[i] |= unknown
		b.findDriving(i, unknown)
	}
	for x := row.first; x < row.end; x++ {
		b.leads[b.edges[x].end>>1] |= b.drives[x] & lanes
	}
}

// findDriving finds what drives a position in some lanes: an edge that demands no
// less than the start, unless a constraint has pulled that.
func (b *Batch) findDriving(i int, lanes uint32) {
	row, start := &b.rows[i], &b.ends[2*i]
	if row.by < never {
		lanes &^= b.pulled(i, lanes)
	}
	for x := row.first; x < row.end; x++ {
		e, on := &b.edges[x], uint32(0)
		if e.memo < 0 && !e.binds {
			from, lag := &b.ends[e.end], e.lag
			for rest := lanes; rest != 0; rest &= rest - 1 {
				k := bits.TrailingZeros32(rest)
				on |= bit(from[k]+lag >= start[k]) << k
			}
		} else {
			for rest := lanes; rest != 0; rest &= rest - 1 {
				k := bits.TrailingZeros32(rest)
				on |= bit(b.demanded(e, i, k) >= start[k]) << k
			}
		}
		b.drives[x] |= on
	}
}

// pulled are the lanes in which a position has to start before what it waits for.
func (b *Batch) pulled(i int, lanes uint32) (out uint32) {
	row := &b.rows[i]
	if row.low > row.by {
		return lanes
	}
	for x := row.first; x < row.end; x++ {
		for rest := lanes; rest != 0; rest &= rest - 1 {
			k := bits.TrailingZeros32(rest)
			out |= bit(b.demanded(&b.edges[x], i, k) > row.by) << k
		}
	}
	return out
}

// demanded is what an edge of a row demands in a lane.
func (b *Batch) demanded(e *batchEdge, i, lane int) Work {
	if e.memo >= 0 {
		return b.over(b.result.graph.calendars, e, i, lane)
	}
	k := b.ends[e.end][lane] + e.lag
	if e.binds {
		k -= b.lengths(i)[lane]
	}
	return k
}

// leadSlowly does the same for any position, lane by lane.
func (b *Batch) leadSlowly(i int, lanes uint32) {
	r := b.result
	s := r.specialFor(i)
	b.buf = r.arrivals(i, b.buf)
	for rest := lanes; rest != 0; rest &= rest - 1 {
		k := bits.TrailingZeros32(rest)
		at, linked := b.heldAt(i, s, k)
		if !linked {
			continue
		}
		for _, a := range b.buf {
			if !r.stopsAt(i, a) && r.pauseOf(i).up(b.demands(r, i, a, k)) >= at {
				b.leads[a.from] |= 1 << k
			}
		}
	}
}

// heldAt is the start of a position in a lane to which a link has to demand it in
// order to drive it; false where none can. Result.driving says it of a solve.
func (b *Batch) heldAt(i int, s *special, k int) (at Work, linked bool) {
	r := b.result
	if s == nil {
		return b.ends[2*i][k], true
	}
	if r.carries(s) {
		if through := b.carried[r.specialAt[i]][k]; through > longAgo {
			return through, true
		}
	}
	if s.state.isGiven() || s.state == inProgress && r.options.Progress == ProgressOverride {
		return 0, false
	}
	logic := longAgo
	for _, a := range b.buf {
		logic = max(logic, b.demands(r, i, a, k))
	}
	d := b.lengths(i)[k]
	if s.state == inProgress {
		return b.laneStart(r, i, s, d, logic), true
	}
	asked := min(s.pause.up(max(logic, r.lowest(i), s.from(d))), Work(Horizon))
	held := max(min(asked, s.by(d)), -Work(Horizon))
	return held, held == asked
}

// bit is 1 for yes.
func bit(yes bool) uint32 {
	if yes {
		return 1
	}
	return 0
}
