package cli

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Binary says of a format that it is no text: it is not written to a terminal.
func (f *Flags) Binary(format string) { f.binary = append(f.binary, format) }

// onTerminal says that a result which is no text would go to a terminal.
func (f *Flags) onTerminal() lang.Text {
	return lang.Text{
		DA: fmt.Sprintf("-format %s er ikke tekst: skriv den til en fil med -o FIL", f.Format),
		EN: fmt.Sprintf("-format %s is no text: write it to a file with -o FILE", f.Format),
	}
}
