package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A plan that says what is done leaves predecessors without float in the past;
// the path leads over what is still to do.
func TestNothingThatIsOverIsOnTheCriticalPath(t *testing.T) {
	for _, p := range everyKommune(t) {
		if !p.Local() {
			continue
		}
		s := compute(t, p)
		require.NotEmpty(t, s.CriticalPath, p.Kommune)
		for _, id := range s.CriticalPath {
			if task := s.Task(id); task != nil {
				assert.Greater(t, task.Finish.Date, s.AsOf, "%s: %s", p.Kommune, id)
			}
		}
	}
}

func TestTheCriticalPathGoesBackFromTheTightestRowToWhatNoLinkDrives(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.Equal(t, []string{"5.3/forberedelse@ky"}, s.CriticalPath, "it stands at the first day of its window")
	assert.Equal(t, "golive@ky", s.CriticalPathTo)
	assert.Equal(t, []string{"5.3/test@ky", "5.3/klarmelding@ky", "5.2/overgang@ky"}, s.CriticalPathThrough, "what is placed before the go-live")
	assert.Equal(t, 15, s.CriticalPathFloat)

	late := compute(t, planOf(t, "deliverables: {ext/bidrag-2015@ky: {promised: 2014-08-20}}"))
	assert.Equal(t, []string{"ext/bidrag-2015@ky", "4.4/tilpas-2015"}, late.CriticalPath)
	assert.Equal(t, "budget/2015/proposal", late.CriticalPathTo, "what is adapted belongs in the proposal")
	assert.Len(t, late.ProjectPaths, 4)
}
