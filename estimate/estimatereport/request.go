package estimatereport

import (
	"slices"
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
)

// How much of what is listed is named on one sheet of paper.
const (
	mostPurposes = 3
	mostFaults   = 2
	mostTooLate  = 2 // of a year
)

// Request tells the budget request on what is one A4 sheet: the budget year and
// three estimate years in 1.000 kr., what the money is for and where it comes
// from, the people, what a no means, what is known too late, and what a delay
// does. Each amount is rounded on its own. Its table is years. The document of a
// request that Estimate.Request did not make is empty.
func Request(r *request.Request) *document.Document {
	t, ok := tell(r.Estimate())
	if !ok {
		return &t.Document
	}
	s := &requestTelling{telling: t, r: r}
	s.begin()
	s.years()
	s.running()
	s.outside()
	s.purposes()
	s.financing()
	s.staff()
	s.consequence()
	s.tooLate()
	s.supplements()
	s.delay()
	s.unpriced()
	s.basis()
	s.faults()
	t.Add(s.fields)
	return &t.Document
}

// requestTelling is a request on its way to paper.
type requestTelling struct {
	*telling
	r      *request.Request
	fields document.List // below the table
}

// field is a name and what belongs to it.
func (t *requestTelling) field(name, text lang.Text) {
	t.fields.Items = append(t.fields.Items, document.Item{Mark: name, Text: text})
}

func (t *requestTelling) begin() {
	first, last := t.r.Years[0].Year, t.r.Years[len(t.r.Years)-1].Year
	t.Title = t.text("request/title", lang.Args{"year": lang.Plain(first), "from": lang.Plain(first + 1), "to": lang.Plain(last)})
	t.Subject = lang.Both(t.est.Kommune.FullName())
	var projects []string
	for i := range t.book.Projects {
		projects = append(projects, t.book.Projects[i].ID)
	}
	t.field(t.text("request/field-title", nil), t.text("request/introducing", lang.Args{"projects": lang.Both(t.book.ScopeNames(projects))}))
	t.account()
	t.field(t.text("request/field-decided", nil), t.decided())
	t.uncovered()
	if undated := t.est.UndatedText(); !undated.IsZero() {
		t.field(t.text("request/field-undated", nil), undated)
	}
	t.Add(t.fields)
	t.fields = document.List{}
}

// account says where in the budget the money is to stand.
func (t *requestTelling) account() {
	a := &t.r.Account
	said := func(key string, text lang.Text) lang.Text {
		if slices.Contains(a.Proposed, key) {
			return t.text("request/proposed", lang.Args{"what": text})
		}
		return text
	}
	t.field(t.text("request/field-committee", nil), lang.Joined("; ", said("committee", a.Committee), said("area", a.Area.Lower())))
	kind, function := t.text("request/operation", nil), t.text("request/function-unsaid", nil)
	if a.Capital {
		kind = t.text("request/capital", nil)
	}
	if a.Function != "" {
		function = lang.Both(a.Function)
	}
	t.field(t.text("request/field-appropriation", nil), t.text("request/appropriation", lang.Args{
		"kind": kind, "level": said("level", a.Level.Lower()), "function": function, "type": said("type", a.Type.Lower()),
	}))
}

// uncovered says which hours nobody has the time for, and their price.
func (t *requestTelling) uncovered() {
	if len(t.r.Uncovered) == 0 {
		return
	}
	var years []lang.Text
	for i := range t.r.Uncovered {
		u := &t.r.Uncovered[i]
		args := lang.Args{"hours": u.Hours.ToTens(), "year": lang.Plain(u.Year)}
		if u.Cost == nil {
			years = append(years, t.text("request/uncovered-year", args))
			continue
		}
		args["cost"] = t.kroner(*u.Cost)
		years = append(years, t.text("request/uncovered-year-priced", args))
	}
	t.field(t.text("request/field-uncovered", nil), t.text("request/uncovered", lang.Args{"years": lang.Joined("; ", years...)}))
}

// decided says when the year's budget is decided.
func (t *requestTelling) decided() lang.Text {
	if by := t.r.Years[0].DecisionBy; by != nil {
		return t.text("common/by-day", lang.Args{"day": lang.Day(*by)})
	}
	return t.text("request/no-deadline", nil)
}

// years is the table of the budget year and the estimate years.
func (t *requestTelling) years() {
	sheet := &table.Sheet{Name: "years", Columns: []table.Column{
		table.Head("of", t.text("request/in-prices", lang.Args{"thousand": thousand, "prices": t.est.PriceName()})),
	}}
	for i := range t.r.Years {
		sheet.Columns = append(sheet.Columns, table.Figures(strconv.Itoa(t.r.Years[i].Year), lang.Written(lang.Plain(t.r.Years[i].Year))))
	}
	add := func(label lang.Text, figure func(*request.Year) lang.Value) {
		row := []table.Cell{table.Of(label)}
		for i := range t.r.Years {
			row = append(row, table.Of(figure(&t.r.Years[i])))
		}
		sheet.Append(row...)
	}
	kroner := func(label lang.Text, of func(*request.Year) drejebog.Kroner) {
		add(label, func(y *request.Year) lang.Value { return thousands(of(y)) })
	}
	kroner(t.text("common/new-money", nil), func(y *request.Year) drejebog.Kroner { return y.NewMoney })
	kroner(t.text("request/purchases", nil), func(y *request.Year) drejebog.Kroner { return y.Purchases })
	kroner(t.text("request/backfill", nil), func(y *request.Year) drejebog.Kroner { return y.Backfill })
	if slices.ContainsFunc(t.r.Years, func(y request.Year) bool { return y.Provisional.Sign() > 0 }) {
		kroner(t.text("request/provisional", nil), func(y *request.Year) drejebog.Kroner { return y.Provisional })
	}
	add(t.text("request/between", nil), between)
	of := func(state plan.DecisionState) lang.Text {
		return t.text("request/new-money-decision", lang.Args{"decision": t.decision(state)})
	}
	kroner(of(plan.SetAside), func(y *request.Year) drejebog.Kroner { return y.NewMoneySetAside })
	kroner(of(plan.WithinFrame), func(y *request.Year) drejebog.Kroner { return y.NewMoneyWithinFrame })
	kroner(of(plan.Undecided), func(y *request.Year) drejebog.Kroner { return y.NewMoneyUndecided() })
	if slices.ContainsFunc(t.r.Years, func(y request.Year) bool { return !y.Spent.IsZero() }) {
		kroner(t.text("request/spent", nil), func(y *request.Year) drejebog.Kroner { return y.Spent })
	}
	add(t.text("request/own-hours", nil), func(y *request.Year) lang.Value { return tens(y.PaidHours()) })
	add(t.text("estimate/own-hours-fte", nil), func(y *request.Year) lang.Value {
		if y.PaidHours().IsZero() {
			return lang.Dash()
		}
		return t.fte(y.PaidHours())
	})
	if slices.ContainsFunc(t.r.Years, func(y request.Year) bool { return !y.Backfilled.IsZero() }) {
		add(t.text("request/backfilled", nil), func(y *request.Year) lang.Value { return tens(y.Backfilled) })
	}
	kroner(t.text("request/value", nil), func(y *request.Year) drejebog.Kroner { return y.OwnTimeValue })
	if t.r.Slip != nil {
		kroner(t.text("request/if-all-slips", lang.Args{"n": lang.Whole(t.r.Slip.Months)}), func(y *request.Year) drejebog.Kroner { return y.Slipped.NewMoney })
	}
	add(t.text("request/contributed", nil), func(y *request.Year) lang.Value { return lang.YesNo(y.Contributed) })
	t.Show(sheet)
}

// running is the table of what is paid for old and new systems; none where the plan
// says nothing of it.
func (t *requestTelling) running() {
	if len(t.r.Running) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "running", Columns: []table.Column{
		table.Head("of", t.text("request/running", lang.Args{"thousand": thousand, "level": lang.Plain(t.est.Running.Level)})),
	}}
	for i := range t.r.Years {
		sheet.Columns = append(sheet.Columns, table.Figures(strconv.Itoa(t.r.Years[i].Year), lang.Written(lang.Plain(t.r.Years[i].Year))))
	}
	add := func(label lang.Text, of func(*running.Row) drejebog.Kroner) {
		any, row := false, []table.Cell{table.Of(label)}
		for i := range t.r.Years {
			var sum drejebog.Kroner
			for k := range t.r.Running {
				if t.r.Running[k].Year == t.r.Years[i].Year {
					sum = sum.Add(of(&t.r.Running[k]))
				}
			}
			any = any || !sum.IsZero()
			row = append(row, table.Of(thousands(sum)))
		}
		if any {
			sheet.Append(row...)
		}
	}
	add(t.text("request/running-old", nil), func(r *running.Row) drejebog.Kroner { return r.Old })
	add(t.text("request/running-overlap", nil), func(r *running.Row) drejebog.Kroner { return r.Overlap })
	add(t.text("request/running-new", nil), paidForNew)
	add(t.text("request/running-saving", nil), func(r *running.Row) drejebog.Kroner { return r.Saving })
	t.Show(sheet)
}

// between is the outer range of a year's new money.
func between(y *request.Year) lang.Value {
	if y.NewMoneyHigh.IsZero() {
		return lang.Dash()
	}
	return lang.Joined("–", lang.Written(thousands(y.NewMoneyLow)), lang.Written(thousands(y.NewMoneyHigh)))
}

// outside says what lies before and after the years of the table.
func (t *requestTelling) outside() {
	var parts []lang.Text
	for i := range t.r.Before {
		y := &t.r.Before[i]
		part := t.text("request/in-year", lang.Args{"amount": t.kroner(y.NewMoney), "year": lang.Plain(y.Year)})
		parts = append(parts, aside(part, t.notes(y)...))
	}
	if !t.r.After.NewMoney.IsZero() {
		parts = append(parts, t.text("request/later", lang.Args{"amount": t.kroner(t.r.After.NewMoney)}))
	}
	if !t.r.Undated.NewMoney.IsZero() {
		parts = append(parts, t.text("request/without-year", lang.Args{"amount": t.kroner(t.r.Undated.NewMoney)}))
	}
	if len(parts) > 0 {
		t.field(t.text("request/field-other-years", nil), t.text("request/other-years", lang.Args{"list": lang.Joined("; ", parts...)}))
	}
}

// notes are what there is to know of an earlier year.
func (t *requestTelling) notes(y *request.Year) []lang.Text {
	var notes []lang.Text
	if !y.Contributed {
		notes = append(notes, t.text("request/no-contribution", nil))
	}
	notes = append(notes, t.decisions(y)...)
	if !y.Spent.IsZero() {
		notes = append(notes, t.text("request/spent-of-it", lang.Args{"amount": t.kroner(y.Spent)}))
	}
	switch {
	case y.Open():
		notes = append(notes, t.text("request/decided-by", lang.Args{"day": lang.Day(*y.DecisionBy)}))
	case y.NewMoneyUndecided().Sign() > 0:
		notes = append(notes, t.text("request/adopted", nil))
	}
	return notes
}

// decisions say what has been decided about new money, a part for each decision
// that there is, with its amount where there are several.
func (t *requestTelling) decisions(y *request.Year) []lang.Text {
	sum, open := &y.Totals, t.decision(plan.Undecided)
	if y.Adopted {
		open = t.text("request/not-granted", nil)
	}
	var parts []lang.Text
	for _, part := range []struct {
		amount drejebog.Kroner
		state  plan.DecisionState
	}{{sum.NewMoneySetAside, plan.SetAside}, {sum.NewMoneyWithinFrame, plan.WithinFrame}, {sum.NewMoneyUndecided(), plan.Undecided}} {
		name := t.decision(part.state)
		if part.state == plan.Undecided {
			name = open
		}
		switch {
		case part.amount.IsZero():
		case part.amount.Cmp(sum.NewMoney) == 0:
			parts = append(parts, name)
		default:
			parts = append(parts, lang.Joined(" ", name, lang.Written(t.kroner(part.amount))))
		}
	}
	return parts
}

// kroner is an amount in whole 1.000 kr., with its unit.
func (t *requestTelling) kroner(amount drejebog.Kroner) lang.Value {
	if amount.IsZero() {
		return t.text("request/none", nil)
	}
	return amount.ToThousands()
}

func (t *requestTelling) purposes() {
	name := t.text("request/field-purpose", nil)
	if len(t.r.Purposes) == 0 {
		t.field(name, t.text("request/no-purpose", nil))
		return
	}
	var parts []lang.Text
	var shown drejebog.Kroner
	for i := range t.r.Purposes {
		p := &t.r.Purposes[i]
		if i < mostPurposes {
			shown = shown.Add(p.NewMoney)
			parts = append(parts, lang.Joined(" ", p.Name.Lower(), lang.Written(p.NewMoney.ToThousands())))
		}
	}
	if rest := t.r.NewMoney.Sub(shown); rest.Sign() > 0 {
		parts = append(parts, t.text("request/other-purposes", lang.Args{"amount": rest.ToThousands()}))
	}
	t.field(name, t.text("request/purposes", lang.Args{"list": lang.Joined("; ", parts...), "required": t.required()}))
}

// required says how much of the new money is for what the kommune has to do,
// and how much it can choose away.
func (t *requestTelling) required() lang.Text {
	required, follows, chosen := t.kroner(t.r.Required), t.kroner(t.r.Follows), t.kroner(t.r.Chosen)
	switch all := t.r.NewMoney; {
	case t.r.Required.Cmp(all) == 0:
		return t.text("request/all-required", nil)
	case t.r.Follows.Cmp(all) == 0:
		return t.text("request/all-follows", nil)
	case t.r.Chosen.Cmp(all) == 0:
		return t.text("request/all-chosen", nil)
	case t.r.Required.Sign() <= 0:
		return t.text("request/follows-and-chosen", lang.Args{"follows": follows, "chosen": chosen})
	case t.r.Follows.Sign() <= 0:
		return t.text("request/required-and-chosen", lang.Args{"required": required, "chosen": chosen})
	case t.r.Chosen.Sign() <= 0:
		return t.text("request/required-and-follows", lang.Args{"required": required, "follows": follows})
	default:
		return t.text("request/required-follows-and-chosen", lang.Args{"required": required, "follows": follows, "chosen": chosen})
	}
}

func (t *requestTelling) financing() {
	y := &t.r.Years[0]
	if y.NewMoney.IsZero() {
		return
	}
	text := t.text("request/all-decided", lang.Args{"year": lang.Plain(y.Year)})
	if open := y.NewMoneyUndecided(); open.Sign() > 0 {
		text = t.text("request/not-financed", lang.Args{"amount": t.kroner(open), "year": lang.Plain(y.Year)})
	}
	if !y.NewMoneySetAside.IsZero() || !y.NewMoneyWithinFrame.IsZero() {
		text = lang.Joined(" ", text, t.text("request/financed", lang.Args{"aside": t.kroner(y.NewMoneySetAside), "frame": t.kroner(y.NewMoneyWithinFrame)}))
	}
	t.field(t.text("request/field-financing", nil), text)
}

func (t *requestTelling) staff() {
	y := &t.r.Years[0]
	backfill := t.text("request/some-backfill", nil)
	if y.Backfill.IsZero() {
		backfill = t.text("request/no-backfill", nil)
	}
	t.field(t.text("request/field-staff", nil), t.text("request/staff", lang.Args{
		"fte": t.fte(y.Hours), "year": lang.Plain(y.Year), "hours": lang.Exactly(t.book.FullTimeYear.Hours.Decimal()), "backfill": backfill,
	}))
}

// consequence is what a no means: the go-lives that then cannot be met.
func (t *requestTelling) consequence() {
	lead := t.text("common/months", lang.Args{"n": lang.Whole(t.book.MonthsBefore(t.book.ReadinessConfirmation()))})
	late := t.text("request/not-taken-into-use", lang.Args{"lead": lead})
	var from []lang.Text
	for _, on := range t.r.GoLives {
		from = append(from, t.text("request/go-live-from", lang.Args{"projects": lang.Both(t.book.ScopeNames(on.Projects)), "day": lang.Day(on.Date)}))
	}
	if len(from) > 0 {
		late = t.text("request/not-taken-into-use-from", lang.Args{"lead": lead, "list": t.book.Listed(from...)})
	}
	t.field(t.text("request/field-no", nil), lang.Joined(" ", t.text("request/tasks-must-wait", nil), late, t.text("request/old-ones-longer", nil)))
}

// tooLate tells of each year what is still to be found for needs that came too
// late for its budget.
func (t *requestTelling) tooLate() {
	var parts []lang.Text
	open := false
	for late := t.r.TooLate; len(late) > 0; {
		of := late[:1]
		for len(of) < len(late) && late[len(of)].Year == of[0].Year {
			of = late[:len(of)+1]
		}
		late = late[len(of):]
		parts = append(parts, t.tooLateFor(of))
		open = open || of[0].Open.Sign() > 0
	}
	if len(parts) == 0 {
		return
	}
	if open {
		parts = append(parts, t.text("request/find-it", nil))
	}
	t.field(t.text("request/field-too-late", nil), lang.Joined(" ", parts...))
}

// tooLateFor tells of the needs of one year: what is open of them, or that all
// of it is decided.
func (t *requestTelling) tooLateFor(needs []request.TooLate) lang.Text {
	var all, open drejebog.Kroner
	var names []lang.Text
	left := 0
	for i := range needs {
		n := &needs[i]
		all, open = all.Add(n.NewMoney), open.Add(n.Open)
		switch {
		case n.Open.IsZero() && needs[0].Open.Sign() > 0:
		case len(names) < mostTooLate:
			names = append(names, n.Name.Lower())
		default:
			left++
		}
	}
	list := lang.Joined("; ", names...)
	if left > 0 {
		list = t.text("common/and-others", lang.Args{"list": list})
	}
	year := lang.Plain(needs[0].Year)
	if open.IsZero() {
		return t.text("request/too-late-decided", lang.Args{"amount": t.kroner(all), "year": year, "list": list})
	}
	return t.text("request/too-late-open", lang.Args{"amount": t.kroner(open), "year": year, "list": list})
}

// supplements tells what supplementary appropriations the adopted budgets need, and what
// covers each.
func (t *requestTelling) supplements() {
	var parts []lang.Text
	proposed, inPart := false, false
	for left := t.r.Supplements; len(left) > 0; {
		of := left[:1]
		for len(of) < len(left) && left[len(of)].Year == of[0].Year {
			of = left[:len(of)+1]
		}
		left = left[len(of):]
		var covers []lang.Text
		said := slices.ContainsFunc(of, func(s request.Supplement) bool { return !s.Proposed })
		for i := range of {
			cover := t.cover(&of[i])
			if of[i].Proposed && said {
				cover, inPart = aside(cover, t.text("request/our-proposal", nil)), true
			}
			covers, proposed = append(covers, cover), proposed || of[i].Proposed
		}
		parts = append(parts, t.text("request/supplement", lang.Args{"year": lang.Plain(of[0].Year), "list": t.book.Listed(covers...)}))
	}
	if len(parts) == 0 {
		return
	}
	switch {
	case inPart:
		parts = append(parts, t.text("request/cover-proposed-in-part", nil))
	case proposed:
		parts = append(parts, t.text("request/cover-proposed", nil))
	}
	t.field(t.text("request/field-supplement", nil), lang.Joined(" ", parts...))
}

// cover is an amount with what pays for it.
func (t *requestTelling) cover(s *request.Supplement) lang.Text {
	amount := lang.Args{"amount": t.kroner(s.Amount)}
	switch {
	case s.Cover == plan.CoverMoved && s.Proposed:
		return t.text("request/cover-saved", amount)
	case s.Cover == plan.CoverMoved:
		return t.text("request/cover-moved", amount)
	case s.Cover == plan.CoverCarried && s.From != 0:
		amount["year"] = lang.Plain(s.From)
		return t.text("request/cover-carried-from", amount)
	case s.Cover == plan.CoverCarried:
		return t.text("request/cover-carried", amount)
	default:
		return t.text("request/cover-cash", amount)
	}
}

func (t *requestTelling) delay() {
	if t.r.Slip == nil {
		return
	}
	year, text := t.r.Years[0].Year, lang.Text{}
	if t.r.Slip.Unspent.Sign() > 0 {
		text = t.text("request/unspent", lang.Args{
			"n": lang.Whole(t.r.Slip.Months), "amount": t.kroner(t.r.Slip.Unspent), "year": lang.Plain(year), "next": lang.Plain(year + 1),
		})
	}
	if t.r.Slip.Transfer.Sign() > 0 {
		text = lang.Joined(" ", text, t.text("request/transfer", lang.Args{"amount": t.kroner(t.r.Slip.Transfer)}))
	}
	t.field(t.text("request/field-delay", nil), lang.Joined(" ", text, t.text("request/month-costs", lang.Args{"list": t.book.Listed(t.monthCosts()...)})))
}

// monthCosts is what a month more costs.
func (t *requestTelling) monthCosts() []lang.Text {
	var costs []lang.Text
	d := &t.r.Delay
	if d.Hours.Sign() > 0 || d.OwnTimeValue.Sign() > 0 {
		costs = append(costs, t.text("request/month-of-management", lang.Args{"hours": lang.Decimals(d.Hours.Decimal(), 0), "value": t.kroner(d.OwnTimeValue)}))
	}
	if d.NewMoney.Sign() > 0 {
		costs = append(costs, t.text("request/month-of-double-running", lang.Args{"amount": t.kroner(d.NewMoney)}))
	}
	for _, month := range d.Legacy {
		if month.Amount.IsZero() {
			costs = append(costs, t.text("request/month-of-bound-legacy", nil))
			continue
		}
		from := date.New(month.PriceLevel, time.January, 1)
		costs = append(costs, t.text("request/month-of-legacy", lang.Args{"amount": t.kroner(month.Amount), "day": lang.Day(from)}))
	}
	if len(d.Legacy) > 0 {
		return costs
	}
	return append(costs, t.text("request/month-of-unknown-legacy", nil))
}

// unpriced is what is not in the figures.
func (t *requestTelling) unpriced() {
	var names []lang.Text
	for i := range t.est.NotEstimable {
		n := &t.est.NotEstimable[i]
		if name := n.What.Lower(); n.Owes != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return
	}
	list := lang.Joined("; ", names[:min(len(names), mostPurposes)]...)
	text := t.text("request/unpriced", lang.Args{"list": list})
	if left := len(names) - mostPurposes; left > 0 {
		text = t.text("request/unpriced-and-more", lang.Args{"list": list, "n": lang.Whole(left)})
	}
	t.field(t.text("request/field-not-included", nil), text)
}

// basis says what the figures rest on.
func (t *requestTelling) basis() {
	sentences := []lang.Text{t.text("common/seen-from", lang.Args{"day": lang.Day(t.est.AsOf)})}
	if share := t.est.AssumedShare(); share.IsZero() {
		sentences = append(sentences, t.text("request/nothing-assumed", nil))
	} else {
		sentences = append(sentences, t.text("request/share-assumed", lang.Args{"share": lang.WholePercent(share)}))
	}
	sentences = append(sentences, t.text("request/without-vat", nil))
	if t.est.Current {
		sentences = append(sentences, t.est.PriceLevels().Text().Capital().Ended())
	}
	if unused := len(t.toMend(drejebog.SeverityWarning)); unused > 0 {
		sentences = append(sentences, t.text("request/look-again", lang.Args{"n": lang.Whole(unused)}))
	}
	t.field(t.text("request/field-basis", nil), lang.Joined(" ", sentences...))
}

// faults say what is wrong with the estimate.
func (t *requestTelling) faults() {
	var parts []lang.Text
	faults := t.toMend(drejebog.SeverityError)
	for i := range faults {
		if i < mostFaults {
			parts = append(parts, faults[i].Text)
		}
	}
	if left := len(faults) - mostFaults; left > 0 {
		parts = append(parts, t.text("request/more-faults", lang.Args{"n": lang.Whole(left)}))
	}
	if len(parts) > 0 {
		t.field(t.text("request/field-to-mend", nil), lang.Joined(" ", parts...))
	}
}
