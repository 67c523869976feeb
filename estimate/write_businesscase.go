package estimate

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// WriteText writes the case as one page: what it comes to, the money year by
// year, what would change the answer, add-ons, benefits, and what it all rests
// on. Amounts are whole 1.000 kr., each rounded on its own.
func (b *BusinessCase) WriteText(w io.Writer, language lang.Lang) error {
	p := b.estimate.telling(language)
	b.writeHead(p)
	if b.complete {
		b.writeResult(p)
	} else {
		b.writeMissing(p)
	}
	b.writeFlow(p)
	b.writeSensitivity(p)
	b.writeAddOns(p)
	b.writeBenefits(p)
	b.writeBasis(p)
	_, err := io.WriteString(w, p.String())
	return err
}

func (b *BusinessCase) writeHead(p telling) {
	switch {
	case !b.complete:
		p.Paragraph("", p.say("businesscase/cannot-be-computed", nil))
	case b.OnTarget:
		p.Paragraph("", p.say("businesscase/on-target", nil))
	default:
		p.Paragraph("", p.say("businesscase/own-prices", nil))
	}
	p.Line("")
	p.Line(p.say("businesscase/title", lang.Args{"kommune": lang.Both(b.Kommune.FullName())}))
	p.Paragraph("", p.say("businesscase/head", lang.Args{"day": lang.Day(b.AsOf), "prices": b.priceText(), "thousand": thousand}))
}

// priceText says which year's prices the amounts are in.
func (b *BusinessCase) priceText() lang.Text {
	level, stated := yearText(b.PriceLevel), yearText(b.estimate.paymentLevel())
	switch {
	case b.Baseline.IsZero() || stated == level:
		return b.estimate.text("businesscase/prices", lang.Args{"level": level})
	case b.PaymentLevel != b.PriceLevel:
		return b.estimate.text("businesscase/prices-payments-stay", lang.Args{"level": level, "stated": stated})
	default:
		return b.estimate.text("businesscase/prices-payments-carried", lang.Args{"level": level, "stated": stated})
	}
}

// writeMissing says what the kommune has to find out.
func (b *BusinessCase) writeMissing(p telling) {
	p.head(p.text("businesscase/missing", nil))
	for _, f := range b.Findings {
		if f.Code == "DB-440" || f.Code == "DB-441" {
			p.Paragraph("  - ", f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang))
		}
	}
}

func (b *BusinessCase) writeResult(p telling) {
	p.head(p.text("businesscase/result", nil))
	result := func(name, figure string) { p.Line("  " + padRight(name, 62) + padLeft(figure, 20)) }
	result(p.say("businesscase/present-value-in", lang.Args{"year": yearText(b.FirstYear), "rate": ratePercent(b.DiscountRate.Value)}), signedThousands(b.PresentValue, p.Lang))
	result("  "+p.say("businesscase/with-own-hours", nil), signedThousands(b.WithOwnTime, p.Lang))
	result(p.say("businesscase/earned-back", nil), b.paybackText().In(p.Lang))
	result(p.say("businesscase/paid-today", nil), thousands(b.Baseline, p.Lang))
	result(p.say("businesscase/paid-later", nil), thousands(b.Future, p.Lang))
	if b.Baseline.Sign() > 0 {
		saving := b.Baseline.Sub(b.Future)
		share := ratePercent(saving.Decimal().DivRound(b.Baseline.Decimal(), 3)).In(p.Lang)
		target := ratePercent(b.estimate.how.assumptions.Case.Joint.Target.Value)
		result("  "+p.say("businesscase/saving", lang.Args{"target": target}), signedThousands(saving, p.Lang)+" ("+share+")")
	}
	if i := b.Infrastructure; i != nil {
		result("  "+p.say("businesscase/of-it-infrastructure", lang.Args{"day": lang.Day(i.Tariff.From)}), thousands(i.Yearly, p.Lang))
	}
	if b.PresentValue.Sign() < 0 {
		for _, f := range b.Findings {
			if f.Code == "DB-442" {
				p.Paragraph("  ", f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang))
			}
		}
	}
	for i := range b.Yardsticks {
		p.Paragraph("  ", b.Yardsticks[i].Text.In(p.Lang))
	}
}

func (b *BusinessCase) paybackText() lang.Text {
	if b.Payback == nil {
		return b.estimate.text("businesscase/not-by", lang.Args{"year": yearText(b.FirstYear + len(b.Total) - 1)})
	}
	return b.Payback.Text()
}

// signedThousands writes an amount in whole 1.000 kr. with its sign.
func signedThousands(amount drejebog.Kroner, language lang.Lang) string {
	text := thousands(amount, language)
	if amount.Sign() > 0 {
		return "+" + text
	}
	return text
}

// writeFlow writes a line for each year and a column for each group.
func (b *BusinessCase) writeFlow(p telling) {
	p.head(p.text("businesscase/cash-flow", nil))
	groups := []CaseGroup{Implementation, OldSystems, NewSystems, OwnBenefits}
	heads := []string{
		p.say("businesscase/flow-implementation", nil), p.say("businesscase/flow-old", nil), p.say("businesscase/flow-new", nil),
		p.say("businesscase/flow-benefits", nil), lowerFirst(p.say("common/in-all", nil)), p.say("businesscase/flow-added-up", nil),
		b.estimate.kindName(Own).In(p.Lang),
	}
	row := func(name string, figures []string) {
		line := "  " + padRight(name, 8) + padLeft(figures[0], 14)
		for _, figure := range figures[1:] {
			line += padLeft(figure, 12)
		}
		p.Line(line)
	}
	row("", heads)
	var sum drejebog.Kroner
	columns := make([]drejebog.Kroner, len(heads))
	for k := range b.Total {
		sum = sum.Add(b.Total[k])
		amounts := make([]drejebog.Kroner, 0, len(heads))
		for _, g := range groups {
			amounts = append(amounts, b.ofGroup(g, k))
		}
		amounts = append(amounts, b.Total[k], sum, b.OwnTime[k])
		figures := make([]string, len(amounts))
		for i, amount := range amounts {
			columns[i] = columns[i].Add(amount)
			figures[i] = thousands(amount, p.Lang)
		}
		row(digits(b.FirstYear+k), figures)
	}
	figures := make([]string, len(columns))
	for i, amount := range columns {
		figures[i] = thousands(amount, p.Lang)
	}
	figures[len(groups)+1] = "" // a sum of sums means nothing
	row(p.say("common/in-all", nil), figures)
	p.Paragraph("  ", p.say("businesscase/own-hours-apart", nil))
}

// ofGroup is the sum of a group's rows in a year of the case.
func (b *BusinessCase) ofGroup(g CaseGroup, year int) drejebog.Kroner {
	var sum drejebog.Kroner
	for i := range b.Rows {
		if b.Rows[i].Group == g {
			sum = sum.Add(b.Rows[i].Years[year])
		}
	}
	return sum
}

func (b *BusinessCase) writeSensitivity(p telling) {
	if len(b.Sensitivity) == 0 {
		return
	}
	p.head(p.text("businesscase/sensitivity", nil))
	row := func(name string, figures ...string) {
		line := "  " + padRight(name, 40)
		for _, figure := range figures {
			line += padLeft(figure, 14)
		}
		p.Line(line)
	}
	value := p.say("businesscase/present-value", nil)
	row("", lowerFirst(p.say("column/from", nil)), value, lowerFirst(p.say("column/to", nil)), value)
	for i := range b.Sensitivity {
		s := &b.Sensitivity[i]
		row(s.Name.In(p.Lang), s.Low.In(p.Lang), signedThousands(s.AtLow, p.Lang), s.High.In(p.Lang), signedThousands(s.AtHigh, p.Lang))
	}
}

func (b *BusinessCase) writeAddOns(p telling) {
	if len(b.AddOns) == 0 {
		return
	}
	p.head(p.text("businesscase/add-ons", nil))
	for i := range b.AddOns {
		a := &b.AddOns[i]
		p.Paragraph("  - ", b.addOnText(a).In(p.Lang))
	}
}

// addOnText says whether to buy an add-on and why, and what it has come to when
// its system is replaced.
func (b *BusinessCase) addOnText(a *AddOnCase) lang.Text {
	sentences := []lang.Text{b.estimate.words().Key("addon-verdict", a.Verdict.String(), lang.Args{"name": lang.Both(a.Name)})}
	for _, reason := range a.Reasons {
		sentences = append(sentences, b.estimate.reasonText(a, reason))
	}
	switch {
	case a.Replaced == nil:
	case a.Net.Sign() < 0:
		sentences = append(sentences, b.estimate.text("businesscase/has-cost", lang.Args{"amount": lang.Amount(lang.Decimals(a.Net.Neg().Decimal(), 0))}))
	default:
		sentences = append(sentences, b.estimate.text("businesscase/has-earned", lang.Args{"amount": lang.Amount(lang.Decimals(a.Net.Decimal(), 0))}))
	}
	return joined(" ", sentences)
}

func (b *BusinessCase) writeBenefits(p telling) {
	p.head(p.text("businesscase/benefits", nil))
	if len(b.Benefits) == 0 {
		p.Paragraph("  ", p.say("businesscase/no-benefits", nil))
		return
	}
	for i := range b.Benefits {
		p.Paragraph("  - ", b.Benefits[i].text(p))
	}
	for _, f := range b.Findings {
		if f.Code == "DB-444" {
			p.Paragraph("    ", f.Text.In(p.Lang))
		}
	}
}

// text tells of a benefit in a sentence or two.
func (l *BenefitLine) text(p telling) string {
	text := l.Name
	if l.Project != "" {
		text += " (" + l.Project + ")"
	}
	if facts := l.facts(p); len(facts) > 0 {
		text += ": " + strings.Join(facts, ", ")
	}
	text = strings.TrimSuffix(text, ".") + ". "
	if len(l.Years) == 0 {
		return text + p.say("businesscase/not-measured", nil)
	}
	var measured []string
	for _, y := range l.Years {
		measured = append(measured, y.Year+": "+lang.Exactly(y.Value).In(p.Lang))
	}
	list := lang.Both(strings.Join(measured, ", "))
	if l.Progress == nil {
		return text + p.say("businesscase/measured", lang.Args{"list": list})
	}
	return text + p.say("businesscase/measured-of-the-way", lang.Args{"list": list, "share": ratePercent(l.Progress.Round(2))})
}

// facts are what the plan says of a benefit.
func (l *BenefitLine) facts(p telling) []string {
	var facts []string
	if !l.Owner.IsZero() {
		facts = append(facts, p.say("businesscase/owner", lang.Args{"owner": l.Owner}))
	}
	if l.Baseline != nil {
		facts = append(facts, p.say("businesscase/baseline", lang.Args{"number": l.counted(*l.Baseline, l.Target == nil)}))
	}
	if l.Target != nil {
		facts = append(facts, p.say("businesscase/target", lang.Args{"number": l.counted(*l.Target, true)}))
	}
	if l.From != nil {
		facts = append(facts, p.say("businesscase/from-day", lang.Args{"day": lang.Day(*l.From)}))
	}
	if l.Value.Sign() > 0 {
		facts = append(facts, p.say("businesscase/a-year", lang.Args{"amount": lang.Amount(lang.Exactly(l.Value.Decimal()))}))
	}
	return facts
}

// counted is a number, with the benefit's unit where it does not stand
// further on.
func (l *BenefitLine) counted(number decimal.Decimal, withUnit bool) lang.Text {
	text := lang.Written(lang.Exactly(number))
	if !withUnit || l.Unit == "" {
		return text
	}
	return joined(" ", []lang.Text{text, lang.Both(l.Unit)})
}

// writeBasis lists what the rows rest on, and how sure it is.
func (b *BusinessCase) writeBasis(p telling) {
	p.head(p.text("businesscase/rests-on", nil))
	rate := p.say("businesscase/discount-rate", lang.Args{"rate": ratePercent(b.DiscountRate.Value)})
	p.Paragraph("  - ", rate+b.basisText(p, b.DiscountRate.Certainty, b.DiscountRate.Source, b.DiscountRate.Why))
	for i := range b.Rows {
		r := &b.Rows[i]
		why := r.Why
		if i > 0 && why == b.Rows[i-1].Why {
			why = lang.Text{} // once is enough
		}
		p.Paragraph("  - ", b.rowText(r, p.Lang).In(p.Lang)+b.basisText(p, r.Certainty, r.Source, why))
	}
}

// rowText names a row, with what it comes to in a year and from when.
func (b *BusinessCase) rowText(r *CaseRow, language lang.Lang) lang.Text {
	if r.Yearly.IsZero() {
		return r.Name
	}
	amount, last := lang.Both(signedThousands(r.Yearly, language)), r.To-1
	if last.Year() < b.FirstYear+len(b.Total)-1 {
		return b.estimate.text("businesscase/row-from-to", lang.Args{"name": r.Name, "amount": amount, "from": r.From.Text(), "to": last.Text()})
	}
	return b.estimate.text("businesscase/row-from", lang.Args{"name": r.Name, "amount": amount, "from": r.From.Text()})
}

// basisText says in parentheses how sure a figure is and where it stands, and
// then why.
func (b *BusinessCase) basisText(p telling, certainty drejebog.Certainty, source string, why lang.Text) string {
	if source == "estimate" {
		source = p.say("businesscase/the-estimate", nil)
	}
	text := " (" + b.estimate.certaintyName(certainty).In(p.Lang)
	if source != "" {
		text += ", " + source
	}
	text += ")."
	if !why.IsZero() {
		text += " " + why.In(p.Lang)
	}
	return text
}

// reasonText says one of the reasons of an add-on's verdict.
func (e *Estimate) reasonText(c *AddOnCase, reason AddOnReason) lang.Text {
	var month, day lang.Text
	if c.Payback != nil {
		month = c.Payback.Text()
	}
	if c.Replaced != nil {
		day = lang.DayText(*c.Replaced)
	}
	return e.words().Key("addon-reason", reason.String(), lang.Args{
		"amount": lang.Amount(lang.Exactly(c.ExitCost.Decimal())), "month": month, "day": day,
	})
}
