package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// portfolio runs the program.
func portfolio(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = run(t.Context(), args, &out, &messages)
	return code, out.String(), messages.String()
}

// document is what a reader of the JSON looks at.
type document struct {
	Kommuner []struct {
		Rank       *int
		Code, Name string
		Local      bool
		File       *string
		GoLives    []any
	}
}

// folderOf writes plans to a folder.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	return folder
}

func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(plans.Files(), name)
	require.NoError(t, err)
	return string(text)
}

func TestThePortfolioOfTheSamplesInEachForm(t *testing.T) {
	for file, args := range map[string][]string{
		"samples.txt":    nil,
		"samples-en.txt": {"-lang", "en"},
		"samples.csv":    {"-format", "csv"},
	} {
		code, out, messages := portfolio(t, args...)
		assert.Equal(t, cli.Findings, code, "Skive breaks deadlines")
		assert.Empty(t, messages)
		golden.File(t, filepath.Join("testdata", file), out)
	}
	_, document, _ := portfolio(t, "-format", "json")
	golden.File(t, filepath.Join("testdata", "keys.txt"), golden.Keys(t, document))
}

func TestAllKommunerAreThereAndOnlyThoseWithLocalDataAreRanked(t *testing.T) {
	_, out, _ := portfolio(t, "-format", "json")
	var read document
	require.NoError(t, json.Unmarshal([]byte(out), &read))
	require.Len(t, read.Kommuner, 98)
	ranked, codes := 0, map[string]bool{}
	for i, k := range read.Kommuner {
		codes[k.Code] = true
		assert.Equal(t, k.Local, k.Rank != nil, k.Name)
		if k.Rank != nil {
			ranked++
			assert.Equal(t, i+1, *k.Rank)
		}
		assert.Len(t, k.GoLives, 5)
	}
	assert.Len(t, codes, 98)
	assert.Equal(t, 6, ranked, "Solrød's plan says nothing but its name")
	assert.Equal(t, "Skive", read.Kommuner[0].Name)

	rows := csv.NewReader(strings.NewReader(must(portfolio(t, "-format", "csv"))))
	rows.Comma = ';'
	records, err := rows.ReadAll()
	require.NoError(t, err)
	assert.Len(t, records, 99)
}

func must(_ int, out, _ string) string { return out }

func TestPlansComeFromAFolderAndFromArguments(t *testing.T) {
	folder := folderOf(t, map[string]string{
		"b.yaml": sample(t, "lemvig.yaml"), "a.json": `{"kommune": "Vejen", "drivers": {"contracts": 12}}`, "readme.txt": "no plan",
	})
	other := filepath.Join(folderOf(t, map[string]string{"c.yml": sample(t, "hjoerring.yaml")}), "c.yml")
	code, out, messages := portfolio(t, "-plans", folder, "-format", "json", other)
	require.Equal(t, cli.Fine, code, messages)
	var read document
	require.NoError(t, json.Unmarshal([]byte(out), &read))
	files := map[string]string{}
	for _, k := range read.Kommuner {
		if k.File != nil {
			files[k.Name] = filepath.Base(*k.File)
		}
	}
	assert.Equal(t, map[string]string{"Lemvig": "b.yaml", "Vejen": "a.json", "Hjørring": "c.yml"}, files)
}

func TestKommunerSeenFromDifferentDaysSaySo(t *testing.T) {
	folder := folderOf(t, map[string]string{
		"a.yaml": "kommune: Vejen\nasOf: 2013-12-01\ndrivers: {contracts: 12}\n", "b.yaml": "kommune: Ringkøbing-Skjern\ndrivers: {contracts: 12}\n",
	})
	code, out, _ := portfolio(t, "-plans", folder)
	assert.Equal(t, cli.Fine, code)
	assert.Contains(t, out, "  Set fra 1. december 2013.\n")
	assert.Contains(t, out, "  Set fra 27. juni 2014.\n")
	for line := range strings.Lines(out) {
		assert.LessOrEqual(t, len([]rune(line)), 101, line)
	}
}

func TestBadInputIsRefusedWithOneMessagePerFaultAndNoResult(t *testing.T) {
	twice := folderOf(t, map[string]string{"a.yaml": "kommune: Vejen\n", "b.yaml": "kommune: \"0575\"\n"})
	empty := t.TempDir()
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"a folder that is not there":     {[]string{"-plans", filepath.Join(empty, "no")}, "kan ikke åbnes"},
		"a folder without plans":         {[]string{"-plans", empty}, "har ingen planer (.yaml, .yml eller .json)"},
		"a folder without a name":        {[]string{"-plans", ""}, "mappen »« kan ikke åbnes"},
		"a plan that is not there":       {[]string{filepath.Join(empty, "no.yaml")}, "no.yaml kan ikke åbnes: filen findes ikke"},
		"two plans of a kommune":         {[]string{"-plans", twice}, "Vejen har to planer"},
		"a flag behind a plan":           {[]string{"a.yaml", "-lang", "en"}, "-lang stands behind a file"},
		"a form that it does not have":   {[]string{"-format", "xlsx"}, "vælg mellem text, json, csv, html"},
		"a flag that it does not have":   {[]string{"-plan", "x"}, "mente du -plans?"},
		"a result that cannot be stored": {[]string{"-o", filepath.Join(empty, "no", "x")}, "kan ikke skrive"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, messages := portfolio(t, c.args...)
			assert.Equal(t, cli.BadInput, code)
			assert.Empty(t, out)
			assert.Contains(t, messages, c.says)
			assert.Equal(t, 1, strings.Count(messages, "\n"), messages)
		})
	}
}

func TestEveryFaultOfEveryPlanIsToldWithItsPlace(t *testing.T) {
	folder := folderOf(t, map[string]string{
		"a.yaml": "kommune: Vejen\ntasks:\n  4.1/overblikk: {duration: 3}\n", "b.yaml": "kommune: Skyve\n", "c.yaml": sample(t, "lemvig.yaml"),
	})
	code, out, messages := portfolio(t, "-plans", folder)
	assert.Equal(t, cli.BadInput, code)
	assert.Contains(t, out, "Lemvig", "the others are shown")
	assert.Contains(t, messages, filepath.Join(folder, "a.yaml")+":3:3: ")
	assert.Contains(t, messages, filepath.Join(folder, "b.yaml")+":1:10: ")
	assert.True(t, strings.HasPrefix(messages, "1 værdi i planen kan ikke bruges"), "the second is no plan of a kommune")
	assert.Equal(t, 3, strings.Count(messages, "\n"))
	code, out, _ = portfolio(t, "-format", "json", filepath.Join(folder, "b.yaml"))
	assert.Equal(t, cli.BadInput, code)
	assert.Empty(t, out, "there is no other")
}

func TestAnInterruptedPortfolioHasNoResult(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, messages bytes.Buffer
	assert.Equal(t, cli.BadInput, run(ctx, nil, &out, &messages))
	assert.Empty(t, out.String())
	assert.Equal(t, "portfolio: afbrudt, før alle kommuner var regnet igennem\n", messages.String())
}
