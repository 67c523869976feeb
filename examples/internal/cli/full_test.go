package cli_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAWriterThatFailsKeepsTheOldFileAndLeavesNothingBesideIt(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 16} {
		folder := t.TempDir()
		file, link := filepath.Join(folder, "old.txt"), filepath.Join(folder, "link.txt")
		require.NoError(t, os.WriteFile(file, []byte("old"), 0o640))
		require.NoError(t, os.Symlink("old.txt", link))
		var stdout, stderr bytes.Buffer
		flags := cli.New("budget", "text")
		_, ok := flags.Parse([]string{"-o", link}, &stdout, &stderr)
		require.True(t, ok)
		assert.Equal(t, cli.BadInput, flags.Write(func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Repeat("x", n))
			return errors.Join(err, errors.ErrUnsupported)
		}))
		assert.NotEmpty(t, stderr.String())
		isOld(t, folder, file, link)
	}
}

// isOld holds that a folder has the old file, the link to it and nothing else.
func isOld(t *testing.T, folder, file, link string) {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode())
	to, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "old.txt", to)
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
}
