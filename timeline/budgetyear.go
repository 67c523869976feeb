package timeline

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Undated is the budget year of tasks that hang on a go-live without a date.
const Undated = 0

// BudgetYear is what of a schedule falls in one budget year, and how that
// year's budget comes about.
type BudgetYear struct {
	Year     int            // Undated for tasks without dates
	Process  *BudgetProcess // nil for Undated, and for a year that the data has no deadlines for
	Tasks    []BudgetTask   // in the schedule's order; what is not relevant is left out
	Workdays int            // of the tasks together, level of effort left out
}

// BudgetProcess is how a kommune adopts the budget of a year, in the year
// before. Each step has the kommune's own day, where its plan states one, and
// the last day that the law allows.
type BudgetProcess struct {
	Year         int       // whose budget it is
	Proposal     BudgetDay // the finance committee's proposal
	FirstReading BudgetDay // at least three weeks before the second
	Adoption     BudgetDay // the second reading
	Adopted      bool      // the adoption lies before the day that the schedule is seen from
}

// BudgetDay is one day of a budget process.
type BudgetDay struct {
	Own       *date.Date         `json:"own"`                  // as the plan states it; nil where it does not
	Last      date.Date          `json:"last"`                 // the last day by law
	Certainty drejebog.Certainty `json:"certainty" form:"set"` // of the last day
}

// Day returns the kommune's own day, and the law's last one where the plan is
// silent.
func (d BudgetDay) Day() date.Date {
	if d.Own != nil {
		return *d.Own
	}
	return d.Last
}

// BudgetTask is the part of a task that falls in one budget year.
type BudgetTask struct {
	Task     *Task
	Workdays int        // in the year; for Undated its likely duration, and 0 for level of effort
	Known    *date.Date // when the need became known: the edition that brought it; nil for the plan's own tasks
	InTime   InTime
}

// InTime says whether a need was known in time for the ordinary budget of the
// year that its work falls in. The zero value says that it cannot be told: the
// year has no process, or the task is the plan's own.
type InTime uint8

// The answers.
const (
	ForProposal InTime = iota + 1 // known by the proposal
	ForReadings                   // known after the proposal, by the adoption: an amendment between the readings
	TooLate                       // known after the adoption: within the frame, or a supplementary appropriation
)

var inTimeNames = [...]string{ForProposal: "proposal", ForReadings: "readings", TooLate: "tooLate"}

// String returns "proposal", "readings", "tooLate", or "".
func (i InTime) String() string {
	if int(i) < len(inTimeNames) {
		return inTimeNames[i]
	}
	return ""
}

// MarshalText writes the word.
func (i InTime) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// KnownTooLate returns what the kommune is asked to do in the year and heard
// of after the year's budget was adopted. What is only offered is no need.
func (y *BudgetYear) KnownTooLate() []BudgetTask {
	if y == nil {
		return nil
	}
	var late []BudgetTask
	for _, t := range y.Tasks {
		if t.InTime == TooLate && t.Task.Activity.ObligationOf(t.Task.Step) != drejebog.Offered {
			late = append(late, t)
		}
	}
	return late
}

// BudgetYears returns the budget years that tasks fall in, oldest first and
// without gaps, and Undated last where there are tasks without dates. The
// working days of a task are those of Spread, so that the years of a task that
// is no level of effort add up to its duration.
func (s *Schedule) BudgetYears() []BudgetYear {
	if !s.IsComputed() {
		return nil
	}
	byYear := map[int]*BudgetYear{}
	first, last := 0, 0
	add := func(year int, t BudgetTask) {
		if byYear[year] == nil {
			byYear[year] = &BudgetYear{Year: year}
		}
		y := byYear[year]
		y.Tasks = append(y.Tasks, t)
		if !t.Task.LevelOfEffort {
			y.Workdays += t.Workdays
		}
		if year != Undated && (first == 0 || year < first) {
			first = year
		}
		last = max(last, year)
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.NotRelevant != "" {
			continue
		}
		known := s.knownOn(t)
		if !t.Start.Known() || !t.Finish.Known() {
			add(Undated, BudgetTask{Task: t, Workdays: t.Duration.Likely, Known: known})
		}
		for _, days := range s.Spread(t) {
			add(days.Year, BudgetTask{Task: t, Workdays: days.Workdays, Known: known})
		}
	}
	var years []BudgetYear
	for year := first; year <= last && first > 0; year++ {
		y := BudgetYear{Year: year}
		if byYear[year] != nil {
			y = *byYear[year]
		}
		s.budget(&y)
		years = append(years, y)
	}
	if byYear[Undated] != nil {
		years = append(years, *byYear[Undated])
	}
	return years
}

// knownOn is when a need became known: the day of the edition that brought the
// step; nil for the plan's own tasks.
func (s *Schedule) knownOn(t *Task) *date.Date {
	for i := range s.Book.Editions {
		if s.Book.Editions[i].Number == t.Step.Since {
			return &s.Book.Editions[i].Date
		}
	}
	return nil
}

// BudgetProcess returns how the budget of a year comes about: the one that every day
// of it is read from. Nil for a year that the data has no deadlines for.
func (s *Schedule) BudgetProcess(year int) *BudgetProcess {
	if !s.IsComputed() {
		return nil
	}
	law, ok := s.Book.BudgetYear(year)
	if !ok {
		return nil
	}
	own := s.Plan.Budget[strconv.Itoa(year)]
	p := &BudgetProcess{
		Year:         year,
		Proposal:     BudgetDay{own.Proposal, law.ProposalBy, law.Proposal.Certainty},
		FirstReading: BudgetDay{own.FirstReading, law.FirstReadingBy, law.FirstReading.Certainty},
		Adoption:     BudgetDay{own.Adopted, law.AdoptedBy, law.Certainty},
	}
	p.Adopted = p.Adoption.Day() <= s.SeenFrom()
	return p
}

// budget finds how a year's budget comes about, and which of its tasks were
// known in time for it.
func (s *Schedule) budget(y *BudgetYear) {
	if y.Process = s.BudgetProcess(y.Year); y.Process == nil {
		return
	}
	for i := range y.Tasks {
		t := &y.Tasks[i]
		switch {
		case t.Known == nil:
		case *t.Known <= y.Process.Proposal.Day():
			t.InTime = ForProposal
		case *t.Known <= y.Process.Adoption.Day():
			t.InTime = ForReadings
		default:
			t.InTime = TooLate
		}
	}
}

// YearDays is how many of a task's working days fall in one budget year.
type YearDays struct {
	Year     int `json:"year"`
	Workdays int `json:"workdays"`
}

// Spread returns how a task's scheduled working days fall on budget years,
// oldest first and only years with any; nil for a task without dates.
func (s *Schedule) Spread(t *Task) []YearDays {
	if t == nil || !t.Start.Known() || !t.Finish.Known() {
		return nil
	}
	var spread []YearDays
	for year := t.Start.Date.Year(); year <= t.Finish.Date.Year(); year++ {
		first := max(t.Start.Date, date.New(year, 1, 1))
		last := min(t.Finish.Date, date.New(year, 12, 31))
		if n := s.Workdays(first, last); n > 0 {
			spread = append(spread, YearDays{year, n})
		}
	}
	return spread
}

// Workdays counts the working days of the kommune's calendar from first to
// last, both included.
func (s *Schedule) Workdays(first, last date.Date) int {
	if !s.IsComputed() {
		return 0
	}
	return s.solved.Days.Count(first, last)
}

// Budget is what BudgetYears gives, as a result of its own.
type Budget struct {
	Years []BudgetYear

	Schedule *Schedule
}

// Budget returns the budget years as a result of their own.
func (s *Schedule) Budget() *Budget { return &Budget{s.BudgetYears(), s} }

// MarshalJSON is the form that seeds/schema/timeline-budget.schema.json
// describes.
func (b Budget) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// Form is the budget years.
func (b Budget) Form() any {
	return struct {
		drejebog.Head
		Years []BudgetYear `json:"budgetYears"`
	}{b.Schedule.Head("timeline-budget"), b.Years}
}

// MarshalJSON is the budget year's form.
func (y BudgetYear) MarshalJSON() ([]byte, error) { return form.JSON(y) }

type budgetYearForm struct {
	Year         *int           `json:"year"` // null for what is undated
	Process      *BudgetProcess `json:"process"`
	Workdays     int            `json:"workdays"`
	Tasks        []BudgetTask   `json:"tasks"`
	KnownTooLate []string       `json:"knownTooLate"` // ids of tasks
}

// Form has the tasks of the year and, by their ids, those that were known too
// late for its budget.
func (y BudgetYear) Form() any {
	f := budgetYearForm{Year: yearOf(y.Year), Process: y.Process, Workdays: y.Workdays, Tasks: y.Tasks}
	for _, t := range y.KnownTooLate() {
		f.KnownTooLate = append(f.KnownTooLate, t.Task.ID)
	}
	return f
}

// MarshalJSON is the process's form.
func (b BudgetProcess) MarshalJSON() ([]byte, error) { return form.JSON(b) }

type budgetProcessForm struct {
	Year         int                `json:"year"`
	Proposal     BudgetDay          `json:"proposal"`
	FirstReading BudgetDay          `json:"firstReading"`
	Adoption     BudgetDay          `json:"adoption"`
	Adopted      bool               `json:"adopted"`
	Certainty    drejebog.Certainty `json:"certainty" form:"set"`
}

// Form has the certainty of the adoption as that of the process.
func (b BudgetProcess) Form() any {
	return budgetProcessForm{b.Year, b.Proposal, b.FirstReading, b.Adoption, b.Adopted, b.Adoption.Certainty}
}

// MarshalJSON is the day's form.
func (d BudgetDay) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the form of a task's part in a year.
func (t BudgetTask) MarshalJSON() ([]byte, error) { return form.JSON(t) }

type budgetTaskForm struct {
	ID            string     `json:"id" form:"set"`
	Name          lang.Text  `json:"name" form:"set"`
	Workdays      int        `json:"workdays"`
	LevelOfEffort bool       `json:"levelOfEffort"`
	Known         *date.Date `json:"known"`
	InTime        InTime     `json:"inTime"`
}

// Form names the task.
func (t BudgetTask) Form() any {
	f := budgetTaskForm{Workdays: t.Workdays, Known: t.Known, InTime: t.InTime}
	if t.Task != nil {
		f.ID, f.Name, f.LevelOfEffort = t.Task.ID, t.Task.Label(), t.Task.LevelOfEffort
	}
	return f
}
