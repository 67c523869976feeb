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
	w := &writer{book: book, plan: p, language: language}
	return []table.Sheet{w.tasks(), w.contracts(), w.answers()}
}

// writer makes sheets of a plan.
type writer struct {
	book     *drejebog.Playbook
	plan     *plan.Plan
	language lang.Lang
}

// sheet returns a sheet of a kind with its headers.
func (w *writer) sheet(k *kind) table.Sheet {
	s := table.Sheet{Name: k.In(w.language)}
	var headers []table.Cell
	for i := range k.columns {
		headers = append(headers, table.Text(k.columns[i].In(w.language)))
	}
	s.Append(headers...)
	return s
}

func (w *writer) tasks() table.Sheet {
	s := w.sheet(tasksOf(w.book.Words))
	nodes, _ := w.plan.Network(w.book)
	for i := range nodes {
		node := &nodes[i]
		if node.Step == nil {
			continue
		}
		t := w.plan.Tasks[node.ID]
		w.task(&s, node.ID, w.name(node), w.scope(node), nil, &t)
	}
	for _, id := range slices.Sorted(maps.Keys(w.plan.Own)) {
		own := w.plan.Own[id]
		w.task(&s, id, own.Name, w.project(own.Project), own.Deadline, &own.Task)
	}
	return s
}

func (w *writer) task(s *table.Sheet, id, name, scope string, deadline *date.Date, t *plan.Task) {
	reason := ""
	if t.NotRelevant != nil {
		reason = *t.NotRelevant
	}
	s.Append(
		table.Text(id), table.Text(name), table.Text(scope),
		whole(t.Duration), day(t.PlannedStart), day(t.PlannedFinish), day(deadline), day(t.ActualStart), day(t.ActualFinish),
		whole(t.Remaining), whole(t.Hours), table.Text(w.who(t.Responsible)), table.Text(w.who(t.Executor)),
		w.word(statusWords(w.book.Words), t.Status.String()), table.Text(reason), table.Text(t.Note),
	)
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
	s := w.sheet(contractsOf(w.book.Words))
	for _, key := range slices.Sorted(maps.Keys(w.plan.Contracts)) {
		c := w.plan.Contracts[key]
		var systems []string
		for _, id := range c.Systems {
			if known := w.book.System(id); known != nil {
				systems = append(systems, known.Name)
			}
		}
		var amount, level, paid table.Cell
		if p := c.Payment; p != nil {
			amount, level = table.Number(p.Amount.Decimal()), day(p.PriceLevel)
			paid = w.word(paidWords(w.book.Words), p.Paid.String())
		}
		outside := table.Cell{}
		if c.NonTSA {
			outside = table.YesNo(true)
		}
		s.Append(
			table.Text(key), table.Text(c.Name), table.Text(c.Supplier), table.Text(strings.Join(systems, ", ")), amount, level, paid, outside,
			day(c.Start), day(c.End), whole(c.NoticeMonths), w.word(noticeWords(w.book.Words), c.NoticeTo.String()), day(c.NoticeGiven),
			table.Text(c.SpecialTerms), table.Text(c.Note),
		)
	}
	return s
}

func (w *writer) answers() table.Sheet {
	s := w.sheet(answersOf(w.book.Words))
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
	a := w.plan.Readiness[key]
	s.Append(
		table.Text(requirement), table.Text(w.project(project)), w.word(answerWords(w.book.Words), a.State.String()),
		table.Text(w.who(a.By)), day(a.On), table.Text(a.Reason), table.Text(a.Note),
	)
}
