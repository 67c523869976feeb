package drejebog

import "strings"

// IDsOf returns the ids of a list's entries, in its order.
func IDsOf[T any](list []T, id func(*T) string) []string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = id(&list[i])
	}
	return ids
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
