package seeds_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Packages without a program in their manual: they are for tests, or data, or internal,
// so that no program can import them, or a program themselves.
var withoutProgram = map[string]bool{
	"drejebog/golden": true, "drejebog/booktest": true, "drejebog/webdriver": true, "timeline/deadlinetest": true, "examples/plans": true,
	"timeline/internal/model": true, "examples/internal/truth": true, "examples/workbench": true,
	"drejebog/internal/join": true, "estimate/internal/short": true, "estimate/internal/faults": true, "estimate/internal/vocabulary": true,
}

// Packages without an Example: they are for tests, or hold what tests write, or a program.
var withoutExample = map[string]bool{"drejebog/golden": true, "drejebog/booktest": true, "drejebog/webdriver": true, "seeds/compact": true, "examples/plans": true, "examples/internal/truth": true, "examples/workbench": true}

func TestEveryPackageHasAnExample(t *testing.T) {
	seen := 0
	require.NoError(t, filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "doc.go" {
			return err
		}
		folder := filepath.Dir(path)
		tests, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
		require.NoError(t, err)
		has := slices.ContainsFunc(tests, func(name string) bool {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			return strings.Contains(string(text), "\nfunc Example")
		})
		of, err := filepath.Rel("..", folder)
		require.NoError(t, err)
		assert.Equal(t, withoutExample[filepath.ToSlash(of)], !has, of)
		seen++
		return nil
	}))
	assert.Greater(t, seen, 25)
}

// The manual of each package says what goroutines may share.
func TestEveryManualSpeaksOfGoroutines(t *testing.T) {
	seen := 0
	require.NoError(t, filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "doc.go" || strings.HasPrefix(path, filepath.Join("..", "examples")) {
			return err
		}
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Contains(t, strings.ToLower(string(text)), "goroutine", path)
		seen++
		return nil
	}))
	assert.Greater(t, seen, 35)
}

// The manual of each package has a whole program, and all of them build, as does
// that of the README.
func TestTheProgramOfEveryManualBuilds(t *testing.T) {
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	var packages []string
	folder := t.TempDir()
	require.NoError(t, filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "doc.go" {
			return err
		}
		of, err := filepath.Rel(root, filepath.Dir(path))
		require.NoError(t, err)
		of = filepath.ToSlash(of)
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		program := programOf(string(text))
		assert.Equal(t, withoutProgram[of], program == "", of)
		if program == "" {
			return nil
		}
		name := "manual_" + strings.ReplaceAll(of, "/", "_")
		file := filepath.Join(folder, name+".go")
		require.NoError(t, os.WriteFile(file, []byte(program), 0o644))
		overlay.Replace[filepath.Join(root, name, "main.go")] = file
		packages = append(packages, "./"+name)
		return nil
	}))
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	_, program, ok := strings.Cut(string(readme), "```go\npackage main\n")
	require.True(t, ok, "the README has a program")
	program, _, _ = strings.Cut(program, "```")
	file := filepath.Join(folder, "readme.go")
	require.NoError(t, os.WriteFile(file, []byte("package readme\n"+program), 0o644))
	overlay.Replace[filepath.Join(root, "manual_readme", "main.go")] = file
	packages = append(packages, "./manual_readme")
	text, err := json.Marshal(overlay)
	require.NoError(t, err)
	list := filepath.Join(folder, "overlay.json")
	require.NoError(t, os.WriteFile(list, text, 0o644))
	build := exec.Command("go", append([]string{"build", "-overlay", list}, packages...)...)
	build.Dir = root
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
}

// programOf is the program in a package's comment, "" for none.
func programOf(doc string) string {
	var program strings.Builder
	within := false
	for line := range strings.Lines(doc) {
		code, ok := strings.CutPrefix(line, "//\t")
		switch {
		case !within && line == "//\tpackage main\n":
			within = true
			program.WriteString("package manual\n") // so that nothing is linked
			continue
		case within && !ok && line != "//\n":
			return program.String()
		}
		if within {
			program.WriteString(strings.TrimPrefix(code, "//"))
		}
	}
	return program.String()
}
