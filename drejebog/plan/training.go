package plan

import "github.com/rickb777/date/v2"

// TrainingSession is a class that was held, or is planned, for one of the
// shared systems (4.10).
type TrainingSession struct {
	Project string    `yaml:"project,required" plan:"of=project"` // id of the project
	Who     Trainees  `yaml:"who,required"`
	On      date.Date `yaml:"on,required"`                        // the last day of the class
	People  int       `yaml:"people,required" plan:"0..10000000"` // who finish it
	Note    string    `yaml:"note"`
}

// Trainees says who are taught. The zero value is invalid.
type Trainees uint8

// The trainees.
const (
	Superusers Trainees = iota + 1
	EndUsers
)

var traineeNames = [...]string{Superusers: "superusers", EndUsers: "users"}

// String returns "superusers", "users", or "".
func (t Trainees) String() string { return nameOf(t, traineeNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t Trainees) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "superusers" or "users".
func (t *Trainees) UnmarshalText(text []byte) error { return readName(t, text, traineeNames[:]) }
