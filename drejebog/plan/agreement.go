package plan

import "github.com/rickb777/date/v2"

// Agreement is the data-processing agreement for one of the shared systems
// (6.2).
type Agreement struct {
	Signer string     `yaml:"signer" plan:"of=person"` // who may sign: id of a person or a role; "": not settled
	Signed *date.Date `yaml:"signed" plan:"fact"`      // the day that it was signed; nil: it is not
	Note   string     `yaml:"note"`
}
