package sheets

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// kind is a kind of sheet: how it is called, and its columns.
type kind struct {
	table.Name
	columns []table.Column
	read    []table.Column // those that other programs write, and we only read
	others  []string       // headers of other programs that the plan has no use for
}

// known are the columns that are read.
func (k *kind) known() []table.Column { return slices.Concat(k.columns, k.read) }

// foreign adds what other programs write in sheets of the kind.
func (k *kind) foreign(words *lang.Catalogue, keys ...string) *kind {
	for _, key := range keys {
		k.read = append(k.read, table.Column{Name: table.Named(words, "sheet-"+k.Key+"-read", key)})
	}
	k.others = words.Also("kitos/" + k.Key)
	return k
}

// kindsOf are the sheets that are known, in the order in which they are written.
func kindsOf(words *lang.Catalogue) []*kind {
	return []*kind{tasksOf(words), contractsOf(words), answersOf(words), systemsOf(words)}
}

// tasksOf is the status of the tasks: one row each, known by its id or by its
// name and project.
func tasksOf(words *lang.Catalogue) *kind {
	k := &kind{Name: table.Named(words, "sheet", "tasks")}
	for _, key := range []string{
		"id", "task", "project", "duration", "plannedStart", "plannedFinish", "deadline", "actualStart", "actualFinish",
		"remaining", "hours", "responsible", "executor", "status", "notRelevant", "note",
	} {
		k.column(table.Named(words, "sheet-tasks", key), "task")
	}
	return k
}

// contractsOf are the IT contracts.
func contractsOf(words *lang.Catalogue) *kind {
	k := &kind{Name: table.Named(words, "sheet", "contracts")}
	for _, key := range []string{
		"key", "name", "supplier", "system", "amount", "priceLevel", "paid", "nonTSA", "start", "end", "noticeMonths", "noticeTo", "noticeGiven",
		"specialTerms", "note",
	} {
		k.column(table.Named(words, "sheet-contracts", key), "name")
	}
	return k.foreign(words, "expires")
}

// answersOf are the answers to the requirements of readiness.
func answersOf(words *lang.Catalogue) *kind {
	k := &kind{Name: table.Named(words, "sheet", "answers")}
	for _, key := range []string{"requirement", "project", "state", "by", "on", "reason", "note"} {
		k.column(table.Named(words, "sheet-answers", key), "requirement", "project", "state")
	}
	return k
}

// systemsOf are the IT systems; the plan keeps only how many there are.
func systemsOf(words *lang.Catalogue) *kind {
	k := &kind{Name: table.Named(words, "sheet", "systems")}
	for _, key := range []string{"name", "showsInSAPA", "interfaces", "status"} {
		k.column(table.Named(words, "sheet-systems", key), "name")
	}
	return k.foreign(words, systemStates...)
}

// column adds a column, which a sheet of the kind needs where it is among the
// required keys.
func (k *kind) column(name table.Name, required ...string) {
	k.columns = append(k.columns, table.Column{Name: name, Required: slices.Contains(required, name.Key)})
}

// statusWords are what people write for the status of a task.
func statusWords(words *lang.Catalogue) []table.Name {
	return namesOf(func(s plan.Status) table.Name { return table.Named(words, "task-status", s.String()) })
}

// answerWords are what people write for an answer.
func answerWords(words *lang.Catalogue) []table.Name {
	return namesOf(func(s plan.AnswerState) table.Name { return table.Named(words, "answer", s.String()) })
}

// anyDay is the key of a notice that runs to no end but its own, which is the
// zero value in a plan.
const anyDay = "day"

// noticeWords are what people write for the day that a notice runs to.
func noticeWords(words *lang.Catalogue) []table.Name {
	ends := namesOf(func(e plan.NoticeEnd) table.Name { return table.Named(words, "notice-end", e.String()) })
	return append(ends, table.Named(words, "notice-end", anyDay))
}

// paidWords are what people write for the period of a payment.
func paidWords(words *lang.Catalogue) []table.Name {
	return namesOf(func(p plan.PaidBy) table.Name { return table.Named(words, "paid-by", p.String()) })
}

// namesOf are the names of an enumeration's values, which begin at one.
func namesOf[E interface {
	~uint8
	fmt.Stringer
}](name func(E) table.Name,
) []table.Name {
	var names []table.Name
	for e := E(1); e.String() != ""; e++ {
		names = append(names, name(e))
	}
	return names
}
