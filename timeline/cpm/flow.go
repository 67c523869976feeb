package cpm

import (
	"container/heap"
	"math"
)

// flow is a network of arcs with lengths and room for flow, and the numbers
// (potentials) of its nodes: along every arc with room, the number grows by the
// length at least. Sending flow from the source to the sink along arcs that
// leave nothing to spare uses up their room, and then the sink's number can be
// lowered: at a price, for each tick, of the flow. This is the primal-dual
// method of L. R. Ford and D. R. Fulkerson, Flows in networks (1962), with the
// phases of E. A. Dinic (1970).
type flow struct {
	source, sink int32
	at           []int64 // by node

	head []int32 // by node: its last arc, or -1
	arcs []arc   // each one's reverse is its neighbour

	value int64 // of the flow
	work  int   // arcs looked at

	dist    []int64 // by node, of the shortest way to the sink
	level   []int32
	current []int32
	touched []int32 // nodes whose dist or level is not at rest
}

type arc struct {
	to, next int32
	length   int64
	room     int64
}

// unbounded is room without end.
const unbounded = math.MaxInt64

const farAway = math.MaxInt64

// maxFlowWork bounds the arcs that a flow looks at.
const maxFlowWork = 20_000_000

func newFlow(nodes int32) *flow {
	f := &flow{
		at: make([]int64, nodes), head: make([]int32, nodes), dist: make([]int64, nodes),
		level: make([]int32, nodes), current: make([]int32, nodes),
	}
	for i := range f.head {
		f.head[i], f.dist[i], f.level[i] = -1, farAway, -1
	}
	return f
}

// join adds an arc and its reverse, and returns the index of the arc.
func (f *flow) join(from, to int32, length, room, back int64) int32 {
	i := int32(len(f.arcs))
	f.arcs = append(f.arcs, arc{to, f.head[from], length, room}, arc{from, f.head[to], -length, back})
	f.head[from], f.head[to] = i, i+1
	return i
}

// spare is what the numbers at the ends of an arc from a node exceed its length
// by.
func (f *flow) spare(from int32, a *arc) int64 { return f.at[a.to] - f.at[from] - a.length }

// reduce lowers the sink's number to the given one, at the least price. It
// returns false where that cannot be done, or takes too much work.
func (f *flow) reduce(to int64) bool {
	for f.at[f.sink] > to {
		f.lower(f.at[f.sink] - to)
		if f.at[f.sink] <= to {
			return true
		}
		if f.work > maxFlowWork || !f.augment() {
			return false
		}
	}
	return true
}

// costAt is what it costs at least to have the sink's number at the given one,
// when the numbers as they are cost so much: each tick more costs no less than
// the flow.
func (f *flow) costAt(cost, at int64) int64 { return cost + f.value*max(f.at[f.sink]-at, 0) }

// lower lowers the sink's number as far as there is something to spare on every
// way from the source, at most by a bound, and with it the numbers that stand
// in its way.
func (f *flow) lower(most int64) {
	q := nearest{f: f}
	f.reach(&q, f.sink, 0)
	by := most
	for len(q.nodes) > 0 {
		v := heap.Pop(&q).(way)
		if v.dist > f.dist[v.node] {
			continue
		}
		if v.node == f.source {
			by = v.dist
			break
		}
		for i := f.head[v.node]; i >= 0; i = f.arcs[i].next {
			f.work++
			back := &f.arcs[i^1] // from the neighbour to v
			if w := f.arcs[i].to; back.room > 0 {
				if d := v.dist + f.spare(w, back); d < most && d < f.dist[w] {
					f.reach(&q, w, d)
				}
			}
		}
	}
	for _, v := range f.touched {
		f.at[v] -= max(by-f.dist[v], 0)
		f.dist[v] = farAway
	}
	f.touched = f.touched[:0]
}

func (f *flow) reach(q *nearest, node int32, dist int64) {
	if f.dist[node] == farAway {
		f.touched = append(f.touched, node)
	}
	f.dist[node] = dist
	heap.Push(q, way{dist, node})
}

// augment sends as much flow as there is room for along arcs that leave nothing
// to spare. It returns false if that is without end.
func (f *flow) augment() bool {
	for f.levels() {
		if !f.block() {
			return false
		}
	}
	return true
}

// levels numbers the nodes by how many arcs that leave nothing to spare they
// are from the sink, until the source is found.
func (f *flow) levels() bool {
	for _, v := range f.touched {
		f.level[v] = -1
	}
	f.touched = append(f.touched[:0], f.sink)
	f.level[f.sink], f.current[f.sink] = 0, f.head[f.sink]
	for next := 0; next < len(f.touched); next++ {
		v := f.touched[next]
		if v == f.source {
			return true
		}
		for i := f.head[v]; i >= 0; i = f.arcs[i].next {
			f.work++
			w, back := f.arcs[i].to, &f.arcs[i^1]
			if f.level[w] < 0 && back.room > 0 && f.spare(w, back) == 0 {
				f.level[w], f.current[w] = f.level[v]+1, f.head[w]
				f.touched = append(f.touched, w)
			}
		}
	}
	for _, v := range f.touched {
		f.level[v] = -1
	}
	f.touched = f.touched[:0]
	return false
}

// block sends flow along the levels until none gets through. It returns false
// if a way has room without end.
func (f *flow) block() bool {
	var walk []int32 // the arcs, from the sink back
	v := f.sink
	for {
		if v == f.source {
			keep, ok := f.send(walk)
			if !ok {
				return false
			}
			v = f.arcs[walk[keep]].to // its end that is nearer to the sink
			walk = walk[:keep]
			continue
		}
		if w := f.step(v); w >= 0 {
			walk = append(walk, w)
			v = f.arcs[w^1].to
			continue
		}
		f.level[v] = -2 // a dead end
		if len(walk) == 0 {
			break
		}
		v = f.arcs[walk[len(walk)-1]].to
		walk = walk[:len(walk)-1]
	}
	return true
}

// step returns an arc that leads to a node from the next level, or -1.
func (f *flow) step(v int32) int32 {
	for ; f.current[v] >= 0; f.current[v] = f.arcs[f.current[v]].next {
		f.work++
		i := f.current[v]
		w, back := f.arcs[i].to, &f.arcs[i^1]
		if back.room > 0 && f.level[w] == f.level[v]+1 && f.spare(w, back) == 0 {
			return i ^ 1
		}
	}
	return -1
}

// send sends what there is room for along a walk, and returns the first arc of
// it that is full then.
func (f *flow) send(walk []int32) (int, bool) {
	least, first := int64(unbounded), 0
	for k, i := range walk {
		if f.arcs[i].room < least {
			least, first = f.arcs[i].room, k
		}
	}
	if least == unbounded {
		return 0, false
	}
	for _, i := range walk {
		if a := &f.arcs[i]; a.room != unbounded {
			a.room -= least
		}
		if a := &f.arcs[i^1]; a.room != unbounded {
			a.room += least
		}
	}
	f.value += least
	return first, true
}

// way is a node at a distance from the sink, and nearest a queue of them.
type way struct {
	dist int64
	node int32
}

type nearest struct {
	f     *flow
	nodes []way
}

func (q *nearest) Len() int { return len(q.nodes) }
func (q *nearest) Less(i, j int) bool {
	a, b := q.nodes[i], q.nodes[j]
	if a.dist != b.dist {
		return a.dist < b.dist
	}
	return a.node < b.node
}
func (q *nearest) Swap(i, j int) { q.nodes[i], q.nodes[j] = q.nodes[j], q.nodes[i] }

// Push is for container/heap.
func (q *nearest) Push(x any) { q.nodes = append(q.nodes, x.(way)) }

// Pop is for container/heap.
func (q *nearest) Pop() any {
	last := len(q.nodes) - 1
	v := q.nodes[last]
	q.nodes = q.nodes[:last]
	return v
}
