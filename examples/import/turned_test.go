package main

import (
	"archive/zip"
	"bytes"
	"io"
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
	for _, format := range []string{"csv", "xlsx"} {
		var stdout, stderr bytes.Buffer
		code := run([]string{"-plan", file, "-format", format}, &stdout, &stderr)
		require.Less(t, code, 2, "%s: %.300s", format, stderr.String())
		text := stdout.String()
		if format == "xlsx" {
			text = unpacked(t, stdout.Bytes())
		}
		assert.Empty(t, booktest.Steering(text), format)
		assert.Empty(t, booktest.Steering(stderr.String()), format)
		shown = shown || strings.Contains(text, "[U+202E]")
	}
	assert.True(t, shown, "no text of the plan comes through")
}

// unpacked are the parts of a workbook, one behind the other.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var all strings.Builder
	for _, part := range archive.File {
		file, err := part.Open()
		require.NoError(t, err)
		_, err = io.Copy(&all, file)
		require.NoError(t, err)
	}
	return all.String()
}
