// Package xlsxwriter writes the sheets of package table as Excel files, which package
// xlsx reads as they were.
//
// Write makes numbers and days of those cells that are such, and texts of all
// others: a text never becomes a formula. The first row is written as headers,
// bold, in place while the rest scrolls, with a filter; a column of choices has a
// list to choose from. The same sheets give the same bytes. Describe says in a
// workbook of the library what the file is, as Write does of its own.
//
// Nothing is kept between files: any number of goroutines may write at once, as long
// as none changes the sheets that another writes. A workbook is built in memory
// before its first byte is written.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
//	)
//
//	func main() {
//		list := table.Sheet{Name: "Systemer"}
//		list.Append(table.Text("Navn"), table.Text("Brugere"))
//		list.Append(table.Text("KMD Sag"), table.Whole(900))
//		out, err := os.Create("systemer.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer out.Close()
//		if err := xlsxwriter.Write(out, list); err != nil {
//			log.Fatal(err)
//		}
//	}
package xlsxwriter
