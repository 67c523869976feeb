package compare

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Comparison is what differs between two schedules: a plan and its baseline,
// two go-lives, two editions of the playbook.
type Comparison struct {
	Before, After *timeline.Schedule

	Tasks      []TaskChange       // in After's order; what only Before has stands last
	Milestones []MilestoneChange  // in the same manner
	Broken     []drejebog.Finding // hard dates and rules that After misses and Before does not
	Mended     []drejebog.Finding // those that Before misses and After does not
	Years      []YearChange       // oldest first, Undated last; only years that differ
	Moves      []YearMove         // working days that go from one budget year to another, by the years
}

// TaskChange is a task that is not the same in two schedules.
type TaskChange struct {
	ID            string
	Before, After *timeline.Task // nil where the schedule does not have it
}

// MilestoneChange is a milestone that is not the same in two schedules.
type MilestoneChange struct {
	ID            string
	Before, After *timeline.Milestone // nil where the schedule does not have it
}

// YearChange is the working days of one budget year in two schedules, level of
// effort left out.
type YearChange struct {
	Year          int // or Undated
	Before, After int
}

// YearMove is working days of tasks that are in both schedules and fall in
// another budget year than before.
type YearMove struct {
	From, To int // budget years, or timeline.Undated
	Workdays int
	Tasks    []string // ids, in After's order
}

// Schedules returns what is different after. Two schedules of the same dates have
// an empty comparison, and Schedules(b, a) tells the same the other way round. With
// a schedule that was not computed nothing is compared.
func Schedules(before, after *timeline.Schedule) *Comparison {
	c := &Comparison{Before: before, After: after}
	if !before.IsComputed() || !after.IsComputed() {
		return c
	}
	c.tasks()
	c.milestones()
	c.Broken = newFaults(before.Findings, after.Findings)
	c.Mended = newFaults(after.Findings, before.Findings)
	c.years()
	c.moves()
	return c
}

// Empty reports whether nothing differs.
func (c *Comparison) Empty() bool {
	if c == nil {
		return true
	}
	return len(c.Tasks)+len(c.Milestones)+len(c.Broken)+len(c.Mended)+len(c.Years)+len(c.Moves) == 0
}

func (c *Comparison) tasks() {
	pair(c.Before.Tasks, c.After.Tasks, func(t *timeline.Task) string { return t.ID }, func(was, now *timeline.Task) {
		switch {
		case was == nil:
			c.Tasks = append(c.Tasks, TaskChange{now.ID, nil, now})
		case now == nil || taskDiffers(was, now):
			c.Tasks = append(c.Tasks, TaskChange{was.ID, was, now})
		}
	})
}

func (c *Comparison) milestones() {
	pair(c.Before.Milestones, c.After.Milestones, func(m *timeline.Milestone) string { return m.ID }, func(was, now *timeline.Milestone) {
		switch {
		case was == nil:
			c.Milestones = append(c.Milestones, MilestoneChange{now.ID, nil, now})
		case now == nil || milestoneDiffers(was, now):
			c.Milestones = append(c.Milestones, MilestoneChange{was.ID, was, now})
		}
	})
}

// pair hands over what two lists have under the same id, in the order of the
// second, and nil for what one of them lacks.
func pair[T any](before, after []T, id func(*T) string, each func(was, now *T)) {
	left := map[string]*T{}
	for i := range before {
		left[id(&before[i])] = &before[i]
	}
	for i := range after {
		was := left[id(&after[i])]
		delete(left, id(&after[i]))
		each(was, &after[i])
	}
	for i := range before {
		if left[id(&before[i])] != nil {
			each(&before[i], nil)
		}
	}
}

// taskDiffers holds the dates, the float, the length and the deadline of a task
// against those of another schedule.
func taskDiffers(t, other *timeline.Task) bool {
	return t.Start != other.Start || t.Finish != other.Finish ||
		t.LateStart != other.LateStart || t.LateFinish != other.LateFinish ||
		t.TotalFloat != other.TotalFloat || t.Critical != other.Critical ||
		t.Duration != other.Duration || t.NotRelevant != other.NotRelevant ||
		!sameDay(t.Deadline, other.Deadline) || t.DeadlineKind != other.DeadlineKind
}

func milestoneDiffers(m, other *timeline.Milestone) bool {
	return m.Date != other.Date || m.Latest != other.Latest || m.TotalFloat != other.TotalFloat ||
		m.Critical != other.Critical || !sameDay(m.Deadline, other.Deadline) || m.DeadlineKind != other.DeadlineKind
}

// Node is that of the schedule that has the task, nil where none has.
func (c *TaskChange) Node() *drejebog.Node {
	switch {
	case c == nil:
	case c.After != nil:
		return &c.After.Node
	case c.Before != nil:
		return &c.Before.Node
	}
	return nil
}

// Node is that of the schedule that has the milestone, nil where none has.
func (c *MilestoneChange) Node() *drejebog.Node {
	switch {
	case c == nil:
	case c.After != nil:
		return &c.After.Node
	case c.Before != nil:
		return &c.Before.Node
	}
	return nil
}

// DaysLater returns by how many calendar days the task finishes later, negative
// for earlier; false where one of the two has no date, or they hang on
// different milestones.
func (c *TaskChange) DaysLater() (days int, ok bool) {
	if c == nil || c.Before == nil || c.After == nil {
		return 0, false
	}
	return c.Before.Finish.Until(c.After.Finish)
}

// DaysLater returns by how many calendar days the milestone comes later, as for
// a task.
func (c *MilestoneChange) DaysLater() (days int, ok bool) {
	if c == nil || c.Before == nil || c.After == nil {
		return 0, false
	}
	return c.Before.Date.Until(c.After.Date)
}

func sameDay(a, b *date.Date) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// newFaults returns the findings of error severity whose breach the other
// findings do not tell of.
func newFaults(known, now []drejebog.Finding) []drejebog.Finding {
	told := map[string]bool{}
	for i := range known {
		if known[i].Severity == drejebog.SeverityError {
			told[breach(&known[i])] = true
		}
	}
	var fresh []drejebog.Finding
	for i := range now {
		if now[i].Severity == drejebog.SeverityError && !told[breach(&now[i])] {
			fresh = append(fresh, now[i])
		}
	}
	return fresh
}

// breach names what a finding is about, however far past it is: a deadline that
// was scheduled past and one that was missed are the same.
func breach(f *drejebog.Finding) string {
	code := f.Code
	if code == "DB-111" {
		code = "DB-101"
	}
	return code + " " + f.Subject
}

// years holds the working days of the budget years against each other.
func (c *Comparison) years() {
	before, after := workdaysByYear(c.Before), workdaysByYear(c.After)
	for _, year := range sortedYears(before, after) {
		if before[year] != after[year] {
			c.Years = append(c.Years, YearChange{year, before[year], after[year]})
		}
	}
}

func workdaysByYear(s *timeline.Schedule) map[int]int {
	days := map[int]int{}
	for i := range s.Tasks {
		for year, n := range workdaysOf(s, &s.Tasks[i]) {
			days[year] += n
		}
	}
	return days
}

// workdaysOf is how a task's work falls on budget years: as BudgetYears counts
// it.
func workdaysOf(s *timeline.Schedule, t *timeline.Task) map[int]int {
	days := map[int]int{}
	switch {
	case t.LevelOfEffort || t.NotRelevant != "":
	case !t.Start.Known() || !t.Finish.Known():
		days[timeline.Undated] = t.Duration.Likely
	default:
		for _, y := range s.Spread(t) {
			days[y.Year] = y.Workdays
		}
	}
	return days
}

// sortedYears returns the years of both, oldest first and Undated last.
func sortedYears(a, b map[int]int) []int {
	var years []int
	for _, of := range []map[int]int{a, b} {
		for year := range of {
			if !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
	}
	slices.Sort(years)
	if len(years) > 0 && years[0] == timeline.Undated {
		years = append(years[1:], timeline.Undated)
	}
	return years
}

// moves finds the working days that go from one year to another: of each task
// those of the first year that loses some go to the first that gains some, and
// so on. What a task grows or shrinks by moves nowhere.
func (c *Comparison) moves() {
	moved := map[[2]int]*YearMove{}
	for i := range c.Tasks {
		change := &c.Tasks[i]
		if change.Before == nil || change.After == nil {
			continue
		}
		before, after := workdaysOf(c.Before, change.Before), workdaysOf(c.After, change.After)
		years := sortedYears(before, after)
		for _, from := range years {
			for _, to := range years {
				n := min(before[from]-after[from], after[to]-before[to])
				if n <= 0 {
					continue
				}
				before[from] -= n
				before[to] += n
				key := [2]int{from, to}
				if moved[key] == nil {
					moved[key] = &YearMove{From: from, To: to}
				}
				moved[key].Workdays += n
				moved[key].Tasks = append(moved[key].Tasks, change.ID)
			}
		}
	}
	from, to := map[int]int{}, map[int]int{}
	for key := range moved {
		from[key[0]], to[key[1]] = 1, 1
	}
	for _, a := range sortedYears(from, nil) {
		for _, b := range sortedYears(to, nil) {
			if move := moved[[2]int{a, b}]; move != nil {
				c.Moves = append(c.Moves, *move)
			}
		}
	}
}
