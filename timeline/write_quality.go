package timeline

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/shopspring/decimal"
)

// decimalText is a number with so many decimals, as each language writes it.
func decimalText(number decimal.Decimal, places int32) lang.Text {
	return lang.Text{DA: lang.Decimals(number, places).In(lang.Danish), EN: number.StringFixed(max(places, 0))}
}

// WriteText writes the checks in a table, and of those that miss their
// yardstick what counts against them.
func (q *Quality) WriteText(w io.Writer, language lang.Lang) error {
	s, p := q.schedule, page.New(language)
	p.Line(p.Say("TIDSPLANENS KVALITET: ", "QUALITY OF THE SCHEDULE: ") + s.Kommune.FullName())
	p.Paragraph("", p.Say("Set fra ", "Seen from ")+p.Day(s.SeenFrom())+p.Say(
		". Målestokkene er DCMA's fjorten punkter; bag dem står GAO's vejledning om tidsplaner. De er lavet til store anlægs- og forsvarsprojekter: brug dem til at finde det, der bør ses efter.",
		". The yardsticks are the DCMA's fourteen points, which GAO's guide to schedules stands behind. They were made for large construction and defence projects: use them to find what should be looked at."))
	p.Line("")
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: p.Say("målt", "measured")}, {Head: p.Say("målestok", "yardstick")}, {},
	}}
	for i := range q.Checks {
		c := &q.Checks[i]
		measured, verdict := c.Measured().In(language), p.Say("holder", "met")
		switch {
		case !c.Unknown.IsZero():
			measured, verdict = p.Say("ikke målt", "not measured"), c.Unknown.In(language)
		case !c.Met:
			verdict = p.Say("holder ikke", "not met")
		}
		table.Rows = append(table.Rows, []string{c.Rule.Name.In(language), measured, c.Limit().In(language), verdict})
	}
	p.Table(table)
	for i := range q.Checks {
		if c := &q.Checks[i]; !c.Met && c.Unknown.IsZero() {
			q.writeMissed(p, c)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// mostListed is how many of the things that count against a yardstick are
// worth naming on a page; the JSON has them all.
const mostListed = 12

func (q *Quality) writeMissed(p *page.Page, c *Check) {
	p.Heading(c.Rule.Name.DA, c.Rule.Name.EN)
	p.Paragraph("  ", c.Rule.What.In(p.Lang)+" "+c.Rule.Address+".")
	if len(c.IDs) == 0 {
		return
	}
	list := strings.Join(c.IDs[:min(len(c.IDs), mostListed)], ", ")
	if more := len(c.IDs) - mostListed; more > 0 {
		list += p.Say(" og ", " and ") + p.Integer(more) + p.Say(" til", " more")
	}
	p.Paragraph("  ", list+".")
}

// WriteJSON writes the checks with stable fields in a fixed order: yardsticks
// are decimals, null for the one of the two that is not set.
func (q *Quality) WriteJSON(w io.Writer) error {
	type jsonCheck struct {
		ID      string           `json:"id"`
		DA      string           `json:"da"`
		EN      string           `json:"en"`
		Unit    string           `json:"unit"`
		AtMost  *decimal.Decimal `json:"atMost"`
		AtLeast *decimal.Decimal `json:"atLeast"`
		Source  string           `json:"source"`
		Count   *int             `json:"count"` // null where it cannot be measured
		Of      *int             `json:"of"`
		Met     *bool            `json:"met"`
		Unknown *string          `json:"unknown"` // why not, in English
		IDs     []string         `json:"ids"`
	}
	out := struct {
		Checks []jsonCheck `json:"checks"`
	}{[]jsonCheck{}}
	for i := range q.Checks {
		c := &q.Checks[i]
		row := jsonCheck{
			ID: c.Rule.ID, DA: c.Rule.Name.DA, EN: c.Rule.Name.EN, Unit: c.Rule.Unit.String(),
			AtMost: c.Rule.AtMost, AtLeast: c.Rule.AtLeast, Source: c.Rule.Address, Unknown: orNull(c.Unknown.EN), IDs: c.IDs,
		}
		if c.Unknown.IsZero() {
			row.Count, row.Of, row.Met = &c.Count, &c.Of, &c.Met
		}
		out.Checks = append(out.Checks, row)
	}
	return writeJSON(w, out)
}
