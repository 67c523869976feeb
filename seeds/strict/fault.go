package strict

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Kind says what is wrong. The zero value is invalid.
type Kind uint8

// The kinds of faults.
const (
	KindUnreadable      Kind = iota + 1 // the file cannot be opened
	KindEncoding                        // not UTF-8, or a control character
	KindTooLarge                        // more bytes or values than the limits allow
	KindTooDeep                         // more levels than the limits allow
	KindTooMany                         // more faults than are worth listing
	KindSyntax                          // neither YAML nor JSON
	KindEmpty                           // nothing in the document
	KindExtraDocument                   // a second document after the first
	KindReference                       // an anchor, an alias or a merge key
	KindTag                             // an explicit type tag
	KindUnknownKey                      // a key that means nothing here
	KindDuplicateKey                    // a key that stands twice
	KindMissingKey                      // a required key that is absent
	KindWrongType                       // a list for a text, a text for a number …
	KindBadValue                        // the right kind of value, but one that cannot be
	KindUnknownColumn                   // a column of a sheet that means nothing here
	KindDuplicateColumn                 // a column that stands twice
	KindMissingColumn                   // a required column that is absent
)

// Fault is one thing wrong with a document, and where. Faults are not compared
// with ==, which their parts would not stand.
type Fault struct {
	_ [0]func()

	File         string
	Sheet        string // of a workbook, or ""
	Line, Column int    // from 1; columns in characters, or a cell's row and column
	Path         string // "activities[3].windows[0].end", as [Document.Where] knows it
	Kind         Kind

	Key     string // the key in question, or ""
	Got     any    // what was found: a text, a number, a lang.Value, or an error with a message of its own
	Want    any    // what was expected, likewise
	Suggest string // the nearest known key or word, or ""
}

// Error returns the place, the kind and the values, for programmers.
func (f Fault) Error() string { return f.Place().String() + ": " + lang.Described(f) }

// Place returns where the fault stands.
func (f Fault) Place() Place {
	return Place{File: f.File, Sheet: f.Sheet, Line: f.Line, Column: f.Column}
}

// Fault returns the kind and the values of the message that tells the fault
// without its place: what was found, what was expected, and what to do.
func (f Fault) Fault() (kind string, values map[string]any) {
	switch {
	case f.Suggest != "":
		return "strict/did-you-mean", map[string]any{"fault": f.message(), "word": lang.Quoted(f.Suggest)}
	case (f.Kind == KindUnknownKey || f.Kind == KindUnknownColumn) && f.Want != nil && f.Want != "":
		return "strict/known-here", map[string]any{"fault": f.message(), "words": f.Want}
	}
	m := f.message()
	return m.Kind, m.Values
}

// message is the message of the fault without suggestions.
func (f Fault) message() Part {
	switch f.Kind {
	case KindUnreadable:
		return Part{"strict/unreadable", map[string]any{"got": f.Got}}
	case KindEncoding:
		return Part{"strict/encoding", map[string]any{"got": f.Got, "want": f.Want}}
	case KindTooLarge, KindTooDeep:
		if f.Path != "" {
			return Part{"strict/too-large-there", map[string]any{"path": f.Path, "want": f.Want}}
		}
		return Part{"strict/too-large", map[string]any{"want": f.Want}}
	case KindTooMany:
		return Part{"strict/more", map[string]any{"n": f.Got}}
	case KindSyntax:
		return Part{"strict/syntax", map[string]any{"want": f.Want}}
	case KindEmpty:
		return Part{"strict/empty", nil}
	case KindExtraDocument:
		return Part{"strict/extra-document", nil}
	case KindReference:
		return Part{"strict/reference", map[string]any{"got": f.Got}}
	case KindTag:
		return Part{"strict/tag", map[string]any{"got": f.Got}}
	case KindUnknownKey, KindDuplicateKey, KindMissingKey, KindUnknownColumn, KindDuplicateColumn, KindMissingColumn:
		return f.ofKey()
	}
	if f.Path == "" {
		return Part{"strict/bad-document", map[string]any{"got": f.Got, "want": f.Want}}
	}
	return Part{"strict/bad-value", map[string]any{"path": f.Path, "got": f.Got, "want": f.Want}}
}

// ofKey is the message of a fault of a key or a column.
func (f Fault) ofKey() Part {
	key, outer := lang.Quoted(f.Key), outerOf(f.Path, f.Key)
	switch {
	case f.Kind == KindUnknownKey && outer != "":
		return Part{"strict/unknown-key-in", map[string]any{"key": key, "path": outer}}
	case f.Kind == KindUnknownKey:
		return Part{"strict/unknown-key", map[string]any{"key": key}}
	case f.Kind == KindDuplicateKey:
		return Part{"strict/duplicate-key", map[string]any{"key": key, "line": f.Want}}
	case f.Kind == KindMissingKey && outer != "":
		return Part{"strict/missing-key-in", map[string]any{"key": key, "path": outer}}
	case f.Kind == KindMissingKey:
		return Part{"strict/missing-key", map[string]any{"key": key}}
	case f.Kind == KindUnknownColumn:
		return Part{"strict/unknown-column", map[string]any{"key": key}}
	case f.Kind == KindDuplicateColumn:
		return Part{"strict/duplicate-column", map[string]any{"key": key, "place": f.Want}}
	}
	return Part{"strict/missing-column", map[string]any{"key": key}}
}

// outerOf is the path of the mapping around a key, "" for the document itself.
func outerOf(path, key string) string {
	outer, found := strings.CutSuffix(path, Join(" ", key)[1:])
	if !found {
		return ""
	}
	return outer
}

// sortFaults orders faults by place, then by kind and path, so that the same
// document always gives the same list.
func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Path, b.Path),
		)
	})
}

// Joined is one error of all faults, each found by errors.As; nil without any.
func Joined(faults []Fault) error {
	errs := make([]error, len(faults))
	for i := range faults {
		errs[i] = faults[i]
	}
	return errors.Join(errs...)
}
