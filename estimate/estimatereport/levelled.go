package estimatereport

import (
	"slices"

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
			table.Of(t.book.RoleName(h.Role)), table.Of(runs(h.Months)), table.Of(wholeHours(h.Hours)), table.Of(wholeHours(h.Saved)),
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

// levelling tells when the go-lives come if nobody is hired.
func (t *telling) levelling(s *staffing.Staffing) {
	l := s.Levelling
	if l == nil || len(l.GoLives) == 0 || len(s.LeftOver) == 0 {
		return
	}
	if !slices.ContainsFunc(l.GoLives, func(g staffing.GoLive) bool { return g.Levelled == nil || g.Days > 0 }) {
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
		var who []lang.Text
		for _, id := range g.Waits {
			who = append(who, t.nameOf(s, id))
		}
		if g.Days > 0 && len(who) == 0 {
			who = append(who, t.text("staffing/own-dates", nil))
		}
		days := lang.Value(lang.Whole(g.Days))
		if g.Levelled == nil {
			days = lang.Dash()
		}
		sheet.Append(table.Of(t.project(g.Project)), table.DayOrNone(&g.Date), table.DayOrNone(g.Levelled), table.Of(days), table.Of(lang.Joined(", ", who...)))
	}
	t.Show(sheet)
	ours := []lang.Text{t.text("staffing/ours", nil)}
	switch {
	case slices.ContainsFunc(l.GoLives, func(g staffing.GoLive) bool { return g.Levelled == nil }):
		ours = append(ours, t.text("staffing/never", nil))
	case l.Proved:
		ours = append(ours, t.text("staffing/proved", nil))
	default:
		ours = append(ours, t.text("staffing/tried", lang.Args{"n": lang.Whole(l.Schedules)}))
	}
	t.Tell(ours...)
}
