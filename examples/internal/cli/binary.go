package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
)

// Binary says of a format that it is no text: it is not written to a terminal.
func (f *Flags) Binary(format string) { f.binary = append(f.binary, format) }

// onTerminal says that a result which is no text would go to a terminal.
func (f *Flags) onTerminal() drejebog.Text {
	return drejebog.Text{
		DA: fmt.Sprintf("-format %s er ikke tekst: skriv den til en fil med -o FIL", f.Format),
		EN: fmt.Sprintf("-format %s is no text: write it to a file with -o FILE", f.Format),
	}
}

// isTerminal reports whether somebody would see the bytes: the writer is a
// device of characters, other than the one that throws them away.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
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
