package drejebog

import (
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
)

// BuiltInWords returns the words among the module's own data files, for what is
// told where there is no playbook: why one cannot be read, or what is wrong with
// a file that needs none. Nobody may change them.
func BuiltInWords() *lang.Catalogue { return builtInWords() }

var builtInWords = sync.OnceValue(compactWords)

// compactWords reads the words from their compact form. That it can be read, and
// is what the data files say, a test holds.
func compactWords() *lang.Catalogue {
	var messages map[string]lang.Message
	_ = compact.Read(seeds.CompactWords(), &messages)
	return lang.CatalogueOf(messages)
}

// Told is what is wrong with the data files, for people: a line for each fault,
// with its place, by the built-in words.
func (e *SeedError) Told() lang.Text {
	var told lang.Text
	for _, fault := range e.Faults {
		told = lang.Joined("\n", told, lang.Joined(": ", lang.Both(fault.Place().String()), BuiltInWords().Of(fault)))
	}
	return told
}
