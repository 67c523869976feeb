package timelinereport

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline/quality"
)

// Quality tells the metrics of a schedule in the table "checks", and of those
// that miss their yardstick what counts against them.
func Quality(q *quality.Assessment) *document.Document {
	d := &document.Document{}
	if q == nil || (teller{q.Schedule}).isSilent() {
		return d
	}
	t := teller{q.Schedule}
	d.Title, d.Subject = t.text("timeline/quality-title", nil), t.kommune()
	sheet := &table.Sheet{Name: "checks", Columns: []table.Column{
		table.Head("check", t.text("timeline/head-what", nil)), table.Head("measured", t.text("timeline/head-measured", nil)),
		table.Head("yardstick", t.text("timeline/head-yardstick", nil)), table.Head("verdict", lang.Text{}),
	}}
	d.Tell(t.text("timeline/quality-intro", lang.Args{"day": lang.Day(t.SeenFrom())}))
	d.Show(sheet)
	for i := range q.Metrics {
		c := &q.Metrics[i]
		measured, verdict := c.Measured().Text(), t.text("timeline/met", nil)
		switch {
		case !c.Unknown.IsZero():
			measured, verdict = t.text("timeline/not-measured", nil), c.Unknown.Text()
		case !c.Met:
			verdict = t.text("timeline/not-met", nil)
			t.missed(d, c)
		}
		sheet.Append(table.Of(c.Check.Name), table.Of(measured), table.Of(c.Limit().Text()), table.Of(verdict))
	}
	return d
}

// mostListed is how many of the things that count against a yardstick are
// worth naming on a page; the JSON has them all.
const mostListed = 12

func (t teller) missed(d *document.Document, c *quality.Metric) {
	d.Section(c.Check.Name)
	d.Tell(lang.Joined(" ", c.Check.What, lang.Both(c.Check.Address).Ended()))
	if len(c.IDs) == 0 {
		return
	}
	list := lang.Both(strings.Join(c.IDs[:min(len(c.IDs), mostListed)], ", "))
	if more := len(c.IDs) - mostListed; more > 0 {
		list = t.text("timeline/and-more", lang.Args{"list": list, "n": lang.Whole(more)})
	}
	d.Tell(list.Ended())
}
