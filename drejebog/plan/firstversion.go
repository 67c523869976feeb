package plan

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// anyVersion is a plan as it may stand in a file: with the keys of the first
// version that have other homes now.
type anyVersion struct {
	Contracts    map[string]firstContract `yaml:"contracts"`
	BusinessCase *firstBusinessCase       `yaml:"businessCase"`
	Plan         `yaml:",inline"`
}

// firstContract is a contract of one system: system, which is systems now.
type firstContract struct {
	System   string `yaml:"system" plan:"of=system home=contracts.systems"`
	Contract `yaml:",inline"`
}

// contract is the contract itself.
func (f *firstContract) contract() Contract {
	c := f.Contract
	if f.System != "" && !slices.Contains(c.Systems, f.System) {
		c.Systems = append(slices.Clip(c.Systems), f.System)
	}
	return c
}

// firstBusinessCase has the yearly payments by legacy system, which stand on
// contracts now.
type firstBusinessCase struct {
	Payments     map[string]drejebog.Kroner `yaml:"payments" plan:"keys=system kroner home=contracts.payment"`
	BusinessCase `yaml:",inline"`
}

// plan is the plan itself. What stands under a key of the first version is moved
// to its home, and moved has the path at which it stands in the file, by the
// path of its home.
func (v *anyVersion) plan(book *drejebog.Playbook) (p *Plan, moved map[string]string) {
	p, moved = &v.Plan, map[string]string{}
	if v.Contracts != nil {
		p.Contracts = make(map[string]Contract, len(v.Contracts))
	}
	for _, id := range sortedKeys(v.Contracts) {
		first := v.Contracts[id]
		p.Contracts[id] = first.contract()
		if n := len(first.Systems); n < len(p.Contracts[id].Systems) {
			path := strict.Join("contracts", id)
			moved[strict.Index(path+".systems", n)] = path + ".system"
		}
	}
	if v.BusinessCase == nil {
		return p, moved
	}
	p.BusinessCase = &v.BusinessCase.BusinessCase
	if p.Contracts == nil && len(v.BusinessCase.Payments) > 0 {
		p.Contracts = map[string]Contract{}
	}
	for _, system := range sortedKeys(v.BusinessCase.Payments) {
		if paid := p.paidOn(system); len(paid) > 0 { // the contracts say it
			if amount := v.BusinessCase.Payments[system]; amount.Cmp(sumOf(paid, system)) != 0 {
				p.twicePaid = append(p.twicePaid, twicePaid{system, amount, sumOf(paid, system)})
			}
			continue
		}
		id := p.paidFor(system)
		path, first := strict.Join("contracts", id), strict.Join("businessCase.payments", system)
		moved[path+".payment.amount"] = first
		contract, known := p.Contracts[id]
		if !known {
			moved[path], moved[strict.Index(path+".systems", 0)] = first, first
			contract = Contract{Name: nameOfSystem(book, system), Systems: []string{system}}
		}
		contract.Payment = &Payment{Amount: v.BusinessCase.Payments[system]}
		p.Contracts[id] = contract
	}
	if reflect.ValueOf(*p.BusinessCase).IsZero() && len(v.BusinessCase.Payments) > 0 {
		p.BusinessCase = nil
	}
	return p, moved
}

// nameOfSystem is what a contract is called of which the plan says but the legacy
// system: the system's name, by the module's own playbook where none is at hand.
func nameOfSystem(book *drejebog.Playbook, id string) string {
	if book == nil {
		book, _ = drejebog.Load() // nil where it cannot be read, which its user is told
	}
	return book.ScopeName(id)
}

// paidOn are the payments of the contracts that are for a system alone or among others.
func (p *Plan) paidOn(system string) []*Payment {
	var list []*Payment
	for _, id := range sortedKeys(p.Contracts) {
		if c := p.Contracts[id]; c.Payment != nil && slices.Contains(c.Systems, system) {
			list = append(list, c.Payment)
		}
	}
	return list
}

// sumOf is what payments come to for a system: its share, or all that is not shared.
func sumOf(payments []*Payment, system string) drejebog.Kroner {
	var sum drejebog.Kroner
	for _, p := range payments {
		amount := p.Amount
		if share, ok := p.Shares[system]; ok {
			amount = amount.Mul(share)
		}
		sum = sum.Add(amount)
	}
	return sum
}

// twicePaid is a payment of the first version that differs from what the contracts say,
// which counts.
type twicePaid struct {
	system         string
	first, counted drejebog.Kroner
}

// paidFor is the id of the contract that a payment for a system of the first
// version is for: the only one on the system, if it is for no other and has no
// payment; else a new one of which no more is known.
func (p *Plan) paidFor(system string) string {
	var on []string
	for _, id := range sortedKeys(p.Contracts) {
		if slices.Contains(p.Contracts[id].Systems, system) {
			on = append(on, id)
		}
	}
	if len(on) == 1 && len(p.Contracts[on[0]].Systems) == 1 && p.Contracts[on[0]].Payment == nil {
		return on[0]
	}
	id := cmp.Or(lang.Slug(system), "betaling")
	for _, taken := p.Contracts[id]; taken; _, taken = p.Contracts[id] {
		id += "-betaling"
	}
	return id
}

// firstVersion tells, once, that the plan has keys of the first version.
func (c *checker) firstVersion() {
	if c.plan.document == nil {
		return
	}
	for _, twice := range c.plan.twicePaid {
		c.found("DB-043", strict.Join("businessCase.payments", twice.system), lang.Args{
			"system": lang.Both(c.book.ScopeName(twice.system)), "first": lang.Amount(lang.Exactly(twice.first.Decimal())), "counted": lang.Amount(lang.Exactly(twice.counted.Decimal())),
		})
	}
	var keys []string
	for _, id := range c.plan.document.Keys("contracts") {
		if slices.Contains(c.plan.document.Keys(strict.Join("contracts", id)), "system") {
			keys = append(keys, strict.Join("contracts", id)+".system")
		}
	}
	if slices.Contains(c.plan.document.Keys("businessCase"), "payments") {
		keys = append(keys, "businessCase.payments")
	}
	if len(keys) > 0 {
		c.found("DB-039", keys[0], lang.Args{"id": lang.Both(keys[0])})
	}
}
