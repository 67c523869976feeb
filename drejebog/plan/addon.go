package plan

import "github.com/rickb777/date/v2"

// AddOn is a module that the kommune is offered for one of its present
// solutions (6.4).
type AddOn struct {
	Name    string     `yaml:"name,required"`
	System  string     `yaml:"system"`  // id of the legacy system that it is for; "": another solution
	PayBack *date.Date `yaml:"payBack"` // the day by which it has earned back its price; nil: not reckoned
	Note    string     `yaml:"note"`
}
