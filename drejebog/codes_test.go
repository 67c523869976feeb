package drejebog_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The codes are a public contract: a row that nothing raises promises what
// never comes, and a code without a row has no words.
func TestTheCodesInTheModulesProgramsAreThoseOfTheList(t *testing.T) {
	raised := codesInPrograms(t, "..")
	var listed, retired []string
	for _, rule := range book(t).FindingRules {
		if rule.Retired {
			retired = append(retired, rule.Code)
			continue
		}
		listed = append(listed, rule.Code)
	}
	for _, code := range retired {
		assert.NotContains(t, raised, code, "retired")
	}
	for code, file := range raised {
		if !slices.Contains(listed, code) {
			t.Errorf("%s is raised in %s and does not stand in findings.yaml", code, file)
		}
	}
	for _, code := range listed {
		if raised[code] == "" {
			t.Errorf("%s stands in findings.yaml and is never raised", code)
		}
	}
}

// codesInPrograms returns the finding codes that stand in the Go files below a
// folder, tests aside, each with one of its files.
func codesInPrograms(t *testing.T, root string) map[string]string {
	t.Helper()
	code := regexp.MustCompile(`"DB-\d{3}"`)
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, word := range code.FindAllString(string(text), -1) {
			found[strings.Trim(word, `"`)] = path
		}
		return err
	})
	require.NoError(t, err)
	return found
}
