package cataloguereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// beside tells what belongs to an activity beside its steps: what can be bought, who
// can be asked, what to read, and what to know of the text.
func (r *report) beside(a *drejebog.Activity) {
	var items []document.Item
	add := func(mark, text lang.Text) { items = append(items, document.Item{Mark: mark, Text: text}) }
	for i := range r.book.Options {
		if o := &r.book.Options[i]; o.Section == a.ID {
			add(r.say("catalogue/option", nil), lang.Joined(". ", o.Name, o.Why))
		}
	}
	for i := range r.book.Contacts {
		if k := &r.book.Contacts[i]; slices.Contains(k.Sections, a.ID) {
			add(r.say("catalogue/contact", nil), lang.Joined(": ", k.Name, k.What))
		}
	}
	var titles []lang.Text
	for i := range r.book.Documents {
		if d := &r.book.Documents[i]; slices.Contains(d.Sections, a.ID) {
			titles = append(titles, r.document(d))
		}
	}
	if len(titles) > 0 {
		add(r.say("catalogue/documents", nil), lang.Joined("; ", titles...).Ended())
	}
	for _, note := range r.book.NotesOn(a) {
		add(r.say("catalogue/note", nil), note)
	}
	if len(items) > 0 {
		r.Add(document.List{Items: items})
	}
}

// document is the title of a document, with the kommuner that it was made with.
func (r *report) document(d *drejebog.Document) lang.Text {
	var names []lang.Text
	for _, code := range d.Kommuner {
		if i := slices.IndexFunc(r.book.Kommuner, func(k drejebog.Kommune) bool { return k.Code == code }); i >= 0 {
			names = append(names, lang.Both(r.book.Kommuner[i].Name))
		}
	}
	if len(names) == 0 {
		return d.Title
	}
	return r.say("catalogue/made-with", lang.Args{"document": d.Title, "kommuner": lang.Joined(", ", names...)})
}
