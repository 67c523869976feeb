package interchange_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The test has begun before what prepares it: Microsoft Project leaves that no free slack.
func TestFreeSlackEndsAtWhatHasBegun(t *testing.T) {
	p, findings := booktest.Sample(t, "struer.yaml")
	require.NotNil(t, p, "%v", findings)
	sched, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	project := interchange.FromSchedule(sched, lang.Danish)
	for i := range project.Tasks {
		if task := &project.Tasks[i]; task.WBS == "5.3/forberedelse@stoettesystemerne" {
			assert.Zero(t, *task.FreeSlack)
			assert.Positive(t, *task.TotalSlack)
			return
		}
	}
	t.Fatal("no such task")
}
