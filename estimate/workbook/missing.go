package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
)

// missing makes the sheet of what the figures leave out: what cannot be
// estimated and who could give a figure, the contributions, and the findings.
func (m *model) missing() *sheet {
	s := &sheet{name: m.say("workbook/sheet-missing", nil), landscape: true, widths: []float64{50, 20, 16, 34, 40}}
	s.titled(m.say("workbook/missing-title", nil),
		m.say("workbook/missing-how", nil))
	m.writeNotEstimable(s)
	m.writeContributions(s)
	m.writeFindings(s)
	return s
}

func (m *model) section(s *sheet, name string, heads ...string) {
	row := s.next() + 1
	for col := range heads {
		s.put(1+col, row, cell{look: look{role: heading}})
	}
	s.put(1, row, cell{value: name, look: look{role: heading}})
	s.across(1, row+1, m.heads(0, heads...)...)
}

func (m *model) writeNotEstimable(s *sheet) {
	if len(m.est.NotEstimable) == 0 {
		return
	}
	m.section(s, m.say("estimate/cannot-be-estimated", nil),
		m.say("column/what", nil), m.say("column/project", nil), m.say("column/kind", nil), m.say("column/why", nil), m.say("workbook/who-could-say", nil))
	text := look{role: label, wrap: true}
	for i := range m.est.NotEstimable {
		n := &m.est.NotEstimable[i]
		owes := m.say("workbook/not-chosen", nil)
		if n.Owes != "" {
			owes = m.partyName(n.Owes)
		}
		s.across(1, s.next(),
			cell{value: n.What.In(m.language), look: text}, cell{value: m.projectName(n.Project), look: text}, cell{value: m.kind(n.Kind), look: text},
			cell{value: n.Reason.In(m.language), look: text}, cell{value: owes, look: text},
		)
	}
}

// writeContributions lists what the lines were published in, and what was
// promised and has not come, or has come by the plan.
func (m *model) writeContributions(s *sheet) {
	m.section(s, m.say("workbook/contributions", nil),
		m.say("column/contribution", nil), m.say("workbook/published", nil), m.say("column/budget-year", nil), m.say("workbook/by", nil), m.say("workbook/covers", nil))
	for _, list := range [][]estimate.Contribution{m.est.Contributions, m.est.Awaited} {
		for i := range list {
			m.contributionRow(s, &list[i])
		}
	}
}

func (m *model) contributionRow(s *sheet, c *estimate.Contribution) {
	text := look{role: label, wrap: true}
	published := cell{value: m.say("workbook/has-not-come", nil), look: text}
	on := c.Published
	if on == nil {
		on = m.est.Came(c)
	}
	if on != nil {
		published = cell{value: *on, look: look{role: label, number: day}}
	}
	s.across(1, s.next(),
		cell{value: c.Name.In(m.language), look: text}, published, cell{value: c.BudgetYear, look: look{role: label, number: year}},
		cell{value: m.partyName(c.By), look: text}, cell{value: c.Covers.In(m.language), look: text},
	)
}

// writeFindings lists what else a reader should know, but for what stands in
// the tables above.
func (m *model) writeFindings(s *sheet) {
	var findings []drejebog.Finding
	for _, f := range m.est.Findings {
		if f.Code != "DB-403" {
			findings = append(findings, f)
		}
	}
	if len(findings) == 0 {
		return
	}
	m.section(s, m.say("workbook/remarks", nil), m.say("column/what", nil), "", "", m.say("workbook/what-can-be-done", nil), "")
	for i := range findings {
		row := s.next()
		what, remedy := findings[i].Text.In(m.language), findings[i].Remedy.In(m.language)
		text := look{role: label, wrap: true}
		s.merge(1, 3, row, cell{value: what, look: text})
		s.merge(4, 5, row, cell{value: remedy, look: text})
	}
}
