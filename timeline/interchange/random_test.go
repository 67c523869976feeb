package interchange_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// scheduled is a random plan with its schedule; one that is seen from a day on which
// nothing had been published is seen from today's edition.
func scheduled(t *rapid.T) (*plan.Plan, *timeline.Schedule) {
	p := booktest.Random(t)
	s, err := timeline.Compute(booktest.Book(t), p)
	if err != nil {
		var early *drejebog.EditionError
		require.ErrorAs(t, err, &early)
		p.AsOf = nil
		s, err = timeline.Compute(booktest.Book(t), p)
		require.NoError(t, err)
	}
	return p, s
}

func TestARandomScheduleReadIntoItsOwnPlanChangesNothing(t *testing.T) {
	b := booktest.Book(t)
	rapid.Check(t, func(t *rapid.T) {
		p, s := scheduled(t)
		before := booktest.YAML(t, p)
		language := rapid.SampledFrom([]lang.Lang{lang.Danish, lang.English}).Draw(t, "language")
		var out bytes.Buffer
		require.NoError(t, interchange.FromSchedule(s, language).Write(&out))
		file, faults := mspdi.Read("plan.xml", &out)
		require.Empty(t, faults)
		findings := interchange.Into(b, p, file, "plan.xml")
		require.Equal(t, before, booktest.YAML(t, p), "%v", findings)
		require.Empty(t, findings)
	})
}
