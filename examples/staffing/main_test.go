package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
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

const odense = "../plans/odense.yaml"

func TestThePageTellsClashesMonthsAndPrices(t *testing.T) {
	code, page, stderr := call("-plan", odense)
	assert.Equal(t, 0, code)
	assert.Empty(t, stderr)
	for _, part := range []string{"BEMANDINGSPLAN: Odense", "HER MANGLER DER TID", "HVAD DER KAN GØRES", "TIMER PR. MÅNED I 2015", "Charlotte"} {
		assert.Contains(t, page, part)
	}
}

func TestOnePersonWithFourRolesIsShort(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\nasOf: 2014-06-27\npeople: {anna: {name: Anna, roles: [programleder, projektleder, it-arkitekt, testkoordinator], hoursPerWeek: 1}}\n"), 0o644))
	code, page, _ := call("-plan", file)
	assert.Equal(t, 0, code)
	assert.Contains(t, page, "Anna mangler")
	assert.Contains(t, page, "ROLLER SOM INGEN HAR")
}

func TestWithoutPeopleItSaysWhatToState(t *testing.T) {
	code, page, _ := call("-kommune", "Roskilde")
	assert.Equal(t, 0, code)
	assert.Contains(t, page, "Planen nævner ingen personer")
}

func TestTheJSONHoldsTheHoursOfTheEstimate(t *testing.T) {
	code, out, _ := call("-plan", odense, "-format", "json")
	require.Equal(t, 0, code)
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &tree))
	assert.Equal(t, "monopolbrud/staffing/1", tree["schema"])
	for _, list := range []string{"people", "roles", "waiting", "nobody", "clashes", "leftOver", "findings"} {
		assert.IsType(t, []any{}, tree[list], list)
	}
	_, again, _ := call("-plan", odense, "-format", "json")
	assert.Equal(t, out, again)
}

func TestApplyWritesTheMovesIntoThePlanAndLeavesAllElse(t *testing.T) {
	before, err := os.ReadFile(odense)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, before, 0o644))
	code, out, stderr := call("-plan", file, "-apply", "-o", file)
	assert.Equal(t, 0, code, stderr)
	assert.Empty(t, out)
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	added := regexp.MustCompile(`plannedStart: [-0-9]+(, )?`)
	lines := strings.Split(added.ReplaceAllString(string(after), ""), "\n")
	for _, line := range strings.Split(added.ReplaceAllString(string(before), ""), "\n") {
		assert.Contains(t, lines, line)
	}
	assert.NotEqual(t, string(before), string(after))
	_, page, _ := call("-plan", odense)
	_, then, _ := call("-plan", file)
	assert.Contains(t, page, "-apply")
	assert.NotEqual(t, page, then)
	code, _, _ = call("-apply")
	assert.Equal(t, 2, code)
}

func TestSeveralPlansTellWhomTheKommunerShare(t *testing.T) {
	folder := t.TempDir()
	file := func(kommune string) string {
		name := filepath.Join(folder, kommune+".yaml")
		require.NoError(t, os.WriteFile(name, []byte("kommune: "+kommune+"\nasOf: 2014-06-27\npeople: {lis: {name: Lis, roles: [programleder, projektleder], hoursPerWeek: 37}}\n"), 0o644))
		return name
	}
	one, other := file("Ringsted"), file("Sorø")
	code, page, stderr := call(one, other)
	assert.Equal(t, 0, code, stderr)
	assert.Contains(t, page, "BEMANDINGSPLAN FOR FLERE KOMMUNER: Ringsted og Sorø")
	assert.Contains(t, page, "Lis deles af Ringsted og Sorø og mangler")
	assert.Regexp(t, `Sorø +KY +01\.01\.2016 +\d\d\.\d\d\.\d{4} +\d\d\.\d\d\.\d{4} +[1-9]\d*  Lis`, page)
	code, out, _ := call("-format", "json", one, other)
	assert.Equal(t, 0, code)
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &tree))
	assert.Equal(t, "monopolbrud/staffing-together/1", tree["schema"])
	code, out, _ = call("-format", "csv", one, other)
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "Lis;")
	for _, args := range [][]string{{one, one}, {"-plan", one, other}, {"-apply", one, other}, {"-format", "svg", one, other}, {one, filepath.Join(folder, "none.yaml")}} {
		code, out, stderr := call(args...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, out)
		assert.NotEmpty(t, stderr)
	}
}
