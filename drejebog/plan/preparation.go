package plan

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Agreement is the data-processing agreement for one of the shared systems
// (6.2).
type Agreement struct {
	Signer string     `yaml:"signer" plan:"of=person"` // who may sign: id of a person or a role; "": not settled
	Signed *date.Date `yaml:"signed" plan:"fact"`      // the day that it was signed; nil: it is not
	Note   string     `yaml:"note"`
}

// EnvironmentItem is one thing that KOMBIT's list asks of the IT environment,
// held against what the kommune has (5.1).
type EnvironmentItem struct {
	Name     string         `yaml:"name,required"`
	Project  string         `yaml:"project" plan:"of=project"` // id of the project that asks for it; "": all
	Required string         `yaml:"required"`                  // to-be
	AsIs     string         `yaml:"asIs"`                      // "": not surveyed
	Gap      EnvironmentGap `yaml:"gap"`                       // zero: not judged
	Due      *date.Date     `yaml:"due"`                       // last day, as the list says; nil: when readiness is confirmed
	Ordered  *date.Date     `yaml:"ordered" plan:"fact"`       // the day of the purchase
	Closed   *date.Date     `yaml:"closed" plan:"fact"`        // the day that the gap was closed
	Note     string         `yaml:"note"`
}

// EnvironmentGap is what lies between what is asked for and what is there. The
// zero value says that nobody has judged it.
type EnvironmentGap uint8

// The gaps.
const (
	NoGap       EnvironmentGap = iota + 1 // what is there will do
	GapToAdapt                            // a change or an upgrade of what is there
	GapPurchase                           // something has to be bought
)

var environmentGapNames = [...]string{NoGap: "none", GapToAdapt: "adapt", GapPurchase: "purchase"}

// String returns "none", "adapt", "purchase", or "".
func (g EnvironmentGap) String() string { return strict.NameOf(g, environmentGapNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (g EnvironmentGap) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads "none", "adapt" or "purchase".
func (g *EnvironmentGap) UnmarshalText(text []byte) error {
	return strict.ReadName(g, text, environmentGapNames[:])
}

// Migration is how the kommune goes over to one of the shared systems (5.2).
// Its steps are tasks; this is what they have to agree on.
type Migration struct {
	Closed   []Closure `yaml:"closed"`   // days without the old system, both ends included
	FallBack string    `yaml:"fallBack"` // what is done if the move fails; "": not settled
	NewCases string    `yaml:"newCases"` // where cases are registered meanwhile; "": not settled
	Note     string    `yaml:"note"`
}

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

// CleanUp is how many cases a legacy system still has to have gone through
// (4.9), counted from time to time.
type CleanUp struct {
	Counts []CaseCount `yaml:"counts,required"` // oldest first
	Note   string      `yaml:"note"`
}

// CaseCount is a count of the cases that are left.
type CaseCount struct {
	On   date.Date `yaml:"on,required" plan:"fact"` // at the end of the day
	Left int       `yaml:"left,required" plan:"quantity"`
}

// TrainingSession is a class that was held, or is planned, for one of the
// shared systems (4.10).
type TrainingSession struct {
	Project string    `yaml:"project,required" plan:"of=project"` // id of the project
	Who     Trainees  `yaml:"who,required"`
	On      date.Date `yaml:"on,required"`                     // the last day of the class
	People  int       `yaml:"people,required" plan:"quantity"` // who finish it
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
func (t Trainees) String() string { return strict.NameOf(t, traineeNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t Trainees) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "superusers" or "users".
func (t *Trainees) UnmarshalText(text []byte) error { return strict.ReadName(t, text, traineeNames[:]) }

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

// SagExit is a group of users on its way out of KMD Sag (4.13, 5.5), with the
// cases that only it has.
type SagExit struct {
	Name       string `yaml:"name,required"`
	Receiver   string `yaml:"receiver"`              // the system that takes over; "": not chosen
	Users      *int   `yaml:"users" plan:"quantity"` // nil: not counted
	Cases      *int   `yaml:"cases" plan:"quantity"` // manual cases; nil: not counted
	UsersMoved int    `yaml:"usersMoved" plan:"quantity"`
	CasesMoved int    `yaml:"casesMoved" plan:"quantity"`
	Note       string `yaml:"note"`
}

// Tender is a coming tender or purchase that may have to carry the
// requirements of the shared infrastructure (6.1, 6.5).
type Tender struct {
	Name              string      `yaml:"name,required"`
	On                *date.Date  `yaml:"on"`                // the day that it is published; nil: not settled
	Serviceplatformen TenderTerms `yaml:"serviceplatformen"` // zero: not considered
	Stoettesystemerne TenderTerms `yaml:"stoettesystemerne"` // zero: not considered
	Note              string      `yaml:"note"`
}

// TenderTerms says whether a tender carries requirements. The zero value says
// that nobody has considered it.
type TenderTerms uint8

// The terms.
const (
	TermsIncluded TenderTerms = iota + 1
	TermsNotRelevant
)

var tenderTermsNames = [...]string{TermsIncluded: "included", TermsNotRelevant: "notRelevant"}

// String returns "included", "notRelevant", or "".
func (t TenderTerms) String() string { return strict.NameOf(t, tenderTermsNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t TenderTerms) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "included" or "notRelevant".
func (t *TenderTerms) UnmarshalText(text []byte) error {
	return strict.ReadName(t, text, tenderTermsNames[:])
}

// TestRun is a round of tests in the kommune (5.3, 5.4).
type TestRun struct {
	Project string    `yaml:"project,required" plan:"of=project"` // id of the project
	Kind    TestKind  `yaml:"kind,required"`
	On      date.Date `yaml:"on,required" plan:"fact"`         // the day that it ended
	Cases   int       `yaml:"cases,required" plan:"quantity"`  // test cases that were run
	Passed  int       `yaml:"passed,required" plan:"quantity"` // of them, without error
	Version string    `yaml:"version"`                         // of the system that was tested
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
func (k TestKind) String() string { return strict.NameOf(k, testKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k TestKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "own", "trial" or "retest".
func (k *TestKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, testKindNames[:])
}
