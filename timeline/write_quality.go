package timeline

import (
	"io"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/shopspring/decimal"
)

func (q *Quality) text(id string, args lang.Args) lang.Text { return q.schedule.text(id, args) }

// Measured says what a check measured: "12 af 80 (15,0 %)", "0", "1,030".
func (c *Check) Measured() lang.Text {
	count, of := decimal.NewFromInt(int64(c.Count)), decimal.NewFromInt(int64(c.Of))
	shown := lang.Args{"n": lang.Plain(c.Count), "of": lang.Plain(c.Of)}
	switch c.Rule.Unit {
	case drejebog.QualityPercent:
		share := decimal.Zero
		if c.Of > 0 {
			share = count.Shift(2).DivRound(of, 1)
		}
		return c.from.text("timeline/measured-percent", lang.Args{"n": shown["n"], "of": shown["of"], "share": lang.Decimals(share, 1)})
	case drejebog.QualityRatio:
		if c.Of <= 0 {
			return lang.Both("–")
		}
		return numberText(lang.Decimals(count.DivRound(of, 3), 3))
	case drejebog.QualityDays:
		return c.from.text("timeline/measured-days", lang.Args{"n": shown["n"], "of": shown["of"]})
	}
	return lang.Both(strconv.Itoa(c.Count))
}

// numberText is a number as each language writes it.
func numberText(n lang.Number) lang.Text {
	return lang.Text{DA: n.In(lang.Danish), EN: n.In(lang.English)}
}

// Limit says what a check's yardstick is: "højst 5 %", "mindst 0,95".
func (c *Check) Limit() lang.Text {
	limit, most := c.Rule.AtLeast, c.Rule.AtMost != nil
	if most {
		limit = c.Rule.AtMost
	}
	bound := numberText(lang.Decimals(*limit, -limit.Exponent()))
	if c.Rule.Unit == drejebog.QualityPercent {
		bound = chained(" ", bound, lang.Both("%"))
	}
	if most {
		return c.from.text("timeline/at-most", lang.Args{"limit": bound})
	}
	return c.from.text("timeline/at-least", lang.Args{"limit": bound})
}

// WriteText writes the checks in a table, and of those that miss their
// yardstick what counts against them.
func (q *Quality) WriteText(w io.Writer, language lang.Lang) error {
	s, p := q.schedule, page.New(language)
	p.Line(s.text("timeline/quality-title", lang.Args{"kommune": s.kommuneName()}).In(language))
	p.Paragraph("", s.text("timeline/quality-intro", lang.Args{"day": lang.Day(s.SeenFrom())}).In(language))
	p.Line("")
	table := page.Table{Indent: 2, Columns: []page.Column{
		{}, {Head: s.text("timeline/head-measured", nil).In(language)}, {Head: s.text("timeline/head-yardstick", nil).In(language)}, {},
	}}
	for i := range q.Checks {
		c := &q.Checks[i]
		measured, verdict := c.Measured(), s.text("timeline/met", nil)
		switch {
		case !c.Unknown.IsZero():
			measured, verdict = s.text("timeline/not-measured", nil), c.Unknown
		case !c.Met:
			verdict = s.text("timeline/not-met", nil)
		}
		table.Rows = append(table.Rows, []string{c.Rule.Name.In(language), measured.In(language), c.Limit().In(language), verdict.In(language)})
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
	list := lang.Both(strings.Join(c.IDs[:min(len(c.IDs), mostListed)], ", "))
	if more := len(c.IDs) - mostListed; more > 0 {
		list = q.text("timeline/and-more", lang.Args{"list": list, "n": lang.Whole(more)})
	}
	p.Paragraph("  ", closed(list).In(p.Lang))
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
