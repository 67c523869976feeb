package interchange_test

import (
	"bytes"
	"io/fs"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// randomPlan is a sample plan with some places changed, read as it is written.
func randomPlan(t *rapid.T) (p *plan.Plan, text string) {
	b := booktest.Book(t)
	names := plans.Names()
	first := rapid.IntRange(0, len(names)-1).Draw(t, "sample")
	documents := make([][]byte, len(names))
	for i := range names {
		var err error
		documents[i], err = fs.ReadFile(plans.Files(), names[(first+i)%len(names)])
		require.NoError(t, err)
	}
	mutant, err := plans.Mutant(documents, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "choice") })
	require.NoError(t, err)
	p, _ = plan.Read(b, "plan.yaml", bytes.NewReader(mutant))
	if p == nil {
		t.Skip("no plan")
	}
	p, _ = p.Usable(b)
	text = planYAML(t, p)
	p, _ = plan.Read(b, "plan.yaml", bytes.NewReader([]byte(text)))
	require.NotNil(t, p)
	return p, text
}

func planYAML(t *rapid.T, p *plan.Plan) string {
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}

func TestARandomScheduleReadIntoItsOwnPlanChangesNothing(t *testing.T) {
	b := booktest.Book(t)
	rapid.Check(t, func(t *rapid.T) {
		p, before := randomPlan(t)
		s, err := timeline.Compute(b, p)
		if err != nil {
			t.Skip("seen from a day on which nothing had been published")
		}
		language := rapid.SampledFrom([]lang.Lang{lang.Danish, lang.English}).Draw(t, "language")
		var out bytes.Buffer
		require.NoError(t, interchange.FromSchedule(s, language).Write(&out))
		file, faults := mspdi.Read("plan.xml", &out)
		require.Empty(t, faults)
		findings := interchange.Into(b, p, file, "plan.xml")
		require.Equal(t, before, planYAML(t, p), "%v", findings)
		require.Empty(t, findings)
	})
}
