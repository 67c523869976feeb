package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Explanation tells how the lines came about that Estimate.Explain finds, from
// the figure by the multiplications to the budget years, each with its source.
// The error is that of Explain.
func Explanation(e *estimate.Estimate, what string) (*document.Document, error) {
	explained, err := e.Explain(what)
	if err != nil {
		return nil, err
	}
	t, _ := tell(e)
	unpriced := e.NotEstimableFor(what)
	t.Title, t.Subject = t.text("estimate/explanation", nil), t.asked(what, explained, unpriced)
	for i := range explained {
		x := &explained[i]
		t.Add(document.Heading{Level: 2, Text: lang.Joined(": ", t.line(x.Task, x.Line.Role, x.Line.Kind), lang.Written(x.Sum.Likely.Exact()))})
		t.Tell(t.terms(x)...)
	}
	if len(explained) > 1 {
		sum := estimate.SumOf(explained)
		t.Add(document.Heading{Level: 2, Text: t.text("common/in-all", nil)})
		t.Tell(t.text("estimate/sum-between", lang.Args{"amount": sum.Likely.Exact(), "low": sum.Low.Exact(), "high": sum.High.Exact()}))
	}
	if len(unpriced) > 0 {
		t.Add(document.Heading{Level: 2, Text: t.text("estimate/no-figures", nil)})
		var texts []lang.Text
		for i := range unpriced {
			texts = append(texts, t.unpriced(&unpriced[i]))
		}
		t.Points(texts...)
	}
	return &t.Document, nil
}

// asked names what was asked for: a section by its number, all else as its task
// or its step is called.
func (t *telling) asked(what string, explained []estimate.Explanation, unpriced []estimate.NotEstimable) lang.Text {
	switch {
	case t.sched.Node(what) != nil:
		return t.sched.LabelOf(what)
	case t.book.Activity(what) != nil:
		return t.text("common/section", lang.Args{"section": lang.Both(what)})
	case len(explained) > 0:
		return t.sched.NameOf(explained[0].Task)
	case len(unpriced) > 0:
		return t.sched.NameOf(unpriced[0].Task)
	default:
		return lang.Both(what)
	}
}

// terms are the terms of a line's product and what falls in each year.
func (t *telling) terms(x *estimate.Explanation) []lang.Text {
	texts := []lang.Text{t.figure(x.Basis)}
	for _, n := range x.Inputs {
		texts = append(texts, t.namedInput(n))
	}
	if x.Driver != nil {
		texts = append(texts, t.input(x.Driver))
	}
	if x.Months > 0 {
		texts = append(texts, t.text("estimate/times-months", lang.Args{"n": lang.Whole(x.Months)}))
	}
	if x.Rate != nil {
		texts = append(texts, t.input(x.Rate))
	}
	texts = append(texts, t.product(x.Basis))
	switch largest := x.Largest(); len(largest) {
	case 0:
	case 1:
		texts = append(texts, t.text("estimate/largest-input", lang.Args{"name": largest[0].Name.Lower()}))
	default:
		texts = append(texts, t.text("estimate/largest-inputs", lang.Args{"first": largest[0].Name.Lower(), "second": largest[1].Name.Lower()}))
	}
	if x.Line.Step != "" && x.Line.Milestone != "" {
		texts = append(texts, t.falls(x))
	}
	for k := range x.Parts {
		texts = append(texts, t.part(x, k))
	}
	return texts
}

// figure is the figure that a line starts from, and where it is from.
func (t *telling) figure(b *estimate.Basis) lang.Text {
	low, likely, high := b.Figures()
	figure := lang.Value(t.text("common/hours", lang.Args{"n": lang.Exactly(likely)}))
	switch {
	case b.Kroner != nil && b.Months > 0:
		figure = t.text("estimate/kroner-a-month", lang.Args{"amount": lang.Amount(lang.Exactly(likely))})
	case b.Kroner != nil:
		figure = lang.Amount(lang.Exactly(likely))
	case b.Months > 0:
		figure = t.text("estimate/hours-a-month", lang.Args{"n": lang.Exactly(likely)})
	}
	origin, units := t.origin(b), t.book.DriverName(b.Line.Per).Lower()
	switch ranges := !low.Equal(high); {
	case ranges && b.Driver != nil:
		return t.text("estimate/figure-between-times", lang.Args{
			"figure": figure, "low": lang.Exactly(low), "high": lang.Exactly(high), "units": units, "origin": origin,
		})
	case ranges:
		return t.text("estimate/figure-between", lang.Args{"figure": figure, "low": lang.Exactly(low), "high": lang.Exactly(high), "origin": origin})
	case b.Driver != nil:
		return t.text("estimate/figure-times", lang.Args{"figure": figure, "units": units, "origin": origin})
	}
	return lang.Joined(" ", lang.Written(figure).Ended(), origin)
}

// origin says whose the figure is.
func (t *telling) origin(b *estimate.Basis) lang.Text {
	switch {
	case b.Adjustment != nil:
		return t.text("estimate/own-figure", lang.Args{"source": t.est.SourceOf(b.Line.Contribution), "reason": lang.Both(b.Adjustment.Reason)})
	case b.Figure != nil:
		return t.text("estimate/read-in-from", lang.Args{"place": lang.Both(b.Figure.Place.String())})
	}
	name := t.est.ContributionName(b.Line.Contribution)
	if b.Line.Certainty != drejebog.Assumed {
		return name
	}
	return t.text("estimate/assumed-instead", lang.Args{"name": name, "why": b.Line.Why})
}

// input is a driver or a rate with where it is from.
func (t *telling) input(input *estimate.Input) lang.Text {
	own := input.Certainty != drejebog.Assumed && input.Source != ""
	source, year := t.est.SourceOf(input.Source).Text(), lang.Plain(t.est.Assumptions().PriceLevel)
	switch {
	case input.Kind == estimate.RateInput && own:
		return t.text("estimate/times-own-rate", lang.Args{
			"amount": lang.Amount(lang.Exactly(input.Likely)), "year": year, "name": input.Name, "source": source,
		})
	case input.Kind == estimate.RateInput:
		return t.text("estimate/times-assumed-rate", lang.Args{
			"amount": lang.Amount(lang.Exactly(input.Likely)), "year": year, "name": input.Name, "why": input.Why,
		})
	case own:
		return t.text("estimate/times-own-number", lang.Args{"number": lang.Exactly(input.Likely), "name": input.Name, "source": source})
	default:
		return t.text("estimate/times-assumed-number", lang.Args{"number": lang.Exactly(input.Likely), "name": input.Name, "why": input.Why})
	}
}

// namedInput is a number that a figure is a product of, with where it is from.
func (t *telling) namedInput(n *product.Input) lang.Text {
	args := lang.Args{"name": n.Name.Lower(), "number": lang.Exactly(n.Likely), "low": lang.Exactly(n.Low), "high": lang.Exactly(n.High), "why": n.Why}
	id := "estimate/named-input"
	if n.Low.Equal(n.High) {
		id = "estimate/named-input-exact"
	}
	text := t.text(id, args)
	if n.Certainty == drejebog.Assumed {
		text = lang.Joined(" ", text, t.text("estimate/our-guess", nil))
	}
	text = lang.Joined(" ", text, n.Why, n.Ends)
	switch {
	case n.Address != "":
		text = lang.Joined(" ", text, t.text("estimate/input-source", lang.Args{"source": lang.Both(n.Address)}))
	case n.Section != "":
		text = lang.Joined(" ", text, t.text("estimate/input-section", lang.Args{"section": lang.Both(n.Section)}))
	}
	return text
}

// falls says where the money of a line for a step falls that does not fall on the
// step's own days.
func (t *telling) falls(x *estimate.Explanation) lang.Text {
	args := lang.Args{"n": lang.Whole(max(x.Line.Days, -x.Line.Days)), "milestone": t.sched.LabelOf(x.Line.Milestone + "@" + x.Project)}
	if x.Line.Days < 0 {
		return t.text("estimate/falls-before", args)
	}
	return t.text("estimate/falls-from", args)
}

// product is what the line comes to before it is parted over the years.
func (t *telling) product(b *estimate.Basis) lang.Text {
	product := lang.Written(lang.Kroner{Value: b.Product()})
	if b.Hours != nil {
		product = lang.Joined(", ", t.text("common/hours", lang.Args{"n": lang.Exactly(b.Quantity())}), product)
	}
	return lang.Joined(" ", lang.Both("="), product)
}

// part is what falls in one budget year, and why that much.
func (t *telling) part(x *estimate.Explanation, k int) lang.Text {
	p := &x.Parts[k]
	year := lang.Written(lang.Plain(p.Year))
	if p.Year == estimate.Undated {
		year = t.text("common/undated", nil)
	}
	factors := []lang.Text{t.text("estimate/all-of-it", nil)}
	if all := x.Workdays(); all > 1 {
		factors[0] = t.text("estimate/workdays-of", lang.Args{"days": lang.Whole(p.Workdays), "all": lang.Whole(all)})
	}
	if p.Adjustment != nil {
		factors = append(factors, t.adjustment(p))
	}
	if !p.Index.Equal(decimal.NewFromInt(1)) {
		factors = append(factors, t.text("estimate/times-index", lang.Args{"index": lang.Exactly(p.Index), "year": lang.Plain(t.levelIn(p.Year))}))
	}
	amount := lang.Kroner{}
	for _, c := range x.Cells {
		if c.Part == k {
			amount = c.Likely.Exact()
		}
	}
	return lang.Joined(": ", year, lang.Joined(" = ", lang.Joined(", ", factors...), lang.Written(amount)))
}

// levelIn is the price level of a budget year's amounts.
func (t *telling) levelIn(year int) int {
	for i := range t.est.Years {
		if t.est.Years[i].Year == year {
			return t.est.Years[i].PriceLevel
		}
	}
	return t.est.PriceLevel
}

// adjustment says what the plan does to a part, with its reason.
func (t *telling) adjustment(p *estimate.Part) lang.Text {
	where, reason := lang.Both(t.adjustmentPlace(p.Adjustment)), lang.Both(p.Adjustment.Reason)
	switch p.Adjustment.Action {
	case plan.Scale:
		return t.text("estimate/scaled", lang.Args{"factor": lang.Exactly(p.Factor), "place": where, "reason": reason})
	case plan.Replace:
		return t.text("estimate/replaced", lang.Args{"place": where, "reason": reason})
	default:
		return t.text("estimate/dropped", lang.Args{"place": where, "reason": reason})
	}
}

// adjustmentPlace is where the plan has an adjustment.
func (t *telling) adjustmentPlace(a *plan.Adjustment) string {
	for i := range t.sched.Plan.Adjustments {
		if &t.sched.Plan.Adjustments[i] != a {
			continue
		}
		path := strict.Index("adjustments", i)
		if place, ok := t.sched.Plan.Where(path); ok {
			return place.String()
		}
		return path
	}
	return ""
}

// unpriced says of what cannot be estimated why, and who could give a figure;
// nobody for an option.
func (t *telling) unpriced(n *estimate.NotEstimable) lang.Text {
	if n.Owes == "" {
		return t.text("estimate/unpriced", lang.Args{"what": n.What.Lower(), "why": n.Reason.Capital()})
	}
	return t.text("estimate/unpriced-waiting", lang.Args{"what": n.What.Lower(), "why": n.Reason.Capital(), "party": t.book.PartyName(n.Owes).Lower()})
}
