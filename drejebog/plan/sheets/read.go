package sheets

import (
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/finding"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/match"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Read takes what sheets hold over into a plan. Each sheet is of the kind
// whose columns it has most of; one without any kind's required columns is
// told of and left out, as are columns that are not known; that no row of any sheet says
// more than names is told too. A row gives the
// entry that it is about what its cells say, and leaves the rest of the entry
// as it stands in the plan; an empty cell says nothing.
//
// Contracts are read before everything else, since tasks can be for one of them.
// The faults are those that the file had, which become findings too. The
// findings are in the order of the sheets; when any has error severity, the
// cells that they name were not taken over. Writing the plan and plan.Read
// tell whether it can stand.
func Read(book *drejebog.Playbook, p *plan.Plan, sheets []table.Sheet, faults ...strict.Fault) []drejebog.Finding {
	r := &reader{book: book, plan: p, known: kindsOf(book.Words), match: match.New(book, p), seen: map[string]bool{}, said: finding.Listed{}}
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
	if len(faults) == 0 && !r.saysAny {
		r.nothingIn(sheets, kinds, found)
	}
	return slices.Concat(slices.Insert(found, 0, r.findings[:len(faults)])...)
}

// nothingIn tells, at the first sheet of a known kind, that no row says anything. One
// with an id does, as those of the forms that Write writes.
func (r *reader) nothingIn(sheets []table.Sheet, kinds []*kind, found [][]drejebog.Finding) {
	for i := range sheets {
		if s := &sheets[i]; kinds[i] != nil && !drejebog.HasFault(found[i]) {
			before := len(r.findings)
			r.said = finding.Listed{}
			r.found("DB-619", strict.Place{File: s.File, Sheet: s.Name, Line: 1, Column: 1}, lang.Args{"id": lang.Both(firstOf(s.Name, s.File))})
			found[i] = slices.Concat(found[i], r.findings[before:])
			return
		}
	}
}

// reader takes sheets over into a plan.
type reader struct {
	book     *drejebog.Playbook
	plan     *plan.Plan
	known    []*kind
	ofTask   *kind // the columns for what one of the playbook's tasks has
	match    *match.Matcher
	seen     map[string]bool // entries that a row was about
	of       *kind           // of the sheet that is read
	said     finding.Listed  // of this sheet
	names    map[string]bool // of tasks, in small letters; nil: not asked for yet
	saysAny  bool            // a row said more than the name of a task
	full     bool            // the plan can hold no more of what the sheet is about
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
	records := table.Match(s, k.all(), k.others...)
	records.Days = r.book.Conventions().ParseDay
	r.of, r.said, r.full, r.counts = k, finding.Listed{}, false, map[string]int{}
	for i, row := range records.List {
		if i == mostRows {
			place := row.Place("")
			r.faults([]strict.Fault{{
				File: s.File, Sheet: s.Name, Line: place.Line, Column: 1, Kind: strict.KindTooLarge,
				Want: strict.Part{Kind: "table/rows", Values: map[string]any{"n": mostRows}},
			}})
		}
		if i >= mostRows || r.full {
			break
		}
		r.row(k, row)
	}
	for id, n := range r.counts {
		r.driver(id, n)
	}
	r.moreSaid(s)
	r.faults(records.Faults())
	for _, column := range records.MonthsFirst() {
		r.monthFirst(column)
	}
	r.ignored(records.Ignored)
}

// ignored tells in one line which columns were not read.
func (r *reader) ignored(columns []strict.Fault) {
	if len(columns) == 0 {
		return
	}
	var names lang.Text
	for i := range columns {
		names = lang.Joined(", ", names, lang.Written(lang.Quoted(columns[i].Key)))
	}
	what := r.book.Words.Say("sheet-left/columns", lang.Args{"list": names})
	if len(columns) == 1 {
		what = r.book.Words.Say("sheet-left/column", lang.Args{"list": names})
	}
	r.found("DB-608", columns[0].Place(), lang.Args{"what": what})
}

// mostRows is how many rows of a sheet are read: ten times what a plan can hold of
// anything.
const mostRows = 20_000

// moreSaid counts the findings that are not listed.
func (r *reader) moreSaid(s *table.Sheet) {
	for code, more := range r.said.More() {
		r.found("DB-616", strict.Place{File: s.File, Sheet: s.Name, Line: 1, Column: 1}, lang.Args{
			"n": lang.Whole(more), "id": lang.Both(code),
		})
	}
}

// isFull reports whether the plan has as many entries of a list as it may have,
// which is told once for a sheet; what comes behind is not read.
func (r *reader) isFull(list string, entries int, row table.Record) bool {
	most := plan.Grammar().Field(list).Tag.MostEntries()
	if entries < most {
		return false
	}
	r.full = true
	r.found("DB-617", row.Place(""), lang.Args{
		"number": line(row, ""), "n": lang.Whole(most), "what": r.book.Words.Key("sheet-left", list, nil),
	})
	return true
}

// hasSubject reports whether a row says what it is about. One that does not, and
// says something else, is told of.
func (r *reader) hasSubject(row table.Record, key string) bool {
	return row.Text(key) != "" || r.saysMore(row, key, "project") && row.Need(key)
}

// saysMore reports whether a row says anything in other columns than these.
func (r *reader) saysMore(row table.Record, but ...string) bool {
	return slices.ContainsFunc(r.of.columns, func(c table.Column) bool { return !slices.Contains(but, c.Key) && row.Text(c.Key) != "" })
}

// mostCells are the cells that a finding names.
const mostCells = 10

// monthFirst tells of a column with days in the order of other countries.
func (r *reader) monthFirst(column table.MonthFirst) {
	cells := make([]lang.Text, 0, mostCells+1)
	for i, place := range column.Others {
		if i == mostCells {
			cells = append(cells, lang.Both("…"))
			break
		}
		cells = append(cells, lang.Both(strict.CellName(place.Line, place.Column)))
	}
	r.found("DB-620", column.Only, lang.Args{
		"id": lang.Both(column.Column), "cell": lang.Both(strict.CellName(column.Only.Line, column.Only.Column)), "cells": lang.Joined(", ", cells...),
	})
}

func (r *reader) faults(faults []strict.Fault) {
	for i := range faults {
		r.findings = append(r.findings, OfFault(r.book, faults[i]))
	}
}

// OfFault makes the finding of a fault in a file of another program.
func OfFault(book *drejebog.Playbook, fault strict.Fault) drejebog.Finding {
	f := book.FaultFinding("DB-601", fault)
	switch fault.Kind { // of the whole file: no cell of it can be mended
	case strict.KindUnreadable, strict.KindEncoding, strict.KindEmpty:
		f.Remedy = book.Words.Say("sheet-left/save-again", nil)
	case strict.KindTooLarge:
		f.Remedy = book.Words.Say("sheet-left/make-smaller", nil)
	}
	return f
}

// row takes over a row of a sheet.
func (r *reader) row(k *kind, row table.Record) {
	r.saysAny = r.saysAny || k.Key != "tasks"
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
		fits := table.Fits(s, k.all())
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
	records := table.Match(s, k.all(), k.others...)
	return !slices.ContainsFunc(k.columns, func(c table.Column) bool { return c.Required && !records.Has(c.Key) })
}

func (r *reader) found(code string, place strict.Place, args lang.Args) {
	if !r.said.Add(code) {
		return
	}
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
		*into = lang.Kept(*into, text)
	}
}

// remark adds a line to a note, once. Notes are the kommune's own and in Danish.
func remark(note *string, line lang.Text) {
	if !strings.Contains(*note, line.DA) {
		*note = strings.TrimSpace(*note + "\n" + line.DA)
	}
}
