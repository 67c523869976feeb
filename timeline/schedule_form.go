package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline.schema.json describes.
func (s Schedule) MarshalJSON() ([]byte, error) { return form.JSON(s) }

type scheduleForm struct {
	drejebog.Head
	Tasks               []Task          `json:"tasks"`
	CriticalPath        []string        `json:"criticalPath"`        // ids of tasks and milestones
	CriticalPathTo      string          `json:"criticalPathTo"`      // id of the hard end that it leads to
	CriticalPathThrough []string        `json:"criticalPathThrough"` // ids of what is placed or given on the way to it
	CriticalPathFloat   *int            `json:"criticalPathFloat"`   // in working days
	CriticalPathGaps    []Gap           `json:"criticalPathGaps"`
	ProjectPaths        []Path          `json:"projectPaths"`
	Milestones          []Milestone     `json:"milestones"`
	Links               []Link          `json:"links"`
	Contracts           []Notice        `json:"contracts"`
	BudgetProcess       []BudgetProcess `json:"budgetProcess"`
	BudgetYears         []BudgetYear    `json:"budgetYears"`
}

// Form is the whole: what was computed, in the order of the schedule.
func (s Schedule) Form() any {
	if s.solved == nil {
		return scheduleForm{}
	}
	f := scheduleForm{
		Head: s.Head("timeline"), Tasks: s.Tasks, Milestones: s.Milestones,
		CriticalPath: s.CriticalPath, CriticalPathTo: s.CriticalPathTo, CriticalPathFloat: s.pathFloatOrNone(),
		CriticalPathThrough: s.CriticalPathThrough, CriticalPathGaps: s.CriticalPathGaps, ProjectPaths: s.ProjectPaths,
		Links: s.Links(), Contracts: s.Notices, BudgetYears: s.BudgetYears(),
	}
	for i := range f.BudgetYears {
		if process := f.BudgetYears[i].Process; process != nil {
			f.BudgetProcess = append(f.BudgetProcess, *process)
		}
	}
	return f
}

// pathFloatOrNone is the float of the critical path, nil where there is none.
func (s *Schedule) pathFloatOrNone() *int {
	return form.Counted(s.CriticalPathFloat, len(s.CriticalPath) > 0)
}

// MarshalJSON is the task's form.
func (t Task) MarshalJSON() ([]byte, error) { return form.JSON(t) }

type taskForm struct {
	ID            string             `json:"id" form:"set"`
	Name          lang.Text          `json:"name" form:"set"`
	Activity      string             `json:"activity" form:"set"` // the section, or "own"
	Project       string             `json:"project"`
	System        string             `json:"system"`
	Actor         string             `json:"actor"`
	Role          string             `json:"role"`
	Responsible   string             `json:"responsible"` // id of a person or a role
	Executor      string             `json:"executor"`    // id of a person, a role or a party
	Status        plan.Status        `json:"status"`
	NotRelevant   string             `json:"notRelevant"`
	LevelOfEffort bool               `json:"levelOfEffort"`
	Duration      *int               `json:"duration"`  // likely working days
	Remaining     *int               `json:"remaining"` // working days at the data date, by the plan's word
	ActualStart   *date.Date         `json:"actualStart"`
	ActualFinish  *date.Date         `json:"actualFinish"`
	EarlyStart    When               `json:"earlyStart"`
	EarlyFinish   When               `json:"earlyFinish"`
	LateStart     When               `json:"lateStart"`
	LateFinish    When               `json:"lateFinish"`
	Start         When               `json:"start"`
	Finish        When               `json:"finish"`
	Target        When               `json:"target"`
	Placed        bool               `json:"placed"`
	TotalFloat    *int               `json:"totalFloat"`
	FloatLeft     *int               `json:"floatLeft"` // of the total float, on the day that the schedule is seen from
	FreeFloat     *int               `json:"freeFloat"`
	BoundBy       string             `json:"boundBy"` // id of the hard end that the latest dates come from
	Critical      bool               `json:"critical"`
	Opens         *date.Date         `json:"opens"`
	Deadline      *date.Date         `json:"deadline"`    // a working day
	DeadlineSet   *date.Date         `json:"deadlineSet"` // as the playbook or the plan sets it
	DeadlineKind  drejebog.EndKind   `json:"deadlineKind"`
	Driver        string             `json:"driver"`
	Certainty     drejebog.Certainty `json:"certainty"`
}

// Form has what the playbook and the plan say of the task beside its dates. One
// that is not relevant has no dates and no float.
func (t Task) Form() any {
	f := taskForm{
		ID: t.ID, Project: t.Project, System: t.System, NotRelevant: t.NotRelevant, LevelOfEffort: t.LevelOfEffort,
		Driver: t.Driver, Certainty: t.Certainty,
	}
	if s := t.from; s != nil {
		facts := s.solved.Facts[t.ID]
		who, executor := s.SeesTo(&t)
		f.Name, f.Activity, f.Actor, f.Role = s.Label(&t.Node), t.Activity.ID, s.Actor(&t), t.Step.Role
		f.Responsible, f.Executor, f.Status = who.ID, executor.ID, facts.Status
		f.Remaining, f.ActualStart, f.ActualFinish = facts.Remaining, facts.ActualStart, facts.ActualFinish
	}
	if t.NotRelevant == "" {
		t.dates(&f)
	}
	return f
}

// dates tells the form when the task is done.
func (t *Task) dates(f *taskForm) {
	f.EarlyStart, f.EarlyFinish, f.LateStart, f.LateFinish = t.EarlyStart, t.EarlyFinish, t.LateStart, t.LateFinish
	f.Start, f.Finish, f.Critical = t.Start, t.Finish, t.Critical
	f.Opens, f.Deadline, f.DeadlineSet, f.DeadlineKind = t.Opens, t.Deadline, t.DeadlineSet, t.DeadlineKind
	f.Duration = form.Counted(t.Duration.Likely, !t.LevelOfEffort)
	f.TotalFloat = form.Counted(t.TotalFloat, t.HasFloat())
	f.FloatLeft = form.Counted(t.FloatLeft(), t.HasFloat())
	f.FreeFloat = form.Counted(t.FreeFloat, t.HasFreeFloat())
	f.Target, f.Placed, f.BoundBy = t.Target, t.Placed, t.BoundBy
}

// MarshalJSON is the milestone's form.
func (m Milestone) MarshalJSON() ([]byte, error) { return form.JSON(m) }

type milestoneForm struct {
	ID           string                 `json:"id" form:"set"`
	Name         lang.Text              `json:"name" form:"set"`
	Kind         drejebog.MilestoneKind `json:"kind" form:"set"`
	Project      string                 `json:"project"`
	System       string                 `json:"system"`
	Actor        string                 `json:"actor"`
	Date         When                   `json:"date"`
	Early        When                   `json:"early"`
	Latest       When                   `json:"latest"`
	DateIfLast   When                   `json:"dateIfLast"` // with the plan's periods on their last day; null: it gives days
	Promised     *date.Date             `json:"promised"`   // last day of what was promised
	Delivered    *date.Date             `json:"delivered"`  // null: not known to have come
	Reached      *date.Date             `json:"reached"`    // a confirmation, by the plan's word; it dates the rest from a data date on
	Target       When                   `json:"target"`
	Placed       bool                   `json:"placed"`
	TotalFloat   *int                   `json:"totalFloat"`
	FloatLeft    *int                   `json:"floatLeft"`
	FreeFloat    *int                   `json:"freeFloat"`
	BoundBy      string                 `json:"boundBy"`
	Critical     bool                   `json:"critical"`
	Deadline     *date.Date             `json:"deadline"`    // a working day
	DeadlineSet  *date.Date             `json:"deadlineSet"` // as the rule gives it
	DeadlineKind drejebog.EndKind       `json:"deadlineKind"`
	Driver       string                 `json:"driver"`
	Certainty    drejebog.Certainty     `json:"certainty"`
}

// Form has who owes the milestone, what was promised and what came, beside its
// dates.
func (m Milestone) Form() any {
	f := milestoneForm{
		ID: m.ID, Project: m.Project, System: m.System, Date: m.Date, Early: m.Early, Latest: m.Latest, Target: m.Target, Placed: m.Placed, BoundBy: m.BoundBy,
		TotalFloat: form.Counted(m.TotalFloat, m.HasFloat()), FloatLeft: form.Counted(m.FloatLeft(), m.HasFloat()), FreeFloat: form.Counted(m.FreeFloat, m.HasFreeFloat()), Critical: m.Critical,
		Deadline: m.Deadline, DeadlineSet: m.DeadlineSet, DeadlineKind: m.DeadlineKind, Driver: m.Driver, Certainty: m.Certainty,
	}
	s := m.from
	if s == nil {
		return f
	}
	f.Name, f.Kind, f.Actor = s.Label(&m.Node), m.Milestone.Kind, m.Milestone.Actor
	f.Reached = s.ReachedOn(&m)
	if s.Latest != nil {
		f.DateIfLast = s.Latest.Milestone(m.ID).Date
	}
	if f.Kind == drejebog.Deliverable {
		f.Promised, f.Delivered = s.Owed(&m)
	}
	return f
}

// MarshalJSON is the span's form.
func (s Span) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the form of the days in one year.
func (y YearDays) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// MarshalJSON is the notice's form.
func (k Notice) MarshalJSON() ([]byte, error) { return form.JSON(k) }

type noticeForm struct {
	ID            string     `json:"id"` // null for a notice that the plan dates on the task alone
	Name          string     `json:"name"`
	Systems       []string   `json:"systems"`
	Project       string     `json:"project"`
	LastNotice    *date.Date `json:"lastNotice"`
	NoticeGiven   *date.Date `json:"noticeGiven"`
	NoticePlanned *date.Date `json:"noticePlanned"`
	End           *date.Date `json:"end"`
	LastUse       *date.Date `json:"lastUse"`
	GoLive        *date.Date `json:"goLive"` // of what replaces the system
}

// Form keeps apart the notice that was given and the one that is planned.
func (k Notice) Form() any {
	f := noticeForm{
		ID: k.Contract, Name: k.Name, Systems: make([]string, 0, len(k.Uses)), Project: k.Project,
		LastNotice: k.Latest, NoticeGiven: k.Given, End: k.Ends, LastUse: k.Needed, GoLive: k.GoLive,
	}
	for _, use := range k.Uses {
		f.Systems = append(f.Systems, use.System)
	}
	if k.Planned {
		f.NoticeGiven, f.NoticePlanned = nil, k.Given
	}
	return f
}

// Head begins the JSON of a result that was made from the schedule: the name of
// the document, what it was made from, and the findings. It is zero for a schedule
// that was not computed.
func (s *Schedule) Head(name string) drejebog.Head {
	if s == nil || s.Book == nil {
		return drejebog.Head{}
	}
	return s.Book.HeadOf(name, s.Kommune, s.AsOf, s.dataDate(), s.Findings)
}

// dataDate is the plan's, nil where it has none.
func (s *Schedule) dataDate() *date.Date {
	if s.Plan == nil {
		return nil
	}
	return s.Plan.DataDate
}

// Dated is the date, and what it is counted from where that has none.
func (w When) Dated() (*date.Date, *form.From) {
	switch w.Kind {
	case OnDate:
		return &w.Date, nil
	case RelativeTo:
		return nil, &form.From{Milestone: w.Milestone, Days: w.Days}
	}
	return nil, nil
}

// MarshalJSON is the date's form when it stands alone.
func (w When) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// Form has the two keys that a date has in the object that holds it: "date" and,
// where it is counted from a milestone without date, "dateFrom".
func (w When) Form() any {
	return struct {
		Date When `json:"date"`
	}{w}
}

// yearOf is a budget year, nil for Undated.
func yearOf(year int) *int { return form.Counted(year, year != Undated) }
