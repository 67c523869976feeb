package cpm

import (
	"math"
	"math/bits"
)

// A Path is a chain of driving links, first activity first: each activity
// starts when it does because of the one before.
type Path struct {
	// Activities are the activities of the chain. Where a link joins
	// summaries, the leaves stand here.
	Activities []int

	// Links are the links between them, one less than the activities.
	Links []int
}

// Paths are the driving chains to some activities. A driving chain is as long
// as possible: it begins at an activity that no link drives, and ends at one
// that drives none of the others it could end at. No chain is a part of
// another.
type Paths struct {
	// Count is how many there are, exactly, or math.MaxUint64 if there are
	// more (Saturated).
	Count     uint64
	Saturated bool

	// Listed are the first of them, in the order of link indices seen from
	// the end, up to the bound that was asked for.
	Listed []Path
}

// CriticalPaths returns the chains of driving links to the activities that
// finish last, those left out that only lead to another of them: work that a
// milestone follows at once is on the milestone's path. They explain the
// project's finish; unlike chains of activities without float they do not
// break where calendars meet.
func (r *Result) CriticalPaths(limit int) Paths {
	if !r.isSolved() {
		return Paths{}
	}
	g := r.graph
	var ends []int32
	for _, p := range g.position {
		if p >= 0 && r.finishAt(p) == r.earlyFinish {
			ends = append(ends, p)
		}
	}
	return r.paths(ends, limit)
}

// finishAt is the early finish of a position that is no hub.
func (r *Result) finishAt(p int32) Instant {
	spot := &r.spots[p]
	s := r.specialFor(int(p))
	if s != nil && s.state.isGiven() {
		return s.actualFinish
	}
	k := r.finishOf(int(p), r.early[p])
	x := clockEnds{r.graph.calendars[spot.clock], spot.flags&isPoint != 0}.finish(k)
	if s != nil && s.state == inProgress {
		return s.endOfRest(x, k)
	}
	return x
}

// PathsTo returns the chains of driving links to one activity; to a summary,
// those to the leaves below it that finish last and lead to no other of them;
// to a level of effort, none.
func (r *Result) PathsTo(activity, limit int) Paths {
	if !r.has(activity) || r.graph.isEffort(activity) {
		return Paths{}
	}
	g := r.graph
	if p := g.position[activity]; p >= 0 {
		return r.paths([]int32{p}, limit)
	}
	var ends []int32
	last := -Horizon
	for a, p := range g.position {
		if p < 0 || !g.isBelow(a, activity) || r.finishAt(p) < last {
			continue
		}
		if x := r.finishAt(p); x > last {
			last, ends = x, ends[:0]
		}
		ends = append(ends, p)
	}
	return r.paths(ends, limit)
}

func (g *Graph) isBelow(activity, summary int) bool {
	for i := int(g.parents[activity]); i >= 0; i = int(g.parents[i]) {
		if i == summary {
			return true
		}
	}
	return false
}

// paths counts the chains to some positions, in two passes over the positions
// before them, and lists some: backwards it finds which positions the chains
// lead through, forwards how many chains lead to each.
func (r *Result) paths(ends []int32, limit int) Paths {
	var out Paths
	last := int32(-1)
	for _, p := range ends {
		last = max(last, p)
	}
	count, leads := make([]uint64, last+1), make([]bool, last+1)
	ends = r.last(ends, leads)
	var buf []arrival
	for p := range count {
		if !leads[p] {
			continue
		}
		buf = r.driving(p, buf)
		for _, a := range buf {
			count[p] = addSaturating(count[p], count[a.from])
		}
		if len(buf) == 0 {
			count[p] = 1
		}
	}
	for _, p := range ends {
		out.Count = addSaturating(out.Count, count[p])
	}
	out.Saturated = out.Count == math.MaxUint64
	for _, p := range ends {
		out.Listed = r.list(p, limit, out.Listed)
	}
	return out
}

// last returns those of the positions that drive none of the others, and marks
// them and all that drives them.
func (r *Result) last(ends []int32, leads []bool) []int32 {
	isEnd := make([]bool, len(leads))
	for _, p := range ends {
		isEnd[p] = true
	}
	var buf []arrival
	for p := len(leads) - 1; p >= 0; p-- {
		if !leads[p] && !isEnd[p] {
			continue
		}
		isEnd[p] = isEnd[p] && !leads[p]
		leads[p] = true
		buf = r.driving(p, buf)
		for _, a := range buf {
			leads[a.from] = true
		}
	}
	kept := ends[:0]
	for _, p := range ends {
		if isEnd[p] {
			kept = append(kept, p)
		}
	}
	return kept
}

func addSaturating(a, b uint64) uint64 {
	sum, carry := bits.Add64(a, b, 0)
	if carry != 0 {
		return math.MaxUint64
	}
	return sum
}

// pathStep is a step of a walk back from the end of a chain.
type pathStep struct {
	position int32
	link     int32 // that led here, -1 at the end and within the hierarchy
	edges    []arrival
}

// list appends the chains to one position until there are limit of them. Each
// walk back ends at a first activity, so that the cost is that of the chains
// listed.
func (r *Result) list(end int32, limit int, out []Path) []Path {
	if len(out) >= limit {
		return out
	}
	walk := []pathStep{{end, -1, r.driving(int(end), nil)}}
	if len(walk[0].edges) == 0 {
		return append(out, r.path(walk))
	}
	for len(walk) > 0 && len(out) < limit {
		top := &walk[len(walk)-1]
		if len(top.edges) == 0 {
			walk = walk[:len(walk)-1]
			continue
		}
		a := top.edges[0]
		top.edges = top.edges[1:]
		next := pathStep{a.from, a.link, r.driving(int(a.from), nil)}
		walk = append(walk, next)
		if len(next.edges) == 0 {
			out = append(out, r.path(walk))
			walk = walk[:len(walk)-1]
		}
	}
	return out
}

// path reads a walk backwards, without hubs.
func (r *Result) path(walk []pathStep) Path {
	var out Path
	for i := len(walk) - 1; i >= 0; i-- {
		s := &walk[i]
		if r.spots[s.position].flags&isHub == 0 {
			out.Activities = append(out.Activities, int(r.graph.activity[s.position]))
		}
		if s.link >= 0 {
			out.Links = append(out.Links, int(s.link))
		}
	}
	return out
}
