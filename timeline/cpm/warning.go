package cpm

import "slices"

// A Warning is something odd in a network or an input that did not keep it from
// being computed: by the rule that its code names. Indices that do not apply are
// -1.
type Warning struct {
	Code WarningCode

	// Activity, Link, Calendar, Constraint and Progress are indices into the slices
	// of the Network or the Input.
	Activity, Link, Calendar, Constraint, Progress int

	// Keys are the caller's names for what the warning is about: the activity or
	// calendar, or both ends of the link.
	Keys []string

	// Value is what was found, where that is a number, or the index where the
	// code says so.
	Value int64
}

// WarningCode says what is odd, and what was made of it. The codes are permanent.
type WarningCode string

// What Build finds.
const (
	MilestoneDuration WarningCode = "milestone-duration" // a milestone has a duration: it is taken for none
	SummaryDuration   WarningCode = "summary-duration"   // a summary has a duration or is marked as something else: it spans what lies below it
	EffortDuration    WarningCode = "effort-duration"    // a level of effort has a duration or is marked as a milestone: it spans what it is linked to
	DurationNegative  WarningCode = "duration-negative"  // Value is below zero, in the network or in the input: none
	ShiftEmpty        WarningCode = "shift-empty"        // Value, where a shift begins, is not before where it ends: no work
	ShiftOutside      WarningCode = "shift-outside"      // Value, where a shift begins, or its end is outside the day: what lies in the day counts
	ExceptionReversed WarningCode = "exception-reversed" // Value, in Calendar.Exceptions, ends before it begins: none
	EffortLink        WarningCode = "effort-link"        // between two levels of effort, or one and a summary of nothing else: ignored
)

// What Solve finds.
const (
	StartAfterDataDate  WarningCode = "start-after-data-date"  // started after the data date: what remains goes on from the actual start
	FinishAfterDataDate WarningCode = "finish-after-data-date" // finished after the data date: the dates stand
	FinishBeforeStart   WarningCode = "finish-before-start"    // finished before it started: the finish stands for both
	RemainingIgnored    WarningCode = "remaining-ignored"      // work remains of what is finished or a milestone: none does
	RemainingNegative   WarningCode = "remaining-negative"     // Value is below zero: nothing remains
	ProgressSummary     WarningCode = "progress-summary"       // progress on a summary: ignored
	ProgressTwice       WarningCode = "progress-twice"         // a second entry for one activity: the first one counts
	DelayNegative       WarningCode = "delay-negative"         // Value is below zero: none
	DelayIgnored        WarningCode = "delay-ignored"          // Value, in Input.Delays, is about no work of its own, fixed dates or what has started: ignored
	DelayTwice          WarningCode = "delay-twice"            // Value is a second entry for one activity: the first one counts
	PauseEmpty          WarningCode = "pause-empty"            // Value, in Input.Pauses, ends before it begins or at once: none
	PauseIgnored        WarningCode = "pause-ignored"          // Value, in Input.Pauses, is about no work of its own, fixed dates or finished work: ignored
	PauseTwice          WarningCode = "pause-twice"            // Value is a second entry for one activity: the first one counts
	ConstraintSummary   WarningCode = "constraint-summary"     // of a kind that binds no summary: ignored
	ProgressEffort      WarningCode = "progress-effort"        // progress on a level of effort: ignored
	ConstraintEffort    WarningCode = "constraint-effort"      // of a kind that binds no level of effort, or on a summary of nothing else: ignored
	FixedIgnored        WarningCode = "fixed-ignored"          // Value, in Input.Fixed, is about a summary, a level of effort or what has started: ignored
	FixedTwice          WarningCode = "fixed-twice"            // Value is a second entry for one activity: the first one counts
	FixedDates          WarningCode = "fixed-dates"            // Value has its finish before its start: the finish stands for both
)

// warningFact is a Warning without keys.
type warningFact struct {
	code                                           WarningCode
	activity, link, calendar, constraint, progress int32
	value                                          int64
}

// noted starts a warning about nothing in particular.
func noted(code WarningCode, activity int) warningFact {
	return warningFact{code, int32(activity), -1, -1, -1, -1, 0}
}

// warn notes what is odd about an activity.
func (r *Result) warn(code WarningCode, activity int) *warningFact {
	r.warned = append(r.warned, noted(code, activity))
	return &r.warned[len(r.warned)-1]
}

// Warnings returns all that is odd in the network and in the input that was
// solved for, in that order, and each in the order of its entries; nil if there
// is nothing.
func (r *Result) Warnings() []Warning {
	if !r.isSolved() {
		return nil
	}
	var out []Warning
	for _, w := range slices.Concat(r.graph.warned, r.warned) {
		out = append(out, r.graph.warning(w))
	}
	return out
}

func (g *Graph) warning(w warningFact) Warning {
	out := Warning{w.code, int(w.activity), int(w.link), int(w.calendar), int(w.constraint), int(w.progress), nil, w.value}
	switch {
	case w.calendar >= 0:
		out.Keys = []string{g.calendarKeys[w.calendar]}
	case w.link >= 0:
		l := &g.links[w.link]
		out.Keys = []string{g.keys[l.from], g.keys[l.to]}
	case w.activity >= 0:
		out.Keys = []string{g.keys[w.activity]}
	}
	return out
}
