package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call runs the program and returns what it wrote.
func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

// written writes a plan and returns its file.
func written(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	return file
}

const odense = "../plans/odense.yaml"

func TestThePageTellsPresentValuePaybackAddOnsAndBenefits(t *testing.T) {
	code, page, stderr := call("-plan", odense)
	assert.Equal(t, 0, code)
	assert.Empty(t, stderr)
	for _, part := range []string{"Nutidsværdi i 2013", "Tjent hjem", "FØLSOMHED", "bør ikke købes", "kan købes", "Kortere svartid"} {
		assert.Contains(t, page, part)
	}
	code, page, _ = call("-plan", odense, "-lang", "en")
	assert.Equal(t, 0, code)
	assert.Contains(t, page, "Present value in 2013")
}

func TestWithoutPaymentsItSaysWhatIsMissing(t *testing.T) {
	code, page, stderr := call()
	assert.Equal(t, 0, code)
	assert.Empty(t, stderr)
	assert.Contains(t, page, "MANGLER")
	assert.Contains(t, page, "kmd-dagpenge")
	assert.NotContains(t, page, "Nutidsværdi")
}

func TestLaterPricesShowAsOfTheirDayOnly(t *testing.T) {
	_, page, _ := call("-plan", odense)
	assert.NotContains(t, page, "infrastruktur")
	_, page, _ = call("-plan", odense, "-asof", "2020-06-01")
	assert.Contains(t, page, "infrastruktur, fra 1. januar 2020")
}

func TestTheJSONHoldsAmountsAsTextsAndNoNullLists(t *testing.T) {
	code, out, _ := call("-plan", odense, "-format", "json")
	require.Equal(t, 0, code)
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &tree))
	assert.IsType(t, "", tree["presentValue"])
	for _, list := range []string{"years", "rows", "sensitivity", "addOns", "benefits", "findings"} {
		assert.IsType(t, []any{}, tree[list], list)
	}
	_, again, _ := call("-plan", odense, "-format", "json")
	assert.Equal(t, out, again)
	_, out, _ = call("-format", "json")
	assert.Contains(t, out, `"addOns": []`)
	assert.Contains(t, out, `"payback": null`)
}

func TestWhatCannotBeUsedIsToldWithItsPlace(t *testing.T) {
	file := written(t, "kommune: Vejen\nbusinessCase:\n  discountRate: 4\n  payments: {kmd-sagg: 5, kmd-aktiv: -1}\naddOns: {modul: {name: M, system: kmd, from: 2014-09-01}}\n")
	code, stdout, stderr := call("-plan", file)
	assert.Equal(t, 1, code)
	assert.True(t, strings.HasPrefix(stdout, "4 værdier i planen kan ikke bruges"))
	for _, part := range []string{":3:17: ", "kmd-sag", ":4:", "-1", ":5:"} {
		assert.Contains(t, stderr, part)
	}
	code, stdout, stderr = call("-kommune", "Roskylde")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Equal(t, "businesscase: ingen kommune har koden eller navnet »Roskylde«; mente du Roskilde?\n", stderr)
	code, _, stderr = call("-format", "xlsx")
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, "text, html, json, csv")
}
