package contribution

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/internal/faults"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// The files of an estimate.
const (
	contributionsFile = "estimate/contributions.yaml"
	referenceFile     = "estimate/reference.yaml"
	ratesFile         = "estimate/rates.yaml"
	driversFile       = "estimate/drivers.yaml"
	caseFile          = "estimate/businesscase.yaml"
	inputsFile        = "estimate/inputs.yaml"
	yardsticksFile    = "estimate/yardsticks.yaml"
)

// LoadFS reads contributions and assumptions from data files laid out as those
// of package seeds: estimate/*.yaml, the lengths of steps from activities/*.yaml, and
// the legacy systems and roles from projects.yaml and roles.yaml. The error is a *drejebog.SeedError that holds every fault with
// its place.
func LoadFS(files fs.FS) ([]Contribution, Assumptions, error) {
	l := loader{documents: map[string]*strict.Document{}}
	l.read(files)
	if len(l.faults) == 0 {
		lengths, faults := drejebog.ReadDurations(files)
		l.faults = append(l.faults, faults...)
		systems, roles, unread := drejebog.ReadSystemsAndRoles(files)
		l.faults = append(l.faults, unread...)
		product.TakeLengths(l.inputs.Inputs, lengths, l.in(inputsFile))
		l.check()
		l.businessCase.CheckIDs(l.in(caseFile), assumed.IDs{Systems: systems, Steps: slices.Collect(maps.Keys(lengths)), Roles: roles})
	}
	if len(l.faults) > 0 {
		slices.SortStableFunc(l.faults, func(a, b strict.Fault) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		return nil, Assumptions{}, &drejebog.SeedError{Faults: l.faults}
	}
	contributions := l.contributions.Contributions
	for _, line := range l.reference.Lines {
		i := slices.IndexFunc(contributions, func(c Contribution) bool { return c.ID == line.Contribution })
		contributions[i].Lines = append(contributions[i].Lines, line)
	}
	return contributions, Assumptions{
		PriceLevel: l.rates.PriceLevel,
		Rates:      l.rates.Rates,
		Drivers:    l.drivers.Defaults,
		Knee:       l.drivers.Knee,
		GoLive:     l.drivers.GoLive,
		Together:   l.drivers.Together,
		Case:       l.businessCase,
		Inputs:     l.inputs.Inputs,
		Yardsticks: l.yardsticks,
	}, nil
}

// loader is what the files hold, as they hold it, with what was wrong.
type loader struct {
	contributions struct {
		Contributions []Contribution `yaml:"contributions,required"`
	}
	reference struct {
		Lines []Line `yaml:"lines,required"`
	}
	rates struct {
		PriceLevel int    `yaml:"priceLevel,required"`
		Rates      []Rate `yaml:"rates,required"`
	}
	drivers struct {
		Knee     assumed.Knee     `yaml:"knee,required"`
		GoLive   assumed.GoLive   `yaml:"goLive,required"`
		Together assumed.Together `yaml:"together,required"`
		Defaults []assumed.Driver `yaml:"defaults,required"`
	}
	businessCase assumed.Case
	inputs       struct {
		Inputs []product.Input `yaml:"inputs"`
	}

	yardsticks assumed.Yardsticks

	documents map[string]*strict.Document // by file
	faults    []strict.Fault
}

func (l *loader) read(files fs.FS) {
	conventions, faults := drejebog.ReadConventions(files)
	l.faults = append(l.faults, faults...)
	ways := drejebog.PeriodWays(conventions)
	for _, file := range []struct {
		name string
		into any
	}{
		{contributionsFile, &l.contributions},
		{referenceFile, &l.reference},
		{ratesFile, &l.rates},
		{driversFile, &l.drivers},
		{caseFile, &l.businessCase},
		{inputsFile, &l.inputs},
		{yardsticksFile, &l.yardsticks},
	} {
		document, faults := ways.ReadFS(files, file.name, file.into, strict.Limits{})
		l.documents[file.name] = document
		l.faults = append(l.faults, faults...)
	}
}

// check holds the files against themselves. What contributions, rates and drivers name of
// the playbook is held against it by Compute, since they may be handed in.
func (l *loader) check() {
	ids := map[string]bool{}
	for i := range l.contributions.Contributions {
		c := &l.contributions.Contributions[i]
		path := fmt.Sprintf("contributions[%d]", i)
		l.in(contributionsFile).Once(path+".id", ids, c.ID)
		l.in(contributionsFile).Provenance(path, c.Provenance)
		if (c.Published == nil) == (c.Awaited == nil) {
			l.fault(contributionsFile, path, c.ID, strict.Part{Kind: "seeds/published-or-awaited"})
		}
	}
	product.Check(l.inputs.Inputs, l.in(inputsFile))
	l.yardsticks.Check(l.in(yardsticksFile))
	l.lines(ids)
	l.checkRates()
	l.checkDrivers()
	l.checkWidths()
	l.businessCase.Check(l.in(caseFile))
}

func (l *loader) lines(contributions map[string]bool) {
	seen := map[string]bool{}
	for i := range l.reference.Lines {
		line := &l.reference.Lines[i]
		path := fmt.Sprintf("lines[%d]", i)
		l.in(referenceFile).Once(path, seen, line.Key())
		if !contributions[line.Contribution] {
			l.fault(referenceFile, path+".contribution", line.Contribution, strict.Part{Kind: "seeds/a-contribution"})
		}
		if !line.isPlaced() || !line.IsBounded() {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/step-or-milestone", Values: map[string]any{"most": MostDays}})
		}
		if !l.multiply(path, line) {
			continue
		}
		if line.Measures() != 1 || line.NotEstimable != nil && len(line.Of) > 0 {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/one-measure"})
		}
		if line.NotEstimable != nil {
			continue // its reason stands for the rest
		}
		l.in(referenceFile).Provenance(path, line.Provenance)
		if !line.IsRising() {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/rising"})
		}
		if (line.Kind == External) != (line.Kroner != nil) {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/measure-of-kind"})
		}
	}
}

func (l *loader) checkRates() {
	seen := map[string]bool{}
	for i := range l.rates.Rates {
		r := &l.rates.Rates[i]
		path := fmt.Sprintf("rates[%d]", i)
		l.in(ratesFile).Once(path, seen, r.Role+" "+r.Kind.String())
		l.in(ratesFile).Provenance(path, r.Provenance)
		if line := (Line{Kroner: &r.Kroner}); !line.IsRising() {
			l.fault(ratesFile, path+".kroner", r.Role, strict.Part{Kind: "seeds/rising"})
		}
	}
}

func (l *loader) checkDrivers() {
	l.in(driversFile).Provenance("knee", l.drivers.Knee.Provenance)
	l.in(driversFile).Provenance("goLive", l.drivers.GoLive.Provenance)
	l.in(driversFile).Provenance("together", l.drivers.Together.Provenance)
	if loading := l.drivers.Together.Loading; loading.Sign() < 0 || loading.GreaterThan(decimal.NewFromInt(1)) {
		l.fault(driversFile, "together.loading", loading.String(), strict.Part{Kind: "seeds/not-a-share"})
	}
	seen := map[string]bool{}
	for i := range l.drivers.Defaults {
		d := &l.drivers.Defaults[i]
		path := fmt.Sprintf("defaults[%d]", i)
		l.in(driversFile).Once(path, seen, d.Driver+"@"+d.Scope)
		l.in(driversFile).Provenance(path, d.Provenance)
		l.multiplyDriver(path, d)
		if !d.Possible() {
			l.fault(driversFile, path, d.Driver, strict.Part{Kind: "seeds/driver-numbers"})
		}
	}
}

// in takes the faults of a file.
func (l *loader) in(file string) faults.File {
	return func(path string, got any, want strict.Part) { l.fault(file, path, got, want) }
}

func (l *loader) fault(file, path string, got any, want strict.Part) {
	l.faults = append(l.faults, l.documents[file].Bad(file, path, got, want))
}
