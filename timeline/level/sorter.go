package level

import "slices"

// sorter orders activities by their starts or finishes, by counting where they lie
// close together.
type sorter struct {
	y      yard
	length []int32
	at     []int32 // by instant: where the next one goes
	state  []uint8 // of a walk: 1 on the way, 2 listed
	out    []int32
	plain  bool // sorting gives a feasible order
}

func newSorter(y yard) sorter {
	s := sorter{y: y, length: make([]int32, y.count()), state: make([]uint8, y.count()), plain: y.straight()}
	for i := range s.length {
		s.length[i] = y.lengthOf(i)
	}
	return s
}

// close is how far apart the first and the last may lie, for each activity, to be
// counted.
const closeBy = 64

// byStart lists the activities by start, by number on ties, each after those that it
// waits for.
func (s *sorter) byStart(start, out []int32) {
	first, last := start[0], start[0]
	for _, t := range start {
		first, last = min(first, t), max(last, t)
	}
	if int(last)-int(first) > closeBy*len(start) {
		s.compare(start, out)
	} else {
		at := s.counters(int(last-first) + 1)
		for _, t := range start {
			at[t-first+1]++
		}
		for k := 1; k < len(at); k++ {
			at[k] += at[k-1]
		}
		for i, t := range start {
			out[at[t-first]] = int32(i)
			at[t-first]++
		}
	}
	if !s.plain {
		s.repair(out, s.y.waitsFor)
	}
}

// byFinish lists the activities by finish, the last first, the highest number on ties,
// each after those that wait for it.
func (s *sorter) byFinish(start, out []int32) {
	first, last := start[0]+s.length[0], start[0]+s.length[0]
	for i, t := range start {
		t += s.length[i]
		first, last = min(first, t), max(last, t)
	}
	if int(last)-int(first) > closeBy*len(start) {
		s.compareFinish(start, out)
	} else {
		at := s.counters(int(last-first) + 1)
		for i, t := range start {
			at[last-t-s.length[i]+1]++
		}
		for k := 1; k < len(at); k++ {
			at[k] += at[k-1]
		}
		for i := len(start) - 1; i >= 0; i-- {
			k := last - start[i] - s.length[i]
			out[at[k]] = int32(i)
			at[k]++
		}
	}
	if !s.plain {
		s.repair(out, s.y.awaits)
	}
}

func (s *sorter) counters(n int) []int32 {
	if cap(s.at) < n+1 {
		s.at = make([]int32, 2*(n+1))
	}
	at := s.at[:n+1]
	clear(at)
	return at
}

func (s *sorter) compare(start, out []int32) {
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int {
		if start[a] != start[b] {
			return int(start[a]) - int(start[b])
		}
		return int(a) - int(b)
	})
}

func (s *sorter) compareFinish(start, out []int32) {
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int {
		if x, y := start[a]+s.length[a], start[b]+s.length[b]; x != y {
			return int(y) - int(x)
		}
		return int(b) - int(a)
	})
}

// repair lists each activity after those that have to come before it, which are brought
// forward for it.
func (s *sorter) repair(list []int32, before func(int32) []arc) {
	clear(s.state)
	s.out = s.out[:0]
	stack := make([]int32, 0, 16)
	for _, i := range list {
		stack = append(stack, i)
		for len(stack) > 0 {
			k := stack[len(stack)-1]
			if s.state[k] == 0 {
				s.state[k] = 1
				for _, a := range before(k) {
					if s.state[a.to] == 0 {
						stack = append(stack, a.to)
					}
				}
				continue
			}
			stack = stack[:len(stack)-1]
			if s.state[k] == 1 {
				s.state[k] = 2
				s.out = append(s.out, k)
			}
		}
	}
	copy(list, s.out)
}
