package drejebog

import (
	"strings"
	"unicode/utf8"
)

// PageWidth is the width that a Page wraps its text at, in characters.
const PageWidth = 100

// Page is a text for people on its way: headings and wrapped paragraphs in one
// language. The zero value is an empty page in Danish.
type Page struct {
	Lang Lang
	out  strings.Builder
}

// String returns what was written.
func (p *Page) String() string { return p.out.String() }

// Say picks the words of the page's language.
func (p *Page) Say(da, en string) string { return Text{DA: da, EN: en}.In(p.Lang) }

// Line writes one line, whatever its length; blanks at its end go.
func (p *Page) Line(text string) {
	p.out.WriteString(strings.TrimRight(text, " "))
	p.out.WriteByte('\n')
}

// Heading begins a section: a blank line and the words in capitals.
func (p *Page) Heading(da, en string) {
	p.Line("")
	p.Line(strings.ToUpper(p.Say(da, en)))
}

// Paragraph writes a text over as many lines as it needs, the first one behind
// the mark and the others as far in. A word wider than the page stands alone.
func (p *Page) Paragraph(mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	line := mark
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > PageWidth:
			p.Line(line)
			line = indent
		default:
			line += " "
		}
		line += word
	}
	p.Line(line)
}
