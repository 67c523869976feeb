package cpm

import (
	"math/bits"
	"slices"
	"sort"
)

// A WorkingTime is a compiled Calendar: it numbers the working ticks, 0 being
// the first one at or after instant 0. For all instants x and numbers k
//
//	Rank(x) <= k   exactly when   x <= Start(k)
//	k <= Rank(x)   exactly when   Finish(k) <= x
//
// so that durations and floats become plain sums and differences of numbers,
// and 17:00 on Friday is the same number as 08:00 on Monday. Beyond Horizon
// the methods stop at it. A WorkingTime never changes and may be shared; of the
// zero value every tick is worked.
type WorkingTime struct {
	patterned bool // false, as in the zero value: every tick is worked, number and instant are the same

	epoch  int64  // day number of the day that starts at instant 0
	ticks  int64  // ticks a day
	recip  uint64 // ceil(2^64/ticks), which divides 32-bit numbers exactly
	bias   int64  // a multiple of ticks that makes every instant positive
	loDay  int64  // first day of the window, counted from the epoch
	origin int64  // number of the window's first working tick
	total  int64  // working ticks in the window
	week   int64  // working ticks in a plain week

	base     []int64    // per day of the window: working ticks before it
	pattern  []int32    // per day of the window: its row in patterns
	patterns [][]period // distinct working days
	worked   []int32    // days of the window that have work
	before   []int64    // per worked day: working ticks before it, and the total
	bucket   []int32    // number >> shift -> index in worked
	shift    uint
}

// period is an interval of working time within a day, with the working ticks
// of the day before it.
type period struct{ from, to, before int32 }

// compile numbers the working ticks. The calendar must have passed check.
//
// The window runs over the exceptions and a plain week on either side of
// them; whatever lies outside is a whole number of weeks away from one of
// these two weeks.
func (c *Calendar) compile(epoch Day, ticks int64) *WorkingTime {
	w := &WorkingTime{epoch: int64(epoch), ticks: ticks}
	if c.always(ticks) {
		return w
	}
	w.patterned = true
	if ticks > 1 {
		w.recip = ^uint64(0)/uint64(ticks) + 1
	}
	w.bias = (int64(Horizon)/ticks + 2) * ticks

	first, last := c.span(int64(epoch), int64(Horizon)/ticks+1)
	days := int(last-first) + 1 + 14
	w.loDay = first - 7 - int64(epoch)

	ids := make([]int32, days)
	weekday := [7]int32{}
	for d := range c.Week {
		weekday[d] = w.patternOf(periods(c.Week[d], ticks))
	}
	d := Day(first - 7).Weekday()
	for i := range ids {
		ids[i] = weekday[d]
		if d++; d == 7 {
			d = 0
		}
	}
	w.except(ids[7:], c.Exceptions, first, last)
	w.pattern = ids
	w.number()
	w.origin = 0
	w.origin = -int64(w.Rank(0))
	return w
}

// except replaces the patterns of the days that have exceptions, which run from
// first to last. The last exception of a day counts, so that it goes from the
// last to the first and each day is written once: next leads from a day to the
// first one at or after it that is not yet written (a union-find with path
// halving).
func (w *WorkingTime) except(ids []int32, exceptions []Exception, first, last int64) {
	if len(exceptions) == 0 {
		return
	}
	next := make([]int32, last-first+2)
	for d := range next {
		next[d] = int32(d)
	}
	open := func(d int32) int32 {
		for next[d] != d {
			next[d] = next[next[d]]
			d = next[d]
		}
		return d
	}
	for _, e := range slices.Backward(exceptions) {
		from, to := max(int64(e.First), first)-first, min(int64(e.Last), last)-first
		if from > to {
			continue // beyond the horizon
		}
		id := w.patternOf(periods(e.Shifts, w.ticks))
		for d := open(int32(from)); int64(d) <= to; d = open(d + 1) {
			ids[d], next[d] = id, int32(to)+1
		}
	}
}

// always reports whether every tick of the week is worked and nothing is
// excepted.
func (c *Calendar) always(ticks int64) bool {
	for _, shifts := range c.Week {
		if p := periods(shifts, ticks); len(p) != 1 || p[0].from != 0 || int64(p[0].to) != ticks {
			return false
		}
	}
	return len(c.Exceptions) == 0
}

// span returns the first and last day of the exceptions that a date can meet,
// given how many days the horizon lies from the epoch.
func (c *Calendar) span(epoch, horizon int64) (first, last int64) {
	first, last = epoch, epoch-1
	none := true
	for _, e := range c.Exceptions {
		if e.isReversed() {
			continue
		}
		from := min(max(int64(e.First), epoch-horizon), epoch+horizon)
		to := min(max(int64(e.Last), epoch-horizon), epoch+horizon)
		if none {
			first, last, none = from, to, false
		}
		first, last = min(first, from), max(last, to)
	}
	return first, last
}

// number fills the tables that Rank and Start look into.
func (w *WorkingTime) number() {
	w.base = make([]int64, len(w.pattern)+1)
	works := make([]int32, len(w.patterns))
	for i, p := range w.patterns {
		works[i] = workOf(p)
	}
	w.worked = make([]int32, 0, len(w.pattern))
	for i, id := range w.pattern {
		w.base[i+1] = w.base[i] + int64(works[id])
		if works[id] > 0 {
			w.worked = append(w.worked, int32(i))
		}
	}
	w.total = w.base[len(w.pattern)]
	w.week = w.base[7]
	if w.ticks > 1 {
		w.index()
	}
}

// index makes the way from a number to its day short. With one tick a day it
// is not needed: tick n lies on the worked day n.
func (w *WorkingTime) index() {
	w.before = make([]int64, len(w.worked)+1)
	for i, day := range w.worked {
		w.before[i] = w.base[day]
	}
	w.before[len(w.worked)] = w.total
	w.shift = uint(bits.Len64(uint64(w.total)/uint64(len(w.worked)))) - 1
	w.bucket = make([]int32, w.total>>w.shift+2)
	i := 0
	for b := range w.bucket {
		for i+1 < len(w.worked) && w.before[i+1] <= int64(b)<<w.shift {
			i++
		}
		w.bucket[b] = int32(i)
	}
}

// patternOf returns the row of p in patterns. Only the first rows are looked
// through, which finds the usual repetitions and keeps the cost linear.
func (w *WorkingTime) patternOf(p []period) int32 {
	for i, q := range w.patterns[:min(len(w.patterns), 16)] {
		if slices.Equal(p, q) {
			return int32(i)
		}
	}
	w.patterns = append(w.patterns, p)
	return int32(len(w.patterns) - 1)
}

// periods is the union of shifts in order, as far as it lies in the day.
func periods(shifts []Shift, ticks int64) []period {
	sorted := slices.Clone(shifts)
	slices.SortFunc(sorted, func(a, b Shift) int { return int(a.From) - int(b.From) })
	var out []period
	work := int32(0)
	for _, s := range sorted {
		if s = s.within(ticks); s.From >= s.To {
			continue
		}
		if n := len(out); n > 0 && s.From <= out[n-1].to {
			grown := max(out[n-1].to, s.To)
			work += grown - out[n-1].to
			out[n-1].to = grown
			continue
		}
		out = append(out, period{s.From, s.To, work})
		work += s.To - s.From
	}
	return out
}

func workOf(p []period) int32 {
	if len(p) == 0 {
		return 0
	}
	last := p[len(p)-1]
	return last.before + last.to - last.from
}

// Rank returns the number of the first working tick at or after x. It is
// also how many working ticks lie between instant 0 and x.
func (w *WorkingTime) Rank(x Instant) Work {
	if !w.patterned {
		return Work(x)
	}
	if w.ticks == 1 {
		if day := int64(x) - w.loDay; uint64(day) < uint64(len(w.pattern)) {
			return Work(w.origin + w.base[day])
		}
	}
	day, tick := w.split(int64(x))
	day -= w.loDay
	shift := int64(0)
	if n := int64(len(w.pattern)); uint64(day) >= uint64(n) {
		var weeks int64
		if day < 0 {
			weeks = -((6 - day) / 7)
		} else {
			weeks = (day-n)/7 + 1
		}
		day -= weeks * 7
		shift = weeks * w.week
	}
	k := w.origin + shift + w.base[day]
	if tick == 0 {
		return Work(clamp(k))
	}
	for _, p := range w.patterns[w.pattern[day]] {
		if int64(p.from) >= tick {
			break
		}
		k += min(tick, int64(p.to)) - int64(p.from)
	}
	return Work(clamp(k))
}

// split divides an instant into its day, counted from the epoch, and the tick
// of that day.
func (w *WorkingTime) split(x int64) (day, tick int64) {
	if w.ticks == 1 {
		return x, 0
	}
	n := uint64(x + w.bias)
	q, _ := bits.Mul64(n, w.recip)
	return int64(q) - w.bias/w.ticks, int64(n - q*uint64(w.ticks))
}

// Start returns the instant at which working tick k begins: the latest
// instant that Rank maps to k or less.
func (w *WorkingTime) Start(k Work) Instant {
	if !w.patterned {
		return Instant(clamp(int64(k)))
	}
	n := int64(k) - w.origin
	if w.ticks == 1 && uint64(n) < uint64(w.total) {
		return Instant(int64(w.worked[n]) + w.loDay)
	}
	weeks := int64(0)
	switch {
	case n < 0:
		weeks = floorDiv(n, w.week)
		n -= weeks * w.week
	case n >= w.total:
		weeks = int64(uint32(n-w.total)/uint32(w.week)) + 1
		n -= weeks * w.week
	}
	if w.ticks == 1 {
		return Instant(clamp(int64(w.worked[n]) + w.loDay + weeks*7))
	}
	i := w.dayOf(n)
	day, rest := int64(w.worked[i]), int32(n-w.before[i])
	x := (day + w.loDay + weeks*7) * w.ticks
	for _, p := range w.patterns[w.pattern[day]] {
		if rest < p.before+p.to-p.from {
			x += int64(p.from + rest - p.before)
			break
		}
	}
	return Instant(clamp(x))
}

// dayOf returns the index in worked of the day that holds tick n of the
// window.
func (w *WorkingTime) dayOf(n int64) int32 {
	b := n >> w.shift
	i, last := w.bucket[b], w.bucket[b+1]
	if last-i > 4 {
		return i + int32(sort.Search(int(last-i), func(j int) bool {
			return w.before[i+1+int32(j)] > n
		}))
	}
	for w.before[i+1] <= n {
		i++
	}
	return i
}

// Finish returns the instant at which working tick k-1 is over: the earliest
// instant that Rank maps to k or more.
func (w *WorkingTime) Finish(k Work) Instant {
	if !w.patterned {
		return Instant(clamp(int64(k)))
	}
	return min(w.Start(k-1)+1, Horizon)
}

// Add returns the instant at which n working ticks from x on are done; for a
// negative n, the instant from which -n working ticks remain until x; x
// itself for zero.
func (w *WorkingTime) Add(x Instant, n Work) Instant {
	switch {
	case n > 0:
		return w.Finish(Work(clamp(int64(w.Rank(x)) + int64(n))))
	case n < 0:
		return w.Start(Work(clamp(int64(w.Rank(x)) + int64(n))))
	}
	return x
}

// Between returns the working ticks from one instant to another; negative
// when to lies before from.
func (w *WorkingTime) Between(from, to Instant) Work { return w.Rank(to) - w.Rank(from) }

// lastStart returns the largest k with Start(k) <= x.
func (w *WorkingTime) lastStart(x Instant) Work {
	if !w.patterned {
		return Work(x)
	}
	return w.Rank(x+1) - 1
}
