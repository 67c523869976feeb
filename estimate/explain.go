package estimate

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Explanation is how one line came to its amounts for one task.
type Explanation struct {
	*Basis
	Cells []*Cell // of the line for the task, by year; what the plan drops has none
	Sum   Amount  // of the cells

	// Text says it in sentences, from the figure by the multiplications to the
	// budget years, each with its source.
	Text []drejebog.Text
}

// UnknownLineError says that no line of an estimate is for what was asked.
type UnknownLineError struct {
	Word    string
	Suggest string // the nearest id, or ""
}

// Error says it in English.
func (e *UnknownLineError) Error() string {
	text := "no line of the estimate is for “" + e.Word + "”"
	if e.Suggest != "" {
		text += "; did you mean " + e.Suggest + "?"
	}
	return text
}

// Danish says it in Danish.
func (e *UnknownLineError) Danish() string {
	text := "ingen linje i overslaget er for »" + e.Word + "«"
	if e.Suggest != "" {
		text += "; mente du " + e.Suggest + "?"
	}
	return text
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
		return nil, &UnknownLineError{Word: what, Suggest: strict.Nearest(what, known)}
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
		x.Text = append(x.Text, inputText(x.Driver, "× ", e))
	}
	if x.Months > 0 {
		x.Text = append(x.Text, drejebog.Text{
			DA: "× " + digits(x.Months) + " måneder, som opgaven varer (påbegyndte)", EN: "× " + digits(x.Months) + " months that the task lasts (begun)",
		})
	}
	if x.Rate != nil {
		x.Text = append(x.Text, inputText(x.Rate, "× ", e))
	}
	x.Text = append(x.Text, e.productText(x.Basis))
	for k := range x.Parts {
		x.Text = append(x.Text, e.partText(x.Basis, k, x.Cells))
	}
	return x
}

// whatText is the figure that a line starts from, and where it is from.
func (e *Estimate) whatText(b *Basis) drejebog.Text {
	low, likely, high := b.figures()
	say := func(lang drejebog.Lang) string {
		text := amountText(likely, lang) + drejebog.Text{DA: " timer", EN: " hours"}.In(lang)
		if b.Kroner != nil {
			text = withUnit(amountText(likely, lang), lang)
		}
		if b.Months > 0 {
			text += drejebog.Text{DA: " om måneden", EN: " a month"}.In(lang)
		}
		if !low.Equal(high) {
			text += drejebog.Text{DA: " (mellem ", EN: " (between "}.In(lang) + amountText(low, lang) + drejebog.Text{DA: " og ", EN: " and "}.In(lang) + amountText(high, lang) + ")"
		}
		if b.Driver != nil {
			text += drejebog.Text{DA: " gange antallet af ", EN: " times the number of "}.In(lang) + e.driverUnit(b).In(lang)
		}
		return strings.TrimSuffix(text, ".") + ". " + e.originText(b).In(lang)
	}
	return drejebog.Text{DA: say(drejebog.Danish), EN: say(drejebog.English)}
}

// driverUnit is what a line's figure is for one of, in the plural.
func (e *Estimate) driverUnit(b *Basis) drejebog.Text {
	if d := e.how.whole.Driver(b.Line.Per); d != nil {
		return drejebog.Text{DA: lowerFirst(d.Name.DA), EN: lowerFirst(d.Name.EN)}
	}
	return drejebog.Both(b.Line.Per)
}

// originText says whose the figure is.
func (e *Estimate) originText(b *Basis) drejebog.Text {
	switch {
	case b.Adjustment != nil:
		return drejebog.Text{
			DA: "Kommunens eget tal (" + b.Line.Contribution + "): " + b.Adjustment.Reason,
			EN: "The kommune's own figure (" + b.Line.Contribution + "): " + b.Adjustment.Reason,
		}
	case b.Figure != nil:
		return drejebog.Text{DA: "Læst ind fra " + b.Figure.Place.String(), EN: "Read in from " + b.Figure.Place.String()}
	}
	name := drejebog.Both(b.Line.Contribution)
	for i := range e.Contributions {
		if c := &e.Contributions[i]; c.ID == b.Line.Contribution {
			name = c.Name
		}
	}
	if b.Line.Certainty != drejebog.Assumed {
		return name
	}
	return drejebog.Text{
		DA: "Vores antagelse i stedet for " + name.DA + ": " + b.Line.Why.DA, EN: "Our assumption in the place of " + name.EN + ": " + b.Line.Why.EN,
	}
}

// inputText is a driver or a rate with where it is from.
func inputText(input *Input, mark string, e *Estimate) drejebog.Text {
	say := func(lang drejebog.Lang) string {
		text := mark + amountText(input.Likely, lang)
		if input.Kind == RateInput {
			text = mark + withUnit(amountText(input.Likely, lang), lang) + drejebog.Text{DA: " i timen i ", EN: " an hour at the price level of "}.In(lang) + digits(e.how.assumptions.PriceLevel) +
				drejebog.Text{DA: "-niveau", EN: ""}.In(lang)
		}
		text += ". " + input.Name.In(lang) + ": "
		switch {
		case input.Certainty != drejebog.Assumed && input.Source != "":
			return text + drejebog.Text{DA: "kommunens eget tal (", EN: "the kommune's own figure ("}.In(lang) + input.Source + ")"
		default:
			return text + drejebog.Text{DA: "antaget. ", EN: "assumed. "}.In(lang) + input.Why.In(lang)
		}
	}
	return drejebog.Text{DA: say(drejebog.Danish), EN: say(drejebog.English)}
}

// productText is what the line comes to before it is parted over the years.
func (e *Estimate) productText(b *Basis) drejebog.Text {
	_, likely, _ := b.figures()
	quantity := likely.Mul(b.quantity(b.Units()))
	say := func(lang drejebog.Lang) string {
		text := "= "
		if b.Hours != nil {
			text += amountText(quantity, lang) + drejebog.Text{DA: " timer, ", EN: " hours, "}.In(lang)
		}
		return text + kronerText(drejebog.NewKroner(quantity.Mul(b.price())), lang)
	}
	return drejebog.Text{DA: say(drejebog.Danish), EN: say(drejebog.English)}
}

// partText is what falls in one budget year, and why that much.
func (e *Estimate) partText(b *Basis, k int, cells []*Cell) drejebog.Text {
	p := &b.Parts[k]
	workdays := workdays(b.Parts)
	say := func(lang drejebog.Lang) string {
		year := digits(p.Year)
		if p.Year == Undated {
			year = drejebog.Text{DA: "Uden dato", EN: "Undated"}.In(lang)
		}
		text := year + ": "
		if workdays > 1 {
			text += digits(p.Workdays) + drejebog.Text{DA: " af ", EN: " of "}.In(lang) + digits(workdays) + drejebog.Text{DA: " arbejdsdage", EN: " working days"}.In(lang)
		} else {
			text += drejebog.Text{DA: "hele beløbet", EN: "all of it"}.In(lang)
		}
		text += adjustmentText(p, e).In(lang)
		if !p.Index.Equal(one) {
			text += drejebog.Text{DA: ", × " + notation(plainNumber(p.Index), drejebog.Danish) + " til " + digits(e.levelIn(p.Year)) + "-niveau (KL's pris- og lønskøn)",
				EN: ", × " + notation(plainNumber(p.Index), drejebog.English) + " to the level of " + digits(e.levelIn(p.Year)) + " (KL's estimates of prices and wages)"}.In(lang)
		}
		amount := drejebog.Kroner{}
		for _, c := range cells {
			if c.Part == k {
				amount = c.Likely
			}
		}
		return text + " = " + kronerText(amount, lang)
	}
	return drejebog.Text{DA: say(drejebog.Danish), EN: say(drejebog.English)}
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
func adjustmentText(p *Part, e *Estimate) drejebog.Text {
	if p.Adjustment == nil {
		return drejebog.Text{}
	}
	where := e.adjustmentPlace(p.Adjustment)
	switch p.Adjustment.Action {
	case plan.Scale:
		return drejebog.Text{
			DA: ", × " + notation(plainNumber(p.Factor), drejebog.Danish) + " efter planen (" + where + "): " + p.Adjustment.Reason,
			EN: ", × " + notation(plainNumber(p.Factor), drejebog.English) + " by the plan (" + where + "): " + p.Adjustment.Reason,
		}
	case plan.Replace:
		return drejebog.Text{
			DA: ", erstattet i planen (" + where + "): " + p.Adjustment.Reason, EN: ", replaced in the plan (" + where + "): " + p.Adjustment.Reason,
		}
	default:
		return drejebog.Text{
			DA: ", fjernet i planen (" + where + "): " + p.Adjustment.Reason, EN: ", dropped in the plan (" + where + "): " + p.Adjustment.Reason,
		}
	}
}

// WriteExplanation writes how the lines came about that Explain finds.
func (e *Estimate) WriteExplanation(w io.Writer, what string, lang drejebog.Lang) error {
	explanations, err := e.Explain(what)
	if err != nil {
		return err
	}
	p := page.New(lang)
	var sum Amount
	for i := range explanations {
		x := &explanations[i]
		if i > 0 {
			p.Line("")
		}
		p.Line(e.headOf(x.Basis, lang) + ": " + kronerText(x.Sum.Likely, lang))
		p.Paragraph("  ", x.Line.Key())
		for _, text := range x.Text {
			p.Paragraph("  ", text.In(lang))
		}
		sum.add(x.Sum)
	}
	if len(explanations) > 1 {
		p.Line("")
		p.Line(p.Say("I alt ", "In all ") + kronerText(sum.Likely, lang) + p.Say(", mellem ", ", between ") + kronerText(sum.Low, lang) + p.Say(" og ", " and ") + kronerText(sum.High, lang))
	}
	for _, n := range e.unpricedFor(what) {
		p.Line("")
		p.Paragraph("", p.Say("Kan ikke estimeres: ", "Cannot be estimated: ")+lowerFirst(n.What.In(lang))+". "+upperFirst(n.Reason.In(lang))+"."+e.awaitedFrom(n.Owes, lang))
	}
	_, err = io.WriteString(w, p.String())
	return err
}

// awaitedFrom says who could give a figure; nothing for an option.
func (e *Estimate) awaitedFrom(party string, lang drejebog.Lang) string {
	if party == "" {
		return ""
	}
	return drejebog.Text{DA: " Afventer ", EN: " Waiting for "}.In(lang) + lowerFirst(e.partyName(party).In(lang)) + "."
}

// headOf names a line as a person would: task, role and kind.
func (e *Estimate) headOf(b *Basis, lang drejebog.Lang) string {
	return strings.Join([]string{e.labelOf(b.Task).In(lang), lowerFirst(e.roleName(b.Line.Role).In(lang)), b.Line.Kind.Name().In(lang)}, ", ")
}
