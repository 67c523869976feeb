package view

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Agenda is what has to be done in the days ahead, and by whom.
type Agenda struct {
	From date.Date `json:"from"` // the day after the one that the schedule is seen from
	Near date.Date `json:"near"` // last of the near days
	Last date.Date `json:"last"`
	// Duties are the tasks that run on any of the days, by start, and those that
	// should be finished by now and have their hard day among these. Level of
	// effort, what is not relevant and what is reported as finished are left out.
	Duties []Duty `json:"duties"`

	Schedule *timeline.Schedule `json:"-"`
}

// Duty is a task with those who see to it.
type Duty struct {
	Task        *timeline.Task
	Responsible timeline.Who
	Executor    timeline.Who // who does the work; the responsible where the plan names nobody else
	Near        bool         // runs on one of the near days; else it begins later
}

// Ahead returns what has to be done in so many calendar days from the day after
// the one that the schedule is seen from, and which of it in the first of them: 30
// and 90 are the usual ones.
func Ahead(s *timeline.Schedule, near, days int) *Agenda {
	if !s.IsComputed() {
		return &Agenda{}
	}
	from := s.SeenFrom() + 1
	a := &Agenda{From: from, Near: from + date.Date(near) - 1, Last: from + date.Date(days) - 1, Schedule: s}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.LevelOfEffort || !s.IsAhead(t) || !t.Start.Known() || t.Start.Date > a.Last {
			continue
		}
		if hard := s.HardDay(t); t.Finish.Date < from && (hard == nil || *hard < from || *hard > a.Last) {
			continue
		}
		duty := Duty{Task: t, Near: t.Start.Date <= a.Near}
		duty.Responsible, duty.Executor = s.SeesTo(t)
		a.Duties = append(a.Duties, duty)
	}
	slices.SortStableFunc(a.Duties, func(x, y Duty) int {
		return cmp.Or(cmp.Compare(x.Task.Start.Date, y.Task.Start.Date), cmp.Compare(x.Task.Finish.Date, y.Task.Finish.Date))
	})
	return a
}
