package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// words are what people read of the estimate; nil where nobody computed it,
// and then messages are told by their ids.
func (e *Estimate) words() *lang.Catalogue {
	if e.book == nil {
		return nil
	}
	return e.book.Words
}

func (e *Estimate) text(id string, args lang.Args) lang.Text { return e.words().Say(id, args) }

// say is a message of the playbook's words that is told by who writes it.
func (e *Estimate) say(id string, args lang.Args) lang.Said { return e.words().Message(id, args) }

// kindName is what a person calls a kind of line, within a sentence.
func (e *Estimate) kindName(kind Kind) lang.Text {
	return e.words().Key("line-kind", kind.String(), nil).Lower()
}

// decisionName is what a person calls what has been decided, within a
// sentence.
func (e *Estimate) decisionName(state plan.DecisionState) lang.Text {
	return e.words().Key("decision", state.String(), nil).Lower()
}
