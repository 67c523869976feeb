package plan

import (
	"reflect"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// theGrammar are the types of a plan with their tags, as package grammar reads them.
// It is made once and never changed.
var theGrammar = sync.OnceValue(func() *grammar.Grammar {
	return grammar.Of(reflect.TypeFor[Plan](), spans, reflect.TypeFor[anyVersion]())
})

// The years that a plan can be about.
const (
	FirstYear = 2010
	LastYear  = 2049
)

// spans are the bounds that several keys have, by the word that tags have for them.
var spans = map[string]grammar.Span{
	"kroner":      {Least: decimal.Zero, Most: decimal.New(10, 9)},                          // more than any kommune spends on this
	"quantity":    {Least: decimal.Zero, Most: decimal.New(10, 6)},                          // people, cases, hours: more than Denmark has people
	"measure":     {Least: decimal.New(-1, 15).Add(one), Most: decimal.New(1, 15).Sub(one)}, // whatever a benefit is measured in
	"lag":         {Least: decimal.New(-2000, 0), Most: decimal.New(2000, 0)},               // days: eight years of working days
	"budget-year": {Least: decimal.New(FirstYear, 0), Most: decimal.New(LastYear, 0)},
}

var one = decimal.New(1, 0)

// says is what the words say of a key: those at its path, else those at the
// path where its type is first met, else those of every key of its name.
func says(book *drejebog.Playbook, path string, f *grammar.Field) lang.Text {
	if id := wordsID(book, path, f); id != "" {
		return book.Words.Key("plan-key", id, nil)
	}
	return lang.Text{}
}

// wordsID is the id of the words for a key, "" where there are none.
func wordsID(book *drejebog.Playbook, path string, f *grammar.Field) string {
	for _, id := range []string{path, f.Words, "*." + f.Name} {
		if book.Words.Has("plan-key/" + id) {
			return id
		}
	}
	return ""
}

// said is what an editor and the skeleton say of the keys, with the words that they may hold.
func (c *checker) said() *grammar.Words {
	return &grammar.Words{
		Key: func(path string, f *grammar.Field) (string, bool) {
			return says(c.book, path, f).DA, wordsID(c.book, path, f) == "*."+f.Name
		},
		Moved: func(home string) string {
			return c.book.Words.Say("plan-schema/moved", lang.Args{"path": lang.Both(home)}).DA
		},
		Vocabularies: c.spokenOf(),
	}
}

// Grammar is what a plan may hold: its keys, what each may be, and how long its lists.
func Grammar() *grammar.Grammar { return theGrammar() }

// Days returns the first and the last day that a plan can be about.
func Days() (first, last date.Date) { return earliest, latest }

// Words is what an editor and a skeleton say of the keys of a plan, in Danish, and the words
// that each may hold, by a playbook.
func Words(book *drejebog.Playbook) *grammar.Words { return newChecker(book, &Plan{}).said() }
