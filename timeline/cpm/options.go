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
	// activity: Primavera's meaning.
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
func Primavera() Options { return Options{FreeFloat: FreeToFinish, ALAP: ALAPEarlyDates} }
