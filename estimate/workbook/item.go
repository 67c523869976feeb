package workbook

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// item writes one cell of the estimate as a row.
func (m *model) item(p *projectSheet, row int, c *estimate.Cell) {
	text, amount := look{role: label, wrap: true}, look{role: label, number: whole, right: true}
	b := c.Basis
	p.across(1, row,
		cell{value: m.itemName(c), look: text},
		cell{value: m.roleName(c.Role), look: text},
		cell{value: m.kind(c.Kind), look: text},
		cell{value: m.yearName(c.Year), look: look{role: label, number: year}},
		cell{value: m.decision(c.Decision), look: look{role: entry, indent: 1}},
		cell{formula: money(b, row, itemUnitLikely), value: c.Likely.Decimal(), look: amount},
		cell{formula: money(b, row, itemUnitLow), value: c.Low.Decimal(), look: amount},
		cell{formula: money(b, row, itemUnitHigh), value: c.High.Decimal(), look: amount},
		cell{formula: work(b, row), value: c.Hours.Decimal(), look: amount},
		cell{formula: m.weakest(b), value: m.certainty(c.Certainty), look: look{role: label, indent: 1}},
	)
	m.factors(p, row, c)
	m.spread(p, row, c)
	p.put(itemSource, row, cell{value: m.sourceText(c.Source), look: look{role: label}})
	p.put(itemID, row, cell{value: c.Task, look: look{role: label}})
}

// itemName is the task's name without its project, which the sheet has.
func (m *model) itemName(c *estimate.Cell) string {
	return strings.TrimSuffix(m.taskName(c.Task), " ("+m.projectName(c.Project)+")")
}

// money is a row's amount by its low, likely or high figure of one unit; none in a row
// of hours alone.
func money(b *estimate.Basis, row, figure int) string {
	if !b.Money() {
		return "0"
	}
	return cumulative(row, itemMoneyBefore, itemMoneyAfter, figure, itemUnits, itemMonths, itemRate)
}

// work is a row's likely hours: none without an hourly rate, or in a row of money alone.
func work(b *estimate.Basis, row int) string {
	if b.Counts == estimate.OnlyMoney {
		return "0"
	}
	hours := cumulative(row, itemHoursBefore, itemHoursAfter, itemUnitLikely, itemUnits, itemMonths)
	return "IF(ISNUMBER(" + at(itemRate, row) + ")," + hours + ",0)"
}

// cumulative is the module's rounding as a formula: what has been rounded up
// to this year less what was rounded up to the year before.
func cumulative(row, before, after int, factors ...int) string {
	until := func(col int) string {
		return "ROUND(" + product(row, append(slices.Clone(factors), col)...) + "/" + at(itemWhole, row) + ",2)"
	}
	return until(after) + "-" + until(before)
}

// at is a cell of a row whose column stays when it is copied.
func at(col, row int) string { return "$" + column(col) + digits(row) }

// weakest is the certainty of a product: that of its weakest factor.
func (m *model) weakest(b *estimate.Basis) string {
	places := []pos{m.lines[b.Line].certainty}
	for _, input := range []*estimate.Input{b.Driver, b.Rate} {
		if input != nil {
			places = append(places, m.terms[input].certainty)
		}
	}
	var ranks []string
	for _, place := range places {
		ranks = append(ranks, "MATCH("+place.everywhere()+","+m.words.certainties+",0)")
	}
	return "INDEX(" + m.words.certainties + ",MIN(" + strings.Join(ranks, ",") + "))"
}

// factors writes what the amounts are a product of.
func (m *model) factors(p *projectSheet, row int, c *estimate.Cell) {
	b := c.Basis
	figure, n := m.lines[b.Line], look{role: label, number: amountNumber(b), right: true}
	low, likely, high := figuresOf(b)
	units, months, rate := cell{look: look{role: label}}, cell{look: look{role: label}}, cell{look: look{role: label}}
	if b.Driver != nil {
		units = cell{formula: m.terms[b.Driver].name, value: b.Driver.Likely, look: look{role: label, number: whole, right: true}}
	}
	if b.Months > 0 {
		months = cell{value: b.Months, look: look{role: label, number: whole, right: true}}
	}
	if b.Rate != nil {
		rate = cell{formula: m.terms[b.Rate].name, value: b.Rate.Likely, look: look{role: label, number: whole, right: true}}
	}
	p.across(itemFigure, row,
		cell{value: figure.number, look: look{role: label, number: year}},
		cell{value: m.perScope(b), look: look{role: label}},
		units, months,
		cell{value: m.unit(b), look: look{role: label, indent: 1}},
		cell{formula: figure.low.everywhere(), value: low, look: n},
		cell{formula: figure.likely.everywhere(), value: likely, look: n},
		cell{formula: figure.high.everywhere(), value: high, look: n},
		rate,
	)
}

// perScope says which driver a line scales with here.
func (m *model) perScope(b *estimate.Basis) string {
	if b.Driver != nil {
		return b.Driver.Name.In(m.language)
	}
	return m.per(b)
}

// spread writes which part of the line falls in the year: its working days,
// each times the local factor and, for money, the index; before the year and
// up to it.
func (m *model) spread(p *projectSheet, row int, c *estimate.Cell) {
	b, part, w := c.Basis, &c.Basis.Parts[c.Part], weightsOf(c)
	days := look{role: label, number: whole, right: true}
	weight := look{role: label, number: twoDecimals, right: true}
	index := cell{look: look{role: label}}
	if place, ok := m.indices[indexOf{priceKind(b), part.Year}]; ok {
		index = cell{formula: place.everywhere(), value: part.Index, look: look{role: label, number: fourDecimals, right: true}}
	}
	hours, money := cell{value: w.hoursBefore, look: weight}, cell{value: w.moneyBefore, look: weight}
	if m.follows(p, row, c) {
		hours.formula, money.formula = at(itemHoursAfter, row-1), at(itemMoneyAfter, row-1)
	}
	p.across(itemWhole, row,
		cell{value: w.whole, look: days},
		cell{value: part.Workdays, look: days},
		cell{value: part.Factor, look: look{role: entry, number: twoDecimals, right: true}},
		index,
		hours,
		cell{formula: at(itemHoursBefore, row) + "+" + product(row, itemDays, itemFactor), value: w.hoursAfter, look: weight},
		money,
		cell{formula: at(itemMoneyBefore, row) + "+" + product(row, itemDays, itemFactor, itemIndex), value: w.moneyAfter, look: weight},
	)
}

// follows reports whether the row above is the same line in an earlier year.
func (m *model) follows(p *projectSheet, row int, c *estimate.Cell) bool {
	return row > p.first && p.items[row-p.first-1].Basis == c.Basis
}

// product multiplies cells of a row; an empty one counts as 1.
func product(row int, columns ...int) string {
	var cells []string
	for _, col := range columns {
		cells = append(cells, at(col, row))
	}
	return "PRODUCT(" + strings.Join(cells, ",") + ")"
}

// weights are a line's working days in all, and what those before a year and
// up to it weigh.
type weights struct {
	whole                   int
	hoursBefore, hoursAfter decimal.Decimal
	moneyBefore, moneyAfter decimal.Decimal
}

func weightsOf(c *estimate.Cell) weights {
	var w weights
	for k := range c.Basis.Parts {
		p := &c.Basis.Parts[k]
		w.whole += p.Workdays
		hours := decimal.NewFromInt(int64(p.Workdays)).Mul(p.Factor)
		if k < c.Part {
			w.hoursBefore, w.moneyBefore = w.hoursBefore.Add(hours), w.moneyBefore.Add(hours.Mul(p.Index))
		}
		if k <= c.Part {
			w.hoursAfter, w.moneyAfter = w.hoursAfter.Add(hours), w.moneyAfter.Add(hours.Mul(p.Index))
		}
	}
	return w
}
