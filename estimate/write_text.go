package estimate

import (
	"errors"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
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
	p := e.telling(language)
	e.writeHead(p)
	e.writeFaults(p)
	e.writeUnused(p)
	if len(e.Cells) == 0 {
		p.head(p.text("estimate/no-figures", nil))
		p.Paragraph("  ", p.say("estimate/no-contribution", lang.Args{"day": lang.Day(e.AsOf)}))
		e.writeLeftOut(p)
	} else {
		e.writeDecision(p)
		e.writeYears(p)
		e.writeLeftOut(p)
		e.writeGroups(p, p.text("common/by-project", nil), e.ByProject(), e.projectLabel)
		e.writeGroups(p, p.text("estimate/by-role", nil), largest(e.ByRole()), e.roleLabel)
	}
	e.writeDifferences(p)
	e.writeCriticalPath(p)
	e.writeNotEstimable(p)
	e.writeOwed(p)
	e.writeInputs(p, e.InputsThatMatter)
	if len(e.Cells) > 0 {
		e.writeAssumed(p)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// errNotComputed says that there is no schedule to tell of.
var errNotComputed = errors.New("estimate: only an estimate that Compute made can be written as text")

func (e *Estimate) writeHead(p telling) {
	p.Paragraph("", e.localText().In(p.Lang))
	p.Line("")
	p.Line(p.say("estimate/title", lang.Args{"kommune": lang.Both(e.Kommune.FullName())}))
	p.Paragraph("", p.say("estimate/head", lang.Args{
		"day": lang.Day(e.AsOf), "inhabitants": lang.Whole(e.Population.Count), "on": lang.Day(e.Population.On),
		"prices": capital(e.PriceText()), "thousand": thousand, "whose": e.whoseText(),
	}))
}

// localText says which data of the kommune's own the estimate rests on.
func (e *Estimate) localText() lang.Text {
	figures := e.how != nil && len(e.how.assumptions.Figures) > 0
	switch {
	case !e.Local:
		return e.text("estimate/rests-on-nothing-local", nil)
	case !e.assumes() && !figures:
		return e.text("estimate/rests-on-plan", nil)
	case !e.assumes() && e.plan.Local():
		return e.text("estimate/rests-on-plan-and-figures", nil)
	case !e.assumes():
		return e.text("estimate/rests-on-figures", nil)
	case !figures:
		return e.text("estimate/rests-on-plan-else-assumed", nil)
	case e.plan.Local():
		return e.text("estimate/rests-on-plan-and-figures-else-assumed", nil)
	default:
		return e.text("estimate/rests-on-figures-else-assumed", nil)
	}
}

// assumes reports whether any of the money or the hours is an assumption, or
// could be, where there are none yet.
func (e *Estimate) assumes() bool {
	return len(e.Cells) == 0 || !e.AssumedShare().IsZero() || !e.AssumedHoursShare().IsZero()
}

// whoseText says whose the figures are.
func (e *Estimate) whoseText() lang.Text {
	switch {
	case !e.assumes():
		return e.text("estimate/all-read-in", nil)
	case e.Local && e.AssumedShare().LessThan(one):
		return e.text("estimate/rest-is-ours", nil)
	default:
		return e.text("estimate/all-is-ours", nil)
	}
}

// writeFaults says what is wrong with what the estimate was computed from: the
// figures that it leaves out, or holds as they were.
func (e *Estimate) writeFaults(p telling) {
	if faults := e.toMend(drejebog.Fault); len(faults) > 0 {
		p.head(p.text("estimate/to-mend", nil))
		writeFindings(p, faults)
	}
}

// writeUnused says what the kommune has written that the estimate does not use.
func (e *Estimate) writeUnused(p telling) {
	if unused := e.toMend(drejebog.Warning); len(unused) > 0 {
		p.head(p.text("estimate/not-used", nil))
		writeFindings(p, unused)
	}
}

func writeFindings(p telling, findings []drejebog.Finding) {
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
func (e *Estimate) writeDecision(p telling) {
	headed := false
	for i := range e.Years {
		y := &e.Years[i]
		if y.Year != e.DecisionYear || y.DecisionBy == nil {
			continue
		}
		headed = true
		p.head(p.text("estimate/to-be-decided", lang.Args{"day": lang.Day(*y.DecisionBy), "year": yearText(y.Year)}))
		p.Paragraph("  ", e.newMoneyText(&y.Totals).In(p.Lang)+" "+
			p.say("estimate/own-hours-paid", lang.Args{"hours": tensText(y.Hours), "fte": e.fte(y.Hours)}))
		p.Paragraph("  ", p.say("estimate/not-decided", lang.Args{"amount": roundKroner(y.Undecided)}))
	}
	for i := range e.Years {
		y := &e.Years[i]
		if y.DecisionBy == nil || *y.DecisionBy >= e.AsOf || y.Year < e.AsOf.Year() || y.NewMoney.IsZero() {
			continue
		}
		if !headed {
			headed = true
			p.head(p.text("estimate/budget-adopted", nil))
		}
		p.Paragraph("  ", e.adoptedText(y).In(p.Lang))
	}
}

// adoptedText says where the new money of an adopted year comes from, and what
// is still to be found.
func (e *Estimate) adoptedText(y *Year) lang.Text {
	year, open := yearText(y.Year), y.undecidedMoney()
	aside, frame := roundKroner(y.NewMoneySetAside), roundKroner(y.NewMoneyWithinFrame)
	switch isAside, isFrame := y.NewMoneySetAside.Sign() > 0, y.NewMoneyWithinFrame.Sign() > 0; {
	case open.IsZero() && isAside && isFrame:
		return e.text("estimate/adopted-decided", lang.Args{"year": year, "aside": aside, "frame": frame})
	case open.IsZero() && isFrame:
		return e.text("estimate/adopted-within-frame", lang.Args{"year": year, "frame": frame})
	case open.IsZero():
		return e.text("estimate/adopted-set-aside", lang.Args{"year": year, "aside": aside})
	case isAside && isFrame:
		return e.text("estimate/adopted-open-else-decided", lang.Args{"year": year, "open": roundKroner(open), "aside": aside, "frame": frame})
	case isFrame:
		return e.text("estimate/adopted-open-else-within-frame", lang.Args{"year": year, "open": roundKroner(open), "frame": frame})
	case isAside:
		return e.text("estimate/adopted-open-else-set-aside", lang.Args{"year": year, "open": roundKroner(open), "aside": aside})
	default:
		return e.text("estimate/adopted-open", lang.Args{"year": year, "open": roundKroner(open)})
	}
}

// newMoneyText says how much new money there is, and between what.
func (e *Estimate) newMoneyText(t *Totals) lang.Text {
	if t.NewMoneyHigh.IsZero() {
		return e.text("estimate/no-new-money", nil)
	}
	return e.text("estimate/new-money-between", lang.Args{
		"amount": roundKroner(t.NewMoney), "low": roundKroner(t.NewMoneyLow), "high": roundKroner(t.NewMoneyHigh),
	})
}

// fte is hours as full-time positions, with one decimal.
func (e *Estimate) fte(hours drejebog.Hours) lang.Value {
	year := e.book.FullTimeYear.Hours.Decimal()
	if year.Sign() <= 0 {
		return lang.Both(nothing)
	}
	return lang.Decimals(hours.Decimal().DivRound(year, 1), 1)
}

func (e *Estimate) writeYears(p telling) {
	p.head(p.text("common/budget-years", nil))
	row(p, "", e.yearNames(p))
	kroner := func(label string, of func(*Totals) drejebog.Kroner) {
		row(p, label, e.figures(func(t *Totals) string { return thousands(of(t), p.Lang) }))
	}
	under := func(label string) string { return "  " + label }
	low, high := under(lowerFirst(p.say("common/low", nil))), under(lowerFirst(p.say("common/high", nil)))
	kroner(p.say("estimate/new-money-in", lang.Args{"thousand": thousand}), func(t *Totals) drejebog.Kroner { return t.NewMoney })
	kroner(low, func(t *Totals) drejebog.Kroner { return t.NewMoneyLow })
	kroner(high, func(t *Totals) drejebog.Kroner { return t.NewMoneyHigh })
	row(p, p.words.Key("line-kind", Own.String(), nil).In(p.Lang), e.figures(func(t *Totals) string { return tens(t.Hours, p.Lang) }))
	row(p, under(lowerFirst(p.say("common/fte", nil))), e.figures(func(t *Totals) string { return e.fte(t.Hours).In(p.Lang) }))
	kroner(under(p.say("estimate/value-in", lang.Args{"thousand": thousand})), func(t *Totals) drejebog.Kroner { return t.OwnTimeValue })
	kroner(p.say("estimate/in-all-in", lang.Args{"thousand": thousand}), func(t *Totals) drejebog.Kroner { return t.Likely })
	kroner(low, func(t *Totals) drejebog.Kroner { return t.Low })
	kroner(high, func(t *Totals) drejebog.Kroner { return t.High })
	kroner(under(e.decisionName(plan.SetAside).In(p.Lang)), func(t *Totals) drejebog.Kroner { return t.SetAside })
	kroner(under(e.decisionName(plan.WithinFrame).In(p.Lang)), func(t *Totals) drejebog.Kroner { return t.WithinFrame })
	kroner(under(e.decisionName(plan.Undecided).In(p.Lang)), func(t *Totals) drejebog.Kroner { return t.Undecided })
	var contributed []string
	for i := range e.Years {
		contributed = append(contributed, lang.YesNo(e.Years[i].Contributed).In(p.Lang))
	}
	row(p, p.say("estimate/contributed", nil), contributed)
}

func (e *Estimate) writeLeftOut(p telling) {
	if left := e.LeftOutText().In(p.Lang); left != "" {
		p.Paragraph("  ", left)
	}
}

// yearNames heads the columns of years and their sum.
func (e *Estimate) yearNames(p telling) []string {
	var names []string
	for i := range e.Years {
		name := p.say("estimate/undated-short", nil)
		if e.Years[i].Year != Undated {
			name = digits(e.Years[i].Year)
		}
		names = append(names, name)
	}
	if len(names) == 1 {
		return names // which is the whole
	}
	return append(names, lowerFirst(p.say("common/in-all", nil)))
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
func (e *Estimate) writeGroups(p telling, title lang.Text, groups []Group, label func(string, lang.Lang) string) {
	names := e.yearNames(p)
	money := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return thousands(t.NewMoney, p.Lang) })
	}
	hours := func(g *Group) []string {
		return groupFigures(g, func(t *Totals) string { return tens(t.Hours, p.Lang) })
	}
	moneyHead, hoursHead := lowered(p.text("estimate/new-money-in", lang.Args{"thousand": thousand})), e.kindName(Own)
	if len(names) > 1 && len(names) <= mostColumns {
		p.head(title)
		row(p, "", above(moneyHead.In(p.Lang), len(names)), above(hoursHead.In(p.Lang), len(names)))
		row(p, "", names, names)
		for i := range groups {
			row(p, label(groups[i].Key, p.Lang), money(&groups[i]), hours(&groups[i]))
		}
		return
	}
	for _, block := range []struct {
		head    lang.Text
		figures func(*Group) []string
	}{{moneyHead, money}, {hoursHead, hours}} {
		p.head(joined(", ", []lang.Text{title, block.head}))
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
		return e.text("common/whole-kommune", nil).In(language)
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
		return e.text("common/purchases", nil).In(language)
	case otherRoles:
		return e.text("estimate/other-roles", nil).In(language)
	}
	if r := e.book.Role(id); r != nil {
		return r.Name.In(language)
	}
	return id
}

// writeAssumed says which share rests on assumptions.
func (e *Estimate) writeAssumed(p telling) {
	p.head(p.text("estimate/what-figures-rest-on", nil))
	share, hours := e.AssumedShare(), e.AssumedHoursShare()
	if share.IsZero() && hours.IsZero() {
		p.Paragraph("  ", p.say("estimate/nothing-assumed", nil))
		return
	}
	p.Paragraph("  ", p.say("estimate/share-assumed", lang.Args{"money": percent(share), "hours": percent(hours)}))
	if share.Sign() > 0 {
		p.Paragraph("  ", p.say("estimate/low-and-high-added", nil))
	}
}

// LeftOutText says what an estimate of one budget year leaves out because it
// hangs on a date nobody knows and so has no year; empty where that is nothing.
func (e *Estimate) LeftOutText() lang.Text {
	shown := func(y Year) bool { return y.Year == Undated }
	if e.how == nil || slices.ContainsFunc(e.Years, shown) {
		return lang.Text{}
	}
	at := slices.IndexFunc(e.how.Years, shown)
	if at < 0 {
		return lang.Text{}
	}
	y := &e.how.Years[at]
	return e.text("estimate/left-out", lang.Args{"amount": roundKroner(y.NewMoney), "hours": tensText(y.Hours)})
}
