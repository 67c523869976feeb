package timelinereport

import (
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/explain"
)

// Explanation tells the answers to what a project manager asks of a date: is it
// hard, why that day, what does it hold up, whom does it wait for.
func Explanation(e *explain.Explanation) *document.Document {
	d := &document.Document{}
	if e == nil || (teller{e.Schedule}).isSilent() {
		return d
	}
	d.Title, d.Subject = e.Label, lang.Both(e.ID)
	for _, a := range Replies(e) {
		d.Section(a.Question)
		d.Tell(a.Short)
		d.Points(a.Lines...)
	}
	return d
}
