package gantt

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// WriteHTML writes the schedule and the caller's own marks as a page of its own
// that asks the network for nothing; of each row it says what tell tells. The errors are
// those of the writer.
func WriteHTML(w io.Writer, s *timeline.Schedule, own []keydate.Mark, tell Told, language lang.Lang) error {
	return render(w, "page.tmpl", newPage(s, own, tell, language))
}

// page is the timeline as one HTML file: a row for each task and milestone.
type page struct {
	words
	Title        string
	Lines        []string
	FindingsHead string
	Findings     []string // what has to be put right
	Broken       bool     // some of them are errors

	CSP    string
	Style  template.CSS
	Script template.JS

	// What the script says of the filters: how many rows are shown, {n} of {all}, or none.
	Shown, None string

	Links map[string]string // what a link from a row is called, by what it leads to

	Years    []tick
	Quarters []tick
	Budgets  []flag
	AsOf     flag
	Filters  []filter
	Bands    []pageBand
	Legend   []legendEntry
	Told     []told
	Sections []section
}

// pageBand is one project on the page: folded to a row of its own with the days that
// matter, unless something in it has to be put right.
type pageBand struct {
	Name, Float string
	Undated     string
	Open        bool
	Bars        []laneBar
	Points      []point
	Rows        []pageRow // from the day that the page is seen from on
	Past        []pageRow
	PastHead    string
}

// All are the rows of a band, those to come first.
func (b *pageBand) All() []pageRow { return slices.Concat(b.Rows, b.Past) }

// pageRow is one task or milestone: its row of the chart and of the table.
type pageRow struct {
	N             int // its place in the page's data
	Section, Name string
	Title         string // all of it in one line
	Text          string // in place of a bar
	Off           bool   // not relevant here
	Class         string // as class says

	Windows []box
	Bars    []laneBar
	Points  []point

	// What the filters ask for, ids.
	Project, Theme, Actor, Role string
	Critical                    bool

	Linked, Priced bool // something is told of why, of money

	// The cells of the table.
	ProjectName, Who, Start, Finish, Latest, Float, Hard, Status string
}

// The measures of a row of the chart, in pixels.
const (
	pageBarTop    = 8
	pageBarHeight = 10
	pageMiddle    = 13
)

// rightwards puts each label at the right of its line. One that has to stand at the left,
// by the end of the axis, is left out behind another, which may reach so far.
func (p pen) rightwards() func(day date.Date, label string) string {
	first := true
	return func(day date.Date, _ string) string {
		anchor := p.inside(day, "start")
		if anchor != "start" && !first {
			return ""
		}
		first = false
		return anchor
	}
}

func newPage(s *timeline.Schedule, own []keydate.Mark, tell Told, language lang.Lang) *page {
	list := items(s, own)
	draw := newPen(s, list, language, scale{width: 100, unit: "%"})
	draw.pastLast(list)
	p := &page{
		words: draw.words, Title: draw.title(), Lines: draw.head(), Style: template.CSS(asset("shapes.css") + asset("page.css")), Script: template.JS(asset("page.js")),
		Years: draw.years(), Quarters: draw.quarterTicks(), AsOf: flag{draw.at(s.SeenFrom()), draw.seen(), draw.inside(s.SeenFrom(), "start")},
		Budgets: draw.budgetFlags(draw.adoptedShort, draw.rightwards()),
		Filters: draw.filters(list), Told: draw.told(list, tell), Sections: draw.sections(), None: draw.say("gantt/none-shown", nil),
		Links: map[string]string{"why": draw.say("gantt/link-why", nil), "who": draw.say("gantt/link-who", nil), "money": draw.say("gantt/link-money", nil)},
		Shown: draw.say("gantt/shown", lang.Args{"n": lang.Both("{n}"), "all": lang.Both("{all}")}),
	}
	p.Legend, _ = draw.legend(0, nil)
	p.CSP = policy(string(p.Style), string(p.Script))
	if p.FindingsHead, p.Findings = draw.findings(); len(p.Findings) == 0 {
		p.Lines = append(p.Lines, p.FindingsHead)
	}
	p.Broken = drejebog.HasFault(s.Findings)
	n := 0
	for _, group := range runs(list, projectOf) {
		p.Bands = append(p.Bands, draw.pageBand(group, p.Told[n:]))
		n += len(group)
	}
	return p
}

// isPast reports whether an item lies behind the day that is seen from, with nothing left
// to do about it.
func (w words) isPast(it *item) bool {
	_, last := it.when()
	return !it.late && (it.done || it.dated() && last.Date < w.s.SeenFrom())
}

// pastLast puts what is past behind the rest of its project.
func (w words) pastLast(list []item) {
	for _, group := range runs(list, projectOf) {
		slices.SortStableFunc(group, func(a, b item) int {
			switch past := w.isPast(&a); {
			case past == w.isPast(&b):
				return 0
			case past:
				return 1
			}
			return -1
		})
	}
}

// pageBand is a project with its rows; told is what is told of the rows from its first on.
func (p pen) pageBand(group []item, told []told) pageBand {
	b := pageBand{Name: p.project(group[0].project), Undated: p.undated(group), Float: p.leastFloat(group)}
	var whole bar
	first, last := p.last, p.first
	for i := range group {
		it := &group[i]
		r := p.pageRow(it, told[i].N)
		r.Linked, r.Priced = len(told[i].Why) > 0, len(told[i].Money) > 0
		if p.isPast(it) {
			b.Past = append(b.Past, r)
		} else {
			b.Rows = append(b.Rows, r)
			b.Open = b.Open || it.late
		}
		switch starts, ends := it.when(); {
		case !it.dated():
		case turning(it.kind) && it.task == nil && p.shows(it.day()):
			b.Points = append(b.Points, point{Symbol: symbols[it.kind], X: p.at(it.day()), Y: pageMiddle, Class: class(it)})
		case it.task != nil && !it.task.LevelOfEffort && !p.isPast(it):
			first, last = min(first, starts.Date), max(last, ends.Date)
			if it.critical() || it.late {
				whole.Class = "critical"
			}
		}
	}
	if first <= last {
		whole.X, whole.W = p.at(first), p.span(first, last)
		b.Bars = []laneBar{inLane(whole, pageMiddle-2, 4)}
	}
	b.PastHead = p.say("gantt/past", lang.Args{"rows": p.text("gantt/rows", lang.Args{"n": lang.Whole(len(b.Past))})})
	return b
}

// policy allows the page its own style and script and nothing else, by their
// digests: text that comes to stand in the page cannot run.
func policy(style, script string) string {
	digest := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) +
		"; base-uri 'none'; form-action 'none'"
}

// pageRow is an item's row of the chart and of the table.
func (p pen) pageRow(it *item, n int) pageRow {
	r := pageRow{
		N: n, Section: it.section, Name: it.name.In(p.Lang), Title: p.tooltip(it), Off: it.notRelevant() != "", Class: class(it),
		Project: it.project, Theme: it.theme.String(), Actor: it.actor, Role: it.role, Critical: it.critical() && !it.done,
		ProjectName: p.projectShort(it.project), Who: strings.Join(p.who(it), ", "), Status: p.status(it),
	}
	first, last := it.when()
	r.Start, r.Finish = p.cell(first), p.cell(last)
	if it.task != nil && it.task.HasFloat() && !it.done && !r.Off {
		r.Latest, r.Float = p.cell(it.task.LateFinish), p.number(it.task.TotalFloat)
	}
	if it.milestone != nil && !it.done && it.milestone.Latest.Known() {
		r.Latest = p.cell(it.milestone.Latest)
	}
	if day := it.hard(); day != nil {
		r.Hard = p.short(*day)
	}
	switch {
	case !it.dated():
		r.Text = p.instead(it)
	case last.Date < p.first:
		r.Text = "◂ " + p.period(first, last)
	case first.Date > p.last:
		r.Text = p.period(first, last) + " ▸"
	default:
		p.draw(&r, it)
	}
	return r
}

// draw places what has dates.
func (p pen) draw(r *pageRow, it *item) {
	switch {
	case it.task == nil:
		if day := it.hard(); day != nil && p.shows(*day) {
			r.Bars = append(r.Bars, inLane(bar{Hard: p.at(*day + 1)}, pageBarTop, pageBarHeight))
		}
		r.Points = append(r.Points, point{Symbol: symbols[it.kind], X: p.at(it.day()), Y: pageMiddle, Class: r.Class})
	case it.task.LevelOfEffort:
		r.Bars = append(r.Bars, inLane(p.bar(it), pageMiddle-2, 4))
	default:
		r.Bars = append(r.Bars, inLane(p.bar(it), pageBarTop, pageBarHeight))
		if window, ok := p.window(it.task); ok {
			r.Windows = append(r.Windows, window)
		}
	}
}

// instead is what stands in place of a bar.
func (w words) instead(it *item) string {
	first, last := it.when()
	switch {
	case it.notRelevant() != "":
		return w.say("gantt/not-relevant-why", lang.Args{"why": lang.Both(it.notRelevant())})
	case first.Kind == timeline.RelativeTo || last.Kind == timeline.RelativeTo:
		return w.period(first, last)
	case it.milestone != nil && it.milestone.Latest.Kind != timeline.Open && !it.done:
		return w.say("gantt/no-date-needed", lang.Args{"day": w.s.WhenSaid(it.milestone.Latest)})
	}
	return w.say("gantt/no-date", nil)
}

// cell writes a date in figures, a distance in words, and nothing for none.
func (w words) cell(when timeline.When) string {
	switch when.Kind {
	case timeline.OnDate:
		return w.short(when.Date)
	case timeline.RelativeTo:
		return w.when(when)
	}
	return "–"
}

// filter is one of the choices over the chart.
type filter struct {
	ID, Label string
	Options   []option
}

type option struct{ Value, Label string }

// filters offer what the items have, in the book's order.
func (w words) filters(list []item) []filter {
	has := func(of func(*item) string, value string) bool {
		return slices.ContainsFunc(list, func(it item) bool { return of(&it) == value })
	}
	project := filter{ID: "project", Label: w.say("column/project", nil)}
	if has(func(it *item) string { return it.project }, "") {
		project.Options = append(project.Options, option{"", w.project("")})
	}
	for i := range w.s.Book.Projects {
		if id := w.s.Book.Projects[i].ID; has(func(it *item) string { return it.project }, id) {
			project.Options = append(project.Options, option{id, w.project(id)})
		}
	}
	theme := filter{ID: "theme", Label: w.say("gantt/filter-theme", nil)}
	for _, t := range []drejebog.Theme{drejebog.Organisation, drejebog.Technology, drejebog.Procurement} {
		theme.Options = append(theme.Options, option{t.String(), w.s.Book.ThemeTitle(t).In(w.Lang)})
	}
	actor := filter{ID: "actor", Label: w.say("gantt/filter-actor", nil)}
	for i := range w.s.Book.Parties {
		if party := &w.s.Book.Parties[i]; has(func(it *item) string { return it.actor }, party.ID) {
			actor.Options = append(actor.Options, option{party.ID, party.Name.In(w.Lang)})
		}
	}
	role := filter{ID: "role", Label: w.say("column/role", nil)}
	for i := range w.s.Book.Roles {
		if r := &w.s.Book.Roles[i]; has(func(it *item) string { return it.role }, r.ID) {
			role.Options = append(role.Options, option{r.ID, r.Name.In(w.Lang)})
		}
	}
	return []filter{project, theme, actor, role}
}

// findings are the errors and warnings, each with what to do about it, under a
// head that counts them.
func (w words) findings() (head string, texts []string) {
	for i := range w.s.Findings {
		if f := &w.s.Findings[i]; f.Severity >= drejebog.SeverityWarning {
			texts = append(texts, f.Text.In(w.Lang)+" "+f.Remedy.In(w.Lang))
		}
	}
	return w.broken(), texts
}
