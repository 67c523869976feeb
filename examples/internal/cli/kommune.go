package cli

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// midSize is the kommune that is shown when none is named: near the median of
// the 98 by population.
const midSize = "Frederikssund"

// OneKommune is what the flags of a program that computes for one kommune say:
// -kommune, -plan and -asof.
type OneKommune struct {
	flags   *Flags
	kommune string
	plan    string
	asOf    string
}

// ForOneKommune adds the flags that say for which kommune, with which plan,
// and as of which day.
func (f *Flags) ForOneKommune() *OneKommune {
	k := &OneKommune{flags: f}
	f.Set.StringVar(&k.kommune, "kommune", midSize, "navn eller kode / name or code")
	f.Set.StringVar(&k.plan, "plan", "", "kommunens plan, en fil / the kommune's plan, a file")
	f.Set.StringVar(&k.asOf, "asof", "", "hvad man vidste den dag / what was known on that day, 2014-06-27")
	return k
}

// Read returns the plan to compute with: the file's, or one that only names
// the kommune. It returns nil and the exit code when a message has been
// written.
func (k *OneKommune) Read(book *drejebog.Playbook) (*plan.Plan, int) {
	asOf, err := day(k.asOf)
	if err != nil {
		return nil, k.flags.FailError(err)
	}
	p := plan.New(k.kommune)
	if k.plan != "" {
		var code int
		if p, code = k.readFile(book, asOf); p == nil {
			return nil, code
		}
	}
	if asOf != nil {
		p.AsOf = asOf
	}
	return p, Fine
}

func (k *OneKommune) readFile(book *drejebog.Playbook, asOf *date.Date) (*plan.Plan, int) {
	p, findings, err := ReadPlan(book, k.plan, asOf)
	if err != nil {
		return nil, k.flags.FailError(err)
	}
	k.flags.Report(findings)
	if p == nil {
		return nil, BadInput
	}
	if k.flags.Given("kommune") && !sameKommune(book, p.Kommune, k.kommune) {
		return nil, k.flags.Fail(lang.Text{
			DA: fmt.Sprintf("-kommune %s, men planen er for %s: vælg en af dem", k.kommune, p.Kommune),
			EN: fmt.Sprintf("-kommune %s, but the plan is of %s: choose one", k.kommune, p.Kommune),
		})
	}
	return p, Fine
}

func sameKommune(book *drejebog.Playbook, a, b string) bool {
	first, err1 := book.Kommune(a)
	second, err2 := book.Kommune(b)
	return err1 == nil && err2 == nil && first.Code == second.Code
}

// FlagError is a flag whose value cannot be used.
type FlagError struct{ lang.Text }

// Error says it in English.
func (e *FlagError) Error() string { return e.EN }

// Danish says it in Danish.
func (e *FlagError) Danish() string { return e.DA }

// day reads a date as Danes or computers write it; nil for none.
func day(word string) (*date.Date, error) {
	if word == "" {
		return nil, nil
	}
	day, err := lang.ParseDate(word)
	if err != nil {
		return nil, &FlagError{lang.Text{
			DA: fmt.Sprintf("-asof %s: skriv en dato som 2014-06-27 eller 27. juni 2014", word),
			EN: fmt.Sprintf("-asof %s: write a date such as 2014-06-27", word),
		}}
	}
	return &day, nil
}
