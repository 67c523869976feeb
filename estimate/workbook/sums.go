package workbook

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
)

// sums are the totals of cells, with how much of them is assumed.
type sums struct {
	estimate.Totals
	assumedMoney drejebog.Kroner
	assumedHours drejebog.Hours
}

// sumKey names sums: of a project and of a year, by its place among the
// estimate's.
type sumKey struct {
	project string
	year    int
}

// The keys of all.
const (
	everyProject = "*"
	allYears     = -1
)

// sumUp takes the estimate's totals, which the formulas must come to.
func (m *model) sumUp() {
	m.totals = map[sumKey]*sums{}
	for _, g := range m.est.ByProject() {
		m.totals[sumKey{g.Key, allYears}] = &sums{Totals: g.All}
		for i := range g.Years {
			m.totals[sumKey{g.Key, i}] = &sums{Totals: g.Years[i]}
		}
	}
	m.totals[sumKey{everyProject, allYears}] = &sums{Totals: m.est.Total()}
	column := map[int]int{}
	for i := range m.est.Years {
		m.totals[sumKey{everyProject, i}] = &sums{Totals: m.est.Years[i].Totals}
		column[m.est.Years[i].Year] = i
	}
	for i := range m.est.Cells {
		if c := &m.est.Cells[i]; c.Certainty == drejebog.Assumed {
			m.assume(c, column[c.Year])
		}
	}
}

// assume adds a cell that rests on an assumption to the sums that it is in.
func (m *model) assume(c *estimate.Cell, year int) {
	for _, key := range []sumKey{{c.Project, year}, {c.Project, allYears}, {everyProject, year}, {everyProject, allYears}} {
		s := m.totals[key]
		s.assumedMoney, s.assumedHours = s.assumedMoney.Add(c.Likely), s.assumedHours.Add(c.Hours)
	}
}

func (m *model) sums(project string, year int) *sums { return m.totals[sumKey{project, year}] }
