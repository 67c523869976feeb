package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// Read reads a workbook, or CSV, which is then the only sheet. The name is
// what places call the file. The sheets come in the order of the workbook;
// those that could be read are there whatever the faults.
func Read(name string, r io.Reader) ([]table.Sheet, []strict.Fault) {
	data, err := io.ReadAll(io.LimitReader(r, table.MaxBytes+1))
	switch {
	case err != nil:
		return nil, []strict.Fault{unreadable(name, err)}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")) && len(data) <= table.MaxBytes:
		return readWorkbook(name, data)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, []strict.Fault{unreadable(name, strict.Part{Kind: "xlsx/old-or-locked"})}
	}
	sheet, faults := table.ReadCSV(name, bytes.NewReader(data))
	return []table.Sheet{*sheet}, faults
}

func unreadable(name string, why error) strict.Fault {
	return strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: why}
}

func readWorkbook(name string, data []byte) ([]table.Sheet, []strict.Fault) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, []strict.Fault{unreadable(name, strict.Part{Kind: "xlsx/damaged", Values: map[string]any{"why": err}})}
	}
	if fault := measure(archive); fault != nil {
		fault.File = name
		return nil, []strict.Fault{*fault}
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: MaxUnpacked, UnzipXMLSizeLimit: MaxUnpacked,
	})
	if err != nil {
		return nil, []strict.Fault{unreadable(name, strict.Part{Kind: "xlsx/no-workbook", Values: map[string]any{"why": err}})}
	}
	defer func() { _ = book.Close() }() // nothing was written
	return (&reader{file: name, book: book, days: map[int]bool{}}).sheets()
}

// reader takes the sheets out of a workbook.
type reader struct {
	file   string
	book   *excelize.File
	is1904 bool
	days   map[int]bool // by style: whether it shows days
	faults []strict.Fault
}

func (r *reader) sheets() ([]table.Sheet, []strict.Fault) {
	names := r.book.GetSheetList()
	if len(names) > table.MaxSheets {
		fault := tooLarge(strict.Part{Kind: "xlsx/sheets", Values: map[string]any{"n": table.MaxSheets}})
		fault.File = r.file
		return nil, []strict.Fault{*fault}
	}
	if props, err := r.book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.is1904 = *props.Date1904
	}
	var sheets []table.Sheet
	for _, name := range names {
		if kind, err := r.book.GetSheetVisible(name); err != nil || !kind {
			continue
		}
		sheet, err := r.sheet(name)
		if err != nil {
			fault := unreadable(r.file, err)
			fault.Sheet = name
			r.faults = append(r.faults, fault)
			continue
		}
		sheets = append(sheets, sheet)
	}
	return sheets, r.faults
}

// sheet reads the cells that hold something. What a cell's text means depends
// on its type and style, which only cells that are there are asked for.
func (r *reader) sheet(name string) (table.Sheet, error) {
	out := table.Sheet{File: r.file, Name: name}
	rows, err := r.book.Rows(name)
	if err != nil {
		return out, err
	}
	for line := 1; rows.Next(); line++ {
		texts, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return out, errors.Join(err, rows.Close())
		}
		row := table.Row{Line: line, Cells: make([]table.Cell, len(texts))}
		filled := false
		for i, text := range texts {
			if strings.TrimSpace(text) == "" {
				continue
			}
			filled = true
			if row.Cells[i], err = r.cell(name, i+1, line, text); err != nil {
				return out, errors.Join(err, rows.Close())
			}
		}
		if filled {
			out.Rows = append(out.Rows, row)
		}
	}
	return out, rows.Close()
}

func (r *reader) cell(sheet string, column, line int, text string) (table.Cell, error) {
	name, err := excelize.CoordinatesToCellName(column, line)
	if err != nil {
		return table.Cell{}, err
	}
	kind, err := r.book.GetCellType(sheet, name)
	if err != nil {
		return table.Cell{}, err
	}
	switch kind {
	case excelize.CellTypeBool:
		return table.YesNo(text == "1" || strings.EqualFold(text, "true")), nil
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		style, err := r.book.GetCellStyle(sheet, name)
		if err != nil {
			return table.Cell{}, err
		}
		return r.number(text, style), nil
	case excelize.CellTypeDate:
		day, _, _ := strings.Cut(text, "T")
		return dayOrText(day), nil
	}
	return table.Text(text), nil
}

// number makes a number, or a day, of what stands in the file. Excel shows and
// keeps 15 digits, so what a sum of fractions has beyond them is noise.
func (r *reader) number(text string, style int) table.Cell {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return table.Text(text)
	}
	if r.showsDays(style) {
		if moment, err := excelize.ExcelDateToTime(value, r.is1904); err == nil {
			return dayOrText(moment.Format("2006-01-02"))
		}
	}
	const most = 1e15 // digits before the comma, as lang.MaxWhole
	if value >= most || value <= -most {
		return table.Text(text)
	}
	number, err := decimal.NewFromString(strconv.FormatFloat(value, 'g', 15, 64))
	if err != nil {
		return table.Text(text)
	}
	return table.Number(number.Round(lang.MaxFraction))
}

func dayOrText(iso string) table.Cell {
	day, err := lang.ParseISO(iso)
	if err != nil {
		return table.Text(iso)
	}
	return table.Day(day)
}

// showsDays reports whether a style shows numbers as days.
func (r *reader) showsDays(style int) bool {
	if known, ok := r.days[style]; ok {
		return known
	}
	format, err := r.book.GetStyle(style)
	shows := err == nil && isDayFormat(format)
	r.days[style] = shows
	return shows
}

// isDayFormat knows the built-in formats of days, and those of one's own by
// their letters for day or year, the Danish one for year among them. ECMA-376, part 1, 18.8.30 and 18.8.31.
func isDayFormat(style *excelize.Style) bool {
	if style.CustomNumFmt != nil {
		return strings.ContainsAny(bareFormat(strings.ToLower(*style.CustomNumFmt)), "dy\u00e5")
	}
	n := style.NumFmt
	return n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58
}

// bareFormat drops what stands in quotation marks or brackets or behind a
// backslash, and what follows the first section.
func bareFormat(format string) string {
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += skipTo(format[i+1:], '"')
		case '[':
			i += skipTo(format[i+1:], ']')
		case ';':
			return out.String()
		default:
			out.WriteByte(format[i])
		}
	}
	return out.String()
}

// skipTo returns how many bytes there are up to and with a mark.
func skipTo(text string, mark byte) int {
	if at := strings.IndexByte(text, mark); at >= 0 {
		return at + 1
	}
	return len(text)
}
