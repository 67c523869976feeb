package cpm

import "slices"

// prepare checks an input against a graph and makes the numbers that the
// passes work on. What has not changed since the last solve is kept.
func (r *Result) prepare(g *Graph, in *Input) error {
	if len(g.checkInput(in)) > 0 {
		return g.faults(in)
	}
	if !r.isLast() {
		r.graph = nil // a copy has been solved: nothing of what is kept holds
	}
	r.adopt(g)
	if in.Durations != nil || in.Lags != nil || in.Starts != nil || in.entries() > 0 {
		r.own()
	}
	if r.solves == nil {
		r.solves = &solves{}
	}
	r.solves.count++
	r.solved = solve{r.solves, r.solves.count}
	r.options = in.Options
	r.mustFinish = in.MustFinish != nil
	if r.mustFinish {
		r.mustFinishAt = *in.MustFinish
	}
	r.dataDate = in.DataDate != nil
	if r.dataDate {
		r.dataDateAt = *in.DataDate
	}
	r.fromFinish = in.FromFinish
	if r.startFrom(in.Start); r.fromFinish {
		r.startFrom(r.mustFinishAt) // until late dates say from where
	}
	r.clearSpecials()
	r.specials = slices.Grow(r.specials, min(in.entries(), g.nodes))
	r.warned = r.warned[:0]
	if !r.takeDurations(in) {
		r.graph = nil
		return g.faults(in)
	}
	r.takeProgress(in)
	r.takeFixed(in)
	r.takeDelays(in)
	r.takePauses(in)
	if !r.fromFinish {
		r.takeStarts(in)
	}
	r.takeConstraints(in)
	r.takeLags(in)
	r.fold()
	return nil
}

// entries is how often an input says something of single activities.
func (in *Input) entries() int {
	return len(in.Constraints) + len(in.Progress) + len(in.Fixed) + len(in.Delays) + len(in.Pauses)
}

// adopt gives the result the size of a graph, with the durations and lags of
// the network.
func (r *Result) adopt(g *Graph) {
	if r.graph == g {
		return
	}
	n := g.nodes
	*r = Result{
		graph:       g,
		solves:      r.solves,
		spots:       g.spots,
		extra:       g.extra,
		ownSpots:    r.ownSpots[:0],
		ownExtra:    r.ownExtra[:0],
		ownValue:    r.ownValue[:0],
		early:       grown(r.early, n+nobodies),
		behind:      grown(r.behind, n+nobodies),
		specialAt:   r.specialAt[:0],
		specials:    r.specials[:0],
		constraints: r.constraints[:0],
		bridgeValue: g.bridgeValue,
		low:         grown(r.low, len(g.calendars)),
		high:        grown(r.high, len(g.calendars)),
		latestOf:    grown(r.latestOf, len(g.calendars)),
		scheduled:   r.scheduled[:0],
		warned:      r.warned[:0],
		summaries:   r.summaries[:0],
		given:       r.given[:0],
		lags:        r.lags[:0],
		dirty:       r.dirty[:0],
		scratch:     r.scratch[:0],
		above:       r.above[:0],
		firstOf:     r.firstOf[:0],
		nextOf:      r.nextOf[:0],
	}
}

// own gives the result spots, slots and values of its own in place of those of
// the graph, so that an input can change them.
func (r *Result) own() {
	if len(r.ownSpots) > 0 {
		return
	}
	r.ownSpots = append(r.ownSpots, r.graph.spots...)
	r.ownExtra = append(r.ownExtra, r.graph.extra...)
	r.ownValue = append(r.ownValue, r.graph.bridgeValue...)
	r.spots, r.extra, r.bridgeValue = r.ownSpots, r.ownExtra, r.ownValue
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// takeDurations takes over the durations that differ from those of the last
// solve, and reports whether none is too long. Given keeps those of the last
// solve, by activity; empty stands for the network's.
func (r *Result) takeDurations(in *Input) bool {
	g := r.graph
	if in.Durations == nil && len(r.given) == 0 {
		return true
	}
	now, before := in.Durations, r.given
	if now == nil {
		now = g.durations
	}
	if len(before) == 0 {
		before = g.durations
	}
	if in.Durations != nil && len(r.given) == 0 {
		r.given = append(r.given, g.durations...)
		before = r.given
	}
	for a := nextDifference(now, before, 0); a < len(now); a = nextDifference(now, before, a+1) {
		d := now[a]
		switch {
		case !g.isLeaf(a) || g.activities[a].milestone:
			// Nothing depends on it.
		case d > MaxWork:
			return false
		default:
			if d < 0 { // kept as nothing, so that it differs again
				r.warn(DurationNegative, a).value = int64(d)
				d = 0
			}
			r.setDuration(g.position[a], d)
		}
		if in.Durations != nil {
			before[a] = d
		}
	}
	if in.Durations == nil {
		r.given = r.given[:0]
	}
	return true
}

// nextDifference returns the first index from i on at which two slices of one
// length differ, or their length. It passes over whole blocks that are equal,
// because most solves change little.
func nextDifference(a, b []Work, i int) int {
	const block = 64
	for i+block <= len(a) && *(*[block]Work)(a[i:]) == *(*[block]Work)(b[i:]) {
		i += block
	}
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i
}

// setDuration changes the duration of a position and remembers that the
// weights around it are out of date.
func (r *Result) setDuration(p int32, d Work) {
	s := &r.spots[p]
	if s.duration != d {
		s.duration = d
		r.dirty = append(r.dirty, p)
	}
	s.flags &^= isPoint
	if d == 0 && !s.milestone && s.flags&isStarted == 0 {
		s.flags |= isPoint
	}
}

// takeLags takes over the lags, if they differ from those of the last solve.
func (r *Result) takeLags(in *Input) {
	if len(in.Lags) == len(r.lags) && slices.Equal(in.Lags, r.lags) {
		return
	}
	r.lags = append(r.lags[:0], in.Lags...)
	r.foldAll = true
}

// fold brings the weights up to date: around the durations that changed, or
// all of them if there are many.
func (r *Result) fold() {
	g := r.graph
	if len(r.dirty) == 0 && !r.foldAll {
		return
	}
	if r.foldAll || len(r.dirty) > g.nodes/4 {
		for p := range g.nodes {
			r.foldRow(int32(p))
		}
	} else {
		for _, p := range r.dirty {
			r.foldRow(p)
			g.successors(p, r.foldRow)
		}
	}
	for _, x := range g.shares {
		r.bridgeValue[x] = r.bridgeLag(&g.bridges[x])
	}
	if r.foldAll {
		for x := range g.bridges {
			r.bridgeValue[x] = r.bridgeLag(&g.bridges[x])
		}
	}
	r.dirty, r.foldAll = r.dirty[:0], false
}

// foldRow computes the weights of all plain links into a position.
func (r *Result) foldRow(p int32) {
	g := r.graph
	for s, link := range g.rowLink[p] {
		if link != noLink {
			slot := &r.spots[p].row[s]
			slot.weight = r.weight(slot.from, p, link)
		}
	}
	from, to := g.tail(int(p))
	for x := from.extra; x < to.extra; x++ {
		r.extra[x].weight = r.weight(r.extra[x].from, p, g.extraLink[x])
	}
}

// weight is that of a plain edge with the durations and lags at hand.
func (r *Result) weight(from, to, link int32) int32 {
	kind, value := LinkType(hierarchyEdge-link), int32(0)
	if link >= 0 {
		kind, value = r.graph.links[link].kind, r.lag(link)
	}
	if kind.fromFinish() {
		value += int32(r.spots[from].duration)
	}
	if kind.toFinish() {
		value -= int32(r.spots[to].duration)
	}
	return value
}

// lag is the value of a link's lag, a percentage turned into ticks.
func (r *Result) lag(link int32) int32 {
	l := &r.graph.links[link]
	value := l.value
	if len(r.lags) > 0 {
		value = r.lags[link]
	}
	if !l.unit.isShare() {
		return value
	}
	if p := r.graph.position[l.from]; p >= 0 {
		return share(r.whole(int(p)), value)
	}
	return 0
}

func (r *Result) bridgeLag(b *bridge) int32 {
	if b.link < 0 {
		return 0
	}
	return r.lag(b.link)
}

// whole is the duration of a position, including what has been done of it.
func (r *Result) whole(p int) Work {
	if s := r.specialFor(p); s != nil && s.state != notStarted {
		return s.whole
	}
	return r.spots[p].duration
}
