package steering

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Deviation is something that is broken.
type Deviation struct {
	Finding drejebog.Finding `json:"finding"`
	New     bool             `json:"new"` // it was not there at the last report
}

// deviations are the findings of error severity.
func (m *maker) deviations() []Deviation {
	var list []Deviation
	for _, f := range m.book.Grouped(drejebog.WithSeverity(m.Findings, drejebog.SeverityError)) {
		list = append(list, Deviation{Finding: f})
	}
	return list
}

// Ask is something that the steering group is asked to do.
type Ask struct {
	What lang.Said  `json:"what"` // follows "The steering group is asked to"
	By   *date.Date `json:"by"`   // nil: at the meeting
}

// asks follow from what the report says: deviations, later dates, money to decide, clashes
// and notices, else to take note. What is for the meeting stands first.
func (m *maker) asks(r *Report) []Ask {
	var list []Ask
	next := m.Estimate.ToDecide()
	for i := range r.Money {
		y := &r.Money[i]
		switch told := (lang.Args{"year": lang.Plain(y.Year), "amount": y.Deviation.ToThousands()}); {
		case y.Year == 0 || y.Deviation.Sign() <= 0:
		case y.Adopted:
			list = append(list, Ask{What: m.say("steering/ask-cover", told)})
		case next != nil && y.Year == next.Year:
			list = append(list, Ask{m.say("steering/ask-money", told), y.DecisionBy})
		}
	}
	if n := len(r.Deviations); n > 0 {
		list = append(list, Ask{What: m.say("steering/ask-deviations", lang.Args{"n": lang.Whole(n)})})
	}
	for i := range r.Milestones {
		x := &r.Milestones[i]
		if x.Baseline != nil && x.Later != nil && *x.Later > 0 {
			told := lang.Args{"now": lang.Day(x.Now.Date), "agreed": lang.Day(*x.Baseline), "what": x.Name}
			list = append(list, Ask{What: m.say("steering/ask-date", told)})
		}
	}
	if c := r.Clash; c != nil {
		by := c.First
		if by <= m.on {
			by = r.Next
		}
		list = append(list, Ask{m.say("steering/ask-people", lang.Args{"who": m.who(c.Person), "over": hours(c.Over)}), &by})
	}
	for i := range m.Schedule.Notices {
		k := &m.Schedule.Notices[i]
		if k.Contract != "" && k.Latest != nil && !k.GivenBy(m.on) && *k.Latest >= m.on && *k.Latest <= drejebog.AddMonths(r.Next, 1) {
			list = append(list, Ask{m.say("steering/ask-notice", lang.Args{"contract": lang.Both(k.Name)}), k.Latest})
		}
	}
	if len(list) == 0 {
		list = []Ask{{What: m.say("steering/ask-note", nil)}}
	}
	slices.SortStableFunc(list, func(a, b Ask) int { return cmp.Compare(dayOf(a.By), dayOf(b.By)) })
	return list
}

func dayOf(day *date.Date) date.Date {
	if day == nil {
		return 0
	}
	return *day
}
