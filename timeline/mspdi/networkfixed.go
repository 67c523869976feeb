package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// stands reports whether logic does not move a task: its dates are typed in, or
// it belongs to, or is, another project. What has finished has its actual dates.
func (t *Task) stands() bool {
	return (t.Manual || t.External || t.IsSubproject) && (t.Start != nil || t.Finish != nil) && t.ActualFinish == nil
}

// fix adds the dates of a task that logic does not move. With one of them, the
// duration gives the other. Those of a manual task bind forward only: Microsoft
// Project gives it late dates and slack by its links.
func (b *networkBuilder) fix(activity int, t *Task) {
	duration, time := b.Network.Network.Activities[activity].Duration, b.timeOf(activity)
	fixed := cpm.Fixed{Activity: activity, EarlyOnly: t.Manual}
	switch {
	case t.Start == nil:
		fixed.Finish = cpm.Instant(*t.Finish)
		fixed.Start = time.Add(fixed.Finish, -duration)
	case t.Finish == nil || *t.Finish < *t.Start:
		fixed.Start = cpm.Instant(*t.Start)
		fixed.Finish = time.Add(fixed.Start, duration)
	default:
		fixed.Start, fixed.Finish = cpm.Instant(*t.Start), cpm.Instant(*t.Finish)
	}
	if t.Start != nil && t.Finish != nil && *t.Finish < *t.Start {
		b.tell(t, "Finish", Reversed)
	}
	b.Input.Fixed = append(b.Input.Fixed, fixed)
}
