package estimate

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/shopspring/decimal"
)

// WriteCSV writes the cells, one a row, as Excel in Denmark opens them with a
// double click (package table): semicolons, decimal commas, Danish headers and
// names, the ids last; an empty year for undated money. No text in it becomes a
// formula.
func (e *Estimate) WriteCSV(w io.Writer) error {
	sheet := e.Sheet(lang.Danish)
	return table.WriteCSV(w, &sheet)
}

// Sheet is the cells as a sheet, one a row below the headers.
func (e *Estimate) Sheet(language lang.Lang) table.Sheet {
	s := table.Sheet{Name: e.text("estimate/sheet", nil).In(language)}
	var heads []table.Cell
	for _, head := range []lang.Text{
		e.text("column/project", nil),
		e.text("column/task", nil),
		e.text("column/role", nil),
		e.text("column/kind", nil),
		e.text("column/budget-year", nil),
		e.text("column/low", nil),
		e.text("column/likely", nil),
		e.text("column/high", nil),
		e.text("column/price-level", nil),
		e.text("column/hours", nil),
		e.text("column/decision", nil),
		e.text("column/certainty", nil),
		e.text("column/source", nil),
		e.text("column/task-id", nil),
	} {
		heads = append(heads, table.Text(head.In(language)))
	}
	s.Append(heads...)
	column := e.columns()
	for i := range e.Cells {
		c := &e.Cells[i]
		s.Append(e.sheetRow(c, e.Years[column[c.Year]].PriceLevel, language)...)
	}
	return s
}

func (e *Estimate) sheetRow(c *Cell, priceLevel int, language lang.Lang) []table.Cell {
	year := table.Cell{}
	if c.Year != Undated {
		year = table.Whole(c.Year)
	}
	amount := func(d decimal.Decimal) table.Cell { return table.Amount(d, 2) }
	return []table.Cell{
		table.Text(e.projectLabel(c.Project, language)), table.Text(stepName(e.nodeOf(c.Task)).In(language)),
		table.Text(e.roleName(c.Role).In(language)), table.Text(e.kindName(c.Kind).In(language)), year,
		amount(c.Low.Decimal()), amount(c.Likely.Decimal()), amount(c.High.Decimal()), table.Whole(priceLevel), amount(c.Hours.Decimal()),
		table.Text(e.decisionName(c.Decision).In(language)), table.Text(e.certaintyName(c.Certainty).In(language)), table.Text(c.Source), table.Text(c.Task),
	}
}
