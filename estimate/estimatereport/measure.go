package estimatereport

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/outlook"
)

// Measure tells what an edit of the plan buys in days, kroner and hours, and its price. Its
// tables are gates, of those that change, and budgetYears. The document of what nobody
// computed is empty.
func Measure(m *outlook.Measure) *document.Document {
	if m == nil {
		return &document.Document{}
	}
	t, ok := tell(m.After.Estimate())
	if !ok {
		return &t.Document
	}
	t.Title, t.Subject = t.text("risk/measure-title", nil), lang.Both(t.est.Kommune.FullName())
	t.Tell(t.text("risk/measure-drawn", lang.Args{"times": lang.Whole(m.After.Samples), "seed": lang.Both(strconv.FormatUint(m.After.Seed, 10))}))
	price := t.text("risk/measure-free", nil)
	if !m.Price.IsZero() || !m.Hours.IsZero() {
		price = t.text("risk/measure-price", lang.Args{"amount": m.Price.ToThousands(), "hours": m.Hours.ToTens()})
	}
	t.Tell(price)
	if !m.Money.IsZero() || !m.Within.IsZero() || !m.Fewer.IsZero() {
		t.Tell(t.text("risk/measure-bought", lang.Args{
			"mean": t.lessOf(m.Money), "within": t.lessOf(m.Within), "percent": percent(sure, 0), "hours": signedTens(m.Fewer.Neg()),
		}))
	}
	if !t.bought(m) && m.Money.IsZero() && m.Within.IsZero() && m.Fewer.IsZero() {
		t.Tell(t.text("risk/measure-nothing", nil))
	}
	t.changedYears(m)
	return &t.Document
}

// lessOf is what is less with its sign, in kroner.
func (t *telling) lessOf(amount drejebog.Kroner) lang.Text {
	return sign(amount.Sign() < 0, lang.Written(amount.Neg().ToThousands()))
}

func signedTens(hours drejebog.Hours) lang.Text {
	return sign(hours.Sign() > 0, lang.Written(hours.ToTens()))
}

// sign sets a plus before what is more.
func sign(more bool, text lang.Text) lang.Text {
	if more {
		return lang.Joined("", lang.Both("+"), text)
	}
	return text
}

// bought tells the gates that change; false where none does.
func (t *telling) bought(m *outlook.Measure) bool {
	sheet := &table.Sheet{Name: "gates", Columns: []table.Column{
		table.Head("what", t.text("risk/what", nil)), table.Head("hard", t.text("risk/hard", nil)),
		table.Head("before", t.by("risk/before")), table.Head("after", t.by("risk/after")), table.Figures("days", t.text("risk/days-won", nil)),
		table.Head("chanceBefore", t.text("risk/chance-before", nil)), table.Head("chanceAfter", t.text("risk/chance-after", nil)),
	}}
	for i := range m.Gates {
		g := &m.Gates[i]
		if g.Days == 0 && g.Before.Chance == g.After.Chance && g.Before.Hard == g.After.Hard {
			continue
		}
		sheet.Append(table.Of(t.sched.LabelOf(g.After.ID)), table.Of(lang.ShortDay(g.After.Hard)), table.Of(lang.ShortDay(g.Before.P80)), table.Of(lang.ShortDay(g.After.P80)),
			table.Whole(g.Days), table.Of(t.chance(g.Before.Chance)), table.Of(t.chance(g.After.Chance)))
	}
	if len(sheet.Rows) > 0 {
		t.Section(t.text("risk/dates", nil))
		t.Show(sheet)
	}
	return len(sheet.Rows) > 0
}

// by is when one can be sure, before or after.
func (t *telling) by(id string) lang.Text {
	return lang.Joined(", ", t.text("risk/by-then", lang.Args{"percent": percent(sure, 0)}), t.text(id, nil))
}

// changedYears tells the new money of each year ahead before and after.
func (t *telling) changedYears(m *outlook.Measure) {
	within := lang.Args{"percent": percent(sure, 0)}
	sheet := &table.Sheet{Name: "budgetYears", Columns: []table.Column{
		table.Head("year", t.text("risk/year", nil)), table.Figures("meanBefore", t.text("risk/mean-before", nil)), table.Figures("meanAfter", t.text("risk/mean-after", nil)),
		table.Figures("withinBefore", t.text("risk/within-before", within)), table.Figures("withinAfter", t.text("risk/within-after", within)),
	}}
	row := func(name lang.Text, before, after *outlook.Amounts) {
		sheet.Append(table.Of(name), table.Of(thousands(before.NewMoney.Mean)), table.Of(thousands(after.NewMoney.Mean)),
			table.Of(thousands(before.NewMoney.Within(sure))), table.Of(thousands(after.NewMoney.Within(sure))))
	}
	for i := range m.Years {
		y := &m.Years[i]
		if y.After.Year == estimate.Undated || y.After.Year < t.sched.SeenFrom().Year() {
			continue
		}
		row(lang.Written(lang.Plain(y.After.Year)), &y.Before.Amounts, &y.After.Amounts)
	}
	row(t.text("risk/all-years", nil), &m.Before.InAll, &m.After.InAll)
	t.Section(t.text("risk/by-year", nil))
	t.Show(sheet)
}
