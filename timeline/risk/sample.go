package risk

import "github.com/drejebog/monopolbrud/timeline/cpm"

// A Sample is one draw of all that is uncertain, for Model.Money to read. It is valid
// during the call.
type Sample struct {
	Index int // from 0
	of    *worker
	lane  int
}

// Start is the early start of an activity, that of cpm.Batch.EarlyStart.
func (s *Sample) Start(activity int) cpm.Instant { return s.of.batch.EarlyStart(activity, s.lane) }

// Finish is the early finish of an activity, that of cpm.Batch.EarlyFinish.
func (s *Sample) Finish(activity int) cpm.Instant { return s.of.batch.EarlyFinish(activity, s.lane) }

// Duration is the duration of an activity, 0 for one that there is not.
func (s *Sample) Duration(activity int) cpm.Work {
	if activity < 0 || activity >= len(s.of.s.m.Network.Activities) {
		return 0
	}
	return s.of.batch.Durations[activity][s.lane]
}

// Happens reports whether an event of the model happens, by index.
func (s *Sample) Happens(event int) bool {
	return event >= 0 && event < len(s.of.room.happens) && s.of.room.happens[event][s.lane]
}

// Other is what was drawn for one of the model's other quantities, by index; 0 for one
// that there is not.
func (s *Sample) Other(i int) float64 {
	if i < 0 || i >= len(s.of.room.others) {
		return 0
	}
	return s.of.room.others[i][s.lane]
}

// Samples are many draws of all that is uncertain, one a lane, for Model.Sums to read.
// They are valid during the call. Lanes after the last sample hold one that is not asked
// for.
type Samples struct {
	First int // index of that in lane 0
	of    *worker
}

// Starts are the early starts of an activity (Sample.Start).
func (s *Samples) Starts(activity int) [cpm.Lanes]cpm.Instant {
	return s.of.batch.EarlyStarts(activity)
}

// Finishes are the early finishes of an activity (Sample.Finish).
func (s *Samples) Finishes(activity int) [cpm.Lanes]cpm.Instant {
	return s.of.batch.EarlyFinishes(activity)
}

// Durations are those of an activity (Sample.Duration), only to be read.
func (s *Samples) Durations(activity int) *[cpm.Lanes]cpm.Work {
	if activity < 0 || activity >= len(s.of.s.m.Network.Activities) {
		return &[cpm.Lanes]cpm.Work{}
	}
	return &s.of.batch.Durations[activity]
}

// Happens reports whether an event happens (Sample.Happens).
func (s *Samples) Happens(event int) *[cpm.Lanes]bool {
	if event < 0 || event >= len(s.of.room.happens) {
		return &[cpm.Lanes]bool{}
	}
	return &s.of.room.happens[event]
}

// Others is what was drawn for one of the other quantities (Sample.Other), only to be read.
func (s *Samples) Others(i int) *[cpm.Lanes]float64 {
	if i < 0 || i >= len(s.of.room.others) {
		return &[cpm.Lanes]float64{}
	}
	return (*[cpm.Lanes]float64)(&s.of.room.others[i])
}
