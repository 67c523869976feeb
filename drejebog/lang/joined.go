package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Joined puts texts after each other with a mark between them; what is empty
// falls out, and its mark with it.
func Joined(mark string, texts ...Text) Text {
	var all Text
	for _, t := range texts {
		switch {
		case t.IsZero():
		case all.IsZero():
			all = t
		default:
			all = Text{DA: all.DA + mark + t.DA, EN: all.EN + mark + t.EN}
		}
	}
	return all
}

// Capital begins a text with a capital letter, as a sentence begins.
func (t Text) Capital() Text {
	return Text{DA: begun(t.DA, unicode.ToUpper), EN: begun(t.EN, unicode.ToUpper)}
}

// Lower begins a name with a small letter, as a word within a sentence does; an
// abbreviation stays.
func (t Text) Lower() Text { return Text{DA: lowered(t.DA), EN: lowered(t.EN)} }

func lowered(text string) string {
	_, first := utf8.DecodeRuneInString(text)
	if second, size := utf8.DecodeRuneInString(text[first:]); size == 0 || unicode.IsUpper(second) {
		return text
	}
	return begun(text, unicode.ToLower)
}

// Upper writes a text in capital letters throughout.
func (t Text) Upper() Text { return Text{DA: strings.ToUpper(t.DA), EN: strings.ToUpper(t.EN)} }

// UpTo is a text up to a mark, in each language the first; the whole of it where
// there is none.
func (t Text) UpTo(mark string) Text {
	da, _, _ := strings.Cut(t.DA, mark)
	en, _, _ := strings.Cut(t.EN, mark)
	return Text{DA: da, EN: en}
}

// begun is a text with another first letter.
func begun(text string, with func(rune) rune) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(with(first)) + text[size:]
}

// Ended ends a sentence with a stop, where it has no end of its own.
func (t Text) Ended() Text { return Text{DA: ended(t.DA), EN: ended(t.EN)} }

func ended(sentence string) string {
	if strings.HasSuffix(sentence, ".") || strings.HasSuffix(sentence, "?") {
		return sentence
	}
	return sentence + "."
}

// Bracketed puts texts in brackets, with commas between; those that are empty
// fall out, and where all are, there are no brackets.
func Bracketed(texts ...Text) Text {
	within := Joined(", ", texts...)
	if within.IsZero() {
		return within
	}
	return Text{DA: "(" + within.DA + ")", EN: "(" + within.EN + ")"}
}
