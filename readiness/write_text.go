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
	remindDays   = 30
)

// WriteText writes the page that a steering group reads: where each system
// stands, what speaks against it, what is missing and who must act by when, and
// what falls due in the next 30 days.
func (a *Assessment) WriteText(w io.Writer, language lang.Lang) error {
	p := writer{page.New(language), a}
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
	*page.Page
	a *Assessment
}

func (p *writer) text(t lang.Text) string { return t.In(p.Lang) }

func (p *writer) head() {
	p.Line(p.Say("PARATHED TIL MONOPOLBRUDDET: ", "READINESS FOR THE END OF THE KMD MONOPOLY: ") + strings.ToUpper(p.a.Kommune.FullName()))
	from := p.Say("Set fra ", "Seen from ") + p.Day(p.a.On) + ". "
	if !p.a.Local {
		p.Paragraph("", from+p.Say("Kommunens plan siger intet: alt nedenfor er drejebogens datoer og vores antagelser.",
			"The kommune's plan says nothing: all below is the playbook's dates and our assumptions."))
		return
	}
	p.Paragraph("", from+p.Say("Siden bygger på kommunens plan. Grå betyder, at planen intet siger.",
		"The page rests on the kommune's plan. Grey means that the plan is silent."))
}

// overview is one line a system.
func (p *writer) overview() {
	p.Heading("Overblik", "Overview")
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.Say("system", "system")}, {Head: p.Say("konklusion", "conclusion")}, {Head: p.Say("tid", "time")},
		{Head: p.Say("penge", "money")}, {Head: p.Say("kvalitet", "quality")}, {Head: p.Say("bekræftet", "confirmed"), Right: true},
		{Head: p.Say("implementering", "implementation")}, {Head: p.Say("drift", "go-live")},
	}}
	for i := range p.a.Projects {
		x := &p.a.Projects[i]
		t.Rows = append(t.Rows, []string{
			x.Name, p.text(x.Verdict.Name()), p.text(x.Time.Light.Name()), p.text(x.Money.Light.Name()), p.text(x.Quality.Light.Name()),
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
	return p.Integer(s.Confirmed) + p.Say(" af ", " of ") + p.Integer(s.Applies) + " (" + p.Integer(s.Percent) + " %)"
}

func (p *writer) when(d *date.Date) string {
	if d == nil {
		return p.Say("ukendt", "unknown")
	}
	return p.ShortDay(*d)
}

func (p *writer) project(x *Project) {
	p.Heading(x.Name+": "+x.Verdict.Name().DA, x.Name+": "+x.Verdict.Name().EN)
	for _, reason := range x.Reasons {
		p.Paragraph("  ", p.text(reason))
	}
	if x.EarliestImpl != nil {
		p.Paragraph("  ", p.Say("Implementeringen kan tidligst begynde ", "The implementation can begin on ")+p.Day(*x.EarliestImpl)+p.earliest(x))
	}
	p.Line("")
	p.Table(page.Table{Indent: 2, Columns: []page.Column{{}, {}, {Wrap: true}}, Rows: [][]string{
		{p.Say("Tid", "Time"), p.text(x.Time.Light.Name()), p.text(sentence(x.Time.Reason))},
		{p.Say("Penge", "Money"), p.text(x.Money.Light.Name()), p.text(sentence(x.Money.Reason))},
		{p.Say("Kvalitet", "Quality"), p.text(x.Quality.Light.Name()), p.text(sentence(x.Quality.Reason))},
	}})
	p.gates(x)
	p.blockers(x)
	if x.List != nil {
		p.categories(x)
	}
	if len(x.Matters) > 0 {
		p.Line("")
		p.Line("  " + p.Say("Andet, der afgør det", "What else decides"))
		p.matters(4, x.Matters)
	}
}

// earliest says what the first possible day rests on.
func (p *writer) earliest(x *Project) string {
	if x.byPlan {
		return p.Say(": tre måneder efter den dag, hvor planen når bekræftelsen.", " at the earliest: three months after the day on which the plan reaches the confirmation.")
	}
	if x.Gates[1].Passed != nil || x.Forecast.On == nil || *x.Forecast.On <= p.a.On {
		return p.Say(": tre måneder efter bekræftelsen.", " at the earliest: three months after the confirmation.")
	}
	return p.Say(": tre måneder efter, at kravene med det nuværende tempo er bekræftet.", " at the earliest: three months after the requirements are confirmed at the present pace.")
}

func (p *writer) gates(x *Project) {
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.Say("port", "gate")}, {Head: p.Say("senest", "latest")}, {Head: p.Say("arbejdsdage", "working days"), Right: true},
		{Head: p.Say("ventes", "expected")}, {Head: p.Say("status", "status"), Wrap: true},
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
		t.Rows = append(t.Rows, []string{p.text(g.Name), p.deadline(g), left, expected, p.gateState(g)})
	}
	p.Line("")
	p.Table(t)
}

func (p *writer) deadline(g *Gate) string {
	if g.Deadline == nil {
		return p.Say("ukendt", "unknown")
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
		return p.Say("nået ", "reached ") + p.ShortDay(*g.Passed)
	case GatePassedLate:
		return p.Say("nået for sent, ", "reached late, ") + p.ShortDay(*g.Passed)
	case GateOverdue:
		return p.Say("overskredet", "overdue")
	case GateUnstated:
		return p.Say("ikke oplyst", "not stated")
	}
	actor := p.a.Schedule.Book.Party(g.Actor)
	if g.Actor != "kommune" && actor != nil {
		return p.Say("venter på ", "waiting for ") + shortName(p.text(actor.Name))
	}
	return p.Say("åben", "open")
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
	p.Line("  " + p.Say("Det mangler, det mest presserende først", "What is missing, the most urgent first"))
	t := page.Table{Indent: 4, Columns: []page.Column{{}, {}, {Wrap: true}, {Wrap: true}}}
	for i := range x.Blockers {
		b := &x.Blockers[i]
		if i == most {
			break
		}
		by := p.Say("uden dato", "no date")
		if b.By != nil {
			by = p.ShortDay(*b.By)
		}
		t.Rows = append(t.Rows, []string{by, p.left(&b.Block), p.text(b.What), p.who(&b.Block)})
	}
	p.Table(t)
	if more := len(x.Blockers) - most; more > 0 {
		p.Line("    " + p.Say("og ", "and ") + p.Integer(more) + p.Say(" mere", " more"))
	}
}

func (p *writer) left(b *Block) string {
	switch {
	case b.Left == nil:
		return ""
	case *b.Left < 0 && b.Light == Grey:
		return p.Say("ikke oplyst", "not stated")
	case *b.Left < 0:
		return p.Say("overskredet", "overdue")
	case *b.Left == 0:
		return p.Say("i dag", "today")
	}
	return p.Count(*b.Left, text("dag", "day"), text("dage", "days"))
}

// who is who must act: the people with the role, the role, or the party.
func (p *writer) who(b *Block) string {
	if b.Actor != "" && b.Actor != "kommune" {
		if party := p.a.Schedule.Book.Party(b.Actor); party != nil {
			return shortName(p.text(party.Name))
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
		return p.text(r.Name)
	}
	return p.text(r.Name) + " (" + strings.Join(names, ", ") + ")"
}

func (p *writer) categories(x *Project) {
	p.Line("")
	t := page.Table{Indent: 2, Columns: []page.Column{
		{Head: p.Say("kategori", "category")}, {Head: p.Say("bekræftet", "confirmed"), Right: true},
		{Head: p.Say("besvaret", "answered"), Right: true}, {Head: ""},
	}}
	for i := range x.Categories {
		c := &x.Categories[i]
		confirmed := p.score(&c.Score)
		if !c.Score.Known {
			confirmed = p.Say("gælder ikke", "does not apply")
		}
		t.Rows = append(t.Rows, []string{p.text(c.Category.Name), confirmed, p.Integer(c.Score.Answered) + p.Say(" af ", " of ") + p.Integer(c.Score.All), p.text(c.Light.Name())})
	}
	p.Table(t)
	f := &x.Forecast
	switch {
	case f.Open == 0:
	case f.On != nil:
		p.Paragraph("  ", p.Say("Med det nuværende tempo er alt bekræftet ", "At the present pace all is confirmed on ")+p.Day(*f.On)+
			p.Say(" (", " (")+p.Count(f.Confirmed, text("krav", "requirement"), text("krav", "requirements"))+p.Say(" på ", " in ")+
			p.Count(f.Workdays, text("arbejdsdag", "working day"), text("arbejdsdage", "working days"))+").")
	case f.Confirmed > 0:
		p.Paragraph("  ", p.Say("Med det nuværende tempo bliver det ikke færdigt inden for en overskuelig tid.", "At the present pace it will not be done within any foreseeable time."))
	}
}

// prepared is what can be done before the requirements are out: a row for
// each thing, a column for each system without a list.
func (p *writer) prepared() {
	var waiting []*Project
	t := page.Table{Indent: 2, Columns: []page.Column{{Head: p.Say("kategori", "category")}, {Wrap: true}}}
	for i := range p.a.Projects {
		if x := &p.a.Projects[i]; x.List == nil {
			waiting = append(waiting, x)
			t.Columns = append(t.Columns, page.Column{Head: x.Name})
		}
	}
	if len(waiting) == 0 {
		return
	}
	p.Heading("Det kan forberedes nu", "What can be prepared now")
	p.Paragraph("  ", p.Say("Drejebogens egne ord om hver kategori; KOMBITs krav kommer med listerne. Et ? betyder, at planen intet siger.",
		"The playbook's own words on each category; KOMBIT's requirements come with the lists. A ? means that the plan is silent."))
	list := p.a.tables.preparation.Requirements
	for i := range list {
		category := p.a.Schedule.Book.Category(list[i].Category)
		row := []string{p.text(category.Name), list[i].In(p.Lang)}
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
			return p.text(item.State.stateName())
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
			name := lower(p.text(m.Topic.Name))
			if m.By != nil {
				name += " (" + p.Say("senest ", "by ") + p.ShortDay(*m.By) + ")"
			}
			silent = append(silent, name)
			continue
		}
		t.Rows = append(t.Rows, []string{p.text(m.Topic.Name), p.text(m.Light.Name()), p.text(m.Text)})
	}
	p.Table(t)
	if len(silent) > 0 {
		p.Paragraph(strings.Repeat(" ", indent), p.Say("Planen siger intet om ", "The plan is silent on ")+strings.Join(silent, ", ")+".")
	}
}

// kommune is what concerns all systems.
func (p *writer) kommune() {
	if len(p.a.Matters) == 0 {
		return
	}
	p.Heading("Kommunen som helhed", "The kommune as such")
	p.matters(2, p.a.Matters)
	for i := range p.a.Facts {
		fact := &p.a.Facts[i]
		p.Paragraph("  ", p.Say("Senere oplysning (", "Later fact (")+p.Day(*fact.Published)+"): "+p.text(fact.What))
	}
}

func (p *writer) reminders() {
	due := p.a.Reminders(remindDays)
	if len(due) == 0 {
		return
	}
	p.Heading("De næste 30 dage", "The next 30 days")
	t := page.Table{Indent: 2, Columns: []page.Column{{Wrap: true}, {}, {Wrap: true}}}
	for i := range due {
		m := &due[i]
		who := ""
		if i == 0 || due[i-1].Role != m.Role || !slices.Equal(due[i-1].People, m.People) {
			who = p.role(m.Role, m.People)
		}
		t.Rows = append(t.Rows, []string{who, p.ShortDay(m.Due), p.text(m.What)})
	}
	p.Table(t)
}

// findings lists what does not hold in the answers.
func (p *writer) findings() {
	if len(p.a.Findings) == 0 {
		return
	}
	p.Heading("Fejl og advarsler i planen", "Errors and warnings in the plan")
	for i := range p.a.Findings {
		f := &p.a.Findings[i]
		where := ""
		if f.Place.Line > 0 {
			where = " (" + f.Place.String() + ")"
		}
		p.Paragraph("  "+f.Code+"  ", p.text(f.Text)+" "+p.text(f.Remedy)+where)
	}
}
