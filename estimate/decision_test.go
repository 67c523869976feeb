package estimate_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatThePlanHasDecidedCountsAsThat(t *testing.T) {
	const decided = `kommune: Vejen
decisions:
  - {step: 5.1/tilpasning, state: withinFrame}
  - {step: 5.1/tilpasning@sapa, kind: external, year: 2015, state: setAside}
`
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader(decided))
	require.NotNil(t, p, "%v", findings)
	est, err := estimate.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)

	for _, cell := range est.Cells {
		want := plan.DecisionState(0)
		if strings.HasPrefix(cell.Task, "5.1/tilpasning@") {
			want = plan.WithinFrame
			if cell.Project == "sapa" && cell.Kind == estimate.External && cell.Year == 2015 {
				want = plan.SetAside
			}
		}
		assert.Equal(t, want, cell.Decision, "%s %s %s %d", cell.Task, cell.Role, cell.Kind, cell.Year)
	}
	total := est.Total()
	assert.Positive(t, total.SetAside.Sign())
	assert.Positive(t, total.WithinFrame.Sign())
	assert.Zero(t, total.SetAside.Add(total.WithinFrame).Add(total.Undecided).Cmp(total.Likely))
}
