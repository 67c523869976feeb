package staffing

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// Hire is what one more person of a role would save, full time, in the months in which at
// least half of that time goes to what people are short of. Each stands alone: two together
// do not save the sum, where one person is short in both roles.
type Hire struct {
	Role      string             `json:"role" form:"set"` // id
	Months    []HireMonth        `json:"months"`          // in order
	Hours     drejebog.Hours     `json:"hours"`           // that the person has in them
	Saved     drejebog.Hours     `json:"saved"`           // of what people are short of: those who have the role can hand it over
	Cost      *drejebog.Kroner   `json:"cost"`            // of Hours, at the role's own rate, else that of a stand-in; nil where neither is known
	Certainty drejebog.Certainty `json:"certainty" form:"set"`
}

// HireMonth is a month of a hire, or of the month that goes on what is left of it.
type HireMonth struct {
	First date.Date      `json:"first"`
	Last  date.Date      `json:"last"`
	Hours drejebog.Hours `json:"hours"`
	Saved drejebog.Hours `json:"saved"`
}

// handed is what those who are short in a month could hand over to another of the role.
type handed struct {
	load
	certainty drejebog.Certainty
}

// hires finds what one more person of each role would save, the most first.
func (s *Staffing) hires(l *loads) {
	over := map[string][]handed{}
	for i := range s.people {
		for k := range l.monthsAhead[i] {
			if m := &l.monthsAhead[i][k]; m.over > 0 {
				s.handOver(over, m)
			}
		}
	}
	for role, months := range over {
		slices.SortFunc(months, func(a, b handed) int { return int(a.first - b.first) })
		if h := s.hire(role, months); len(h.Months) > 0 {
			s.Hires = append(s.Hires, h)
		}
	}
	slices.SortFunc(s.Hires, func(a, b Hire) int {
		return cmp.Or(b.Saved.Cmp(a.Saved), s.roleOrder(a.Role)-s.roleOrder(b.Role))
	})
}

// handOver adds what a person who is short in a month could hand over of each role: all of
// the role's work, and no more than what is missing.
func (s *Staffing) handOver(over map[string][]handed, m *load) {
	for _, of := range s.byRole(m, true) {
		k := slices.IndexFunc(over[of.role], func(h handed) bool { return h.first == m.first })
		if k < 0 {
			k = len(over[of.role])
			over[of.role] = append(over[of.role], handed{load{first: m.first, last: m.last}, drejebog.Stated})
		}
		h := &over[of.role][k]
		h.over += min(of.need, m.over)
		h.certainty = s.weakest(h.certainty, of.parts)
	}
}

// weakest is the weakest certainty of parts and one more.
func (s *Staffing) weakest(certainty drejebog.Certainty, parts []part) drejebog.Certainty {
	for _, p := range parts {
		certainty = certainty.Weaker(s.pieces[p.piece].certainty)
	}
	return certainty
}

// hire is the one of a role, without months where there is too little for half a person.
func (s *Staffing) hire(role string, months []handed) Hire {
	sched := s.est.Schedule()
	h, priced := Hire{Role: role, Certainty: drejebog.Stated}, true
	var cost drejebog.Kroner
	for i := range months {
		m := &months[i]
		first := max(m.first, sched.SeenFrom())
		hours := s.fullTime() * int64(sched.Workdays(first, m.last))
		saved := min(m.over, hours)
		if hours == 0 || 2*saved < hours {
			continue
		}
		h.Months = append(h.Months, HireMonth{first, m.last, hoursOf(hours), hoursOf(saved)})
		h.Hours, h.Saved = h.Hours.Add(hoursOf(hours)), h.Saved.Add(hoursOf(saved))
		rate, certainty, known := s.hourPrice(role, m.first.Year(), estimate.Own, estimate.Backfill)
		if priced = priced && known; priced {
			cost, h.Certainty = cost.Add(hoursOf(hours).Times(rate).Round(2)), h.Certainty.Weaker(certainty)
		}
		h.Certainty = h.Certainty.Weaker(m.certainty)
	}
	if priced {
		h.Cost = &cost
	}
	return h
}

// fullTime is what a person in a full-time year has on a working day.
func (s *Staffing) fullTime() int64 {
	return hundredths(s.est.Schedule().Book.FullTimeYear.Hours) / (weeksAYear * workdaysAWeek)
}

// weeksAYear is how many weeks a full-time year is for.
const weeksAYear = 52

// hourPrice is what an hour of a role costs in a year, by the first of the kinds that has a
// rate.
func (s *Staffing) hourPrice(role string, year int, kinds ...estimate.Kind) (rate drejebog.Kroner, certainty drejebog.Certainty, known bool) {
	for _, kind := range kinds {
		if rate, certainty, known = s.est.HourPrice(role, kind, year); known {
			return rate, certainty, true
		}
	}
	return drejebog.Kroner{}, 0, false
}
