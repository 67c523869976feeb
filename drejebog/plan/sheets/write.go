package sheets

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/rickb777/date/v2"
)

// Write makes sheets of what a plan says of tasks, contracts and readiness:
// all the playbook's tasks in its order, for each of the plan's contracts and
// add-ons where they are, and the plan's own behind them; every
// category of requirements for each project that they are for, and the
// contracts. What the plan does not say is an empty cell, to be filled in.
// Reading them into a plan of the same people gives the same; what a sheet has
// no column for (links, sub-questions, evidence, earlier answers) stays where
// it is.
func Write(book *drejebog.Playbook, p *plan.Plan, language lang.Lang) []table.Sheet {
	w := &writer{book: book, plan: p, language: language, known: kindsOf(book.Words)}
	return []table.Sheet{w.tasks(), w.contracts(), w.answers()}
}

// writer makes sheets of a plan.
type writer struct {
	book     *drejebog.Playbook
	plan     *plan.Plan
	language lang.Lang
	known    []*kind
}

// sheet returns a sheet of a kind with its headers.
func (w *writer) sheet(k *kind) table.Sheet {
	s := table.Sheet{Name: k.In(w.language)}
	var headers []table.Cell
	for i := range k.columns {
		headers = append(headers, table.Text(k.columns[i].In(w.language)))
		if words := w.words(k.keys[i]); len(words) > 0 {
			s.Choices = append(s.Choices, table.Choice{Column: i + 1, Words: words})
		}
	}
	s.Append(headers...)
	return s
}

// words are those that a key has to choose from, none where it is no enumeration.
func (w *writer) words(of key) []string {
	if len(of) == 0 || of.last().Tag.Named == "" {
		return nil
	}
	var words []string
	for _, name := range names(w.book.Words, of.last()) {
		words = append(words, name.In(w.language))
	}
	return words
}

func (w *writer) tasks() table.Sheet {
	s := w.sheet(w.kind("tasks"))
	nodes, _ := w.plan.Network(w.book)
	for i := range nodes {
		node := &nodes[i]
		if node.Step == nil {
			continue
		}
		w.task(&s, node.ID, w.scope(node), plan.OwnTask{Name: w.name(node), Task: w.plan.Tasks[node.ID]})
	}
	for _, id := range slices.Sorted(maps.Keys(w.plan.Own)) {
		w.task(&s, id, "", w.plan.Own[id])
	}
	return s
}

// task writes a task as one of the kommune's own; the scope is that of one of the
// playbook's, which may be a legacy system.
func (w *writer) task(s *table.Sheet, id, scope string, t plan.OwnTask) {
	k := w.kind("tasks")
	cells := append([]table.Cell{table.Text(id)}, w.keyCells(k, t)...)
	for i := range k.columns {
		if k.columns[i].Key == "project" && scope != "" {
			cells[i] = table.Text(scope)
		}
	}
	s.Append(cells...)
}

// kind is the kind of sheet of a key.
func (w *writer) kind(key string) *kind {
	r := reader{known: w.known}
	return r.kind(key)
}

// name is what a task is called, with its contract or add-on.
func (w *writer) name(node *drejebog.Node) string {
	name := node.Step.Name.In(w.language)
	if of := w.plan.InstanceName(node); of != "" {
		name += " (" + of + ")"
	}
	return name
}

// scope names the legacy system or the project that a task is for.
func (w *writer) scope(node *drejebog.Node) string {
	if system := w.book.System(node.System); system != nil {
		return system.Name
	}
	return w.project(node.Project)
}

func (w *writer) project(id string) string {
	if project := w.book.Project(id); project != nil {
		return project.Name
	}
	return ""
}

func whole(n *int) table.Cell {
	if n == nil {
		return table.Cell{}
	}
	return table.Whole(*n)
}

func day(d *date.Date) table.Cell {
	if d == nil {
		return table.Cell{}
	}
	return table.Day(*d)
}

// word returns the cell of a word of a list, an empty one for none.
func (w *writer) word(words []table.Name, key string) table.Cell {
	for i := range words {
		if words[i].Key == key {
			return table.Text(words[i].In(w.language))
		}
	}
	return table.Cell{}
}

func (w *writer) who(id string) string { return w.plan.NameOf(w.book, id, w.language) }

func (w *writer) contracts() table.Sheet {
	k := w.kind("contracts")
	s := w.sheet(k)
	for _, key := range slices.Sorted(maps.Keys(w.plan.Contracts)) {
		s.Append(append([]table.Cell{table.Text(key)}, w.keyCells(k, w.plan.Contracts[key])...)...)
	}
	return s
}

func (w *writer) answers() table.Sheet {
	s := w.sheet(w.kind("answers"))
	activity := w.book.Activity(w.book.Landmarks.Requirements)
	if activity == nil {
		return s
	}
	for _, project := range w.book.ProjectsOf(activity) {
		for i := range w.book.Categories {
			c := &w.book.Categories[i]
			w.answer(&s, c.Name.In(w.language), c.ID+"@"+project, project)
			for _, key := range slices.Sorted(maps.Keys(w.plan.Readiness)) {
				if rest, ok := strings.CutPrefix(key, c.ID+"/"); ok && strings.HasSuffix(key, "@"+project) {
					w.answer(&s, c.ID+"/"+strings.TrimSuffix(rest, "@"+project), key, project)
				}
			}
		}
	}
	return s
}

func (w *writer) answer(s *table.Sheet, requirement, key, project string) {
	s.Append(append(
		[]table.Cell{table.Text(requirement), table.Text(w.project(project))}, w.keyCells(w.kind("answers"), w.plan.Readiness[key])...,
	)...)
}
