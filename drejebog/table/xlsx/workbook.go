package xlsx

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// workbook is what a file says of its sheets before any of them is read.
type workbook struct {
	sheets   []part // those that people see
	is1904   bool   // days count from 1904
	shared   []string
	showsDay []bool // by style
}

// part is a sheet by its name, and the part of the file that it stands in.
type part struct{ name, target string }

// readWorkbook follows the file's relationships to what its sheets need.
func readWorkbook(a *archive) (*workbook, error) {
	target, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	relations, err := a.relations(target)
	if err != nil {
		return nil, err
	}
	w := &workbook{}
	isWorkbook := false
	err = a.each(target, func(token any) error {
		element, ok := token.(start)
		if !ok {
			return nil
		}
		switch element.Name.Local {
		case "workbook":
			isWorkbook = true
		case "workbookPr":
			w.is1904 = isTrue(element.attribute("date1904"))
		case "sheet":
			return w.add(element, relations)
		}
		return nil
	})
	if err == nil && !isWorkbook {
		err = strict.Part{Kind: "xlsx/no-workbook"}
	}
	if err == nil {
		w.shared, err = a.sharedStrings(targetOf(relations, "sharedStrings"))
	}
	if err == nil {
		w.showsDay, err = a.dayStyles(targetOf(relations, "styles"))
	}
	return w, err
}

func (w *workbook) add(element start, relations map[string]relation) error {
	to := relations[element.attribute("id")]
	if state := element.attribute("state"); state == "hidden" || state == "veryHidden" || to.kind != "worksheet" {
		return nil
	}
	if len(w.sheets) == table.MaxSheets {
		return beyond("xlsx/sheets", table.MaxSheets)
	}
	w.sheets = append(w.sheets, part{element.attribute("name"), to.target})
	return nil
}

// mainPart is the part that the file says is its document.
func (a *archive) mainPart() (string, error) {
	if a.isOpenDocument() {
		return "", strict.Part{Kind: "xlsx/open-document"}
	}
	relations, err := a.relations("")
	if err != nil {
		return "", err
	}
	target := targetOf(relations, "officeDocument")
	switch {
	case target == "":
		return "", strict.Part{Kind: "xlsx/no-workbook"}
	case strings.HasSuffix(target, ".bin"):
		return "", strict.Part{Kind: "xlsx/binary"}
	}
	return target, nil
}

// isOpenDocument knows the files of LibreOffice by what every one of them has.
// OASIS OpenDocument 1.3, part 2, 3.2.
func (a *archive) isOpenDocument() bool {
	return a.parts["meta-inf/manifest.xml"] != nil && a.parts["content.xml"] != nil
}

func isTrue(value string) bool { return value == "1" || strings.EqualFold(value, "true") }

// runs collects the text of a string out of its runs; how it is said in another
// script is left out. ECMA-376, part 1, 18.4.
type runs struct {
	text   []byte
	within bool // a run
	spoken int
}

func (r *runs) take(token any) {
	switch token := token.(type) {
	case start:
		switch token.Name.Local {
		case "rPh":
			r.spoken++
		case "t":
			r.within = r.spoken == 0
		}
	case end:
		switch token.name {
		case "rPh":
			r.spoken--
		case "t":
			r.within = false
		}
	case text:
		if r.within {
			r.text = append(r.text, token...)
		}
	}
}

// sharedStrings are the texts that cells refer to by their index.
func (a *archive) sharedStrings(name string) ([]string, error) {
	var shared []string
	var r runs
	err := a.each(name, func(token any) error {
		if element, ok := token.(start); ok && element.Name.Local == "si" {
			r = runs{text: r.text[:0]}
		}
		r.take(token)
		if tag, ok := token.(end); ok && tag.name == "si" {
			if len(shared) == maxStrings {
				return beyond("xlsx/strings", maxStrings)
			}
			shared = append(shared, unescaped(string(r.text)))
		}
		return nil
	})
	return shared, err
}
