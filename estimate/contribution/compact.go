package contribution

import (
	"slices"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
)

// Reference returns the contributions in the order in which they came, with
// the lines of our reference set in the place of KOMBIT's own figures, which
// are not public. Every figure is assumed and says why. The caller may change
// what is returned.
func Reference() ([]Contribution, error) {
	read, err := readCompact()
	return read.contributions, err
}

// Assume returns the rates and the sizes of drivers that the module assumes.
// The caller may change what is returned.
func Assume() (Assumptions, error) {
	read, err := readCompact()
	return read.assumptions, err
}

// tables are what the module's data files hold.
type tables struct {
	contributions []Contribution
	assumptions   Assumptions
}

// parts are the tables in the order of the compact form.
func (t *tables) parts() []any {
	return []any{
		&t.contributions, &t.assumptions.PriceLevel, &t.assumptions.Rates, &t.assumptions.Drivers,
		&t.assumptions.Knee, &t.assumptions.GoLive, &t.assumptions.Together, &t.assumptions.Case, &t.assumptions.Inputs,
		&t.assumptions.Yardsticks,
	}
}

// readCompact reads the tables anew from their compact form, so that what one
// caller does to them no other sees.
func readCompact() (tables, error) {
	var t tables
	if err := compact.Read(seeds.CompactEstimate(), t.parts()...); err != nil {
		return tables{}, err
	}
	return t, nil
}

// builtIn are the module's own tables, which Compute reads.
var builtIn = sync.OnceValues(readCompact)

// AssumptionsOf returns the assumptions among the data files that a book was loaded from,
// which are read once for all editions of it: like Assume, but for what lies behind
// pointers, which nobody changes.
func AssumptionsOf(book *drejebog.Playbook) (Assumptions, error) {
	read, err := tablesOf(book)
	a := read.assumptions
	a.Rates, a.Drivers = slices.Clone(a.Rates), slices.Clone(a.Drivers)
	return a, err
}

// tablesKey is of the tables that are kept with a book.
type tablesKey struct{}

type tablesRead struct {
	tables
	err error
}

func tablesOf(book *drejebog.Playbook) (tables, error) {
	if book.Files() == seeds.Files() {
		return builtIn()
	}
	read := book.KeptOfFiles(tablesKey{}, func() any {
		contributions, assumptions, err := LoadFS(book.Files())
		return tablesRead{tables{contributions, assumptions}, err}
	}).(tablesRead)
	return read.tables, read.err
}
