package timeline

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
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

	schedule *Schedule
}

// Duty is a task with those who see to it.
type Duty struct {
	Task        *Task
	Responsible Who
	Executor    Who  // who does the work; the responsible where the plan names nobody else
	Near        bool // runs on one of the near days; else it begins later
}

// Who is somebody who answers for a task or does it.
type Who struct {
	ID   string    `json:"id"` // of a person in the plan, a role or a party; "" for nobody
	Name lang.Text `json:"name"`
}

// Agenda returns what has to be done in so many calendar days from the day
// after the schedule is seen, and which of it in the first of them: Agenda(30,
// 90) is the usual one.
func (s *Schedule) Agenda(near, days int) *Agenda {
	if !s.IsComputed() {
		return &Agenda{}
	}
	from := s.SeenFrom() + 1
	a := &Agenda{From: from, Near: from + date.Date(near) - 1, Last: from + date.Date(days) - 1, schedule: s}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.LevelOfEffort || !s.IsAhead(t) || !t.Start.Known() || t.Start.Date > a.Last {
			continue
		}
		if hard := s.HardDay(t); t.Finish.Date < from && (hard == nil || *hard < from || *hard > a.Last) {
			continue
		}
		duty := Duty{Task: t, Near: t.Start.Date <= a.Near}
		duty.Responsible, duty.Executor = s.seesTo(t)
		a.Duties = append(a.Duties, duty)
	}
	slices.SortStableFunc(a.Duties, func(x, y Duty) int {
		return cmp.Or(cmp.Compare(x.Task.Start.Date, y.Task.Start.Date), cmp.Compare(x.Task.Finish.Date, y.Task.Finish.Date))
	})
	return a
}

// seesTo are who answers for a task and who does it: the same where the plan
// names nobody else.
func (s *Schedule) seesTo(t *Task) (responsible, executor Who) {
	responsible = s.responsible(t)
	if who := s.facts[t.ID].Executor; who != "" {
		return responsible, Who{who, s.executorName(who)}
	}
	return responsible, responsible
}

// responsible is whom the plan names, else the one person that has the role for
// the project, else the role with the people who share it.
func (s *Schedule) responsible(t *Task) Who {
	if who := s.facts[t.ID].Responsible; who != "" {
		return Who{who, s.whoName(who)}
	}
	role := t.Step.Role
	if role == "" {
		return Who{Name: told(s.say("timeline/nobody-responsible", nil))}
	}
	holders := s.Plan.Holders(role, t.Project)
	if len(holders) == 1 {
		return Who{holders[0], s.whoName(holders[0])}
	}
	name := s.whoName(role)
	if len(holders) > 1 {
		people := make([]lang.Text, len(holders))
		for i, id := range holders {
			people[i] = s.whoName(id)
		}
		name = withNote(name, people...)
	}
	return Who{role, name}
}

// executorName names a person, a role or a party.
func (s *Schedule) executorName(who string) lang.Text {
	if s.Book.Party(who) != nil {
		return s.Book.PartyName(who)
	}
	return s.whoName(who)
}
