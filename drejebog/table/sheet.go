package table

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Sheet is a sheet of a workbook, a file of CSV, or a table of a document. One
// that was read has its headers among its rows; one that is to be told has
// Columns, and only what stands below them as rows.
type Sheet struct {
	File    string    // as places name it
	Name    string    // of a workbook's sheet, or of a table for who asks for it; "" for CSV
	Title   lang.Text // what people call the table
	Columns []Column
	Rows    []Row
	Choices []Choice // of a sheet to be filled in
}

// Choice is a column of a file in which one chooses among words.
type Choice struct {
	Column int // from 1
	Words  []string
}

// Row is a row that has text in some cell.
type Row struct {
	Line  int // of the file, or row of the sheet, from 1; 0 where it was not read
	Cells []Cell
}

// Cell is one cell. The zero value is an empty one.
type Cell struct {
	Kind Kind
	Text string // "1234,5" for a number, "2014-10-15" for a day, "2014-10-15/2014-10-17" for a span; the Danish one of a text in two languages

	Value lang.Value // what people read, in either language; nil where that is Text
}

// Kind is what a file says that a cell holds.
type Kind uint8

// The kinds. In CSV everything is a text.
const (
	TextKind Kind = iota
	NumberKind
	DayKind
	SpanKind // days from the first to the last, as ISO 8601 has it
)

// Text is the cell of a text.
func Text(text string) Cell { return Cell{Text: text} }

// Number is the cell of a number.
func Number(number decimal.Decimal) Cell {
	return Cell{Kind: NumberKind, Text: strings.Replace(number.String(), ".", ",", 1)}
}

// Amount is the cell of a number with exactly so many decimals, rounded half
// away from zero. An Excel file shows them; its number is the same without.
func Amount(number decimal.Decimal, places int32) Cell {
	return Cell{Kind: NumberKind, Text: strings.Replace(number.StringFixed(max(places, 0)), ".", ",", 1)}
}

// Whole is the cell of a whole number.
func Whole(number int) Cell { return Cell{Kind: NumberKind, Text: strconv.Itoa(number)} }

// Day is the cell of a day.
func Day(day date.Date) Cell { return Cell{Kind: DayKind, Text: day.String()} }

// IsEmpty reports whether there is nothing in the cell but spaces.
func (c Cell) IsEmpty() bool { return strings.TrimSpace(c.Text) == "" }

// holds reports whether the text is of the cell's kind.
func (c Cell) holds() bool {
	switch c.Kind {
	case TextKind:
		return true
	case NumberKind:
		_, err := lang.ParseMeasure(c.Text)
		return err == nil
	case DayKind:
		return isDay(c.Text)
	case SpanKind:
		first, last, ok := strings.Cut(c.Text, "/")
		return ok && isDay(first) && isDay(last)
	}
	return false
}

func isDay(text string) bool {
	_, err := lang.ParseISO(text)
	return err == nil
}

// Append adds a row.
func (s *Sheet) Append(cells ...Cell) { s.Rows = append(s.Rows, Row{Cells: cells}) }

// Place returns where a cell stands: the row's line, and the number of its
// column from 1.
func (s *Sheet) Place(row *Row, column int) strict.Place {
	return strict.Place{File: s.File, Sheet: s.Name, Line: row.Line, Column: column}
}

// isEmpty reports whether no cell of the row has text.
func (r *Row) isEmpty() bool {
	for _, cell := range r.Cells {
		if !cell.IsEmpty() {
			return false
		}
	}
	return true
}

// WriteError says that a sheet cannot be written so that it can be read again.
type WriteError struct {
	Place strict.Place
	What  error // a fault of its own
}

// Error returns kind and values.
func (e *WriteError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *WriteError) Fault() (kind string, values map[string]any) {
	return "table/unwritable", map[string]any{"place": e.Place.String(), "what": e.What}
}

// Unwrap returns what is wrong.
func (e *WriteError) Unwrap() error { return e.What }

// Writable returns a *WriteError when a file could not hold the sheet, within
// the bounds of the package.
func (s *Sheet) Writable() error {
	cells := 0
	for i := range s.Rows {
		for j, cell := range s.Rows[i].Cells {
			if what := unwritable(cell.Text); what != nil {
				return &WriteError{strict.Place{File: s.File, Sheet: s.Name, Line: i + 1, Column: j + 1}, what}
			}
		}
		cells += len(s.Rows[i].Cells)
		if i >= MaxRows || cells > MaxCells || len(s.Rows[i].Cells) > MaxColumns {
			return &WriteError{strict.Place{File: s.File, Sheet: s.Name, Line: i + 1, Column: 1}, strict.Part{Kind: "table/too-many-cells", Values: map[string]any{"n": MaxCells}}}
		}
	}
	return nil
}

// unwritable says what is wrong with a text, nil for nothing.
func unwritable(text string) error {
	switch {
	case !utf8.ValidString(text):
		return strict.Part{Kind: "strict/text-no-utf8"}
	case IsTooLong(lang.Visible(text)):
		return strict.Part{Kind: "table/text-too-long", Values: map[string]any{"n": MaxText}}
	case strings.IndexFunc(text, isUnseen) >= 0:
		return strict.Part{Kind: "strict/text-control"}
	}
	return nil
}

// IsTooLong reports whether a text is longer than a cell's may be, MaxText.
func IsTooLong(text string) bool {
	if len(text) <= MaxText {
		return false
	}
	units := 0
	for _, r := range text {
		units++
		if r > 0xFFFF {
			units++
		}
	}
	return units > MaxText
}

// isUnseen finds the characters that no text has and that XML cannot hold.
func isUnseen(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || r == '\uFFFE' || r == '\uFFFF'
}
