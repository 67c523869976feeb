package estimate

import "github.com/drejebog/monopolbrud/timeline"

// Schedule is what the estimate was computed from, with its book and its plan;
// nil for an estimate that nobody computed.
func (e *Estimate) Schedule() *timeline.Schedule { return e.sched }

// Assumptions are what the estimate was computed with beside schedule and
// contributions; nil for one that nobody computed. They are not to be changed.
func (e *Estimate) Assumptions() *Assumptions {
	if e.how == nil {
		return nil
	}
	return e.how.assumptions
}
