package estimate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/shopspring/decimal"
)

// templateColumns are the columns of a template, in their order.
var templateColumns = []table.Column{
	{Name: table.Name{Key: "what", DA: "Hvad", EN: "What"}},
	{Name: table.Name{Key: "scope", DA: "Gælder", EN: "For"}},
	{Name: table.Name{Key: "kind", DA: "Art", EN: "Kind"}},
	{Name: table.Name{Key: "unit", DA: "Enhed", EN: "Unit"}},
	{Name: table.Name{Key: "ourLow", DA: "Antaget lav", EN: "Assumed low"}},
	{Name: table.Name{Key: "ours", DA: "Antaget", EN: "Assumed"}},
	{Name: table.Name{Key: "ourHigh", DA: "Antaget høj", EN: "Assumed high"}},
	{Name: table.Name{Key: "low", DA: "Jeres lav", EN: "Your low"}},
	{Name: table.Name{Key: "likely", DA: "Jeres tal", EN: "Your figure", Also: []string{"Tal", "Figure"}}, Required: true},
	{Name: table.Name{Key: "high", DA: "Jeres høj", EN: "Your high"}},
	{Name: table.Name{Key: "from", DA: "Bidrag", EN: "Contribution"}},
	{Name: table.Name{Key: "why", DA: "Begrundelse for det antagne", EN: "Why so assumed"}},
	{Name: table.Name{Key: "key", DA: "Nøgle (ret den ikke)", EN: "Key (leave it)", Also: []string{"Nøgle", "Key"}}, Required: true},
}

// wanted is a figure that a kommune can hand in: a row of the template.
type wanted struct {
	key               string
	what, scope, unit lang.Text
	kind, from, why   lang.Text
	low, likely, high *decimal.Decimal // ours; nil where there is none
	whole             bool             // a number of things
	percent           bool             // an index, of which there is one figure
}

// Template is a sheet to type KOMBIT's figures and the kommune's own into: one
// row for each line, hourly rate, driver and index that the estimate uses or
// could use, with what is assumed beside the empty cells. Low and high may be
// left out, and a row that is left empty keeps what is assumed. ReadFigures
// reads it back.
func (e *Estimate) Template(language lang.Lang) table.Sheet {
	s := table.Sheet{Name: lang.Text{DA: "Tal", EN: "Figures"}.In(language)}
	var heads []table.Cell
	for i := range templateColumns {
		name := &templateColumns[i].Name
		heads = append(heads, table.Text(lang.Text{DA: name.DA, EN: name.EN}.In(language)))
	}
	s.Append(heads...)
	for _, w := range e.wanted() {
		s.Append(
			table.Text(w.what.In(language)), table.Text(w.scope.In(language)), table.Text(w.kind.In(language)), table.Text(w.unit.In(language)),
			numberCell(w.low), numberCell(w.likely), numberCell(w.high), table.Cell{}, table.Cell{}, table.Cell{},
			table.Text(w.from.In(language)), table.Text(w.why.In(language)), table.Text(w.key),
		)
	}
	return s
}

func numberCell(number *decimal.Decimal) table.Cell {
	if number == nil {
		return table.Cell{}
	}
	return table.Number(*number)
}

// wanted lists what can be handed in: lines in the order of their
// contributions, then rates, drivers and indices.
func (e *Estimate) wanted() []wanted {
	c := e.how
	if c == nil {
		return nil
	}
	var rows []wanted
	scopes := c.scopesOfLines()
	for i := range c.given {
		for j := range c.given[i].Lines {
			line := &c.given[i].Lines[j]
			if of, ok := scopes[line.Key()]; ok {
				rows = append(rows, c.wantedLine(line, &c.given[i], of))
			}
		}
	}
	for _, kind := range []InputKind{RateInput, DriverInput} {
		for _, input := range c.used {
			if input.Kind == kind {
				rows = append(rows, c.wantedInput(input))
			}
		}
	}
	return append(rows, c.wantedIndices()...)
}

// scopesOfLines is, for the key of each line that counts, the nodes that it is
// for.
func (c *computation) scopesOfLines() map[string][]*drejebog.Node {
	scopes := map[string][]*drejebog.Node{}
	for _, it := range c.items {
		if it.Adjustment == nil {
			scopes[it.Line.Key()] = append(scopes[it.Line.Key()], c.nodeOf(it.Task))
		}
	}
	for i := range c.unpricedLines {
		n := &c.unpricedLines[i]
		scopes[n.line.Key()] = append(scopes[n.line.Key()], c.nodeOf(n.Task))
	}
	return scopes
}

func (c *computation) wantedLine(line *Line, contribution *Contribution, nodes []*drejebog.Node) wanted {
	w := wanted{
		key: line.Key(), what: stepName(nodes[0]), kind: line.Kind.Name(), from: contribution.Name, why: line.Why,
		unit: lang.Text{DA: "timer", EN: "hours"},
	}
	if !line.What.IsZero() {
		w.what = line.What
	}
	role := c.roleName(line.Role)
	w.what = lang.Text{DA: w.what.DA + ", " + lowerFirst(role.DA), EN: w.what.EN + ", " + lowerFirst(role.EN)}
	if line.Kind == External {
		w.unit = lang.Text{DA: "kr. i " + c.ratesLevel() + "-niveau", EN: "DKK at the level of " + c.ratesLevel()}
	}
	if line.Monthly {
		w.unit = lang.Text{DA: w.unit.DA + " pr. måned", EN: w.unit.EN + " a month"}
	}
	if d := c.whole.Driver(line.Per); d != nil {
		w.unit = lang.Text{DA: w.unit.DA + " gange " + lowerFirst(d.Name.DA), EN: w.unit.EN + " times " + lowerFirst(d.Name.EN)}
	}
	w.scope = c.scopeText(nodes)
	if len(nodes) > 1 {
		w.unit = lang.Text{DA: w.unit.DA + ", for hver", EN: w.unit.EN + ", for each"}
	}
	if line.NotEstimable != nil {
		w.why = lang.Text{DA: upperFirst(line.NotEstimable.Reason.DA), EN: upperFirst(line.NotEstimable.Reason.EN)}
		return w
	}
	low, likely, high := (&Basis{Hours: line.Hours, Kroner: line.Kroner}).figures()
	w.low, w.likely, w.high = &low, &likely, &high
	return w
}

// scopeText names the projects or legacy systems that a line is for.
func (c *computation) scopeText(nodes []*drejebog.Node) lang.Text {
	var names []string
	for _, node := range nodes {
		if scope := cmp.Or(node.System, node.Project); scope != "" && !slices.Contains(names, c.scopeName(scope)) {
			names = append(names, c.scopeName(scope))
		}
	}
	if len(names) == 0 {
		return lang.Text{DA: "kommunen", EN: "the kommune"}
	}
	return lang.Both(strings.Join(names, ", "))
}

func (c *computation) wantedInput(input *Input) wanted {
	w := wanted{key: input.ID, what: input.Name, why: input.Why, low: &input.Low, likely: &input.Likely, high: &input.High}
	if input.Kind == RateInput {
		w.kind, w.unit = lang.Text{DA: "timepris", EN: "hourly rate"}, lang.Text{
			DA: "kr. i timen i " + c.ratesLevel() + "-niveau", EN: "DKK an hour at the level of " + c.ratesLevel(),
		}
		return w
	}
	w.kind, w.unit, w.whole = lang.Text{DA: "mængde", EN: "quantity"}, lang.Text{DA: "antal", EN: "number"}, true
	id, _, _ := strings.Cut(input.ID, "@")
	if d := c.whole.Driver(id); d != nil {
		w.unit = d.Unit
	}
	if input.Certainty == drejebog.Stated {
		w.why = lang.Text{DA: "Kommunens plan (" + input.Source + ")", EN: "The kommune's plan (" + input.Source + ")"}
	}
	return w
}

// ratesLevel is the year whose prices and wages rates and lines have.
func (c *computation) ratesLevel() string { return digits(c.assumptions.PriceLevel) }

// wantedIndices are the indices between the years that the estimate is of.
func (c *computation) wantedIndices() []wanted {
	first, last := c.assumptions.PriceLevel, c.assumptions.PriceLevel
	for i := range c.Years {
		if year := c.Years[i].Year; year != Undated {
			first, last = min(first, year), max(last, year)
		}
	}
	var rows []wanted
	for from := first; from < last; from++ {
		for _, kind := range []drejebog.PriceKind{drejebog.Wages, drejebog.Prices} {
			years := " " + digits(from) + "–" + digits(from+1)
			w := wanted{
				key: indexKey(kind, from), percent: true, kind: lang.Text{DA: "indeks", EN: "index"},
				what: lang.Text{DA: "Lønninger" + years, EN: "Wages" + years}, unit: lang.Text{DA: "pct.", EN: "per cent"},
				why: lang.Text{DA: "Kun til priser fra et andet år end " + c.ratesLevel() + ".", EN: "Only for prices of another year than " + c.ratesLevel() + "."},
			}
			if kind == drejebog.Prices {
				w.what = lang.Text{DA: "Priser" + years, EN: "Prices" + years}
			}
			if index, ok := c.indices.index(kind, from); ok {
				w.likely = &index.Percent
			}
			rows = append(rows, w)
		}
	}
	return rows
}
