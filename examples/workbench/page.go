package main

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"

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

// page is what the template shows, in one language.
type page struct {
	*look
	Style  template.CSS
	Script template.JS

	Title   string
	Number  int // of the plan in the address
	View    string
	Version string
	Plans   []link
	Views   []link
	Saves   []link // of the view
	Kept    []link // of the plan
	Reset   string // address
	Upload  string // address

	Cannot []string
	Found  []string // in reading the plan and the dropped file
	Inputs []inputs
	Moved  template.HTML // what is otherwise than in the saved plan, in short
	Body   template.HTML
}

type link struct {
	Text, Address string
	Current       bool
}

// Say is a message of the playbook's words, for the template.
func (p *page) Say(id string) string { return p.book.Words.Say(id, nil).In(p.language) }

// Import is the id of the file that was dropped, "" for none.
func (p *page) Import() string { return p.asked.Get("import") }

// LeftOut says how many values of the plan are not used.
func (p *page) LeftOut() string { return p.leftOut().In(p.language) }

// Language is that of the page, as HTML names it.
func (p *page) Language() lang.Lang { return p.language }

func (b *bench) showPage(w http.ResponseWriter, r *http.Request) {
	p := b.page(r.URL.Query())
	var out bytes.Buffer
	if err := pageTemplate.Execute(&out, p); err != nil {
		b.refuse(w, http.StatusInternalServerError, lang.Both(err.Error()))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.Copy(w, &out) // who asked is gone
}

func (b *bench) page(asked url.Values) *page {
	l := b.look(asked)
	v := viewOf(asked.Get("view"))
	p := &page{look: l, Style: style, Script: script, Title: l.file.name, View: v.name, Version: l.version, Number: l.number, Inputs: l.inputs}
	if l.after != nil {
		p.Title = l.after.schedule.Kommune.FullName()
		p.show(v)
	}
	for i := range b.files {
		p.Plans = append(p.Plans, link{b.files[i].name, address("/", url.Values{"plan": {fmt.Sprint(i + 1)}}), i+1 == l.number})
	}
	p.Upload = address("/import", l.kept("view", v.name))
	p.Reset = address("/", url.Values{"plan": {fmt.Sprint(l.number)}, "view": {v.name}})
	p.Cannot = l.lines(l.cannot...)
	for _, f := range slices.Concat(l.findings, l.taken) {
		p.Found = append(p.Found, lang.OneLine(f.Place.String()+": "+f.Says().In(l.language)))
	}
	return p
}

// show fills in what is computed.
func (p *page) show(v *view) {
	words := p.book.Words
	shown, err := v.of(p.look, false)
	if err == nil {
		p.Body, err = shown.Document.Fragment(p.language)
	}
	if err == nil && p.before != p.after {
		p.Moved, err = brief(results.Comparison(p.before.schedule, p.after.schedule).Document).Fragment(p.language)
	}
	if err != nil {
		p.fail(err)
	}
	for i := range views {
		name := views[i].name
		p.Views = append(p.Views, link{words.Key("workbench-view", name, nil).In(p.language), address("/", p.kept("view", name)), name == v.name})
	}
	p.Saves = p.saves(v.name, shown.Forms())
	p.Kept = p.saves("plan", p.planForms())
}

// saves are links to what something can be saved as.
func (p *page) saves(of string, forms []results.Form) []link {
	var links []link
	for _, f := range forms {
		links = append(links, link{p.book.Words.Key("workbench-form", f.Name, nil).In(p.language), address("/file/"+of+"/"+f.Name, p.kept("", "")), false})
	}
	return links
}

// brief is what a comparison says in short: what stands below its first heading.
func brief(d *document.Document) *document.Document {
	seen := 0
	end := slices.IndexFunc(d.Blocks, func(b document.Block) bool {
		if _, ok := b.(document.Heading); ok {
			seen++
		}
		return seen == 2
	})
	if end < 0 {
		return d
	}
	return &document.Document{Blocks: d.Blocks[:end]}
}

// kept is what the address asks for, with another value of a key.
func (l *look) kept(key, value string) url.Values {
	asked := url.Values{"plan": {fmt.Sprint(l.number)}}
	for name, values := range l.asked {
		asked[name] = values
	}
	if key != "" {
		asked.Set(key, value)
	}
	return asked
}

func address(path string, asked url.Values) string { return path + "?" + asked.Encode() }

func (l *look) lines(texts ...lang.Text) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, lang.OneLine(text.In(l.language)))
	}
	return lines
}
