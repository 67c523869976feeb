package readinessreport

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Milestones is the name of a status report's main table: every milestone ahead.
const Milestones = "milestones"

// mostLines are what one sheet of text has room for.
const mostLines = 66

// Steering tells a status report on one sheet: A4 as a printed page, and at most 66
// lines as text. Where it has more to say than there is room for, the least urgent of
// the longest list is counted instead of told; the JSON has it all. A report that
// steering.Of did not make is an empty document.
func Steering(of *steering.Report) *document.Document {
	if of == nil || of.Status == nil {
		return &document.Document{}
	}
	most := newMost(of)
	for {
		r := sheet{newReport(of.Status.Schedule.Book, of.Status.Schedule.Plan), of, most}
		r.write()
		if r.lines() <= mostLines || !most.less() {
			return r.Document
		}
	}
}

// most is how many entries of each list are told.
type most struct{ milestones, decisions, risks, deviations, asks, ahead int }

// newMost is what a steering group has time for.
func newMost(of *steering.Report) *most {
	return &most{
		milestones: min(12, len(of.Milestones)), decisions: min(5, len(of.Decisions)), risks: min(5, len(of.Risks)),
		deviations: min(6, len(of.Deviations)), asks: min(6, len(of.Asks)), ahead: min(8, len(of.Ahead)),
	}
}

// less takes one away of the list that has most beyond what is best kept; false where
// each has one.
func (m *most) less() bool {
	lists := []struct {
		n    *int
		keep int
	}{{&m.ahead, 3}, {&m.decisions, 2}, {&m.risks, 3}, {&m.deviations, 3}, {&m.asks, 4}, {&m.milestones, 6}}
	at := -1
	for i, l := range lists {
		if *l.n > 1 && (at < 0 || *l.n-l.keep > *lists[at].n-lists[at].keep) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	*lists[at].n--
	return true
}

// sheet is its document on its way.
type sheet struct {
	report
	of   *steering.Report
	most *most
}

// lines are those of the language that needs most.
func (r sheet) lines() int {
	most := 0
	for _, language := range []lang.Lang{lang.Danish, lang.English} {
		var text bytes.Buffer
		_ = r.WriteText(&text, language) // a buffer takes all
		most = max(most, bytes.Count(text.Bytes(), []byte("\n")))
	}
	return most
}

func (r sheet) write() {
	s := r.of.Status.Schedule
	r.Sheet = true
	month := lang.Joined(" ", lang.MonthName(r.of.On.Month()), lang.Written(lang.Plain(r.of.On.Year())))
	r.Title, r.Subject = r.say("steering/title", lang.Args{"month": month}), lang.Both(s.Kommune.FullName())
	head := []lang.Text{r.say("steering/head", lang.Args{
		"period": lang.Days{First: r.of.From, Last: r.of.On}, "writes": r.person(r.of.Writes), "chairs": r.person(r.of.Chairs),
	})}
	if r.of.Before != nil {
		head = append(head, r.say("steering/against", lang.Args{"day": lang.Day(r.of.Before.Schedule.SeenFrom())}))
	}
	if !s.Plan.Local() {
		head = append(head, r.say("steering/silent", nil))
	}
	r.Tell(lang.Joined(" ", head...))
	r.lights()
	r.lamps()
	r.left()
	r.load()
	r.milestones()
	r.decisions()
	r.money()
	r.risks()
	r.deviations()
	r.asks()
	r.ahead()
}

// named is a person, a role or a party; a role as one speaks of it.
func (r sheet) named(id string) lang.Text {
	if r.book.Role(id) != nil {
		return r.people.Spoken(r.book, id)
	}
	return r.who(id)
}

// person is somebody of the plan; a role that nobody has is not stated.
func (r sheet) person(id string) lang.Text {
	if _, ok := r.people.People[id]; ok {
		return r.who(id)
	}
	return r.say("steering/not-named", nil)
}

func (r sheet) trend(t steering.Trend) lang.Text {
	if t == 0 {
		return lang.Dash()
	}
	return r.book.Words.Key("trend", t.String(), nil)
}

func (r sheet) lights() {
	r.Section(r.say("steering-page/lights", nil))
	t := &table.Sheet{Name: "lights", Columns: make([]table.Column, 3)}
	for i := range r.of.Lights {
		l := &r.of.Lights[i]
		light := r.light(l.Light)
		if l.Trend != 0 {
			light = lang.Joined(", ", light, r.trend(l.Trend))
		}
		t.Append(table.Of(r.book.Words.Key("subject", l.Subject, nil)), table.Of(light), table.Of(l.Why))
	}
	r.table(t)
}

// more says how many of a list are not told.
func (r sheet) more(all, told int) {
	if all > told {
		r.Tell(r.say("steering-page/more", lang.Args{"n": lang.Whole(all - told)}))
	}
}

func (r sheet) milestones() {
	all := r.milestoneTable(false)
	r.Attached = append(r.Attached, all)
	shown := r.milestoneTable(true)
	if shown.Name = "shown"; len(shown.Rows) == 0 {
		return
	}
	r.Section(r.say("steering-page/milestones", nil))
	rows := len(shown.Rows)
	shown.Rows = shown.Rows[:min(r.most.milestones, rows)]
	r.table(shown)
	r.more(rows, r.most.milestones)
}

// milestoneTable has a row for each milestone or, together, for those of several projects
// that are called alike and stood and stand alike. Columns that nothing is known for
// are for spreadsheets alone.
func (r sheet) milestoneTable(together bool) *table.Sheet {
	agreed := r.of.Status.Schedule.Plan.Baseline != nil
	type column struct {
		table.Column
		shown bool
		cell  func(m *steering.Milestone) table.Cell
	}
	columns := []column{
		{table.Head("baseline", r.say("steering-page/column-baseline", nil)), agreed, func(m *steering.Milestone) table.Cell { return r.day(m.Baseline) }},
		{table.Head("last", r.say("steering-page/column-last", nil)), r.of.Before != nil, func(m *steering.Milestone) table.Cell { return r.lastOf(m) }},
		{table.Head("now", r.say("steering-page/column-now", nil)), true, func(m *steering.Milestone) table.Cell { return r.whenOf(m.Now) }},
		{table.Figures("later", r.say("steering-page/column-later", nil)), agreed || r.of.Before != nil, func(m *steering.Milestone) table.Cell { return table.WholeOrNone(m.Later) }},
	}
	if together {
		columns = slices.DeleteFunc(columns, func(c column) bool { return !c.shown })
	}
	t := &table.Sheet{Name: Milestones, Columns: []table.Column{table.Head("milestone", r.say("column/what", nil).Lower())}}
	for i := range columns {
		t.Columns = append(t.Columns, columns[i].Column)
	}
	all := alike{report: r.report, table: t, together: together}
	for i := range r.of.Milestones {
		m := &r.of.Milestones[i]
		var cells []table.Cell
		for _, c := range columns {
			cells = append(cells, c.cell(m))
		}
		all.add(r.of.Status.Schedule, m.ID, m.Name, cells)
	}
	return t
}

// lastOf is where a milestone stood at the last report.
func (r sheet) lastOf(m *steering.Milestone) table.Cell {
	if r.of.Before == nil {
		return table.Of(lang.Dash())
	}
	return r.whenOf(m.Last)
}

// alike is a table that names tasks and milestones in a column. Rows of several scopes
// that are else alike are one, if together.
type alike struct {
	report
	table    *table.Sheet
	at       int // of the column
	together bool
	met      map[string]int
	names    [][]string
}

func (a *alike) add(s *timeline.Schedule, id string, label lang.Text, cells []table.Cell) {
	name, key := s.NameOf(id), ""
	for _, cell := range cells {
		key += cell.Text + "\x00"
	}
	var scope string
	if node := s.Node(id); node != nil {
		scope, key = a.book.ScopeName(cmp.Or(node.System, node.Project)), key+node.Base()
	}
	at, ok := a.met[key]
	if !ok || !a.together || scope == "" || slices.Contains(a.names[at], "") {
		if a.met == nil {
			a.met = map[string]int{}
		}
		a.met[key] = len(a.table.Rows)
		a.names = append(a.names, []string{scope})
		a.table.Append(slices.Insert(cells, a.at, table.Of(label))...)
		return
	}
	a.names[at] = append(a.names[at], scope)
	a.table.Rows[at].Cells[a.at] = table.Of(lang.Joined(": ", name, a.book.ListedNames(a.names[at]...)))
}

// day is a day, or a dash for none.
func (r sheet) day(day *date.Date) table.Cell {
	if day == nil {
		return table.Of(lang.Dash())
	}
	return table.DayOrNone(day)
}

func (r sheet) decisions() {
	if len(r.of.Decisions) == 0 {
		return
	}
	r.Section(r.say("steering-page/decisions", nil))
	var list document.List
	for i := range r.of.Decisions[:min(r.most.decisions, len(r.of.Decisions))] {
		d := &r.of.Decisions[i]
		list.Items = append(list.Items, document.Item{Mark: lang.Written(lang.ShortDay(d.Day)), Text: d.What.Text()})
	}
	r.Add(list)
	r.more(len(r.of.Decisions), r.most.decisions)
}

func (r sheet) money() {
	r.Section(r.say("steering-page/money", lang.Args{"thousand": lang.Whole(1000), "prices": r.of.Status.Estimate.PriceName()}))
	if len(r.of.Money) == 0 {
		r.Tell(r.say("steering-page/no-money", nil))
		return
	}
	t := &table.Sheet{Name: "money", Columns: []table.Column{
		table.Head("year", lang.Text{}), table.Figures("granted", r.say("steering-page/column-granted", nil)), table.Figures("spent", r.say("steering-page/column-spent", nil)),
		table.Figures("forecast", r.say("steering-page/column-forecast", nil)), table.Figures("deviation", r.say("steering-page/column-deviation", nil)),
	}}
	for i := range r.of.Money {
		y := &r.of.Money[i]
		year := r.say("common/undated", nil)
		if y.Year != 0 {
			year = lang.Written(lang.Plain(y.Year))
		}
		t.Append(table.Of(year), table.Of(y.Granted.Thousands()), table.Of(y.Spent.Thousands()), table.Of(y.Forecast.Thousands()), table.Of(y.Deviation.Thousands()))
	}
	r.table(t)
}

func (r sheet) risks() {
	if len(r.of.Risks) == 0 {
		return
	}
	if r.of.Computed {
		r.Section(r.say("steering-page/risks-computed", nil))
	} else {
		r.Section(r.say("steering-page/risks", nil))
	}
	t := &table.Sheet{Name: "risks", Columns: []table.Column{
		table.Head("risk", r.say("steering-page/column-risk", nil)), table.Head("consequence", r.say("steering-page/column-consequence", nil)),
		table.Head("owner", r.say("steering-page/column-owner", nil)), table.Head("measure", r.say("steering-page/column-measure", nil)),
	}}
	if !r.of.Computed {
		t.Columns = append(t.Columns, table.Figures("probability", r.say("steering-page/column-probability", nil)))
	}
	if !r.of.Computed && r.of.Before != nil {
		t.Columns = append(t.Columns, table.Head("trend", r.say("steering-page/column-trend", nil)))
	}
	for i := range r.of.Risks[:min(r.most.risks, len(r.of.Risks))] {
		x := &r.of.Risks[i]
		owner, measure := lang.Dash(), lang.Dash()
		if x.Owner != "" {
			owner = r.named(x.Owner)
		}
		if !x.Measure.IsZero() {
			measure = x.Measure.Text()
		}
		cells := []table.Cell{table.Of(x.What), table.Of(r.consequence(x)), table.Of(owner), table.Of(measure)}
		if x.Probability != nil {
			cells = append(cells, table.Of(lang.WholePercent(*x.Probability)), table.Of(r.trend(x.Trend)))
		}
		t.Append(cells[:len(t.Columns)]...)
	}
	r.table(t)
	r.more(len(r.of.Risks), r.most.risks)
}

// consequence is what a risk costs in time and money, or the float that it has.
func (r sheet) consequence(x *steering.Risk) lang.Text {
	var says []lang.Text
	if x.Delay != nil {
		says = append(says, r.say("common/working-days", lang.Args{"n": lang.Whole(*x.Delay)}))
	}
	if x.Kroner != nil {
		says = append(says, lang.Written(x.Kroner.ToThousands()))
	}
	switch left := x.Float; {
	case left != nil && *left < 0:
		says = append(says, r.say("portfolio/too-late", lang.Args{"days": r.say("common/days", lang.Args{"n": lang.Whole(-*left)})}))
	case left != nil:
		says = append(says, r.say("common/float", lang.Args{"days": lang.Whole(*left)}))
	}
	if len(says) == 0 {
		return lang.Dash()
	}
	return lang.Joined(", ", says...)
}

func (r sheet) deviations() {
	if len(r.of.Deviations) == 0 {
		return
	}
	r.Section(r.say("steering-page/deviations", nil))
	var list document.List
	for i := range r.of.Deviations[:min(r.most.deviations, len(r.of.Deviations))] {
		d := &r.of.Deviations[i]
		text := r.say("steering-page/deviation", lang.Args{"text": d.Finding.Text, "remedy": d.Finding.Remedy})
		if d.New {
			text = r.say("steering-page/new", lang.Args{"text": text})
		}
		list.Items = append(list.Items, document.Item{Text: text})
	}
	r.Add(list)
	r.more(len(r.of.Deviations), r.most.deviations)
}

func (r sheet) asks() {
	r.Section(r.say("steering-page/asks", nil))
	var list document.List
	for i := range r.of.Asks[:min(r.most.asks, len(r.of.Asks))] {
		a := &r.of.Asks[i]
		by := r.say("steering-page/at-the-meeting", nil)
		if a.By != nil {
			by = r.say("common/by-day", lang.Args{"day": lang.ShortDay(*a.By)})
		}
		list.Items = append(list.Items, document.Item{Mark: by, Text: a.What.Text()})
	}
	r.Add(list)
	r.more(len(r.of.Asks), r.most.asks)
}

func (r sheet) ahead() {
	r.Section(r.say("steering-page/ahead", lang.Args{"day": lang.Day(r.of.Next)}))
	if len(r.of.Ahead) == 0 {
		r.Tell(r.say("steering-page/nothing-ahead", nil))
		return
	}
	t := &table.Sheet{Name: "ahead", Columns: make([]table.Column, 3)}
	all := alike{report: r.report, table: t, together: true, at: 1}
	for i := range r.of.Ahead {
		d := &r.of.Ahead[i]
		all.add(r.of.Status.Schedule, d.Subject, d.What.Text(), []table.Cell{table.DayOrNone(&d.Day), table.Of(r.named(d.Who))})
	}
	rows := len(t.Rows)
	t.Rows = t.Rows[:min(r.most.ahead, rows)]
	r.table(t)
	r.more(rows, r.most.ahead)
}
