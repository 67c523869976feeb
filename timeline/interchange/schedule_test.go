package interchange_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// schedules are those of a kommune without a plan, and of the sample plans.
func schedules(t testing.TB) map[string]*timeline.Schedule {
	t.Helper()
	b := booktest.Book(t)
	all := map[string]*plan.Plan{"no plan": plan.New("Roskilde")}
	for _, name := range plans.Names() {
		p, findings := booktest.Sample(t, name)
		require.NotNil(t, p, findings)
		all[name] = p
	}
	out := map[string]*timeline.Schedule{}
	for name, p := range all {
		s, err := timeline.Compute(b, p)
		require.NoError(t, err)
		out[name] = s
	}
	return out
}

func TestAnotherProgramFindsTheDatesOfTheSchedule(t *testing.T) {
	for name, s := range schedules(t) {
		project := interchange.FromSchedule(s, lang.Danish)
		n := project.Network()
		assert.Empty(t, n.NotHonoured, name)
		graph, err := cpm.Build(n.Network)
		require.NoError(t, err, name)
		var result cpm.Result
		require.NoError(t, graph.Solve(&n.Input, &result))
		same := 0
		for i, task := range n.Tasks {
			want := &project.Tasks[task]
			if want.Summary || want.Start == nil {
				continue
			}
			got := result.Dates(i)
			day := mspdi.Moment(got.Start).Day()
			same++
			assert.Equal(t, want.Start.Day().String(), day.String(), "%s: start of %s (%s)", name, want.WBS, want.Name)
			assert.Equal(t, want.Finish.LastDay().String(), mspdi.Moment(got.Finish).LastDay().String(), "%s: finish of %s", name, want.WBS)
		}
		assert.Greater(t, same, 150, name)
	}
}

func TestAScheduleSurvivesTheFile(t *testing.T) {
	for name, s := range schedules(t) {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			project := interchange.FromSchedule(s, language)
			again, faults := mspdi.Read(name, bytes.NewReader(written(t, project)))
			require.Empty(t, faults)
			for i := range again.Tasks {
				assert.Positive(t, again.Tasks[i].Place.Line)
				again.Tasks[i].Place = strict.Place{}
			}
			assert.Equal(t, project, again)
			assert.Equal(t, written(t, project), written(t, interchange.FromSchedule(s, language)), "the same schedule gives the same bytes")
		}
	}
}
