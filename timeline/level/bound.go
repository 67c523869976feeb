package level

import "slices"

// frame is a plain network in which everything is to be finished by a tick: each
// activity has a window. Where the windows cannot hold what has to be in them, nothing
// finishes by then (a destructive bound: R. Klein and A. Scholl, Computing lower bounds
// by destructive improvement, 1999).
type frame struct {
	p     *plain
	units [][]int64 // what is free, by resource and tick
	sums  [][]int64 // and in all ticks before one
	needs [][]int64 // by resource and activity
	never [][]int32 // by activity: those of higher number that can never go on at the same time

	first, last []int32 // the earliest and latest start
	core        [][]int64
	by          int32
}

func newFrame(s *site, p *plain) *frame {
	f := &frame{p: p, first: make([]int32, p.count()), last: make([]int32, p.count())}
	for r := range s.there {
		needs, asked := make([]int64, p.count()), false
		for i, wants := range s.wants {
			for _, w := range wants {
				if int(w.resource) == r {
					needs[i], asked = needs[i]+w.units, true
				}
			}
		}
		if asked {
			f.addResource(s, r, needs)
		}
	}
	f.listNever()
	return f
}

func (f *frame) addResource(s *site, r int, needs []int64) {
	c, pad := s.clockOf(0), int(s.clockOf(0).first-f.p.base)
	units, sums := make([]int64, f.p.ticks), make([]int64, f.p.ticks+1)
	for t := range units {
		if t >= pad && t-pad < len(c.tick) {
			units[t] = s.free(r, int(c.tick[t-pad]))
		}
		sums[t+1] = sums[t] + units[t]
	}
	f.units, f.sums, f.needs = append(f.units, units), append(f.sums, sums), append(f.needs, needs)
	f.core = append(f.core, make([]int64, f.p.ticks))
}

// listNever finds the pairs that together need more than there is at any time.
func (f *frame) listNever() {
	f.never = make([][]int32, f.p.count())
	if f.p.count() > mostPaired {
		return
	}
	for r, needs := range f.needs {
		most := slices.Max(f.units[r])
		for i := range needs {
			for j := i + 1; j < len(needs); j++ {
				if needs[i]+needs[j] > most && f.p.length[i] > 0 && f.p.length[j] > 0 && !slices.Contains(f.never[i], int32(j)) {
					f.never[i] = append(f.never[i], int32(j))
				}
			}
		}
	}
}

// bound is the first finish that is not known to be too early, up to one that has been
// found. It halves the way, so that it takes few trials.
func (f *frame) bound(low, found int32) int32 {
	if found <= low || !f.fails(found-1) {
		for high := found - 1; low < high; {
			middle := low + (high-low)/2
			if f.fails(middle) {
				low = middle + 1
			} else {
				high = middle
			}
		}
		return min(low, found)
	}
	return found
}

// fails reports whether it is known that not everything can be finished by a tick.
func (f *frame) fails(by int32) bool {
	f.by = by
	copy(f.first, f.p.low)
	for i := range f.last {
		f.last[i] = by - f.p.length[i]
	}
	changed := true
	for sweep := 0; changed && sweep < mostSweeps; sweep++ {
		changed = false
		ok := f.links(&changed) && f.pairs(&changed) && f.cores(&changed)
		if !ok {
			return true
		}
	}
	return !f.holdsEnergy()
}

// later and sooner narrow a window.
func (f *frame) later(i, to int32, changed *bool) bool {
	if to > f.first[i] {
		f.first[i], *changed = to, true
	}
	return f.first[i] <= f.last[i]
}

func (f *frame) sooner(i, to int32, changed *bool) bool {
	if to < f.last[i] {
		f.last[i], *changed = to, true
	}
	return f.first[i] <= f.last[i]
}

// links narrows windows by the links.
func (f *frame) links(changed *bool) bool {
	for i := range f.first {
		for _, a := range f.p.before[i] {
			if !f.later(int32(i), f.first[a.to]+a.ticks, changed) {
				return false
			}
		}
	}
	for i := len(f.last) - 1; i >= 0; i-- {
		for _, a := range f.p.after[i] {
			if !f.sooner(int32(i), f.last[a.to]-a.ticks, changed) {
				return false
			}
		}
	}
	return true
}

// pairs puts one before the other where they can never go on at the same time and only
// one order is left.
func (f *frame) pairs(changed *bool) bool {
	for i, others := range f.never {
		i := int32(i)
		for _, j := range others {
			iFirst := f.first[i]+f.p.length[i] <= f.last[j]
			jFirst := f.first[j]+f.p.length[j] <= f.last[i]
			ok := iFirst || jFirst
			switch {
			case iFirst && !jFirst:
				ok = f.later(j, f.first[i]+f.p.length[i], changed) && f.sooner(i, f.last[j]-f.p.length[i], changed)
			case jFirst && !iFirst:
				ok = f.later(i, f.first[j]+f.p.length[j], changed) && f.sooner(j, f.last[i]-f.p.length[j], changed)
			}
			if !ok {
				return false
			}
		}
	}
	return true
}

// cores adds up what the activities need in the ticks in which they are at work
// whenever they start, and lets the others keep clear of that (A. Fox's and C. Le Pape's
// time tables; P. Baptiste, C. Le Pape and W. Nuijten, Constraint-based scheduling,
// 2001, chapter 2).
func (f *frame) cores(changed *bool) bool {
	for r, needs := range f.needs {
		core, units := f.core[r], f.units[r]
		clear(core)
		for i, need := range needs {
			if need > 0 {
				for t := f.last[i]; t < f.first[i]+f.p.length[i]; t++ {
					if core[t] += need; core[t] > units[t] {
						return false
					}
				}
			}
		}
		for i, need := range needs {
			if need > 0 && f.p.length[i] > 0 && !f.clearOf(int32(i), need, core, units, changed) {
				return false
			}
		}
	}
	return true
}

// clearOf moves the ends of a window to where the cores of others leave what an activity
// needs.
func (f *frame) clearOf(i int32, need int64, core, units []int64, changed *bool) bool {
	d, from, until := f.p.length[i], f.last[i], f.first[i]+f.p.length[i]
	fits := func(t int32) bool {
		return t >= from && t < until || core[t]+need <= units[t]
	}
	k := f.first[i]
	for u := k + d - 1; u >= k && k <= f.last[i]; u-- {
		if !fits(u) {
			k = u + 1
			if k > f.last[i] {
				return false
			}
			u = k + d
		}
	}
	if !f.later(i, k, changed) {
		return false
	}
	k = f.last[i]
	for u := k; u < k+d; u++ {
		if !fits(u) {
			k = u - d
			if k < f.first[i] {
				return false
			}
			u = k - 1
		}
	}
	return f.sooner(i, k, changed)
}

// holdsEnergy reports whether each stretch from a start to a finish of windows has room
// for what has to be done in it, wherever the activities lie (J. Erschler and P. Lopez,
// Energy-based approach for task scheduling under time and resources constraints, 1990).
func (f *frame) holdsEnergy() bool {
	var starts, ends []int32
	for i := range f.first {
		if f.p.anyWay[i] {
			continue
		}
		starts = append(starts, f.first[i], f.last[i])
		ends = append(ends, f.last[i]+f.p.length[i], f.first[i]+f.p.length[i])
	}
	slices.Sort(starts)
	slices.Sort(ends)
	starts, ends = slices.Compact(starts), slices.Compact(ends)
	if int64(len(starts))*int64(len(ends))*int64(len(f.first)) > mostEnergy { // the first start to each end, each start to the last
		return f.allHold(starts[:1], ends) && f.allHold(starts, ends[len(ends)-1:])
	}
	return f.allHold(starts, ends)
}

// allHold reports whether all stretches from one of the starts to one of the ends have
// room.
func (f *frame) allHold(starts, ends []int32) bool {
	total := make([]int64, len(f.needs))
	for _, a := range starts {
		for _, b := range ends {
			if a < b && !f.holds(a, b, total) {
				return false
			}
		}
	}
	return true
}

// mostSweeps bounds how often windows are narrowed, and mostPaired the activities of
// which pairs are looked at.
const (
	mostSweeps = 1000
	mostPaired = 2000
)

// mostEnergy bounds the stretches that are looked at, times the activities.
const mostEnergy = 20_000_000

// holds reports whether a stretch has room.
func (f *frame) holds(a, b int32, total []int64) bool {
	clear(total)
	for i, first := range f.first {
		d := f.p.length[i]
		inside := min(d, b-a, first+d-a, b-f.last[i])
		if inside <= 0 {
			continue
		}
		for r := range total {
			total[r] += int64(inside) * f.needs[r][i]
		}
	}
	for r, n := range total {
		if n > f.sums[r][b]-f.sums[r][a] {
			return false
		}
	}
	return true
}
