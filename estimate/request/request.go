package request

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Request is the budget request that a kommune's budget officer attaches to
// the case: the budget year to be decided and the three estimate years after
// it, what lies outside of them, and what a delay does.
type Request struct {
	Years   []Year          // the budget year and three estimate years
	Before  []Year          // earlier years with money; their budgets are adopted where their DecisionBy has passed
	After   estimate.Totals // later than the estimate years
	Undated estimate.Totals // without a day: hours, behind a go-live that nobody knows or over on days that nobody tells, and new money that no contribution names

	// Running is what is paid for old and new systems in Years, at the price level of
	// the estimate's Running. None of it is in any other amount.
	Running []running.Row

	Purposes []Purpose // new money of Years by task, the largest first

	// NewMoney is the likely new money of Years: Required for what the playbook
	// asks of the kommune, Follows for the first time after a go-live, which
	// nobody can choose away, and Chosen for what the playbook recommends or
	// offers, and for the kommune's own tasks.
	NewMoney, Required, Follows, Chosen drejebog.Kroner

	FirstGoLive *date.Date // the first that lies ahead, of what takes the place of an old system; nil where none does

	// GoLives are those that lie ahead of what takes the place of an old system, by day.
	GoLives []GoLive

	// TooLate are the needs with new money that became known after their year's
	// budget was adopted: by year, and what most is open of first.
	TooLate []TooLate

	Uncovered   []Uncovered  // of Years, by year; those without any are left out
	Supplements []Supplement // by year and cover
	Account     Account
	Slip        *Slip // nil when no go-live lies ahead
	Delay       Delay

	est *estimate.Estimate
}

// Year is one year of a request.
type Year struct {
	Year        int
	Contributed bool
	DecisionBy  *date.Date // as estimate.Year.DecisionBy, of years without an amount, too
	Adopted     bool       // as estimate.Year.Adopted
	estimate.Totals
	Purchases, Backfill drejebog.Kroner // of NewMoney
	Spent               drejebog.Kroner // by the plan, at the prices of the year
	Slipped             estimate.Totals // as it would be if the go-lives slip
}

// GoLive is a day that projects go live on.
type GoLive struct {
	Date     date.Date `json:"date"`
	Projects []string  `json:"projects"` // ids
}

// Purpose is what new money is for: a task, or at one the savings that are taken out of the
// budget and not reached.
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
	Unspent  drejebog.Kroner `json:"unspent"`  // new money of the budget year that moves out of it: not saved
	Transfer drejebog.Kroner `json:"transfer"` // new money that is set aside in a year that it moves out of: to be transferred, not granted again
	Projects []string        `json:"projects"` // ids of those that slip
}

// Delay is what another month costs, of what lasts as long as the projects do:
// management, double running where it has a price, and the legacy systems.
type Delay struct {
	Hours        drejebog.Hours  `json:"hours"`
	OwnTimeValue drejebog.Kroner `json:"ownTimeValue"`
	NewMoney     drejebog.Kroner `json:"newMoney"`

	// Legacy is what more the kommune pays for the legacy systems of the projects
	// that slip, at the price level of the estimate's Running; nothing where their
	// contracts bind for longer. Empty where the plan names no payment for them.
	Legacy []LegacyMonth `json:"legacy"`
}

// LegacyMonth is what a month more costs of the plan's payments for legacy systems, in
// the prices of one year.
type LegacyMonth struct {
	PriceLevel int             `json:"priceLevel"` // year
	Amount     drejebog.Kroner `json:"amount"`     // to the øre
}

// estimateYears is how many years a budget looks beyond its own.
const estimateYears = 3

// Of makes the budget request of an estimate for the year to be decided. The kommune
// is scheduled once more, with its go-lives later. The error is that of scheduling or of
// staffing, or says that nobody computed the estimate.
func Of(est *estimate.Estimate) (*Request, error) {
	all := est.AllYears()
	if all == nil {
		return nil, estimate.ErrNotComputed
	}
	first, r := est.DecisionYear, &Request{est: est}
	for year := first; year <= first+estimateYears; year++ {
		r.Years = append(r.Years, yearOf(all, year))
	}
	for i := range all.Years {
		switch y := &all.Years[i]; {
		case y.Year == estimate.Undated:
			r.Undated = y.Totals
		case y.Year < first:
			r.Before = append(r.Before, yearOf(all, y.Year))
		case y.Year > first+estimateYears:
			r.After.Add(&y.Totals)
		}
	}
	for _, row := range all.Running.Rows {
		if row.Year >= first && row.Year <= first+estimateYears {
			r.Running = append(r.Running, row)
		}
	}
	r.purposes(all, first)
	r.goLives(all)
	r.tooLate(all)
	r.supplements(all)
	r.Account = accountOf(all)
	if err := r.uncovered(all); err != nil {
		return nil, err
	}
	return r, r.slip(all)
}

func yearOf(e *estimate.Estimate, year int) Year {
	y := Year{Year: year}
	if p := e.Schedule().BudgetProcess(year); p != nil {
		y.DecisionBy, y.Adopted = new(p.Adoption.Day()), p.Adopted
	}
	for i := range e.Years {
		if e.Years[i].Year == year {
			y.Totals, y.Contributed = e.Years[i].Totals, e.Years[i].Contributed
		}
	}
	for i := range e.Schedule().Plan.Spent {
		if s := &e.Schedule().Plan.Spent[i]; s.Year == year {
			y.Spent = y.Spent.Add(s.Kroner)
		}
	}
	for i := range e.Cells {
		switch c := &e.Cells[i]; {
		case c.Year != year:
		case c.Kind == estimate.External:
			y.Purchases = y.Purchases.Add(c.Likely)
		case c.Kind == estimate.Backfill:
			y.Backfill = y.Backfill.Add(c.Likely)
		}
	}
	return y
}

// Open reports whether the year's budget is still to be adopted.
func (y *Year) Open() bool { return y.DecisionBy != nil && !y.Adopted }

// purposes sums the new money of the years by step.
func (r *Request) purposes(e *estimate.Estimate, first int) {
	type purpose struct {
		task string
		lack bool // a saving that is not reached, and not what the task costs
	}
	at := map[purpose]int{}
	for i := range e.Cells {
		c := &e.Cells[i]
		if !c.Kind.NewMoney() || c.Year < first || c.Year > first+estimateYears {
			continue
		}
		node := e.Schedule().Node(c.Task)
		key, name := purpose{node.Base(), c.Basis.Lack}, node.Name()
		if key.lack {
			name = e.Schedule().Book.Words.Say("request/lacking", nil)
		}
		switch {
		case node.Milestone != nil && node.Milestone.Kind == drejebog.GoLive:
			r.Follows = r.Follows.Add(c.Likely)
			name = e.Schedule().Book.Words.Say("request/after-go-live", nil)
		case node.Activity != nil && node.Activity.Serves(node.Step) == drejebog.Required:
			r.Required = r.Required.Add(c.Likely)
		}
		if _, ok := at[key]; !ok {
			at[key] = len(r.Purposes)
			r.Purposes = append(r.Purposes, Purpose{Task: key.task, Name: name})
		}
		p := &r.Purposes[at[key]]
		p.NewMoney = p.NewMoney.Add(c.Likely)
		r.NewMoney = r.NewMoney.Add(c.Likely)
	}
	r.Chosen = r.NewMoney.Sub(r.Required).Sub(r.Follows)
	slices.SortStableFunc(r.Purposes, func(a, b Purpose) int { return b.NewMoney.Cmp(a.NewMoney) })
}

// goLives finds the go-lives that lie ahead of what takes the place of an old system.
func (r *Request) goLives(e *estimate.Estimate) {
	sched := e.Schedule()
	for i := range sched.Milestones {
		m := &sched.Milestones[i]
		if m.Milestone.Kind != drejebog.GoLive || !replaces(sched.Book, m.Project) || !m.Date.Known() || m.Date.Date <= e.AsOf {
			continue
		}
		at := slices.IndexFunc(r.GoLives, func(g GoLive) bool { return g.Date == m.Date.Date })
		if at < 0 {
			at = len(r.GoLives)
			r.GoLives = append(r.GoLives, GoLive{Date: m.Date.Date})
		}
		r.GoLives[at].Projects = append(r.GoLives[at].Projects, m.Project)
	}
	slices.SortStableFunc(r.GoLives, func(a, b GoLive) int { return cmp.Compare(a.Date, b.Date) })
	if len(r.GoLives) > 0 {
		r.FirstGoLive = &r.GoLives[0].Date
	}
}

// replaces reports whether a project takes the place of a legacy system.
func replaces(book *drejebog.Playbook, project string) bool {
	return slices.ContainsFunc(book.Systems, func(s drejebog.LegacySystem) bool { return s.Project == project })
}

// tooLate finds the new money of adopted years, from that which the schedule is seen from,
// for needs that nobody knew of in time.
func (r *Request) tooLate(e *estimate.Estimate) {
	sched := e.Schedule()
	budgetYears := sched.BudgetYears()
	for i := range budgetYears {
		y := &budgetYears[i]
		before := slices.IndexFunc(r.Before, func(b Year) bool { return b.Year == y.Year })
		if before < 0 || y.Year < sched.SeenFrom().Year() || r.Before[before].Open() {
			continue
		}
		for _, t := range y.KnownTooLate() {
			money, open := newMoneyOf(e, t.Task.ID, y.Year)
			if money.Sign() > 0 {
				r.TooLate = append(r.TooLate, TooLate{
					Task: t.Task.ID, Name: sched.Label(&t.Task.Node), Year: y.Year, Known: *t.Known, NewMoney: money, Open: open,
				})
			}
		}
	}
	slices.SortStableFunc(r.TooLate, func(a, b TooLate) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), b.Open.Cmp(a.Open), b.NewMoney.Cmp(a.NewMoney))
	})
}

// newMoneyOf is the new money of a task in a year, and what of it nothing is decided
// about.
func newMoneyOf(e *estimate.Estimate, task string, year int) (money, open drejebog.Kroner) {
	for i := range e.Cells {
		c := &e.Cells[i]
		if c.Task != task || c.Year != year || !c.Kind.NewMoney() {
			continue
		}
		money = money.Add(c.Likely)
		if c.Decision != plan.SetAside && c.Decision != plan.WithinFrame {
			open = open.Add(c.Likely)
		}
	}
	return money, open
}

// slip computes the kommune again with its go-lives later, and what a month
// more costs.
func (r *Request) slip(e *estimate.Estimate) error {
	s := Slip{Months: e.Assumptions().GoLive.SlipMonths}
	slipped, projects, err := e.Slipped(s.Months)
	if err != nil || slipped == nil {
		return err
	}
	s.Projects = projects
	for i := range r.Years {
		r.Years[i].Slipped = yearOf(slipped, r.Years[i].Year).Totals
	}
	for i := range r.Before {
		r.Before[i].Slipped = yearOf(slipped, r.Before[i].Year).Totals
	}
	first := &r.Years[0] // what is paid for longer for the old systems is no work that moves
	without := first.NewMoney.Sub(e.Lacking(first.Year))
	if unspent := without.Sub(first.Slipped.NewMoney.Sub(slipped.Lacking(first.Year))); unspent.Sign() > 0 {
		s.Unspent = unspent
	}
	s.Transfer = transfer(slipped)
	r.Slip = &s
	r.delay(e, slipped)
	return nil
}

// transfer is the new money that a slip moves out of the year that it is set aside in.
func transfer(slipped *estimate.Estimate) drejebog.Kroner {
	var sum drejebog.Kroner
	for i := range slipped.Cells {
		if c := &slipped.Cells[i]; c.Kind.NewMoney() && c.Decision == plan.SetAside && c.Basis.Parts[c.Part].From != 0 {
			sum = sum.Add(c.Likely)
		}
	}
	return sum
}

// delay is what a month more costs: of each line on a task that lasts longer
// when the go-lives slip, what it costs in a month.
func (r *Request) delay(e, slipped *estimate.Estimate) {
	newMoney, own, hours := decimal.Zero, decimal.Zero, decimal.Zero
	for i := range e.Cells {
		c := &e.Cells[i]
		t := e.Schedule().Task(c.Task)
		if t == nil || !t.LevelOfEffort {
			continue
		}
		months := e.Months(c.Task)
		if months == 0 || slipped.Months(c.Task) <= months {
			continue
		}
		per := decimal.NewFromInt(int64(months))
		hours = hours.Add(c.Hours.Decimal().DivRound(per, 4))
		if c.Kind.NewMoney() {
			newMoney = newMoney.Add(c.Likely.Decimal().DivRound(per, 4))
		} else {
			own = own.Add(c.Likely.Decimal().DivRound(per, 4))
		}
	}
	r.Delay = Delay{
		Hours: drejebog.NewHours(hours).Round(2), OwnTimeValue: drejebog.NewKroner(own).Round(2),
		NewMoney: drejebog.NewKroner(newMoney).Round(2), Legacy: legacyMonth(e, slipped, r.Slip),
	}
}

// legacyMonth is what a month more is paid for the legacy systems: what is paid until
// all of them are out if the projects slip, less what is paid if they do not. Where
// their contracts bind for longer it is nothing.
func legacyMonth(e, slipped *estimate.Estimate, s *Slip) []LegacyMonth {
	systems := e.Schedule().Book.Systems
	paid := slices.ContainsFunc(e.Running.Payments, func(p running.Payment) bool {
		return slices.ContainsFunc(systems, func(l drejebog.LegacySystem) bool {
			return slices.Contains(s.Projects, l.Project) && slices.Contains(p.Systems, l.ID)
		})
	})
	if !paid {
		return nil
	}
	until := max(e.Running.LastPaid(), slipped.Running.LastPaid())
	more := slipped.Running.Until(until).Sub(e.Running.Until(until)).Decimal()
	return []LegacyMonth{{PriceLevel: e.Running.Level, Amount: drejebog.NewKroner(more.DivRound(decimal.NewFromInt(int64(s.Months)), 2))}}
}
