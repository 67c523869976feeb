package level

import (
	"math"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// general generates schedules of any network, by the engine's own rules for each
// activity. Starts are ticks of the site.
type general struct {
	s      *site
	w      *cpm.Placement
	before [][]arc
	after  [][]arc
	length []int32
	wanted []bool
	simple []bool // its ticks follow each other on its clock
	clocks []*clock
	last   []cpm.Work // by position: the number up to which a binding date lets it start
	dues   []due

	rest     [][]int64 // by resource and tick, before anything is placed
	free     [][]int64
	from, to int32 // all other ticks are as in rest
}

func newGeneral(s *site) *general {
	n := s.w.Positions()
	g := &general{
		s: s, w: s.w, before: make([][]arc, n), after: make([][]arc, n), length: make([]int32, n),
		wanted: make([]bool, n), simple: make([]bool, n), clocks: make([]*clock, n), last: make([]cpm.Work, n),
	}
	paused := map[int]bool{}
	for _, q := range s.in.Pauses {
		paused[q.Activity] = true
	}
	for i := range n {
		a, b := s.w.Dates(i, s.early[i])
		g.length[i] = int32(b - a)
		g.wanted[i], g.clocks[i] = len(s.wants[i]) > 0, s.clockOf(i)
		g.simple[i] = s.w.Movable(i) && s.w.Length(i) > 0 && !paused[s.w.Activity(i)]
		for _, k := range s.w.Before(i) {
			g.before[i] = append(g.before[i], arc{k, 0})
			g.after[k] = append(g.after[k], arc{int32(i), g.length[k]})
		}
	}
	for i := range n {
		for x := range g.before[i] {
			g.before[i][x].ticks = g.length[g.before[i][x].to]
		}
	}
	g.dues = s.dues(func(_ int32, x cpm.Instant) int32 { return int32(x - s.from) })
	for range s.there {
		g.rest, g.free = append(g.rest, make([]int64, s.ticks)), append(g.free, make([]int64, s.ticks))
	}
	g.renew()
	return g
}

// renew takes over what there is.
func (g *general) renew() {
	for r := range g.rest {
		for t := range g.rest[r] {
			g.rest[r][t] = g.s.free(r, t)
		}
		copy(g.free[r], g.rest[r])
	}
	g.from, g.to = int32(g.s.ticks), 0
}

func (g *general) count() int             { return len(g.length) }
func (g *general) lengthOf(i int) int32   { return g.length[i] }
func (g *general) energy(i int) float64   { return g.s.energy(i) }
func (g *general) straight() bool         { return false }
func (g *general) waitsFor(i int32) []arc { return g.before[i] }
func (g *general) awaits(i int32) []arc   { return g.after[i] }

func (g *general) instant(tick int32) cpm.Instant { return g.s.from + cpm.Instant(tick) }
func (g *general) end(tick int32) cpm.Instant     { return g.instant(tick) }

// free0 is the cost without resources.
func (g *general) free0() cost {
	for i := range g.length {
		g.w.Put(i, g.w.Earliest(i))
	}
	return g.now()
}

// now is the cost with everything where it stands.
func (g *general) now() cost {
	finish := cpm.Instant(math.MinInt32)
	for i := range g.length {
		if _, to := g.w.Dates(i, g.w.At(i)); g.w.Activity(i) >= 0 {
			finish = max(finish, to)
		}
	}
	return cost{g.lateness(), int32(finish - g.s.from)}
}

func (g *general) clear() {
	if g.from < g.to {
		for r := range g.free {
			copy(g.free[r][g.from:g.to], g.rest[r][g.from:g.to])
		}
	}
	g.from, g.to = int32(g.s.ticks), 0
}

func (g *general) forward(order, start []int32) cost {
	g.clear()
	finish := int32(math.MinInt32)
	for _, p := range order {
		i := int(p)
		g.w.Put(i, g.w.Earliest(i))
		if g.wanted[i] && !g.settle(i) {
			return nowhere
		}
		from, to := g.dates(i, g.w.At(i))
		start[i], finish = from, max(finish, to)
	}
	return cost{g.lateness(), finish}
}

// dates are the ticks between which a position stands if it starts there. A side of a
// summary ends before anything else.
func (g *general) dates(i int, k cpm.Work) (from, to int32) {
	if c, d := g.clocks[i], int(g.w.Length(i)); g.simple[i] {
		if at := int(k - c.first); at >= 0 && at+d <= len(c.tick) {
			return c.tick[at], c.tick[at+d-1] + 1
		}
	}
	a, b := g.w.Dates(i, k)
	if g.w.Activity(i) < 0 {
		return int32(a - g.s.from), math.MinInt32
	}
	return int32(a - g.s.from), int32(b - g.s.from)
}

// parallel is forward: with several calendars and lags, whatever can start in a tick is
// not known without asking the engine about all the rest.
func (g *general) parallel(order, start []int32) cost { return g.forward(order, start) }

// settle moves a position on until it has what it wants, and takes that.
func (g *general) settle(i int) bool {
	c := g.clocks[i]
	for {
		k := g.w.At(i)
		next := g.short(c, i, k)
		if next < 0 {
			return false
		}
		if next == k {
			g.take(c, i, k)
			return true
		}
		g.w.Put(i, next)
	}
}

// short is the first start from k on that is not known to lack something: k itself if
// it has all; -1 beyond the end of time.
func (g *general) short(c *clock, i int, k cpm.Work) cpm.Work {
	first, rest := g.w.Parts(i, k)
	if n := int(max(first[1], rest[1]) - c.first); n > len(c.tick) || first[0] < c.first {
		return -1
	}
	wants := g.s.wants[i]
	for x := range wants {
		w, n := &wants[x], 0
		free := g.free[w.resource]
		for _, part := range [2][2]cpm.Work{first, rest} {
			ticks := c.tick[part[0]-c.first : part[1]-c.first]
			if w.flat {
				for u := len(ticks) - 1; u >= 0; u-- {
					if free[ticks[u]] < w.units {
						return part[0] + cpm.Work(u) + 1
					}
				}
				continue
			}
			for _, t := range ticks {
				if free[t] < w.each[n] {
					return k + 1
				}
				n++
			}
		}
	}
	return k
}

func (g *general) take(c *clock, i int, k cpm.Work) {
	first, rest := g.add(c, i, k, 1)
	g.from = min(g.from, c.tick[first[0]-c.first])
	if rest[1] > rest[0] {
		first = rest
	}
	g.to = max(g.to, c.tick[first[1]-1-c.first]+1)
}

// add takes what a position wants from what is free, or gives it back.
func (g *general) add(c *clock, i int, k cpm.Work, sign int64) (first, rest [2]cpm.Work) {
	first, rest = g.w.Parts(i, k)
	wants := g.s.wants[i]
	for x := range wants {
		w, n := &wants[x], 0
		free := g.free[w.resource]
		for _, part := range [2][2]cpm.Work{first, rest} {
			for _, t := range c.tick[part[0]-c.first : part[1]-c.first] {
				free[t] -= sign * w.of(n)
				n++
			}
		}
	}
	return first, rest
}

// lateness is that of binding dates by weight, with everything where it stands.
func (g *general) lateness() int64 {
	late := int64(0)
	for _, d := range g.dues {
		last := int64(math.MinInt32)
		for _, i := range d.of {
			_, to := g.w.Dates(int(i), g.w.At(int(i)))
			last = max(last, int64(to-g.s.from))
		}
		late += max(last-int64(d.by), 0) * d.weight
	}
	return late
}

func (g *general) back(order, start []int32, finish int32) bool {
	g.clear()
	g.limit(start)
	g.w.Back(g.s.from + cpm.Instant(finish))
	for _, p := range order {
		i := int(p)
		k := min(g.w.Latest(i), g.last[i])
		if g.wanted[i] {
			if k = g.settleBack(i, k); k < g.clocks[i].first {
				return false
			}
		}
		g.w.PutBack(i, k)
		if k < cpm.Work(cpm.Horizon) {
			start[i], _ = g.dates(i, k)
		}
	}
	return true
}

// limit finds up to where binding dates let their activities start: where that is no
// later than they are already.
func (g *general) limit(start []int32) {
	for i := range g.last {
		g.last[i] = cpm.Work(cpm.Horizon)
	}
	for _, d := range g.dues {
		for _, p := range d.of {
			i := int(p)
			w := g.clocks[i].w
			at := w.Rank(g.s.from + cpm.Instant(start[i]))
			by := w.Rank(g.s.from+cpm.Instant(d.by)) - g.w.Length(i)
			g.last[i] = min(g.last[i], max(at, by))
		}
	}
}

// settleBack moves a position back from a start until it has what it wants, and takes
// that; less than the first number of its clock if it does not find it.
func (g *general) settleBack(i int, k cpm.Work) cpm.Work {
	c := g.clocks[i]
	k = min(k, c.first+cpm.Work(len(c.tick))-g.w.Length(i))
	for k >= c.first {
		next := g.shortBack(c, i, k)
		if next == k {
			g.take(c, i, k)
			break
		}
		k = next
	}
	return k
}

// shortBack is the last start up to k that is not known to lack something.
func (g *general) shortBack(c *clock, i int, k cpm.Work) cpm.Work {
	first, rest := g.w.Parts(i, k)
	if rest[1] > rest[0] {
		if g.short(c, i, k) == k {
			return k
		}
		return k - 1
	}
	if int(first[1]-c.first) > len(c.tick) {
		return k - 1
	}
	ticks := c.tick[first[0]-c.first : first[1]-c.first]
	wants := g.s.wants[i]
	for x := range wants {
		w := &wants[x]
		free := g.free[w.resource]
		for u, t := range ticks {
			switch {
			case free[t] >= w.of(u):
			case w.flat:
				return first[0] + cpm.Work(u-len(ticks))
			default:
				return k - 1
			}
		}
	}
	return k
}
