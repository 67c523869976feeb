package plan

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// kept notes what the plan says that nothing is computed from yet.
func (c *checker) kept() {
	var keys []string
	note := func(key string, said bool) {
		if said {
			keys = append(keys, key)
		}
	}
	note("risks", len(c.plan.Risks) > 0)
	note("baseline", c.plan.Baseline != nil)
	note("spent", len(c.plan.Spent) > 0)
	for _, id := range slices.Sorted(maps.Keys(c.plan.Contracts)) {
		if payment := c.plan.Contracts[id].Payment; payment != nil && payment.Paid > PaidByMonth {
			note(strict.Join(strict.Join("contracts", id), "payment.paid"), true)
			break // it stands for those of all
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.plan.People)) {
		if person := c.plan.People[id]; len(person.Absences) > 0 {
			note(strict.Join(strict.Join("people", id), "absences"), true)
			break // it stands for those of all
		}
	}
	if len(keys) > 0 {
		c.found("DB-041", keys[0], lang.Args{"id": lang.Both(strings.Join(keys, ", "))})
	}
}
