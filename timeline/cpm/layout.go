package cpm

import "slices"

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
	position []int32 // by activity: its position, or -1 for a summary
	clocks   int     // how many different clocks there are
	leaves   int     // positions that are no hubs
	spots    []spot  // by position, with the durations of the network

	// Each position has a row of three slots for plain links. A slot without
	// a link names the position after the last, which is never early and
	// whose late dates nobody reads, so that the passes need no branch.
	rows    []row
	rowLink [][rowSlots]int32 // index in links, noLink, or a hierarchy edge
	// More than three go here, from extraAt[p] to before extraAt[p+1].
	extra     []slot
	extraLink []int32
	extraAt   []int32

	// Bridges of a position run from bridgeAt[p] to before bridgeAt[p+1].
	bridges  []bridge
	bridgeAt []int32
	shares   []int32 // bridges whose lag is a share of a duration

	// Successors of a position run from after[afterAt[p]].
	after, afterAt []int32
}

// spot is what the passes need to know of a position beside its row.
type spot struct {
	duration Work
	clock    uint16 // index in calendars
	flags    uint8  // what to look at beside the row
}

// slot is a plain link: the position it comes from, and its weight.
type slot struct{ from, weight int32 }

type row [rowSlots]slot

const rowSlots = 3

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
	afterStarted // one of its predecessors is; set by Solve
)

// slow are the positions that the passes hand to the general code.
const slow = isHub | isSpecial | afterStarted

// lay lays the ordered nodes out.
func (g *Graph) lay(n *Network, s *nodes) {
	count := len(s.order)
	g.layout = layout{
		nodes:    count,
		activity: make([]int32, count),
		position: make([]int32, len(n.Activities)),
		spots:    make([]spot, count),
		rows:     make([]row, count),
		rowLink:  make([][rowSlots]int32, count),
		extraAt:  make([]int32, count+1),
		bridgeAt: make([]int32, count+1),
	}
	g.fill(n, s, g.place(s))
}

// place gives every node its position and clock; it returns the positions by
// node.
func (g *Graph) place(s *nodes) []int32 {
	at := make([]int32, s.count)
	for i := range g.position {
		g.position[i] = -1
	}
	used := make([]bool, len(g.calendars))
	nobody := slot{from: int32(len(s.order))}
	for p, node := range s.order {
		at[node] = int32(p)
		a := s.activityOf(node)
		g.activity[p] = a
		clock := g.everyTick()
		if int(node) >= len(g.keys) {
			g.spots[p].flags |= isHub
		} else {
			g.position[a], g.spots[p].duration = int32(p), g.durations[a]
			g.leaves++
			if !g.milestone[a] {
				clock = g.clockOf(g.nominal[a])
			}
		}
		g.spots[p].clock = clock
		if !used[clock] {
			used[clock] = true
			g.clocks++
		}
		g.rows[p] = row{nobody, nobody, nobody}
		g.rowLink[p] = [rowSlots]int32{noLink, noLink, noLink}
	}
	return at
}

// fill puts every edge where it belongs: first counting, then placing, so
// that the lists are contiguous and in the order of the links.
func (g *Graph) fill(n *Network, s *nodes, at []int32) {
	g.afterAt = make([]int32, g.nodes+1)
	taken := make([]uint8, g.nodes)
	for i := range s.edges {
		e := &s.edges[i]
		e.from, e.to = at[e.from], at[e.to]
		e.plain = g.plain(n, e)
		p := e.to
		g.afterAt[e.from+1]++
		switch {
		case !e.plain:
			g.bridgeAt[p+1]++
		case taken[p] == rowSlots:
			g.extraAt[p+1]++
		default:
			taken[p]++
		}
	}
	for p := range g.nodes {
		if g.extraAt[p+1] > 0 {
			g.spots[p].flags |= hasExtra
		}
		if g.bridgeAt[p+1] > 0 {
			g.spots[p].flags |= hasBridges
		}
		g.extraAt[p+1] += g.extraAt[p]
		g.bridgeAt[p+1] += g.bridgeAt[p]
		g.afterAt[p+1] += g.afterAt[p]
	}
	g.bridges = make([]bridge, g.bridgeAt[g.nodes])
	g.extra = make([]slot, g.extraAt[g.nodes])
	g.extraLink = make([]int32, len(g.extra))
	g.after = make([]int32, len(s.edges))

	clear(taken)
	nextExtra := slices.Clone(g.extraAt)
	nextBridge := slices.Clone(g.bridgeAt)
	nextAfter := slices.Clone(g.afterAt)
	for i := range s.edges {
		e := &s.edges[i]
		from, p := e.from, e.to
		g.after[nextAfter[from]] = p
		nextAfter[from]++
		if !e.plain {
			x := nextBridge[p]
			nextBridge[p]++
			g.bridges[x] = g.bridge(n, e)
			if e.link >= 0 && g.links[e.link].unit.isShare() {
				g.shares = append(g.shares, x)
			}
			continue
		}
		link := e.link
		if link < 0 {
			link = hierarchyEdge - int32(e.kind)
		}
		plain := slot{from, g.weight(from, p, link)}
		if s := taken[p]; s < rowSlots {
			taken[p]++
			g.rows[p][s], g.rowLink[p][s] = plain, link
			continue
		}
		x := nextExtra[p]
		nextExtra[p]++
		g.extra[x], g.extraLink[x] = plain, link
	}
}

// weight is that of a plain edge with the durations and lags of the network.
func (g *Graph) weight(from, to, link int32) int32 {
	kind, value := LinkType(hierarchyEdge-link), int32(0)
	if link >= 0 {
		l := &g.links[link]
		kind, value = l.kind, l.value
		if l.unit.isShare() {
			value = share(g.spots[from].duration, value)
		}
	}
	if kind.fromFinish() {
		value += int32(g.spots[from].duration)
	}
	if kind.toFinish() {
		value -= int32(g.spots[to].duration)
	}
	return value
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
		return true
	}
	lag := &n.Links[e.link].Lag
	return lag.Unit < MonthsFromPredecessor && g.lagClock(n, e) == clock
}

// everyTick is the index of the calendar on which every tick counts.
func (g *Graph) everyTick() uint16 { return uint16(len(g.calendars) - 1) }

// clockOf is the clock of a calendar: its index, or everyTick.
func (g *Graph) clockOf(calendar int32) uint16 {
	if g.calendars[calendar].always {
		return g.everyTick()
	}
	return uint16(calendar)
}

// lagClock is what a lag is counted on, or rolls on.
func (g *Graph) lagClock(n *Network, e *edge) uint16 {
	if e.link < 0 {
		return g.everyTick()
	}
	l := &n.Links[e.link]
	switch l.Lag.Unit {
	case WorkOfPredecessor, Percent, MonthsFromSuccessor:
		return g.clockOf(g.nominal[l.From])
	case WorkOfSuccessor, MonthsFromPredecessor:
		return g.clockOf(g.nominal[l.To])
	case WorkOfCalendar:
		return g.clockOf(int32(l.Lag.Calendar))
	}
	return g.everyTick()
}

// bridge prepares an edge that is no plain sum.
func (g *Graph) bridge(n *Network, e *edge) bridge {
	b := bridge{
		end:        2 * e.from,
		link:       e.link,
		from:       g.spots[e.from].clock,
		to:         g.spots[e.to].clock,
		lag:        g.lagClock(n, e),
		fromFinish: e.kind.fromFinish() && !g.isMilestone(e.from),
		toFinish:   e.kind.toFinish() && !g.isMilestone(e.to),
		step:       stepWork,
	}
	if e.kind.fromFinish() {
		b.end++
	}
	if e.link < 0 {
		return b
	}
	lag := &n.Links[e.link].Lag
	b.roll, b.endOfMonth = lag.Roll, lag.EndOfMonth
	switch lag.Unit {
	case Elapsed, PercentElapsed:
		b.step = stepElapsed
	case MonthsFromPredecessor:
		b.step = stepMonthsForward
	case MonthsFromSuccessor:
		b.step = stepMonthsBackward
	}
	return b
}

// isMilestone reports whether a position is a milestone. The hub of a summary
// is none: its finish is that of a day, not the start of the next.
func (g *Graph) isMilestone(p int32) bool {
	return g.spots[p].flags&isHub == 0 && g.milestone[g.activity[p]]
}
