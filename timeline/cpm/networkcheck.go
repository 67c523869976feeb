package cpm

import "math"

// check finds what is wrong with a network apart from its activities and
// links, which are checked while they are copied, and from cycles.
func (n *Network) check() *networkCheck {
	c := &networkCheck{n: n}
	c.time()
	c.calendars()
	c.parents()
	return c
}

type networkCheck struct {
	n       *Network
	faults  Faults
	warned  []warningFact
	efforts bool // there is a level of effort
	summary []bool
	// enter and leave number the hierarchy so that j lies below i exactly
	// when enter[i] < enter[j] && leave[j] <= leave[i].
	enter, leave []int32
}

func (c *networkCheck) add(code FaultCode, value int64) *Fault {
	f := fault(code)
	f.Value = value
	c.faults = append(c.faults, f)
	return &c.faults[len(c.faults)-1]
}

func (c *networkCheck) atActivity(code FaultCode, i int, value int64) {
	f := c.add(code, value)
	f.Activity, f.Keys = i, []string{c.n.Activities[i].Key}
}

func (c *networkCheck) odd(code WarningCode, i int, value int64) {
	w := noted(code, i)
	w.value = value
	c.warned = append(c.warned, w)
}

func (c *networkCheck) atLink(code FaultCode, i int, value int64) {
	f := c.add(code, value)
	f.Link = i
	l := c.n.Links[i]
	for _, a := range [2]int{l.From, l.To} {
		key := "?"
		if a >= 0 && a < len(c.n.Activities) {
			key = c.n.Activities[a].Key
		}
		f.Keys = append(f.Keys, key)
	}
}

func (c *networkCheck) time() {
	if t := c.n.TicksPerDay; t < 0 || t > 86_400 {
		c.add(TicksPerDayRange, int64(t))
	}
	if e := c.n.Epoch; e < Date(-9999, 1, 1) || e > Date(9999, 12, 31) {
		c.add(EpochRange, int64(e))
	}
	if a := len(c.n.Activities); a > maxActivities {
		c.add(TooManyActivities, int64(a))
	}
	if l := len(c.n.Links); l > maxLinks {
		c.add(TooManyActivities, int64(l))
	}
}

// What 32-bit indices of activities, hubs and links have room for.
const (
	maxActivities = 1 << 27
	maxLinks      = 1 << 28
)

func (n *Network) tooLarge() bool {
	return len(n.Activities) > maxActivities || len(n.Links) > maxLinks
}

func (c *networkCheck) calendars() {
	if k := len(c.n.Calendars); k > maxCalendars {
		c.add(TooManyCalendars, int64(k))
	}
	for i := range c.n.Calendars {
		faults, warned := c.n.Calendars[i].check(c.n.ticksPerDay())
		for _, f := range faults {
			f.Calendar, f.Keys = i, []string{c.n.Calendars[i].Key}
			c.faults = append(c.faults, f)
		}
		for _, w := range warned {
			w.calendar = int32(i)
			c.warned = append(c.warned, w)
		}
	}
}

// maxCalendars leaves one index of 16 bits for the calendar without rests.
const maxCalendars = 1<<16 - 2

// check finds what is wrong with one calendar, and what is odd; the caller says
// which.
func (c *Calendar) check(ticks int64) (faults Faults, warned []warningFact) {
	odd := func(code WarningCode, value int64) {
		w := noted(code, -1)
		w.value = value
		warned = append(warned, w)
	}
	work := false
	for _, day := range c.Week {
		for _, s := range day {
			work = s.check(ticks, odd) || work
		}
	}
	if !work {
		faults = append(faults, fault(NoWorkingTime))
	}
	first, last := int64(math.MaxInt32), int64(math.MinInt32)
	for i, e := range c.Exceptions {
		for _, s := range e.Shifts {
			s.check(ticks, odd)
		}
		if e.isReversed() {
			odd(ExceptionReversed, int64(i))
			continue
		}
		from, to := min(first, int64(e.First)), max(last, int64(e.Last))
		if to-from >= MaxExceptionSpan {
			f := fault(ExceptionRange)
			f.Value = int64(i)
			faults = append(faults, f)
			continue
		}
		first, last = from, to
	}
	return faults, warned
}

// check reports whether a shift has work in the day, and what is odd about it.
func (s Shift) check(ticks int64, odd func(code WarningCode, value int64)) bool {
	switch {
	case s.From >= s.To:
		odd(ShiftEmpty, int64(s.From))
	case s.From < 0 || int64(s.To) > ticks:
		odd(ShiftOutside, int64(s.From))
	}
	in := s.within(ticks)
	return in.From < in.To
}

func (c *networkCheck) parents() {
	n := len(c.n.Activities)
	if c.n.Parents == nil {
		return
	}
	if len(c.n.Parents) != n {
		c.add(ParentsLength, int64(len(c.n.Parents)))
		return
	}
	sound := true
	for i, p := range c.n.Parents {
		if p < -1 || p >= n {
			c.atActivity(UnknownParent, i, int64(p))
			sound = false
		}
	}
	if !sound {
		return
	}
	c.summary = make([]bool, n)
	for _, p := range c.n.Parents {
		if p >= 0 {
			c.summary[p] = true
		}
	}
	c.number()
}

// number walks the hierarchy and reports activities that lie below
// themselves, once a ring.
func (c *networkCheck) number() {
	n := len(c.n.Activities)
	first, next := make([]int32, n), make([]int32, n)
	for i := range first {
		first[i], next[i] = -1, -1
	}
	roots := int32(-1)
	for i := n - 1; i >= 0; i-- {
		list := &roots
		if p := c.n.Parents[i]; p >= 0 {
			list = &first[p]
		}
		next[i], *list = *list, int32(i)
	}
	c.enter, c.leave = make([]int32, n), make([]int32, n)
	clock := int32(0)
	for i := roots; i >= 0; {
		clock++
		c.enter[i] = clock
		if first[i] >= 0 {
			i = first[i]
			continue
		}
		for {
			c.leave[i] = clock
			if next[i] >= 0 {
				i = next[i]
				break
			}
			if i = int32(c.n.Parents[i]); i < 0 {
				break
			}
		}
	}
	c.parentRings()
}

// parentRings reports the rings among the activities that number did not
// reach from the top.
func (c *networkCheck) parentRings() {
	seen := make([]int32, len(c.enter))
	for i := range c.enter {
		j := i
		for c.enter[j] == 0 && seen[j] == 0 {
			seen[j] = int32(i) + 1
			j = c.n.Parents[j]
		}
		if c.enter[j] != 0 || seen[j] != int32(i)+1 {
			continue
		}
		f := fault(ParentCycle)
		f.Activity = j
		for k := j; ; {
			f.Cycle = append(f.Cycle, k)
			f.Keys = append(f.Keys, c.n.Activities[k].Key)
			if k = c.n.Parents[k]; k == j {
				break
			}
		}
		c.faults = append(c.faults, f)
		c.summary = nil
	}
}

func (c *networkCheck) activity(i int, a *Activity) {
	if a.Calendar < 0 || a.Calendar >= max(len(c.n.Calendars), 1) {
		c.atActivity(UnknownCalendar, i, int64(a.Calendar))
	}
	switch {
	case c.summary != nil && c.summary[i]:
		if a.Duration != 0 || a.Milestone || a.LevelOfEffort {
			c.odd(SummaryDuration, i, int64(a.Duration))
		}
	case a.LevelOfEffort:
		c.efforts = true
		if a.Duration != 0 || a.Milestone {
			c.odd(EffortDuration, i, int64(a.Duration))
		}
	case a.Milestone:
		if a.Duration != 0 {
			c.odd(MilestoneDuration, i, int64(a.Duration))
		}
	case a.Duration < 0:
		c.odd(DurationNegative, i, int64(a.Duration))
	case a.Duration > MaxWork:
		c.atActivity(DurationRange, i, int64(a.Duration))
	}
}

func (c *networkCheck) link(i int, l *Link) {
	n := len(c.n.Activities)
	sound := true
	for _, a := range [2]int{l.From, l.To} {
		if a < 0 || a >= n {
			c.atLink(UnknownActivity, i, int64(a))
			sound = false
		}
	}
	if !sound {
		return
	}
	if l.From == l.To {
		c.atLink(SelfLink, i, int64(l.From))
	} else if c.within(l) {
		c.atLink(SummaryLink, i, int64(l.From))
	}
	if l.Type > SF {
		c.atLink(LinkTypeUnknown, i, int64(l.Type))
	}
	c.lag(i, &l.Lag)
}

// plainlySound reports that nothing is wrong with a link, as is usual. It does
// not look into hierarchies.
func (l *Link) plainlySound(activities uint) bool {
	return uint(l.From) < activities && uint(l.To) < activities && l.From != l.To &&
		l.Type <= SF && l.Lag.Unit <= Elapsed && l.Lag.Unit != WorkOfCalendar && l.Lag.Roll <= RollAfter &&
		l.Lag.Value >= -int32(MaxWork) && l.Lag.Value <= int32(MaxWork)
}

func (c *networkCheck) below(top, i int) bool {
	return c.summary[top] && c.enter[top] < c.enter[i] && c.leave[i] <= c.leave[top]
}

// within reports whether a link joins a summary to something below it that it
// spans.
func (c *networkCheck) within(l *Link) bool {
	return c.summary != nil &&
		(c.below(l.From, l.To) && !c.isEffort(l.To) || c.below(l.To, l.From) && !c.isEffort(l.From))
}

func (c *networkCheck) isEffort(i int) bool { return c.n.Activities[i].LevelOfEffort && !c.summary[i] }

func (c *networkCheck) lag(i int, lag *Lag) {
	if lag.Unit > MonthsFromSuccessor || lag.Roll > RollAfter {
		c.atLink(LagUnitUnknown, i, int64(lag.Unit))
		return
	}
	if lag.Unit == WorkOfCalendar && (lag.Calendar < 0 || lag.Calendar >= max(len(c.n.Calendars), 1)) {
		c.atLink(UnknownCalendar, i, int64(lag.Calendar))
	}
	if bound := lag.Unit.bound(); lag.Value < -bound || lag.Value > bound {
		c.atLink(LagRange, i, int64(lag.Value))
	}
}

// bound is the largest absolute value of a lag in that unit.
func (u LagUnit) bound() int32 {
	switch u {
	case Percent, PercentElapsed:
		return 1_000_000
	case MonthsFromPredecessor, MonthsFromSuccessor:
		return MaxMonths
	}
	return int32(MaxWork)
}
