package gantt

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// WriteHTML writes the schedule and the caller's own marks as a page of its own
// that asks the network for nothing. The errors are those of the writer.
func WriteHTML(w io.Writer, s *timeline.Schedule, own []timeline.Mark, lang drejebog.Lang) error {
	return render(w, "page.tmpl", newPage(s, own, lang))
}

// page is the timeline as one HTML file: a row for each task and milestone.
type page struct {
	words
	Title        string
	Lines        []string
	FindingsHead string
	Findings     []string // what has to be put right

	CSP    string
	Style  template.CSS
	Script template.JS
	Data   pageData

	Years    []tick
	Quarters []tick
	Budgets  []flag
	AsOf     flag
	Filters  []filter
	Bands    []pageBand
	Legend   []legendEntry
}

// pageBand is one project on the page.
type pageBand struct {
	Name    string
	Undated string
	Rows    []pageRow
}

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

	// The cells of the table.
	ProjectName, Who, Start, Finish, Latest, Float, Hard, Status string
}

// The measures of a row of the chart, in pixels.
const (
	pageBarTop    = 8
	pageBarHeight = 10
	pageMiddle    = 13
)

func newPage(s *timeline.Schedule, own []timeline.Mark, lang drejebog.Lang) *page {
	list := items(s, own)
	w := words{lang}
	sc := scale{width: 100, unit: "%"}
	sc.first, sc.last = axisOf(s, list)
	p := &page{
		words: w, Title: w.title(s), Lines: w.head(s), Style: template.CSS(asset("page.css")), Script: template.JS(asset("page.js")),
		Years: sc.years(), Quarters: w.quarters(sc), AsOf: flag{sc.at(seenFrom(s)), w.seen(s), sc.inside(seenFrom(s), "middle")},
		Budgets: budgets(s, sc, w.adoptedShort, func(day date.Date, _ string) string { return sc.inside(day, "start") }),
		Filters: w.filters(s, list), Data: w.data(s, list, len(sc.years())),
	}
	p.Legend, _ = w.legend(0)
	p.CSP = policy(string(p.Style), string(p.Script))
	if p.FindingsHead, p.Findings = w.findings(s); len(p.Findings) == 0 {
		p.Lines = append(p.Lines, p.FindingsHead)
	}
	n := 0
	for _, group := range byProject(s, list) {
		b := pageBand{Name: w.project(s, group[0].project), Undated: w.undated(s, group)}
		for i := range group {
			b.Rows = append(b.Rows, w.pageRow(s, sc, &group[i], n))
			n++
		}
		p.Bands = append(p.Bands, b)
	}
	return p
}

func asset(name string) string {
	text, err := pages.ReadFile("page/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
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

func (w words) pageRow(s *timeline.Schedule, sc scale, it *item, n int) pageRow {
	r := pageRow{
		N: n, Section: it.section, Name: it.name.In(w.Lang), Title: w.tooltip(s, it), Off: it.notRelevant() != "", Class: class(it),
		Project: it.project, Theme: it.theme.String(), Actor: it.actor, Role: it.role, Critical: it.critical() && !it.done,
		ProjectName: w.projectShort(s, it.project), Who: strings.Join(w.who(s, it), ", "), Status: w.status(s, it),
	}
	first, last := it.when()
	r.Start, r.Finish = w.cell(s, first), w.cell(s, last)
	if it.task != nil && !it.task.LevelOfEffort && !it.done && !r.Off {
		r.Latest, r.Float = w.cell(s, it.task.LateFinish), w.number(it.task.TotalFloat)
	}
	if it.milestone != nil && !it.done && it.milestone.Latest.Known() {
		r.Latest = w.cell(s, it.milestone.Latest)
	}
	if day := it.hard(); day != nil {
		r.Hard = w.short(*day)
	}
	switch {
	case !it.dated():
		r.Text = w.instead(s, it)
	case last.Date < sc.first:
		r.Text = "◂ " + w.period(s, first, last)
	case first.Date > sc.last:
		r.Text = w.period(s, first, last) + " ▸"
	default:
		r.draw(s, sc, it)
	}
	return r
}

// draw places what has dates.
func (r *pageRow) draw(s *timeline.Schedule, sc scale, it *item) {
	switch {
	case it.task == nil:
		if day := it.hard(); day != nil && sc.shows(*day) {
			r.Bars = append(r.Bars, inLane(bar{Hard: sc.at(*day + 1)}, pageBarTop, pageBarHeight))
		}
		r.Points = append(r.Points, point{Symbol: symbols[it.kind], X: sc.at(it.day()), Y: pageMiddle, Class: r.Class})
	case it.task.LevelOfEffort:
		r.Bars = append(r.Bars, inLane(barOf(s, sc, it, ""), pageMiddle-2, 4))
	default:
		r.Bars = append(r.Bars, inLane(barOf(s, sc, it, ""), pageBarTop, pageBarHeight))
		if window, ok := windowOf(sc, it.task); ok {
			r.Windows = append(r.Windows, window)
		}
	}
}

// instead is what stands in place of a bar.
func (w words) instead(s *timeline.Schedule, it *item) string {
	first, last := it.when()
	switch {
	case it.notRelevant() != "":
		return w.say("Ikke relevant: ", "Not relevant: ") + it.notRelevant()
	case first.Kind == timeline.RelativeTo && first == last:
		return w.when(s, first)
	case first.Kind == timeline.RelativeTo || last.Kind == timeline.RelativeTo:
		return w.when(s, first) + " – " + w.when(s, last)
	case it.milestone != nil && it.milestone.Latest.Kind != timeline.Open && !it.done:
		return w.say("Ingen dato; skal bruges senest ", "No date; needed by ") + w.when(s, it.milestone.Latest)
	}
	return w.say("Ingen dato", "No date")
}

// cell writes a date in figures, a distance in words, and nothing for none.
func (w words) cell(s *timeline.Schedule, when timeline.When) string {
	switch when.Kind {
	case timeline.OnDate:
		return w.short(when.Date)
	case timeline.RelativeTo:
		return w.when(s, when)
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
func (w words) filters(s *timeline.Schedule, list []item) []filter {
	has := func(of func(*item) string, value string) bool {
		return slices.ContainsFunc(list, func(it item) bool { return of(&it) == value })
	}
	project := filter{ID: "project", Label: w.say("Projekt", "Project")}
	if has(func(it *item) string { return it.project }, "") {
		project.Options = append(project.Options, option{"", w.project(s, "")})
	}
	for i := range s.Book.Projects {
		if id := s.Book.Projects[i].ID; has(func(it *item) string { return it.project }, id) {
			project.Options = append(project.Options, option{id, w.project(s, id)})
		}
	}
	theme := filter{ID: "theme", Label: w.say("Tema", "Theme")}
	for _, t := range []drejebog.Theme{drejebog.Organisation, drejebog.Technology, drejebog.Procurement} {
		theme.Options = append(theme.Options, option{t.String(), themes[t].In(w.Lang)})
	}
	actor := filter{ID: "actor", Label: w.say("Aktør", "Actor")}
	for i := range s.Book.Parties {
		if party := &s.Book.Parties[i]; has(func(it *item) string { return it.actor }, party.ID) {
			actor.Options = append(actor.Options, option{party.ID, party.Name.In(w.Lang)})
		}
	}
	role := filter{ID: "role", Label: w.say("Rolle", "Role")}
	for i := range s.Book.Roles {
		if r := &s.Book.Roles[i]; has(func(it *item) string { return it.role }, r.ID) {
			role.Options = append(role.Options, option{r.ID, r.Name.In(w.Lang)})
		}
	}
	return []filter{project, theme, actor, role}
}

// themes are the names of the playbook's three chapters.
var themes = map[drejebog.Theme]drejebog.Text{
	drejebog.Organisation: {DA: "Organisation", EN: "Organisation"},
	drejebog.Technology:   {DA: "Teknik", EN: "Technology"},
	drejebog.Procurement:  {DA: "Indkøb og kontrakter", EN: "Procurement"},
}

// findings are the errors and warnings, each with what to do about it, under a
// head that counts them.
func (w words) findings(s *timeline.Schedule) (head string, texts []string) {
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Severity >= drejebog.Warning {
			texts = append(texts, f.Text.In(w.Lang)+" "+f.Remedy.In(w.Lang))
		}
	}
	return w.broken(s), texts
}
