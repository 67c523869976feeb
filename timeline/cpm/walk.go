package cpm

import "math"

// drivingChain is what holds the target where it is, for the amounts that have
// been solved for: a chain of steps from the target back, and the choices that
// can make it shorter. Where a summary's start waits for the first of several,
// all of them hold it, and it is no single chain.
type drivingChain struct {
	m       *meeting
	steps   []chainStep
	choices []int32
	single  bool
}

// chainStep is a position on the chain, entered at one end and left at the other.
type chainStep struct {
	position int32
	in, out  end
	edge     arrival // that enters it, unless it begins the chain
	begins   bool
	most     Work // the constraints put it no later than this
}

// walkBack finds the chain.
func (m *meeting) walkBack() *drivingChain {
	c := &drivingChain{m: m, single: true}
	type visit struct {
		position int32
		out      end
	}
	todo := []visit{{m.lastEnd(), atFinish}}
	seen := map[visit]bool{}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[v] {
			continue
		}
		seen[v] = true
		for _, a := range c.holdersOf(v.position, v.out) {
			if a.link >= 0 && m.g.isShareOf(a.link) {
				c.choose(a.from)
			}
			if _, past := m.r.happened(a); past {
				c.single = c.single && (!m.g.isShareOf(a.link) || m.choiceOf[a.from] < 0)
				continue
			}
			todo = append(todo, visit{a.from, endAt(a.fromFinish)})
		}
	}
	return c
}

// choose adds the choice that a position is, if it is one.
func (c *drivingChain) choose(p int32) {
	choice := c.m.choiceOf[p]
	if choice < 0 {
		return
	}
	for _, other := range c.choices {
		if other == choice {
			return
		}
	}
	c.choices = append(c.choices, choice)
}

// holdersOf adds a step, and returns the edges that hold it: one, or all of
// those of which a summary waits for the first, or none where it holds itself.
func (c *drivingChain) holdersOf(p int32, out end) []arrival {
	r := &c.m.r
	edges, most := c.demanding(p)
	s := chainStep{position: p, out: out, begins: len(edges) == 0, most: most}
	switch {
	case s.begins:
		s.in = c.beginsAt(p)
	case r.spots[p].flags&waitsForOne != 0 && len(edges) > 1:
		c.single = false
	default:
		edges = edges[:1]
		s.edge, s.in = edges[0], endAt(edges[0].toFinish)
		if _, past := r.happened(s.edge); past {
			s.begins, s.edge = true, arrival{}
		}
	}
	if s.in == atStart && out == atFinish {
		c.choose(p)
	}
	c.steps = append(c.steps, s)
	return edges
}

// demanding returns the edges that demand a start as late as that of a position
// or as constraints then pull earlier, and where they pull it to. There are
// none if it is held without them.
func (c *drivingChain) demanding(p int32) ([]arrival, Work) {
	r := &c.m.r
	at, want, most, floor := r.early[p], r.early[p], never, longAgo
	d := r.spots[p].duration
	switch s := r.specialFor(int(p)); {
	case r.spots[p].flags&isHub != 0:
	case s == nil:
		floor = r.low[r.spots[p].clock]
	case s.state.isGiven(), s.state == inProgress && r.options.Progress == ProgressOverride:
		return nil, never
	case s.state == inProgress:
		floor = max(s.base, s.from(d))
	default:
		floor, want = max(r.lowest(int(p)), s.from(d)), s.demanded
		if want > at {
			most = at
		}
	}
	if floor >= at {
		return nil, never
	}
	r.scratch = r.arrivals(int(p), r.scratch)
	var edges []arrival
	for _, a := range r.scratch {
		if r.spots[p].flags&waitsForOne != 0 || r.demands(int(p), a, r.early) >= want {
			edges = append(edges, a)
		}
	}
	return edges, most
}

// beginsAt is the end at which a position that nothing else holds is held.
func (c *drivingChain) beginsAt(p int32) end {
	r := &c.m.r
	s := r.specialFor(int(p))
	if s == nil || s.state.isGiven() || s.finishFrom <= longAgo {
		return atStart
	}
	return endAt(s.finishFrom-r.spots[p].duration >= r.early[p])
}

// maxReach bounds the numbers that the price of a chain is looked at for.
const maxReach = 1 << 16

// atLeast is what it costs at least to make the chain short enough, beyond what
// has been shortened; math.MaxInt64 if no limit allows it.
func (c *drivingChain) atLeast() int64 {
	if !c.single {
		return 0
	}
	m := c.m
	var reach reach
	for k := len(c.steps) - 1; k >= 0; k-- {
		s := &c.steps[k]
		d := m.r.spots[s.position].duration
		if s.begins {
			reach.begin(m.r.early[s.position])
			if s.in == atFinish {
				reach.low += d
			}
		} else if !reach.carry(m, s) {
			return 0
		}
		if s.most < never {
			most := s.most
			if s.in == atFinish {
				most += d
			}
			reach.pull(most)
		}
		switch choice := m.choiceOf[s.position]; {
		case s.in == s.out:
		case s.in == atFinish: // what makes it shorter lets it start later
			reach.low -= d
		case choice >= 0:
			left := m.choices[choice].limit - m.amount[choice]
			if len(reach.price)+int(left) > maxReach {
				return 0
			}
			reach.shorten(left, m.choices[choice].price)
			reach.low += d
		default:
			reach.low += d
		}
		m.work += len(reach.price) / 2
	}
	return reach.at(m.lastNumber(c.steps[0].position))
}

// lastNumber is the highest number of a finish with which the date is met.
func (m *meeting) lastNumber(p int32) Work {
	w := m.g.calendars[m.g.spots[p].clock]
	if m.r.spots[p].flags&isPoint != 0 {
		return w.lastStart(m.cut.By)
	}
	return w.Rank(m.cut.By)
}

// reach is what it costs at least to bring an end to a number: low, and so on
// up to what it is without any cost.
type reach struct {
	low   Work
	price []int64
}

func (r *reach) begin(at Work) { r.low, r.price = at, []int64{0} }

// at is the price of a number or an earlier one.
func (r *reach) at(k Work) int64 {
	switch i := k - r.low; {
	case i < 0:
		return math.MaxInt64
	case int(i) >= len(r.price):
		return 0
	default:
		return r.price[i]
	}
}

// pull lets the end be no later than a number, for nothing.
func (r *reach) pull(most Work) {
	if most < r.low {
		r.begin(most)
		return
	}
	if keep := int(most-r.low) + 1; keep <= len(r.price) {
		r.price = r.price[:keep]
		r.price[keep-1] = 0
	}
}

// shorten allows the end to come earlier, by ticks at a price each: the
// cheapest mixture for every number, as the least of a window that slides.
func (r *reach) shorten(limit Work, price int64) {
	if limit == 0 {
		return
	}
	n := len(r.price)
	out := make([]int64, n+int(limit))
	// Number k of the result comes from number u of before, limit ticks up:
	// u = k-limit .. k, counted from the low ones, k-u's complement being paid.
	var window []int // of u, prices falling behind the head
	cost := func(u int) int64 { return r.price[u] + price*int64(u) }
	for k := range out {
		if k < n {
			for len(window) > 0 && cost(window[len(window)-1]) >= cost(k) {
				window = window[:len(window)-1]
			}
			window = append(window, k)
		}
		if window[0] < k-int(limit) {
			window = window[1:]
		}
		u := window[0]
		out[k] = cost(u) + price*(int64(limit)-int64(k))
	}
	r.low -= limit
	r.price = out
}

// carry takes the prices over the edge that enters a step. It returns false
// where there are too many numbers on its other side.
func (r *reach) carry(m *meeting, s *chainStep) bool {
	value := int32(0)
	if s.edge.link >= 0 {
		value = m.leastLag(s.edge)
	}
	if s.edge.bridge < 0 {
		r.low += Work(value)
		return true
	}
	b := m.r.bridgeTo(int(s.position), s.edge.bridge)
	forward := func(k Work) Work { return b.forward(m.g.calendars, k, value) }
	low, high := forward(r.low), forward(r.low+Work(len(r.price)-1))
	if int64(high)-int64(low) > maxReach {
		return false
	}
	out := make([]int64, high-low+1)
	at := 0 // up to here the result is known
	for i, price := range r.price {
		to := int(forward(r.low+Work(i)) - low)
		for ; at < to; at++ {
			out[at+1] = out[at]
		}
		out[to] = price
	}
	r.low, r.price = low, out
	return true
}
