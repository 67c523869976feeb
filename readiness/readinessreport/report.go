package readinessreport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline"
)

// report is a document on its way, with the words of a playbook.
type report struct {
	*document.Document
	book   *drejebog.Playbook
	people *plan.Plan // the plan whose people it names; nil for none
}

func newReport(book *drejebog.Playbook, p *plan.Plan) report {
	return report{&document.Document{}, book, p}
}

// say is a message of the playbook's words, with its places filled.
func (r report) say(id string, args lang.Args) lang.Text { return r.book.Words.Say(id, args) }

func (r report) heading(level int, text lang.Text) {
	r.Add(document.Heading{Level: level, Text: text})
}

// table adds a table, unless it is empty.
func (r report) table(sheet *table.Sheet) {
	if len(sheet.Rows) > 0 {
		r.Add(document.Table{Sheet: sheet})
	}
}

func (r report) light(l readiness.Light) lang.Text { return r.book.Words.Key("light", l.String(), nil) }

func (r report) verdict(v readiness.Recommendation) lang.Text {
	return r.book.Words.Key("verdict", v.String(), nil)
}

// kommuner is a number of them.
func (r report) kommuner(n int) lang.Text {
	return r.say("readiness-page/kommuner", lang.Args{"n": lang.Whole(n)})
}

// when is a day that may be unknown.
func (r report) when(w timeline.When) lang.Text {
	if w.Known() {
		return lang.Written(lang.ShortDay(w.Date))
	}
	return r.say("readiness-page/unknown", nil)
}

// whenOf is the cell of such a day.
func (r report) whenOf(w timeline.When) table.Cell {
	if w.Known() {
		return table.DayOrNone(&w.Date)
	}
	return table.Of(r.when(w))
}

// who is a person of the plan, a role or a party, a party by its short name.
func (r report) who(id string) lang.Text {
	if r.book.Party(id) != nil {
		return r.book.PartyShortName(id)
	}
	return r.people.Called(r.book, id)
}
