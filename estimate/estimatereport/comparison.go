package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/compare"
)

// Comparison tells whose new money stands in another budget year than before, and what
// each project has more or less in a year, in whole 1.000 kr., each rounded on its own.
// Its table is newMoney. The document of what nobody compared is empty.
func Comparison(c *compare.Comparison) *document.Document {
	if c == nil || c.Before == nil {
		return &document.Document{}
	}
	t, ok := tell(c.After)
	if !ok {
		return &t.Document
	}
	t.Title, t.Subject = t.text("estimate/changed-title", nil), lang.Both(t.est.Kommune.FullName())
	t.Section(t.text("estimate/changed-money", lang.Args{"thousand": thousand}))
	sheet := &table.Sheet{Name: "newMoney", Columns: []table.Column{
		table.Head("project", t.text("column/project", nil).Lower()), table.Head("year", t.text("column/budget-year", nil).Lower()),
		table.Figures("before", t.text("estimate/before", nil)), table.Figures("after", t.text("estimate/after", nil)), table.Figures("change", t.text("estimate/change", nil)),
	}}
	if c.Empty() {
		t.Tell(t.text("estimate/money-stays", nil))
		t.Attached = append(t.Attached, sheet)
		return &t.Document
	}
	var moves []lang.Text
	for _, m := range c.Moves {
		moves = append(moves, t.text("estimate/money-moves", lang.Args{
			"project": t.project(m.Project), "amount": m.Money.ToThousands(), "from": t.year(m.From), "to": t.year(m.To),
		}))
	}
	if len(moves) > 0 {
		t.Points(moves...)
	}
	for _, y := range c.Years {
		sheet.Append(table.Of(t.project(y.Project)), table.Of(t.year(y.Year)), table.Of(thousands(y.Before)), table.Of(thousands(y.After)), signed(y.After.Sub(y.Before)))
	}
	t.Show(sheet)
	return &t.Document
}

// year is a budget year's money, or that of none.
func (t *telling) year(year int) lang.Text {
	if year == estimate.Undated {
		return t.text("estimate/money-of-no-year", nil)
	}
	return t.text("estimate/money-of-year", lang.Args{"year": lang.Plain(year)})
}
