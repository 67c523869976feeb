package main

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// words are those of the playbook, for a page.
type words struct {
	*page.Page
	book *drejebog.Playbook
}

func (w words) text(id string, args lang.Args) lang.Text { return w.book.Words.Say(id, args) }

func (w words) say(id string, args lang.Args) string { return w.text(id, args).In(w.Lang) }

// writeText writes the page: the ranked kommuner in a table, what each breaks
// and its critical path, and the kommuner without local data together.
func writeText(w io.Writer, of *status.Portfolio, samples bool, language lang.Lang) error {
	p := words{page.New(language), of.Book}
	rows := of.Rows
	local := len(of.Local())
	writeHead(p, rows, local, samples)
	if local > 0 {
		writeRanked(p, rows[:local])
		_, same := commonDay(rows)
		for i := range rows[:local] {
			writeKommune(p, &rows[i], !same)
		}
	}
	writeUnranked(p, rows[local:])
	_, err := io.WriteString(w, p.String())
	return err
}

func writeHead(p words, rows []status.Row, local int, samples bool) {
	p.Line(p.say("portfolio/title", nil))
	says := []string{p.say("portfolio/intro", lang.Args{
		"kommuner": p.kommuner(len(rows)), "local": lang.Whole(local), "others": lang.Whole(len(rows) - local),
	})}
	if day, same := commonDay(rows); same {
		says = append(says, p.say("portfolio/seen-from", lang.Args{"day": lang.Day(day)}))
	}
	if samples {
		says = append(says, p.say("portfolio/samples", nil))
	}
	says = append(says, p.say("portfolio/figures", nil))
	p.Paragraph("", strings.Join(says, " "))
}

// kommuner is a number of kommuner.
func (w words) kommuner(n int) lang.Text {
	return w.text("portfolio/kommuner", lang.Args{"n": lang.Whole(n)})
}

// workdays is a number of working days.
func (w words) workdays(n int) lang.Text {
	return w.text("common/working-days", lang.Args{"n": lang.Whole(n)})
}

// commonDay is the day that all kommuner are seen from, false where they differ.
func commonDay(rows []status.Row) (date.Date, bool) {
	for i := range rows {
		if rows[i].Summary.SeenFrom != rows[0].Summary.SeenFrom {
			return 0, false
		}
	}
	return rows[0].Summary.SeenFrom, true
}

// writeRanked writes the kommuner with local data, those that are pressed most
// first.
func writeRanked(p words, rows []status.Row) {
	head := p.text("portfolio/ranked", nil)
	p.Heading(head.DA, head.EN)
	table := page.Table{Indent: 2, Columns: []page.Column{{Right: true}, {Head: p.say("portfolio/head-kommune", nil), Wrap: true}}}
	projects := goLiveProjects(rows)
	for _, id := range projects {
		table.Columns = append(table.Columns, page.Column{Head: shortName(p.book, id)})
	}
	table.Columns = append(table.Columns,
		page.Column{Head: p.say("portfolio/head-broken", nil), Right: true}, page.Column{Head: p.say("portfolio/head-deadline", nil)},
		page.Column{Head: p.say("portfolio/head-float", nil), Right: true}, page.Column{Head: p.say("portfolio/head-path", nil), Right: true})
	for i := range rows {
		r := &rows[i]
		cells := []string{strconv.Itoa(r.Rank), r.Schedule.Kommune.Name}
		for _, id := range projects {
			cells = append(cells, goLiveText(p, r, id))
		}
		next, left := "–", "–"
		if r.Summary.Next != nil {
			next, left = p.ShortDay(r.Summary.Next.Date), p.Integer(r.Summary.Next.Slack)
		}
		path := "–"
		if len(r.Schedule.CriticalPath) > 0 {
			path = p.Integer(r.Schedule.PathFloat)
		}
		table.Rows = append(table.Rows, append(cells, p.Integer(len(r.Breaches)), next, left, path))
	}
	p.Table(table)
}

// goLiveProjects are the projects whose go-live lies ahead for every kommune.
func goLiveProjects(rows []status.Row) []string {
	var ids []string
	for _, m := range rows[0].Summary.GoLives {
		passed := func(r status.Row) bool {
			return slices.ContainsFunc(r.Summary.GoLives, func(of *timeline.Milestone) bool { return of.ID == m.ID && !isAhead(of, &r) })
		}
		if !slices.ContainsFunc(rows, passed) {
			ids = append(ids, m.Project)
		}
	}
	return ids
}

func isAhead(m *timeline.Milestone, r *status.Row) bool {
	return !m.Date.Known() || m.Date.Date > r.Summary.SeenFrom
}

// shortName is the shortest of a project's names, for a narrow column.
func shortName(book *drejebog.Playbook, id string) string {
	project := book.Project(id)
	return slices.MinFunc(append([]string{project.Name}, project.Aliases...), func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

func goLiveText(p words, r *status.Row, project string) string {
	for _, m := range r.Summary.GoLives {
		if m.Project == project {
			return dayText(p, m.Date)
		}
	}
	return "–"
}

func dayText(p words, w timeline.When) string {
	if w.Known() {
		return p.ShortDay(w.Date)
	}
	return p.say("portfolio/unknown", nil)
}

// writeKommune writes what a kommune breaks, what comes next and its critical
// path; and from when it is seen, where that is to be told.
func writeKommune(p words, r *status.Row, tellDay bool) {
	stands := []string{p.say("portfolio/no-breach", nil)}
	if n := len(r.Breaches); n > 0 {
		stands = []string{p.say("portfolio/breaches", lang.Args{"n": lang.Whole(n)})}
	}
	if r.Warnings > 0 {
		stands = append(stands, p.say("common/warnings", lang.Args{"n": lang.Whole(r.Warnings)}))
	}
	head := r.Schedule.Kommune.Name + ": " + strings.Join(stands, ", ")
	p.Heading(head, head)
	if tellDay {
		p.Paragraph("  ", p.say("portfolio/seen-from", lang.Args{"day": lang.Day(r.Summary.SeenFrom)}))
	}
	for _, f := range r.Breaches {
		p.Paragraph("  - ", f.Text.In(p.Lang))
	}
	if r.Summary.Next != nil {
		p.Paragraph("  ", nextText(p, r.Summary.Next))
	}
	p.Paragraph("  ", pathText(p, r.Schedule))
}

func nextText(p words, next *timeline.HardDate) string {
	return p.say("portfolio/next", lang.Args{"day": lang.Day(next.Date), "task": next.Label, "float": floatText(p, next.Slack)})
}

// floatText says how much float there is, or how much is missing.
func floatText(p words, days int) lang.Text {
	if days < 0 {
		return p.text("portfolio/too-late", lang.Args{"days": p.workdays(-days)})
	}
	return p.text("portfolio/of-float", lang.Args{"days": p.workdays(days)})
}

// pathText is the critical path in a sentence: with its dates, since a
// steering group asks when.
func pathText(p words, s *timeline.Schedule) string {
	if len(s.CriticalPath) == 0 {
		return p.say("portfolio/no-path", nil)
	}
	var parts []string
	for _, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			parts = append(parts, s.Label(&t.Node).In(p.Lang)+" "+span(p, t.Start.Date, t.Finish.Date))
		} else if m := s.Milestone(id); m != nil {
			parts = append(parts, s.Label(&m.Node).In(p.Lang)+" "+p.ShortDay(m.Date.Date))
		}
	}
	return p.say("portfolio/path", lang.Args{"float": floatText(p, s.PathFloat), "list": lang.Both(strings.Join(parts, "; "))})
}

func span(p words, from, to date.Date) string {
	if from == to {
		return p.ShortDay(from)
	}
	return p.ShortDay(from) + "–" + p.ShortDay(to)
}

// writeUnranked writes the kommuner without local data: what is the same for
// them is said once.
func writeUnranked(p words, rows []status.Row) {
	if len(rows) == 0 {
		return
	}
	head := p.text("portfolio/unranked", lang.Args{"kommuner": p.kommuner(len(rows))})
	p.Heading(head.DA, head.EN)
	p.Paragraph("  ", p.say("portfolio/unranked-intro", nil))
	for len(rows) > 0 {
		facts := factsText(p, &rows[0])
		var names []string
		rows = slices.DeleteFunc(slices.Clone(rows), func(r status.Row) bool {
			same := factsText(p, &r) == facts
			if same {
				names = append(names, r.Schedule.Kommune.Name)
			}
			return same
		})
		p.Paragraph("  ", facts)
		p.Paragraph("  ", strings.Join(names, ", ")+".")
	}
}

// factsText is what a kommune's row says, in a sentence.
func factsText(p words, r *status.Row) string {
	var lives []string
	for _, m := range r.Summary.GoLives {
		if isAhead(m, r) {
			lives = append(lives, p.book.Project(m.Project).Name+" "+dayText(p, m.Date))
		}
	}
	says := p.say("portfolio/go-lives", lang.Args{"day": lang.Day(r.Summary.SeenFrom), "list": lang.Both(strings.Join(lives, ", "))})
	if r.Summary.Next != nil {
		says += " " + nextText(p, r.Summary.Next)
	}
	return says
}
