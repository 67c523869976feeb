package workbook

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// front makes the sheet that a budget officer prints: one page.
func (m *model) front() *sheet {
	s := &sheet{name: m.say("Forside", "Front page"), onePage: true, widths: m.yearWidths(40, 11)}
	for len(s.widths) < frontColumns {
		s.widths = append(s.widths, 11)
	}
	last := len(s.widths)
	s.height(1, titleHeight)
	s.height(2, 1.6*lineHeight)
	s.merge(1, last, 1, cell{value: m.say("Budgetoverslag for monopolbruddet", "Budget estimate for the break-up of the monopoly"), look: look{role: title}})
	s.merge(1, last, 2, cell{value: m.est.Kommune.FullName(), look: look{role: subtitle}})
	s.merge(1, last, 3, cell{value: m.facts(), look: look{role: note}})
	s.put(1, 4, cell{})
	m.writeNotice(s, last)
	m.writeToDecide(s, last)
	m.writeAdopted(s, last)
	m.writeFrontYears(s)
	if left := m.est.LeftOutText().In(m.language); left != "" {
		s.merge(1, last, s.next(), cell{value: left, look: look{wrap: true}})
	}
	m.writeFrontMissing(s, last)
	s.charts = append(s.charts, m.yearsChart(s, s.next()+1, last))
	return s
}

const frontColumns = 6 // at least, so that the texts have room

// facts says from when and on what the estimate is seen.
func (m *model) facts() string {
	return m.say("Set fra ", "Seen from ") + m.dayText(m.est.AsOf) + ". " + m.count(m.est.Population.Count) +
		m.say(" indbyggere ", " inhabitants on ") + m.dayText(m.est.Population.On) + ". " + m.priceLevel() + "."
}

// writeNotice says what nobody may overlook: whose figures these are.
func (m *model) writeNotice(s *sheet, last int) {
	text := m.say("Ingen af tallene bygger på antagelser.", "None of the figures rests on assumptions.")
	if m.assumes() {
		text = m.notice()
	}
	s.height(s.next(), 2*lineHeight)
	s.merge(1, last, s.next(), cell{value: text, look: look{role: notice, wrap: true}})
	if m.assumes() {
		s.merge(1, last, s.next(), cell{value: m.basisText(), look: look{wrap: true}})
	}
	row := s.next()
	s.put(1, row, cell{value: m.say("Andel af kronerne, der bygger på antagelser", "Share of the money that rests on assumptions"), look: look{}})
	s.put(2, row, cell{formula: m.assumedShare.everywhere(), value: m.est.AssumedShare(), look: look{number: percent, right: true}})
}

// basisText says which data of the kommune's own the estimate rests on.
func (m *model) basisText() string {
	switch {
	case !m.est.Local:
		return m.say("Overslaget bygger ikke på lokale data: alt er regnet ud fra folketallet og vores antagelser.",
			"The estimate rests on no local data: all of it follows from the population and our assumptions.")
	case m.sched.Plan.Local():
		return m.say("Overslaget bygger på kommunens egne oplysninger, og på antagelser hvor de ikke rækker.",
			"The estimate rests on the kommune's own data, and on assumptions where they do not reach.")
	default:
		return m.say("Overslaget bygger på indlæste tal, og ellers på folketallet og vores antagelser.",
			"The estimate rests on figures read in, and else on the population and our assumptions.")
	}
}

// assumes reports whether any amount rests on an assumption.
func (m *model) assumes() bool {
	return slices.ContainsFunc(m.est.Cells, func(c estimate.Cell) bool { return c.Certainty == drejebog.Assumed })
}

func (m *model) notice() string {
	return m.say("KOMBITs egne tal er ikke offentlige; tallene her er antagelser.", "KOMBIT's own figures are not public; the figures here are assumptions.")
}

// writeToDecide shows the budget that is to be adopted next.
func (m *model) writeToDecide(s *sheet, last int) {
	if m.est.DecisionYear == 0 {
		return
	}
	col := m.yearColumn(m.est.DecisionYear)
	y := &m.est.Years[col-2]
	head := m.say("Budget ", "Budget ") + digits(y.Year) + m.say(": skal besluttes senest ", ": to be decided by ") + m.dayText(*y.DecisionBy)
	row := s.next() + 1
	s.merge(1, last, row, cell{value: head, look: look{role: heading}})
	for _, line := range []struct {
		name lang.Text
		row  yearRow
	}{
		{lang.Text{DA: "Nye penge, der skal bevilges, 1.000 kr.", EN: "New money to be appropriated, DKK 1,000"}, rowNewMoney},
		{lang.Text{DA: "Egne folks timer", EN: "Hours of own people"}, rowHours},
		{lang.Text{DA: "Årsværk", EN: "FTE"}, rowFullTime},
		{lang.Text{DA: "Ikke besluttet, med egne timers værdi, 1.000 kr.", EN: "Not decided, with own hours' value, DKK 1,000"}, rowUndecided},
	} {
		row = s.next()
		s.put(1, row, cell{value: line.name.In(m.language), look: look{role: label}})
		s.put(2, row, m.fromYears(line.row, col, key))
		for c := 3; c <= last; c++ {
			s.put(c, row, cell{look: look{role: label}})
		}
		if line.row == rowNewMoney {
			s.put(3, row, cell{value: m.say("mellem", "between"), look: look{role: label, right: true}})
			s.put(4, row, m.fromYears(rowNewMoneyLow, col, label))
			s.put(5, row, cell{value: m.say("og", "and"), look: look{role: label, right: true}})
			s.put(6, row, m.fromYears(rowNewMoneyHigh, col, label))
		}
	}
}

// writeAdopted says of budgets that are adopted where their money must come
// from.
func (m *model) writeAdopted(s *sheet, last int) {
	for i := range m.est.Years {
		y := &m.est.Years[i]
		if y.DecisionBy == nil || *y.DecisionBy >= m.est.AsOf || y.Year < m.est.AsOf.Year() || y.NewMoney.IsZero() {
			continue
		}
		text := m.say("Budget ", "Budget ") + digits(y.Year)
		text += m.say(" er vedtaget: nye penge i det år, som ikke er besluttet, skal findes inden for rammen eller ved en tillægsbevilling med dækning.",
			" is adopted: new money in that year that is not decided must be found within the frame or by a supplementary appropriation with cover.")
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
	m.yearHeads(s, s.next()+1, m.say("Budgetår, 1.000 kr.", "Budget years, DKK 1,000"))
	for _, r := range []yearRow{
		rowNewMoney, rowNewMoneyLow, rowNewMoneyHigh, rowHours, rowFullTime, rowOwnValue, rowInAll, rowSetAside, rowWithinFrame, rowUndecided,
	} {
		row, rule := s.next(), &yearRules[r]
		as := label
		if rule.strong {
			as = total
		}
		s.put(1, row, cell{value: rule.name.In(m.language), look: look{role: as, indent: rule.indent}})
		for col := 2; col <= m.allColumn(); col++ {
			s.put(col, row, m.fromYears(r, col, as))
		}
	}
	m.writeContributed(s, s.next())
}

// writeFrontMissing says how much is not in the figures.
func (m *model) writeFrontMissing(s *sheet, last int) {
	text := m.say("Kroner er afrundet til hele 1.000 hver for sig. Lav og høj er linjernes egne, lagt sammen.",
		"Each amount is rounded to whole DKK 1,000 by itself. Low and high are the lines' own, added.")
	if n := len(m.est.NotEstimable); n > 0 {
		text += " " + m.count(n) + m.say(" poster kan ikke estimeres endnu og er ikke talt med: se arket »Mangler«.",
			" items cannot be estimated yet and are not in the figures: see the sheet “What is missing”.")
	}
	s.put(1, s.next(), cell{})
	s.merge(1, last, s.next(), cell{value: text, look: look{role: note, wrap: true}})
}
