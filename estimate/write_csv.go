package estimate

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
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
	s := table.Sheet{Name: lang.Text{DA: "Overslag", EN: "Estimate"}.In(language)}
	var heads []table.Cell
	for _, head := range []lang.Text{
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
		table.Text(e.roleName(c.Role).In(language)), table.Text(c.Kind.Name().In(language)), year,
		amount(c.Low.Decimal()), amount(c.Likely.Decimal()), amount(c.High.Decimal()), table.Whole(priceLevel), amount(c.Hours.Decimal()),
		table.Text(decisionName(c.Decision).In(language)), table.Text(certaintyName(c.Certainty).In(language)), table.Text(c.Source), table.Text(c.Task),
	}
}

// decisionName is what a person calls what has been decided.
func decisionName(state plan.DecisionState) lang.Text {
	switch state {
	case plan.SetAside:
		return lang.Text{DA: "afsat", EN: "set aside"}
	case plan.WithinFrame:
		return lang.Text{DA: "inden for rammen", EN: "within the frame"}
	default:
		return lang.Text{DA: "ikke besluttet", EN: "not decided"}
	}
}

// certaintyName is what a person calls how sure an amount is.
func certaintyName(certainty drejebog.Certainty) lang.Text {
	switch certainty {
	case drejebog.Stated:
		return lang.Text{DA: "oplyst", EN: "stated"}
	case drejebog.Implied:
		return lang.Text{DA: "fremgår", EN: "implied"}
	default:
		return lang.Text{DA: "antaget", EN: "assumed"}
	}
}
