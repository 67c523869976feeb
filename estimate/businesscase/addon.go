package businesscase

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// AddOn is the local business case of an add-on to a legacy system that is
// to be replaced (6.4). Two things decide it: the add-on is earned back before
// the new system is introduced, and the phase-out becomes no dearer by it.
type AddOn struct {
	ID   string
	Name string

	Replaced *date.Date     // the first day of the implementation of the new system; nil as long as it is not known
	Payback  *running.Month // the month that it is earned back by the end of; nil: never
	ExitCost drejebog.Kroner
	Net      drejebog.Kroner // what it has earned, or cost, when the system is replaced, exit costs taken off; zero as long as that day is not known

	Verdict Verdict
	Reasons []Reason // what speaks against it first
}

// Verdict says whether to buy. The zero value is invalid.
type Verdict uint8

// The verdicts, from the worst to the best.
const (
	DoNotBuy Verdict = iota + 1
	Open             // it hangs on a day that nobody knows
	Buy
)

var verdictNames = [...]string{DoNotBuy: "doNotBuy", Open: "open", Buy: "buy"}

// String returns "doNotBuy", "open", "buy", or "".
func (v Verdict) String() string {
	if int(v) >= len(verdictNames) {
		return ""
	}
	return verdictNames[v]
}

// MarshalText writes what String returns.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Reason is why an add-on should be bought or not. The zero value is
// invalid.
type Reason uint8

// The reasons.
const (
	neverEarnedBack     Reason = iota + 1
	earnedBackTooLate          // only when the new system is in
	earnedBackInTime           // before the new system is introduced
	earnedBackUntilWhen        // and the day of the new system is not known
	phaseOutDearer
	phaseOutNoDearer
)

var reasonNames = [...]string{
	neverEarnedBack: "neverEarnedBack", earnedBackTooLate: "earnedBackTooLate", earnedBackInTime: "earnedBackInTime",
	earnedBackUntilWhen: "earnedBackUntilWhen", phaseOutDearer: "phaseOutDearer", phaseOutNoDearer: "phaseOutNoDearer",
}

// String returns the key of the reason, such as "neverEarnedBack", or "".
func (r Reason) String() string {
	if int(r) >= len(reasonNames) {
		return ""
	}
	return reasonNames[r]
}

// MarshalText writes what String returns.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// addOns judges the plan's add-ons, in the order of their ids. One that is not
// to be bought gives a finding.
func (c *computation) addOns() []AddOn {
	var out []AddOn
	for _, id := range slices.Sorted(maps.Keys(c.plan.AddOns)) {
		addOn := c.plan.AddOns[id]
		var replaced *date.Date
		if system := c.book.System(addOn.System); system != nil {
			if m := c.sched.Milestone(c.book.MilestoneOf(drejebog.Implementation, system.Project)); m != nil && m.Date.Known() {
				replaced = &m.Date.Date
			}
		}
		judged := JudgeAddOn(&addOn, replaced)
		judged.ID = id
		out = append(out, judged)
		if judged.Verdict == DoNotBuy {
			c.found("DB-443", strict.Join("addOns", id), lang.Args{"addon": lang.Both(addOn.Name), "reason": judged.ReasonText(c.book.Words, judged.Reasons[0])})
		}
	}
	return out
}

// ReasonText says one of the reasons of an add-on's verdict, in a book's words.
func (c *AddOn) ReasonText(words *lang.Catalogue, reason Reason) lang.Text {
	var month, day lang.Text
	if c.Payback != nil {
		month = c.Payback.Text()
	}
	if c.Replaced != nil {
		day = lang.DayText(*c.Replaced)
	}
	return words.Key("addon-reason", reason.String(), lang.Args{
		"amount": lang.Amount(lang.Exactly(c.ExitCost.Decimal())), "month": month, "day": day,
	})
}

// JudgeAddOn judges an add-on to a system that is replaced from a day on; nil
// for a day that is not known. It counts whole months in use, a twelfth of a
// year each, from the first one on. A later replacement never makes the verdict
// worse.
func JudgeAddOn(addOn *plan.AddOn, replaced *date.Date) AddOn {
	c := AddOn{Name: addOn.Name, Replaced: replaced}
	from := running.MonthFrom(addOn.From)
	if months, ok := monthsToEarn(addOn); ok {
		month := from + running.Month(months) - 1
		c.Payback = &month
	}
	c.ExitCost = addOn.ExitCost
	if replaced != nil {
		until := max(from, running.MonthOf(*replaced)) // the months before it are whole
		c.ExitCost = c.ExitCost.Add(boundAfter(addOn, *replaced))
		months := decimal.NewFromInt(int64(until - from))
		earned := addOn.Saving.Sub(addOn.Yearly).Decimal().Mul(months).DivRound(twelve, 2)
		c.Net = drejebog.NewKroner(earned).Sub(addOn.Price).Sub(c.ExitCost)
	}
	c.judge(addOn)
	return c
}

// monthsToEarn is how many months it takes to earn an add-on back; false for
// one that never does.
func monthsToEarn(addOn *plan.AddOn) (int64, bool) {
	yearly := addOn.Saving.Sub(addOn.Yearly).Decimal()
	if yearly.Sign() <= 0 {
		return 0, false
	}
	whole, rest := addOn.Price.Decimal().Mul(twelve).QuoRem(yearly, 0)
	months := whole.IntPart()
	if !rest.IsZero() {
		months++
	}
	const most = 12 * 1000 // a thousand years are never
	return max(1, months), months <= most && whole.LessThan(decimal.NewFromInt(most))
}

// boundAfter is what has to be paid for the months after the replacement,
// started ones among them, rounded to øre.
func boundAfter(addOn *plan.AddOn, replaced date.Date) drejebog.Kroner {
	if addOn.BoundTo == nil || *addOn.BoundTo < replaced {
		return drejebog.Kroner{}
	}
	months := int64(running.MonthOf(*addOn.BoundTo) - running.MonthOf(replaced) + 1)
	return drejebog.NewKroner(addOn.Yearly.Decimal().Mul(decimal.NewFromInt(months)).DivRound(twelve, 2))
}

// judge gives the verdict and its reasons, what speaks against it first.
func (c *AddOn) judge(addOn *plan.AddOn) {
	var against, open, in []Reason
	switch {
	case c.Payback == nil:
		against = append(against, neverEarnedBack)
	case c.Replaced == nil:
		open = append(open, earnedBackUntilWhen)
	case *c.Payback >= running.MonthOf(*c.Replaced):
		against = append(against, earnedBackTooLate)
	default:
		in = append(in, earnedBackInTime)
	}
	if c.ExitCost.Sign() > 0 {
		against = append(against, phaseOutDearer)
	} else if c.Replaced != nil || addOn.BoundTo == nil {
		in = append(in, phaseOutNoDearer)
	}
	c.Reasons = slices.Concat(against, open, in)
	switch {
	case len(against) > 0:
		c.Verdict = DoNotBuy
	case len(open) > 0:
		c.Verdict = Open
	default:
		c.Verdict = Buy
	}
}
