package xlsxwriter

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Write writes sheets as a workbook. Sheets without a name are called Ark1,
// Ark2 and so on, as Excel does in Danish; a name that Excel does not take (31
// characters, none of :\/?*[] and no apostrophe at its ends, each name once),
// a number of more than 15 digits and what table.Sheet.Writable refuses are
// errors, and nothing is written then. The file's title is the names of its
// sheets; each prints on A4 across, one page wide, its first row on every page.
func Write(w io.Writer, sheets ...table.Sheet) error {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }() // it lives in memory
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	first := book.GetSheetName(0)
	for i := range sheets {
		if err := sheets[i].Writable(); err != nil {
			return err
		}
		name := sheets[i].Name
		if name == "" {
			name = "Ark" + strconv.Itoa(i+1)
		}
		if !isName(name) {
			err = strict.Part{Kind: "xlsx/no-name", Values: map[string]any{"most": excelize.MaxSheetNameLength}}
		} else if i == 0 {
			err = book.SetSheetName(first, name)
		} else if at, _ := book.GetSheetIndex(name); at >= 0 {
			err = strict.Part{Kind: "xlsx/name-twice"}
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return &table.WriteError{Place: strict.Place{File: sheets[i].File, Sheet: name, Line: 1, Column: 1}, What: err}
		}
		if err = styles.fill(book, name, &sheets[i]); err != nil {
			return err
		}
		if err = choices(book, name, &sheets[i]); err != nil {
			return err
		}
	}
	if err = describe(book, lang.OneLine(strings.Join(book.GetSheetList(), ", "))); err != nil {
		return err
	}
	return book.Write(w)
}

// styles are the looks of the cells, by their ids in the workbook.
type styles struct {
	header, day int
	places      [3]int // numbers with so many decimals
}

func newStyles(book *excelize.File) (*styles, error) {
	var s styles
	for _, look := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.header, excelize.Style{
			Font:      &excelize.Font{Bold: true},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EEF6"}},
			Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		}},
		{&s.day, excelize.Style{CustomNumFmt: new("dd-mm-yyyy")}},
		{&s.places[1], excelize.Style{CustomNumFmt: new("#,##0.0")}},
		{&s.places[2], excelize.Style{CustomNumFmt: new("#,##0.00")}},
	} {
		id, err := book.NewStyle(&look.style)
		if err != nil {
			return nil, err
		}
		*look.id = id
	}
	return &s, nil
}

// fill writes the cells of a sheet, its headers, and widths to read them by.
func (s *styles) fill(book *excelize.File, name string, sheet *table.Sheet) error {
	for i := range sheet.Rows {
		for j, cell := range sheet.Rows[i].Cells {
			if err := s.set(book, name, i+1, j+1, cell); err != nil {
				return err
			}
		}
	}
	for i, width := range widths(sheet) {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			err = book.SetColWidth(name, column, column, width)
		}
		if err != nil {
			return err
		}
	}
	toFill := len(sheet.Rows) == 1 && len(sheet.Choices) > 0 // nothing but its head yet
	if len(sheet.Rows) < 2 && !toFill || len(sheet.Rows[0].Cells) == 0 {
		return printing(book, name, false)
	}
	err := book.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	if err = book.AutoFilter(name, "A1:"+strict.CellName(len(sheet.Rows), len(sheet.Rows[0].Cells)), nil); err != nil {
		return err
	}
	return printing(book, name, true) // last: a filter forgets the sheet's properties
}

// set gives a cell its value and look. One that says it is a number or a day
// and is none is a text.
func (s *styles) set(book *excelize.File, sheet string, row, column int, cell table.Cell) error {
	at := strict.CellName(row, column)
	style, err := s.value(book, sheet, at, cell)
	if row == 1 && style == 0 {
		style = s.header
	}
	if err != nil {
		return &table.WriteError{Place: strict.Place{Sheet: sheet, Line: row, Column: column}, What: err}
	}
	if style == 0 {
		return nil
	}
	return book.SetCellStyle(sheet, at, at, style)
}

// value writes the value, and returns the style that shows it.
func (s *styles) value(book *excelize.File, sheet, at string, cell table.Cell) (int, error) {
	switch cell.Kind {
	case table.NumberKind:
		if number, err := lang.ParseMeasure(cell.Text); err == nil {
			return s.number(book, sheet, at, cell.Text, number)
		}
	case table.DayKind:
		if day, err := lang.ParseISO(cell.Text); err == nil && day >= firstExcelDay {
			return s.day, book.SetCellValue(sheet, at, day.MidnightUTC())
		}
	}
	if cell.Text == "" {
		return 0, nil
	}
	text := xlsx.Escaped(lang.Visible(cell.Text))
	if len(text) > len(cell.Text) && len(text) > table.MaxText {
		return 0, strict.Part{Kind: "xlsx/escapes"}
	}
	return 0, book.SetCellStr(sheet, at, text)
}

func (s *styles) number(book *excelize.File, sheet, at, text string, number decimal.Decimal) (int, error) {
	digits := strings.Replace(number.Abs().String(), ".", "", 1)
	value, err := strconv.ParseFloat(number.String(), 64)
	if err != nil || len(strings.Trim(digits, "0")) > xlsx.Digits {
		return 0, strict.Part{Kind: "xlsx/digits", Values: map[string]any{"most": xlsx.Digits}}
	}
	style := 0
	if _, decimals, _ := strings.Cut(text, ","); len(decimals) < len(s.places) {
		style = s.places[len(decimals)]
	}
	return style, book.SetCellFloat(sheet, at, value, -1, 64)
}

// isName reports whether Excel takes a name for a sheet.
func isName(name string) bool {
	return utf8.ValidString(name) && utf8.RuneCountInString(name) <= excelize.MaxSheetNameLength &&
		!strings.ContainsAny(name, `:\/?*[]`) && !strings.HasPrefix(name, "'") && !strings.HasSuffix(name, "'")
}

// firstExcelDay is the first day that Excel and the rest of the world count
// alike: it takes 1900 for a leap year.
var firstExcelDay = date.New(1900, time.March, 1)

// widths are wide enough for most cells of a column, in characters.
func widths(sheet *table.Sheet) []float64 {
	const least, most = 8, 60
	var out []float64
	for i := range sheet.Rows {
		for j, cell := range sheet.Rows[i].Cells {
			if j == len(out) {
				out = append(out, least)
			}
			longest := 0
			for line := range strings.Lines(cell.Text) {
				longest = max(longest, utf8.RuneCountInString(line)+2)
			}
			out[j] = max(out[j], float64(min(longest, most)))
		}
	}
	return out
}
