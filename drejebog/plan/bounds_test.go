package plan_test

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

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

// Sixteen times as many take less than 64 times as long: no step goes through all
// entries for each, which would take 256 times as long. What counts is the least
// of up to ten rounds without collecting garbage, so that nothing else that runs
// counts.
func TestTheCostOfManyEntriesGrowsLessThanTheirSquare(t *testing.T) {
	timed := func(text string) time.Duration {
		runtime.GC()
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		begun := time.Now()
		p, _ := read(t, text)
		p.Usable(book(t))
		return time.Since(begun)
	}
	for key, format := range map[string]string{
		"contracts": "  c%d: {name: K, systems: [kmd-sag, kmd-aktiv], payment: {amount: 5}}",
		"people":    "  p%d: {name: N, roles: [projektleder]}",
		"own":       "  own/t%d: {name: O, duration: 1, predecessors: [{task: 5.1/as-is@sapa}]}",
		"tasks":     "  9.9/x%d: {notRelevant: r}",
		"edges":     "  - {from: 5.1/as-is@sapa, to: x%d}",
	} {
		fewer, more := entriesOf(key, format, 125), entriesOf(key, format, 2000)
		few, many := time.Hour, time.Hour
		for round := 0; round < 10 && (round < 2 || many >= 64*few); round++ {
			few, many = min(few, timed(fewer)), min(many, timed(more))
		}
		t.Logf("%s: %.1f times as long", key, float64(many)/float64(few))
		assert.Less(t, many, 64*few, "%s: %s for 125, %s for 2000", key, few, many)
	}
}
