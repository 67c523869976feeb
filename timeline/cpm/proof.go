package cpm

import "slices"

// trail gathers a chain from its end back to its begin.
type trail struct {
	path       Path
	fromFinish bool
	sound      bool
}

// pass adds a place, unless it is a hub.
func (t *trail) pass(x *relaxation, p *place) {
	if x.m.r.spots[p.position].flags&isHub == 0 {
		t.path.Activities = append(t.path.Activities, int(x.m.g.activity[p.position]))
	}
}

// along adds the link of a tie.
func (t *trail) along(tie *tie) {
	t.sound = t.sound && tie.sound
	if tie.link >= 0 {
		t.path.Links = append(t.path.Links, int(tie.link))
	}
}

// begin ends the walk back at a floor.
func (t *trail) begin(x *relaxation, e end, fl *floor) {
	t.sound = t.sound && fl.sound
	t.fromFinish = e == atFinish && fl.from < 0
	if fl.from < 0 {
		return
	}
	if fl.link >= 0 {
		t.path.Links = append(t.path.Links, int(fl.link))
	}
	t.path.Activities = append(t.path.Activities, int(x.m.g.activity[fl.from]))
}

func (t *trail) weighted(weight int64) WeightedPath {
	slices.Reverse(t.path.Activities)
	slices.Reverse(t.path.Links)
	return WeightedPath{t.path, weight, t.fromFinish}
}

// trailTo begins a trail with the milestones between a bound and the target.
func (x *relaxation) trailTo(b *bound) trail {
	t := trail{sound: b.sound}
	var onward []int32
	k := b.via
	if k < 0 {
		k = x.onward[b.place]
	}
	for ; k >= 0; k = x.onward[x.ties[k].to] {
		onward = append(onward, k)
	}
	for _, k := range slices.Backward(onward) {
		t.pass(x, &x.places[x.ties[k].to])
		t.along(&x.ties[k])
	}
	return t
}

// tooLong reports whether the date cannot be met however much is shortened, and
// returns the chain that says so.
func (x *relaxation) tooLong() ([]WeightedPath, bool) {
	for i := range x.bounds {
		b := &x.bounds[i]
		if p := &x.places[b.place]; p.low[b.end] <= b.at {
			continue
		} else if p.still {
			return nil, true
		}
		t := x.trailTo(b)
		x.traceLow(&t, b.place, b.end)
		if !t.sound {
			return nil, true
		}
		return []WeightedPath{t.weighted(1)}, true
	}
	return nil, x.missed != nil
}

// traceLow walks back along what gives an end its lowest number.
func (x *relaxation) traceLow(t *trail, i int32, e end) {
	for {
		p := &x.places[i]
		t.pass(x, p)
		if !p.point && !p.still && e == atFinish && p.low[atFinish] == p.low[atStart]+p.shortest {
			e = atStart
		}
		tie, floorEnd := x.lowest(i, e)
		if tie == nil {
			t.begin(x, floorEnd, &p.floor[floorEnd])
			return
		}
		t.along(tie)
		i, e = tie.from, tie.fromEnd
	}
}

// lowest returns the tie that gives an end of a place its lowest number, or the
// end whose floor does.
func (x *relaxation) lowest(i int32, e end) (*tie, end) {
	p := &x.places[i]
	for _, via := range [2]end{e, 1 - e} {
		want := p.low[e]
		if via != e && !p.point {
			if e == atFinish {
				continue // through its start, it has been seen
			}
			want += p.longest
		}
		if p.floor[via].at == want {
			return nil, via
		}
		ties := x.tiesTo(i)
		for t := range ties {
			t := &ties[t]
			if t.toEnd == via && x.forward(t, x.places[t.from].low[t.fromEnd]) == want && !x.isPulled(p) {
				return t, via
			}
		}
	}
	return nil, e
}

// chains takes the flow apart into chains. It returns nil if one of them is no
// sum of working time.
func (x *relaxation) chains() []WeightedPath {
	left := make([]int64, len(x.f.arcs)/2) // flow that no chain has yet, by arc and its reverse
	for i := range left {
		left[i] = x.f.arcs[2*i+1].room
	}
	next := append([]int32(nil), x.first...) // by place: its first tie that may have some left
	source := make([]int32, len(x.places)+1) // by place: its first source, and then the same
	for i := len(x.sources) - 1; i >= 0; i-- {
		source[x.sources[i].place] = int32(i)
	}
	var out []WeightedPath
	for i := range x.bounds {
		for left[x.boundArcs[i]/2] > 0 {
			chain, sound := x.chain(i, left, next, source)
			if !sound {
				return nil
			}
			out = append(out, chain)
		}
	}
	return out
}

// chain takes one chain to a bound out of the flow that is left.
func (x *relaxation) chain(to int, left []int64, next, source []int32) (WeightedPath, bool) {
	b := &x.bounds[to]
	t := x.trailTo(b)
	arcs := []int32{x.boundArcs[to] / 2}
	for i := b.place; ; {
		t.pass(x, &x.places[i])
		for next[i] < x.first[i+1] && (x.tieArcs[next[i]] < 0 || left[x.tieArcs[next[i]]/2] == 0) {
			next[i]++
		}
		if next[i] < x.first[i+1] {
			tie := &x.ties[next[i]]
			arcs = append(arcs, x.tieArcs[next[i]]/2)
			t.along(tie)
			i = tie.from
			continue
		}
		for s := source[i]; int(s) < len(x.sources) && x.sources[s].place == i; s++ {
			if from := &x.sources[s]; left[from.arc/2] > 0 {
				arcs = append(arcs, from.arc/2)
				t.begin(x, from.end, &from.floor)
				break
			}
		}
		break
	}
	amount := left[arcs[0]]
	for _, a := range arcs {
		amount = min(amount, left[a])
	}
	for _, a := range arcs {
		left[a] -= amount
	}
	return t.weighted(amount), t.sound && amount > 0
}
