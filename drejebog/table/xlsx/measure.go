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
			return tooLarge(strict.Part{Kind: "xlsx/unpacked", Values: map[string]any{"n": MaxUnpacked >> 20}})
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

func tooLarge(most strict.Part) *strict.Fault {
	return &strict.Fault{Line: 1, Column: 1, Kind: strict.KindTooLarge, Want: most}
}

func measureSheet(part *zip.File) *strict.Fault {
	open, err := part.Open()
	if err != nil {
		return new(unreadable("", err))
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
		return tooLarge(strict.Part{Kind: "xlsx/rows", Values: map[string]any{"n": table.MaxRows}})
	case s.columns > table.MaxColumns:
		return tooLarge(strict.Part{Kind: "xlsx/columns", Values: map[string]any{"n": table.MaxColumns}})
	case s.rows*s.columns > table.MaxCells:
		return tooLarge(strict.Part{Kind: "xlsx/cells", Values: map[string]any{"n": table.MaxCells}})
	case s.ranges > maxRanges:
		return tooLarge(strict.Part{Kind: "xlsx/ranges", Values: map[string]any{"n": maxRanges}})
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
