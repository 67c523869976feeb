package main

import (
	"bytes"
	"io"
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
	golden.File(t, file, golden.Session("businesscase", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestTheBusinessCaseOfEachPlanReadsAsBefore(t *testing.T) {
	file := goldens(t)
	for name, plan := range pinned {
		session(t, file(name+".txt"), plan)
		golden.File(t, file(name+".json"), result(append(plan, "-format", "json")...))
	}
	session(t, file("odense.html.txt"), append(pinned["odense"], "-format", "html"), golden.Tags)
	session(t, file("odense-flow.txt"), append(pinned["odense"], "-format", "csv"))
	session(t, file("odense-en.txt"), append(pinned["odense"], "-lang", "en"))
}
