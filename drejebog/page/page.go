package page

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Width is that of a page, in characters, where the page does not say.
const Width = 100

// Page is a text on its way.
type Page struct {
	Lang  lang.Lang
	Width int // in characters; 0 is the constant Width
	out   strings.Builder
}

// New returns an empty page in a language.
func New(language lang.Lang) *Page { return &Page{Lang: language} }

// String returns what stands on the page.
func (p *Page) String() string { return p.out.String() }

// width is how many characters fit into a line.
func (p *Page) width() int { return cmp.Or(p.Width, Width) }

// Say picks the words of the page's language.
func (p *Page) Say(da, en string) string { return lang.Text{DA: da, EN: en}.In(p.Lang) }

// Day writes a date in words: "15. oktober 2014", "15 October 2014".
func (p *Page) Day(day date.Date) string { return lang.Day(day).In(p.Lang) }

// ShortDay writes a date for a narrow column: "15.10.2014", "2014-10-15".
func (p *Page) ShortDay(day date.Date) string { return lang.ShortDay(day).In(p.Lang) }

// Count writes a number with its noun, in the one form or the other: "1 dag",
// "1.250 dage".
func (p *Page) Count(n int, one, many lang.Text) string {
	noun := many
	if n == 1 || n == -1 {
		noun = one
	}
	return p.Integer(n) + " " + noun.In(p.Lang)
}

// Integer writes a whole number with its thousands apart: "1.250", "1,250".
func (p *Page) Integer(n int) string {
	return lang.Whole(n).In(p.Lang)
}

// Line writes a line as it is.
func (p *Page) Line(text string) {
	p.out.WriteString(strings.TrimRight(plain(text), " "))
	p.out.WriteByte('\n')
}

// Heading begins a section: a blank line and the words in capitals.
func (p *Page) Heading(da, en string) {
	p.Line("")
	p.Line(strings.ToUpper(p.Say(da, en)))
}

// Paragraph writes a text over as many lines as it needs, the first one behind
// the mark and the others as far in.
func (p *Page) Paragraph(mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	for i, line := range broken(text, p.width()-len(indent)) {
		if i > 0 {
			mark = indent
		}
		p.Line(mark + line)
	}
}

// broken divides a text at its blanks into lines of at most so many characters,
// as far as its words allow; at least one line.
func broken(text string, width int) []string {
	var lines []string
	line := ""
	for i, word := range strings.Fields(plain(text)) {
		switch {
		case i == 0:
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

// plain makes control characters blanks.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
