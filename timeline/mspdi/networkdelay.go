package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// delay adds the delay that keeps resources from too much work. It is spent on
// what has started, and does not move what logic does not move.
func (b *networkBuilder) delay(activity int, t *Task) {
	switch {
	case t.LevelingDelay == 0 || t.hasStarted() || t.stands() && !b.isSummary(activity):
	case b.isSummary(activity):
		b.tell(t, "LevelingDelay", OfSummary)
	case t.LevelingDelay < 0 || t.LevelingDelay > maxNumber:
		b.tell(t, "LevelingDelay", OutOfBounds)
	default:
		b.Input.Delays = append(b.Input.Delays, cpm.Delay{
			Activity: activity, Ticks: cpm.Work(tenths(t.LevelingDelay)), Elapsed: isElapsed(t.LevelingDelayFormat),
		})
	}
}
