package workbook

// running makes the sheet of what is paid by system and year; nil where the plan says
// nothing of it. Its amounts are in no other sum of the workbook.
func (m *model) running() *sheet {
	costs := m.est.Running
	if len(costs.Rows) == 0 {
		return nil
	}
	s := &sheet{name: m.say("estimate/running-sheet", nil), landscape: true, widths: []float64{30, 12, 18, 18, 22, 18, 12, 14}}
	s.titled(m.say("estimate/running-sheet", nil), m.say("estimate/running-apart", nil))
	const headRow, right = 4, 2
	heads := m.heads(right, m.say("estimate/running-system", nil), m.say("column/budget-year", nil),
		m.say("estimate/column-old", nil), m.say("estimate/column-new", nil), m.say("estimate/column-overlap", nil), m.say("estimate/column-saving", nil),
		m.say("column/price-level", nil), m.say("column/certainty", nil))
	heads[len(heads)-1].look.right = false
	s.across(1, headRow, heads...)
	s.height(headRow, 2*lineHeight+4)
	text, amount, years := look{role: label, wrap: true}, look{role: label, number: whole, right: true}, look{role: label, number: year, right: true}
	for i := range costs.Rows {
		r := &costs.Rows[i]
		replacement := cell{look: amount}
		if r.New != nil {
			replacement.value = r.New.Decimal()
		}
		s.across(1, s.next(),
			cell{value: m.sched.Book.ScopeName(r.System), look: text}, cell{value: r.Year, look: years},
			cell{value: r.Old.Decimal(), look: amount}, replacement, cell{value: r.Overlap.Decimal(), look: amount}, cell{value: r.Saving.Decimal(), look: amount},
			cell{value: costs.Level, look: years},
			cell{value: m.sched.Book.Words.Key("certainty", r.Certainty.String(), nil).In(m.language), look: text},
		)
	}
	s.frozen, s.repeated = pos{s, 3, headRow + 1}, headRow
	return s
}
