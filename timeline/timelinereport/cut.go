package timelinereport

import (
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// Cut tells what to shorten so that a milestone of the schedule is reached by a
// day: the table "shorten", or "holds" where the day is not met.
func Cut(s *timeline.Schedule, c *timeline.Cut) *document.Document {
	d := &document.Document{}
	t := teller{s}
	if c == nil || t.isSilent() {
		return d
	}
	d.Title = t.text("tomeet/title", nil)
	d.Subject = lang.Joined(", ", t.LabelOf(c.ID), lang.DayText(c.Day))
	d.Tell(t.text("tomeet/before", lang.Args{"day": lang.Day(c.Before)}))
	switch {
	case c.Met && len(c.Shorten) == 0:
		d.Tell(t.text("tomeet/met-already", nil))
		return d
	case c.Met:
		t.met(d, c)
	default:
		t.notMet(d, c)
	}
	d.Tell(t.text("tomeet/limits", nil))
	return d
}

func (t teller) met(d *document.Document, c *timeline.Cut) {
	days := func(n int64) lang.Text { return t.text("common/working-days", lang.Args{"n": lang.Whole(n)}) }
	d.Tell(t.text("tomeet/met", lang.Args{"days": days(c.Cost), "day": lang.Day(c.Date)}))
	if c.Exact {
		d.Tell(t.text("tomeet/least", nil))
	} else {
		d.Tell(t.text("tomeet/not-least", lang.Args{"days": days(c.Bound)}))
	}
	sheet := &table.Sheet{Name: "shorten", Columns: []table.Column{
		table.Head("task", t.text("tomeet/task", nil)), table.Head("name", t.text("tomeet/what", nil)),
		table.Figures("length", t.text("tomeet/length", nil)), table.Figures("shorter", t.text("tomeet/shorter", nil)),
		table.Figures("then", t.text("tomeet/then", nil)),
	}}
	for _, s := range c.Shorten {
		sheet.Append(table.Text(s.Task), table.Of(t.LabelOf(s.Task)), table.Whole(s.From), table.Whole(s.Days), table.Whole(s.From-s.Days))
	}
	d.Section(t.text("tomeet/shorten", nil))
	d.Show(sheet)
}

func (t teller) notMet(d *document.Document, c *timeline.Cut) {
	if c.Exact {
		d.Tell(t.text("tomeet/not-met", lang.Args{"day": lang.Day(c.Date)}))
	} else {
		d.Tell(t.text("tomeet/none-found", lang.Args{"day": lang.Day(c.Date)}))
	}
	sheet := &table.Sheet{Name: "holds", Columns: []table.Column{
		table.Head("id", lang.Both("Id")), table.Head("name", t.text("tomeet/what", nil)), table.Head("day", t.text("tomeet/day", nil)),
		table.Figures("shortest", t.text("tomeet/shortest", nil)), table.Head("why", t.text("tomeet/why", nil)),
	}}
	for i := range c.Holds {
		h := &c.Holds[i]
		sheet.Append(table.Text(h.ID), table.Of(t.LabelOf(h.ID)), table.Of(lang.ShortDay(h.Date)), table.Whole(h.Days),
			table.Of(t.holdsBy(h)))
	}
	d.Section(t.text("tomeet/holds", nil))
	d.Show(sheet)
}

// holdsBy is why a task or milestone is not earlier; of a link what it comes from.
func (t teller) holdsBy(h *timeline.Hold) lang.Text {
	on := lang.Both(h.On)
	if h.By == driver.Link {
		return on
	}
	return t.Book.Words.Key("tomeet-rule", h.By.String(), lang.Args{"on": on})
}
