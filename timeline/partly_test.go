package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
)

// partly is a schedule of own tasks whose progress is told in part, seen from Monday
// 2 March 2015.
func partly(t *testing.T, own map[string]plan.OwnTask) *timeline.Schedule {
	p := plan.New("Roskilde")
	p.AsOf, p.DataDate = new(day("2015-03-02")), new(day("2015-03-02"))
	p.Own = own
	for id, task := range own {
		task.Name, task.Responsible = id, "projektleder"
		own[id] = task
	}
	return compute(t, p)
}

func TestWhatIsDoneOnADayThatIsNotToldHoldsNothingBack(t *testing.T) {
	s := partly(t, map[string]plan.OwnTask{
		"own/a": {Task: plan.Task{Duration: new(20), Status: plan.Done}, Deadline: new(day("2015-06-01"))},
		"own/b": {Task: plan.Task{Duration: new(3)}, Predecessors: []plan.Predecessor{{Task: "own/a"}}},
	})
	done := s.Task("own/a")
	assert.False(t, done.Start.Known() || done.Finish.Known() || done.HasFloat(), "it has no days of its own")
	assert.Equal(t, "2015-03-03", s.Task("own/b").Start.Date.String())
	for _, f := range s.Findings {
		assert.False(t, f.Subject == "own/a", "%s %s", f.Code, f.Text.DA)
	}
}

func TestADeadlineThatHasPassedIsNotKnownToBeKeptByWhatIsDoneOnAnUnknownDay(t *testing.T) {
	s := partly(t, map[string]plan.OwnTask{
		"own/a": {Task: plan.Task{Duration: new(20), Status: plan.Done}, Deadline: new(day("2015-02-02"))},
	})
	var codes []string
	for _, f := range s.Findings {
		if f.Subject == "own/a" {
			codes = append(codes, f.Code)
		}
	}
	assert.Equal(t, []string{"DB-103"}, codes)
}

func TestHalfFilledProgressIsReadByTheRuleOfMicrosoftProject(t *testing.T) {
	planned := new(day("2015-02-16"))
	for name, c := range map[string]struct {
		task          plan.Task
		start, finish string
	}{
		"a finish counts from the planned start": {plan.Task{Duration: new(5), PlannedStart: planned, ActualFinish: new(day("2015-02-27"))}, "2015-02-16", "2015-02-27"},
		"a finish counts back by the length":     {plan.Task{Duration: new(5), ActualFinish: new(day("2015-02-27"))}, "2015-02-23", "2015-02-27"},
		"under way from the planned start":       {plan.Task{Duration: new(15), PlannedStart: planned, Status: plan.InProgress}, "2015-02-16", "2015-03-06"},
		"under way from the data date":           {plan.Task{Duration: new(5), Status: plan.InProgress}, "2015-03-02", "2015-03-06"},
		"what is left says what is done":         {plan.Task{Duration: new(10), Remaining: new(4)}, "2015-02-23", "2015-03-06"},
	} {
		got := partly(t, map[string]plan.OwnTask{"own/a": {Task: c.task}}).Task("own/a")
		assert.Equal(t, [2]string{c.start, c.finish}, [2]string{got.Start.Date.String(), got.Finish.Date.String()}, name)
	}
}
