package plan

import "github.com/rickb777/date/v2"

// TestRun is a round of tests in the kommune (5.3, 5.4).
type TestRun struct {
	Project string    `yaml:"project,required" plan:"of=project"` // id of the project
	Kind    TestKind  `yaml:"kind,required"`
	On      date.Date `yaml:"on,required" plan:"fact"`            // the day that it ended
	Cases   int       `yaml:"cases,required" plan:"0..10000000"`  // test cases that were run
	Passed  int       `yaml:"passed,required" plan:"0..10000000"` // of them, without error
	Version string    `yaml:"version"`                            // of the system that was tested
	Note    string    `yaml:"note"`
}

// TestKind says what a round of tests is for. The zero value is invalid.
type TestKind uint8

// The kinds.
const (
	OwnTest          TestKind = iota + 1 // before go-live, ended by the klarmelding
	OperationalTrial                     // some weeks after
	Retest                               // after a fix or a new version
)

var testKindNames = [...]string{OwnTest: "own", OperationalTrial: "trial", Retest: "retest"}

// String returns "own", "trial", "retest", or "".
func (k TestKind) String() string { return nameOf(k, testKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k TestKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "own", "trial" or "retest".
func (k *TestKind) UnmarshalText(text []byte) error { return readName(k, text, testKindNames[:]) }
