package main

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"sync/atomic"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// planForms are those of the plan: its own document with what is asked for in its place,
// so that comments and order stay, but where they may name people, and the sheets to fill
// in.
func (l *look) planForms() []results.Form {
	own := results.Form{Name: "plan", Write: func(w io.Writer, _ lang.Lang) error {
		if l.bare {
			return l.plan.Write(w)
		}
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
	switch {
	case l.after == nil || len(l.Cannot) > 0:
		return nil, strict.Part{Kind: "workbench/nothing-to-save"}
	case of == "plan":
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
	var content bytes.Buffer
	form, err := l.form(of, r.PathValue("form"))
	if form != nil {
		err = form.Write(&content, b.flags.Lang)
	}
	switch {
	case err != nil:
		b.refuse(w, http.StatusConflict, err)
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

// imports are the last few files that were dropped on the page. They stay in memory: what
// they say is taken over into the plan as it stands at each look.
type imports struct {
	count atomic.Int64
	kept  [8]atomic.Pointer[dropped]
}

type dropped struct {
	id, name string
	data     []byte
}

func (m *imports) keep(name string, data []byte) (id string) {
	n := int(m.count.Add(1))
	m.kept[n%len(m.kept)].Store(&dropped{strconv.Itoa(n), name, data})
	return strconv.Itoa(n)
}

// find returns nil for a file that is not kept any more.
func (m *imports) find(id string) *dropped {
	for i := range m.kept {
		if d := m.kept[i].Load(); d != nil && d.id == id {
			return d
		}
	}
	return nil
}

// takeIn keeps a file that was dropped, and leads to the page that looks at it.
func (b *bench) takeIn(w http.ResponseWriter, r *http.Request) {
	file, head, err := r.FormFile("file")
	var data []byte
	if err == nil {
		data, err = io.ReadAll(file)
	}
	switch _, tooLarge := errors.AsType[*http.MaxBytesError](err); {
	case tooLarge:
		b.refuse(w, http.StatusRequestEntityTooLarge, strict.Part{Kind: "workbench/too-large", Values: map[string]any{"n": maxBody >> 20}})
	case err != nil:
		b.refuse(w, http.StatusBadRequest, strict.Part{Kind: "workbench/no-upload"})
	default:
		asked := r.URL.Query()
		asked.Set("import", b.imports.keep(head.Filename, data))
		http.Redirect(w, r, "/?"+asked.Encode(), http.StatusSeeOther)
	}
}
