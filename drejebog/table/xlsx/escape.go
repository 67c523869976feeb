package xlsx

import (
	"regexp"
	"strings"
)

// escape is how the file format notes a character by its number, at the start
// of a text. ECMA-376, part 1, 22.9.2.19.
var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escaped notes the underscores that would begin an escape, so that a text
// which looks like one is read as it was.
func escaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for i := range len(text) {
		if text[i] == '_' && escape.MatchString(text[i:]) {
			out.WriteString("_x005F_")
		} else {
			out.WriteByte(text[i])
		}
	}
	return out.String()
}
