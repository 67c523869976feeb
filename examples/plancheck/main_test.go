package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkIn runs the program in the folder of the samples, so that messages name
// the files as a user of that folder sees them.
func checkIn(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(args, &out, &messages)
	return code, out.String(), messages.String()
}

func inSamples(t *testing.T) {
	t.Helper()
	t.Chdir(filepath.Join("..", "plans"))
}

func TestEverySampleIsToldAsItsGoldenSays(t *testing.T) {
	folder, err := os.Getwd()
	require.NoError(t, err)
	inSamples(t)
	codes := map[string]int{
		"lemvig.yaml": 0, "skive.yaml": 1, "odense.yaml": 0, "solroed.yaml": 0, "hjoerring.yaml": 0, "ringsted.yaml": 0, "struer.yaml": 0, plans.Broken: 2,
	}
	for name, want := range codes {
		code, stdout, stderr := checkIn(t, name)
		assert.Equal(t, want, code, name)
		assert.Empty(t, stderr, name)
		golden.File(t, filepath.Join(folder, "testdata", strings.TrimSuffix(name, ".yaml")+".txt"), stdout)
	}
	assert.Len(t, codes, len(plans.Names())+1, "every sample is here")
}

func TestManyPlansAtOnceKeepTheirOrderAndTakeTheWorstCode(t *testing.T) {
	inSamples(t)
	code, stdout, _ := checkIn(t, "-format", "json", "skive.yaml", "lemvig.yaml")
	assert.Equal(t, 1, code)
	var results struct {
		Plans []struct {
			File     string
			Kommune  *string
			Findings []map[string]any
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &results))
	require.Len(t, results.Plans, 2)
	assert.Equal(t, "skive.yaml", results.Plans[0].File)
	assert.Equal(t, "Lemvig", *results.Plans[1].Kommune)
	assert.NotEmpty(t, results.Plans[0].Findings)
	code, stdout, _ = checkIn(t, "-format", "json", "lemvig.yaml", plans.Broken)
	assert.Equal(t, 2, code)
	require.NoError(t, json.Unmarshal([]byte(stdout), &results))
	assert.Nil(t, results.Plans[1].Kommune)
}

// An answer to a requirement whose list is not read in is a warning; with the list
// it is none.
func TestAnswersAreHeldAgainstTheListsOfRequirements(t *testing.T) {
	inSamples(t)
	args := []string{"-format", "csv", "ringsted.yaml"}
	_, without, _ := checkIn(t, args...)
	assert.Equal(t, 23, strings.Count(without, "DB-516"))
	for _, list := range plans.Requirements() {
		args = append([]string{"-list", list}, args...)
	}
	code, with, _ := checkIn(t, args...)
	assert.Zero(t, code)
	assert.Zero(t, strings.Count(with, "DB-516"))
	code, stdout, _ := checkIn(t, "-list", "no-such-list.yaml", "ringsted.yaml")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
}

func TestThePageIsWrittenAsHTML(t *testing.T) {
	inSamples(t)
	code, page, _ := checkIn(t, "-format", "html", "skive.yaml")
	assert.Equal(t, 1, code)
	assert.True(t, strings.HasPrefix(page, "<!DOCTYPE html>"), page[:20])
	assert.Contains(t, page, "<h2>Skive</h2>")
}

func TestAnEmptyPlanGetsNoErrorInAnyKommune(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	for _, k := range book.Kommuner {
		require.NoError(t, os.WriteFile(file, []byte("kommune: "+k.Name+"\n"), 0o600))
		results, err := checkAll(book, cli.New("plancheck", "text"), []string{file})
		require.NoError(t, err)
		assert.Equal(t, k.Name, results.Plans[0].Kommune)
		assert.Zero(t, worst(results), k.Name)
	}
}

func TestAPlanThatIsBegunHasNoError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	code, _, _ := checkIn(t, "-o", file, "-new", "Roskilde")
	require.Zero(t, code)
	code, stdout, _ := checkIn(t, file)
	assert.Zero(t, code, stdout)
}

func TestBadInputIsOneLineAndNoResult(t *testing.T) {
	for _, args := range [][]string{
		{}, {"no-such-plan.yaml"}, {"-new", "Roskidle"}, {"-new", "Roskilde", "plan.yaml"}, {"-format", "xml", "x"}, {"-nyt", "x"},
	} {
		code, stdout, stderr := checkIn(t, args...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout, args)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), "%v: %s", args, stderr)
	}
}

func TestItSpeaksEnglishOnRequest(t *testing.T) {
	inSamples(t)
	_, stdout, _ := checkIn(t, "-lang", "en", "skive.yaml")
	assert.Contains(t, stdout, "SKIVE\n  skive.yaml: 6 errors, ")
	assert.Contains(t, stdout, "Must act: others than the kommune")
	assert.NotContains(t, stdout, "Skal handle")
}

func TestHostileFilesAreRefusedWithinASecond(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("kommune: Roskilde\na0: &a0 [x, x]\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&bomb, "a%d: &a%d [*a%d, *a%d]\n", i, i, i-1, i-1)
	}
	keys := func(format string, n int) string {
		var out strings.Builder
		for i := range n {
			fmt.Fprintf(&out, format, i)
		}
		return out.String()
	}
	for name, text := range map[string]string{
		"ten megabytes":           "kommune: Roskilde\n" + strings.Repeat("# fyld\n", 10<<20/7),
		"nested without end":      "kommune: " + strings.Repeat("[", 1_000_000),
		"nested mappings":         strings.Repeat("{a: ", 200_000),
		"aliases of aliases":      bomb.String(),
		"30,000 unknown tasks":    "kommune: Roskilde\ntasks:\n" + keys("  9.9/opgave%d: {}\n", 30_000),
		"20,000 own tasks":        "kommune: Roskilde\nown:\n" + keys("  own/o%d: {name: x, duration: 1}\n", 20_000),
		"9,000 rings":             "kommune: Roskilde\nown: {own/a: {name: a, duration: 1}}\nedges:\n" + keys("  - {from: own/a, to: own/a, why: r%d}\n", 9_000),
		"20,000 unknown persons":  "kommune: Roskilde\npeople:\n" + keys("  p%d: {roles: [chef]}\n", 12_000),
		"a number without end":    "kommune: Roskilde\ndrivers: {contracts: " + strings.Repeat("9", 1_000_000) + "}\n",
		"an exponent without end": "kommune: Roskilde\nbenefits: {a: {name: a, target: 1e999999999}}\n",
	} {
		file := filepath.Join(t.TempDir(), "plan.yaml")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		begun := time.Now()
		code, stdout, _ := checkIn(t, file)
		assert.NotZero(t, code, name)
		assert.Contains(t, stdout, "DB-0", name)
		assert.Less(t, time.Since(begun), 10*time.Second, "%s: ten times the second that it takes where nothing else runs", name)
		t.Logf("%s: %s", name, time.Since(begun))
	}
}

// five hundred own tasks, each waiting for the one before and the one before that.
func large() string {
	var out strings.Builder
	out.WriteString("kommune: Roskilde\nown:\n")
	for i := range 500 {
		fmt.Fprintf(&out, "  own/opgave-%03d:\n    name: Opgave %d\n    duration: %d\n    responsible: projektleder\n    hours: 8\n", i, i, 1+i%5)
		if i == 0 {
			out.WriteString("    plannedStart: 2014-01-06\n")
			continue
		}
		fmt.Fprintf(&out, "    predecessors:\n      - task: own/opgave-%03d\n      - {task: own/opgave-%03d, type: SS}\n", i/2, i-1)
	}
	return out.String()
}

// Target: under 50 ms.
func BenchmarkCheckFiveHundredOwnTasks(b *testing.B) {
	file := filepath.Join(b.TempDir(), "plan.yaml")
	require.NoError(b, os.WriteFile(file, []byte(large()), 0o600))
	book, err := drejebog.Load()
	require.NoError(b, err)
	for b.Loop() {
		if results, err := checkAll(book, cli.New("plancheck", "text"), []string{file}); err != nil || !results.Plans[0].Computed() {
			b.Fatal(err, results)
		}
	}
}

// Target: under 2 s.
func BenchmarkCheckNinetyEightPlans(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("..", "plans", "odense.yaml"))
	require.NoError(b, err)
	book, err := drejebog.Load()
	require.NoError(b, err)
	folder := b.TempDir()
	var files []string
	for _, k := range book.Kommuner {
		file := filepath.Join(folder, k.Code+".yaml")
		require.NoError(b, os.WriteFile(file, []byte(strings.Replace(string(text), "kommune: Odense", "kommune: "+k.Name, 1)), 0o600))
		files = append(files, file)
	}
	for b.Loop() {
		if _, err := checkAll(book, cli.New("plancheck", "text"), files); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAReportDoesNotReplaceThePlanItIsAbout shows that -o names another file than
// the plan's, and -new one that is not there.
func TestAReportDoesNotReplaceThePlanItIsAbout(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.yaml")
	require.NoError(t, os.WriteFile(name, []byte("kommune: Skive\n"), 0o600))
	for _, args := range [][]string{{"-o", name, name}, {"-new", "Roskilde", "-o", name}} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &errs), "%v", args)
		assert.Contains(t, errs.String(), name)
		kept, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, "kommune: Skive\n", string(kept), "%v", args)
	}
}
