package main

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/drejebog/table/xlsxwriter"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

// planForms are those of the plan: its own document with what is asked for in its place,
// and the sheets to fill in.
func (l *look) planForms() []results.Form {
	tables := sheets.Write(l.book, l.plan, l.language)
	return []results.Form{
		{Name: "plan", Write: func(w io.Writer, _ lang.Lang) error {
			document, err := l.plan.Rewrite(l.document)
			if err == nil {
				_, err = w.Write(document)
			}
			return err
		}},
		{Name: "xlsx", Ending: ".xlsx", Write: func(w io.Writer, _ lang.Lang) error { return xlsxwriter.Write(w, tables...) }},
		{Name: "csv", Ending: ".csv", Write: func(w io.Writer, _ lang.Lang) error { return table.WriteCSV(w, &tables[0]) }},
	}
}

// forms are those of a view, or of the plan.
func (l *look) forms(of string) ([]results.Form, error) {
	if of == "plan" {
		return l.planForms(), nil
	}
	shown, err := viewOf(of).of(l, true)
	if err != nil {
		return nil, err
	}
	shown.Document.Caution = l.leftOut()
	return shown.Forms(), nil
}

// download hands out a file.
func (b *bench) download(w http.ResponseWriter, r *http.Request) {
	l := b.look(r.URL.Query())
	if l.after == nil || len(l.cannot) > 0 {
		b.refuse(w, http.StatusConflict, b.book.Words.Say("workbench/nothing-to-save", nil))
		return
	}
	of := r.PathValue("of")
	forms, err := l.forms(of)
	i := slices.IndexFunc(forms, func(f results.Form) bool { return f.Name == r.PathValue("form") })
	if err == nil && i < 0 {
		http.NotFound(w, r)
		return
	}
	var file bytes.Buffer
	if err == nil {
		err = forms[i].Write(&file, b.language)
	}
	if err != nil {
		b.refuse(w, http.StatusConflict, b.book.Words.Of(err))
		return
	}
	name := plan.Slug(l.after.schedule.Kommune.Name) + "-" + of + forms[i].Ending
	if forms[i].Ending == "" {
		name = l.file.name
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = w.Write(file.Bytes()) // else who asked is gone
}
