// Package xlsx reads and writes the sheets of package table as Excel files.
//
// Read takes an Excel file (.xlsx or .xlsm; not the old .xls, nor one with a
// password) or CSV, whichever the bytes are, so that a program takes what the
// kommune has. Numbers come as numbers whatever their format shows, days as
// days without their time, truth values as ja and nej, formulas as the values
// that they had when the file was saved.
//
// Write makes numbers and days of those cells that are such, and texts of all
// others: a text never becomes a formula. The first row is written as headers,
// bold, in place while the rest scrolls, with a filter. The same sheets give
// the same bytes.
//
// A file is refused before it is unpacked when it would be larger than
// MaxUnpacked, and a sheet before it is built when it exceeds the bounds of
// package table.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
//	)
//
//	func main() {
//		file, err := os.Open("kontrakter.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		sheets, faults := xlsx.Read("kontrakter.xlsx", file)
//		for _, fault := range faults {
//			fmt.Println(fault)
//		}
//		for i := range sheets {
//			fmt.Println(sheets[i].Name, len(sheets[i].Rows))
//		}
//		list := table.Sheet{Name: "Systemer"}
//		list.Append(table.Text("Navn"), table.Text("Brugere"))
//		list.Append(table.Text("KMD Sag"), table.Whole(900))
//		out, err := os.Create("systemer.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer out.Close()
//		if err := xlsx.Write(out, list); err != nil {
//			log.Fatal(err)
//		}
//	}
package xlsx
