package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// entriesOf writes a plan with many entries under a key, each by a format.
func entriesOf(key, format string, n int) string {
	var text strings.Builder
	text.WriteString("kommune: Roskilde\n" + key + ":\n")
	for i := range n {
		fmt.Fprintf(&text, format+"\n", i)
	}
	return text.String()
}

func TestAListLongerThanAnyKommunesIsToldOnceAndLeftOut(t *testing.T) {
	for key, format := range map[string]string{
		"contracts": "  c%d: {name: K}",
		"people":    "  p%d: {roles: [chef]}",
		"addOns":    "  a%d: {name: M, system: kmd-sag}",
		"readiness": "  x%d@sapa: {state: confirmed}",
		"decisions": "  - {step: x%d, state: setAside}",
		"tests":     "  - {project: sapa, version: x%d}",
	} {
		p, findings := read(t, entriesOf(key, format, 12_000))
		require.NotNil(t, p, key)
		var about []drejebog.Finding
		for _, f := range findings {
			if f.Subject == key {
				about = append(about, f)
			}
		}
		require.Len(t, about, 1, key)
		assert.Equal(t, "Noget i planen kan ikke bruges: "+key+" har mere end 2.000 poster.", about[0].Text.DA)
		assert.Equal(t, 2, about[0].Place.Line, "it stands where the list does")
		usable, _ := p.Usable(book(t))
		assert.False(t, drejebog.HasFault(plan.Check(book(t), usable)) && len(findings) == 1, key)
		assert.False(t, usable.Local(), "%s is left out", key)
	}
}
