package timelinereport

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// teller tells of one schedule, in the words of its playbook.
type teller struct{ *timeline.Schedule }

// isSilent reports whether there is nothing to tell of: the zero value of a
// result has no schedule, that of a schedule no book.
func (t teller) isSilent() bool { return t.Schedule == nil || t.Book == nil || t.Plan == nil }

func (t teller) text(id string, args lang.Args) lang.Text { return t.Book.Words.Say(id, args) }

// kommune is the kommune's whole name.
func (t teller) kommune() lang.Text { return lang.Both(t.Kommune.FullName()) }

func (t teller) workdays(n int) lang.Text {
	return t.text("common/working-days", lang.Args{"n": lang.Whole(n)})
}

func (t teller) days(n int) lang.Text { return t.text("common/days", lang.Args{"n": lang.Whole(n)}) }

func (t teller) tasks(n int) lang.Text { return t.text("common/tasks", lang.Args{"n": lang.Whole(n)}) }

// scope is the name of the legacy system or the project that a node is for; of
// several contracts on a system, which.
func (t teller) scope(node *drejebog.Node) string {
	if name := t.Plan.InstanceName(node); name != "" {
		return name
	}
	if system := t.Book.System(node.System); system != nil {
		return system.Name
	}
	return t.Book.ScopeName(node.Project)
}

// within is what a task or milestone is called in a list of one project's: its
// name, and its legacy system where it comes once for each.
func (t teller) within(node *drejebog.Node) lang.Text {
	if node.System != "" {
		return t.Label(node)
	}
	return node.Name()
}
