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

// Slug makes a word of lower-case letters, digits and hyphens of a name, for
// an id; "" where the name has none of these.
func Slug(name string) string {
	const most = 48
	var out strings.Builder
	gap := false
	for _, r := range otherLetters.Replace(Letters(name)) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			gap = false
			out.WriteRune(r)
		} else {
			gap = true
		}
		if out.Len() >= most {
			break
		}
	}
	return out.String()
}

// otherLetters are those of names that Danes write without their marks.
var otherLetters = strings.NewReplacer("é", "e", "ü", "y")
