package estimate

import (
	"errors"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/dansk"
)

// WriteText writes the estimate as one page for a budget officer: what must be
// decided and when, budget years, projects and roles, the critical path, what
// has no figure, what is waited for, and which inputs would change the answer
// most. Amounts are whole 1.000 kr. and hours tens, since they are estimates,
// each rounded on its own: a column may miss its sum by one.
func (e *Estimate) WriteText(w io.Writer, lang drejebog.Lang) error {
	if e.how == nil {
		return errNotComputed
	}
	inputs, err := e.mattering()
	if err != nil {
		return err
	}
	p := &page{lang: lang}
	e.writeHead(p)
	if len(e.Cells) == 0 {
		p.heading("Ingen tal", "No figures")
		p.paragraph("  ", p.say("Intet budgetbidrag, der dækker opgaverne, var udgivet ", "No budget contribution that covers the tasks was out on ")+dayText(e.AsOf, p.lang)+".")
	} else {
		e.writeDecision(p)
		e.writeYears(p)
		e.writeGroups(p, p.say("Pr. projekt", "By project"), e.ByProject(), e.projectLabel)
		e.writeGroups(p, p.say("Pr. rolle", "By role"), largest(e.ByRole()), e.roleLabel)
	}
	e.writeCriticalPath(p)
	e.writeNotEstimable(p)
	e.writeOwed(p)
	e.writeInputs(p, inputs)
	if len(e.Cells) > 0 {
		e.writeAssumed(p)
	}
	_, err = io.WriteString(w, p.String())
	return err
}

// errNotComputed says that there is no schedule to tell of.
var errNotComputed = errors.New("estimate: only an estimate that Compute made can be written as text")

func (e *Estimate) writeHead(p *page) {
	if e.Local {
		p.paragraph("", p.say("Overslaget bygger på kommunens egen plan, og på antagelser hvor planen ikke siger noget.",
			"The estimate rests on the kommune's own plan, and on assumptions where the plan is silent."))
	} else {
		p.paragraph("", p.say("Overslaget bygger ikke på lokale data: alt er regnet ud fra folketallet og vores antagelser.",
			"The estimate rests on no local data: all of it is computed from the population and our assumptions."))
	}
	p.line("")
	p.line(p.say("BUDGETOVERSLAG FOR MONOPOLBRUDDET: ", "BUDGET ESTIMATE, END OF THE KMD MONOPOLY: ") +
		e.Kommune.Name + p.say(" Kommune", " Kommune"))
	p.paragraph("", p.say("Set fra ", "Seen from ")+dayText(e.AsOf, p.lang)+". "+
		notation(dansk.Integer(int64(e.Population.Count)), p.lang)+p.say(" indbyggere ", " inhabitants on ")+dayText(e.Population.On, p.lang)+". "+
		p.say("Prisniveau ", "Price level ")+digits(e.PriceLevel)+". "+
		p.say("Kroner i hele 1.000, timer i hele tiere, afrundet hver for sig. KOMBITs egne estimater er ikke offentlige; tallene her er vores.",
			"Amounts in DKK 1,000, hours in tens, each rounded on its own. KOMBIT's own estimates are not public; the figures here are ours."))
}

// writeDecision says what the next budget has to decide, and what falls in a
// year whose budget is adopted already.
func (e *Estimate) writeDecision(p *page) {
	headed := false
	for i := range e.Years {
		y := &e.Years[i]
		if y.Year != e.DecisionYear || y.DecisionBy == nil {
			continue
		}
		headed = true
		p.heading("Skal besluttes senest "+dansk.Date(*y.DecisionBy)+": budget "+digits(y.Year),
			"To be decided by "+dansk.EnglishDate(*y.DecisionBy)+": budget "+digits(y.Year))
		p.paragraph("  ", e.newMoneyText(p, &y.Totals)+" "+
			p.say("Egne timer, som allerede lønnes: ", "Own hours, paid already: ")+tens(y.Hours, p.lang)+" ("+e.fte(y.Hours, p.lang)+p.say(" årsværk", " FTE")+").")
		p.paragraph("  ", p.say("Ikke besluttet: ", "Not decided: ")+e.thousandsText(p, y.Undecided)+
			p.say(" med egne timers værdi. Tag for hver post stilling til, om der skal afsættes penge, eller om den holdes inden for rammen.",
				" with the value of own hours. Decide for each item whether to set money aside or hold it within the frame."))
	}
	for i := range e.Years {
		y := &e.Years[i]
		if y.DecisionBy == nil || *y.DecisionBy >= e.AsOf || y.Year < e.AsOf.Year() || y.NewMoney.IsZero() {
			continue
		}
		if !headed {
			headed = true
			p.heading("Vedtaget budget", "Budget adopted")
		}
		p.paragraph("  ", "Budget "+digits(y.Year)+p.say(" er vedtaget: ", " is adopted: ")+e.thousandsText(p, y.NewMoney)+
			p.say(" nye penge i det år skal findes inden for rammen eller ved en tillægsbevilling med dækning.",
				" of new money in that year must be found within the frame or by a supplementary appropriation with cover."))
	}
}

// newMoneyText says how much new money there is, and between what.
func (e *Estimate) newMoneyText(p *page, t *Totals) string {
	if t.NewMoneyHigh.IsZero() {
		return p.say("Nye penge (indkøb og frikøb): ingen, der kan estimeres endnu.", "New money (purchases and backfill): none that can be estimated yet.")
	}
	return p.say("Nye penge (indkøb og frikøb): ", "New money (purchases and backfill): ") + e.thousandsText(p, t.NewMoney) +
		p.say(" (mellem ", " (between ") + e.thousandsText(p, t.NewMoneyLow) + p.say(" og ", " and ") + e.thousandsText(p, t.NewMoneyHigh) + ")."
}

// thousandsText is an amount with its unit.
func (e *Estimate) thousandsText(p *page, amount drejebog.Kroner) string {
	rounded := amount.Round(-3).Decimal()
	if p.lang == drejebog.English {
		return "DKK " + wholeNumber(rounded, p.lang)
	}
	return wholeNumber(rounded, p.lang) + " kr."
}

// fte is hours as full-time positions, with one decimal.
func (e *Estimate) fte(hours drejebog.Hours, lang drejebog.Lang) string {
	year := e.book.FullTimeYear.Hours.Decimal()
	if year.Sign() <= 0 {
		return "–"
	}
	return notation(dansk.Decimal(hours.Decimal().DivRound(year, 1), 1), lang)
}

func (e *Estimate) writeYears(p *page) {
	p.heading("Budgetår", "Budget years")
	p.row("", e.yearNames(p))
	kroner := func(of func(*Totals) drejebog.Kroner) []string {
		return e.figures(func(t *Totals) string { return thousands(of(t), p.lang) })
	}
	unit := p.say(", 1.000 kr.", ", DKK 1,000")
	p.row(p.say("Nye penge", "New money")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.NewMoney }))
	p.row(p.say("  lav", "  low"), kroner(func(t *Totals) drejebog.Kroner { return t.NewMoneyLow }))
	p.row(p.say("  høj", "  high"), kroner(func(t *Totals) drejebog.Kroner { return t.NewMoneyHigh }))
	p.row(p.say("Egne timer", "Own hours"), e.figures(func(t *Totals) string { return tens(t.Hours, p.lang) }))
	p.row(p.say("  årsværk", "  FTE"), e.figures(func(t *Totals) string { return e.fte(t.Hours, p.lang) }))
	p.row(p.say("  værdi", "  value")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.OwnTimeValue }))
	p.row(p.say("I alt", "In all")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.Likely }))
	p.row(p.say("  lav", "  low"), kroner(func(t *Totals) drejebog.Kroner { return t.Low }))
	p.row(p.say("  høj", "  high"), kroner(func(t *Totals) drejebog.Kroner { return t.High }))
	p.row(p.say("  afsat", "  set aside"), kroner(func(t *Totals) drejebog.Kroner { return t.SetAside }))
	p.row(p.say("  inden for rammen", "  within the frame"), kroner(func(t *Totals) drejebog.Kroner { return t.WithinFrame }))
	p.row(p.say("  ikke besluttet", "  not decided"), kroner(func(t *Totals) drejebog.Kroner { return t.Undecided }))
	var contributed []string
	for i := range e.Years {
		word := p.say("nej", "no")
		if e.Years[i].Contributed {
			word = p.say("ja", "yes")
		}
		contributed = append(contributed, word)
	}
	p.row(p.say("Bidrag udgivet til året", "Contribution for the year"), contributed)
}

// yearNames heads the columns of years and their sum.
func (e *Estimate) yearNames(p *page) []string {
	var names []string
	for i := range e.Years {
		name := p.say("u.dato", "undated")
		if e.Years[i].Year != Undated {
			name = digits(e.Years[i].Year)
		}
		names = append(names, name)
	}
	if len(names) == 1 {
		return names // which is the whole
	}
	return append(names, p.say("i alt", "in all"))
}

// figures is one figure a year and one for their sum.
func (e *Estimate) figures(of func(*Totals) string) []string {
	var figures []string
	for i := range e.Years {
		figures = append(figures, of(&e.Years[i].Totals))
	}
	if len(figures) == 1 {
		return figures
	}
	total := e.Total()
	return append(figures, of(&total))
}

// mostColumns is how many columns of years two blocks have room for side by
// side.
const mostColumns = 5

// writeGroups writes new money and own hours of each group: side by side
// where they fit, else one under the other.
func (e *Estimate) writeGroups(p *page, title string, groups []Group, label func(string, drejebog.Lang) string) {
	names := e.yearNames(p)
	money := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return thousands(t.NewMoney, p.lang) })
	}
	hours := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return tens(t.Hours, p.lang) })
	}
	moneyHead, hoursHead := p.say("nye penge, 1.000 kr.", "new money, DKK 1,000"), p.say("egne timer", "own hours")
	if len(names) > 1 && len(names) <= mostColumns {
		p.heading(title, title)
		p.row("", above(moneyHead, len(names)), above(hoursHead, len(names)))
		p.row("", names, names)
		for i := range groups {
			p.row(label(groups[i].Key, p.lang), money(&groups[i]), hours(&groups[i]))
		}
		return
	}
	for _, block := range []struct {
		head    string
		figures func(*Group) []string
	}{{moneyHead, money}, {hoursHead, hours}} {
		head := title + ", " + block.head
		p.heading(head, head)
		p.row("", names)
		for i := range groups {
			figures := block.figures(&groups[i])
			if slices.ContainsFunc(figures, func(f string) bool { return f != nothing }) {
				p.row(label(groups[i].Key, p.lang), figures)
			}
		}
	}
}

func groupFigures(g *Group, of func(*Totals) string) []string {
	var figures []string
	for i := range g.Years {
		figures = append(figures, of(&g.Years[i]))
	}
	if len(figures) == 1 {
		return figures
	}
	return append(figures, of(&g.All))
}

// above sets a head to the right over so many columns.
func above(head string, columns int) []string {
	return []string{padLeft(head, columns*cellWidth)}
}

func (e *Estimate) projectLabel(id string, lang drejebog.Lang) string {
	if id == "" {
		return drejebog.Text{DA: "Kommunen som helhed", EN: "The kommune as such"}.In(lang)
	}
	return e.scopeName(id)
}

// mostRoles is how many roles are worth a row of their own.
const mostRoles = 5

// otherRoles is the key of the roles that share the last row.
const otherRoles = "…"

// largest keeps the roles that cost most, in their order, what is bought, and
// the sum of the others.
func largest(roles []Group) []Group {
	ranked := slices.Clone(roles)
	slices.SortStableFunc(ranked, func(a, b Group) int { return b.All.Likely.Cmp(a.All.Likely) })
	if len(ranked) <= mostRoles+1 {
		return roles
	}
	least := ranked[mostRoles-1].All.Likely
	others := Group{Key: otherRoles, Years: make([]Totals, len(roles[0].Years))}
	var kept []Group
	for _, g := range roles {
		if g.Key == Purchases || g.All.Likely.Cmp(least) >= 0 {
			kept = append(kept, g)
			continue
		}
		for i := range g.Years {
			others.Years[i].addAll(&g.Years[i])
		}
		others.All.addAll(&g.All)
	}
	return append(kept, others)
}

func (e *Estimate) roleLabel(id string, lang drejebog.Lang) string {
	switch id {
	case Purchases:
		return drejebog.Text{DA: "Indkøb", EN: "Purchases"}.In(lang)
	case otherRoles:
		return drejebog.Text{DA: "Øvrige roller", EN: "Other roles"}.In(lang)
	}
	if r := e.book.Role(id); r != nil {
		return r.Name.In(lang)
	}
	return id
}

// writeAssumed says which share rests on assumptions.
func (e *Estimate) writeAssumed(p *page) {
	p.heading("Hvad tallene bygger på", "What the figures rest on")
	share, hours := e.AssumedShare(), e.AssumedHoursShare()
	p.paragraph("  ", percent(share, p.lang)+p.say(" af kronerne og ", " of the money and ")+percent(hours, p.lang)+
		p.say(" af timerne er antagelser. Læs KOMBITs egne tal ind, så falder andelen.", " of the hours are assumptions. Read KOMBIT's own figures in, and the share falls."))
	if share.Sign() > 0 {
		p.paragraph("  ", p.say("Lav og høj er linjernes egne, lagt sammen, som om alt gik lige godt eller lige galt.",
			"Low and high are the lines' own, added as if all went equally well or equally wrong."))
	}
}
