package estimate

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/shopspring/decimal"
)

// WriteCSV writes the cells, one a row, as Excel in Denmark opens them with a
// double click (package table): semicolons, decimal commas, Danish headers and
// names, the ids last; an empty year for undated money. No text in it becomes a
// formula.
func (e *Estimate) WriteCSV(w io.Writer) error {
	sheet := e.Sheet(drejebog.Danish)
	return table.WriteCSV(w, &sheet)
}

// Sheet is the cells as a sheet, one a row below the headers.
func (e *Estimate) Sheet(lang drejebog.Lang) table.Sheet {
	s := table.Sheet{Name: drejebog.Text{DA: "Overslag", EN: "Estimate"}.In(lang)}
	var heads []table.Cell
	for _, head := range []drejebog.Text{
		{DA: "Projekt", EN: "Project"},
		{DA: "Opgave", EN: "Task"},
		{DA: "Rolle", EN: "Role"},
		{DA: "Art", EN: "Kind"},
		{DA: "Budgetår", EN: "Budget year"},
		{DA: "Lav, kr.", EN: "Low, DKK"},
		{DA: "Sandsynlig, kr.", EN: "Likely, DKK"},
		{DA: "Høj, kr.", EN: "High, DKK"},
		{DA: "Prisniveau", EN: "Price level"},
		{DA: "Timer", EN: "Hours"},
		{DA: "Beslutning", EN: "Decision"},
		{DA: "Sikkerhed", EN: "Certainty"},
		{DA: "Kilde", EN: "Source"},
		{DA: "Opgavens id", EN: "Id of the task"},
	} {
		heads = append(heads, table.Text(head.In(lang)))
	}
	s.Append(heads...)
	column := e.columns()
	for i := range e.Cells {
		c := &e.Cells[i]
		s.Append(e.sheetRow(c, e.Years[column[c.Year]].PriceLevel, lang)...)
	}
	return s
}

func (e *Estimate) sheetRow(c *Cell, priceLevel int, lang drejebog.Lang) []table.Cell {
	year := table.Cell{}
	if c.Year != Undated {
		year = table.Whole(c.Year)
	}
	amount := func(d decimal.Decimal) table.Cell { return table.Amount(d, 2) }
	return []table.Cell{
		table.Text(e.projectLabel(c.Project, lang)), table.Text(stepName(e.nodeOf(c.Task)).In(lang)),
		table.Text(e.roleName(c.Role).In(lang)), table.Text(c.Kind.Name().In(lang)), year,
		amount(c.Low.Decimal()), amount(c.Likely.Decimal()), amount(c.High.Decimal()), table.Whole(priceLevel), amount(c.Hours.Decimal()),
		table.Text(decisionName(c.Decision).In(lang)), table.Text(certaintyName(c.Certainty).In(lang)), table.Text(c.Source), table.Text(c.Task),
	}
}

// decisionName is what a person calls what has been decided.
func decisionName(state plan.DecisionState) drejebog.Text {
	switch state {
	case plan.SetAside:
		return drejebog.Text{DA: "afsat", EN: "set aside"}
	case plan.WithinFrame:
		return drejebog.Text{DA: "inden for rammen", EN: "within the frame"}
	default:
		return drejebog.Text{DA: "ikke besluttet", EN: "not decided"}
	}
}

// certaintyName is what a person calls how sure an amount is.
func certaintyName(certainty drejebog.Certainty) drejebog.Text {
	switch certainty {
	case drejebog.Stated:
		return drejebog.Text{DA: "oplyst", EN: "stated"}
	case drejebog.Implied:
		return drejebog.Text{DA: "fremgår", EN: "implied"}
	default:
		return drejebog.Text{DA: "antaget", EN: "assumed"}
	}
}
