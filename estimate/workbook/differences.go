package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

var actionWords = map[plan.AdjustmentAction]lang.Text{
	plan.Replace: {DA: "Andre tal", EN: "Other figures"},
	plan.Scale:   {DA: "Lokal faktor", EN: "Local factor"},
	plan.Add:     {DA: "Lagt til", EN: "Added"},
	plan.Drop:    {DA: "Udgår", EN: "Dropped"},
}

// differences makes the sheet of what the plan's adjustments change, with both
// figures, as they were when the workbook was made; nil without any.
func (m *model) differences() *sheet {
	if len(m.est.Differences) == 0 {
		return nil
	}
	s := &sheet{name: m.say("Lokale ændringer", "Local changes"), landscape: true, widths: []float64{44, 18, 17, 12, 13, 12, 12, 12, 11, 11, 46}}
	s.titled(m.say("Kommunens egne ændringer af linjerne", "The kommune's own changes of lines"),
		m.say("Sandsynlige kroner og timer uden og med ændringen, alle år, som de var, da arkene blev dannet.",
			"Likely kroner and hours without and with the change, all years, as they were when the sheets were made."))
	const headRow, right, left = 4, 6, 11
	heads := m.heads(right, m.say("Opgave", "Task"), m.say("Projekt", "Project"), m.say("Rolle", "Role"), m.say("Art", "Kind"), m.say("Ændring", "Change"),
		m.say("Kr. uden", "DKK without"), m.say("Kr. med", "DKK with"), m.say("Forskel, kr.", "Difference, DKK"),
		m.say("Timer uden", "Hours without"), m.say("Timer med", "Hours with"), m.say("Begrundelse", "Reason"))
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
		cell{value: actionWords[d.Adjustment.Action].In(m.language), look: text},
		cell{value: d.Before.Likely.Decimal(), look: amount}, cell{value: d.After.Likely.Decimal(), look: amount},
		cell{formula: at(7, row) + "-" + at(6, row), value: d.Change().Likely.Decimal(), look: amount},
		cell{value: d.Before.Hours.Decimal(), look: amount}, cell{value: d.After.Hours.Decimal(), look: amount},
		cell{value: d.Adjustment.Reason, look: text},
	)
}

// differenceSums sums the columns of amounts.
func (m *model) differenceSums(s *sheet, first, row int) {
	var before, after estimate.Amount
	for i := range m.est.Differences {
		d := &m.est.Differences[i]
		before.Likely, before.Hours = before.Likely.Add(d.Before.Likely), before.Hours.Add(d.Before.Hours)
		after.Likely, after.Hours = after.Likely.Add(d.After.Likely), after.Hours.Add(d.After.Hours)
	}
	for col := 1; col <= len(s.widths); col++ {
		s.put(col, row, cell{look: look{role: total}})
	}
	s.put(1, row, cell{value: m.say("I alt", "In all"), look: look{role: total}})
	for i, value := range []any{
		before.Likely.Decimal(), after.Likely.Decimal(), after.Likely.Sub(before.Likely).Decimal(), before.Hours.Decimal(), after.Hours.Decimal(),
	} {
		col := 6 + i
		s.put(col, row, cell{formula: sumOf(s, first, row-1, col, col), value: value, look: look{role: total, number: whole, right: true}})
	}
}
