package drejebog

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// tables checks projects, parties, roles, drivers, kommuner, budget years, the
// calendar and the yardsticks of quality.
func (c *checker) tables() {
	b := c.book
	for i, p := range b.Projects {
		path := fmt.Sprintf("projects[%d]", i)
		c.unique(projectsFile, path+".id", "projects", p.ID)
		c.provenance(projectsFile, path, p.Provenance)
	}
	for i, s := range b.Systems {
		path := fmt.Sprintf("systems[%d]", i)
		c.unique(projectsFile, path+".id", "systems", s.ID)
		c.known(projectsFile, path+".project", strict.Part{Kind: "seeds/a-project"}, s.Project, c.projectIDs())
		c.provenance(projectsFile, path, s.Provenance)
	}
	for i, p := range b.Parties {
		path := fmt.Sprintf("parties[%d]", i)
		c.unique(projectsFile, path+".id", "parties", p.ID)
		c.provenance(projectsFile, path, p.Provenance)
	}
	driverIDs := make([]string, len(b.Drivers))
	for i := range b.Drivers {
		driverIDs[i] = b.Drivers[i].ID
	}
	for i, r := range b.Roles {
		path := fmt.Sprintf("roles[%d]", i)
		c.unique(rolesFile, path+".id", "roles", r.ID)
		c.provenance(rolesFile, path, r.Provenance)
		if r.Headcount != "" {
			c.known(rolesFile, path+".headcount", strict.Part{Kind: "seeds/a-driver"}, r.Headcount, driverIDs)
		}
	}
	for i, d := range b.Drivers {
		path := fmt.Sprintf("drivers[%d]", i)
		c.unique(driversFile, path+".id", "drivers", d.ID)
		c.provenance(driversFile, path, d.Provenance)
	}
	for i, k := range b.Categories {
		path := fmt.Sprintf("categories[%d]", i)
		c.unique(categoriesFile, path+".id", "categories", k.ID)
		c.provenance(categoriesFile, path, k.Provenance)
	}
	c.kommuner()
	c.formerKommuner()
	c.budget()
	c.daysOff()
	for i, q := range b.QualityChecks {
		path := fmt.Sprintf("qualityChecks[%d]", i)
		c.unique(qualityFile, path+".id", "qualityChecks", q.ID)
		c.provenance(qualityFile, path, q.Provenance)
		if (q.AtMost == nil) == (q.AtLeast == nil) {
			c.fault(qualityFile, path, strict.Part{Kind: "seeds/yardsticks"}, strict.Part{Kind: "seeds/one-yardstick"})
		}
	}
	for i, r := range b.Reminders {
		path := fmt.Sprintf("reminders[%d]", i)
		c.unique(calendarFile, path+".kind", "reminders", r.Kind)
		c.provenance(calendarFile, path, r.Provenance)
		if b.Words != nil && !b.Words.Has("mark/"+r.Kind) {
			c.fault(calendarFile, path+".kind", lang.Quoted(r.Kind), strict.Part{Kind: "seeds/kind-of-day"})
		}
		const most = 366 // days: a year
		if slices.ContainsFunc(r.Days, func(n int) bool { return n < 0 || n > most }) {
			c.fault(calendarFile, path+".days", fmt.Sprint(r.Days), strict.Part{Kind: "seeds/days-before", Values: map[string]any{"most": most}})
		}
	}
	for i, v := range b.VagueLengths {
		path := fmt.Sprintf("vagueLengths[%d]", i)
		c.unique(calendarFile, path+".words", "vagueLengths", v.Words)
		c.provenance(calendarFile, path, v.Provenance)
	}
}

func (c *checker) kommuner() {
	for i, k := range c.book.Kommuner {
		path := fmt.Sprintf("kommuner[%d]", i)
		c.unique(kommunerFile, path+".code", "codes", k.Code)
		c.unique(kommunerFile, path+".name", "names", k.Name)
		if len(k.Code) != 4 || (i > 0 && k.Code <= c.book.Kommuner[i-1].Code) {
			c.fault(kommunerFile, path+".code", k.Code, strict.Part{Kind: "seeds/rising-code"})
		}
		rising := slices.IsSortedFunc(k.Population, func(a, b Population) int { return int(a.On - b.On) })
		if len(k.Population) == 0 || !rising {
			c.fault(kommunerFile, path+".population", strict.Part{Kind: "seeds/counts", Values: map[string]any{"n": len(k.Population)}}, strict.Part{Kind: "seeds/rising-counts"})
		}
		for j, p := range k.Population {
			if p.Count <= 0 {
				c.fault(kommunerFile, fmt.Sprintf("%s.population[%d].count", path, j), fmt.Sprint(p.Count), strict.Part{Kind: "seeds/inhabitants"})
			}
		}
	}
}

func (c *checker) formerKommuner() {
	names := IDsOf(c.book.Kommuner, func(k *Kommune) string { return k.Name })
	for i := range c.book.FormerKommuner {
		f := &c.book.FormerKommuner[i]
		path := fmt.Sprintf("formerKommuner[%d]", i)
		c.unique(kommunerFile, path+".name", "names", f.Name)
		c.provenance(kommunerFile, path, f.Provenance)
		for _, name := range append([]string{f.Kommune}, f.Also...) {
			c.known(kommunerFile, path+".kommune", strict.Part{Kind: "seeds/a-kommune"}, name, names)
		}
	}
}

func (c *checker) budget() {
	for i, y := range c.book.BudgetYears {
		path := fmt.Sprintf("budgetYears[%d]", i)
		c.unique(budgetFile, path+".year", "budgetYears", fmt.Sprint(y.Year))
		c.provenance(budgetFile, path, y.Provenance)
		if y.AdoptedBy.Year() != y.Year-1 || y.ProposalBy > y.AdoptedBy {
			c.fault(budgetFile, path,
				strict.Part{Kind: "seeds/proposed-adopted", Values: map[string]any{"proposed": y.ProposalBy.String(), "adopted": y.AdoptedBy.String()}},
				strict.Part{Kind: "seeds/proposal-then-adoption"},
			)
		}
	}
	for i, p := range c.book.PriceEstimates {
		path := fmt.Sprintf("priceEstimates[%d]", i)
		c.provenance(budgetFile, path, p.Provenance)
		if p.ToYear != p.FromYear+1 {
			c.fault(budgetFile, path+".to", fmt.Sprint(p.ToYear), strict.Part{Kind: "seeds/year-after"})
		}
	}
	c.provenance(budgetFile, "fullTimeYear", c.book.FullTimeYear.Provenance)
	c.provenance(budgetFile, "proposals", c.book.Proposals.Provenance)
	c.provenance(budgetFile, "readings", c.book.Readings.Provenance)
	c.provenance(budgetFile, "longNotice", c.book.LongNotice.Provenance)
	c.provenance(budgetFile, "unlikely", c.book.Unlikely.Provenance)
	c.provenance(budgetFile, "appropriation", c.book.Appropriation.Provenance)
}

// collections checks cases, options, contacts, documents and notes.
func (c *checker) collections() {
	b := c.book
	for i := range b.Cases {
		x := &b.Cases[i]
		path := fmt.Sprintf("cases[%d]", i)
		c.unique(casesFile, path+".id", "cases", x.ID)
		c.provenance(casesFile, path, x.Provenance)
		c.sections(casesFile, path, x.Sections)
		c.changes(casesFile, path, x.ID, x.Changed)
		c.codes(casesFile, path, x.Kommuner)
		for j := range x.Addenda {
			c.codes(casesFile, fmt.Sprintf("%s.addenda[%d]", path, j), x.Addenda[j].Kommuner)
		}
	}
	for i, o := range b.Options {
		path := fmt.Sprintf("options[%d]", i)
		c.unique(optionsFile, path+".id", "options", o.ID)
		c.provenance(optionsFile, path, o.Provenance)
		c.scopeIDs(optionsFile, path, o.Projects, nil)
	}
	for i, r := range b.Contacts {
		path := fmt.Sprintf("contacts[%d]", i)
		c.unique(contactsFile, path+".id", "contacts", r.ID)
		c.provenance(contactsFile, path, r.Provenance)
		if r.Party != "" {
			c.known(contactsFile, path+".party", strict.Part{Kind: "seeds/a-party"}, r.Party, c.partyIDs())
		}
		c.sections(contactsFile, path, r.Sections)
	}
	for i, d := range b.Documents {
		path := fmt.Sprintf("documents[%d]", i)
		c.unique(documentsFile, path+".id", "documents", d.ID)
		c.provenance(documentsFile, path, d.Provenance)
		c.known(documentsFile, path+".by", strict.Part{Kind: "seeds/a-party"}, d.By, c.partyIDs())
		c.sections(documentsFile, path, d.Sections)
		c.codes(documentsFile, path, d.Kommuner)
	}
	for i, n := range b.Notes {
		path := fmt.Sprintf("notes[%d]", i)
		c.unique(notesFile, path+".id", "notes", n.ID)
		c.provenance(notesFile, path, n.Provenance)
		c.sections(notesFile, path, n.Sections)
	}
}

// codes faults a code that no kommune has.
func (c *checker) codes(file, path string, codes []string) {
	known := IDsOf(c.book.Kommuner, func(k *Kommune) string { return k.Code })
	for i, code := range codes {
		c.known(file, fmt.Sprintf("%s.kommuner[%d]", path, i), strict.Part{Kind: "seeds/a-code-of-kommune"}, code, known)
	}
}

func (c *checker) sections(file, path string, ids []string) {
	known := c.sectionIDs()
	for i, id := range ids {
		c.known(file, fmt.Sprintf("%s.sections[%d]", path, i), strict.Part{Kind: "seeds/a-section"}, id, known)
	}
}

func (c *checker) scopeIDs(file, path string, projects, systems []string) {
	for i, id := range projects {
		c.known(file, fmt.Sprintf("%s.projects[%d]", path, i), strict.Part{Kind: "seeds/a-project"}, id, c.projectIDs())
	}
	known := IDsOf(c.book.Systems, func(s *LegacySystem) string { return s.ID })
	for i, id := range systems {
		c.known(file, fmt.Sprintf("%s.systems[%d]", path, i), strict.Part{Kind: "seeds/a-system"}, id, known)
	}
}

func (c *checker) projectIDs() []string {
	return IDsOf(c.book.Projects, func(p *Project) string { return p.ID })
}

func (c *checker) partyIDs() []string {
	return IDsOf(c.book.Parties, func(p *Party) string { return p.ID })
}

// daysOff checks that each is a day or some weeks, and that no half day is free.
func (c *checker) daysOff() {
	for i, d := range c.book.DaysOff {
		path := fmt.Sprintf("daysOff[%d]", i)
		c.unique(calendarFile, path+".id", "daysOff", d.ID)
		c.provenance(calendarFile, path, d.Provenance)
		switch {
		case d.Weeks != nil:
			if d.Month != 0 || d.Day != 0 || d.Weeks.From < 1 || d.Weeks.To < d.Weeks.From || d.Weeks.To > 52 {
				c.fault(calendarFile, path+".weeks", strict.Part{Kind: "seeds/weeks-of-year", Values: map[string]any{"from": d.Weeks.From, "to": d.Weeks.To}}, strict.Part{Kind: "seeds/rising-weeks"})
			}
		case d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31:
			c.fault(calendarFile, path, strict.Part{Kind: "seeds/day-of-month", Values: map[string]any{"day": d.Day, "month": d.Month}}, strict.Part{Kind: "seeds/month-and-day"})
		}
		if d.Free && d.Half {
			c.fault(calendarFile, path+".half", d.ID, strict.Part{Kind: "seeds/worked-half-day"})
		}
	}
}
