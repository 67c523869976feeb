package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// Cost tells what a task or milestone costs, a point for each of its lines and budget
// years: hours in tens, money in whole 1.000 kr., each with its certainty. It is what the
// page of the timeline tells of the money of a row; Explanation says how it came about.
// The document of what costs nothing is empty.
func Cost(e *estimate.Estimate, task string) *document.Document {
	t, ok := tell(e)
	if !ok {
		return &t.Document
	}
	var lines []lang.Text
	for i := range e.Cells {
		c := &e.Cells[i]
		if c.Task != task {
			continue
		}
		parts := []lang.Text{t.book.RoleName(c.Role).Lower(), t.kind(c.Kind)}
		if c.Hours.Round(-1).Sign() > 0 {
			parts = append(parts, t.text("estimate/about-hours", lang.Args{"n": tens(c.Hours)}))
		}
		parts = append(parts, lang.Written(c.Likely.ToThousands()), t.certainty(c.Certainty))
		lines = append(lines, lang.Joined(": ", t.year(c.Year).Capital(), lang.Joined(", ", parts...)))
	}
	if len(lines) > 0 {
		t.Section(t.text("estimate/cost", nil))
		t.Points(lines...)
	}
	return &t.Document
}
