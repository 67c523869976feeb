package cli

import (
	"fmt"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Progress is a line on stderr that counts what is done, on a terminal only.
type Progress struct {
	w        io.Writer // nil: nobody watches
	total    int
	of       lang.Text
	language lang.Lang
}

// Progress returns the line for so many things, named in the plural.
func (f *Flags) Progress(total int, of lang.Text) *Progress {
	p := &Progress{total: total, of: of, language: f.Lang}
	if isTerminal(f.stderr) {
		p.w = f.stderr
	}
	return p
}

// Done writes over the line how many are done.
func (p *Progress) Done(done int) {
	if p.w != nil {
		of := lang.Text{DA: "af", EN: "of"}.In(p.language)
		fmt.Fprintf(p.w, "\r%d %s %d %s", done, of, p.total, p.of.In(p.language))
	}
}

// Clear takes the line away.
func (p *Progress) Clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
