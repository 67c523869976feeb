package readinessreport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/rickb777/date/v2"
)

// The page's bounds: what stands on it is for a meeting.
const (
	mostBlockers = 8
	mostWaiting  = 4 // before the requirements are published
)

func (r assessment) project(p *readiness.ProjectAssessment) {
	r.Section(lang.Joined(": ", lang.Both(p.Name), r.verdict(p.Recommendation)))
	reasons := make([]lang.Text, len(p.Reasons), len(p.Reasons)+1)
	for i := range p.Reasons {
		reasons[i] = p.Reasons[i].Text()
	}
	if p.EarliestImpl != nil {
		reasons = append(reasons, r.earliest(p))
	}
	r.Points(reasons...)
	lights := &table.Sheet{Name: p.ID + "-lights", Title: r.say("readiness-page/lights", nil), Columns: make([]table.Column, 3)}
	lights.Append(table.Of(r.say("readiness-page/row-time", nil)), table.Of(r.light(p.Time.Light)), table.Of(p.Time.Reason))
	lights.Append(table.Of(r.say("readiness-page/row-money", nil)), table.Of(r.light(p.Money.Light)), table.Of(p.Money.Reason))
	lights.Append(table.Of(r.say("readiness-page/row-quality", nil)), table.Of(r.light(p.Quality.Light)), table.Of(p.Quality.Reason))
	r.table(lights)
	r.gates(p)
	r.blockers(p)
	r.categories(p)
	if len(p.Criteria) > 0 {
		r.heading(2, r.say("readiness-page/what-else", nil))
		r.matters(p.ID+"-topics", p.Criteria)
	}
}

// earliest says which day is the first possible one, and what that rests on.
func (r assessment) earliest(p *readiness.ProjectAssessment) lang.Text {
	told := lang.Args{"day": lang.Day(*p.EarliestImpl), "lead": r.say("common/months", lang.Args{"n": lang.Whole(r.book.MonthsBefore(p.Confirmation().Milestone))})}
	switch {
	case p.EarliestByPlan:
		return r.say("readiness-page/earliest-by-plan", told)
	case p.Confirmation().Passed != nil || p.Forecast.On == nil || *p.Forecast.On <= r.a.On:
		return r.say("readiness-page/earliest-confirmed", told)
	}
	return r.say("readiness-page/earliest-by-pace", told)
}

func (r assessment) gates(p *readiness.ProjectAssessment) {
	t := &table.Sheet{Name: p.ID + "-gates", Title: r.say("readiness-page/gates", nil), Columns: []table.Column{
		table.Head("gate", r.say("readiness-page/column-gate", nil)), table.Head("latest", r.say("readiness-page/column-latest", nil)),
		table.Figures("workdays", r.say("readiness-page/column-workdays", nil)), table.Head("expected", r.say("readiness-page/column-expected", nil)),
		table.Head("status", r.say("readiness-page/column-status", nil)),
	}}
	for i := range p.Gates {
		g := &p.Gates[i]
		latest := table.Of(r.say("readiness-page/unknown", nil))
		switch last := g.Last(); {
		case last != nil:
			latest = table.DayOrNone(last)
		case g.Expected.Known():
			latest = table.DayOrNone(nil)
		}
		t.Append(table.Of(g.Name), latest, table.WholeOrNone(g.Left), table.DayOrNone(r.expected(g)), table.Of(r.gateState(g)))
	}
	r.table(t)
}

// expected is the day that a gate ahead is scheduled for; nil where there is none,
// or it has gone by.
func (r assessment) expected(g *readiness.Gate) *date.Date {
	if !g.Ahead() || !g.Expected.Known() || g.Expected.Date < r.a.On {
		return nil
	}
	return &g.Expected.Date
}

// gateState is how a gate stands, with the day that it was passed.
func (r report) gateState(g *readiness.Gate) lang.Text {
	switch g.State {
	case readiness.GatePassed:
		return r.say("readiness-page/reached", lang.Args{"day": lang.ShortDay(*g.Passed)})
	case readiness.GatePassedLate:
		return r.say("readiness-page/reached-late", lang.Args{"day": lang.ShortDay(*g.Passed)})
	case readiness.GateUndated:
		return r.waiting(g, readiness.GateOpen)
	}
	return r.waiting(g, g.State)
}

// waiting is a gate's state, and of an open one whom it waits for, where that is
// not the kommune and nothing of the kommune's holds it up.
func (r report) waiting(g *readiness.Gate, state readiness.GateState) lang.Text {
	isOpen := g.State == readiness.GateOpen || g.State == readiness.GateUndated
	own := slices.ContainsFunc(g.Blocks, func(b readiness.Block) bool { return b.Actor == "kommune" })
	if isOpen && !own && g.Actor != "kommune" && r.book.Party(g.Actor) != nil {
		return r.say("readiness-page/waiting-for", lang.Args{"party": r.book.PartyShortName(g.Actor)})
	}
	return r.state(state)
}

func (r report) state(s readiness.GateState) lang.Text {
	return r.book.Words.Key("gate-state", s.String(), nil)
}

func (r assessment) blockers(p *readiness.ProjectAssessment) {
	if len(p.Blockers) == 0 {
		return
	}
	most := mostBlockers
	if p.List == nil {
		most = mostWaiting
	}
	r.heading(2, r.say("readiness-page/blockers", nil))
	t := &table.Sheet{Name: p.ID + "-missing", Columns: make([]table.Column, 4)}
	for i := range p.Blockers[:min(most, len(p.Blockers))] {
		b := &p.Blockers[i]
		by := table.DayOrNone(b.By)
		if b.By == nil {
			by = table.Of(r.say("readiness-page/no-date", nil))
		}
		t.Append(by, table.Of(r.left(&b.Block)), table.Of(b.What), table.Of(r.mustAct(&b.Block)))
	}
	r.table(t)
	if more := len(p.Blockers) - most; more > 0 {
		r.Tell(r.say("readiness-page/and-more", lang.Args{"n": lang.Whole(more)}))
	}
}

func (r assessment) left(b *readiness.Block) lang.Text {
	switch {
	case b.Left == nil:
		return lang.Text{}
	case *b.Left < 0 && b.Light == readiness.Grey:
		return r.state(readiness.GateUnstated)
	case *b.Left < 0:
		return r.state(readiness.GateOverdue)
	case *b.Left == 0:
		return r.say("readiness-page/today", nil)
	}
	return r.say("common/days", lang.Args{"n": lang.Whole(*b.Left)})
}

// mustAct is who must act: the people with the role, the role, or the party.
func (r assessment) mustAct(b *readiness.Block) lang.Text {
	if b.Actor != "" && b.Actor != "kommune" {
		return r.book.PartyShortName(b.Actor)
	}
	return r.role(b.Role, b.People)
}

func (r assessment) categories(p *readiness.ProjectAssessment) {
	if p.List == nil {
		return
	}
	r.heading(2, r.say("readiness-page/by-category", nil))
	t := &table.Sheet{Name: p.ID + "-categories", Columns: []table.Column{
		table.Head("category", r.say("readiness-page/column-category", nil)), table.Figures("confirmed", r.say("readiness-page/column-confirmed", nil)),
		table.Figures("answered", r.say("readiness-page/column-answered", nil)), table.Head("light", r.say("readiness-page/column-light", nil)),
	}}
	for i := range p.Categories {
		c := &p.Categories[i]
		confirmed := r.score(&c.Score)
		if !c.Score.Known {
			confirmed = r.say("readiness-page/does-not-apply", nil)
		}
		answered := r.say("readiness-page/some-of", lang.Args{"some": lang.Whole(c.Score.Answered), "all": lang.Whole(c.Score.All)})
		t.Append(table.Of(c.Category.Name), table.Of(confirmed), table.Of(answered), table.Of(r.light(c.Light)))
	}
	r.table(t)
	switch f := &p.Forecast; {
	case f.Open == 0:
	case f.On != nil:
		r.Tell(r.say("readiness-page/done-at-pace", lang.Args{
			"day":          lang.Day(*f.On),
			"requirements": r.say("readiness/requirements", lang.Args{"n": lang.Whole(f.Confirmed)}),
			"days":         r.say("common/working-days", lang.Args{"n": lang.Whole(f.Workdays)}),
		}))
	case f.Confirmed > 0:
		r.Tell(r.say("readiness-page/never-at-pace", nil))
	}
}
