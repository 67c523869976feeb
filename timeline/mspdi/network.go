package mspdi

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Network is a project as the engine takes it, with a minute to the tick, by
// the rules of Microsoft Project:
//
//   - a task is worked on its own calendar, or on the project's, not on those
//     of its resources; an elapsed duration runs through nights and weekends;
//   - a summary spans its tasks, and its links act on them;
//   - an inactive task and a blank line are left out, and their links with them;
//   - a task that waits for one which is in another project only starts no
//     earlier than the file says;
//   - a manual task, one of another project, and a project in its place have the
//     dates that the file says, and logic does not move them; late dates and slack
//     of a manual task, and of what comes before it, are those of its links;
//   - a task that must start, or finish, no earlier than a date, and waits for
//     nothing, may start before the project does, and so may what waits for it;
//   - a task without a duration is a milestone;
//   - lags count working time of the predecessor;
//   - a project that is scheduled from its finish is so, and its tasks are as late
//     as possible, but for those that are to be as soon: a task without a
//     ConstraintType is one of these, because the schema's default is 0, as soon as
//     possible, whichever end the project is scheduled from;
//   - a levelling delay puts a task off that has not started;
//   - work that has started rests until the file says that it goes on;
//   - of work that has started, the remaining duration counts before the
//     percentage.
type Network struct {
	Network cpm.Network
	Input   cpm.Input
	Tasks   []int       // index in the project's tasks, by activity
	Index   map[int]int // activity by UID

	// NotHonoured is what the file says and the network does not have: first
	// what was not read as it stands, in the order of the file, and what a program
	// put into the project that no file can hold; then what the network has no
	// place for: of the project and its calendars, and task by task.
	NotHonoured []NotHonoured
}

// Network makes the network of a project.
func (p *Project) Network() *Network {
	p, beyond := p.Bounded()
	known := slices.Concat(p.odd, beyond)
	n := &Network{Index: map[int]int{}, Network: cpm.Network{TicksPerDay: minutesPerDay}, NotHonoured: known}
	n.Input.Options = cpm.MicrosoftProject()
	n.Input.Options.HonorConstraints = p.HonorConstraints
	n.Input.Options.Critical = cpm.Work(p.CriticalSlack * p.MinutesPerDay) // 144 million at most
	b := &networkBuilder{
		Network: n, project: p, calendars: map[int]int{}, daysLeft: maxDays,
		own: p.OwnSummary(), summaries: p.above((*Task).counts), inactive: map[int]bool{}, outside: map[int]bool{},
	}
	b.roundTheClock = b.add(cpm.Weekdays("elapsed", minutesPerDay, 0, 1, 2, 3, 4, 5, 6))
	b.start()
	b.timesOf(p.Calendar)
	b.activities()
	b.compile()
	b.assign()
	for activity, i := range n.Tasks {
		t := &p.Tasks[i]
		b.links(activity, t)
		b.constrain(activity, t)
		rest := b.progress(activity, t)
		if !b.resources(activity, t) {
			b.split(activity, t, rest)
		}
		b.delay(activity, t)
		b.aside(t)
	}
	b.starts()
	slices.SortStableFunc(n.NotHonoured[len(known):], func(x, y NotHonoured) int { return cmp.Compare(n.place(x), n.place(y)) })
	return n
}

// place orders what is not honoured: by activity, after what is of none.
func (n *Network) place(of NotHonoured) int {
	if activity, is := n.Index[of.UID]; is && of.UID != None {
		return activity
	}
	return None
}

// OwnSummary returns the index of the task that stands for the project itself, -1
// for none: the first, alone on level 0, above others or with the UID 0.
func (p *Project) OwnSummary() int {
	own, others := -1, false
	for i := range p.Tasks {
		switch t := &p.Tasks[i]; {
		case t.Null:
		case t.Level > 0:
			others = true
			if own < 0 {
				return -1
			}
		case own >= 0 && p.Tasks[own].UID == 0 && p.Tasks[own].Summary: // a file without levels
		case own >= 0:
			return -1
		default:
			own = i
		}
	}
	if own >= 0 && (others || p.Tasks[own].UID == 0 || p.Tasks[own].Summary) {
		return own
	}
	return -1
}

// Parents returns, for each task, the index of the summary that it belongs to
// by the levels of the outline, -1 for none. The project's own summary is
// nobody's.
func (p *Project) Parents() []int {
	parents, own := make([]int, len(p.Tasks)), p.OwnSummary()
	var around []int // the last task of each level so far
	for i := range p.Tasks {
		t := &p.Tasks[i]
		parents[i] = -1
		if t.Null || i == own {
			continue
		}
		for len(around) > 0 && p.Tasks[around[len(around)-1]].Level >= t.Level {
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			parents[i] = around[len(around)-1]
		}
		around = append(around, i)
	}
	return parents
}

// Leaves returns the indices of the tasks with none below them, inactive ones
// included: not blank lines, not the project's own summary, and not a summary that
// has lost its tasks and has neither dates nor a length.
func (p *Project) Leaves() []int {
	above, own := p.above(func(t *Task) bool { return !t.Null }), p.OwnSummary()
	var leaves []int
	for i := range p.Tasks {
		t := &p.Tasks[i]
		empty := t.Summary && t.Duration.Minutes == 0 && (t.Start == nil || t.Finish == nil)
		if !t.Null && i != own && !above[i] && !empty {
			leaves = append(leaves, i)
		}
	}
	return leaves
}

// above tells the tasks that have others below them of those that count.
func (p *Project) above(counts func(t *Task) bool) []bool {
	above := make([]bool, len(p.Tasks))
	for i, parent := range p.Parents() {
		if parent >= 0 && counts(&p.Tasks[i]) {
			above[parent] = true
		}
	}
	return above
}

// counts reports whether a task has a place in the network, as long as it does not
// stand for the project.
func (t *Task) counts() bool { return !t.Null && !t.Inactive }

// networkBuilder builds the network of a project.
type networkBuilder struct {
	*Network
	project       *Project
	byUID         map[int]*Calendar
	calendars     map[int]int // index in the network by UID
	daysLeft      int         // of exceptions that are taken
	times         *cpm.Graph  // of the calendars alone
	work          work
	roundTheClock int
	own           int          // the task that stands for the project
	summaries     []bool       // by task
	inactive      map[int]bool // by UID
	outside       map[int]bool // by activity: waits for a task that is not in the file
}

// tell notes what a task says and the network does not have.
func (b *networkBuilder) tell(t *Task, field string, why Reason) { b.note(t.UID, field, why) }

func (b *networkBuilder) note(uid int, field string, why Reason) {
	b.NotHonoured = append(b.NotHonoured, NotHonoured{uid, field, why})
}

// isSummary reports whether an activity has others below it.
func (b *networkBuilder) isSummary(activity int) bool { return b.summaries[b.Tasks[activity]] }

func (b *networkBuilder) activities() {
	parents := b.project.Parents()
	activity := make([]int, len(b.project.Tasks)) // by task
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		activity[i] = -1
		if !t.counts() || i == b.own {
			b.inactive[t.UID] = t.Inactive
			continue
		}
		a := cpm.Activity{Key: strconv.Itoa(t.UID), Calendar: b.calendarOf(t)}
		if !b.summaries[i] {
			a.Duration = b.duration(t)
			a.Milestone = a.Duration == 0
		}
		parent := -1
		if parents[i] >= 0 {
			parent = activity[parents[i]]
		}
		activity[i] = len(b.Tasks)
		if _, twice := b.Index[t.UID]; twice {
			b.tell(t, "UID", Twice)
		} else {
			b.Index[t.UID] = activity[i]
		}
		b.Tasks = append(b.Tasks, i)
		b.Network.Network.Activities = append(b.Network.Network.Activities, a)
		b.Network.Network.Parents = append(b.Network.Network.Parents, parent)
	}
}

// duration is that of a task with none below it.
func (b *networkBuilder) duration(t *Task) cpm.Work {
	if t.Duration.Minutes < 0 || t.Duration.Minutes > int(cpm.MaxWork) {
		b.tell(t, "Duration", OutOfBounds)
		return 0
	}
	return cpm.Work(t.Duration.Minutes)
}

// aside tells what else a task says and the network has no place for.
func (b *networkBuilder) aside(t *Task) {
	if t.IsSubproject {
		b.tell(t, "IsSubproject", Subproject)
	}
}
