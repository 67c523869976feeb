package xlsxwriter_test

import (
	"bytes"
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
)

func Example() {
	list := table.Sheet{Name: "Systemer"}
	list.Append(table.Text("Navn"), table.Text("Brugere"))
	list.Append(table.Text("KMD Sag"), table.Whole(900))
	var file, again bytes.Buffer
	fmt.Println(xlsxwriter.Write(&file, list), xlsxwriter.Write(&again, list))
	fmt.Println(bytes.Equal(file.Bytes(), again.Bytes()))
	// Output:
	// <nil> <nil>
	// true
}
