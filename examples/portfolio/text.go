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
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// The nouns that the text counts with: one, and many.
var (
	oneKommune, manyKommuner = lang.Both("kommune"), lang.Both("kommuner")
	oneBreach, manyBreaches  = lang.Text{DA: "brud", EN: "breach"}, lang.Text{DA: "brud", EN: "breaches"}
	oneWarning, manyWarnings = lang.Text{DA: "advarsel", EN: "warning"}, lang.Text{DA: "advarsler", EN: "warnings"}
	oneWorkday, manyWorkdays = lang.Text{DA: "arbejdsdag", EN: "working day"}, lang.Text{DA: "arbejdsdage", EN: "working days"}
)

// What the head of the page says of the plans and the figures.
var (
	sampleNote = lang.Text{
		DA: "Planerne er eksempler: kommunerne findes, planerne er opdigtede.",
		EN: "The plans are samples: the kommuner are real, the plans are made up.",
	}
	durationNote = lang.Text{
		DA: "Frist er den næste og slæk arbejdsdagene til den; vej er slækket på den kritiske vej. Hvor en plan ikke siger andet, er varigheder antagelser.",
		EN: "Deadline is the next one and float the working days to it; path is the float of the critical path. Where a plan is silent, durations are assumptions.",
	}
)

// writeText writes the page: the ranked kommuner in a table, what each breaks
// and its critical path, and the kommuner without local data together.
func writeText(w io.Writer, book *drejebog.Playbook, rows []row, samples bool, language lang.Lang) error {
	p := page.New(language)
	local := slices.IndexFunc(rows, func(r row) bool { return !r.Local })
	if local < 0 {
		local = len(rows)
	}
	writeHead(p, rows, local, samples)
	if local > 0 {
		writeRanked(p, book, rows[:local])
		_, same := commonDay(rows)
		for i := range rows[:local] {
			writeKommune(p, &rows[i], !same)
		}
	}
	writeUnranked(p, book, rows[local:])
	_, err := io.WriteString(w, p.String())
	return err
}

func writeHead(p *page.Page, rows []row, local int, samples bool) {
	p.Line(p.Say("MONOPOLBRUDDET I KOMMUNERNE", "THE END OF THE KMD MONOPOLY, KOMMUNE BY KOMMUNE"))
	text := p.Count(len(rows), oneKommune, manyKommuner) + ": " + p.Integer(local) + p.Say(" med lokale data, ", " with local data, ") +
		p.Integer(len(rows)-local) + p.Say(" uden; de sidste er ikke rangordnet. ", " without; the latter are not ranked. ")
	if day, same := commonDay(rows); same {
		text += p.Say("Set fra ", "Seen from ") + p.Day(day) + ". "
	}
	if samples {
		text += sampleNote.In(p.Lang) + " "
	}
	p.Paragraph("", text+durationNote.In(p.Lang))
}

// commonDay is the day that all kommuner are seen from, false where they differ.
func commonDay(rows []row) (date.Date, bool) {
	for i := range rows {
		if rows[i].SeenFrom != rows[0].SeenFrom {
			return 0, false
		}
	}
	return rows[0].SeenFrom, true
}

// writeRanked writes the kommuner with local data, those that are pressed most
// first.
func writeRanked(p *page.Page, book *drejebog.Playbook, rows []row) {
	p.Heading("Med lokale data, de mest pressede først", "With local data, those pressed most first")
	table := page.Table{Indent: 2, Columns: []page.Column{{Right: true}, {Head: "kommune", Wrap: true}}}
	projects := goLiveProjects(rows)
	for _, id := range projects {
		table.Columns = append(table.Columns, page.Column{Head: shortName(book, id)})
	}
	table.Columns = append(table.Columns,
		page.Column{Head: p.Say("brud", "broken"), Right: true}, page.Column{Head: p.Say("frist", "deadline")},
		page.Column{Head: p.Say("slæk", "float"), Right: true}, page.Column{Head: p.Say("vej", "path"), Right: true})
	for i := range rows {
		r := &rows[i]
		cells := []string{strconv.Itoa(r.rank), r.kommune.Name}
		for _, id := range projects {
			cells = append(cells, goLiveText(p, r, id))
		}
		next, left := "–", "–"
		if r.Next != nil {
			next, left = p.ShortDay(r.Next.Date), p.Integer(r.Next.Slack)
		}
		path := "–"
		if len(r.schedule.CriticalPath) > 0 {
			path = p.Integer(r.schedule.PathFloat)
		}
		table.Rows = append(table.Rows, append(cells, p.Integer(len(r.Breaches)), next, left, path))
	}
	p.Table(table)
}

// goLiveProjects are the projects whose go-live lies ahead for every kommune.
func goLiveProjects(rows []row) []string {
	var ids []string
	for _, m := range rows[0].GoLives {
		passed := func(r row) bool {
			return slices.ContainsFunc(r.GoLives, func(of *timeline.Milestone) bool { return of.ID == m.ID && !isAhead(of, &r) })
		}
		if !slices.ContainsFunc(rows, passed) {
			ids = append(ids, m.Project)
		}
	}
	return ids
}

func isAhead(m *timeline.Milestone, r *row) bool { return !m.Date.Known() || m.Date.Date > r.SeenFrom }

// shortName is the shortest of a project's names, for a narrow column.
func shortName(book *drejebog.Playbook, id string) string {
	project := book.Project(id)
	return slices.MinFunc(append([]string{project.Name}, project.Aliases...), func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

func goLiveText(p *page.Page, r *row, project string) string {
	for _, m := range r.GoLives {
		if m.Project == project {
			return dayText(p, m.Date)
		}
	}
	return "–"
}

func dayText(p *page.Page, w timeline.When) string {
	if w.Known() {
		return p.ShortDay(w.Date)
	}
	return p.Say("ukendt", "unknown")
}

// writeKommune writes what a kommune breaks, what comes next and its critical
// path; and from when it is seen, where that is to be told.
func writeKommune(p *page.Page, r *row, tellDay bool) {
	head := r.kommune.Name + ": " + p.Say("ingen brud", "no breach")
	if n := len(r.Breaches); n > 0 {
		head = r.kommune.Name + ": " + p.Count(n, oneBreach, manyBreaches)
	}
	if r.Warnings > 0 {
		head += ", " + p.Count(r.Warnings, oneWarning, manyWarnings)
	}
	p.Heading(head, head)
	if tellDay {
		p.Paragraph("  ", p.Say("Set fra ", "Seen from ")+p.Day(r.SeenFrom)+".")
	}
	for _, f := range r.Breaches {
		p.Paragraph("  - ", f.Text.In(p.Lang))
	}
	if r.Next != nil {
		p.Paragraph("  ", nextText(p, r.Next))
	}
	p.Paragraph("  ", pathText(p, r.schedule))
}

func nextText(p *page.Page, next *timeline.HardDate) string {
	text := p.Say("Næste frist: ", "Next deadline: ") + p.Day(next.Date) + ", " + next.Label.In(p.Lang)
	return text + " (" + floatText(p, next.Slack) + ")."
}

// floatText says how much float there is, or how much is missing.
func floatText(p *page.Page, days int) string {
	if days < 0 {
		return p.Count(-days, oneWorkday, manyWorkdays) + p.Say(" for sent", " too late")
	}
	return p.Count(days, oneWorkday, manyWorkdays) + p.Say(" slæk", " of float")
}

// pathText is the critical path in a sentence: with its dates, since a
// steering group asks when.
func pathText(p *page.Page, s *timeline.Schedule) string {
	if len(s.CriticalPath) == 0 {
		return p.Say("Kritisk vej: ingen, for ingen dato, der arbejdes mod, er kendt.", "Critical path: none, since no date that is worked towards is known.")
	}
	var parts []string
	for _, id := range s.CriticalPath {
		if t := s.Task(id); t != nil {
			parts = append(parts, s.Label(&t.Node).In(p.Lang)+" "+span(p, t.Start.Date, t.Finish.Date))
		} else if m := s.Milestone(id); m != nil {
			parts = append(parts, s.Label(&m.Node).In(p.Lang)+" "+p.ShortDay(m.Date.Date))
		}
	}
	return p.Say("Kritisk vej, ", "Critical path, ") + floatText(p, s.PathFloat) + ": " + strings.Join(parts, "; ") + "."
}

func span(p *page.Page, from, to date.Date) string {
	if from == to {
		return p.ShortDay(from)
	}
	return p.ShortDay(from) + "–" + p.ShortDay(to)
}

// writeUnranked writes the kommuner without local data: what is the same for
// them is said once.
func writeUnranked(p *page.Page, book *drejebog.Playbook, rows []row) {
	if len(rows) == 0 {
		return
	}
	head := p.Say("Uden lokale data, ikke rangordnet: ", "Without local data, not ranked: ") + p.Count(len(rows), oneKommune, manyKommuner)
	p.Heading(head, head)
	p.Paragraph("  ", p.Say("For dem gælder drejebogens egne datoer og vores antagelser; de siger intet om den enkelte kommune.",
		"The playbook's own dates and our assumptions hold for them; they say nothing of the single kommune."))
	for len(rows) > 0 {
		facts := factsText(p, book, &rows[0])
		var names []string
		rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
			same := factsText(p, book, &r) == facts
			if same {
				names = append(names, r.kommune.Name)
			}
			return same
		})
		p.Paragraph("  ", facts)
		p.Paragraph("  ", strings.Join(names, ", ")+".")
	}
}

// factsText is what a kommune's row says, in a sentence.
func factsText(p *page.Page, book *drejebog.Playbook, r *row) string {
	var lives []string
	for _, m := range r.GoLives {
		if isAhead(m, r) {
			lives = append(lives, book.Project(m.Project).Name+" "+dayText(p, m.Date))
		}
	}
	text := p.Say("Set fra ", "Seen from ") + p.Day(r.SeenFrom) + p.Say(". Idriftsættelse: ", ". Go-live: ") + strings.Join(lives, ", ") + ". "
	if r.Next != nil {
		text += nextText(p, r.Next)
	}
	return text
}
