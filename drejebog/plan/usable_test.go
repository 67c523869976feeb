package plan_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
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

func TestAnAsOfThatNoPlanCanBeAboutIsLeftOut(t *testing.T) {
	for year, stays := range map[int]bool{9999: false, 2050: false, 2049: true, 1995: true} {
		p := plan.New("Roskilde")
		p.AsOf = new(date.New(year, 1, 1))
		usable, _ := p.Usable(book(t))
		assert.Equal(t, stays, usable.AsOf != nil, year)
	}
}
