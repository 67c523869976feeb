package drejebog_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func TestEstimatesAreToldRoughly(t *testing.T) {
	for amount, want := range map[string][2]string{
		"149600": {"150", "150.000 kr."}, "1234500": {"1.235", "1.235.000 kr."}, "-499.99": {"0", "0 kr."}, "-1500": {"-2", "-2.000 kr."},
	} {
		k := drejebog.NewKroner(decimal.RequireFromString(amount))
		assert.Equal(t, want, [2]string{k.Thousands().In(lang.Danish), k.ToThousands().In(lang.Danish)}, amount)
	}
	assert.Equal(t, "1.230", drejebog.NewHours(decimal.RequireFromString("1225")).Tens().In(lang.Danish))
	assert.Equal(t, "DKK 1,234.50", drejebog.NewKroner(decimal.RequireFromString("1234.5")).Exact().In(lang.English))
}

func TestWhatTheBookHasNoNameForIsCalledByItsID(t *testing.T) {
	b := book(t)
	assert.Equal(t, "SAPA, KMD Sag, x", b.ScopeNames([]string{"sapa", "kmd-sag", "x"}))
	assert.Equal(t, lang.Both("x"), b.RoleName("x"))
	assert.Equal(t, "Jurist", b.RoleName("jurist").DA)
	assert.Equal(t, lang.Both("x"), b.PartyName("x"))
	var none *drejebog.Playbook
	assert.Equal(t, []any{"sapa", lang.Both("jurist"), lang.Both("kombit")}, []any{none.ScopeName("sapa"), none.RoleName("jurist"), none.PartyName("kombit")})
}
