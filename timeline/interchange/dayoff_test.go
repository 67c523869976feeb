package interchange_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/assert"
)

// works reports whether a moment is in the working time of a task's calendar, its
// ends included: there a program leaves a milestone as it stands.
func works(p *mspdi.Project, t *mspdi.Task, at mspdi.Moment) bool {
	uid := t.Calendar
	if uid == mspdi.None {
		uid = p.Calendar
	}
	calendar := p.WorkingTime(uid)
	shifts := calendar.Week[at.Day().Weekday()]
	for _, e := range calendar.Exceptions {
		if day := cpm.Date(at.Day().Date()); e.First <= day && day <= e.Last {
			shifts = e.Shifts
		}
	}
	for _, s := range shifts {
		if minute := int32(at.Minute()); s.From <= minute && minute <= s.To {
			return true
		}
	}
	return false
}

func TestAMilestoneOnADayOffHasACalendarThatLeavesItThere(t *testing.T) {
	off, pushes := 0, 0
	for name, s := range schedules(t) {
		p := interchange.FromSchedule(s, lang.Danish)
		for i := range p.Tasks {
			task := &p.Tasks[i]
			if task.Summary || task.Start == nil {
				continue
			}
			if task.Milestone {
				assert.True(t, works(p, task, *task.Start), "%s: %s stands at %s", name, task.WBS, task.Start)
			} else {
				assert.Equal(t, mspdi.None, task.Calendar, "%s: %s is worked by the kommune", name, task.WBS)
			}
			onDayOff := task.Milestone && s.Workdays(task.Start.Day(), task.Start.Day()) == 0
			assert.Equal(t, onDayOff, task.Calendar != mspdi.None, "%s: %s", name, task.WBS)
			if onDayOff {
				off++
			}
			for _, l := range task.Links {
				before := &p.Tasks[l.From-1]
				if l.Type == cpm.FF && before.Calendar != mspdi.None && task.ActualFinish == nil {
					pushes++
				}
			}
		}
	}
	assert.Greater(t, off, 50, "milestones on days off")
	assert.Positive(t, pushes, "tasks that finish with a milestone on a day off")
	t.Logf("%d milestones on days off, %d tasks that finish with one", off, pushes)
}
