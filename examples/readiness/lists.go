package main

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

func (p *program) doesNotWrite(flag, list string) lang.Text {
	return p.book.Words.Say("flag/does-not-write", lang.Args{
		"flag": lang.Both(flag), "format": lang.Both(p.Format), "list": lang.Both(list),
	})
}

// writeRequirements writes the requirements of the lists.
func (p *program) writeRequirements() int {
	if p.Format == "json" || p.Format == "xlsx" {
		return p.Fail(p.doesNotWrite("requirements", "text, csv, html"))
	}
	lists, ok := p.lists.Read(p.book)
	if !ok {
		return cli.BadInput
	}
	return p.WriteDocument(readinessreport.Requirements(p.book, lists...), readinessreport.Required)
}

// writeTemplate writes a list of requirements to begin with.
func (p *program) writeTemplate() int {
	if p.Format == "json" || p.Format == "html" {
		return p.Fail(p.doesNotWrite("template", "text, csv, xlsx"))
	}
	return p.Write(func(w io.Writer) error {
		if p.Format == "text" {
			return requirements.WriteTemplate(w, p.book, p.template)
		}
		return p.writeSheet(w, requirements.Template(p.book, p.template))
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
		return xlsxwriter.Write(w, *sheet)
	}
	return table.WriteCSV(w, sheet)
}

// takeAnswers reads answers from a sheet and writes the plan with them.
func (p *program) takeAnswers() int {
	kommune, code := p.kommune.ReadWithNames(p.book)
	switch {
	case kommune == nil:
		return code
	case p.LeftOut():
		return cli.BadInput // what cannot be used would be lost when the plan is written; it is told
	}
	file, err := cli.Open(p.take)
	if err != nil {
		return p.FailError(err)
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	sheet, findings := cli.ReadSheet(p.book, p.take, file)
	if sheet == nil {
		p.Report(findings)
		return cli.BadInput
	}
	answers, findings := requirements.AnswersFromSheet(p.book, sheet)
	p.Report(findings)
	if answers == nil {
		return cli.BadInput
	}
	requirements.TakeAnswers(kommune, answers)
	kommune, _ = p.Nameless(p.book, kommune, nil)
	return p.WritePlan(func(w io.Writer) error {
		if p.Format == "json" {
			return kommune.WriteJSON(w)
		}
		return p.WriteYAML(w, kommune)
	})
}
