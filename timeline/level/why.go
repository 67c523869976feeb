package level

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// A Move is an activity that starts later than the links alone would let it.
type Move struct {
	Activity int

	// From and To are its start without resources, and in the plan.
	From, To cpm.Instant

	// Waits are what it waits for: links whose predecessors let it start no earlier,
	// and if none does, resources of which there is too little a tick before.
	Waits []Wait
}

// A Wait is what an activity waits for.
type Wait struct {
	// Link is the index of the link, and By its predecessor alone; -1 for a resource.
	Link int

	// Resource is the index of the resource, or -1 for a link, and By the activities
	// that hold it in the tick that begins At, in which there is too little left. None
	// means that there is too little of it then for the activity by itself.
	Resource int
	At       cpm.Instant
	By       []int
}

// An Excess is a time in which more is needed of a resource than there is: in a plan of
// Level, because of what cannot be moved or alone needs more than there ever is.
type Excess struct {
	Resource    int
	From, Until cpm.Instant

	// Over is the sum, over the ticks, of load less capacity.
	Over int64

	// Activities are those that cannot be moved, or not for the sake of this resource,
	// and need it then, by index; of a plan of Smooth, all that need it then.
	Activities []int

	avoidable bool // none of them needs more than there is
}

// excesses are where a result needs more than there is.
func (s *site) excesses(r *cpm.Result) []Excess {
	var out []Excess
	spans := spansOf(s.p, s.g, r)
	ticks := min(max(int64(s.ticks), int64(r.Finish()-s.from)), MaxCells) // what follows may end later than there is room
	for i := range s.p.Resources {
		out = append(out, s.excessesOf(i, int(ticks), spans)...)
	}
	return out
}

// loads are what a result needs of a resource, by tick: in all, and of what is held by
// it.
func (s *site) loads(resource, ticks int, spans []span) (all, held []int64) {
	all, held = make([]int64, ticks), make([]int64, ticks)
	for k := range s.p.Demands {
		d := &s.p.Demands[k]
		if d.Resource != resource {
			continue
		}
		spans[d.Activity].each(d, s.from, s.from+cpm.Instant(ticks), func(x cpm.Instant, units int64) {
			all[x-s.from] += units
			if !s.exempt[k] {
				held[x-s.from] += units
			}
		})
	}
	return all, held
}

func (s *site) excessesOf(resource, ticks int, spans []span) []Excess {
	var out []Excess
	all, held := s.loads(resource, ticks, spans)
	for t := 0; t < ticks; t++ {
		if all[t] <= s.units(resource, t) {
			continue
		}
		e := Excess{Resource: resource, From: s.from + cpm.Instant(t)}
		for ; t < ticks && all[t] > s.units(resource, t); t++ {
			e.Over += all[t] - s.units(resource, t)
			e.avoidable = e.avoidable || held[t] > 0
		}
		e.Until = s.from + cpm.Instant(t)
		e.Activities = s.holders(resource, e.From, e.Until, spans, !s.within)
		out = append(out, e)
	}
	return out
}

// units is the capacity of a resource in a tick, beyond the axis too.
func (s *site) units(resource, tick int) int64 {
	if tick < s.ticks {
		return s.there[resource][tick]
	}
	r := &s.p.Resources[resource]
	return r.units(s.g.Calendar(r.Calendar), s.from+cpm.Instant(tick))
}

// holders are the activities that need a resource between two instants; only those
// that are not held by it, if so asked.
func (s *site) holders(resource int, from, until cpm.Instant, spans []span, exempt bool) []int {
	var out []int
	for k := range s.p.Demands {
		d := &s.p.Demands[k]
		if d.Resource != resource || exempt && !s.exempt[k] {
			continue
		}
		need := int64(0)
		spans[d.Activity].each(d, from, until, func(_ cpm.Instant, units int64) { need += units })
		if need > 0 && !slices.Contains(out, d.Activity) {
			out = append(out, d.Activity)
		}
	}
	slices.Sort(out)
	return out
}

// moves are what a result has moved, and what that waits for.
func (s *site) moves(r *cpm.Result) []Move {
	var out []Move
	spans := spansOf(s.p, s.g, r)
	loads := make([][]int64, len(s.p.Resources))
	for i := range loads {
		loads[i], _ = s.loads(i, s.ticks, spans)
	}
	for a, i := range s.positions {
		from, to := s.base.Dates(a).EarlyStart, r.Dates(a).EarlyStart
		if i < 0 || from >= to || !s.w.Movable(int(i)) {
			continue
		}
		m := Move{Activity: a, From: from, To: to}
		if m.Waits = linksOf(r, a); m.Waits == nil {
			m.Waits = s.resourcesOf(a, int(i), to, loads, spans)
		}
		out = append(out, m)
	}
	return out
}

// linksOf are the links that drive an activity.
func linksOf(r *cpm.Result, a int) []Wait {
	var out []Wait
	for _, d := range r.Drivers(a) {
		if d.Kind == cpm.LinkDriver {
			out = append(out, Wait{Link: d.Link, Resource: -1, By: []int{d.From}})
		}
	}
	return out
}

// resourcesOf are the resources that keep an activity from starting a tick earlier.
func (s *site) resourcesOf(a, i int, to cpm.Instant, loads [][]int64, spans []span) []Wait {
	c := s.clockOf(i)
	k := c.w.Rank(to)
	own := make(map[int32]map[cpm.Instant]int64)
	for _, w := range s.wants[i] {
		d := &s.p.Demands[w.demand]
		if own[w.resource] == nil {
			own[w.resource] = make(map[cpm.Instant]int64)
		}
		spans[a].each(d, s.from, s.from+cpm.Instant(s.ticks), func(x cpm.Instant, units int64) { own[w.resource][x] += units })
	}
	var out []Wait
	for _, w := range s.wants[i] {
		if x, lacks := s.lacking(c, i, k-1, &w, loads[w.resource], own[w.resource]); lacks && !waitsFor(out, int(w.resource)) {
			by := slices.DeleteFunc(s.holders(int(w.resource), x, x+1, spans, false), func(b int) bool { return b == a })
			out = append(out, Wait{Link: -1, Resource: int(w.resource), At: x, By: by})
		}
	}
	return out
}

func waitsFor(waits []Wait, resource int) bool {
	return slices.ContainsFunc(waits, func(w Wait) bool { return w.Resource == resource })
}

// lacking finds the first tick of an activity that starts there in which others leave
// too little of a resource.
func (s *site) lacking(c *clock, i int, k cpm.Work, w *want, load []int64, own map[cpm.Instant]int64) (cpm.Instant, bool) {
	first, rest := s.w.Parts(i, k)
	n := 0
	for _, part := range [2][2]cpm.Work{first, rest} {
		for u := part[0]; u < part[1]; u++ {
			x := c.w.Start(u)
			if t := int(x - s.from); t >= 0 && t < s.ticks && load[t]-own[x]+w.of(n) > s.there[w.resource][t] {
				return x, true
			}
			n++
		}
	}
	return 0, false
}
