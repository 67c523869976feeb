package mspdi

// A NotHonoured is something that a file says and a network does not have, or
// has otherwise.
type NotHonoured struct {
	// UID is that of the task; None where the project, a calendar, a resource
	// or an assignment says it.
	UID int

	// Field is the element of the file, below the task where there is one:
	// "LevelingDelay", "PredecessorLink.LinkLag", "Calendar[3].Exception.Type".
	Field string

	Why Reason
}

// Reason says why something is not honoured, and what is done in its place. The
// reasons are permanent.
type Reason string

// What is wrong with a value itself.
const (
	Unreadable  Reason = "unreadable"    // no value of its kind: as when absent
	OutOfBounds Reason = "out-of-bounds" // beyond what the element can be: as when absent
	Rounded     Reason = "rounded"       // to a whole number, halves away from zero
	ZoneDropped Reason = "zone-dropped"  // a moment of a time zone: the clock time that is written
	TimeAssumed Reason = "time-assumed"  // a day without a time: its first moment, or its end for what finishes
	Reversed    Reason = "reversed"      // it ends before it begins: as when absent

	// Missing is an element without which another means nothing: as when both
	// are absent, but for a StartDate, in whose place the first date of any
	// task counts, and for an ActualStart and an ActualFinish, in whose place the
	// task's Start and Finish do. Without a Start and a Finish a task that is
	// scheduled by hand is scheduled by logic.
	Missing Reason = "missing"
	// TooMany are more than are taken, those that are left out being as when
	// absent: days of exceptions in all calendars.
	TooMany Reason = "too-many"
	// Twice is a task with the UID of one before it: links mean the first.
	Twice Reason = "twice"
)

// What the network has no place for.
const (
	// ManyPaths is a project in which late dates count from the end of each chain
	// of tasks: they count from the end of the project.
	ManyPaths Reason = "many-paths"
	// UnknownTask is a link from a task that is not in the file: it does not bind.
	UnknownTask Reason = "unknown-task"
	// OtherProject is a link from a task of another project that is not in the
	// file: the task starts no earlier than the file says.
	OtherProject Reason = "other-project"
	// Subproject is a project that is kept in another file: the task stands for
	// it, with the dates that the file says.
	Subproject Reason = "subproject"
	// OwnSummary is a link between a task and itself or a summary above it: it
	// does not bind.
	OwnSummary Reason = "own-summary"
	// OfSummary is what a summary cannot have of its own: its tasks date it.
	OfSummary Reason = "of-summary"
	// Split is a task whose dates in the file hold more working time than its
	// duration: it is worked in several parts, or at times that the file does not
	// say. It is scheduled in one piece, a pause of work in progress aside.
	Split Reason = "split"
	// ResourceCalendar is a resource that works at other times than the task,
	// which is worked at its own.
	ResourceCalendar Reason = "resource-calendar"
	// AssignmentDelay is a task of which every resource begins later than the
	// task does: it starts without the delay.
	AssignmentDelay Reason = "assignment-delay"
	// UnknownCalendar is one that is not in the file: the project's stands for
	// it, the standard calendar for the project's or for a base.
	UnknownCalendar Reason = "unknown-calendar"
	// NoWorkingTime is a calendar without a day of the week that is worked: the
	// week of the standard calendar stands for its own.
	NoWorkingTime Reason = "no-working-time"
	// UnknownRecurrence is a way to recur that is not known: day by day.
	UnknownRecurrence Reason = "unknown-recurrence"
)
