package gantt

import "github.com/drejebog/monopolbrud/timeline"

// symbols names the shape of each kind of point.
var symbols = map[timeline.MarkKind]string{
	timeline.MarkOther:          "other",
	timeline.MarkGoLive:         "golive",
	timeline.MarkImplementation: "impl",
	timeline.MarkSystemEnd:      "end",
	timeline.MarkDeadline:       "deadline",
	timeline.MarkGate:           "gate",
	timeline.MarkNotice:         "notice",
	timeline.MarkBudget:         "budget",
	timeline.MarkDeliverable:    "deliverable",
}

// point is a symbol.
type point struct {
	Symbol string
	X      string
	Y      int
	Class  string
	Title  string
}

// legendEntry explains one shape.
type legendEntry struct {
	Sample string // a bar's, or ""
	Symbol string // a point's, or ""
	Class  string
	Text   string
	X, Y   int
}

// legend explains the shapes, from a height downwards in as many lines as they
// need.
func (w words) legend(y int) (entries []legendEntry, lines int) {
	const sampleWidth, gap = 40, 26
	x, lines := margin, 1
	for _, e := range []legendEntry{
		{Sample: "bar", Text: w.say("Planlagt", "Planned")},
		{Sample: "bar", Class: "critical", Text: w.say("Kritisk eller for sent", "Critical or late")},
		{Sample: "bar", Class: "done", Text: w.say("Udført", "Done")},
		{Sample: "effort", Text: w.say("Løbende opgave", "Continuous task")},
		{Sample: "window", Text: w.say("Drejebogens vindue", "The playbook's window")},
		{Sample: "slack", Text: w.say("Slæk, til senest", "Float, to the latest")},
		{Sample: "hard", Text: w.say("Frist", "Deadline")},
		{Symbol: "golive", Text: w.say("Idriftsættelse", "Go-live")},
		{Symbol: "impl", Text: w.say("Implementering begynder", "Implementation starts")},
		{Symbol: "end", Text: w.say("Gammelt system slutter", "Legacy system ends")},
		{Symbol: "gate", Text: w.say("Kommunen melder", "The kommune reports")},
		{Symbol: "notice", Text: w.say("Sidste dag for opsigelse", "Last day of notice")},
		{Symbol: "deliverable", Class: "done", Text: w.say("Leverance, kommet", "Deliverable, has come")},
		{Symbol: "deliverable", Text: w.say("Leverance, ventes", "Deliverable, awaited")},
		{Symbol: "deliverable", Class: "late", Text: w.say("Leverance, for sent", "Deliverable, late")},
		{Symbol: "other", Text: w.say("Egen mærkedag", "Own date")},
	} {
		width := sampleWidth + textWidth(e.Text, rowText) + gap
		if x+width > posterWidth-margin && x > margin {
			x = margin
			y += legendLine
			lines++
		}
		e.X, e.Y = x, y
		entries = append(entries, e)
		x += width
	}
	return entries, lines
}
