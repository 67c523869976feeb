package gantt

import (
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// farOff is how far before the first and behind the last task a mark of the
// caller's widens the axis: two years.
const farOff = 730

// axisOf returns the first and last day that a picture of the items shows: whole
// quarters from the first task or as-of to the one after the last task or
// turning point. Continuous tasks go on beyond the edge.
func axisOf(s *timeline.Schedule, list []item) (first, last date.Date) {
	first, last = s.AsOf, s.AsOf
	for i := range list {
		it := &list[i]
		if from, to := it.when(); it.dated() && (it.task != nil && !it.task.LevelOfEffort || turning(it.kind)) {
			first, last = min(first, from.Date), max(last, to.Date)
		}
	}
	near := [2]date.Date{first - farOff, last + farOff}
	for i := range list {
		m := list[i].mark
		if m != nil && near[0] <= m.Date && m.Date <= near[1] && m.Kind != keydate.Budget {
			first, last = min(first, m.Date), max(last, m.Date)
		}
	}
	return quarterOf(first), nextQuarter(nextQuarter(last)) - 1
}

// turning reports whether a point is a turning point of its project.
func turning(kind keydate.Kind) bool {
	switch kind {
	case keydate.GoLive, keydate.Implementation, keydate.SystemEnd, keydate.ContractEnd:
		return true
	}
	return false
}
