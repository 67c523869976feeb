package document

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// Document is what a result tells, in both languages. The zero value is an
// empty one.
type Document struct {
	Caution lang.Text // what must be read before all else, above the title; none for nothing
	Title   lang.Text
	Subject lang.Text // whom or what it is about, behind the title; none for nothing
	Blocks  []Block
	Sheet   bool // is printed small, so that what fits one sheet of text fits one of A4
	// Attached are tables that no page shows, since a spreadsheet is the place
	// to read them: Table finds them too.
	Attached []*table.Sheet
}

// Block is a part of a document: a Heading, a Paragraph, a List, a Picture or
// a Table.
type Block interface{ block() }

// Heading begins a section. Its level is 1 for a section and 2 or 3 for one
// within it; less counts as 1 and more as 3.
type Heading struct {
	Level  int
	Number string // in front: "4.1"; "" for none
	Text   lang.Text
}

// Paragraph is running text.
type Paragraph struct{ Text lang.Text }

// List is items one below the other. One without any Mark is a list of points;
// in one with marks, the texts stand in a column behind them.
type List struct{ Items []Item }

// Item is one item of a list.
type Item struct {
	Mark lang.Text // a label, a number, a day; none for a point
	Text lang.Text
}

// Picture is a drawing with what it shows in words, for who does not see it.
type Picture struct {
	Text   lang.Text
	SVG    lang.Text // the drawing with the words of each language, <svg …>…</svg>
	Narrow lang.Text // the same for a small window; none where it is moved there by itself
}

// Table is a table that pages show.
type Table struct{ Sheet *table.Sheet }

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Picture) block()   {}
func (Table) block()     {}

// Add adds blocks.
func (d *Document) Add(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }

// Section adds the heading of a section.
func (d *Document) Section(text lang.Text) { d.Add(Heading{Level: 1, Text: text}) }

// Tell adds paragraphs.
func (d *Document) Tell(texts ...lang.Text) {
	for _, text := range texts {
		d.Add(Paragraph{Text: text})
	}
}

// Points adds a list of points.
func (d *Document) Points(texts ...lang.Text) {
	var list List
	for _, text := range texts {
		list.Items = append(list.Items, Item{Text: text})
	}
	d.Add(list)
}

// Show adds a table.
func (d *Document) Show(sheet *table.Sheet) { d.Add(Table{Sheet: sheet}) }

// Tables returns every table in the document's order, the attached ones last.
func (d *Document) Tables() []*table.Sheet {
	var sheets []*table.Sheet
	for _, block := range d.Blocks {
		if t, ok := block.(Table); ok && t.Sheet != nil {
			sheets = append(sheets, t.Sheet)
		}
	}
	for _, sheet := range d.Attached {
		if sheet != nil {
			sheets = append(sheets, sheet)
		}
	}
	return sheets
}

// Table returns the table with the name, nil where there is none.
func (d *Document) Table(name string) *table.Sheet {
	for _, sheet := range d.Tables() {
		if sheet.Name == name {
			return sheet
		}
	}
	return nil
}

// told are the blocks that have anything to tell.
func (d *Document) told() []Block {
	return slices.DeleteFunc(slices.Clone(d.Blocks), func(block Block) bool {
		switch b := block.(type) {
		case Paragraph:
			return b.Text.IsZero()
		case List:
			return len(b.Items) == 0
		case Table:
			return b.Sheet == nil
		}
		return block == nil
	})
}

// level is the heading's level within bounds.
func (h Heading) level() int { return max(1, min(h.Level, 3)) }

// in is the heading's number and text.
func (h Heading) in(language lang.Lang) string {
	if h.Number == "" {
		return h.Text.In(language)
	}
	return h.Number + " " + h.Text.In(language)
}

// hasMarks reports whether any item has a mark.
func (l List) hasMarks() bool {
	for i := range l.Items {
		if !l.Items[i].Mark.IsZero() {
			return true
		}
	}
	return false
}
