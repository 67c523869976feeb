package workbook

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// yearRow is a row of the table of budget years.
type yearRow uint8

const (
	rowNewMoney yearRow = iota
	rowNewMoneyLow
	rowNewMoneyHigh
	rowNewMoneyOpen
	rowHours
	rowFullTime
	rowOwnValue
	rowInAll
	rowInAllLow
	rowInAllHigh
	rowMean
	rowSetAside
	rowWithinFrame
	rowUndecided
	yearRows // how many there are
)

// yearRules says what stands in each row: a measure of the sheet by project,
// or a formula of its own.
var yearRules = [yearRows]struct {
	key     string             // of its name
	decided plan.DecisionState // in the place of key: what of it is
	measure measure
	strong  bool
	indent  int
	own     func(m *model, col, headRow int) string
	of      func(m *model, t *sums) decimal.Decimal
	number  number
}{
	rowNewMoney:     {key: "newMoney", measure: newMoney, strong: true},
	rowNewMoneyLow:  {key: "low", measure: newMoneyLow, indent: 1},
	rowNewMoneyHigh: {key: "high", measure: newMoneyHigh, indent: 1},
	rowNewMoneyOpen: {key: "newMoneyOpen", measure: newMoneyOpen, indent: 1},
	rowHours:        {key: "hours", measure: hours, strong: true},
	rowFullTime: {
		key: "fullTime", indent: 1, number: positions,
		own: (*model).fullTimeFormula,
		of:  func(m *model, t *sums) decimal.Decimal { return m.sched.Book.FullTimeYear.Positions(t.Hours) },
	},
	rowOwnValue:  {key: "ownValue", measure: ownValue, indent: 1},
	rowInAll:     {key: "inAll", measure: inAll, strong: true},
	rowInAllLow:  {key: "low", measure: inAllLow, indent: 1},
	rowInAllHigh: {key: "high", measure: inAllHigh, indent: 1},
	rowMean: {
		key: "mean", indent: 1, number: thousands,
		own: meanFormula,
		of:  func(_ *model, t *sums) decimal.Decimal { return t.Mean().Decimal() },
	},
	rowSetAside:    {decided: plan.SetAside, measure: setAside, indent: 1},
	rowWithinFrame: {decided: plan.WithinFrame, measure: withinFrame, indent: 1},
	rowUndecided:   {decided: plan.Undecided, measure: undecided, indent: 1},
}

// rowName is what a row of the table of budget years is called.
func (m *model) rowName(r yearRow) string {
	if state := yearRules[r].decided; state != 0 {
		name := m.sched.Book.Words.Key("decision", state.String(), nil).Lower()
		return m.text("estimate/in-all-decision", lang.Args{"decision": name}).Lower().In(m.language)
	}
	return m.sched.Book.Words.Key("workbook-year-row", yearRules[r].key, nil).In(m.language)
}

// yearsHead is the row that heads the table of budget years.
const yearsHead = 4

func (r yearRow) row() int { return yearsHead + 1 + int(r) }

// writeYears makes the sheet of budget years, with sums by role.
func (m *model) writeYears() {
	s := &sheet{name: m.say("common/budget-years", nil), onePage: true, widths: m.yearWidths(44, 11)}
	m.years = s
	s.titled(m.say("common/budget-years", nil), m.unitNote())
	m.yearHeads(s, yearsHead, m.say("workbook/thousands-unless", lang.Args{"thousand": thousand}))
	for r := range yearRows {
		m.writeYearRow(r)
	}
	m.writeAdoption()
	m.writeAssumedShares()
	m.writeRoles()
	s.frozen = pos{s, 2, yearsHead + 1}
}

// unitNote says in which unit and at which price level the figures are.
func (m *model) unitNote() string {
	return m.say("workbook/in-which-units", lang.Args{"thousand": thousand, "prices": lang.Both(m.priceLevel())})
}

// priceLevel begins a sentence with the price level.
func (m *model) priceLevel() string {
	return m.est.PriceLevels().Text().Capital().In(m.language)
}

func (m *model) writeYearRow(r yearRow) {
	s, rule := m.years, &yearRules[r]
	lk := look{role: label, indent: rule.indent}
	if rule.strong {
		lk.role = total
	}
	s.put(1, r.row(), cell{value: m.rowName(r), look: lk})
	for col := 2; col <= m.allColumn(); col++ {
		year := col - 2
		if col == m.allColumn() {
			year = allYears
		}
		s.put(col, r.row(), m.yearCell(r, col, m.sums(everyProject, year), lk.role))
	}
}

func (m *model) yearCell(r yearRow, col int, t *sums, as role) cell {
	rule := &yearRules[r]
	if rule.own != nil {
		return cell{formula: rule.own(m, col, yearsHead), value: rule.of(m, t), look: look{role: as, number: rule.number, right: true}}
	}
	source := &measureRules[rule.measure]
	from := pos{m.byProject, col, m.measures[rule.measure].total}
	return cell{formula: from.sheet.quoted() + "!" + from.local(), value: source.of(t), look: look{role: as, number: source.number, right: true}}
}

// fullTimeFormula is drejebog.FullTimeYear.Positions.
func (m *model) fullTimeFormula(col, _ int) string {
	share := column(col) + digits(rowHours.row()) + "/" + m.fullTimeName
	rounded := func(places int) string { return "ROUND(" + share + "," + digits(places) + ")" }
	formula := rounded(drejebog.MostPositionPlaces)
	for places := drejebog.MostPositionPlaces - 1; places > 0; places-- {
		formula = "IF(" + rounded(places) + "<>0," + rounded(places) + "," + formula + ")"
	}
	return "IF(" + m.fullTimeName + ">0," + formula + ",0)"
}

// meanFormula is Totals.Mean.
func meanFormula(_ *model, col, _ int) string {
	at := func(r yearRow) string { return column(col) + digits(r.row()) }
	return "ROUND((10*(" + at(rowInAllLow) + "+" + at(rowInAllHigh) + ")+29*" + at(rowInAll) + ")/49,2)"
}

// writeAdoption says when each budget is adopted, and whether a contribution
// was made for it.
func (m *model) writeAdoption() {
	s, row := m.years, m.years.next()
	s.put(1, row, cell{value: m.say("workbook/budget-adopted-by", nil), look: look{role: label}})
	for i := range m.est.Years {
		y := &m.est.Years[i]
		by := cell{value: "–", look: look{role: label, right: true}}
		if y.DecisionBy != nil {
			by = cell{value: *y.DecisionBy, look: look{role: label, number: shortDay, right: true}}
		}
		s.put(2+i, row, by)
	}
	s.put(m.allColumn(), row, cell{look: look{role: label}})
	m.writeContributed(s, row+1)
}

// writeContributed says which budget years a contribution was made for.
func (m *model) writeContributed(s *sheet, row int) {
	s.put(1, row, cell{value: m.say("workbook/contributed", nil), look: look{role: label}})
	for i := range m.est.Years {
		word := lang.YesNo(m.est.Years[i].Contributed).In(m.language)
		s.put(2+i, row, cell{value: word, look: look{role: label, right: true}})
	}
	s.put(m.allColumn(), row, cell{look: look{role: label}})
}

// writeAssumedShares says which share rests on assumptions.
func (m *model) writeAssumedShares() {
	s, row := m.years, m.years.next()
	all := m.sums(everyProject, allYears)
	s.put(1, row, cell{value: m.say("workbook/share-of-money-assumed", nil), look: look{role: label}})
	s.put(1, row+1, cell{value: m.say("workbook/share-of-hours-assumed", nil), look: look{role: label}})
	for k, share := range []struct {
		assumed, of measure
		value       decimal.Decimal
	}{
		{assumedMoney, inAll, shareOf(all.assumedMoney.Decimal(), all.Likely.Decimal())},
		{assumedHours, hours, shareOf(all.assumedHours.Decimal(), all.Hours.Decimal())},
	} {
		for col := 2; col < m.allColumn(); col++ {
			s.put(col, row+k, cell{look: look{role: label}})
		}
		col := m.allColumn()
		part, whole := pos{m.byProject, col, m.measures[share.assumed].total}, pos{m.byProject, col, m.measures[share.of].total}
		s.put(col, row+k, cell{
			formula: "IF(" + whole.everywhere() + "=0,0,ROUND(" + part.everywhere() + "/" + whole.everywhere() + ",4))",
			value:   share.value, look: look{role: label, number: percent, right: true},
		})
	}
	m.assumedShare = pos{s, m.allColumn(), row}
}

func shareOf(part, whole decimal.Decimal) decimal.Decimal {
	if whole.IsZero() {
		return decimal.Zero
	}
	return part.DivRound(whole, 4)
}

// yearColumn is the column of a budget year, 0 where it has none.
func (m *model) yearColumn(year int) int {
	return 2 + slices.IndexFunc(m.est.Years, func(y estimate.Year) bool { return y.Year == year })
}
