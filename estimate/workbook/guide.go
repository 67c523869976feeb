package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

// wordNames are the defined names of the words that formulas look for.
type wordNames struct {
	certainties, decisions string // the drop-down lists
	assumed                string
	ownHours, purchase     string
	setAside, withinFrame  string
}

// guideTexts say how to use the sheets.
var guideTexts = []lang.Text{
	{
		DA: "Gule felter er til at ændre: mængder og timepriser på arket »Forudsætninger«, linjernes tal på arket »Tal og kilder«, " +
			"og beslutning og lokal faktor ud for hver post på projekternes ark. Alt andet regner arkene selv.",
		EN: "Yellow fields may be changed: amounts and hourly rates on the sheet “Assumptions”, the lines' figures on the sheet “Figures and sources”, " +
			"and the decision and the local factor of each item on the projects' sheets. The rest follows.",
	},
	{
		DA: "En post er én linje i ét budgetår. Beløbet er tallet pr. enhed gange mængde gange timepris, fordelt på budgetårene efter opgavens arbejdsdage.",
		EN: "An item is one line in one budget year. Its amount is the figure of one unit times the number of units times the hourly rate, " +
			"spread over the budget years as the task's working days are.",
	},
	{
		DA: "Hver post er afrundet til hele øre, så årene giver linjens beløb, og alle summer er summer af poster. " +
			"Hele kroner og 1.000 kr. er kun den måde, tallene vises på.",
		EN: "Each item is rounded to øre so that the years add up to the line, and every sum is a sum of items. " +
			"Whole kroner and DKK 1,000 are only how figures are shown.",
	},
	{
		DA: "Lav og høj er linjernes egne, lagt sammen, som om alt gik lige godt eller lige galt. Mængder og timepriser er regnet med deres sandsynlige værdi. " +
			"»Forventet af linjerne alene« er middelværdien efter Lichtenberg, (lav + 2,9 · sandsynlig + høj) / 4,9, på de samme tal. " +
			"Usikkerhedsberegningen regner også mængder og timepriser som usikre; derfor er det forventede et andet dér.",
		EN: "Low and high are the lines' own, added as if all went equally well or equally wrong. Amounts and hourly rates are at their likely values. " +
			"“Expected of the lines alone” is Lichtenberg's mean, (low + 2.9 · likely + high) / 4.9, of the same figures. " +
			"The page on uncertainty takes amounts and hourly rates as uncertain too; what it expects is therefore another figure.",
	},
	{
		DA: "Hvilke år arbejdet falder i, følger af tidsplanen. Flytter en idriftsættelse sig, skal arkene dannes igen.",
		EN: "The years that work falls in follow from the schedule. When a go-live moves, the sheets have to be made again.",
	},
}

// writeGuide makes the sheet that says how to use the others. Its words are
// those of the drop-down lists.
func (m *model) writeGuide() {
	m.guide = &sheet{name: m.say("Vejledning", "Guide"), widths: []float64{24, 86}}
	m.guide.put(1, 1, cell{value: m.say("Sådan bruges arkene", "How to use the sheets"), look: look{role: title}})
	m.guide.height(1, titleHeight)
	m.guide.put(1, 2, cell{})
	for _, text := range guideTexts {
		m.guide.merge(1, 2, m.guide.next(), cell{value: text.In(m.language), look: look{wrap: true}})
	}
	m.writeDecisionWords()
	m.writeCertaintyWords()
	kinds := []estimate.Kind{estimate.Own, estimate.Backfill, estimate.External}
	cells := m.wordList(m.say("Art", "Kind"), len(kinds), func(i int) word { return kindWords[kinds[i]] })
	m.words.ownHours, m.words.purchase = m.define("kind_own", cells[0]), m.define("kind_external", cells[2])
}

func (m *model) writeDecisionWords() {
	cells := m.wordList(m.say("Beslutning", "Decision"), len(decisionWords), func(i int) word { return decisionWords[i].word })
	m.words.decisions = m.define("decisions", cells...)
	for i, w := range decisionWords {
		switch w.state {
		case plan.SetAside:
			m.words.setAside = m.define("set_aside", cells[i])
		case plan.WithinFrame:
			m.words.withinFrame = m.define("within_frame", cells[i])
		}
	}
}

func (m *model) writeCertaintyWords() {
	cells := m.wordList(m.say("Sikkerhed", "Certainty"), len(certaintyWords), func(i int) word { return certaintyWords[i].word })
	m.words.certainties = m.define("certainties", cells...)
	m.words.assumed = m.define("assumed", cells[0])
}

// wordList writes words with what they mean and returns the words' places.
func (m *model) wordList(name string, n int, of func(int) word) []pos {
	row := m.guide.next() + 1
	m.guide.across(1, row, cell{value: name, look: look{role: head}}, cell{value: m.say("Betydning", "Meaning"), look: look{role: head}})
	cells := make([]pos, n)
	for i := range n {
		w := of(i)
		cells[i] = m.guide.put(1, row+1+i, cell{value: w.name.In(m.language), look: look{role: label}})
		m.guide.put(2, row+1+i, cell{value: w.meaning.In(m.language), look: look{role: label, wrap: true}})
	}
	return cells
}
