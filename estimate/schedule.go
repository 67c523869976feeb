package estimate

import "github.com/drejebog/monopolbrud/timeline"

// Schedule is what the estimate was computed from, with its book and its plan;
// nil for an estimate that nobody computed.
func (e *Estimate) Schedule() *timeline.Schedule { return e.sched }
