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

// An empty plan's check fits on a screen, and with a status date so does the rest of what
// little is known: a cause is one line.
func TestTheCheckOfAnEmptyPlanFitsOnAScreen(t *testing.T) {
	t.Chdir(t.TempDir())
	for day, screen := range map[string]int{"": 30, "2014-06-01": 36, "2015-01-01": 36, "2015-10-01": 52, "2016-01-04": 50} {
		text := "kommune: Roskilde\n"
		if day != "" {
			text += "dataDate: " + day + "\n"
		}
		require.NoError(t, os.WriteFile("plan.yaml", []byte(text), 0o600))
		told := result("plan.yaml")
		require.LessOrEqual(t, strings.Count(told, "\n"), screen, "%s\n%s", day, told)
	}
}
