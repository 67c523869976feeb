package estimate_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatThePlanHasDecidedCountsAsThat(t *testing.T) {
	const decided = `kommune: Vejen
decisions:
  - {step: 5.1/tilpasning, state: withinFrame}
  - {step: 5.1/tilpasning@stoettesystemerne, kind: external, year: 2015, state: setAside}
`
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader(decided))
	require.NotNil(t, p, "%v", findings)
	est, err := estimate.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)

	for _, cell := range est.Cells {
		want := plan.DecisionState(0)
		if strings.HasPrefix(cell.Task, "5.1/tilpasning@") {
			want = plan.WithinFrame
			if cell.Project == "stoettesystemerne" && cell.Kind == estimate.External && cell.Year == 2015 {
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

func TestADecisionThatFitsNoMoneySaysWhatThereIs(t *testing.T) {
	e := adjusted(t, `decisions:
  - {step: 4.12/opstart, kind: external, state: setAside}
  - {step: 4.12/opstart, role: jurist, state: withinFrame}
  - {step: 5.5/paralleldrift, state: setAside}
`)
	idle := findingsOf(e, "DB-420")
	require.Len(t, idle, 2)
	assert.Equal(t, drejebog.SeverityWarning, idle[0].Severity)
	assert.Equal(t, "plan.yaml:4:5", idle[0].Place.String())
	assert.Equal(t, "Beslutningen »inden for rammen« om 4.12/opstart rammer ingen penge i overslaget.", idle[0].Text.DA)
	assert.Contains(t, idle[0].Remedy.DA, "4.12/opstart projektleder own 2013")
	assert.Contains(t, idle[1].Remedy.DA, "Overslaget har ingen penge til opgaven.", "what cannot be estimated has no money to decide on")
}

func TestWhatThePlanSaysInVainStandsInTheText(t *testing.T) {
	e := adjusted(t, `adjustments:
  - {action: drop, step: 4.12/opstart, role: jurist, reason: r}
decisions:
  - {step: 4.12/opstart, role: jurist, state: withinFrame}
own:
  own/pilot: {name: Pilot, duration: 3, hours: 40}
`)
	noFault(t, e)
	assert.Len(t, e.ToMend(), 3)
	_, section, found := strings.Cut(textOf(t, e), "KOMMUNENS EGNE OPLYSNINGER, DER SKAL SES EFTER\n")
	require.True(t, found)
	for _, place := range []string{"(plan.yaml:3:5)", "(plan.yaml:5:5)", "(plan.yaml:7:48)"} {
		assert.Contains(t, section, place)
	}
	assert.NotContains(t, textOf(t, adjusted(t, "")), "SES EFTER")
}

func textOf(t *testing.T, e *estimate.Estimate) string {
	t.Helper()
	var page bytes.Buffer
	require.NoError(t, estimatereport.Estimate(e).WriteText(&page, lang.Danish))
	return page.String()
}
