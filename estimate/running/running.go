package running

import (
	"cmp"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/shopspring/decimal"
)

// Costs are what a kommune pays for legacy systems and for those that take their
// place.
type Costs struct {
	Level    int       // the year whose prices all amounts are in
	Payments []Payment // for legacy systems: by contract, in the order of their ids
	Falls    []Fallen  // of what they cost, by rules
	Prices   []Price   // for new systems, in the playbook's order
	Rows     []Row     // by system, in the playbook's order, then by year
	Lacks    []Lack    // of adopted budgets, by contract and year

	// GivenUp is by year what adopted budgets are lower by already of what is saved.
	GivenUp map[int]drejebog.Kroner

	Unstated []string // ids of the legacy systems of which the plan has no payment

	Findings []drejebog.Finding

	first int
}

// Row is what is paid for a system and the one that takes its place in a year.
type Row struct {
	System    string // id of the legacy system, or of a project that replaces none
	Year      int
	Old       drejebog.Kroner  // paid for the legacy system
	New       *drejebog.Kroner // paid for the new one; nil: not known
	Overlap   drejebog.Kroner  // of Old: after the last use, what the months of use leave of it
	Saving    drejebog.Kroner  // of what the legacy system costs: no longer paid
	Certainty drejebog.Certainty
}

// MarshalJSON is the row's form.
func (r Row) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// Form has what a new system costs that is not known as null.
func (r Row) Form() any {
	return struct {
		System    string             `json:"system" form:"set"`
		Year      int                `json:"year" form:"set"`
		Old       drejebog.Kroner    `json:"old"`
		New       *drejebog.Kroner   `json:"new"`
		Overlap   drejebog.Kroner    `json:"overlap"`
		Saving    drejebog.Kroner    `json:"saving"`
		Certainty drejebog.Certainty `json:"certainty" form:"set"`
	}{r.System, r.Year, r.Old, r.New, r.Overlap, r.Saving, r.Certainty}
}

// Price is what a new system costs a year.
type Price struct {
	Project string // id
	Yearly  drejebog.Kroner
	From    Month              // the first that it is paid for; Open: not known
	Since   drejebog.Certainty // of From and of Yearly, the weaker
	Path    string             // in the plan
	Own     bool               // From is the plan's own, which no go-live moves
}

// mostYears is how many years rows go beyond Terms.Last at most.
const mostYears = 40

// Of computes the costs of a schedule. Those of one that nobody computed are none.
func Of(sched *timeline.Schedule, terms Terms) *Costs {
	if !sched.IsComputed() || sched.Plan == nil {
		return &Costs{Level: terms.Level}
	}
	c := &computation{Costs: &Costs{Level: terms.Level, first: terms.First}, sched: sched, book: sched.Book, plan: sched.Plan, terms: terms}
	c.payments()
	c.prices()
	c.level()
	c.falls()
	c.rows()
	c.lacks()
	return c.Costs
}

type computation struct {
	*Costs
	sched *timeline.Schedule
	book  *drejebog.Playbook
	plan  *plan.Plan
	terms Terms
}

// prices are what the plan says that new systems cost, from their go-live or a day
// of their own.
func (c *computation) prices() {
	stated := c.plan.BusinessCase
	if stated == nil {
		return
	}
	for i := range c.book.Projects {
		project := c.book.Projects[i].ID
		yearly, ok := stated.Prices[project]
		if !ok {
			continue
		}
		p := Price{Project: project, Yearly: yearly, From: Open, Since: drejebog.Stated, Path: strict.Join("businessCase.prices", project)}
		if from, own := stated.PricesFrom[project]; own {
			p.From, p.Own = MonthOf(from), true
		} else if m := c.sched.Milestone(c.book.MilestoneOf(drejebog.GoLive, project)); m != nil && m.Date.Known() {
			p.From, p.Since = MonthOf(m.Date.Date), m.Certainty
		}
		c.Prices = append(c.Prices, p)
	}
}

// level brings all payments to one price level: Terms.Level, or that of their own
// where all are stated at one, nothing else is known of it, and that is asked for.
func (c *computation) level() {
	if c.terms.AsStated && len(c.Prices) == 0 {
		levels, known := map[int]bool{}, true
		for i := range c.Payments {
			p := &c.Payments[i]
			_, certainty := c.carried(p.Stated, p.StatedAt, c.Level)
			levels[p.StatedAt] = true
			known = known && certainty != drejebog.Assumed
		}
		if len(levels) == 1 && !known {
			c.Level = c.Payments[0].StatedAt
		}
	}
	for i := range c.Payments {
		p := &c.Payments[i]
		yearly, certainty := c.carried(p.Stated, p.StatedAt, c.Level)
		p.Yearly, p.Certainty = yearly.Round(2), p.Certainty.Weaker(certainty)
	}
	if len(c.Prices) == 0 || c.plan.BusinessCase.PriceLevel == nil {
		return
	}
	for i := range c.Prices {
		p := &c.Prices[i]
		yearly, certainty := c.carried(p.Yearly, c.plan.BusinessCase.PriceLevel.Year(), c.Level)
		p.Yearly, p.Since = yearly.Round(2), p.Since.Weaker(certainty)
	}
}

func (c *computation) carried(amount drejebog.Kroner, from, to int) (drejebog.Kroner, drejebog.Certainty) {
	switch {
	case from == to:
		return amount, drejebog.Stated
	case c.terms.Carry == nil:
		return amount, drejebog.Assumed
	}
	return c.terms.Carry(amount, from, to)
}

// rows sums by system and year.
func (c *computation) rows() {
	last := c.terms.Last
	for i := range c.Payments {
		if end := c.Payments[i].End; end < Open {
			last = max(last, min(end.Year()+1, c.terms.Last+mostYears))
		}
	}
	paid := map[string]bool{}
	for i := range c.Payments {
		for _, system := range c.Payments[i].Systems {
			paid[system] = true
		}
	}
	for i := range c.book.Systems {
		s := &c.book.Systems[i]
		if !paid[s.ID] {
			c.Unstated = append(c.Unstated, s.ID)
		}
		c.rowsOf(s.ID, s.Project, last)
	}
	for i := range c.Prices {
		project := c.Prices[i].Project
		if !slices.ContainsFunc(c.book.Systems, func(s drejebog.LegacySystem) bool { return s.Project == project }) {
			c.rowsOf(project, project, last)
		}
	}
}

// rowsOf are the years of a system; none of one that nothing is known of.
func (c *computation) rowsOf(system, project string, last int) {
	flows := c.flows(func(p *Payment) bool { return p.System == system })
	price := c.Price(project)
	if len(flows) == 0 && price == nil {
		return
	}
	for year := c.terms.First; year <= last; year++ {
		from, to := January(year), January(year+1)
		row := Row{System: system, Year: year}
		for i := range flows {
			f := &flows[i]
			old, used := f.in(c.first, f.from, f.to, year), f.in(c.first, f.from, min(f.to, f.unused), year)
			row.Old, row.Overlap = row.Old.Add(old), row.Overlap.Add(old.Sub(used))
			if !f.fall {
				row.Saving = row.Saving.Add(f.in(c.first, f.from, f.last, year))
			}
			row.Certainty = row.Certainty.Weaker(f.certaintyIn(from, to))
		}
		row.Saving = row.Saving.Sub(row.Old)
		if price != nil && price.From < Open {
			f := flow{yearly: price.Yearly.Decimal(), from: price.From, to: Open}
			amount := f.in(c.first, f.from, f.to, year)
			row.New = &amount
			row.Certainty = row.Certainty.Weaker(drejebog.Stated)
			if price.From < to {
				row.Certainty = row.Certainty.Weaker(price.Since)
			}
		}
		row.Certainty = cmp.Or(row.Certainty, drejebog.Assumed)
		c.Rows = append(c.Rows, row)
	}
}

// Price is what the plan says that a project's system costs, or nil.
func (c *Costs) Price(project string) *Price {
	at := slices.IndexFunc(c.Prices, func(p Price) bool { return p.Project == project })
	if at < 0 {
		return nil
	}
	return &c.Prices[at]
}

// PaidIn are the payments of a month, and those that begin later and take over from
// none.
func (c *Costs) PaidIn(month Month) []*Payment {
	var list []*Payment
	for i := range c.Payments {
		p := &c.Payments[i]
		follows := func(q Payment) bool { return q.Instead == p.From && q.Instead > month }
		if p.Instead > month && (p.From <= month || !slices.ContainsFunc(c.Payments, follows)) {
			list = append(list, p)
		}
	}
	return list
}

// Moved are the costs with everything that hangs on a go-live so many months later.
// They have neither rows nor findings.
func (c *Costs) Moved(months Month) *Costs {
	moved := &Costs{Level: c.Level, Payments: slices.Clone(c.Payments), Falls: slices.Clone(c.Falls), Prices: slices.Clone(c.Prices), first: c.first}
	for i := range moved.Payments {
		p := &moved.Payments[i]
		p.live += months
		if p.Unused < Open {
			p.Unused += months
		}
		p.close()
	}
	for i := range moved.Falls {
		moved.Falls[i].From += months
	}
	for i := range moved.Prices {
		if p := &moved.Prices[i]; p.From < Open && !p.Own {
			p.From += months
		}
	}
	return moved
}

// InYear are the costs with the rows of one year only.
func (c *Costs) InYear(year int) *Costs {
	if c == nil {
		return nil
	}
	only := *c
	only.Rows = nil
	for _, row := range c.Rows {
		if row.Year == year {
			only.Rows = append(only.Rows, row)
		}
	}
	return &only
}

// Until is what is paid for all legacy systems from the first year that is told of
// until a month begins, to the øre.
func (c *Costs) Until(month Month) drejebog.Kroner {
	sum := decimal.Zero
	flows := c.flows(func(*Payment) bool { return true })
	for i := range flows {
		sum = sum.Add(flows[i].paid(January(c.first), flows[i].from, min(flows[i].to, month)))
	}
	return drejebog.NewKroner(sum)
}

// LastPaid is the month after the last that is paid for a legacy system whose end is
// known.
func (c *Costs) LastPaid() Month {
	last := January(c.first)
	for i := range c.Payments {
		if end := c.Payments[i].End; end < Open {
			last = max(last, end)
		}
	}
	return last
}

// Years are the years that rows tell of, oldest first.
func (c *Costs) Years() []int {
	years := map[int]bool{}
	for i := range c.Rows {
		years[c.Rows[i].Year] = true
	}
	return slices.Sorted(maps.Keys(years))
}

// flow is an amount that is paid by the month, for a time.
type flow struct {
	yearly    decimal.Decimal // below zero for a fall
	from, to  Month           // the first month, and the one after the last
	unused    Month           // the first in which the system is not used
	last      Month           // the month after the last that it would be paid for if nothing ended
	fall      bool
	certainty drejebog.Certainty
	turns     []turn
}

// turn is how sure it is that something changes from a month on.
type turn struct {
	from      Month
	certainty drejebog.Certainty
}

var twelve = decimal.NewFromInt(12)

// paid is what the months from one to another cost that lie after a beginning.
func (f *flow) paid(begin, from, to Month) decimal.Decimal {
	months := max(0, to-max(begin, from))
	return f.yearly.Mul(decimal.NewFromInt(int64(months))).DivRound(twelve, 2)
}

// in is the part of a year: ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to øre.
func (f *flow) in(first int, from, to Month, year int) drejebog.Kroner {
	begin := January(first)
	return drejebog.NewKroner(f.paid(begin, from, min(to, January(year+1))).Sub(f.paid(begin, from, min(to, January(year)))))
}

// certaintyIn is how sure what is paid between two months is.
func (f *flow) certaintyIn(from, to Month) drejebog.Certainty {
	if f.fall && f.from >= to {
		return 0
	}
	certainty := f.certainty
	for _, t := range f.turns {
		if t.from < to && f.last > from {
			certainty = certainty.Weaker(t.certainty)
		}
	}
	return certainty
}

// flows are what the payments and their falls come to.
func (c *Costs) flows(of func(*Payment) bool) []flow {
	var flows []flow
	for i := range c.Payments {
		p := &c.Payments[i]
		if !of(p) {
			continue
		}
		base := flow{yearly: p.Yearly.Decimal(), from: p.From, to: p.End, unused: p.Unused, last: p.Instead, certainty: p.Certainty, turns: p.turns}
		flows = append(flows, base)
		for k := range c.Falls {
			f := &c.Falls[k]
			if !f.Lowers(p) {
				continue
			}
			fall := base
			fall.fall, fall.yearly = true, base.yearly.Mul(f.Share).Neg()
			fall.from, fall.certainty = max(p.From, f.From), f.Certainty
			if fall.from < fall.to {
				flows = append(flows, fall)
			}
		}
	}
	return flows
}
