package estimate

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Request is the budget request that a kommune's budget officer attaches to
// the case: the budget year to be decided and the three estimate years after
// it, what lies outside of them, and what a delay does.
type Request struct {
	Years  []RequestYear // the budget year and three estimate years
	Before []RequestYear // earlier years with money; their budgets are adopted where their DecisionBy has passed
	After  Totals        // later than the estimate years
	Undat  Totals        // behind a go-live that nobody knows

	Purposes []Purpose // new money of Years by task, the largest first

	// NewMoney is the likely new money of Years: Required for what the playbook
	// asks of the kommune, Follows for the first time after a go-live, which
	// nobody can choose away, and Chosen for what the playbook recommends or
	// offers, and for the kommune's own tasks.
	NewMoney, Required, Follows, Chosen drejebog.Kroner

	FirstGoLive *date.Date // the first that lies ahead; nil where none does

	// TooLate are the needs with new money that became known after their year's
	// budget was adopted: by year, and what most is open of first.
	TooLate []TooLate
	Slip    *Slip // nil when no go-live lies ahead
	Delay   Delay

	estimate *Estimate
}

// RequestYear is one year of a request.
type RequestYear struct {
	Year        int
	Contributed bool
	DecisionBy  *date.Date // as Year.DecisionBy
	Totals
	Purchases, Backfill drejebog.Kroner // of NewMoney
	Slipped             Totals          // as it would be if the go-lives slip
}

// Purpose is what new money is for.
type Purpose struct {
	Task     string          `json:"task" form:"set"` // id, without scope
	Name     lang.Text       `json:"name" form:"set"`
	NewMoney drejebog.Kroner `json:"newMoney"`
}

// TooLate is a need that no ordinary budget could hold.
type TooLate struct {
	Task     string          `json:"task" form:"set"` // id
	Name     lang.Text       `json:"name" form:"set"`
	Year     int             `json:"year"`
	Known    date.Date       `json:"known"`
	NewMoney drejebog.Kroner `json:"newMoney"`
	Open     drejebog.Kroner `json:"open"` // of NewMoney: nothing is decided about it
}

// Slip is what happens when every go-live that lies ahead comes so many
// months later.
type Slip struct {
	Months   int             `json:"months"`
	Unspent  drejebog.Kroner `json:"unspent"`  // new money of the budget year that moves out of it: carried over, not saved
	Projects []string        `json:"projects"` // ids of those that slip
}

// Delay is what another month costs, of what lasts as long as the projects do:
// management, double running where it has a price, and the legacy systems.
type Delay struct {
	Hours        drejebog.Hours  `json:"hours"`
	OwnTimeValue drejebog.Kroner `json:"ownTimeValue"`
	NewMoney     drejebog.Kroner `json:"newMoney"`

	// Legacy is what the kommune goes on paying for the legacy systems of the
	// projects that slip, by price level: those that are carried to the
	// estimate's, and those that no index carries at that of their own. Empty
	// where the plan names none.
	Legacy []LegacyMonth `json:"legacy"`
}

// LegacyMonth is a month of the plan's payments for legacy systems that are in the
// prices of one year.
type LegacyMonth struct {
	PriceLevel int             `json:"priceLevel"` // year
	Amount     drejebog.Kroner `json:"amount"`     // a twelfth of the year's, to the øre
}

// estimateYears is how many years a budget looks beyond its own.
const estimateYears = 3

// Request makes the budget request for the year to be decided. The kommune is
// scheduled once more, with its go-lives later.
func (e *Estimate) Request() (*Request, error) {
	if e == nil || e.how == nil {
		return nil, ErrNotComputed
	}
	c := e.how
	first, r := e.DecisionYear, &Request{estimate: e}
	e = c.Estimate // of all years, where e is of one
	if first == 0 {
		first = e.AsOf.Year() + 1
	}
	for year := first; year <= first+estimateYears; year++ {
		r.Years = append(r.Years, e.requestYear(year))
	}
	for i := range e.Years {
		switch y := &e.Years[i]; {
		case y.Year == Undated:
			r.Undat = y.Totals
		case y.Year < first:
			r.Before = append(r.Before, e.requestYear(y.Year))
		case y.Year > first+estimateYears:
			r.After.Add(&y.Totals)
		}
	}
	r.purposes(e, first)
	r.FirstGoLive = e.firstGoLive()
	r.tooLate(e)
	return r, r.slip(c)
}

func (e *Estimate) requestYear(year int) RequestYear {
	y := RequestYear{Year: year}
	for i := range e.Years {
		if e.Years[i].Year == year {
			y.Totals, y.Contributed, y.DecisionBy = e.Years[i].Totals, e.Years[i].Contributed, e.Years[i].DecisionBy
		}
	}
	for i := range e.Cells {
		switch c := &e.Cells[i]; {
		case c.Year != year:
		case c.Kind == External:
			y.Purchases = y.Purchases.Add(c.Likely)
		case c.Kind == Backfill:
			y.Backfill = y.Backfill.Add(c.Likely)
		}
	}
	return y
}

// Open reports whether the year's budget is still to be adopted.
func (y *RequestYear) Open(asOf date.Date) bool { return y.DecisionBy != nil && *y.DecisionBy >= asOf }

// purposes sums the new money of the years by step.
func (r *Request) purposes(e *Estimate, first int) {
	at := map[string]int{}
	for i := range e.Cells {
		c := &e.Cells[i]
		if !c.Kind.NewMoney() || c.Year < first || c.Year > first+estimateYears {
			continue
		}
		node := e.sched.Node(c.Task)
		name := stepName(node)
		switch {
		case node.Milestone != nil && node.Milestone.Kind == drejebog.GoLive:
			r.Follows = r.Follows.Add(c.Likely)
			name = e.text("request/after-go-live", nil)
		case node.Activity != nil && node.Activity.ObligationOf(node.Step) == drejebog.Required:
			r.Required = r.Required.Add(c.Likely)
		}
		key := node.Base()
		if _, ok := at[key]; !ok {
			at[key] = len(r.Purposes)
			r.Purposes = append(r.Purposes, Purpose{Task: key, Name: name})
		}
		p := &r.Purposes[at[key]]
		p.NewMoney = p.NewMoney.Add(c.Likely)
		r.NewMoney = r.NewMoney.Add(c.Likely)
	}
	r.Chosen = r.NewMoney.Sub(r.Required).Sub(r.Follows)
	slices.SortStableFunc(r.Purposes, func(a, b Purpose) int { return b.NewMoney.Cmp(a.NewMoney) })
}

// firstGoLive is the first go-live that lies ahead, nil where none does.
func (e *Estimate) firstGoLive() *date.Date {
	var first *date.Date
	for i := range e.sched.Milestones {
		m := &e.sched.Milestones[i]
		if m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > e.AsOf && (first == nil || m.Date.Date < *first) {
			on := m.Date.Date
			first = &on
		}
	}
	return first
}

// tooLate finds the new money of adopted years, from that of as-of on, for needs
// that nobody knew of in time.
func (r *Request) tooLate(e *Estimate) {
	budgetYears := e.sched.BudgetYears()
	for i := range budgetYears {
		y := &budgetYears[i]
		before := slices.IndexFunc(r.Before, func(b RequestYear) bool { return b.Year == y.Year })
		if before < 0 || y.Year < e.AsOf.Year() || r.Before[before].Open(e.AsOf) {
			continue
		}
		for _, t := range y.KnownTooLate() {
			var money Totals
			for k := range e.Cells {
				if c := &e.Cells[k]; c.Task == t.Task.ID && c.Year == y.Year {
					money.add(c)
				}
			}
			if money.NewMoney.Sign() > 0 {
				r.TooLate = append(r.TooLate, TooLate{
					Task: t.Task.ID, Name: e.sched.Label(&t.Task.Node), Year: y.Year, Known: *t.Known,
					NewMoney: money.NewMoney, Open: money.NewMoneyUndecided(),
				})
			}
		}
	}
	slices.SortStableFunc(r.TooLate, func(a, b TooLate) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), b.Open.Cmp(a.Open), b.NewMoney.Cmp(a.NewMoney))
	})
}

// slip computes the kommune again with its go-lives later, and what a month
// more costs.
func (r *Request) slip(c *computation) error {
	s := Slip{Months: c.assumptions.GoLive.LaterMonths}
	moves := map[string]move{}
	for i := range c.sched.Milestones {
		m := &c.sched.Milestones[i]
		if m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > c.AsOf {
			moves[m.Project] = move{m.Date.Date, drejebog.AddMonths(m.Date.Date, s.Months)}
			s.Projects = append(s.Projects, m.Project)
		}
	}
	if len(moves) == 0 || s.Months <= 0 {
		return nil
	}
	slipped, err := c.moved(moves)
	if err != nil {
		return err
	}
	slipped.years()
	for i := range r.Years {
		r.Years[i].Slipped = slipped.requestYear(r.Years[i].Year).Totals
	}
	for i := range r.Before {
		r.Before[i].Slipped = slipped.requestYear(r.Before[i].Year).Totals
	}
	if unspent := r.Years[0].NewMoney.Sub(r.Years[0].Slipped.NewMoney); unspent.Sign() > 0 {
		s.Unspent = unspent
	}
	r.Slip = &s
	r.delay(c, slipped)
	return nil
}

// delay is what a month more costs: of each line on a task that lasts longer
// when the go-lives slip, what it costs in a month.
func (r *Request) delay(c, slipped *computation) {
	newMoney, own, hours := decimal.Zero, decimal.Zero, decimal.Zero
	for _, it := range c.items {
		t := c.sched.Task(it.Task)
		if t == nil || !t.LevelOfEffort {
			continue
		}
		months := c.months(it.Task)
		if months == 0 || slipped.months(it.Task) <= months {
			continue
		}
		per := decimal.NewFromInt(int64(months))
		for _, amount := range it.amounts(true) {
			hours = hours.Add(amount.Hours.Decimal().DivRound(per, 4))
			if it.Line.Kind.NewMoney() {
				newMoney = newMoney.Add(amount.Likely.Decimal().DivRound(per, 4))
			} else {
				own = own.Add(amount.Likely.Decimal().DivRound(per, 4))
			}
		}
	}
	r.Delay = Delay{
		Hours: drejebog.NewHours(hours).Round(2), OwnTimeValue: drejebog.NewKroner(own).Round(2),
		NewMoney: drejebog.NewKroner(newMoney).Round(2), Legacy: c.legacyMonth(r.Slip.Projects),
	}
}

// legacyMonth is a month's payments for the legacy systems that projects replace,
// as the business case has them, by the year whose prices they are in.
func (c *computation) legacyMonth(projects []string) []LegacyMonth {
	yearly := map[int]drejebog.Kroner{}
	for i := range c.book.Systems {
		if s := &c.book.Systems[i]; slices.Contains(projects, s.Project) {
			for _, p := range c.PaymentsFor(s.ID) {
				yearly[p.CarriedTo] = yearly[p.CarriedTo].Add(p.Carried)
			}
		}
	}
	var months []LegacyMonth
	for _, level := range slices.Sorted(maps.Keys(yearly)) {
		if amount := yearly[level]; !amount.IsZero() {
			months = append(months, LegacyMonth{PriceLevel: level, Amount: drejebog.NewKroner(amount.Decimal().DivRound(decimal.NewFromInt(12), 2))})
		}
	}
	return months
}
