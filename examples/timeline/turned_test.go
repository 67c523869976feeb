package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoTextOfAPlanTurnsTheWritingInAnyFormat(t *testing.T) {
	document, texts := booktest.Turned(t, "lemvig.yaml")
	require.Greater(t, texts, 20)
	file := filepath.Join(t.TempDir(), "plan.yaml")
	require.NoError(t, os.WriteFile(file, document, 0o600))
	shown := map[string]string{"json": `\u202E`, "gantt": "[U+202E]", "ics": "[U+202E]", "mspdi": "[U+202E]"}
	for _, format := range []string{"text", "json", "csv", "html", "svg", "gantt", "ics", "mspdi"} {
		code, stdout, stderr := call("-plan", file, "-format", format)
		require.Less(t, code, 2, "%s: %.300s", format, stderr)
		assert.Empty(t, booktest.Steering(stdout), format)
		assert.Empty(t, booktest.Steering(stderr), format)
		assert.Contains(t, stdout, shown[format], format)
	}
}
