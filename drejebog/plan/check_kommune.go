package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// kommune checks who the plan is of, and the days that it is seen from.
func (c *checker) kommune() {
	p := c.plan
	if _, given := p.Where("kommune"); (given || p.document == nil) && !c.unread("kommune") {
		if _, err := c.book.Kommune(p.Kommune); err != nil {
			c.known("DB-002", "kommune", p.Kommune, c.words.kommuner)
		}
	}
	if p.AsOf != nil {
		if _, err := c.book.AsOf(*p.AsOf); err != nil {
			c.found("DB-012", "asOf", lang.Args{"date": lang.Day(*p.AsOf), "first": lang.Day(c.book.Editions[0].Date)})
		}
	}
}

func (c *checker) projects() {
	for _, id := range sortedKeys(c.plan.Projects) {
		project := c.book.Project(id)
		goLive, implementation := c.plan.Projects[id].GoLive.known(), c.plan.Projects[id].Implementation.known()
		if project != nil && goLive != nil && implementation != nil && implementation.Date > goLive.Last() {
			c.found("DB-106", strict.Join(strict.Join("projects", id), "implementation"), lang.Args{
				"project": lang.Both(project.Name),
				"start":   lang.Day(implementation.Date), "date": lang.Day(goLive.Last()),
			})
		}
	}
}

// seenFrom returns the day whose knowledge the plan is about: that of its document,
// or a later one. Looking back at a plan makes none of it wrong.
func (c *checker) seenFrom() date.Date {
	seen := c.plan.SeenFrom(c.book)
	if c.plan.seen != nil {
		seen = max(seen, *c.plan.seen)
	}
	return seen
}
