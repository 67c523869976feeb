package mspdi

import (
	"strconv"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Network is a project as the engine takes it, with a minute to the tick, by
// the rules of Microsoft Project:
//
//   - a task is worked on its own calendar, or on the project's, not on those
//     of its resources; an elapsed duration runs through nights and weekends;
//   - a summary spans its tasks, and its links act on them;
//   - an inactive task and a blank line are left out;
//   - a task that is scheduled by hand, one of another project, and one that
//     waits for a task which is in another project only, start no earlier than
//     the file says;
//   - a task without a duration is a milestone;
//   - lags count working time of the predecessor.
type Network struct {
	Network cpm.Network
	Input   cpm.Input
	Tasks   []int       // index in the project's tasks, by activity
	Index   map[int]int // activity by UID
}

// Network makes the network of a project.
func (p *Project) Network() *Network {
	n := &Network{Index: map[int]int{}, Network: cpm.Network{TicksPerDay: minutesPerDay}}
	n.Input.Options = cpm.MicrosoftProject()
	n.Input.Options.HonorConstraints = p.HonorConstraints
	n.Input.Options.Critical = cpm.Work(p.CriticalSlack * p.MinutesPerDay)
	if p.Start != nil {
		n.Input.Start = cpm.Instant(*p.Start)
	}
	b := &networkBuilder{Network: n, project: p, calendars: map[int]int{}, summaries: p.summaries()}
	b.roundTheClock = b.add(cpm.Weekdays("elapsed", minutesPerDay, 0, 1, 2, 3, 4, 5, 6))
	b.activities()
	for activity, i := range n.Tasks {
		b.links(activity, &p.Tasks[i])
		b.constrain(activity, &p.Tasks[i])
		b.progress(activity, &p.Tasks[i])
	}
	return n
}

// Parents returns, for each task, the index of the summary that it belongs to
// by the levels of the outline, -1 for none. The project's own summary is
// nobody's.
func (p *Project) Parents() []int {
	parents := make([]int, len(p.Tasks))
	var around []int // the last task of each level so far
	for i := range p.Tasks {
		t := &p.Tasks[i]
		parents[i] = -1
		if t.Null {
			continue
		}
		for len(around) > 0 && p.Tasks[around[len(around)-1]].Level >= t.Level {
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			parents[i] = around[len(around)-1]
		}
		if t.Level > 0 {
			around = append(around, i)
		}
	}
	return parents
}

// IsProjectSummary reports whether a task stands for the project itself.
func (t *Task) IsProjectSummary() bool { return t.UID == 0 || t.Level == 0 && t.Summary }

// counts reports whether a task has a place in the network.
func (t *Task) counts() bool { return !t.Null && !t.Inactive && !t.IsProjectSummary() }

// summaries tells the tasks that have others below them.
func (p *Project) summaries() map[int]bool {
	above := map[int]bool{}
	for i, parent := range p.Parents() {
		if parent >= 0 && p.Tasks[i].counts() {
			above[parent] = true
		}
	}
	return above
}

// networkBuilder builds the network of a project.
type networkBuilder struct {
	*Network
	project       *Project
	calendars     map[int]int // index in the network by UID
	roundTheClock int
	summaries     map[int]bool
}

func (b *networkBuilder) add(c cpm.Calendar) int {
	b.Network.Network.Calendars = append(b.Network.Network.Calendars, c)
	return len(b.Network.Network.Calendars) - 1
}

// calendarOf returns the index of the calendar of a task.
func (b *networkBuilder) calendarOf(t *Task) int {
	if t.Duration.Elapsed() {
		return b.roundTheClock
	}
	uid := t.Calendar
	if b.project.calendar(uid) == nil {
		uid = b.project.Calendar
	}
	if _, known := b.calendars[uid]; !known {
		b.calendars[uid] = b.add(b.project.WorkingTime(uid))
	}
	return b.calendars[uid]
}

func (b *networkBuilder) activities() {
	parents := b.project.Parents()
	activity := make([]int, len(b.project.Tasks)) // by task
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		activity[i] = -1
		if !t.counts() {
			continue
		}
		a := cpm.Activity{Key: strconv.Itoa(t.UID), Calendar: b.calendarOf(t)}
		if !b.summaries[i] {
			a.Duration = cpm.Work(max(t.Duration.Minutes, 0))
			a.Milestone = a.Duration == 0
		}
		parent := -1
		if parents[i] >= 0 {
			parent = activity[parents[i]]
		}
		activity[i] = len(b.Tasks)
		if _, twice := b.Index[t.UID]; !twice {
			b.Index[t.UID] = activity[i]
		}
		b.Tasks = append(b.Tasks, i)
		b.Network.Network.Activities = append(b.Network.Network.Activities, a)
		b.Network.Network.Parents = append(b.Network.Network.Parents, parent)
	}
}

func (b *networkBuilder) links(activity int, t *Task) {
	for _, l := range t.Links {
		from, known := b.Index[l.From]
		switch {
		case known:
			b.Network.Network.Links = append(b.Network.Network.Links, cpm.Link{From: from, To: activity, Type: l.Type, Lag: l.lag()})
		case l.CrossProject && t.Start != nil:
			b.bind(activity, cpm.StartNoEarlierThan, *t.Start)
		}
	}
}

// lag turns tenths of minutes into minutes, halves rounded away from zero, and
// percent into their hundredths.
func (l *Link) lag() cpm.Lag {
	const most = 10_000 // percent, which the engine takes
	percent := int32(min(max(l.Lag, -most), most)) * 100
	switch {
	case isPercent(l.Format) && isElapsed(l.Format):
		return cpm.Lag{Value: percent, Unit: cpm.PercentElapsed}
	case isPercent(l.Format):
		return cpm.Lag{Value: percent, Unit: cpm.Percent}
	case isElapsed(l.Format):
		return cpm.Lag{Value: int32(tenths(l.Lag)), Unit: cpm.Elapsed}
	}
	return cpm.Lag{Value: int32(tenths(l.Lag))}
}

// tenths turns tenths of minutes into minutes, halves rounded away from zero.
func tenths(n int) int {
	if n < 0 {
		return -tenths(-n)
	}
	return (n + 5) / 10
}

func (b *networkBuilder) bind(activity int, kind cpm.ConstraintKind, at Moment) {
	b.Input.Constraints = append(b.Input.Constraints, cpm.Constraint{Activity: activity, Kind: kind, At: cpm.Instant(at)})
}

var constraintKinds = map[Constraint]cpm.ConstraintKind{
	AsLateAsPossible: cpm.AsLateAsPossible, MustStartOn: cpm.MustStartOn, MustFinishOn: cpm.MustFinishOn,
	StartNoEarlierThan: cpm.StartNoEarlierThan, StartNoLaterThan: cpm.StartNoLaterThan,
	FinishNoEarlierThan: cpm.FinishNoEarlierThan, FinishNoLaterThan: cpm.FinishNoLaterThan,
}

// constrain adds what binds a task. The engine takes few kinds on a summary;
// the others do not bind there.
func (b *networkBuilder) constrain(activity int, t *Task) {
	summary := b.summaries[b.Tasks[activity]]
	kind, known := constraintKinds[t.Constraint]
	onSummary := kind == cpm.StartNoEarlierThan || kind == cpm.FinishNoLaterThan
	switch {
	case !known || summary && !onSummary:
	case kind == cpm.AsLateAsPossible:
		b.bind(activity, kind, 0)
	case t.ConstraintDate != nil:
		b.bind(activity, kind, *t.ConstraintDate)
	}
	if t.Deadline != nil {
		b.bind(activity, cpm.Deadline, *t.Deadline)
	}
	if (t.External || t.Manual) && t.Start != nil && !summary {
		b.bind(activity, cpm.StartNoEarlierThan, *t.Start)
	}
}

// remaining returns the minutes of work that are left of a task: what the file
// says, or what its percentage leaves.
func (t *Task) remaining() int {
	if t.Remaining != nil {
		return max(*t.Remaining, 0)
	}
	return int(int64(max(t.Duration.Minutes, 0)) * int64(100-t.PercentComplete) / 100)
}

// progress adds what has been started. A summary has the progress of its tasks.
func (b *networkBuilder) progress(activity int, t *Task) {
	if t.ActualStart == nil || b.summaries[b.Tasks[activity]] {
		return
	}
	made := cpm.Progress{Activity: activity, ActualStart: cpm.Instant(*t.ActualStart)}
	made.Remaining = cpm.Work(t.remaining())
	if t.ActualFinish != nil {
		made.ActualFinish = new(cpm.Instant(*t.ActualFinish))
	}
	b.Input.Progress = append(b.Input.Progress, made)
}
