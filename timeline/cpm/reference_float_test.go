package cpm_test

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func (ref *reference) anyLate() bool {
	late := false
	ref.each(func(i int) { late = late || ref.delayed(i) })
	return late
}

// delayed reports whether an activity is to be as late as possible.
func (ref *reference) delayed(i int) bool {
	return ref.progress(i) == nil && !ref.isGiven(i) && ref.has(i, cpm.AsLateAsPossible)
}

// schedule computes the scheduled starts where something is to be as late as
// possible.
func (ref *reference) schedule() {
	if ref.in.FromFinish || ref.in.Options.ALAP == cpm.ALAPTotalFloat {
		ref.settle(ref.movePushed)
		return
	}
	ref.each(func(i int) {
		if ref.delayed(i) && !ref.isFixed(i) {
			ref.scheduled[i] = max(ref.early[i], ref.late[i])
		}
	})
	ref.settle(ref.moveBack)
	if ref.in.Options.ALAP == cpm.ALAPEarlyDates {
		ref.each(func(i int) {
			if ref.scheduled[i] > ref.early[i] {
				ref.demanded[i], ref.held[i] = ref.scheduled[i], ref.scheduled[i]
			}
		})
		copy(ref.early, ref.scheduled)
		ref.solveLate()
	}
}

// movePushed starts what is to be late at its late start, and all else when what
// comes before it is scheduled.
func (ref *reference) movePushed(i int) bool {
	if ref.progress(i) != nil || ref.isGiven(i) {
		return ref.moveThrough(i, ref.scheduled)
	}
	late := ref.delayed(i) || ref.in.FromFinish && !ref.has(i, cpm.AsSoonAsPossible)
	s := ref.first(i, ref.held[i], func(s cpm.Instant) bool { return ref.linksHold(i, s, ref.scheduled) })
	if late {
		s = max(s, ref.late[i])
	}
	if s = ref.pulled(i, s); !late {
		s = ref.putOff(i, s)
	}
	s = max(s, ref.early[i])
	moved := s != ref.scheduled[i]
	ref.scheduled[i] = s
	return moved
}

// moveBack brings forward what is to be late until what follows it has not to
// move.
func (ref *reference) moveBack(i int) bool {
	if !ref.delayed(i) || ref.isFixed(i) {
		return false
	}
	s := ref.final(i, ref.scheduled[i], func(s cpm.Instant) bool {
		return s <= ref.early[i] || ref.followersAllow(i, s, ref.scheduled)
	})
	moved := s != ref.scheduled[i]
	ref.scheduled[i] = s
	return moved
}

// datesOf are all figures of an activity that is no summary.
func (ref *reference) datesOf(i int) cpm.Dates {
	if start, finish, is := ref.given(i); is && ref.earlyOnly(i) != nil {
		d := cpm.Dates{
			EarlyStart: start, EarlyFinish: finish, LateStart: ref.late[i], LateFinish: ref.end(i, ref.late[i]), Start: start, Finish: finish,
			TotalFloat: cpm.Work(ref.slip(i, ref.stood(i), ref.late[i])), FreeFloat: cpm.Work(ref.freeFloat(i)),
		}
		d.Critical = d.TotalFloat <= ref.in.Options.Critical
		return d
	} else if is {
		return cpm.Dates{
			EarlyStart: start, EarlyFinish: finish, LateStart: start, LateFinish: finish, Start: start, Finish: finish,
			Critical: ref.progress(i) == nil && ref.in.Options.Critical >= 0,
		}
	}
	d := cpm.Dates{
		EarlyStart: ref.early[i], EarlyFinish: ref.lastly(i, ref.early[i]),
		LateStart: ref.late[i], LateFinish: ref.lastly(i, ref.late[i]),
		Start: ref.scheduled[i], Finish: ref.lastly(i, ref.scheduled[i]),
		TotalFloat: cpm.Work(ref.totalFloat(i)), FreeFloat: cpm.Work(ref.freeFloat(i)),
	}
	if p := ref.progress(i); p != nil {
		d.EarlyStart, d.LateStart, d.Start = p.ActualStart, p.ActualStart, p.ActualStart
	}
	d.Critical = d.TotalFloat <= ref.in.Options.Critical
	return d
}

func (ref *reference) totalFloat(i int) int {
	finish := ref.slip(i, ref.early[i], ref.late[i])
	from := ref.demanded[i]
	if ref.isDelayed(i) {
		from = max(from, ref.early[i])
	}
	start := ref.plain(i).count(from, ref.late[i])
	switch kind := ref.in.Options.Float; {
	case kind == cpm.FinishFloat:
		return finish
	case ref.progress(i) == nil && kind == cpm.StartFloat:
		return start
	case ref.progress(i) == nil:
		return min(start, finish)
	case kind == cpm.StartFloat:
		return 0
	}
	return finish
}

// slip is the work from the finish of one start to that of another.
func (ref *reference) slip(i int, from, to cpm.Instant) int {
	return ref.plain(i).count(ref.end(i, from), ref.end(i, to))
}

// freeFloat tries how far an activity can slip.
func (ref *reference) freeFloat(i int) int {
	own := ref.in.Options.FreeFloat == cpm.FreeOfOwnLinks
	links := ref.followed(i, own)
	s, last := ref.early[i], ref.late[i]
	switch {
	case len(links) > 0:
		allowed := func(x cpm.Instant) bool {
			return !slices.ContainsFunc(links, func(l int) bool { return !ref.bears(l, i, x, ref.early) })
		}
		if !allowed(s) {
			return 0
		}
		// The last start that is allowed lies before the first that is not.
		far := ref.first(i, s, func(x cpm.Instant) bool { return !allowed(x) })
		if last = ref.earlier(i, far); own {
			last = min(last, ref.late[i])
		}
	case ref.in.Options.FreeFloat == cpm.FreeToFinish:
		last = ref.lastBy(i, ref.limit())
	}
	return max(ref.slip(i, s, last), 0)
}

// spanSummaries gives each summary what its leaves span.
func (ref *reference) spanSummaries() {
	for i := range ref.net.Activities {
		if isParent(ref.net, i) && !ref.isEffort(i) {
			ref.dates[i] = ref.span(i)
		}
	}
}

func (ref *reference) span(i int) cpm.Dates {
	d := ref.dates[ref.leaves[i][0]]
	for _, leaf := range ref.leaves[i] {
		x := ref.dates[leaf]
		d.EarlyStart, d.LateStart, d.Start = min(d.EarlyStart, x.EarlyStart), min(d.LateStart, x.LateStart), min(d.Start, x.Start)
		d.EarlyFinish, d.LateFinish, d.Finish = max(d.EarlyFinish, x.EarlyFinish), max(d.LateFinish, x.LateFinish), max(d.Finish, x.Finish)
		d.FreeFloat, d.Critical = min(d.FreeFloat, x.FreeFloat), d.Critical || x.Critical
	}
	c := ref.plain(i)
	start, finish := c.count(d.EarlyStart, d.LateStart), c.count(d.EarlyFinish, d.LateFinish)
	d.TotalFloat = cpm.Work(finish)
	switch ref.in.Options.Float {
	case cpm.StartFloat:
		d.TotalFloat = cpm.Work(start)
	case cpm.SmallestFloat:
		d.TotalFloat = cpm.Work(min(start, finish))
	}
	if ref.in.Options.FreeFloat == cpm.FreeOfOwnLinks {
		d.FreeFloat = cpm.Work(max(min(ref.summarySlip(i, &d), int(d.TotalFloat)), 0))
	}
	return d
}

// summarySlip is how far a summary can slip as one until its own links move what
// follows; far if there are none.
func (ref *reference) summarySlip(i int, d *cpm.Dates) int {
	slip := 1 << 20
	for l := range ref.net.Links {
		link := &ref.net.Links[l]
		if link.From != i || ref.isEffort(link.To) || !slices.ContainsFunc(ref.leaves[link.To], func(to int) bool { return ref.asksVia(l, to) }) {
			continue
		}
		x := d.EarlyStart
		if fromFinish(link) {
			x = d.EarlyFinish
		}
		slip = min(slip, steps(func(n int) bool {
			return n >= int(d.TotalFloat) || !ref.bearsFrom(l, ref.slipped(i, link, x, n+1), ref.early)
		}))
	}
	return slip
}

// slipped is a summary's end after some working ticks of its calendar, as links
// see it: the earliest instant, or the day of it.
func (ref *reference) slipped(i int, l *cpm.Link, x cpm.Instant, ticks int) int {
	y := ref.plain(i).forth(x, ticks)
	if !inMonths(l) {
		return int(y)
	}
	// It is dated as the leaf that dates it.
	dated := -1 << 30
	if !fromFinish(l) {
		dated = 1 << 30
	}
	for _, leaf := range ref.leaves[i] {
		if at := ref.leaving(l, leaf, ref.early[leaf], ref.lastly); fromFinish(l) {
			dated = max(dated, at)
		} else {
			dated = min(dated, at)
		}
	}
	return int(ref.day(y, fromFinish(l) && int(ref.net.LastDay(x)) == dated))
}
