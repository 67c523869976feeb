package plan

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// checker holds a plan against the playbook.
type checker struct {
	book   *drejebog.Playbook
	plan   *Plan
	name   string
	asOf   *date.Date // another day that the plan is seen from; nil: its own only
	nodes  []drejebog.Node
	edges  []drejebog.Edge
	words  words
	broken []string // paths that could not be read

	findings []drejebog.Finding

	vocabularies map[string]*vocabulary
	suggestions  int // searched for so far
}

func newChecker(book *drejebog.Playbook, p *Plan, name string) *checker {
	c := &checker{book: book, plan: p, name: name}
	c.nodes, c.edges = p.Network(book)
	c.words.collect(book, p, c.nodes)
	c.vocabularies = c.newVocabularies()
	return c
}

// check holds every value against its tag, and then what several values say
// against each other.
func (c *checker) check() {
	c.walk(reflect.ValueOf(c.plan), at{}, rule{})
	c.writable()
	c.firstVersion()
	c.kommune()
	c.projects()
	c.contracts()
	c.tasks()
	c.own()
	c.dependencies()
	c.calendar()
	c.budget()
	c.adjustments()
	c.readiness()
	c.addOns()
	c.preparation()
	c.risks()
	c.kept()
}

// writable notes the first text of a plan that was built in Go that no file can
// hold.
func (c *checker) writable() {
	if c.plan.document != nil || drejebog.HasFault(c.findings) {
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

// found notes a finding at a path of the document.
func (c *checker) found(code, path string, args lang.Args) {
	if len(c.findings) >= maxFindings || c.lost(path) {
		return
	}
	f := c.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place, _ = c.plan.Where(path)
	if f.Place.File == "" {
		f.Place.File = c.name
	}
	c.findings = append(c.findings, f)
}

// lost reports whether a path is one that could not be read, or lies below
// one: what it seems to hold nobody wrote.
func (c *checker) lost(path string) bool {
	return slices.ContainsFunc(c.broken, func(broken string) bool { return broken != "" && isWithin(path, broken) })
}

// isWithin reports whether a path is another, or lies below it.
func isWithin(path, above string) bool {
	rest, ok := strings.CutPrefix(path, above)
	return ok && (rest == "" || above == "" || rest[0] == '.' || rest[0] == '[')
}

// unread reports whether something at a path, or below it, could not be
// read: what seems to be missing there is not.
func (c *checker) unread(path string) bool {
	return slices.ContainsFunc(c.broken, func(broken string) bool { return isWithin(broken, path) })
}

// known notes a word that is none of the known ones, with the nearest, and
// reports whether it is one.
func (c *checker) known(code, path, word string, known []string) bool {
	if slices.Contains(known, word) {
		return true
	}
	if len(c.findings) >= maxFindings {
		return false
	}
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
		c.outside(at{path: strict.Join(path, key), key: key}, number(value), number(least), number(most))
	}
}

func number(n int) lang.Plain { return lang.Plain(n) }

// The days that a plan can be about, and that its contracts can begin on.
var (
	earliest       = date.New(firstYear, 1, 1)
	earliestOfDeal = date.New(1970, 1, 1)
	latest         = date.New(lastYear, 12, 31)
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

// kept notes what the plan says that nothing is computed from yet.
func (c *checker) kept() {
	var keys []string
	note := func(key string, said bool) {
		if said {
			keys = append(keys, key)
		}
	}
	note("risks", len(c.plan.Risks) > 0)
	note("baseline", c.plan.Baseline != nil)
	note("spent", len(c.plan.Spent) > 0)
	for _, id := range sortedKeys(c.plan.Contracts) {
		if payment := c.plan.Contracts[id].Payment; payment != nil && payment.Paid > PaidByMonth {
			note(strict.Join(strict.Join("contracts", id), "payment.paid"), true)
			break // it stands for those of all
		}
	}
	for _, id := range sortedKeys(c.plan.People) {
		if person := c.plan.People[id]; len(person.Absences) > 0 {
			note(strict.Join(strict.Join("people", id), "absences"), true)
			break // it stands for those of all
		}
	}
	if len(keys) > 0 {
		c.found("DB-041", keys[0], lang.Args{"id": lang.Both(strings.Join(keys, ", "))})
	}
}
