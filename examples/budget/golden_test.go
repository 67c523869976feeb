package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
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
	golden.File(t, file, golden.Session("budget", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestTheEstimateOfEachPlanReadsAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for name, plan := range pinned {
		session(t, file(name+".txt"), plan)
		session(t, file(name+"-page.txt"), append(plan, "-format", "page"))
		golden.File(t, file(name+".csv"), result(append(plan, "-format", "csv")...))
		documents = append(documents, result(append(plan, "-format", "json")...))
	}
	golden.File(t, file("keys.txt"), golden.Keys(t, documents...))
	session(t, file("odense.html.txt"), append(pinned["odense"], "-format", "html"), golden.Tags)
	session(t, file("odense-request.html.txt"), append(pinned["odense"], "-request", "-format", "html"), golden.Tags)
	session(t, file("odense-years.txt"), append(pinned["odense"], "-format", "csv", "-table", "budgetYears"))
	session(t, file("odense-en.txt"), append(pinned["odense"], "-lang", "en"))
	session(t, file("odense-en-head.txt"), append(pinned["odense"], "-lang", "en", "-format", "csv"), golden.Head)
	session(t, file("odense-2015.txt"), append(pinned["odense"], "-year", "2015", "-prices", "current"))
}

func TestTheUncertaintyReadsAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for _, name := range []string{"none", "odense", "skive"} {
		args := append(pinned[name], "-uncertainty")
		session(t, file(name+"-uncertainty.txt"), args)
		documents = append(documents, result(append(args, "-format", "json")...))
	}
	golden.File(t, file("uncertainty-keys.txt"), golden.Keys(t, documents...))
}

func TestWhatIsSaidOfRiskReadsAsBefore(t *testing.T) {
	file := goldens(t)
	var documents []string
	for _, name := range []string{"none", "odense", "skive"} {
		args := append(pinned[name], "-risk")
		session(t, file(name+"-risk.txt"), args)
		documents = append(documents, result(append(args, "-format", "json")...))
	}
	session(t, file("odense-risk-en.txt"), append(pinned["odense"], "-risk", "-lang", "en"))
	session(t, file("odense-risk.html.txt"), append(pinned["odense"], "-risk", "-format", "html"), golden.Tags)
	golden.File(t, file("risk-keys.txt"), golden.Keys(t, documents...))
}

func TestTheYardsticksReadAsBefore(t *testing.T) {
	file := goldens(t)
	session(t, file("yardsticks.txt"), []string{"-yardsticks"})
	session(t, file("yardsticks-en.txt"), []string{"-yardsticks", "-lang", "en"})
	session(t, file("yardsticks.csv"), []string{"-yardsticks", "-format", "csv", "-table", "sizes"})
	session(t, file("yardsticks.html.txt"), []string{"-yardsticks", "-format", "html"}, golden.Tags)
	golden.File(t, file("yardsticks-keys.txt"), golden.Keys(t, result("-yardsticks", "-format", "json")))
}

func TestAnAmountIsExplainedAsBefore(t *testing.T) {
	file := goldens(t)
	for name, id := range map[string]string{"section": "4.10", "step": "4.14/strategi", "task": "5.3/test@ky"} {
		session(t, file("why-"+name+".txt"), append(pinned["odense"], "-why", id))
	}
	session(t, file("why-section-en.txt"), append(pinned["odense"], "-why", "4.10", "-lang", "en"))
}

func TestTheTemplateForFiguresIsAsBefore(t *testing.T) {
	file := goldens(t)
	sheet := filepath.Join(t.TempDir(), "tal.csv")
	require.Empty(t, result(append(pinned["odense"], "-template", sheet)...))
	text, err := os.ReadFile(sheet)
	require.NoError(t, err)
	golden.File(t, file("template.csv"), string(text))
}

func TestTheReadmeShowsWhatTheProgramPrints(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	_, shown, ok := strings.Cut(string(readme), "and begins so:\n\n```\n")
	require.True(t, ok)
	shown, _, _ = strings.Cut(shown, "```")
	var out, told bytes.Buffer
	run(nil, &out, &told)
	require.True(t, strings.HasPrefix(out.String(), shown), "%s", out.String()[:len(shown)])
}
