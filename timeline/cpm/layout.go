package cpm

// layout is the network in the order of solving. A node is an activity that
// is no summary, or a hub that stands for one side of a summary. Position p
// comes after every node that p waits for. The two ends of position p have
// the indices 2p (start) and 2p+1 (finish).
//
// Time is counted on each node's own clock: the working ticks of its calendar,
// or every tick for milestones and hubs. A link between ends on one clock is
// plain: early[to] >= early[from] + weight. All others are bridges.
type layout struct {
	nodes int // how many positions

	activity []int32 // by position: the activity, or the summary a hub stands for
	position []int32 // by activity: its position, or -1 for a summary
	clock    []int32 // by position: index in calendars
	flags    []uint8 // by position: what the passes must look at beside the row
	clocks   int     // how many different clocks there are
	leaves   int     // positions that are no hubs

	// Each position has a row of three slots for plain links. A slot without
	// a link names the position's own start with no weight, which changes
	// nothing and needs no branch.
	rows    [][rowSlots]int32 // the predecessors' ends
	weights [][rowSlots]int32 // lags of the network
	// More than three go here, from extraAt[p] to before extraAt[p+1].
	extra       []int32
	extraWeight []int32
	extraAt     []int32

	slotLink  [][rowSlots]int32 // index in links, or -1 for none
	extraLink []int32

	// bound lists the slots whose weight depends on a duration.
	bound []weightedSlot

	// Bridges of a position run from bridgeAt[p] to before bridgeAt[p+1].
	bridges  []bridge
	bridgeAt []int32

	percentBridges []int32 // those whose lag is a share of a duration
}

const rowSlots = 3

const (
	hasExtra uint8 = 1 << iota
	hasBridges
	isHub
	isSpecial // progress, or a constraint on early dates; set by Solve
)

// weightedSlot is a slot whose weight is not the lag alone: a link to the
// finish binds the start by its duration less, a percentage needs the
// predecessor's duration.
type weightedSlot struct {
	position int32
	slot     int32 // in the row, or rowSlots + index in extra
	link     int32
}

// lay lays the ordered nodes out.
func (g *Graph) lay(n *Network, s *nodes) {
	count := len(s.order)
	g.layout = layout{
		nodes:    count,
		activity: make([]int32, count),
		position: make([]int32, len(n.Activities)),
		clock:    make([]int32, count),
		flags:    make([]uint8, count),
		rows:     make([][rowSlots]int32, count),
		weights:  make([][rowSlots]int32, count),
		slotLink: make([][rowSlots]int32, count),
		extraAt:  make([]int32, count+1),
		bridgeAt: make([]int32, count+1),
	}
	at := g.place(s)
	g.fill(n, s, at)
}

// place gives every node its position and clock; it returns the positions by
// node.
func (g *Graph) place(s *nodes) []int32 {
	at := make([]int32, s.count)
	for i := range g.position {
		g.position[i] = -1
	}
	every := int32(len(g.calendars) - 1)
	used := make([]bool, len(g.calendars))
	for p, node := range s.order {
		at[node] = int32(p)
		a := s.activityOf(node)
		g.activity[p] = a
		clock := every
		switch {
		case int(node) >= len(g.keys):
			g.flags[p] |= isHub
		default:
			g.position[a] = int32(p)
			g.leaves++
			if c := g.nominal[a]; !g.milestone[a] && !g.calendars[c].always {
				clock = c
			}
		}
		g.clock[p] = clock
		if !used[clock] {
			used[clock] = true
			g.clocks++
		}
		own := int32(2 * p)
		g.rows[p] = [rowSlots]int32{own, own, own}
		g.slotLink[p] = [rowSlots]int32{-1, -1, -1}
	}
	return at
}

// fill puts every edge where it belongs: first counting, then placing, so
// that the lists are contiguous and in the order of the links.
func (g *Graph) fill(n *Network, s *nodes, at []int32) {
	taken := make([]uint8, g.nodes)
	for _, e := range s.edges {
		p := at[e.to]
		switch {
		case !g.plain(n, e, at):
			g.bridgeAt[p+1]++
		case taken[p] == rowSlots:
			g.extraAt[p+1]++
		default:
			taken[p]++
		}
	}
	for p := range g.nodes {
		if g.extraAt[p+1] > 0 {
			g.flags[p] |= hasExtra
		}
		if g.bridgeAt[p+1] > 0 {
			g.flags[p] |= hasBridges
		}
		g.extraAt[p+1] += g.extraAt[p]
		g.bridgeAt[p+1] += g.bridgeAt[p]
	}
	g.bridges = make([]bridge, g.bridgeAt[g.nodes])
	g.extra = make([]int32, g.extraAt[g.nodes])
	g.extraWeight = make([]int32, len(g.extra))
	g.extraLink = make([]int32, len(g.extra))

	clear(taken)
	nextExtra := append([]int32(nil), g.extraAt...)
	nextBridge := append([]int32(nil), g.bridgeAt...)
	for _, e := range s.edges {
		p := at[e.to]
		if !g.plain(n, e, at) {
			g.bridges[nextBridge[p]] = g.bridge(n, e, at)
			if e.link >= 0 && g.links[e.link].unit.isShare() {
				g.percentBridges = append(g.percentBridges, nextBridge[p])
			}
			nextBridge[p]++
			continue
		}
		slot := int32(taken[p])
		end, weight := endOf(at[e.from], e.kind.fromFinish()), int32(0)
		if e.link >= 0 {
			weight = g.links[e.link].value
		}
		if slot < rowSlots {
			taken[p]++
			g.rows[p][slot], g.weights[p][slot], g.slotLink[p][slot] = end, weight, e.link
		} else {
			x := nextExtra[p]
			nextExtra[p]++
			slot = rowSlots + x
			g.extra[x], g.extraWeight[x], g.extraLink[x] = end, weight, e.link
		}
		if e.kind.toFinish() || e.link >= 0 && g.links[e.link].unit.isShare() {
			g.bound = append(g.bound, weightedSlot{p, slot, e.link})
		}
	}
}

func endOf(p int32, finish bool) int32 {
	if finish {
		return 2*p + 1
	}
	return 2 * p
}

// plain reports whether an edge is a sum on one clock.
func (g *Graph) plain(n *Network, e edge, at []int32) bool {
	clock := g.clock[at[e.to]]
	if clock != g.clock[at[e.from]] {
		return false
	}
	if e.link < 0 {
		return true
	}
	lag := &n.Links[e.link].Lag
	if lag.Unit >= MonthsFromPredecessor {
		return false
	}
	return g.calendars[clock] == g.lagCalendar(n, e)
}

// lagCalendar is what a lag is counted on.
func (g *Graph) lagCalendar(n *Network, e edge) *WorkingTime {
	every := g.calendars[len(g.calendars)-1]
	if e.link < 0 {
		return every
	}
	l := &n.Links[e.link]
	c := every
	switch l.Lag.Unit {
	case WorkOfPredecessor, Percent:
		c = g.calendars[n.Activities[l.From].Calendar]
	case WorkOfSuccessor:
		c = g.calendars[n.Activities[l.To].Calendar]
	case WorkOfCalendar:
		c = g.calendars[l.Lag.Calendar]
	}
	if c.always {
		return every
	}
	return c
}

// bridge prepares an edge that is no plain sum.
func (g *Graph) bridge(n *Network, e edge, at []int32) bridge {
	from, to := at[e.from], at[e.to]
	b := bridge{
		end:        endOf(from, e.kind.fromFinish()),
		link:       e.link,
		from:       g.calendars[g.clock[from]],
		to:         g.calendars[g.clock[to]],
		lag:        g.lagCalendar(n, e),
		fromFinish: e.kind.fromFinish() && !g.pointInTime(from),
		toFinish:   e.kind.toFinish() && !g.pointInTime(to),
		step:       stepWork,
	}
	if e.link < 0 {
		return b
	}
	l := &n.Links[e.link]
	b.roll, b.endOfMonth = l.Lag.Roll, l.Lag.EndOfMonth
	switch l.Lag.Unit {
	case Elapsed, PercentElapsed:
		b.step = stepElapsed
	case MonthsFromPredecessor:
		b.step, b.lag = stepMonthsForward, g.calendars[n.Activities[l.To].Calendar]
	case MonthsFromSuccessor:
		b.step, b.lag = stepMonthsBackward, g.calendars[n.Activities[l.From].Calendar]
	}
	return b
}

// pointInTime reports whether a position is a milestone or a hub.
func (g *Graph) pointInTime(p int32) bool {
	return g.flags[p]&isHub != 0 || g.milestone[g.activity[p]]
}
