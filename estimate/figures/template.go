package figures

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/shopspring/decimal"
)

// columnsOf are the columns of a template, in their order.
func columnsOf(words *lang.Catalogue) []table.Column {
	named := func(key string, name lang.Text, also ...lang.Text) table.Column {
		c := table.Column{Name: table.Name{Key: key, Text: name}}
		for _, other := range also {
			c.Also, c.Required = append(c.Also, other.DA, other.EN), true
		}
		return c
	}
	return []table.Column{
		named("what", words.Say("column/what", nil)),
		named("scope", words.Say("template/scope", nil)),
		named("kind", words.Say("column/kind", nil)),
		named("unit", words.Say("column/unit", nil)),
		named("ourLow", words.Say("template/assumed-low", nil)),
		named("ours", words.Say("certainty/assumed", nil)),
		named("ourHigh", words.Say("template/assumed-high", nil)),
		named("low", words.Say("template/your-low", nil)),
		named("likely", words.Say("template/your-figure", nil), words.Say("template/figure", nil)),
		named("high", words.Say("template/your-high", nil)),
		named("from", words.Say("column/contribution", nil)),
		named("why", words.Say("template/why-assumed", nil)),
		named("key", words.Say("template/key-leave-it", nil), words.Say("template/key", nil)),
	}
}

// Template is a sheet to type KOMBIT's figures and the kommune's own into: one row for
// each line, hourly rate, driver and index that the estimate uses or could use, with
// what is assumed beside the empty cells, in the unit that the row names. Low and high
// may be left out, and a row that is left empty keeps what is assumed. Read reads it
// back. Of an estimate that nobody computed it is empty.
func Template(est *estimate.Estimate, language lang.Lang) table.Sheet {
	if est.AllYears() == nil {
		return table.Sheet{}
	}
	t := telling{est: est, book: est.Schedule().Book, language: language}
	s := table.Sheet{Name: t.text("template/sheet", nil).In(language)}
	var heads []table.Cell
	for _, column := range columnsOf(t.book.Words) {
		heads = append(heads, table.Text(column.In(language)))
	}
	s.Append(heads...)
	rows := est.Fillable()
	for i := range rows {
		s.Append(t.row(&rows[i])...)
	}
	return s
}

// telling is a template on its way.
type telling struct {
	est      *estimate.Estimate
	book     *drejebog.Playbook
	language lang.Lang
}

func (t *telling) text(id string, args lang.Args) lang.Text { return t.book.Words.Say(id, args) }

// row is what a row tells before the key that closes it.
type row struct {
	what, scope, unit lang.Text
	kind, from, why   lang.Text
	low, likely, high *decimal.Decimal // ours; nil where there is none
}

func (t *telling) row(f *estimate.Fillable) []table.Cell {
	var r row
	switch {
	case f.Line != nil:
		r = t.line(f)
	case f.Input != nil:
		r = t.input(f.Input)
	default:
		r = t.index(f.Index)
	}
	text := func(text lang.Text) table.Cell { return table.Text(text.In(t.language)) }
	return []table.Cell{
		text(r.what), text(r.scope), text(r.kind), text(r.unit), number(r.low), number(r.likely), number(r.high),
		{}, {}, {}, text(r.from), text(r.why), table.Text(f.Key),
	}
}

func number(number *decimal.Decimal) table.Cell {
	if number == nil {
		return table.Cell{}
	}
	return table.Number(*number)
}

func (t *telling) line(f *estimate.Fillable) row {
	line := f.Line
	r := row{
		what: f.For[0].Name(), kind: t.book.Words.Key("line-kind", line.Kind.String(), nil).Lower(), from: f.Contribution.Name, why: line.Why,
		unit: t.unitOf(line), scope: t.scopes(f.For),
	}
	if !line.What.IsZero() {
		r.what = line.What
	}
	r.what = lang.Joined(", ", r.what, t.book.RoleName(line.Role).Lower())
	if line.Per != "" {
		r.unit = t.text("template/times", lang.Args{"unit": r.unit, "driver": t.book.DriverName(line.Per).Lower()})
	}
	if len(f.For) > 1 {
		r.unit = t.text("template/for-each", lang.Args{"unit": r.unit})
	}
	if line.NotEstimable != nil {
		r.why = line.NotEstimable.Reason.Capital()
		return r
	}
	low, likely, high := line.Figures()
	r.low, r.likely, r.high = &low, &likely, &high
	return r
}

// unitOf is what a line's figures are counted in.
func (t *telling) unitOf(line *estimate.Line) lang.Text {
	switch {
	case line.Kind == estimate.External && line.Monthly:
		return t.text("template/kroner-a-month", lang.Args{"year": t.level()})
	case line.Kind == estimate.External:
		return t.text("template/kroner", lang.Args{"year": t.level()})
	case line.Monthly:
		return t.text("template/hours-a-month", nil)
	default:
		return t.text("template/hours", nil)
	}
}

// level is the year whose prices and wages rates and lines have.
func (t *telling) level() lang.Plain { return lang.Plain(t.est.Assumptions().PriceLevel) }

// scopes names the projects or legacy systems that a line is for.
func (t *telling) scopes(nodes []*drejebog.Node) lang.Text {
	var names []string
	for _, node := range nodes {
		if scope := cmp.Or(node.System, node.Project); scope != "" && !slices.Contains(names, t.book.ScopeName(scope)) {
			names = append(names, t.book.ScopeName(scope))
		}
	}
	if len(names) == 0 {
		return t.text("template/kommune", nil)
	}
	return lang.Both(strings.Join(names, ", "))
}

func (t *telling) input(input *estimate.Input) row {
	r := row{what: input.Name, why: input.Why, low: &input.Low, likely: &input.Likely, high: &input.High}
	if input.Kind == estimate.RateInput {
		r.kind, r.unit = t.text("template/hourly-rate", nil), t.text("template/kroner-an-hour", lang.Args{"year": t.level()})
		return r
	}
	r.kind, r.unit = t.text("template/quantity", nil), t.text("template/number", nil)
	id, _, _ := strings.Cut(input.ID, "@")
	if d := t.book.Driver(id); d != nil {
		r.unit = d.Unit
	}
	if input.Certainty == drejebog.Stated {
		r.why = t.text("template/by-plan", lang.Args{"source": lang.Both(input.Source)})
	}
	return r
}

func (t *telling) index(index *price.Index) row {
	years := strconv.Itoa(index.From) + "–" + strconv.Itoa(index.From+1)
	r := row{
		kind: t.text("template/index", nil), unit: t.text("template/per-cent", nil),
		what: lang.Joined(" ", t.book.Words.Key("price-kind", index.Kind.String(), nil), lang.Both(years)),
		why:  t.text("template/only-other-years", lang.Args{"year": t.level()}),
	}
	if index.Certainty != 0 {
		r.likely = &index.Percent
	}
	return r
}
