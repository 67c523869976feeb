package level

// parallel goes from tick to tick and starts whatever can start, in an order: the
// parallel scheme of G. Brooks and J. Bedworth (J. D. Wiest and F. K. Levy, A management
// guide to PERT/CPM, 1969; R. Kolisch, Serial and parallel resource-constrained project
// scheduling methods revisited, 1996). Its schedules are good from the first, but the best
// need not be among them.
func (p *plain) parallel(order, start []int32) cost {
	p.clear()
	waits := make([]int32, len(order))
	for i := range waits {
		waits[i] = int32(len(p.before[i]))
	}
	left := append([]int32(nil), order...)
	finish := int32(0)
	for t := p.first(); len(left) > 0 && t < p.ticks; t++ {
		for again := true; again; { // work of no length lets others start in the same tick
			again = false
			kept := left[:0]
			for _, i := range left {
				if waits[i] > 0 || p.ready(i, start) > t || !p.anyWay[i] && p.fit(i, t, p.length[i]) != t {
					kept = append(kept, i)
					continue
				}
				start[i], again = t, true
				if !p.anyWay[i] {
					p.take(i, t, p.length[i])
					p.from, p.to = min(p.from, t), max(p.to, t+p.length[i])
				}
				finish = max(finish, t+p.length[i])
				for _, a := range p.after[i] {
					waits[a.to]--
				}
			}
			left = kept
		}
	}
	if len(left) > 0 {
		return nowhere
	}
	return cost{p.lateness(start), finish}
}

// first is the lowest start of all.
func (p *plain) first() int32 {
	first := p.ticks
	for _, t := range p.low {
		first = min(first, t)
	}
	return first
}

// ready is the first start that what an activity waits for allows.
func (p *plain) ready(i int32, start []int32) int32 {
	t := p.low[i]
	for _, a := range p.before[i] {
		t = max(t, start[a.to]+a.ticks)
	}
	return t
}
