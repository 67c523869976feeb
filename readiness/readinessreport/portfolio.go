package readinessreport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// All is the name of a portfolio's main table: every kommune, one a row.
const All = "all"

// Portfolio tells the ranked kommuner in a table, what each breaks and its critical
// path, and the kommuner without local data together. A portfolio without a book
// is an empty document.
func Portfolio(p *status.Portfolio) *document.Document {
	if p == nil || p.Book == nil {
		return &document.Document{}
	}
	r := portfolio{newReport(p.Book, nil), p}
	r.head()
	local := p.Local()
	r.ranked(local)
	_, same := r.commonDay()
	for i := range local {
		r.kommune(&local[i], !same)
	}
	r.unranked(p.Rows[len(local):])
	r.Attached = []*table.Sheet{r.all()}
	return r.Document
}

// portfolio is its document on its way.
type portfolio struct {
	report
	p *status.Portfolio
}

func (r portfolio) head() {
	r.Title = r.say("portfolio/title", nil)
	local := len(r.p.Local())
	says := []lang.Text{r.say("portfolio/intro", lang.Args{
		"kommuner": r.kommuner(len(r.p.Rows)), "local": lang.Whole(local), "others": lang.Whole(len(r.p.Rows) - local),
	})}
	if day, same := r.commonDay(); same {
		says = append(says, r.say("common/seen-from", lang.Args{"day": lang.Day(day)}))
	}
	r.Tell(lang.Joined(" ", append(says, r.say("portfolio/figures", nil))...))
}

// commonDay is the day that all kommuner are seen from, false where they differ.
func (r portfolio) commonDay() (date.Date, bool) {
	for i := range r.p.Rows {
		if r.p.Rows[i].Summary.SeenFrom != r.p.Rows[0].Summary.SeenFrom {
			return 0, false
		}
	}
	if len(r.p.Rows) == 0 {
		return 0, false
	}
	return r.p.Rows[0].Summary.SeenFrom, true
}

// ranked is the kommuner with local data, those that are pressed most first.
func (r portfolio) ranked(rows []status.Row) {
	if len(rows) == 0 {
		return
	}
	r.Section(r.say("portfolio/ranked", nil))
	t := &table.Sheet{Name: "ranked", Columns: []table.Column{
		table.Figures("rank", lang.Text{}), table.Head("kommune", r.say("readiness-page/column-kommune", nil)),
	}}
	projects := goLiveProjects(rows)
	for _, id := range projects {
		t.Columns = append(t.Columns, table.Head(id, lang.Both(r.shortName(id))))
	}
	t.Columns = append(t.Columns,
		table.Figures("broken", r.say("portfolio/head-broken", nil)), table.Head("deadline", r.say("portfolio/head-deadline", nil)),
		table.Figures("float", r.say("portfolio/head-float", nil)), table.Figures("path", r.say("portfolio/head-path", nil)))
	for i := range rows {
		row := &rows[i]
		cells := []table.Cell{table.Of(lang.Whole(row.Rank)), table.Text(row.Schedule.Kommune.Name)}
		for _, id := range projects {
			cells = append(cells, r.goLive(row, id))
		}
		next, left, path := table.Of(lang.Dash()), table.Of(lang.Dash()), table.Of(lang.Dash())
		if row.Summary.Next != nil {
			next = table.DayOrNone(&row.Summary.Next.Date)
		}
		if row.Summary.Next.Presses() {
			left = table.WholeOrNone(row.Summary.Next.Float)
		}
		if len(row.Schedule.CriticalPath) > 0 {
			path = table.WholeOrNone(&row.Schedule.CriticalPathFloat)
		}
		t.Append(append(cells, table.Of(lang.Whole(len(row.With(drejebog.SeverityError)))), next, left, path)...)
	}
	r.table(t)
}

// goLiveProjects are the projects whose go-live lies ahead for every kommune.
func goLiveProjects(rows []status.Row) []string {
	var ids []string
	for _, m := range rows[0].Summary.GoLives {
		passed := func(row status.Row) bool {
			return slices.ContainsFunc(row.Summary.GoLives, func(of *timeline.Milestone) bool { return of.ID == m.ID && !isAhead(of, &row) })
		}
		if !slices.ContainsFunc(rows, passed) {
			ids = append(ids, m.Project)
		}
	}
	return ids
}

func isAhead(m *timeline.Milestone, row *status.Row) bool {
	return !m.Date.Known() || m.Date.Date > row.Summary.SeenFrom
}

// shortName is the shortest of a project's names, for a narrow column.
func (r report) shortName(id string) string {
	project := r.book.Project(id)
	if project == nil {
		return id
	}
	return slices.MinFunc(append([]string{project.Name}, project.Aliases...), func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

func (r portfolio) goLive(row *status.Row, project string) table.Cell {
	for _, m := range row.Summary.GoLives {
		if m.Project == project {
			return r.whenOf(m.Date)
		}
	}
	return table.Of(lang.Dash())
}

// kommune is what a kommune breaks, what comes next and its critical path; and
// from when it is seen, where that is to be told.
func (r portfolio) kommune(row *status.Row, tellDay bool) {
	stands := []lang.Text{r.say("portfolio/no-breach", nil)}
	breaches := row.With(drejebog.SeverityError)
	if n := len(breaches); n > 0 {
		stands[0] = r.say("portfolio/breaches", lang.Args{"n": lang.Whole(n)})
	}
	if n := len(row.With(drejebog.SeverityWarning)); n > 0 {
		stands = append(stands, r.say("common/warnings", lang.Args{"n": lang.Whole(n)}))
	}
	r.Section(lang.Joined(": ", lang.Both(row.Schedule.Kommune.Name), lang.Joined(", ", stands...)))
	if tellDay {
		r.Tell(r.say("common/seen-from", lang.Args{"day": lang.Day(row.Summary.SeenFrom)}))
	}
	var texts []lang.Text
	for i := range breaches {
		texts = append(texts, breaches[i].Text)
	}
	r.Points(texts...)
	if row.Summary.Next != nil {
		r.Tell(r.next(row.Summary.Next))
	}
	r.Tell(r.path(row.Schedule))
}

func (r portfolio) next(next *keydate.HardDate) lang.Text {
	if !next.Presses() {
		return r.say("portfolio/next-uncounted", lang.Args{"day": lang.Day(next.Date), "task": next.Label})
	}
	return r.say("portfolio/next", lang.Args{"day": lang.Day(next.Date), "task": next.Label, "float": r.float(*next.Float)})
}

// float says how much float there is, or how much is missing.
func (r portfolio) float(days int) lang.Text {
	if days < 0 {
		return r.say("portfolio/too-late", lang.Args{"days": r.say("common/working-days", lang.Args{"n": lang.Whole(-days)})})
	}
	return r.say("portfolio/of-float", lang.Args{"days": r.say("common/working-days", lang.Args{"n": lang.Whole(days)})})
}

// path is the critical path in a sentence: with its dates, since a steering group
// asks when.
func (r portfolio) path(s *timeline.Schedule) lang.Text {
	if len(s.CriticalPath) == 0 {
		return r.say("portfolio/no-path", nil)
	}
	var parts []lang.Text
	for _, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			parts = append(parts, lang.Joined(" ", s.Label(&t.Node), lang.Written(lang.ShortDays{First: t.Start.Date, Last: t.Finish.Date})))
		} else if m := s.Milestone(id); m != nil {
			parts = append(parts, lang.Joined(" ", s.Label(&m.Node), lang.Written(lang.ShortDay(m.Date.Date))))
		}
	}
	return r.say("portfolio/path", lang.Args{"float": r.float(s.CriticalPathFloat), "list": lang.Joined("; ", parts...)})
}

// unranked is the kommuner without local data: what is the same for them is said
// once.
func (r portfolio) unranked(rows []status.Row) {
	if len(rows) == 0 {
		return
	}
	r.Section(r.say("portfolio/unranked", lang.Args{"kommuner": r.kommuner(len(rows))}))
	r.Tell(r.say("portfolio/unranked-intro", nil))
	var facts []lang.Text
	names := map[lang.Text][]string{}
	for i := range rows {
		says := r.facts(&rows[i])
		if names[says] == nil {
			facts = append(facts, says)
		}
		names[says] = append(names[says], rows[i].Schedule.Kommune.Name)
	}
	for _, says := range facts {
		r.Tell(says)
		r.Tell(lang.Both(strings.Join(names[says], ", ")).Ended())
	}
}

// facts is what a kommune's row says, in a sentence.
func (r portfolio) facts(row *status.Row) lang.Text {
	var lives []lang.Text
	for _, m := range row.Summary.GoLives {
		if isAhead(m, row) {
			lives = append(lives, lang.Joined(" ", lang.Both(r.book.ScopeName(m.Project)), r.when(m.Date)))
		}
	}
	says := r.say("portfolio/go-lives", lang.Args{"day": lang.Day(row.Summary.SeenFrom), "list": lang.Joined(", ", lives...)})
	if row.Summary.Next != nil {
		says = lang.Joined(" ", says, r.next(row.Summary.Next))
	}
	return says
}

// all is every kommune, for a spreadsheet. The ids of the critical path are
// divided by blanks.
func (r portfolio) all() *table.Sheet {
	t := &table.Sheet{Name: All, Title: r.say("portfolio/all", nil), Columns: []table.Column{
		table.Figures("rank", r.say("portfolio/head-rank", nil)), table.Head("code", r.say("readiness-page/column-code", nil)),
		table.Head("kommune", r.say("readiness-page/column-kommune", nil)), table.Head("local", r.say("portfolio/head-local", nil)),
		table.Head("seenFrom", r.say("readiness-page/column-seen-from", nil)),
	}}
	for i := range r.book.Projects {
		p := &r.book.Projects[i]
		t.Columns = append(t.Columns, table.Head(p.ID, r.say("portfolio/head-go-live", lang.Args{"project": lang.Both(p.Name)})))
	}
	t.Columns = append(t.Columns,
		table.Figures("broken", r.say("portfolio/head-broken", nil)), table.Figures("warnings", r.say("portfolio/head-warnings", nil)),
		table.Head("deadline", r.say("portfolio/head-deadline", nil)), table.Head("task", r.say("portfolio/head-task", nil)),
		table.Figures("float", r.say("portfolio/head-float", nil)), table.Figures("path", r.say("portfolio/head-path", nil)),
		table.Head("critical", r.say("portfolio/head-critical", nil)))
	for i := range r.p.Rows {
		t.Append(r.cells(&r.p.Rows[i])...)
	}
	return t
}

func (r portfolio) cells(row *status.Row) []table.Cell {
	s := row.Schedule
	cells := []table.Cell{{}, table.Text(s.Kommune.Code), table.Text(s.Kommune.Name), table.Of(lang.YesNo(row.Summary.Local)), table.DayOrNone(&row.Summary.SeenFrom)}
	if row.Rank > 0 {
		cells[0] = table.Of(lang.Whole(row.Rank))
	}
	for i := range r.book.Projects {
		cells = append(cells, liveCell(row, &r.book.Projects[i]))
	}
	next := make([]table.Cell, 3)
	if hard := row.Summary.Next; hard != nil {
		next = []table.Cell{table.DayOrNone(&hard.Date), table.Text(hard.ID), table.WholeOrNone(hard.Float)}
	}
	path := table.Cell{}
	if len(s.CriticalPath) > 0 {
		path = table.WholeOrNone(&s.CriticalPathFloat)
	}
	cells = append(cells, table.Of(lang.Whole(len(row.With(drejebog.SeverityError)))), table.Of(lang.Whole(len(row.With(drejebog.SeverityWarning)))))
	return append(append(cells, next...), path, table.Text(strings.Join(s.CriticalPath, " ")))
}

func liveCell(row *status.Row, project *drejebog.Project) table.Cell {
	for _, m := range row.Summary.GoLives {
		if m.Project == project.ID && m.Date.Known() {
			return table.DayOrNone(&m.Date.Date)
		}
	}
	return table.Cell{}
}
