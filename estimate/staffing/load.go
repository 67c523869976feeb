package staffing

import (
	"cmp"
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
	"github.com/rickb777/date/v2"
)

// load is what is needed of somebody in a month or a week, in hundredths of hours.
type load struct {
	first, last           date.Date
	need, available, over int64
	parts                 []part
}

// part is what one piece needs of a load.
type part struct {
	piece int
	need  int64
}

// loads are those of the plan's people, then of the roles that others have, or nobody, by
// resource.
type loads struct {
	months, weeks           [][]load
	monthsAhead, weeksAhead [][]load // the same of the days ahead alone
	roles                   []string // behind the people
}

// loads lays the pieces out on days and sums them up by month and week.
func (s *Staffing) loads() (*loads, error) {
	out := &loads{}
	days := s.daysOf()
	problem := level.Problem{Network: days, Input: cpm.Input{}}
	from, until := date.Max(), date.Min()
	var of []int // the piece, by activity
	for i := range s.pieces {
		p := &s.pieces[i]
		if !p.dated {
			continue
		}
		from, until = min(from, p.first), max(until, p.last+1)
		at := len(problem.Network.Activities)
		of = append(of, i)
		problem.Network.Activities = append(problem.Network.Activities, cpm.Activity{Key: p.task, Duration: 1})
		problem.Input.Fixed = append(problem.Input.Fixed, cpm.Fixed{Activity: at, Start: instant(p.first), Finish: instant(p.last + 1)})
		for _, one := range p.shares {
			problem.Demands = append(problem.Demands, level.Demand{Activity: at, Resource: one.person, Total: one.hours})
		}
		if hours := p.unnamed(); hours > 0 {
			k := slices.Index(out.roles, p.role)
			if k < 0 {
				k = len(out.roles)
				out.roles = append(out.roles, p.role)
			}
			problem.Demands = append(problem.Demands, level.Demand{Activity: at, Resource: len(s.people) + k, Total: hours})
		}
	}
	n := len(s.people) + len(out.roles)
	out.months, out.weeks, out.monthsAhead, out.weeksAhead = make([][]load, n), make([][]load, n), make([][]load, n), make([][]load, n)
	if len(of) == 0 {
		return out, nil
	}
	problem.Input.Start = instant(from)
	for i := range s.people {
		problem.Resources = append(problem.Resources, s.resource(&s.people[i], from, until))
	}
	problem.Resources = append(problem.Resources, make([]level.Resource, len(out.roles))...)
	return out, s.count(out, &problem, of, from, until)
}

// count sums up, so many resources at a time as package level looks at.
func (s *Staffing) count(out *loads, p *level.Problem, of []int, from, until date.Date) error {
	graph, err := cpm.Build(p.Network)
	if err != nil {
		return err
	}
	var result cpm.Result
	if err := graph.Solve(&p.Input, &result); err != nil {
		return err
	}
	seen := s.est.Schedule().SeenFrom()
	periods := periodsOf(from, until, seen)
	ahead, _ := slices.BinarySearch(periods, instant(seen))
	most := max(1, int(level.MaxCells/int64(periods[len(periods)-1]-periods[0]+1)))
	all, demands := p.Resources, p.Demands
	for first := 0; first < len(all); first += most {
		last := min(first+most, len(all))
		p.Resources, p.Demands = all[first:last], nil
		for _, d := range demands {
			if d.Resource >= first && d.Resource < last {
				d.Resource -= first
				p.Demands = append(p.Demands, d)
			}
		}
		counted, err := level.Load(p, &result, periods)
		if err != nil {
			return err
		}
		for i := range counted.Resources {
			unlimited := first+i >= len(s.people) || s.people[first+i].basis == Unlimited
			all := counted.Resources[i].Periods
			left := min(ahead, len(all))
			out.months[first+i], out.monthsAhead[first+i] = summed(all, periods, of, unlimited, monthOf), summed(all[left:], periods[left:], of, unlimited, monthOf)
			out.weeks[first+i], out.weeksAhead[first+i] = summed(all, periods, of, unlimited, weekOf), summed(all[left:], periods[left:], of, unlimited, weekOf)
		}
	}
	return nil
}

// daysOf is a network without activities on the working days of the plan.
func (s *Staffing) daysOf() cpm.Network {
	network := s.est.Schedule().Network().Problem
	network.Activities, network.Links = nil, nil
	return network
}

func instant(day date.Date) cpm.Instant { return cpm.Instant(day) }

// resource is what there is of a person from one day to before another: less on half days
// off, nothing on days away.
func (s *Staffing) resource(p *person, from, until date.Date) level.Resource {
	r := level.Resource{Key: p.id, Units: p.perDay()}
	for _, day := range s.halfDays(from, until) {
		r.Changes = append(r.Changes, level.Change{From: instant(day), Until: instant(day + 1), Units: p.perDay() / 2})
	}
	for _, away := range p.absences() {
		if first := max(away.first, from); first <= min(away.last, until) {
			r.Changes = append(r.Changes, level.Change{From: instant(first), Until: instant(min(away.last, until) + 1)})
		}
	}
	return r
}

// days are those from one to another, both included.
type days struct{ first, last date.Date }

// absences are the days that a person is away.
func (p *person) absences() []days {
	var list []days
	for _, away := range p.of.Absences {
		list = append(list, days{away.From, (&plan.Closure{From: away.From, To: away.To}).Last()})
	}
	return list
}

// isAway reports whether a person is away on a day.
func (p *person) isAway(day date.Date) bool {
	return slices.ContainsFunc(p.absences(), func(away days) bool { return away.first <= day && day <= away.last })
}

// halfDays are the days on which work stops at noon, of those that the plan says nothing of.
func (s *Staffing) halfDays(from, until date.Date) []date.Date {
	var days []date.Date
	sched := s.est.Schedule()
	for i := range sched.Book.DaysOff {
		d := &sched.Book.DaysOff[i]
		if c := sched.Plan.Calendar; c != nil {
			if _, says := c.DaysOff[d.ID]; says {
				continue
			}
		}
		for year := from.Year(); d.Half && !d.Free && year <= until.Year(); year++ {
			days = append(days, date.New(year, time.Month(d.Month), d.Day))
		}
	}
	return days
}

// periodsOf are the Mondays and the first days of months between two days, with the first
// of the month and the Monday on or before the one and after the other, and the day that
// all is seen from.
func periodsOf(from, until, seen date.Date) []cpm.Instant {
	first, _ := monthOf(from)
	monday, _ := weekOf(from)
	_, lastOfMonth := monthOf(until)
	_, sunday := weekOf(until)
	end := max(lastOfMonth, sunday) + 1
	var periods []cpm.Instant
	for day := min(first, monday); day <= end; day++ {
		if day.Weekday() == time.Monday || day.Day() == 1 || day == seen || day == end {
			periods = append(periods, instant(day))
		}
	}
	return periods
}

// monthOf and weekOf are the first and the last day of what a day lies in.
func monthOf(day date.Date) (first, last date.Date) {
	year, month, _ := day.Date()
	return date.New(year, month, 1), date.New(year, month+1, 0)
}

func weekOf(day date.Date) (first, last date.Date) {
	monday := day - (date.Date(day.Weekday())+6)%7
	return monday, monday + 6
}

// summed are the loads by month or by week, those without need left out.
func summed(counted []level.PeriodLoad, periods []cpm.Instant, of []int, unlimited bool, within func(date.Date) (first, last date.Date)) []load {
	var list []load
	for n := range counted {
		c := &counted[n]
		first, last := within(date.Date(periods[n]))
		if k := len(list); k == 0 || list[k-1].first != first {
			list = append(list, load{first: first, last: last})
		}
		l := &list[len(list)-1]
		l.need, l.available = l.need+c.Need, l.available+c.Capacity
		for _, p := range c.Parts {
			l.add(of[p.Activity], p.Need)
		}
	}
	list = slices.DeleteFunc(list, func(l load) bool { return l.need == 0 })
	for i := range list {
		if l := &list[i]; !unlimited && l.need > l.available {
			l.over = l.need - l.available
		}
	}
	return list
}

func (l *load) add(piece int, need int64) {
	for i := range l.parts {
		if l.parts[i].piece == piece {
			l.parts[i].need += need
			return
		}
	}
	l.parts = append(l.parts, part{piece, need})
}

// rows tells the loads of people, and those of roles: of each person's load a role has what
// its pieces need, and so much of what there is and of what is over.
func (s *Staffing) rows(l *loads) {
	sched := s.est.Schedule()
	roles := map[string]*roleLoads{}
	s.People = make([]Row, len(s.people))
	for i := range s.people {
		p := &s.people[i]
		row := Row{ID: p.id, Name: personName(p), Roles: slices.Clone(p.of.Roles), Basis: p.basis}
		if p.basis != Unlimited {
			hours := hoursOf(p.perWeek)
			row.PerWeek = &hours
		}
		known := p.basis != Unlimited
		row.Months, row.Weeks = s.periods(l.months[i], known), s.periods(l.weeks[i], known)
		s.People[i] = row
		s.toRoles(roles, l.months[i], l.weeks[i], known)
	}
	for k := range l.roles {
		s.toRoles(roles, l.months[len(s.people)+k], l.weeks[len(s.people)+k], false)
	}
	for i := range s.pieces {
		s.addUndated(roles, &s.pieces[i])
	}
	for i := range sched.Book.Roles {
		role := &sched.Book.Roles[i]
		if of := roles[role.ID]; of != nil {
			row := Row{ID: role.ID, Name: role.Name, Who: s.holders(role.ID), Undated: hoursOf(of.undated), DoneUndated: hoursOf(of.done)}
			row.Months, row.Weeks = s.periods(of.months, true), s.periods(of.weeks, true)
			s.Roles = append(s.Roles, row)
		}
	}
	for i := range s.People {
		s.People[i].sum()
	}
	for i := range s.Roles {
		s.Roles[i].sum()
	}
}

// sum sums a row up, and finds its peak and when it is over first.
func (r *Row) sum() {
	for i := range r.Months {
		r.Own, r.Backfill = r.Own.Add(r.Months[i].Own), r.Backfill.Add(r.Months[i].Backfill)
	}
	for i := range r.Weeks {
		w := &r.Weeks[i]
		if need := w.Need(); r.Peak == nil || need.Cmp(r.Peak.Need()) > 0 {
			r.Peak = w
		}
		if r.FirstOver == nil && w.Over.Sign() > 0 {
			r.FirstOver = w
		}
	}
}

// addUndated adds a piece without dates to its people and its role.
func (s *Staffing) addUndated(roles map[string]*roleLoads, p *piece) {
	if p.dated {
		return
	}
	if roles[p.role] == nil {
		roles[p.role] = &roleLoads{}
	}
	for _, one := range p.shares {
		row, hours := &s.People[one.person], hoursOf(one.hours)
		if p.done {
			row.DoneUndated = row.DoneUndated.Add(hours)
		} else {
			row.Undated = row.Undated.Add(hours)
		}
	}
	if p.done {
		roles[p.role].done += p.hours
	} else {
		roles[p.role].undated += p.hours
	}
}

// unknown is what stands for what is available where a part of it is not known.
const unknown = -1

// periods tells loads.
func (s *Staffing) periods(list []load, known bool) []Period {
	out := make([]Period, len(list))
	for i := range list {
		l := &list[i]
		p := Period{First: l.first, Last: l.last, Over: hoursOf(l.over)}
		if known && l.available != unknown {
			available := hoursOf(l.available)
			p.Available = &available
		}
		for _, of := range s.byProject(l) {
			hours := ProjectHours{Project: of.project, Own: hoursOf(of.own), Backfill: hoursOf(of.backfill)}
			p.Own, p.Backfill = p.Own.Add(hours.Own), p.Backfill.Add(hours.Backfill)
			p.Projects = append(p.Projects, hours)
		}
		out[i] = p
	}
	return out
}

// loadOfProject is what of a load is for a project.
type loadOfProject struct {
	project       string
	own, backfill int64
}

// byProject parts a load over its projects, in the order of their ids.
func (s *Staffing) byProject(l *load) []loadOfProject {
	var list []loadOfProject
	for _, part := range l.parts {
		of := &s.pieces[part.piece]
		i := slices.IndexFunc(list, func(p loadOfProject) bool { return p.project == of.project })
		if i < 0 {
			i = len(list)
			list = append(list, loadOfProject{project: of.project})
		}
		if of.kind == estimate.Backfill {
			list[i].backfill += part.need
		} else {
			list[i].own += part.need
		}
	}
	slices.SortFunc(list, func(a, b loadOfProject) int { return cmp.Compare(a.project, b.project) })
	return list
}

// roleLoads are the loads of a role.
type roleLoads struct {
	months, weeks []load
	undated, done int64
}

// toRoles parts loads over the roles that they are for.
func (s *Staffing) toRoles(roles map[string]*roleLoads, months, weeks []load, known bool) {
	into := func(role string) *roleLoads {
		if roles[role] == nil {
			roles[role] = &roleLoads{}
		}
		return roles[role]
	}
	for i := range months {
		for _, of := range s.byRole(&months[i], known) {
			merge(&into(of.role).months, &of.load)
		}
	}
	for i := range weeks {
		for _, of := range s.byRole(&weeks[i], known) {
			merge(&into(of.role).weeks, &of.load)
		}
	}
}

// loadOfRole is what of a load is for a role.
type loadOfRole struct {
	role string
	load
}

// byRole parts a load over its roles, in the order of their ids.
func (s *Staffing) byRole(l *load, known bool) []loadOfRole {
	var list []loadOfRole
	for _, p := range l.parts {
		role := s.pieces[p.piece].role
		i := slices.IndexFunc(list, func(o loadOfRole) bool { return o.role == role })
		if i < 0 {
			i = len(list)
			list = append(list, loadOfRole{role: role, load: load{first: l.first, last: l.last}})
		}
		list[i].need += p.need
		list[i].parts = append(list[i].parts, p)
	}
	slices.SortFunc(list, func(a, b loadOfRole) int { return cmp.Compare(a.role, b.role) })
	needs := make([]int64, len(list))
	for i := range list {
		needs[i] = list[i].need
	}
	available, over := parted(l.available, needs), parted(l.over, needs)
	for i := range list {
		list[i].available, list[i].over = available[i], over[i]
		if !known {
			list[i].available = unknown
		}
	}
	return list
}

// merge adds a load to those of its role, which are in order.
func merge(list *[]load, l *load) {
	i, found := slices.BinarySearchFunc(*list, l.first, func(have load, first date.Date) int { return int(have.first - first) })
	if !found {
		*list = slices.Insert(*list, i, load{first: l.first, last: l.last})
	}
	into := &(*list)[i]
	into.need, into.over = into.need+l.need, into.over+l.over
	if l.available == unknown || into.available == unknown {
		into.available = unknown
	} else {
		into.available += l.available
	}
	for _, p := range l.parts {
		into.add(p.piece, p.need)
	}
}
