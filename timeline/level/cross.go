package level

import "slices"

// cross makes a list of a father's and a mother's: a stretch of his in which the
// resources are used well, in his order, and before, among and after it what is left,
// in hers (the peak crossover of V. Valls, F. Ballestín and S. Quintanilla, A hybrid
// genetic algorithm for the resource-constrained project scheduling problem, 2008).
// Before is what has to come before an activity in a list.
func (s *search) cross(of []individual, i int, before func(int32) []arc) {
	father := &of[i]
	k := s.other(len(of), i)
	if o := s.other(len(of), i); of[o].cost.less(of[k].cost) {
		k = o
	}
	mother := &of[k]
	from, length := s.peak(father)
	s.mix(mother.list, father.list[from:from+length], from)
	s.order.repair(s.list, before)
	if s.alike(father, mother) {
		for range likeMoves {
			s.move(s.list, s.below(s.count), s.count)
		}
	} else if s.below(100) < moves {
		s.move(s.list, s.below(s.count), s.count)
	}
}

// mix lists a stretch, which begins at a place, among what is left of another list.
func (s *search) mix(list, stretch []int32, from int) {
	clear(s.marked)
	for _, a := range stretch {
		s.marked[a] = true
	}
	out := s.list[:0]
	for _, a := range list[:from] {
		if !s.marked[a] {
			out = append(out, a)
		}
	}
	for k, a := range stretch {
		out = append(out, a)
		if b := list[from+k]; !s.marked[b] {
			out = append(out, b)
		}
	}
	for _, a := range list[from+len(stretch):] {
		if !s.marked[a] {
			out = append(out, a)
		}
	}
}

// peak draws a stretch of a list in which the resources are used well.
func (s *search) peak(x *individual) (from, length int) {
	n := s.count
	best := -1.0
	for range stretches {
		l := min(n, max(2, n*shortest/100+s.below(max(n*spread/100, 1))))
		f := s.below(n - l + 1)
		sum := 0.0
		a, b := x.start[x.list[f]], x.start[x.list[f+l-1]]
		for _, i := range x.list[f : f+l] {
			sum += s.energy[i]
		}
		// As a stretch is about to start, what it ends with still goes on for some ticks.
		if v := sum / (float64(max(a-b, b-a)) + 5); v > best {
			best, from, length = v, f, l
		}
	}
	return from, length
}

// other draws one of n that is not the i-th.
func (s *search) other(n, i int) int {
	k := s.below(n - 1)
	if k >= i {
		k++
	}
	return k
}

// alike reports whether two schedules are the same or nearly so.
func (s *search) alike(a, b *individual) bool {
	sum, d := int64(0), a.start[0]-b.start[0]
	for i, t := range a.start {
		e := int64(t) - int64(b.start[i]) - int64(d)
		sum += max(e, -e)
	}
	return sum*100 <= alike*int64(s.count)
}

// move puts the activity at a place of a list to another, at most so many further on or
// back, where the list stays feasible.
func (s *search) move(list []int32, at, most int) {
	a := list[at]
	lo, hi := at, at
	for lo > 0 && at-lo < most && !s.linked(list[lo-1], a) {
		lo--
	}
	for hi < len(list)-1 && hi-at < most && !s.linked(list[hi+1], a) {
		hi++
	}
	to := lo + s.below(hi-lo+1)
	if to < at {
		copy(list[to+1:at+1], list[to:at])
	} else {
		copy(list[at:to], list[at+1:to+1])
	}
	list[to] = a
}

// linked reports whether a link joins two activities.
func (s *search) linked(a, b int32) bool {
	if s.links == nil {
		among := func(arcs []arc) bool { return slices.ContainsFunc(arcs, func(x arc) bool { return x.to == b }) }
		return among(s.y.waitsFor(a)) || among(s.y.awaits(a))
	}
	k := int(a)*s.count + int(b)
	return s.links[k>>6]>>(k&63)&1 != 0
}

// mostListed is for how many activities their pairs are listed.
const mostListed = 4096

// listLinks marks the pairs that are linked.
func (s *search) listLinks() {
	if s.count > mostListed {
		return
	}
	s.links = make([]uint64, (s.count*s.count+63)/64)
	for i := range int32(s.count) {
		for _, a := range s.y.waitsFor(i) {
			for _, k := range [2]int{int(i)*s.count + int(a.to), int(a.to)*s.count + int(i)} {
				s.links[k>>6] |= 1 << (k & 63)
			}
		}
	}
}
