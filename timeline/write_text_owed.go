package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// mostUndated is how many of the deliverables without a date are worth a line.
const mostUndated = 4

// owed is something that somebody else has not delivered, for one or more
// scopes.
type owed struct {
	name     lang.Text
	actor    string
	scopes   []string
	promised lang.Text // zero for what nobody has promised a time for
	date     When      // when it is expected
	latest   When      // the first day that it is too late after
	overdue  bool      // the day that it was promised for, or that a rule counts for it, has passed
}

// writeOwed tells what the kommune waits for: what is overdue, what is
// promised, and of what nobody has dated what is needed first.
func (s *Schedule) writeOwed(p *page.Page) {
	list := s.owedByOthers()
	if len(list) == 0 {
		return
	}
	heading(p, s.text("timeline/waiting-for", nil))
	undated := 0
	for i := range list {
		o := &list[i]
		if o.date.Kind == Open {
			if undated++; undated > mostUndated {
				continue
			}
		}
		p.Paragraph("  - ", s.owedLine(o).In(p.Lang))
	}
	if undated > mostUndated {
		p.Paragraph("  - ", s.text("timeline/another-undated", lang.Args{"n": lang.Whole(undated - mostUndated)}).In(p.Lang))
	}
}

func (s *Schedule) owedLine(o *owed) lang.Text {
	line := lang.Joined(": ", s.partyName(o.actor), o.name)
	if len(o.scopes) > 0 {
		line = lang.Joined(" ", line, bracketed(s.listed(bothOf(o.scopes)...)))
	}
	line = lang.Joined(", ", line, s.owedWhen(o))
	switch {
	case o.latest.Kind == Open || o.overdue && o.latest == o.date:
	case o.latest == o.date:
		line = lang.Joined(", ", line, s.text("timeline/the-last-day", nil))
	default:
		line = lang.Joined("; ", line, s.neededText(o.latest))
	}
	return closed(line)
}

// owedWhen says for when something is promised, or was.
func (s *Schedule) owedWhen(o *owed) lang.Text {
	switch {
	case o.overdue && o.promised.IsZero():
		return s.text("timeline/due-not-stated", lang.Args{"day": s.WhenText(o.date)})
	case o.overdue:
		return s.text("timeline/promised-late", lang.Args{"promise": o.promised})
	case o.promised.IsZero() && o.date.Kind == Open:
		return s.text("timeline/no-date", nil)
	case o.promised.IsZero():
		return s.WhenText(o.date)
	}
	return s.text("timeline/promised", lang.Args{"promise": o.promised})
}

// owedByOthers lists what has not come and is waited for: the overdue first,
// then by date, and what has none by when it is needed.
func (s *Schedule) owedByOthers() []owed {
	var list []owed
	holds, _ := s.network.successors()
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if m.Milestone.Kind != drejebog.Deliverable {
			continue
		}
		promised, delivered := s.Owed(m)
		if delivered != nil || promised == nil && (m.Latest.Kind == Open || !s.anyInTime(s.ownAfter(s.network.indexOf(m.ID), holds))) {
			continue
		}
		o := owed{name: m.Milestone.Name, actor: m.Milestone.Actor, date: m.Date, latest: m.Latest}
		if promised != nil {
			o.promised = s.promise(m, *promised)
		}
		if due := s.DueOn(m); due != nil && *due < s.SeenFrom() {
			o.overdue = true
			if promised == nil {
				o.date = When{Kind: OnDate, Date: *due}
			}
		}
		at := slices.IndexFunc(list, func(x owed) bool {
			return x.name == o.name && x.promised == o.promised && x.date.Kind == o.date.Kind && x.overdue == o.overdue
		})
		if at < 0 {
			at, list = len(list), append(list, o)
		}
		if o.latest.sortKey() < list[at].latest.sortKey() {
			list[at].latest = o.latest
		}
		if o.date.sortKey() < list[at].date.sortKey() {
			list[at].date = o.date
		}
		if scope := s.scopeName(&m.Node); scope != "" && !strings.Contains(o.name.DA, scope) {
			list[at].scopes = append(list[at].scopes, scope)
		}
	}
	slices.SortStableFunc(list, func(a, b owed) int {
		return cmp.Or(boolOrder(b.overdue, a.overdue), boolOrder(s.isPast(b.latest), s.isPast(a.latest)), cmp.Compare(a.date.sortKey(), b.date.sortKey()), cmp.Compare(a.latest.sortKey(), b.latest.sortKey()))
	})
	return list
}
