package drejebog_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestWhatTheBookHasNoNameForIsCalledByItsID(t *testing.T) {
	b := book(t)
	assert.Equal(t, "SAPA, KMD Sag, x", b.ScopeNames([]string{"sapa", "kmd-sag", "x"}))
	assert.Equal(t, lang.Both("x"), b.RoleName("x"))
	assert.Equal(t, "Jurist", b.RoleName("jurist").DA)
	assert.Equal(t, lang.Both("x"), b.PartyName("x"))
	var none *drejebog.Playbook
	assert.Equal(t, []any{"sapa", lang.Both("jurist"), lang.Both("kombit")}, []any{none.ScopeName("sapa"), none.RoleName("jurist"), none.PartyName("kombit")})
}
