package timelinereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
)

// mostUndated is how many of the deliverables without a date are worth a line.
const mostUndated = 4

// debt is something that somebody else has not delivered, for one or more
// scopes.
type debt struct {
	name     lang.Text
	actor    string
	scopes   []string
	promised lang.Text     // zero for what nobody has promised a time for
	date     timeline.When // when it is expected
	latest   timeline.When // the first day that it is too late after
	overdue  bool          // the day that it was promised for, or that a rule counts for it, has passed
}

// owed tells what the kommune waits for: what is overdue, what is promised, and
// of what nobody has dated what is needed first.
func (t teller) owed(d *document.Document) {
	var lines []lang.Text
	undated := 0
	for _, o := range t.debts() {
		if o.date.Kind == timeline.Open {
			if undated++; undated > mostUndated {
				continue
			}
		}
		lines = append(lines, t.debtLine(&o))
	}
	if undated > mostUndated {
		lines = append(lines, t.text("timeline/another-undated", lang.Args{"n": lang.Whole(undated - mostUndated)}))
	}
	if len(lines) > 0 {
		d.Section(t.text("timeline/waiting-for", nil))
		d.Points(lines...)
	}
}

func (t teller) debtLine(o *debt) lang.Text {
	line := lang.Joined(", ", t.owes(o.actor, o.name, o.scopes), t.debtWhen(o))
	switch {
	case o.latest.Kind == timeline.Open || o.overdue && o.latest == o.date:
	case o.latest == o.date:
		line = lang.Joined(", ", line, t.text("timeline/the-last-day", nil))
	default:
		line = lang.Joined("; ", line, t.needed(o.latest))
	}
	return line.Ended()
}

// owes says who owes what, and for which projects.
func (t teller) owes(actor string, name lang.Text, scopes []string) lang.Text {
	line := lang.Joined(": ", t.Book.PartyShortName(actor), name)
	if len(scopes) > 0 {
		line = lang.Joined(" ", line, lang.Bracketed(t.Book.ListedNames(scopes...)))
	}
	return line
}

// debtWhen says for when something is promised, or was.
func (t teller) debtWhen(o *debt) lang.Text {
	switch {
	case o.overdue && o.promised.IsZero():
		return t.text("timeline/due-not-stated", lang.Args{"day": t.whenText(o.date)})
	case o.overdue:
		return t.text("timeline/promised-late", lang.Args{"promise": o.promised})
	case o.promised.IsZero() && o.date.Kind == timeline.Open:
		return t.text("common/no-date", nil)
	case o.promised.IsZero():
		return t.text("timeline/is-expected", lang.Args{"day": t.whenText(o.date)})
	}
	return t.text("timeline/promised", lang.Args{"promise": o.promised})
}

// debts lists what has not come and is waited for: the overdue first, then by
// date, and what has none by when it is needed.
func (t teller) debts() []debt {
	var list []debt
	for _, a := range t.inOrder(view.WaitingFor(t.Schedule).Deliverables) {
		m := a.Milestone
		if a.State == view.Delivered || a.Promised == nil && (m.Latest.Kind == timeline.Open || !t.anyInTime(a.HoldsUp)) {
			continue
		}
		o := debt{name: m.Milestone.Name, actor: m.Milestone.Actor, date: m.Date, latest: m.Latest, promised: a.Words, overdue: a.State == view.Overdue}
		if due := t.DueOn(m); o.overdue && a.Promised == nil && due != nil {
			o.date = timeline.When{Kind: timeline.OnDate, Date: *due}
		}
		at := slices.IndexFunc(list, func(x debt) bool {
			return x.name == o.name && x.promised == o.promised && x.date == o.date && x.latest == o.latest && x.overdue == o.overdue
		})
		if at < 0 {
			at, list = len(list), append(list, o)
		}
		first := &list[at]
		if scope := t.scope(&m.Node); scope != "" && !strings.Contains(o.name.DA, scope) {
			first.scopes = append(first.scopes, scope)
		}
	}
	slices.SortStableFunc(list, func(a, b debt) int {
		return cmp.Or(firstTrue(a.overdue, b.overdue), firstTrue(t.isPast(a.latest), t.isPast(b.latest)),
			a.date.Compare(b.date), a.latest.Compare(b.latest))
	})
	return list
}

// inOrder is the list in the playbook's order.
func (t teller) inOrder(list []view.Deliverable) []view.Deliverable {
	place := map[string]int{}
	for i := range t.Milestones {
		place[t.Milestones[i].ID] = i
	}
	slices.SortFunc(list, func(a, b view.Deliverable) int { return cmp.Compare(place[a.Milestone.ID], place[b.Milestone.ID]) })
	return list
}

// firstTrue sorts true before false.
func firstTrue(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// anyInTime reports whether any of the tasks and milestones with the ids can
// still be done by its last day.
func (t teller) anyInTime(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		if task := t.Task(id); task != nil {
			return !t.isPast(task.LateFinish)
		}
		m := t.Milestone(id)
		return m != nil && (!t.isPast(m.Date) || !t.isPast(m.Latest))
	})
}
