package estimate

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
)

// ContractPayment is what a contract of the plan costs a year, for as long as it
// runs: as the plan states it, and in the prices of the estimate. Where an index is
// missing it stays as it is.
type ContractPayment struct {
	Contract  string          // its name
	Systems   []string        // ids of the legacy systems that it is for
	Amount    drejebog.Kroner // a year, as stated
	Level     int             // the year whose prices Amount is in
	Carried   drejebog.Kroner // Amount in the prices of CarriedTo, rounded to øre
	CarriedTo int             // the estimate's price level, or Level where no index carries it there
	Path      string          // of Amount in the plan

	Notice *timeline.Notice // until when it binds, as the schedule has it; nil where the plan says no more of the contract than what is paid
}

// PaymentsFor are the payments of the plan's contracts whose use ends with that of
// a legacy system, in the order of the contracts: a contract of several systems is
// used until the last of them ends. It is paid whole until then, and for as long
// after it as Notice binds to it.
func (e *Estimate) PaymentsFor(system string) []ContractPayment {
	if e.how == nil {
		return nil
	}
	var list []ContractPayment
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

func (e *Estimate) paymentOf(id string, contract *plan.Contract) ContractPayment {
	p := ContractPayment{
		Contract: contract.Name, Systems: contract.Systems, Amount: contract.Payment.Amount, Level: e.PaymentLevel(),
		Path: strict.Join("contracts", id) + ".payment.amount",
	}
	if day := contract.Payment.PriceLevel; day != nil {
		p.Level = day.Year()
	}
	p.Carried, p.CarriedTo = e.Carried(p.Amount, p.Level)
	if at := slices.IndexFunc(e.sched.Notices, func(k timeline.Notice) bool { return k.Contract == id }); at >= 0 {
		p.Notice = &e.sched.Notices[at]
	}
	return p
}

// Carried is an amount that is bought for, in the prices of a year, in those of
// the estimate, rounded to øre, half away from zero; as it is, at the level that it
// has, where an index on the way is missing.
func (e *Estimate) Carried(amount drejebog.Kroner, from int) (carried drejebog.Kroner, level int) {
	if e.how != nil {
		if factor, ok := e.how.indices.carried(drejebog.Prices, from, e.PriceLevel); ok {
			return amount.Mul(factor).Round(2), e.PriceLevel
		}
	}
	return amount, from
}

// PaymentLevel is the year whose prices a plan's payments are in where it says
// nothing of them; 0 for an estimate that nobody computed.
func (e *Estimate) PaymentLevel() int {
	if e.how == nil {
		return 0
	}
	return int(e.how.assumptions.Case.Joint.PriceLevel.Value.IntPart())
}
