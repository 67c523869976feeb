package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
)

// decisions makes the sheet of what has been decided: the sums of each state
// by project, and every item of new money with where it stands.
func (m *model) decisions() *sheet {
	s := &sheet{name: m.say("workbook/sheet-decisions", nil), widths: []float64{46, 20, 12, 10, 14, 14, 14, 18}, landscape: true}
	s.titled(m.say("workbook/sheet-decisions", nil),
		m.say("workbook/decisions-are-chosen", nil))
	m.decisionSums(s)
	m.newMoneyItems(s)
	return s
}

// decisionStates are the measures of the three states.
var decisionStates = []measure{setAside, withinFrame, undecided}

// decisionSums shows each state of each budget year.
func (m *model) decisionSums(s *sheet) {
	const headRow = 4
	s.across(1, headRow, m.heads(0, m.say("workbook/budget-year-with-own-hours", lang.Args{"thousand": thousand}))...)
	for k, state := range decisionStates {
		s.put(2+k, headRow, cell{value: m.measureName(state), look: look{role: head, wrap: true, right: true}})
	}
	s.put(2+len(decisionStates), headRow, cell{value: m.say("common/in-all", nil), look: look{role: head, wrap: true, right: true}})
	s.height(headRow, 2*lineHeight+4)
	for i := range m.est.Years {
		m.decisionRow(s, headRow+1+i, 2+i, m.yearName(m.est.Years[i].Year), m.sums(everyProject, i), label)
	}
	m.decisionRow(s, s.next(), m.allColumn(), m.say("common/in-all", nil), m.sums(everyProject, allYears), total)
}

func (m *model) decisionRow(s *sheet, row, col int, name any, t *sums, as role) {
	s.put(1, row, cell{value: name, look: look{role: as, number: year}})
	for k, state := range append(append([]measure{}, decisionStates...), inAll) {
		rule := &measureRules[state]
		from := pos{m.byProject, col, m.measures[state].total}
		s.put(2+k, row, cell{formula: from.everywhere(), value: rule.of(t), look: look{role: as, number: thousands, right: true}})
	}
}

// heads are the heads of columns; those from the right-th on stand to the
// right.
func (m *model) heads(right int, texts ...string) []cell {
	heads := make([]cell, len(texts))
	for i, text := range texts {
		heads[i] = cell{value: text, look: look{role: head, wrap: true, right: right > 0 && i+1 >= right}}
	}
	return heads
}

// newMoneyItems lists the items that need an appropriation.
func (m *model) newMoneyItems(s *sheet) {
	headRow := s.next() + 2
	s.put(1, headRow-1, cell{value: m.say("workbook/new-money-item-by-item", nil), look: look{role: heading}})
	heads := m.heads(0, m.say("column/task", nil), m.say("column/project", nil), m.say("column/kind", nil), m.say("column/budget-year", nil),
		m.say("column/likely", nil), m.say("column/low", nil), m.say("column/high", nil), m.say("column/decision", nil))
	for i := 4; i <= 6; i++ {
		heads[i].look.right = true
	}
	heads[7].look.indent = 1
	s.across(1, headRow, heads...)
	for _, p := range m.projects {
		for i, c := range p.items {
			if c.Kind.NewMoney() {
				m.newMoneyRow(s, s.next(), p, p.first+i, c)
			}
		}
	}
	s.repeated = headRow
}

func (m *model) newMoneyRow(s *sheet, row int, p *projectSheet, from int, c *estimate.Cell) {
	text := look{role: label, wrap: true}
	kroner := func(col int, amount drejebog.Kroner) cell {
		return cell{formula: pos{p.sheet, col, from}.everywhere(), value: amount.Decimal(), look: look{role: label, number: whole, right: true}}
	}
	s.across(1, row,
		cell{value: m.itemName(c), look: text},
		cell{value: m.projectName(c.Project), look: text},
		cell{value: m.kind(c.Kind), look: text},
		cell{value: m.yearName(c.Year), look: look{role: label, number: year}},
		kroner(itemLikely, c.Likely), kroner(itemLow, c.Low), kroner(itemHigh, c.High),
		cell{formula: pos{p.sheet, itemDecision, from}.everywhere(), value: m.decision(c.Decision), look: look{role: label, indent: 1}},
	)
}
