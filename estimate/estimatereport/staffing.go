package estimatereport

import (
	"slices"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/staffing"
)

// Staffing tells a staffing plan as a head of department reads it: where time is short in
// words, what can be done and its price, each budget year's months by person and role, the
// roles that nobody has, and what has no date. Its tables are moves, leftOver, hires, goLives, teams, nobody, waiting, done,
// hours-2014-01 and so on for the page, and months and weeks with a row for each period. The
// document of what nobody computed is empty. Pictures, such as those of Load, stand below the
// head.
func Staffing(s *staffing.Staffing, pictures ...document.Picture) *document.Document {
	t, ok := tell(s.Estimate())
	if !ok {
		return &t.Document
	}
	t.Title, t.Subject = t.text("staffing/title", nil), lang.Both(t.est.Kommune.Name)
	head := t.text("staffing/head", lang.Args{
		"day": lang.Day(t.est.AsOf), "estimated": s.Estimated.ToWhole(), "dated": s.Dated.ToWhole(), "undated": s.Undated.ToWhole(),
	})
	if s.DoneUndated.Sign() > 0 {
		head = lang.Joined(" ", head, t.text("staffing/done-untold", lang.Args{"hours": s.DoneUndated.ToWhole()}))
	}
	t.Tell(head)
	for _, p := range pictures {
		t.Add(p)
	}
	if len(s.People) == 0 {
		t.Tell(t.text("staffing/no-people", nil))
	} else {
		t.clashes(s)
		t.choices(s)
	}
	t.staffedYears(s)
	t.teams(s)
	t.withoutPeople(s)
	t.withoutDates("waiting", t.text("staffing/waiting", nil), t.text("staffing/hangs", nil), s.Waiting)
	t.withoutDates("done", t.text("staffing/done", nil), t.text("staffing/done-how", nil), s.Done)
	t.Attached = append(t.Attached, t.periods(s, false), t.periods(s, true))
	return &t.Document
}

// worstClashes is how many of the clashes are told in words.
const worstClashes = 3

func (t *telling) clashes(s *staffing.Staffing) {
	t.Section(t.text("staffing/clashes", nil))
	if len(s.Clashes) == 0 {
		t.Tell(t.text("staffing/no-clash", nil))
	}
	var points []lang.Text
	for i := range s.Clashes[:min(len(s.Clashes), worstClashes)] {
		points = append(points, t.clash(s, &s.Clashes[i]))
	}
	t.Points(points...)
	if more := len(s.Clashes) - worstClashes; more > 0 {
		t.Tell(t.text("staffing/more-clashes", lang.Args{"n": lang.Whole(more)}))
	}
	var told []lang.Text
	for i := range s.People {
		switch r := &s.People[i]; r.Basis {
		case staffing.Mean:
			told = append(told, t.text("staffing/counted-as-the-mean", lang.Args{"who": r.Name, "hours": lang.Decimals(r.PerWeek.Decimal(), 1)}))
		case staffing.Unlimited:
			told = append(told, t.text("staffing/counted-without-limit", lang.Args{"who": r.Name}))
		}
	}
	t.Points(told...)
}

// tasksNamed is how many tasks of a clash are named.
const tasksNamed = 3

func (t *telling) clash(s *staffing.Staffing, c *staffing.Clash) lang.Text {
	var tasks []lang.Text
	for _, of := range c.Tasks[:min(len(c.Tasks), tasksNamed)] {
		tasks = append(tasks, t.text("staffing/task-hours", lang.Args{"task": t.sched.LabelOf(of.Task), "hours": of.Hours.ToWhole()}))
	}
	return t.text("staffing/clash", lang.Args{
		"who": t.nameOf(s, c.Person), "over": c.Over.ToWhole(), "when": months(c.First, c.Last), "need": c.Need.ToWhole(),
		"available": c.Available.ToWhole(), "tasks": lang.SeriesOf("; ", tasks),
	})
}

// nameOf is the name of one of the people.
func (t *telling) nameOf(s *staffing.Staffing, person string) lang.Text {
	for i := range s.People {
		if s.People[i].ID == person {
			return s.People[i].Name
		}
	}
	return lang.Both(person)
}

// months names the months from one day to another.
func months(first, last date.Date) lang.Text {
	from, to := month(first), month(last)
	switch {
	case from == to:
		return from
	case first.Year() == last.Year():
		from = lang.MonthName(first.Month())
	}
	return lang.Joined("–", from, to)
}

func month(day date.Date) lang.Text {
	return lang.Joined(" ", lang.MonthName(day.Month()), lang.Written(lang.Plain(day.Year())))
}

// choices tells what can be done where people are short.
func (t *telling) choices(s *staffing.Staffing) {
	if len(s.LeftOver) == 0 && s.Smoothing == nil {
		return
	}
	above := len(t.Blocks)
	t.Section(t.text("staffing/choices", nil))
	t.smoothing(s.Smoothing)
	if len(s.LeftOver) > 0 {
		t.leftOver(s)
	}
	t.hires(s)
	t.levelling(s)
	if len(t.Blocks) == above+1 {
		t.Blocks = t.Blocks[:above] // nobody is short, and there is nothing to move
	}
}

// smoothing tells which tasks can be moved to where, and what that solves.
func (t *telling) smoothing(m *staffing.Smoothing) {
	switch {
	case m == nil:
		return
	case len(m.Moves) == 0:
		if m.Before.Weeks.Sign() > 0 {
			t.Tell(t.text("staffing/nothing-to-move", nil))
		}
		return
	}
	t.Tell(t.text("staffing/move", lang.Args{
		"n": lang.Whole(len(m.Moves)), "before": m.Before.Months.ToWhole(), "after": m.After.Months.ToWhole(),
		"weeksBefore": m.Before.Weeks.ToWhole(), "weeksAfter": m.After.Weeks.ToWhole(), "cost": priceOf(m.Staffing.LeftOver).ToThousands(),
	}))
	sheet := &table.Sheet{Name: "moves", Columns: []table.Column{
		table.Head("task", t.text("staffing/task", nil)), table.Head("start", t.text("staffing/from", nil)), table.Head("toStart", t.text("staffing/to", nil)),
		table.Head("toFinish", t.text("staffing/until", nil)),
	}}
	for i := range m.Moves {
		of := &m.Moves[i]
		sheet.Append(table.Of(t.sched.LabelOf(of.Task)), table.DayOrNone(&of.Start), table.DayOrNone(&of.ToStart), table.DayOrNone(&of.ToFinish))
	}
	t.Show(sheet)
	if len(m.Held) > 0 {
		var names []lang.Text
		for _, id := range m.Held {
			names = append(names, t.sched.LabelOf(id))
		}
		t.Tell(t.text("staffing/held", lang.Args{"tasks": lang.SeriesOf("; ", names)}))
	}
	t.Tell(t.text("staffing/write-moves", nil))
}

// priceOf is what is left over costs in all.
func priceOf(left []staffing.LeftOver) drejebog.Kroner {
	var cost drejebog.Kroner
	for i := range left {
		if left[i].Cost != nil {
			cost = cost.Add(*left[i].Cost)
		}
	}
	return cost
}

// leftOver tells what people are short of by role and budget year, with its price.
func (t *telling) leftOver(s *staffing.Staffing) {
	sheet := &table.Sheet{Name: "leftOver", Columns: []table.Column{
		table.Head("year", lang.Text{}), table.Head("role", t.text("staffing/role", nil)),
		table.Figures("hours", t.text("staffing/missing-hours", nil)), table.Figures("rate", t.text("staffing/rate", nil)),
		table.Figures("cost", t.text("staffing/cost", lang.Args{"thousand": thousand})), table.Head("certainty", t.text("column/certainty", nil).Lower()),
	}}
	var hours drejebog.Hours
	for i := range s.LeftOver {
		l := &s.LeftOver[i]
		hours = hours.Add(l.Hours)
		rate, price := lang.Value(lang.Dash()), lang.Value(lang.Dash())
		if l.Cost != nil {
			rate, price = lang.Decimals(l.Rate.Decimal().Round(0), 0), thousands(*l.Cost)
		}
		sheet.Append(
			table.Of(lang.Plain(l.Year)), table.Of(t.book.RoleName(l.Role)), table.Of(l.Hours.Whole()), table.Of(rate), table.Of(price),
			table.Of(t.certainty(l.Certainty)),
		)
	}
	t.Tell(t.text("staffing/spread", nil), t.text("staffing/buy", lang.Args{"cost": priceOf(s.LeftOver).ToThousands(), "hours": hours.ToWhole()}))
	t.Show(sheet)
}

// staffedYears shows the months that are not over, year by year.
func (t *telling) staffedYears(s *staffing.Staffing) {
	first, last := t.sched.SeenFrom().Year(), 0
	for _, rows := range [][]staffing.Row{s.People, s.Roles} {
		for i := range rows {
			if n := len(rows[i].Months); n > 0 {
				last = max(last, rows[i].Months[n-1].First.Year())
			}
		}
	}
	for half := 2 * first; half < 2*last+2; half++ {
		sheet := t.staffedHalf(s, date.New(half/2, time.Month(1+half%2*monthsShown), 1))
		if len(sheet.Rows) > 0 {
			t.Section(t.text("staffing/months", lang.Args{"year": lang.Plain(half / 2)}))
			t.Show(sheet)
		}
	}
	if last >= first {
		t.Tell(t.text("staffing/how-to-read", nil))
	}
}

// monthsShown is how many months stand side by side: what a page is wide enough for.
const monthsShown = 6

// staffedHalf shows the months of half a year, as far as they are not over.
func (t *telling) staffedHalf(s *staffing.Staffing, from date.Date) *table.Sheet {
	sheet := &table.Sheet{Name: "hours-" + from.String()[:len("2006-01")], Columns: []table.Column{table.Head("who", t.text("staffing/who", nil))}}
	var shown []date.Date
	for i := range monthsShown {
		first := date.New(from.Year(), from.Month()+time.Month(i), 1)
		if date.New(first.Year(), first.Month()+1, 0) < t.sched.SeenFrom() {
			continue
		}
		name := lang.ShortMonthName(first.Month())
		shown = append(shown, first)
		sheet.Columns = append(sheet.Columns, table.Figures(name.EN, name))
	}
	for _, rows := range [][]staffing.Row{s.People, s.Roles} {
		for i := range rows {
			if cells := t.staffedRow(&rows[i], shown); cells != nil {
				sheet.Append(cells...)
			}
		}
	}
	return sheet
}

// staffedRow is a person or a role in some months; nil where nothing is needed.
func (t *telling) staffedRow(r *staffing.Row, shown []date.Date) []table.Cell {
	cells, needs := []table.Cell{table.Of(r.Name)}, false
	for _, first := range shown {
		cell := table.Of(lang.Text{})
		if k := slices.IndexFunc(r.Months, func(p staffing.Period) bool { return p.First == first }); k >= 0 {
			cell, needs = table.Of(needed(&r.Months[k])), true
		}
		cells = append(cells, cell)
	}
	if !needs {
		return nil
	}
	return cells
}

// needed is what is needed of what there is: "40/25*" where that is not enough.
func needed(p *staffing.Period) lang.Text {
	text := lang.Written(p.Need().Whole())
	if p.Available == nil {
		return text
	}
	text = lang.Joined("/", text, lang.Written(p.Available.Whole()))
	if p.Over.Sign() > 0 {
		text = lang.Joined("", text, lang.Both("*"))
	}
	return text
}

// teams lists those who share the work of a role and whom the plan does not name.
func (t *telling) teams(s *staffing.Staffing) {
	if len(s.Teams) == 0 {
		return
	}
	t.Section(t.text("staffing/teams", nil))
	t.Tell(t.text("staffing/not-named", nil))
	sheet := &table.Sheet{Name: "teams", Columns: []table.Column{
		table.Head("role", t.text("staffing/role", nil)), table.Head("project", t.text("staffing/project", nil)),
		table.Figures("people", t.text("staffing/people", nil)), table.Figures("hours", t.text("staffing/need", nil)),
		table.Figures("each", t.text("staffing/each", nil)), table.Head("certainty", t.text("staffing/certainty-of-number", nil)),
	}}
	for i := range s.Teams {
		of := &s.Teams[i]
		each := of.Hours.Decimal().DivRound(decimal.NewFromInt(int64(of.People)), 1)
		sheet.Append(
			table.Of(t.book.RoleName(of.Role)), table.Of(t.project(of.Project)), table.Of(lang.Whole(of.People)), table.Of(of.Hours.Whole()),
			table.Of(lang.Decimals(each, 1)), table.Of(t.certainty(of.Certainty)),
		)
	}
	t.Show(sheet)
}

// withoutPeople lists the roles that nobody in a plan with people has.
func (t *telling) withoutPeople(s *staffing.Staffing) {
	if len(s.Nobody) == 0 || len(s.People) == 0 {
		return
	}
	t.Section(t.text("staffing/nobody", nil))
	sheet := &table.Sheet{Name: "nobody", Columns: []table.Column{
		table.Head("role", t.text("staffing/role", nil)), table.Head("projects", t.text("staffing/project", nil)),
		table.Figures("hours", t.text("staffing/need", nil)), table.Head("first", t.text("staffing/first-needed", nil)),
	}}
	for i := range s.Nobody {
		n := &s.Nobody[i]
		sheet.Append(table.Of(t.book.RoleName(n.Role)), table.Text(t.book.ScopeNames(n.Projects)), table.Of(n.Hours.Whole()), table.DayOrNone(n.First))
	}
	t.Show(sheet)
}

// withoutDates lists hours that have no date, and tells why.
func (t *telling) withoutDates(name string, title, why lang.Text, list []staffing.Undated) {
	if len(list) == 0 {
		return
	}
	t.Section(title)
	t.Tell(why)
	sheet := &table.Sheet{Name: name, Columns: []table.Column{
		table.Head("role", t.text("staffing/role", nil)), table.Head("project", t.text("staffing/project", nil)),
		table.Figures("own", t.text("staffing/own", nil)), table.Figures("backfill", t.text("staffing/backfill", nil)),
	}}
	for i := range list {
		u := &list[i]
		sheet.Append(table.Of(t.book.RoleName(u.Role)), table.Of(t.project(u.Project)), table.Of(u.Own.Whole()), table.Of(u.Backfill.Whole()))
	}
	t.Show(sheet)
}

// periods has a row for each month or week of each person and each role.
func (t *telling) periods(s *staffing.Staffing, weeks bool) *table.Sheet {
	name, when := "months", t.text("staffing/month", nil)
	if weeks {
		name, when = "weeks", t.text("staffing/week", nil)
	}
	sheet := &table.Sheet{Name: name, Columns: []table.Column{
		table.Head("kind", t.text("staffing/kind", nil)), table.Head("who", t.text("staffing/who", nil)), table.Head("first", when),
		table.Figures("own", t.text("staffing/own", nil)), table.Figures("backfill", t.text("staffing/backfill", nil)),
		table.Figures("need", t.text("staffing/need", nil)), table.Figures("available", t.text("staffing/available", nil)),
		table.Figures("over", t.text("staffing/over", nil)),
	}}
	for k, rows := range [][]staffing.Row{s.People, s.Roles} {
		kind := t.text("staffing/person", nil)
		if k > 0 {
			kind = t.text("staffing/role", nil)
		}
		for i := range rows {
			list := rows[i].Months
			if weeks {
				list = rows[i].Weeks
			}
			for n := range list {
				p := &list[n]
				available := table.Of(lang.Text{})
				if p.Available != nil {
					available = hoursCell(*p.Available)
				}
				sheet.Append(
					table.Of(kind), table.Of(rows[i].Name), table.Day(p.First), hoursCell(p.Own), hoursCell(p.Backfill), hoursCell(p.Need()),
					available, hoursCell(p.Over),
				)
			}
		}
	}
	return sheet
}

func hoursCell(hours drejebog.Hours) table.Cell { return table.Amount(hours.Decimal(), 2) }
