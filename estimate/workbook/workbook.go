package workbook

import (
	"errors"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
)

// Write writes an estimate as an Excel workbook, in Danish unless English is
// asked for. Nothing is written when it fails.
func Write(w io.Writer, est *estimate.Estimate, language lang.Lang) error {
	if est == nil || est.Schedule() == nil {
		return errors.New("workbook: an estimate that estimate.Compute made is needed")
	}
	return newModel(est, language).emit(w)
}

// model is a workbook on its way.
type model struct {
	est      *estimate.Estimate
	sched    *timeline.Schedule
	language lang.Lang

	sheets []*sheet // in the order in which they are shown
	names  []definedName

	guide, inputs, figures, byProject, years *sheet
	projects                                 []*projectSheet

	terms        map[*estimate.Input]term // drivers and rates
	indices      map[indexOf]pos
	lines        map[*estimate.Line]figure
	checks       []pos // that say whether something agrees
	words        wordNames
	fullTimeName string // of the hours in a full-time year
	measures     []measureRows
	totals       map[sumKey]*sums

	assumedShare pos
}

// newModel builds the sheets, each after those that its formulas refer to.
func newModel(est *estimate.Estimate, language lang.Lang) *model {
	m := &model{est: est, sched: est.Schedule(), language: language}
	m.sumUp()
	m.writeGuide()
	m.writeInputs()
	m.writeFigures()
	m.writeProjects()
	m.writeByProject()
	m.writeYears()
	m.show(m.front(), m.years, m.chartSheet(), m.decisions(), m.inputs)
	for _, p := range m.projects {
		m.show(p.sheet)
	}
	m.show(m.byProject, m.running(), m.figures, m.differences(), m.missing(), m.guide)
	return m
}

// show appends sheets, but for those that there are none of.
func (m *model) show(sheets ...*sheet) {
	for _, s := range sheets {
		if s != nil {
			m.sheets = append(m.sheets, s)
		}
	}
}

// say is a message of the playbook's words in the workbook's language.
func (m *model) say(id string, args lang.Args) string { return m.text(id, args).In(m.language) }

func (m *model) text(id string, args lang.Args) lang.Text { return m.sched.Book.Words.Say(id, args) }
