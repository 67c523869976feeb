package timelinereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// hardDate is a date that must not be missed, of one or more scopes.
type hardDate struct {
	day    date.Date
	name   lang.Text
	scopes []string
	actor  string
	float  int
	tight  bool // the float says how much room there is before it
}

// hardDates lists what must not be missed from now on, by date.
func (t teller) hardDates(d *document.Document) {
	dates := t.ahead()
	if len(dates) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "dates", Columns: []table.Column{
		table.Head("by", t.text("timeline/head-by", nil)), table.Head("what", t.text("timeline/head-what", nil)),
		table.Head("who", t.text("timeline/head-who", nil)), table.Figures("float", t.text("timeline/head-float", nil)),
	}}
	for _, h := range dates {
		name := lang.Joined(": ", h.name, t.Book.ListedNames(h.scopes...))
		float := table.Cell{}
		if h.tight {
			float = table.Of(lang.Whole(h.float))
		}
		sheet.Append(table.Of(lang.ShortDay(h.day)), table.Of(name), table.Of(t.Book.PartyShortName(h.actor)), float)
	}
	d.Section(t.text("timeline/dates-that-bind", nil))
	d.Show(sheet)
}

// ahead are the hard dates ahead, by date. What is the same for several scopes
// is one.
func (t teller) ahead() []hardDate {
	var dates []hardDate
	add := func(node *drejebog.Node, h hardDate) {
		scope := t.scope(node)
		h.name = node.Name()
		at := slices.IndexFunc(dates, func(x hardDate) bool {
			return x.day == h.day && x.name == h.name && scope != "" && x.float == h.float && x.tight == h.tight
		})
		if at < 0 {
			at = len(dates)
			dates = append(dates, h)
		}
		if scope != "" && !strings.Contains(h.name.DA, scope) {
			dates[at].scopes = append(dates[at].scopes, scope)
		}
	}
	for i := range t.Tasks {
		task := &t.Tasks[i]
		hard := t.HardDay(task)
		if hard == nil || !t.IsAhead(task) {
			continue
		}
		h := hardDate{day: *hard, actor: "kommune"}
		if task.DeadlineKind == drejebog.Frist {
			h.float, h.tight = t.FloatLeft(task), true
		}
		add(&task.Node, h)
	}
	for i := range t.Milestones {
		if h, ok := t.binding(&t.Milestones[i]); ok {
			add(&t.Milestones[i].Node, h)
		}
	}
	for i := range t.Notices {
		if k := &t.Notices[i]; k.EndsEarly() && *k.Ends >= t.SeenFrom() {
			dates = append(dates, hardDate{day: *k.Ends, actor: "kmd",
				name: t.text("timeline/ends-before-live", lang.Args{"contract": lang.Both(k.Name)})})
		}
	}
	slices.SortStableFunc(dates, func(a, b hardDate) int { return cmp.Compare(a.day, b.day) })
	return dates
}

// binding is the hard date of a milestone, false where it has none ahead. The
// budgets have pages of their own.
func (t teller) binding(m *timeline.Milestone) (hardDate, bool) {
	switch {
	case !m.Date.Known() || m.Milestone.Kind == drejebog.BudgetAdopted || m.Milestone.Kind == drejebog.BudgetYearBegins:
	case t.ReachedOn(m) != nil:
	case m.Deadline != nil && *m.Deadline >= t.SeenFrom():
		return hardDate{day: *m.Deadline, actor: m.Milestone.Actor, float: m.TotalFloat, tight: true}, true
	case t.isTarget(m) && m.Date.Date >= t.SeenFrom():
		return hardDate{day: m.Date.Date, actor: m.Milestone.Actor}, true
	}
	return hardDate{}, false
}

// isTarget reports whether a milestone is a date that work is done towards: a
// go-live, the end of a legacy system, or a start of implementation that is a
// date of its own.
func (t teller) isTarget(m *timeline.Milestone) bool {
	switch m.Milestone.Kind {
	case drejebog.GoLive, drejebog.SystemEnd:
		return true
	case drejebog.Implementation:
		live := t.milestone(drejebog.GoLive, m.Project)
		return live == nil || live.Date != m.Date
	}
	return false
}
