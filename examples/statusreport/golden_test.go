package main

import (
	"path/filepath"
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
	golden.File(t, file, golden.Session("statusreport", args, run, outline...))
}

// The report of each sample, as the director of its kommune reads it.
func TestTheReportOfEachSampleReadsAsBefore(t *testing.T) {
	file := goldens(t)
	for _, name := range plans.Names() {
		var args []string
		for _, list := range plans.Requirements() {
			args = append(args, "-list", list)
		}
		session(t, file(name+".txt"), append(args, "-plan", name))
	}
	session(t, file("none.txt"), []string{"-kommune", "Roskilde"})
	session(t, file("broken.txt"), []string{"-plan", plans.Broken})
	against := []string{"-plan", "../statusreport/testdata/juni.yaml", "-against", "../statusreport/testdata/maj.yaml"}
	session(t, file("against.txt"), against)
	session(t, file("against-en.txt"), append(against, "-lang", "en"))
	session(t, file("against.html.txt"), append(against, "-format", "html"), golden.Tags)
	session(t, file("odense-en.txt"), []string{"-plan", "odense.yaml", "-lang", "en"})
	session(t, file("odense.csv"), []string{"-plan", "odense.yaml", "-format", "csv"})
	session(t, file("odense.html.txt"), []string{"-plan", "odense.yaml", "-format", "html"}, golden.Tags)
}
