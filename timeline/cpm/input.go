package cpm

// An Input is what a Graph is solved for. The zero value means: start at
// instant 0, durations and lags of the network, no constraints, nothing done
// yet, default options.
type Input struct {
	// Start is the earliest instant of any activity that has not started.
	Start Instant

	// Starts takes the place of Start, by activity, and may lie before it:
	// several projects in one network, or work without predecessors that must
	// not start before a date of its own. Nil means Start for all. Values of
	// summaries and levels of effort are ignored.
	Starts []Instant

	// MustFinish, when set, replaces the latest early finish as the instant
	// by which everything has to be finished; earlier than that, it makes
	// float negative.
	MustFinish *Instant

	// FromFinish schedules back from MustFinish, which has to be set, as Microsoft
	// Project does when "schedule from" is the project finish date: everything is
	// as late as possible. Late dates come first, counted back from MustFinish. The
	// project starts with the earliest late start of what has not started
	// (Result.Start; Start and Starts are not looked at), and early dates are
	// counted on from there, so that float is what lies between, and negative
	// where MustFinish cannot be met. Scheduled dates are the late ones, or early
	// ones that are later, and whatever links then push. An AsSoonAsPossible
	// constraint keeps an activity to its early dates, after what is scheduled
	// before it.
	//
	// A link from the start of a summary binds what is first below it by early
	// dates, and so the late dates depend on the start. Where no start is the
	// earliest late start that follows from it, Result.Start is an earlier one,
	// before which nothing need start at its latest.
	FromFinish bool

	// Durations replaces the durations of the network, by activity; nil keeps
	// them. Values of summaries, milestones and levels of effort are ignored, and
	// those below zero are none, with a warning.
	Durations []Work

	// Lags replaces the values of the lags of the network, by link, in the
	// unit that the link has; nil keeps them.
	Lags []int32

	// Constraints bind single activities; an activity may have several.
	Constraints []Constraint

	// DataDate, when set, is the instant up to which progress is known. No
	// work that remains is scheduled before it, unless a constraint pulls it
	// there: one that fixes its dates, or with Options.HonorConstraints one
	// that lets it be no later.
	DataDate *Instant

	// Progress says what has been started, one entry an activity; of several
	// the first counts, with a warning.
	Progress []Progress

	// Fixed are dates that logic does not move, one entry an activity; of several
	// the first counts, with a warning.
	Fixed []Fixed

	// Delays put activities off, one entry an activity; of several the first
	// counts, with a warning.
	Delays []Delay

	// Pauses are times in which single activities are not worked, one entry an
	// activity; of several the first counts, with a warning.
	Pauses []Pause

	Options Options
}

// Fixed are the dates of an activity that logic does not move: one that is
// scheduled by hand, or by another project. Early, late and scheduled dates are
// the ones given, so that it has no float, and with Options.Critical of 0 or more
// is critical; what follows counts from these very instants, and what comes
// before has late dates that keep them. Neither links,
// constraints nor the data date move it. A finish before the start stands for
// both, and progress for more than either.
type Fixed struct {
	Activity      int
	Start, Finish Instant

	// EarlyOnly lets the dates bind forward only, as those of a task do that is
	// scheduled by hand in Microsoft Project: early and scheduled dates are the ones
	// given, and free floats before them go up to these; late dates are those that
	// links, constraints that bound late dates, and the project's finish allow work
	// of the same length, the working ticks of its calendar between its dates (at most
	// MaxWork). So it has float, and what comes before has late dates by its late
	// start. A milestone has one late instant, and its floats count from its finish.
	EarlyOnly bool
}

// A Constraint binds one activity. On a summary, StartNoEarlierThan,
// FinishNoLaterThan and Deadline bind every leaf below it; the other kinds are
// ignored there, with a warning. On a level of effort, MustStartOn and
// MustFinishOn stand for its links, the earliest of several, StartNoEarlierThan and
// FinishNoLaterThan then cut it short, and the other kinds are ignored. At is an instant: a start no earlier than
// a day is that day's first instant, a finish no later than a day is the end
// of that day (Network.StartOf, Network.EndOf).
type Constraint struct {
	Activity int
	Kind     ConstraintKind
	At       Instant
}

// ConstraintKind says how a constraint binds.
type ConstraintKind uint8

const (
	// AsSoonAsPossible is no constraint, but where Input.FromFinish makes
	// everything late. At is ignored.
	AsSoonAsPossible ConstraintKind = iota
	// AsLateAsPossible delays the scheduled dates, and the early ones only with
	// ALAPEarlyDates, as Options.ALAP says. At is ignored.
	AsLateAsPossible
	// StartNoEarlierThan bounds the early start from below.
	StartNoEarlierThan
	// StartNoLaterThan bounds the late start from above; with
	// Options.HonorConstraints the early start as well.
	StartNoLaterThan
	// FinishNoEarlierThan bounds the early finish from below.
	FinishNoEarlierThan
	// FinishNoLaterThan bounds the late finish from above; with
	// Options.HonorConstraints the early finish as well.
	FinishNoLaterThan
	// MustStartOn fixes early and late start.
	MustStartOn
	// MustFinishOn fixes early and late finish.
	MustFinishOn
	// Deadline bounds the late finish from above and never moves a date.
	Deadline
)

// Progress is what is known of an activity that has started. Dates that cannot
// be, such as a finish before the start, are taken by a rule and reported
// (Result.Warnings): a finish stands, and what remains starts neither before the
// data date nor before the actual start.
type Progress struct {
	Activity int

	// ActualStart is when it started.
	ActualStart Instant

	// ActualFinish is when it finished; nil while it goes on. A milestone
	// without one has been reached at its ActualStart.
	ActualFinish *Instant

	// Remaining is the working time that is left, none if it is below zero; ignored
	// once finished.
	Remaining Work
}
