package cpm

// nodes is the network as the solver sees it: activities that are no
// summaries, and hubs. A summary that has links gets up to four hubs, each a
// point in time:
//
//   - a start gate holds the starts of all leaves below (links SS and FS to it),
//   - a finish gate holds their finishes (links FF and SF to it),
//   - a finish collector waits for all their finishes (links FS and FF from it),
//   - a start collector waits for the first of their starts (SS and SF from it).
//
// Hubs of nested summaries are joined level by level, so that a link between
// two summaries costs as much as there are activities below, not the product.
type nodes struct {
	n     *Network
	count int32   // activities first (those that are summaries stay unused), then hubs
	of    []int32 // by hub: the summary it stands for
	sides []hubKind
	edges []edge

	order []int32 // nodes in the order of solving

	// Successors of node i run from next[first[i]] to before next[first[i+1]].
	first, next []int32

	unused func(int32) bool
}

// edge is a link between nodes; link is -1 for an edge of the hierarchy.
type edge struct {
	from, to int32
	link     int32
	kind     LinkType
	rest     rest // where it goes, if not into a row
}

// rest is where an edge goes that does not fit into a row.
type rest uint8

const (
	toRow rest = iota
	toExtra
	toBridges
)

// hubKind names the four sides of a summary.
type hubKind uint8

const (
	startGate hubKind = iota
	finishGate
	startCollector
	finishCollector
	hubKinds
)

// nodes turns links into edges between leaves and hubs.
func (n *Network) nodes(g *Graph) *nodes {
	out := &nodes{n: n, count: int32(len(n.Activities)), edges: make([]edge, 0, len(n.Links))}
	if g.summary == nil {
		out.unused = func(int32) bool { return false }
		for i, l := range n.Links {
			out.edges = append(out.edges, edge{from: int32(l.From), to: int32(l.To), link: int32(i), kind: l.Type})
		}
		return out
	}
	out.unused = func(i int32) bool { return i < int32(len(g.summary)) && g.summary[i] }
	hubs := out.hubs(g)
	for i, l := range n.Links {
		from, to := int32(l.From), int32(l.To)
		if g.summary[from] {
			side := startCollector
			if l.Type.fromFinish() {
				side = finishCollector
			}
			from = hubs[side][from]
		}
		if g.summary[to] {
			side := startGate
			if l.Type.toFinish() {
				side = finishGate
			}
			to = hubs[side][to]
		}
		out.edges = append(out.edges, edge{from: from, to: to, link: int32(i), kind: l.Type})
	}
	return out
}

// hubs makes the hubs that links need, and the edges of the hierarchy that
// join them; it returns them by kind and activity, -1 where there is none.
func (s *nodes) hubs(g *Graph) [hubKinds][]int32 {
	var hubs [hubKinds][]int32
	for side := range hubs {
		hubs[side] = make([]int32, len(g.summary))
		for i := range hubs[side] {
			hubs[side][i] = -1
		}
	}
	for _, l := range s.n.Links {
		if g.summary[l.From] && l.Type.fromFinish() {
			s.hub(finishCollector, &hubs[finishCollector][l.From], l.From)
		} else if g.summary[l.From] {
			s.hub(startCollector, &hubs[startCollector][l.From], l.From)
		}
		if g.summary[l.To] && l.Type.toFinish() {
			s.hub(finishGate, &hubs[finishGate][l.To], l.To)
		} else if g.summary[l.To] {
			s.hub(startGate, &hubs[startGate][l.To], l.To)
		}
	}
	for _, i := range g.topDown {
		parent := g.parents[i]
		if parent < 0 {
			continue
		}
		for side := range hubs {
			outer := hubs[side][parent]
			if outer < 0 {
				continue
			}
			inner := i
			if g.summary[i] {
				s.hub(hubKind(side), &hubs[side][i], int(i))
				inner = hubs[side][i]
			}
			s.join(hubKind(side), outer, inner, g.summary[i])
		}
	}
	return hubs
}

func (s *nodes) hub(side hubKind, slot *int32, summary int) {
	if *slot >= 0 {
		return
	}
	*slot = s.count
	s.of = append(s.of, int32(summary))
	s.sides = append(s.sides, side)
	s.count++
}

// join adds the edge between the hub of a summary and one of its children.
func (s *nodes) join(side hubKind, outer, inner int32, hub bool) {
	switch {
	case side == startGate:
		s.edges = append(s.edges, edge{from: outer, to: inner, link: -1, kind: SS})
	case side == finishGate && hub:
		s.edges = append(s.edges, edge{from: outer, to: inner, link: -1, kind: SS})
	case side == finishGate:
		s.edges = append(s.edges, edge{from: outer, to: inner, link: -1, kind: SF})
	case side == startCollector || hub:
		s.edges = append(s.edges, edge{from: inner, to: outer, link: -1, kind: SS})
	default:
		s.edges = append(s.edges, edge{from: inner, to: outer, link: -1, kind: FS})
	}
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
	waits := s.successors()
	first, next := s.first, s.next
	s.order = make([]int32, 0, s.count)
	left := 0
	for i := range s.count {
		if s.unused(i) {
			continue
		}
		left++
		if waits[i] == 0 {
			s.order = append(s.order, i)
		}
	}
	for head := 0; head < len(s.order); head++ {
		from := s.order[head]
		for _, to := range next[first[from]:first[from+1]] {
			if waits[to]--; waits[to] == 0 {
				s.order = append(s.order, to)
			}
		}
	}
	if len(s.order) == left {
		return nil
	}
	return s.cycles(waits)
}

// successors fills first and next, and returns for each node how many others
// it waits for.
func (s *nodes) successors() (waits []int32) {
	first, waits := make([]int32, s.count+2), make([]int32, s.count)
	for i := range s.edges {
		first[s.edges[i].from+2]++
		waits[s.edges[i].to]++
	}
	for i := range s.count {
		first[i+1] += first[i]
	}
	s.next = make([]int32, len(s.edges))
	for i := range s.edges {
		e := &s.edges[i]
		s.next[first[e.from+1]] = e.to
		first[e.from+1]++
	}
	s.first = first[:s.count+1]
	return waits
}
