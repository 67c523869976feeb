package timeline

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// soon is how many days ahead a task must have somebody who is responsible.
// The playbook does not say; a quarter is what a plan of people reaches.
const soon = 90

// organisationFindings says which projects and tasks have nobody. Who the
// people are is asked only where the plan names any; an own task must always
// say who is responsible. A role that nobody has is told once, at the first of
// its tasks.
func (s *Schedule) organisationFindings() {
	unfilled := map[string][]*Task{}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		switch {
		case t.NotRelevant != "":
		case t.Base() == s.Book.Landmarks.Lead:
			s.leaderless(t)
		case !t.LevelOfEffort && s.unanswered(t):
			unfilled[t.Step.Role] = append(unfilled[t.Step.Role], t)
		}
	}
	for _, role := range sortedKeys(unfilled) {
		tasks := unfilled[role]
		if role == "" {
			for _, t := range tasks {
				s.withoutResponsible(t, lang.Text{}, 0)
			}
			continue
		}
		first := slices.MinFunc(tasks, func(a, b *Task) int { return cmp.Compare(a.Start.Date, b.Start.Date) })
		name := s.whoName(role).Lower()
		s.withoutResponsible(first, name, len(tasks)-1)
	}
}

func (s *Schedule) leaderless(t *Task) {
	role := s.Book.Role(t.Step.Role)
	if len(s.Plan.People) == 0 || role == nil || len(s.Plan.Holders(role.ID, t.Project)) > 0 {
		return
	}
	s.raise(rule{
		code: "DB-306", subject: t.Project, project: t.Project, actor: "kommune", section: t.Activity.ID, path: []string{"people"},
	}, lang.Args{"role": role.Name.Lower()})
}

// unanswered reports whether a task that begins soon, or has begun, has
// nobody.
func (s *Schedule) unanswered(t *Task) bool {
	facts := s.solved.Facts[t.ID]
	if facts.Responsible != "" || facts.ActualFinish != nil || !t.Start.Known() || !t.Finish.Known() {
		return false
	}
	if t.Activity.ID == plan.OwnActivity {
		return true
	}
	seen := s.SeenFrom()
	due := t.Start.Date <= seen+soon && t.Finish.Date >= seen
	return due && len(s.Plan.People) > 0 && len(s.Plan.Holders(t.Step.Role, t.Project)) == 0
}

// withoutResponsible says that a task has nobody: of a role that nobody has,
// with how many other tasks are its.
func (s *Schedule) withoutResponsible(t *Task, role lang.Text, others int) {
	s.found("DB-307", &t.Node, "kommune", t.Start.Date, lang.Args{"date": lang.Day(t.Start.Date)})
	f := &s.Findings[len(s.Findings)-1]
	if !role.IsZero() {
		f.Data["role"] = role
		goOn(f, s.say("timeline/nobody-is", lang.Args{"role": role}))
	}
	if others > 0 {
		f.Data["others"] = lang.Whole(others)
		goOn(f, s.say("timeline/nor-others", lang.Args{"n": lang.Whole(others), "days": lang.Plain(soon)}))
	}
}

// load is the work of one role or person by week, in minutes.
type load struct {
	weeks map[date.Date]int64    // by the Monday
	tasks map[date.Date][]string // ids of the tasks behind it
}

// capacityFindings holds the hours that tasks state against those that people
// have. A task's hours fall evenly on its working days and on who does it: the
// executor, else the responsible, else the role that the playbook names. A
// person's capacity is the hours a week in the plan, a role's the sum of those
// of its people, whatever other roles they have; both shrink in a week with
// days off. A role with nobody, or with somebody whose hours are not stated,
// has no known capacity.
func (s *Schedule) capacityFindings() {
	loads := s.loads()
	for _, who := range sortedKeys(loads) {
		perWeek, known := s.minutesPerWeek(who)
		if !known {
			continue
		}
		s.overloaded(who, loads[who], perWeek)
	}
}

func (s *Schedule) loads() map[string]*load {
	loads := map[string]*load{}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		facts := s.solved.Facts[t.ID]
		if facts.Hours == nil || t.NotRelevant != "" || !t.Start.Known() || !t.Finish.Known() {
			continue
		}
		who := cmp.Or(facts.Executor, facts.Responsible, t.Step.Role)
		if loads[who] == nil {
			loads[who] = &load{weeks: map[date.Date]int64{}, tasks: map[date.Date][]string{}}
		}
		s.spreadHours(loads[who], t, facts.Hours.Minutes())
	}
	return loads
}

// spreadHours adds a task's minutes to the weeks of its working days; what
// does not divide evenly is carried on, so that the sum is kept.
func (s *Schedule) spreadHours(l *load, t *Task, minutes int64) {
	days := int64(s.Workdays(t.Start.Date, t.Finish.Date))
	worked := int64(0)
	for day := t.Start.Date; day <= t.Finish.Date && worked < days; day++ {
		if !s.solved.Days.Is(day) {
			continue
		}
		monday := mondayOf(day)
		l.weeks[monday] += minutes*(worked+1)/days - minutes*worked/days
		worked++
		if ids := l.tasks[monday]; len(ids) == 0 || ids[len(ids)-1] != t.ID {
			l.tasks[monday] = append(ids, t.ID)
		}
	}
}

func mondayOf(day date.Date) date.Date { return day - (date.Date(day.Weekday())+6)%7 }

// minutesPerWeek is the capacity of a person or a role in a whole week.
func (s *Schedule) minutesPerWeek(who string) (minutes int64, known bool) {
	people := []plan.Person{}
	if person, ok := s.Plan.People[who]; ok {
		people = append(people, person)
	} else {
		for _, id := range sortedKeys(s.Plan.People) {
			holds := func(role string) bool { base, _, _ := strings.Cut(role, "@"); return base == who }
			if person := s.Plan.People[id]; slices.ContainsFunc(person.Roles, holds) {
				people = append(people, person)
			}
		}
	}
	for _, person := range people {
		if person.HoursPerWeek == nil {
			return 0, false
		}
		minutes += person.HoursPerWeek.Minutes()
	}
	return minutes, len(people) > 0
}

// overloaded raises one finding for all weeks that a role or a person has too
// much in: at the week that is over by most, the first of them.
func (s *Schedule) overloaded(who string, l *load, perWeek int64) {
	weeks, worst, most, left := 0, date.Date(0), int64(0), int64(0)
	for _, monday := range slices.Sorted(maps.Keys(l.weeks)) {
		capacity := perWeek * int64(s.Workdays(monday, monday+4)) / 5
		over := l.weeks[monday] - capacity
		if over <= 0 || monday+6 < s.SeenFrom() {
			continue
		}
		weeks++
		if over > most {
			worst, most, left = monday, over, capacity
		}
	}
	if weeks == 0 {
		return
	}
	s.raise(rule{
		code: "DB-305", subject: who, actor: "kommune", section: drejebog.SectionOf(s.Book.Landmarks.Lead), day: worst, path: []string{"people", who},
	}, lang.Args{
		"who": s.whoName(who), "hours": hoursText(l.weeks[worst]), "capacity": hoursText(left),
		"date": lang.Day(worst), "weeks": lang.Whole(weeks), "tasks": s.taskNames(l.tasks[worst]),
	})
}

// hoursText rounds minutes to whole hours, halves up.
func hoursText(minutes int64) lang.Text {
	return lang.Both(strconv.FormatInt((minutes+30)/60, 10))
}

// mostNamed is how many tasks a sentence lists.
const mostNamed = 3

func (s *Schedule) taskNames(ids []string) lang.Value {
	var names []lang.Text
	for _, id := range ids[:min(len(ids), mostNamed)] {
		names = append(names, s.Label(&s.Task(id).Node))
	}
	list := lang.SeriesOf("; ", names)
	if len(ids) > mostNamed {
		return s.say("common/and-others", lang.Args{"list": list})
	}
	return list
}
