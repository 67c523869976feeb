package main

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"net/http"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

var (
	//go:embed page/page.tmpl
	pageFile embed.FS
	//go:embed page/page.css
	ownStyle template.CSS
	//go:embed page/page.js
	script template.JS

	style        = document.Style() + ownStyle
	pageTemplate = template.Must(template.ParseFS(pageFile, "page/page.tmpl"))
)

// page is a look as the template shows it, in one language.
type page struct {
	*look
	Style            template.CSS
	Script           template.JS
	Title            string
	Language         lang.Lang
	Plan             int // its place among the files
	View             *view
	Views            []view
	Forms, PlanForms []results.Form // of the view and of the plan
	Moved            template.HTML  // what is otherwise than in the saved plan, in short
	Body             template.HTML  // the view
}

func (b *bench) showPage(w http.ResponseWriter, r *http.Request) {
	l := b.look(r.URL.Query())
	p := &page{look: l, Style: style, Script: script, Title: l.file.Name, Language: b.flags.Lang, Plan: b.chosen(l.Asked), View: viewOf(l.Asked.Get("view")), Views: views}
	if l.after != nil {
		p.Title = l.after.Kommune.FullName()
		p.show()
	}
	var content bytes.Buffer
	if err := pageTemplate.Execute(&content, p); err != nil {
		b.refuse(w, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.Copy(w, &content) // else who asked is gone
}

// show fills in what is computed.
func (p *page) show() {
	shown, err := p.View.of(p.look, false)
	if err == nil {
		p.Forms, p.PlanForms = shown.Forms(), p.planForms()
		p.Body, err = shown.Document.Fragment(p.Language)
	}
	if err == nil && p.earlier != nil {
		p.Moved, err = brief(results.Comparison(p.before, p.after).Document).Fragment(p.Language)
	}
	if err != nil {
		p.fail(err)
	}
}

// brief is a document's headings with lists: what it says in short.
func brief(d *document.Document) *document.Document {
	var short document.Document
	for i, block := range d.Blocks {
		if _, ok := block.(document.List); ok && i > 0 {
			short.Add(d.Blocks[i-1], block)
		}
	}
	return &short
}

// Say is a message of the playbook's words.
func (p *page) Say(id string) string { return p.In(p.book.Words.Say(id, nil)) }

// ViewName and FormName are what a reader calls a view, and a form.
func (p *page) ViewName(id string) string { return p.In(p.book.Words.Key("workbench-view", id, nil)) }
func (p *page) FormName(id string) string { return p.In(p.book.Words.Key("workbench-form", id, nil)) }

// In is a text in the language of the page.
func (p *page) In(text lang.Text) string { return lang.OneLine(text.In(p.Language)) }

// At is the address of a path with all that is asked for, in a view.
func (p *page) At(path, view string) string {
	p.Asked.Set("plan", strconv.Itoa(p.Plan))
	p.Asked.Set("view", view)
	return path + "?" + p.Asked.Encode()
}
