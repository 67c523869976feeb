package compare_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// noted is a plan that says something of tasks old and new, and has one of its
// own behind them.
func noted(t *testing.T) *plan.Plan {
	t.Helper()
	return booktest.Plan(t, `tasks:
  4.13/strategi@sapa: {duration: 30, note: Aftalt med direktionen}
  4.12/opstart: {duration: 10}
deliverables:
  ext/bidrag-2015@sapa: {delivered: 2014-05-01, note: Sendt videre til økonomi}
own:
  own/beslutning:
    name: Direktionen beslutter
    duration: 1
    note: Møde i oktober
    predecessors: [{task: 4.13/strategi@sapa}]
  own/andet:
    name: Noget andet
    duration: 1
`)
}

func touched(list []compare.Touched) []string {
	var ids []string
	for _, t := range list {
		ids = append(ids, t.ID)
	}
	return ids
}

func TestAnUpdateTellsWhatTheEditionsTouchInAPlan(t *testing.T) {
	u, err := compare.Since(booktest.Book(t), noted(t), "3.0")
	require.NoError(t, err)
	found := false
	for i := range u.Changes {
		c := &u.Changes[i]
		assert.NotContains(t, touched(c.Planned), "4.12/opstart", "4.12 has not changed")
		assert.NotContains(t, touched(c.Own), "own/andet")
		if c.Kind == drejebog.ActivityAdded && c.ID == "4.13" {
			found = true
			assert.Equal(t, []string{"4.13/strategi@sapa"}, touched(c.Planned))
			assert.Equal(t, "Aftalt med direktionen", c.Planned[0].Note)
			assert.Contains(t, touched(c.Fresh), "4.13/modtager-valg@sapa")
			assert.Equal(t, []string{"own/beslutning"}, touched(c.Own))
			assert.Equal(t, "Møde i oktober", c.Own[0].Note)
		}
		if c.Kind == drejebog.DeliverableReceived && c.ID == "ext/bidrag-2015" {
			assert.Equal(t, "Sendt videre til økonomi", c.Planned[0].Note)
		}
	}
	assert.True(t, found, "4.13 came with 4.0")
	for _, m := range u.Moved {
		assert.NotEqual(t, "own/beslutning", m.ID, "what it waits for was not there before")
		assert.True(t, m.Before.Start != m.After.Start || m.Before.Finish != m.After.Finish)
	}
}

func TestAnUpdateSinceTodaysEditionIsEmpty(t *testing.T) {
	u, err := compare.Since(booktest.Book(t), noted(t), "4.1")
	require.NoError(t, err)
	assert.Empty(t, u.Changes)
	assert.Empty(t, u.Moved)
	planned, fresh := u.Touches()
	assert.Zero(t, planned+fresh)
}

func TestAnUpdateOfAnEditionThatIsNoneIsAnError(t *testing.T) {
	_, err := compare.Since(booktest.Book(t), noted(t), "9.9")
	assert.Error(t, err)
}

func TestAnUpdateAsData(t *testing.T) {
	u, err := compare.Since(booktest.Book(t), noted(t), "3.0")
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, u))
	var data struct {
		Since, Edition string
		Changes        []struct{ Planned, New, Own []struct{ ID string } }
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &data))
	assert.Equal(t, "3.0", data.Since)
	assert.Len(t, data.Changes, len(u.Changes))
	for _, c := range data.Changes {
		assert.NotNil(t, c.Planned)
		assert.NotNil(t, c.New)
		assert.NotNil(t, c.Own)
	}
}
