package cpm

import "time"

// A link is checked by what leaves its predecessor and what arrives at its
// successor: an instant for each, or a day where the lag is in months. Of a
// summary only the leaf that asks the most counts, so that a link costs as much
// as there are leaves at its ends.
type linkCheck struct {
	c     *checker
	link  *Link
	index int
	value int64 // of the lag: ticks or months
	rest  bool  // what is left of the lag counts from where the predecessor goes on

	source [sets]int64     // what leaves the predecessor
	bound  [dateSets]int64 // what arrives at the successor
	asks   bool            // the successor asks something

	carried [sets]int64 // what has to arrive for the sake of what the predecessor carries
	via     *leafCheck  // the successor, if it carries

	unmovedKnown bool
}

func (c *checker) makeLinks() {
	c.links = make([]linkCheck, len(c.n.Links))
	for l := range c.links {
		k := &c.links[l]
		*k = linkCheck{c: c, link: &c.n.Links[l], index: l, carried: [sets]int64{-farOff, -farOff, -farOff, -farOff}}
		c.countsFirst = c.countsFirst || c.isSummary[k.link.From] && !k.fromFinish()
		k.setValue()
		k.setRest()
		if c.isEffort[k.link.From] || c.isEffort[k.link.To] {
			continue
		}
		for set := range dateSets {
			k.source[set], k.bound[set] = k.leavingAll(set), k.arrivingAll(set)
		}
		for _, i := range c.leavesOf(k.link.To) {
			k.asks = k.asks || c.asks(&c.leaves[i])
		}
	}
	c.carry()
}

// setValue takes the value of the lag, a share of the predecessor's duration in
// ticks: rounded to the nearest, halves away from zero. Of what has no duration
// of its own it is nothing.
func (k *linkCheck) setValue() {
	l := k.link
	k.value = int64(l.Lag.Value)
	if k.c.in.Lags != nil {
		k.value = int64(k.c.in.Lags[k.index])
	}
	if l.Lag.Unit == Percent || l.Lag.Unit == PercentElapsed {
		const whole = 10_000
		product := 2 * k.c.leaves[l.From].whole * k.value
		if product < 0 {
			k.value = (product - whole) / (2 * whole)
		} else {
			k.value = (product + whole) / (2 * whole)
		}
		k.value = min(max(k.value, -int64(MaxWork)), int64(MaxWork))
	}
}

// setRest finds whether the lag counts from where work under way goes on, and
// what is left of it: no less than nothing.
func (k *linkCheck) setRest() {
	x := &k.c.leaves[k.link.From]
	if k.link.Type != SS || k.c.in.Options.StartLag != LagFromEarlyStart || x.progress == nil || x.isGiven || k.inMonths() ||
		k.c.isEffort[k.link.To] {
		return
	}
	start, now := int64(x.progress.ActualStart), x.low
	if k.c.in.DataDate != nil {
		now = int64(*k.c.in.DataDate)
	}
	gone := now - start
	if t := k.counts(); t != nil {
		gone = t.count(start, now)
	}
	k.rest, k.value = true, max(k.value-max(gone, 0), 0)
}

// counts is the calendar that a lag counts on, nil for elapsed time.
func (k *linkCheck) counts() *checkCalendar {
	switch k.link.Lag.Unit {
	case Elapsed, PercentElapsed:
		return nil
	case WorkOfSuccessor:
		return k.c.calendar(k.link.To)
	case WorkOfCalendar:
		return k.c.calendars[k.link.Lag.Calendar]
	}
	return k.c.calendar(k.link.From)
}

func (k *linkCheck) fromFinish() bool { return k.link.Type == FS || k.link.Type == FF }
func (k *linkCheck) toFinish() bool   { return k.link.Type == FF || k.link.Type == SF }

func (k *linkCheck) inMonths() bool {
	return k.link.Lag.Unit == MonthsFromPredecessor || k.link.Lag.Unit == MonthsFromSuccessor
}

// leavingAll is what leaves the predecessor: the last finish of a summary, but
// its first start.
func (k *linkCheck) leavingAll(set int) int64 {
	out := farOff
	if k.fromFinish() {
		out = -farOff
	}
	for _, i := range k.c.leavesOf(k.link.From) {
		x := &k.c.leaves[i]
		if a := k.leaving(x, x.at[set], x.finish(x.at[set])); k.fromFinish() {
			out = max(out, a)
		} else {
			out = min(out, a)
		}
	}
	return out
}

// arrivingAll is the least of what arrives at leaves of the successor that ask.
func (k *linkCheck) arrivingAll(set int) int64 {
	out := farOff
	for _, i := range k.c.leavesOf(k.link.To) {
		switch x := &k.c.leaves[i]; {
		case !k.c.asks(x):
		case x.leans && set == lateSet:
			out = min(out, k.arrivingAt(x, k.endOf(x, x.at[set])))
		default:
			out = min(out, k.arriving(x, x.at[set]))
		}
	}
	return out
}

// leaving is the predecessor's end of the link for a start and a finish of a
// leaf, if these have not happened.
func (k *linkCheck) leaving(x *leafCheck, s, f int64) int64 {
	end := s
	switch {
	case x.isGiven && k.fromFinish():
		end = x.stop
	case x.isGiven:
		end = x.start
	case k.fromFinish():
		end = f
	case x.progress != nil && !k.rest:
		end = int64(x.progress.ActualStart)
	}
	return k.leavingAt(x, end)
}

// leavingAt is leaving for an end of a leaf.
func (k *linkCheck) leavingAt(x *leafCheck, end int64) int64 {
	if !k.inMonths() {
		return end
	}
	if x.endsDay || k.fromFinish() && !x.milestone {
		end-- // it counts on its last day
	}
	day, _ := x.time.dayOf(end)
	return day
}

// arriving is the successor's end of the link for a start, as late as time in
// which it is not worked allows.
func (k *linkCheck) arriving(x *leafCheck, s int64) int64 {
	switch {
	case x.isGiven && k.toFinish():
		return k.arrivingAt(x, x.stop)
	case x.isGiven:
		return k.arrivingAt(x, x.start)
	}
	return k.arrivingAt(x, k.endOf(x, s))
}

// endOf is the end of a leaf that the link goes to.
func (k *linkCheck) endOf(x *leafCheck, s int64) int64 {
	switch {
	case !k.toFinish():
		return s
	case k.inMonths():
		return x.end(s)
	}
	return x.first(x.end(s))
}

// arrivingAt is arriving for an end of a leaf.
func (k *linkCheck) arrivingAt(x *leafCheck, end int64) int64 {
	if !k.inMonths() {
		return end
	}
	if k.toFinish() && !x.milestone {
		end--
	}
	day, _ := x.time.dayOf(end)
	if x.endsDay {
		return day - 1 // the last day that is over
	}
	return day
}

// holds reports whether the lag allows its two ends.
func (k *linkCheck) holds(from, to int64) bool {
	switch k.link.Lag.Unit {
	case MonthsFromPredecessor:
		return k.moved(from, k.value, k.link.To) <= to
	case MonthsFromSuccessor:
		return from <= k.moved(to, -k.value, k.link.From)
	}
	if t := k.counts(); t != nil {
		return t.add(from, k.value) <= to
	}
	return from+k.value <= to
}

// moved is a day moved by months, as the lag rolls it to a working day of an
// activity.
func (k *linkCheck) moved(day, months int64, activity int) int64 {
	if day <= -farOff || day >= farOff {
		return day
	}
	year, month, dayOfMonth := time.Unix(day*24*60*60, 0).UTC().Date()
	// The day before the first of the next month is the last of the month.
	last := time.Date(year, month+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC)
	if !k.link.Lag.EndOfMonth && dayOfMonth < last.Day() {
		last = last.AddDate(0, 0, dayOfMonth-last.Day())
	}
	day = last.Unix() / (24 * 60 * 60)
	switch k.link.Lag.Roll {
	case RollBefore:
		return k.c.calendar(activity).workDayTo(day)
	case RollAfter:
		return k.c.calendar(activity).workDayFrom(day)
	}
	return day
}

// lets reports whether a leaf of the successor may start at s.
func (k *linkCheck) lets(x *leafCheck, s int64, set int) bool {
	to := k.arriving(x, s)
	return k.holds(k.source[set], to) && k.carried[set] <= to
}

// bears reports whether the successor can bear that a leaf of the predecessor
// starts at s.
func (k *linkCheck) bears(x *leafCheck, s int64, set int) bool {
	from := k.leaving(x, s, x.end(s))
	switch {
	case x.leans && k.fromFinish():
		from = k.leavingAt(x, x.end(s))
	case x.leans:
		from = k.leavingAt(x, s)
	}
	return k.isBorne(from, set)
}

// binds reports whether the link bounds a leaf of the predecessor: of a
// summary's start, those leaves that start first.
func (k *linkCheck) binds(x *leafCheck) bool {
	if !k.asks || x.isGiven && !x.leans || x.progress != nil && !k.fromFinish() && !k.rest {
		return false
	}
	return k.fromFinish() || k.leaving(x, x.at[earlySet], 0) <= k.source[earlySet]
}
