package table

import (
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Name is what people call a column or a word, and what a program calls it. The
// key of a word is read like its names; that of a column is not, since a header
// that happens to be the same is another program's.
type Name struct {
	Key       string   // for the program
	lang.Text          // as it is written
	Also      []string // other names that are read
}

// Column is a column of a sheet.
type Column struct {
	Name
	Required bool // a sheet without it is at fault
	Right    bool // its cells stand to the right, as figures do
	Once     bool // people read a cell like the one above it once; programs read it each time
}

// all returns every name, the Danish one first.
func (n *Name) all() []string {
	names := []string{n.DA}
	if n.EN != "" {
		names = append(names, n.EN)
	}
	return append(names, n.Also...)
}

// means reports whether a text is one of the names. Case, spaces and marks do
// not count, but for the sign of per cent: what is so much finished is no day on which it
// finished; and æ, ø, å equal ae, oe, aa.
func (n *Name) means(text string) bool {
	if len(text) > longestName {
		return false
	}
	folded := fold(text)
	if folded == "" {
		return false
	}
	for _, name := range n.all() {
		if fold(name) == folded {
			return true
		}
	}
	return false
}

// longestName is how many bytes what may be a name has: a cell of megabytes is not
// folded for each.
const longestName = 1000

func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, lang.Letters(strings.ReplaceAll(text, "%", "procent")))
}

// headerRows is how many rows may stand above the headers: a title, a date.
const headerRows = 10

// headers is the row of a sheet that names its columns.
type headers struct {
	row     int            // index in the sheet
	columns map[string]int // index of the cell by key of the column
}

// Fits returns how many of the columns a sheet has, so that the sheet of a
// workbook that is meant can be found.
func Fits(s *Sheet, columns []Column) int {
	return len(findHeaders(s, columns).columns)
}

// findHeaders takes the first of the rows at the top that name most columns.
func findHeaders(s *Sheet, columns []Column) headers {
	var best headers
	for i := range s.Rows[:min(len(s.Rows), headerRows)] {
		found := map[string]int{}
		for j, cell := range s.Rows[i].Cells {
			for k := range columns {
				if _, twice := found[columns[k].Key]; !twice && columns[k].means(cell.Text) {
					found[columns[k].Key] = j
					break
				}
			}
		}
		if len(found) > len(best.columns) {
			best = headers{i, found}
		}
	}
	return best
}

// checkHeaders says which columns are missing, stand twice, or are not known.
func (r *Records) checkHeaders(columns []Column) {
	var absent, known []string
	for i := range columns {
		known = append(known, columns[i].DA)
		if _, ok := r.headers.columns[columns[i].Key]; !ok {
			absent = append(absent, columns[i].all()...)
		}
	}
	if len(r.sheet.Rows) > 0 {
		for j, cell := range r.sheet.Rows[r.headers.row].Cells {
			r.checkHeader(columns, j, cell.Text, absent, known)
		}
	}
	for i := range columns {
		if _, ok := r.headers.columns[columns[i].Key]; !ok && columns[i].Required {
			r.faults = strict.AppendFault(r.faults, r.at(0, strict.Fault{Kind: strict.KindMissingColumn, Key: columns[i].DA}))
		}
	}
}

func (r *Records) checkHeader(columns []Column, j int, text string, absent, known []string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	for i := range columns {
		first, ok := r.headers.columns[columns[i].Key]
		if !ok || !columns[i].means(text) {
			continue
		}
		if first != j {
			row := &r.sheet.Rows[r.headers.row]
			r.faults = strict.AppendFault(r.faults, r.at(j, strict.Fault{
				Kind: strict.KindDuplicateColumn, Key: text, Want: r.sheet.Place(row, first+1).String(),
			}))
		}
		return
	}
	fault := r.at(j, strict.Fault{
		Kind: strict.KindUnknownColumn, Key: text,
		Want: strings.Join(known, ", "), Suggest: lang.Nearest(text, absent),
	})
	if r.others[fold(text)] {
		fault.Suggest = ""
	}
	if fault.Suggest != "" {
		r.faults = strict.AppendFault(r.faults, fault)
	} else {
		r.Ignored = append(r.Ignored, fault) // at most MaxColumns
	}
}

// at gives a fault the place of a cell of the headers.
func (r *Records) at(column int, fault strict.Fault) strict.Fault {
	fault.File, fault.Sheet, fault.Line, fault.Column = r.sheet.File, r.sheet.Name, 1, column+1
	if r.headers.row < len(r.sheet.Rows) {
		fault.Line = max(r.sheet.Rows[r.headers.row].Line, 1)
	}
	return fault
}
