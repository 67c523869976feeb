package staffing

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
	"github.com/rickb777/date/v2"
)

// Levelling is when the go-lives come if nobody is hired and no hour is bought.
type Levelling struct {
	GoLives   []GoLive `json:"goLives"`   // those that lie ahead and have a date, by what they come to
	Proved    bool     `json:"proved"`    // no order of the tasks gives less delay in all
	AtLeast   int      `json:"atLeast"`   // days that no order of the tasks avoids, of all go-lives together
	Schedules int      `json:"schedules"` // that were tried
}

// GoLive is a go-live, and when the kommune's own people would be ready for it.
type GoLive struct {
	Milestone string     `json:"milestone" form:"set"` // id
	Project   string     `json:"project" form:"set"`
	Date      date.Date  `json:"date"`     // in force
	Levelled  *date.Date `json:"levelled"` // nil: never, somebody has no time left for what it waits for
	Days      int        `json:"days"`     // later, by the calendar
	Waits     []string   `json:"waits"`    // ids of the people whose time it waits for, the last first
	Others    []Waited   `json:"others"`   // likewise of other kommuner, whose work holds up somebody who is shared
}

// Waited is one of the people of another kommune.
type Waited struct {
	Kommune string `json:"kommune" form:"set"` // code
	Person  string `json:"person" form:"set"`  // id
}

// DefaultSchedules is how many schedules Level tries where it is not told.
const DefaultSchedules = 10_000

// levelSeed chooses the search, so that it is the same each time.
const levelSeed = 1

// Level finds when the go-lives would come if nobody is hired: the tasks that have not begun
// are put so that no person has more to do on a day than he or she has time for, none before
// the day that it is planned on, and the go-lives wait for them. What others deliver, and
// budgets, come as they are planned. It tries so many schedules, 0 for DefaultSchedules, and
// takes that with the fewest days of delay, of all go-lives together.
//
// These are ours. What is not a task but goes on, management most of all, has its hours
// evenly on the days ahead, as many as the estimate has, however late it gets. Who has too
// little time for all is through with it on the day by which he or she has had that much;
// tasks have so much of each day that they can be done by then too, and what goes on has the
// rest. What goes on after a go-live follows it, and holds nothing up. A task is as long as
// it is planned, or longer, until those who do it have the time; it rests while they are
// away, and half days off count as whole. Those whose hours are not known, and those whom
// the plan does not name, hold nothing up.
//
// The error is that of the context, or estimate.ErrNotComputed.
func (s *Staffing) Level(ctx context.Context, schedules int) (*Levelling, error) {
	if s.Estimate() == nil {
		return nil, estimate.ErrNotComputed
	}
	if schedules <= 0 {
		schedules = DefaultSchedules
	}
	all, err := levellingOf([]*Staffing{s}, nil)
	if err != nil {
		return nil, err
	}
	found, err := all.level(ctx, schedules)
	if err != nil {
		return nil, err
	}
	out := &Levelling{GoLives: all.plans[0].tell(found)}
	if found != nil {
		out.Proved, out.AtLeast, out.Schedules = isLeastLate(found), int(found.BoundLateness), found.Schedules
	}
	return out, nil
}

// levelling is what plans are levelled as, one or several.
type levelling struct {
	level.Problem
	plans  []*levelled
	whose  []whose       // by resource
	longer map[int][]int // the resources that make an activity longer
	never  []int         // activities that somebody has no time at all for
}

// whose says which of the plans' people a resource is: of the first of those who share one.
type whose struct{ plan, person int }

// isLeastLate reports whether nothing gives less delay, whatever comes after the go-lives.
func isLeastLate(found *level.Plan) bool { return found.Lateness == found.BoundLateness }

// level searches; nil where there is no room for it in any time that counts.
func (all *levelling) level(ctx context.Context, schedules int) (*level.Plan, error) {
	found, err := level.Level(ctx, &all.Problem, level.Options{Schedules: schedules, Seed: levelSeed})
	if faults, is := errors.AsType[level.Faults](err); is && len(faults) == 1 && faults[0].Code == level.TooLong {
		return nil, nil
	}
	return found, err
}

// levellingOf makes one levelling of plans, in which each of the people whom they share, by
// group, is one.
func levellingOf(plans []*Staffing, shared [][]holder) (*levelling, error) {
	all := &levelling{longer: map[int][]int{}}
	for i, s := range plans {
		l, err := all.add(s)
		if err != nil {
			return nil, err
		}
		if seen := instant(s.est.Schedule().SeenFrom() + 1); i == 0 || seen < all.Input.Start {
			all.Input.Start = seen
		}
		all.plans = append(all.plans, l)
	}
	all.takePeople(shared)
	for _, l := range all.plans {
		l.takeActivities()
		l.takeRest()
	}
	return all, nil
}

// levelled is a plan that is levelled: the tasks that can be moved with what joins them to
// each other and to the go-lives.
type levelled struct {
	*levelling
	s       *Staffing
	network *timeline.Network
	planned cpm.Result
	free    []bool          // by piece: of a task that can be moved
	later   []bool          // by piece: it goes on after its project's go-live, whenever that comes
	hours   []map[int]int64 // what a free task needs of a person, by activity of the schedule's network
	other   map[int]int64   // what goes on needs of a person
	needed  map[int]bool    // anything at all
	until   map[int]date.Date

	goLives []int         // by activity of the schedule's network
	at      []int         // the activity here, by that one; -1 for none
	first   int           // of its calendars here
	people  []int         // who is a resource here
	as      map[int]int   // the resource, by person
	there   map[int]int64 // what a person has for tasks on a day
	rest    []int         // pieces that are neither free nor go on
}

func (all *levelling) add(s *Staffing) (*levelled, error) {
	l := &levelled{
		levelling: all, s: s, network: s.est.Schedule().Network(), other: map[int]int64{}, needed: map[int]bool{},
		until: map[int]date.Date{}, as: map[int]int{}, there: map[int]int64{},
	}
	if err := l.network.Graph.Solve(&l.network.Input, &l.planned); err != nil {
		return nil, err
	}
	l.hours = make([]map[int]int64, len(l.network.IDs))
	l.takeGoLives()
	l.takeHours()
	all.Network.Epoch, all.Network.TicksPerDay = l.network.Problem.Epoch, l.network.Problem.TicksPerDay
	l.first = len(all.Network.Calendars)
	all.Network.Calendars = append(all.Network.Calendars, l.network.Problem.Calendars...)
	return l, nil
}

// takeGoLives finds the go-lives that lie ahead.
func (l *levelled) takeGoLives() {
	sched := l.s.est.Schedule()
	for i := range sched.Milestones {
		m := &sched.Milestones[i]
		if a, has := l.network.Index[m.ID]; has && m.Milestone != nil && m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > sched.SeenFrom() {
			l.goLives = append(l.goLives, a)
		}
	}
}

// takeHours sums what lies ahead up: of the tasks that are free, of what goes on, and of the
// rest, by piece.
func (l *levelled) takeHours() {
	s := l.s
	sched := s.est.Schedule()
	l.free, l.later = make([]bool, len(s.pieces)), make([]bool, len(s.pieces))
	for i := range s.pieces {
		p := &s.pieces[i]
		if !p.dated || p.last < sched.SeenFrom() {
			continue
		}
		t := sched.Task(p.task)
		a, has := l.network.Index[p.task]
		free := has && t != nil && s.isOpen(t)
		l.free[i], l.later[i] = free, !free && l.follows(p)
		if !free && !l.later[i] && t != nil && !t.LevelOfEffort {
			l.rest = append(l.rest, i)
		}
		for _, one := range p.shares {
			if s.people[one.person].basis == Unlimited || l.later[i] {
				continue
			}
			hours := s.ahead(p, one.hours)
			l.needed[one.person] = l.needed[one.person] || hours > 0
			switch {
			case free && l.hours[a] == nil:
				l.hours[a] = map[int]int64{one.person: hours}
			case free:
				l.hours[a][one.person] += hours
			case t == nil || t.LevelOfEffort:
				l.other[one.person] += hours
				l.until[one.person] = max(l.until[one.person], p.last)
			}
		}
	}
}

// follows reports whether what a piece is for begins after a go-live of its project that
// lies ahead.
func (l *levelled) follows(p *piece) bool {
	return slices.ContainsFunc(l.goLives, func(a int) bool {
		m := l.s.est.Schedule().Milestone(l.network.IDs[a])
		return m.Project == p.project && p.first >= m.Date.Date
	})
}

// isOpen reports whether a task of the kommune's own has not begun.
func (s *Staffing) isOpen(t *timeline.Task) bool {
	sched := s.est.Schedule()
	facts := sched.Facts(t.ID)
	return t.NotRelevant == "" && !t.LevelOfEffort && t.Start.Known() && t.Finish.Known() && t.Start.Date > sched.SeenFrom() &&
		facts.ActualStart == nil && !facts.IsDone() && !facts.IsBegunUndated() && sched.Actor(t) == "kommune"
}

// takePeople makes the people resources, those whom plans share one for all.
func (all *levelling) takePeople(shared [][]holder) {
	for n, l := range all.plans {
		for i := range l.s.people {
			if _, has := l.as[i]; has || l.s.people[i].basis == Unlimited {
				continue
			}
			held := []holder{{n, l.s, i}}
			if k := slices.IndexFunc(shared, func(group []holder) bool { return slices.Contains(group, held[0]) }); k >= 0 {
				held = shared[k]
			}
			if slices.ContainsFunc(held, func(h holder) bool { return all.plans[h.plan].needed[h.index] }) {
				all.takePerson(held)
			}
		}
	}
}

// takePerson makes a resource of somebody whom plans have.
func (all *levelling) takePerson(held []holder) {
	p, there := held[0].person(), all.forTasks(held)
	r := level.Resource{Key: p.id, Units: there}
	for _, away := range p.absences() {
		r.Changes = append(r.Changes, level.Change{From: instant(away.first), Until: instant(away.last + 1)})
	}
	for _, h := range held {
		l := all.plans[h.plan]
		l.people, l.as[h.index], l.there[h.index] = append(l.people, h.index), len(all.Resources), there
	}
	all.whose = append(all.whose, whose{held[0].plan, held[0].index})
	all.Resources = append(all.Resources, r)
}

// needOfWeek is what is needed of somebody in a week, by all that goes on, and by tasks.
type needOfWeek struct {
	first      date.Date
	all, tasks int64
}

// weeksOf are the weeks of somebody in order, without what comes after the go-lives.
func (all *levelling) weeksOf(held []holder) []needOfWeek {
	var list []needOfWeek
	for _, h := range held {
		l := all.plans[h.plan]
		for _, week := range l.s.weeks[h.index] {
			at, found := slices.BinarySearchFunc(list, week.first, func(w needOfWeek, first date.Date) int { return int(w.first - first) })
			if !found {
				list = slices.Insert(list, at, needOfWeek{first: week.first})
			}
			for _, of := range week.parts {
				if l.later[of.piece] {
					continue
				}
				if list[at].all += of.need; l.free[of.piece] {
					list[at].tasks += of.need
				}
			}
		}
	}
	return list
}

// forTasks is what somebody has for tasks on a day: what goes on leaves so much of it, or
// tasks need it to be through with the rest. Days are counted by what there is of him or her
// on them.
func (all *levelling) forTasks(held []holder) int64 {
	sched, day := held[0].s.est.Schedule(), held[0].person().perDay()
	seen, until, other := sched.SeenFrom(), date.Min(), int64(0)
	for _, h := range held {
		l := all.plans[h.plan]
		seen, other = min(seen, h.s.est.Schedule().SeenFrom()), other+l.other[h.index]
		until = max(until, l.until[h.index])
	}
	left := day
	if days := sched.Workdays(seen, until); days > 0 {
		left = day - other/int64(days)
	}
	weeks := all.weeksOf(held)
	tasks, had := make([]int64, len(weeks)), make([]int64, len(weeks))
	allNeed, allTasks, through := int64(0), int64(0), int64(0)
	for k := len(weeks) - 1; k >= 0; k-- {
		allNeed, allTasks = allNeed+weeks[k].all, allTasks+weeks[k].tasks
		had[k], tasks[k] = day*int64(sched.Workdays(seen, weeks[k].first-1)), allTasks
		through = max(through, had[k]+allNeed)
	}
	for k := range weeks {
		if until := through - had[k]; until > 0 {
			left = max(left, tasks[k]*day/until)
		}
	}
	return left
}

// takeActivities takes over what can be moved, with the links between.
func (l *levelled) takeActivities() {
	calendars := map[string]int{}
	l.at = make([]int, len(l.network.IDs))
	start := instant(l.s.est.Schedule().SeenFrom() + 1)
	for a, kept := range l.kept() {
		if l.at[a] = -1; !kept {
			continue
		}
		l.at[a] = len(l.Network.Activities)
		activity := l.network.Problem.Activities[a]
		for _, person := range l.doing(a) {
			hours, there := l.hours[a][person], l.there[person]
			if there == 0 {
				l.never = append(l.never, l.at[a])
				continue
			}
			switch days := cpm.Work(min((hours+there-1)/there, level.MaxCells)); {
			case days > activity.Duration:
				activity.Duration, l.longer[l.at[a]] = days, []int{l.as[person]}
			case days == activity.Duration && l.longer[l.at[a]] != nil:
				l.longer[l.at[a]] = append(l.longer[l.at[a]], l.as[person])
			}
		}
		for _, person := range l.doing(a) {
			if days := int64(activity.Duration); days > 0 && l.there[person] > 0 {
				l.Demands = append(l.Demands, level.Demand{Activity: l.at[a], Resource: l.as[person], Units: (l.hours[a][person] + days - 1) / days})
			}
		}
		activity.Calendar = l.calendar(calendars, a, activity.Calendar)
		l.Network.Activities = append(l.Network.Activities, activity)
		l.Input.Starts = append(l.Input.Starts, max(start, l.planned.Dates(a).EarlyStart))
	}
	for _, link := range l.network.Problem.Links {
		if l.at[link.From] >= 0 && l.at[link.To] >= 0 {
			link.From, link.To = l.at[link.From], l.at[link.To]
			link.Lag.Calendar += l.first
			l.Network.Links = append(l.Network.Links, link)
		}
	}
	for _, a := range l.goLives {
		if l.at[a] >= 0 {
			l.Dues = append(l.Dues, level.Due{Activity: l.at[a], By: l.planned.Dates(a).EarlyFinish, Weight: 1})
		}
	}
}

// doing are the people of whom a free task needs time.
func (l *levelled) doing(a int) []int {
	var list []int
	for _, person := range l.people {
		if l.hours[a][person] > 0 {
			list = append(list, person)
		}
	}
	return list
}

// calendar is that of a task without the days on which somebody who does it is away.
func (l *levelled) calendar(known map[string]int, a, calendar int) int {
	var away []cpm.Exception
	key := strconv.Itoa(calendar)
	for _, person := range l.doing(a) {
		p := &l.s.people[person]
		for _, days := range p.absences() {
			away = append(away, cpm.Exception{First: l.Network.Epoch + cpm.Day(days.first), Last: l.Network.Epoch + cpm.Day(days.last)})
		}
		if len(p.of.Absences) > 0 {
			key += "\n" + p.id
		}
	}
	if len(away) == 0 {
		return l.first + calendar
	}
	at, has := known[key]
	if !has {
		at = len(l.Network.Calendars)
		known[key] = at
		of := l.network.Problem.Calendars[calendar]
		l.Network.Calendars = append(l.Network.Calendars, cpm.Calendar{Key: key, Week: of.Week, Exceptions: slices.Concat(of.Exceptions, away)})
	}
	return at
}

// kept are the activities that take part: free tasks that somebody's time is needed for,
// the go-lives, and what follows from the ones and is before the others.
func (l *levelled) kept() []bool {
	n := len(l.network.IDs)
	before, after := make([][]int, n), make([][]int, n)
	for _, link := range l.network.Problem.Links {
		before[link.To], after[link.From] = append(before[link.To], link.From), append(after[link.From], link.To)
	}
	stays := l.stays()
	var needy []int
	for a := range l.hours {
		if len(l.hours[a]) > 0 {
			needy = append(needy, a)
		}
	}
	follows := reached(needy, after, func(a int) bool { return !stays[a] })
	return reached(slices.DeleteFunc(slices.Concat(needy, l.goLives), func(a int) bool { return !follows[a] }), before, func(a int) bool { return follows[a] })
}

// reached are what can be reached from some activities, each by way of those that may be.
func reached(from []int, next [][]int, may func(int) bool) []bool {
	seen := make([]bool, len(next))
	list := slices.Clone(from)
	for _, a := range list {
		seen[a] = true
	}
	for k := 0; k < len(list); k++ {
		for _, b := range next[list[k]] {
			if !seen[b] && may(b) {
				seen[b] = true
				list = append(list, b)
			}
		}
	}
	return seen
}

// stays are the activities that come when they are planned, whatever the kommune's people
// have time for: what has happened or is fixed, but go-lives and starts of implementation,
// and tasks that are not free.
func (l *levelled) stays() []bool {
	stays, sched := make([]bool, len(l.network.IDs)), l.s.est.Schedule()
	for _, f := range l.network.Input.Fixed {
		stays[f.Activity] = true
	}
	for _, p := range l.network.Input.Progress {
		stays[p.Activity] = true
	}
	for _, c := range l.network.Input.Constraints {
		m := sched.Milestone(l.network.IDs[c.Activity])
		own := m != nil && m.Milestone != nil && (m.Milestone.Kind == drejebog.GoLive || m.Milestone.Kind == drejebog.Implementation)
		if pulls := c.Kind == cpm.MustStartOn || c.Kind == cpm.MustFinishOn; pulls && !own {
			stays[c.Activity] = true
		}
	}
	for a, id := range l.network.IDs {
		t := sched.Task(id)
		stays[a] = stays[a] || l.network.Problem.Activities[a].LevelOfEffort || t != nil && !l.s.isOpen(t)
	}
	return stays
}

// takeRest takes what is needed for tasks that are not free, on the days that it has.
func (l *levelled) takeRest() {
	seen := l.s.est.Schedule().SeenFrom()
	for _, i := range l.rest {
		p := &l.s.pieces[i]
		at := len(l.Network.Activities)
		for _, one := range p.shares {
			if hours := l.s.ahead(p, one.hours); l.there[one.person] > 0 && hours > 0 {
				l.Demands = append(l.Demands, level.Demand{Activity: at, Resource: l.as[one.person], Total: hours})
			}
		}
		l.Network.Activities = append(l.Network.Activities, cpm.Activity{Key: p.task, Duration: 1, Calendar: l.first})
		l.Input.Starts = append(l.Input.Starts, instant(seen+1))
		l.Input.Fixed = append(l.Input.Fixed, cpm.Fixed{Activity: at, Start: instant(max(p.first, seen)), Finish: instant(p.last + 1)})
	}
}

// tell tells the go-lives of a plan; nil: there is none.
func (l *levelled) tell(found *level.Plan) (out []GoLive) {
	sched := l.s.est.Schedule()
	never := l.unreachable()
	for _, a := range l.goLives {
		m := sched.Milestone(l.network.IDs[a])
		g := GoLive{Milestone: m.ID, Project: m.Project, Date: m.Date.Date}
		switch at := l.at[a]; {
		case at < 0:
			day := m.Date.Date
			g.Levelled = &day
		case found != nil && !never[at]:
			day := max(m.Date.Date, date.Date(found.Result.Dates(at).EarlyStart))
			for sched.Workdays(day, day) == 0 && day > m.Date.Date {
				day++
			}
			if g.Levelled, g.Days = &day, int(day-m.Date.Date); g.Days > 0 {
				g.Waits, g.Others = l.waits(found, at)
			}
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b GoLive) int {
		if a.Levelled == nil || b.Levelled == nil {
			return cmp.Compare(btoi(a.Levelled == nil), btoi(b.Levelled == nil))
		}
		return cmp.Or(int(*a.Levelled-*b.Levelled), cmp.Compare(a.Milestone, b.Milestone))
	})
	return out
}

// unreachable are the activities here that wait for work which somebody has no time for.
func (all *levelling) unreachable() []bool {
	after := make([][]int, len(all.Network.Activities))
	for _, link := range all.Network.Links {
		after[link.From] = append(after[link.From], link.To)
	}
	return reached(all.never, after, func(int) bool { return true })
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// waits are the people whose time an activity waits for: who makes it, or what it waits for
// through links and through other work of theirs, last longer or start later.
func (l *levelled) waits(found *level.Plan, a int) (people []string, others []Waited) {
	moves := map[int]*level.Move{}
	for i := range found.Moves {
		moves[found.Moves[i].Activity] = &found.Moves[i]
	}
	add := func(resource int) {
		for person, as := range l.as {
			if as != resource {
				continue
			}
			if id := l.s.people[person].id; !slices.Contains(people, id) {
				people = append(people, id)
			}
			return
		}
		of := l.whose[resource]
		other := Waited{l.plans[of.plan].s.est.Kommune.Code, l.plans[of.plan].s.people[of.person].id}
		if !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	seen, list := map[int]bool{a: true}, []int{a}
	follow := func(by ...int) {
		for _, b := range by {
			if !seen[b] {
				seen[b] = true
				list = append(list, b)
			}
		}
	}
	for k := 0; k < len(list); k++ {
		for _, r := range l.longer[list[k]] {
			add(r)
		}
		for _, d := range found.Result.Drivers(list[k]) {
			if d.Kind == cpm.LinkDriver {
				follow(d.From)
			}
		}
		if m := moves[list[k]]; m != nil {
			for _, w := range m.Waits {
				if w.Resource >= 0 {
					add(w.Resource)
				}
				follow(w.By...)
			}
		}
	}
	return people, others
}
