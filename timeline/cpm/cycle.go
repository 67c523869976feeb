package cpm

import "slices"

// cycles finds the cycles of a network in which something else is wrong: those
// of its activities and sound links, in its hierarchy if that is one.
func (c *networkCheck) cycles() Faults {
	n := c.n
	if n.tooLarge() {
		return nil
	}
	bare := Network{Activities: make([]Activity, len(n.Activities))}
	for i := range n.Activities {
		a := &n.Activities[i]
		bare.Activities[i] = Activity{Key: a.Key, LevelOfEffort: a.LevelOfEffort}
	}
	if c.summary != nil {
		bare.Parents = n.Parents
	}
	count := len(n.Activities)
	for i := range n.Links {
		l := &n.Links[i]
		if l.From < 0 || l.From >= count || l.To < 0 || l.To >= count || l.From == l.To || l.Type > SF || c.within(l) {
			continue
		}
		bare.Links = append(bare.Links, Link{From: l.From, To: l.To, Type: l.Type})
	}
	g, _ := bare.graph() // nothing is wrong with it
	return bare.nodes(g).arrange()
}

// cycles returns one fault for each set of nodes that all wait for each other
// (each strongly connected component of more than one node), in the order of
// their lowest node.
func (s *nodes) cycles() Faults {
	var faults Faults
	first, next := s.first, s.next
	components := components(first, next, s.waits)
	slices.SortFunc(components, func(a, b []int32) int { return int(a[0]) - int(b[0]) })
	member := make([]int32, s.count)
	for i := range member {
		member[i] = -1
	}
	rank, before := make([]int32, s.count), make([]int32, s.count)
	for id, nodes := range components {
		for _, v := range nodes {
			member[v] = int32(id)
		}
		f := fault(LinkCycle)
		for _, v := range chordless(nodes[0], int32(id), member, rank, before, first, next) {
			a := int(s.activityOf(v))
			if n := len(f.Cycle); n > 0 && f.Cycle[n-1] == a {
				continue // two hubs of one summary
			}
			f.Cycle = append(f.Cycle, a)
			f.Keys = append(f.Keys, s.n.Activities[a].Key)
		}
		f.Activity = f.Cycle[0]
		faults = append(faults, f)
	}
	return faults
}

// components lists the strongly connected components with more than one node
// among those that still wait, each with its nodes in ascending order. It is
// Tarjan's algorithm with a stack of its own instead of recursion (R. Tarjan,
// Depth-first search and linear graph algorithms, SIAM J. Comput. 1/1972).
func components(first, next, waits []int32) [][]int32 {
	n := int32(len(waits))
	var (
		out   [][]int32
		index = make([]int32, n) // visiting number, 0 = not visited
		low   = make([]int32, n)
		at    = make([]int32, n) // next edge to follow
		open  = make([]bool, n)  // on stack
		stack []int32
		path  []int32
		clock int32
	)
	copy(at, first)
	for root := range n {
		if waits[root] == 0 || index[root] != 0 {
			continue
		}
		path = append(path[:0], root)
		for len(path) > 0 {
			v := path[len(path)-1]
			if index[v] == 0 {
				clock++
				index[v], low[v] = clock, clock
				stack, open[v] = append(stack, v), true
			}
			descended := false
			for at[v] < first[v+1] {
				w := next[at[v]]
				if waits[w] != 0 && index[w] == 0 {
					path, descended = append(path, w), true
					break
				}
				at[v]++
				if open[w] {
					low[v] = min(low[v], low[w])
				}
			}
			if descended {
				continue
			}
			path = path[:len(path)-1]
			if low[v] != index[v] {
				continue
			}
			i := len(stack) - 1
			for ; stack[i] != v; i-- {
				open[stack[i]] = false
			}
			open[v] = false
			if len(stack)-i > 1 {
				nodes := slices.Clone(stack[i:])
				slices.Sort(nodes)
				out = append(out, nodes)
			}
			stack = stack[:i]
		}
	}
	return out
}

// chordless returns a cycle of a strongly connected component that no edge
// shortens. A breadth-first search finds a shortest cycle through v, which no
// edge forward can shorten; of the edges that lead back along it, the one
// with the least span closes the cycle that is returned.
func chordless(v, id int32, member, rank, before, first, next []int32) []int32 {
	ring := shortestCycle(v, id, member, before, first, next)
	for i, u := range ring {
		rank[u] = int32(i) + 1
	}
	from, to := len(ring)-1, 0
	for j, u := range ring {
		for _, w := range next[first[u]:first[u+1]] {
			if i := int(rank[w]) - 1; i >= 0 && i < j && j-i < from-to {
				from, to = j, i
			}
		}
	}
	for _, u := range ring {
		rank[u] = 0
	}
	return ring[to : from+1]
}

// shortestCycle searches breadth first from v within its component. Before
// holds one more than the node that each node was reached from; it is all
// zero for nodes of other components.
func shortestCycle(v, id int32, member, before, first, next []int32) []int32 {
	queue := []int32{v}
	for head := 0; ; head++ {
		u := queue[head]
		for _, w := range next[first[u]:first[u+1]] {
			if w == v {
				ring := []int32{u}
				for u != v {
					u = before[u] - 1
					ring = append(ring, u)
				}
				slices.Reverse(ring)
				return ring
			}
			if member[w] == id && before[w] == 0 {
				before[w] = u + 1
				queue = append(queue, w)
			}
		}
	}
}
