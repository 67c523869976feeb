package workbook

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// writeRoles sums new money and hours by role.
func (m *model) writeRoles() {
	groups := m.est.ByRole()
	money := m.roleBlock(m.say("workbook/new-money-by-role", lang.Args{"thousand": thousand}), groups, newMoney)
	time := m.roleBlock(m.say("workbook/hours-of-own-people-by-role", nil), groups, hours)
	m.writeChecks(money, time)
}

// writeChecks says whether the sums by role are those by project, and whether
// every line's low, likely and high still rise.
func (m *model) writeChecks(money, time int) {
	s, row := m.years, m.years.next()+1
	all := column(m.allColumn())
	same := func(total int, r yearRow) string {
		return "ABS(" + all + digits(total) + "-" + all + digits(r.row()) + ")<0.005"
	}
	s.put(1, row, cell{value: m.say("workbook/check-sums", nil), look: look{role: note}})
	m.checks = append(m.checks, s.put(m.allColumn(), row, m.check("AND("+same(money, rowNewMoney)+","+same(time, rowHours)+")")))
	if n := len(m.lines); n > 0 {
		checks := area(pos{m.figures, figureCheck, figureHead + 1}, pos{m.figures, figureCheck, figureHead + n})
		name := m.say("workbook/check-rise", nil)
		s.put(1, row+1, cell{value: name, look: look{role: note}})
		m.checks = append(m.checks, s.put(m.allColumn(), row+1, m.check("COUNTIF("+checks+`,"`+m.agrees()+`")=ROWS(`+checks+")")))
	}
	if filled := m.filled(); filled != "" {
		row = s.next()
		s.put(1, row, cell{value: m.say("workbook/check-filled", nil), look: look{role: note}})
		m.checks = append(m.checks, s.put(m.allColumn(), row, m.check(filled)))
	}
}

// filled is the condition that every yellow field holds a number from zero up, or a word
// of its list: a product and a sum pass over an empty field or a text, and would come to
// less or more in silence. There is none where there is no such field.
func (m *model) filled() string {
	var held, below []string
	fields := 0
	for _, s := range m.entrySheets() {
		for _, l := range s.lists {
			cells := area(l.first, l.last)
			switch l.name {
			case "":
				held = append(held, "COUNT("+cells+")")
				below = append(below, "COUNTIF("+cells+`,"<0")`)
			case m.words.decisions:
				for _, word := range []string{m.words.undecided, m.words.setAside, m.words.withinFrame} {
					held = append(held, "COUNTIF("+cells+","+word+")")
				}
			default: // without a certainty there is no certainty of a product, which shows
				continue
			}
			fields += (l.last.row - l.first.row + 1) * (l.last.col - l.first.col + 1)
		}
	}
	if fields == 0 {
		return ""
	}
	all := strings.Join(held, "+") + "=" + digits(fields)
	if len(below) == 0 {
		return all
	}
	return "AND(" + all + "," + strings.Join(below, "+") + "=0)"
}

// entrySheets are those with fields to fill in that amounts are computed from.
func (m *model) entrySheets() []*sheet {
	sheets := []*sheet{m.inputs, m.figures}
	for _, p := range m.projects {
		sheets = append(sheets, p.sheet)
	}
	return sheets
}

// check says whether a condition holds, as it does when the workbook is made.
func (m *model) check(condition string) cell {
	return cell{
		formula: "IF(" + condition + `,"` + m.agrees() + `","` + m.say("workbook/does-not-agree", nil) + `")`,
		value:   m.agrees(), look: look{role: note, right: true},
	}
}

// roleBlock sums a measure by role and returns the row of the sums.
func (m *model) roleBlock(name string, groups []estimate.Breakdown, as measure) int {
	s, rule := m.years, &measureRules[as]
	headRow := s.next() + 1
	m.yearHeads(s, headRow, name)
	rows := measureRows{head: headRow, first: headRow + 1}
	for i := range groups {
		if m.counts(groups[i].Key, as) {
			m.roleRow(s.next(), headRow, &groups[i], rule)
		}
	}
	rows.last, rows.total = s.next()-1, s.next()
	m.sumRow(s, rows, func(year int) decimal.Decimal { return rule.of(m.sums(everyProject, year)) }, rule.number)
	return rows.total
}

// counts reports whether a role, or what is bought, has items of a measure.
func (m *model) counts(role string, as measure) bool {
	return slices.ContainsFunc(m.est.Cells, func(c estimate.Cell) bool {
		bought := c.Kind == estimate.External
		if bought != (role == estimate.Purchases) || !bought && c.Role != role {
			return false
		}
		return as == hours && !bought || as == newMoney && c.Kind.NewMoney()
	})
}

// roleRow sums one role's items of all projects by year.
func (m *model) roleRow(row, headRow int, g *estimate.Breakdown, rule *measureRule) {
	s, amount := m.years, look{role: label, number: rule.number, right: true}
	name, conditions := m.roleName(g.Key), append(rule.conditions(m.words), where{itemRole, "$A" + digits(row)}, where{itemKind, isNot(m.words.purchase)})
	if g.Key == estimate.Purchases {
		name, conditions = m.say("common/purchases", nil), []where{{itemKind, m.words.purchase}}
	}
	s.put(1, row, cell{value: name, look: look{role: label}})
	for i := range m.est.Years {
		var terms []string
		for _, p := range m.projects {
			terms = append(terms, m.sumIfs(p, rule.column, pos{s, 2 + i, headRow}, conditions))
		}
		s.put(2+i, row, cell{formula: strings.Join(terms, "+"), value: rule.of(&sums{Totals: g.Years[i]}), look: amount})
	}
	s.put(m.allColumn(), row, cell{formula: sumOf(s, row, row, 2, m.allColumn()-1), value: rule.of(&sums{Totals: g.All}), look: amount})
}
