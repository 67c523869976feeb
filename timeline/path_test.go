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
		require.Greater(t, len(s.CriticalPath), 1, "%s: the path has a beginning", p.Kommune)
		for _, id := range s.CriticalPath {
			if task := s.Task(id); task != nil {
				assert.Greater(t, task.Finish.Date, s.AsOf, "%s: %s", p.Kommune, id)
			}
		}
	}
}

func TestTheCriticalPathBeginsWithWhatOthersOweWhereNothingOfOnesOwnIsLeft(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.Equal(t, "ext/parathedskrav@ky", s.CriticalPath[0])
	assert.Equal(t, "golive@ky", s.CriticalPath[len(s.CriticalPath)-1])
}
