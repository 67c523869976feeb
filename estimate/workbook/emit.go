package workbook

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// emitter turns sheets into a file.
type emitter struct {
	file     *excelize.File
	language lang.Lang
	words    *lang.Catalogue
	styles   map[look]int

	headerFooter *excelize.HeaderFooterOptions // of every sheet
}

// emit writes the model's sheets in their order.
func (m *model) emit(w io.Writer) error {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // removes temporary files, of which there are none
	e := emitter{file: file, language: m.language, words: m.sched.Book.Words, styles: map[look]int{}, headerFooter: m.headerFooter()}
	steps := []func() error{
		e.font,
		func() error { return e.empty(m.sheets) },
		func() error { return e.define(m.names) },
		func() error { return e.fill(m.sheets) },
		func() error { return e.properties(m) },
		e.noPictures,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
	}
	var raw bytes.Buffer
	if _, err := file.WriteTo(&raw); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return rezip(w, raw.Bytes())
}

// font makes the text of cells the font that columns are measured in.
func (e *emitter) font() error {
	if err := e.file.SetDefaultFont(fontFamily); err != nil {
		return err
	}
	size := float64(fontSize)
	e.file.Styles.Fonts.Font[0].Sz.Val = &size
	return nil
}

// empty makes the sheets, so that names and formulas can refer to any.
func (e *emitter) empty(sheets []*sheet) error {
	for i, s := range sheets {
		if i == 0 {
			if err := e.file.SetSheetName("Sheet1", s.name); err != nil {
				return err
			}
			continue
		}
		if _, err := e.file.NewSheet(s.name); err != nil {
			return err
		}
	}
	return nil
}

func (e *emitter) define(names []definedName) error {
	for _, n := range names {
		if err := e.file.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: n.refers}); err != nil {
			return err
		}
	}
	return nil
}

func (e *emitter) fill(sheets []*sheet) error {
	for _, s := range sheets {
		for _, step := range []func(*sheet) error{e.page, e.columns, e.rules, e.cells} {
			if err := step(s); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	return nil
}

// columns sets what can be folded away and the widths, which charts are then
// measured by. The last column comes first, since excelize puts each before
// those that it has, and a file lists them in their order.
func (e *emitter) columns(s *sheet) error {
	for col := s.details[1]; col >= max(s.details[0], 1); col-- {
		if err := e.file.SetColOutlineLevel(s.name, column(col), 1); err != nil {
			return err
		}
	}
	for i, width := range slices.Backward(s.widths) {
		name := column(i + 1)
		if err := e.file.SetColWidth(s.name, name, name, width); err != nil {
			return err
		}
	}
	return nil
}

// cells writes a sheet's cells. Nothing can be added to the sheet afterwards.
func (e *emitter) cells(s *sheet) error {
	stream, err := e.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, row := range s.rows {
		if err := e.row(stream, s, i+1, row); err != nil {
			return err
		}
	}
	for _, m := range s.merged {
		if err := stream.MergeCell(m[0].local(), m[1].local()); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func (e *emitter) row(stream *excelize.StreamWriter, s *sheet, number int, row []cell) error {
	values := make([]any, len(row))
	for i, c := range row {
		if c.value == nil && c.formula == "" && c.look == (look{}) {
			continue
		}
		style, err := e.style(c)
		if err != nil {
			return err
		}
		values[i] = excelize.Cell{StyleID: style, Formula: c.formula, Value: plainValue(c.value)}
	}
	height, ok := s.heights[number]
	if !ok {
		height = s.fitted(number)
	}
	return stream.SetRow("A"+digits(number), values, excelize.RowOpts{Height: height})
}

// style returns the id of a cell's style.
func (e *emitter) style(c cell) (int, error) {
	l := c.look
	if text, ok := c.value.(string); ok && c.formula == "" {
		l.quoted = readsAsFormula(text)
	}
	if id, ok := e.styles[l]; ok {
		return id, nil
	}
	id, err := e.file.NewStyle(l.style(e.language))
	if err != nil {
		return 0, err
	}
	if l.quoted {
		id = e.quote(id)
	}
	e.styles[l] = id
	return id, nil
}

// noPictures leaves out the kinds of pictures that excelize declares with a
// chart, in an order of chance, and that there are none of.
func (e *emitter) noPictures() error {
	types := e.file.ContentTypes
	kept := types.Defaults[:0]
	for _, t := range types.Defaults {
		if !strings.HasPrefix(t.ContentType, "image/") {
			kept = append(kept, t)
		}
	}
	types.Defaults = kept
	return nil
}

// quote copies a style and marks the copy as that of a text, whatever it
// begins with, also when somebody edits the cell.
func (e *emitter) quote(id int) int {
	formats, yes := e.file.Styles.CellXfs, true
	format := formats.Xf[id]
	format.QuotePrefix = &yes
	formats.Xf = append(formats.Xf, format)
	formats.Count = len(formats.Xf)
	return formats.Count - 1
}

// readsAsFormula reports whether a spreadsheet would take the text for a
// formula when it is typed in.
func readsAsFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@\t\r\n'", rune(text[0]))
}

// plainValue is a value as the file format has it: every number as a number,
// a day as its count from 30 December 1899.
func plainValue(value any) any {
	switch v := value.(type) {
	case decimal.Decimal:
		return v.InexactFloat64() // 15 digits survive, which is all that a spreadsheet holds
	case date.Date:
		return int(v - date.New(1899, 12, 30))
	case string:
		return lang.Visible(v)
	default:
		return v
	}
}
