package level

import (
	"math/bits"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// at is what is needed in the n-th of so many working ticks, counted from 0.
func (d *Demand) at(n, ticks int64) int64 {
	switch {
	case len(d.Profile) > 0:
		for _, s := range d.Profile {
			if n < int64(s.Ticks) {
				return s.Units
			}
			n -= int64(s.Ticks)
		}
		return d.Profile[len(d.Profile)-1].Units
	case d.Total != 0:
		return share(d.Total, n+1, ticks) - share(d.Total, n, ticks)
	}
	return d.Units
}

// share is n/of of a total, rounded down.
func share(total, n, of int64) int64 {
	hi, lo := bits.Mul64(uint64(total), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(of))
	return int64(q)
}

// isFlat reports whether each of so many ticks needs the same.
func (d *Demand) isFlat(ticks int64) bool {
	switch {
	case len(d.Profile) > 0:
		return len(d.Profile) == 1 || int64(d.Profile[0].Ticks) >= ticks
	case d.Total != 0:
		return ticks == 0 || d.Total%ticks == 0
	}
	return true
}

// units are the capacity of a resource in the tick that begins at an instant.
func (r *Resource) units(w *cpm.WorkingTime, x cpm.Instant) int64 {
	if w.Start(w.Rank(x)) != x {
		return 0
	}
	for i := len(r.Changes) - 1; i >= 0; i-- {
		if c := &r.Changes[i]; c.From <= x && x < c.Until {
			return c.Units
		}
	}
	return r.Units
}

// span are the working ticks of an activity between two instants, less its pause:
// numbers of its calendar, from one to before another, twice.
type span struct {
	w     *cpm.WorkingTime
	parts [2][2]cpm.Work
	begin cpm.Instant // the start, where there are no ticks
}

// ticks is how many there are.
func (s *span) ticks() int64 {
	return int64(s.parts[0][1]-s.parts[0][0]) + int64(s.parts[1][1]-s.parts[1][0])
}

// spanOf is the span between two dates, with a pause if there is one.
func spanOf(w *cpm.WorkingTime, from, to cpm.Instant, pause *cpm.Pause) span {
	a, b := w.Rank(from), w.Rank(to)
	s := span{w: w, parts: [2][2]cpm.Work{{a, max(a, b)}, {b, b}}, begin: from}
	if pause == nil || pause.Resume <= pause.Stop {
		return s
	}
	stop, resume := w.Rank(pause.Stop), w.Rank(pause.Resume)
	if stop >= b || resume <= a || stop >= resume {
		return s
	}
	s.parts = [2][2]cpm.Work{{a, max(a, stop)}, {min(max(resume, a), b), b}}
	return s
}

// upTo is what is needed in the first n of so many ticks.
func (d *Demand) upTo(n, ticks int64) int64 {
	n = min(max(n, 0), ticks)
	switch {
	case len(d.Profile) > 0:
		sum := int64(0)
		for i, s := range d.Profile {
			run := min(n, int64(s.Ticks))
			if i == len(d.Profile)-1 {
				run = n
			}
			sum, n = sum+run*s.Units, n-run
		}
		return sum
	case d.Total != 0 && ticks > 0:
		return share(d.Total, n, ticks)
	case d.Total != 0:
		return 0
	}
	return n * d.Units
}

// before is how many ticks of a span lie before an instant.
func (s *span) before(x cpm.Instant) int64 {
	k := s.w.Rank(x)
	n := int64(0)
	for _, p := range s.parts {
		n += int64(min(max(k, p[0]), p[1]) - p[0])
	}
	return n
}

// need is what a demand needs of a span before an instant.
func (s *span) need(d *Demand, x cpm.Instant) int64 {
	ticks := s.ticks()
	if ticks == 0 && len(d.Profile) == 0 && d.Total != 0 {
		if s.begin < x {
			return d.Total
		}
		return 0
	}
	return d.upTo(s.before(x), ticks)
}

// each calls f for each tick of a span from one instant to before another, with the
// instant at which it begins and what is needed in it.
func (s *span) each(d *Demand, from, until cpm.Instant, f func(x cpm.Instant, units int64)) {
	ticks := s.ticks()
	if ticks == 0 {
		if len(d.Profile) == 0 && d.Total != 0 && s.begin >= from && s.begin < until {
			f(s.begin, d.Total)
		}
		return
	}
	n := int64(0)
	for _, p := range s.parts {
		a, b := max(p[0], s.w.Rank(from)), min(p[1], s.w.Rank(until))
		for k := a; k < b; k++ {
			f(s.w.Start(k), d.at(n+int64(k-p[0]), ticks))
		}
		n += int64(p[1] - p[0])
	}
}
