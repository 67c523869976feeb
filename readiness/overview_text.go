package readiness

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// WriteText writes one line a kommune with local data, who is behind and whom
// they can ask, how each category stands, whom a slip hits, and the errors in
// the plans and the lists. The warnings stand on each kommune's own page.
func (o *Overview) WriteText(w io.Writer, language lang.Lang) error {
	p := overviewPage{telling{page.New(language), o.words()}, o}
	p.head()
	p.kommuner()
	p.behind()
	p.categories()
	p.knocks()
	p.others()
	p.findings()
	_, err := io.WriteString(w, p.String())
	return err
}

type overviewPage struct {
	telling
	o *Overview
}

// local is the rows with local data, which stand first.
func (o *Overview) local() []OverviewRow {
	for i := range o.Rows {
		if !o.Rows[i].Local {
			return o.Rows[:i]
		}
	}
	return o.Rows
}

func (p *overviewPage) head() {
	n := p.text("readiness-page/kommuner", lang.Args{"n": lang.Whole(len(p.o.Rows))})
	p.Line(strings.ToUpper(p.say("readiness-page/readiness-in", lang.Args{"kommuner": n})))
	local := len(p.o.local())
	p.Paragraph("", p.say("readiness-page/with-and-without", lang.Args{"with": lang.Whole(local), "without": lang.Whole(len(p.o.Rows) - local)}))
}

// projects are the projects of the rows, with their names.
func (o *Overview) projects() []Project {
	var projects []Project
	for i := range o.Rows {
		for _, x := range o.Rows[i].Projects {
			if !slices.ContainsFunc(projects, func(known Project) bool { return known.ID == x.ID }) {
				projects = append(projects, x)
			}
		}
	}
	return projects
}

func (p *overviewPage) kommuner() {
	local := p.o.local()
	if len(local) == 0 {
		return
	}
	t := page.Table{Indent: 2, Columns: []page.Column{{Head: "", Right: true}, {Head: p.say("readiness-page/column-kommune", nil)}}}
	projects := p.o.projects()
	for i := range projects {
		t.Columns = append(t.Columns, page.Column{Head: projects[i].Name})
	}
	t.Columns = append(t.Columns, page.Column{Head: p.say("readiness-page/column-seen-from", nil)})
	for i := range local {
		row := []string{p.Integer(i + 1), local[i].Kommune.Name}
		for j := range projects {
			row = append(row, p.cell(local[i].project(projects[j].ID)))
		}
		t.Rows = append(t.Rows, append(row, p.ShortDay(local[i].On)))
	}
	p.heading(p.text("readiness-page/furthest-behind", nil))
	p.Table(t)
}

// project returns the project with the id, or nil.
func (a *Assessment) project(id string) *Project {
	for i := range a.Projects {
		if a.Projects[i].ID == id {
			return &a.Projects[i]
		}
	}
	return nil
}

// cell is a verdict with what is confirmed: "no-go 75 %".
func (p *overviewPage) cell(x *Project) string {
	switch {
	case x == nil:
		return "–"
	case !x.Score.Known:
		return p.in(p.verdict(x.Verdict))
	}
	return p.in(p.verdict(x.Verdict)) + " " + p.Integer(x.Score.Percent) + " %"
}

// behind says why a kommune is behind, and whom it can ask.
func (p *overviewPage) behind() {
	headed := false
	tell := func(row *OverviewRow, of, why string) {
		if !headed {
			headed = true
			p.heading(p.text("readiness-page/behind", nil))
		}
		p.Paragraph("  - ", row.Kommune.Name+", "+of+": "+why)
	}
	for i := range p.o.Rows {
		row := &p.o.Rows[i]
		for _, id := range row.Behind {
			x := row.project(id)
			tell(row, x.Name, p.why(x))
		}
		for j := range row.Matters {
			if m := &row.Matters[j]; m.Light == Red && row.Local {
				tell(row, p.in(lang.Small(m.Topic.Name)), m.Text.In(p.Lang))
			}
		}
		if len(row.Behind) > 0 && len(row.Network) > 0 {
			p.Paragraph("    ", p.say("readiness-page/ask-network", lang.Args{"kommuner": lang.Both(p.names(row.Network))}))
		}
	}
}

// why is the first thing that speaks against a project.
func (p *overviewPage) why(x *Project) string {
	if x.broken {
		return x.Reasons[0].In(p.Lang)
	}
	return p.in(x.Time.Reason)
}

func (p *overviewPage) names(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = p.o.name(code)
	}
	return strings.Join(names, ", ")
}

// name is a kommune's name, by its code.
func (o *Overview) name(code string) string {
	for i := range o.Rows {
		if k, err := o.Rows[i].Schedule.Book.Kommune(code); err == nil {
			return k.Name
		}
	}
	return code
}

// categories counts the kommuner with local data by light, for each project and category that
// has requirements.
func (p *overviewPage) categories() {
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.say("readiness-page/column-system", nil)}, {Head: p.say("readiness-page/column-category", nil)},
	}}
	lights := []Light{Green, Yellow, Red, Grey}
	for _, l := range lights {
		t.Columns = append(t.Columns, page.Column{Head: p.light(l), Right: true})
	}
	for _, x := range p.o.projects() {
		for _, c := range p.o.categoriesOf(x.ID) {
			row := []string{x.Name, c.Name.In(p.Lang)}
			for _, l := range lights {
				row = append(row, p.Integer(p.o.count(x.ID, c.ID, l)))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		p.heading(p.text("readiness-page/by-light", nil))
		p.Table(t)
	}
}

// categoriesOf are the categories of a project with requirements, in the
// playbook's order.
func (o *Overview) categoriesOf(project string) []*drejebog.Category {
	for i := range o.Rows {
		if x := o.Rows[i].project(project); x != nil && len(x.Categories) > 0 {
			categories := make([]*drejebog.Category, len(x.Categories))
			for j := range x.Categories {
				categories[j] = x.Categories[j].Category
			}
			return categories
		}
	}
	return nil
}

// count is how many kommuner with local data have a light in a category of a
// project.
func (o *Overview) count(project, category string, light Light) int {
	n := 0
	for _, row := range o.local() {
		x := row.project(project)
		if x == nil {
			continue
		}
		for j := range x.Categories {
			if c := &x.Categories[j]; c.Category.ID == category && c.Light == light {
				n++
			}
		}
	}
	return n
}

// knocks says whom a slip pushes, and how much slack it takes of the others.
func (p *overviewPage) knocks() {
	if len(p.o.Knocks) == 0 {
		return
	}
	p.heading(p.text("readiness-page/knock-on", nil))
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.say("readiness-page/column-system", nil)}, {Head: p.say("readiness-page/column-later", nil)}, {Head: p.say("readiness-page/column-hits", nil)},
		{Head: p.say("readiness-page/column-workdays", nil), Right: true}, {Head: p.say("readiness-page/column-slack", nil), Right: true}, {Head: p.say("readiness-page/column-left", nil), Right: true}, {Head: ""},
	}}
	for i := range p.o.Knocks {
		k := &p.o.Knocks[i]
		risk := ""
		if k.AtRisk() {
			risk = p.say("readiness-page/cannot-begin", nil)
		}
		t.Rows = append(t.Rows, []string{
			p.o.projectName(k.Project), p.o.name(k.From), p.o.name(k.To), p.Integer(k.Slip), p.Integer(k.Slack), p.Integer(k.Left), risk,
		})
	}
	p.Table(t)
}

func (o *Overview) projectName(id string) string {
	for _, x := range o.projects() {
		if x.ID == id {
			return x.Name
		}
	}
	return id
}

// others names the kommuner without local data.
func (p *overviewPage) others() {
	var names []string
	for i := range p.o.Rows {
		if !p.o.Rows[i].Local {
			names = append(names, p.o.Rows[i].Kommune.Name)
		}
	}
	if len(names) > 0 {
		p.heading(p.text("readiness-page/without-data", nil))
		p.Paragraph("  ", strings.Join(names, ", ")+".")
	}
}

// findings lists the errors, each once: what is wrong with a list is found in
// every kommune, and named after none.
func (p *overviewPage) findings() {
	type found struct {
		*drejebog.Finding
		in []string // names of kommuner
	}
	var list []found
	for i := range p.o.Rows {
		row := &p.o.Rows[i]
		for j := range row.Findings {
			f := &row.Findings[j]
			if f.Severity != drejebog.Fault {
				continue
			}
			k := slices.IndexFunc(list, func(x found) bool { return x.Code == f.Code && x.Place == f.Place && x.Text == f.Text })
			if k < 0 {
				k, list = len(list), append(list, found{Finding: f})
			}
			list[k].in = append(list[k].in, row.Kommune.Name)
		}
	}
	if len(list) == 0 {
		return
	}
	p.heading(p.text("readiness-page/list-faults", nil))
	for _, f := range list {
		who, where := strings.Join(f.in, ", ")+": ", ""
		if len(f.in) == len(p.o.Rows) && len(f.in) > 1 {
			who = ""
		}
		if f.Place.Line > 0 {
			where = " (" + f.Place.String() + ")"
		}
		p.Paragraph("  "+f.Code+"  ", who+f.Text.In(p.Lang)+" "+f.Remedy.In(p.Lang)+where)
	}
}

// words are the playbook's; an overview of no playbook has none.
func (o *Overview) words() *lang.Catalogue {
	if o.Book == nil {
		return nil
	}
	return o.Book.Words
}
