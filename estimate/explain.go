package estimate

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
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
		return nil, &UnknownLineError{Word: what, Suggest: lang.Nearest(what, known)}
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
		x.Text = append(x.Text, lang.Text{
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
func (e *Estimate) whatText(b *Basis) lang.Text {
	low, likely, high := b.figures()
	say := func(language lang.Lang) string {
		text := amountText(likely, language) + lang.Text{DA: " timer", EN: " hours"}.In(language)
		if b.Kroner != nil {
			text = withUnit(amountText(likely, language), language)
		}
		if b.Months > 0 {
			text += lang.Text{DA: " om måneden", EN: " a month"}.In(language)
		}
		if !low.Equal(high) {
			text += lang.Text{DA: " (mellem ", EN: " (between "}.In(language) + amountText(low, language) + lang.Text{DA: " og ", EN: " and "}.In(language) + amountText(high, language) + ")"
		}
		if b.Driver != nil {
			text += lang.Text{DA: " gange antallet af ", EN: " times the number of "}.In(language) + e.driverUnit(b).In(language)
		}
		return strings.TrimSuffix(text, ".") + ". " + e.originText(b).In(language)
	}
	return lang.Text{DA: say(lang.Danish), EN: say(lang.English)}
}

// driverUnit is what a line's figure is for one of, in the plural.
func (e *Estimate) driverUnit(b *Basis) lang.Text {
	if d := e.how.whole.Driver(b.Line.Per); d != nil {
		return lang.Text{DA: lowerFirst(d.Name.DA), EN: lowerFirst(d.Name.EN)}
	}
	return lang.Both(b.Line.Per)
}

// originText says whose the figure is.
func (e *Estimate) originText(b *Basis) lang.Text {
	switch {
	case b.Adjustment != nil:
		return lang.Text{
			DA: "Kommunens eget tal (" + b.Line.Contribution + "): " + b.Adjustment.Reason,
			EN: "The kommune's own figure (" + b.Line.Contribution + "): " + b.Adjustment.Reason,
		}
	case b.Figure != nil:
		return lang.Text{DA: "Læst ind fra " + b.Figure.Place.String(), EN: "Read in from " + b.Figure.Place.String()}
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
	return lang.Text{
		DA: "Vores antagelse i stedet for " + name.DA + ": " + b.Line.Why.DA, EN: "Our assumption in the place of " + name.EN + ": " + b.Line.Why.EN,
	}
}

// inputText is a driver or a rate with where it is from.
func inputText(input *Input, mark string, e *Estimate) lang.Text {
	say := func(language lang.Lang) string {
		text := mark + amountText(input.Likely, language)
		if input.Kind == RateInput {
			text = mark + withUnit(amountText(input.Likely, language), language) + lang.Text{DA: " i timen i ", EN: " an hour at the price level of "}.In(language) + digits(e.how.assumptions.PriceLevel) +
				lang.Text{DA: "-niveau", EN: ""}.In(language)
		}
		text += ". " + input.Name.In(language) + ": "
		switch {
		case input.Certainty != drejebog.Assumed && input.Source != "":
			return text + lang.Text{DA: "kommunens eget tal (", EN: "the kommune's own figure ("}.In(language) + input.Source + ")"
		default:
			return text + lang.Text{DA: "antaget. ", EN: "assumed. "}.In(language) + input.Why.In(language)
		}
	}
	return lang.Text{DA: say(lang.Danish), EN: say(lang.English)}
}

// productText is what the line comes to before it is parted over the years.
func (e *Estimate) productText(b *Basis) lang.Text {
	_, likely, _ := b.figures()
	quantity := likely.Mul(b.quantity(b.Units()))
	say := func(language lang.Lang) string {
		text := "= "
		if b.Hours != nil {
			text += amountText(quantity, language) + lang.Text{DA: " timer, ", EN: " hours, "}.In(language)
		}
		return text + kronerText(drejebog.NewKroner(quantity.Mul(b.price())), language)
	}
	return lang.Text{DA: say(lang.Danish), EN: say(lang.English)}
}

// partText is what falls in one budget year, and why that much.
func (e *Estimate) partText(b *Basis, k int, cells []*Cell) lang.Text {
	p := &b.Parts[k]
	workdays := workdays(b.Parts)
	say := func(language lang.Lang) string {
		year := digits(p.Year)
		if p.Year == Undated {
			year = lang.Text{DA: "Uden dato", EN: "Undated"}.In(language)
		}
		text := year + ": "
		if workdays > 1 {
			text += digits(p.Workdays) + lang.Text{DA: " af ", EN: " of "}.In(language) + digits(workdays) + lang.Text{DA: " arbejdsdage", EN: " working days"}.In(language)
		} else {
			text += lang.Text{DA: "hele beløbet", EN: "all of it"}.In(language)
		}
		text += adjustmentText(p, e).In(language)
		if !p.Index.Equal(one) {
			text += lang.Text{DA: ", × " + amountText(p.Index, lang.Danish) + " til " + digits(e.levelIn(p.Year)) + "-niveau (KL's pris- og lønskøn)",
				EN: ", × " + amountText(p.Index, lang.English) + " to the level of " + digits(e.levelIn(p.Year)) + " (KL's estimates of prices and wages)"}.In(language)
		}
		amount := drejebog.Kroner{}
		for _, c := range cells {
			if c.Part == k {
				amount = c.Likely
			}
		}
		return text + " = " + kronerText(amount, language)
	}
	return lang.Text{DA: say(lang.Danish), EN: say(lang.English)}
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
func adjustmentText(p *Part, e *Estimate) lang.Text {
	if p.Adjustment == nil {
		return lang.Text{}
	}
	where := e.adjustmentPlace(p.Adjustment)
	switch p.Adjustment.Action {
	case plan.Scale:
		return lang.Text{
			DA: ", × " + amountText(p.Factor, lang.Danish) + " efter planen (" + where + "): " + p.Adjustment.Reason,
			EN: ", × " + amountText(p.Factor, lang.English) + " by the plan (" + where + "): " + p.Adjustment.Reason,
		}
	case plan.Replace:
		return lang.Text{
			DA: ", erstattet i planen (" + where + "): " + p.Adjustment.Reason, EN: ", replaced in the plan (" + where + "): " + p.Adjustment.Reason,
		}
	default:
		return lang.Text{
			DA: ", fjernet i planen (" + where + "): " + p.Adjustment.Reason, EN: ", dropped in the plan (" + where + "): " + p.Adjustment.Reason,
		}
	}
}

// WriteExplanation writes how the lines came about that Explain finds.
func (e *Estimate) WriteExplanation(w io.Writer, what string, language lang.Lang) error {
	explanations, err := e.Explain(what)
	if err != nil {
		return err
	}
	p := page.New(language)
	var sum Amount
	for i := range explanations {
		x := &explanations[i]
		if i > 0 {
			p.Line("")
		}
		p.Line(e.headOf(x.Basis, language) + ": " + kronerText(x.Sum.Likely, language))
		p.Paragraph("  ", x.Line.Key())
		for _, text := range x.Text {
			p.Paragraph("  ", text.In(language))
		}
		sum.add(x.Sum)
	}
	if len(explanations) > 1 {
		p.Line("")
		p.Line(p.Say("I alt ", "In all ") + kronerText(sum.Likely, language) + p.Say(", mellem ", ", between ") + kronerText(sum.Low, language) + p.Say(" og ", " and ") + kronerText(sum.High, language))
	}
	for _, n := range e.unpricedFor(what) {
		p.Line("")
		p.Paragraph("", p.Say("Kan ikke estimeres: ", "Cannot be estimated: ")+lowerFirst(n.What.In(language))+". "+upperFirst(n.Reason.In(language))+"."+e.awaitedFrom(n.Owes, language))
	}
	_, err = io.WriteString(w, p.String())
	return err
}

// awaitedFrom says who could give a figure; nothing for an option.
func (e *Estimate) awaitedFrom(party string, language lang.Lang) string {
	if party == "" {
		return ""
	}
	return lang.Text{DA: " Afventer ", EN: " Waiting for "}.In(language) + lowerFirst(e.partyName(party).In(language)) + "."
}

// headOf names a line as a person would: task, role and kind.
func (e *Estimate) headOf(b *Basis, language lang.Lang) string {
	return strings.Join([]string{e.labelOf(b.Task).In(language), lowerFirst(e.roleName(b.Line.Role).In(language)), b.Line.Kind.Name().In(language)}, ", ")
}
