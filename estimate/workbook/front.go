package workbook

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// front makes the sheet that a budget officer prints: one page.
func (m *model) front() *sheet {
	s := &sheet{name: m.say("workbook/sheet-front", nil), onePage: true, widths: m.yearWidths(40, 11)}
	for len(s.widths) < frontColumns {
		s.widths = append(s.widths, 11)
	}
	last := len(s.widths)
	s.height(1, titleHeight)
	s.height(2, 1.6*lineHeight)
	s.merge(1, last, 1, cell{value: m.say("estimate/title", nil), look: look{role: title}})
	s.merge(1, last, 2, cell{value: m.est.Kommune.FullName(), look: look{role: subtitle}})
	s.merge(1, last, 3, cell{value: m.facts(), look: look{role: note}})
	s.put(1, 4, cell{})
	m.writeNotice(s, last)
	m.writeWhetherSound(s, last)
	m.writeToDecide(s, last)
	m.writeAdopted(s, last)
	m.writeFrontYears(s)
	if undated := m.est.UndatedText().In(m.language); undated != "" {
		s.merge(1, last, s.next(), cell{value: undated, look: look{wrap: true}})
	}
	m.writeFrontMissing(s, last)
	s.charts = append(s.charts, m.yearsChart(s, s.next()+1, last))
	return s
}

const frontColumns = 6 // at least, so that the texts have room

// facts says from when and on what the estimate is seen.
func (m *model) facts() string {
	return m.say("workbook/facts", lang.Args{
		"day": lang.Day(m.est.AsOf), "inhabitants": lang.Whole(m.est.Population.Count), "on": lang.Day(m.est.Population.On), "prices": lang.Both(m.priceLevel()),
	})
}

// writeNotice says what nobody may overlook: whose figures these are.
func (m *model) writeNotice(s *sheet, last int) {
	text := m.say("workbook/nothing-assumed", nil)
	if m.est.Assumes() {
		text = m.notice()
	}
	s.height(s.next(), 2*lineHeight)
	s.merge(1, last, s.next(), cell{value: text, look: look{role: notice, wrap: true}})
	if m.est.Assumes() {
		s.merge(1, last, s.next(), cell{value: m.basisText(), look: look{wrap: true}})
	}
	row := s.next()
	s.put(1, row, cell{value: m.say("workbook/share-of-money-assumed", nil), look: look{}})
	s.put(2, row, cell{formula: m.assumedShare.everywhere(), value: m.est.AssumedShare(), look: look{number: percent, right: true}})
}

// writeWhetherSound says whether every check of the workbook agrees, as it does when it
// is made: whoever clears a field sees it on the first page.
func (m *model) writeWhetherSound(s *sheet, last int) {
	if len(m.checks) == 0 {
		return
	}
	agree := make([]string, len(m.checks))
	for i, at := range m.checks {
		agree[i] = at.everywhere() + `="` + m.agrees() + `"`
	}
	sound := m.say("workbook/sound", nil)
	s.merge(1, last, s.next(), cell{
		formula: "IF(AND(" + strings.Join(agree, ",") + `),"` + sound + `","` + m.say("workbook/unsound", lang.Args{"sheet": lang.Both(m.years.name)}) + `")`,
		value:   sound, look: look{role: note},
	})
}

// basisText says which data of the kommune's own the estimate rests on.
func (m *model) basisText() string {
	switch {
	case !m.est.Local:
		return m.say("estimate/rests-on-nothing-local", nil)
	case m.sched.Plan.Local():
		return m.say("workbook/rests-on-own-data", nil)
	default:
		return m.say("estimate/rests-on-figures-else-assumed", nil)
	}
}

func (m *model) notice() string {
	return m.say("workbook/all-is-assumed", nil)
}

// writeToDecide shows the budget that is to be adopted next.
func (m *model) writeToDecide(s *sheet, last int) {
	y := m.est.ToDecide()
	if y == nil {
		return
	}
	col := m.yearColumn(y.Year)
	head := m.say("workbook/to-be-decided", lang.Args{"year": lang.Plain(y.Year), "day": lang.Day(*y.DecisionBy)})
	row := s.next() + 1
	s.merge(1, last, row, cell{value: head, look: look{role: heading}})
	for _, line := range []struct {
		name string
		row  yearRow
	}{
		{m.rowName(rowNewMoney), rowNewMoney},
		{m.say("workbook/to-be-appropriated", lang.Args{"thousand": thousand}), rowNewMoneyOpen},
		{m.rowName(rowHours), rowHours},
		{m.say("common/fte", nil), rowFullTime},
		{m.say("workbook/undecided-with-own-hours", lang.Args{"thousand": thousand}), rowUndecided},
	} {
		row = s.next()
		s.put(1, row, cell{value: line.name, look: look{role: label}})
		as := key
		if line.row == rowNewMoney {
			as = label
		}
		s.put(2, row, m.fromYears(line.row, col, as))
		for c := 3; c <= last; c++ {
			s.put(c, row, cell{look: look{role: label}})
		}
		if line.row == rowNewMoney {
			s.put(3, row, cell{value: m.rowName(rowNewMoneyLow), look: look{role: label, right: true}})
			s.put(4, row, m.fromYears(rowNewMoneyLow, col, label))
			s.put(5, row, cell{value: m.rowName(rowNewMoneyHigh), look: look{role: label, right: true}})
			s.put(6, row, m.fromYears(rowNewMoneyHigh, col, label))
		}
	}
}

// writeAdopted says of budgets that are adopted where their money must come
// from.
func (m *model) writeAdopted(s *sheet, last int) {
	for i := range m.est.Years {
		y := &m.est.Years[i]
		if !y.Adopted || y.Year < m.est.Schedule().SeenFrom().Year() || y.NewMoney.IsZero() {
			continue
		}
		text := m.say("workbook/adopted", lang.Args{"year": lang.Plain(y.Year)})
		s.merge(1, last, s.next(), cell{value: text, look: look{wrap: true}})
	}
}

// fromYears shows a figure of the sheet of budget years.
func (m *model) fromYears(r yearRow, col int, as role) cell {
	c := m.years.rows[r.row()-1][col-1]
	c.formula = pos{m.years, col, r.row()}.everywhere()
	c.look.role = as
	return c
}

// writeFrontYears shows the table of budget years.
func (m *model) writeFrontYears(s *sheet) {
	m.yearHeads(s, s.next()+1, m.say("workbook/years-in", lang.Args{"thousand": thousand}))
	for _, r := range []yearRow{
		rowNewMoney, rowNewMoneyLow, rowNewMoneyHigh, rowNewMoneyOpen, rowHours, rowFullTime, rowOwnValue, rowInAll, rowSetAside, rowWithinFrame, rowUndecided,
	} {
		row, rule := s.next(), &yearRules[r]
		as := label
		if rule.strong {
			as = total
		}
		s.put(1, row, cell{value: m.rowName(r), look: look{role: as, indent: rule.indent}})
		for col := 2; col <= m.allColumn(); col++ {
			s.put(col, row, m.fromYears(r, col, as))
		}
	}
	m.writeContributed(s, s.next())
}

// writeFrontMissing says how much is not in the figures.
func (m *model) writeFrontMissing(s *sheet, last int) {
	text := m.say("workbook/rounded", lang.Args{"thousand": thousand})
	if n := len(m.est.NotEstimable); n > 0 {
		text += " " + m.say("workbook/not-counted", lang.Args{"n": lang.Whole(n), "sheet": m.text("workbook/sheet-missing", nil)})
	}
	s.put(1, s.next(), cell{})
	s.merge(1, last, s.next(), cell{value: text, look: look{role: note, wrap: true}})
}
