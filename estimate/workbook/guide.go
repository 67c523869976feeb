package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/shopspring/decimal"
)

// wordNames are the defined names of the words that formulas look for.
type wordNames struct {
	certainties, decisions           string // the drop-down lists
	assumed                          string
	ownHours, purchase               string
	undecided, setAside, withinFrame string
}

// thousand is what amounts are shown in.
var thousand = lang.Whole(1000)

// guideTexts say how to use the sheets.
func (m *model) guideTexts() []string {
	return []string{
		m.say("workbook/guide-yellow", lang.Args{
			"assumptions": m.text("workbook/sheet-assumptions", nil), "figures": m.text("workbook/sheet-figures", nil),
		}),
		m.say("workbook/guide-item", nil),
		m.say("workbook/guide-rounding", lang.Args{"thousand": thousand}),
		m.say("workbook/guide-low-and-high", lang.Args{
			"weight": lang.Decimals(decimal.New(29, -1), 1), "weights": lang.Decimals(decimal.New(49, -1), 1), // Lichtenberg's
		}),
		m.say("workbook/guide-go-live", nil),
	}
}

// writeGuide makes the sheet that says how to use the others. Its words are
// those of the drop-down lists.
func (m *model) writeGuide() {
	m.guide = &sheet{name: m.say("workbook/sheet-guide", nil), widths: []float64{24, 86}}
	m.guide.put(1, 1, cell{value: m.say("workbook/how-to-use", nil), look: look{role: title}})
	m.guide.height(1, titleHeight)
	m.guide.put(1, 2, cell{})
	for _, text := range m.guideTexts() {
		m.guide.merge(1, 2, m.guide.next(), cell{value: text, look: look{wrap: true}})
	}
	m.writeDecisionWords()
	m.writeCertaintyWords()
	cells := m.wordList(m.say("column/kind", nil), len(kinds), func(i int) word { return m.kindWord(kinds[i]) })
	m.words.ownHours, m.words.purchase = m.define("kind_own", cells[0]), m.define("kind_external", cells[2])
}

func (m *model) writeDecisionWords() {
	cells := m.wordList(m.say("column/decision", nil), len(decisions), func(i int) word { return m.decisionWord(decisions[i]) })
	m.words.decisions = m.define("decisions", cells...)
	for i, state := range decisions {
		switch state {
		case plan.Undecided:
			m.words.undecided = m.define("undecided", cells[i])
		case plan.SetAside:
			m.words.setAside = m.define("set_aside", cells[i])
		case plan.WithinFrame:
			m.words.withinFrame = m.define("within_frame", cells[i])
		}
	}
}

func (m *model) writeCertaintyWords() {
	all := certainties()
	cells := m.wordList(m.say("column/certainty", nil), len(all), func(i int) word { return m.certaintyWord(all[i]) })
	m.words.certainties = m.define("certainties", cells...)
	m.words.assumed = m.define("assumed", cells[0])
}

// wordList writes words with what they mean and returns the words' places.
func (m *model) wordList(name string, n int, of func(int) word) []pos {
	row := m.guide.next() + 1
	m.guide.across(1, row, cell{value: name, look: look{role: head}}, cell{value: m.say("workbook/meaning", nil), look: look{role: head}})
	cells := make([]pos, n)
	for i := range n {
		w := of(i)
		cells[i] = m.guide.put(1, row+1+i, cell{value: w.name, look: look{role: label}})
		m.guide.put(2, row+1+i, cell{value: w.meaning, look: look{role: label, wrap: true}})
	}
	return cells
}
