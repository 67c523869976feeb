package readiness_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// One fact has one home: what the schedule computes of a gate, or of what holds
// it up, is told as the schedule has it.
func TestWhatTheScheduleComputesOfAGateIsTakenFromIt(t *testing.T) {
	cases := map[string]string{
		"nothing":              "asOf: 2014-06-27",
		"deadline on a Sunday": "asOf: 2014-06-27\nprojects: {ky: {implementation: 2016-01-04, goLive: 2016-02-01}}",
		"go-live unknown":      "asOf: 2014-06-27\nprojects: {sapa: {goLive: ukendt}}",
		"seen after go-live":   "asOf: 2016-03-01",
		"planned from a date":  "asOf: 2015-10-09\ndataDate: 2015-10-09",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			a := assess(t, planOf(t, text))
			s, gates, blocks := a.Schedule, 0, 0
			for i := range a.Projects {
				for _, g := range a.Projects[i].Gates {
					m := s.Milestone(g.Milestone)
					require.NotNil(t, m, g.Milestone)
					gates++
					assert.Equal(t, m.Date, g.Expected, g.Milestone)
					assert.Equal(t, m.Deadline, g.Deadline, g.Milestone)
					assert.Equal(t, m.DeadlineKind, g.DeadlineKind, g.Milestone)
					assert.Equal(t, m.Milestone.Actor, g.Actor, g.Milestone)
					assert.Equal(t, dayOf(m.Latest), g.Latest, g.Milestone)
					for _, b := range g.Blocks {
						var latest timeline.When
						if task, row := s.Task(b.Subject), s.Milestone(b.Subject); task != nil {
							latest = task.LateFinish
						} else if row != nil {
							latest = row.Latest
						} else {
							continue
						}
						blocks++
						assert.Equal(t, dayOf(latest), b.By, "%s of %s", b.Subject, g.Milestone)
					}
				}
			}
			assert.Equal(t, 20, gates)
			assert.Greater(t, blocks, 20)
		})
	}
}

func dayOf(w timeline.When) *date.Date {
	if !w.Known() {
		return nil
	}
	return &w.Date
}
