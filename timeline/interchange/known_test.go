package interchange_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

func TestWhatAPlanKnewOrSaysInItsOwnWayIsNoNews(t *testing.T) {
	b := booktest.Book(t)
	began, finished := date.New(2015, 9, 28), date.New(2015, 10, 9)
	for name, p := range map[string]*plan.Plan{
		"what has happened, without a day of status": {Tasks: map[string]plan.Task{"4.1/overblik": {ActualStart: &began, ActualFinish: &finished}}},
		"a reason that turns the writing":            {Tasks: map[string]plan.Task{"4.1/overblik": {NotRelevant: new("\u202ekcab")}}},
		"a name that turns the writing":              {Own: map[string]plan.OwnTask{"own/ny": {Name: " \u202ekcab", Task: plan.Task{Duration: new(2)}}}},
	} {
		p.Kommune, p.AsOf = "Vejen", new(date.New(2015, 9, 25))
		s, err := timeline.Compute(b, p)
		require.NoError(t, err)
		before := booktest.YAML(t, p)
		var out bytes.Buffer
		require.NoError(t, interchange.FromSchedule(s, lang.Danish).Write(&out))
		file, faults := mspdi.Read("plan.xml", &out)
		require.Empty(t, faults)
		require.Empty(t, interchange.Into(b, p, file, "plan.xml"), name)
		require.Equal(t, before, booktest.YAML(t, p), name)
	}
}
