package estimate

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// digits writes a line or a small number.
func digits(n int) string { return strconv.Itoa(n) }

// LineName names a line for a task: the task, who does it, and how it is paid for.
func (e *Estimate) LineName(b *Basis) lang.Text {
	return lang.Joined(": ", e.sched.LabelOf(b.Task), e.who(b))
}

// who is the role or the purchase that a line is for, and what it grows with.
func (e *Estimate) who(b *Basis) lang.Text {
	who := e.book.RoleName(b.Line.Role).Lower()
	switch b.Line.Kind {
	case External:
		who = e.kindName(External)
	case Backfill:
		who = e.text("estimate/stand-in-for", lang.Args{"role": who})
	}
	if b.Line.Per != "" {
		return e.text("estimate/by-driver", lang.Args{"who": who, "driver": e.book.DriverName(b.Line.Per).Lower()})
	}
	return who
}

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

// SourceOf says where an amount or an input comes from: the kommune's plan and
// its line for "plan:12", the name of a contribution for its id, and else what
// stands there.
func (e *Estimate) SourceOf(source string) lang.Series {
	if e == nil || e.sched == nil {
		return lang.SeriesOf("", []lang.Text{lang.Both(source)})
	}
	var parts []lang.Value
	for _, part := range strings.Split(source, "; ") {
		head, rest, _ := strings.Cut(part, ":")
		switch line, err := strconv.Atoi(rest); {
		case head == "plan" && err == nil:
			parts = append(parts, e.say("estimate/plan-line", lang.Args{"line": lang.Plain(line)}))
		case head == "plan":
			parts = append(parts, e.say("common/the-kommunes-plan", nil))
		default:
			parts = append(parts, lang.SeriesOf("", []lang.Text{e.ContributionName(head), lang.Both(strings.TrimPrefix(part, head))}))
		}
	}
	return lang.SeriesOf("; ", parts)
}

// PlanSource is the source of a figure at a path of the kommune's plan: "plan:12",
// or "plan" for a plan that was not read from a file. SourceOf tells it.
func (e *Estimate) PlanSource(path string) string {
	place, _ := e.plan.Where(path)
	return sourceText(place, "plan")
}

// ContributionName is the name of a contribution, or what stands in the place of
// an id.
func (e *Estimate) ContributionName(id string) lang.Text {
	for _, list := range [][]Contribution{e.Contributions, e.Awaited} {
		for i := range list {
			if list[i].ID == id {
				return list[i].Name
			}
		}
	}
	return lang.Both(id)
}
