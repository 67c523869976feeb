package xlsxwriter

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// coreProperties is the part that holds what a file says of itself. ECMA-376, part
// 2, 8.
const coreProperties = "docProps/core.xml"

// Describe writes what a file says of itself: title, author, days. The elements
// have the prefixes that every other program gives them: some know them by these
// and not by their namespace.
func Describe(book *excelize.File, says *excelize.DocProperties) error {
	if err := book.SetDocProps(says); err != nil {
		return err
	}
	written, _ := book.Pkg.Load(coreProperties)
	part, ok := written.([]byte)
	if !ok {
		return nil
	}
	prefixed := strings.NewReplacer(
		"<coreProperties xmlns=", "<cp:coreProperties xmlns:cp=", "</coreProperties>", "</cp:coreProperties>",
		"<lastModifiedBy>", "<cp:lastModifiedBy>", "</lastModifiedBy>", "</cp:lastModifiedBy>",
	).Replace(string(part))
	book.Pkg.Store(coreProperties, []byte(prefixed))
	return nil
}

// stamp is the day that every file says it was made: nothing here reads the clock.
const stamp = "2014-01-01T00:00:00Z"

// Author is who the files that are written say they are by.
const Author = "monopolbrud"

func describe(book *excelize.File, title string) error {
	return Describe(book, &excelize.DocProperties{
		Title: title, Creator: Author, LastModifiedBy: Author, Created: stamp, Modified: stamp,
	})
}
