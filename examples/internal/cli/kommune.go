package cli

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
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
	f.Set.StringVar(&k.kommune, "kommune", midSize, "")
	f.Set.StringVar(&k.plan, "plan", "", "")
	f.Set.StringVar(&k.asOf, "asof", "", "")
	f.TakesNames(false)
	return k
}

// ReadWithNames is Read for a program that takes something over into the plan by people's
// names, and asks for Nameless before it writes it.
func (k *OneKommune) ReadWithNames(book *drejebog.Playbook) (*plan.Plan, int) {
	without := k.flags.withoutNames
	k.flags.withoutNames = false
	p, code := k.Read(book)
	k.flags.withoutNames = without
	return p, code
}

// Read returns the plan to compute with: the file's, or one that only names
// the kommune. It returns nil and the exit code when a message has been
// written.
func (k *OneKommune) Read(book *drejebog.Playbook) (*plan.Plan, int) {
	asOf, err := day(book, k.asOf)
	if err != nil {
		return nil, k.flags.FailError(err)
	}
	if k.plan == "" && k.flags.Given("plan") {
		return nil, k.flags.FailError(strict.Part{Kind: "flag/no-value", Values: map[string]any{"flag": "plan"}})
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
	p, findings, err := k.flags.ReadPlan(book, k.plan, asOf)
	if err != nil {
		return nil, k.flags.FailError(err)
	}
	k.flags.Report(findings)
	if p == nil {
		return nil, BadInput
	}
	if k.flags.Given("kommune") && !sameKommune(book, p.Kommune, k.kommune) {
		return nil, k.flags.FailError(strict.Part{Kind: "flag/other-kommune", Values: map[string]any{"value": k.kommune, "kommune": p.Kommune}})
	}
	return p, Fine
}

// ReadAll returns the plans of files, seen from the day of -asof where that is given: all of
// them, each of its own kommune. It returns nil and the exit code when a message has been
// written.
func (k *OneKommune) ReadAll(book *drejebog.Playbook, files []string) ([]*plan.Plan, int) {
	asOf, err := day(book, k.asOf)
	if err != nil {
		return nil, k.flags.FailError(err)
	}
	var plans []*plan.Plan
	for i, name := range files {
		p, findings, err := k.flags.ReadPlan(book, name, asOf)
		if err != nil {
			return nil, k.flags.FailError(err)
		}
		if k.flags.Report(findings); p == nil {
			return nil, BadInput
		}
		if asOf != nil {
			p.AsOf = asOf
		}
		for other := range plans {
			if sameKommune(book, p.Kommune, plans[other].Kommune) {
				return nil, k.flags.FailError(strict.Part{Kind: "flag/two-plans", Values: map[string]any{"kommune": p.Kommune, "one": files[other], "other": files[i]}})
			}
		}
		plans = append(plans, p)
	}
	return plans, Fine
}

func sameKommune(book *drejebog.Playbook, a, b string) bool {
	first, err1 := book.Kommune(a)
	second, err2 := book.Kommune(b)
	return err1 == nil && err2 == nil && first.Code == second.Code
}

// day reads a date as Danes or computers write it; nil for none.
func day(book *drejebog.Playbook, word string) (*date.Date, error) {
	if word == "" {
		return nil, nil
	}
	day, err := book.Conventions().ParseDay(word)
	if err != nil {
		return nil, strict.Part{Kind: "flag/asof", Values: map[string]any{"value": word, "want": lang.Expected(err)}}
	}
	return &day, nil
}
