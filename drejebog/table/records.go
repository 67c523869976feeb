package table

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Records are the rows of a sheet below its headers.
type Records struct {
	List    []Record
	Ignored []strict.Fault // the columns that are not known, nor near to one that is missing; all of them

	// Days reads a day; lang.ParseDate where it is nil.
	Days func(text string) (date.Date, error)

	sheet   *Sheet
	headers headers
	others  map[string]bool // folded
	faults  []strict.Fault
	slashed map[string][]slashed // days in digits of each column
}

// Record is one row, whose cells are asked for by the key of their column.
// A cell that cannot be read as what it is asked for is a fault of the
// Records, and is answered as if it were empty.
type Record struct {
	of  *Records
	row *Row
}

// Match finds the columns of a sheet. The headers stand in the first of its
// rows, up to the tenth, that names most of them; what is above is left out.
// Others are headers that have no meaning here and are known for that: none is
// taken for a column misspelt.
func Match(s *Sheet, columns []Column, others ...string) *Records {
	r := &Records{sheet: s, headers: findHeaders(s, columns), others: map[string]bool{}}
	for _, other := range others {
		r.others[fold(other)] = true
	}
	r.checkHeaders(columns)
	if len(r.headers.columns) > 0 {
		for i := r.headers.row + 1; i < len(s.Rows); i++ {
			r.List = append(r.List, Record{of: r, row: &s.Rows[i]})
		}
	}
	return r
}

// Faults returns what was wrong with the headers and with the cells that have
// been asked for, in the order of the sheet.
func (r *Records) Faults() []strict.Fault {
	slices.SortStableFunc(r.faults, func(a, b strict.Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.faults
}

// Has reports whether the sheet has the column.
func (r *Records) Has(key string) bool {
	_, ok := r.headers.columns[key]
	return ok
}

// cell returns the cell of a column as it stands, an empty one where the
// sheet has none.
func (r Record) cell(key string) Cell {
	if column, ok := r.of.headers.columns[key]; ok && column < len(r.row.Cells) {
		return r.row.Cells[column]
	}
	return Cell{}
}

// Place returns where the cell of a column stands; where the sheet has no
// such column, the place of the row's first cell.
func (r Record) Place(key string) strict.Place {
	return r.of.sheet.Place(r.row, r.of.headers.columns[key]+1)
}

// Need adds a fault when the cell of a column is empty, and reports whether
// it is not.
func (r Record) Need(key string) bool {
	if !r.cell(key).IsEmpty() {
		return true
	}
	r.fault(key, strict.Fault{Got: strict.Part{Kind: "table/empty"}, Want: strict.Part{Kind: "table/a-value"}})
	return false
}

// Refuse adds a fault of the cell of a column: what was expected, such as a
// strict.Part, and the nearest of the known words.
func (r Record) Refuse(key string, want error, known ...string) {
	text := strings.TrimSpace(r.cell(key).Text)
	r.fault(key, strict.Fault{Got: lang.Quoted(text), Want: want, Suggest: lang.Nearest(text, known)})
}

// IsRefused reports whether anything is wrong with a cell of the record that
// has been read.
func (r Record) IsRefused() bool {
	line := r.of.sheet.Place(r.row, 1).Line
	return slices.ContainsFunc(r.of.faults, func(f strict.Fault) bool { return f.Line == line })
}

// fault gives a fault the place and the header of its cell.
func (r Record) fault(key string, fault strict.Fault) {
	place := r.Place(key)
	fault.File, fault.Sheet, fault.Line, fault.Column = place.File, place.Sheet, place.Line, place.Column
	fault.Kind, fault.Path = strict.KindBadValue, key
	if header := r.of.header(key); header != "" {
		fault.Path = header
	}
	r.of.faults = strict.AppendFault(r.of.faults, fault)
}

// header is the header of a column as it stands, "" where the sheet has none.
func (r *Records) header(key string) string {
	column, ok := r.headers.columns[key]
	if !ok {
		return ""
	}
	return strings.Join(strings.Fields(r.sheet.Rows[r.headers.row].Cells[column].Text), " ")
}
