package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A spreadsheet takes a cell of CSV that begins with one of these for a
// formula. The others are their wide and small forms, which some versions
// take for them. Source: OWASP, CSV injection.
const formulaMarks = "=+-@＝＋－＠﹦﹢﹣﹫"

// No cell may begin with these either: programs throw them away, or end the cell
// at them, and take what follows for its beginning.
const breaks = "\t\r\n"

// disarmed puts an apostrophe before a text that could become a formula. A
// text that has the apostrophe already gets one more, so that armed gives the
// same back.
func disarmed(text string) string {
	if looksArmed(text) {
		return "'" + text
	}
	return text
}

// armed takes the apostrophe off again.
func armed(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && looksArmed(rest) {
		return rest
	}
	return text
}

// looksArmed reports whether the first character that one sees behind any
// apostrophes is a formula's, or a break stands before it.
func looksArmed(text string) bool {
	text = strings.TrimLeft(text, "'")
	seen := strings.TrimLeftFunc(text, isInvisible)
	first, _ := utf8.DecodeRuneInString(seen)
	return strings.ContainsAny(text[:len(text)-len(seen)], breaks) || seen != "" && strings.ContainsRune(formulaMarks, first)
}

// isInvisible finds the blanks of every width, and what has no width at all:
// controls, marks of format, and what Unicode lets programs ignore.
func isInvisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || r == '\u2800'
}
