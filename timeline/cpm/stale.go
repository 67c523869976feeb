package cpm

import "math/bits"

// stale are the positions whose early starts may have changed since the last
// solve, as bits, up to the last that is asked for.
type stale struct {
	words []uint64
	moved []int32 // positions whose duration may have changed
	was   []early // what the last solve has changed, in its order
}

// early is the early start that a position had.
type early struct {
	position int32
	start    Work
}

func newStale(ends []int32) stale {
	last := int32(0)
	for _, p := range ends {
		last = max(last, p)
	}
	return stale{words: make([]uint64, last/64+1)}
}

func (s *stale) add(p int32) {
	if w := int(p) / 64; w < len(s.words) {
		s.words[w] |= 1 << (p % 64)
	}
}

// renew computes the early starts that have changed, in the order of the
// positions: those of what has moved, of what is constrained or has started, which
// an input is read for anew, and whatever follows from them. It returns how many
// positions and edges it has looked at.
func (s *stale) renew(r *Result) (work int) {
	for _, p := range s.moved {
		s.add(p)
		r.graph.successors(p, s.add)
	}
	s.moved, s.was = s.moved[:0], s.was[:0]
	for i := range r.specials {
		s.add(r.specials[i].position)
	}
	for w := range s.words {
		for s.words[w] != 0 {
			p := w*64 + bits.TrailingZeros64(s.words[w])
			s.words[w] &= s.words[w] - 1
			work += 4
			if now := r.earlyStartOf(p); now != r.early[p] {
				s.was = append(s.was, early{int32(p), r.early[p]})
				r.early[p] = now
				r.graph.successors(int32(p), s.add)
			}
		}
	}
	return work + len(s.words)/8
}

// undo takes back the early starts of the last solve, whose durations are what
// they were before it: then the next has little to look at.
func (s *stale) undo(r *Result) {
	for _, e := range s.was {
		r.early[e.position] = e.start
	}
	s.was = s.was[:0]
}
