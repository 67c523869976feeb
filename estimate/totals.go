package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Totals are sums of cells.
type Totals struct {
	Low, Likely, High drejebog.Kroner // kroner in all: new money and the value of own hours
	Hours             drejebog.Hours  // likely
	Backfilled        drejebog.Hours  // of Hours: new money pays a stand-in for the ordinary work

	NewMoney     drejebog.Kroner // of Likely: needs an appropriation
	OwnTimeValue drejebog.Kroner // of Likely: paid already
	NewMoneyLow  drejebog.Kroner // of Low
	NewMoneyHigh drejebog.Kroner // of High

	Provisional drejebog.Kroner // of NewMoney: in its contribution's year because nobody knows the date

	// What has been decided about Likely; the three add up to it. Where the
	// plan says nothing, nothing has been decided.
	SetAside    drejebog.Kroner // set aside in the budget
	WithinFrame drejebog.Kroner // held within the existing frame
	Undecided   drejebog.Kroner

	NewMoneySetAside    drejebog.Kroner // of NewMoney and SetAside
	NewMoneyWithinFrame drejebog.Kroner // of NewMoney and WithinFrame
}

// Year is what falls in one budget year.
type Year struct {
	Year       int        // Undated for what hangs on a date nobody knows
	DecisionBy *date.Date // timeline.BudgetProcess.Adoption: the kommune's own day, else the law's last one; nil for Undated and years outside the data
	// Contributed reports whether a contribution was made for the year and out
	// by as-of.
	Contributed bool
	PriceLevel  int // the year whose prices and wages its amounts are in
	Totals
}

// Mean is the expected amount by Lichtenberg's successive principle,
// (low + 2.9·likely + high)/4.9, with low and high as the 1 % and 99 % marks,
// rounded once to øre, half away from zero. (S. Lichtenberg, Proactive
// Management of Uncertainty, 2000.) It is that of the lines alone, with drivers
// and rates at their likely values: Spread.Mean counts those as general
// conditions too. It is a formula of the sums and not itself a sum: the means of
// years may differ from the mean of all years by øre.
func (t Totals) Mean() drejebog.Kroner {
	// Ten times numerator and denominator, so that both are whole.
	tenfold := t.Low.Add(t.High).Decimal().Mul(decimal.NewFromInt(10)).Add(t.Likely.Decimal().Mul(decimal.NewFromInt(29)))
	return drejebog.NewKroner(tenfold.DivRound(decimal.NewFromInt(49), 2))
}

// add adds a cell.
func (t *Totals) add(c *Cell) {
	t.Low, t.Likely, t.High = t.Low.Add(c.Low), t.Likely.Add(c.Likely), t.High.Add(c.High)
	t.Hours = t.Hours.Add(c.Hours)
	if c.Kind == Backfill {
		t.Backfilled = t.Backfilled.Add(c.Hours)
	}
	switch c.Decision {
	case plan.SetAside:
		t.SetAside = t.SetAside.Add(c.Likely)
	case plan.WithinFrame:
		t.WithinFrame = t.WithinFrame.Add(c.Likely)
	default:
		t.Undecided = t.Undecided.Add(c.Likely)
	}
	if !c.Kind.NewMoney() {
		t.OwnTimeValue = t.OwnTimeValue.Add(c.Likely)
		return
	}
	t.NewMoney = t.NewMoney.Add(c.Likely)
	t.NewMoneyLow, t.NewMoneyHigh = t.NewMoneyLow.Add(c.Low), t.NewMoneyHigh.Add(c.High)
	if c.Provisional {
		t.Provisional = t.Provisional.Add(c.Likely)
	}
	switch c.Decision {
	case plan.SetAside:
		t.NewMoneySetAside = t.NewMoneySetAside.Add(c.Likely)
	case plan.WithinFrame:
		t.NewMoneyWithinFrame = t.NewMoneyWithinFrame.Add(c.Likely)
	}
}

// NewMoneyUndecided is the new money that nothing has been decided about.
func (t *Totals) NewMoneyUndecided() drejebog.Kroner {
	return t.NewMoney.Sub(t.NewMoneySetAside).Sub(t.NewMoneyWithinFrame)
}

// PaidHours are own hours that nobody stands in for: paid already.
func (t *Totals) PaidHours() drejebog.Hours { return t.Hours.Sub(t.Backfilled) }

// Add adds other totals.
func (t *Totals) Add(other *Totals) {
	t.Low, t.Likely, t.High = t.Low.Add(other.Low), t.Likely.Add(other.Likely), t.High.Add(other.High)
	t.Hours, t.Backfilled = t.Hours.Add(other.Hours), t.Backfilled.Add(other.Backfilled)
	t.NewMoney, t.OwnTimeValue = t.NewMoney.Add(other.NewMoney), t.OwnTimeValue.Add(other.OwnTimeValue)
	t.NewMoneyLow, t.NewMoneyHigh = t.NewMoneyLow.Add(other.NewMoneyLow), t.NewMoneyHigh.Add(other.NewMoneyHigh)
	t.Provisional = t.Provisional.Add(other.Provisional)
	t.SetAside, t.WithinFrame = t.SetAside.Add(other.SetAside), t.WithinFrame.Add(other.WithinFrame)
	t.Undecided = t.Undecided.Add(other.Undecided)
	t.NewMoneySetAside = t.NewMoneySetAside.Add(other.NewMoneySetAside)
	t.NewMoneyWithinFrame = t.NewMoneyWithinFrame.Add(other.NewMoneyWithinFrame)
}

// Breakdown is what a project or a role costs, kroner at the price levels of the years
// beside it.
type Breakdown struct {
	Key   string   // id, or "" for the kommune as such
	Years []Totals // beside Estimate.Years
	All   Totals
}

// ByProject returns the cells' sums by project, in the playbook's order, the
// kommune as such last; only projects that have any.
func (e *Estimate) ByProject() []Breakdown {
	var keys []string
	if e.book != nil {
		keys = drejebog.IDsOf(e.book.Projects, func(p *drejebog.Project) string { return p.ID })
	}
	return e.group(append(keys, ""), func(c *Cell) string { return c.Project })
}

// Purchases is the key of what is bought among the roles.
const Purchases = ""

// ByRole returns the cells' sums by role, in the order of the list of roles,
// with what is bought last under Purchases; only those that have any.
func (e *Estimate) ByRole() []Breakdown {
	var keys []string
	if e.book != nil {
		keys = drejebog.IDsOf(e.book.Roles, func(r *drejebog.Role) string { return r.ID })
	}
	return e.group(append(keys, Purchases), func(c *Cell) string {
		if c.Kind == External {
			return Purchases
		}
		return c.Role
	})
}

func (e *Estimate) group(keys []string, key func(*Cell) string) []Breakdown {
	groups := make([]Breakdown, len(keys))
	at := make(map[string]int, len(keys))
	for i, k := range keys {
		groups[i] = Breakdown{Key: k, Years: make([]Totals, len(e.Years))}
		at[k] = i
	}
	column := e.columns()
	used := make([]bool, len(keys))
	for i := range e.Cells {
		c := &e.Cells[i]
		g, ok := at[key(c)]
		if !ok { // a project or role of a later edition than the book shows
			g = len(groups)
			at[key(c)] = g
			groups = append(groups, Breakdown{Key: key(c), Years: make([]Totals, len(e.Years))})
			used = append(used, false)
		}
		used[g] = true
		groups[g].Years[column[c.Year]].add(c)
		groups[g].All.add(c)
	}
	kept := groups[:0]
	for i := range groups {
		if used[i] {
			kept = append(kept, groups[i])
		}
	}
	return kept
}

// columns is the place of each year among the estimate's.
func (e *Estimate) columns() map[int]int {
	column := make(map[int]int, len(e.Years))
	for i := range e.Years {
		column[e.Years[i].Year] = i
	}
	return column
}

// Undated is what nobody knows the date of, in the estimate of all years that the
// estimate is of: what has no year, and among the years the new money that has one
// provisionally.
func (e *Estimate) Undated() (undated Totals, provisional drejebog.Kroner) {
	all := e.AllYears()
	if all == nil {
		return undated, provisional
	}
	for i := range all.Years {
		y := &all.Years[i]
		provisional = provisional.Add(y.Provisional)
		if y.Year == Undated {
			undated = y.Totals
		}
	}
	return undated, provisional
}

// UndatedText says what Undated is; nothing where that is nothing.
func (e *Estimate) UndatedText() lang.Text {
	undated, provisional := e.Undated()
	hanging, untold := e.undatedHours()
	var said []lang.Text
	if hanging.Hours.Sign() > 0 {
		said = append(said, e.text("estimate/undated-hours", lang.Args{"hours": hanging.Hours.ToTens(), "value": hanging.OwnTimeValue.ToThousands()}))
	}
	if untold.Hours.Sign() > 0 {
		said = append(said, e.text("estimate/untold-hours", lang.Args{"hours": untold.Hours.ToTens(), "value": untold.OwnTimeValue.ToThousands()}))
	}
	if provisional.Sign() > 0 {
		said = append(said, e.text("estimate/provisional", lang.Args{"amount": provisional.ToThousands()}))
	}
	if undated.NewMoney.Sign() > 0 {
		said = append(said, e.text("estimate/undated-money", lang.Args{"amount": undated.NewMoney.ToThousands()}))
	}
	return lang.Joined(" ", said...)
}

// undatedHours are what has no year by why that is: it hangs on a milestone without a date,
// or is over, and the plan does not say when it was done.
func (e *Estimate) undatedHours() (hanging, untold Totals) {
	all := e.AllYears()
	if all == nil {
		return hanging, untold
	}
	for i := range all.Cells {
		c := &all.Cells[i]
		if c.Year != Undated {
			continue
		}
		if all.IsUntold(c) {
			untold.add(c)
		} else {
			hanging.add(c)
		}
	}
	return hanging, untold
}
