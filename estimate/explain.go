package estimate

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// Explanation is how one line came to its amounts for one task.
type Explanation struct {
	*Basis
	Cells []*Cell // of the line for the task, by year; what the plan drops has none
	Sum   Amount  // of the cells

	// Text says it in sentences, from the figure by the multiplications to the
	// budget years, each with its source.
	Text []lang.Text
}

// UnknownLineError says that no line of an estimate is for what was asked.
type UnknownLineError struct {
	Word    string
	Suggest string    // the nearest id, or ""
	Text    lang.Text // says so
}

// Error says it in English.
func (e *UnknownLineError) Error() string { return e.Text.EN }

// Danish says it in Danish.
func (e *UnknownLineError) Danish() string { return e.Text.DA }

func (e *Estimate) unknownLine(word, near string) error {
	if near == "" {
		return &UnknownLineError{Word: word, Text: e.text("estimate/unknown-line", lang.Args{"word": lang.Both(word)})}
	}
	return &UnknownLineError{
		Word: word, Suggest: near, Text: e.text("estimate/unknown-line-near", lang.Args{"word": lang.Both(word), "near": lang.Both(near)}),
	}
}

// Explain tells how the lines came about that are for a task or milestone
// ("4.10/slutbrugere@sapa"), for a step in all its scopes ("4.10/slutbrugere"),
// for a section ("4.10") or under a line's Key; none where there is only
// something that cannot be estimated. The error is an *UnknownLineError.
func (e *Estimate) Explain(what string) ([]Explanation, error) {
	if e.how == nil {
		return nil, errNotComputed
	}
	var explanations []Explanation
	var known []string
	for _, it := range e.how.items {
		names := append(namesOfTask(it.Task), it.Line.Key())
		known = append(known, names[:2]...)
		if slices.Contains(names, what) {
			explanations = append(explanations, e.explain(it))
		}
	}
	if len(explanations)+len(e.unpricedFor(what)) == 0 {
		return nil, e.unknownLine(what, lang.Nearest(what, known))
	}
	return explanations, nil
}

// namesOfTask is what a task can be asked for by: its id, its step and its
// section.
func namesOfTask(task string) []string {
	base, _, _ := strings.Cut(task, "@")
	section, _, _ := strings.Cut(base, "/")
	return []string{task, base, section}
}

// unpricedFor is what cannot be estimated of what was asked for.
func (e *Estimate) unpricedFor(what string) []NotEstimable {
	var list []NotEstimable
	for _, n := range e.NotEstimable {
		if slices.Contains(namesOfTask(n.Task), what) || n.line != nil && n.line.Key() == what {
			list = append(list, n)
		}
	}
	return list
}

func (e *Estimate) explain(it *item) Explanation {
	x := Explanation{Basis: &it.Basis}
	for i := range e.how.Cells { // of all years, where the estimate is of one
		if c := &e.how.Cells[i]; c.Basis == x.Basis {
			x.Cells = append(x.Cells, c)
			x.Sum.add(Amount{c.Low, c.Likely, c.High, c.Hours})
		}
	}
	x.Text = append(x.Text, e.whatText(x.Basis))
	if x.Driver != nil {
		x.Text = append(x.Text, e.inputText(x.Driver))
	}
	if x.Months > 0 {
		x.Text = append(x.Text, e.text("estimate/times-months", lang.Args{"n": lang.Whole(x.Months)}))
	}
	if x.Rate != nil {
		x.Text = append(x.Text, e.inputText(x.Rate))
	}
	x.Text = append(x.Text, e.productText(x.Basis))
	for k := range x.Parts {
		x.Text = append(x.Text, e.partText(x.Basis, k, x.Cells))
	}
	return x
}

// whatText is the figure that a line starts from, and where it is from.
func (e *Estimate) whatText(b *Basis) lang.Text {
	low, likely, high := b.figures()
	figure := lang.Value(e.text("common/hours", lang.Args{"n": lang.Exactly(likely)}))
	switch {
	case b.Kroner != nil && b.Months > 0:
		figure = e.text("estimate/kroner-a-month", lang.Args{"amount": lang.Amount(lang.Exactly(likely))})
	case b.Kroner != nil:
		figure = lang.Amount(lang.Exactly(likely))
	case b.Months > 0:
		figure = e.text("estimate/hours-a-month", lang.Args{"n": lang.Exactly(likely)})
	}
	origin := e.originText(b)
	switch ranges := !low.Equal(high); {
	case ranges && b.Driver != nil:
		return e.text("estimate/figure-between-times", lang.Args{
			"figure": figure, "low": lang.Exactly(low), "high": lang.Exactly(high), "units": e.driverUnit(b), "origin": origin,
		})
	case ranges:
		return e.text("estimate/figure-between", lang.Args{"figure": figure, "low": lang.Exactly(low), "high": lang.Exactly(high), "origin": origin})
	case b.Driver != nil:
		return e.text("estimate/figure-times", lang.Args{"figure": figure, "units": e.driverUnit(b), "origin": origin})
	}
	ended := lang.Text{DA: strings.TrimSuffix(figure.In(lang.Danish), "."), EN: figure.In(lang.English)}
	return joined(". ", []lang.Text{ended, origin})
}

// driverUnit is what a line's figure is for one of, in the plural.
func (e *Estimate) driverUnit(b *Basis) lang.Text {
	if d := e.how.whole.Driver(b.Line.Per); d != nil {
		return lowered(d.Name)
	}
	return lang.Both(b.Line.Per)
}

// originText says whose the figure is.
func (e *Estimate) originText(b *Basis) lang.Text {
	switch {
	case b.Adjustment != nil:
		return e.text("estimate/own-figure", lang.Args{"source": lang.Both(b.Line.Contribution), "reason": lang.Both(b.Adjustment.Reason)})
	case b.Figure != nil:
		return e.text("estimate/read-in-from", lang.Args{"place": lang.Both(b.Figure.Place.String())})
	}
	name := lang.Both(b.Line.Contribution)
	for i := range e.Contributions {
		if c := &e.Contributions[i]; c.ID == b.Line.Contribution {
			name = c.Name
		}
	}
	if b.Line.Certainty != drejebog.Assumed {
		return name
	}
	return e.text("estimate/assumed-instead", lang.Args{"name": name, "why": b.Line.Why})
}

// inputText is a driver or a rate with where it is from.
func (e *Estimate) inputText(input *Input) lang.Text {
	own := input.Certainty != drejebog.Assumed && input.Source != ""
	source, year := lang.Both(input.Source), yearText(e.how.assumptions.PriceLevel)
	switch {
	case input.Kind == RateInput && own:
		return e.text("estimate/times-own-rate", lang.Args{
			"amount": lang.Amount(lang.Exactly(input.Likely)), "year": year, "name": input.Name, "source": source,
		})
	case input.Kind == RateInput:
		return e.text("estimate/times-assumed-rate", lang.Args{
			"amount": lang.Amount(lang.Exactly(input.Likely)), "year": year, "name": input.Name, "why": input.Why,
		})
	case own:
		return e.text("estimate/times-own-number", lang.Args{"number": lang.Exactly(input.Likely), "name": input.Name, "source": source})
	default:
		return e.text("estimate/times-assumed-number", lang.Args{"number": lang.Exactly(input.Likely), "name": input.Name, "why": input.Why})
	}
}

// productText is what the line comes to before it is parted over the years.
func (e *Estimate) productText(b *Basis) lang.Text {
	_, likely, _ := b.figures()
	quantity := likely.Mul(b.quantity(b.Units()))
	amount := kronerOf(drejebog.NewKroner(quantity.Mul(b.price())))
	parts := []lang.Text{{DA: amount.In(lang.Danish), EN: amount.In(lang.English)}}
	if b.Hours != nil {
		parts = append([]lang.Text{e.text("common/hours", lang.Args{"n": lang.Exactly(quantity)})}, parts...)
	}
	product := joined(", ", parts)
	return lang.Text{DA: "= " + product.DA, EN: "= " + product.EN}
}

// partText is what falls in one budget year, and why that much.
func (e *Estimate) partText(b *Basis, k int, cells []*Cell) lang.Text {
	p := &b.Parts[k]
	year := yearText(p.Year)
	if p.Year == Undated {
		year = e.text("common/undated", nil)
	}
	factors := []lang.Text{e.text("estimate/all-of-it", nil)}
	if all := workdays(b.Parts); all > 1 {
		factors[0] = e.text("estimate/workdays-of", lang.Args{"days": lang.Whole(p.Workdays), "all": lang.Whole(all)})
	}
	if p.Adjustment != nil {
		factors = append(factors, e.adjustmentText(p))
	}
	if !p.Index.Equal(one) {
		factors = append(factors, e.text("estimate/times-index", lang.Args{"index": lang.Exactly(p.Index), "year": yearText(e.levelIn(p.Year))}))
	}
	amount := lang.Kroner{}
	for _, c := range cells {
		if c.Part == k {
			amount = kronerOf(c.Likely)
		}
	}
	product := joined(", ", factors)
	return lang.Text{
		DA: year.DA + ": " + product.DA + " = " + amount.In(lang.Danish),
		EN: year.EN + ": " + product.EN + " = " + amount.In(lang.English),
	}
}

// levelIn is the price level of a budget year's amounts.
func (e *Estimate) levelIn(year int) int {
	for i := range e.Years {
		if e.Years[i].Year == year {
			return e.Years[i].PriceLevel
		}
	}
	return e.PriceLevel
}

// adjustmentText says what the plan does to a part, with its reason.
func (e *Estimate) adjustmentText(p *Part) lang.Text {
	where, reason := lang.Both(e.adjustmentPlace(p.Adjustment)), lang.Both(p.Adjustment.Reason)
	switch p.Adjustment.Action {
	case plan.Scale:
		return e.text("estimate/scaled", lang.Args{"factor": lang.Exactly(p.Factor), "place": where, "reason": reason})
	case plan.Replace:
		return e.text("estimate/replaced", lang.Args{"place": where, "reason": reason})
	default:
		return e.text("estimate/dropped", lang.Args{"place": where, "reason": reason})
	}
}

// WriteExplanation writes how the lines came about that Explain finds.
func (e *Estimate) WriteExplanation(w io.Writer, what string, language lang.Lang) error {
	explanations, err := e.Explain(what)
	if err != nil {
		return err
	}
	p := e.telling(language)
	var sum Amount
	for i := range explanations {
		x := &explanations[i]
		if i > 0 {
			p.Line("")
		}
		p.Line(e.lineText(x.Task, x.Line.Role, x.Line.Kind).In(language) + ": " + kronerOf(x.Sum.Likely).In(language))
		p.Paragraph("  ", x.Line.Key())
		for _, text := range x.Text {
			p.Paragraph("  ", text.In(language))
		}
		sum.add(x.Sum)
	}
	if len(explanations) > 1 {
		p.Line("")
		p.Line(p.say("estimate/sum-between", lang.Args{"amount": kronerOf(sum.Likely), "low": kronerOf(sum.Low), "high": kronerOf(sum.High)}))
	}
	for _, n := range e.unpricedFor(what) {
		p.Line("")
		p.Paragraph("", e.unpricedText(&n).In(language))
	}
	_, err = io.WriteString(w, p.String())
	return err
}

// unpricedText says of what cannot be estimated why, and who could give a
// figure; nobody for an option.
func (e *Estimate) unpricedText(n *NotEstimable) lang.Text {
	if n.Owes == "" {
		return e.text("estimate/unpriced", lang.Args{"what": lowered(n.What), "why": capital(n.Reason)})
	}
	return e.text("estimate/unpriced-waiting", lang.Args{"what": lowered(n.What), "why": capital(n.Reason), "party": lowered(e.partyName(n.Owes))})
}
