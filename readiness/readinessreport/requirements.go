package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// Required is the name of the main table of Requirements: every requirement of every
// list, one a row.
const Required = "requirements"

// Requirements tells KOMBIT's lists to those who shall answer them: for each project
// its requirements by category, with their questions, who is responsible and what
// shows that they are met. Without a book it is an empty document.
func Requirements(book *drejebog.Playbook, lists ...requirements.List) *document.Document {
	if book == nil {
		return &document.Document{}
	}
	r := newReport(book, nil)
	rules, _ := readiness.RulesOf(book) // what is wrong with them is told by Assess; without any a requirement has the role that it names
	r.Title = r.say("readiness-page/requirements", nil)
	all := r.requirementSheet(Required, table.Head("system", r.say("readiness-page/column-system", nil)), table.Head("category", r.say("readiness-page/column-category", nil)))
	all.Title = r.say("readiness-page/requirements", nil)
	for i := range lists {
		list := &lists[i]
		title := lang.Both(r.book.ScopeName(list.Project))
		if list.Project == "" { // the playbook's own list
			title = r.say("readiness-page/prepare", nil)
		}
		r.Section(title)
		r.Tell(lang.Joined(" ", r.say("readiness-page/published", lang.Args{"day": lang.Day(list.Published)}), lang.Both(list.Source)))
		for j := range book.Categories {
			r.requirementsOf(list, &book.Categories[j], rules, all)
		}
	}
	r.Attached = []*table.Sheet{all}
	return r.Document
}

// requirementSheet is a table of requirements, with columns of its own in front.
func (r report) requirementSheet(name string, before ...table.Column) *table.Sheet {
	return &table.Sheet{Name: name, Columns: append(before,
		table.Head("id", r.say("readiness-page/column-id", nil)), table.Head("what", r.say("readiness-page/column-what", nil)),
		table.Head("responsible", r.say("readiness-page/column-responsible", nil)), table.Head("evidence", r.say("readiness-page/column-evidence", nil)),
	)}
}

// requirementsOf tells those of a category, and adds them to the table of all.
func (r report) requirementsOf(list *requirements.List, category *drejebog.Category, rules *readiness.Rules, all *table.Sheet) {
	t := r.requirementSheet(list.Project + "-" + category.ID)
	for i := range list.Requirements {
		q := &list.Requirements[i]
		if q.Category != category.ID {
			continue
		}
		id := table.Text(q.Key(list.Project))
		add := func(shown table.Cell, cells ...table.Cell) {
			t.Append(append([]table.Cell{shown}, cells...)...)
			all.Append(append([]table.Cell{table.Text(r.book.ScopeName(list.Project)), table.Of(category.Name), id}, cells...)...)
		}
		add(id, table.Of(q.Both()), table.Of(r.who(rules.Responsible(q))), table.Text(q.Evidence))
		for j := range q.Questions {
			add(table.Cell{}, table.Of(q.Questions[j].Both())) // a page names its requirement once
		}
	}
	if len(t.Rows) > 0 {
		r.heading(2, category.Name)
		r.table(t)
	}
}
