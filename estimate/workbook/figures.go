package workbook

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// figure is where a line's figures of one unit stand.
type figure struct {
	number            int
	low, likely, high pos
	certainty         pos
}

// The columns of the figures.
const (
	figureNumber = iota + 1
	figureTask
	figureProjects
	figureRole
	figureKind
	figurePer
	figureLow
	figureLikely
	figureHigh
	figureUnit
	figureCertainty
	figureSource
	figureWhy
	figureCheck
)

const figureHead = 4 // the row of the heads

// writeFigures makes the sheet on which every line's figures stand once, with
// where they come from and why. Typing KOMBIT's figures here moves the whole
// workbook.
func (m *model) writeFigures() {
	s := &sheet{
		name: m.say("workbook/sheet-figures", nil), landscape: true, input: true,
		widths: []float64{5, 32, 17, 16, 11, 20, 9, 11, 9, 7, 13, 26, 50, 22},
	}
	m.figures, m.lines = s, map[*estimate.Line]figure{}
	s.titled(m.say("workbook/figures-title", nil),
		m.say("workbook/figures-are-for-each", lang.Args{"stated": lang.Both(m.certainty(drejebog.Stated))}))
	s.across(1, figureHead, m.figureHeads()...)
	for i := range m.est.Cells {
		if b := m.est.Cells[i].Basis; m.lines[b.Line] == (figure{}) {
			m.lines[b.Line] = m.figureRow(s.next(), len(m.lines)+1, b)
		}
	}
	if n := len(m.lines); n > 0 {
		first, last := figureHead+1, figureHead+n
		s.lists = append(s.lists,
			list{first: pos{s, figureLow, first}, last: pos{s, figureHigh, last}},
			list{first: pos{s, figureCertainty, first}, last: pos{s, figureCertainty, last}, name: m.words.certainties},
		)
		s.filtered = [2]pos{{s, 1, figureHead}, {s, figureCheck, last}}
		s.printed = [2]pos{{s, 1, 1}, {s, figureWhy, last}}
	}
	s.repeated, s.frozen = figureHead, pos{s, figureProjects, figureHead + 1}
}

func (m *model) figureHeads() []cell {
	var heads []cell
	for i, text := range []string{
		m.say("workbook/number", nil), m.say("column/task", nil), m.say("workbook/projects", nil), m.say("column/role", nil), m.say("column/kind", nil),
		m.say("workbook/per", nil), m.say("common/low", nil), m.say("workbook/likely", nil), m.say("common/high", nil), m.say("column/unit", nil),
		m.say("column/certainty", nil), m.say("workbook/contribution-and-source", nil), m.say("workbook/reasoning", nil), m.say("workbook/check", nil),
	} {
		right := i+1 == figureLow || i+1 == figureLikely || i+1 == figureHigh
		heads = append(heads, cell{value: text, look: look{role: head, right: right}})
	}
	return heads
}

func (m *model) figureRow(row, number int, b *estimate.Basis) figure {
	s := m.figures
	low, likely, high := figuresOf(b)
	text := look{role: label, wrap: true}
	amount := look{role: entry, number: amountNumber(b), right: true}
	s.across(1, row,
		cell{value: number, look: look{role: label, number: year}},
		cell{value: m.stepName(b.Task), look: text},
		cell{value: m.projectsOf(b.Line), look: text},
		cell{value: m.roleName(b.Line.Role), look: text},
		cell{value: m.kind(b.Line.Kind), look: text},
		cell{value: m.per(b), look: text},
		cell{value: low, look: amount}, cell{value: likely, look: amount}, cell{value: high, look: amount},
		cell{value: m.unit(b), look: look{role: label, indent: 1}},
		cell{value: m.certainty(b.Line.Certainty), look: look{role: entry, indent: 1}},
		cell{value: m.lineSource(b.Line), look: text},
		cell{value: m.why(b), look: text},
		cell{
			formula: "IF(COUNT(" + at(figureLow, row) + ":" + at(figureHigh, row) + `)<3,"` + m.say("workbook/no-number", nil) + `",` +
				"IF(AND(" + at(figureLow, row) + "<=" + at(figureLikely, row) + "," + at(figureLikely, row) + "<=" + at(figureHigh, row) + `),"` +
				m.agrees() + `","` + m.say("workbook/do-not-rise", nil) + `"))`,
			value: m.agrees(), look: look{role: note, indent: 1},
		},
	)
	return figure{
		number: number, certainty: pos{s, figureCertainty, row},
		low: pos{s, figureLow, row}, likely: pos{s, figureLikely, row}, high: pos{s, figureHigh, row},
	}
}

// agrees is the word for a check that holds.
func (m *model) agrees() string { return m.say("workbook/agrees", nil) }

// figuresOf are the low, likely and high of one unit.
func figuresOf(b *estimate.Basis) (low, likely, high decimal.Decimal) {
	if h := b.Hours; h != nil {
		return h.Low.Decimal(), h.Likely.Decimal(), h.High.Decimal()
	}
	k := b.Kroner
	return k.Low.Decimal(), k.Likely.Decimal(), k.High.Decimal()
}

// amountNumber shows hours with their decimals and kroner whole.
func amountNumber(b *estimate.Basis) number {
	if b.Hours != nil {
		return perUnit
	}
	return whole
}

func (m *model) unit(b *estimate.Basis) string {
	if b.Hours != nil {
		return m.say("template/hours", nil)
	}
	return m.say("workbook/dkk", nil)
}

// per says what a line's figures are for each of.
func (m *model) per(b *estimate.Basis) string {
	var per []string
	if d := m.sched.Book.Driver(b.Line.Per); d != nil {
		per = append(per, d.Name.In(m.language))
	} else if b.Driver != nil {
		per = append(per, b.Driver.Name.In(m.language))
	}
	if b.Months > 0 {
		per = append(per, m.say("workbook/month", nil))
	}
	if len(per) == 0 {
		return m.say("workbook/fixed", nil)
	}
	if len(per) == 1 {
		return per[0]
	}
	return m.say("common/and", lang.Args{"list": lang.Both(per[0]), "last": lang.Both(per[1])})
}

// projectsOf names the projects that a line costs anything for.
func (m *model) projectsOf(line *estimate.Line) string {
	var names []string
	for i := range m.est.Cells {
		if m.est.Cells[i].Line != line {
			continue
		}
		if name := m.projectName(m.est.Cells[i].Project); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// lineSource says which contribution a line belongs to and where its figures
// come from.
func (m *model) lineSource(line *estimate.Line) string {
	source := m.sourceText(line.Contribution)
	if line.Address != "" {
		source += ": " + line.Address
	}
	return source
}

// why is the reasoning of a line's figures; of one that the plan puts there,
// the plan's.
func (m *model) why(b *estimate.Basis) string {
	if b.Adjustment != nil {
		return b.Adjustment.Reason
	}
	return b.Line.Why.In(m.language)
}

// stepName is a task's name without what it is for.
func (m *model) stepName(task string) string {
	if t := m.sched.Task(task); t != nil && t.Step != nil {
		return t.Step.Name.In(m.language)
	}
	if p := m.sched.Milestone(task); p != nil && p.Milestone != nil {
		return p.Milestone.Name.In(m.language)
	}
	return m.taskName(task)
}
