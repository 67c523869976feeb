package requirements

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// FromSheet reads a project's requirements from a sheet, as Read reads
// them from YAML: every fault at once, each with its cell. Roles, categories,
// projects and milestones are written by name or id. The project and the day of
// publication stand in the first row, or in every row. A row that only names a
// category is empty; a distance without a milestone is counted from the start of
// the implementation. The list is nil when any finding has error severity;
// columns that are not known are warnings.
func FromSheet(book *drejebog.Playbook, sheet *table.Sheet) (*List, []drejebog.Finding) {
	records := table.Match(sheet, listColumns(book.Words))
	r := &listReader{words: wordsOf(book), start: book.StartOfImplementation(), list: &List{}, places: map[string]strict.Place{}}
	for _, record := range records.List {
		r.row(record)
	}
	if len(records.List) > 0 {
		r.headless(records.List[0])
	}
	c := &listChecker{book: book, list: r.list, name: sheet.File, where: r.where, broken: r.broken}
	for _, fault := range records.Faults() {
		c.findings = append(c.findings, book.FaultFinding("DB-501", fault))
	}
	for _, fault := range records.Ignored {
		c.findings = append(c.findings, book.FaultFinding("DB-532", fault))
	}
	c.check()
	if drejebog.HasFault(c.findings) {
		return nil, c.findings
	}
	return r.list, c.findings
}

// listReader is a list on its way from a sheet.
type listReader struct {
	words  *words
	start  string // id of the milestone of the start of implementation, without project
	list   *List
	places map[string]strict.Place // by path, as a document knows them
	broken []string                // paths whose cells could not be read
}

// headless notes a sheet that does not say what it is a list of. A cell that
// could not be read is a fault already.
func (r *listReader) headless(first table.Record) {
	if r.list.Project == "" {
		r.broken = append(r.broken, "project")
		if first.Text("project") == "" {
			first.Need("project")
		}
	}
	if r.list.Published == 0 && first.Text("published") == "" {
		first.Need("published")
	}
}

func (r *listReader) where(path string) (strict.Place, bool) {
	place, ok := r.places[path]
	return place, ok
}

func (r *listReader) row(record table.Record) {
	r.head(record)
	n := len(r.list.Requirements)
	switch {
	case record.Text("text") != "":
		r.requirement(record)
		if record.Text("question") != "" {
			record.Refuse("question", strict.Part{Kind: "readiness-sheet/want-own-row"})
		}
	case record.Text("question") != "" && n == 0:
		record.Refuse("question", strict.Part{Kind: "readiness-sheet/want-requirement-above"})
	case record.Text("question") != "":
		r.question(record, n-1)
	case record.Text("id") != "":
		record.Need("text")
	}
}

// head takes what is said of the whole list, and refuses what says otherwise.
func (r *listReader) head(record table.Record) {
	if project := record.Word("project", r.words.projects); project != "" {
		if r.list.Project == "" {
			r.list.Project, r.places["project"] = project, record.Place("project")
		} else if r.list.Project != project {
			record.Refuse("project", strict.Part{Kind: "readiness-sheet/want-one-project", Values: map[string]any{"project": r.list.Project}})
		}
	}
	if day := record.Day("published"); day != nil {
		if r.list.Published == 0 {
			r.list.Published = *day
		} else if r.list.Published != *day {
			record.Refuse("published", strict.Part{Kind: "readiness-sheet/want-one-day", Values: map[string]any{"day": r.list.Published.String()}})
		}
	}
	if source := record.Text("source"); source != "" && r.list.Source == "" {
		r.list.Source = source
	}
}

// maxDue bounds the months and days of a due date on a sheet; the list itself
// bounds them closer.
const maxDue = 10_000

func (r *listReader) requirement(record table.Record) {
	path := strict.Index("requirements", len(r.list.Requirements))
	record.Need("category")
	record.Need("id")
	q := Requirement{
		ID: record.Text("id"), Category: record.Word("category", r.words.categories),
		Wording:     Wording{Text: record.Text("text"), English: record.Text("english")},
		Responsible: record.Word("responsible", r.words.roles), Executor: record.Word("executor", r.words.executors),
		Labour: record.Text("labour"), Evidence: record.Text("evidence"), Step: record.Text("step"),
	}
	months, days := record.Whole("months", 0, maxDue), record.Whole("days", 0, maxDue)
	milestone := record.Word("milestone", r.words.milestones)
	if milestone != "" || months != nil || days != nil {
		q.Due = &Due{Milestone: cmp.Or(milestone, r.start), Months: orZero(months), Days: orZero(days)}
	}
	r.places[path] = record.Place("text")
	for key, word := range map[string]string{"id": q.ID, "category": q.Category} {
		if word == "" {
			r.broken = append(r.broken, strict.Join(path, key))
		}
	}
	for key, at := range map[string]string{"id": "id", "category": "category", "responsible": "responsible", "executor": "executor", "step": "step"} {
		r.places[strict.Join(path, key)] = record.Place(at)
	}
	for _, key := range []string{"milestone", "months", "days"} {
		r.places[strict.Join(strict.Join(path, "due"), key)] = record.Place(key)
	}
	r.list.Requirements = append(r.list.Requirements, q)
}

func (r *listReader) question(record table.Record, i int) {
	q := &r.list.Requirements[i]
	path := strict.Index(strict.Join(strict.Index("requirements", i), "questions"), len(q.Questions))
	r.places[strict.Join(path, "id")] = record.Place("id")
	if !record.Need("id") {
		r.broken = append(r.broken, strict.Join(path, "id"))
	}
	q.Questions = append(q.Questions, Question{
		ID: record.Text("id"), Wording: Wording{Text: record.Text("question"), English: record.Text("english")},
	})
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// Sheet returns the list as a sheet that FromSheet reads as the same list,
// with headers and names in Danish. Where the requirements come from (section,
// certainty) is not on it.
func (l *List) Sheet(book *drejebog.Playbook) *table.Sheet {
	w := wordsOf(book)
	columns := listColumns(book.Words)
	sheet := &table.Sheet{Name: book.Words.Say("readiness-sheet/list", nil).DA}
	sheet.Append(headersOf(columns)...)
	row := func(cells map[string]table.Cell) {
		if len(sheet.Rows) == 1 {
			cells["project"], cells["published"], cells["source"] = table.Text(nameIn(w.projects, l.Project)), table.Day(l.Published), table.Text(l.Source)
		}
		sheet.Append(inOrder(columns, cells)...)
	}
	for i := range l.Requirements {
		r := &l.Requirements[i]
		cells := map[string]table.Cell{
			"category": table.Text(nameIn(w.categories, r.Category)), "id": table.Text(r.ID), "text": table.Text(r.Text), "english": table.Text(r.English),
			"responsible": table.Text(nameIn(w.roles, r.Responsible)), "executor": table.Text(nameIn(w.executors, r.Executor)),
			"labour": table.Text(r.Labour), "evidence": table.Text(r.Evidence), "step": table.Text(r.Step),
		}
		if r.Due != nil {
			cells["milestone"] = table.Text(nameIn(w.milestones, r.Due.Milestone))
			cells["months"], cells["days"] = table.Whole(r.Due.Months), table.Whole(r.Due.Days)
		}
		row(cells)
		for _, q := range r.Questions {
			row(map[string]table.Cell{"id": table.Text(q.ID), "question": table.Text(q.Text), "english": table.Text(q.English)})
		}
	}
	return sheet
}

// Template returns a sheet to type a project's requirements into: the
// headers, and a row for each category. FromSheet leaves out the rows that
// stay empty.
func Template(book *drejebog.Playbook, project string) *table.Sheet {
	w := wordsOf(book)
	columns := listColumns(book.Words)
	sheet := &table.Sheet{Name: book.Words.Say("readiness-sheet/list", nil).DA}
	sheet.Append(headersOf(columns)...)
	for i, category := range w.categories {
		cells := map[string]table.Cell{"category": table.Text(category.DA)}
		if i == 0 {
			cells["project"] = table.Text(nameIn(w.projects, project))
		}
		sheet.Append(inOrder(columns, cells)...)
	}
	return sheet
}
