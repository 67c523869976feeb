package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/rickb777/date/v2"
)

// Calendar is what the kommune's working days differ by.
type Calendar struct {
	Closed  []Closure       `yaml:"closed" plan:"most=500"`
	DaysOff map[string]bool `yaml:"daysOff" plan:"keys=day-off"` // by id of the playbook's days off: true is free, false is worked
}

// Closure is a range of days that nobody works, both ends included.
type Closure struct {
	From date.Date  `yaml:"from,required"`
	To   *date.Date `yaml:"to"` // nil: the one day
	Why  string     `yaml:"why"`
}

// Last returns the last day that is closed.
func (c *Closure) Last() date.Date {
	if c.To == nil {
		return c.From
	}
	return *c.To
}

// BudgetCalendar is when the kommune treats the budget of one year, in the
// year before. The law's last days stand for what is not said.
type BudgetCalendar struct {
	Proposal     *date.Date `yaml:"proposal"`     // the finance committee's proposal
	FirstReading *date.Date `yaml:"firstReading"` // at least three weeks before the second
	Adopted      *date.Date `yaml:"adopted"`      // the second reading
}

// When is a date that a plan may give as a period, or leave unknown in so many words.
type When = period.When

// WhenError says that a text is neither a date nor a period nor the word for an unknown one.
type WhenError = period.WhenError

// On returns the When of a known date.
func On(day date.Date) *When { return period.On(day) }
