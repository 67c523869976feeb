package cpm

// bound is a number that an end must not exceed if the date is to be met.
type bound struct {
	place int32
	end   end
	at    Work
	sound bool  // it says exactly that
	via   int32 // the tie to the milestone that asks for it, or -1
}

// aim turns the date into bounds. Work has a last number; a milestone takes the
// instant of what it waits for, and whether that is where a working tick ends
// or where one begins decides which number is the last.
func (x *relaxation) aim() {
	x.onward = make([]int32, len(x.places))
	for i := range x.onward {
		x.onward[i] = -1
	}
	seen := make(map[int32]bool)
	for _, p := range x.m.ends {
		i := x.placed[p]
		if x.places[i].point || x.places[i].still {
			x.aimThrough(i, seen)
			continue
		}
		x.bounds = append(x.bounds, x.boundFinish(i, -1))
	}
}

// boundFinish bounds the finish of work.
func (x *relaxation) boundFinish(i, via int32) bound {
	p := &x.places[i]
	w := x.m.g.calendars[p.scale]
	if x.m.r.spots[p.position].flags&isPoint != 0 {
		return bound{i, atFinish, w.lastStart(x.m.cut.By), true, via}
	}
	return bound{i, atFinish, w.Rank(x.m.cut.By), true, via}
}

// aimThrough bounds a milestone, and through it what it waits for without a
// lag.
func (x *relaxation) aimThrough(top int32, seen map[int32]bool) {
	todo := []int32{top}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[i] {
			continue
		}
		seen[i] = true
		p := &x.places[i]
		if x.passed(p) {
			x.missed = p
		}
		x.bounds = append(x.bounds, bound{i, atFinish, x.m.g.calendars[p.scale].Rank(x.m.cut.By), true, -1})
		if p.still || x.isPulled(p) || x.isFirstOf(p) {
			continue
		}
		for k := x.first[i]; k < x.first[i+1]; k++ {
			t := &x.ties[k]
			switch {
			case !t.sum:
			case t.value != 0 || !x.places[t.from].point:
				x.bounds = append(x.bounds, x.boundBefore(t, k))
			case !seen[t.from]:
				x.onward[t.from] = k
				todo = append(todo, t.from)
			}
		}
	}
}

// boundBefore bounds the end that a milestone takes its instant from.
func (x *relaxation) boundBefore(t *tie, via int32) bound {
	p := &x.places[t.from]
	w := x.m.g.calendars[p.scale]
	ends, begins := w.Rank(x.m.cut.By), w.lastStart(x.m.cut.By)
	switch {
	case t.value > 0:
		return bound{t.from, t.fromEnd, ends - Work(t.value), t.sound, via}
	case t.value < 0:
		return bound{t.from, t.fromEnd, begins - Work(t.value), t.sound, via}
	case t.fromEnd == atStart:
		return bound{t.from, atStart, begins, t.sound, via}
	}
	last := x.boundFinish(t.from, via)
	last.sound = last.sound && t.sound
	return last
}

// passed reports whether a milestone can be no earlier than after the date,
// whatever precedes it: what has happened, or a constraint, puts it there.
func (x *relaxation) passed(p *place) bool {
	r := &x.m.r
	s := r.specialFor(int(p.position))
	switch {
	case r.spots[p.position].flags&isHub != 0:
		return false
	case s == nil:
		return Instant(r.low[x.m.g.everyTick()]) > x.m.cut.By
	case s.state.isGiven():
		return s.actualFinish > x.m.cut.By
	case s.state == inProgress || x.isPulled(p):
		return false
	}
	return Instant(max(r.lowest(int(p.position)), s.from(0))) > x.m.cut.By
}
