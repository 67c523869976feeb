package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatAMeasureBuysIsTold(t *testing.T) {
	write := func(name, risks string) string {
		file := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(file, []byte("kommune: Roskilde\n"+risks), 0o600))
		return file
	}
	before := write("before.yaml", "risks:\n  x: {what: X, task: golive@sapa, probability: 0.5, delay: {low: 40, likely: 60, high: 80}}\n")
	after := write("after.yaml", "")
	said := func(args ...string) string {
		var out bytes.Buffer
		run(args, &out, io.Discard)
		return out.String()
	}
	text := said("-plan", after, "-risk", "-against", before)
	assert.Contains(t, text, "HVAD ÆNDRINGEN I PLANEN KØBER")
	sheet := said("-plan", after, "-risk", "-against", before, "-format", "csv")
	assert.Contains(t, sheet, "Idriftsættelse (SAPA)")
	assert.NotContains(t, sheet, "Idriftsættelse (KY)", "it is as it was")
	assert.Contains(t, said("-plan", after, "-risk", "-against", after), "Den ændrer ingen datoer og ingen beløb.")
	assert.True(t, strings.HasPrefix(said("-plan", after, "-risk", "-against", before, "-format", "json"), "{"))
	assert.Empty(t, said("-plan", after, "-risk", "-against", before, "-format", "svg"))
}
