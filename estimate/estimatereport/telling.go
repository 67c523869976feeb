package estimatereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
)

// telling is a document on its way, with what it is told from.
type telling struct {
	document.Document
	est   *estimate.Estimate
	sched *timeline.Schedule
	book  *drejebog.Playbook
}

// tell begins a document about an estimate; false for one that nobody computed,
// of which there is nothing to tell.
func tell(e *estimate.Estimate) (*telling, bool) {
	if e == nil || e.Schedule() == nil {
		return &telling{}, false
	}
	sched := e.Schedule()
	return &telling{est: e, sched: sched, book: sched.Book}, true
}

// text is a message of the playbook's words, with its places filled.
func (t *telling) text(id string, args lang.Args) lang.Text { return t.book.Words.Say(id, args) }

// findings are findings with their places and what to do, as points.
func (t *telling) findings(findings []drejebog.Finding) {
	var texts []lang.Text
	for _, f := range findings {
		f.Section = ""
		texts = append(texts, t.book.Told(f))
	}
	t.Points(texts...)
}

// toMend are the findings of a severity that the kommune should put right.
func (t *telling) toMend(severity drejebog.Severity) []drejebog.Finding {
	return slices.DeleteFunc(t.est.ToMend(), func(f drejebog.Finding) bool { return f.Severity != severity })
}

// thousand is what amounts are told in.
var thousand = lang.Whole(1000)

// thousands is an amount in whole 1.000 kr., and a dash for none.
func thousands(amount drejebog.Kroner) lang.Value {
	if amount.IsZero() {
		return lang.Dash()
	}
	return amount.Thousands()
}

// signedThousands is thousands with the sign of what is gained.
func signedThousands(amount drejebog.Kroner) lang.Text {
	text := lang.Written(thousands(amount))
	if amount.Sign() > 0 {
		return lang.Joined("", lang.Both("+"), text)
	}
	return text
}

// signed is the cell of signedThousands, a number where a file holds it.
func signed(amount drejebog.Kroner) table.Cell {
	cell := table.Of(thousands(amount))
	cell.Value = signedThousands(amount)
	return cell
}

// tens are hours in whole tens, and a dash for none.
func tens(hours drejebog.Hours) lang.Value {
	if hours.IsZero() {
		return lang.Dash()
	}
	return hours.Tens()
}

// fte is hours as full-time positions of the playbook's year.
func (t *telling) fte(hours drejebog.Hours) lang.Value {
	if t.book.FullTimeYear.Hours.Sign() <= 0 {
		return lang.Dash()
	}
	positions := t.book.FullTimeYear.Positions(hours)
	return lang.Decimals(positions, -positions.Exponent())
}

// kind is what a person calls a kind of line, within a sentence.
func (t *telling) kind(kind estimate.Kind) lang.Text {
	return t.book.Words.Key("line-kind", kind.String(), nil).Lower()
}

// decision is what a person calls what has been decided, within a sentence.
// What nobody has decided is not decided.
func (t *telling) decision(state plan.DecisionState) lang.Text {
	if state == 0 {
		state = plan.Undecided
	}
	return t.book.Words.Key("decision", state.String(), nil).Lower()
}

// certainty is what a person calls how sure an amount is, within a sentence.
func (t *telling) certainty(certainty drejebog.Certainty) lang.Text {
	return t.book.Words.Key("certainty", certainty.String(), nil).Lower()
}

// line names a line as a person would: task, role and kind.
func (t *telling) line(task, role string, kind estimate.Kind) lang.Text {
	return lang.Joined(", ", t.sched.LabelOf(task), t.book.RoleName(role).Lower(), t.kind(kind))
}

// project is a project's name, or what stands for the kommune as such.
func (t *telling) project(id string) lang.Text {
	return t.book.ScopeText(id)
}

// aside sets notes in parentheses behind a text; none for empty ones.
func aside(text lang.Text, notes ...lang.Text) lang.Text {
	return lang.Joined(" ", text, lang.Bracketed(notes...))
}
