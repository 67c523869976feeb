// Package grammar reads from Go structs what a document of theirs may hold, so that a
// key is written down once: as a field with two tags. Everything that goes by the keys
// of a document is made from them: what is wrong with a value, the JSON Schema for an
// editor, the comments of a document to begin with, a deep copy, and what is left of
// a value without the parts that cannot be used. Package plan is its user; it knows
// nothing of plans.
//
//	type Task struct {
//		Duration *int   `yaml:"duration" plan:"1..5000"` // 1 to 5,000
//		Who      string `yaml:"who,required" plan:"of=person"`
//	}
//
//	type Plan struct {
//		Tasks map[string]Task `yaml:"tasks" plan:"keys=task most=500"`
//	}
//
// # Tags
//
// The tag yaml:"key,required" is read as package strict reads it. The tag plan:"…" has
// words with blanks between:
//
//	-5..10         the least and the most of a number, or of each in a mapping or below
//	quantity       the same by a name: one of the spans that Of is given
//	driver         such a number is what the work grows with
//	deal           a day of a contract, which may lie far back
//	fact           a day that something happened
//	filled         a text that says something
//	reason         a text that says why: filled
//	of=words       what a text, or each of a list, may be: a vocabulary
//	keys=words     what the keys of a mapping may be
//	like=example   what a key or a text of the user's own choice is like
//	named=group    the words that people have for the values of an enumeration
//	unsaid=word    the word among them for no value
//	zero=key       of an embedded struct: its key, which may be zero here
//	home=path      where what stands under a key of before stands now
//	most=500       how many entries a list or a mapping may have; without: 2,000
//
// The tag unit:"workdays" or unit:"months" says that a number is such a length; package
// strict goes by it too.
//
// A bound, a vocabulary and what days are hold for all that lies in a list or a
// mapping; an object whose number has no bound of its own has that of its holder.
//
// # Objects and fields
//
// Of returns the grammar of a type: an Object for each struct in it, with a Field for
// each key, those of embedded structs in their place. A type that stands in several
// places has the path of the first, and there its words are found. Types that are
// read from a single value (strict.IsScalar) are no objects.
//
//	package main
//
//	import (
//		"fmt"
//		"reflect"
//
//		"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
//	)
//
//	type task struct {
//		Duration *int   `yaml:"duration" plan:"1..5000"`
//		Who      string `yaml:"who,required" plan:"of=person"`
//	}
//
//	func main() {
//		g := grammar.Of(reflect.TypeFor[task](), nil, nil)
//		for _, f := range g.Object(reflect.TypeFor[task]()).Fields {
//			fmt.Println(f.Name, f.Required, f.Tag.Least, f.Tag.Most, f.Tag.Of)
//		}
//		schema := g.Schema(&grammar.Words{
//			Key:          func(path string, _ *grammar.Field) (string, bool) { return "The " + path + ".", false },
//			Vocabularies: map[string]*grammar.Vocabulary{"person": {Words: []string{"anna", "bo"}}},
//		})
//		fmt.Println(schema["required"])
//	}
//
// # Goroutines
//
// A grammar never changes: any number of goroutines may use it. A Vocabulary keeps what
// it was asked and is for one goroutine; what LeaveOut changes is the
// caller's.
package grammar
