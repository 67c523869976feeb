package cli

import (
	"fmt"
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Progress is a line on stderr that counts what is done, on a terminal only.
type Progress struct {
	w        io.Writer // nil: nobody watches
	total    int
	language lang.Lang
}

// Progress returns the line for so many kommuner.
func (f *Flags) Progress(total int) *Progress {
	p := &Progress{total: total, language: f.Lang}
	if isTerminal(f.stderr) {
		p.w = f.stderr
	}
	return p
}

// Done writes over the line how many are done.
func (p *Progress) Done(done int) {
	if p.w != nil {
		line := drejebog.BuiltInWords().Say("flag/progress", lang.Args{"done": lang.Whole(done), "all": lang.Whole(p.total)})
		fmt.Fprint(p.w, "\r", line.In(p.language))
	}
}

// Clear takes the line away.
func (p *Progress) Clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
