package cpm

import "slices"

// nodes is the network as the solver sees it: activities that are no
// summaries, and hubs. A summary that has links gets up to four hubs, each a
// point in time:
//
//   - a start gate holds the starts of all leaves below (links SS and FS to it),
//   - a finish gate holds their finishes (links FF and SF to it),
//   - a finish collector waits for all their finishes (links FS and FF from it),
//   - a start collector waits for the first of their starts (SS and SF from it).
//
// Links in months speak of dates, not of instants, and each leaf has its own way
// to have one. For them a summary has up to four more hubs, which stand for days:
// each at the first instant of its day.
//
// Hubs of nested summaries are joined level by level, so that a link between
// two summaries costs as much as there are activities below, not the product.
type nodes struct {
	n *Network
	g *Graph

	count int32             // activities first (those that are summaries stay unused), then hubs
	of    []int32           // by hub: the summary it stands for
	sides []hubKind         // by hub: which side of it
	hubs  [hubKinds][]int32 // by activity: its hub, or -1; nil where nobody has one

	// edges are the links but those of levels of effort, their ends moved from
	// summaries to hubs, and then those that join hubs to leaves and to each
	// other. With neither they are the links of the graph themselves.
	edges  []linkFacts
	links  int     // how many of the edges are links
	linkOf []int32 // by edge: which link it is; nil where the indices are the same

	order []int32 // nodes in the order of solving
	waits []int32 // by node: how many others it still waits for

	// Successors of node i run from next[first[i]] to before next[first[i+1]].
	first, next []int32
}

// edge is a link between nodes; link is -1 for an edge of the hierarchy.
type edge struct {
	from, to int32
	link     int32
	kind     LinkType
}

// edge returns one of the edges.
func (s *nodes) edge(i int) edge {
	l := &s.edges[i]
	link := int32(i)
	switch {
	case i >= s.links:
		link = -1
	case s.linkOf != nil:
		link = s.linkOf[i]
	}
	return edge{l.from, l.to, link, l.kind}
}

// throughHubs moves the ends of a link that are summaries to their hubs.
func (s *nodes) throughHubs(e *linkFacts) {
	if s.g.summary[e.from] {
		e.from = s.hubs[e.collector()][e.from]
	}
	if s.g.summary[e.to] {
		e.to = s.hubs[e.gate()][e.to]
	}
}

// collector is the hub that a link leaves a summary by, gate the one that it
// reaches one by.
func (l *linkFacts) collector() hubKind {
	side := startCollector
	if l.kind.fromFinish() {
		side = finishCollector
	}
	return l.byDay(side)
}

func (l *linkFacts) gate() hubKind {
	side := startGate
	if l.kind.toFinish() {
		side = finishGate
	}
	return l.byDay(side)
}

func (l *linkFacts) byDay(side hubKind) hubKind {
	if l.unit.inMonths() {
		side += startGateDay
	}
	return side
}

// hubKind names the four sides of a summary, as instants and as days.
type hubKind uint8

const (
	startGate hubKind = iota
	finishGate
	startCollector
	finishCollector
	startGateDay
	finishGateDay
	startCollectorDay
	finishCollectorDay
	hubKinds
)

// nodes finds the hubs that the links of a graph need.
func (n *Network) nodes(g *Graph) *nodes {
	s := &nodes{n: n, g: g, count: int32(len(n.Activities)), edges: g.links, links: len(g.links)}
	if g.effort != nil {
		s.leaveEfforts()
	}
	if g.summary != nil {
		s.makeHubs()
	}
	return s
}

// leaveEfforts takes the links of levels of effort out of the edges.
func (s *nodes) leaveEfforts() {
	g := s.g
	s.edges = nil
	for l := range g.links {
		if f := &g.links[l]; !g.effort[f.from] && !g.effort[f.to] {
			s.edges, s.linkOf = append(s.edges, *f), append(s.linkOf, int32(l))
		}
	}
	s.links = len(s.edges)
}

// unused reports whether a node stands for nothing: summaries have hubs, and
// levels of effort are no part of the passes.
func (s *nodes) unused(node int32) bool {
	return int(node) < len(s.g.activities) && !s.g.isLeaf(int(node))
}

// makeHubs makes the hubs that links need, and the edges of the hierarchy
// that join them.
func (s *nodes) makeHubs() {
	g, hubs := s.g, &s.hubs
	for i := range s.edges {
		s.hubsOf(&s.edges[i])
	}
	s.edges = slices.Clone(s.edges)
	for i := range s.edges {
		s.throughHubs(&s.edges[i])
	}
	for _, i := range g.topDown {
		parent := g.parents[i]
		if parent < 0 || g.isEffort(int(i)) {
			continue
		}
		for side := range hubs {
			if hubs[side] == nil || hubs[side][parent] < 0 {
				continue
			}
			outer := hubs[side][parent]
			inner := i
			if g.summary[i] {
				s.hub(hubKind(side), i)
				inner = hubs[side][i]
			}
			s.join(hubKind(side), outer, inner, g.summary[i])
		}
	}
}

// hubsOf makes the hubs that a link ends at.
func (s *nodes) hubsOf(l *linkFacts) {
	if s.g.summary[l.from] {
		s.hub(l.collector(), l.from)
	}
	if s.g.summary[l.to] {
		s.hub(l.gate(), l.to)
	}
}

// hub makes one hub of a summary, unless there is one.
func (s *nodes) hub(side hubKind, summary int32) {
	if s.hubs[side] == nil {
		s.hubs[side] = make([]int32, len(s.g.summary))
		for i := range s.hubs[side] {
			s.hubs[side][i] = -1
		}
	}
	if s.hubs[side][summary] >= 0 {
		return
	}
	s.hubs[side][summary] = s.count
	s.of = append(s.of, summary)
	s.sides = append(s.sides, side)
	s.count++
}

// join adds the edge between the hub of a summary and one of its children.
func (s *nodes) join(side hubKind, outer, inner int32, hub bool) {
	e := linkFacts{from: outer, to: inner, kind: SS}
	switch side {
	case finishGate, finishGateDay:
		if !hub {
			e.kind = SF
		}
	case startCollector, startCollectorDay:
		e.from, e.to = inner, outer
	case finishCollector, finishCollectorDay:
		e.from, e.to = inner, outer
		if !hub {
			e.kind = FS
		}
	}
	s.edges = append(s.edges, e)
}

// topDown lists the activities so that each comes after its parent.
func topDown(parents []int32) []int32 {
	children := make([]int32, len(parents)+2)
	for _, p := range parents {
		children[p+2]++
	}
	for i := 1; i < len(children); i++ {
		children[i] += children[i-1]
	}
	byParent := make([]int32, len(parents))
	for i, p := range parents {
		byParent[children[p+1]] = int32(i)
		children[p+1]++
	}
	order := make([]int32, 0, len(parents))
	order = append(order, byParent[:children[0]]...)
	for head := 0; head < len(order); head++ {
		i := order[head]
		order = append(order, byParent[children[i]:children[i+1]]...)
	}
	return order
}

// activityOf returns the activity that a node is, or the summary that a hub
// stands for.
func (s *nodes) activityOf(node int32) int32 {
	if n := int32(len(s.n.Activities)); node >= n {
		return s.of[node-n]
	}
	return node
}

// arrange puts the nodes into Kahn's order: layer after layer, each in the
// order in which its nodes became ready, so that equal networks give equal
// orders. What is left over lies on or behind cycles. (A. B. Kahn, Topological
// sorting of large networks, CACM 5/1962.)
func (s *nodes) arrange() Faults {
	s.successors()
	waits := s.waits
	// The order has room for one entry more, so that a node can be put behind
	// the others before it is known whether it is ready.
	first, next, order := s.first, s.next, make([]int32, s.count+1)
	left, ready := 0, 0
	for i, w := range waits {
		if s.unused(int32(i)) {
			continue
		}
		left++
		if w == 0 {
			order[ready] = int32(i)
			ready++
		}
	}
	for head := 0; head < ready; head++ {
		from := order[head]
		for _, to := range next[first[from]:first[from+1]] {
			order[ready] = to
			waits[to]--
			if waits[to] == 0 {
				ready++
			}
		}
	}
	s.order = order[:ready]
	if ready == left {
		return nil
	}
	return s.cycles()
}

// successors fills first, next and waits.
func (s *nodes) successors() {
	edges, first, waits := s.edges, make([]int32, s.count+2), make([]int32, s.count)
	for i := range edges {
		e := &edges[i]
		first[e.from+2]++
		waits[e.to]++
	}
	sum := int32(0)
	for i, n := range first {
		sum += n
		first[i] = sum
	}
	next := make([]int32, len(edges))
	for i := range edges {
		e := &edges[i]
		at := &first[e.from+1]
		next[*at] = e.to
		*at++
	}
	s.first, s.next, s.waits = first[:s.count+1], next, waits
}
