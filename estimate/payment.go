package estimate

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// contractPayment is what a contract of the plan costs a year.
type contractPayment struct {
	amount drejebog.Kroner
	level  int    // the year whose prices it is in
	path   string // in the plan
}

// paymentsFor are the payments of the plan's contracts that run until the use of
// a legacy system ends, in the order of the contracts. A contract of several
// systems is paid whole until the last of them ends.
func (e *Estimate) paymentsFor(system string) []contractPayment {
	var list []contractPayment
	for _, id := range slices.Sorted(maps.Keys(e.plan.Contracts)) {
		contract := e.plan.Contracts[id]
		if contract.Payment == nil || !slices.Contains(contract.Systems, system) || e.lastEnding(contract.Systems) != system {
			continue
		}
		level := e.PaymentLevel()
		if day := contract.Payment.PriceLevel; day != nil {
			level = day.Year()
		}
		path := strict.Join("contracts", id) + ".payment.amount"
		list = append(list, contractPayment{amount: contract.Payment.Amount, level: level, path: path})
	}
	return list
}

// isPaid reports whether any contract of the plan with a payment is for a system.
func (e *Estimate) isPaid(system string) bool {
	for _, contract := range e.plan.Contracts {
		if contract.Payment != nil && slices.Contains(contract.Systems, system) {
			return true
		}
	}
	return false
}

// lastEnding is the system whose use ends last; one whose end is not known ends
// after all others, and of two that end together the first does.
func (e *Estimate) lastEnding(systems []string) string {
	last, latest := "", date.Date(0)
	for _, system := range systems {
		milestone := e.sched.Milestone("end@" + system)
		if milestone == nil || !milestone.Date.Known() {
			return system
		}
		if last == "" || milestone.Date.Date > latest {
			last, latest = system, milestone.Date.Date
		}
	}
	return last
}
