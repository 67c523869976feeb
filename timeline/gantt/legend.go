package gantt

import (
	"github.com/drejebog/monopolbrud/drejebog/document/chart"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// symbols names the shape of each kind of point.
var symbols = map[keydate.Kind]string{
	keydate.Other:          "other",
	keydate.GoLive:         "golive",
	keydate.Implementation: "impl",
	keydate.SystemEnd:      "end",
	keydate.ContractEnd:    "end",
	keydate.Deadline:       "deadline",
	keydate.Gate:           "gate",
	keydate.Notice:         "notice",
	keydate.Budget:         "budget",
	keydate.Deliverable:    "deliverable",
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

// mark is what people call a kind of day.
func (w words) mark(kind keydate.Kind) string {
	return w.s.Book.Words.Key("mark", kind.String(), nil).In(w.Lang)
}

// legend explains the shapes, from a height downwards in as many lines as they
// need.
func (w words) legend(y int, shades Shades) (entries []legendEntry, lines int) {
	const sampleWidth, gap = 40, 26
	x, lines := margin, 1
	for _, e := range append(w.bars(shades), []legendEntry{
		{Sample: "effort", Text: w.say("gantt/legend-continuous", nil)},
		{Sample: "window", Text: w.say("gantt/legend-window", nil)},
		{Sample: "slack", Text: w.say("gantt/legend-slack", nil)},
		{Sample: "hard", Text: w.mark(keydate.Deadline)},
		{Symbol: "golive", Text: w.mark(keydate.GoLive)},
		{Symbol: "impl", Text: w.say("gantt/legend-implementation", nil)},
		{Symbol: "end", Text: w.say("gantt/legend-end", nil)},
		{Symbol: "gate", Text: w.say("gantt/legend-gate", nil)},
		{Symbol: "notice", Text: w.say("gantt/legend-notice", nil)},
		{Symbol: "deliverable", Class: "done", Text: w.say("gantt/legend-come", nil)},
		{Symbol: "deliverable", Text: w.say("gantt/legend-awaited", nil)},
		{Symbol: "deliverable", Class: "late", Text: w.say("gantt/legend-late", nil)},
		{Symbol: "other", Text: w.say("gantt/legend-own", nil)},
	}...) {
		width := sampleWidth + chart.TextWidth(e.Text, rowText) + gap
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

// bars explains the colours of bars.
func (w words) bars(shades Shades) []legendEntry {
	done := legendEntry{Sample: "bar", Class: "done", Text: w.planStatus(plan.Done)}
	if shades == nil {
		return []legendEntry{
			{Sample: "bar", Text: w.say("gantt/fact-planned", nil)},
			{Sample: "bar", Class: "critical", Text: w.say("gantt/legend-critical", nil)},
			done,
		}
	}
	var out []legendEntry
	for i, from := range shadesFrom {
		e := legendEntry{Sample: "bar", Class: shadeClass(i)}
		switch i {
		case 0:
			e.Text = w.say("gantt/shade-under", lang.Args{"to": lang.Percent(lang.Whole(shadesFrom[1]))})
		case len(shadesFrom) - 1:
			e.Text = w.say("gantt/shade-over", lang.Args{"from": lang.Percent(lang.Whole(from))})
		default:
			e.Text = w.say("gantt/shade-between", lang.Args{"from": lang.Whole(from), "to": lang.Percent(lang.Whole(shadesFrom[i+1]))})
		}
		out = append(out, e)
	}
	return append(out, done)
}
