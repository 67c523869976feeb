package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReplaceWord replaces a word, or several with what is between them, wherever they stand
// as words in a text, in the genitive too.
func ReplaceWord(text, word, by string) string {
	if strings.TrimSpace(word) == "" || !strings.Contains(text, word) {
		return text
	}
	var out strings.Builder
	for {
		at := strings.Index(text, word)
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		out.WriteString(text[:at])
		if isOfWord(before) || isOfWord(after) && !isGenitive(text[at+len(word):]) {
			out.WriteString(word)
		} else {
			out.WriteString(by)
		}
		text = text[at+len(word):]
	}
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isGenitive reports whether a rest of a text begins with the ending of somebody's.
func isGenitive(rest string) bool {
	after, ok := strings.CutPrefix(rest, "s")
	next, _ := utf8.DecodeRuneInString(after)
	return ok && !isOfWord(next)
}
