package cpm

// layout is the network in the order of solving. A node is an activity that
// is no summary, or a hub that stands for one side of a summary. Position p
// comes after every node that p waits for.
//
// Time is counted on each node's own clock: the working ticks of its calendar,
// or every tick for milestones and hubs. A link between ends on one clock is
// plain: whatever its type, it is a sum start[to] >= start[from] + weight,
// where the weight is the lag, plus the predecessor's duration if the link
// leaves its finish, less the successor's if it binds its finish. All others
// are bridges.
type layout struct {
	nodes int // how many positions

	activity []int32 // by position: the activity, or the summary a hub stands for
	position []int32 // by activity: its position, or -1 for a summary or a level of effort
	leaves   int     // positions that are no hubs
	oneClock bool    // all positions are leaves on one clock
	spots    []spot  // by position, with the durations of the network

	rowLink [][rowSlots]int32 // of the row of each position: index in links, noLink, or a hierarchy edge
	// Links beyond three go here, from tails[p].extra to before tails[p+1].extra,
	// and bridges likewise. Tails are for positions with hasExtra or hasBridges;
	// there are none if nobody has either.
	extra       []slot
	extraLink   []int32
	bridges     []bridge
	bridgeValue []int32 // by bridge: the value of its lag, a percentage turned into ticks
	tails       []tail
	shares      []int32 // bridges whose lag is a share of a duration

	hubLinks []hubLink // the links that a summary has, in the order of the links

	// Successors of node i run from next[first[i]] to before next[first[i+1]];
	// place turns nodes into positions, and order positions into nodes.
	order, place, first, next []int32
}

// spot is what the passes need to know of a position, in half a line of the
// processor's cache.
type spot struct {
	duration Work
	clock    uint16 // index in calendars
	flags    uint8  // what to look at beside the row

	// milestone says that it is one: a point that belongs to the day it
	// begins. So is a hub that stands for a day.
	milestone bool

	// Three slots for plain links. A slot without a link names a position after
	// the last, which is never early and whose late dates nobody reads, so that
	// the passes need no branch.
	row row
}

// slot is a plain link: the position it comes from, and its weight.
type slot struct{ from, weight int32 }

type row [rowSlots]slot

// hubLink is a link with a summary at one end: the position it binds.
type hubLink struct{ link, to int32 }

// tail is where the lists of a position begin.
type tail struct{ extra, bridge int32 }

const (
	rowSlots = 3

	// nobodies is how many positions after the last one there are for empty
	// slots to name. There are several, so that what one position writes to
	// its own is not what the next one waits to read.
	nobodies = 16
)

// noLink marks an empty slot; an edge of the hierarchy is hierarchyEdge less
// its LinkType.
const (
	noLink        int32 = -1
	hierarchyEdge int32 = -2
)

const (
	hasExtra uint8 = 1 << iota
	hasBridges
	isHub
	isSpecial    // constrained or started; set by Solve
	isStarted    // started or finished; set by Solve
	afterStarted // one of its predecessors is, or pauses; set by Solve
	waitsForOne  // a hub that waits for the first of its predecessors, not for all
	isPoint      // work of no length that has not started and is no milestone
)

// slow are the positions that the passes hand to the general code.
const slow = isHub | isSpecial | afterStarted

// lay lays the ordered nodes out.
func (g *Graph) lay(n *Network, s *nodes) {
	count := len(s.order)
	g.layout = layout{
		nodes:    count,
		activity: s.order,
		spots:    make([]spot, count),
		rowLink:  make([][rowSlots]int32, count),
	}
	g.put(s)
	g.fill(n, s)
	if len(s.of) > 0 {
		g.listHubLinks(s)
	}
}

// listHubLinks lists the links that have a summary at one end.
func (g *Graph) listHubLinks(s *nodes) {
	for i := range s.links {
		e := s.edge(i)
		if l := &g.links[e.link]; g.summary[l.from] || g.summary[l.to] {
			g.hubLinks = append(g.hubLinks, hubLink{e.link, g.place[e.to]})
		}
	}
}

// put gives every node its position and clock.
func (g *Graph) put(s *nodes) {
	g.order, g.first, g.next = s.order, s.first, s.next
	g.place = make([]int32, s.count)
	g.position = g.place[:len(g.activities)]
	if g.summary != nil || g.effort != nil {
		for i := range g.place {
			g.place[i] = -1
		}
	}
	if len(s.of) > 0 {
		g.activity = make([]int32, g.nodes)
	}
	g.oneClock = len(s.order) > 0
	for p, node := range s.order {
		g.place[node] = int32(p)
		spot := &g.spots[p]
		spot.clock = g.everyTick()
		if int(node) >= len(g.activities) {
			g.activity[p] = s.activityOf(node)
			spot.flags = isHub
			side := s.sides[int(node)-len(g.activities)]
			if side == startCollector || side == startCollectorDay {
				spot.flags |= waitsForOne
			}
			spot.milestone = side >= startGateDay
			g.oneClock = false
		} else {
			g.activity[p] = node
			a := &g.activities[node]
			spot.duration, spot.milestone = g.durations[node], a.milestone
			g.leaves++
			if !a.milestone {
				spot.clock = g.clocks[a.calendar]
				if spot.duration == 0 {
					spot.flags |= isPoint
				}
			}
			g.oneClock = g.oneClock && spot.clock == g.spots[0].clock
		}
		nobody := slot{from: int32(len(s.order) + p%nobodies)}
		spot.row = row{nobody, nobody, nobody}
		g.rowLink[p] = [rowSlots]int32{noLink, noLink, noLink}
	}
}

// successors calls f with every position that has an edge from p.
func (g *Graph) successors(p int32, f func(q int32)) {
	node := g.order[p]
	for _, q := range g.next[g.first[node]:g.first[node+1]] {
		f(g.place[q])
	}
}

// fill puts every edge where it belongs. What fits into a row goes there at
// once; the rest is remembered, so that the lists behind the rows are
// contiguous and in the order of the links: twice the index of the edge, one
// more if it is plain.
func (g *Graph) fill(n *Network, s *nodes) {
	filled := make([]uint8, g.nodes) // by position: slots of its row in use
	rest := s.waits[:0]              // its numbers have done their work
	for i := range s.edges {
		e := g.placed(s.edge(i))
		plain, slot := g.plain(n, &e), filled[e.to]
		switch {
		case !plain:
			rest = append(rest, int32(i)<<1)
		case slot == rowSlots:
			rest = append(rest, int32(i)<<1|1)
		default:
			g.spots[e.to].row[slot], g.rowLink[e.to][slot] = g.slot(&e)
			filled[e.to]++
		}
	}
	if len(rest) > 0 {
		g.fillTails(n, s, rest)
	}
}

// placed is an edge between positions instead of nodes.
func (g *Graph) placed(e edge) edge {
	e.from, e.to = g.place[e.from], g.place[e.to]
	return e
}

// fillTails places the rest, which is not in the rows.
func (g *Graph) fillTails(n *Network, s *nodes, rest []int32) {
	tails := g.countTails(s, rest)
	g.bridges = make([]bridge, tails[g.nodes+1].bridge)
	g.bridgeValue = make([]int32, len(g.bridges))
	g.extra = make([]slot, tails[g.nodes+1].extra)
	g.extraLink = make([]int32, len(g.extra))
	for _, l := range rest {
		e := g.placed(s.edge(int(l >> 1)))
		t := &tails[e.to+1]
		if l&1 != 0 {
			g.extra[t.extra], g.extraLink[t.extra] = g.slot(&e)
			t.extra++
			continue
		}
		g.bridge(n, &e, &g.bridges[t.bridge])
		if e.link >= 0 {
			g.bridgeValue[t.bridge] = g.lag(e.link)
			if g.links[e.link].unit.isShare() {
				g.shares = append(g.shares, t.bridge)
			}
		}
		t.bridge++
	}
	g.tails = tails[:g.nodes+1]
}

// countTails returns, one position on, where the lists of each position begin,
// and flags the positions that have any.
func (g *Graph) countTails(s *nodes, rest []int32) []tail {
	tails := make([]tail, g.nodes+2)
	for _, l := range rest {
		to := g.place[s.edges[l>>1].to]
		if l&1 != 0 {
			tails[to+2].extra++
			g.spots[to].flags |= hasExtra
		} else {
			tails[to+2].bridge++
			g.spots[to].flags |= hasBridges
		}
	}
	sum := tail{}
	for p := range tails {
		sum.extra += tails[p].extra
		sum.bridge += tails[p].bridge
		tails[p] = sum
	}
	return tails
}

// tail returns where the extra slots and the bridges of a position begin and
// end.
func (g *Graph) tail(p int) (from, to tail) {
	if g.tails == nil {
		return tail{}, tail{}
	}
	return g.tails[p], g.tails[p+1]
}

// slot is a plain edge with the durations and lags of the network.
func (g *Graph) slot(e *edge) (plain slot, link int32) {
	link = e.link
	if link < 0 {
		link = hierarchyEdge - int32(e.kind)
	}
	return slot{e.from, g.weight(e.from, e.to, link)}, link
}

// weight is that of a plain edge with the durations and lags of the network.
func (g *Graph) weight(from, to, link int32) int32 {
	kind, value := LinkType(hierarchyEdge-link), int32(0)
	if link >= 0 {
		kind, value = g.links[link].kind, g.lag(link)
	}
	if kind.fromFinish() {
		value += int32(g.spots[from].duration)
	}
	if kind.toFinish() {
		value -= int32(g.spots[to].duration)
	}
	return value
}

// lag is the value of a link's lag in the network, a percentage turned into
// ticks; that of a summary's, which has no duration of its own, into none.
func (g *Graph) lag(link int32) int32 {
	l := &g.links[link]
	if !l.unit.isShare() {
		return l.value
	}
	if p := g.position[l.from]; p >= 0 {
		return share(g.spots[p].duration, l.value)
	}
	return 0
}

// share is a percentage of a duration in ticks, halves away from zero, at
// most MaxWork.
func share(d Work, hundredths int32) int32 {
	v := int64(d) * int64(hundredths)
	if v < 0 {
		v -= 5_000
	} else {
		v += 5_000
	}
	return int32(min(max(v/10_000, -int64(MaxWork)), int64(MaxWork)))
}

// plain reports whether an edge between positions is a sum on one clock.
func (g *Graph) plain(n *Network, e *edge) bool {
	clock := g.spots[e.to].clock
	switch {
	case clock != g.spots[e.from].clock:
		return false
	case e.link < 0:
		return g.isDay(e.from) == g.isDay(e.to)
	}
	switch unit := g.links[e.link].unit; {
	case unit >= MonthsFromPredecessor:
		return false
	case clock != g.everyTick() && (unit <= WorkOfSuccessor || unit == Percent):
		return true // neither end is a point in time: both are on their calendar
	}
	return g.lagClock(n, e) == clock
}

// isDay reports whether a position is a hub that stands for a day.
func (g *Graph) isDay(p int32) bool {
	s := &g.spots[p]
	return s.flags&isHub != 0 && s.milestone
}

// endsDay reports whether a position is a milestone at the end of a day.
func (g *Graph) endsDay(p int32) bool {
	s := &g.spots[p]
	return s.milestone && s.flags&isHub == 0 && g.activities[g.activity[p]].side == FinishSide
}

// everyTick is the index of the calendar on which every tick counts.
func (g *Graph) everyTick() uint16 { return uint16(len(g.calendars) - 1) }

// lagClock is what a lag is counted on, or rolls on.
func (g *Graph) lagClock(n *Network, e *edge) uint16 {
	if e.link < 0 {
		return g.everyTick()
	}
	l := &n.Links[e.link]
	switch l.Lag.Unit {
	case WorkOfPredecessor, Percent, MonthsFromSuccessor:
		return g.clocks[g.activities[l.From].calendar]
	case WorkOfSuccessor, MonthsFromPredecessor:
		return g.clocks[g.activities[l.To].calendar]
	case WorkOfCalendar:
		return g.clocks[l.Lag.Calendar]
	}
	return g.everyTick()
}

// bridge prepares an edge that is no plain sum.
func (g *Graph) bridge(n *Network, e *edge, b *bridge) {
	*b = bridge{
		end:        2 * e.from,
		link:       e.link,
		from:       g.spots[e.from].clock,
		to:         g.spots[e.to].clock,
		lag:        g.lagClock(n, e),
		fromFinish: e.kind.fromFinish() && !g.spots[e.from].milestone || g.endsDay(e.from),
		toFinish:   e.kind.toFinish() && !g.spots[e.to].milestone,
		toEnd:      g.endsDay(e.to),
		bindsLast:  e.kind.toFinish(),
		step:       stepWork,
	}
	if e.kind.fromFinish() {
		b.end++
	}
	if e.link < 0 {
		if g.isDay(e.from) != g.isDay(e.to) {
			b.step = stepMonthsForward // none of them: the dates are to agree
		}
		return
	}
	b.takeLag(&n.Links[e.link].Lag)
}

// takeLag sets how a lag moves.
func (b *bridge) takeLag(lag *Lag) {
	b.roll, b.endOfMonth = lag.Roll, lag.EndOfMonth
	switch lag.Unit {
	case Elapsed, PercentElapsed:
		b.step = stepElapsed
	case MonthsFromPredecessor:
		b.step = stepMonthsForward
	case MonthsFromSuccessor:
		b.step = stepMonthsBackward
	}
}
