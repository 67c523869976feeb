package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
)

// What is told to be missing has not come by the day that the plan is seen from, so that
// nothing which waits for it is planned before.
func TestNothingIsPlannedOnADeliverableThatIsToldToBeMissing(t *testing.T) {
	held := tally{}
	everyPlan(t, func(name string, p *plan.Plan, s *timeline.Schedule) {
		missing := map[string]bool{}
		for _, f := range withCode(s.Findings, "DB-201") {
			missing[f.Subject] = true
		}
		for _, l := range s.Links() {
			x := s.Task(l.To)
			if !missing[l.From] || x == nil || l.Type != drejebog.FS || l.Lag.Value < 0 {
				continue
			}
			facts := s.Facts(x.ID)
			switch {
			case x.LevelOfEffort || x.NotRelevant != "" || !x.Start.Known() || facts.Says() || facts.PlannedStart != nil:
				held["not planned by us"]++
			case x.Start.Date < s.SeenFrom():
				t.Errorf("%s: %s is planned on %v, and %s has not come by %v", name, x.ID, x.Start.Date, l.From, s.SeenFrom())
			default:
				held["waits"]++
			}
			if m := s.Milestone(l.From); m.Date.Known() && m.Date.Date < s.SeenFrom() {
				t.Errorf("%s: %s is dated %v, and has not come by %v", name, l.From, m.Date.Date, s.SeenFrom())
			}
		}
	})
	if held["waits"] == 0 {
		t.Error("nothing waits for what is missing")
	}
	held.log(t)
}
