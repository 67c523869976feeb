// Package table holds the sheets that kommuner keep their lists in: rows of
// cells, each with its place in the file, read from and written to CSV.
// Package xlsx beside it does the same for Excel.
//
// # Cells
//
// A [Cell] is a text, with the kind that the file gives it. A number is
// written in Danish notation without dots, "1234,5", and a day as 2014-10-15,
// whatever the file shows them as. A file of CSV knows texts only; what they
// mean is said by who reads them.
//
// # Reading
//
// ReadCSV reads what Excel and others write: semicolons, commas or tabs, cells
// in quotation marks, line breaks within them, UTF-8 with or without a byte
// order mark, UTF-16 with one, and Windows-1252. [Match] finds the columns of a
// sheet by their headers, and its records read their cells as texts, numbers,
// days or one of a list of words. Every fault is collected, each with sheet
// and cell, or line and column for CSV, what was expected and the nearest
// known word; the columns that are not known are listed, so that nobody loses
// them unseen.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//		"strings"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/table"
//	)
//
//	var columns = []table.Column{
//		{Name: table.Name{Key: "name", Text: lang.Both("Navn")}, Required: true},
//		{Name: table.Name{Key: "price", Text: lang.Both("Pris pr. år"), Also: []string{"Årlig pris"}}},
//		{Name: table.Name{Key: "end", Text: lang.Both("Slutdato")}},
//	}
//
//	func main() {
//		file := strings.NewReader("Navn;Årlig pris;Slutdato\nKMD Sag;1.234,50;31-12-2015\n")
//		sheet, faults := table.ReadCSV("kontrakter.csv", file)
//		records := table.Match(sheet, columns)
//		for _, r := range records.List {
//			fmt.Println(r.Text("name"), r.Amount("price"), r.Day("end"))
//		}
//		for _, fault := range append(faults, records.Faults()...) {
//			fmt.Println(fault.Place(), drejebog.BuiltInWords().Of(fault).DA)
//		}
//		out := table.Sheet{Rows: []table.Row{{Cells: []table.Cell{table.Text("=1+1"), table.Whole(2)}}}}
//		if err := table.WriteCSV(os.Stdout, &out); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Writing
//
// WriteCSV writes what Excel in Denmark opens with a double click: semicolons,
// decimal commas, UTF-8 with a byte order mark. A text that a spreadsheet would
// take for a formula (=, +, -, @ and their wide forms in front, behind whatever
// cannot be seen) is written with an apostrophe before it, which reading takes off again. What CSV cannot say is
// which cells are texts: Excel turns the text "0101" into 101 and "4.10" into a
// day. Package xlsx keeps them. What turns the direction of writing is shown by its
// number in both, as lang.Visible has it, and is read back so. In a workbook the
// cells below the head of a column in Choices offer its words.
//
// # Telling
//
// A sheet that people read in two languages has Columns with a name in both,
// and cells made by [Of] from a lang.Text, lang.Number, lang.Kroner or lang.Day.
// Package document prints it as text, HTML and Markdown. In gives it as a file
// in one language, with the names of its columns as its first row: Danish or
// English heads and texts, and the same numbers and days.
//
//	sheet := table.Sheet{Name: "tasks", Columns: []table.Column{table.Head("task", words.Say("task", nil))}}
//	sheet.Append(table.Of(task.Name))
//	err := table.WriteCSV(w, sheet.In(lang.English))
//
// # Bounds
//
// A file has at most MaxBytes, a sheet MaxRows rows and MaxCells cells, a cell
// MaxText characters. Rows without any text are not kept.
//
// Sheets and records are their caller's, and belong to one goroutine while one changes
// them; a sheet that nobody changes any number may read and write at once. A reader
// keeps nothing of the file.
package table
