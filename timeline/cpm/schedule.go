package cpm

// schedule computes the scheduled starts, if anything is to be as late as
// possible.
func (r *Result) schedule() {
	r.scheduled = r.scheduled[:0]
	if !r.hasALAP {
		return
	}
	n := r.graph.nodes
	r.scheduled = grown(r.scheduled, 2*n)
	if r.options.ALAP == ALAPTotalFloat {
		r.scheduleToLate()
		return
	}
	r.scheduleToFree()
}

// scheduleToLate starts what is to be late at its late start, where that is
// not before its early one, and lets the links push what follows.
func (r *Result) scheduleToLate() {
	ends := r.scheduled
	for i := range r.graph.nodes {
		s := r.specialFor(i)
		if s != nil && (s.state != notStarted || s.fixed) {
			ends[2*i], ends[2*i+1] = r.early[2*i], r.early[2*i+1]
			continue
		}
		b := max(r.logic(i, longAgo, ends), r.early[2*i])
		if s != nil {
			if s.alap {
				b = max(b, r.late[2*i])
			}
			b = min(b, s.pull)
		}
		b = min(b, Work(Horizon))
		ends[2*i], ends[2*i+1] = b, b+r.duration[i]
	}
}

// scheduleToFree delays what is to be late until something that follows it
// would have to move, last things first. The ends hold what successors allow
// until a position's own turn comes.
func (r *Result) scheduleToFree() {
	allowed := r.scheduled
	for i := range allowed {
		allowed[i] = never
	}
	for i := r.graph.nodes - 1; i >= 0; i-- {
		d := r.duration[i]
		b, e := r.early[2*i], r.early[2*i+1]
		s := r.specialFor(i)
		late := min(allowed[2*i], allowed[2*i+1]-d, r.late[2*i])
		switch {
		case r.flags[i]&isHub != 0, s != nil && s.alap && !s.fixed && s.state == notStarted:
			b = max(b, late)
			e = b + d
		}
		allowed[2*i], allowed[2*i+1] = b, e
		if s != nil && s.state != notStarted {
			if s.state == finished || r.options.Progress == ProgressOverride {
				continue
			}
			b = s.demanded
		}
		r.allow(i, b, allowed)
	}
}

// allow tells the predecessors of position i how late their ends may be for
// it to start at b.
func (r *Result) allow(i int, b Work, ends []Work) {
	g := r.graph
	own := int32(2 * i)
	for s, e := range g.rows[i] {
		if e != own {
			ends[e] = min(ends[e], b-Work(r.weights[i][s]))
		}
	}
	for x := g.extraAt[i]; x < g.extraAt[i+1]; x++ {
		e := g.extra[x]
		ends[e] = min(ends[e], b-Work(r.extraWeight[x]))
	}
	for x := g.bridgeAt[i]; x < g.bridgeAt[i+1]; x++ {
		br, to := &g.bridges[x], b
		if br.toFinish {
			to += r.duration[i]
		}
		ends[br.end] = min(ends[br.end], br.backward(to, r.bridgeValue[x]))
	}
}
