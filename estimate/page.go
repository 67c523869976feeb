package estimate

import (
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
)

// The page's measures, in characters.
const (
	pageWidth  = 100
	labelWidth = 30
	cellWidth  = 7
)

// page is a text on its way: headings, paragraphs and columns of figures.
type page struct {
	strings.Builder
	lang drejebog.Lang
}

// say picks the language's words.
func (p *page) say(da, en string) string { return drejebog.Text{DA: da, EN: en}.In(p.lang) }

func (p *page) line(text string) {
	p.WriteString(strings.TrimRight(text, " "))
	p.WriteByte('\n')
}

// heading begins a section.
func (p *page) heading(da, en string) {
	p.line("")
	p.line(strings.ToUpper(p.say(da, en)))
}

// paragraph writes a text over as many lines as it needs, the first one
// behind the mark and the others as far in.
func (p *page) paragraph(mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	line := mark
	for i, word := range strings.Fields(text) {
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > pageWidth {
			p.line(line)
			line = indent
		} else if i > 0 {
			line += " "
		}
		line += word
	}
	p.line(line)
}

// row writes a label and figures in columns, each block of columns a little
// apart from the one before.
func (p *page) row(label string, blocks ...[]string) {
	line := padRight(label, labelWidth)
	for i, block := range blocks {
		if i > 0 {
			line += "  "
		}
		for _, figure := range block {
			line += padLeft(figure, cellWidth)
		}
	}
	p.line(line)
}

func padRight(text string, width int) string {
	if n := utf8.RuneCountInString(text); n < width {
		return text + strings.Repeat(" ", width-n)
	}
	runes := []rune(text)
	return string(runes[:width-2]) + "… "
}

func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(1, width-utf8.RuneCountInString(text))) + text
}
