package workbook

import (
	"github.com/drejebog/monopolbrud/estimate"
)

// differences makes the sheet of what the plan's adjustments change, with both
// figures, as they were when the workbook was made; nil without any.
func (m *model) differences() *sheet {
	if len(m.est.Differences) == 0 {
		return nil
	}
	s := &sheet{name: m.say("workbook/sheet-changes", nil), landscape: true, widths: []float64{44, 18, 17, 12, 13, 12, 12, 12, 11, 11, 46}}
	s.titled(m.say("workbook/changes-title", nil),
		m.say("workbook/changes-as-made", nil))
	const headRow, right, left = 4, 6, 11
	heads := m.heads(right, m.say("column/task", nil), m.say("column/project", nil), m.say("column/role", nil), m.say("column/kind", nil), m.say("workbook/change", nil),
		m.say("workbook/dkk-without", nil), m.say("workbook/dkk-with", nil), m.say("workbook/difference-dkk", nil),
		m.say("workbook/hours-without", nil), m.say("workbook/hours-with", nil), m.say("workbook/reason", nil))
	heads[left-1].look.right = false
	s.across(1, headRow, heads...)
	s.height(headRow, 2*lineHeight+4)
	for i := range m.est.Differences {
		m.differenceRow(s, s.next(), &m.est.Differences[i])
	}
	m.differenceSums(s, headRow+1, s.next())
	s.frozen, s.repeated = pos{s, 2, headRow + 1}, headRow
	return s
}

func (m *model) differenceRow(s *sheet, row int, d *estimate.Difference) {
	text, amount := look{role: label, wrap: true}, look{role: label, number: whole, right: true}
	s.across(1, row,
		cell{value: m.stepName(d.Task), look: text}, cell{value: m.projectName(d.Project), look: text},
		cell{value: m.roleName(d.Role), look: text}, cell{value: m.kind(d.Kind), look: text},
		cell{value: m.sched.Book.Words.Key("adjustment-action", d.Adjustment.Action.String(), nil).In(m.language), look: text},
		cell{value: d.Before.Likely.Decimal(), look: amount}, cell{value: d.After.Likely.Decimal(), look: amount},
		cell{formula: at(7, row) + "-" + at(6, row), value: d.Change().Likely.Decimal(), look: amount},
		cell{value: d.Before.Hours.Decimal(), look: amount}, cell{value: d.After.Hours.Decimal(), look: amount},
		cell{value: d.Adjustment.Reason, look: text},
	)
}

// differenceSums sums the columns of amounts.
func (m *model) differenceSums(s *sheet, first, row int) {
	before, after := m.est.Changes()
	for col := 1; col <= len(s.widths); col++ {
		s.put(col, row, cell{look: look{role: total}})
	}
	s.put(1, row, cell{value: m.say("common/in-all", nil), look: look{role: total}})
	for i, value := range []any{
		before.Likely.Decimal(), after.Likely.Decimal(), after.Likely.Sub(before.Likely).Decimal(), before.Hours.Decimal(), after.Hours.Decimal(),
	} {
		col := 6 + i
		s.put(col, row, cell{formula: sumOf(s, first, row-1, col, col), value: value, look: look{role: total, number: whole, right: true}})
	}
}
