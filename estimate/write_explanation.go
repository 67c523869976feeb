package estimate

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

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
