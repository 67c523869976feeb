package plan

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// The bounds of a calendar: closures, and the days of one.
const (
	maxClosures    = 500
	maxClosureDays = 366
)

func (c *checker) calendar() {
	if c.plan.Calendar == nil {
		return
	}
	for _, id := range sortedKeys(c.plan.Calendar.DaysOff) {
		c.known("DB-023", strict.Join("calendar.daysOff", id), id, c.words.daysOff)
	}
	closed := c.plan.Calendar.Closed
	if n := len(closed); n > maxClosures {
		c.within("calendar", "closed", &n, 0, maxClosures)
		return
	}
	for i := range closed {
		c.closure(strict.Index("calendar.closed", i), &closed[i])
	}
}

// closure checks the days of a closure.
func (c *checker) closure(path string, closed *Closure) {
	last := closed.Last()
	c.day(path, "from", &closed.From, earliest)
	c.day(path, "to", closed.To, earliest)
	c.order(path, "to", "closed", &closed.From, &last)
	if days := int(last-closed.From) + 1; days > maxClosureDays && !c.unread(path) {
		c.found("DB-032", strict.Join(path, "to"), lang.Args{
			"date": lang.Day(closed.From), "value": number(days), "most": number(maxClosureDays),
		})
	}
}

// leastBetweenReadings is the distance between the two readings of a budget
// that the law asks for (kommunestyrelsesloven § 38): three weeks.
const leastBetweenReadings = 21

func (c *checker) budget() {
	years := make([]string, len(c.book.BudgetYears))
	for i, y := range c.book.BudgetYears {
		years[i] = strconv.Itoa(y.Year)
	}
	for _, year := range sortedKeys(c.plan.Budget) {
		path := strict.Join("budget", year)
		if !c.known("DB-024", path, year, years) {
			continue
		}
		y := c.plan.Budget[year]
		c.day(path, "proposal", y.Proposal, earliest)
		c.day(path, "firstReading", y.FirstReading, earliest)
		c.day(path, "adopted", y.Adopted, earliest)
		c.budgetOrder(path, year, y)
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
	late("adopted", y.FirstReading, y.Adopted, leastBetweenReadings)
	late("adopted", y.Proposal, y.Adopted, 0)
}
