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

// result is what the program writes.
func result(args ...string) string {
	var out bytes.Buffer
	run(args, &out, io.Discard)
	return out.String()
}

func TestTheSheetsOfAPlanAreAsBefore(t *testing.T) {
	file := goldens(t)
	for name, args := range map[string][]string{"none": {"-kommune", "Roskilde"}, "odense": {"-plan", "odense.yaml"}} {
		golden.File(t, file(name+".csv"), result(append(args, "-format", "csv")...))
	}
}

func TestAPlanComesBackFromItsSheetAsBefore(t *testing.T) {
	file := goldens(t)
	sheet := file("odense.csv")
	golden.File(t, file("odense.yaml"), result("-kommune", "Odense", sheet))
	golden.File(t, file("keys.txt"), golden.Keys(t, result("-plan", "odense.yaml", "-format", "json", sheet)))
}
