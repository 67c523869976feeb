package plan

// SagExit is a group of users on its way out of KMD Sag (4.13, 5.5), with the
// cases that only it has.
type SagExit struct {
	Name       string `yaml:"name,required"`
	Receiver   string `yaml:"receiver"` // the system that takes over; "": not chosen
	Users      *int   `yaml:"users"`    // nil: not counted
	Cases      *int   `yaml:"cases"`    // manual cases; nil: not counted
	UsersMoved int    `yaml:"usersMoved"`
	CasesMoved int    `yaml:"casesMoved"`
	Note       string `yaml:"note"`
}
