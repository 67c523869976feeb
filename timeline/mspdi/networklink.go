package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

// links adds what a task waits for.
func (b *networkBuilder) links(activity int, t *Task) {
	const predecessor = "PredecessorLink.PredecessorUID"
	for i := range t.Links {
		l := &t.Links[i]
		from, known := b.Index[l.From]
		switch {
		case known && (b.isIn(from, activity) || b.isIn(activity, from)):
			b.tell(t, predecessor, OwnSummary)
		case known:
			lag, ok := l.lag()
			if !ok {
				b.tell(t, "PredecessorLink.LinkLag", OutOfBounds)
			}
			b.Network.Network.Links = append(b.Network.Network.Links, cpm.Link{From: from, To: activity, Type: l.Type, Lag: lag})
		case b.inactive[l.From]:
		case l.CrossProject && t.Start != nil:
			b.tell(t, predecessor, OtherProject)
			b.bind(activity, cpm.StartNoEarlierThan, *t.Start)
			b.outside[activity] = true
		default:
			b.tell(t, predecessor, UnknownTask)
		}
	}
}

// isIn reports whether an activity is another one or lies below it.
func (b *networkBuilder) isIn(activity, top int) bool {
	for activity >= 0 && activity != top {
		activity = b.Network.Network.Parents[activity]
	}
	return activity == top
}

// lag turns tenths of minutes into minutes, halves rounded away from zero, and
// percent into their hundredths. One beyond what the engine takes is none.
func (l *Link) lag() (lag cpm.Lag, ok bool) {
	const most = 10_000 // percent
	elapsed := l.Elapsed()
	switch {
	case l.Percent():
		if l.Lag < -most || l.Lag > most {
			return cpm.Lag{}, false
		}
		if elapsed {
			return cpm.Lag{Value: int32(l.Lag) * 100, Unit: cpm.PercentElapsed}, true
		}
		return cpm.Lag{Value: int32(l.Lag) * 100, Unit: cpm.Percent}, true
	case l.Lag < -maxNumber || l.Lag > maxNumber:
		return cpm.Lag{}, false
	case elapsed:
		return cpm.Lag{Value: int32(tenths(l.Lag)), Unit: cpm.Elapsed}, true
	}
	return cpm.Lag{Value: int32(tenths(l.Lag))}, true
}

// tenths turns tenths of minutes into minutes, halves rounded away from zero.
func tenths(n int) int {
	if n < 0 {
		return -tenths(-n)
	}
	return (n + 5) / 10
}
