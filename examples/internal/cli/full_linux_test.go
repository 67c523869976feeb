package cli_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A disk that is full in the middle of a file is one on which no file may have
// more than four blocks: a child of the test runs under that limit.
func TestADiskThatIsFullInTheMiddleKeepsTheOldFile(t *testing.T) {
	if file := os.Getenv("MONOPOLBRUD_LIMITED"); file != "" {
		os.Exit(writeMuch(file))
	}
	shell, err := exec.LookPath("sh")
	require.NoError(t, err, "every Linux that can build this has one")
	folder := t.TempDir()
	file, link := filepath.Join(folder, "old.txt"), filepath.Join(folder, "link.txt")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o640))
	require.NoError(t, os.Symlink("old.txt", link))
	child := exec.Command(shell, "-c", `ulimit -f 4 && trap '' XFSZ && exec "$0" -test.run TestADiskThatIsFullInTheMiddle`, os.Args[0])
	child.Env = append(os.Environ(), "MONOPOLBRUD_LIMITED="+link)
	said, err := child.CombinedOutput()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit, "%s", said)
	assert.Equal(t, cli.BadInput, exit.ExitCode(), "%s", said)
	assert.Contains(t, string(said), "kan ikke skrive "+link)
	isOld(t, folder, file, link)
}

// writeMuch writes more than the limit, and returns the exit code.
func writeMuch(file string) int {
	flags := cli.New("budget", "text")
	if code, ok := flags.Parse([]string{"-o", file}, os.Stdout, os.Stderr); !ok {
		return code
	}
	return flags.Write(func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<20))
		return err
	})
}

// Linux has a device that is always full.
func TestAFullDiskIsTold(t *testing.T) {
	p := newProgram()
	assert.Equal(t, cli.BadInput, p.run("-o", "/dev/full"))
	assert.Contains(t, p.stderr.String(), "kan ikke skrive /dev/full")
	assert.Empty(t, p.stdout.String())
}
