package lang

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible is a text that acts on no page, terminal or editor, with its lines
// and tabs. What turns the direction of writing is shown by its number,
// [U+202E], so that nothing reads otherwise than it is (CVE-2021-42574). Each
// other control character, and what is no UTF-8, is U+FFFD.
func Visible(text string) string { return visible(text, isSteering, utf8.RuneError) }

// OneLine is a text as Visible has it, on one line: a break, a tab and any other
// control character is a blank.
func OneLine(text string) string {
	return visible(text, func(r rune) bool { return isSteering(r) || isBreak(r) }, ' ')
}

// visible writes the characters of a text that steer otherwise, and keeps the others.
func visible(text string, steers func(rune) bool, instead rune) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if strings.IndexFunc(text, steers) < 0 {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		switch {
		case IsTurning(r):
			fmt.Fprintf(&out, "[U+%04X]", r)
		case steers(r):
			out.WriteRune(instead)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Kept is what a file says in the place of a text that it was written with: that text,
// where the file has it as Visible shows it, without the blanks around it and with
// line breaks of any kind; else what the file says.
func Kept(was, said string) string {
	plain := func(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")) }
	if plain(said) == plain(Visible(was)) {
		return was
	}
	return said
}

// IsTurning reports whether a character turns the direction of writing:
// U+061C, U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069.
func IsTurning(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

// isSteering finds what acts instead of standing on the page.
func isSteering(r rune) bool {
	return IsTurning(r) || unicode.IsControl(r) && !isBreak(r)
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029'
}

// EscapedJSON is a document of JSON, read the same, in which what Visible would
// show or blank is written by its number, \u202E.
func EscapedJSON(document []byte) []byte {
	if bytes.IndexFunc(document, isSteering) < 0 {
		return document
	}
	var out bytes.Buffer
	for _, r := range string(document) {
		if isSteering(r) {
			fmt.Fprintf(&out, `\u%04X`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.Bytes()
}
