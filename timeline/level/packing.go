package level

import (
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// lanes is how many resources fit into a word, and most how much of one.
const (
	lanes     = 4
	laneMost  = 1<<15 - 1
	mostWords = 2
)

// newPlain makes a site plain, if it is.
func newPlain(s *site) (*plain, bool) {
	sums, ok := s.w.Sums()
	if !ok {
		return nil, false
	}
	lane, scale, ok := s.packing()
	c := s.clockOf(0)
	if !ok || len(s.p.Dues) > 0 && len(c.tick) < s.ticks { // lateness is counted in all ticks
		return nil, false
	}
	n := len(sums)
	p := &plain{
		clock: s.w.Clock(0), words: max((lane.used+lanes-1)/lanes, 1),
		length: make([]int32, n), low: make([]int32, n), anyWay: make([]bool, n),
		before: make([][]arc, n), after: make([][]arc, n), limit: make([]int32, n),
	}
	pad := s.padding()
	p.base, p.ticks = c.first-cpm.Work(pad), int32(len(c.tick)+pad)
	p.need = make([]uint64, n*p.words)
	for i := range n {
		p.energies = append(p.energies, s.energy(i))
		p.length[i], p.low[i] = int32(s.w.Length(i)), int32(s.early[i]-p.base)
		p.anyWay[i] = len(s.wants[i]) == 0
		for _, w := range s.wants[i] {
			at := lane.of[w.resource]
			p.need[i*p.words+at/lanes] += uint64(w.units/scale[w.resource]) << (16 * (at % lanes))
		}
		for _, sum := range sums[i] {
			p.before[i] = append(p.before[i], arc{int32(sum.From), int32(sum.Ticks)})
			p.after[sum.From] = append(p.after[sum.From], arc{int32(i), int32(sum.Ticks)})
		}
	}
	p.due = s.dues(func(_ int32, x cpm.Instant) int32 { return int32(p.clock.Rank(x) - p.base) })
	p.fill(s, c, pad, lane, scale)
	return p, true
}

// packed says which lane each resource has, or -1.
type packed struct {
	of   []int
	used int
}

// packing finds a lane for each resource that is wanted, and by how much its units can
// be divided. It is false where there are too many, a need is not flat, or the
// units do not fit.
func (s *site) packing() (packed, []int64, bool) {
	out := packed{of: make([]int, len(s.there))}
	scale, sum := make([]int64, len(s.there)), make([]int64, len(s.there))
	for _, wants := range s.wants {
		for _, w := range wants {
			if !w.flat {
				return out, nil, false
			}
			scale[w.resource] = gcd(scale[w.resource], w.units)
			sum[w.resource] += w.units
		}
	}
	for r := range scale {
		out.of[r] = -1
		if scale[r] > 0 {
			if sum[r]/scale[r] > laneMost {
				return out, nil, false
			}
			out.of[r] = out.used
			out.used++
		}
	}
	return out, scale, out.used <= lanes*mostWords
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// padding is for how many ticks before the first one a schedule may go back.
func (s *site) padding() int {
	sum := 0
	for i := range s.w.Positions() {
		sum += int(s.w.Length(i))
	}
	return min(sum, s.ticks)
}

// fill writes what is free in each tick; before the first one, as in that.
func (p *plain) fill(s *site, c *clock, pad int, lane packed, scale []int64) {
	p.rest = make([]uint64, int(p.ticks)*p.words)
	for t := range int(p.ticks) {
		for k := range p.words {
			p.rest[t*p.words+k] = full
		}
		at := max(t-pad, 0)
		for r, l := range lane.of {
			if l >= 0 && at < len(c.tick) {
				free := min(s.free(r, int(c.tick[at]))/scale[r], laneMost)
				p.rest[t*p.words+l/lanes] += uint64(free) << (16 * (l % lanes))
			}
		}
	}
	p.free = append([]uint64(nil), p.rest...)
	p.from, p.to = p.ticks, 0
}

func (p *plain) instant(tick int32) cpm.Instant { return p.clock.Start(p.base + cpm.Work(tick)) }
func (p *plain) end(tick int32) cpm.Instant     { return p.clock.Finish(p.base + cpm.Work(tick)) }
