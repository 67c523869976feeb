package running

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Payment is what a contract costs a year for its legacy systems, or for one of them
// where the plan states shares.
type Payment struct {
	Contract string   // id in the plan
	Name     string   // of the contract
	System   string   // id of the legacy system whose end ends the payment
	Systems  []string // ids of those that it is for
	Path     string   // of the amount in the plan

	Stated   drejebog.Kroner // a year
	StatedAt int             // the year whose prices Stated is in
	Yearly   drejebog.Kroner // in the prices of Costs.Level

	From    Month // the first month that is paid for; 0 where the plan does not say
	Unused  Month // the first in which no system is used that it is for; Open: not known
	Unbound Month // the first that the contract does not bind to, whatever the use is; 0 where it follows the use
	End     Month // the first that is not paid for; Open: not known
	Instead Month // from when another contract, or nothing, would be paid if nothing ended; Open: none

	Certainty drejebog.Certainty // of Yearly

	every Month // months of a period
	rule  Month // from when a rule ends it once the new system is live; 0 without
	live  Month // of that system
	turns []turn
}

// periods are the months of the periods that a payment is for.
var periods = [...]Month{0: 1, plan.PaidByMonth: 1, plan.PaidByQuarter: 3, plan.PaidByHalfYear: 6, plan.PaidByYear: 12}

// payments are those of the plan's contracts on legacy systems.
func (c *computation) payments() {
	for _, id := range slices.Sorted(maps.Keys(c.plan.Contracts)) {
		contract := c.plan.Contracts[id]
		if contract.Payment == nil {
			continue
		}
		systems := slices.DeleteFunc(slices.Clone(contract.Systems), func(s string) bool { return c.book.System(s) == nil })
		if len(systems) == 0 {
			continue
		}
		if !contract.Payment.Divided(systems) {
			c.payment(id, &contract, systems, contract.Payment.Amount)
			continue
		}
		for _, system := range systems {
			c.payment(id, &contract, []string{system}, contract.Payment.Amount.Mul(contract.Payment.Shares[system]))
		}
	}
	for i := range c.Payments {
		c.end(&c.Payments[i])
	}
	for i := range c.Payments {
		c.beside(&c.Payments[i])
	}
}

// beside notes the contracts that begin while another on one of their systems is paid for:
// both count, and nobody may have meant that.
func (c *computation) beside(q *Payment) {
	if q.From <= January(c.terms.First) {
		return // beside the other all along
	}
	for i := range c.Payments {
		p := &c.Payments[i]
		both := func(s string) bool { return slices.Contains(p.Systems, s) }
		at := slices.IndexFunc(q.Systems, both)
		if at < 0 || p.Contract == q.Contract || p.From >= q.From || p.End <= q.From {
			continue
		}
		c.found("DB-430", p.Path, lang.Args{
			"system": lang.Both(c.book.ScopeName(q.Systems[at])), "contract": lang.Both(p.Name), "other": lang.Both(q.Name), "month": q.From.Text(),
		})
	}
}

// payment adds what a contract costs for systems.
func (c *computation) payment(id string, contract *plan.Contract, systems []string, amount drejebog.Kroner) {
	p := Payment{
		Contract: id, Name: contract.Name, Systems: systems, Path: strict.Join("contracts", id) + ".payment.amount",
		Stated: amount, StatedAt: c.terms.Stated, Certainty: drejebog.Stated, every: periods[contract.Payment.Paid],
		Instead: Open,
	}
	if day := contract.Payment.PriceLevel; day != nil {
		p.StatedAt = day.Year()
	}
	if contract.Start != nil {
		p.From = MonthOf(*contract.Start)
	}
	c.Payments = append(c.Payments, p)
}

// end finds until when a payment runs.
func (c *computation) end(p *Payment) {
	system, last, use := c.lastUse(p.Systems)
	p.System, p.Unused = system, Open
	turns := c.now()
	if last != nil {
		p.Unused = monthAfter(*last)
		turns = p.Unused
	}
	p.turns = []turn{{turns, use}}
	if ends, ok := c.bind(p); ok && p.Unbound < p.Unused {
		c.succeeded(p, ends, last)
	}
	c.exclusive(p)
	p.close()
}

// close is where a payment ends: with use and contract, at the end of a period that
// has begun, and no later than another contract or a rule takes it over.
func (p *Payment) close() {
	p.End = max(p.Unused, p.Unbound)
	if p.End < Open {
		p.End = (p.End + p.every - 1) / p.every * p.every
	}
	p.End = min(p.End, p.Instead)
	if p.rule > 0 {
		p.End = min(p.End, max(p.rule, p.live))
	}
	p.End = max(p.End, p.From)
}

// now is the month from which on what nobody knows the end of is a guess.
func (c *computation) now() Month { return MonthOf(c.sched.AsOf) + 1 }

// lastUse is the system of several that is used longest, its last day, nil for one
// that nobody knows, and how sure that is.
func (c *computation) lastUse(systems []string) (system string, last *date.Date, certainty drejebog.Certainty) {
	for _, id := range systems {
		m := c.sched.Milestone(c.book.MilestoneOf(drejebog.SystemEnd, id))
		if m == nil || !m.Date.Known() {
			return id, nil, drejebog.Assumed
		}
		if last == nil || m.Date.Date > *last {
			day := m.Date.Date
			system, last, certainty = id, &day, m.Certainty
		}
	}
	return system, last, certainty
}

// Sure is how sure it is what is paid and until when: the weakest of the two.
func (p *Payment) Sure() drejebog.Certainty {
	certainty := p.Certainty
	for _, t := range p.turns {
		certainty = certainty.Weaker(t.certainty)
	}
	return certainty
}

// bind finds until when the contract binds, whatever the use is: false where it
// follows the use, or where the plan says nothing of it.
func (c *computation) bind(p *Payment) (ends date.Date, ok bool) {
	at := slices.IndexFunc(c.sched.Notices, func(k timeline.Notice) bool { return k.Contract == p.Contract })
	if at < 0 || c.sched.Notices[at].Ends == nil {
		return 0, false
	}
	k, contract := &c.sched.Notices[at], c.plan.Contracts[p.Contract]
	ends = *k.Ends
	if share := len(p.Systems) < len(k.Uses); share && k.Given == nil {
		if contract.End == nil {
			return 0, false // it ends with the last of its systems, and this one's share before
		}
		ends = *contract.End
	}
	unbound := monthAfter(ends)
	if k.Given == nil && contract.NoticeMonths != nil && unbound <= p.Unused {
		return 0, false // notice is to be given for the last use
	}
	p.Unbound = unbound
	if unbound > p.Unused {
		p.turns = append(p.turns, turn{unbound, c.sureOf(p.Contract, k)})
	}
	return ends, true
}

// sureOf is how sure the end of a contract is: stated where it is the plan's own, or
// that of a notice that was given.
func (c *computation) sureOf(contract string, k *timeline.Notice) drejebog.Certainty {
	m := c.sched.Milestone(c.book.MilestoneOf(drejebog.ContractEnd, contract))
	if m == nil || c.plan.Contracts[contract].NoticeMonths == nil || k.Given != nil && !k.Planned {
		return drejebog.Stated
	}
	return m.Certainty
}

// succeeded ends a payment whose contract ends before the last use where other contracts
// on the same systems are paid from then on. Until they are, and for as long as one of the
// systems has none, it goes on at the same price, which is assumed.
func (c *computation) succeeded(p *Payment, ends date.Date, last *date.Date) {
	takeover, left := Month(0), []string(nil)
	for _, system := range p.Systems {
		from := c.takenOver(p, system, ends)
		if takeover = max(takeover, from); from == Open {
			left = append(left, system)
		}
	}
	if len(left) == 0 {
		p.Instead = min(p.Instead, takeover)
		if takeover <= p.Unbound {
			return
		}
		if begins := takeover.first() - 1; last == nil || begins < *last {
			last = &begins
		}
	} else if len(left) < len(p.Systems) { // only those that no other contract is for
		system, used, use := c.lastUse(left)
		p.System, p.Unused, last = system, Open, used
		if used != nil {
			p.Unused = monthAfter(*used)
			p.turns = append(p.turns, turn{p.Unused, use})
		}
		if p.Unbound >= p.Unused {
			return
		}
	}
	p.turns = append(p.turns, turn{p.Unbound, drejebog.Assumed})
	if last != nil {
		c.found("DB-447", p.Path, lang.Args{"contract": lang.Both(p.Name), "ends": lang.Day(ends), "last": lang.Day(*last)})
	}
}

// takenOver is the month from which another contract is paid for a system of a contract
// that ends on a day: one that begins in that month or later; Open without one.
func (c *computation) takenOver(p *Payment, system string, ends date.Date) Month {
	from := Open
	for i := range c.Payments {
		q := &c.Payments[i]
		if q.Contract != p.Contract && q.From >= MonthOf(ends) && slices.Contains(q.Systems, system) {
			from = min(from, q.From)
		}
	}
	return from
}

// exclusive ends a payment for a legacy system where its replacement is paid for, by
// a rule that beats the contract.
func (c *computation) exclusive(p *Payment) {
	for i := range c.terms.Exclusive {
		rule := &c.terms.Exclusive[i]
		if len(p.Systems) != 1 || p.System != rule.System || !rule.PublishedBy(c.sched.AsOf) {
			continue
		}
		m := c.sched.Milestone(c.book.MilestoneOf(drejebog.GoLive, c.book.System(rule.System).Project))
		if m == nil || !m.Date.Known() {
			continue
		}
		p.close()
		end := p.End
		p.rule, p.live = MonthFrom(rule.From), MonthOf(m.Date.Date)
		if p.close(); p.End == end {
			continue
		}
		c.found("DB-448", p.Path, lang.Args{
			"contract": lang.Both(p.Name), "system": lang.Both(c.book.ScopeName(p.System)), "month": p.End.Text(), "last": (end - 1).Text(),
		})
		p.turns = append(p.turns, turn{p.End, rule.Certainty.Weaker(m.Certainty)})
	}
}

// Fallen is by how much a payment is lower from a month on.
type Fallen struct {
	*Fall
	Gone string // id of the legacy system whose end lowers it
	From Month
}

// Lowers reports whether a fall is of what a payment is for: of a sum for several systems
// nobody knows what is the price of the one that becomes cheaper.
func (f *Fallen) Lowers(p *Payment) bool { return len(p.Systems) == 1 && p.System == f.System }

// falls are those of what was published, for systems whose end is known; one that
// would lower the price of one of several systems in a payment is told.
func (c *computation) falls() {
	for i := range c.terms.Falls {
		fall := &c.terms.Falls[i]
		if fall.When != "end" || !fall.PublishedBy(c.sched.AsOf) {
			continue
		}
		for _, system := range fall.Of {
			if m := c.sched.Milestone(c.book.MilestoneOf(drejebog.SystemEnd, system)); m != nil && m.Date.Known() {
				c.Falls = append(c.Falls, Fallen{Fall: fall, Gone: system, From: monthAfter(m.Date.Date)})
			}
		}
		c.uncounted(fall)
	}
}

// uncounted finds the payments for several systems that a fall would lower if the plan said
// what its system costs of them.
func (c *computation) uncounted(fall *Fall) {
	for i := range c.Payments {
		p := &c.Payments[i]
		if len(p.Systems) < 2 || !slices.Contains(p.Systems, fall.System) || p.Stated.Sign() <= 0 {
			continue
		}
		share := c.shareOf(p, fall.System)
		lowers := func(f Fallen) bool { return f.Fall == fall && max(f.From, share.From) < share.End }
		if slices.ContainsFunc(c.Falls, lowers) {
			c.found("DB-457", p.Path, lang.Args{
				"contract": lang.Both(p.Name), "system": lang.Both(c.book.ScopeName(fall.System)), "share": lang.PercentOf(fall.Share),
			})
		}
	}
}

// shareOf is what would be paid for one of the systems of a payment if its share were stated.
func (c *computation) shareOf(p *Payment, system string) Payment {
	share := Payment{
		Contract: p.Contract, Name: p.Name, Systems: []string{system}, Path: p.Path, Stated: p.Stated, StatedAt: p.StatedAt,
		Yearly: p.Yearly, From: p.From, Instead: Open, Certainty: p.Certainty, every: p.every,
	}
	told := c.Findings
	c.end(&share)
	c.Findings = told
	return share
}

// found notes a finding on a path of the plan.
func (c *computation) found(code, path string, args lang.Args) {
	f := c.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place, _ = c.plan.Where(path)
	c.Findings = append(c.Findings, f)
}
