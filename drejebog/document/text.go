package document

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// Width is that of a page of text, in characters. No line is wider.
const Width = 100

// step is how much farther in what stands below a heading is, in characters.
const step = 2

// WriteText writes the document as plain text, in lines of at most Width
// characters without blanks at their end. The title and the headings of
// sections are in capitals; what stands below a heading is farther in. A word
// that is wider than its place goes on in the next line.
func (d *Document) WriteText(w io.Writer, language lang.Lang) error {
	p := textPage{language: language}
	if !d.Caution.IsZero() {
		p.filled(d.Caution.In(language))
		p.line("")
	}
	title := strings.ToUpper(d.Title.In(language))
	if !d.Subject.IsZero() {
		title += ": " + d.Subject.In(language)
	}
	p.filled(title)
	blocks := d.told()
	for i, block := range blocks {
		if i > 0 && p.parted(blocks[i-1], block) {
			p.line("")
		}
		p.block(block)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// textPage is a text on its way.
type textPage struct {
	language lang.Lang
	levels   []int // of the headings that what is written stands below
	out      strings.Builder
}

// parted reports whether a blank line stands between two blocks: between two
// tables, and above the first heading, where there is none to hold them
// together. A heading brings its own.
func (p *textPage) parted(before, after Block) bool {
	if _, ok := after.(Heading); ok {
		return false
	}
	_, first := before.(Table)
	_, second := after.(Table)
	return first && second || len(p.levels) == 0
}

func (p *textPage) block(block Block) {
	switch b := block.(type) {
	case Heading:
		p.heading(b)
	case Paragraph:
		p.filled(b.Text.In(p.language))
	case List:
		p.list(b)
	case Picture:
		p.filled(b.Text.In(p.language))
	case Table:
		p.table(b.Sheet)
	}
}

func (p *textPage) heading(h Heading) {
	for len(p.levels) > 0 && p.levels[len(p.levels)-1] >= h.level() {
		p.levels = p.levels[:len(p.levels)-1]
	}
	if p.out.Len() > 0 {
		p.line("")
	}
	text := h.in(p.language)
	if h.level() == 1 {
		text = strings.ToUpper(text)
	}
	p.filled(text)
	p.levels = append(p.levels, h.level())
}

func (p *textPage) list(l List) {
	if l.hasMarks() {
		var g grid
		for i := range l.Items {
			g.rows = append(g.rows, []string{running(l.Items[i].Mark.In(p.language)), running(l.Items[i].Text.In(p.language))})
		}
		p.grid(&g)
		return
	}
	const mark = "- "
	for i := range l.Items {
		for j, line := range broken(running(l.Items[i].Text.In(p.language)), p.room()-len(mark)) {
			if j == 0 {
				p.line(mark + line)
			} else {
				p.line(strings.Repeat(" ", len(mark)) + line)
			}
		}
	}
}

// table writes a sheet in columns, or, where they are too many for the page,
// each row as a list of its cells behind the names of their columns.
func (p *textPage) table(s *table.Sheet) {
	g := gridOf(s, p.language)
	if g.fits(p.room()) {
		p.grid(&g)
		return
	}
	rows := g.rows
	names := make([]string, g.columns())
	if s.HasHeads() {
		copy(names, rows[0])
		rows = rows[1:]
	}
	for i, row := range rows {
		if i > 0 {
			p.line("")
		}
		var record grid
		for j, cell := range row {
			if cell != "" {
				record.rows = append(record.rows, []string{names[j], running(cell)})
			}
		}
		p.grid(&record)
	}
}

func (p *textPage) grid(g *grid) {
	for _, line := range g.lines(p.room()) {
		p.line(line)
	}
}

// filled writes a text over as many lines as it needs, none for an empty one.
func (p *textPage) filled(text string) {
	if text = running(text); text == "" {
		return
	}
	for _, line := range broken(text, p.room()) {
		p.line(line)
	}
}

// line writes a line below the headings that are open.
func (p *textPage) line(text string) {
	if text = strings.TrimRight(text, " "); text != "" {
		text = strings.Repeat(" ", Width-p.room()) + text
	}
	p.out.WriteString(text + "\n")
}

// room is how many characters a line has.
func (p *textPage) room() int { return Width - step*len(p.levels) }
