package workbook

import (
	"slices"
	"strings"
	"unicode"
)

// definedName is a name that formulas and readers know cells by.
type definedName struct{ name, refers string }

// define names the cells from the first to the last and returns the name,
// which no other cells have.
func (m *model) define(id string, cells ...pos) string {
	name := asName(id)
	for m.named(name) {
		name += "_"
	}
	refers := cells[0].everywhere()
	if len(cells) > 1 {
		refers = area(cells[0], cells[len(cells)-1])
	}
	m.names = append(m.names, definedName{name, refers})
	return name
}

func (m *model) named(name string) bool {
	return slices.ContainsFunc(m.names, func(n definedName) bool { return strings.EqualFold(n.name, name) })
}

// asName turns an id such as "users@sapa" into what may name cells: letters,
// digits and low lines. An id here begins with a word of more letters than a
// column has, so that no name reads as a cell.
func asName(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, id)
}
