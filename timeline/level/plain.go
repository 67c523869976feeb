package level

import (
	"math"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// plain is a network in which every link is a sum on one clock and every need is flat,
// of so few units that what is free of four resources fits into one word for each
// tick, sixteen bits each. The highest bit of a resource is always set: a difference
// clears it where there was too little (L. Lamport, Multiple byte processing with
// full-word instructions, 1975).
type plain struct {
	clock *cpm.WorkingTime
	base  cpm.Work // the number of tick 0
	ticks int32    // how many there are
	words int      // for each tick

	length []int32
	low    []int32  // the lowest start
	need   []uint64 // by activity and word; 0 where nothing is asked
	anyWay []bool   // needs nothing
	rest   []uint64 // what is free before anything is placed, by tick and word

	energies []float64

	before, after [][]arc

	due   []due
	limit []int32 // by activity, if anything is due

	free     []uint64 // what is free, by tick and word
	from, to int32    // all other ticks are as in rest
}

// arc is a link from or to an activity: the later one starts at least so many ticks
// after the earlier one.
type arc struct{ to, ticks int32 }

// cost is what a schedule is judged by: lateness of binding dates by weight, and of
// equals the finish.
type cost struct {
	late   int64
	finish int32
}

// raised is a bound that is no less late than that.
func (c cost) raised(late int64) cost { return cost{max(c.late, late), c.finish} }

func (c cost) less(d cost) bool { return c.late < d.late || c.late == d.late && c.finish < d.finish }

// nowhere is the cost of what could not be placed.
var nowhere = cost{math.MaxInt64, math.MaxInt32}

const full = 0x8000_8000_8000_8000

func (p *plain) count() int { return len(p.length) }

// forward starts the activities, in an order in which each comes after those that it
// waits for, as early as links and what is left of the resources allow: the serial
// scheme of J. E. Kelley, The critical-path method: resources planning and scheduling
// (1963).
func (p *plain) forward(order, start []int32) cost {
	p.clear()
	finish := int32(math.MinInt32)
	for _, i := range order {
		t := p.low[i]
		for _, a := range p.before[i] {
			t = max(t, start[a.to]+a.ticks)
		}
		d := p.length[i]
		if !p.anyWay[i] {
			if t = p.fit(i, t, d); t < 0 {
				return nowhere
			}
			p.take(i, t, d)
			p.from, p.to = min(p.from, t), max(p.to, t+d)
		}
		start[i] = t
		finish = max(finish, t+d)
	}
	return cost{p.lateness(start), finish}
}

func (p *plain) clear() {
	if a, b := int(p.from)*p.words, int(p.to)*p.words; a < b {
		copy(p.free[a:b], p.rest[a:b])
	}
	p.from, p.to = p.ticks, 0
}

// lateness is that of binding dates, by weight.
func (p *plain) lateness(start []int32) int64 {
	late := int64(0)
	for _, d := range p.due {
		last := int64(math.MinInt32)
		for _, i := range d.of {
			last = max(last, int64(start[i]+p.length[i]))
		}
		late += max(last-int64(d.by), 0) * d.weight
	}
	return late
}

// fit is the first start from t on at which an activity has what it needs in all its
// ticks; -1 if there is none. Ticks before until are known to do.
func (p *plain) fit(i, t, d int32) int32 {
	if p.words > 1 {
		return p.fitWide(i, t, d)
	}
	need, free := p.need[i], p.free
	until := t
	for {
		if int(t+d) > len(free) || t < 0 {
			return -1
		}
		u := t + d - 1
		for u >= until && (free[u]-need)&full == full {
			u--
		}
		if u < until {
			return t
		}
		t, until = u+1, t+d
	}
}

// fitWide is fit with more than four resources.
func (p *plain) fitWide(i, t, d int32) int32 {
	until := t
	for {
		if t+d > p.ticks || t < 0 {
			return -1
		}
		u := t + d - 1
		for u >= until && p.has(i, u) {
			u--
		}
		if u < until {
			return t
		}
		t, until = u+1, t+d
	}
}

// has reports whether a tick has what an activity needs.
func (p *plain) has(i, tick int32) bool {
	needs := p.need[int(i)*p.words : int(i+1)*p.words]
	free := p.free[int(tick)*p.words : int(tick+1)*p.words]
	for k, need := range needs {
		if (free[k]-need)&full != full {
			return false
		}
	}
	return true
}

func (p *plain) take(i, t, d int32) {
	if p.words == 1 {
		need := p.need[i]
		for u, free := range p.free[t : t+d] {
			p.free[int(t)+u] = free - need
		}
		return
	}
	needs := p.need[int(i)*p.words : int(i+1)*p.words]
	for u := int(t) * p.words; u < int(t+d)*p.words; u += p.words {
		for k, need := range needs {
			p.free[u+k] -= need
		}
	}
}

// back starts the activities, in an order in which each comes after those that wait for
// it, as late as links and resources allow with everything finished by then, and no
// binding date later than it is or has to be. It is false where something would start
// too early to be there at all.
func (p *plain) back(order, start []int32, finish int32) bool {
	p.clear()
	limit := p.limits(start)
	for _, i := range order {
		d := p.length[i]
		t := finish - d
		if limit != nil {
			t = min(t, limit[i])
		}
		for _, a := range p.after[i] {
			t = min(t, start[a.to]-a.ticks)
		}
		if t < 0 {
			return false
		}
		if !p.anyWay[i] {
			if t = p.fitBack(i, t, d); t < 0 {
				return false
			}
			p.take(i, t, d)
			p.from, p.to = min(p.from, t), max(p.to, t+d)
		}
		start[i] = t
	}
	return true
}

// limits are the latest starts that binding dates allow; nil where there are none.
func (p *plain) limits(start []int32) []int32 {
	if len(p.due) == 0 {
		return nil
	}
	out := p.limit
	for i := range out {
		out[i] = math.MaxInt32
	}
	for _, d := range p.due {
		for _, i := range d.of {
			out[i] = min(out[i], max(d.by-p.length[i], start[i]))
		}
	}
	return out
}

// fitBack is the last start up to t at which an activity has what it needs; -1 if
// there is none.
func (p *plain) fitBack(i, t, d int32) int32 {
	if p.words > 1 {
		for ; t >= 0; t-- {
			u := t
			for u < t+d && p.has(i, u) {
				u++
			}
			if u == t+d {
				return t
			}
			t = u - d + 1
		}
		return -1
	}
	need, free := p.need[i], p.free
	from := t + d // ticks from here on are known to do
	for t >= 0 {
		u := t
		for u < from && (free[u]-need)&full == full {
			u++
		}
		if u >= from {
			return t
		}
		t, from = u-d, t
	}
	return -1
}

// free0 is the cost without resources.
func (p *plain) free0() cost {
	finish := int32(math.MinInt32)
	for i, t := range p.low {
		finish = max(finish, t+p.length[i])
	}
	return cost{p.lateness(p.low), finish}
}
