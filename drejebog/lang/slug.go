package lang

import "strings"

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
