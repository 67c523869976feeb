package cpm

// Driving marks the activities on the chains of driving links to an activity,
// itself with them, as Result.PathsTo lists them: bit k of marks[i] says that
// activity i is on one in lane k. Where all counts in working time on one
// calendar, they are those that cannot start later without moving it. Marks has
// an entry for each activity, those of summaries 0, and none is set for the
// chains to a summary or a level of effort. It allocates nothing once it has been
// called.
func (b *Batch) Driving(activity int, marks []uint8) {
	clear(marks)
	if !b.has(activity, 0) || len(marks) != len(b.Durations) {
		return
	}
	r := b.result
	g := r.graph
	b.leads = grown(b.leads, g.nodes+1)
	clear(b.leads)
	p := int(g.position[activity])
	b.leads[p] = 1<<Lanes - 1
	for i := p; i >= 0; i-- {
		lanes := b.leads[i]
		if lanes == 0 {
			continue
		}
		if r.spots[i].flags&isHub == 0 {
			marks[g.activity[i]] = lanes
		}
		if b.rows[i].slow {
			b.leadSlowly(i, lanes)
		} else {
			b.leadPlainly(i, lanes)
		}
	}
}

// leadPlainly marks what drives a position in some lanes, where its row says
// all.
func (b *Batch) leadPlainly(i int, lanes uint8) {
	row, d, start := &b.rows[i], b.lengths(i), &b.ends[2*i]
	nobody := int32(len(b.ends) - 1)
	for s, end := range row.ends {
		if end == nobody {
			continue
		}
		e, lag, less := &b.ends[end], Work(row.lags[s]), row.less[s]
		on := uint8(0)
		for k := range Lanes {
			on |= bit(e[k]+lag-d[k]&less >= start[k]) << k
		}
		b.leads[end>>1] |= on & lanes
	}
}

// leadSlowly does the same for any position, lane by lane.
func (b *Batch) leadSlowly(i int, lanes uint8) {
	r := b.result
	s := r.specialFor(i)
	b.buf = r.arrivals(i, b.buf)
	for k := range Lanes {
		if lanes>>k&1 == 0 {
			continue
		}
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
func bit(yes bool) uint8 {
	if yes {
		return 1
	}
	return 0
}
