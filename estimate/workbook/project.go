package workbook

import (
	"strings"

	"github.com/drejebog/monopolbrud/estimate"
)

// projectSheet is the sheet of one project's items.
type projectSheet struct {
	*sheet
	project     string // id, or "" for the kommune as such
	first, last int    // rows of items
	items       []*estimate.Cell
}

// The columns of the items. Those from itemPer on say how the amounts come
// about, and are not printed.
const (
	itemTask = iota + 1
	itemRole
	itemKind
	itemYear
	itemDecision
	itemLikely
	itemLow
	itemHigh
	itemHours
	itemCertainty
	itemFigure
	itemPer
	itemUnits
	itemMonths
	itemUnit
	itemUnitLow
	itemUnitLikely
	itemUnitHigh
	itemRate
	itemWhole
	itemDays
	itemFactor
	itemIndex
	itemHoursBefore
	itemHoursAfter
	itemMoneyBefore
	itemMoneyAfter
	itemSource
	itemID
)

const itemHead = 5 // the row of the heads, with the sums above

// writeProjects makes a sheet for each project that costs anything.
func (m *model) writeProjects() {
	for _, group := range m.est.ByProject() {
		name := sheetName(m.projectName(group.Key))
		if group.Key == "" {
			name = m.say("workbook/sheet-kommune", nil)
		}
		m.writeProject(&projectSheet{sheet: &sheet{name: name}, project: group.Key, first: itemHead + 1})
	}
}

// sheetName is a name without what a sheet's name may not hold or begin with.
func sheetName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, name), " ")
	const most = 31
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
	}
	return name
}

func (m *model) writeProject(p *projectSheet) {
	m.projects = append(m.projects, p)
	s := p.sheet
	s.landscape, s.input = true, true
	s.widths = []float64{
		52, 19, 12, 10, 17, 13, 13, 13, 10, 15,
		8, 40, 10, 9, 8, 11, 11, 11, 10, 11, 10, 9, 9, 11, 11, 11, 11, 44, 34,
	}
	s.titled(m.projectName(p.project),
		m.say("workbook/items-how", nil))
	s.across(1, itemHead, m.itemHeads()...)
	s.height(itemHead, 2*lineHeight+4)
	for i := range m.est.Cells {
		if c := &m.est.Cells[i]; c.Project == p.project {
			p.last = s.next()
			p.items = append(p.items, c)
			m.item(p, p.last, c)
		}
	}
	m.itemSums(p)
	p.layOut(m)
}

func (m *model) itemHeads() []cell {
	texts := []string{
		m.say("column/task", nil), m.say("column/role", nil), m.say("column/kind", nil), m.say("column/budget-year", nil), m.say("column/decision", nil),
		m.say("column/likely", nil), m.say("column/low", nil), m.say("column/high", nil),
		m.say("column/hours", nil), m.say("column/certainty", nil),
		m.say("workbook/figure-no", nil), m.say("workbook/per", nil), m.say("workbook/units", nil), m.say("workbook/months", nil), m.say("column/unit", nil),
		m.say("workbook/low-per-unit", nil), m.say("workbook/likely-per-unit", nil), m.say("workbook/high-per-unit", nil),
		m.say("workbook/hourly-rate-dkk", nil),
		m.say("workbook/working-days-in-all", nil), m.say("workbook/of-them-in-the-year", nil),
		m.say("workbook/local-factor", nil), m.say("workbook/price-index", nil),
		m.say("workbook/hours-days-before", nil), m.say("workbook/hours-until", nil),
		m.say("workbook/money-days-before", nil), m.say("workbook/money-until", nil),
		m.say("column/source", nil), m.say("column/task-id", nil),
	}
	heads := make([]cell, len(texts))
	for i, text := range texts {
		col := i + 1
		right := col >= itemLikely && col <= itemHours || col >= itemUnits && col <= itemMoneyAfter && col != itemUnit
		heads[i] = cell{value: text, look: look{role: head, wrap: true, right: right}}
	}
	return heads
}

// itemSums sums the items that a filter shows, above their heads.
func (m *model) itemSums(p *projectSheet) {
	row := itemHead - 1
	for col := 1; col <= itemCertainty; col++ {
		p.put(col, row, cell{look: look{role: total}})
	}
	p.put(1, row, cell{value: m.say("workbook/in-all-shown", nil), look: look{role: total}})
	sums := m.sumsOf(p.project)
	for _, sum := range []struct {
		col   int
		value any
	}{
		{itemLikely, sums.Likely.Decimal()}, {itemLow, sums.Low.Decimal()}, {itemHigh, sums.High.Decimal()}, {itemHours, sums.Hours.Decimal()},
	} {
		items := localArea(pos{p.sheet, sum.col, p.first}, pos{p.sheet, sum.col, p.last})
		p.put(sum.col, row, cell{formula: "SUBTOTAL(109," + items + ")", value: sum.value, look: look{role: total, number: whole, right: true}})
	}
}

func (m *model) sumsOf(project string) estimate.Totals {
	for _, g := range m.est.ByProject() {
		if g.Key == project {
			return g.All
		}
	}
	return estimate.Totals{}
}

func (p *projectSheet) layOut(m *model) {
	s := p.sheet
	s.frozen, s.repeated = pos{s, itemRole, itemHead + 1}, itemHead
	s.filtered = [2]pos{{s, 1, itemHead}, {s, itemID, p.last}}
	s.printed = [2]pos{{s, 1, 1}, {s, itemCertainty, p.last}}
	s.details = [2]int{itemPer, itemID}
	s.lists = append(s.lists,
		list{first: pos{s, itemDecision, p.first}, last: pos{s, itemDecision, p.last}, name: m.words.decisions},
		list{first: pos{s, itemFactor, p.first}, last: pos{s, itemFactor, p.last}},
	)
}
