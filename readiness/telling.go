package readiness

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// telling is a page on its way, with the words of a playbook.
type telling struct {
	*page.Page
	words *lang.Catalogue
}

func (t telling) text(id string, args lang.Args) lang.Text { return t.words.Say(id, args) }

func (t telling) say(id string, args lang.Args) string { return t.in(t.text(id, args)) }

// in is a text in the language of the page.
func (t telling) in(text lang.Text) string { return text.In(t.Lang) }

func (t telling) heading(text lang.Text) { t.Heading(text.DA, text.EN) }

func (t telling) light(l Light) string { return t.in(t.words.Key("light", l.String(), nil)) }

func (t telling) verdict(v Verdict) lang.Text { return t.words.Key("verdict", v.String(), nil) }
