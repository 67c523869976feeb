package table

import "strings"

// A spreadsheet takes a cell of CSV that begins with one of these for a
// formula, or for what runs on into one. The last four are the wide forms of
// the first, which some versions take for them. Source: OWASP, CSV injection.
const formulaMarks = "=+-@\t\r\n＝＋－＠"

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

func looksArmed(text string) bool {
	bare := strings.TrimLeft(strings.TrimLeft(text, "'"), " \u00a0")
	return bare != "" && strings.ContainsRune(formulaMarks, firstRune(bare))
}

func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}
