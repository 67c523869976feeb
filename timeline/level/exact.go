package level

// Bounds of what is levelled by trying all starts: the activities that want something,
// and how often a position is put somewhere, which takes as long as some thousands of
// schedules.
const (
	fewWanted = 10
	mostPuts  = 2_000_000
)

// exact tries all starts that could be better than the best, each activity after those
// that it waits for: the branching and bounding of A. H. Land and A. G. Doig, An
// automatic method of solving discrete programming problems (1960), with the network
// without resources as bound. Lists alone do not reach all plans, because where a start
// may lie before that of a predecessor, it can be best to leave time free.
type exact struct {
	g     *general
	best  cost
	start []int32
	found bool
	left  int // puts
}

// isFew reports whether a site is small enough.
func (s *site) isFew() bool {
	wanted := 0
	for _, wants := range s.wants {
		if len(wants) > 0 {
			wanted++
		}
	}
	return wanted <= fewWanted && len(s.wants) <= 8*fewWanted
}

// try looks for something better than a cost, and reports whether it came to the end.
func (e *exact) try() bool {
	e.g.clear()
	e.start = make([]int32, e.g.count())
	e.from(0)
	return e.left > 0
}

// from places the positions from one on.
func (e *exact) from(i int) {
	if i == e.g.count() {
		e.keep()
		return
	}
	k := e.g.w.Earliest(i)
	for e.left > 0 {
		e.left -= e.g.count() - i // with what the bound puts
		e.g.w.Put(i, k)
		k = e.g.w.At(i)
		if !e.bound(i).less(e.best) {
			return
		}
		e.g.w.Put(i, k)
		if !e.g.wanted[i] {
			e.from(i + 1)
			return
		}
		next := e.g.short(e.g.clocks[i], i, k)
		switch {
		case next < 0:
			return
		case next == k:
			e.g.add(e.g.clocks[i], i, k, 1)
			e.from(i + 1)
			e.g.add(e.g.clocks[i], i, k, -1)
			next = k + 1
		}
		k = next
	}
}

// bound is what the rest costs at least, where it is put as early as the links allow.
func (e *exact) bound(i int) cost {
	w := e.g.w
	for j := i + 1; j < e.g.count(); j++ {
		w.Put(j, w.Earliest(j))
	}
	return e.g.now()
}

func (e *exact) keep() {
	if c := e.g.now(); c.less(e.best) {
		e.best, e.found = c, true
		for i := range e.start {
			from, _ := e.g.w.Dates(i, e.g.w.At(i))
			e.start[i] = int32(from - e.g.s.from)
		}
	}
}
