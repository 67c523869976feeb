package plan_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
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

// However many notes there are, what cannot be used is told.
func TestManyNotesLeaveNoErrorOut(t *testing.T) {
	text := "kommune: Skive\nadjustments:\n" + strings.Repeat("  - {action: scale, step: 4.10/superbrugere, factor: 125, reason: x}\n", 600)
	_, findings := read(t, text+"risks: {a: {what: x, probability: 7, delay: {low: 0, likely: 0, high: 0}}}\n")
	require.Len(t, findings, 500+1+1, "notes, the error, and how many are left out")
	errs := drejebog.WithSeverity(findings, drejebog.SeverityError)
	require.Len(t, errs, 1)
	assert.Equal(t, "risks.a.probability", errs[0].Subject)
	assert.Equal(t, "Flere bemærkninger om planen end dem, der er nævnt: 100.", findings[len(findings)-1].Text.DA)
}

func TestErrorsThatHaveNoRoomAreCounted(t *testing.T) {
	text := "kommune: Skive\nadjustments:\n" + strings.Repeat("  - {action: scale, step: 4.10/superbrugere, factor: 1001, reason: x}\n", 600)
	p, findings := read(t, text)
	assert.Equal(t, "Noget i planen kan ikke bruges: der er 100 fejl mere, som ikke er nævnt.", findings[len(findings)-1].Text.DA)
	usable, _ := p.Usable(book(t))
	assert.Empty(t, usable.Adjustments)
}

// A number in place of a mapping is told the keys that the mapping may have.
func TestAValueInPlaceOfAMappingIsToldItsKeys(t *testing.T) {
	for text, key := range map[string]string{"drivers: 400": "users@sapa", "businessCase: {prices: 400}": "sapa"} {
		_, findings := read(t, "kommune: Vejen\n"+text+"\n")
		require.NotEmpty(t, findings)
		assert.Contains(t, findings[0].Text.DA, "en gruppe med nøglerne ", text)
		assert.Contains(t, findings[0].Text.DA, key, text)
	}
}
