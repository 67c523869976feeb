package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFigureThatIsLikelyASlipIsAWarning(t *testing.T) {
	p, findings := read(t, "kommune: Skive\nadjustments:\n"+
		"  - {action: scale, step: 4.10/superbrugere, factor: 125, reason: x}\n"+
		"  - {action: scale, step: 4.10/superbrugere, factor: 10, reason: x}\n"+
		"  - {action: replace, step: 4.10/slutbrugere, hours: {low: 1, likely: 160000, high: 200000}, reason: x}\n"+
		"  - {action: replace, step: 4.10/slutbrugere, hours: {low: 1, likely: 20000, high: 20000}, reason: x}\n")
	require.NotNil(t, p)
	require.Len(t, findings, 2, "%v", lines(findings))
	assert.Equal(t, "adjustments[0].factor er 125. Mere end 10 er usædvanligt meget.", findings[0].Text.DA)
	assert.Equal(t, "adjustments[2].hours.likely er 160.000. Mere end 20.000 er usædvanligt meget.", findings[1].Text.DA)
	usable, _ := p.Usable(book(t))
	assert.Len(t, usable.Adjustments, 4, "it counts all the same")
}
