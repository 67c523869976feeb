package estimate

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// contractPayment is what a contract of the plan costs a year: as the plan states
// it, and carried to the estimate's price level. Where an index is missing it
// stays as it is.
type contractPayment struct {
	amount    drejebog.Kroner
	level     int             // the year whose prices amount is in
	carried   drejebog.Kroner // to the øre
	carriedTo int             // the year whose prices carried is in: the estimate's, or level
	name      string          // of the contract
	systems   []string        // ids of the legacy systems that it is for
	path      string          // in the plan
}

// paymentsFor are the payments of the plan's contracts that run until the use of
// a legacy system ends, in the order of the contracts. A contract of several
// systems is paid whole until the last of them ends.
func (e *Estimate) paymentsFor(system string) []contractPayment {
	var list []contractPayment
	for _, id := range slices.Sorted(maps.Keys(e.plan.Contracts)) {
		contract := e.plan.Contracts[id]
		if contract.Payment == nil || !slices.Contains(contract.Systems, system) {
			continue
		}
		if last := e.sched.LastUse(contract.Systems); last != nil && last.System == system {
			list = append(list, e.paymentOf(id, &contract))
		}
	}
	return list
}

func (e *Estimate) paymentOf(id string, contract *plan.Contract) contractPayment {
	p := contractPayment{
		amount: contract.Payment.Amount, level: e.PaymentLevel(), name: contract.Name, systems: contract.Systems,
		path: strict.Join("contracts", id) + ".payment.amount",
	}
	if day := contract.Payment.PriceLevel; day != nil {
		p.level = day.Year()
	}
	p.carried, p.carriedTo = p.amount, p.level
	if carry, ok := e.how.indices.carried(drejebog.Prices, p.level, e.PriceLevel); ok {
		p.carried, p.carriedTo = p.amount.Mul(carry).Round(2), e.PriceLevel
	}
	return p
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
