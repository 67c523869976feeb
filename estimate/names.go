package estimate

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// digits writes a line or a small number.
func digits(n int) string { return strconv.Itoa(n) }

// stepName is the name of a node without its scope.
func stepName(node *drejebog.Node) lang.Text {
	if node.Step != nil {
		return node.Step.Name
	}
	return node.Milestone.Name
}

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
		return e.text("estimate/by-driver", lang.Args{"who": who, "driver": e.DriverName(b.Line.Per)})
	}
	return who
}

// DriverName is what a driver is called within a sentence; the id of one that
// no edition has.
func (e *Estimate) DriverName(id string) lang.Text {
	if e.how != nil {
		if d := e.how.whole.Driver(id); d != nil {
			return d.Name.Lower()
		}
	}
	return lang.Both(id)
}
