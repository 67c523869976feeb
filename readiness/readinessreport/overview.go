package readinessreport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
)

// ByKommune is the name of an overview's main table: kommune × system × category,
// one a row; a system without requirements has one row without category.
const ByKommune = "by-kommune"

// Overview tells one line a kommune with local data, who is behind and whom they
// can ask, how each category stands, whom a slip hits, and the errors in the plans
// and the lists. The warnings stand on each kommune's own page. An overview
// without a book is an empty document.
func Overview(o *overview.Overview) *document.Document {
	if o == nil || o.Book == nil {
		return &document.Document{}
	}
	r := overviewTeller{newReport(o.Book, nil), o}
	r.head()
	r.kommunerTable()
	r.behind()
	r.byLight()
	r.knocks()
	r.others()
	r.findings()
	r.Attached = []*table.Sheet{r.byKommune()}
	return r.Document
}

type overviewTeller struct {
	report
	o *overview.Overview
}

func (r overviewTeller) head() {
	r.Title, r.Subject = r.say("readiness-page/title", nil), r.kommuner(len(r.o.Rows))
	local := len(r.o.Local())
	r.Tell(r.say("readiness-page/with-and-without", lang.Args{"with": lang.Whole(local), "without": lang.Whole(len(r.o.Rows) - local)}))
}

// projects are the projects of the rows.
func (r overviewTeller) projects() []readiness.ProjectAssessment {
	var projects []readiness.ProjectAssessment
	for i := range r.o.Rows {
		for _, p := range r.o.Rows[i].Projects {
			if !slices.ContainsFunc(projects, func(known readiness.ProjectAssessment) bool { return known.ID == p.ID }) {
				projects = append(projects, p)
			}
		}
	}
	return projects
}

func (r overviewTeller) kommunerTable() {
	local := r.o.Local()
	if len(local) == 0 {
		return
	}
	t := &table.Sheet{Name: "kommuner", Columns: []table.Column{
		table.Figures("rank", lang.Text{}), table.Head("kommune", r.say("readiness-page/column-kommune", nil)),
	}}
	projects := r.projects()
	for i := range projects {
		t.Columns = append(t.Columns, table.Head(projects[i].ID, lang.Both(projects[i].Name)))
	}
	t.Columns = append(t.Columns, table.Head("seenFrom", r.say("readiness-page/column-seen-from", nil)))
	for i := range local {
		row := &local[i]
		cells := []table.Cell{table.Of(lang.Whole(row.Rank)), table.Text(row.Kommune.Name)}
		for j := range projects {
			cells = append(cells, table.Of(r.stands(row.Project(projects[j].ID))))
		}
		t.Append(append(cells, table.DayOrNone(&row.On))...)
	}
	r.Section(r.say("readiness-page/furthest-behind", nil))
	r.table(t)
}

// stands is a verdict with what is confirmed: "no-go 75 %".
func (r overviewTeller) stands(p *readiness.ProjectAssessment) lang.Text {
	switch {
	case p == nil:
		return lang.Dash()
	case !p.Score.Known:
		return r.verdict(p.Recommendation)
	}
	return lang.Joined(" ", r.verdict(p.Recommendation), lang.Written(lang.Percent(lang.Whole(p.Score.Percent))))
}

// behind says why a kommune is behind, and whom it can ask.
func (r overviewTeller) behind() {
	var points []lang.Text
	for i := range r.o.Rows {
		row := &r.o.Rows[i]
		name := lang.Both(row.Kommune.Name)
		for _, id := range row.Behind {
			p := row.Project(id)
			points = append(points, lang.Joined(": ", lang.Joined(", ", name, lang.Both(p.Name)), why(p)))
		}
		for j := range row.Criteria {
			if m := &row.Criteria[j]; m.Light == readiness.Red && row.Local {
				points = append(points, lang.Joined(": ", lang.Joined(", ", name, m.Topic.Name.Lower()), m.Says.Text()))
			}
		}
		if len(row.Behind) > 0 && len(row.Network) > 0 {
			ask := r.say("readiness-page/ask-network", lang.Args{"kommuner": r.names(row.Network)})
			points[len(points)-1] = lang.Joined(" ", points[len(points)-1], ask)
		}
	}
	if len(points) > 0 {
		r.Section(r.say("readiness-page/behind", nil))
		r.Points(points...)
	}
}

// why is the first thing that speaks against a project.
func why(p *readiness.ProjectAssessment) lang.Text {
	if p.Broken() && len(p.Reasons) > 0 {
		return p.Reasons[0].Text()
	}
	return p.Time.Reason.Text()
}

// names are the names of kommuner, by their codes.
func (r overviewTeller) names(codes []string) lang.Text {
	names := make([]lang.Text, len(codes))
	for i, code := range codes {
		names[i] = lang.Both(r.name(code))
	}
	return lang.Joined(", ", names...)
}

func (r overviewTeller) name(code string) string {
	if k, err := r.o.Book.Kommune(code); err == nil {
		return k.Name
	}
	return code
}

// byLight counts the kommuner with local data by light, for each project and
// category that has requirements.
func (r overviewTeller) byLight() {
	t := &table.Sheet{Name: "by-light", Columns: []table.Column{
		table.Head("system", r.say("readiness-page/column-system", nil)), table.Head("category", r.say("readiness-page/column-category", nil)),
	}}
	lights := []readiness.Light{readiness.Green, readiness.Yellow, readiness.Red, readiness.Grey}
	for _, l := range lights {
		t.Columns = append(t.Columns, table.Figures(l.String(), r.light(l)))
	}
	for _, p := range r.projects() {
		for _, c := range r.categoriesOf(p.ID) {
			cells := []table.Cell{table.Text(p.Name), table.Of(c.Name)}
			for _, l := range lights {
				cells = append(cells, table.Of(lang.Whole(r.count(p.ID, c.ID, l))))
			}
			t.Append(cells...)
		}
	}
	if len(t.Rows) > 0 {
		r.Section(r.say("readiness-page/by-light", nil))
		r.table(t)
	}
}

// categoriesOf are the categories of a project with requirements, in the
// playbook's order.
func (r overviewTeller) categoriesOf(project string) []*drejebog.Category {
	for i := range r.o.Rows {
		if p := r.o.Rows[i].Project(project); p != nil && len(p.Categories) > 0 {
			categories := make([]*drejebog.Category, len(p.Categories))
			for j := range p.Categories {
				categories[j] = p.Categories[j].Category
			}
			return categories
		}
	}
	return nil
}

// count is how many kommuner with local data have a light in a category of a
// project.
func (r overviewTeller) count(project, category string, light readiness.Light) int {
	n := 0
	for _, row := range r.o.Local() {
		p := row.Project(project)
		if p != nil && slices.ContainsFunc(p.Categories, func(c readiness.Category) bool { return c.Category.ID == category && c.Light == light }) {
			n++
		}
	}
	return n
}

// knocks says whom a slip pushes, and how much slack it takes of the others.
func (r overviewTeller) knocks() {
	if len(r.o.Delays) == 0 {
		return
	}
	r.Section(r.say("readiness-page/knock-on", nil))
	t := &table.Sheet{Name: "knock-on", Columns: []table.Column{
		table.Head("system", r.say("readiness-page/column-system", nil)), table.Head("later", r.say("readiness-page/column-later", nil)),
		table.Head("hits", r.say("readiness-page/column-hits", nil)), table.Figures("workdays", r.say("readiness-page/column-workdays", nil)),
		table.Figures("slack", r.say("readiness-page/column-slack", nil)), table.Figures("left", r.say("readiness-page/column-left", nil)),
		table.Head("status", r.say("readiness-page/column-status", nil)),
	}}
	for _, k := range r.o.Delays {
		var risk lang.Text
		if k.AtRisk() {
			risk = r.say("readiness-page/cannot-begin", nil)
		}
		t.Append(
			table.Text(r.book.ScopeName(k.Project)), table.Text(r.name(k.From)), table.Text(r.name(k.To)),
			table.Of(lang.Whole(k.Slip)), table.Of(lang.Whole(k.Slack)), table.Of(lang.Whole(k.Left)), table.Of(risk),
		)
	}
	r.table(t)
}

// others names the kommuner without local data.
func (r overviewTeller) others() {
	var codes []string
	for i := range r.o.Rows {
		if !r.o.Rows[i].Local {
			codes = append(codes, r.o.Rows[i].Kommune.Code)
		}
	}
	if len(codes) > 0 {
		r.Section(r.say("readiness-page/without-data", nil))
		r.Tell(r.names(codes).Ended())
	}
}

// findings lists the errors, each once: what is wrong with a list is found in
// every kommune, and named after none.
func (r overviewTeller) findings() {
	type found struct {
		*drejebog.Finding
		in []string // codes of kommuner
	}
	var list []found
	for i := range r.o.Rows {
		row := &r.o.Rows[i]
		for j := range row.Findings {
			f := &row.Findings[j]
			if f.Severity != drejebog.SeverityError {
				continue
			}
			k := slices.IndexFunc(list, func(x found) bool { return x.Code == f.Code && x.Place == f.Place && x.Text == f.Text })
			if k < 0 {
				k, list = len(list), append(list, found{Finding: f})
			}
			list[k].in = append(list[k].in, row.Kommune.Code)
		}
	}
	if len(list) == 0 {
		return
	}
	r.Section(r.say("readiness-page/list-faults", nil))
	var items document.List
	for _, f := range list {
		who := r.names(f.in)
		if len(f.in) == len(r.o.Rows) && len(f.in) > 1 {
			who = lang.Text{}
		}
		items.Items = append(items.Items, document.Item{Mark: lang.Both(f.Code), Text: lang.Joined(": ", who, r.findingText(f.Finding))})
	}
	r.Add(items)
}

// byKommune is how each kommune stands with each category, for a spreadsheet.
func (r overviewTeller) byKommune() *table.Sheet {
	t := &table.Sheet{Name: ByKommune, Title: r.say("readiness-page/by-kommune", nil), Columns: []table.Column{
		table.Head("code", r.say("readiness-page/column-code", nil)), table.Head("kommune", r.say("readiness-page/column-kommune", nil)),
		table.Head("system", r.say("readiness-page/column-system", nil)), table.Head("conclusion", r.say("readiness-page/column-conclusion", nil)),
		table.Head("category", r.say("readiness-page/column-category", nil)), table.Head("light", r.say("readiness-page/column-light", nil)),
		table.Figures("confirmed", r.say("readiness-page/column-confirmed", nil)), table.Figures("applies", r.say("readiness-page/column-applies", nil)),
		table.Figures("percent", r.say("readiness-page/column-percent", nil)),
	}}
	for i := range r.o.Rows {
		row := &r.o.Rows[i]
		for j := range row.Projects {
			p := &row.Projects[j]
			begin := []table.Cell{table.Text(row.Kommune.Code), table.Text(row.Kommune.Name), table.Text(p.Name), table.Of(r.verdict(p.Recommendation))}
			if len(p.Categories) == 0 {
				t.Append(append(begin, make([]table.Cell, 5)...)...)
			}
			for k := range p.Categories {
				t.Append(append(begin[:4:4], r.categoryCells(&p.Categories[k])...)...)
			}
		}
	}
	return t
}

func (r report) categoryCells(c *readiness.Category) []table.Cell {
	percent := table.Cell{}
	if c.Score.Known {
		percent = table.Of(lang.Whole(c.Score.Percent))
	}
	return []table.Cell{
		table.Of(c.Category.Name), table.Of(r.light(c.Light)), table.Of(lang.Whole(c.Score.Confirmed)), table.Of(lang.Whole(c.Score.Applies)), percent,
	}
}
