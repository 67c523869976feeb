package xlsx

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// sheetReader takes the cells that hold something out of a sheet.
type sheetReader struct {
	of     *workbook
	spent  *spent
	sheet  table.Sheet
	faults []strict.Fault

	inData  bool
	line    int // of the row, as the file counts them
	row     table.Row
	column  int // of the cell
	cell    cell
	inCell  bool
	inValue bool
	runs    runs
	value   []byte
	merged  []span
}

// readSheet reads the sheet of a part, and adds the faults of single cells to those
// of the file.
func (a *archive) readSheet(file string, w *workbook, part part, faults []strict.Fault) (table.Sheet, []strict.Fault, error) {
	r := &sheetReader{of: w, spent: &a.spent, sheet: table.Sheet{File: file, Name: part.name}, faults: faults}
	err := a.each(part.target, func(token any) error {
		switch token := token.(type) {
		case start:
			return r.start(token)
		case end:
			return r.end(token)
		case text:
			r.text(token)
		}
		return nil
	})
	if err == nil {
		err = r.fillMerged()
	}
	return r.sheet, r.faults, err
}

func (r *sheetReader) start(element start) error {
	switch name := element.Name.Local; {
	case name == "sheetData":
		r.inData = true
	case name == "mergeCell":
		return r.merge(element.attribute("ref"))
	case !r.inData:
	case r.inCell:
		r.within(element)
	case name == "row":
		return r.startRow(element)
	case name == "c":
		return r.startCell(element)
	}
	return nil
}

// startRow takes the number that a row gives itself, which has to be above that
// of the row before it.
func (r *sheetReader) startRow(element start) error {
	line := number(element, "r")
	if line == 0 {
		line = r.line + 1
	}
	switch {
	case line <= r.line:
		return damaged{}
	case line > table.MaxRows:
		return beyond("xlsx/rows", table.MaxRows)
	}
	r.line, r.column, r.row = line, 0, table.Row{Line: line}
	return nil
}

func (r *sheetReader) startCell(element start) error {
	column := r.column + 1
	if at := element.attribute("r"); at != "" {
		var line int
		if column, line = position(at); line != r.line || column <= r.column {
			return damaged{}
		}
	}
	r.column, r.inCell, r.value = column, true, r.value[:0]
	r.runs = runs{text: r.runs.text[:0]}
	r.cell = cell{kind: element.attribute("t"), style: number(element, "s")}
	return nil
}

// within takes what stands inside a cell: a formula, a value, or a text with its
// runs.
func (r *sheetReader) within(element start) {
	switch element.Name.Local {
	case "v":
		r.inValue = true
	case "f":
		r.cell.hasFormula = true
	default:
		r.runs.take(element)
	}
}

func (r *sheetReader) text(bytes text) {
	if r.inValue {
		r.value = append(r.value, bytes...)
	} else if r.inCell {
		r.runs.take(bytes)
	}
}

func (r *sheetReader) end(tag end) error {
	switch {
	case tag.name == "sheetData":
		r.inData = false
	case tag.name == "c" && r.inCell:
		r.inCell, r.inValue = false, false
		return r.endCell()
	case tag.name == "v":
		r.inValue = false
	case r.inCell:
		r.runs.take(tag)
	case tag.name == "row" && r.inData && len(r.row.Cells) > 0:
		r.sheet.Rows = append(r.sheet.Rows, r.row)
		r.row = table.Row{}
	}
	return nil
}

func (r *sheetReader) endCell() error {
	value := r.value
	if r.cell.kind == "inlineStr" {
		value = r.runs.text
	}
	r.cell.value = string(value)
	if r.cell.value == "" && !r.cell.hasFormula {
		return nil
	}
	held, err := r.cell.read(r.of)
	if why, ok := errors.AsType[strict.Part](err); ok {
		r.faults = strict.AppendFault(r.faults, r.fault(why))
		return nil
	}
	if err != nil || held.IsEmpty() {
		return err
	}
	return r.put(&r.row, r.column, held)
}

// fault is that of the cell that was read last.
func (r *sheetReader) fault(why strict.Part) strict.Fault {
	return strict.Fault{
		File: r.sheet.File, Sheet: r.sheet.Name, Line: r.line, Column: r.column,
		Kind: strict.KindBadValue, Path: strict.CellName(r.line, r.column), Got: why, Want: strict.Part{Kind: "xlsx/a-value"},
	}
}

// put gives a row a cell, with the empty ones before it.
func (r *sheetReader) put(row *table.Row, column int, held table.Cell) error {
	if column > table.MaxColumns {
		return beyond("xlsx/columns", table.MaxColumns)
	}
	if more := column - len(row.Cells); more > 0 {
		if r.spent.cells += more; r.spent.cells > table.MaxCells {
			return beyond("xlsx/cells", table.MaxCells)
		}
		row.Cells = append(row.Cells, make([]table.Cell, more)...)
	}
	if r.spent.text += len(held.Text); r.spent.text > table.MaxBytes {
		return beyond("xlsx/texts", table.MaxBytes>>20)
	}
	row.Cells[column-1] = held
	return nil
}

// position reads the name of a cell, "B7"; zeros where it is none.
func position(name string) (column, line int) {
	i := 0
	for ; i < len(name) && i < 3 && name[i] >= 'A' && name[i] <= 'Z'; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	digits := name[i:]
	if i == 0 || digits == "" || len(digits) > len("1048576") {
		return 0, 0
	}
	for j := range len(digits) {
		if digits[j] < '0' || digits[j] > '9' {
			return 0, 0
		}
		line = line*10 + int(digits[j]-'0')
	}
	return column, line
}
