package sheets

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Read takes what sheets hold over into a plan. Each sheet is of the kind
// whose columns it has most of; one without any kind's required columns is
// told of and left out, as are columns that are not known. A row gives the
// entry that it is about what its cells say, and leaves the rest of the entry
// as it stands in the plan; an empty cell says nothing.
//
// Contracts are read before everything else, since tasks can be for one of them.
// The faults are those that the file had, which become findings too. The
// findings are in the order of the sheets; when any has error severity, the
// cells that they name were not taken over. Writing the plan and plan.Read
// tell whether it can stand.
func Read(book *drejebog.Playbook, p *plan.Plan, sheets []table.Sheet, faults ...strict.Fault) []drejebog.Finding {
	r := &reader{book: book, plan: p, known: kindsOf(book.Words), match: match.New(book, p), seen: map[string]bool{}}
	r.ofTask = kindOf(book.Words, "tasks", keysOf[plan.Task]())
	r.faults(faults)
	found := make([][]drejebog.Finding, len(sheets))
	kinds := make([]*kind, len(sheets))
	read := func(i int) {
		before := len(r.findings)
		r.sheet(&sheets[i], kinds[i])
		found[i] = r.findings[before:]
	}
	for i := range sheets {
		if kinds[i] = r.kindOf(&sheets[i]); isOf(kinds[i], "contracts") {
			read(i)
		}
	}
	r.match = match.New(book, p)
	for i := range sheets {
		if !isOf(kinds[i], "contracts") {
			read(i)
		}
	}
	return slices.Concat(slices.Insert(found, 0, r.findings[:len(faults)])...)
}

// reader takes sheets over into a plan.
type reader struct {
	book     *drejebog.Playbook
	plan     *plan.Plan
	known    []*kind
	ofTask   *kind // the columns for what one of the playbook's tasks has
	match    *match.Matcher
	seen     map[string]bool // entries that a row was about
	counts   map[string]int  // of systems, by driver
	findings []drejebog.Finding
}

func (r *reader) sheet(s *table.Sheet, k *kind) {
	if k == nil {
		r.found("DB-609", strict.Place{File: s.File, Sheet: s.Name, Line: 1, Column: 1}, lang.Args{
			"id": lang.Both(firstOf(s.Name, s.File)),
		})
		return
	}
	records := table.Match(s, k.columns)
	r.counts = map[string]int{}
	for _, row := range records.List {
		r.row(k, row)
	}
	for id, n := range r.counts {
		r.driver(id, n)
	}
	r.faults(records.Faults())
	for _, fault := range records.Ignored {
		r.found("DB-608", fault.Place(), lang.Args{"id": lang.Both(fault.Key)})
	}
}

func (r *reader) faults(faults []strict.Fault) {
	for i := range faults {
		r.findings = append(r.findings, OfFault(r.book, faults[i]))
	}
}

// OfFault makes the finding of a fault in a file of another program.
func OfFault(book *drejebog.Playbook, fault strict.Fault) drejebog.Finding {
	return book.FaultFinding("DB-601", fault)
}

// row takes over a row of a sheet.
func (r *reader) row(k *kind, row table.Record) {
	switch k.Key {
	case "tasks":
		r.task(row)
	case "contracts":
		r.contract(row)
	case "answers":
		r.answer(row)
	case "systems":
		r.system(row)
	}
}

// kindOf returns the kind that a sheet is of: it has all that the kind
// requires, and most columns of those for which that holds. A sheet of a
// kind's name wins where they are equal.
func (r *reader) kindOf(s *table.Sheet) *kind {
	var best *kind
	most := 0
	for _, k := range r.known {
		fits := table.Fits(s, k.columns)
		if named := strings.EqualFold(s.Name, k.DA) || strings.EqualFold(s.Name, k.EN); named {
			fits++
		}
		if fits > most && hasRequired(s, k) {
			best, most = k, fits
		}
	}
	return best
}

// kind is the kind of sheet of a key.
func (r *reader) kind(key string) *kind {
	for _, k := range r.known {
		if k.Key == key {
			return k
		}
	}
	return &kind{}
}

func isOf(k *kind, key string) bool { return k != nil && k.Key == key }

func hasRequired(s *table.Sheet, k *kind) bool {
	records := table.Match(s, k.columns)
	return !slices.ContainsFunc(k.columns, func(c table.Column) bool { return c.Required && !records.Has(c.Key) })
}

func (r *reader) found(code string, place strict.Place, args lang.Args) {
	f := r.book.Finding(code, args)
	f.Subject, f.Actor, f.Place = place.String(), "kommune", place
	r.findings = append(r.findings, f)
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// once reports whether no earlier row was about an entry.
func (r *reader) once(row table.Record, column, entry string) bool {
	if !r.seen[entry] {
		r.seen[entry] = true
		return true
	}
	r.found("DB-604", row.Place(column), lang.Args{
		"task": lang.Both(firstOf(row.Text(column), entry)), "number": line(row, column), "id": lang.Both(entry),
	})
	return false
}

// line is the number of a row, as texts.
func line(row table.Record, column string) lang.Text {
	return lang.Both(strconv.Itoa(row.Place(column).Line))
}

// put sets an entry of a map that may be nil.
func put[T any](into *map[string]T, key string, value T) {
	if *into == nil {
		*into = map[string]T{}
	}
	(*into)[key] = value
}

// set takes over what a cell says, and reports whether it says anything.
func set[T any](into **T, value *T) bool {
	if value != nil {
		*into = value
	}
	return value != nil
}

func setText(into *string, text string) {
	if text != "" {
		*into = text
	}
}

// remark adds a line to a note, once. Notes are the kommune's own and in Danish.
func remark(note *string, line lang.Text) {
	if !strings.Contains(*note, line.DA) {
		*note = strings.TrimSpace(*note + "\n" + line.DA)
	}
}
