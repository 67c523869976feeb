package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// maxClosureDays bounds the days of one closure.
const maxClosureDays = 366

func (c *checker) calendar() {
	if c.plan.Calendar != nil {
		c.closures("calendar.closed", c.plan.Calendar.Closed)
	}
	for _, id := range sortedKeys(c.plan.Migrations) {
		c.closures(strict.Join(strict.Join("migrations", id), "closed"), c.plan.Migrations[id].Closed)
	}
	for _, id := range sortedKeys(c.plan.People) {
		c.closures(strict.Join(strict.Join("people", id), "absences"), c.plan.People[id].closures())
	}
}

func (c *checker) closures(path string, closed []Closure) {
	for i := range closed {
		c.closure(strict.Index(path, i), &closed[i])
	}
}

// closure checks the days of a closure.
func (c *checker) closure(path string, closed *Closure) {
	last := closed.Last()
	c.order(path, "to", "closed", &closed.From, &last)
	if days := int(last-closed.From) + 1; days > maxClosureDays && !c.unread(path) {
		c.found("DB-032", strict.Join(path, "to"), lang.Args{
			"date": lang.Day(closed.From), "value": number(days), "most": number(maxClosureDays),
		})
	}
}

func (c *checker) budget() {
	for _, year := range sortedKeys(c.plan.Budget) {
		c.budgetOrder(strict.Join("budget", year), year, c.plan.Budget[year])
	}
}

func (c *checker) budgetOrder(path, year string, y BudgetCalendar) {
	late := func(key string, a, b *date.Date, least int) {
		if a != nil && b != nil && *b < *a+date.Date(least) {
			c.found("DB-025", strict.Join(path, key), lang.Args{
				"year": lang.Both(year), "start": lang.Day(*a), "date": lang.Day(*b), "days": number(least),
			})
		}
	}
	late("firstReading", y.Proposal, y.FirstReading, 0)
	late("adopted", y.FirstReading, y.Adopted, c.book.Readings.DaysApart)
	late("adopted", y.Proposal, y.Adopted, 0)
}
