package xlsxwriter

import (
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// What Excel takes of a list that stands in the rule itself, in units of UTF-16, and
// the rows below the last that it is offered in too.
const (
	mostOfList = 255
	rowsToFill = 1000
)

// choices gives the cells below the head their lists. A word that is not in one can
// be written all the same: who reads the sheet knows more names for it. A list that
// Excel does not take is left out.
func choices(book *excelize.File, name string, sheet *table.Sheet) error {
	for _, choice := range sheet.Choices {
		if !isList(choice.Words) {
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(strict.CellName(2, choice.Column) + ":" + strict.CellName(len(sheet.Rows)+rowsToFill, choice.Column))
		if err := rule.SetDropList(choice.Words); err != nil {
			return err
		}
		rule.ShowErrorMessage = false
		if err := book.AddDataValidation(name, rule); err != nil {
			return err
		}
	}
	return nil
}

// isList reports whether words can stand in a rule, where commas part them.
func isList(words []string) bool {
	units := len(utf16.Encode([]rune(strings.Join(words, ","))))
	return len(words) > 0 && units <= mostOfList && !strings.ContainsAny(strings.Join(words, ""), ",\n\r")
}
