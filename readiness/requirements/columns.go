package requirements

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// The keys of the columns of a list on a sheet. A row with a sub-question and no
// requirement belongs to the requirement above it.
var listKeys = []string{
	"project", "published", "category", "id", "text", "question", "responsible", "executor",
	"labour", "evidence", "milestone", "months", "days", "step", "english", "source",
}

// listRequired are those that a sheet cannot do without.
var listRequired = []string{"category", "id", "text"}

func listColumns(words *lang.Catalogue) []table.Column {
	columns := make([]table.Column, len(listKeys))
	for i, key := range listKeys {
		columns[i] = table.Column{Name: table.Named(words, "readiness-list-column", key), Required: slices.Contains(listRequired, key)}
	}
	return columns
}

// The keys of the columns of answers. Below a requirement stand its
// sub-questions, one a row, and the evidence beyond the first.
var answerKeys = []string{"key", "questionID", "what", "due", "responsible", "state", "on", "by", "reason", "evidence", "evidenceOn", "note"}

// answerRequired are those that a sheet cannot do without.
var answerRequired = []string{"key", "state"}

func answerColumns(words *lang.Catalogue) []table.Column {
	columns := make([]table.Column, len(answerKeys))
	for i, key := range answerKeys {
		columns[i] = table.Column{Name: table.Named(words, "readiness-answer-column", key), Required: slices.Contains(answerRequired, key)}
	}
	return columns
}

// answerWords are the answers as people write them.
func answerWords(words *lang.Catalogue) []table.Name {
	var names []table.Name
	for state := plan.AnswerNotStarted; state.String() != ""; state++ {
		names = append(names, table.Named(words, "answer", state.String()))
	}
	return names
}

func nameOf(key string, text lang.Text) table.Name {
	return table.Name{Key: key, Text: text}
}

// words are what a sheet may call the things of the playbook.
type words struct {
	projects, categories, roles, executors, milestones []table.Name
}

func wordsOf(book *drejebog.Playbook) *words {
	w := &words{}
	for i := range book.Projects {
		p := &book.Projects[i]
		w.projects = append(w.projects, table.Name{Key: p.ID, Text: lang.Both(p.Name), Also: p.Aliases})
	}
	for i := range book.Categories {
		c := &book.Categories[i]
		w.categories = append(w.categories, nameOf(c.ID, c.Name))
	}
	for i := range book.Roles {
		r := &book.Roles[i]
		w.roles = append(w.roles, nameOf(r.ID, r.Name))
	}
	w.executors = slices.Clone(w.roles)
	for i := range book.Parties {
		p := &book.Parties[i]
		w.executors = append(w.executors, nameOf(p.ID, p.Name))
	}
	for i := range book.Milestones {
		m := &book.Milestones[i]
		known := slices.ContainsFunc(w.milestones, func(n table.Name) bool { return n.Key == m.ID })
		if m.Scope == drejebog.PerProject && !known {
			w.milestones = append(w.milestones, nameOf(m.ID, m.Name))
		}
	}
	return w
}

func headersOf(columns []table.Column) []table.Cell {
	cells := make([]table.Cell, len(columns))
	for i := range columns {
		cells[i] = table.Text(columns[i].DA)
	}
	return cells
}

// inOrder puts cells in the order of the columns.
func inOrder(columns []table.Column, cells map[string]table.Cell) []table.Cell {
	row := make([]table.Cell, len(columns))
	for i := range columns {
		row[i] = cells[columns[i].Key]
	}
	return row
}

// nameIn is what people call a key; the key itself where they call it nothing.
func nameIn(names []table.Name, key string) string {
	for i := range names {
		if names[i].Key == key {
			return names[i].DA
		}
	}
	return key
}
