package main

import (
	"bytes"
	"io"
	"mime"
	"net/http"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

// planForms are those of the plan: its own document with what is asked for in its place,
// so that comments and order stay, and the sheets to fill in.
func (l *look) planForms() []results.Form {
	own := results.Form{Name: "plan", Write: func(w io.Writer, _ lang.Lang) error {
		document, err := l.plan.Rewrite(l.document)
		if err == nil {
			_, err = w.Write(document)
		}
		return err
	}}
	return append([]results.Form{own}, results.Sheets(l.book, l.plan)...)
}

// form is a view in one of its forms, or the plan; nil where there is no such form.
func (l *look) form(of, name string) (*results.Form, error) {
	if of == "plan" {
		return results.Named(l.planForms(), name), nil
	}
	shown, err := viewOf(of).of(l, true)
	if err != nil {
		return nil, err
	}
	shown.Document.Caution = l.LeftOut()
	return results.Named(shown.Forms(), name), nil
}

// handOut answers with a file to save.
func (b *bench) handOut(w http.ResponseWriter, r *http.Request) {
	l, of := b.look(r.URL.Query()), r.PathValue("of")
	if l.after == nil || len(l.Cannot) > 0 {
		b.refuse(w, http.StatusConflict, b.book.Words.Say("workbench/nothing-to-save", nil))
		return
	}
	var content bytes.Buffer
	form, err := l.form(of, r.PathValue("form"))
	if form != nil {
		err = form.Write(&content, b.language)
	}
	switch {
	case err != nil:
		b.refuse(w, http.StatusConflict, b.book.Words.Of(err))
		return
	case form == nil:
		http.NotFound(w, r)
		return
	}
	name := l.file.Name
	if form.Ending != "" {
		name = lang.Slug(l.after.Kommune.Name) + "-" + of + form.Ending
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = io.Copy(w, &content) // else who asked is gone
}
