package cpm

// Options are the points in which scheduling programs differ. The zero value
// schedules by logic alone: constraints never pull an activity before its
// predecessors, remaining work waits for them, float is counted at the finish.
type Options struct {
	// Float says which float is the total float.
	Float FloatKind

	// FreeFloat says what bounds the free float.
	FreeFloat FreeFloatKind

	// Critical is the largest total float of a critical activity.
	Critical Work

	// HonorConstraints lets StartNoLaterThan and FinishNoLaterThan pull early
	// dates before what the links demand, as Microsoft Project does when
	// "tasks will always honor their constraint dates". MustStartOn and
	// MustFinishOn always fix early dates.
	HonorConstraints bool

	// Progress says what links mean for work that has started.
	Progress ProgressMode

	// StartLag says from where the lag of a start-to-start link counts when the
	// predecessor has started.
	StartLag StartLagMode

	// Finished says what links to finished work mean for what follows it.
	Finished FinishedMode

	// ALAP says how far AsLateAsPossible delays an activity.
	ALAP ALAPMode
}

// FloatKind says at which end total float is counted. Because an activity's
// time is counted on its own calendar, the ends differ only for what is in
// progress, whose start has happened and cannot slip, for what pauses, and for
// what a constraint pulls: at the start its float counts from what its links
// demand.
type FloatKind uint8

// The ends at which float is counted.
const (
	FinishFloat   FloatKind = iota // late finish less early finish
	StartFloat                     // late start less early start; none of work in progress
	SmallestFloat                  // the smaller of both; of work in progress that at the finish
)

// FreeFloatKind says what bounds the free float.
type FreeFloatKind uint8

const (
	// FreeOfAllLinks counts up to the next activity that any link would move,
	// those of the summaries above included; it can exceed the total float
	// where a bound is nearer than the next activity. Without any it is the total
	// float.
	FreeOfAllLinks FreeFloatKind = iota
	// FreeOfOwnLinks leaves out the links that start at a summary above, and
	// is never more than the total float: Microsoft Project's meaning.
	FreeOfOwnLinks
	// FreeToFinish is FreeOfAllLinks, but without a next activity it counts up
	// to the finish that late dates are counted from, whatever else bounds the
	// activity: Primavera's meaning. Its documentation says nothing of it; MPXJ,
	// which holds its scheduler against files of Primavera, counts the same up to
	// the project's scheduled finish (PrimaveraSlackCalculator).
	FreeToFinish
)

// ProgressMode says what links mean for an activity that has started before
// its predecessors allow it.
type ProgressMode uint8

const (
	// RetainedLogic lets the remaining work wait for the predecessors.
	RetainedLogic ProgressMode = iota
	// ProgressOverride lets the remaining work go on regardless.
	ProgressOverride
)

// StartLagMode says from where the lag of a start-to-start link counts when the
// predecessor is under way. From what has finished it counts from the actual
// start. A lag of months always does, and one to a level of effort, which spans
// the dates that others have.
//
// "Use this option to specify whether to subtract the lag from the predecessor's
// internal early start date or its actual start date" (Oracle, P6 help, Calculate
// start-to-start lag from). The arithmetic of both is that of the help of
// Primavera Project Planner, as quoted on Planning Planet, "The difference between
// calculating start to start lag methods": the lag that has expired is "the number
// of workperiods between the actual start and the data date".
type StartLagMode uint8

const (
	// LagFromActualStart counts the lag from the actual start: what follows
	// depends on the time that has gone by, whatever has been done in it.
	LagFromActualStart StartLagMode = iota
	// LagFromEarlyStart counts what is left of the lag, no less than nothing, from
	// where the predecessor goes on: what follows waits with it for what holds it
	// up. What has gone by of the lag is counted up to the data date, or without
	// one up to where the work would stand. Primavera's default.
	LagFromEarlyStart
)

// FinishedMode says what links to finished work mean for what follows it. The
// two differ where work has finished before its predecessors allow it.
type FinishedMode uint8

const (
	// FinishedStops lets what follows count from the actual dates alone.
	FinishedStops FinishedMode = iota
	// FinishedCarries lets what follows wait, under RetainedLogic, for the
	// unfinished predecessors of finished work too, as if the work were still to
	// be done but took no time: from there what is left of the lag is counted, no
	// less than nothing, and of months none, so that one date follows the other.
	// Drivers and paths go through the finished work. Links on summaries above the
	// finished work, to them or from them, do not carry.
	// Primavera's meaning: what follows finished work starts after the predecessors
	// of that work (Plan Academy, How to find out-of-sequence activities in
	// Primavera P6 Professional, 2017; Leopard Project Controls, Effect of retained
	// logic, progress override, and actual dates, 2022, activity D).
	FinishedCarries
)

// ALAPMode says how far AsLateAsPossible delays an activity.
type ALAPMode uint8

const (
	// ALAPFreeFloat delays it until the next scheduled successor would move.
	ALAPFreeFloat ALAPMode = iota
	// ALAPTotalFloat delays it to its late dates: Microsoft Project's meaning.
	ALAPTotalFloat
	// ALAPEarlyDates delays it as ALAPFreeFloat does, and its early dates with it,
	// so that no free float is left, nor total float where that was all of it:
	// Primavera's meaning ("sets the activity's early dates as late as possible
	// without affecting successor activities", Oracle, P6 Web Access, types of
	// activity constraints).
	ALAPEarlyDates
)

// MicrosoftProject returns the options that reproduce Microsoft Project's
// defaults.
func MicrosoftProject() Options {
	return Options{
		Float:            SmallestFloat,
		FreeFloat:        FreeOfOwnLinks,
		HonorConstraints: true,
		Progress:         ProgressOverride,
		ALAP:             ALAPTotalFloat,
	}
}

// Primavera returns the options that reproduce the defaults of Primavera P6.
// Its "start on" is a StartNoEarlierThan and a StartNoLaterThan at one
// instant, its "mandatory start" is MustStartOn.
func Primavera() Options {
	return Options{FreeFloat: FreeToFinish, StartLag: LagFromEarlyStart, Finished: FinishedCarries, ALAP: ALAPEarlyDates}
}
