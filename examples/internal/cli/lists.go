package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// Lists are the files of -list: KOMBIT's requirements of a project each.
type Lists struct {
	flags *Flags
	files []string
}

// TakesLists adds -list, which may be repeated.
func (f *Flags) TakesLists() *Lists {
	l := &Lists{flags: f}
	f.Set.Func("list", "", func(name string) error {
		l.files = append(l.files, name)
		return nil
	})
	return l
}

// Read reads every list and reports all that is wrong in them; false when one
// cannot be read.
func (l *Lists) Read(book *drejebog.Playbook) (lists []requirements.List, ok bool) {
	ok = true
	for _, name := range l.files {
		file, err := Open(name)
		if err != nil {
			l.flags.FailError(err)
			return nil, false
		}
		list, findings := readList(book, name, file)
		_ = file.Close() // nothing was written to it
		l.flags.Report(findings)
		if list == nil {
			ok = false
			continue
		}
		lists = append(lists, *list)
	}
	return lists, ok
}

// readList reads YAML or JSON by the ending of the name, else a sheet.
func readList(book *drejebog.Playbook, name string, file io.Reader) (*requirements.List, []drejebog.Finding) {
	if slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(name))) {
		return requirements.Read(book, name, file)
	}
	sheet, findings := ReadSheet(book, name, file)
	if sheet == nil {
		return nil, findings
	}
	return requirements.FromSheet(book, sheet)
}

// ReadSheet reads the first sheet of a workbook, or a file of CSV; nil where it
// cannot be read.
func ReadSheet(book *drejebog.Playbook, name string, file io.Reader) (*table.Sheet, []drejebog.Finding) {
	sheets, faults := xlsx.Read(name, file)
	var findings []drejebog.Finding
	for _, fault := range faults {
		findings = append(findings, book.FaultFinding("DB-501", fault))
	}
	if len(findings) > 0 || len(sheets) == 0 {
		return nil, findings
	}
	return &sheets[0], nil
}
