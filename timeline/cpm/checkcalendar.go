package cpm

import (
	"slices"
	"sort"
)

// checkCalendar is a calendar as its definition has it: a week that repeats
// and stretches of days that differ from it. It counts in instants, as wide
// numbers that no sum leaves, and knows nothing of the numbers of WorkingTime.
type checkCalendar struct {
	ticks, epoch int64
	week         [8]int64   // working ticks of a week from a Thursday on, before each of its days and in all
	shifts       [7][]Shift // by weekday, in order and apart
	stretches    []stretch
	stop, resume int64 // a pause: what lies between is not worked
}

// stretch is a run of days with working time of its own.
type stretch struct {
	first, last int64
	shifts      []Shift
	more        int64 // how much more than in plain weeks is worked before its first day
}

// farOff lies beyond every instant.
const farOff = int64(1) << 33

func newCheckCalendar(c *Calendar, epoch Day, ticks int64) *checkCalendar {
	t := &checkCalendar{ticks: ticks, epoch: int64(epoch)}
	for d := range t.shifts {
		t.shifts[d] = apart(c.Week[d], ticks)
	}
	for d := range 7 {
		t.week[d+1] = t.week[d] + workIn(t.shiftsOn(int64(d)), ticks)
	}
	t.stretches = stretchesOf(c.Exceptions)
	more := int64(0)
	for i := range t.stretches {
		s := &t.stretches[i]
		s.shifts, s.more = apart(s.shifts, ticks), more
		more += (s.last+1-s.first)*workIn(s.shifts, ticks) - (t.plainBefore(s.last+1) - t.plainBefore(s.first))
	}
	return t
}

// stretchesOf cuts the exceptions into stretches that do not overlap: a later
// exception wins.
func stretchesOf(exceptions []Exception) []stretch {
	var cuts []int64
	for _, e := range exceptions {
		cuts = append(cuts, int64(e.First), int64(e.Last)+1)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []stretch
	for i := 0; i+1 < len(cuts); i++ {
		for e := len(exceptions) - 1; e >= 0; e-- {
			x := &exceptions[e]
			if int64(x.First) <= cuts[i] && cuts[i] <= int64(x.Last) {
				out = append(out, stretch{first: cuts[i], last: cuts[i+1] - 1, shifts: x.Shifts})
				break
			}
		}
	}
	return out
}

// apart returns the shifts of a day in order, those that touch or overlap as
// one.
func apart(shifts []Shift, ticks int64) []Shift {
	sorted := slices.Clone(shifts)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].From < sorted[j].From })
	var out []Shift
	for _, s := range sorted {
		s.From, s.To = max(s.From, 0), min(s.To, int32(ticks))
		switch last := len(out) - 1; {
		case s.From >= s.To:
		case last >= 0 && s.From <= out[last].To:
			out[last].To = max(out[last].To, s.To)
		default:
			out = append(out, s)
		}
	}
	return out
}

// workIn is the working ticks of a day before one of its ticks.
func workIn(shifts []Shift, tick int64) int64 {
	n := int64(0)
	for _, s := range shifts {
		n += max(min(tick, int64(s.To))-int64(s.From), 0)
	}
	return n
}

// shiftsOn is the plain working time of a day, counted from 1 January 1970,
// which was a Thursday.
func (t *checkCalendar) shiftsOn(day int64) []Shift { return t.shifts[((day+4)%7+7)%7] }

// plainBefore is the working ticks of plain weeks from 1 January 1970 to a day.
func (t *checkCalendar) plainBefore(day int64) int64 {
	weeks, rest := day/7, day%7
	if rest < 0 {
		weeks, rest = weeks-1, rest+7
	}
	return weeks*t.week[7] + t.week[rest]
}

// dayOf is the day that holds an instant, and the tick of that day.
func (t *checkCalendar) dayOf(x int64) (day, tick int64) {
	day, tick = x/t.ticks, x%t.ticks
	if tick < 0 {
		day, tick = day-1, tick+t.ticks
	}
	return day + t.epoch, tick
}

// dayStart is the first instant of a day.
func (t *checkCalendar) dayStart(day int64) int64 { return (day - t.epoch) * t.ticks }

// without is the calendar with a pause.
func (t *checkCalendar) without(stop, resume Instant) *checkCalendar {
	own := *t
	own.stop, own.resume = int64(stop), int64(resume)
	return &own
}

// before is the working ticks before an instant, counted from some day that is
// the same for all.
func (t *checkCalendar) before(x int64) int64 {
	if t.stop < t.resume {
		return t.all(x) - t.all(min(max(x, t.stop), t.resume)) + t.all(t.stop)
	}
	return t.all(x)
}

// all is before without a pause.
func (t *checkCalendar) all(x int64) int64 {
	day, tick := t.dayOf(x)
	next := sort.Search(len(t.stretches), func(i int) bool { return t.stretches[i].first > day })
	if next == 0 {
		return t.plainBefore(day) + workIn(t.shiftsOn(day), tick)
	}
	s := &t.stretches[next-1]
	n := t.plainBefore(s.first) + s.more
	if day <= s.last {
		return n + (day-s.first)*workIn(s.shifts, t.ticks) + workIn(s.shifts, tick)
	}
	n += (s.last + 1 - s.first) * workIn(s.shifts, t.ticks)
	return n + t.plainBefore(day) - t.plainBefore(s.last+1) + workIn(t.shiftsOn(day), tick)
}

// count is the working ticks from one instant to another, negative backwards.
func (t *checkCalendar) count(x, y int64) int64 { return t.before(y) - t.before(x) }

// next is the begin of the first working tick at or after an instant.
func (t *checkCalendar) next(x int64) int64 {
	k := t.before(x)
	return turn(x, func(y int64) bool { return t.before(y+1) > k })
}

// forth is the end of the n-th working tick from an instant on; that instant
// itself for none.
func (t *checkCalendar) forth(x, n int64) int64 {
	if n <= 0 {
		return x
	}
	k := t.before(x) + n
	return turn(x, func(y int64) bool { return t.before(y) >= k })
}

// back is the begin of the n-th working tick before an instant.
func (t *checkCalendar) back(x, n int64) int64 {
	if n <= 0 {
		return x
	}
	k := t.before(x) - n
	return -turn(-x, func(y int64) bool { return t.before(-y) <= k })
}

// add goes forth, or back for a negative n.
func (t *checkCalendar) add(x, n int64) int64 {
	if n < 0 {
		return t.back(x, -n)
	}
	return t.forth(x, n)
}

// lastTick is the begin of the last working tick at or before an instant.
func (t *checkCalendar) lastTick(x int64) int64 { return t.back(x+1, 1) }

// workDayFrom and workDayTo are the nearest day with working time from a day
// on, and up to it.
func (t *checkCalendar) workDayFrom(day int64) int64 {
	day, _ = t.dayOf(t.next(t.dayStart(day)))
	return day
}

func (t *checkCalendar) workDayTo(day int64) int64 {
	day, _ = t.dayOf(t.back(t.dayStart(day+1), 1))
	return day
}

// turn is the first number from x on of which something is true that stays
// true; farOff if it is true of none before.
func turn(x int64, is func(int64) bool) int64 {
	if is(x) {
		return x
	}
	last, step := x, int64(1) // it is not true of the last
	for !is(last + step) {
		last, step = last+step, 2*step
		if last > farOff {
			return farOff
		}
	}
	for step > 1 {
		if half := step / 2; is(last + half) {
			step = half
		} else {
			last, step = last+half, step-half
		}
	}
	return last + 1
}
