package document

import (
	"fmt"
	"strings"
	"unicode"
)

// shown makes a text fit for a page. Control characters and breaks of line are
// blanks, so that a name in a plan cannot break a line or steer a terminal.
// What turns the direction of writing is shown by its number, so that nothing
// reads otherwise than it is (CVE-2021-42574). What is no UTF-8 is U+FFFD.
func shown(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if strings.IndexFunc(text, isSteering) < 0 {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Bidi_Control, r):
			fmt.Fprintf(&out, "[U+%04X]", r)
		case isSteering(r):
			out.WriteByte(' ')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// isSteering finds what acts on a page or a terminal instead of standing on it.
func isSteering(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}

// running is the words of a text with one blank between them.
func running(text string) string { return strings.Join(strings.Fields(shown(text)), " ") }
