package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// escape is how the file format notes a character by its number: a unit of
// UTF-16. ECMA-376, part 1, 22.9.2.19.
var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

const escapeLength = len("_x0041_")

// Escaped notes the underscores that would begin an escape, so that a text which
// looks like one is read as it was.
func Escaped(text string) string {
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

// unescaped puts the characters back that a text notes by their numbers.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		var units []uint16
		for text[i] == '_' && escape.MatchString(text[i:]) {
			unit, _ := strconv.ParseUint(text[i+2:i+6], 16, 16) // the expression says what stands there
			units = append(units, uint16(unit))
			if i += escapeLength; i == len(text) {
				break
			}
		}
		out.WriteString(string(utf16.Decode(units)))
		if len(units) == 0 {
			out.WriteByte(text[i])
			i++
		}
	}
	return out.String()
}
