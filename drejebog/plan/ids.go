package plan

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// IsOwnID reports whether an id can be that of an own task: "own/" and words
// of lower-case letters, digits and hyphens.
func IsOwnID(id string) bool {
	rest, ok := strings.CutPrefix(id, "own/")
	if !ok {
		return false
	}
	for part := range strings.SplitSeq(rest, "/") {
		if !lang.IsSlug(part) {
			return false
		}
	}
	return true
}

// Slug makes a word of lower-case letters, digits and hyphens of a name, for
// the ids that a plan chooses itself; "" where the name has none of these.
func Slug(name string) string {
	const most = 48
	var out strings.Builder
	gap := false
	for _, r := range otherLetters.Replace(lang.Letters(name)) {
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
