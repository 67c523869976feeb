package truth_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The contradictions that are known, a line for each fact and the two places that
// say it, with how many ids it is said of. The lists only ever get shorter: one
// that has gone fails the test until it is taken off.
const (
	knownOfSamples = "testdata/known-samples.txt"
	knownOfRandom  = "testdata/known-random.txt" // without the number
)

// kind is the fact with its two places.
func (c contradiction) kind() string {
	return fmt.Sprintf("%s | %s | %s", c.fact.name, c.home.where, c.told.where)
}

// listed are contradictions by sample and kind, a line each.
func listed(found map[string][]contradiction) string {
	var lines []string
	for sample, all := range found {
		count := map[string]int{}
		for _, c := range all {
			count[c.kind()]++
		}
		for kind, n := range count {
			lines = append(lines, fmt.Sprintf("%s | %s | %d\n", sample, kind, n))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// holdKnown holds the contradictions of random plans against the kinds that are
// known; only all of them together have each.
func holdKnown(t *testing.T, kinds map[string]contradiction, all bool) {
	t.Helper()
	if all {
		var text strings.Builder
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			fmt.Fprintln(&text, kind)
		}
		golden.File(t, knownOfRandom, text.String())
		return
	}
	text, err := os.ReadFile(knownOfRandom)
	require.NoError(t, err)
	known := strings.Split(string(text), "\n")
	for kind, c := range kinds {
		assert.Contains(t, known, kind, "%s", c)
	}
}
