package document

import (
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// grid is cells that stand below each other in columns of characters. A row
// with fewer cells than others ends early.
type grid struct {
	rows  [][]string
	right []bool // columns that stand to the right, which do not give way
}

// gap is the distance between two columns, in characters.
const gap = 2

// How narrow a column gives way: leastColumn, unless a word in it is longer,
// then that, up to longestWord. Where that is not enough, to its longest word,
// up to leastColumn.
const (
	leastColumn = 16
	longestWord = 50
)

// gridOf is a sheet with its heads as the first row, where it has any.
func gridOf(s *table.Sheet, language lang.Lang) grid {
	var g grid
	if s.HasHeads() {
		var heads []string
		for i := range s.Columns {
			heads = append(heads, lang.OneLine(s.Columns[i].In(language)))
		}
		g.rows = append(g.rows, heads)
	}
	for i := range s.Columns {
		g.right = append(g.right, s.Columns[i].Right)
	}
	for i := range s.Rows {
		cells := make([]string, len(s.Rows[i].Cells))
		for j, cell := range s.Rows[i].Cells {
			if s.Repeats(i, j) {
				continue
			}
			cells[j] = strings.TrimRight(lang.OneLine(cell.In(language)), " ")
		}
		g.rows = append(g.rows, cells)
	}
	return g
}

// columns is how many cells the longest row has.
func (g *grid) columns() int {
	n := 0
	for _, row := range g.rows {
		n = max(n, len(row))
	}
	return n
}

func (g *grid) isRight(column int) bool { return column < len(g.right) && g.right[column] }

// measured returns how wide each column would be, at most room, how narrow it
// gives way, and how narrow it can be at all.
func (g *grid) measured(room int) (widths, least, tight []int) {
	n := g.columns()
	widths, least, tight = make([]int, n), make([]int, n), make([]int, n)
	for _, row := range g.rows {
		for i, cell := range row {
			widths[i] = max(widths[i], min(utf8.RuneCountInString(cell), room))
			for word := range strings.FieldsSeq(cell) {
				length := utf8.RuneCountInString(word)
				least[i] = min(max(least[i], leastColumn, length), longestWord)
				tight[i] = min(max(tight[i], length), leastColumn)
			}
		}
	}
	for i := range widths {
		if g.isRight(i) {
			least[i], tight[i] = widths[i], widths[i]
		}
		least[i], tight[i] = min(least[i], widths[i]), min(tight[i], widths[i])
	}
	return widths, least, tight
}

// fits reports whether the columns can be made narrow enough.
func (g *grid) fits(room int) bool {
	_, _, tight := g.measured(room)
	return over(tight, room) <= 0
}

// keepsWords reports whether there is room for columns as wide as the longest
// of their words.
func (g *grid) keepsWords(room int) bool {
	longest := make([]int, g.columns())
	for _, row := range g.rows {
		for i, cell := range row {
			for word := range strings.FieldsSeq(cell) {
				longest[i] = max(longest[i], utf8.RuneCountInString(word))
			}
		}
	}
	return over(longest, room) <= 0
}

// over is by how many characters columns are too wide.
func over(widths []int, room int) int {
	sum := gap*(len(widths)-1) - room
	for _, width := range widths {
		sum += width
	}
	return sum
}

// fitted returns the widths of the columns. Each is as wide as the widest of
// its cells; where that is too much, the widest give way first.
func (g *grid) fitted(room int) []int {
	widths, least, tight := g.measured(room)
	for _, limit := range [][]int{least, tight} {
		for n := over(widths, room); n > 0; n-- {
			widest := -1
			for i := range widths {
				if widths[i] > limit[i] && (widest < 0 || widths[i] > widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
		}
	}
	return widths
}

// lines sets the grid, each row over as many lines as its highest cell has.
func (g *grid) lines(room int) []string {
	widths := g.fitted(room)
	var lines []string
	for _, row := range g.rows {
		cells, height := make([][]string, len(row)), 1
		for i, cell := range row {
			cells[i] = []string{cell}
			if utf8.RuneCountInString(cell) > widths[i] {
				cells[i] = broken(cell, widths[i])
			}
			height = max(height, len(cells[i]))
		}
		for n := range height {
			lines = append(lines, g.line(cells, widths, n))
		}
	}
	return lines
}

// line is the nth line of a row.
func (g *grid) line(cells [][]string, widths []int, n int) string {
	var line strings.Builder
	for i, cell := range cells {
		text := ""
		if n < len(cell) {
			text = cell[n]
		}
		blanks := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(text)))
		if g.isRight(i) {
			line.WriteString(blanks + text)
		} else {
			line.WriteString(text + blanks)
		}
		line.WriteString(strings.Repeat(" ", gap))
	}
	return strings.TrimRight(line.String(), " ")
}

// broken divides a text at its blanks into lines of at most so many characters,
// and in the middle of a word that is longer than that; at least one line. No line
// breaks between a number and its "%".
func broken(text string, width int) []string {
	width = max(width, 1)
	lines, line, length := []string(nil), "", 0
	for i, word := range words(text) {
		size := utf8.RuneCountInString(word)
		if i > 0 && length+1+size > width {
			lines, line, length = append(lines, line), "", 0
		}
		if line != "" {
			line, length = line+" ", length+1
		}
		for size > width {
			head, rest := cut(word, width)
			lines, word, size = append(lines, head), rest, size-width
		}
		line, length = line+word, length+size
	}
	return append(lines, line)
}

// words are those of a text, a number with its "%" as one.
func words(text string) []string {
	var list []string
	for _, word := range strings.Fields(text) {
		if n := len(list); n > 0 && word[0] == '%' {
			list[n-1] += " " + word
		} else {
			list = append(list, word)
		}
	}
	return list
}

// cut divides a word behind so many characters.
func cut(word string, width int) (head, rest string) {
	for at := range word {
		if width == 0 {
			return word[:at], word[at:]
		}
		width--
	}
	return word, ""
}
