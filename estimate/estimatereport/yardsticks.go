package estimatereport

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/national"
)

// Yardsticks tells what the reference set comes to in all kommuner together, by budget
// year and by size, and holds it against public figures. Amounts are whole 1.000 kr., and
// kroner for each inhabitant. Its tables are years, sizes and yardsticks. The document of
// what nobody computed is empty.
func Yardsticks(n *national.National) *document.Document {
	t := &telling{book: n.Book()}
	if t.book == nil {
		return &t.Document
	}
	t.Title = t.text("yardsticks/title", nil)
	t.Tell(t.text("yardsticks/head", lang.Args{
		"kommuner": lang.Whole(n.Kommuner), "inhabitants": lang.Whole(n.Inhabitants), "day": lang.Day(n.AsOf),
		"year": lang.Plain(n.PriceLevel), "thousand": thousand,
	}))
	t.nationalYears(n)
	t.nationalSizes(n)
	t.measured(n)
	return &t.Document
}

func (t *telling) nationalYears(n *national.National) {
	t.Section(t.text("common/budget-years", nil))
	sheet := &table.Sheet{Name: "years", Columns: append([]table.Column{table.Head("year", lang.Text{})}, t.moneyColumns()...)}
	for i := range n.Years {
		y := &n.Years[i]
		sheet.Append(append([]table.Cell{table.Of(lang.Plain(y.Year))}, t.moneyCells(&y.Money)...)...)
	}
	sheet.Append(append([]table.Cell{table.Of(t.text("common/in-all", nil))}, t.moneyCells(&n.Total)...)...)
	t.Show(sheet)
}

func (t *telling) moneyColumns() []table.Column {
	return []table.Column{
		table.Figures("newMoney", t.text("common/new-money", nil)),
		table.Figures("newMoneyLow", t.text("yardsticks/low", nil)), table.Figures("newMoneyHigh", t.text("yardsticks/high", nil)),
		table.Figures("ownTimeValue", t.text("yardsticks/own-time", nil)),
		table.Figures("hours", t.text("yardsticks/hours", nil)), table.Figures("fte", t.text("yardsticks/fte", nil)),
	}
}

func (t *telling) moneyCells(m *national.Money) []table.Cell {
	return []table.Cell{
		table.Of(thousands(m.NewMoney)), table.Of(thousands(m.NewMoneyLow)), table.Of(thousands(m.NewMoneyHigh)),
		table.Of(thousands(m.OwnTimeValue)), table.Of(tens(m.Hours)), table.Of(t.fte(m.Hours)),
	}
}

func (t *telling) nationalSizes(n *national.National) {
	t.Section(t.text("yardsticks/by-size", nil))
	sheet := &table.Sheet{Name: "sizes", Columns: []table.Column{
		table.Head("size", t.text("yardsticks/inhabitants", nil)), table.Figures("kommuner", t.text("yardsticks/kommuner", nil)),
		table.Figures("newMoney", t.text("common/new-money", nil)), table.Figures("ownTime", t.text("yardsticks/own-time", nil)),
		table.Figures("inAll", t.text("common/in-all", nil)), table.Figures("hours", t.text("yardsticks/hours-each", nil)),
	}}
	for i := range n.Sizes {
		s := &n.Sizes[i]
		each := func(amount drejebog.Kroner) table.Cell {
			return table.Of(lang.Decimals(s.PerInhabitant(amount).Decimal().Round(0), 0))
		}
		hours := s.Hours.Decimal().DivRound(decimal.NewFromInt(int64(max(s.Kommuner, 1))), 0)
		sheet.Append(table.Of(t.size(s)), table.Whole(s.Kommuner), each(s.NewMoney), each(s.OwnTimeValue), each(s.Likely), table.Of(lang.Decimals(hours.Round(-1), 0)))
	}
	t.Show(sheet)
}

// size names a class of kommuner.
func (t *telling) size(s *national.Size) lang.Text {
	from, below := lang.Whole(s.From), lang.Whole(s.Below)
	switch {
	case s.From == 0:
		return t.text("yardsticks/below", lang.Args{"below": below})
	case s.Below == 0:
		return t.text("yardsticks/from", lang.Args{"from": from})
	}
	return t.text("yardsticks/between", lang.Args{"from": from, "below": below})
}

func (t *telling) measured(n *national.National) {
	t.Section(t.text("yardsticks/public-figures", nil))
	sheet := &table.Sheet{Name: "yardsticks", Columns: []table.Column{
		table.Head("measure", t.text("yardsticks/ours", nil)), table.Figures("likely", t.text("yardsticks/likely", nil)),
		table.Figures("low", t.text("yardsticks/low", nil)), table.Figures("high", t.text("yardsticks/high", nil)),
		table.Head("public", t.text("yardsticks/public", nil)), table.Head("verdict", t.text("yardsticks/verdict", nil)),
	}}
	var sources []lang.Text
	for i := range n.Measured {
		m := &n.Measured[i]
		sheet.Append(
			table.Of(t.measureName(m.Measure)), table.Of(measure(m, m.Likely)), table.Of(measure(m, m.Low)), table.Of(measure(m, m.High)),
			table.Of(lang.Joined(": ", m.Name, t.public(m))), table.Of(t.verdict(m)),
		)
		source := t.text("yardsticks/source", lang.Args{"name": m.Name, "source": lang.Both(m.Address), "why": m.Why})
		if !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	t.Show(sheet)
	t.Points(sources...)
}

// isMoney reports whether a measure is in kroner.
func isMoney(measure string) bool {
	return strings.HasPrefix(measure, "newMoney") || strings.HasPrefix(measure, "inAll")
}

// measure is a number in what it is measured in: whole 1.000 kr., or whole units.
func measure(m *national.Measured, number decimal.Decimal) lang.Value {
	if isMoney(m.Measure) {
		return drejebog.NewKroner(number).Thousands()
	}
	return lang.Decimals(number.Round(0), 0)
}

// measureName is what is measured, as a person calls it.
func (t *telling) measureName(id string) lang.Text {
	base, scope, _ := strings.Cut(id, "@")
	var name lang.Text
	switch base {
	case "newMoney":
		name = t.text("estimate/new-money-in", lang.Args{"thousand": thousand})
	case "inAll":
		name = t.text("estimate/in-all-in", lang.Args{"thousand": thousand})
	case "hours":
		name = t.text("yardsticks/hours", nil)
	default:
		name = t.book.DriverName(base)
	}
	if scope == "" {
		return name
	}
	return lang.Joined(", ", name, lang.Both(t.book.ScopeName(scope)))
}

// public is the public figure, or the two between which it lies.
func (t *telling) public(m *national.Measured) lang.Text {
	high := lang.Written(measure(m, m.Yardstick.High))
	if m.Yardstick.Low.Equal(m.Yardstick.High) {
		return high
	}
	return t.text("yardsticks/range", lang.Args{"low": lang.Written(measure(m, m.Yardstick.Low)), "high": high})
}

// verdict says whether a sum lies where it has to, or how many times the public figure
// it is.
func (t *telling) verdict(m *national.Measured) lang.Text {
	switch {
	case !m.Bound:
		return t.text("yardsticks/times", lang.Args{"multiple": lang.Decimals(m.Multiple(), 2)})
	case m.Within():
		return t.text("yardsticks/within", nil)
	default:
		return t.text("yardsticks/outside", nil)
	}
}
