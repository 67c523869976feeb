package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// measureRows is where a measure stands: its rows of projects, and their sum.
type measureRows struct{ head, first, last, total int }

// writeByProject makes the sheet that sums the items of each project by budget
// year, one block for each measure. All other sums are made of these.
func (m *model) writeByProject() {
	s := &sheet{name: m.say("common/by-project", nil), widths: m.yearWidths(34, 12)}
	m.byProject = s
	s.titled(m.say("workbook/sums-by-project", nil), m.unitNote())
	for i := range measures {
		m.measures = append(m.measures, m.measureBlock(i))
	}
	s.frozen = pos{s, 2, 4}
}

// yearWidths are the widths of a column of names and one for each year and
// their sum.
func (m *model) yearWidths(name, year float64) []float64 {
	widths := []float64{name}
	for range len(m.est.Years) + 1 {
		widths = append(widths, year)
	}
	return widths
}

// allColumn is the column of the years' sum.
func (m *model) allColumn() int { return len(m.est.Years) + 2 }

// yearHeads heads the columns of years and their sum.
func (m *model) yearHeads(s *sheet, row int, name string) {
	s.put(1, row, cell{value: name, look: look{role: head}})
	for i := range m.est.Years {
		s.put(2+i, row, cell{value: m.yearName(m.est.Years[i].Year), look: look{role: head, number: year, right: true}})
	}
	s.put(m.allColumn(), row, cell{value: m.say("common/in-all", nil), look: look{role: head, wrap: true, right: true}})
}

func (m *model) measureBlock(i measure) measureRows {
	s, rule := m.byProject, &measureRules[i]
	headRow := s.next() + 1
	name := m.measureName(i)
	if rule.number == thousands {
		name = m.say("workbook/in-thousands", lang.Args{"name": lang.Both(name), "thousand": thousand})
	}
	m.yearHeads(s, headRow, name)
	rows := measureRows{head: headRow, first: headRow + 1, last: headRow + len(m.projects), total: headRow + len(m.projects) + 1}
	for k, p := range m.projects {
		m.measureRow(rule, headRow+1+k, headRow, p)
	}
	m.sumRow(s, rows, func(year int) decimal.Decimal { return rule.of(m.sums(everyProject, year)) }, rule.number)
	return rows
}

// measureRow sums one project's items by year.
func (m *model) measureRow(rule *measureRule, row, headRow int, p *projectSheet) {
	s := m.byProject
	amount := look{role: label, number: rule.number, right: true}
	s.put(1, row, cell{value: m.projectName(p.project), look: look{role: label}})
	for i := range m.est.Years {
		s.put(2+i, row, cell{
			formula: m.sumIfs(p, rule.column, pos{s, 2 + i, headRow}, rule.conditions(m.words)),
			value:   rule.of(m.sums(p.project, i)), look: amount,
		})
	}
	s.put(m.allColumn(), row, cell{formula: sumOf(s, row, row, 2, m.allColumn()-1), value: rule.of(m.sums(p.project, allYears)), look: amount})
}

// sumIfs sums a column of a project's items in the year that a cell holds,
// where they meet the conditions.
func (m *model) sumIfs(p *projectSheet, col int, yearAt pos, conditions []where) string {
	items := func(col int) string { return area(pos{p.sheet, col, p.first}, pos{p.sheet, col, p.last}) }
	formula := "SUMIFS(" + items(col) + "," + items(itemYear) + "," + column(yearAt.col) + "$" + digits(yearAt.row)
	for _, c := range conditions {
		formula += "," + items(c.column) + "," + c.is
	}
	return formula + ")"
}

// sumOf sums rows and columns of the same sheet; "0" of none.
func sumOf(s *sheet, firstRow, lastRow, firstCol, lastCol int) string {
	if lastRow < firstRow || lastCol < firstCol {
		return "0"
	}
	return "SUM(" + localArea(pos{s, firstCol, firstRow}, pos{s, lastCol, lastRow}) + ")"
}

// sumRow sums the rows above it.
func (m *model) sumRow(s *sheet, rows measureRows, of func(year int) decimal.Decimal, n number) {
	s.put(1, rows.total, cell{value: m.say("common/in-all", nil), look: look{role: total}})
	for col := 2; col <= m.allColumn(); col++ {
		i := col - 2
		if col == m.allColumn() {
			i = allYears
		}
		s.put(col, rows.total, cell{formula: sumOf(s, rows.first, rows.last, col, col), value: of(i), look: look{role: total, number: n, right: true}})
	}
}
