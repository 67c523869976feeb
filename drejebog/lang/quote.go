package lang

import (
	"strconv"
	"unicode/utf8"
)

// quote shows a text as found, for a message in Danish: in quotation marks, on
// one line, and not longer than a line.
func quote(text string) string { return "»" + oneLine(text) + "«" }

// quoteEnglish is Quote for a message in English.
func quoteEnglish(text string) string { return "“" + oneLine(text) + "”" }

// Quoted is a name in the quotation marks of each language.
func (t Text) Quoted() Text { return Text{DA: "»" + t.DA + "«", EN: "“" + t.EN + "”"} }

// Quoted is a text as found, in the quotation marks of the language.
type Quoted string

// In writes the text in the language, as Quote does in Danish.
func (q Quoted) In(language Lang) string {
	if language == English {
		return quoteEnglish(string(q))
	}
	return quote(string(q))
}

func oneLine(text string) string {
	const most = 60
	runes := []rune(text)
	if len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

// AtMost is the text with what stands beyond a number of bytes left out.
func (t Text) AtMost(most int) Text {
	cut := func(text string) string {
		if len(text) <= most {
			return text
		}
		at := most
		for at > 0 && !utf8.RuneStart(text[at]) {
			at--
		}
		return text[:at] + "…"
	}
	return Text{DA: cut(t.DA), EN: cut(t.EN)}
}
