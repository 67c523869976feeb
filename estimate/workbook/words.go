package workbook

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

// word is a word that cells hold and formulas look for, with what it means.
type word struct{ name, meaning string }

// kinds in the order of the guide.
var kinds = []estimate.Kind{estimate.Own, estimate.Backfill, estimate.External}

// decisions in the order of the drop-down list.
var decisions = []plan.DecisionState{plan.Undecided, plan.SetAside, plan.WithinFrame}

// certainties are all of them, from the weakest to the strongest.
func certainties() []drejebog.Certainty {
	var all []drejebog.Certainty
	for c := drejebog.Certainty(1); c.String() != ""; c++ {
		all = append(all, c)
	}
	return all
}

func (m *model) kind(k estimate.Kind) string {
	return m.sched.Book.Words.Key("line-kind", k.String(), nil).In(m.language)
}

func (m *model) certainty(c drejebog.Certainty) string {
	return m.sched.Book.Words.Key("certainty", c.String(), nil).In(m.language)
}

// decision is the word for a state; what nobody has decided is not decided.
func (m *model) decision(s plan.DecisionState) string {
	if s == 0 {
		s = plan.Undecided
	}
	return m.sched.Book.Words.Key("decision", s.String(), nil).In(m.language)
}

func (m *model) kindWord(k estimate.Kind) word {
	return word{m.kind(k), m.sched.Book.Words.Key("line-kind-meaning", k.String(), nil).In(m.language)}
}

func (m *model) certaintyWord(c drejebog.Certainty) word {
	return word{m.certainty(c), m.sched.Book.Words.Key("certainty-meaning", c.String(), nil).In(m.language)}
}

func (m *model) decisionWord(s plan.DecisionState) word {
	return word{m.decision(s), m.sched.Book.Words.Key("decision-meaning", s.String(), nil).In(m.language)}
}

// projectName is the name of a project, and what stands for the kommune as
// such.
func (m *model) projectName(id string) string {
	return m.sched.Book.ScopeText(id).In(m.language)
}

func (m *model) roleName(id string) string {
	if r := m.sched.Book.Role(id); r != nil {
		return r.Name.In(m.language)
	}
	return id
}

func (m *model) partyName(id string) string {
	if p := m.sched.Book.Party(id); p != nil {
		return p.Name.In(m.language)
	}
	return id
}

// taskName is what a task or milestone is called.
func (m *model) taskName(id string) string {
	return m.sched.LabelOf(id).In(m.language)
}

// sourceText says in words where an amount comes from.
func (m *model) sourceText(source string) string {
	return m.est.SourceOf(source).In(m.language)
}

// yearName heads the column of a budget year.
func (m *model) yearName(year int) any {
	if year == estimate.Undated {
		return m.say("common/undated", nil)
	}
	return year
}

func digits(n int) string { return strconv.Itoa(n) }
