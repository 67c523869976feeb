package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
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
	shown := false
	for _, format := range []string{"text", "json", "csv", "html"} {
		var stdout, stderr bytes.Buffer
		code := run([]string{"-plan", file, "-format", format}, &stdout, &stderr)
		require.Less(t, code, 2, "%s: %.300s", format, stderr.String())
		text := stdout.String()
		assert.Empty(t, booktest.Steering(text), format)
		assert.Empty(t, booktest.Steering(stderr.String()), format)
		shown = shown || strings.Contains(text, "[U+202E]")
	}
	assert.True(t, shown, "no text of the plan comes through")
}
