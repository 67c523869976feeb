package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
)

// Load returns the newest edition of the playbook, 4.1, from the data that is
// built into the module. Each call reads it anew from its compact form, so that
// what one caller does to its book no other sees.
func Load() (*Playbook, error) {
	whole := &Playbook{}
	if err := compact.Read(seeds.CompactPlaybook(), whole.lists()...); err != nil {
		return nil, err
	}
	whole.Words = lang.CatalogueOf(BuiltInWords().Messages())
	return whole.newest(), nil
}

// lists are what the data files say beside the words, in the order of the compact
// form.
func (b *Playbook) lists() []any {
	return []any{
		&b.Editions, &b.Projects, &b.Systems, &b.Parties, &b.Activities, &b.Milestones, &b.Dependencies,
		&b.Cases, &b.Options, &b.Contacts, &b.Documents, &b.Notes,
		&b.Roles, &b.Drivers, &b.Categories, &b.Kommuner, &b.BudgetYears, &b.PriceEstimates, &b.FullTimeYear,
		&b.DaysOff, &b.VagueLengths, &b.FindingRules, &b.QualityChecks,
	}
}
