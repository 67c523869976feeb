package workbook

import (
	"strings"
	"unicode/utf8"
)

// charactersPerWidth is how many letters of a text stand in the width of a
// digit, which columns are measured in: a little less than there are on the
// average.
const charactersPerWidth = 1.15

// fitted is the height of a row that its wrapped texts need, in points; 0 for
// a row of one line. Not every program finds it out by itself.
func (s *sheet) fitted(row int) float64 {
	most := 1
	for i, c := range s.rows[row-1] {
		if text, ok := c.value.(string); ok && c.look.wrap {
			most = max(most, linesOf(text, charactersPerWidth*s.room(i+1, row)-2*float64(c.look.indent)))
		}
	}
	if most == 1 {
		return 0
	}
	return float64(most)*lineHeight + 2
}

// room is the width of a cell, with those that it is merged with.
func (s *sheet) room(col, row int) float64 {
	last := col
	for _, m := range s.merged {
		if m[0].row == row && m[0].col == col {
			last = m[1].col
		}
	}
	room := 0.0
	for _, width := range s.widths[col-1 : min(last, len(s.widths))] {
		room += width
	}
	return room
}

// linesOf is how many lines a text takes where a line has so many characters.
func linesOf(text string, room float64) int {
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		used := room + 1
		for word := range strings.SplitSeq(paragraph, " ") {
			n := float64(utf8.RuneCountInString(word))
			if used+1+n > room {
				lines += 1 + int(n/(room+1))
				used = n
			} else {
				used += 1 + n
			}
		}
	}
	return lines
}
