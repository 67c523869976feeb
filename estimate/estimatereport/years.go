package estimatereport

import (
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
)

// years is the table of the budget years.
func (t *telling) years() {
	t.Section(t.text("common/budget-years", nil))
	sheet := t.yearSheet("budgetYears", lang.Text{})
	add := func(label lang.Text, figure func(*estimate.Totals) lang.Value) {
		row := []table.Cell{table.Of(label)}
		for i := range t.est.Years {
			row = append(row, table.Of(figure(&t.est.Years[i].Totals)))
		}
		if len(t.est.Years) > 1 {
			total := t.est.Total()
			row = append(row, table.Of(figure(&total)))
		}
		sheet.Append(row...)
	}
	kroner := func(label lang.Text, of func(*estimate.Totals) drejebog.Kroner) {
		add(label, func(sum *estimate.Totals) lang.Value { return thousands(of(sum)) })
	}
	kroner(t.text("estimate/new-money-in", lang.Args{"thousand": thousand}), func(s *estimate.Totals) drejebog.Kroner { return s.NewMoney })
	kroner(t.text("estimate/new-money-low", nil), func(s *estimate.Totals) drejebog.Kroner { return s.NewMoneyLow })
	kroner(t.text("estimate/new-money-high", nil), func(s *estimate.Totals) drejebog.Kroner { return s.NewMoneyHigh })
	add(t.text("workbook-measure/hours", nil), func(s *estimate.Totals) lang.Value { return tens(s.Hours) })
	add(t.text("estimate/own-people-fte", nil), func(s *estimate.Totals) lang.Value { return t.fte(s.Hours) })
	kroner(t.text("estimate/own-hours-value", lang.Args{"thousand": thousand}), func(s *estimate.Totals) drejebog.Kroner { return s.OwnTimeValue })
	kroner(t.text("estimate/in-all-in", lang.Args{"thousand": thousand}), func(s *estimate.Totals) drejebog.Kroner { return s.Likely })
	kroner(t.text("estimate/in-all-low", nil), func(s *estimate.Totals) drejebog.Kroner { return s.Low })
	kroner(t.text("estimate/in-all-high", nil), func(s *estimate.Totals) drejebog.Kroner { return s.High })
	kroner(t.inAllThatIs(plan.SetAside), func(s *estimate.Totals) drejebog.Kroner { return s.SetAside })
	kroner(t.inAllThatIs(plan.WithinFrame), func(s *estimate.Totals) drejebog.Kroner { return s.WithinFrame })
	kroner(t.inAllThatIs(plan.Undecided), func(s *estimate.Totals) drejebog.Kroner { return s.Undecided })
	if _, provisional := t.est.Undated(); provisional.Sign() > 0 {
		kroner(t.text("estimate/new-money-provisional", nil), func(s *estimate.Totals) drejebog.Kroner { return s.Provisional })
	}
	row := []table.Cell{table.Of(t.text("estimate/contributed", nil))}
	for i := range t.est.Years {
		row = append(row, table.Of(lang.YesNo(t.est.Years[i].Contributed)))
	}
	if len(t.est.Years) > 1 {
		row = append(row, table.Cell{}) // of no year
	}
	sheet.Append(row...)
	t.Show(sheet)
}

// inAllThatIs names the row of what has been decided.
func (t *telling) inAllThatIs(state plan.DecisionState) lang.Text {
	return t.text("estimate/in-all-decision", lang.Args{"decision": t.decision(state)})
}

// yearSheet is a table with a column for each budget year and one for their sum,
// where there are several; what its rows are stands over the first.
func (t *telling) yearSheet(name string, rows lang.Text) *table.Sheet {
	sheet := &table.Sheet{Name: name, Columns: []table.Column{table.Head("of", rows)}}
	for i := range t.est.Years {
		head, year := t.text("estimate/undated-short", nil), t.est.Years[i].Year
		if year != estimate.Undated {
			head = lang.Written(lang.Plain(year))
		}
		sheet.Columns = append(sheet.Columns, table.Figures(strconv.Itoa(year), head))
	}
	if len(t.est.Years) > 1 {
		sheet.Columns = append(sheet.Columns, table.Figures("inAll", t.text("common/in-all", nil).Lower()))
	}
	return sheet
}

// groups shows new money and own hours by project and by role.
func (t *telling) groups() {
	t.Section(t.text("common/by-project", nil))
	t.group("byProject", t.est.ByProject(), t.project)
	t.Section(t.text("estimate/by-role", nil))
	t.group("byRole", largest(t.est.ByRole()), t.role)
}

// group shows the new money of each group, and in a table below it the own
// hours; only the groups that have any.
func (t *telling) group(name string, groups []estimate.Breakdown, label func(string) lang.Text) {
	money := func(s *estimate.Totals) lang.Value { return thousands(s.NewMoney) }
	t.figures(t.yearSheet(name, t.text("estimate/new-money-in", lang.Args{"thousand": thousand})), groups, label, money)
	hours := func(s *estimate.Totals) lang.Value { return tens(s.Hours) }
	t.figures(t.yearSheet(name+"Hours", t.text("workbook-measure/hours", nil)), groups, label, hours)
}

// figures shows a figure of each group by year.
func (t *telling) figures(sheet *table.Sheet, groups []estimate.Breakdown, label func(string) lang.Text, of func(*estimate.Totals) lang.Value) {
	for i := range groups {
		g := &groups[i]
		row, any := []table.Cell{table.Of(label(g.Key))}, false
		for k := range g.Years {
			figure := of(&g.Years[k])
			any = any || figure != lang.Value(lang.Dash())
			row = append(row, table.Of(figure))
		}
		if len(g.Years) > 1 {
			row = append(row, table.Of(of(&g.All)))
		}
		if any {
			sheet.Append(row...)
		}
	}
	if len(sheet.Rows) > 0 {
		t.Show(sheet)
	}
}

// mostRoles is how many roles are worth a row of their own.
const mostRoles = 5

// otherRoles is the key of the roles that share the last row.
const otherRoles = "…"

// largest keeps the roles that cost most, in their order, what is bought, and
// the sum of the others.
func largest(roles []estimate.Breakdown) []estimate.Breakdown {
	ranked := slices.Clone(roles)
	slices.SortStableFunc(ranked, func(a, b estimate.Breakdown) int { return b.All.Likely.Cmp(a.All.Likely) })
	if len(ranked) <= mostRoles+1 {
		return roles
	}
	least := ranked[mostRoles-1].All.Likely
	others := estimate.Breakdown{Key: otherRoles, Years: make([]estimate.Totals, len(roles[0].Years))}
	var kept []estimate.Breakdown
	for _, g := range roles {
		if g.Key == estimate.Purchases || g.All.Likely.Cmp(least) >= 0 {
			kept = append(kept, g)
			continue
		}
		for i := range g.Years {
			others.Years[i].Add(&g.Years[i])
		}
		others.All.Add(&g.All)
	}
	return append(kept, others)
}

// role is a role's name, or what stands for purchases and for the other roles.
func (t *telling) role(id string) lang.Text {
	switch id {
	case estimate.Purchases:
		return t.text("common/purchases", nil)
	case otherRoles:
		return t.text("estimate/other-roles", nil)
	}
	return t.book.RoleName(id)
}

// lines is the table of the cells, to the øre; an empty year for undated money.
func (t *telling) lines() *table.Sheet {
	sheet := &table.Sheet{Name: "lines", Title: t.text("estimate/sheet", nil), Columns: []table.Column{
		table.Head("project", t.text("column/project", nil)), table.Head("task", t.text("column/task", nil)),
		table.Head("role", t.text("column/role", nil)), table.Head("kind", t.text("column/kind", nil)),
		table.Head("year", t.text("column/budget-year", nil)), table.Figures("low", t.text("column/low", nil)),
		table.Figures("likely", t.text("column/likely", nil)), table.Figures("high", t.text("column/high", nil)),
		table.Head("priceLevel", t.text("column/price-level", nil)), table.Figures("hours", t.text("column/hours", nil)),
		table.Head("decision", t.text("column/decision", nil)), table.Head("certainty", t.text("column/certainty", nil)),
		table.Head("source", t.text("column/source", nil)), table.Head("taskId", t.text("column/task-id", nil)),
	}}
	levels := map[int]int{}
	for i := range t.est.Years {
		levels[t.est.Years[i].Year] = t.est.Years[i].PriceLevel
	}
	for i := range t.est.Cells {
		c := &t.est.Cells[i]
		year := table.Cell{}
		if c.Year != estimate.Undated {
			year = table.Whole(c.Year)
		}
		sheet.Append(
			table.Of(t.project(c.Project)), table.Of(t.sched.NameOf(c.Task)), table.Of(t.book.RoleName(c.Role)), table.Of(t.kind(c.Kind)), year,
			table.Amount(c.Low.Decimal(), 2), table.Amount(c.Likely.Decimal(), 2), table.Amount(c.High.Decimal(), 2),
			table.Whole(levels[c.Year]), table.Amount(c.Hours.Decimal(), 2),
			table.Of(t.decision(c.Decision)), table.Of(t.certainty(c.Certainty)), table.Text(c.Source), table.Text(c.Task),
		)
	}
	return sheet
}
