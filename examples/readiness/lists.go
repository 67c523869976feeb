package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness"
)

// readLists reads every list and reports all that is wrong in them.
func (p *program) readLists() (lists []readiness.List, ok bool) {
	ok = true
	for _, name := range p.lists {
		file, err := os.Open(name)
		if err != nil {
			p.FailError(&cli.OpenError{File: name})
			return nil, false
		}
		list, findings := p.readList(name, file)
		_ = file.Close() // nothing was written to it
		p.Report(findings)
		if list == nil {
			ok = false
			continue
		}
		lists = append(lists, *list)
	}
	return lists, ok
}

// readList reads YAML or JSON by the ending of the name, else a sheet.
func (p *program) readList(name string, file io.Reader) (*readiness.List, []drejebog.Finding) {
	if slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(name))) {
		return readiness.ReadList(p.book, name, file)
	}
	sheet, findings := p.readSheet(name, file)
	if sheet == nil {
		return nil, findings
	}
	return readiness.ListFromSheet(p.book, sheet)
}

// readSheet reads the first sheet of a workbook, or a file of CSV.
func (p *program) readSheet(name string, file io.Reader) (*table.Sheet, []drejebog.Finding) {
	sheets, faults := xlsx.Read(name, file)
	var findings []drejebog.Finding
	for _, fault := range faults {
		findings = append(findings, p.book.FaultFinding("DB-501", fault))
	}
	if len(findings) > 0 || len(sheets) == 0 {
		return nil, findings
	}
	return &sheets[0], nil
}

func (p *program) doesNotWrite(flag, list string) lang.Text {
	return p.book.Words.Say("flag/does-not-write", lang.Args{
		"flag": lang.Both(flag), "format": lang.Both(p.Format), "list": lang.Both(list),
	})
}

// writeTemplate writes a list of requirements to begin with.
func (p *program) writeTemplate() int {
	if p.Format == "json" || p.Format == "html" {
		return p.Fail(p.doesNotWrite("template", "text, csv, xlsx"))
	}
	return p.Write(func(w io.Writer) error {
		if p.Format == "text" {
			return readiness.WriteTemplate(w, p.book, p.template)
		}
		return p.writeSheet(w, readiness.ListTemplate(p.book, p.template))
	})
}

// writeAnswers writes the answers of a plan as a sheet to go on with.
func (p *program) writeAnswers() int {
	if p.Format != "csv" && p.Format != "xlsx" {
		return p.Fail(p.doesNotWrite("answers", "csv, xlsx"))
	}
	assessment, code := p.assess()
	if assessment == nil {
		return code
	}
	return p.Write(func(w io.Writer) error { return p.writeSheet(w, assessment.AnswerSheet()) })
}

func (p *program) writeSheet(w io.Writer, sheet *table.Sheet) error {
	if p.Format == "xlsx" {
		return xlsx.Write(w, *sheet)
	}
	return table.WriteCSV(w, sheet)
}

// takeAnswers reads answers from a sheet and writes the plan with them.
func (p *program) takeAnswers() int {
	kommune, code := p.kommune.Read(p.book)
	if kommune == nil {
		return code
	}
	file, err := os.Open(p.take)
	if err != nil {
		return p.FailError(&cli.OpenError{File: p.take})
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	sheet, findings := p.readSheet(p.take, file)
	if sheet == nil {
		p.Report(findings)
		return cli.BadInput
	}
	answers, findings := readiness.AnswersFromSheet(p.book, sheet)
	p.Report(findings)
	if answers == nil {
		return cli.BadInput
	}
	readiness.TakeAnswers(kommune, answers)
	return p.Write(func(w io.Writer) error {
		if p.Format == "json" {
			return kommune.WriteJSON(w)
		}
		return kommune.Write(w)
	})
}
