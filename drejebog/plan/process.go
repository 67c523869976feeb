package plan

import "github.com/rickb777/date/v2"

// Process is a work process that a new system changes (4.7).
type Process struct {
	Name    string     `yaml:"name,required"`
	Project string     `yaml:"project,required" plan:"of=project"` // id of the project
	Owner   string     `yaml:"owner" plan:"of=person"`             // id of a person or a role
	AsIs    *date.Date `yaml:"asIs" plan:"fact"`                   // the day that it was described as it is
	ToBe    *date.Date `yaml:"toBe" plan:"fact"`                   // the day that it was described as it will be
	Decided *date.Date `yaml:"decided" plan:"fact"`                // the day that the change was decided
	Note    string     `yaml:"note"`
}
