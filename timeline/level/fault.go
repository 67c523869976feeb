package level

import (
	"fmt"
	"strings"
)

// FaultCode says what is wrong with a problem. The codes are permanent.
type FaultCode string

// What Load, Smooth and Level find beyond the faults of the engine.
const (
	NoProblem        FaultCode = "no-problem"        // a nil problem, result or context
	UnknownCalendar  FaultCode = "unknown-calendar"  // a resource's calendar is none of the network's
	UnknownActivity  FaultCode = "unknown-activity"  // index out of range
	UnknownResource  FaultCode = "unknown-resource"  // index out of range
	UnitsRange       FaultCode = "units-range"       // below zero or above MaxUnits
	TicksRange       FaultCode = "ticks-range"       // a stretch of no ticks
	ChangeReversed   FaultCode = "change-reversed"   // a change that ends before it begins
	WeightRange      FaultCode = "weight-range"      // not in 1..MaxWeight
	PeriodsUnordered FaultCode = "periods-unordered" // a period that begins before the one before it
	TooLong          FaultCode = "too-long"          // more than MaxCells would have to be looked at
	KnownLength      FaultCode = "known-length"      // not one start for each activity
	FromFinish       FaultCode = "from-finish"       // Input.FromFinish: everything is as late as possible already
)

// A Fault is one thing that is wrong. Indices that do not apply are -1.
type Fault struct {
	Code                          FaultCode
	Resource, Demand, Due, Period int
	Value                         int64
}

// Faults are all that is wrong with a problem; errors.As reaches them.
type Faults []Fault

// Error lists the faults, one a line.
func (fs Faults) Error() string {
	var b strings.Builder
	for i, f := range fs {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "level: %s", f.Code)
		for _, at := range []struct {
			name  string
			index int
		}{{"resource", f.Resource}, {"demand", f.Demand}, {"due", f.Due}, {"period", f.Period}} {
			if at.index >= 0 {
				fmt.Fprintf(&b, " %s %d", at.name, at.index)
			}
		}
		fmt.Fprintf(&b, " (%d)", f.Value)
	}
	return b.String()
}

func fault(code FaultCode, value int64) Fault {
	return Fault{Code: code, Resource: -1, Demand: -1, Due: -1, Period: -1, Value: value}
}

// check finds what is wrong with a problem beyond its network and input.
func (p *Problem) check() Faults {
	var out Faults
	for i := range p.Resources {
		p.Resources[i].check(i, max(len(p.Network.Calendars), 1), &out)
	}
	for i := range p.Demands {
		p.checkDemand(i, &out)
	}
	for i, d := range p.Dues {
		if d.Activity < 0 || d.Activity >= len(p.Network.Activities) {
			f := fault(UnknownActivity, int64(d.Activity))
			f.Due = i
			out = append(out, f)
		}
		if d.Weight < 1 || d.Weight > MaxWeight {
			f := fault(WeightRange, d.Weight)
			f.Due = i
			out = append(out, f)
		}
	}
	return out
}

func (r *Resource) check(i, calendars int, out *Faults) {
	add := func(code FaultCode, value int64) {
		f := fault(code, value)
		f.Resource = i
		*out = append(*out, f)
	}
	if r.Calendar < -1 || r.Calendar >= calendars {
		add(UnknownCalendar, int64(r.Calendar))
	}
	if !isUnits(r.Units) {
		add(UnitsRange, r.Units)
	}
	for _, c := range r.Changes {
		if !isUnits(c.Units) {
			add(UnitsRange, c.Units)
		}
		if c.Until < c.From {
			add(ChangeReversed, int64(c.From))
		}
	}
}

func (p *Problem) checkDemand(i int, out *Faults) {
	d := &p.Demands[i]
	add := func(code FaultCode, value int64) {
		f := fault(code, value)
		f.Demand = i
		*out = append(*out, f)
	}
	if d.Activity < 0 || d.Activity >= len(p.Network.Activities) {
		add(UnknownActivity, int64(d.Activity))
	}
	if d.Resource < 0 || d.Resource >= len(p.Resources) {
		add(UnknownResource, int64(d.Resource))
	}
	for _, v := range []int64{d.Units, d.Total} {
		if !isUnits(v) {
			add(UnitsRange, v)
		}
	}
	for _, s := range d.Profile {
		if !isUnits(s.Units) {
			add(UnitsRange, s.Units)
		}
		if s.Ticks < 1 {
			add(TicksRange, int64(s.Ticks))
		}
	}
}

func isUnits(v int64) bool { return v >= 0 && v <= MaxUnits }
