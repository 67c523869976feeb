package estimate

import (
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
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
	p := e.telling(language)
	p.Width = sheetWidth
	s := requestSheet{p, e, r, dense}
	s.title()
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
	telling
	e *Estimate
	r *Request

	dense bool // no blank lines between the fields
}

func (s *requestSheet) title() {
	first, last := s.r.Years[0].Year, s.r.Years[len(s.r.Years)-1].Year
	title := s.say("request/title", lang.Args{"year": yearText(first), "from": yearText(first + 1), "to": yearText(last)})
	s.Line(title + padLeft(s.e.Kommune.FullName(), sheetWidth-utf8.RuneCountInString(title)))
	s.Line("")
	projects := s.e.projectNames(ids(s.e.book.Projects, func(p *drejebog.Project) string { return p.ID }))
	s.field(s.say("request/field-title", nil), s.say("request/introducing", lang.Args{"projects": lang.Both(projects)}))
	s.field(s.say("request/field-committee", nil), s.say("request/committee", nil))
	s.field(s.say("column/kind", nil), s.say("request/kind", nil))
	s.field(s.say("request/field-decided", nil), s.decisionText())
	s.Line("")
}

func (s *requestSheet) decisionText() string {
	for i := range s.e.Years {
		if y := &s.e.Years[i]; y.Year == s.e.DecisionYear && y.DecisionBy != nil {
			return s.say("request/by", lang.Args{"day": lang.Day(*y.DecisionBy)})
		}
	}
	return s.say("request/no-deadline", nil)
}

// years is the table of the budget year and the estimate years.
func (s *requestSheet) years() {
	t := page.Table{Columns: []page.Column{{Head: s.say("request/in-prices", lang.Args{"thousand": thousand, "prices": s.e.priceName()})}}}
	for i := range s.r.Years {
		t.Columns = append(t.Columns, page.Column{Head: digits(s.r.Years[i].Year), Right: true})
	}
	add := func(label string, figure func(*RequestYear) string) {
		row := []string{label}
		for i := range s.r.Years {
			row = append(row, figure(&s.r.Years[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	kroner := func(label string, of func(*RequestYear) drejebog.Kroner) {
		add(label, func(y *RequestYear) string { return thousands(of(y), s.Lang) })
	}
	under := func(label string) string { return "  " + label }
	kroner(s.say("common/new-money", nil), func(y *RequestYear) drejebog.Kroner { return y.NewMoney })
	kroner(under(lowerFirst(s.say("common/purchases", nil))), func(y *RequestYear) drejebog.Kroner { return y.Purchases })
	kroner(under(s.say("request/backfill", nil)), func(y *RequestYear) drejebog.Kroner { return y.Backfill })
	add(under(s.say("request/between", nil)), func(y *RequestYear) string {
		if y.NewMoneyHigh.IsZero() {
			return nothing
		}
		return thousands(y.NewMoneyLow, s.Lang) + "–" + thousands(y.NewMoneyHigh, s.Lang)
	})
	kroner(under(s.e.decisionName(plan.SetAside).In(s.Lang)), func(y *RequestYear) drejebog.Kroner { return y.NewMoneySetAside })
	kroner(under(s.e.decisionName(plan.WithinFrame).In(s.Lang)), func(y *RequestYear) drejebog.Kroner { return y.NewMoneyWithinFrame })
	kroner(under(s.e.decisionName(plan.Undecided).In(s.Lang)), func(y *RequestYear) drejebog.Kroner { return y.undecidedMoney() })
	add(s.say("request/own-hours", nil), func(y *RequestYear) string { return tens(y.Hours, s.Lang) })
	add(under(lowerFirst(s.say("common/fte", nil))), func(y *RequestYear) string {
		if y.Hours.IsZero() {
			return nothing
		}
		return s.e.fte(y.Hours).In(s.Lang)
	})
	kroner(under(s.say("request/value", nil)), func(y *RequestYear) drejebog.Kroner { return y.OwnTimeValue })
	if s.r.Slip != nil {
		kroner(s.say("request/if-all-slips", lang.Args{"n": lang.Whole(s.r.Slip.Months)}), func(y *RequestYear) drejebog.Kroner { return y.Slipped.NewMoney })
	}
	add(s.say("request/contributed", nil), func(y *RequestYear) string { return lang.YesNo(y.Contributed).In(s.Lang) })
	s.Table(t)
	s.outside()
}

// outside says what lies before and after the years of the table.
func (s *requestSheet) outside() {
	var parts []string
	for i := range s.r.Before {
		y := &s.r.Before[i]
		text := s.say("request/in-year", lang.Args{"amount": s.kroner(y.NewMoney), "year": yearText(y.Year)})
		if notes := s.notes(y); len(notes) > 0 {
			text += " (" + strings.Join(notes, ", ") + ")"
		}
		parts = append(parts, text)
	}
	if !s.r.After.NewMoney.IsZero() {
		parts = append(parts, s.say("request/later", lang.Args{"amount": s.kroner(s.r.After.NewMoney)}))
	}
	if !s.r.Undat.NewMoney.IsZero() {
		parts = append(parts, s.say("request/without-year", lang.Args{"amount": s.kroner(s.r.Undat.NewMoney)}))
	}
	if len(parts) > 0 {
		s.section(s.say("request/field-other-years", nil), s.say("request/other-years", lang.Args{"list": lang.Both(strings.Join(parts, "; "))}))
	}
}

// notes are what there is to know of an earlier year.
func (s *requestSheet) notes(y *RequestYear) []string {
	var notes []string
	if !y.Contributed {
		notes = append(notes, s.say("request/no-contribution", nil))
	}
	notes = append(notes, s.decided(&y.Totals)...)
	switch {
	case y.open(s.e.AsOf):
		notes = append(notes, s.say("request/decided-by", lang.Args{"day": lang.Day(*y.DecisionBy)}))
	case y.undecidedMoney().Sign() > 0:
		notes = append(notes, s.say("request/adopted", nil))
	}
	return notes
}

// decided says what has been decided about new money, a part for each decision
// that there is, with its amount where there are several.
func (s *requestSheet) decided(t *Totals) []string {
	var parts []string
	for _, part := range []struct {
		amount drejebog.Kroner
		state  plan.DecisionState
	}{{t.NewMoneySetAside, plan.SetAside}, {t.NewMoneyWithinFrame, plan.WithinFrame}, {t.undecidedMoney(), plan.Undecided}} {
		switch name := s.e.decisionName(part.state).In(s.Lang); {
		case part.amount.IsZero():
		case part.amount.Cmp(t.NewMoney) == 0:
			parts = append(parts, name)
		default:
			parts = append(parts, name+" "+s.kroner(part.amount).In(s.Lang))
		}
	}
	return parts
}

// kroner is an amount in whole 1.000 kr., with its unit.
func (s *requestSheet) kroner(amount drejebog.Kroner) lang.Value {
	if amount.IsZero() {
		return s.text("request/none", nil)
	}
	return roundKroner(amount)
}

// section is a field of the form, with a blank line before it where there is
// room.
func (s *requestSheet) section(name, text string) {
	if !s.dense {
		s.Line("")
	}
	s.field(name, text)
}

// field is a name and what belongs to it.
func (s *requestSheet) field(name, text string) {
	s.Paragraph(name+strings.Repeat(" ", max(1, formWidth-utf8.RuneCountInString(name))), strings.ReplaceAll(text, "..", "."))
}

func (s *requestSheet) purposes() {
	name := s.say("request/field-purpose", nil)
	if len(s.r.Purposes) == 0 {
		s.section(name, s.say("request/no-purpose", nil))
		return
	}
	var parts []string
	var all, shown drejebog.Kroner
	for i := range s.r.Purposes {
		p := &s.r.Purposes[i]
		all = all.Add(p.NewMoney)
		if i < mostPurposes {
			shown = shown.Add(p.NewMoney)
			parts = append(parts, lowerFirst(p.Name.In(s.Lang))+" "+roundKroner(p.NewMoney).In(s.Lang))
		}
	}
	if rest := all.Sub(shown); rest.Sign() > 0 {
		parts = append(parts, s.say("request/other-purposes", lang.Args{"amount": roundKroner(rest)}))
	}
	s.section(name, s.say("request/purposes", lang.Args{"list": lang.Both(strings.Join(parts, "; ")), "required": s.required(all)}))
}

// required says how much of the new money is for what the kommune has to do,
// and how much it can choose away.
func (s *requestSheet) required(all drejebog.Kroner) lang.Text {
	chosen := all.Sub(s.r.Required).Sub(s.r.Follows)
	required, follows, local := s.kroner(s.r.Required), s.kroner(s.r.Follows), s.kroner(chosen)
	switch {
	case s.r.Required.Cmp(all) == 0:
		return s.text("request/all-required", nil)
	case s.r.Follows.Cmp(all) == 0:
		return s.text("request/all-follows", nil)
	case chosen.Cmp(all) == 0:
		return s.text("request/all-chosen", nil)
	case s.r.Required.Sign() <= 0:
		return s.text("request/follows-and-chosen", lang.Args{"follows": follows, "chosen": local})
	case s.r.Follows.Sign() <= 0:
		return s.text("request/required-and-chosen", lang.Args{"required": required, "chosen": local})
	case chosen.Sign() <= 0:
		return s.text("request/required-and-follows", lang.Args{"required": required, "follows": follows})
	default:
		return s.text("request/required-follows-and-chosen", lang.Args{"required": required, "follows": follows, "chosen": local})
	}
}

func (s *requestSheet) financing() {
	y := &s.r.Years[0]
	if y.NewMoney.IsZero() {
		return
	}
	text := s.say("request/all-decided", lang.Args{"year": yearText(y.Year)})
	if open := y.undecidedMoney(); open.Sign() > 0 {
		text = s.say("request/not-financed", lang.Args{"amount": s.kroner(open), "year": yearText(y.Year)})
	}
	if !y.NewMoneySetAside.IsZero() || !y.NewMoneyWithinFrame.IsZero() {
		text += " " + s.say("request/financed", lang.Args{"aside": s.kroner(y.NewMoneySetAside), "frame": s.kroner(y.NewMoneyWithinFrame)})
	}
	s.section(s.say("request/field-financing", nil), text)
}

func (s *requestSheet) staff() {
	y := &s.r.Years[0]
	backfill := s.text("request/some-backfill", nil)
	if y.Backfill.IsZero() {
		backfill = s.text("request/no-backfill", nil)
	}
	s.section(s.say("request/field-staff", nil), s.say("request/staff", lang.Args{
		"fte": s.e.fte(y.Hours), "year": yearText(y.Year), "hours": lang.Exactly(s.e.book.FullTimeYear.Hours.Decimal()), "backfill": backfill,
	}))
}

// consequence is what a no means: the go-lives that then cannot be met.
func (s *requestSheet) consequence() {
	text := s.say("request/consequence", nil)
	if on, ok := s.firstGoLive(); ok {
		text = s.say("request/consequence-from", lang.Args{"day": lang.Day(on)})
	}
	s.section(s.say("request/field-no", nil), text)
}

// firstGoLive is the first go-live that lies ahead; false where none does.
func (s *requestSheet) firstGoLive() (on date.Date, found bool) {
	on = s.e.AsOf
	for i := range s.e.sched.Milestones {
		m := &s.e.sched.Milestones[i]
		if m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > s.e.AsOf && (!found || m.Date.Date < on) {
			on, found = m.Date.Date, true
		}
	}
	return on, found
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
		text += " " + s.say("request/find-it", nil)
	}
	s.section(s.say("request/field-too-late", nil), text)
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
	list := lang.Both(strings.Join(names, "; "))
	if left > 0 {
		list = s.text("common/and-others", lang.Args{"list": list})
	}
	year := yearText(needs[0].Year)
	if open.IsZero() {
		return s.say("request/too-late-decided", lang.Args{"amount": s.kroner(all), "year": year, "list": list})
	}
	return s.say("request/too-late-open", lang.Args{"amount": s.kroner(open), "year": year, "list": list})
}

func (s *requestSheet) delay() {
	if s.r.Slip == nil {
		return
	}
	year, text := s.r.Years[0].Year, ""
	if s.r.Slip.Unspent.Sign() > 0 {
		text = s.say("request/unspent", lang.Args{
			"n": lang.Whole(s.r.Slip.Months), "amount": s.kroner(s.r.Slip.Unspent), "year": yearText(year), "next": yearText(year + 1),
		}) + " "
	}
	s.section(s.say("request/field-delay", nil), text+s.say("request/month-costs", lang.Args{"list": s.e.listed(s.monthCosts())}))
}

// monthCosts is what a month more costs.
func (s *requestSheet) monthCosts() []lang.Text {
	var costs []lang.Text
	d := &s.r.Delay
	if d.Hours.Sign() > 0 || d.OwnTimeValue.Sign() > 0 {
		costs = append(costs, s.text("request/month-of-management", lang.Args{"hours": wholeHours(d.Hours), "value": s.kroner(d.OwnTimeValue)}))
	}
	if d.NewMoney.Sign() > 0 {
		costs = append(costs, s.text("request/month-of-double-running", lang.Args{"amount": s.kroner(d.NewMoney)}))
	}
	if d.Legacy.Sign() > 0 {
		return append(costs, s.text("request/month-of-legacy", lang.Args{"amount": s.kroner(d.Legacy), "day": lang.Day(date.New(s.e.paymentLevel(), time.January, 1))}))
	}
	return append(costs, s.text("request/month-of-unknown-legacy", nil))
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
	list := lang.Both(strings.Join(names[:min(len(names), mostPurposes)], "; "))
	text := s.say("request/unpriced", lang.Args{"list": list})
	if left := len(names) - mostPurposes; left > 0 {
		text = s.say("request/unpriced-and-more", lang.Args{"list": list, "n": lang.Whole(left)})
	}
	s.section(s.say("request/field-not-included", nil), text)
}

// basis says what the figures rest on.
func (s *requestSheet) basis() {
	sentences := []string{s.say("request/seen-from", lang.Args{"day": lang.Day(s.e.AsOf)})}
	if share := s.e.AssumedShare(); share.IsZero() {
		sentences = append(sentences, s.say("request/nothing-assumed", nil))
	} else {
		sentences = append(sentences, s.say("request/share-assumed", lang.Args{"share": percent(share)}))
	}
	if s.e.Current {
		sentences = append(sentences, upperFirst(s.e.PriceText().In(s.Lang))+".")
	}
	if unused := len(s.e.toMend(drejebog.Warning)); unused > 0 {
		sentences = append(sentences, s.say("request/not-used", lang.Args{"n": lang.Whole(unused)}))
	}
	s.section(s.say("request/field-basis", nil), strings.Join(sentences, " "))
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
		parts = append(parts, s.say("request/more-faults", lang.Args{"n": lang.Whole(left)}))
	}
	if len(parts) > 0 {
		s.section(s.say("request/field-to-mend", nil), strings.Join(parts, " "))
	}
}
