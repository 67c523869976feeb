package page

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Table is rows in columns. A row with fewer cells than there are columns ends
// early.
type Table struct {
	Indent  int // characters before the first column
	Columns []Column
	Rows    [][]string
}

// Column is how the cells of one column stand.
type Column struct {
	Head  string // over it; a table without any head has no row of heads
	Right bool   // set to the right, as figures are
	Wrap  bool   // gives way when the table is too wide: its cells go on below
}

// gap is the distance between two columns, in characters.
const gap = 2

// leastWrapped is how narrow a column that gives way may become, unless a word
// in it is longer: then that, up to longestWord.
const (
	leastWrapped = 16
	longestWord  = 30
)

// Table writes a table. Each column is as wide as the widest of its cells; where
// that is too much for the page, the columns that wrap share what is left.
func (p *Page) Table(t Table) {
	rows := t.Rows
	if slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Head != "" }) {
		heads := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			heads[i] = c.Head
		}
		rows = append([][]string{heads}, rows...)
	}
	widths := t.widths(rows, p.width())
	for _, row := range rows {
		p.row(&t, row, widths)
	}
}

// widths fits the columns to the page.
func (t *Table) widths(rows [][]string, page int) []int {
	widths, least := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
			for _, word := range strings.Fields(cell) {
				least[i] = min(max(least[i], leastWrapped, utf8.RuneCountInString(word)), longestWord)
			}
		}
	}
	over := t.Indent + gap*(len(widths)-1) - page
	for _, width := range widths {
		over += width
	}
	for ; over > 0; over-- {
		widest := -1
		for i, c := range t.Columns {
			if c.Wrap && widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// cut divides what is longer than a column is wide, in the middle of a word.
func cut(lines []string, width int) []string {
	var list []string
	for _, line := range lines {
		rest := []rune(line)
		for len(rest) > width {
			list = append(list, string(rest[:width]))
			rest = rest[width:]
		}
		list = append(list, string(rest))
	}
	return list
}

// row writes a row over as many lines as its highest cell has.
func (p *Page) row(t *Table, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 1
	for i, cell := range row {
		cells[i] = []string{cell}
		if utf8.RuneCountInString(cell) > widths[i] {
			cells[i] = cut(broken(cell, widths[i]), widths[i])
		}
		height = max(height, len(cells[i]))
	}
	for n := range height {
		var line strings.Builder
		line.WriteString(strings.Repeat(" ", t.Indent))
		for i := range cells {
			text := ""
			if n < len(cells[i]) {
				text = cells[i][n]
			}
			blanks := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(text)))
			if t.Columns[i].Right {
				line.WriteString(blanks + text)
			} else {
				line.WriteString(text + blanks)
			}
			line.WriteString(strings.Repeat(" ", gap))
		}
		p.Line(line.String())
	}
}
