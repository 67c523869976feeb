package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call runs the program and returns what it wrote.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

func TestTheJSONHasWhatThePageHas(t *testing.T) {
	code, out, stderr := call("-plan", "testdata/juni.yaml", "-against", "testdata/maj.yaml", "-format", "json")
	assert.Equal(t, cli.Fine, code)
	assert.Empty(t, stderr)
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &tree))
	assert.Equal(t, "monopolbrud/statusreport/1", tree["schema"])
	assert.Equal(t, "2014-05-28", tree["period"].(map[string]any)["against"])
	for _, list := range []string{"lights", "milestones", "decisions", "money", "risks", "deviations", "asks", "ahead", "remaining", "load", "tolerances", "findings"} {
		assert.IsType(t, []any{}, tree[list], list)
	}
}

func TestBadInputIsRefused(t *testing.T) {
	for _, row := range []struct {
		args []string
		says string
	}{
		{[]string{"-against", "no-such.yaml"}, "no-such.yaml kan ikke åbnes"},
		{[]string{"-plan", "no-such.yaml"}, "no-such.yaml kan ikke åbnes"},
		{[]string{"-plan", "testdata/juni.yaml", "-against", "../plans/lemvig.yaml"}, "-against er en plan for Lemvig"},
		{[]string{"-format", "csv", "-table", "no"}, "-table no: vælg mellem"},
	} {
		code, out, stderr := call(row.args...)
		assert.Equal(t, cli.BadInput, code)
		assert.Empty(t, out)
		assert.Contains(t, stderr, row.says)
	}
}

func TestADirectorSeesErrorsInTheExitCode(t *testing.T) {
	code, _, _ := call("-plan", "../plans/skive.yaml")
	assert.Equal(t, cli.Findings, code)
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page[^s]`)

// The report is one A4 portrait in the PDF that Chromium prints.
func TestTheReportIsOneA4(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium is not installed: how many pages the report prints on is not counted")
	}
	names := plans.Names()
	if os.Getenv("MONOPOLBRUD_FULL") == "" {
		names = []string{"skive.yaml"}
	}
	folder := t.TempDir()
	long := filepath.Join(folder, "long.yaml")
	text, err := os.ReadFile("../plans/skive.yaml")
	require.NoError(t, err)
	name := strings.Repeat("Et langt navn ", 8)[:100]
	require.NoError(t, os.WriteFile(long, regexp.MustCompile(`(\n +name: )[^\n]*`).ReplaceAll(text, []byte("${1}"+name)), 0o600))
	files := []string{long}
	for _, name := range names {
		files = append(files, "../plans/"+name)
	}
	for _, file := range files {
		page, pdf := filepath.Join(folder, filepath.Base(file)+".html"), filepath.Join(folder, filepath.Base(file)+".pdf")
		code, _, stderr := call("-plan", file, "-against", file, "-format", "html", "-o", page)
		require.NotEqual(t, cli.BadInput, code, stderr)
		out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(folder, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+page).CombinedOutput()
		require.NoError(t, err, "%s", out)
		printed, err := os.ReadFile(pdf)
		require.NoError(t, err)
		assert.Len(t, pdfPage.FindAll(printed, -1), 1, file)
		assert.Regexp(t, `/MediaBox \[0 0 59[45][.\d]* 84[12]`, string(printed), "A4 portrait")
	}
}
