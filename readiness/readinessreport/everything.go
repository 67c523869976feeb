package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/rickb777/date/v2"
)

// everything is what is assessed of each system, one thing a row, for a
// spreadsheet.
func (r assessment) everything() *table.Sheet {
	t := rows{r, nil, &table.Sheet{Name: Everything, Title: r.say("readiness-page/everything", nil), Columns: []table.Column{
		table.Head("kommune", r.say("readiness-page/column-kommune", nil)), table.Head("system", r.say("readiness-page/column-system", nil)),
		table.Head("conclusion", r.say("readiness-page/column-conclusion", nil)), table.Head("kind", r.say("readiness-page/column-kind", nil)),
		table.Head("id", r.say("readiness-page/column-id", nil)), table.Head("what", r.say("readiness-page/column-what", nil)),
		table.Head("status", r.say("readiness-page/column-status", nil)), table.Head("date", r.say("readiness-page/column-date", nil)),
		table.Head("latest", r.say("readiness-page/column-latest", nil)), table.Figures("workdays", r.say("readiness-page/column-workdays", nil)),
		table.Head("expected", r.say("readiness-page/column-expected", nil)),
		table.Head("responsible", r.say("readiness-page/column-responsible", nil)),
	}}}
	for i := range r.a.Projects {
		p := &r.a.Projects[i]
		t.of = p
		for j := range p.Gates {
			g := &p.Gates[j]
			t.row("gate", g.Milestone, g.Name, r.waiting(g, g.State), days{g.Passed, g.Last(), g.Left, r.expected(g)}, g.Actor)
		}
		for j := range p.Items {
			item := &p.Items[j]
			t.row("requirement", item.Key, item.Requirement.Both(), r.answer(item), days{on: item.Answer.On, latest: item.Due}, item.Responsible)
		}
		for j := range p.Preparation {
			item := &p.Preparation[j]
			t.row("preparation", item.Key, item.Requirement.Both(), r.book.Words.Key("prepared", item.State.String(), nil), days{on: item.On, latest: item.Latest}, item.Responsible)
		}
		t.topics(p.Criteria)
	}
	t.of = nil
	t.topics(r.a.Criteria)
	return t.sheet
}

// rows is the table on its way.
type rows struct {
	assessment
	of    *readiness.ProjectAssessment // that the rows are about; nil: the kommune as such
	sheet *table.Sheet
}

func (t *rows) topics(matters []readiness.Criterion) {
	for i := range matters {
		m := &matters[i]
		t.row("topic", m.Topic.ID, m.Says.Text(), t.light(m.Light), days{latest: m.By}, m.Role)
	}
}

// days are the days of a thing, nil where it has none.
type days struct {
	on, latest *date.Date // since when it stands so, and its last day
	left       *int       // working days to the last day
	expected   *date.Date // as scheduled
}

// row adds a thing of a kind: what it is called, how it stands, its days, and who
// must see to it.
func (t *rows) row(kind, id string, what, status lang.Text, days days, who string) {
	cells := []table.Cell{table.Text(t.a.Kommune.Name), {}, {}}
	if t.of != nil {
		cells[1], cells[2] = table.Text(t.of.Name), table.Of(t.verdict(t.of.Recommendation))
	}
	t.sheet.Append(append(cells,
		table.Of(t.book.Words.Key("readiness-kind", kind, nil)), table.Text(id), table.Of(what), table.Of(status),
		table.DayOrNone(days.on), table.DayOrNone(days.latest), table.WholeOrNone(days.left), table.DayOrNone(days.expected), table.Of(t.who(who)),
	)...)
}

func (r report) answer(item *readiness.Item) lang.Text {
	if item.State == 0 {
		return r.say("readiness-page/unanswered", nil)
	}
	return r.book.Words.Key("answer", item.State.String(), nil)
}
