package cpm_test

import (
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// spanEfforts gives levels of effort what their links say, and summaries of
// nothing else what these span.
func (ref *reference) spanEfforts() {
	project := cpm.Dates{}
	spread(&project, func(int, bool) cpm.Instant { return ref.begin })
	first := true
	ref.each(func(i int) {
		if first {
			project = ref.dates[i]
		}
		first = false
		project = join(project, ref.dates[i])
	})
	for i, a := range ref.net.Activities {
		if a.LevelOfEffort && !isParent(ref.net, i) {
			ref.dates[i] = ref.effort(i, project)
		}
	}
	for i := range ref.net.Activities {
		if isParent(ref.net, i) && ref.isEffort(i) {
			below := leavesBelow(ref.net, i)
			ref.dates[i] = ref.dates[below[0]]
			for _, leaf := range below {
				ref.dates[i] = join(ref.dates[i], ref.dates[leaf])
			}
		}
	}
}

// join are the dates of two activities together, without any float.
func join(a, b cpm.Dates) cpm.Dates {
	return cpm.Dates{
		EarlyStart: min(a.EarlyStart, b.EarlyStart), EarlyFinish: max(a.EarlyFinish, b.EarlyFinish),
		LateStart: min(a.LateStart, b.LateStart), LateFinish: max(a.LateFinish, b.LateFinish),
		Start: min(a.Start, b.Start), Finish: max(a.Finish, b.Finish),
	}
}

// spread sets all dates by which set they are of and whether they are finishes.
func spread(d *cpm.Dates, at func(set int, finish bool) cpm.Instant) {
	d.EarlyStart, d.EarlyFinish = at(0, false), at(0, true)
	d.LateStart, d.LateFinish = at(1, false), at(1, true)
	d.Start, d.Finish = at(2, false), at(2, true)
}

func pick(d *cpm.Dates, set int, finish bool) cpm.Instant {
	all := [3][2]cpm.Instant{{d.EarlyStart, d.EarlyFinish}, {d.LateStart, d.LateFinish}, {d.Start, d.Finish}}
	if finish {
		return all[set][1]
	}
	return all[set][0]
}

func (ref *reference) effort(i int, project cpm.Dates) cpm.Dates {
	var d cpm.Dates
	spread(&d, func(set int, finish bool) cpm.Instant {
		at, known := pick(&project, set, finish), false
		for l := range ref.net.Links {
			link := &ref.net.Links[l]
			var x cpm.Instant
			switch {
			case link.To == i && toFinish(link) == finish && !ref.isEffort(link.From):
				x = ref.after(l, pick(&ref.dates[link.From], set, fromFinish(link)), finish)
			case link.From == i && fromFinish(link) == finish && !ref.isEffort(link.To):
				x = ref.ahead(l, pick(&ref.dates[link.To], set, toFinish(link)), finish)
			default:
				continue
			}
			if !known || finish && x > at || !finish && x < at {
				at, known = x, true
			}
		}
		met := false
		ref.constrained(i, func(c cpm.Constraint) {
			if !finish && c.Kind == cpm.MustStartOn || finish && c.Kind == cpm.MustFinishOn {
				if !met || c.At < at {
					at, met = c.At, true
				}
			}
		})
		ref.constrained(i, func(c cpm.Constraint) {
			switch {
			case !finish && c.Kind == cpm.StartNoEarlierThan:
				at = max(at, c.At)
			case finish && c.Kind == cpm.FinishNoLaterThan:
				at = min(at, c.At)
			}
		})
		return at
	})
	d.EarlyFinish, d.LateFinish, d.Finish = max(d.EarlyFinish, d.EarlyStart), max(d.LateFinish, d.LateStart), max(d.Finish, d.Start)
	return d
}

// longestLag is in days.
const longestLag = 100

// after is the first instant that a link allows after a predecessor's end, ahead
// the last one before a successor's.
func (ref *reference) after(l int, x cpm.Instant, finish bool) cpm.Instant {
	link := &ref.net.Links[l]
	from := ref.dated(link, link.From, x, fromFinish(link), false)
	y := x - ref.net.StartOf(longestLag)
	return y + cpm.Instant(steps(func(n int) bool {
		return ref.spans(l, from, ref.dated(link, link.To, y+cpm.Instant(n), finish, false))
	}))
}

func (ref *reference) ahead(l int, x cpm.Instant, finish bool) cpm.Instant {
	link := &ref.net.Links[l]
	to := ref.dated(link, link.To, x, toFinish(link), true)
	y := x + ref.net.StartOf(longestLag)
	return y - cpm.Instant(steps(func(n int) bool {
		return ref.spans(l, ref.dated(link, link.From, y-cpm.Instant(n), finish, false), to)
	}))
}

// dated is an end as a lag sees it: the instant, or where it is in months the day.
func (ref *reference) dated(l *cpm.Link, i int, x cpm.Instant, finish, arrives bool) int {
	a := ref.net.Activities[i]
	milestone := a.Milestone && ref.isLeaf(i)
	switch {
	case !inMonths(l):
		return int(x)
	case milestone && a.Side == cpm.FinishSide && arrives:
		return int(ref.net.FirstDay(x)) - 1
	case milestone:
		return int(ref.day(x, a.Side == cpm.FinishSide))
	}
	return int(ref.day(x, finish))
}

// spans reports whether the lag of a link lies between two ends.
func (ref *reference) spans(index, from, to int) bool {
	l := &ref.net.Links[index]
	lag := l.Lag
	if ref.in.Lags != nil {
		lag.Value = ref.in.Lags[index]
	}
	if inMonths(l) {
		return ref.monthsHold(l, int(lag.Value), cpm.Day(from), cpm.Day(to))
	}
	return ref.lagged(l, lag, cpm.Instant(from)) <= cpm.Instant(to)
}
