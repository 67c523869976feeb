package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// compile makes the calendars of the network count.
func (b *networkBuilder) compile() {
	n := &b.Network.Network
	b.times, _ = cpm.Build(cpm.Network{TicksPerDay: n.TicksPerDay, Calendars: n.Calendars}) // without a graph every minute is worked
}

func (b *networkBuilder) timeOf(activity int) *cpm.WorkingTime {
	return b.times.Calendar(b.Network.Network.Activities[activity].Calendar)
}

// pause adds the time for which work that has started rests: from what is done
// until it goes on, and returns how much work would fit into it.
func (b *networkBuilder) pause(activity int, t *Task, p *cpm.Progress) cpm.Work {
	if t.Resume == nil || p.ActualFinish != nil || p.Remaining == 0 {
		return 0
	}
	time, resume := b.timeOf(activity), cpm.Instant(*t.Resume)
	stop := time.Add(p.ActualStart, max(b.Network.Network.Activities[activity].Duration-p.Remaining, 0))
	rest := time.Between(stop, resume)
	if rest <= 0 {
		return 0
	}
	b.Input.Pauses = append(b.Input.Pauses, cpm.Pause{Activity: activity, Stop: stop, Resume: resume})
	return rest
}

// split tells of a task that takes more working time from its start to its
// finish than it has work and rests.
func (b *networkBuilder) split(activity int, t *Task, rest cpm.Work) {
	if t.Start == nil || t.Finish == nil || t.ActualFinish != nil || b.isSummary(activity) || t.stands() {
		return
	}
	start := *t.Start
	if t.ActualStart != nil {
		start = *t.ActualStart
	}
	whole := b.timeOf(activity).Between(cpm.Instant(start), cpm.Instant(*t.Finish))
	if whole-rest > b.Network.Network.Activities[activity].Duration {
		b.tell(t, "Finish", Split)
	}
}
