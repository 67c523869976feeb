package main

import (
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/stretchr/testify/require"
)

// goldens changes to the folder of the samples, so that messages name the files
// as a user of that folder sees them, and returns where the goldens are.
func goldens(t *testing.T) func(name string) string {
	t.Helper()
	folder, err := filepath.Abs("testdata")
	require.NoError(t, err)
	t.Chdir(filepath.Join("..", "plans"))
	return func(name string) string { return filepath.Join(folder, name) }
}

// session holds what the program writes against a golden.
func session(t *testing.T, file string, args []string, outline ...func(string) string) {
	t.Helper()
	golden.File(t, file, golden.Session("catalogue", args, run, outline...))
}

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestTheCatalogueReadsAsBefore(t *testing.T) {
	file := goldens(t)
	session(t, file("catalogue.txt"), nil)
	session(t, file("catalogue-en.txt"), []string{"-lang", "en"})
	session(t, file("diff.txt"), []string{"-diff", "3.0"})
	session(t, file("update.txt"), []string{"-diff", "3.0", "-plan", "odense.yaml"})
	golden.File(t, file("keys.txt"), golden.Keys(t, result("-format", "json"), result("-format", "json", "-diff", "3.0")))
	golden.File(t, file("update-keys.txt"), golden.Keys(t, result("-format", "json", "-diff", "3.0", "-plan", "odense.yaml")))
}
