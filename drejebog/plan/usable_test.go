package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatHasNoNameIsCalledByItsKey(t *testing.T) {
	p, findings := read(t, "kommune: Roskilde\ncontracts: {a: {systems: [kmd-sag]}}\nown: {own/b: {duration: 3}}\naddOns: {c: {system: kmd-sag, from: 2014-01-01}}\nbenefits: {d: {target: 5}}\n")
	require.NotNil(t, p)
	require.True(t, drejebog.HasFault(findings))
	usable, _ := p.Usable(book(t))
	names := []string{usable.Contracts["a"].Name, usable.Own["own/b"].Name, usable.AddOns["c"].Name, usable.Benefits["d"].Name}
	assert.Equal(t, []string{"a", "own/b", "c", "d"}, names)
}
