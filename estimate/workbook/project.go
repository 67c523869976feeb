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
			name = m.say("Kommunen", "Kommune")
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
		m.say("Én post pr. linje og budgetår, i hele kroner. Vælg en beslutning i det gule felt; til højre for sikkerheden står, hvordan beløbet fremkommer.",
			"One item for each line and budget year, in whole kroner. Choose a decision in the yellow field; to the right of the certainty stands how the amount comes about."))
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
		m.say("Opgave", "Task"), m.say("Rolle", "Role"), m.say("Art", "Kind"), m.say("Budgetår", "Budget year"), m.say("Beslutning", "Decision"),
		m.say("Sandsynlig, kr.", "Likely, DKK"), m.say("Lav, kr.", "Low, DKK"), m.say("Høj, kr.", "High, DKK"), m.say("Timer", "Hours"), m.say("Sikkerhed", "Certainty"),
		m.say("Tal nr.", "Figure no."), m.say("Pr.", "Per"), m.say("Antal", "Units"), m.say("Måneder", "Months"), m.say("Enhed", "Unit"),
		m.say("Lav pr. enhed", "Low per unit"), m.say("Sandsynlig pr. enhed", "Likely per unit"), m.say("Høj pr. enhed", "High per unit"), m.say("Timepris, kr.", "Hourly rate, DKK"),
		m.say("Arbejds-dage i alt", "Working days in all"), m.say("Heraf i året", "Of them in the year"), m.say("Lokal faktor", "Local factor"), m.say("Prisindeks", "Price index"),
		m.say("Timer: dage før", "Hours: days before"), m.say("Timer: til og med", "Hours: until"), m.say("Kroner: dage før", "Money: days before"), m.say("Kroner: til og med", "Money: until"),
		m.say("Kilde", "Source"), m.say("Opgavens id", "Task id"),
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
	p.put(1, row, cell{value: m.say("I alt (de viste rækker)", "In all (the rows shown)"), look: look{role: total}})
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
