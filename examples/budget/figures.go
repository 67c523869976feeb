package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/figures"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// templateFile returns the fault of a name that is neither of Excel nor of CSV;
// none of no name.
func templateFile(name string) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".csv":
		return nil
	case "":
		if name == "" {
			return nil
		}
	}
	return strict.Part{Kind: "flag/template-file", Values: map[string]any{"file": name}}
}

// writeTemplate writes the sheet to type figures into: as Excel or as CSV, by the
// name of the file.
func writeTemplate(est *estimate.Estimate, name string, flags *cli.Flags) int {
	flags.Out = name
	return flags.Write(func(w io.Writer) error {
		sheet := figures.Template(est, flags.Lang)
		if strings.EqualFold(filepath.Ext(name), ".xlsx") {
			return xlsxwriter.Write(w, sheet)
		}
		return table.WriteCSV(w, &sheet)
	})
}

// readFigures reads the figures of a template that was filled in, Excel or
// CSV. An exit code other than fine says that messages have been written.
func readFigures(est *estimate.Estimate, name string, flags *cli.Flags) ([]estimate.Figure, int) {
	file, err := cli.Open(name)
	if err != nil {
		return nil, flags.FailError(err)
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	sheets, faults := xlsx.Read(name, file)
	read, unfit := figures.Read(est, sheets...)
	if faults = append(faults, unfit...); len(faults) > 0 {
		flags.ReportFaults(faults)
		return nil, cli.BadInput
	}
	return read, cli.Fine
}
