package plan

import "github.com/rickb777/date/v2"

// Interface is a connection between one of the kommune's systems and the new
// ones (6.6).
type Interface struct {
	Name     string     `yaml:"name,required"`
	Project  string     `yaml:"project" plan:"of=project"`   // id of the project that shows or uses the data; "": the kommune as such
	Contract string     `yaml:"contract" plan:"of=contract"` // id of the contract that holds it; "": none does
	Due      *date.Date `yaml:"due"`                         // the day that the supplier has promised it for
	Built    *date.Date `yaml:"built" plan:"fact"`           // the day that it worked
	Note     string     `yaml:"note"`
}
