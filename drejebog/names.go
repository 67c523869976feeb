package drejebog

import (
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// nameOf returns the name of an enumerated value, "" for one without a name.
func nameOf[T ~uint8](value T, names []string) string {
	if int(value) < len(names) {
		return names[value]
	}
	return ""
}

// readName sets the enumerated value whose name the text is. An empty name in
// the list marks a value, the invalid zero, that cannot be read.
func readName[T ~uint8](into *T, text []byte, names []string) error {
	known := make(strict.OneOf, 0, len(names))
	for i, name := range names {
		if name == "" {
			continue
		}
		if name == string(text) {
			*into = T(i)
			return nil
		}
		known = append(known, name)
	}
	return known
}

// IsSlug reports whether a word has the form of an id that people make up: lower-case
// ASCII letters, digits and single hyphens, neither first nor last.
func IsSlug(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}
