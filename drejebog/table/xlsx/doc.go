// Package xlsx reads Excel files into the sheets of package table. Package xlsxwriter
// writes them, with a library that a program which only reads does not link.
//
// Read takes an Excel file (.xlsx or .xlsm) or CSV, whichever the bytes are, so
// that a program takes what the kommune has; of .xls, .xlsb and .ods, and of a file
// with a password, it says what to do. Numbers come as numbers whatever their
// format shows, days as days without their time, truth values as ja and nej,
// formulas as the values that they had when the file was saved. A formula without
// one is a fault, and so is what shows an error. The value of cells that are merged
// downwards stands in each of their rows that holds anything else.
//
// A file is read as its relationships say, part by part. Everything that a part
// may cost is bounded as it is read, its elements, texts, styles and the bytes that
// it unpacks to, so that a read takes less than 256 MiB whatever the file; the
// sizes that the file states are not believed. Cells are counted, not the rectangle
// that they stand in. A hundred faults are listed, and the rest counted. Nothing is
// kept between reads: any number of goroutines may read at once, and the sheets are
// their caller's.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
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
//	}
package xlsx
