package cpm

// prepare checks an input against a graph and makes the numbers that the
// passes work on.
func (r *Result) prepare(g *Graph, in *Input) error {
	if faults := g.checkInput(in); len(faults) > 0 {
		return faults
	}
	r.adopt(g)
	r.options = in.Options
	r.start, r.mustFinish = in.Start, in.MustFinish != nil
	if r.mustFinish {
		r.mustFinishAt = *in.MustFinish
	}
	first := in.Start
	r.dataDate = in.DataDate != nil
	if r.dataDate {
		r.dataDateAt = *in.DataDate
		first = max(first, r.dataDateAt)
	}
	for c, w := range g.calendars {
		r.low[c] = w.Rank(first)
	}
	r.takeDurations(in)
	r.clearSpecials()
	r.takeConstraints(in)
	if faults := r.takeProgress(in); len(faults) > 0 {
		return faults
	}
	r.takeLags(in)
	return nil
}

// adopt gives the result the size of a graph.
func (r *Result) adopt(g *Graph) {
	if r.graph == g {
		return
	}
	n := g.nodes
	*r = Result{
		graph:       g,
		duration:    grown(r.duration, n),
		early:       grown(r.early, 2*n),
		late:        grown(r.late, 2*n),
		free:        grown(r.free, n),
		flags:       grown(r.flags, n),
		specialAt:   r.specialAt[:0],
		specials:    r.specials[:0],
		weights:     grown(r.weights, n),
		extraWeight: grown(r.extraWeight, len(g.extra)),
		bridgeValue: grown(r.bridgeValue, len(g.bridges)),
		low:         grown(r.low, len(g.calendars)),
		high:        grown(r.high, len(g.calendars)),
		latestOf:    grown(r.latestOf, len(g.calendars)),
		scheduled:   r.scheduled[:0],
		summaries:   grown(r.summaries, 0),
	}
	copy(r.flags, g.flags)
	r.networkLags()
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// takeDurations brings the durations into the order of solving.
func (r *Result) takeDurations(in *Input) {
	g := r.graph
	from := g.durations
	if in.Durations != nil {
		from = in.Durations
	}
	for p, a := range g.activity {
		r.duration[p] = from[a]
	}
	if in.Durations == nil {
		return
	}
	for p, a := range g.activity {
		if g.milestone[a] || g.flags[p]&isHub != 0 {
			r.duration[p] = 0
		}
	}
}

// networkLags sets all weights to the lags of the network.
func (r *Result) networkLags() {
	g := r.graph
	copy(r.weights, g.weights)
	copy(r.extraWeight, g.extraWeight)
	for x := range g.bridges {
		r.bridgeValue[x] = 0
		if l := g.bridges[x].link; l >= 0 {
			r.bridgeValue[x] = g.links[l].value
		}
	}
}

// takeLags makes the weights: the lag, a share of the predecessor's duration
// if it is a percentage, less the duration for a link that binds the finish.
func (r *Result) takeLags(in *Input) {
	g := r.graph
	switch {
	case in.Lags != nil:
		r.givenLags(in.Lags)
		r.ownLags = true
	case r.ownLags:
		r.networkLags()
		r.ownLags = false
	}
	for _, b := range g.bound {
		value := int32(0)
		if b.link >= 0 {
			l := &g.links[b.link]
			value = l.value
			if in.Lags != nil {
				value = in.Lags[b.link]
			}
			if l.unit.isShare() {
				value = r.share(l, value)
			}
			if l.kind.toFinish() {
				value -= int32(r.duration[b.position])
			}
		} else {
			value = -int32(r.duration[b.position])
		}
		if b.slot < rowSlots {
			r.weights[b.position][b.slot] = value
		} else {
			r.extraWeight[b.slot-rowSlots] = value
		}
	}
	for _, x := range g.percentBridges {
		l := g.bridges[x].link
		value := g.links[l].value
		if in.Lags != nil {
			value = in.Lags[l]
		}
		r.bridgeValue[x] = r.share(&g.links[l], value)
	}
}

// givenLags sets all weights to the lags of an input.
func (r *Result) givenLags(lags []int32) {
	g := r.graph
	for p := range g.slotLink {
		for s, l := range g.slotLink[p] {
			if l >= 0 {
				r.weights[p][s] = lags[l]
			}
		}
	}
	for x, l := range g.extraLink {
		if l >= 0 {
			r.extraWeight[x] = lags[l]
		}
	}
	for x := range g.bridges {
		if l := g.bridges[x].link; l >= 0 {
			r.bridgeValue[x] = lags[l]
		}
	}
}

// whole is the duration of a position, including what has been done of it.
func (r *Result) whole(p int) Work {
	if s := r.specialFor(p); s != nil && s.state != notStarted {
		return s.whole
	}
	return r.duration[p]
}

// share is a percentage of the predecessor's duration in ticks, halves away
// from zero, at most MaxWork.
func (r *Result) share(l *linkFacts, hundredths int32) int32 {
	duration := Work(0)
	if p := r.graph.position[l.from]; p >= 0 {
		duration = r.whole(int(p))
	}
	v := int64(duration) * int64(hundredths)
	if v < 0 {
		v -= 5_000
	} else {
		v += 5_000
	}
	return int32(min(max(v/10_000, -int64(MaxWork)), int64(MaxWork)))
}
