package plan

import (
	"cmp"
	"errors"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// checker holds a plan against the playbook.
type checker struct {
	book    *drejebog.Playbook
	plan    *Plan
	network network
	words   words
	broken  map[string]bool // paths that could not be read
	above   map[string]bool // those paths and all above them

	partly   map[string][]string // by the code that tells so: tasks whose progress is told in part
	findings []drejebog.Finding
	most     int // how many errors are told, and how many others

	errors, others room

	vocabularies map[string]*vocabulary
	suggestions  int // searched for so far
}

// newChecker makes a checker of a plan. Of a list that is longer than any kommune's
// it looks at nothing: that is told, and the list is left out.
func newChecker(book *drejebog.Playbook, p *Plan) *checker {
	c := &checker{book: book, plan: p, most: maxFindings, broken: map[string]bool{}, above: map[string]bool{}}
	c.withoutLongLists()
	var told []strict.Fault
	for _, fault := range p.faults {
		if !c.lost(fault.Path) {
			told = append(told, fault)
		}
	}
	for _, fault := range p.faults {
		c.breaks(fault.Path)
	}
	c.network, c.words = c.plan.networkAndWords(book)
	c.vocabularies = c.newVocabularies()
	for _, fault := range told { // the reader has bounded them
		c.findings = append(c.findings, findingOf(book, c.withKeys(fault)))
		c.errors.told++
	}
	return c
}

// withKeys names the keys where a value stands for a mapping whose keys are words that
// only the book knows.
func (c *checker) withKeys(fault strict.Fault) strict.Fault {
	field := theGrammar().Field(fault.Path)
	if fault.Kind != strict.KindWrongType || field == nil || c.vocabularies[field.Tag.Keys] == nil {
		return fault
	}
	words := c.vocabularies[field.Tag.Keys].Words
	if want, ok := fault.Want.(strict.Part); ok && want.Kind == "strict/a-mapping-of-values" && len(words) > 0 {
		fault.Want = strict.Part{Kind: "strict/a-mapping-with", Values: map[string]any{"keys": strings.Join(words, ", ")}}
	}
	return fault
}

// withoutLongLists leaves the lists and mappings out that have too many entries.
func (c *checker) withoutLongLists() {
	copied := *c.plan
	long := false
	for _, f := range theGrammar().Object(reflect.TypeFor[Plan]()).Fields {
		if v := f.In(reflect.ValueOf(&copied).Elem()); f.Tag.IsTooLong(v) {
			c.TooLong(grammar.At{Path: f.Name, Rule: &f.Tag})
			v.SetZero()
			long = true
		}
	}
	if long {
		c.plan = &copied
	}
}

// findingOf is the finding of what is wrong with the document, or what would be if
// there was one.
func findingOf(book *drejebog.Playbook, fault strict.Fault) drejebog.Finding {
	f := book.Finding("DB-011", lang.Args{
		"fault": book.Words.Of(fault).Ended(), "remedy": book.Words.Key("plan-remedy", remedies[fault.Kind], nil),
	})
	f.Subject, f.Actor, f.Place = fault.Path, "kommune", fault.Place()
	return f
}

// remedies are the keys of what to do about the kinds of faults.
var remedies = map[strict.Kind]string{
	strict.KindUnreadable: "unreadable", strict.KindEncoding: "encoding", strict.KindTooLarge: "too-large", strict.KindTooDeep: "too-large",
	strict.KindTooMany: "too-many", strict.KindSyntax: "syntax", strict.KindEmpty: "empty", strict.KindExtraDocument: "extra-document",
	strict.KindReference: "plain", strict.KindTag: "plain", strict.KindUnknownKey: "unknown-key", strict.KindDuplicateKey: "duplicate-key",
	strict.KindMissingKey: "missing-key", strict.KindWrongType: "value", strict.KindBadValue: "value",
}

// check holds every value against its tag, and then what several values say
// against each other.
func (c *checker) check() {
	theGrammar().Walk(reflect.ValueOf(c.plan), "", c)
	c.writable()
	c.firstVersion()
	c.kommune()
	c.projects()
	c.contracts()
	c.tasks()
	c.deliverables()
	c.dependencies()
	c.calendar()
	c.budget()
	c.adjustments()
	c.readiness()
	c.addOns()
	c.preparation()
	c.risks()
}

// writable notes the first text of a plan that no file can hold. One that is being
// read stands in one.
func (c *checker) writable() {
	if c.plan.document != nil && c.plan.told == nil || drejebog.HasFault(c.findings) {
		return
	}
	if err := strict.Writable(c.plan); err != nil {
		if refused, ok := errors.AsType[*strict.WriteError](err); ok {
			c.fault(strict.Fault{Path: refused.Path, Kind: strict.KindEncoding, Got: refused.What, Want: strict.Part{Kind: "strict/plain-text"}})
		}
	}
}

// maxSuggestions bounds the search for the word that was meant: a plan for
// another playbook altogether is not worth a search at every key.
const maxSuggestions = 100

// maxFindings keeps a file of another kind altogether from being answered
// with one finding per line of it.
const maxFindings = 500

// room is how many findings are told, and how many had no room: of errors, and of all
// others, so that no number of notes leaves an error out.
type room struct{ told, left int }

// add notes a finding, as long as there is room for one of its kind.
func (c *checker) add(f drejebog.Finding) {
	of := &c.others
	if f.Severity == drejebog.SeverityError {
		of = &c.errors
	}
	if of.told >= c.most {
		of.left++
		return
	}
	of.told++
	c.findings = append(c.findings, f)
}

// more tells how many findings had no room.
func (c *checker) more() {
	file := strict.Place{File: c.plan.name}
	if c.errors.left > 0 {
		f := findingOf(c.book, strict.Fault{Kind: strict.KindTooMany, Got: lang.Whole(c.errors.left)})
		f.Place = file
		c.findings = append(c.findings, f)
	}
	if c.others.left > 0 {
		f := c.book.Finding("DB-048", lang.Args{"n": lang.Whole(c.others.left)})
		f.Actor, f.Place = "kommune", file
		c.findings = append(c.findings, f)
	}
}

// found notes a finding at a path of the document.
func (c *checker) found(code, path string, args lang.Args) {
	if c.lost(path) {
		return
	}
	f := c.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place = c.place(path)
	c.add(f)
}

// place is where a path stands, the file alone where it does not hold it.
func (c *checker) place(path string) strict.Place {
	place, _ := c.plan.Where(path)
	place.File = cmp.Or(place.File, c.plan.name)
	return place
}

// breaks notes a path of which nothing more is told.
func (c *checker) breaks(path string) {
	if path == "" {
		return
	}
	c.broken[path] = true
	for above := range upwards(path) {
		c.above[above] = true
	}
}

// lost reports whether a path is one that could not be read, or lies below
// one: what it seems to hold nobody wrote.
func (c *checker) lost(path string) bool {
	if len(c.broken) == 0 {
		return false
	}
	for above := range upwards(path) {
		if c.broken[above] {
			return true
		}
	}
	return false
}

// unread reports whether something at a path, or below it, could not be
// read: what seems to be missing there is not.
func (c *checker) unread(path string) bool { return c.above[path] }

// upwards are a path and those that it lies below.
func upwards(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for end := len(path); end > 0; end = strings.LastIndexAny(path[:end], ".[") {
			if !yield(path[:end]) {
				return
			}
		}
	}
}

// known notes a word that is none of the known ones, with the nearest, and
// reports whether it is one.
func (c *checker) known(code, path, word string, known []string) bool {
	return slices.Contains(known, word) || c.unknown(code, path, word, known)
}

// unknown notes a word that is none of the known ones; it returns false.
func (c *checker) unknown(code, path, word string, known []string) bool {
	var suggest lang.Text
	if c.suggestions++; c.suggestions <= maxSuggestions {
		suggest = c.book.Suggestion(word, known)
	}
	c.found(code, path, lang.Args{"id": lang.Both(word), "suggest": suggest})
	return false
}

// scoped checks a word with an optional "@project".
func (c *checker) scoped(code, path, word string, known []string) bool {
	id, project, one := strings.Cut(word, "@")
	return c.known(code, path, id, known) && (!one || c.known("DB-003", path, project, c.words.projects))
}

// between checks a number against bounds that other values set, both included.
func (c *checker) between(path, key string, value, least, most int) {
	if value < least || value > most {
		c.outside(grammar.At{Path: strict.Join(path, key), Key: key}, number(value), number(least), number(most))
	}
}

func number(n int) lang.Plain { return lang.Plain(n) }

// The days that a plan can be about, and that its contracts can begin on.
var (
	earliest       = date.New(FirstYear, 1, 1)
	earliestOfDeal = date.New(1970, 1, 1)
	latest         = date.New(LastYear, 12, 31)
)

func (c *checker) day(path string, day, first date.Date) {
	if day < first || day > latest {
		c.found("DB-013", path, lang.Args{
			"date": lang.Day(day), "first": lang.Day(first), "last": lang.Day(latest),
		})
	}
}

// order checks that what ends does not end before it begins.
func (c *checker) order(path, key, what string, start, finish *date.Date) {
	if start != nil && finish != nil && *finish < *start {
		c.found("DB-010", strict.Join(path, key), lang.Args{
			"task": lang.Both(what), "start": lang.Day(*start), "date": lang.Day(*finish),
		})
	}
}

// badID notes an id that is not of the right form; it returns false.
func (c *checker) badID(path, id, example string) bool {
	c.found("DB-019", path, lang.Args{"id": lang.Both(id), "example": lang.Both(example)})
	return false
}

// kommune checks who the plan is of, and the days that it is seen from.
func (c *checker) kommune() {
	p := c.plan
	if _, given := p.Where("kommune"); (given || p.document == nil) && !c.unread("kommune") {
		if _, err := c.book.Kommune(p.Kommune); err != nil {
			c.found("DB-002", "kommune", lang.Args{"id": lang.Both(p.Kommune), "suggest": c.book.KommuneSuggestion(p.Kommune)})
		}
	}
	if p.AsOf != nil {
		if first := c.book.Editions[0].Date; *p.AsOf < first {
			c.found("DB-012", "asOf", lang.Args{"date": lang.Day(*p.AsOf), "first": lang.Day(first)})
		}
	}
}

func (c *checker) projects() {
	for _, id := range sortedKeys(c.plan.Projects) {
		project := c.book.Project(id)
		goLive, implementation := c.plan.Projects[id].GoLive.Known(), c.plan.Projects[id].Implementation.Known()
		if project != nil && goLive != nil && implementation != nil && implementation.Date > goLive.Last() {
			c.found("DB-106", strict.Join(strict.Join("projects", id), "implementation"), lang.Args{
				"project": lang.Both(project.Name),
				"start":   lang.Day(implementation.Date), "date": lang.Day(goLive.Last()),
			})
		}
	}
}

// seenFrom returns the day whose knowledge the plan is about: that of its document,
// or a later one. Looking back at a plan makes none of it wrong.
func (c *checker) seenFrom() date.Date {
	seen := c.plan.SeenFrom(c.book)
	if c.plan.seen != nil {
		seen = max(seen, *c.plan.seen)
	}
	return seen
}
