package xlsxwriter

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// paperA4 is the number that the file format gives A4. ECMA-376, part 1, 18.3.1.63.
const paperA4 = 9

// printing sets a sheet up for the printer: A4 across, as many pages long as it
// needs and one wide, the head on top of each.
func printing(book *excelize.File, name string, headed bool) error {
	across, paper, wide, high, fits := "landscape", paperA4, 1, 0, true
	if err := book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	if err := book.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &across, Size: &paper, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if !headed {
		return nil
	}
	return book.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name, RefersTo: "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1",
	})
}
