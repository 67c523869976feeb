package cpm

// relaxation is what precedes a target as a system of differences: every end
// of an activity is a number on a scale, and every tie a least difference of
// two such numbers. A milestone or a summary's hub, which may stand where
// nobody works, is the number of the working tick of its own calendar that it
// stands before.
//
// Where all is working time on one calendar, that is the network itself. Any
// other tie is taken at its shortest over the numbers that its ends can have
// while the date is met. So whatever meets the date meets it here, and what is
// cheapest here is a lower bound.
type relaxation struct {
	m      *meeting
	places []place // in the order of positions
	placed []int32 // by position: its place, or -1
	ties   []tie   // in the order of the places that they lead to
	first  []int32 // by place: its first tie
	bounds []bound
	onward []int32 // by place: the tie to the next of the milestones up to the target, or -1

	missed *place // what by itself makes the target too late, or nil

	f         *flow
	tieArcs   []int32  // by tie: its arc, or -1
	sources   []source // in the order of the places
	boundArcs []int32
}

// end names one of the two ends of an activity.
type end uint8

const (
	atStart end = iota
	atFinish
)

func endAt(finish bool) end {
	if finish {
		return atFinish
	}
	return atStart
}

// place is a position before the target.
type place struct {
	position          int32
	scale             uint16 // the calendar that its ends are numbers of
	point             bool   // both ends are one
	still             bool   // it has happened
	longest, shortest Work

	floor [2]floor // what its ends are no earlier than, whatever precedes it
	low   [2]Work  // the lowest number that any shortening gives
	high  [2]Work  // the highest with which the date is met
}

// floor is a lowest number of an end. Sound says that it is no more than that
// for the sake of a bound; from and link, if not -1, are the edge from what has
// happened that it comes from.
type floor struct {
	at         Work
	sound      bool
	from, link int32
}

// tie is an edge between places.
type tie struct {
	from, to       int32
	fromEnd, toEnd end
	link           int32
	sum            bool // it is a difference of value
	sound          bool // and that whatever is shortened
	value          int32
	bridge         bridge
}

func newRelaxation(m *meeting) *relaxation {
	x := &relaxation{m: m}
	x.gather()
	x.lows()
	x.aim()
	x.highs()
	return x
}

// gather lists the places: the target, or the leaves below it, and what
// precedes them.
func (x *relaxation) gather() {
	g := x.m.g
	marked := make([]bool, g.nodes)
	for _, p := range x.m.ends {
		marked[p] = true
	}
	for p := g.nodes - 1; p >= 0; p-- {
		if marked[p] && !x.heedsNothing(int32(p)) {
			x.markBefore(p, marked)
		}
	}
	x.placed = make([]int32, g.nodes)
	for p := range marked {
		x.placed[p] = -1
		if marked[p] {
			x.placed[p] = int32(len(x.places))
			x.places = append(x.places, x.place(int32(p)))
		}
	}
	for i := range x.places {
		x.first = append(x.first, int32(len(x.ties)))
		x.tieTo(int32(i))
	}
	x.first = append(x.first, int32(len(x.ties)))
}

func (x *relaxation) markBefore(p int, marked []bool) {
	r := &x.m.r
	r.scratch = r.arrivals(p, r.scratch)
	for _, a := range r.scratch {
		if _, past := r.happened(a); !past {
			marked[a.from] = true
		}
	}
}

// heedsNothing reports whether a position has happened, or goes on whatever
// its predecessors do.
func (x *relaxation) heedsNothing(p int32) bool {
	s := x.m.r.specialFor(int(p))
	return s != nil && (s.state.isGiven() || s.state == inProgress && x.m.in.Options.Progress == ProgressOverride)
}

func (x *relaxation) place(position int32) place {
	g, r := x.m.g, &x.m.r
	spot := &r.spots[position]
	hub := spot.flags&isHub != 0
	out := place{
		position: position, scale: spot.clock, point: hub || spot.milestone,
		longest: spot.duration, shortest: spot.duration,
	}
	if out.point && !g.isDay(position) {
		out.scale = g.clocks[g.activities[g.activity[position]].calendar]
	}
	if c := x.m.choiceOf[position]; c >= 0 {
		out.shortest -= x.m.choices[c].limit
	}
	start, finish := longAgo, longAgo
	w := g.calendars[out.scale]
	switch s := r.specialFor(int(position)); {
	case hub:
	case s == nil:
		start = r.low[out.scale]
	case s.state.isGiven():
		out.still = true
		start, finish = w.Rank(s.actualStart), w.Rank(s.actualFinish)
	case s.state == inProgress:
		start, finish = s.base, s.finishFrom
	default:
		start = x.onScale(&out, max(r.lowest(int(position)), s.startFrom))
		finish = x.onScale(&out, s.finishFrom)
	}
	out.floor = [2]floor{{start, true, -1, -1}, {finish, true, -1, -1}}
	return out
}

// onScale turns a number on the clock of a place, if it is one, into one on
// its scale.
func (x *relaxation) onScale(p *place, k Work) Work {
	if k <= longAgo || k >= never || x.m.r.spots[p.position].clock == p.scale {
		return k
	}
	return x.m.g.calendars[p.scale].Rank(Instant(k))
}

// isPulled reports whether constraints can put a place before what its links
// demand.
func (x *relaxation) isPulled(p *place) bool {
	s := x.m.r.specialFor(int(p.position))
	return s != nil && s.state == notStarted && (s.startBy < never || s.finishBy < never)
}

// isFirstOf reports whether a place waits for the first of several.
func (x *relaxation) isFirstOf(p *place) bool { return x.m.r.spots[p.position].flags&waitsForOne != 0 }

// tieTo lists the ties to a place, and lifts its floors to what is demanded by
// what has happened.
func (x *relaxation) tieTo(to int32) {
	r, p := &x.m.r, &x.places[to]
	if x.heedsNothing(p.position) {
		return
	}
	r.scratch = r.arrivals(int(p.position), r.scratch)
	for _, a := range r.scratch {
		if _, past := r.happened(a); past {
			x.lift(p, a)
		} else {
			x.ties = append(x.ties, x.tie(&x.places[x.placed[a.from]], p, a))
		}
	}
}

// lift raises a floor to what is demanded by an edge from what has happened. A
// lag that is a share of what can be shortened is left out.
func (x *relaxation) lift(p *place, a arrival) {
	r := &x.m.r
	if x.isFirstOf(p) || x.m.g.isShareOf(a.link) && x.m.choiceOf[a.from] >= 0 {
		if x.isFirstOf(p) {
			p.floor[atStart] = floor{min(p.floorOr(never), x.onScale(p, r.demands(int(p.position), a, r.early))), false, -1, -1}
		}
		return
	}
	e, at := endAt(a.toFinish), r.demands(int(p.position), a, r.early)
	if a.toFinish {
		at += r.spots[p.position].duration
	}
	if at = x.onScale(p, at); at > p.floor[e].at {
		q := x.place(a.from)
		p.floor[e] = floor{at, x.tie(&q, p, a).sound, a.from, a.link}
	}
}

// floorOr is the floor of the start, if there is one.
func (p *place) floorOr(k Work) Work {
	if at := p.floor[atStart].at; at > longAgo {
		return at
	}
	return k
}

// isShareOf reports whether the lag of a link is a share of a duration.
func (g *Graph) isShareOf(link int32) bool { return link >= 0 && g.links[link].unit.isShare() }

// tie is an edge from a place to a place.
func (x *relaxation) tie(q, p *place, a arrival) tie {
	m := x.m
	t := tie{
		from: x.placed[q.position], to: x.placed[p.position], fromEnd: endAt(a.fromFinish), toEnd: endAt(a.toFinish),
		link: a.link, sound: !x.isFirstOf(p),
	}
	if a.link >= 0 {
		t.value = m.r.lag(a.link)
		if least := m.leastLag(a); least != t.value {
			t.value, t.sound = least, false
		}
	}
	t.bridge = bridge{step: stepWork, lag: m.r.spots[p.position].clock}
	if a.bridge >= 0 {
		t.bridge = m.g.bridges[a.bridge]
	}
	x.span(&t, q, p)
	return t
}

// span lets the bridge of a tie join the scales of its ends.
func (x *relaxation) span(t *tie, q, p *place) {
	b, spots := &t.bridge, x.m.r.spots
	months := b.inMonths()
	counted := b.lag
	if b.step == stepElapsed {
		counted = x.m.g.everyTick()
	}
	t.sum = q.scale == p.scale && !months && (t.value == 0 || counted == p.scale)
	t.sound = t.sound && t.sum
	b.from, b.to = q.scale, p.scale
	if q.point && spots[q.position].clock != q.scale {
		b.fromFinish = true // it stands no earlier than where the tick before it ends
	}
	b.fromPoint = b.fromFinish && spots[q.position].flags&isPoint != 0
	b.toPoint = b.toFinish && spots[p.position].flags&isPoint != 0
	if p.point && spots[p.position].clock != p.scale {
		b.toFinish = false
	}
}

// leastLag is the least that the lag of an edge can become by shortening its
// predecessor further.
func (m *meeting) leastLag(a arrival) int32 {
	value := m.r.lag(a.link)
	c := m.choiceOf[a.from]
	if c < 0 || !m.g.isShareOf(a.link) {
		return value
	}
	hundredths := m.g.links[a.link].value
	if len(m.in.Lags) > 0 {
		hundredths = m.in.Lags[a.link]
	}
	left := m.choices[c].limit - m.amount[c]
	return min(value, share(max(m.r.whole(int(a.from))-left, 0), hundredths))
}

// forward is the smallest number of its end that a tie allows.
func (x *relaxation) forward(t *tie, k Work) Work {
	if t.sum {
		return k + Work(t.value)
	}
	return t.bridge.forward(x.m.g.calendars, k, t.value)
}

// backward is the highest number with which a tie allows its end a number.
func (x *relaxation) backward(t *tie, high Work) Work {
	if t.sum {
		return high - Work(t.value)
	}
	low := x.places[t.from].low[t.fromEnd]
	if x.forward(t, low) > high {
		return low - 1
	}
	for top := Work(Horizon); low < top; {
		middle := low + (top-low+1)/2
		if x.forward(t, middle) <= high {
			low = middle
		} else {
			top = middle - 1
		}
	}
	return low
}

// tiesTo are the ties to a place.
func (x *relaxation) tiesTo(place int32) []tie { return x.ties[x.first[place]:x.first[place+1]] }

// lows finds the lowest number of every end, each activity being as short or
// as long as makes it so.
func (x *relaxation) lows() {
	for i := range x.places {
		p := &x.places[i]
		k := [2]Work{p.floor[atStart].at, p.floor[atFinish].at}
		switch {
		case p.still:
			p.low = k
			continue
		case x.isFirstOf(p):
			k[atStart] = x.lowOfFirst(int32(i))
		default:
			ties := x.tiesTo(int32(i))
			for t := range ties {
				t := &ties[t]
				k[t.toEnd] = max(k[t.toEnd], x.forward(t, x.places[t.from].low[t.fromEnd]))
			}
		}
		if x.isPulled(p) {
			x.pull(p, &k)
		}
		p.low = p.settled(k, p.shortest)
	}
}

// settled are the ends of a place of some length that are no earlier than k:
// the start, with the longest that it can be, and the finish.
func (p *place) settled(k [2]Work, length Work) [2]Work {
	if p.point {
		at := max(k[atStart], k[atFinish])
		return [2]Work{at, at}
	}
	start := max(k[atStart], k[atFinish]-p.longest)
	return [2]Work{start, max(k[atFinish], start+length)}
}

// lowOfFirst is the lowest number of a place that waits for the first of
// several.
func (x *relaxation) lowOfFirst(i int32) Work {
	first := x.places[i].floorOr(never)
	ties := x.tiesTo(i)
	for t := range ties {
		first = min(first, x.forward(&ties[t], x.places[ties[t].from].low[ties[t].fromEnd]))
	}
	return min(first, Work(Horizon))
}

// pull lowers what holds a place to where constraints may put it, and makes
// that its floors: what precedes it does not hold it for certain.
func (x *relaxation) pull(p *place, k *[2]Work) {
	s := x.m.r.specialFor(int(p.position))
	*k = p.settled(*k, p.shortest)
	startBy, finishBy := x.onScale(p, s.startBy), x.onScale(p, s.finishBy)
	pointBy := finishBy
	if p.shortest == 0 {
		pointBy = min(finishBy, x.onScale(p, s.pointBy))
	}
	if startBy < never {
		*k = [2]Work{min(k[atStart], startBy), min(k[atFinish], startBy+p.shortest)}
	}
	if finishBy < never {
		*k = [2]Work{min(k[atStart], finishBy-p.longest, pointBy-p.longest), min(k[atFinish], pointBy)}
	}
	p.floor = [2]floor{{k[atStart], false, -1, -1}, {k[atFinish], false, -1, -1}}
	switch nowhere := (floor{longAgo, true, -1, -1}); {
	case !s.fixed:
	case s.finishBy == never && s.startFrom >= s.startBy:
		p.floor = [2]floor{{k[atStart], true, -1, -1}, nowhere}
	case s.startBy == never && s.finishFrom >= s.finishBy && pointBy == finishBy && !p.point:
		p.floor = [2]floor{nowhere, {k[atFinish], true, -1, -1}}
	}
}

// highs finds, from the bounds back, the highest number of every end with which
// they hold.
func (x *relaxation) highs() {
	for i := range x.places {
		x.places[i].high = [2]Work{never, never}
	}
	for _, b := range x.bounds {
		high := &x.places[b.place].high[b.end]
		*high = min(*high, b.at)
	}
	for i := len(x.places) - 1; i >= 0; i-- {
		p := &x.places[i]
		p.bindEnds()
		if p.still || x.isPulled(p) || x.isFirstOf(p) {
			continue
		}
		ties := x.tiesTo(int32(i))
		for t := range ties {
			t := &ties[t]
			if to := p.high[t.toEnd]; to < never {
				high := &x.places[t.from].high[t.fromEnd]
				*high = min(*high, x.backward(t, to))
			}
		}
	}
}

// bindEnds lets the highest number of each end of a place bind the other.
func (p *place) bindEnds() {
	if p.point {
		at := min(p.high[atStart], p.high[atFinish])
		p.high = [2]Work{at, at}
		return
	}
	if p.high[atFinish] < never {
		p.high[atStart] = min(p.high[atStart], p.high[atFinish]-p.shortest)
	}
	if p.high[atStart] < never {
		p.high[atFinish] = min(p.high[atFinish], p.high[atStart]+p.longest)
	}
}

// difference is the least difference that a tie demands over the numbers that
// its first end can have; false where it can have any.
func (x *relaxation) difference(t *tie) (Work, bool) {
	if t.sum {
		return Work(t.value), true
	}
	p := &x.places[t.from]
	low, high := p.low[t.fromEnd], p.high[t.fromEnd]
	if high >= never || high < low {
		return 0, false
	}
	const parts = 64
	step := (high-low)/parts + 1
	least := never
	for k := low; k <= high; k += step {
		least = min(least, x.forward(t, k)-min(k+step-1, high))
	}
	return least, true
}
