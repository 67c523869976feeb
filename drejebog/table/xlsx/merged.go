package xlsx

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/table"
)

// span is a column of merged cells, from its first line to its last.
type span struct{ column, first, last int }

func (r *sheetReader) merge(ref string) error {
	if len(r.merged) == maxMerged {
		return beyond("xlsx/ranges", maxMerged)
	}
	from, to, _ := strings.Cut(ref, ":")
	column, first := position(from)
	_, last := position(to)
	if column > 0 && last >= first {
		r.merged = append(r.merged, span{column, first, last})
	}
	return nil
}

// fillMerged gives the rows below a merged cell its value, which a reader of the
// sheet sees beside them. Rows that hold nothing else stay out, and what is merged
// sideways is one cell: a title.
func (r *sheetReader) fillMerged() error {
	steps := 0
	for _, m := range r.merged {
		from := r.rowAt(m.first)
		if from == len(r.sheet.Rows) || r.sheet.Rows[from].Line != m.first || m.column > len(r.sheet.Rows[from].Cells) {
			continue
		}
		held := r.sheet.Rows[from].Cells[m.column-1]
		for i := from + 1; i < len(r.sheet.Rows) && r.sheet.Rows[i].Line <= m.last && !held.IsEmpty(); i++ {
			if steps++; steps > table.MaxCells {
				return beyond("xlsx/cells", table.MaxCells)
			}
			row := &r.sheet.Rows[i]
			if m.column <= len(row.Cells) && !row.Cells[m.column-1].IsEmpty() {
				continue
			}
			if err := r.put(row, m.column, held); err != nil {
				return err
			}
		}
	}
	return nil
}

// rowAt is the index of the first row that stands at a line or below it.
func (r *sheetReader) rowAt(line int) int {
	at, _ := slices.BinarySearchFunc(r.sheet.Rows, line, func(row table.Row, line int) int { return row.Line - line })
	return at
}
