package estimate

import (
	"errors"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// WriteText writes the estimate as one page for a budget officer: what must be
// decided and when, budget years, projects and roles, the critical path, what
// has no figure, what is waited for, and which inputs would change the answer
// most. Amounts are whole 1.000 kr. and hours tens, since they are estimates,
// each rounded on its own: a column may miss its sum by one.
func (e *Estimate) WriteText(w io.Writer, language lang.Lang) error {
	if e.how == nil {
		return errNotComputed
	}
	inputs, err := e.mattering()
	if err != nil {
		return err
	}
	p := page.New(language)
	e.writeHead(p)
	e.writeFaults(p)
	e.writeUnused(p)
	if len(e.Cells) == 0 {
		p.Heading("Ingen tal", "No figures")
		p.Paragraph("  ", p.Say("Intet budgetbidrag, der dækker opgaverne, var udgivet ", "No budget contribution that covers the tasks was out on ")+dayText(e.AsOf, p.Lang)+".")
		e.writeLeftOut(p)
	} else {
		e.writeDecision(p)
		e.writeYears(p)
		e.writeLeftOut(p)
		e.writeGroups(p, p.Say("Pr. projekt", "By project"), e.ByProject(), e.projectLabel)
		e.writeGroups(p, p.Say("Pr. rolle", "By role"), largest(e.ByRole()), e.roleLabel)
	}
	e.writeDifferences(p)
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

func (e *Estimate) writeHead(p *page.Page) {
	if e.Local {
		p.Paragraph("", e.localText().In(p.Lang))
	} else {
		p.Paragraph("", p.Say("Overslaget bygger ikke på lokale data: alt er regnet ud fra folketallet og vores antagelser.",
			"The estimate rests on no local data: all of it is computed from the population and our assumptions."))
	}
	p.Line("")
	p.Line(p.Say("BUDGETOVERSLAG FOR MONOPOLBRUDDET: ", "BUDGET ESTIMATE, END OF THE KMD MONOPOLY: ") +
		e.Kommune.FullName())
	p.Paragraph("", p.Say("Set fra ", "Seen from ")+dayText(e.AsOf, p.Lang)+". "+
		lang.Whole(e.Population.Count).In(p.Lang)+p.Say(" indbyggere ", " inhabitants on ")+dayText(e.Population.On, p.Lang)+". "+
		upperFirst(e.PriceText().In(p.Lang))+". "+
		p.Say("Kroner i hele 1.000, timer i hele tiere, afrundet hver for sig. ", "Amounts in DKK 1,000, hours in tens, each rounded on its own. ")+e.whoseText().In(p.Lang))
}

// localText says which data of the kommune's own the estimate rests on.
func (e *Estimate) localText() lang.Text {
	figures := e.how != nil && len(e.how.assumptions.Figures) > 0
	switch {
	case !e.assumes() && !figures:
		return lang.Text{DA: "Overslaget bygger på kommunens egen plan.", EN: "The estimate rests on the kommune's own plan."}
	case !e.assumes() && e.plan.Local():
		return lang.Text{DA: "Overslaget bygger på kommunens egen plan og på indlæste tal.", EN: "The estimate rests on the kommune's own plan and on figures read in."}
	case !e.assumes():
		return lang.Text{DA: "Overslaget bygger på indlæste tal.", EN: "The estimate rests on figures read in."}
	case !figures:
		return lang.Text{
			DA: "Overslaget bygger på kommunens egen plan, og på antagelser hvor planen ikke siger noget.",
			EN: "The estimate rests on the kommune's own plan, and on assumptions where the plan is silent.",
		}
	case e.plan.Local():
		return lang.Text{
			DA: "Overslaget bygger på kommunens egen plan og på indlæste tal, og ellers på antagelser.",
			EN: "The estimate rests on the kommune's own plan and on figures read in, and else on assumptions.",
		}
	default:
		return lang.Text{
			DA: "Overslaget bygger på indlæste tal, og ellers på folketallet og vores antagelser.",
			EN: "The estimate rests on figures read in, and else on the population and our assumptions.",
		}
	}
}

// assumes reports whether any of the money or the hours is an assumption, or
// could be, where there are none yet.
func (e *Estimate) assumes() bool {
	return len(e.Cells) == 0 || !e.AssumedShare().IsZero() || !e.AssumedHoursShare().IsZero()
}

// whoseText says whose the figures are.
func (e *Estimate) whoseText() lang.Text {
	share := e.AssumedShare()
	switch {
	case !e.assumes():
		return lang.Text{DA: "Alle tal er læst ind; ingen er vores.", EN: "All figures are read in; none is ours."}
	case e.Local && share.LessThan(one):
		return lang.Text{
			DA: "KOMBITs egne estimater er ikke offentlige; tal, der ikke er læst ind, er vores.",
			EN: "KOMBIT's own estimates are not public; figures that were not read in are ours.",
		}
	default:
		return lang.Text{
			DA: "KOMBITs egne estimater er ikke offentlige; tallene her er vores.",
			EN: "KOMBIT's own estimates are not public; the figures here are ours.",
		}
	}
}

// writeFaults says what is wrong with what the estimate was computed from: the
// figures that it leaves out, or holds as they were.
func (e *Estimate) writeFaults(p *page.Page) {
	if faults := e.toMend(drejebog.Fault); len(faults) > 0 {
		p.Heading("Skal rettes: overslaget er ikke helt", "To be mended: the estimate is not whole")
		writeFindings(p, faults)
	}
}

// writeUnused says what the kommune has written that the estimate does not use.
func (e *Estimate) writeUnused(p *page.Page) {
	if unused := e.toMend(drejebog.Warning); len(unused) > 0 {
		p.Heading("Kommunens egne oplysninger, som overslaget ikke bruger", "The kommune's own data that the estimate does not use")
		writeFindings(p, unused)
	}
}

func writeFindings(p *page.Page, findings []drejebog.Finding) {
	for _, f := range findings {
		place := ""
		if f.Place.File != "" {
			place = f.Place.String() + ": "
		}
		p.Paragraph("  - ", place+f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang))
	}
}

// writeDecision says what the next budget has to decide, and what falls in a
// year whose budget is adopted already.
func (e *Estimate) writeDecision(p *page.Page) {
	headed := false
	for i := range e.Years {
		y := &e.Years[i]
		if y.Year != e.DecisionYear || y.DecisionBy == nil {
			continue
		}
		headed = true
		p.Heading("Skal besluttes senest "+lang.Day(*y.DecisionBy).In(lang.Danish)+": budget "+digits(y.Year),
			"To be decided by "+lang.Day(*y.DecisionBy).In(lang.English)+": budget "+digits(y.Year))
		p.Paragraph("  ", e.newMoneyText(p, &y.Totals)+" "+
			p.Say("Egne timer, som allerede lønnes: ", "Own hours, paid already: ")+tens(y.Hours, p.Lang)+" ("+e.fte(y.Hours, p.Lang)+p.Say(" årsværk", " FTE")+").")
		p.Paragraph("  ", p.Say("Ikke besluttet: ", "Not decided: ")+e.thousandsText(p, y.Undecided)+
			p.Say(" med egne timers værdi. Tag for hver post stilling til, om der skal afsættes penge, eller om den holdes inden for rammen.",
				" with the value of own hours. Decide for each item whether to set money aside or hold it within the frame."))
	}
	for i := range e.Years {
		y := &e.Years[i]
		if y.DecisionBy == nil || *y.DecisionBy >= e.AsOf || y.Year < e.AsOf.Year() || y.NewMoney.IsZero() {
			continue
		}
		if !headed {
			headed = true
			p.Heading("Vedtaget budget", "Budget adopted")
		}
		p.Paragraph("  ", "Budget "+digits(y.Year)+p.Say(" er vedtaget: ", " is adopted: ")+e.adoptedText(p, &y.Totals))
	}
}

// adoptedText says where the new money of an adopted year comes from, and what
// is still to be found.
func (e *Estimate) adoptedText(p *page.Page, t *Totals) string {
	var decided []string
	if t.NewMoneySetAside.Sign() > 0 {
		decided = append(decided, e.thousandsText(p, t.NewMoneySetAside)+p.Say(" er afsat", " is set aside"))
	}
	if t.NewMoneyWithinFrame.Sign() > 0 {
		decided = append(decided, e.thousandsText(p, t.NewMoneyWithinFrame)+p.Say(" findes inden for rammen", " is found within the frame"))
	}
	open := t.undecidedMoney()
	if open.IsZero() {
		return p.Say("nye penge i det år er besluttet; ", "new money in that year is decided; ") + listText(decided, p.Lang) + "."
	}
	text := e.thousandsText(p, open) + p.Say(" nye penge i det år skal findes inden for rammen eller ved en tillægsbevilling med dækning.",
		" of new money in that year must be found within the frame or by a supplementary appropriation with cover.")
	if len(decided) > 0 {
		text += p.Say(" Det øvrige er besluttet: ", " The rest is decided: ") + listText(decided, p.Lang) + "."
	}
	return text
}

// newMoneyText says how much new money there is, and between what.
func (e *Estimate) newMoneyText(p *page.Page, t *Totals) string {
	if t.NewMoneyHigh.IsZero() {
		return p.Say("Nye penge (indkøb og frikøb): ingen, der kan estimeres endnu.", "New money (purchases and backfill): none that can be estimated yet.")
	}
	return p.Say("Nye penge (indkøb og frikøb): ", "New money (purchases and backfill): ") + e.thousandsText(p, t.NewMoney) +
		p.Say(" (mellem ", " (between ") + e.thousandsText(p, t.NewMoneyLow) + p.Say(" og ", " and ") + e.thousandsText(p, t.NewMoneyHigh) + ")."
}

// thousandsText is an amount with its unit.
func (e *Estimate) thousandsText(p *page.Page, amount drejebog.Kroner) string {
	rounded := amount.Round(-3).Decimal()
	if p.Lang == lang.English {
		return "DKK " + wholeNumber(rounded, p.Lang)
	}
	return wholeNumber(rounded, p.Lang) + " kr."
}

// fte is hours as full-time positions, with one decimal.
func (e *Estimate) fte(hours drejebog.Hours, language lang.Lang) string {
	year := e.book.FullTimeYear.Hours.Decimal()
	if year.Sign() <= 0 {
		return "–"
	}
	return lang.Decimals(hours.Decimal().DivRound(year, 1), 1).In(language)
}

func (e *Estimate) writeYears(p *page.Page) {
	p.Heading("Budgetår", "Budget years")
	row(p, "", e.yearNames(p))
	kroner := func(of func(*Totals) drejebog.Kroner) []string {
		return e.figures(func(t *Totals) string { return thousands(of(t), p.Lang) })
	}
	unit := p.Say(", 1.000 kr.", ", DKK 1,000")
	row(p, p.Say("Nye penge", "New money")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.NewMoney }))
	row(p, p.Say("  lav", "  low"), kroner(func(t *Totals) drejebog.Kroner { return t.NewMoneyLow }))
	row(p, p.Say("  høj", "  high"), kroner(func(t *Totals) drejebog.Kroner { return t.NewMoneyHigh }))
	row(p, p.Say("Egne timer", "Own hours"), e.figures(func(t *Totals) string { return tens(t.Hours, p.Lang) }))
	row(p, p.Say("  årsværk", "  FTE"), e.figures(func(t *Totals) string { return e.fte(t.Hours, p.Lang) }))
	row(p, p.Say("  værdi", "  value")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.OwnTimeValue }))
	row(p, p.Say("I alt", "In all")+unit, kroner(func(t *Totals) drejebog.Kroner { return t.Likely }))
	row(p, p.Say("  lav", "  low"), kroner(func(t *Totals) drejebog.Kroner { return t.Low }))
	row(p, p.Say("  høj", "  high"), kroner(func(t *Totals) drejebog.Kroner { return t.High }))
	row(p, p.Say("  afsat", "  set aside"), kroner(func(t *Totals) drejebog.Kroner { return t.SetAside }))
	row(p, p.Say("  inden for rammen", "  within the frame"), kroner(func(t *Totals) drejebog.Kroner { return t.WithinFrame }))
	row(p, p.Say("  ikke besluttet", "  not decided"), kroner(func(t *Totals) drejebog.Kroner { return t.Undecided }))
	var contributed []string
	for i := range e.Years {
		word := p.Say("nej", "no")
		if e.Years[i].Contributed {
			word = p.Say("ja", "yes")
		}
		contributed = append(contributed, word)
	}
	row(p, p.Say("Bidrag udgivet til året", "Contribution for the year"), contributed)
}

func (e *Estimate) writeLeftOut(p *page.Page) {
	if left := e.LeftOutText().In(p.Lang); left != "" {
		p.Paragraph("  ", left)
	}
}

// yearNames heads the columns of years and their sum.
func (e *Estimate) yearNames(p *page.Page) []string {
	var names []string
	for i := range e.Years {
		name := p.Say("u.dato", "undated")
		if e.Years[i].Year != Undated {
			name = digits(e.Years[i].Year)
		}
		names = append(names, name)
	}
	if len(names) == 1 {
		return names // which is the whole
	}
	return append(names, p.Say("i alt", "in all"))
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
func (e *Estimate) writeGroups(p *page.Page, title string, groups []Group, label func(string, lang.Lang) string) {
	names := e.yearNames(p)
	money := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return thousands(t.NewMoney, p.Lang) })
	}
	hours := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return tens(t.Hours, p.Lang) })
	}
	moneyHead, hoursHead := p.Say("nye penge, 1.000 kr.", "new money, DKK 1,000"), p.Say("egne timer", "own hours")
	if len(names) > 1 && len(names) <= mostColumns {
		p.Heading(title, title)
		row(p, "", above(moneyHead, len(names)), above(hoursHead, len(names)))
		row(p, "", names, names)
		for i := range groups {
			row(p, label(groups[i].Key, p.Lang), money(&groups[i]), hours(&groups[i]))
		}
		return
	}
	for _, block := range []struct {
		head    string
		figures func(*Group) []string
	}{{moneyHead, money}, {hoursHead, hours}} {
		head := title + ", " + block.head
		p.Heading(head, head)
		row(p, "", names)
		for i := range groups {
			figures := block.figures(&groups[i])
			if slices.ContainsFunc(figures, func(f string) bool { return f != nothing }) {
				row(p, label(groups[i].Key, p.Lang), figures)
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

func (e *Estimate) projectLabel(id string, language lang.Lang) string {
	if id == "" {
		return lang.Text{DA: "Kommunen som helhed", EN: "The kommune as such"}.In(language)
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

func (e *Estimate) roleLabel(id string, language lang.Lang) string {
	switch id {
	case Purchases:
		return lang.Text{DA: "Indkøb", EN: "Purchases"}.In(language)
	case otherRoles:
		return lang.Text{DA: "Øvrige roller", EN: "Other roles"}.In(language)
	}
	if r := e.book.Role(id); r != nil {
		return r.Name.In(language)
	}
	return id
}

// writeAssumed says which share rests on assumptions.
func (e *Estimate) writeAssumed(p *page.Page) {
	p.Heading("Hvad tallene bygger på", "What the figures rest on")
	share, hours := e.AssumedShare(), e.AssumedHoursShare()
	if share.IsZero() && hours.IsZero() {
		p.Paragraph("  ", p.Say("Ingen af kronerne og timerne er antagelser.", "None of the money and the hours is assumed."))
		return
	}
	p.Paragraph("  ", percent(share, p.Lang)+p.Say(" af kronerne og ", " of the money and ")+percent(hours, p.Lang)+
		p.Say(" af timerne er antagelser. Læs KOMBITs egne tal ind, så falder andelen.", " of the hours are assumptions. Read KOMBIT's own figures in, and the share falls."))
	if share.Sign() > 0 {
		p.Paragraph("  ", p.Say("Lav og høj er linjernes egne, lagt sammen, som om alt gik lige godt eller lige galt.",
			"Low and high are the lines' own, added as if all went equally well or equally wrong."))
	}
}
