package main

import (
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/require"
)

// pinned are the plans whose results are pinned, by the name of their goldens;
// none is a kommune without a plan.
var pinned = map[string][]string{
	"none":     {"-kommune", "Roskilde"},
	"lemvig":   {"-plan", "lemvig.yaml"},
	"odense":   {"-plan", "odense.yaml"},
	"ringsted": {"-plan", "ringsted.yaml"},
	"skive":    {"-plan", "skive.yaml"},
}

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
	golden.File(t, file, golden.Session("staffing", args, run, outline...))
}

func TestTheStaffingOfEachPlanReadsAsBefore(t *testing.T) {
	file := goldens(t)
	for name, plan := range pinned {
		session(t, file(name+".txt"), plan)
	}
	session(t, file("odense.html.txt"), append(pinned["odense"], "-format", "html"), golden.Tags)
	session(t, file("odense.csv"), append(pinned["odense"], "-format", "csv"))
	session(t, file("odense-left.csv"), append(pinned["odense"], "-format", "csv", "-table", "leftOver"))
	session(t, file("odense-en.txt"), append(pinned["odense"], "-lang", "en"))
}
