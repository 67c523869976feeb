package xlsx

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Read reads a workbook, or CSV, which is then the only sheet. The name is
// what places call the file. The sheets come in the order of the workbook;
// those that could be read are there whatever the faults.
//
// The workbook is read part by part as its relationships say, and each part tag
// by tag: excelize, which writes, keeps every part whole, and cells several
// times over, within no bounds of ours.
func Read(name string, r io.Reader) ([]table.Sheet, []strict.Fault) {
	data, err := io.ReadAll(io.LimitReader(r, table.MaxBytes+1))
	switch {
	case err != nil:
		return nil, []strict.Fault{unreadable(name, err)}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")) && len(data) <= table.MaxBytes:
		return readSheets(name, data)
	case isOld(data):
		return nil, []strict.Fault{unreadable(name, oldKind(data))}
	}
	sheet, faults := table.ReadCSV(name, bytes.NewReader(data))
	return []table.Sheet{*sheet}, faults
}

func unreadable(name string, why error) strict.Fault {
	return strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: why}
}

func readSheets(name string, data []byte) ([]table.Sheet, []strict.Fault) {
	a, err := openArchive(data)
	var w *workbook
	if err == nil {
		w, err = readWorkbook(a)
	}
	if err != nil {
		return nil, []strict.Fault{faultOf(name, err)}
	}
	var sheets []table.Sheet
	var faults []strict.Fault
	for _, part := range w.sheets {
		var sheet table.Sheet
		sheet, faults, err = a.readSheet(name, w, part, faults)
		if errors.As(err, new(bound)) {
			return nil, []strict.Fault{faultOf(name, err)} // what it costs is that of the whole file
		}
		if err != nil {
			fault := faultOf(name, err)
			fault.Sheet = part.name
			faults = strict.AppendFault(faults, fault)
			continue
		}
		sheets = append(sheets, sheet)
	}
	return sheets, faults
}

// faultOf is the fault of a file that cannot be read, or only at too great a cost.
func faultOf(name string, err error) strict.Fault {
	if limit, ok := errors.AsType[bound](err); ok {
		return strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindTooLarge, Want: limit.Part}
	}
	if errors.Is(err, damaged{}) {
		err = strict.Part{Kind: "xlsx/damaged"}
	}
	return unreadable(name, err)
}

// isOld knows the files of Excel before 2007, and those with a password, by how
// they begin: as compound files ([MS-CFB] 2.2), or as streams of cells.
func isOld(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) || bytes.HasPrefix(data, []byte("\x09\x08"))
}

// oldKind says which it is, by the names of the streams in it: [MS-OFFCRYPTO]
// 1.3.3, [MS-XLS] 2.1.2.
func oldKind(data []byte) strict.Part {
	switch {
	case bytes.Contains(data, []byte("MSProject.")): // the name of the program, [MS-OLEDS] 2.3.8
		return strict.Part{Kind: "xlsx/project"}
	case bytes.Contains(data, inUTF16("EncryptedPackage")):
		return strict.Part{Kind: "xlsx/locked"}
	case bytes.Contains(data, inUTF16("Workbook")), bytes.Contains(data, inUTF16("Book")), !strings.HasPrefix(string(data[:1]), "\xD0"):
		return strict.Part{Kind: "xlsx/old"}
	}
	return strict.Part{Kind: "xlsx/old-or-locked"}
}

func inUTF16(text string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}
