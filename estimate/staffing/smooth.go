package staffing

import (
	"cmp"
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
	"github.com/rickb777/date/v2"
)

// Smoothing is what can be had by moving tasks within what nothing hard forbids.
type Smoothing struct {
	Moves         []Move   // in the order of where they go
	Held          []string // ids of tasks that get a planned date so that they do not follow
	Before, After Short    // as it stands, and with the moves

	Staffing *Staffing // with the moves
}

// Short are the hours that people are short of, of all that is not over.
type Short struct {
	Months drejebog.Hours `json:"months"` // counted by the month
	Weeks  drejebog.Hours `json:"weeks"`  // counted by the week
}

// isLess reports whether less is short by the month, or as little, and less by the week.
func (a *Short) isLess(b *Short) bool {
	by := a.Months.Cmp(b.Months)
	return by < 0 || by == 0 && a.Weeks.Cmp(b.Weeks) < 0
}

// Move puts a task of the kommune's own on other days.
type Move struct {
	Task     string    `json:"task" form:"set"` // id
	Start    date.Date `json:"start"`           // as it stands
	Finish   date.Date `json:"finish"`
	ToStart  date.Date `json:"toStart"`
	ToFinish date.Date `json:"toFinish"`
}

// smoothings is how often a smoothing is made anew, without what turned out not to be
// free to move.
const smoothings = 4

// worthwhile is what a move must save, in hundredths of hours: a working day.
const worthwhile = 740

// smoothingMoves is how many moves are tried for each task.
const smoothingMoves = 100

// Smooth finds which tasks, moved to which days, leave least to be short of: those that
// have not begun, are the kommune's own, and stand where they do for no other reason than
// a window, an expectation or a planned date. Links, hard ends, what others deliver, what
// is counted back from a date, and notices stay as they are, and nothing is put before the
// day that the plan is seen from. What nothing hard bounds goes no further than it is
// expected, and stays without that. A move is worth it that saves a working day. Of answers that
// are as good it is the one that moves least; without Moves there is none better than the plan. The error is that of the
// context, or of computing what the plan then says.
func (s *Staffing) Smooth(ctx context.Context) (*Smoothing, error) {
	if s.Estimate() == nil {
		return nil, estimate.ErrNotComputed
	}
	out := &Smoothing{Before: s.short(), After: s.short(), Staffing: s}
	stays := map[string]bool{}
	for range smoothings {
		moves, err := s.moves(ctx, stays)
		if err != nil || len(moves) == 0 {
			return out, err
		}
		there, err := s.moved(moves)
		if err != nil {
			return nil, err
		}
		if breaks := s.broken(there, moves); len(breaks) > 0 {
			for _, id := range breaks {
				stays[id] = true
			}
			continue
		}
		if short := there.short(); short.isLess(&out.Before) {
			out.After, out.Staffing = short, there
			out.tell(moves, s.est.Schedule(), there.est.Schedule())
		}
		return out, nil
	}
	return out, nil
}

// short is what people are short of.
func (s *Staffing) short() Short {
	var sum Short
	for i := range s.Clashes {
		sum.Months = sum.Months.Add(s.Clashes[i].Over)
	}
	weeks := int64(0)
	for i := range s.people {
		for k := range s.weeks[i] {
			weeks += s.weeks[i][k].over
		}
	}
	sum.Weeks = hoursOf(weeks)
	return sum
}

// isFree reports whether a task may be moved by smoothing.
func (s *Staffing) isFree(t *timeline.Task) bool {
	sched := s.est.Schedule()
	facts := sched.Facts(t.ID)
	return (t.HasFloat() || t.Deadline != nil && *t.Deadline > t.Finish.Date) && t.NotRelevant == "" && !t.LevelOfEffort && !t.Placed && !t.GivesNotice() && t.Start.Known() && t.Finish.Known() &&
		t.Start.Date > sched.SeenFrom() && facts.ActualStart == nil && !facts.IsDone() && !facts.IsBegunUndated() && sched.Actor(t) == "kommune"
}

// field is what a smoothing works on.
type field struct {
	level.Problem
	network *timeline.Network
	known   []cpm.Instant
	tasks   []string // free to move, by activity; "" for what is not
}

// moves are the days on which smoothing puts tasks, by id.
func (s *Staffing) moves(ctx context.Context, stays map[string]bool) (map[string]date.Date, error) {
	f, err := s.field(stays)
	if err != nil {
		return nil, err
	}
	s.demand(f)
	found, err := level.Smooth(ctx, &f.Problem, level.Options{Schedules: smoothingMoves, Known: f.known, Sparing: worthwhile})
	if err != nil {
		return nil, err
	}
	moves := map[string]date.Date{}
	for a, id := range f.tasks {
		if to := found.Result.Dates(a).EarlyStart; id != "" && to != f.known[a] {
			moves[id] = date.Date(to)
		}
	}
	return moves, nil
}

// field is the schedule's network with what is free to move bound by logic and hard ends,
// and everything else where it is planned.
func (s *Staffing) field(stays map[string]bool) (*field, error) {
	sched := s.est.Schedule()
	n := sched.Network()
	var planned cpm.Result
	if err := n.Graph.Solve(&n.Input, &planned); err != nil {
		return nil, err
	}
	f := &field{network: n, tasks: make([]string, len(n.IDs)), known: make([]cpm.Instant, len(n.IDs))}
	f.Network, f.Input = n.Problem, n.Input
	f.Input.Constraints = slices.Clip(n.Input.Constraints[:n.Logic])
	f.Input.Starts = slices.Repeat([]cpm.Instant{n.Input.Start}, len(n.IDs))
	fixed := map[int]bool{}
	for i := range f.Input.Fixed {
		fixed[f.Input.Fixed[i].Activity] = true
	}
	for a, id := range n.IDs {
		d := planned.Dates(a)
		f.known[a] = d.EarlyStart
		t := sched.Task(id)
		switch {
		case t != nil && !stays[id] && s.isFree(t):
			f.tasks[a], f.Input.Starts[a] = id, instant(sched.SeenFrom()+1)
			if !t.HasFloat() {
				f.Input.Constraints = append(f.Input.Constraints, cpm.Constraint{Activity: a, Kind: cpm.Deadline, At: instant(*t.Deadline + 1)})
			}
		case t != nil && t.LevelOfEffort || fixed[a] || n.Problem.Activities[a].LevelOfEffort:
		default:
			f.Input.Fixed = append(f.Input.Fixed, cpm.Fixed{Activity: a, Start: d.EarlyStart, Finish: d.EarlyFinish})
		}
	}
	finish := planned.Finish()
	f.Input.MustFinish = &finish
	return f, nil
}

// demand adds what is needed of the people whose hours are known: by the tasks that are
// free, and by all else on the days that it has.
func (s *Staffing) demand(f *field) {
	of := map[int]int{} // the resource, by person
	from, until := date.Max(), date.Min()
	for i := range s.pieces {
		if p := &s.pieces[i]; p.dated {
			from, until = min(from, p.first), max(until, p.last+1)
		}
	}
	for i := range s.people {
		if s.people[i].basis != Unlimited {
			of[i] = len(f.Resources)
			f.Resources = append(f.Resources, s.resource(&s.people[i], from, until))
		}
	}
	sched := s.est.Schedule()
	for i := range s.pieces {
		p := &s.pieces[i]
		if !p.dated || p.last < sched.SeenFrom() {
			continue
		}
		at, has := f.network.Index[p.task]
		if t := sched.Task(p.task); !has || f.tasks[at] == "" || p.first < t.Start.Date || p.last > t.Finish.Date {
			at = len(f.Network.Activities)
			f.Network.Activities = append(f.Network.Activities, cpm.Activity{Key: p.task, Duration: 1})
			f.Input.Starts, f.known, f.tasks = append(f.Input.Starts, f.Input.Start), append(f.known, instant(p.first)), append(f.tasks, "")
			f.Input.Fixed = append(f.Input.Fixed, cpm.Fixed{Activity: at, Start: instant(p.first), Finish: instant(p.last + 1)})
		}
		for _, one := range p.shares {
			if r, limited := of[one.person]; limited {
				f.Demands = append(f.Demands, level.Demand{Activity: at, Resource: r, Total: one.hours})
			}
		}
	}
}

// settling is how often a plan is computed until all tasks stand where they are to: what
// follows a task that is moved stays where it stood by a date of its own.
const settling = 6

// moved is the staffing with tasks on other days, and with what the links would let follow
// them where it stood before; moves then has that too.
func (s *Staffing) moved(moves map[string]date.Date) (*Staffing, error) {
	sched := s.est.Schedule()
	var there *timeline.Schedule
	for range settling {
		var err error
		if there, err = sched.With(func(p *plan.Plan) { s.put(p, moves) }); err != nil {
			return nil, err
		}
		more := false
		for i := range there.Tasks {
			t := &there.Tasks[i]
			was := sched.Task(t.ID)
			if _, has := moves[t.ID]; !has && was != nil && s.isFree(was) && t.Start.Date < was.Start.Date {
				moves[t.ID], more = was.Start.Date, true
			}
		}
		if !more {
			break
		}
	}
	est, err := s.est.On(there)
	if err != nil {
		return nil, err
	}
	return Of(est)
}

// put writes moves into a plan as planned dates.
func (s *Staffing) put(p *plan.Plan, moves map[string]date.Date) {
	for id, day := range moves {
		facts, own := p.Own[id]
		task := facts.Task
		if !own {
			task = p.Tasks[id]
		}
		for _, d := range s.datesOf(id, &task, day) {
			*d.at = &d.day
		}
		if own {
			facts.Task = task
			p.Own[id] = facts
			continue
		}
		if p.Tasks == nil {
			p.Tasks = map[string]plan.Task{}
		}
		p.Tasks[id] = task
	}
}

// stated is a date of a task as a move states it.
type stated struct {
	key string
	at  **date.Date
	day date.Date
}

// datesOf are the planned start, and the planned finish where the plan has one.
func (s *Staffing) datesOf(id string, task *plan.Task, day date.Date) []stated {
	dates := []stated{{"plannedStart", &task.PlannedStart, day}}
	if task.PlannedFinish != nil {
		sched := s.est.Schedule()
		t := sched.Task(id)
		length, last := sched.Workdays(t.Start.Date, t.Finish.Date), day
		for sched.Workdays(day, last) < length {
			last++
		}
		dates = append(dates, stated{"plannedFinish", &task.PlannedFinish, last})
	}
	return dates
}

// broken are the tasks whose moves do more than they are to: they do not stand where they
// were put, something stands elsewhere that was not moved, or a hard end is missed.
func (s *Staffing) broken(there *Staffing, moves map[string]date.Date) []string {
	before, after := s.est.Schedule(), there.est.Schedule()
	var ids []string
	for id, day := range moves {
		if t := after.Task(id); !t.Start.Known() || t.Start.Date != day {
			ids = append(ids, id)
		}
	}
	ends := false
	for i := range after.Tasks {
		t := &after.Tasks[i]
		was := before.Task(t.ID)
		ends = ends || t.HasFloat() && t.TotalFloat < min(was.TotalFloat, 0)
	}
	for i := range after.Milestones {
		m := &after.Milestones[i]
		was := before.Milestone(m.ID)
		ends = ends || m.HasFloat() && m.TotalFloat < min(was.TotalFloat, 0)
	}
	if ends && len(ids) == 0 {
		for id := range moves {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// tell tells where tasks go, and what is held.
func (m *Smoothing) tell(moves map[string]date.Date, before, after *timeline.Schedule) {
	for id := range moves {
		was, is := before.Task(id), after.Task(id)
		if was.Start.Date == is.Start.Date {
			m.Held = append(m.Held, id)
			continue
		}
		m.Moves = append(m.Moves, Move{id, was.Start.Date, was.Finish.Date, is.Start.Date, is.Finish.Date})
	}
	slices.Sort(m.Held)
	slices.SortFunc(m.Moves, func(a, b Move) int { return cmp.Or(int(a.ToStart-b.ToStart), cmp.Compare(a.Task, b.Task)) })
}

// Apply writes the moves and what is held into the document of the plan as planned dates,
// and changes nothing else of it (plan.Edit). The error is that of plan.Edit.
func (m *Smoothing) Apply(document []byte) ([]byte, error) {
	var ids []string
	for _, move := range m.Moves {
		ids = append(ids, move.Task)
	}
	for _, id := range slices.Concat(ids, m.Held) {
		sched := m.Staffing.est.Schedule()
		group, facts, t := "tasks", sched.Facts(id), sched.Task(id)
		if _, own := sched.Plan.Own[id]; own {
			group = "own"
		}
		path := strict.Join(group, id)
		var err error
		if document, err = plan.Edit(document, path+".plannedStart", t.Start.Date); err == nil && facts.PlannedFinish != nil {
			document, err = plan.Edit(document, path+".plannedFinish", t.Finish.Date)
		}
		if err != nil {
			return nil, err
		}
	}
	return document, nil
}
