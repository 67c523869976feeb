package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readinessIn runs the program in the folder of the samples, so that messages
// name the files as a user of that folder sees them.
func readinessIn(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(args, &out, &messages)
	return code, out.String(), messages.String()
}

// inSamples changes to the folder of the samples and returns the arguments that
// name every list.
func inSamples(t *testing.T) []string {
	t.Helper()
	t.Chdir(filepath.Join("..", "plans"))
	var lists []string
	for _, name := range plans.Requirements() {
		lists = append(lists, "-list", name)
	}
	return lists
}

func TestThePagesOfTheSamplesReadAsTheirGoldensSay(t *testing.T) {
	folder, err := os.Getwd()
	require.NoError(t, err)
	lists := inSamples(t)
	for _, c := range []struct {
		golden string
		code   int
		args   []string
	}{
		{"ready.txt", 0, append([]string{"-plan", "ringsted.yaml"}, lists...)},
		{"late.txt", 1, append([]string{"-plan", "struer.yaml"}, lists...)},
		{"late-en.txt", 1, append([]string{"-plan", "struer.yaml", "-lang", "en"}, lists...)},
		{"silent.txt", 0, append([]string{"-plan", "solroed.yaml", "-asof", "2015-10-09"}, lists...)},
		{"not-published.txt", 1, []string{"-plan", "skive.yaml"}},
		{"unknown-golive.txt", 0, []string{"-plan", "hjoerring.yaml", "-project", "sapa"}},
		{"overview.txt", 1, append(lists, "struer.yaml", "ringsted.yaml", "skive.yaml", "odense.yaml", "hjoerring.yaml")},
	} {
		code, stdout, stderr := readinessIn(t, c.args...)
		assert.Equal(t, c.code, code, c.golden)
		assert.Empty(t, stderr, c.golden)
		assert.NotContains(t, stdout, "{", "every place is filled: %s", c.golden)
		golden.File(t, filepath.Join(folder, "testdata", c.golden), stdout)
	}
}

// A contract that ends before the system is live decides, whether or not
// KOMBIT's list is read in.
func TestWhatIsBrokenCountsWithoutAList(t *testing.T) {
	inSamples(t)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte(strings.Join([]string{
		"kommune: Vejen", "asOf: 2015-05-20", "projects: {ky: {goLive: 2016-01-01}}",
		"contracts: {a: {name: Aktiv A, systems: [kmd-aktiv], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-04-30}}",
	}, "\n")), 0o600))
	code, stdout, _ := readinessIn(t, "-plan", file, "-project", "ky")
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "KY: KRAV IKKE UDMELDT\n  - Aktiv A slutter 31. oktober 2015, før det nye system er i drift.\n  - KOMBIT skal melde")
	code, _, _ = readinessIn(t, "-plan", file, "-project", "ksd")
	assert.Zero(t, code, "which is none of KSD's concern")
	code, stdout, _ = readinessIn(t, file)
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "Vejen, KY: Aktiv A slutter")
}

// An error ends with 1 for all kommuner as for one.
func TestAnErrorInAListEndsWithOneSideBySideToo(t *testing.T) {
	lists := append(inSamples(t), "-list", filepath.Join("krav", "sapa.yaml"))
	for _, args := range [][]string{{"-plan", "ringsted.yaml"}, {"ringsted.yaml"}} {
		code, stdout, _ := readinessIn(t, append(lists, args...)...)
		assert.Equal(t, 1, code, args)
		assert.Equal(t, 1, strings.Count(stdout, "DB-506"), args)
	}
}

func TestSilenceEndsWithoutAnError(t *testing.T) {
	lists := inSamples(t)
	for _, day := range []string{"2015-07-06", "2015-10-09", "2015-12-01", "2016-02-01"} {
		for _, lists := range [][]string{nil, lists} {
			code, _, stderr := readinessIn(t, append(lists, "-kommune", "Solrød", "-asof", day)...)
			assert.Zero(t, code, "%s: %s", day, stderr)
		}
	}
}

func TestJSONHasEveryKeyAndNoNullList(t *testing.T) {
	lists := inSamples(t)
	for _, args := range [][]string{append([]string{"-plan", "struer.yaml"}, lists...), {"-kommune", "Vejen"}} {
		_, stdout, _ := readinessIn(t, append(args, "-format", "json")...)
		var read map[string]any
		require.NoError(t, json.Unmarshal([]byte(stdout), &read))
		for _, key := range []string{"kommune", "asOf", "local", "projects", "matters", "laterFacts", "reminders", "findings"} {
			assert.Contains(t, read, key)
		}
		projects := read["projects"].([]any)
		assert.Len(t, projects, 4)
		for _, p := range projects {
			for _, list := range []string{"reasons", "categories", "requirements", "preparation", "gates", "blockers", "matters"} {
				assert.NotNil(t, p.(map[string]any)[list], list)
			}
			for _, g := range p.(map[string]any)["gates"].([]any) {
				assert.NotNil(t, g.(map[string]any)["blocks"])
			}
		}
	}
}

func TestCSVHasARowForEachThingAndEachCategoryOfEachKommune(t *testing.T) {
	lists := inSamples(t)
	rows := func(args ...string) [][]string {
		_, stdout, _ := readinessIn(t, append(args, "-format", "csv")...)
		reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(stdout, "\ufeff")))
		reader.Comma = ';'
		records, err := reader.ReadAll()
		require.NoError(t, err)
		return records
	}
	one := rows(append([]string{"-plan", "struer.yaml"}, lists...)...)
	assert.Equal(t, []string{"kommune", "system", "konklusion", "art", "id", "hvad", "status", "dato", "senest", "arbejdsdage", "ventes", "ansvarlig"}, one[0])
	_, stdout, _ := readinessIn(t, append(append([]string{"-format", "csv"}, lists...), "struer.yaml")...)
	assert.Equal(t, 98*(10+8+8+4)+1, strings.Count(stdout, "\n"), "each kommune with each category that has requirements")
}

func TestThePagesAreWrittenAsHTML(t *testing.T) {
	lists := inSamples(t)
	_, page, _ := readinessIn(t, append(lists, "-plan", "struer.yaml", "-format", "html")...)
	assert.True(t, strings.HasPrefix(page, "<!DOCTYPE html>"), page[:20])
	assert.Contains(t, page, "KSD: no-go</h2>")
	assert.NotContains(t, page, "<script")
	_, page, _ = readinessIn(t, append(lists, "-format", "html", "-lang", "en", "struer.yaml")...)
	assert.Contains(t, page, "<html lang=\"en\">")
}

func TestTheRequirementsOfTheListsAreWritten(t *testing.T) {
	lists := inSamples(t)
	code, page, stderr := readinessIn(t, append(lists, "-requirements")...)
	assert.Zero(t, code, stderr)
	assert.Contains(t, page, "KRAV TIL PARATHEDEN\n\nKSD\n")
	_, rows, _ := readinessIn(t, append(lists, "-requirements", "-format", "csv")...)
	assert.True(t, strings.HasPrefix(rows, "\ufeffsystem;kategori;id;hvad;ansvarlig;dokumentation\r\n"), rows[:80])
}

func TestATableOfThePageIsWrittenByItsName(t *testing.T) {
	lists := inSamples(t)
	_, gates, _ := readinessIn(t, append(lists, "-plan", "struer.yaml", "-format", "csv", "-table", "ky-gates")...)
	assert.Equal(t, "\ufeffport;senest;arbejdsdage;ventes;status", strings.TrimSpace(strings.SplitN(gates, "\n", 2)[0]))
	assert.Equal(t, 6, strings.Count(gates, "\n"))
}

func TestATemplateIsAnEmptyListThatCanBeReadInEveryForm(t *testing.T) {
	folder := t.TempDir()
	for _, format := range []string{"text", "csv", "xlsx"} {
		file := filepath.Join(folder, "krav."+map[string]string{"text": "yaml", "csv": "csv", "xlsx": "xlsx"}[format])
		code, _, stderr := readinessIn(t, "-template", "sapa", "-format", format, "-o", file)
		require.Zero(t, code, stderr)
		if format != "text" {
			code, _, stderr = readinessIn(t, "-kommune", "Vejen", "-list", file)
			assert.Equal(t, 2, code, "the day of publication is still to be written")
			assert.Contains(t, stderr, "Udmeldt er tom")
			continue
		}
		code, stdout, stderr := readinessIn(t, "-kommune", "Vejen", "-list", file)
		assert.Zero(t, code, stderr)
		assert.Contains(t, stdout, "SAPA: KRAV IKKE UDMELDT")
		assert.Contains(t, stdout, "DB-537", "nothing is written in it yet")
	}
}

func TestAnswersGoToASheetAndBackIntoThePlan(t *testing.T) {
	lists := inSamples(t)
	folder := t.TempDir()
	for _, format := range []string{"csv", "xlsx"} {
		sheet, written := filepath.Join(folder, "svar."+format), filepath.Join(folder, "plan.yaml")
		code, _, stderr := readinessIn(t, append([]string{"-plan", "struer.yaml", "-answers", "-format", format, "-o", sheet}, lists...)...)
		require.Zero(t, code, stderr)
		code, _, stderr = readinessIn(t, "-plan", "struer.yaml", "-take", sheet, "-o", written)
		require.Zero(t, code, stderr)
		plan, err := os.ReadFile("struer.yaml")
		require.NoError(t, err)
		again, err := os.ReadFile(written)
		require.NoError(t, err)
		assert.Equal(t, string(plan), string(again), "%s: comments and order stay", format)
		_, before, _ := readinessIn(t, append([]string{"-plan", "struer.yaml", "-format", "csv"}, lists...)...)
		_, after, _ := readinessIn(t, append([]string{"-plan", written, "-format", "csv"}, lists...)...)
		assert.Equal(t, before, after, format)
	}
}

func TestBadInputIsOneLineAndNoResult(t *testing.T) {
	inSamples(t)
	for _, args := range [][]string{
		{"-project", "sappa"}, {"-asof", "2015-02-30"}, {"-plan", "no-such-plan.yaml"}, {"-list", "no-such-list.yaml"}, {"-kommune", "Vejn"},
		{"-format", "pdf"}, {"-template", "kys"}, {"-template", "ky", "-format", "json"}, {"-template", "ky", "-format", "html"}, {"-format", "csv", "-table", "none"}, {"-requirements", "-format", "json"}, {"-answers"}, {"-take", "no-such-sheet.csv"},
		{"-format", "xlsx", "-o", "x.xlsx"}, {"-plan", "struer.yaml", "-asof", "2015-01-05"}, {"no-such-plan.yaml"},
		{"struer.yaml", "struer.yaml"}, {"-project", "sapa", "struer.yaml"}, {"-plan", "struer.yaml", "-kommune", "Vejen"},
	} {
		code, stdout, stderr := readinessIn(t, args...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout, args)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), "%v: %s", args, stderr)
	}
}

func TestABrokenPlanOrListGetsOneMessagePerFault(t *testing.T) {
	inSamples(t)
	code, stdout, stderr := readinessIn(t, "-plan", plans.Broken)
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Greater(t, strings.Count(stderr, "\n"), 50)
	file := filepath.Join(t.TempDir(), "krav.csv")
	require.NoError(t, os.WriteFile(file, []byte("Projekt;Udmeldt;Kategori;Id;Krav\nSAPA;2015-06-31;Tests;A;x\n"), 0o600))
	code, _, stderr = readinessIn(t, "-list", file)
	assert.Equal(t, 2, code)
	assert.Equal(t, 3, strings.Count(stderr, "\n"), stderr)
}
