package steering

import (
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

const file = "readiness/steering.yaml"

// Tolerance says from where on a measure is yellow or red.
type Tolerance struct {
	ID     string    `yaml:"id,required" json:"id" form:"set"`
	Light  string    `yaml:"light,required" json:"light" form:"set"` // the subject that it is a measure of
	Name   lang.Text `yaml:"name,required" json:"name" form:"set"`
	Unit   string    `yaml:"unit,required" json:"unit" form:"set"` // "workdays", "days", "count" or "percent"
	Below  bool      `yaml:"below" json:"below"`                   // what is below a tolerance is beyond it
	Yellow int       `yaml:"yellow" json:"yellow"`                 // yellow beyond it
	Red    *int      `yaml:"red" json:"red"`                       // red beyond it; nil: never

	drejebog.Provenance `yaml:",inline"`
}

// light is that of a value.
func (t *Tolerance) light(value int) readiness.Light {
	beyond := func(limit int) bool { return value > limit }
	if t.Below {
		beyond = func(limit int) bool { return value < limit }
	}
	switch {
	case t.Red != nil && beyond(*t.Red):
		return readiness.Red
	case beyond(t.Yellow):
		return readiness.Yellow
	}
	return readiness.Green
}

// The subjects of the lights, in their order.
const (
	Time      = "time"
	Money     = "money"
	Readiness = "readiness"
	Benefits  = "benefits"
	Resources = "resources"
)

var subjects = []string{Time, Money, Readiness, Benefits, Resources}

// The measures.
const (
	float      = "float"
	slip       = "slip"
	unreported = "unreported"
	missed     = "missed"
	toDecide   = "to-decide"
	uncovered  = "uncovered"
	overspent  = "overspent"
	heldUp     = "held-up"
	unanswered = "unanswered"
	behind     = "behind"
	incomplete = "incomplete"
	unmeasured = "unmeasured"
	shortfall  = "shortfall"
	nobody     = "nobody"
	short      = "short"
)

var measures = []string{
	float, slip, unreported, missed, toDecide, uncovered, overspent, heldUp, unanswered, behind, incomplete, unmeasured, shortfall, nobody, short,
}

var units = []string{"workdays", "days", "count", "percent"}

// rules are what the data files say of a report.
type rules struct {
	Writes        string      `yaml:"writes,required"` // id of a role
	Chairs        string      `yaml:"chairs,required"`
	PeriodMonths  int         `yaml:"periodMonths,required"`
	LoadMonths    int         `yaml:"loadMonths,required"`
	ComputedRisks int         `yaml:"computedRisks,required"`
	Tolerances    []Tolerance `yaml:"tolerances,required"`
}

// rulesKey is of the rules that are kept with a book.
type rulesKey struct{}

type rulesRead struct {
	rules *rules
	err   error
}

// rulesOf returns the rules among the data files that a book was loaded from,
// which are read once for all editions of it. The error is a *drejebog.SeedError.
func rulesOf(book *drejebog.Playbook) (*rules, error) {
	read := book.KeptOfFiles(rulesKey{}, func() any {
		rules, err := loadFor(book)
		return rulesRead{rules, err}
	}).(rulesRead)
	return read.rules, read.err
}

func loadFor(book *drejebog.Playbook) (*rules, error) {
	var r rules
	document, faults := strict.ReadFS(book.Files(), file, &r, strict.Limits{})
	if len(faults) == 0 {
		newest, err := book.AsOf(date.Max()) // which has every id
		if err != nil {
			return nil, err
		}
		faults = r.check(newest, document)
	}
	if len(faults) > 0 {
		return nil, &drejebog.SeedError{Faults: faults}
	}
	return &r, nil
}

// check holds the rules against a playbook and the measures that there are.
func (r *rules) check(book *drejebog.Playbook, document *strict.Document) []strict.Fault {
	var faults []strict.Fault
	known := func(path, word string, known []string, want strict.Part) {
		if !slices.Contains(known, word) {
			faults = append(faults, document.Unknown(file, path, word, known, want))
		}
	}
	roles := drejebog.IDsOf(book.Roles, func(r *drejebog.Role) string { return r.ID })
	known("writes", r.Writes, roles, strict.Part{Kind: "seeds/a-role"})
	known("chairs", r.Chairs, roles, strict.Part{Kind: "seeds/a-role"})
	want := strict.Part{Kind: "seeds/a-tolerance"}
	for i := range r.Tolerances {
		t, path := &r.Tolerances[i], fmt.Sprintf("tolerances[%d]", i)
		known(path+".id", t.ID, measures, want)
		known(path+".light", t.Light, subjects, want)
		known(path+".unit", t.Unit, units, want)
	}
	there := drejebog.IDsOf(r.Tolerances, func(t *Tolerance) string { return t.ID })
	for _, id := range measures {
		if n := count(there, id); n != 1 {
			known("tolerances", id, nil, want)
		}
	}
	return faults
}

func count(list []string, word string) int {
	n := 0
	for _, other := range list {
		if other == word {
			n++
		}
	}
	return n
}
