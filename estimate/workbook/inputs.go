package workbook

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
)

// term is where a driver or a rate stands: its name, and its certainty.
type term struct {
	name      string
	certainty pos
}

// indexOf is an index: how wages or prices carry amounts to a budget year.
type indexOf struct {
	kind drejebog.PriceKind
	year int
}

// The columns of the inputs.
const (
	inputName = iota + 1
	inputUnit
	inputValue
	inputLow
	inputHigh
	inputCertainty
	inputSource
	inputWhy
	inputDefined
)

// writeInputs makes the sheet of drivers, rates and indices, which everything
// else hangs on.
func (m *model) writeInputs() {
	s := &sheet{
		name: m.say("workbook/sheet-assumptions", nil), landscape: true, input: true,
		widths: []float64{42, 14, 12, 10, 10, 14, 16, 56, 34},
	}
	m.inputs, m.terms = s, map[*estimate.Input]term{}
	s.titled(m.say("workbook/assumptions-title", nil),
		m.say("workbook/change-yellow", lang.Args{"stated": lang.Both(m.certainty(drejebog.Stated))}))
	drivers, rates := m.used()
	m.inputTable(m.say("workbook/drivers", nil), drivers)
	m.inputTable(m.say("workbook/hourly-rates", nil), rates)
	m.writeIndices()
	m.writeFullTime()
	s.frozen = pos{s, 2, 4}
	s.printed = [2]pos{{s, 1, 1}, {s, inputWhy, s.next() - 1}}
}

// used are the drivers and rates that cells were computed from, in the order
// in which they are first used.
func (m *model) used() (drivers, rates []*estimate.Input) {
	seen := map[*estimate.Input]bool{nil: true}
	for i := range m.est.Cells {
		b := m.est.Cells[i].Basis
		if !seen[b.Driver] {
			drivers = append(drivers, b.Driver)
		}
		if !seen[b.Rate] {
			rates = append(rates, b.Rate)
		}
		seen[b.Driver], seen[b.Rate] = true, true
	}
	return drivers, rates
}

// inputHead begins a table of inputs and returns the row below its head.
func (m *model) inputHead(name string) int {
	s := m.inputs
	row := s.next() + 1
	s.put(1, row, cell{value: name, look: look{role: heading}})
	for col := 2; col <= inputWhy; col++ {
		s.put(col, row, cell{look: look{role: heading}})
	}
	heads := []string{
		"", m.say("column/unit", nil), m.say("column/taken-as", nil), m.say("column/from", nil), m.say("column/to", nil),
		m.say("column/certainty", nil), m.say("column/source", nil), m.say("workbook/reasoning", nil), m.say("workbook/name-in-formulas", nil),
	}
	for i, text := range heads {
		l := look{role: head, right: i+1 >= inputValue && i+1 <= inputHigh}
		if i+1 == inputCertainty {
			l.indent = 1
		}
		s.put(i+1, row+1, cell{value: text, look: l})
	}
	return row + 2
}

func (m *model) inputTable(name string, inputs []*estimate.Input) {
	if len(inputs) == 0 {
		return
	}
	first := m.inputHead(name)
	for i, input := range inputs {
		m.inputRow(first+i, input)
	}
	m.inputRules(first, first+len(inputs)-1, inputs[0].Kind == estimate.DriverInput)
}

func (m *model) inputRow(row int, input *estimate.Input) {
	s := m.inputs
	n, unit := twoDecimals, m.say("workbook/dkk-an-hour", nil)
	if input.Kind == estimate.DriverInput {
		n, unit = whole, m.unitOf(input.ID)
	}
	value := pos{s, inputValue, row}
	t := term{name: m.define(nameOf(input), value), certainty: pos{s, inputCertainty, row}}
	m.terms[input] = t
	s.across(1, row,
		cell{value: input.Name.In(m.language), look: look{role: label, wrap: true}},
		cell{value: unit, look: look{role: label}},
		cell{value: input.Likely, look: look{role: entry, number: n, right: true}},
		cell{value: input.Low, look: look{role: label, number: n, right: true}},
		cell{value: input.High, look: look{role: label, number: n, right: true}},
		cell{value: m.certainty(input.Certainty), look: look{role: entry, indent: 1}},
		cell{value: m.inputSource(input), look: look{role: label, wrap: true}},
		cell{value: input.Why.In(m.language), look: look{role: label, wrap: true}},
		cell{value: t.name, look: look{role: note}},
	)
}

// nameOf is the name of an input's value in formulas.
func nameOf(input *estimate.Input) string {
	if input.Kind == estimate.DriverInput {
		return "driver_" + input.ID
	}
	return input.ID
}

// unitOf is what a driver is counted in.
func (m *model) unitOf(id string) string {
	id, _, _ = strings.Cut(id, "@")
	if d := m.sched.Book.Driver(id); d != nil {
		return d.Unit.In(m.language)
	}
	return ""
}

// inputSource says where an input comes from.
func (m *model) inputSource(input *estimate.Input) string {
	if input.Source == "" {
		return m.say("workbook/assumption", nil)
	}
	return m.sourceText(input.Source)
}

// inputRules says what may be written in a table's yellow fields.
func (m *model) inputRules(first, last int, wholeOnly bool) {
	s := m.inputs
	s.lists = append(s.lists,
		list{first: pos{s, inputValue, first}, last: pos{s, inputValue, last}, whole: wholeOnly},
		list{first: pos{s, inputCertainty, first}, last: pos{s, inputCertainty, last}, name: m.words.certainties},
	)
}

// writeIndices writes the indices that carry amounts from the price level of
// the rates to the estimate's; none where all are 1.
func (m *model) writeIndices() {
	m.indices = map[indexOf]pos{}
	factors := m.factorsUsed()
	if len(factors) == 0 {
		return
	}
	s, first := m.inputs, m.inputHead(m.say("workbook/prices-and-wages", nil))
	keys := slices.SortedFunc(maps.Keys(factors), func(a, b indexOf) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.year, b.year)) })
	for i, key := range keys {
		m.indices[key] = m.indexRow(first+i, key, factors[key])
	}
	s.lists = append(s.lists, list{first: pos{s, inputValue, first}, last: pos{s, inputValue, s.next() - 1}})
}

// factorsUsed are the indices that are not 1.
func (m *model) factorsUsed() map[indexOf]decimal.Decimal {
	factors, one := map[indexOf]decimal.Decimal{}, decimal.NewFromInt(1)
	for i := range m.est.Cells {
		b := m.est.Cells[i].Basis
		for k := range b.Parts {
			if p := &b.Parts[k]; !p.Index.Equal(one) {
				factors[indexOf{priceKind(b), p.Year}] = p.Index
			}
		}
	}
	return factors
}

func priceKind(b *estimate.Basis) drejebog.PriceKind {
	if b.Kroner != nil {
		return drejebog.Prices
	}
	return drejebog.Wages
}

func (m *model) indexRow(row int, key indexOf, index decimal.Decimal) pos {
	s := m.inputs
	what := m.sched.Book.Words.Key("price-kind", key.kind.String(), nil).In(m.language)
	at := s.put(inputValue, row, cell{value: index, look: look{role: entry, number: fourDecimals, right: true}})
	s.put(1, row, cell{value: what + ", " + fmt.Sprint(m.yearName(key.year)), look: look{role: label}})
	s.put(inputUnit, row, cell{value: m.say("workbook/factor", nil), look: look{role: label}})
	s.put(inputWhy, row, cell{
		value: m.say("workbook/from-level-to-level", nil),
		look:  look{role: label, wrap: true},
	})
	s.put(inputDefined, row, cell{value: m.define("index_"+key.kind.String()+"_"+digits(key.year), at), look: look{role: note}})
	return at
}

// writeFullTime writes the hours of a full-time year.
func (m *model) writeFullTime() {
	s := m.inputs
	row := m.inputHead(m.say("workbook/full-time-year", nil))
	year := m.sched.Book.FullTimeYear
	at := pos{s, inputValue, row}
	m.fullTimeName = m.define("fulltime_year", at)
	s.across(1, row,
		cell{value: m.say("workbook/hours-in-a-full-time-year", nil), look: look{role: label}},
		cell{value: m.say("template/hours", nil), look: look{role: label}},
		cell{value: year.Hours.Decimal(), look: look{role: entry, number: whole, right: true}},
		cell{look: look{role: label}}, cell{look: look{role: label}},
		cell{value: m.certainty(year.Certainty), look: look{role: label, indent: 1}},
		cell{value: year.Address, look: look{role: label, wrap: true}},
		cell{value: year.Why.In(m.language), look: look{role: label, wrap: true}},
		cell{value: m.fullTimeName, look: look{role: note}},
	)
	s.lists = append(s.lists, list{first: at, last: at})
}
