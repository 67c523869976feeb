package plan

// SagExit is a group of users on its way out of KMD Sag (4.13, 5.5), with the
// cases that only it has.
type SagExit struct {
	Name       string `yaml:"name,required"`
	Receiver   string `yaml:"receiver"`                 // the system that takes over; "": not chosen
	Users      *int   `yaml:"users" plan:"0..10000000"` // nil: not counted
	Cases      *int   `yaml:"cases" plan:"0..10000000"` // manual cases; nil: not counted
	UsersMoved int    `yaml:"usersMoved" plan:"0..10000000"`
	CasesMoved int    `yaml:"casesMoved" plan:"0..10000000"`
	Note       string `yaml:"note"`
}
