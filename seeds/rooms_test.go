package seeds_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A package is read as a whole: it has at most so many lines and files, tests apart. The
// engine is one idea and may be larger.
func TestAPackageHasRoom(t *testing.T) {
	const mostLines, mostFiles = 4500, 28
	lines, files := map[string]int{}, map[string]int{}
	require.NoError(t, filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../")
		lines[folder] += bytes.Count(text, []byte("\n"))
		files[folder]++
		return err
	}))
	require.Greater(t, len(files), 70)
	delete(files, "timeline/cpm")
	for folder := range files {
		assert.LessOrEqual(t, lines[folder], mostLines, folder)
		assert.LessOrEqual(t, files[folder], mostFiles, folder)
	}
}
