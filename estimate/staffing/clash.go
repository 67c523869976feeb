package staffing

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

func personName(p *person) lang.Text { return lang.Both(cmp.Or(p.of.Name, p.id)) }

// clashes finds the runs of months in which people are short that are not over, and what
// is then left over by role and budget year.
func (s *Staffing) clashes(l *loads) {
	left := map[leftKey]*leftHours{}
	for i := range s.people {
		var run []load
		end := func() {
			if len(run) > 0 {
				s.Clashes = append(s.Clashes, s.clash(s.people[i].id, run))
			}
			run = nil
		}
		for k := range l.monthsAhead[i] {
			m := &l.monthsAhead[i][k]
			if m.over == 0 {
				end()
				continue
			}
			if len(run) > 0 && run[len(run)-1].last+1 != m.first {
				end()
			}
			run = append(run, *m)
			for _, of := range s.byRole(m, true) {
				s.leave(left, m.first.Year(), &of)
			}
		}
		end()
	}
	slices.SortStableFunc(s.Clashes, func(a, b Clash) int {
		return cmp.Or(b.Over.Cmp(a.Over), cmp.Compare(a.First, b.First), cmp.Compare(a.Person, b.Person))
	})
	s.price(left)
}

func (s *Staffing) clash(person string, run []load) Clash {
	c := Clash{Person: person, First: max(run[0].first, s.est.Schedule().SeenFrom()), Last: run[len(run)-1].last}
	need, available, over := int64(0), int64(0), int64(0)
	var parts []part
	for i := range run {
		need, available, over = need+run[i].need, available+run[i].available, over+run[i].over
		parts = append(parts, run[i].parts...)
		c.Months = append(c.Months, ClashMonth{
			First: max(run[i].first, c.First), Last: run[i].last,
			Need: hoursOf(run[i].need), Available: hoursOf(run[i].available), Over: hoursOf(run[i].over),
		})
	}
	c.Need, c.Available, c.Over, c.Tasks = hoursOf(need), hoursOf(available), hoursOf(over), s.tasksOf(parts)
	return c
}

type leftKey struct {
	year int
	role string
}

type leftHours struct {
	hours     int64
	certainty drejebog.Certainty
}

// leave notes what a role is short of in a year.
func (s *Staffing) leave(left map[leftKey]*leftHours, year int, of *loadOfRole) {
	if of.over == 0 {
		return
	}
	key := leftKey{year, of.role}
	if left[key] == nil {
		left[key] = &leftHours{certainty: drejebog.Stated}
	}
	left[key].hours += of.over
	left[key].certainty = s.weakest(left[key].certainty, of.parts)
}

// price tells what is left over with its price: that of a stand-in, else that of the
// role's own hour.
func (s *Staffing) price(left map[leftKey]*leftHours) {
	for key, of := range left {
		row := LeftOver{Role: key.role, Year: key.year, Hours: hoursOf(of.hours), Certainty: of.certainty}
		if rate, certainty, known := s.hourPrice(key.role, key.year, estimate.Backfill, estimate.Own); known {
			cost := row.Hours.Times(rate).Round(2)
			row.Rate, row.Cost, row.Certainty = &rate, &cost, row.Certainty.Weaker(certainty)
		}
		s.LeftOver = append(s.LeftOver, row)
	}
	slices.SortFunc(s.LeftOver, func(a, b LeftOver) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), s.roleOrder(a.Role)-s.roleOrder(b.Role))
	})
}

// worstWeek is the worst of a person's weeks ahead that are over, with how many there
// are, and whether any has work that the plan states. It is nil for none.
func (s *Staffing) worstWeek(weeks []load) (worst *load, n int, stated bool) {
	for i := range weeks {
		w := &weeks[i]
		if w.over == 0 {
			continue
		}
		n++
		stated = stated || slices.ContainsFunc(w.parts, func(of part) bool { return s.pieces[of.piece].stated })
		if worst == nil || w.over > worst.over {
			worst = w
		}
	}
	return worst, n, stated
}

// mostNamed is how many tasks a sentence lists.
const mostNamed = 3

// findings tells whom more is asked of than there is: as a note where only the estimate's
// hours and the playbook's roles say so.
func (s *Staffing) findings() {
	sched := s.est.Schedule()
	for i := range s.people {
		p := &s.people[i]
		worst, n, stated := s.worstWeek(s.weeks[i])
		if worst == nil {
			continue
		}
		f := sched.Book.Finding("DB-305", lang.Args{
			"who": personName(p), "hours": hoursOf(worst.need).ToWhole(), "capacity": hoursOf(worst.available).ToWhole(),
			"date": lang.Day(worst.first), "weeks": lang.Whole(n), "tasks": s.taskNames(worst),
		})
		if !stated {
			f.Severity = drejebog.SeverityNote
			f.Text = lang.Joined(" ", f.Text, sched.Book.Words.Say("staffing/by-the-estimate", nil))
		}
		f.Subject, f.Actor, f.Section = p.id, "kommune", drejebog.SectionOf(sched.Book.Landmarks.Lead)
		f.Date, f.Place = &worst.first, s.placeOf(p.id)
		s.Findings = append(s.Findings, f)
	}
}

// placeOf is where the plan has one of its people.
func (s *Staffing) placeOf(person string) strict.Place {
	place, _ := s.est.Schedule().Plan.Where(strict.Join("people", person))
	return place
}

// taskNames are the tasks of a load that need most.
func (s *Staffing) taskNames(l *load) lang.Value {
	sched := s.est.Schedule()
	tasks := s.tasksOf(l.parts)
	var names []lang.Text
	for i := range tasks[:min(len(tasks), mostNamed)] {
		names = append(names, sched.LabelOf(tasks[i].Task))
	}
	list := lang.SeriesOf("; ", names)
	if len(tasks) > mostNamed {
		return sched.Book.Words.Say("common/and-others", lang.Args{"list": list})
	}
	return list
}

// tasksOf sums parts by task, the largest first.
func (s *Staffing) tasksOf(parts []part) []TaskHours {
	byTask := map[string]int64{}
	for _, p := range parts {
		byTask[s.pieces[p.piece].task] += p.need
	}
	var tasks []TaskHours
	for task, hours := range byTask {
		tasks = append(tasks, TaskHours{task, hoursOf(hours)})
	}
	slices.SortFunc(tasks, func(a, b TaskHours) int { return cmp.Or(b.Hours.Cmp(a.Hours), cmp.Compare(a.Task, b.Task)) })
	return tasks
}
