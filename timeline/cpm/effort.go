package cpm

import "slices"

// What levels of effort are is known to Build; what they span is read off the
// dates of a solve when all else is done. They have no position, so that the
// passes know nothing of them.

// effort is a level of effort with its links, from before to in effortLinks.
type effort struct {
	activity      int32
	from, to      int32
	starts, stops bool // a link says what it starts with, or finishes with
}

// effortLink is a link between a level of effort and something else.
type effortLink struct {
	effort, other int32
	bridge        bridge // between instants
	forward       bool   // the other is the predecessor
	ofStart       bool   // it touches the start of the level of effort
	otherFinish   bool   // and the finish of the other
}

// isEffort reports whether an activity is a level of effort, or a summary of
// nothing else.
func (g *Graph) isEffort(i int) bool { return g.effort != nil && g.effort[i] }

// isLeaf reports whether an activity has dates of its own: it is neither a
// summary nor a level of effort.
func (g *Graph) isLeaf(i int) bool { return !g.isSummary(i) && !g.isEffort(i) }

// findEfforts marks the levels of effort of a network that has some.
func (g *Graph) findEfforts(n *Network) {
	g.effort = make([]bool, len(g.activities))
	found := false
	for i := range n.Activities {
		g.effort[i] = n.Activities[i].LevelOfEffort || g.isSummary(i)
		if g.effort[i] && !g.isSummary(i) {
			g.activities[i].milestone, g.durations[i] = false, 0
			found = true
		}
	}
	if !found {
		g.effort = nil // the mark stands on summaries only
		return
	}
	for _, i := range slices.Backward(g.topDown) {
		if p := g.parents[i]; p >= 0 && !g.effort[i] {
			g.effort[p] = false
		}
	}
}

// listEfforts lists the levels of effort with the links that they span by.
func (g *Graph) listEfforts(n *Network) {
	for l := range g.links {
		from, to := g.links[l].from, g.links[l].to
		effort := from
		if g.effort[to] {
			effort = to
		}
		switch {
		case !g.effort[effort]:
		case g.effort[from] && g.effort[to], g.isSummary(int(effort)):
			w := noted(EffortLink, -1)
			w.link = int32(l)
			g.warned = append(g.warned, w)
		default:
			g.effortLinks = append(g.effortLinks, g.effortLink(n, int32(l), effort))
		}
	}
	slices.SortStableFunc(g.effortLinks, func(a, b effortLink) int { return int(a.effort) - int(b.effort) })
	at := int32(0)
	for i := range g.effort {
		if !g.effort[i] || g.isSummary(i) {
			continue
		}
		e := effort{activity: int32(i), from: at}
		for ; int(at) < len(g.effortLinks) && g.effortLinks[at].effort == e.activity; at++ {
			ofStart := g.effortLinks[at].ofStart
			e.starts, e.stops = e.starts || ofStart, e.stops || !ofStart
		}
		e.to = at
		g.efforts = append(g.efforts, e)
	}
}

// effortLink is a link as one between instants.
func (g *Graph) effortLink(n *Network, l, effort int32) effortLink {
	f := &g.links[l]
	e := edge{f.from, f.to, l, f.kind}
	b := bridge{
		link: l, from: g.everyTick(), to: g.everyTick(), lag: g.lagClock(n, &e), step: stepWork,
		fromFinish: f.kind.fromFinish(), toFinish: f.kind.toFinish(),
	}
	if a := &g.activities[f.from]; a.milestone {
		b.fromFinish = a.side == FinishSide
	}
	if a := &g.activities[f.to]; a.milestone {
		b.toFinish, b.toEnd = false, a.side == FinishSide
	}
	b.takeLag(&n.Links[l].Lag)
	if f.to == effort {
		return effortLink{effort, f.from, b, true, !f.kind.toFinish(), f.kind.fromFinish()}
	}
	return effortLink{effort, f.to, b, false, !f.kind.fromFinish(), f.kind.toFinish()}
}

// span is where something starts and finishes.
type span struct{ start, finish Instant }

// spans are the early, late and scheduled dates.
type spans [3]span

func (d *Dates) spans() spans {
	return spans{{d.EarlyStart, d.EarlyFinish}, {d.LateStart, d.LateFinish}, {d.Start, d.Finish}}
}

// spanEfforts gives every level of effort its dates.
func (r *Result) spanEfforts() {
	g := r.graph
	if g.effort == nil {
		return
	}
	r.summaries = grown(r.summaries, len(g.activities))
	whole := r.project()
	for i := range g.efforts {
		e := &g.efforts[i]
		s := r.spanOf(e, &whole)
		for k := range s {
			r.cutShort(e.activity, &s[k])
			s[k].finish = max(s[k].finish, s[k].start)
		}
		r.summaries[e.activity] = summary{Dates: Dates{
			EarlyStart: s[0].start, EarlyFinish: s[0].finish,
			LateStart: s[1].start, LateFinish: s[1].finish,
			Start: s[2].start, Finish: s[2].finish,
		}, firstEarly: -1, firstLate: -1}
	}
	r.rollUpEfforts()
}

// project are the dates of the whole project, levels of effort aside.
func (r *Result) project() spans {
	g := r.graph
	if g.leaves == 0 {
		s := span{r.start, r.start}
		return spans{s, s, s}
	}
	s := span{Horizon, -Horizon}
	whole := spans{s, s, s}
	if !slices.ContainsFunc(g.efforts, func(e effort) bool { return !e.starts || !e.stops }) {
		return whole
	}
	seen := make([]reached, len(g.calendars))
	for i := range seen {
		seen[i] = reached{never, longAgo, never, longAgo}
	}
	for _, p := range g.position {
		if p < 0 || r.isWithin(int(p), seen) {
			continue
		}
		d := r.datesAt(int(p))
		for k, x := range d.spans() {
			whole[k].start, whole[k].finish = min(whole[k].start, x.start), max(whole[k].finish, x.finish)
		}
	}
	return whole
}

// reached is how far the early and the late dates of work on one calendar reach, in its
// numbers.
type reached struct{ early, earlyEnd, late, lateEnd Work }

// isWithin reports whether plain work lies within what was reached on its calendar, and
// reaches as far as it does where it does not. Instants are in the order of their
// numbers, so that what lies within moves no end of the whole.
func (r *Result) isWithin(p int, seen []reached) bool {
	if r.spots[p].flags&(isSpecial|isPoint) != 0 || len(r.scheduled) > 0 {
		return false
	}
	s := &seen[r.graph.spots[p].clock]
	early, late := r.early[p], r.behind[p].late
	earlyEnd, lateEnd := r.finishOf(p, early), r.finishOf(p, late)
	if early >= s.early && earlyEnd <= s.earlyEnd && late >= s.late && lateEnd <= s.lateEnd {
		return true
	}
	*s = reached{min(s.early, early), max(s.earlyEnd, earlyEnd), min(s.late, late), max(s.lateEnd, lateEnd)}
	return false
}

// spanOf is what a level of effort spans by its links: from the earliest of what
// it starts with to the latest of what it finishes with.
func (r *Result) spanOf(e *effort, whole *spans) spans {
	out := *whole
	for k := range out {
		if e.starts {
			out[k].start = Horizon
		}
		if e.stops {
			out[k].finish = -Horizon
		}
	}
	for i := e.from; i < e.to; i++ {
		l := &r.graph.effortLinks[i]
		d := r.Dates(int(l.other))
		for k, x := range d.spans() {
			if at := r.reaches(l, x); l.ofStart {
				out[k].start = min(out[k].start, at)
			} else {
				out[k].finish = max(out[k].finish, at)
			}
		}
	}
	return out
}

// reaches is the instant that a link gives a level of effort: the earliest that
// the lag allows after a predecessor, the latest before a successor.
func (r *Result) reaches(l *effortLink, other span) Instant {
	calendars, b := r.graph.calendars, &l.bridge
	x, value := other.start, r.lag(b.link)
	if l.otherFinish {
		x = other.finish
	}
	if l.forward {
		return Instant(clamp(int64(b.forwardFrom(calendars, x, value))))
	}
	return Instant(clamp(int64(b.backwardFrom(calendars, x, b.toDayAt(calendars[b.to], x), value))))
}

// cutShort lets the constraints on a level of effort say more, whatever their
// order: those that it must meet stand for its links, the earliest of several, and
// the others cut what is left.
func (r *Result) cutShort(activity int32, s *span) {
	if len(r.constraints) == 0 {
		return
	}
	meet, cut := span{Instant(never), Instant(never)}, span{-Horizon, Horizon}
	for i := r.firstOf[activity]; i >= 0; i = r.nextOf[i] {
		switch c := &r.constraints[i]; c.Kind {
		case StartNoEarlierThan:
			cut.start = max(cut.start, c.At)
		case FinishNoLaterThan:
			cut.finish = min(cut.finish, c.At)
		case MustStartOn:
			meet.start = min(meet.start, c.At)
		case MustFinishOn:
			meet.finish = min(meet.finish, c.At)
		}
	}
	if inHorizon(meet.start) {
		s.start = meet.start
	}
	if inHorizon(meet.finish) {
		s.finish = meet.finish
	}
	s.start = max(s.start, cut.start)
	s.finish = min(s.finish, cut.finish)
}

// forEfforts reports whether a constraint has a meaning for a level of effort.
func (k ConstraintKind) forEfforts() bool {
	switch k {
	case AsSoonAsPossible, StartNoEarlierThan, FinishNoLaterThan, MustStartOn, MustFinishOn:
		return true
	}
	return false
}

// rollUpEfforts gives the summaries of nothing but levels of effort what these
// span together.
func (r *Result) rollUpEfforts() {
	g := r.graph
	for i := range g.summary {
		if g.summary[i] && g.effort[i] {
			r.summaries[i] = summary{Dates: noDates, firstEarly: -1, firstLate: -1}
		}
	}
	for _, i := range slices.Backward(g.topDown) {
		if p := g.parents[i]; p >= 0 && g.effort[i] && g.effort[p] {
			r.summaries[p].include(r.summaries[i].Dates)
		}
	}
}
