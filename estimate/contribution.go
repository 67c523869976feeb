package estimate

import (
	"io/fs"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/seeds"
)

// What an estimate is computed from, by the names of package contribution.
type (
	// Contribution is a dated set of lines, as it was published for the kommuner's budgets.
	Contribution = contribution.Contribution
	// Line is one row of a contribution.
	Line = contribution.Line
	// Awaited is the promise of a contribution.
	Awaited = contribution.Awaited
	// NotYet says why no figure can be given, and who could give one.
	NotYet = contribution.NotYet
	// Kind says what a line costs the kommune. The zero value is invalid.
	Kind = contribution.Kind
	// HoursRange is a three-point number of hours.
	HoursRange = contribution.HoursRange
	// KronerRange is a three-point amount.
	KronerRange = contribution.KronerRange
	// Assumptions are what an estimate uses where a plan is silent.
	Assumptions contribution.Assumptions
	// Rate is what an hour costs in one role and kind.
	Rate = contribution.Rate
	// Prices says in which year's prices and wages an estimate is.
	Prices = contribution.Prices
	// Figure is a figure of KOMBIT's or of the kommune's own, handed in.
	Figure = contribution.Figure
)

// The kinds. External and Backfill are new money, which needs an appropriation; Own is not.
const (
	Own      = contribution.Own
	Backfill = contribution.Backfill
	External = contribution.External
)

// Reference returns the contributions with our figures in the place of KOMBIT's, as
// contribution.Reference does.
func Reference() ([]Contribution, error) { return contribution.Reference() }

// Assume returns what the module assumes, as contribution.Assume does.
func Assume() (Assumptions, error) {
	assumptions, err := contribution.Assume()
	return Assumptions(assumptions), err
}

// builtIn are the module's own assumptions, which every estimate shares.
var builtIn = sync.OnceValues(contribution.Assume)

// assumptionsKey is of the assumptions that are kept with a book.
type assumptionsKey struct{}

// assumptionsOf are those among the data files that a book was loaded from, read once for
// all editions of it; nobody changes them.
func assumptionsOf(book *drejebog.Playbook) (*contribution.Assumptions, error) {
	type outcome struct {
		assumptions contribution.Assumptions
		err         error
	}
	if book.Files() == seeds.Files() {
		assumptions, err := builtIn()
		return &assumptions, err
	}
	read := book.KeptOfFiles(assumptionsKey{}, func() any {
		_, assumptions, err := contribution.LoadFS(book.Files())
		return &outcome{assumptions, err}
	}).(*outcome)
	return &read.assumptions, read.err
}

// LoadFS reads contributions and assumptions from data files, as contribution.LoadFS does.
func LoadFS(files fs.FS) ([]Contribution, Assumptions, error) {
	contributions, assumptions, err := contribution.LoadFS(files)
	return contributions, Assumptions(assumptions), err
}
