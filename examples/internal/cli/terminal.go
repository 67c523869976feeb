package cli

import (
	"io"
	"io/fs"
	"os"
)

// isTerminal reports whether what is written is read by a person at once: the
// writer is a device of characters, other than the one that throws them away.
func isTerminal(w io.Writer) bool {
	file, ok := w.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return false
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
