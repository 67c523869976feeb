package estimatereport

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate/staffing"
)

// hires tells what one more person of a role would save.
func (t *telling) hires(s *staffing.Staffing) {
	if len(s.LeftOver) == 0 {
		return
	}
	if len(s.Hires) == 0 {
		t.Tell(t.text("staffing/no-hire", nil))
		return
	}
	t.Tell(t.text("staffing/hire", nil))
	sheet := &table.Sheet{Name: "hires", Columns: []table.Column{
		table.Head("role", t.text("staffing/role", nil)), table.Head("months", t.text("staffing/hire-months", nil)),
		table.Figures("hours", t.text("staffing/hire-hours", nil)), table.Figures("saved", t.text("staffing/saved", nil)),
		table.Figures("cost", t.text("staffing/cost", lang.Args{"thousand": thousand})), table.Head("certainty", t.text("column/certainty", nil).Lower()),
	}}
	for i := range s.Hires {
		h := &s.Hires[i]
		price := lang.Value(lang.Dash())
		if h.Cost != nil {
			price = thousands(*h.Cost)
		}
		sheet.Append(
			table.Of(t.book.RoleName(h.Role)), table.Of(runs(h.Months)), table.Of(h.Hours.Whole()), table.Of(h.Saved.Whole()),
			table.Of(price), table.Of(t.certainty(h.Certainty)),
		)
	}
	t.Show(sheet)
}

// runs names months, those that follow each other by the first and the last.
func runs(list []staffing.HireMonth) lang.Text {
	var names []lang.Text
	for i := 0; i < len(list); {
		last := i
		for last+1 < len(list) && list[last].Last+1 == list[last+1].First {
			last++
		}
		names = append(names, months(list[i].First, list[last].Last))
		i = last + 1
	}
	return lang.Joined("; ", names...)
}

// isLate reports whether a go-live is kept from its day.
func isLate(g staffing.GoLive) bool { return g.Levelled == nil || g.Days > 0 }

// levelling tells when the go-lives come if nobody is hired.
func (t *telling) levelling(s *staffing.Staffing) {
	l := s.Levelling
	if l == nil || len(l.GoLives) == 0 || len(s.LeftOver) == 0 {
		return
	}
	if !slices.ContainsFunc(l.GoLives, isLate) {
		t.Tell(t.text("staffing/in-time", nil))
		return
	}
	t.Tell(t.text("staffing/levelled", nil))
	sheet := &table.Sheet{Name: "goLives", Columns: []table.Column{
		table.Head("project", t.text("staffing/project", nil)), table.Head("date", t.text("staffing/in-force", nil)),
		table.Head("levelled", t.text("staffing/then-comes", nil)), table.Figures("days", t.text("staffing/days-later", nil)),
		table.Head("waits", t.text("staffing/waits-for", nil)),
	}}
	for i := range l.GoLives {
		g := &l.GoLives[i]
		sheet.Append(table.Of(t.project(g.Project)), table.DayOrNone(&g.Date), table.DayOrNone(g.Levelled), table.Of(daysLater(g)), table.Of(t.waitsFor(g, s, nil)))
	}
	t.Show(sheet)
	t.howLevelled(l.GoLives, l.Proved, l.AtLeast, l.Schedules)
}

// daysLater is how much later a go-live comes, a dash where it never does.
func daysLater(g *staffing.GoLive) lang.Value {
	if g.Levelled == nil {
		return lang.Dash()
	}
	return lang.Whole(g.Days)
}

// waitsFor names whom a go-live of a plan waits for, people of other plans with their kommune.
func (t *telling) waitsFor(g *staffing.GoLive, s *staffing.Staffing, plans []*staffing.Staffing) lang.Text {
	var who []lang.Text
	for _, id := range g.Waits {
		who = append(who, t.nameOf(s, id))
	}
	for _, other := range g.Others {
		for _, p := range plans {
			if k := p.Estimate().Kommune; k.Code == other.Kommune {
				who = append(who, t.text("staffing/other-kommune", lang.Args{"who": t.nameOf(p, other.Person), "kommune": lang.Both(k.Name)}))
			}
		}
	}
	if g.Days > 0 && len(who) == 0 {
		who = append(who, t.text("staffing/own-dates", nil))
	}
	return lang.Joined(", ", who...)
}

// howLevelled tells how go-lives were levelled, and how sure it is.
func (t *telling) howLevelled(goLives []staffing.GoLive, proved bool, atLeast, schedules int) {
	ours := []lang.Text{t.text("staffing/ours", nil)}
	switch {
	case slices.ContainsFunc(goLives, func(g staffing.GoLive) bool { return g.Levelled == nil }):
		ours = append(ours, t.text("staffing/never", nil))
	case proved:
		ours = append(ours, t.text("staffing/proved", nil))
	default:
		ours = append(ours, t.text("staffing/tried", lang.Args{"n": lang.Whole(schedules)}))
		if atLeast > 0 {
			ours = append(ours, t.text("staffing/at-least", lang.Args{"n": lang.Whole(atLeast)}))
		}
	}
	t.Tell(ours...)
}

// levellingTogether tells when the go-lives of several kommuner come if nobody is hired.
func (t *telling) levellingTogether(of *staffing.Together) {
	l := of.Levelling
	if l == nil {
		return
	}
	var all []staffing.GoLive
	for i := range l.Plans {
		all = append(all, l.Plans[i].GoLives...)
	}
	if len(all) == 0 {
		return
	}
	if !slices.ContainsFunc(all, isLate) {
		t.Tell(t.text("staffing/in-time-together", nil))
		return
	}
	t.Tell(t.text("staffing/levelled-together", nil))
	sheet := &table.Sheet{Name: "goLives", Columns: []table.Column{
		table.Head("kommune", t.text("staffing/kommune", nil)), table.Head("project", t.text("staffing/project", nil)),
		table.Head("date", t.text("staffing/in-force", nil)), table.Head("alone", t.text("staffing/alone-comes", nil)),
		table.Head("levelled", t.text("staffing/together-comes", nil)), table.Figures("days", t.text("staffing/days-later", nil)),
		table.Head("waits", t.text("staffing/waits-for", nil)),
	}}
	for i := range l.Plans {
		s := of.Plans[i]
		for k := range l.Plans[i].GoLives {
			g := &l.Plans[i].GoLives[k]
			sheet.Append(
				table.Of(lang.Both(s.Estimate().Kommune.Name)), table.Of(t.project(g.Project)), table.DayOrNone(&g.Date), table.DayOrNone(alone(s, g.Milestone)),
				table.DayOrNone(g.Levelled), table.Of(daysLater(g)), table.Of(t.waitsFor(g, s, of.Plans)),
			)
		}
	}
	t.Show(sheet)
	t.howLevelled(all, l.Proved, l.AtLeast, l.Schedules)
}

// alone is when a go-live comes by the levelling of its plan; nil where that says nothing.
func alone(s *staffing.Staffing, milestone string) *date.Date {
	if s.Levelling == nil {
		return nil
	}
	for i := range s.Levelling.GoLives {
		if g := &s.Levelling.GoLives[i]; g.Milestone == milestone {
			return g.Levelled
		}
	}
	return nil
}
