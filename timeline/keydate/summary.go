package keydate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Summary is what a steering group that follows many kommuner reads of one,
// beside the findings.
type Summary struct {
	Local    bool                  `json:"local"`    // whether the plan holds local data; without, the dates are the playbook's and say nothing of the kommune
	SeenFrom date.Date             `json:"seenFrom"` // the later of as-of and the plan's data date
	GoLives  []*timeline.Milestone `json:"goLives"`  // one per project, in the playbook's order
	Next     *HardDate             `json:"next"`     // the nearest one ahead that the kommune has to meet, of several the one with the least float; nil for none
}

// MarshalJSON is the summary's form.
func (s Summary) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Of sums a schedule up.
func Of(s *timeline.Schedule) Summary {
	if !s.IsComputed() {
		return Summary{}
	}
	out := Summary{Local: s.Plan.Local(), SeenFrom: s.SeenFrom()}
	for i := range s.Milestones {
		if m := &s.Milestones[i]; m.Milestone.Kind == drejebog.GoLive {
			out.GoLives = append(out.GoLives, m)
		}
	}
	for _, hard := range HardDates(s) {
		if hard.IsOwn() && (out.Next == nil || hard.before(out.Next)) {
			out.Next = &hard
		}
	}
	return out
}

// before orders hard dates: the earlier first, then the one with less float.
func (h *HardDate) before(other *HardDate) bool {
	if h.Date != other.Date || h.Float == nil || other.Float == nil {
		return h.Date < other.Date
	}
	return *h.Float < *other.Float
}
