package estimate

import (
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// WriteText writes the case as one page: what it comes to, the money year by
// year, what would change the answer, add-ons, benefits, and what it all rests
// on. Amounts are whole 1.000 kr., each rounded on its own.
func (b *BusinessCase) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
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

func (b *BusinessCase) writeHead(p *page.Page) {
	switch {
	case !b.complete:
		p.Paragraph("", p.Say("Business casen kan ikke regnes endnu: der mangler tal, som kun kommunen har.",
			"The business case cannot be computed yet: figures that only the kommune has are missing."))
	case b.OnTarget:
		p.Paragraph("", p.Say("Priserne på de nye systemer er sektorens mål, ikke kommunens egne priser: nogle kommuner sparer mere, andre mindre, og nogle ender med et minus.",
			"The prices of the new systems are the sector's target, not the kommune's own prices: some kommuner save more, others less, and some lose."))
	default:
		p.Paragraph("", p.Say("Betalinger og priser er kommunens egne.", "Payments and prices are the kommune's own."))
	}
	p.Line("")
	p.Line(p.Say("BUSINESS CASE FOR MONOPOLBRUDDET: ", "BUSINESS CASE, END OF THE KMD MONOPOLY: ") + b.Kommune.FullName())
	p.Paragraph("", p.Say("Set fra ", "Seen from ")+dayText(b.AsOf, p.Lang)+". "+
		b.priceText().In(p.Lang)+" "+p.Say("Kroner i hele 1.000, afrundet hver for sig. Plus er en gevinst, minus en udgift.",
		"Amounts in DKK 1,000, each rounded on its own. Above zero is a gain, below a cost."))
}

// priceText says which year's prices the amounts are in.
func (b *BusinessCase) priceText() lang.Text {
	level, stated := digits(b.PriceLevel), digits(b.estimate.paymentLevel())
	text := lang.Text{DA: "Faste priser, prisniveau " + level, EN: "Fixed prices, price level " + level}
	switch {
	case b.Baseline.IsZero() || stated == level:
	case b.PaymentLevel != b.PriceLevel:
		text.DA += "; betalingerne for de gamle systemer og sektorens mål i " + stated + "-niveau, da intet prisskøn derfra er kendt"
		text.EN += "; the payments for the old systems and the sector's target at that of " + stated + ", since no estimate of prices from there is known"
	default:
		text.DA += "; betalingerne for de gamle systemer er ført dertil fra " + stated + "-niveau"
		text.EN += "; the payments for the old systems are carried there from that of " + stated
	}
	return lang.Text{DA: text.DA + ".", EN: text.EN + "."}
}

// writeMissing says what the kommune has to find out.
func (b *BusinessCase) writeMissing(p *page.Page) {
	p.Heading("Mangler", "Missing")
	for _, f := range b.Findings {
		if f.Code == "DB-440" || f.Code == "DB-441" {
			p.Paragraph("  - ", f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang))
		}
	}
}

func (b *BusinessCase) writeResult(p *page.Page) {
	p.Heading("Resultat", "Result")
	result := func(name, figure string) { p.Line("  " + padRight(name, 62) + padLeft(figure, 20)) }
	result(p.Say("Nutidsværdi i ", "Present value in ")+digits(b.FirstYear)+p.Say(", kalkulationsrente ", ", discount rate ")+
		ratePercent(b.DiscountRate.Value).In(p.Lang), signedThousands(b.PresentValue, p.Lang))
	result(p.Say("  når egne timers værdi regnes med", "  with the value of own hours"), signedThousands(b.WithOwnTime, p.Lang))
	result(p.Say("Tjent hjem", "Earned back"), b.paybackText(p))
	result(p.Say("Betales i dag om året", "Paid per year today"), thousands(b.Baseline, p.Lang))
	result(p.Say("Betales om året, når alt er i drift", "Paid per year when all is in operation"), thousands(b.Future, p.Lang))
	if b.Baseline.Sign() > 0 {
		saving := b.Baseline.Sub(b.Future)
		result(p.Say("  besparelse om året (sektorens mål: ", "  saved a year (the sector's target: ")+
			ratePercent(b.estimate.how.assumptions.Case.Joint.Target.Value).In(p.Lang)+p.Say(" i gennemsnit)", " on average)"),
			signedThousands(saving, p.Lang)+" ("+ratePercent(saving.Decimal().DivRound(b.Baseline.Decimal(), 3)).In(p.Lang)+")")
	}
	if i := b.Infrastructure; i != nil {
		result(p.Say("  heraf fælleskommunal infrastruktur, fra ", "  of it shared infrastructure, from ")+dayText(i.Tariff.From, p.Lang), thousands(i.Yearly, p.Lang))
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

func (b *BusinessCase) paybackText(p *page.Page) string {
	if b.Payback == nil {
		return p.Say("nej, ikke inden ", "no, not by ") + digits(b.FirstYear+len(b.Total)-1)
	}
	return b.Payback.Text().In(p.Lang)
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
func (b *BusinessCase) writeFlow(p *page.Page) {
	p.Heading("Pengestrøm", "Cash flow by year")
	groups := []CaseGroup{Implementation, OldSystems, NewSystems, OwnBenefits}
	heads := []string{
		p.Say("indførelse", "implementation"), p.Say("gamle spares", "old saved"), p.Say("nye", "new"), p.Say("gevinster", "benefits"),
		p.Say("i alt", "in all"), p.Say("opsummeret", "added up"), p.Say("egne timer", "own hours"),
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
	row(p.Say("I alt", "In all"), figures)
	p.Paragraph("  ", p.Say("Egne timer lønnes allerede; deres værdi er ikke med i alt.", "Own hours are paid already; their value is not in the sum."))
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

func (b *BusinessCase) writeSensitivity(p *page.Page) {
	if len(b.Sensitivity) == 0 {
		return
	}
	p.Heading("Følsomhed: nutidsværdien, når én ting er anderledes", "Sensitivity: the present value when one thing is different")
	row := func(name string, figures ...string) {
		line := "  " + padRight(name, 40)
		for _, figure := range figures {
			line += padLeft(figure, 14)
		}
		p.Line(line)
	}
	row("", p.Say("fra", "from"), p.Say("nutidsværdi", "present value"), p.Say("til", "to"), p.Say("nutidsværdi", "present value"))
	for i := range b.Sensitivity {
		s := &b.Sensitivity[i]
		row(s.Name.In(p.Lang), s.Low.In(p.Lang), signedThousands(s.AtLow, p.Lang), s.High.In(p.Lang), signedThousands(s.AtHigh, p.Lang))
	}
}

func (b *BusinessCase) writeAddOns(p *page.Page) {
	if len(b.AddOns) == 0 {
		return
	}
	p.Heading("Tilkøb til systemer, der afløses (6.4)", "Add-ons to systems that are replaced (6.4)")
	for i := range b.AddOns {
		a := &b.AddOns[i]
		reasons := make([]string, len(a.Reasons))
		for k, reason := range a.Reasons {
			reasons[k] = reason.In(p.Lang)
		}
		text := a.Name + ": " + a.Verdict.text().In(p.Lang) + ", " + p.Say("da ", "since ") + listed(reasons, p.Say(", og ", ", and ")) + "."
		if a.Replaced != nil {
			text += " " + a.netText(p)
		}
		p.Paragraph("  - ", text)
	}
}

// netText says what an add-on has come to when its system is replaced.
func (a *AddOnCase) netText(p *page.Page) string {
	if a.Net.Sign() < 0 {
		return p.Say("Når systemet afløses, har det kostet ", "When the system is replaced it has cost ") + wholeKronerText(a.Net.Neg(), p.Lang)
	}
	return p.Say("Når systemet afløses, har det givet ", "When the system is replaced it has earned ") + wholeKronerText(a.Net, p.Lang)
}

// wholeKronerText ends a sentence with an amount in whole kroner.
func wholeKronerText(amount drejebog.Kroner, language lang.Lang) string {
	number := wholeNumber(amount.Round(0).Decimal(), language)
	return lang.Text{DA: number + " kr.", EN: "DKK " + number + "."}.In(language)
}

// text is the verdict in words.
func (v Verdict) text() lang.Text {
	switch v {
	case Buy:
		return lang.Text{DA: "kan købes", EN: "can be bought"}
	case DoNotBuy:
		return lang.Text{DA: "bør ikke købes", EN: "should not be bought"}
	default:
		return lang.Text{DA: "kan ikke afgøres endnu", EN: "cannot be decided yet"}
	}
}

func (b *BusinessCase) writeBenefits(p *page.Page) {
	p.Heading("Gevinster (4.6)", "Benefits (4.6)")
	if len(b.Benefits) == 0 {
		p.Paragraph("  ", p.Say("Planen har ingen gevinster. Skriv dem under benefits, med ejer, udgangspunkt og mål.",
			"The plan has no benefits. State them under benefits, with owner, baseline and target."))
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
func (l *BenefitLine) text(p *page.Page) string {
	text := l.Name
	if l.Project != "" {
		text += " (" + l.Project + ")"
	}
	var parts []string
	if owner := l.Owner.In(p.Lang); owner != "" {
		parts = append(parts, p.Say("ejer ", "owner ")+owner)
	}
	if l.Baseline != nil {
		parts = append(parts, p.Say("udgangspunkt ", "baseline ")+amountText(*l.Baseline, p.Lang))
	}
	if l.Target != nil {
		parts = append(parts, p.Say("mål ", "target ")+amountText(*l.Target, p.Lang))
	}
	if l.Unit != "" && len(parts) > 0 {
		parts[len(parts)-1] += " " + l.Unit
	}
	if l.From != nil {
		parts = append(parts, p.Say("fra ", "from ")+dayText(*l.From, p.Lang))
	}
	if l.Value.Sign() > 0 {
		parts = append(parts, withUnit(amountText(l.Value.Decimal(), p.Lang), p.Lang)+p.Say(" om året", " a year"))
	}
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	text = strings.TrimSuffix(text, ".") + "."
	if len(l.Years) == 0 {
		return text + p.Say(" Ikke målt endnu.", " Not measured yet.")
	}
	var measured []string
	for _, y := range l.Years {
		measured = append(measured, y.Year+": "+amountText(y.Value, p.Lang))
	}
	text += p.Say(" Målt ", " Measured ") + strings.Join(measured, ", ")
	if l.Progress != nil {
		text += " (" + ratePercent(l.Progress.Round(2)).In(p.Lang) + p.Say(" af vejen", " of the way") + ")"
	}
	return text + "."
}

// writeBasis lists what the rows rest on, and how sure it is.
func (b *BusinessCase) writeBasis(p *page.Page) {
	p.Heading("Hvad business casen bygger på", "What the business case rests on")
	p.Paragraph("  - ", p.Say("Kalkulationsrente ", "Discount rate ")+ratePercent(b.DiscountRate.Value).In(p.Lang)+
		basisText(p, b.DiscountRate.Certainty, b.DiscountRate.Source, b.DiscountRate.Why))
	for i := range b.Rows {
		r := &b.Rows[i]
		text := r.Name.In(p.Lang)
		if !r.Yearly.IsZero() {
			text += ", " + signedThousands(r.Yearly, p.Lang) + p.Say(" om året fra ", " a year from ") + r.From.Text().In(p.Lang)
			if last := r.To - 1; last.Year() < b.FirstYear+len(b.Total)-1 {
				text += p.Say(" til ", " to ") + last.Text().In(p.Lang)
			}
		}
		why := r.Why
		if i > 0 && why == b.Rows[i-1].Why {
			why = lang.Text{} // once is enough
		}
		p.Paragraph("  - ", text+basisText(p, r.Certainty, r.Source, why))
	}
}

// basisText says how sure a figure is and where it stands.
func basisText(p *page.Page, certainty drejebog.Certainty, source string, why lang.Text) string {
	word := map[drejebog.Certainty]lang.Text{
		drejebog.Stated:  {DA: "oplyst", EN: "stated"},
		drejebog.Implied: {DA: "udledt", EN: "implied"},
		drejebog.Assumed: {DA: "antagelse", EN: "assumption"},
	}[certainty].In(p.Lang)
	if source == "estimate" {
		source = p.Say("budgetoverslaget", "the budget estimate")
	}
	text := " (" + word
	if source != "" {
		text += ", " + source
	}
	text += ")."
	if !why.IsZero() {
		text += " " + why.In(p.Lang)
	}
	return text
}
