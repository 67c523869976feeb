package keydate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// HardDate is a day that lies ahead, has not been met yet and must not be missed:
// a frist, the last day to give notice, a date that the plan is made for, or the
// end of a contract that ends too early.
type HardDate struct {
	ID     string    `json:"id" form:"set"` // of the task or milestone; timeline.Notice.Subject for the end of a contract
	Label  lang.Text `json:"name" form:"set"`
	Date   date.Date `json:"date"`   // the last day
	Kind   Kind      `json:"kind"`   // a deadline, notice, or what stands: a go-live, a start of implementation, the end of a system or of a contract on it
	Actor  string    `json:"actor"`  // id of the party that must meet it
	Float  *int      `json:"float"`  // working days that are left (FloatLeft of the task or milestone); nil for what stands by itself, and where it cannot be counted
	Placed bool      `json:"placed"` // it stands where it does only because the day is counted back from a date
}

// MarshalJSON is the form of a hard date.
func (h HardDate) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// IsOwn reports whether the kommune has to meet the date by its own work: a frist
// or a notice.
func (h *HardDate) IsOwn() bool {
	return h != nil && h.Actor == "kommune" && (h.Kind == Deadline || h.Kind == Notice)
}

// Presses reports whether the float says how urgent the date is: it has one, and is not
// placed where the text leaves that much, or is too late there.
func (h *HardDate) Presses() bool {
	return h != nil && h.Float != nil && (!h.Placed || *h.Float < 0)
}

// HardDates returns the hard dates that lie ahead, in the order of the tasks,
// milestones and contracts. What the plan says is done, and what has no date, is
// left out. The days of the budgets are in BudgetYears.
func HardDates(sched *timeline.Schedule) []HardDate {
	if !sched.IsComputed() {
		return nil
	}
	s := dated{sched}
	var list []HardDate
	add := func(h HardDate, ok bool) {
		if ok && h.Date >= s.SeenFrom() {
			list = append(list, h)
		}
	}
	for i := range s.Tasks {
		add(s.hardTask(&s.Tasks[i]))
	}
	for i := range s.Milestones {
		add(s.hardMilestone(&s.Milestones[i]))
	}
	for i := range s.Notices {
		k := &s.Notices[i]
		if k.EndsEarly() {
			add(HardDate{ID: k.Subject(), Label: lang.Both(k.Name), Date: *k.Ends, Kind: ContractEnd, Actor: "kmd"}, true)
		}
	}
	return list
}

// hardTask is the hard date of a task that is left to do.
func (s dated) hardTask(t *timeline.Task) (HardDate, bool) {
	hard := s.HardDay(t)
	if hard == nil || !s.IsAhead(t) || s.isNoticeGiven(t) {
		return HardDate{}, false
	}
	h := HardDate{ID: t.ID, Label: t.Label(), Date: *hard, Kind: Deadline, Actor: "kommune"}
	h.Float, h.Placed = form.Counted(t.FloatLeft(), t.HasFloat()), t.Placed
	if t.DeadlineKind != drejebog.Frist {
		h.Kind = Notice
	}
	return h, true
}

// isNoticeGiven reports whether notice has been given of the contract that a task
// gives notice of, by the plan's word.
func (s dated) isNoticeGiven(t *timeline.Task) bool {
	return slices.ContainsFunc(s.Notices, func(k timeline.Notice) bool {
		return k.IsBy(t) && k.GivenBy(s.SeenFrom())
	})
}

// hardMilestone is the last day that a rule sets a milestone, or the day of one
// that stands.
func (s dated) hardMilestone(m *timeline.Milestone) (HardDate, bool) {
	_, came := s.Owed(m)
	if !m.Date.Known() || came != nil || s.ReachedOn(m) != nil {
		return HardDate{}, false
	}
	h := HardDate{ID: m.ID, Label: m.Label(), Date: m.Date.Date, Kind: milestoneKinds[m.Milestone.Kind], Actor: m.Milestone.Actor}
	switch {
	case m.Milestone.Kind == drejebog.BudgetAdopted || m.Milestone.Kind == drejebog.BudgetYearBegins:
		return HardDate{}, false
	case m.Deadline != nil:
		h.Date, h.Kind = *m.Deadline, Deadline
		h.Float, h.Placed = form.Counted(m.FloatLeft(), m.HasFloat()), m.Placed
		return h, true
	}
	return h, s.standsByItself(m)
}

// standsByItself reports whether a milestone is a date that work is done
// towards: a go-live, the end of a legacy system, or a start of implementation
// that is not the day of the go-live.
func (s dated) standsByItself(m *timeline.Milestone) bool {
	if !m.Stands() || m.Milestone.Kind != drejebog.Implementation {
		return m.Stands()
	}
	live := s.Milestone(s.Book.MilestoneOf(drejebog.GoLive, m.Project))
	return live == nil || live.Date != m.Date
}
