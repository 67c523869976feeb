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
func (e *Estimate) templateColumns() []table.Column {
	named := func(key string, name lang.Text, also ...lang.Text) table.Column {
		c := table.Column{Name: table.Name{Key: key, Text: name}}
		for _, other := range also {
			c.Also, c.Required = append(c.Also, other.DA, other.EN), true
		}
		return c
	}
	return []table.Column{
		named("what", e.text("column/what", nil)),
		named("scope", e.text("template/scope", nil)),
		named("kind", e.text("column/kind", nil)),
		named("unit", e.text("column/unit", nil)),
		named("ourLow", e.text("template/assumed-low", nil)),
		named("ours", e.text("certainty/assumed", nil)),
		named("ourHigh", e.text("template/assumed-high", nil)),
		named("low", e.text("template/your-low", nil)),
		named("likely", e.text("template/your-figure", nil), e.text("template/figure", nil)),
		named("high", e.text("template/your-high", nil)),
		named("from", e.text("column/contribution", nil)),
		named("why", e.text("template/why-assumed", nil)),
		named("key", e.text("template/key-leave-it", nil), e.text("template/key", nil)),
	}
}

// wanted is a figure that a kommune can hand in: a row of the template.
type wanted struct {
	key               string
	what, scope, unit lang.Text
	kind, from, why   lang.Text
	low, likely, high *decimal.Decimal // ours; nil where there is none
	whole             bool             // a number of things
	measure           bool             // hours or per cent, which have decimals rather than thousands
	percent           bool             // an index, of which there is one figure
}

// Template is a sheet to type KOMBIT's figures and the kommune's own into: one
// row for each line, hourly rate, driver and index that the estimate uses or
// could use, with what is assumed beside the empty cells. Low and high may be
// left out, and a row that is left empty keeps what is assumed. ReadFigures
// reads it back.
func (e *Estimate) Template(language lang.Lang) table.Sheet {
	s := table.Sheet{Name: e.text("template/sheet", nil).In(language)}
	var heads []table.Cell
	for _, column := range e.templateColumns() {
		heads = append(heads, table.Text(column.In(language)))
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
			scopes[it.Line.Key()] = append(scopes[it.Line.Key()], c.sched.Node(it.Task))
		}
	}
	for i := range c.unpricedLines {
		n := &c.unpricedLines[i]
		scopes[n.line.Key()] = append(scopes[n.line.Key()], c.sched.Node(n.Task))
	}
	return scopes
}

func (c *computation) wantedLine(line *Line, contribution *Contribution, nodes []*drejebog.Node) wanted {
	w := wanted{
		key: line.Key(), what: stepName(nodes[0]), kind: c.kindName(line.Kind), from: contribution.Name, why: line.Why,
		unit: c.unitOf(line), measure: line.Kind != External,
	}
	if !line.What.IsZero() {
		w.what = line.What
	}
	w.what = lang.Joined(", ", w.what, c.book.RoleName(line.Role).Lower())
	if d := c.whole.Driver(line.Per); d != nil {
		w.unit = c.text("template/times", lang.Args{"unit": w.unit, "driver": d.Name.Lower()})
	}
	w.scope = c.scopeText(nodes)
	if len(nodes) > 1 {
		w.unit = c.text("template/for-each", lang.Args{"unit": w.unit})
	}
	if line.NotEstimable != nil {
		w.why = line.NotEstimable.Reason.Capital()
		return w
	}
	low, likely, high := (&Basis{Hours: line.Hours, Kroner: line.Kroner}).Figures()
	w.low, w.likely, w.high = &low, &likely, &high
	return w
}

// unitOf is what a line's figures are counted in.
func (c *computation) unitOf(line *Line) lang.Text {
	switch {
	case line.Kind == External && line.Monthly:
		return c.text("template/kroner-a-month", lang.Args{"year": c.ratesLevel()})
	case line.Kind == External:
		return c.text("template/kroner", lang.Args{"year": c.ratesLevel()})
	case line.Monthly:
		return c.text("template/hours-a-month", nil)
	default:
		return c.text("template/hours", nil)
	}
}

// scopeText names the projects or legacy systems that a line is for.
func (c *computation) scopeText(nodes []*drejebog.Node) lang.Text {
	var names []string
	for _, node := range nodes {
		if scope := cmp.Or(node.System, node.Project); scope != "" && !slices.Contains(names, c.book.ScopeName(scope)) {
			names = append(names, c.book.ScopeName(scope))
		}
	}
	if len(names) == 0 {
		return c.text("template/kommune", nil)
	}
	return lang.Both(strings.Join(names, ", "))
}

func (c *computation) wantedInput(input *Input) wanted {
	w := wanted{key: input.ID, what: input.Name, why: input.Why, low: &input.Low, likely: &input.Likely, high: &input.High}
	if input.Kind == RateInput {
		w.kind, w.unit = c.text("template/hourly-rate", nil), c.text("template/kroner-an-hour", lang.Args{"year": c.ratesLevel()})
		return w
	}
	w.kind, w.unit, w.whole = c.text("template/quantity", nil), c.text("template/number", nil), true
	id, _, _ := strings.Cut(input.ID, "@")
	if d := c.whole.Driver(id); d != nil {
		w.unit = d.Unit
	}
	if input.Certainty == drejebog.Stated {
		w.why = c.text("template/by-plan", lang.Args{"source": lang.Both(input.Source)})
	}
	return w
}

// ratesLevel is the year whose prices and wages rates and lines have.
func (c *computation) ratesLevel() lang.Plain { return lang.Plain(c.assumptions.PriceLevel) }

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
			name := c.book.Words.Key("price-kind", kind.String(), nil)
			w := wanted{
				key: indexKey(kind, from), percent: true, measure: true, kind: c.text("template/index", nil), unit: c.text("template/per-cent", nil),
				what: lang.Joined(" ", name, lang.Both(digits(from)+"–"+digits(from+1))),
				why:  c.text("template/only-other-years", lang.Args{"year": c.ratesLevel()}),
			}
			if index, ok := c.indices.index(kind, from); ok {
				w.likely = &index.Percent
			}
			rows = append(rows, w)
		}
	}
	return rows
}
