package estimate

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// The measures of a request, in characters: an A4 sheet in a type of ten
// points is 80 wide and 64 lines high between margins of two centimetres.
const (
	sheetWidth   = 80
	sheetHeight  = 64
	formWidth    = 16 // of what names a field
	mostPurposes = 3
	mostFaults   = 2
)

// WriteRequest writes the budget request on one A4 sheet: the budget year and
// three estimate years in 1.000 kr., what the money is for and where it comes
// from, the people, what a no means, what is known too late, and what a delay
// does. Each amount is rounded on its own. A request that is too long for the
// sheet stands without blank lines between its fields.
func (e *Estimate) WriteRequest(w io.Writer, language lang.Lang) error {
	r, err := e.Request()
	if err != nil {
		return err
	}
	text := e.requestText(r, language, false)
	if strings.Count(text, "\n") > sheetHeight {
		text = e.requestText(r, language, true)
	}
	_, err = io.WriteString(w, text)
	return err
}

func (e *Estimate) requestText(r *Request, language lang.Lang, dense bool) string {
	p := page.New(language)
	p.Width = sheetWidth
	s := requestSheet{p, e, r, dense}
	s.head()
	s.years()
	s.purposes()
	s.financing()
	s.staff()
	s.consequence()
	s.tooLate()
	s.delay()
	s.unpriced()
	s.basis()
	s.toMend()
	return p.String()
}

// requestSheet is a request on its way to paper.
type requestSheet struct {
	*page.Page
	e *Estimate
	r *Request

	dense bool // no blank lines between the fields
}

func (s *requestSheet) head() {
	first, last := s.r.Years[0].Year, s.r.Years[len(s.r.Years)-1].Year
	title := s.Say("BUDGETØNSKE: budget ", "BUDGET REQUEST: budget ") + digits(first) + s.Say(", overslag ", ", estimates ") + digits(first+1) + "–" + digits(last)
	name := s.e.Kommune.FullName()
	s.Line(title + padLeft(name, sheetWidth-utf8.RuneCountInString(title)))
	s.Line("")
	s.field("Titel", "Title", s.Say("Monopolbruddet: kommunens del af indførelsen af ", "End of the KMD monopoly: the kommune's part of introducing ")+s.e.projectNames(ids(s.e.book.Projects, func(p *drejebog.Project) string { return p.ID })))
	s.field("Udvalg, område", "Committee, area", s.Say("Økonomiudvalget; administration og fælles it (forslag)", "Finance; administration and common IT (proposal)"))
	s.field("Art", "Kind", s.Say("Drift, tidsbegrænset", "Operation, temporary"))
	s.field("Besluttes", "To be decided", s.decisionText())
	s.Line("")
}

func (s *requestSheet) decisionText() string {
	for i := range s.e.Years {
		if y := &s.e.Years[i]; y.Year == s.e.DecisionYear && y.DecisionBy != nil {
			return s.Say("senest ", "by ") + s.Day(*y.DecisionBy)
		}
	}
	return s.Say("ingen frist kendt", "no deadline known")
}

// years is the table of the budget year and the estimate years.
func (s *requestSheet) years() {
	t := page.Table{Columns: []page.Column{{Head: s.Say("1.000 kr., ", "DKK 1,000, ") + s.e.priceName().In(s.Lang)}}}
	for i := range s.r.Years {
		t.Columns = append(t.Columns, page.Column{Head: digits(s.r.Years[i].Year), Right: true})
	}
	add := func(da, en string, figure func(*RequestYear) string) {
		row := []string{s.Say(da, en)}
		for i := range s.r.Years {
			row = append(row, figure(&s.r.Years[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	kroner := func(of func(*RequestYear) drejebog.Kroner) func(*RequestYear) string {
		return func(y *RequestYear) string { return thousands(of(y), s.Lang) }
	}
	add("Nye penge", "New money", kroner(func(y *RequestYear) drejebog.Kroner { return y.NewMoney }))
	add("  indkøb", "  purchases", kroner(func(y *RequestYear) drejebog.Kroner { return y.Purchases }))
	add("  frikøb og vikarer", "  backfill and temps", kroner(func(y *RequestYear) drejebog.Kroner { return y.Backfill }))
	add("  mellem lav og høj", "  between low and high", func(y *RequestYear) string {
		if y.NewMoneyHigh.IsZero() {
			return nothing
		}
		return thousands(y.NewMoneyLow, s.Lang) + "–" + thousands(y.NewMoneyHigh, s.Lang)
	})
	add("  afsat", "  set aside", kroner(func(y *RequestYear) drejebog.Kroner { return y.NewMoneySetAside }))
	add("  inden for rammen", "  within the frame", kroner(func(y *RequestYear) drejebog.Kroner { return y.NewMoneyWithinFrame }))
	add("  ikke besluttet", "  not decided", kroner(func(y *RequestYear) drejebog.Kroner { return y.undecidedMoney() }))
	add("Egne timer (lønnes allerede)", "Own hours (paid already)", func(y *RequestYear) string { return tens(y.Hours, s.Lang) })
	add("  årsværk", "  FTE", func(y *RequestYear) string {
		if y.Hours.IsZero() {
			return nothing
		}
		return s.e.fte(y.Hours, s.Lang)
	})
	add("  værdi, til orientering", "  value, for information", kroner(func(y *RequestYear) drejebog.Kroner { return y.OwnTimeValue }))
	if s.r.Slip != nil {
		months := digits(s.r.Slip.Months)
		add("Nye penge, hvis alt rykker "+months+" mdr.", "New money, if all slips by "+months+" months", kroner(func(y *RequestYear) drejebog.Kroner { return y.Slipped.NewMoney }))
	}
	add("Budgetbidrag udgivet til året", "Contribution published for the year", func(y *RequestYear) string {
		if y.Contributed {
			return s.Say("ja", "yes")
		}
		return s.Say("nej", "no")
	})
	s.Table(t)
	s.outside()
}

// outside says what lies before and after the years of the table.
func (s *requestSheet) outside() {
	var parts []string
	for i := range s.r.Before {
		y := &s.r.Before[i]
		text := digits(y.Year) + ": " + s.thousand(y.NewMoney)
		var notes []string
		if !y.Contributed {
			notes = append(notes, s.Say("intet bidrag udgivet", "no contribution published"))
		}
		switch notes = append(notes, s.decided(&y.Totals)...); {
		case y.open(s.e.AsOf):
			notes = append(notes, s.Say("besluttes senest ", "to be decided by ")+s.Day(*y.DecisionBy))
		case y.undecidedMoney().Sign() > 0:
			notes = append(notes, s.Say("budgettet er vedtaget", "the budget is adopted"))
		}
		if len(notes) > 0 {
			text += " (" + strings.Join(notes, ", ") + ")"
		}
		parts = append(parts, text)
	}
	if !s.r.After.NewMoney.IsZero() {
		parts = append(parts, s.Say("senere: ", "later: ")+s.thousand(s.r.After.NewMoney))
	}
	if !s.r.Undat.NewMoney.IsZero() {
		parts = append(parts, s.Say("uden år, fordi en idriftsættelse ikke har nogen dato: ", "without year, since a go-live has no date: ")+s.thousand(s.r.Undat.NewMoney))
	}
	if len(parts) > 0 {
		s.section("Andre år", "Other years", s.Say("Nye penge i ", "New money in ")+strings.Join(parts, "; ")+".")
	}
}

// decided says what has been decided about new money, a part for each decision
// that there is, with its amount where there are several.
func (s *requestSheet) decided(t *Totals) []string {
	var parts []string
	for _, part := range []struct {
		amount drejebog.Kroner
		state  plan.DecisionState
	}{{t.NewMoneySetAside, plan.SetAside}, {t.NewMoneyWithinFrame, plan.WithinFrame}, {t.undecidedMoney(), plan.Undecided}} {
		switch name := decisionName(part.state).In(s.Lang); {
		case part.amount.IsZero():
		case part.amount.Cmp(t.NewMoney) == 0:
			parts = append(parts, name)
		default:
			parts = append(parts, name+" "+s.thousand(part.amount))
		}
	}
	return parts
}

// thousand is an amount in whole 1.000 kr., with its unit.
func (s *requestSheet) thousand(amount drejebog.Kroner) string {
	if amount.IsZero() {
		return s.Say("ingen", "none")
	}
	return s.e.thousandsText(s.Page, amount)
}

// section is a field of the form, with a blank line before it where there is
// room.
func (s *requestSheet) section(da, en, text string) {
	if !s.dense {
		s.Line("")
	}
	s.field(da, en, text)
}

// field is a name and what belongs to it.
func (s *requestSheet) field(da, en, text string) {
	s.Paragraph(s.Say(da, en)+strings.Repeat(" ", max(1, formWidth-utf8.RuneCountInString(s.Say(da, en)))), strings.ReplaceAll(text, "..", "."))
}

func (s *requestSheet) purposes() {
	if len(s.r.Purposes) == 0 {
		s.section("Formål", "Purpose", s.Say("Ingen nye penge, der kan estimeres endnu. Opgaverne løses af kommunens egne folk.",
			"No new money that can be estimated yet. The tasks are done by the kommune's own people."))
		return
	}
	var parts []string
	var all, shown drejebog.Kroner
	for i := range s.r.Purposes {
		p := &s.r.Purposes[i]
		all = all.Add(p.NewMoney)
		if i < mostPurposes {
			shown = shown.Add(p.NewMoney)
			parts = append(parts, lowerFirst(p.Name.In(s.Lang))+" "+s.e.thousandsText(s.Page, p.NewMoney))
		}
	}
	if rest := all.Sub(shown); rest.Sign() > 0 {
		parts = append(parts, s.Say("andet ", "other ")+s.e.thousandsText(s.Page, rest))
	}
	s.section("Formål", "Purpose", s.Say("Nye penge i de fire år: ", "New money in the four years: ")+strings.Join(parts, "; ")+". "+s.required(all))
}

// required says how much of the new money is for what the kommune has to do,
// and how much it can choose away.
func (s *requestSheet) required(all drejebog.Kroner) string {
	chosen := all.Sub(s.r.Required).Sub(s.r.Follows)
	switch {
	case s.r.Required.Cmp(all) == 0:
		return s.Say("Alt er til opgaver, som kommunen skal løse.", "All of it is for what the kommune has to do.")
	case s.r.Follows.Cmp(all) == 0:
		return s.Say("Alt følger af idriftsættelserne og kan ikke vælges fra.", "All of it follows from the go-lives and cannot be chosen away.")
	case chosen.Cmp(all) == 0:
		return s.Say("Intet af det er til opgaver, som kommunen skal løse; det er anbefalet eller valgt lokalt.",
			"None of it is for what the kommune has to do; it is recommended or chosen locally.")
	}
	var parts []string
	if s.r.Required.Sign() > 0 {
		parts = append(parts, s.thousand(s.r.Required)+s.Say(" til opgaver, som kommunen skal løse", " for what the kommune has to do"))
	}
	if s.r.Follows.Sign() > 0 {
		parts = append(parts, s.thousand(s.r.Follows)+s.Say(" som følge af idriftsættelserne, der ikke kan vælges fra", " as it follows from the go-lives and cannot be chosen away"))
	}
	if chosen.Sign() > 0 {
		parts = append(parts, s.thousand(chosen)+s.Say(" til det, der er anbefalet eller valgt lokalt", " for what is recommended or chosen locally"))
	}
	return s.Say("Heraf ", "Of it ") + strings.Join(parts, "; ") + "."
}

func (s *requestSheet) financing() {
	y := &s.r.Years[0]
	open := y.undecidedMoney()
	if y.NewMoney.IsZero() {
		return
	}
	text := s.Say("Alle nye penge i ", "All new money in ") + digits(y.Year) + s.Say(" er besluttet.", " is decided.")
	if open.Sign() > 0 {
		text = s.thousand(open) + s.Say(" i ", " in ") + digits(y.Year) + s.Say(" har ingen finansiering endnu: sæt penge af i budgettet, eller anvis dem inden for udvalgets ramme.",
			" has no financing yet: set money aside in the budget, or find it within the committee's frame.")
	}
	if !y.NewMoneySetAside.IsZero() || !y.NewMoneyWithinFrame.IsZero() {
		text += s.Say(" Afsat: ", " Set aside: ") + s.thousand(y.NewMoneySetAside) + s.Say("; inden for rammen: ", "; within the frame: ") + s.thousand(y.NewMoneyWithinFrame) + "."
	}
	s.section("Finansiering", "Financing", text)
}

func (s *requestSheet) staff() {
	y := &s.r.Years[0]
	s.section("Personale", "Staff", s.Say("Projekterne lægger beslag på ", "The projects take ")+s.e.fte(y.Hours, s.Lang)+s.Say(" årsværk af de ansatte i ", " FTE of the staff in ")+digits(y.Year)+
		s.Say(" (brutto, 1.924 timer). Ingen nye faste stillinger. ", " (gross, 1,924 hours). No new permanent positions. ")+s.backfill(y))
}

// backfill says how much of the staff's time is replaced.
func (s *requestSheet) backfill(y *RequestYear) string {
	if y.Backfill.IsZero() {
		return s.Say("Der er ikke regnet med frikøb eller vikarer.", "No backfill or temps are reckoned with.")
	}
	return s.Say("Frikøb og vikarer dækker en del.", "Backfill and temps cover a part.")
}

// consequence is what a no means: the go-lives that then cannot be met.
func (s *requestSheet) consequence() {
	text := s.Say("Opgaverne må vente. Er paratheden ikke bekræftet tre måneder før implementeringen, kan systemerne ikke tages i brug",
		"The tasks must wait. Without readiness confirmed three months before the implementation, the systems cannot be taken into use")
	if on := s.firstGoLive(); on != "" {
		text += s.Say(" fra ", " from ") + on
	}
	s.section("Et nej betyder", "A no means", text+s.Say("; så skal kommunen betale KMD for de gamle så længe, og kommuner i senere bølger kan blive ramt.",
		"; then KMD must be paid for the old ones for longer, and kommuner in later waves may be hit."))
}

// firstGoLive is the first go-live that lies ahead, with its project.
func (s *requestSheet) firstGoLive() string {
	on, found := s.e.AsOf, false
	for i := range s.e.sched.Milestones {
		m := &s.e.sched.Milestones[i]
		if m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > s.e.AsOf && (!found || m.Date.Date < on) {
			on, found = m.Date.Date, true
		}
	}
	if !found {
		return ""
	}
	return s.Day(on)
}

// tooLate tells of each year what is still to be found for needs that came too
// late for its budget.
func (s *requestSheet) tooLate() {
	var parts []string
	open := false
	for late := s.r.TooLate; len(late) > 0; {
		of := late[:1]
		for len(of) < len(late) && late[len(of)].Year == of[0].Year {
			of = late[:len(of)+1]
		}
		late = late[len(of):]
		parts = append(parts, s.tooLateFor(of))
		open = open || of[0].Open.Sign() > 0
	}
	if len(parts) == 0 {
		return
	}
	text := strings.Join(parts, " ")
	if open {
		text += s.Say(" Find dem inden for rammen, eller søg en tillægsbevilling; den skal anvise sin dækning.",
			" Find it within the frame, or apply for a supplementary appropriation, which must name its cover.")
	}
	s.section("Kendt for sent", "Known too late", text)
}

// mostTooLate is how many of the needs of a year are named.
const mostTooLate = 2

// tooLateFor tells of the needs of one year: what is open of them, or that all
// of it is decided.
func (s *requestSheet) tooLateFor(needs []TooLate) string {
	var all, open drejebog.Kroner
	var names []string
	left := 0
	for i := range needs {
		n := &needs[i]
		all, open = all.Add(n.NewMoney), open.Add(n.Open)
		switch {
		case n.Open.IsZero() && needs[0].Open.Sign() > 0:
		case len(names) < mostTooLate:
			names = append(names, lowerFirst(n.Name.In(s.Lang)))
		default:
			left++
		}
	}
	list := strings.Join(names, "; ")
	if left > 0 {
		list += s.Say(" m.fl.", " and others")
	}
	year := digits(needs[0].Year)
	if open.IsZero() {
		return s.thousand(all) + s.Say(" i "+year+" blev kendt, efter at budgettet var vedtaget, og er besluttet (", " in "+year+" became known after the budget was adopted, and is decided (") + list + ")."
	}
	return s.thousand(open) + s.Say(" i "+year+" blev kendt, efter at budgettet var vedtaget (", " in "+year+" became known after the budget was adopted (") + list + ")."
}

func (s *requestSheet) delay() {
	if s.r.Slip == nil {
		return
	}
	y := s.r.Years[0].Year
	var text string
	if s.r.Slip.Unspent.Sign() > 0 {
		text = s.Say("Rykker idriftsættelserne ", "If the go-lives slip by ") + digits(s.r.Slip.Months) + s.Say(" måneder, bliver ", " months, ") + s.thousand(s.r.Slip.Unspent) +
			s.Say(" ikke brugt i ", " is not spent in ") + digits(y) + s.Say(": søg dem overført til ", ": have it carried over to ") + digits(y+1) + s.Say("; de er ikke sparet. ", "; it is not saved. ")
	}
	var costs []string
	if d := &s.r.Delay; d.Hours.Sign() > 0 || d.OwnTimeValue.Sign() > 0 {
		costs = append(costs, s.Say("ca. ", "about ")+wholeHours(d.Hours).In(s.Lang)+s.Say(" timer (", " hours (")+s.thousand(d.OwnTimeValue)+s.Say(") til ledelse", ") of management"))
	}
	if d := &s.r.Delay; d.NewMoney.Sign() > 0 {
		costs = append(costs, s.thousand(d.NewMoney)+s.Say(" til dobbelt drift og frikøb", " of double running and backfill"))
	}
	legacy := s.Say("det, kommunen i dag betaler KMD for de gamle systemer", "what the kommune pays KMD today for the old systems")
	if d := &s.r.Delay; d.Legacy.Sign() > 0 {
		legacy = s.thousand(d.Legacy) + s.Say(" til KMD for de gamle systemer (planens betalinger pr. 1. januar 2013)", " to KMD for the old systems (the plan's payments as of 1 January 2013)")
	}
	costs = append(costs, legacy)
	s.section("Forsinkelse", "Delay", text+s.Say("Hver måned koster ", "Each month costs ")+listText(costs, s.Lang)+".")
}

// unpriced is what is not in the figures.
func (s *requestSheet) unpriced() {
	var names []string
	for i := range s.e.NotEstimable {
		n := &s.e.NotEstimable[i]
		name := lowerFirst(n.What.In(s.Lang))
		if n.Owes != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return
	}
	more := ""
	if left := len(names) - mostPurposes; left > 0 {
		more = s.Say(" og ", " and ") + s.Count(left, lang.Text{DA: "anden post", EN: "other"}, lang.Text{DA: "andre poster", EN: "others"})
		names = names[:mostPurposes]
	}
	s.section("Ikke medregnet", "Not included", s.Say("Kan ikke estimeres endnu: ", "Cannot be estimated yet: ")+strings.Join(names, "; ")+more+".")
}

// basis says what the figures rest on.
func (s *requestSheet) basis() {
	text := s.Say("Set fra ", "Seen from ") + s.Day(s.e.AsOf) + ". "
	if s.e.AssumedShare().IsZero() {
		text += s.Say("Alle tal er læst ind; ingen er antagelser.", "All figures are read in; none are assumptions.")
	} else {
		text += percent(s.e.AssumedShare(), s.Lang) + s.Say(" af kronerne er vores antagelser: KOMBITs egne tal er ikke offentlige. Lav og høj er linjernes egne, lagt sammen.",
			" of the money is our assumptions: KOMBIT's own figures are not public. Low and high are the lines' own, added.")
	}
	if s.e.Current {
		text += " " + upperFirst(s.e.PriceText().In(s.Lang)) + "."
	}
	if unused := len(s.e.toMend(drejebog.Warning)); unused > 0 {
		text += " " + s.Count(unused, lang.Text{DA: "af kommunens egne oplysninger er", EN: "piece of the kommune's own data is"},
			lang.Text{DA: "af kommunens egne oplysninger er", EN: "pieces of the kommune's own data are"}) +
			s.Say(" ikke brugt; overslagets tekst siger hvilke.", " not used; the text of the estimate says which.")
	}
	s.section("Grundlag", "Basis", text)
}

// toMend says what is wrong with the estimate.
func (s *requestSheet) toMend() {
	var parts []string
	faults := s.e.toMend(drejebog.Fault)
	for i := range faults {
		if i < mostFaults {
			parts = append(parts, faults[i].Text.In(s.Lang))
		}
	}
	if left := len(faults) - mostFaults; left > 0 {
		parts = append(parts, s.Say("Og ", "And ")+s.Count(left, lang.Text{DA: "anden fejl", EN: "other fault"}, lang.Text{DA: "andre fejl", EN: "other faults"})+".")
	}
	if len(parts) > 0 {
		s.section("Skal rettes", "To be mended", strings.Join(parts, " "))
	}
}
