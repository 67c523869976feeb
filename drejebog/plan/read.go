package plan

import (
	"cmp"
	"encoding"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// limits bound a plan at the door: a real one is some tens of kilobytes.
var limits = strict.Limits{Bytes: 2 << 20, Depth: 16, Nodes: 100_000}

// Read reads a plan, YAML or JSON, and holds it against the playbook: every
// finding at once, each with file, line and column, in the order of the file.
// The name is what the findings call the file. The plan holds what could be read;
// it is nil only where the kommune is not known, which the findings say. It keeps
// the findings: Check returns them again, and timeline.Compute computes without the
// values that those of error severity are about. An error of the reader itself is
// the Cause of the only finding.
func Read(book *drejebog.Playbook, name string, r io.Reader) (*Plan, []drejebog.Finding) {
	return read(book, name, r, nil)
}

// ReadAsOf is Read for a plan that is seen from another day than its own, which
// takes the place of its as-of. What the plan says has happened must have by the
// later of the two: looking back at a plan makes none of it wrong.
func ReadAsOf(book *drejebog.Playbook, name string, r io.Reader, asOf date.Date) (*Plan, []drejebog.Finding) {
	return read(book, name, r, &asOf)
}

// Check holds a plan against the playbook. Of a plan that was read it returns first
// what Read found and still stands, what could not be read among it, then what has
// come with changes in Go, each once. A plan that was built in Go has findings
// without a place. What cannot be computed with has error severity; no book and no
// plan have no findings.
func Check(book *drejebog.Playbook, p *Plan) []drejebog.Finding {
	if book == nil || p == nil {
		return nil
	}
	c := newChecker(book, p)
	c.check()
	c.sort()
	c.more()
	return p.toldFirst(c.findings)
}

func read(book *drejebog.Playbook, name string, r io.Reader, asOf *date.Date) (*Plan, []drejebog.Finding) {
	switch {
	case book == nil:
		return nil, []drejebog.Finding{withoutBook(name)}
	case r == nil:
		return nil, []drejebog.Finding{unreadable(book, name, strict.Part{Kind: "plan/no-reader"})}
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(limits.Bytes)+1))
	if err != nil {
		return nil, []drejebog.Finding{unreadable(book, name, err)}
	}
	var written anyVersion
	document, faults := ways(book.Conventions(), book.Words).Read(name, data, &written, limits)
	p, moved := written.plan(book)
	p.origin = origin{document: document, faults: faults, moved: moved, name: name, twicePaid: p.twicePaid}
	p.seen = new(p.SeenFrom(book))
	if asOf != nil {
		p.AsOf = asOf
	}
	p.told = Check(book, p)
	if _, err := book.Kommune(p.Kommune); err != nil {
		return nil, p.told
	}
	return p, slices.Clone(p.told)
}

// unreadable is the finding of an error that kept a file from being read.
func unreadable(book *drejebog.Playbook, name string, err error) drejebog.Finding {
	f := findingOf(book, strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: err})
	f.Cause = err
	return f
}

// withoutBook is the finding of a plan that there is no playbook to hold against.
func withoutBook(name string) drejebog.Finding {
	why := strict.Part{Kind: "plan/no-book"}
	return drejebog.Finding{
		Code: "DB-011", Severity: drejebog.SeverityError, Actor: "kommune", Place: strict.Place{File: name},
		Text: drejebog.BuiltInWords().Of(why), Cause: why,
	}
}

// toldFirst puts the findings that Read returned before the others.
func (p *Plan) toldFirst(findings []drejebog.Finding) []drejebog.Finding {
	if p.told == nil {
		return findings
	}
	type one struct {
		code, subject string
		place         strict.Place
	}
	told := map[one]bool{}
	for i := range p.told {
		told[one{p.told[i].Code, p.told[i].Subject, p.told[i].Place}] = true
	}
	isNew := func(f *drejebog.Finding) int {
		if told[one{f.Code, f.Subject, f.Place}] {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(findings, func(a, b drejebog.Finding) int { return isNew(&a) - isNew(&b) })
	return findings
}

// sort puts the findings in the order of the file, those without a place last.
func (c *checker) sort() {
	slices.SortStableFunc(c.findings, func(a, b drejebog.Finding) int { return compareFindings(&a, &b) })
}

func compareFindings(a, b *drejebog.Finding) int {
	return cmp.Or(
		cmp.Compare(min(1, b.Place.Line), min(1, a.Place.Line)),
		cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
		cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
	)
}

// ways are how the days, the periods and the words of a plan are read: as Danes write
// them.
func ways(conventions *period.Conventions, words *lang.Catalogue) strict.Ways {
	ways := drejebog.PeriodWays(conventions)
	ways[reflect.TypeFor[date.Date]()] = func(text string) (any, error) { return conventions.ParseDay(text) }
	ways[reflect.TypeFor[When]()] = func(text string) (any, error) { return conventions.ParseWhen(text) }
	for _, object := range theGrammar().Objects() {
		for i := range object.Fields {
			f := &object.Fields[i]
			if f.Tag.Named != "" {
				t := f.Type
				ways[t] = func(text string) (any, error) { return readNamed(words, f, t, text) }
			}
		}
	}
	return ways
}

// readNamed reads a value of an enumeration by its name in the file, or by what people
// call it.
func readNamed(words *lang.Catalogue, f *grammar.Field, t reflect.Type, text string) (any, error) {
	into := reflect.New(t)
	reads := into.Interface().(encoding.TextUnmarshaler)
	err := reads.UnmarshalText([]byte(text))
	if err == nil {
		return into.Elem().Interface(), nil
	}
	said := strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, word := range append(f.Values(), f.Tag.Unsaid) {
		if word == "" {
			continue
		}
		if !slices.ContainsFunc(words.Called(f.Tag.Named+"/"+word), func(c string) bool { return strings.ToLower(c) == said }) {
			continue
		}
		if word == f.Tag.Unsaid {
			return reflect.Zero(t).Interface(), nil
		}
		err := reads.UnmarshalText([]byte(word))
		return into.Elem().Interface(), err
	}
	return nil, err
}
