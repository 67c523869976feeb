package main

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/plans"
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
	golden.File(t, file, golden.Session("readiness", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestThePageOfEachPlanReadsAsBefore(t *testing.T) {
	file := goldens(t)
	lists := listsOfSamples()
	var documents []string
	for name, plan := range pinned {
		session(t, file("plan-"+name+".txt"), append(lists, plan...))
		golden.File(t, file("plan-"+name+".csv"), result(append(lists, append(plan, "-format", "csv")...)...))
		documents = append(documents, result(append(plan, "-format", "json")...), result(append(lists, append(plan, "-format", "json")...)...))
	}
	golden.File(t, file("keys.txt"), golden.Keys(t, documents...))
	session(t, file("plan-odense-en.txt"), append(lists, append(pinned["odense"], "-lang", "en")...))
}

func TestTheOverviewReadsAsBefore(t *testing.T) {
	file := goldens(t)
	side := append(listsOfSamples(), "lemvig.yaml", "odense.yaml", "ringsted.yaml", "skive.yaml")
	golden.File(t, file("overview.csv"), result(append([]string{"-format", "csv"}, side...)...))
	golden.File(t, file("overview-keys.txt"), golden.Keys(t, result(append([]string{"-format", "json"}, side...)...)))
	session(t, file("overview-en.txt"), append([]string{"-lang", "en"}, side...))
}

func TestTheTemplatesAndTheAnswersAreAsBefore(t *testing.T) {
	file := goldens(t)
	session(t, file("template.txt"), []string{"-template", "sapa"})
	golden.File(t, file("template.csv"), result("-template", "sapa", "-format", "csv"))
	answers := append(listsOfSamples(), "-plan", "ringsted.yaml", "-answers", "-format", "csv")
	golden.File(t, file("answers.csv"), result(answers...))
}

// listsOfSamples are the arguments that name every sample list.
func listsOfSamples() []string {
	var lists []string
	for _, name := range plans.Requirements() {
		lists = append(lists, "-list", name)
	}
	return slices.Clip(lists)
}
