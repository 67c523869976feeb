package cpm

import (
	"fmt"
	"strings"
)

// A Fault is one thing that makes it impossible to compute a network or an
// input; what is only odd is a [Warning]. Indices that do not apply are -1.
type Fault struct {
	Code FaultCode

	// Activity, Link, Calendar, Constraint and Progress are indices into the
	// slices of the Network or the Input.
	Activity, Link, Calendar, Constraint, Progress int

	// Keys are the caller's names for what the fault is about: the activity
	// or calendar, or both ends of the link.
	Keys []string

	// Cycle holds the activities of a cycle in the direction of its links,
	// each waiting for the one before and the first for the last. No link
	// joins two of them other than along the cycle. Keys names them.
	Cycle []int

	// Value is what was found, where that is a number.
	Value int64

	// Part is what Unsupported is about.
	Part Part
}

// FaultCode says what is wrong. The codes are permanent.
type FaultCode string

// What Build finds.
const (
	TicksPerDayRange  FaultCode = "ticks-per-day-range" // not in 0..86,400
	EpochRange        FaultCode = "epoch-range"         // outside the years -9999 to 9999
	TooManyActivities FaultCode = "too-many-activities" // more than 2^27, or links more than 2^28
	TooManyCalendars  FaultCode = "too-many-calendars"  // more than 65,534
	ExceptionRange    FaultCode = "exception-range"     // outside MaxExceptionSpan
	NoWorkingTime     FaultCode = "no-working-time"     // no tick of a calendar's week is worked
	UnknownCalendar   FaultCode = "unknown-calendar"    // index out of range
	ParentsLength     FaultCode = "parents-length"      // not one entry for each activity
	UnknownParent     FaultCode = "unknown-parent"      // index out of range
	ParentCycle       FaultCode = "parent-cycle"        // an activity below itself
	DurationRange     FaultCode = "duration-range"      // more than MaxWork; in a Batch, below zero as well
	UnknownActivity   FaultCode = "unknown-activity"    // index out of range
	SelfLink          FaultCode = "self-link"           // from an activity to itself
	SummaryLink       FaultCode = "summary-link"        // between a summary and something below it
	LinkTypeUnknown   FaultCode = "link-type-unknown"   // none of FS, SS, FF, SF
	LagUnitUnknown    FaultCode = "lag-unit-unknown"    // none of the units, or no such roll
	LagRange          FaultCode = "lag-range"           // beyond the bound of its unit
	LinkCycle         FaultCode = "cycle"               // activities that wait for each other
)

// What Solve finds.
const (
	DurationsLength   FaultCode = "durations-length"   // not one entry for each activity
	LagsLength        FaultCode = "lags-length"        // not one entry for each link
	StartsLength      FaultCode = "starts-length"      // not one entry for each activity
	DateRange         FaultCode = "date-range"         // an instant beyond Horizon
	ConstraintUnknown FaultCode = "constraint-unknown" // no such kind
	RemainingRange    FaultCode = "remaining-range"    // more than MaxWork, of work in progress
	FinishMissing     FaultCode = "finish-missing"     // FromFinish without MustFinish
	DelayRange        FaultCode = "delay-range"        // more than MaxWork
	OptionUnknown     FaultCode = "option-unknown"     // a value that no option has
	Unsupported       FaultCode = "unsupported"        // a Part of the input that ToMeet or ForwardBatch does not reckon with
	WrongResult       FaultCode = "wrong-result"       // a nil graph, input or result, or a result that is not solved
)

// String describes the fault in English by the caller's keys.
func (f Fault) String() string {
	var b strings.Builder
	b.WriteString(string(f.Code))
	sep := ": "
	join := ", "
	if f.Code == LinkCycle || f.Link >= 0 || f.Code == ParentCycle {
		join = " -> "
	}
	for i, k := range f.Keys {
		if i > 0 {
			sep = join
		}
		if i == maxKeysShown {
			fmt.Fprintf(&b, "%s… (%d in all)", sep, len(f.Keys))
			break
		}
		fmt.Fprintf(&b, "%s%q", sep, k)
	}
	for _, place := range []struct {
		name  string
		index int
	}{
		{"activity", f.Activity}, {"link", f.Link}, {"calendar", f.Calendar},
		{"constraint", f.Constraint}, {"progress", f.Progress},
	} {
		if place.index >= 0 {
			fmt.Fprintf(&b, " [%s %d]", place.name, place.index)
		}
	}
	if f.Part != "" {
		fmt.Fprintf(&b, " [%s]", f.Part)
	}
	return b.String()
}

// maxKeysShown bounds the text of a cycle; the Fault holds all of it.
const maxKeysShown = 20

// Faults are all that is wrong, one part of the network or the input after the
// other and in the order of its entries. It is the error that Build and Solve
// return; errors.As reaches it.
type Faults []Fault

// Error lists the faults, one a line, at most a hundred of them.
func (fs Faults) Error() string {
	var b strings.Builder
	b.WriteString("cpm: ")
	for i, f := range fs {
		if i > 0 {
			b.WriteString("\n")
		}
		if i == 100 {
			fmt.Fprintf(&b, "… and %d more", len(fs)-i)
			break
		}
		b.WriteString(f.String())
	}
	return b.String()
}

// fault starts a Fault about nothing in particular.
func fault(code FaultCode) Fault {
	return Fault{Code: code, Activity: -1, Link: -1, Calendar: -1, Constraint: -1, Progress: -1}
}

func (fs Faults) orNil() error {
	if len(fs) == 0 {
		return nil
	}
	return fs
}
