package cpm

// A Network says which activities there are, on which calendars they are
// worked and how they wait for each other. Activities, links and calendars
// are named by their index in these slices; keys are labels that faults and
// reports carry.
type Network struct {
	// Epoch is the day whose first tick is instant 0. The zero value is
	// 1 January 1970; with one tick a day, instants are then Days.
	Epoch Day

	// TicksPerDay is the resolution: 1 for days, 1440 for minutes. Zero means
	// one. At most 86,400.
	TicksPerDay int32

	// Calendars are the working times. Without any there is one calendar,
	// on which every tick is worked.
	Calendars []Calendar

	Activities []Activity
	Links      []Link

	// Parents makes a hierarchy: Parents[i] is the index of the summary that
	// activity i belongs to, or -1. Nil means that there is no hierarchy. An
	// activity that is somebody's parent is a summary: it has no duration of
	// its own and spans its children. A link from it counts from the first start
	// or the last finish below; a link to it holds every leaf below.
	Parents []int
}

// An Activity is one piece of work, or a point in time.
type Activity struct {
	// Key is the caller's name for the activity; the engine only repeats it.
	Key string

	// Calendar is the index of the calendar the activity is worked on.
	Calendar int

	// Duration is in working ticks of the calendar, at most MaxWork.
	Duration Work

	// Milestone marks a point in time. It has no duration (one that it is given
	// counts as none, with a warning) and takes the very
	// instant that the logic gives it, working time or not; its calendar
	// counts its float. An activity with no duration that is not a milestone
	// waits for the next working tick, and starts and finishes where that begins.
	Milestone bool

	// Side says which day a milestone belongs to; it is ignored elsewhere.
	Side Side

	// LevelOfEffort marks work without a length of its own, which goes on while
	// others do: a hammock. Links that touch its start say what it starts with,
	// the earliest of them; links that touch its finish what it finishes with,
	// the latest of them; it may be their predecessor or their successor. Without
	// a link on a side it is the project's start or finish. It has early dates
	// from early ones, late from late and scheduled from scheduled. It moves
	// nothing, holds nobody and is in nobody's way, has no float, is never
	// critical, and cycles through it are none. Summaries do not span it, unless
	// there is nothing else below them. Links between two of them are ignored,
	// with a warning.
	LevelOfEffort bool
}

// A Side is that of a day at which a milestone stands. It matters for lags of
// months only: everywhere else a milestone is the instant that it has.
type Side uint8

const (
	// StartSide is the begin of a day: the date of the milestone is the day that
	// holds its instant.
	StartSide Side = iota
	// FinishSide is the end of a day: its date is the last day before its
	// instant, as that of a finish of work, so that a month from the end of
	// 31 December is the end of January and not 1 February. As the successor of a
	// lag of months it is reached when the day is over.
	FinishSide
)

// A Link makes the activity To wait for the activity From.
type Link struct {
	From, To int
	Type     LinkType
	Lag      Lag
}

// LinkType says which end of the predecessor holds which end of the successor.
type LinkType uint8

// The four types of links.
const (
	FS LinkType = iota // finish to start: To starts when From has finished
	SS                 // start to start: To starts when From has started
	FF                 // finish to finish: To finishes when From has finished
	SF                 // start to finish: To finishes when From has started
)

// String returns the usual two letters.
func (t LinkType) String() string {
	switch t {
	case FS:
		return "FS"
	case SS:
		return "SS"
	case FF:
		return "FF"
	case SF:
		return "SF"
	}
	return "?"
}

// fromFinish and toFinish say which ends the link joins.
func (t LinkType) fromFinish() bool { return t == FS || t == FF }
func (t LinkType) toFinish() bool   { return t == FF || t == SF }

// A Lag is the time that must pass between the two ends of a link; a negative
// one is a lead. Every lag is a pair of monotone functions on time with
// forward(x) <= y exactly when x <= backward(y), so that early and late dates
// speak of the same rule.
type Lag struct {
	// Value is a number of ticks, months, or hundredths of a percent,
	// according to Unit. Ticks are bounded by MaxWork, months by MaxMonths,
	// percentages by 1,000,000 (10,000 %).
	Value int32

	Unit LagUnit

	// Roll moves the date that a lag of months falls on to a working day of
	// the activity it falls on.
	Roll Roll

	// EndOfMonth lets a lag of months run to the last day of the month it
	// falls in, as a notice "to the end of a month" does.
	EndOfMonth bool

	// Calendar is the calendar of a lag in WorkOfCalendar.
	Calendar int
}

// LagUnit says what a lag is counted in.
type LagUnit uint8

const (
	// WorkOfPredecessor counts working ticks of the predecessor's calendar.
	WorkOfPredecessor LagUnit = iota
	// WorkOfSuccessor counts working ticks of the successor's calendar.
	WorkOfSuccessor
	// WorkOfCalendar counts working ticks of Lag.Calendar.
	WorkOfCalendar
	// Elapsed counts all ticks.
	Elapsed
	// Percent is a share of the predecessor's duration in hundredths of a
	// percent (5000 is half of it), rounded to the nearest tick, halves away
	// from zero, at most MaxWork, and counted as WorkOfPredecessor.
	Percent
	// PercentElapsed is the same share, counted as Elapsed.
	PercentElapsed
	// MonthsFromPredecessor adds calendar months to the date of the
	// predecessor: its first day for a start, its last day for a finish, the
	// day that Activity.Side says for a milestone. The day of the month is
	// kept, or becomes the last of a shorter month. The successor starts, or
	// finishes, on that date or later.
	MonthsFromPredecessor
	// MonthsFromSuccessor subtracts calendar months from the date of the
	// successor; the predecessor starts, or finishes, on that date or earlier.
	// "Three months before go-live" is this one.
	MonthsFromSuccessor
)

func (u LagUnit) isShare() bool  { return u == Percent || u == PercentElapsed }
func (u LagUnit) inMonths() bool { return u >= MonthsFromPredecessor }

// Roll says what becomes of a date that is no working day.
type Roll uint8

// The ways to roll.
const (
	NoRoll     Roll = iota // leave it
	RollBefore             // the last working day before
	RollAfter              // the first working day after
)

func (n *Network) ticksPerDay() int64 {
	if n.TicksPerDay == 0 {
		return 1
	}
	return int64(n.TicksPerDay)
}

// StartOf returns the first instant of a day. Dates beyond the horizon stop
// at it.
func (n *Network) StartOf(d Day) Instant {
	return Instant(clamp((int64(d) - int64(n.Epoch)) * n.ticksPerDay()))
}

// EndOf returns the instant at which a day is over, which is the first of the
// next: "by 1 June" is a finish no later than EndOf that day.
func (n *Network) EndOf(d Day) Instant {
	return Instant(clamp((int64(d) - int64(n.Epoch) + 1) * n.ticksPerDay()))
}

// FirstDay returns the day that holds x: the day of a start.
func (n *Network) FirstDay(x Instant) Day {
	return Day(floorDiv(int64(x), n.ticksPerDay()) + int64(n.Epoch))
}

// LastDay returns the day that holds the tick before x: the day of a finish.
func (n *Network) LastDay(x Instant) Day { return n.FirstDay(x - 1) }
