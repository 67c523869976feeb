package golden

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// File holds a text against the file. With -update it writes the file, and its
// folder, first.
func File(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "go test -update writes it")
	assert.Equal(t, string(want), got, file)
}

// Written returns what is written, as a text.
func Written(t testing.TB, write func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out))
	return out.String()
}

// Session is a run of a program as a reader of a terminal sees it: the command,
// what it wrote, its messages and its exit code, unless that is 0. What it
// wrote goes through the outlines first, where there are any.
func Session(name string, args []string, run func([]string, io.Writer, io.Writer) int, outline ...func(string) string) string {
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	written := stdout.String()
	for _, o := range outline {
		written = o(written)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "$ %s\n%s", strings.Join(append([]string{name}, args...), " "), written)
	if stderr.Len() > 0 {
		fmt.Fprintf(&out, "[messages]\n%s", stderr.String())
	}
	if code != 0 {
		fmt.Fprintf(&out, "[exit code %d]\n", code)
	}
	return out.String()
}
