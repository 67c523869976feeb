package staffing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
)

// holders are the ids of those who have a role, for any project.
func (s *Staffing) holders(role string) []string {
	var ids []string
	for i := range s.people {
		if slices.ContainsFunc(s.people[i].of.Roles, func(held string) bool {
			id, _, _ := strings.Cut(held, "@")
			return id == role
		}) {
			ids = append(ids, s.people[i].id)
		}
	}
	return ids
}

// withoutDates sums the pieces without dates, those that are done or those that wait, by role
// and project.
func (s *Staffing) withoutDates(done bool) []Undated {
	var list []Undated
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.dated || p.done != done {
			continue
		}
		k := slices.IndexFunc(list, func(u Undated) bool { return u.Role == p.role && u.Project == p.project })
		if k < 0 {
			k = len(list)
			list = append(list, Undated{Role: p.role, Project: p.project})
		}
		if u := &list[k]; p.kind == estimate.Backfill {
			u.Backfill = u.Backfill.Add(hoursOf(p.hours))
		} else {
			u.Own = u.Own.Add(hoursOf(p.hours))
		}
	}
	slices.SortStableFunc(list, func(a, b Undated) int {
		return cmp.Or(s.roleOrder(a.Role)-s.roleOrder(b.Role), cmp.Compare(a.Project, b.Project))
	})
	return list
}

// isOver reports whether a piece lies before the day that the plan is seen from.
func (s *Staffing) isOver(p *piece) bool {
	return p.done || p.dated && p.last < s.est.Schedule().SeenFrom()
}

// roleOrder is the place of a role in the playbook.
func (s *Staffing) roleOrder(role string) int {
	roles := s.est.Schedule().Book.Roles
	return slices.IndexFunc(roles, func(r drejebog.Role) bool { return r.ID == role })
}

// teams sums up what is not over of the hours of those whom the plan does not name.
func (s *Staffing) teams() {
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.others == 0 || s.isOver(p) {
			continue
		}
		k := slices.IndexFunc(s.Teams, func(t Team) bool { return t.Role == p.role && t.Project == p.project })
		if k < 0 {
			k = len(s.Teams)
			s.Teams = append(s.Teams, s.team(p.role, p.project))
		}
		s.Teams[k].Hours = s.Teams[k].Hours.Add(hoursOf(s.ahead(p, p.others)))
	}
	slices.SortStableFunc(s.Teams, func(a, b Team) int {
		return cmp.Or(s.roleOrder(a.Role)-s.roleOrder(b.Role), cmp.Compare(a.Project, b.Project))
	})
}

// ahead is what of a piece's hours lies on the days ahead.
func (s *Staffing) ahead(p *piece, hours int64) int64 {
	sched := s.est.Schedule()
	seen := sched.SeenFrom()
	if !p.dated || p.first >= seen {
		return hours
	}
	past, left := sched.Workdays(p.first, seen-1), sched.Workdays(seen, p.last)
	if past+left == 0 {
		return hours
	}
	return parted(hours, []int64{int64(past), int64(left)})[1]
}

// nobody finds the roles whose work that is not over nobody in the plan has.
func (s *Staffing) nobody() {
	seen := s.est.Schedule().SeenFrom()
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.shares != nil || p.others > 0 || s.isOver(p) {
			continue
		}
		k := slices.IndexFunc(s.Nobody, func(n Nobody) bool { return n.Role == p.role })
		if k < 0 {
			k = len(s.Nobody)
			s.Nobody = append(s.Nobody, Nobody{Role: p.role})
		}
		n := &s.Nobody[k]
		n.Hours = n.Hours.Add(hoursOf(s.ahead(p, p.hours)))
		if p.project != "" && !slices.Contains(n.Projects, p.project) {
			n.Projects = append(n.Projects, p.project)
		}
		if first := max(p.first, seen); p.dated && (n.First == nil || first < *n.First) {
			n.First = &first
		}
	}
	slices.SortFunc(s.Nobody, func(a, b Nobody) int { return s.roleOrder(a.Role) - s.roleOrder(b.Role) })
}
