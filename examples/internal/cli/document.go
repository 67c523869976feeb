package cli

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

// TakesTable lets -table choose another table for -format csv than the main one.
func (f *Flags) TakesTable() {
	f.Set.StringVar(&f.table, "table", "", "")
}

// WriteDocument writes what a result tells in the format that was asked for:
// text, html, or the main table, or that of -table, as csv. How many values of the
// plans are not used stands first.
func (f *Flags) WriteDocument(d *document.Document, main string) int {
	d.Caution = lang.Joined(" ", f.leftOutSaid(), d.Caution)
	switch f.Format {
	case "csv":
		name := main
		if f.table != "" {
			name = f.table
		}
		sheet := d.Table(name)
		if sheet == nil {
			return f.FailError(Choice("table", name, tableNames(d)))
		}
		return f.Write(func(w io.Writer) error { return table.WriteCSV(w, sheet.In(f.Lang)) })
	case "html":
		return f.Write(func(w io.Writer) error { return d.WriteHTML(w, f.Lang) })
	}
	return f.Write(func(w io.Writer) error { return d.WriteText(w, f.Lang) })
}

// WriteResult is WriteDocument, and for json the same as data.
func (f *Flags) WriteResult(d *document.Document, data any, main string) int {
	if f.Format == "json" {
		return f.WriteJSON(data)
	}
	return f.WriteDocument(d, main)
}

func tableNames(d *document.Document) []string {
	var names []string
	for _, sheet := range d.Tables() {
		names = append(names, sheet.Name)
	}
	return names
}

// WriteOf writes a result in the form that was asked for; the pictures of its document
// stand in a page only. It returns the exit code.
func (f *Flags) WriteOf(r *results.Result) int {
	if f.Format == "csv" {
		return f.WriteDocument(r.Document, r.Main)
	}
	r.Document.Caution = lang.Joined(" ", f.leftOutSaid(), r.Document.Caution)
	form := results.Named(r.Forms(), f.Format)
	return f.Write(func(w io.Writer) error { return form.Write(w, f.Lang) })
}
