package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// progress adds what has been started, and returns how much work would fit into
// the time for which it rests. A summary has the progress of its tasks, and
// what logic does not move has its own dates.
func (b *networkBuilder) progress(activity int, t *Task) (rest cpm.Work) {
	if b.isSummary(activity) || t.stands() {
		return 0
	}
	start, ok := b.started(activity, t)
	if !ok {
		if t.Resume != nil && t.Start != nil && *t.Resume > *t.Start {
			b.tell(t, "ActualStart", Missing)
		}
		return 0
	}
	made := cpm.Progress{Activity: activity, ActualStart: cpm.Instant(start)}
	if finish := b.finished(activity, t, start); finish != nil {
		made.ActualFinish = new(cpm.Instant(*finish))
	} else {
		made.Remaining = b.remaining(t, &b.Network.Network.Activities[activity])
	}
	b.Input.Progress = append(b.Input.Progress, made)
	return b.pause(activity, t, &made)
}

// hasStarted reports whether the file says that a task has begun, or is done, in
// part at least.
func (t *Task) hasStarted() bool {
	return t.ActualStart != nil || t.ActualFinish != nil || t.PercentComplete > 0
}

// started is when the work on a task began, if it has begun. What is finished
// or done in part has begun, whether or not the file says when; what is done in
// full and has no date at all, when the project did.
func (b *networkBuilder) started(activity int, t *Task) (Moment, bool) {
	if t.ActualStart != nil {
		return *t.ActualStart, true
	}
	if !t.hasStarted() {
		return 0, false
	}
	b.tell(t, "ActualStart", Missing)
	finish := t.ActualFinish
	if finish == nil && t.PercentComplete == 100 {
		finish = t.Finish
	}
	switch {
	case t.Start != nil && t.ActualFinish != nil:
		return min(*t.Start, *t.ActualFinish), true
	case t.Start != nil:
		return *t.Start, true
	case finish != nil:
		return Moment(b.timeOf(activity).Add(cpm.Instant(*finish), -b.Network.Network.Activities[activity].Duration)), true
	}
	return Moment(b.Input.Start), t.PercentComplete == 100
}

// finished is when a task that has begun was done, nil while it goes on. What is
// done in full has finished, whether or not the file says when.
func (b *networkBuilder) finished(activity int, t *Task, start Moment) *Moment {
	switch {
	case t.ActualFinish != nil && *t.ActualFinish < start:
		b.tell(t, "ActualFinish", Reversed)
		return nil
	case t.ActualFinish != nil:
		return t.ActualFinish
	case t.PercentComplete < 100 || t.Remaining != nil && *t.Remaining > 0:
		return nil
	}
	b.tell(t, "ActualFinish", Missing)
	if t.Finish != nil && *t.Finish >= start {
		return t.Finish
	}
	return new(Moment(b.timeOf(activity).Add(cpm.Instant(start), b.Network.Network.Activities[activity].Duration)))
}

// remaining returns the work that is left of a task: what the file says, or what
// its percentage leaves of its duration.
func (b *networkBuilder) remaining(t *Task, of *cpm.Activity) cpm.Work {
	if t.Remaining != nil {
		if left := *t.Remaining; left == 0 || left > 0 && left <= int(cpm.MaxWork) && !of.Milestone {
			return cpm.Work(left)
		}
		b.tell(t, "RemainingDuration", OutOfBounds)
	}
	done := min(max(t.PercentComplete, 0), 100)
	return cpm.Work(int64(of.Duration) * int64(100-done) / 100)
}
