package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAgainstAnotherPlanItTellsWhoseMoneyMoves(t *testing.T) {
	const odense = "../plans/odense.yaml"
	text, err := os.ReadFile(odense)
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("old.yaml", text, 0o600))
	require.NoError(t, os.WriteFile("new.yaml", []byte(strings.Replace(string(text), "goLive: 2016-03-01", "goLive: 2016-05-01", 1)), 0o600))
	code, stdout, _ := call("-plan", "new.yaml", "-against", "old.yaml")
	assert.Zero(t, code)
	assert.Contains(t, stdout, "SAPA: 61.000 kr. nye penge flytter fra budget 2015 til budget 2016.")
	code, stdout, _ = call("-plan", "old.yaml", "-against", "old.yaml")
	assert.Zero(t, code)
	assert.Contains(t, stdout, "Ingen nye penge flytter.")
	code, stdout, _ = call("-plan", "old.yaml", "-against", "old.yaml", "-format", "csv")
	assert.Zero(t, code)
	assert.Equal(t, "\ufeffprojekt;budgetår;før;efter;ændring\r\n", stdout, "a table of nothing has its heads")
	code, stdout, _ = call("-plan", "new.yaml", "-against", "old.yaml", "-format", "json")
	assert.Zero(t, code)
	assert.Contains(t, stdout, `"schema": "monopolbrud/estimate-comparison/1"`)
	assert.Contains(t, stdout, `"from": 2015`)
	code, _, stderr := call("-plan", "old.yaml", "-against", "none.yaml")
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, "none.yaml kan ikke åbnes")
}
