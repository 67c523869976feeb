package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckFindsInAPlanWhatReadFoundInItsDocument(t *testing.T) {
	b := book(t)
	for _, name := range plans.Names() {
		for _, asOf := range []date.Date{0, date.New(2014, 1, 1), date.New(2015, 12, 1)} {
			file, err := plans.Files().Open(name)
			require.NoError(t, err)
			p, findings := plan.Read(b, name, file)
			if asOf != 0 {
				file, err = plans.Files().Open(name)
				require.NoError(t, err)
				p, findings = plan.ReadAsOf(b, name, file, asOf)
			}
			require.NotNil(t, p, name)
			assert.Equal(t, findings, plan.Check(b, p), "%s %s", name, asOf)
		}
	}
}

func TestAPlanThatIsBuiltInGoIsCheckedToo(t *testing.T) {
	b := book(t)
	p := plan.New("Roskidle")
	p.Drivers = map[string]int{"usres@sapa": 1}
	codes := map[string]bool{}
	for _, f := range plan.Check(b, p) {
		codes[f.Code] = true
		assert.Zero(t, f.Place, f.Code)
	}
	assert.Contains(t, codes, "DB-002", "the kommune is unknown")
	assert.Len(t, codes, 2)
	assert.Empty(t, plan.Check(b, plan.New("Roskilde")))
	assert.Empty(t, plan.Check(nil, p))
	assert.Empty(t, plan.Check(b, nil))
	assert.NotEmpty(t, plan.Check(b, &plan.Plan{}))
}
