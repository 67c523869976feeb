package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// catalogue runs the program as a user does.
func catalogue(args ...string) (code int, stdout, stderr string) {
	var out, messages bytes.Buffer
	code = run(args, &out, &messages)
	return code, out.String(), messages.String()
}

func TestWithoutFlagsTheNewestEditionIsShownInDanish(t *testing.T) {
	code, stdout, stderr := catalogue()
	assert.Equal(t, cli.Fine, code)
	assert.Empty(t, stderr)
	assert.True(t, strings.HasPrefix(stdout, "KOMMUNERNES DREJEBOG FOR MONOPOLBRUDDET\nUdgave 4.1, 27. juni 2014\n"))
	_, again, _ := catalogue()
	assert.Equal(t, stdout, again, "the same bytes every time")
}

func TestAnEditionAndALanguageCanBeAskedFor(t *testing.T) {
	code, stdout, stderr := catalogue("-edition", "2.1", "-lang", "en")
	assert.Equal(t, cli.Fine, code)
	assert.Empty(t, stderr)
	assert.Contains(t, stdout, "Edition 2.1, 17 October 2013\n")
	assert.Contains(t, stdout, "\n  4.11 ")
	assert.NotContains(t, stdout, "\n  4.12 ", "4.12 came with 3.0")
}

func TestJSONHoldsTheCatalogueAndTheDifferences(t *testing.T) {
	var shown struct {
		Edition     string
		Activities  []struct{ ID string }
		Differences []struct{ Kind, Edition, ID string }
	}
	code, stdout, stderr := catalogue("-format", "json")
	require.Equal(t, cli.Fine, code, stderr)
	require.NoError(t, json.Unmarshal([]byte(stdout), &shown))
	assert.Equal(t, "4.1", shown.Edition)
	assert.Len(t, shown.Activities, 26)
	assert.NotNil(t, shown.Differences, "a list, never null")
	assert.Empty(t, shown.Differences)

	code, stdout, stderr = catalogue("-format", "json", "-edition", "2.1", "-diff", "2.0")
	require.Equal(t, cli.Fine, code, stderr)
	require.NoError(t, json.Unmarshal([]byte(stdout), &shown))
	require.NotEmpty(t, shown.Differences)
	assert.Equal(t, "4.11", shown.Differences[0].ID)
	assert.Equal(t, "activityAdded", shown.Differences[0].Kind)
}

func TestADiffShowsOnlyWhatIsNew(t *testing.T) {
	code, stdout, stderr := catalogue("-edition", "2.1", "-diff", "2.0")
	require.Equal(t, cli.Fine, code, stderr)
	assert.Contains(t, strings.Join(strings.Fields(stdout), " "), " 2.1 4.11 ny aktivitet Oprettelse af brugere i Serviceplatformen ")
	assert.NotContains(t, stdout, "4.1 ")

	code, stdout, stderr = catalogue("-diff", "4.1")
	require.Equal(t, cli.Fine, code, stderr)
	assert.Contains(t, stdout, "Intet nyt.")
}

func TestBadInputIsOneLineOnStderrAndNothingOnStdout(t *testing.T) {
	const editions = "udgaverne er 1.0, 1.1, 2.0, 2.1, 3.0, 4.0, 4.1"
	for _, row := range []struct {
		args []string
		want string
	}{
		{[]string{"-edition", "9.9"}, "catalogue: der er ingen udgave »9.9«; " + editions + "\n"},
		{[]string{"-edition", "4,1"}, "catalogue: der er ingen udgave »4,1«; " + editions + "; mente du 4.1?\n"},
		{[]string{"-edition", ""}, "catalogue: der er ingen udgave »«; " + editions + "\n"},
		{[]string{"-diff", "0.9"}, ""},
		{[]string{"-diff", ""}, ""},
		{[]string{"-edition", "3.0", "-diff", "4.1"}, "catalogue: -diff 4.1 er nyere end udgave 3.0: vælg en ældre\n"},
		{[]string{"-format", "xlsx"}, "catalogue: -format xlsx: vælg mellem text, json, csv, html\n"},
		{[]string{"-lang", "fr"}, ""},
		{[]string{"-editon", "4.1"}, "catalogue: ukendt flag -editon (mente du -edition?); se -h\n"},
		{[]string{"4.1"}, ""},
		{[]string{"-diff", "3.0", "-plan", "p.yaml", "-format", "csv"}, "catalogue: -plan skriver ikke csv: vælg mellem text, json, html\n"},
		{[]string{"-edition"}, "catalogue: -edition mangler en værdi\n"},
		{[]string{"-o", filepath.Join(t.TempDir(), "no", "folder")}, ""},
	} {
		code, stdout, stderr := catalogue(row.args...)
		assert.Equal(t, cli.BadInput, code, row.args)
		assert.Empty(t, stdout, row.args)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), "one line: %q", stderr)
		if row.want != "" {
			assert.Equal(t, row.want, stderr)
		}
	}
}

func TestTheCatalogueGoesToTheFileOfO(t *testing.T) {
	path := filepath.Join(t.TempDir(), "catalogue.json")
	code, stdout, stderr := catalogue("-format", "json", "-o", path)
	require.Equal(t, cli.Fine, code, stderr)
	assert.Empty(t, stdout)
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, json.Valid(written))
}

func TestWithAPlanTheDifferencesAreThoseThatTouchIt(t *testing.T) {
	plan := filepath.Join("..", "plans", "skive.yaml")
	code, stdout, stderr := catalogue("-diff", "3.0", "-plan", plan)
	assert.Equal(t, cli.Fine, code)
	assert.Empty(t, stderr)
	assert.True(t, strings.HasPrefix(stdout, "HVAD UDGAVE 4.1 ÆNDRER I PLANEN: Skive Kommune\n"))
	assert.Contains(t, stdout, "note: »Udpeget", "the plan's own note")
	code, stdout, _ = catalogue("-diff", "3.0", "-plan", plan, "-format", "json")
	assert.Equal(t, cli.Fine, code)
	assert.True(t, json.Valid([]byte(stdout)))
	for message, args := range map[string][]string{
		"catalogue: -plan hører til -diff":     {"-plan", plan},
		"catalogue: no.yaml kan ikke åbnes":    {"-diff", "3.0", "-plan", "no.yaml"},
		"Ingen kommune har koden eller navnet": {"-diff", "3.0", "-plan", filepath.Join("..", "plans", "broken.yaml")},
		"catalogue: der er ingen udgave »9.9«": {"-diff", "9.9", "-plan", plan},
	} {
		code, stdout, stderr = catalogue(args...)
		assert.Equal(t, cli.BadInput, code, "%v", args)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, message)
	}
}
