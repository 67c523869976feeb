package main

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

//go:embed page/page.tmpl
var pageFile embed.FS

//go:embed page/page.css
var ownStyle template.CSS

//go:embed page/page.js
var script template.JS

var style = document.Style() + ownStyle

var pageTemplate = template.Must(template.ParseFS(pageFile, "page/page.tmpl"))

// page is a look as the template shows it, in one language.
type page struct {
	*look
	Style  template.CSS
	Script template.JS
	Title  string
	Plan   int    // its place among the files
	View   string // its name

	Forms, PlanForms []results.Form // of the view and of the plan
	Moved            template.HTML  // what is otherwise than in the saved plan, in short
	Body             template.HTML  // the view
}

func (b *bench) showPage(w http.ResponseWriter, r *http.Request) {
	l, v := b.look(r.URL.Query()), viewOf(r.URL.Query().Get("view"))
	p := &page{look: l, Style: style, Script: script, Title: l.file.Name, Plan: b.chosen(l.asked), View: v.name}
	if l.after != nil {
		p.Title = l.after.Kommune.FullName()
		p.show(v)
	}
	var content bytes.Buffer
	if err := pageTemplate.Execute(&content, p); err != nil {
		b.refuse(w, http.StatusInternalServerError, lang.Both(err.Error()))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.Copy(w, &content) // else who asked is gone
}

// show fills in what is computed.
func (p *page) show(v *view) {
	shown, err := v.of(p.look, false)
	if err == nil {
		p.Forms, p.PlanForms = shown.Forms(), p.planForms()
		p.Body, err = shown.Document.Fragment(p.language)
	}
	if err == nil && p.before != p.after {
		short := brief(results.Comparison(p.before, p.after).Document)
		p.Moved, err = short.Fragment(p.language)
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
func (p *page) Say(id string) string { return p.book.Words.Say(id, nil).In(p.language) }

// In is a text in the language of the page.
func (p *page) In(text lang.Text) string { return lang.OneLine(text.In(p.language)) }

// Language is that of the page, as HTML names it.
func (p *page) Language() lang.Lang { return p.language }

// Views are the names of all views.
func (p *page) Views() (names []string) {
	for i := range views {
		names = append(names, views[i].name)
	}
	return names
}

// ViewName is what a reader calls a view.
func (p *page) ViewName(name string) string {
	return p.book.Words.Key("workbench-view", name, nil).In(p.language)
}

// FormName is what a reader calls a form.
func (p *page) FormName(name string) string {
	return p.book.Words.Key("workbench-form", name, nil).In(p.language)
}

// Import is the id of the file that was dropped, "" for none.
func (p *page) Import() string { return p.asked.Get("import") }

// Fresh is the address of a plan, as it is saved, in this view.
func (p *page) Fresh(plan int) string {
	return "/?" + url.Values{"plan": {strconv.Itoa(plan)}, "view": {p.View}}.Encode()
}

// At is the address of a path with all that is asked for, in a view.
func (p *page) At(path, view string) string {
	asked := maps.Clone(p.asked)
	asked.Set("plan", strconv.Itoa(p.Plan))
	asked.Set("view", view)
	return path + "?" + asked.Encode()
}
