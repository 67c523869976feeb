package cpm

// A Graph is a network that has been checked and laid out for solving. It
// never changes; any number of goroutines may solve it at once, each with a
// Result of its own. It keeps nothing of the Network but the keys.
type Graph struct {
	epoch Day
	ticks int64

	keys         []string // by activity, apart so that the rest holds no pointers
	calendarKeys []string // nil unless something about a calendar is odd
	activities   []activityFacts
	links        []linkFacts
	durations    []Work  // by activity
	parents      []int32 // by activity; nil without a hierarchy
	topDown      []int32 // activities, each after its parent
	summary      []bool  // by activity; nil without a hierarchy
	effort       []bool  // by activity: a level of effort, or a summary of nothing else; nil without any
	warned       []warningFact

	efforts     []effort     // by activity
	effortLinks []effortLink // by level of effort

	// calendars are those of the network and one more, last, on which every
	// tick counts.
	calendars []*WorkingTime
	clocks    []uint16 // by calendar: itself, or the last one if it is the same

	layout
}

// activityFacts is what a Graph keeps of an Activity beside its key and its
// duration.
type activityFacts struct {
	calendar  uint16
	milestone bool
	side      Side
}

// linkFacts is what a Graph keeps of a Link.
type linkFacts struct {
	from, to int32
	value    int32
	kind     LinkType
	unit     LagUnit
}

// Calendar returns the compiled calendar of that index in Network.Calendars;
// for an index that it has not, time of which every tick is worked.
func (g *Graph) Calendar(i int) *WorkingTime {
	if g == nil || i < 0 || i >= len(g.calendars) {
		return &WorkingTime{}
	}
	return g.calendars[i]
}

// Activities returns how many activities the network had; a nil Graph has none.
func (g *Graph) Activities() int {
	if g == nil {
		return 0
	}
	return len(g.activities)
}

// Links returns how many links the network had; a nil Graph has none.
func (g *Graph) Links() int {
	if g == nil {
		return 0
	}
	return len(g.links)
}

// Build checks a network and lays it out. The error, if any, is of type
// Faults and holds everything that is wrong with the network, last the cycles:
// one for each set of activities that all wait for each other, by the links
// whose ends there are.
//
// The cost is linear in activities, links and days of calendar exceptions.
func Build(n Network) (*Graph, error) {
	g, faults := n.graph()
	if len(faults) > 0 {
		return nil, faults
	}
	if g.effort != nil {
		g.listEfforts(&n)
	}
	nodes := n.nodes(g)
	if faults := nodes.arrange(); len(faults) > 0 {
		return nil, faults
	}
	g.lay(&n, nodes)
	return g, nil
}

// graph copies what a solve needs of the network, if it is sound; if it is not,
// its cycles are among what is wrong.
func (n *Network) graph() (*Graph, Faults) {
	check := n.check()
	g := &Graph{
		epoch:      n.Epoch,
		ticks:      n.ticksPerDay(),
		keys:       make([]string, len(n.Activities)),
		activities: make([]activityFacts, len(n.Activities)),
		links:      make([]linkFacts, len(n.Links)),
		durations:  make([]Work, len(n.Activities)),
	}
	keys, activities, durations := g.keys, g.activities, g.durations
	for i := range n.Activities {
		a := &n.Activities[i]
		keys[i], durations[i] = a.Key, a.Duration
		activities[i] = activityFacts{uint16(a.Calendar), a.Milestone, a.Side}
		check.activity(i, a)
	}
	links, flat := g.links, check.summary == nil
	for i := range n.Links {
		l := &n.Links[i]
		if !flat || !l.plainlySound(uint(len(activities))) {
			check.link(i, l)
		}
		links[i] = linkFacts{int32(l.From), int32(l.To), l.Lag.Value, l.Type, l.Lag.Unit}
	}
	if len(check.faults) > 0 {
		return nil, append(check.faults, check.cycles()...)
	}
	g.takeParents(n)
	if check.efforts {
		g.findEfforts(n)
	}
	g.warned = check.warned
	for _, w := range g.warned {
		if w.calendar >= 0 && g.calendarKeys == nil {
			g.calendarKeys = make([]string, len(n.Calendars))
			for i := range n.Calendars {
				g.calendarKeys[i] = n.Calendars[i].Key
			}
		}
		if w.code == MilestoneDuration || w.code == DurationNegative {
			durations[w.activity] = 0
		}
	}
	g.takeCalendars(n)
	return g, nil
}

// takeParents copies the hierarchy; a summary has no length of its own.
func (g *Graph) takeParents(n *Network) {
	if n.Parents == nil {
		return
	}
	g.parents = make([]int32, len(n.Parents))
	g.summary = make([]bool, len(n.Parents))
	for i, p := range n.Parents {
		g.parents[i] = int32(p)
		if p >= 0 {
			g.summary[p] = true
			g.activities[p].milestone, g.durations[p] = false, 0
		}
	}
	g.topDown = topDown(g.parents)
}

// takeCalendars compiles the calendars; the last has every tick worked, and is the
// clock of whatever calendar works all of them.
func (g *Graph) takeCalendars(n *Network) {
	every := &WorkingTime{epoch: int64(n.Epoch), ticks: n.ticksPerDay()}
	for i := range n.Calendars {
		g.calendars = append(g.calendars, n.Calendars[i].workingTime(n.Epoch, g.ticks))
	}
	if len(n.Calendars) == 0 {
		g.calendars = append(g.calendars, every)
	}
	g.calendars = append(g.calendars, every)
	for c, w := range g.calendars {
		if !w.patterned {
			c = len(g.calendars) - 1
		}
		g.clocks = append(g.clocks, uint16(c))
	}
}

// isSummary reports whether an activity has children.
func (g *Graph) isSummary(i int) bool { return g.summary != nil && g.summary[i] }
