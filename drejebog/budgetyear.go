package drejebog

import "github.com/rickb777/date/v2"

// BudgetYear is a calendar year with the process that adopts its budget in
// the year before.
type BudgetYear struct {
	Year           int       `yaml:"year,required"`
	ProposalBy     date.Date `yaml:"proposalBy,required"`     // the finance committee's proposal, last day
	FirstReadingBy date.Date `yaml:"firstReadingBy,required"` // three weeks before the adoption, last day
	AdoptedBy      date.Date `yaml:"adoptedBy,required"`      // last day
	Provenance     `yaml:",inline"`
}

// First returns 1 January of the year.
func (y BudgetYear) First() date.Date { return date.New(y.Year, 1, 1) }

// Last returns 31 December of the year.
func (y BudgetYear) Last() date.Date { return date.New(y.Year, 12, 31) }

// Contains reports whether the day falls in the year.
func (y BudgetYear) Contains(day date.Date) bool { return day.Year() == y.Year }
