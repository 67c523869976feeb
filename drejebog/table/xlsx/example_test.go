package xlsx_test

import (
	"bytes"
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
)

// What is written as a number or a day is read as one; a text that looks like a
// formula stays a text.
func Example() {
	list := table.Sheet{Name: "Systemer"}
	list.Append(table.Text("Navn"), table.Text("Brugere"))
	list.Append(table.Text("=KMD Sag"), table.Whole(900))
	var file bytes.Buffer
	if err := xlsxwriter.Write(&file, list); err != nil {
		fmt.Println(err)
		return
	}
	sheets, faults := xlsx.Read("systemer.xlsx", &file)
	for _, sheet := range sheets {
		fmt.Println(sheet.Name)
		for _, row := range sheet.Rows {
			fmt.Printf("%q %q\n", row.Cells[0].Text, row.Cells[1].Text)
		}
	}
	fmt.Println(len(faults), "faults")
	// Output:
	// Systemer
	// "Navn" "Brugere"
	// "=KMD Sag" "900"
	// 0 faults
}
