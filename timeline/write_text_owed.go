package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// mostUndated is how many of the deliverables without a date are worth a line.
const mostUndated = 4

// owed is something that somebody else has not delivered, for one or more
// scopes.
type owed struct {
	name     drejebog.Text
	actor    string
	scopes   []string
	promised drejebog.Text // zero for what nobody has promised a time for
	date     When          // when it is expected
	latest   When          // the first day that it is too late after
	overdue  bool
}

// writeOwed tells what the kommune waits for: what is overdue, what is
// promised, and of what nobody has dated what is needed first.
func (s *Schedule) writeOwed(p *page.Page) {
	list := s.owedByOthers()
	if len(list) == 0 {
		return
	}
	p.Heading("Venter på", "Waiting for")
	undated := 0
	for i := range list {
		o := &list[i]
		if o.date.Kind == Open {
			if undated++; undated > mostUndated {
				continue
			}
		}
		p.Paragraph("  - ", s.owedLine(p, o))
	}
	if undated > mostUndated {
		p.Paragraph("  - ", p.Say("Yderligere ", "Another ")+p.Count(undated-mostUndated, words("leverance", "deliverable"), words("leverancer", "deliverables"))+
			p.Say(" har ingen dato og skal bruges senere.", " have no date and are needed later."))
	}
}

func (s *Schedule) owedLine(p *page.Page, o *owed) string {
	party, _, _ := strings.Cut(s.actorName(o.actor).In(p.Lang), ",")
	line := party + ": " + o.name.In(p.Lang)
	if len(o.scopes) > 0 {
		line += " (" + joined(p, o.scopes) + ")"
	}
	switch {
	case o.overdue:
		line += p.Say(", lovet ", ", promised ") + o.promised.In(p.Lang) + p.Say(", er ikke kommet", ", has not come")
	case o.promised.IsZero() && o.date.Kind == Open:
		line += p.Say(", ingen dato", ", no date")
	case o.promised.IsZero():
		line += ", " + s.WhenText(o.date).In(p.Lang)
	default:
		line += p.Say(", lovet ", ", promised ") + o.promised.In(p.Lang)
	}
	switch {
	case o.latest.Kind == Open:
	case o.latest == o.date:
		line += p.Say(", sidste dag", ", the last day")
	default:
		line += p.Say("; skal bruges senest ", "; needed by ") + s.WhenText(o.latest).In(p.Lang)
	}
	return line + "."
}

// owedByOthers lists what has not come and is waited for: the overdue first,
// then by date, and what has none by when it is needed.
func (s *Schedule) owedByOthers() []owed {
	var list []owed
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if m.Milestone.Kind != drejebog.Deliverable {
			continue
		}
		promised, delivered := s.Owed(m)
		gone := m.Latest.Known() && m.Latest.Date < s.SeenFrom()
		if delivered != nil || promised == nil && (m.Latest.Kind == Open || gone) {
			continue
		}
		o := owed{name: m.Milestone.Name, actor: m.Milestone.Actor, date: m.Date, latest: m.Latest}
		if promised != nil {
			o.promised, o.overdue = s.promise(m, *promised), *promised < s.SeenFrom()
		}
		at := slices.IndexFunc(list, func(x owed) bool {
			return x.name == o.name && x.promised == o.promised && x.date.Kind == o.date.Kind
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
		return cmp.Or(boolOrder(b.overdue, a.overdue), cmp.Compare(a.date.sortKey(), b.date.sortKey()), cmp.Compare(a.latest.sortKey(), b.latest.sortKey()))
	})
	return list
}
