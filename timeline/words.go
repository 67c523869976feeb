package timeline

import (
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// text is a message of the playbook's words, with its places filled.
func (s *Schedule) text(id string, args lang.Args) lang.Text { return s.Book.Words.Say(id, args) }

// kommuneName is the kommune's whole name.
func (s *Schedule) kommuneName() lang.Text { return lang.Both(s.Kommune.FullName()) }

// heading begins a section of a page.
func heading(p *page.Page, t lang.Text) { p.Heading(t.DA, t.EN) }

// workdayCount is a number of working days with its noun.
func (s *Schedule) workdayCount(n int) lang.Text {
	return s.text("common/working-days", lang.Args{"n": lang.Whole(n)})
}

// dayCount is a number of days with its noun.
func (s *Schedule) dayCount(n int) lang.Text {
	return s.text("common/days", lang.Args{"n": lang.Whole(n)})
}

// taskCount is a number of tasks with its noun.
func (s *Schedule) taskCount(n int) lang.Text {
	return s.text("common/tasks", lang.Args{"n": lang.Whole(n)})
}

// quoted puts a name in quotation marks.
func (s *Schedule) quoted(name lang.Text) lang.Text {
	return name.Quoted()
}

// listed puts names in a row: "KY, KSD og SAPA".
func (s *Schedule) listed(names ...lang.Text) lang.Text {
	if len(names) < 2 {
		return chained("", names...)
	}
	last := len(names) - 1
	return s.text("common/and", lang.Args{"list": chained(", ", names[:last]...), "last": names[last]})
}

// bothOf are names that are the same in both languages.
func bothOf(names []string) []lang.Text {
	texts := make([]lang.Text, len(names))
	for i, name := range names {
		texts[i] = lang.Both(name)
	}
	return texts
}

// chained puts texts after each other with a mark between them; what is empty
// falls out.
func chained(mark string, texts ...lang.Text) lang.Text {
	var chain lang.Text
	for _, t := range texts {
		switch {
		case t.IsZero():
		case chain.IsZero():
			chain = t
		default:
			chain = lang.Text{DA: chain.DA + mark + t.DA, EN: chain.EN + mark + t.EN}
		}
	}
	return chain
}

// bracketed puts texts in brackets.
func bracketed(texts ...lang.Text) lang.Text {
	within := chained(", ", texts...)
	return lang.Text{DA: "(" + within.DA + ")", EN: "(" + within.EN + ")"}
}

// closed ends a sentence.
func closed(t lang.Text) lang.Text { return lang.Text{DA: t.DA + ".", EN: t.EN + "."} }

// capital begins a sentence with a name.
func capital(t lang.Text) lang.Text {
	return lang.Text{DA: begun(t.DA, unicode.ToUpper), EN: begun(t.EN, unicode.ToUpper)}
}

// lower writes a name as a word within a sentence; an abbreviation stays.
func lower(t lang.Text) lang.Text {
	small := func(text string) string {
		_, first := utf8.DecodeRuneInString(text)
		if second, size := utf8.DecodeRuneInString(text[first:]); size == 0 || unicode.IsUpper(second) {
			return text
		}
		return begun(text, unicode.ToLower)
	}
	return lang.Text{DA: small(t.DA), EN: small(t.EN)}
}

// begun is a text with another first letter.
func begun(text string, with func(rune) rune) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(with(first)) + text[size:]
}
