package estimatereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/shopspring/decimal"
)

// BusinessCase tells what a case comes to, the money year by year, what would
// change the answer, add-ons, benefits, and what it all rests on. Amounts are
// whole 1.000 kr., each rounded on its own. Its tables are result, cashFlow and
// sensitivity.
func BusinessCase(b *businesscase.Case) *document.Document {
	t, ok := tell(b.Estimate())
	if !ok {
		return &t.Document
	}
	c := caseTelling{t, b}
	c.begin()
	if b.Complete() {
		c.result()
	} else {
		c.missing()
	}
	c.cashFlow()
	c.sensitivity()
	c.addOns()
	c.benefits()
	c.basis()
	return &t.Document
}

// caseTelling is a document about a business case on its way.
type caseTelling struct {
	*telling
	b *businesscase.Case
}

func (t caseTelling) begin() {
	switch {
	case !t.b.Complete():
		t.Caution = t.text("businesscase/cannot-be-computed", nil)
	case t.b.OnTarget:
		t.Caution = t.text("businesscase/on-target", nil)
	default:
		t.Caution = t.text("businesscase/own-prices", nil)
	}
	t.Title, t.Subject = t.text("businesscase/title", nil), lang.Both(t.b.Kommune.FullName())
	t.Tell(t.text("businesscase/head", lang.Args{"day": lang.Day(t.b.AsOf), "prices": t.prices(), "thousand": thousand}))
}

// prices says which year's prices the amounts are in.
func (t caseTelling) prices() lang.Text {
	level, stated := t.b.PriceLevel, t.est.PaymentLevel()
	switch {
	case len(t.found("DB-446")) > 0:
		growth := &t.est.Assumptions().Case.Growth
		return t.text("businesscase/prices-payments-assumed", lang.Args{
			"level": lang.Plain(level), "stated": lang.Plain(stated), "percent": lang.PercentOf(growth.Likely.Shift(-2)),
			"low": lang.PercentOf(growth.Low.Shift(-2)), "high": lang.PercentOf(growth.High.Shift(-2)),
		})
	case t.b.Baseline.IsZero() || stated == level:
		return t.text("businesscase/prices", lang.Args{"level": lang.Plain(level)})
	default:
		return t.text("businesscase/prices-payments-carried", lang.Args{"level": lang.Plain(level), "stated": lang.Plain(stated)})
	}
}

// found are the case's findings of some codes.
func (t caseTelling) found(codes ...string) []drejebog.Finding {
	var list []drejebog.Finding
	for _, f := range t.b.Findings {
		for _, code := range codes {
			if f.Code == code {
				list = append(list, f)
			}
		}
	}
	return list
}

// missing says what the kommune has to find out.
func (t caseTelling) missing() {
	t.Section(t.text("businesscase/missing", nil))
	var texts []lang.Text
	for _, f := range t.found("DB-440", "DB-441") {
		texts = append(texts, f.Says())
	}
	t.Tell(t.text("businesscase/covers", lang.Args{"amount": t.b.InAll.Implementation.Neg().ToThousands()}))
	t.Points(texts...)
}

func (t caseTelling) result() {
	b := t.b
	t.Section(t.text("businesscase/result", nil))
	sheet := &table.Sheet{Name: "result", Columns: []table.Column{table.Head("of", lang.Text{}), table.Figures("amount", lang.Text{})}}
	row := func(name lang.Text, figure table.Cell) { sheet.Append(table.Of(name), figure) }
	row(t.text("businesscase/present-value-in", lang.Args{"year": lang.Plain(b.Years[0].Year), "rate": lang.PercentOf(b.DiscountRate.Value)}), signed(b.PresentValue))
	row(t.text("businesscase/with-own-hours", nil), signed(b.WithOwnTime))
	row(t.text("businesscase/earned-back", nil), table.Of(t.payback()))
	row(t.text("businesscase/paid-today", nil), table.Of(thousands(b.Baseline)))
	row(t.text("businesscase/paid-later", nil), table.Of(thousands(b.Future)))
	if b.SavingShare != nil {
		target := lang.PercentOf(t.est.Assumptions().Case.Joint.Target.Value)
		row(t.text("businesscase/saving", nil), signed(b.Saving))
		row(t.text("businesscase/saving-share", lang.Args{"target": target}), table.Of(lang.PercentOf(*b.SavingShare)))
	}
	if i := b.Infrastructure; i != nil {
		row(t.text("businesscase/of-it-infrastructure", lang.Args{"day": lang.Day(i.Tariff.From)}), table.Of(thousands(i.Yearly)))
	}
	t.Show(sheet)
	if b.PresentValue.Sign() < 0 {
		for _, f := range t.found("DB-442") {
			t.Tell(f.Says())
		}
	}
	for i := range b.Outcomes {
		t.Tell(b.Outcomes[i].Text)
	}
}

func (t caseTelling) payback() lang.Text {
	if t.b.Payback == nil {
		return t.text("businesscase/not-by", lang.Args{"year": lang.Plain(t.lastYear())})
	}
	return t.b.Payback.Text()
}

// lastYear is the last year of the case.
func (t caseTelling) lastYear() int { return t.b.Years[len(t.b.Years)-1].Year }

// cashFlow has a row for each year and a column for each group.
func (t caseTelling) cashFlow() {
	t.Section(t.text("businesscase/cash-flow", nil))
	sheet := &table.Sheet{Name: "cashFlow", Columns: []table.Column{
		table.Head("year", lang.Text{}), table.Figures("implementation", t.text("businesscase/flow-implementation", nil)),
		table.Figures("old", t.text("businesscase/flow-old", nil)), table.Figures("new", t.text("businesscase/flow-new", nil)),
		table.Figures("benefits", t.text("businesscase/flow-benefits", nil)), table.Figures("inAll", t.text("common/in-all", nil).Lower()),
		table.Figures("addedUp", t.text("businesscase/flow-added-up", nil)), table.Figures("ownHours", t.kind(estimate.Own)),
	}}
	row := func(name lang.Text, sums *businesscase.Sums, addedUp table.Cell) {
		sheet.Append(
			table.Of(name), table.Of(thousands(sums.Implementation)), table.Of(thousands(sums.OldSystems)), table.Of(thousands(sums.NewSystems)),
			table.Of(thousands(sums.OwnBenefits)), table.Of(thousands(sums.Total)), addedUp, table.Of(thousands(sums.OwnTime)),
		)
	}
	for k := range t.b.Years {
		y := &t.b.Years[k]
		row(lang.Written(lang.Plain(y.Year)), &y.Sums, table.Of(thousands(y.AddedUp)))
	}
	row(t.text("common/in-all", nil), &t.b.InAll, table.Cell{}) // a sum of sums means nothing
	t.Show(sheet)
	t.Tell(t.text("businesscase/own-hours-apart", nil))
}

func (t caseTelling) sensitivity() {
	if len(t.b.Sensitivity) == 0 {
		return
	}
	t.Section(t.text("businesscase/sensitivity", nil))
	value := t.text("businesscase/present-value", nil)
	sheet := &table.Sheet{Name: "sensitivity", Columns: []table.Column{
		table.Head("of", lang.Text{}), table.Figures("from", t.text("column/from", nil).Lower()), table.Figures("atLow", value),
		table.Figures("to", t.text("column/to", nil).Lower()), table.Figures("atHigh", value),
	}}
	for i := range t.b.Sensitivity {
		s := &t.b.Sensitivity[i]
		name := t.book.Words.Key("case-input", s.Of.String(), lang.Args{"thousand": thousand})
		low, high := s.Ends()
		sheet.Append(table.Of(name), table.Of(low), signed(s.AtLow), table.Of(high), signed(s.AtHigh))
	}
	t.Show(sheet)
}

func (t caseTelling) addOns() {
	if len(t.b.AddOns) == 0 {
		return
	}
	t.Section(t.text("businesscase/add-ons", nil))
	var texts []lang.Text
	for i := range t.b.AddOns {
		texts = append(texts, t.addOn(&t.b.AddOns[i]))
	}
	t.Points(texts...)
}

// addOn says whether to buy an add-on and why, and what it has come to when its
// system is replaced.
func (t caseTelling) addOn(a *businesscase.AddOn) lang.Text {
	sentences := []lang.Text{t.book.Words.Key("addon-verdict", a.Verdict.String(), lang.Args{"name": lang.Both(a.Name)})}
	for _, reason := range a.Reasons {
		sentences = append(sentences, a.ReasonText(t.book.Words, reason))
	}
	switch {
	case a.Replaced == nil:
	case a.Net.Sign() < 0:
		sentences = append(sentences, t.text("businesscase/has-cost", lang.Args{"amount": lang.Amount(lang.Decimals(a.Net.Neg().Decimal(), 0))}))
	default:
		sentences = append(sentences, t.text("businesscase/has-earned", lang.Args{"amount": lang.Amount(lang.Decimals(a.Net.Decimal(), 0))}))
	}
	return lang.Joined(" ", sentences...)
}

func (t caseTelling) benefits() {
	t.Section(t.text("businesscase/benefits", nil))
	if len(t.b.Benefits) == 0 {
		t.Tell(t.text("businesscase/no-benefits", nil))
		return
	}
	var texts []lang.Text
	for i := range t.b.Benefits {
		texts = append(texts, t.benefit(&t.b.Benefits[i]))
	}
	t.Points(texts...)
	for _, f := range t.found("DB-444") {
		t.Tell(f.Text)
	}
}

// benefit tells of a benefit in a sentence or two.
func (t caseTelling) benefit(l *businesscase.Benefit) lang.Text {
	name := lang.Joined(" ", lang.Both(l.Name), lang.Bracketed(lang.Both(l.ProjectName)))
	return lang.Joined(" ", lang.Joined(": ", name, lang.Joined(", ", t.facts(l)...)).Ended(), t.measured(l))
}

// measured says what a benefit was measured at.
func (t caseTelling) measured(l *businesscase.Benefit) lang.Text {
	if len(l.Years) == 0 {
		return t.text("businesscase/not-measured", nil)
	}
	var measured []lang.Text
	for _, y := range l.Years {
		measured = append(measured, lang.Joined(": ", lang.Both(y.Year), lang.Written(lang.Exactly(y.Value))))
	}
	list := lang.Joined(", ", measured...)
	if l.Progress == nil {
		return t.text("businesscase/measured", lang.Args{"list": list})
	}
	return t.text("businesscase/measured-of-the-way", lang.Args{"list": list, "share": lang.PercentOf(l.Progress.Round(2))})
}

// facts are what the plan says of a benefit.
func (t caseTelling) facts(l *businesscase.Benefit) []lang.Text {
	facts := []lang.Text{t.text("businesscase/no-owner", nil)}
	if !l.Owner.IsZero() {
		facts[0] = t.text("businesscase/owner", lang.Args{"owner": l.Owner})
	}
	if l.Baseline != nil {
		facts = append(facts, t.text("businesscase/baseline", lang.Args{"number": counted(l, *l.Baseline, l.Target == nil)}))
	}
	if l.Target != nil {
		facts = append(facts, t.text("businesscase/target", lang.Args{"number": counted(l, *l.Target, true)}))
	}
	if l.From != nil {
		facts = append(facts, t.text("businesscase/from-day", lang.Args{"day": lang.Day(*l.From)}))
	}
	if l.Value.Sign() > 0 {
		facts = append(facts, t.text("businesscase/a-year", lang.Args{"amount": lang.Amount(lang.Exactly(l.Value.Decimal()))}))
	}
	return facts
}

// counted is a number, with the benefit's unit where it does not stand further
// on.
func counted(l *businesscase.Benefit, number decimal.Decimal, withUnit bool) lang.Text {
	text := lang.Written(lang.Exactly(number))
	if !withUnit {
		return text
	}
	return lang.Joined(" ", text, lang.Both(l.Unit))
}

// basis lists what the rows rest on, and how sure it is.
func (t caseTelling) basis() {
	t.Section(t.text("businesscase/rests-on", nil))
	t.Tell(t.text("businesscase/zero-alternative", nil))
	rate := t.text("businesscase/discount-rate", lang.Args{"rate": lang.PercentOf(t.b.DiscountRate.Value), "year": lang.Plain(t.b.Years[0].Year)})
	texts := []lang.Text{t.restingOn(rate, t.b.DiscountRate.Certainty, t.b.DiscountRate.Source, t.b.DiscountRate.Why)}
	for i := range t.b.Rows {
		r := &t.b.Rows[i]
		why := r.Why
		if i > 0 && why == t.b.Rows[i-1].Why {
			why = lang.Text{} // once is enough
		}
		texts = append(texts, t.restingOn(t.row(r), r.Certainty, r.Source, why))
	}
	t.Points(texts...)
}

// row names a row, with what it comes to in a year and from when.
func (t caseTelling) row(r *businesscase.Row) lang.Text {
	if r.Yearly.IsZero() {
		return r.Name
	}
	amount, last := signedThousands(r.Yearly), r.To-1
	if last.Year() < t.lastYear() {
		return t.text("businesscase/row-from-to", lang.Args{"name": r.Name, "amount": amount, "from": r.From.Text(), "to": last.Text()})
	}
	return t.text("businesscase/row-from", lang.Args{"name": r.Name, "amount": amount, "from": r.From.Text()})
}

// restingOn says in parentheses how sure something is and where it stands, and
// then why.
func (t caseTelling) restingOn(what lang.Text, certainty drejebog.Certainty, source string, why lang.Text) lang.Text {
	stands := t.est.SourceOf(source).Text()
	if source == "estimate" {
		stands = t.text("businesscase/the-estimate", nil)
	}
	return lang.Joined(" ", aside(what, t.certainty(certainty), stands).Ended(), why)
}
