package document

import (
	"bytes"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// WriteHTML writes the document as one HTML file that needs nothing else: no
// script, no other file. It follows the reader's choice of light or dark, prints
// on A4, and a table that is wider than the window is moved by itself. Pictures
// are images within it, so that nothing in a drawing can act on the page.
func (d *Document) WriteHTML(w io.Writer, language lang.Lang) error {
	page := htmlPage{
		Lang: language.Tag(), Style: style, Notice: oneLine(d.Caution, language), Title: oneLine(d.Title, language), Subject: oneLine(d.Subject, language),
		Sheet: d.Sheet,
	}
	var err error
	if page.Body, err = d.Fragment(language); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&out, "page.html", page); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// Fragment is what stands below the title, in the elements of WriteHTML without the
// page around them, for a page of the caller's own. That has Style among its styles.
func (d *Document) Fragment(language lang.Lang) (template.HTML, error) {
	var out strings.Builder
	err := pageTemplate.ExecuteTemplate(&out, "blocks.html", d.html(language))
	return template.HTML(out.String()), err
}

// Style is that of the pages of WriteHTML.
func Style() template.CSS { return style }

func (d *Document) html(language lang.Lang) []htmlBlock {
	told := d.told()
	blocks := make([]htmlBlock, len(told))
	for i := range told {
		blocks[i] = htmlOf(told[i], language)
		blocks[i].Wide = blocks[i].Wide || blocks[i].Element == "figure" && blocks[i].Narrow == "" && !d.Sheet
	}
	return blocks
}

//go:embed page.css
var style template.CSS

//go:embed page.html blocks.html
var pages embed.FS

var pageTemplate = template.Must(template.ParseFS(pages, "*.html"))

// htmlPage is what the template fills in, in one language.
type htmlPage struct {
	Lang                   string
	Style                  template.CSS
	Notice, Title, Subject string
	Sheet                  bool
	Body                   template.HTML
}

// htmlBlock is a block by its element.
type htmlBlock struct {
	Element string
	Number  string          // of a heading
	Text    string          // of a heading, a paragraph, a picture; the caption of a table
	Items   []htmlItem      // of a list
	Heads   []htmlCell      // of a table
	Rows    [][]htmlCell    // of a table
	Wide    bool            // of a table that a printed page has no room for with its words whole; of a picture that a small window has no room for
	Image   template.URL    // of a picture
	Narrow  template.Srcset // of it in a small window
}

type htmlItem struct{ Mark, Text string }

type htmlCell struct {
	Text  string
	Right bool
}

func htmlOf(block Block, language lang.Lang) htmlBlock {
	switch b := block.(type) {
	case Heading:
		return htmlBlock{Element: [...]string{1: "h2", 2: "h3", 3: "h4"}[b.level()], Number: lang.OneLine(b.Number), Text: oneLine(b.Text, language)}
	case Paragraph:
		return htmlBlock{Element: "p", Text: oneLine(b.Text, language)}
	case List:
		out := htmlBlock{Element: "ul"}
		if b.hasMarks() {
			out.Element = "dl"
		}
		for _, item := range b.Items {
			out.Items = append(out.Items, htmlItem{oneLine(item.Mark, language), oneLine(item.Text, language)})
		}
		return out
	case Picture:
		return htmlBlock{Element: "figure", Text: oneLine(b.Text, language), Image: imageOf(b.SVG, language), Narrow: template.Srcset(imageOf(b.Narrow, language))}
	case Table:
		return htmlTable(b.Sheet, language)
	}
	return htmlBlock{}
}

// oneLine is a text on one line.
func oneLine(text lang.Text, language lang.Lang) string { return kept(lang.OneLine(text.In(language))) }

// kept is a text in which no line breaks between a number and its "%".
func kept(text string) string { return strings.ReplaceAll(text, " %", "\u00a0%") }

// imageOf is a drawing as an address; none for no drawing.
func imageOf(svg lang.Text, language lang.Lang) template.URL {
	if svg.IsZero() {
		return ""
	}
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(lang.Visible(svg.In(language)))))
}

func htmlTable(s *table.Sheet, language lang.Lang) htmlBlock {
	g := gridOf(s, language)
	out := htmlBlock{Element: "table", Text: oneLine(s.Title, language), Wide: !g.keepsWords(Width)}
	for i, row := range g.rows {
		cells := make([]htmlCell, len(row))
		for j, cell := range row {
			cells[j] = htmlCell{kept(cell), g.isRight(j)}
		}
		if i == 0 && s.HasHeads() {
			out.Heads = cells
		} else {
			out.Rows = append(out.Rows, cells)
		}
	}
	return out
}
