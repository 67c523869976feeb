package mspdi

import (
	"slices"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Project is what a file says, as far as it is modelled: see the package.
type Project struct {
	Name, Title      string
	FromFinish       bool // scheduled back from the finish
	Start, Finish    *Moment
	StatusDate       *Moment
	HonorConstraints bool   // "no later than" pulls the early dates
	ManyPaths        bool   // what nothing waits for has no slack: each end has its critical path
	CriticalSlack    int    // days of slack up to which a task is critical
	Currency         string // ISO 4217: "DKK"
	Calendar         int    // UID of the project's calendar
	DefaultStart     int    // minute of the day at which tasks start
	DefaultFinish    int    // minute of the day at which tasks finish
	MinutesPerDay    int    // of work, which a day of a duration stands for
	MinutesPerWeek   int
	DaysPerMonth     int
	Fields           []Field
	Calendars        []Calendar
	Tasks            []Task // in the file's order, each after the summary that it belongs to
	Resources        []Resource
	Assignments      []Assignment

	odd []NotHonoured // what was not read as it stands
}

// Odd returns what was not read as it stands in the file, and what is done in its
// place; none of a project that a program made.
func (p *Project) Odd() []NotHonoured { return slices.Clone(p.odd) }

// New returns an empty project with the defaults of Microsoft Project: eight
// hours a day from 8 to 17, forty a week, twenty days a month.
func New() *Project {
	return &Project{
		HonorConstraints: true, Currency: "USD", Calendar: None, DefaultStart: 8 * 60, DefaultFinish: 17 * 60,
		MinutesPerDay: 480, MinutesPerWeek: 2400, DaysPerMonth: 20,
	}
}

// None stands for no calendar, and no resource.
const None = -1

// Task is a task, a summary or a milestone.
type Task struct {
	UID, ID       int
	Name          string
	Inactive      bool
	Manual        bool // dates are typed in, not computed
	Null          bool // a blank line
	Contact       string
	WBS           string
	OutlineNumber string
	Level         int // of the outline; 0 is the project's own summary
	Start, Finish *Moment
	Duration      Duration
	Work          *int // minutes of all who work on it; nil: not said
	Estimated     bool
	Milestone     bool
	Summary       bool
	External      bool // belongs to another project

	IsSubproject bool // stands for a project that is kept in another file

	Critical                bool
	EarlyStart, EarlyFinish *Moment
	LateStart, LateFinish   *Moment
	FreeSlack, TotalSlack   *int // tenths of minutes of work, as the file has them
	StartSlack, FinishSlack *int

	PercentComplete           int
	ActualStart, ActualFinish *Moment
	Remaining                 *int    // minutes of work; nil: not said
	Stop, Resume              *Moment // when work that has started stopped, and when the rest goes on

	LevelingDelay          int  // tenths of minutes of work
	LevelingDelayFormat    int  // as of a lag; 0: not said
	IgnoreResourceCalendar bool // worked on its own calendar alone, where it has one

	Constraint     Constraint
	Calendar       int // UID; None: the project's
	ConstraintDate *Moment
	Deadline       *Moment
	Notes          string
	Links          []Link // to the predecessors
	Values         []Value
	Baselines      []Baseline

	Place strict.Place // where it begins in the file that it was read from
}

// Duration is a length of working time, or of all time where it is elapsed.
type Duration struct {
	Minutes int
	Format  int // how the file shows it; 0: not said
}

// Elapsed reports whether the duration counts nights and weekends too.
func (d Duration) Elapsed() bool { return isElapsed(d.Format) }

// The formats of durations and lags. The elapsed form of one is the next; an
// estimated form is 32 more.
const (
	FormatMinutes = 3
	FormatHours   = 5
	FormatDays    = 7
	FormatWeeks   = 9
	FormatMonths  = 11
	FormatPercent = 19
)

// estimated is what a format is more by for a duration that is a guess.
const estimated = 32

func isElapsed(format int) bool {
	format = sure(format)
	return format%2 == 0 && (format > FormatMinutes && format <= FormatMonths+1 || format == FormatPercent+1)
}

func isPercent(format int) bool {
	format = sure(format)
	return format == FormatPercent || format == FormatPercent+1
}

// sure is a format without the guess.
func sure(format int) int {
	if format > estimated {
		return format - estimated
	}
	return format
}

// Constraint is how a date binds a task; the zero value does not. The numbers
// are the file's.
type Constraint int

// The constraints.
const (
	AsSoonAsPossible Constraint = iota
	AsLateAsPossible
	MustStartOn
	MustFinishOn
	StartNoEarlierThan
	StartNoLaterThan
	FinishNoEarlierThan
	FinishNoLaterThan
)

// bindsFinish reports whether the date of a task's constraint is a finish.
func (t *Task) bindsFinish() bool {
	switch t.Constraint {
	case MustFinishOn, FinishNoEarlierThan, FinishNoLaterThan:
		return true
	}
	return false
}

// Link is what a task waits for.
type Link struct {
	From         int // UID of the predecessor
	Type         cpm.LinkType
	CrossProject bool   // the predecessor belongs to another project
	Project      string // its name
	Lag          int    // tenths of minutes, or percent of the predecessor's duration
	Format       int    // of the lag; 0: not said
}

// Elapsed reports whether the lag counts nights and weekends too.
func (l *Link) Elapsed() bool { return isElapsed(l.Format) }

// Percent reports whether the lag is one of the predecessor's duration.
func (l *Link) Percent() bool { return isPercent(l.Format) }

// Field is a field of the user's own, with the name that the user gave it.
type Field struct {
	ID    int
	Name  string // "Text1"
	Alias string
}

// Text1 is the ID of the first field of texts.
const Text1 = 188743731

// Value is what such a field holds.
type Value struct {
	Field int
	Text  string
}

// Value returns what a field of the user's own holds, "" for nothing.
func (t *Task) Value(field int) string {
	for _, v := range t.Values {
		if v.Field == field {
			return v.Text
		}
	}
	return ""
}

// Baseline is a plan that was set, of which a file holds eleven.
type Baseline struct {
	Number        int
	Start, Finish *Moment
	Duration      Duration
}

// Resource is somebody who works.
type Resource struct {
	UID, ID  int
	Name     string
	Calendar int // UID; None: the project's
}

// Assignment gives a task to a resource.
type Assignment struct {
	UID, Task, Resource int
	Delay               int // tenths of minutes of work from the task's start
	LevelingDelay       int // tenths of minutes more, to keep the resource from too much work
	Start, Finish       *Moment
	Units               float64 // how much of a full day the resource works on it: 0.5 for half; 0: not said
	Work, RemainingWork *int    // minutes; nil: not said
}

// done is how much of its duration a task has behind it, in minutes: what the file
// has as its ActualDuration.
func (t *Task) done() int {
	all := max(t.Duration.Minutes, 0)
	switch {
	case t.ActualFinish != nil || t.PercentComplete >= 100:
		return all
	case t.ActualStart == nil && t.PercentComplete <= 0:
		return 0
	case t.Remaining != nil:
		return max(all-*t.Remaining, 0)
	}
	return int(int64(all) * int64(t.PercentComplete) / 100)
}
