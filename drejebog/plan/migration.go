package plan

// Migration is how the kommune goes over to one of the shared systems (5.2).
// Its steps are tasks; this is what they have to agree on.
type Migration struct {
	Closed   []Closure `yaml:"closed"`   // days without the old system, both ends included
	FallBack string    `yaml:"fallBack"` // what is done if the move fails; "": not settled
	NewCases string    `yaml:"newCases"` // where cases are registered meanwhile; "": not settled
	Note     string    `yaml:"note"`
}
