package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
)

// prepared is what can be done before the requirements are out: a row for
// each thing, a column for each system without a list.
func (r assessment) prepared() {
	var waiting []*readiness.ProjectAssessment
	t := &table.Sheet{Name: "preparation", Columns: []table.Column{
		table.Head("category", r.say("readiness-page/column-category", nil)), table.Head("what", r.say("readiness-page/column-what", nil)),
	}}
	for i := range r.a.Projects {
		if p := &r.a.Projects[i]; p.List == nil {
			waiting = append(waiting, p)
			t.Columns = append(t.Columns, table.Head(p.ID, lang.Both(p.Name)))
		}
	}
	if len(waiting) == 0 {
		return
	}
	r.Section(r.say("readiness-page/prepare", nil))
	r.Tell(r.say("readiness-page/prepare-why", nil))
	list := r.a.Preparation()
	for i := range list {
		cells := []table.Cell{table.Of(r.category(list[i].Category)), table.Of(list[i].Both())}
		for _, p := range waiting {
			cells = append(cells, table.Of(r.preparedIn(p, list[i].ID)))
		}
		t.Append(cells...)
	}
	r.table(t)
}

// preparedIn is how far a system is with one thing, "–" where it is not for it.
func (r report) preparedIn(p *readiness.ProjectAssessment, id string) lang.Text {
	for i := range p.Preparation {
		item := &p.Preparation[i]
		switch {
		case item.Requirement.ID != id:
		case item.State == readiness.PreparedUnknown:
			return lang.Both("?")
		default:
			return r.book.Words.Key("prepared", item.State.String(), nil)
		}
	}
	return lang.Dash()
}

func (r report) category(id string) lang.Text {
	if c := r.book.Category(id); c != nil {
		return c.Name
	}
	return lang.Both(id)
}
