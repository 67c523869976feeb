package level

import (
	"math/rand/v2"
)

// search is a genetic algorithm over lists of activities with two populations, one of
// schedules as early as can be and one of schedules as late as can be, which beget
// each other (D. Debels and M. Vanhoucke, A decomposition-based genetic algorithm for
// the resource-constrained project-scheduling problem, 2007): a pass of justification
// (V. Valls, F. Ballestín and S. Quintanilla, Justification and RCPSP: a technique that
// pays, 2005) and the making of a child are one schedule.
type search struct {
	y      yard
	rnd    *rand.PCG
	order  sorter
	budget int
	made   int // schedules

	best      cost
	bestStart []int32
	bound     cost // nothing is better than this

	tails  []int32 // by activity: the longest way to the end, as a priority
	energy []float64

	links  []uint64 // by pair of activities: whether a link joins them
	marked []bool
	list   []int32
	count  int

	stop func() bool

	// prove says whether nothing finishes before the best. It is asked from time to time.
	prove func(cost) bool
	asked cost // about what it was asked last
	askAt int  // from so many schedules on it may be asked again
}

// individual is a schedule.
type individual struct {
	start  []int32
	list   []int32 // the order of a pass the other way: of an early schedule by finish, last first; of a late one by start
	cost   cost
	finish int32
}

func newSearch(y yard, seed uint64, budget int) *search {
	n := y.count()
	s := &search{
		y: y, rnd: rand.NewPCG(seed, 0x9e3779b97f4a7c15), budget: budget, best: nowhere, count: n,
		bestStart: make([]int32, n), marked: make([]bool, n), list: make([]int32, n),
		stop: func() bool { return false }, prove: func(cost) bool { return false }, askAt: budget / 8,
	}
	s.order = newSorter(y)
	s.measure()
	s.listLinks()
	for i := range n {
		s.energy = append(s.energy, y.energy(i))
	}
	return s
}

// below is a number from 0 to before n.
func (s *search) below(n int) int {
	return int((s.rnd.Uint64() >> 32) * uint64(n) >> 32)
}

// measure finds the longest ways through the network, as priorities.
func (s *search) measure() {
	n := s.count
	s.tails = make([]int32, n)
	for i := n - 1; i >= 0; i-- {
		s.tails[i] = s.y.lengthOf(i)
		for _, a := range s.y.awaits(int32(i)) {
			s.tails[i] = max(s.tails[i], s.tails[a.to]+a.ticks)
		}
	}
}

// done reports whether the budget is used up or nothing can be better.
func (s *search) done() bool {
	return s.made >= s.budget || !s.bound.less(s.best) || s.stop()
}

// forwards generates a schedule in the order of a list, and keeps it if it is the best.
func (s *search) forwards(x *individual, list []int32) {
	s.take(x, list, s.y.forward(list, x.start))
}

// ticked does so by the parallel scheme, where there is one.
func (s *search) ticked(x *individual, list []int32) {
	s.take(x, list, s.y.parallel(list, x.start))
}

func (s *search) take(x *individual, list []int32, c cost) {
	s.made++
	x.cost = c
	if x.cost == nowhere {
		copy(x.list, list)
		return
	}
	if x.cost.less(s.best) {
		s.best = x.cost
		copy(s.bestStart, x.start)
	}
	x.finish = x.cost.finish
	s.order.byFinish(x.start, x.list)
}

// backwards generates a schedule back from a finish, in the order of a list of which
// the last comes first.
func (s *search) backwards(x *individual, list []int32, from *individual) {
	s.made++
	copy(x.start, from.start)
	x.cost, x.finish = from.cost, from.finish
	if !s.y.back(list, x.start, from.finish) {
		copy(x.start, from.start)
		x.cost = nowhere
	}
	s.order.byStart(x.start, x.list)
	first := x.start[0]
	for _, t := range x.start {
		first = min(first, t)
	}
	if x.cost != nowhere {
		x.cost.finish = x.finish - first
	}
}

// sampled lists the activities in a feasible order that is drawn, those with long ways
// to the end sooner: of two that could come next, the one with the longer way (a
// tournament, as in P. Cowling's and S. Hartmann's samplings by latest finish).
func (s *search) sampled(out []int32) {
	n := s.count
	waits := make([]int32, n)
	ready := make([]int32, 0, n)
	for i := range n {
		if waits[i] = int32(len(s.y.waitsFor(int32(i)))); waits[i] == 0 {
			ready = append(ready, int32(i))
		}
	}
	for k := range n {
		at := s.below(len(ready))
		for range rivals {
			if o := s.below(len(ready)); s.tails[ready[o]] > s.tails[ready[at]] {
				at = o
			}
		}
		i := ready[at]
		ready[at] = ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		out[k] = i
		for _, a := range s.y.awaits(i) {
			if waits[a.to]--; waits[a.to] == 0 {
				ready = append(ready, a.to)
			}
		}
	}
}

func (s *search) newIndividual() individual {
	return individual{start: make([]int32, s.count), list: make([]int32, s.count), cost: nowhere}
}

// run searches until the budget is used up.
func (s *search) run() {
	size := s.populationSize()
	early, late := make([]individual, size), make([]individual, size)
	list := make([]int32, s.count)
	for i := range early {
		early[i], late[i] = s.newIndividual(), s.newIndividual()
		s.sampled(list)
		if i%2 < byTick {
			s.ticked(&early[i], list)
		} else {
			s.forwards(&early[i], list)
		}
		if s.done() {
			return
		}
	}
	for i := range late {
		s.backwards(&late[i], early[i].list, &early[i])
		if s.done() {
			return
		}
	}
	s.generations(early, late)
}

// populationSize suits the budget: it grows as the square of its cube root.
func (s *search) populationSize() int {
	root := 1
	for (root+1)*(root+1)*(root+1) <= s.budget && root < 1000 {
		root++
	}
	return max(population*root*root/100, 4)
}

// generations lets late schedules beget early ones, and these late ones.
func (s *search) generations(early, late []individual) {
	child := s.newIndividual()
	for s.made < s.budget/100*breeding {
		for i := range early {
			s.cross(late, i, s.y.waitsFor)
			if s.forwards(&child, s.list); s.done() {
				return
			}
			s.keep(&early[i], &child)
		}
		for i := range late {
			s.cross(early, i, s.y.awaits)
			s.backwards(&child, s.list, &early[i])
			if s.done() {
				return
			}
			s.keep(&late[i], &child)
		}
		if s.ask(); s.done() {
			return
		}
	}
	s.polish(early, &child)
}

// ask asks whether the best is the best possible, if it has become better since, and
// twice as much has been tried.
func (s *search) ask() {
	if s.made < s.askAt || s.asked == s.best {
		return
	}
	s.asked, s.askAt = s.best, 2*s.made
	if s.prove(s.best) {
		s.bound = s.best
	}
}

// keep replaces an individual by a child.
func (s *search) keep(x, child *individual) {
	if !x.cost.less(child.cost) || s.best.less(x.cost) && s.below(100) < worse {
		*x, *child = *child, *x
	}
}
