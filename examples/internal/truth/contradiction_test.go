package truth_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a table of facts as it could be.
const small = `
home
  home row @{id} start
  also row @{id} end:day start:day
  total all @- kroner
one other
  same row @{id} start
  same row @{id}? ?kind=port by:start
  same row @{id} on:day
  sum all @- part:kroner
  own id kind
`

func TestAFactThatIsToldOtherwiseThanAtItsHomeIsAContradiction(t *testing.T) {
	file := filepath.Join(t.TempDir(), "facts.txt")
	require.NoError(t, os.WriteFile(file, []byte(small), 0o600))
	all := readPlaces(t, file)
	home := map[string]any{"id": "a", "start": "2014-01-02", "end": "2014-01-03", "kroner": "10.00"}
	for name, c := range map[string]struct {
		says  map[string]any
		wrong string
	}{
		"equal":              {map[string]any{"id": "a", "start": "2014-01-02"}, ""},
		"another day":        {map[string]any{"id": "a", "start": "2014-01-05"}, "row.start"},
		"nothing":            {map[string]any{"id": "a", "start": nil}, "row.start"},
		"no home":            {map[string]any{"id": "b", "start": "2014-01-02"}, "row.start"},
		"nothing, no home":   {map[string]any{"id": "b", "start": nil}, ""},
		"may have no home":   {map[string]any{"id": "b", "kind": "port", "by": "2014-01-02"}, ""},
		"where it has one":   {map[string]any{"id": "a", "kind": "port", "by": "2014-01-03"}, "row.start"},
		"of another kind":    {map[string]any{"id": "a", "kind": "krav", "by": "2014-01-03"}, ""},
		"one of several":     {map[string]any{"id": "a", "on": "2014-01-03"}, ""},
		"none of several":    {map[string]any{"id": "a", "on": "2014-01-04"}, "row.day"},
		"a sum":              {map[string]any{"part": "10"}, ""},
		"a sum that is less": {map[string]any{"part": "9.99"}, "all.kroner"},
	} {
		f := newFacts(nil, nil, all)
		f.row("home", "home", home)
		f.row("one", "one", c.says)
		var wrong string
		for _, found := range f.contradictions() {
			wrong += found.fact.name
		}
		assert.Equal(t, c.wrong, wrong, name)
	}
}

func TestTwoHomesOfAFactAreHeldTogether(t *testing.T) {
	file := filepath.Join(t.TempDir(), "facts.txt")
	require.NoError(t, os.WriteFile(file, []byte(small), 0o600))
	f := newFacts(nil, nil, readPlaces(t, file))
	f.row("home", "timeline", map[string]any{"id": "a", "start": "2014-01-02"})
	f.row("home", "comparison", map[string]any{"id": "a", "start": "2014-01-03"})
	require.Len(t, f.contradictions(), 1)
	assert.Contains(t, f.contradictions()[0].String(), "comparison: home.start")
}
