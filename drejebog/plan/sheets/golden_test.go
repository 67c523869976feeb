package sheets_test

import (
	"io"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

func TestTheSheetsHaveTheColumnsOfTheirGolden(t *testing.T) {
	heads := ""
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		for _, sheet := range sheets.Write(book(t), sample(t, "odense.yaml"), language) {
			heads += sheet.Name + "\n" + golden.Head(golden.Written(t, func(w io.Writer) error { return table.WriteCSV(w, &sheet) }))
		}
	}
	golden.File(t, "testdata/heads.txt", heads)
}
