package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A system that its contract names twice would have two tasks of one id.
func TestAWordThatStandsInItsListAlreadyIsToldAndLeftOut(t *testing.T) {
	p, findings := read(t, "kommune: Skive\ncontracts:\n  kmd-sag: {name: KMD Sag, systems: [kmd-sag, kmd-aktiv, kmd-sag], noticeMonths: 3}\n"+
		"people:\n  anna: {name: Anna, roles: [jurist, jurist]}\n")
	require.NotNil(t, p)
	assert.Len(t, findings, 2, "%v", lines(findings))
	assert.Contains(t, findings[0].Text.DA, "contracts.kmd-sag.systems[2]")
	assert.Contains(t, findings[1].Text.DA, "people.anna.roles[1]")
	usable, _ := p.Usable(book(t))
	assert.Equal(t, []string{"kmd-sag", "kmd-aktiv"}, usable.Contracts["kmd-sag"].Systems)
	assert.Equal(t, []string{"jurist"}, usable.People["anna"].Roles)
}
