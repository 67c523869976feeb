package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is a sheet on its way: its cells, and how it is laid out. Columns and
// rows count from 1.
type sheet struct {
	name      string
	rows      [][]cell
	heights   map[int]float64 // by row, in points; a row without fits its text
	widths    []float64       // by column, in characters
	merged    [][2]pos
	lists     []list
	charts    []chart
	landscape bool
	onePage   bool // fitted to one page; else to one page's width
	frozen    pos  // first cell that moves; zero: nothing is frozen
	repeated  int  // row that is printed on top of every page; 0: none
	filtered  [2]pos
	printed   [2]pos // zero: all
	details   [2]int // columns that can be folded away
	input     bool   // holds what a reader may change
}

// cell is a value with its look, or a formula with what the module computed
// for it.
type cell struct {
	value   any // string, int, decimal.Decimal, date.Date, or nil
	formula string
	look    look
}

// list is a drop-down list, or another rule on what may be written, for a
// column of cells.
type list struct {
	first, last pos
	name        string // defined name of the words; "": a number from 0
	whole       bool   // whole numbers only
}

// pos is a cell's place.
type pos struct {
	sheet    *sheet
	col, row int
}

// put writes a cell and returns its place.
func (s *sheet) put(col, row int, c cell) pos {
	for len(s.rows) < row {
		s.rows = append(s.rows, nil)
	}
	for len(s.rows[row-1]) < col {
		s.rows[row-1] = append(s.rows[row-1], cell{})
	}
	s.rows[row-1][col-1] = c
	return pos{s, col, row}
}

// across writes cells side by side from a column on.
func (s *sheet) across(col, row int, cells ...cell) {
	for i, c := range cells {
		s.put(col+i, row, c)
	}
}

// titled begins a sheet with its title and a line on how to read it.
func (s *sheet) titled(name, how string) {
	s.put(1, 1, cell{value: name, look: look{role: title}})
	s.height(1, titleHeight)
	s.put(1, 2, cell{value: how, look: look{role: note}})
	s.put(1, 3, cell{})
}

// merge writes a text over several columns.
func (s *sheet) merge(from, to, row int, c cell) {
	s.put(from, row, c)
	for col := from + 1; col <= to; col++ {
		s.put(col, row, cell{look: c.look})
	}
	s.merged = append(s.merged, [2]pos{{s, from, row}, {s, to, row}})
}

func (s *sheet) height(row int, points float64) {
	if s.heights == nil {
		s.heights = map[int]float64{}
	}
	s.heights[row] = points
}

// next is the first row below what has been written.
func (s *sheet) next() int { return len(s.rows) + 1 }

// column is the letters of a column.
func column(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return "A" // not reached: a sheet here has far fewer columns than the 16,384 there are
	}
	return name
}

// local is the place within its own sheet, "B5".
func (p pos) local() string { return column(p.col) + digits(p.row) }

// fixed is the place within its own sheet that copying does not move, "$B$5".
func (p pos) fixed() string { return "$" + column(p.col) + "$" + digits(p.row) }

// everywhere is the place as another sheet's formula names it,
// "'KY'!$B$5".
func (p pos) everywhere() string { return p.sheet.quoted() + "!" + p.fixed() }

// quoted is the sheet's name as formulas write it.
func (s *sheet) quoted() string { return "'" + strings.ReplaceAll(s.name, "'", "''") + "'" }

// area is the cells from one to another of a sheet, as another sheet's formula
// names them.
func area(from, to pos) string { return from.everywhere() + ":" + to.fixed() }

// localArea is area within the sheet.
func localArea(from, to pos) string { return from.local() + ":" + to.local() }
