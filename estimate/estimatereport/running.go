package estimatereport

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/running"
)

// running shows what is paid for old and new systems by year; nothing where the plan
// says nothing of it.
func (t *telling) running() {
	costs := t.est.Running
	if len(costs.Rows) == 0 {
		return
	}
	t.Section(t.text("estimate/running", lang.Args{"thousand": thousand, "level": lang.Plain(costs.Level)}))
	sheet := &table.Sheet{Name: "runningByYear", Columns: []table.Column{table.Head("of", lang.Text{})}}
	for _, year := range costs.Years() {
		sheet.Columns = append(sheet.Columns, table.Figures(strconv.Itoa(year), lang.Written(lang.Plain(year))))
	}
	var rows []running.Row
	for i := range costs.Rows {
		rows = append(rows, costs.Rows[i])
		if i+1 == len(costs.Rows) || costs.Rows[i+1].System != costs.Rows[i].System {
			t.runningRows(sheet, rows)
			rows = nil
		}
	}
	t.Show(sheet)
	var unstated []string
	for _, id := range costs.Unstated {
		unstated = append(unstated, t.book.ScopeName(id))
	}
	t.Tell(t.text("estimate/running-apart", nil))
	if len(unstated) > 0 {
		t.Tell(t.text("estimate/running-unstated", lang.Args{"systems": t.book.ListedNames(unstated...)}))
	}
}

// runningRows are the rows of one system, but for those without any amount.
func (t *telling) runningRows(sheet *table.Sheet, rows []running.Row) {
	system := lang.Args{"system": lang.Both(t.book.ScopeName(rows[0].System))}
	add := func(id string, of func(*running.Row) drejebog.Kroner) {
		any, cells := false, []table.Cell{table.Of(t.text(id, system))}
		for i := range rows {
			amount := of(&rows[i])
			any = any || !amount.IsZero()
			cells = append(cells, table.Of(thousands(amount)))
		}
		if any {
			sheet.Append(cells...)
		}
	}
	add("estimate/running-old", func(r *running.Row) drejebog.Kroner { return r.Old })
	add("estimate/running-overlap", func(r *running.Row) drejebog.Kroner { return r.Overlap })
	replaces := "estimate/running-new"
	if t.book.System(rows[0].System) == nil {
		replaces = "estimate/running-new-only"
	}
	add(replaces, paidForNew)
	add("estimate/running-saving", func(r *running.Row) drejebog.Kroner { return r.Saving })
}

// paidForNew is what is paid for a new system, none where it is not known.
func paidForNew(r *running.Row) drejebog.Kroner {
	if r.New == nil {
		return drejebog.Kroner{}
	}
	return *r.New
}

// runningLines is the table of what is paid, to the øre; empty for a new system whose
// price nobody has stated.
func (t *telling) runningLines() *table.Sheet {
	sheet := &table.Sheet{Name: "running", Title: t.text("estimate/running-sheet", nil), Columns: []table.Column{
		table.Head("system", t.text("estimate/running-system", nil)), table.Head("year", t.text("column/budget-year", nil)),
		table.Figures("old", t.text("estimate/column-old", nil)), table.Figures("new", t.text("estimate/column-new", nil)),
		table.Figures("overlap", t.text("estimate/column-overlap", nil)), table.Figures("saving", t.text("estimate/column-saving", nil)),
		table.Head("priceLevel", t.text("column/price-level", nil)), table.Head("certainty", t.text("column/certainty", nil)),
	}}
	for i := range t.est.Running.Rows {
		r := &t.est.Running.Rows[i]
		replacement := table.Cell{}
		if r.New != nil {
			replacement = table.Amount(r.New.Decimal(), 2)
		}
		sheet.Append(
			table.Text(t.book.ScopeName(r.System)), table.Whole(r.Year), table.Amount(r.Old.Decimal(), 2), replacement,
			table.Amount(r.Overlap.Decimal(), 2), table.Amount(r.Saving.Decimal(), 2),
			table.Whole(t.est.Running.Level), table.Of(t.certainty(r.Certainty)),
		)
	}
	return sheet
}
