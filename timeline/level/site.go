package level

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// site is a problem made ready: the engine's placement of its positions, and what is
// there of each resource in each tick.
type site struct {
	p    *Problem
	g    *cpm.Graph
	in   cpm.Input // without what levelling does anew
	base cpm.Result
	w    *cpm.Placement

	within bool // activities are moved within their float only

	early     []cpm.Work // by position: the start that links alone allow
	positions []int32    // by activity, or -1
	wants     [][]want   // by position: what it is moved for
	asked     [][]want   // and all that it needs
	exempt    []bool     // by demand: alone it is more than there ever is, or cannot be moved

	from    cpm.Instant // tick 0
	ticks   int
	tooLong bool      // what is known does not fit
	there   [][]int64 // capacity, by resource and tick
	bound   [][]int64 // what is needed whatever is moved, by resource and tick

	clocks []*clock
	tried  []*cpm.Result // what did not fit with what follows from it
}

// want is a demand of a position that is looked at when it is moved.
type want struct {
	resource int32
	flat     bool
	units    int64   // of each tick, where it is flat
	each     []int64 // of the ticks from the first on, where it is not
	demand   int32
}

// newSite checks a problem and makes it ready. Within says that activities are only to be
// moved within their float, so that nothing is excused for needing more than there is.
func newSite(p *Problem, within bool) (*site, error) {
	if p == nil {
		return nil, Faults{fault(NoProblem, 0)}
	}
	g, err := cpm.Build(p.Network)
	if err != nil {
		return nil, err
	}
	faults := p.check()
	if p.Input.FromFinish {
		faults = append(faults, fault(FromFinish, 0))
	}
	if len(faults) > 0 {
		return nil, faults
	}
	s := &site{p: p, g: g, in: levelled(p.Input), within: within}
	if err := g.Solve(&s.in, &s.base); err != nil {
		return nil, err
	}
	if s.w, err = g.Placement(&s.in); err != nil {
		return nil, err
	}
	s.positions = slices.Repeat([]int32{-1}, g.Activities())
	for i := range s.w.Positions() {
		s.early = append(s.early, s.w.At(i))
		if a := s.w.Activity(i); a >= 0 {
			s.positions[a] = int32(i)
		}
	}
	if s.takeDemands(); s.tooLong {
		return nil, Faults{fault(TooLong, int64(s.base.Finish()))}
	}
	return s, nil
}

// levelled is an input without delays and what is to be as late as possible, and with a
// lowest date for each activity.
func levelled(in cpm.Input) cpm.Input {
	in.Delays = nil
	in.Constraints = slices.DeleteFunc(slices.Clone(in.Constraints), func(c cpm.Constraint) bool {
		return c.Kind == cpm.AsLateAsPossible
	})
	return in
}

// takeDemands says which demands can be moved, and measures time.
func (s *site) takeDemands() {
	s.wants = make([][]want, s.w.Positions())
	s.exempt = make([]bool, len(s.p.Demands))
	for k := range s.p.Demands {
		d := &s.p.Demands[k]
		i := int(s.positions[d.Activity])
		if i < 0 || !s.w.Movable(i) || s.w.Length(i) == 0 {
			s.exempt[k] = true
			continue
		}
		if s.w.Length(i) > MaxCells {
			s.tooLong = true
			return
		}
		if w := s.want(k, d, int64(s.w.Length(i))); !w.flat || w.units > 0 {
			s.wants[i] = append(s.wants[i], w)
		}
	}
	for _, wants := range s.wants {
		s.asked = append(s.asked, slices.Clone(wants))
	}
	if s.stretch(1); !s.tooLong && !s.within {
		s.excuse()
	}
}

// stretch gives the axis more room, and reports whether there could be more.
func (s *site) stretch(times int64) bool {
	from, ticks, more := s.axis(times)
	if s.tooLong {
		return false
	}
	s.from, s.ticks, s.clocks, s.there = from, ticks, nil, nil
	s.measure(&s.base)
	for _, r := range s.tried {
		s.measure(r)
	}
	return more
}

func (s *site) want(k int, d *Demand, ticks int64) want {
	out := want{resource: int32(d.Resource), demand: int32(k), flat: d.isFlat(ticks), units: d.at(0, ticks)}
	if !out.flat {
		for n := range ticks {
			out.each = append(out.each, d.at(n, ticks))
		}
	}
	return out
}

// of is what is wanted in the n-th tick.
func (w *want) of(n int) int64 {
	if w.flat {
		return w.units
	}
	return w.each[n]
}

// axis is the first instant that matters and for how many ticks there is room: beyond
// what is known of dates and changes, so many times as long again. More says that there
// could be more.
func (s *site) axis(times int64) (from cpm.Instant, ticks int, more bool) {
	last, longest := s.base.Finish(), int64(0)
	from = last
	fortnight := int64(14 * max(s.p.Network.TicksPerDay, 1))
	for i := range s.w.Positions() {
		if !s.w.Movable(i) {
			continue
		}
		a, b := s.w.Dates(i, s.early[i])
		from, last, longest = min(from, a), max(last, b), max(longest, int64(b-a))
	}
	for i := range s.p.Demands {
		d := s.base.Dates(s.p.Demands[i].Activity)
		from, last = min(from, d.EarlyStart), max(last, d.EarlyFinish)
	}
	last = s.lastChange(s.lastLate(last))
	span := int64(last-from) + longest + fortnight
	most := min(MaxCells/int64(max(len(s.p.Resources), 1)), int64(cpm.Horizon-from))
	s.tooLong = span > most
	return from, int(min(span+times*span, most)), span+times*span < most
}

// lastLate is the last instant at which something that is moved may finish, if it is to
// keep the bounds of the network, or the given one.
func (s *site) lastLate(last cpm.Instant) cpm.Instant {
	known := int64(last)
	for a, i := range s.positions {
		if i >= 0 && s.w.Movable(int(i)) {
			if x := s.base.Dates(a).LateFinish; int64(x) < known+MaxCells/8 {
				last = max(last, x)
			}
		}
	}
	return last
}

// lastChange is the last instant at which a capacity changes, or the given one.
func (s *site) lastChange(last cpm.Instant) cpm.Instant {
	known := int64(last)
	for i := range s.p.Resources {
		for _, c := range s.p.Resources[i].Changes {
			for _, x := range []cpm.Instant{c.From, c.Until} {
				if int64(x) < known+MaxCells/8 {
					last = max(last, x)
				}
			}
		}
	}
	return last
}

// measure counts, by resource and tick, what there is and what a result needs of what
// is not held by resources, on top of what was needed before.
func (s *site) measure(r *cpm.Result) {
	if s.there == nil {
		s.there, s.bound = make([][]int64, len(s.p.Resources)), make([][]int64, len(s.p.Resources))
		for i := range s.there {
			s.there[i], s.bound[i] = s.capacity(i), make([]int64, s.ticks)
		}
	}
	spans := spansOf(s.p, s.g, r)
	now := make([][]int64, len(s.bound))
	for k := range s.p.Demands {
		d := &s.p.Demands[k]
		if !s.exempt[k] {
			continue
		}
		if now[d.Resource] == nil {
			now[d.Resource] = make([]int64, s.ticks)
		}
		spans[d.Activity].each(d, s.from, s.from+cpm.Instant(s.ticks), func(x cpm.Instant, units int64) {
			now[d.Resource][x-s.from] += units
		})
	}
	for i, loads := range now {
		for t, n := range loads {
			s.bound[i][t] = max(s.bound[i][t], n)
		}
	}
}

// capacity is what there is of a resource, by tick.
func (s *site) capacity(i int) []int64 {
	out := make([]int64, s.ticks)
	r := &s.p.Resources[i]
	w := s.g.Calendar(r.Calendar)
	for t := range out {
		out[t] = r.units(w, s.from+cpm.Instant(t))
	}
	return out
}

// free is what is left of a resource in a tick for what can be moved.
func (s *site) free(resource, tick int) int64 {
	return max(s.there[resource][tick]-s.bound[resource][tick], 0)
}

// excuse finds the demands for which there is no room at any time, though nothing else
// were moved there.
func (s *site) excuse() {
	for i, wants := range s.wants {
		kept := wants[:0]
		for k := range wants {
			if s.hasRoom(i, wants[k:k+1]) {
				kept = append(kept, wants[k])
			} else {
				s.exempt[wants[k].demand] = true
			}
		}
		if len(kept) > 1 && !s.hasRoom(i, kept) {
			for k := range kept {
				s.exempt[kept[k].demand] = true
			}
			kept = kept[:0]
		}
		s.wants[i] = kept
	}
}

// hasRoom reports whether a position finds what it wants at some start.
func (s *site) hasRoom(i int, wants []want) bool {
	c, was := s.clockOf(i), s.early[i]
	defer s.w.Put(i, was)
	for k := was; ; {
		s.w.Put(i, k)
		k = s.w.At(i)
		next, ok := s.short(c, i, k, wants)
		if next < 0 || ok {
			return ok
		}
		k = max(k+1, next)
	}
}

// clock turns the numbers of a position into ticks.
type clock struct {
	w     *cpm.WorkingTime
	first cpm.Work
	tick  []int32
}

func (s *site) clockOf(i int) *clock {
	w := s.w.Clock(i)
	for _, c := range s.clocks {
		if c.w == w {
			return c
		}
	}
	c := &clock{w: w, first: w.Rank(s.from)}
	for k := c.first; ; k++ {
		t := int64(w.Start(k)) - int64(s.from)
		if t >= int64(s.ticks) {
			break
		}
		c.tick = append(c.tick, int32(t))
	}
	s.clocks = append(s.clocks, c)
	return c
}

// short looks for a tick in which a position that starts there lacks something: the
// first start for which that tick does not matter. It is -1 beyond the end of time.
func (s *site) short(c *clock, i int, k cpm.Work, wants []want) (next cpm.Work, ok bool) {
	first, rest := s.w.Parts(i, k)
	n := 0
	for _, part := range [][2]cpm.Work{first, rest} {
		for u := part[0]; u < part[1]; u++ {
			at := int(u - c.first)
			if at < 0 || at >= len(c.tick) {
				return -1, false
			}
			for x := range wants {
				w := &wants[x]
				if w.of(n) > s.free(int(w.resource), int(c.tick[at])) {
					if w.flat {
						return u + 1, false
					}
					return k + 1, false
				}
			}
			n++
		}
	}
	return k, true
}

// due is a binding date in ticks: of the last of some positions, the leaves of a summary
// or one.
type due struct {
	of     []int32
	by     int32
	weight int64
}

// dues are the binding dates, by a clock; those of levels of effort are none.
func (s *site) dues(tick func(position int32, x cpm.Instant) int32) []due {
	var out []due
	for _, d := range s.p.Dues {
		if of := s.leaves(d.Activity); len(of) > 0 {
			out = append(out, due{of, tick(of[0], d.By), d.Weight})
		}
	}
	return out
}

// leaves are the positions of an activity, or of all below it.
func (s *site) leaves(activity int) []int32 {
	if i := s.positions[activity]; i >= 0 {
		return []int32{i}
	}
	var out []int32
	for a, i := range s.positions {
		if i >= 0 && s.isBelow(a, activity) {
			out = append(out, i)
		}
	}
	return out
}

func (s *site) isBelow(a, summary int) bool {
	parents := s.p.Network.Parents
	for a >= 0 && parents != nil {
		if a = parents[a]; a == summary {
			return true
		}
	}
	return false
}

// energy is what a position takes of the resources, each want as a share of the most
// that there is.
func (s *site) energy(i int) float64 {
	sum := 0.0
	for x := range s.wants[i] {
		w := &s.wants[i][x]
		need := 0.0
		for n := range int(s.w.Length(i)) {
			need += float64(w.of(n))
		}
		sum += need / float64(max(slices.Max(s.there[w.resource]), 1))
	}
	return sum
}
