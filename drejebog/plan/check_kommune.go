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
		} else {
			c.day("", "asOf", p.AsOf, earliest)
		}
	}
	c.day("", "dataDate", p.DataDate, earliest)
}

func (c *checker) projects() {
	for _, id := range sortedKeys(c.plan.Projects) {
		path := strict.Join("projects", id)
		if !c.known("DB-003", path, id, c.words.projects) {
			continue
		}
		p := c.plan.Projects[id]
		c.within(path, "wave", p.Wave, 1, maxWave)
		c.within(path, "priority", p.Priority, 1, maxPriority)
		goLive, implementation := c.when(path, "goLive", p.GoLive), c.when(path, "implementation", p.Implementation)
		if goLive != nil && implementation != nil && implementation.Date > goLive.Last() {
			c.found("DB-106", strict.Join(path, "implementation"), lang.Args{
				"project": lang.Both(c.book.Project(id).Name),
				"start":   lang.Day(implementation.Date), "date": lang.Day(goLive.Last()),
			})
		}
	}
}

// when checks a date that may be unknown, and returns it where it is known.
func (c *checker) when(path, key string, when *When) *When {
	if when == nil || when.Unknown {
		return nil
	}
	c.day(path, key, &when.Date, earliest)
	if last := when.Last(); last != when.Date {
		c.day(path, key, &last, earliest)
	}
	return when
}

// maxCount bounds every driver.
const maxCount = 10_000_000

func (c *checker) drivers() {
	for _, key := range sortedKeys(c.plan.Drivers) {
		path := strict.Join("drivers", key)
		if !c.known("DB-007", path, key, c.words.drivers) {
			continue
		}
		if value := c.plan.Drivers[key]; value < 0 || value > maxCount {
			c.found("DB-008", path, lang.Args{"driver": lang.Both(key), "value": number(value), "most": number(maxCount)})
		}
	}
}

func (c *checker) deliverables() {
	for _, id := range sortedKeys(c.plan.Deliverables) {
		path := strict.Join("deliverables", id)
		if !c.known("DB-028", path, id, c.words.deliverables) {
			continue
		}
		d := c.plan.Deliverables[id]
		c.day(path, "promised", d.Promised, earliest)
		c.day(path, "delivered", d.Delivered, earliest)
		if seen := c.seenFrom(); d.Delivered != nil && *d.Delivered > seen {
			c.found("DB-304", strict.Join(path, "delivered"), lang.Args{
				"task": lang.Both(id), "date": lang.Day(*d.Delivered), "asof": lang.Day(seen),
			})
		}
	}
}

// seenFrom returns the day whose knowledge the plan is about: its own, or a
// later one that the reader sees it from.
func (c *checker) seenFrom() date.Date {
	seen := c.plan.SeenFrom(c.book)
	if c.asOf != nil {
		seen = max(seen, *c.asOf)
	}
	return seen
}
