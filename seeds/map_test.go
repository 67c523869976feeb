package seeds_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	quoted = regexp.MustCompile("`([^`]+)`")
	// named is a file, a folder with what is in it, or several of one pattern.
	named = regexp.MustCompile(`^[a-zA-Z0-9_.*/-]+(\.(go|yaml|css|tmpl|txt|md|yml)|/)$`)
)

// What the README and the page for who carries the module on say of where things stand is
// there: a file under a package or a folder that the same row names, or from the top.
func TestTheMapNamesFilesThatAreThere(t *testing.T) {
	seen := 0
	for _, page := range []string{"README.md", ".ci/README.md"} {
		text, err := os.ReadFile(filepath.Join("..", page))
		require.NoError(t, err)
		places, _, _ := strings.Cut(string(text), "## Changes of the public interface")
		for _, row := range strings.Split(places, "\n") {
			if !strings.HasPrefix(row, "| ") {
				continue
			}
			var words []string
			for _, found := range quoted.FindAllStringSubmatch(row, -1) {
				words = append(words, found[1])
			}
			for _, word := range words {
				if !named.MatchString(word) || strings.HasPrefix(word, "NAME") || word == "fuzz_test.go" || word == "bench_test.go" { // of many packages
					continue
				}
				seen++
				assert.True(t, slices.ContainsFunc(append(words, "", "seeds", "examples/plans"), func(folder string) bool { return isThere(folder, word) }), "%s: %s in %s", page, word, row)
			}
		}
	}
	assert.Greater(t, seen, 90)
}

// isThere reports whether a folder, or one below it, holds a file.
func isThere(folder, file string) bool {
	for _, top := range []string{"", "drejebog", "timeline", "estimate", "readiness", "seeds", "examples"} {
		if hits, err := filepath.Glob(filepath.Join("..", top, folder, file)); err == nil && len(hits) > 0 {
			return true
		}
	}
	return false
}
