package drejebog

// lists are what the data files say beside the words, in the order of the compact
// form.
func (b *Playbook) lists() []any {
	return []any{
		&b.Editions, &b.Projects, &b.Systems, &b.Parties, &b.Activities, &b.Milestones, &b.Dependencies,
		&b.Cases, &b.Options, &b.Contacts, &b.Documents, &b.Notes,
		&b.Roles, &b.Drivers, &b.Categories, &b.Kommuner, &b.BudgetYears, &b.PriceEstimates, &b.FullTimeYear,
		&b.DaysOff, &b.VagueLengths, &b.FindingRules, &b.QualityChecks, &b.Landmarks,
	}
}
