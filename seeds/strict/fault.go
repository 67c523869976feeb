package strict

import (
	"cmp"
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

// Fault is one thing wrong with a document, and where.
type Fault struct {
	File         string
	Sheet        string // of a workbook, or ""
	Line, Column int    // from 1; columns in characters, or a cell's row and column
	Path         string // "activities[3].windows[0].end", as [Document.Where] knows it
	Kind         Kind

	Key     string // the key in question, or ""
	Got     string // what was found: the text of a value as Quote shows it, or the name of a kind in English
	GotDA   string // the name of the kind in Danish, or ""
	Want    string // what was expected, in English
	WantDA  string // what was expected, in Danish, or "" when only English is known
	Suggest string // the nearest known key or word, or ""
}

// Error returns the English sentence with its place: "file:line:column: …".
func (f Fault) Error() string {
	return f.Place().String() + ": " + f.English()
}

// Place returns where the fault stands.
func (f Fault) Place() Place {
	return Place{File: f.File, Sheet: f.Sheet, Line: f.Line, Column: f.Column}
}

// English returns the sentence without its place: what was found, what was
// expected, and what to do.
func (f Fault) English() string {
	got := f.Got
	if inner, ok := strings.CutPrefix(got, "»"); ok && strings.HasSuffix(inner, "«") {
		got = "“" + strings.TrimSuffix(inner, "«") + "”"
	}
	return f.sentence(english, got, f.Want)
}

// Danish returns the sentence without its place, in Danish.
func (f Fault) Danish() string {
	return f.sentence(danish, cmp.Or(f.GotDA, f.Got), cmp.Or(f.WantDA, f.Want))
}

func (f Fault) sentence(say wording, got, want string) string {
	text := say.of(f, got, want)
	if f.Suggest != "" {
		text += say.suggest + say.quote(f.Suggest) + "?"
	}
	return text
}

// wording is how one language says it.
type wording struct {
	of      func(f Fault, got, want string) string
	suggest string
	quote   func(string) string
}

var english = wording{suggest: "; did you mean ", quote: lang.QuoteEnglish, of: func(f Fault, got, want string) string {
	switch f.Kind {
	case KindUnreadable:
		return "the file cannot be read: " + got
	case KindEncoding:
		return got + " cannot be read; expected " + want
	case KindTooLarge, KindTooDeep:
		return "the document has more than " + want
	case KindTooMany:
		return "more than " + want + " faults; the rest is not listed"
	case KindSyntax:
		return "cannot be read as YAML or JSON: " + want
	case KindEmpty:
		return "the document is empty"
	case KindExtraDocument:
		return "a second document begins here; only one is read, delete the rest"
	case KindReference:
		return lang.QuoteEnglish(got) + ": anchors, aliases and merge keys are not read; write the value out"
	case KindTag:
		return "the tag " + lang.QuoteEnglish(got) + " is not read; delete it"
	case KindUnknownKey:
		return "unknown key " + lang.QuoteEnglish(f.Key) + within(" in ", f.Path, f.Key) + listed("; known here: ", want, f.Suggest)
	case KindDuplicateKey:
		return "the key " + lang.QuoteEnglish(f.Key) + " stands twice, first in line " + want + "; delete one"
	case KindMissingKey:
		return "the key " + lang.QuoteEnglish(f.Key) + " is missing" + within(" in ", f.Path, f.Key) + "; add it"
	case KindUnknownColumn:
		return "unknown column " + lang.QuoteEnglish(f.Key) + listed("; known here: ", want, f.Suggest)
	case KindDuplicateColumn:
		return "the column " + lang.QuoteEnglish(f.Key) + " stands twice, first in " + want + "; delete one"
	case KindMissingColumn:
		return "the column " + lang.QuoteEnglish(f.Key) + " is missing; add it"
	default:
		return subject(f, "the document") + " is " + got + "; expected " + want
	}
}}

var danish = wording{suggest: "; mente du ", quote: lang.Quote, of: func(f Fault, got, want string) string {
	switch f.Kind {
	case KindUnreadable:
		return "filen kan ikke læses: " + got
	case KindEncoding:
		return got + " kan ikke læses; forventet er " + want
	case KindTooLarge, KindTooDeep:
		return "dokumentet har mere end " + want
	case KindTooMany:
		return "der er mere end " + want + " fejl; resten vises ikke"
	case KindSyntax:
		return "kan ikke læses som YAML eller JSON: " + want
	case KindEmpty:
		return "dokumentet er tomt"
	case KindExtraDocument:
		return "her begynder endnu et dokument; kun ét læses, slet resten"
	case KindReference:
		return lang.Quote(got) + ": ankre, henvisninger og flettenøgler læses ikke; skriv værdien ud"
	case KindTag:
		return "mærkatet " + lang.Quote(got) + " læses ikke; slet det"
	case KindUnknownKey:
		return "ukendt nøgle " + lang.Quote(f.Key) + within(" i ", f.Path, f.Key) + listed("; her kendes: ", want, f.Suggest)
	case KindDuplicateKey:
		return "nøglen " + lang.Quote(f.Key) + " står to gange, første gang i linje " + want + "; slet den ene"
	case KindMissingKey:
		return "nøglen " + lang.Quote(f.Key) + " mangler" + within(" i ", f.Path, f.Key) + "; tilføj den"
	case KindUnknownColumn:
		return "ukendt kolonne " + lang.Quote(f.Key) + listed("; her kendes: ", want, f.Suggest)
	case KindDuplicateColumn:
		return "kolonnen " + lang.Quote(f.Key) + " står to gange, første gang i " + want + "; slet den ene"
	case KindMissingColumn:
		return "kolonnen " + lang.Quote(f.Key) + " mangler; tilføj den"
	default:
		return subject(f, "dokumentet") + " er " + got + "; forventet er " + want
	}
}}

// subject names the value that a fault is about.
func subject(f Fault, document string) string {
	if f.Path == "" {
		return document
	}
	return f.Path
}

// within names the mapping around a key, unless that is the document itself.
func within(word, path, key string) string {
	outer, found := strings.CutSuffix(path, Join(" ", key)[1:])
	if !found || outer == "" {
		return ""
	}
	return word + outer
}

// listed shows the known keys only when none is near enough to suggest.
func listed(word, known, suggest string) string {
	if suggest != "" || known == "" {
		return ""
	}
	return word + known
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
