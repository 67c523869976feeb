package cpm

import (
	"math"
	"slices"
)

// A Crash says how far an activity can be shortened, and at what price.
type Crash struct {
	Activity int

	// Limit is by how many working ticks at most. Work keeps at least one tick:
	// more counts as all but that one. Finished work, milestones, summaries
	// and levels of effort have nothing to be shortened.
	Limit Work

	// Price is what each tick costs, at least 1. All limits times their prices
	// are to come to less than 2^62.
	Price int64
}

// Length returns what is to be worked of an activity: its duration, or what remains
// of work under way; nothing of what has no length of its own, is finished or has
// fixed dates.
func (r *Result) Length(activity int) Work {
	if !r.has(activity) || r.graph.position[activity] < 0 {
		return 0
	}
	return r.spots[r.graph.position[activity]].duration
}

// Room returns by how much a limit lets an activity be shortened at most: one tick
// of its Length is left.
func (r *Result) Room(limit Crash) Work {
	return max(min(limit.Limit, r.Length(limit.Activity)-1), 0)
}

// What ToMeet finds.
const (
	CrashRange FaultCode = "crash-range" // a limit not in 0..MaxWork, or a price below 1 or too high
	CrashTwice FaultCode = "crash-twice" // two limits for one activity

	// EffortTarget is a level of effort as target, which nothing drives.
	EffortTarget FaultCode = "effort-target"
)

// maxCost bounds the price of all that can be shortened, so that sums of two
// fit.
const maxCost = math.MaxInt64 / 2

// checkCrash finds what is wrong with a question to ToMeet.
func (g *Graph) checkCrash(target int, by Instant, limits []Crash) Faults {
	var faults Faults
	add := func(code FaultCode, activity int, value int64) {
		f := fault(code)
		f.Value = value
		if activity >= 0 && activity < len(g.keys) {
			f.Activity, f.Keys = activity, []string{g.keys[activity]}
		}
		faults = append(faults, f)
	}
	if target < 0 || target >= len(g.activities) {
		add(UnknownActivity, -1, int64(target))
	} else if g.isEffort(target) {
		add(EffortTarget, target, 0)
	}
	if !inHorizon(by) {
		add(DateRange, -1, int64(by))
	}
	seen := make(map[int]bool, len(limits))
	left := int64(maxCost)
	for _, c := range limits {
		switch {
		case c.Activity < 0 || c.Activity >= len(g.activities):
			add(UnknownActivity, -1, int64(c.Activity))
			continue
		case !inWork(c.Limit):
			add(CrashRange, c.Activity, int64(c.Limit))
		case c.Price < 1 || c.Limit > 0 && c.Price > left/int64(c.Limit):
			add(CrashRange, c.Activity, c.Price)
		default:
			left -= c.Price * int64(c.Limit)
		}
		if seen[c.Activity] {
			add(CrashTwice, c.Activity, 0)
		}
		seen[c.Activity] = true
	}
	return faults
}

// Input returns a copy of the input that the question was asked for, with
// durations, and what remains of work under way, shortened as the cut says. The
// graph is that of ToMeet.
func (c *Cut) Input(g *Graph, in *Input) *Input {
	if c == nil || g == nil || in == nil {
		return in
	}
	out := *in
	out.Durations = g.durationsFor(in)
	out.Progress = slices.Clone(in.Progress)
	shorter := make(map[int]Work, len(c.Shorten))
	for _, s := range c.Shorten {
		if s.Activity < 0 || s.Activity >= len(out.Durations) {
			continue
		}
		out.Durations[s.Activity] = max(out.Durations[s.Activity]-s.Ticks, 0)
		shorter[s.Activity] += s.Ticks
	}
	for i := range out.Progress {
		p := &out.Progress[i]
		p.Remaining = max(p.Remaining-shorter[p.Activity], 0)
	}
	return &out
}

// durationsFor returns a copy of the durations that an input is solved with.
func (g *Graph) durationsFor(in *Input) []Work {
	if in.Durations != nil {
		return slices.Clone(in.Durations)
	}
	return slices.Clone(g.durations)
}
