package drejebog

import (
	"io/fs"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// BuiltInWords returns the words among the module's own data files, for what is
// told where there is no playbook: why one cannot be read, or what is wrong with
// a file that needs none. Nobody may change them.
func BuiltInWords() *lang.Catalogue { return builtInWords() }

var builtInWords = sync.OnceValue(func() *lang.Catalogue {
	words := &lang.Catalogue{}
	names, _ := fs.Glob(seeds.Files(), wordFiles) // its error is a bad pattern
	for _, name := range names {
		var groups map[string]map[string]lang.Message
		_, _ = strict.ReadFS(seeds.Files(), name, &groups, strict.Limits{}) // what is wrong with them, Load says
		words.Add(groups)
	}
	return words
})

// Told is what is wrong with the data files, for people: a line for each fault,
// with its place, by the built-in words.
func (e *SeedError) Told() lang.Text {
	var told lang.Text
	for _, fault := range e.Faults {
		told = lang.Joined("\n", told, lang.Joined(": ", lang.Both(fault.Place().String()), BuiltInWords().Of(fault)))
	}
	return told
}
