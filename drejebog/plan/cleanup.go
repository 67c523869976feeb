package plan

import "github.com/rickb777/date/v2"

// CleanUp is how many cases a legacy system still has to have gone through
// (4.9), counted from time to time.
type CleanUp struct {
	Counts []CaseCount `yaml:"counts,required"` // oldest first
	Note   string      `yaml:"note"`
}

// CaseCount is a count of the cases that are left.
type CaseCount struct {
	On   date.Date `yaml:"on,required" plan:"fact"` // at the end of the day
	Left int       `yaml:"left,required" plan:"0..10000000"`
}
