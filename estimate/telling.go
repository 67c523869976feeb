package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// telling is a page on its way, with the words that stand on it.
type telling struct {
	*page.Page
	words *lang.Catalogue
}

func (e *Estimate) telling(language lang.Lang) telling {
	return telling{page.New(language), e.words()}
}

// text is a message of the playbook's words, with its places filled.
func (t telling) text(id string, args lang.Args) lang.Text { return t.words.Say(id, args) }

// say is text in the page's language.
func (t telling) say(id string, args lang.Args) string { return t.text(id, args).In(t.Lang) }

// head begins a section.
func (t telling) head(title lang.Text) { t.Heading(title.DA, title.EN) }

// words are what people read of the estimate; nil where nobody computed it,
// and then messages are told by their ids.
func (e *Estimate) words() *lang.Catalogue {
	if e.book == nil {
		return nil
	}
	return e.book.Words
}

func (e *Estimate) text(id string, args lang.Args) lang.Text { return e.words().Say(id, args) }

// kindName is what a person calls a kind of line, within a sentence.
func (e *Estimate) kindName(kind Kind) lang.Text {
	return lowered(e.words().Key("line-kind", kind.String(), nil))
}

// decisionName is what a person calls what has been decided, within a
// sentence. What nobody has decided is not decided.
func (e *Estimate) decisionName(state plan.DecisionState) lang.Text {
	if state == 0 {
		state = plan.Undecided
	}
	return lowered(e.words().Key("decision", state.String(), nil))
}

// certaintyName is what a person calls how sure an amount is, within a
// sentence.
func (e *Estimate) certaintyName(certainty drejebog.Certainty) lang.Text {
	return lowered(e.words().Key("certainty", certainty.String(), nil))
}
