package cataloguereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// News is the name of the table of what is new.
const News = "news"

// Since tells differences from drejebog.Diff, of which book is the later state.
// A change of a section that one of its addenda tells in more words is left out.
func Since(book *drejebog.Playbook, differences []drejebog.Difference) *document.Document {
	r := newReport(book)
	sheet := &table.Sheet{Name: News}
	for _, key := range []string{"edition", "id", "what", "title", "more"} {
		sheet.Columns = append(sheet.Columns, table.Head(key, book.Words.Key("news-head", key, nil)))
	}
	if len(differences) == 0 {
		r.Tell(r.say("catalogue/nothing-new", nil))
		r.Attached = append(r.Attached, sheet)
		return &r.Document
	}
	for _, d := range drejebog.Briefly(differences) {
		sheet.Append(table.Text(d.Edition), table.Text(d.ID), table.Of(book.DifferenceTitle(d.Kind)), table.Of(d.Title), table.Of(d.What))
	}
	r.Show(sheet)
	return &r.Document
}
