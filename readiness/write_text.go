package readiness

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

// The page's bounds: what stands on it is for a meeting; the JSON has it all.
const (
	mostBlockers = 8
	mostWaiting  = 4 // before the requirements are published
)

// WriteText writes the page that a steering group reads: where each system
// stands, what speaks against it, what is missing and who must act by when, and
// what falls due in the next 30 days.
func (a *Assessment) WriteText(w io.Writer, language lang.Lang) error {
	p := writer{telling{page.New(language), a.Schedule.Book.Words}, a}
	p.head()
	p.overview()
	for i := range a.Projects {
		p.project(&a.Projects[i])
	}
	p.prepared()
	p.kommune()
	p.reminders()
	p.findings()
	_, err := io.WriteString(w, p.String())
	return err
}

// writer is the page on its way.
type writer struct {
	telling
	a *Assessment
}

func (p *writer) head() {
	p.Line(strings.ToUpper(p.say("readiness-page/title", lang.Args{"kommune": lang.Both(p.a.Kommune.FullName())})))
	if !p.a.Local {
		p.Paragraph("", p.say("readiness-page/head-silent", lang.Args{"day": lang.Day(p.a.On)}))
		return
	}
	p.Paragraph("", p.say("readiness-page/head", lang.Args{"day": lang.Day(p.a.On)}))
}

// overview is one line a system.
func (p *writer) overview() {
	p.heading(p.text("readiness-page/overview", nil))
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.say("readiness-page/column-system", nil)}, {Head: p.say("readiness-page/column-conclusion", nil)}, {Head: p.say("readiness-page/column-time", nil)},
		{Head: p.say("readiness-page/column-money", nil)}, {Head: p.say("readiness-page/column-quality", nil)}, {Head: p.say("readiness-page/column-confirmed", nil), Right: true},
		{Head: p.say("readiness-page/column-implementation", nil)}, {Head: p.say("readiness-page/column-go-live", nil)},
	}}
	for i := range p.a.Projects {
		x := &p.a.Projects[i]
		t.Rows = append(t.Rows, []string{
			x.Name, p.in(p.verdict(x.Verdict)), p.light(x.Time.Light), p.light(x.Money.Light), p.light(x.Quality.Light),
			p.score(&x.Score), p.when(day(x.Implementation)), p.when(day(x.GoLive)),
		})
	}
	p.Table(t)
}

// score is how many requirements are confirmed: "12 af 14 (85 %)".
func (p *writer) score(s *Score) string {
	if !s.Known {
		return "–"
	}
	return p.say("readiness-page/score", lang.Args{"some": lang.Whole(s.Confirmed), "all": lang.Whole(s.Applies), "percent": lang.Whole(s.Percent)})
}

func (p *writer) when(d *date.Date) string {
	if d == nil {
		return p.say("readiness-page/unknown", nil)
	}
	return p.ShortDay(*d)
}

func (p *writer) project(x *Project) {
	p.heading(lang.Joined(": ", []lang.Text{lang.Both(x.Name), p.verdict(x.Verdict)}...))
	for _, reason := range x.Reasons {
		p.Paragraph("  ", p.in(reason))
	}
	if x.EarliestImpl != nil {
		p.Paragraph("  ", p.earliest(x))
	}
	p.Line("")
	p.Table(page.Table{Indent: 2, Columns: []page.Column{{}, {}, {Wrap: true}}, Rows: [][]string{
		{p.say("readiness-page/row-time", nil), p.light(x.Time.Light), p.in(x.Time.Reason)},
		{p.say("readiness-page/row-money", nil), p.light(x.Money.Light), p.in(x.Money.Reason)},
		{p.say("readiness-page/row-quality", nil), p.light(x.Quality.Light), p.in(x.Quality.Reason)},
	}})
	p.gates(x)
	p.blockers(x)
	if x.List != nil {
		p.categories(x)
	}
	if len(x.Matters) > 0 {
		p.Line("")
		p.Line("  " + p.say("readiness-page/what-else", nil))
		p.matters(4, x.Matters)
	}
}

// earliest says which day is the first possible one, and what that rests on.
func (p *writer) earliest(x *Project) string {
	if x.byPlan {
		return p.say("readiness-page/earliest-by-plan", lang.Args{"day": lang.Day(*x.EarliestImpl)})
	}
	if x.Gates[1].Passed != nil || x.Forecast.On == nil || *x.Forecast.On <= p.a.On {
		return p.say("readiness-page/earliest-confirmed", lang.Args{"day": lang.Day(*x.EarliestImpl)})
	}
	return p.say("readiness-page/earliest-by-pace", lang.Args{"day": lang.Day(*x.EarliestImpl)})
}

func (p *writer) gates(x *Project) {
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.say("readiness-page/column-gate", nil)}, {Head: p.say("readiness-page/column-latest", nil)}, {Head: p.say("readiness-page/column-workdays", nil), Right: true},
		{Head: p.say("readiness-page/column-expected", nil)}, {Head: p.say("readiness-page/column-status", nil), Wrap: true},
	}}
	for i := range x.Gates {
		g := &x.Gates[i]
		left, expected := "", ""
		if g.Left != nil {
			left = p.Integer(*g.Left)
		}
		if g.Ahead() {
			expected = p.expected(g)
		}
		t.Rows = append(t.Rows, []string{p.in(g.Name), p.deadline(g), left, expected, p.gateState(g)})
	}
	p.Line("")
	p.Table(t)
}

func (p *writer) deadline(g *Gate) string {
	if g.Deadline == nil {
		return p.say("readiness-page/unknown", nil)
	}
	return p.ShortDay(*g.Deadline)
}

func (p *writer) expected(g *Gate) string {
	if !g.Expected.Known() || g.Expected.Date < p.a.On {
		return ""
	}
	return p.ShortDay(g.Expected.Date)
}

func (p *writer) gateState(g *Gate) string {
	switch g.State {
	case GatePassed:
		return p.say("readiness-page/reached", lang.Args{"day": lang.ShortDay(*g.Passed)})
	case GatePassedLate:
		return p.say("readiness-page/reached-late", lang.Args{"day": lang.ShortDay(*g.Passed)})
	case GateOverdue:
		return p.say("readiness-page/overdue", nil)
	case GateUnstated:
		return p.say("readiness-page/not-stated", nil)
	}
	actor := p.a.Schedule.Book.Party(g.Actor)
	if g.Actor != "kommune" && actor != nil {
		return p.say("readiness-page/waiting-for", lang.Args{"party": lang.Both(shortName(p.in(actor.Name)))})
	}
	return p.say("readiness-page/open", nil)
}

// shortName is the name of a party without what stands behind a comma.
func shortName(name string) string {
	name, _, _ = strings.Cut(name, ",")
	return name
}

func (p *writer) blockers(x *Project) {
	if len(x.Blockers) == 0 {
		return
	}
	most := mostBlockers
	if x.List == nil {
		most = mostWaiting
	}
	p.Line("")
	p.Line("  " + p.say("readiness-page/blockers", nil))
	t := page.Table{Indent: 4, Columns: []page.Column{{}, {}, {Wrap: true}, {Wrap: true}}}
	for i := range x.Blockers {
		b := &x.Blockers[i]
		if i == most {
			break
		}
		by := p.say("readiness-page/no-date", nil)
		if b.By != nil {
			by = p.ShortDay(*b.By)
		}
		t.Rows = append(t.Rows, []string{by, p.left(&b.Block), p.in(b.What), p.who(&b.Block)})
	}
	p.Table(t)
	if more := len(x.Blockers) - most; more > 0 {
		p.Line("    " + p.say("readiness-page/and-more", lang.Args{"n": lang.Whole(more)}))
	}
}

func (p *writer) left(b *Block) string {
	switch {
	case b.Left == nil:
		return ""
	case *b.Left < 0 && b.Light == Grey:
		return p.say("readiness-page/not-stated", nil)
	case *b.Left < 0:
		return p.say("readiness-page/overdue", nil)
	case *b.Left == 0:
		return p.say("readiness-page/today", nil)
	}
	return p.say("readiness-page/days", lang.Args{"n": lang.Whole(*b.Left)})
}

// who is who must act: the people with the role, the role, or the party.
func (p *writer) who(b *Block) string {
	if b.Actor != "" && b.Actor != "kommune" {
		if party := p.a.Schedule.Book.Party(b.Actor); party != nil {
			return shortName(p.in(party.Name))
		}
		return b.Actor
	}
	return p.role(b.Role, b.People)
}

// role is a role with the people who have it.
func (p *writer) role(role string, people []string) string {
	var names []string
	for _, id := range people {
		if person := p.a.Schedule.Plan.People[id]; person.Name != "" {
			id = person.Name
		}
		names = append(names, id)
	}
	r := p.a.Schedule.Book.Role(role)
	switch {
	case r == nil:
		return strings.Join(names, ", ")
	case len(names) == 0:
		return p.in(r.Name)
	}
	return p.in(r.Name) + " (" + strings.Join(names, ", ") + ")"
}

func (p *writer) categories(x *Project) {
	p.Line("")
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.say("readiness-page/column-category", nil)}, {Head: p.say("readiness-page/column-confirmed", nil), Right: true},
		{Head: p.say("readiness-page/column-answered", nil), Right: true}, {Head: ""},
	}}
	for i := range x.Categories {
		c := &x.Categories[i]
		confirmed := p.score(&c.Score)
		if !c.Score.Known {
			confirmed = p.say("readiness-page/does-not-apply", nil)
		}
		answered := p.say("readiness-page/some-of", lang.Args{"some": lang.Whole(c.Score.Answered), "all": lang.Whole(c.Score.All)})
		t.Rows = append(t.Rows, []string{p.in(c.Category.Name), confirmed, answered, p.light(c.Light)})
	}
	p.Table(t)
	f := &x.Forecast
	switch {
	case f.Open == 0:
	case f.On != nil:
		p.Paragraph("  ", p.say("readiness-page/done-at-pace", lang.Args{
			"day":          lang.Day(*f.On),
			"requirements": p.text("readiness/requirements", lang.Args{"n": lang.Whole(f.Confirmed)}),
			"days":         p.text("common/working-days", lang.Args{"n": lang.Whole(f.Workdays)}),
		}))
	case f.Confirmed > 0:
		p.Paragraph("  ", p.say("readiness-page/never-at-pace", nil))
	}
}

// prepared is what can be done before the requirements are out: a row for
// each thing, a column for each system without a list.
func (p *writer) prepared() {
	var waiting []*Project
	t := page.Table{Indent: 2, Columns: []page.Column{{Head: p.say("readiness-page/column-category", nil)}, {Wrap: true}}}
	for i := range p.a.Projects {
		if x := &p.a.Projects[i]; x.List == nil {
			waiting = append(waiting, x)
			t.Columns = append(t.Columns, page.Column{Head: x.Name})
		}
	}
	if len(waiting) == 0 {
		return
	}
	p.heading(p.text("readiness-page/prepare", nil))
	p.Paragraph("  ", p.say("readiness-page/prepare-why", nil))
	list := p.a.tables.preparation.Requirements
	for i := range list {
		category := p.a.Schedule.Book.Category(list[i].Category)
		row := []string{p.in(category.Name), list[i].In(p.Lang)}
		for _, x := range waiting {
			row = append(row, p.preparedIn(x, list[i].ID))
		}
		t.Rows = append(t.Rows, row)
	}
	p.Table(t)
}

// preparedIn is how far a system is with one thing, "–" where it is not for it.
func (p *writer) preparedIn(x *Project, id string) string {
	for i := range x.Preparation {
		if item := &x.Preparation[i]; item.Requirement.ID == id {
			if item.State == PreparedUnknown {
				return "?"
			}
			return p.in(p.words.Key("prepared", item.State.String(), nil))
		}
	}
	return "–"
}

// matters lists what decides beside the requirements; what the plan is silent
// on stands together in one sentence.
func (p *writer) matters(indent int, matters []Matter) {
	t := page.Table{Indent: indent, Columns: []page.Column{{}, {}, {Wrap: true}}}
	var silent []string
	for i := range matters {
		m := &matters[i]
		if m.Light == Grey && m.Task != "" {
			name := p.in(lang.Small(m.Topic.Name))
			if m.By != nil {
				name = p.say("readiness-page/topic-by", lang.Args{"topic": lang.Small(m.Topic.Name), "day": lang.ShortDay(*m.By)})
			}
			silent = append(silent, name)
			continue
		}
		t.Rows = append(t.Rows, []string{p.in(m.Topic.Name), p.light(m.Light), p.in(m.Text)})
	}
	p.Table(t)
	if len(silent) > 0 {
		p.Paragraph(strings.Repeat(" ", indent), p.say("readiness-page/silent-on", lang.Args{"topics": lang.Both(strings.Join(silent, ", "))}))
	}
}

// kommune is what concerns all systems.
func (p *writer) kommune() {
	if len(p.a.Matters) == 0 {
		return
	}
	p.heading(p.text("readiness-page/kommune", nil))
	p.matters(2, p.a.Matters)
	for i := range p.a.Facts {
		fact := &p.a.Facts[i]
		p.Paragraph("  ", p.say("readiness-page/later-fact", lang.Args{"day": lang.Day(*fact.Published), "what": fact.What}))
	}
}

func (p *writer) reminders() {
	due := p.a.Reminders(RemindDays)
	if len(due) == 0 {
		return
	}
	p.heading(p.text("readiness-page/reminders", lang.Args{"n": lang.Whole(RemindDays)}))
	t := page.Table{Indent: 2, Columns: []page.Column{{Wrap: true}, {}, {Wrap: true}}}
	for i := range due {
		m := &due[i]
		who := ""
		if i == 0 || due[i-1].Role != m.Role || !slices.Equal(due[i-1].People, m.People) {
			who = p.role(m.Role, m.People)
		}
		t.Rows = append(t.Rows, []string{who, p.ShortDay(m.Due), p.in(m.What)})
	}
	p.Table(t)
}

// findings lists what does not hold in the answers.
func (p *writer) findings() {
	if len(p.a.Findings) == 0 {
		return
	}
	p.heading(p.text("readiness-page/findings", nil))
	for i := range p.a.Findings {
		f := &p.a.Findings[i]
		where := ""
		if f.Place.Line > 0 {
			where = " (" + f.Place.String() + ")"
		}
		p.Paragraph("  "+f.Code+"  ", p.in(f.Text)+" "+p.in(f.Remedy)+where)
	}
}
