package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// MaxUnpacked bounds, in bytes, what the parts of a workbook unpack to.
const MaxUnpacked = 64 << 20

// maxRanges bounds merged cells, and column formats, of a sheet: each cell is
// held against them.
const maxRanges = 2000

// measure looks at the size of a workbook's parts, and of its sheets, before
// anything is built: a cell at the far corner of a sheet costs a file some
// bytes and its reader all the cells before it.
func measure(archive *zip.Reader) *strict.Fault {
	var unpacked uint64
	for _, part := range archive.File {
		unpacked += part.UncompressedSize64
		if part.UncompressedSize64 > MaxUnpacked || unpacked > MaxUnpacked {
			return new(tooLarge("", "", MaxUnpacked>>20, "MiB unpacked", "MiB udpakket"))
		}
	}
	for _, part := range archive.File {
		if !strings.Contains(strings.ToLower(part.Name), "worksheets") {
			continue
		}
		if fault := measureSheet(part); fault != nil {
			return fault
		}
	}
	return nil
}

func tooLarge(file, sheet string, most int, en, da string) strict.Fault {
	count := strconv.Itoa(most) + " "
	return strict.Fault{
		File: file, Sheet: sheet, Line: 1, Column: 1, Kind: strict.KindTooLarge, Want: count + en, WantDA: count + da,
	}
}

func measureSheet(part *zip.File) *strict.Fault {
	open, err := part.Open()
	if err != nil {
		return new(unreadable("", err.Error(), err.Error()))
	}
	defer func() { _ = open.Close() }() // nothing was written
	var size sheetSize
	decoder := xml.NewDecoder(io.LimitReader(open, MaxUnpacked))
	for {
		token, err := decoder.RawToken()
		if err != nil { // the end, or what reading the workbook will tell
			return nil
		}
		if element, ok := token.(xml.StartElement); ok {
			if fault := size.add(&element); fault != nil {
				return fault
			}
		}
	}
}

// sheetSize is how far the cells of a sheet reach.
type sheetSize struct{ rows, columns, inRow, ranges int }

func (s *sheetSize) add(element *xml.StartElement) *strict.Fault {
	switch element.Name.Local {
	case "row":
		s.rows, s.inRow = max(s.rows+1, number(element, "r")), 0
	case "c":
		s.inRow++
		if column, row, err := excelize.CellNameToCoordinates(attribute(element, "r")); err == nil {
			s.rows, s.inRow = max(s.rows, row), max(s.inRow, column)
		}
		s.columns = max(s.columns, s.inRow)
	case "mergeCell", "col":
		s.ranges++
	}
	switch {
	case s.rows > table.MaxRows:
		return new(tooLarge("", "", table.MaxRows, "rows; delete the empty ones at its end", "rækker; slet de tomme til sidst"))
	case s.columns > table.MaxColumns:
		return new(tooLarge("", "", table.MaxColumns, "columns; delete the empty ones at its end", "kolonner; slet de tomme til sidst"))
	case s.rows*s.columns > table.MaxCells:
		return new(tooLarge("", "", table.MaxCells, "cells; delete the empty ones at its end", "celler; slet de tomme til sidst"))
	case s.ranges > maxRanges:
		return new(tooLarge("", "", maxRanges, "merged cells or column formats", "flettede celler eller kolonneformater"))
	}
	return nil
}

func attribute(element *xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(element *xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(element, name))
	if err != nil {
		return 0
	}
	return n
}
