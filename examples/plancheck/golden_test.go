package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/require"
)

// goldens changes to the folder of the samples, so that messages name the files
// as a user of that folder sees them, and returns where the goldens are.
func goldens(t *testing.T) func(name string) string {
	t.Helper()
	folder, err := filepath.Abs("testdata")
	require.NoError(t, err)
	t.Chdir(filepath.Join("..", "plans"))
	return func(name string) string { return filepath.Join(folder, name) }
}

// session holds what the program writes against a golden.
func session(t *testing.T, file string, args []string, outline ...func(string) string) {
	t.Helper()
	golden.File(t, file, golden.Session("plancheck", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestFindingsAreToldAsBefore(t *testing.T) {
	file := goldens(t)
	every := []string{plans.Broken, "lemvig.yaml", "odense.yaml", "ringsted.yaml", "skive.yaml"}
	session(t, file("samples-en.txt"), append([]string{"-lang", "en"}, every...))
	session(t, file("new.txt"), []string{"-new", "Roskilde"})
	golden.File(t, file("keys.txt"), golden.Keys(t, result(append([]string{"-format", "json"}, every...)...)))
	golden.File(t, file("skive.json"), result("-format", "json", "skive.yaml"))
}

// screen is how many lines of a page a reader has before them.
const screen = 42

func TestTheCheckOfAnEmptyPlanFitsOnAScreen(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("plan.yaml", []byte("kommune: Roskilde\n"), 0o600))
	require.LessOrEqual(t, strings.Count(result("plan.yaml"), "\n"), screen)
}
