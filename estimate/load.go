package estimate

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
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
// of package seeds: estimate/*.yaml, and the lengths of steps from activities/*.yaml. The error is a *drejebog.SeedError that
// holds every fault with its place.
func LoadFS(files fs.FS) ([]Contribution, Assumptions, error) {
	l := loader{documents: map[string]*strict.Document{}}
	l.read(files)
	if len(l.faults) == 0 {
		l.takeLengths(files)
		l.check()
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
		Knee     Knee            `yaml:"knee,required"`
		GoLive   GoLiveRange     `yaml:"goLive,required"`
		Together Together        `yaml:"together,required"`
		Defaults []DriverDefault `yaml:"defaults,required"`
	}
	businessCase CaseAssumptions
	inputs       struct {
		Inputs []product.Input `yaml:"inputs"`
	}

	yardsticks Yardsticks

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

// check holds the files against themselves. What they name of the playbook is
// held against it by Compute, which has one.
func (l *loader) check() {
	ids := map[string]bool{}
	for i := range l.contributions.Contributions {
		c := &l.contributions.Contributions[i]
		path := fmt.Sprintf("contributions[%d]", i)
		l.unique(contributionsFile, path+".id", ids, c.ID)
		l.provenance(contributionsFile, path, c.Provenance)
		if (c.Published == nil) == (c.Awaited == nil) {
			l.fault(contributionsFile, path, c.ID, strict.Part{Kind: "seeds/published-or-awaited"})
		}
	}
	l.checkInputs()
	l.checkYardsticks()
	l.lines(ids)
	l.checkRates()
	l.checkDrivers()
	l.checkWidths()
	l.checkCase()
}

func (l *loader) lines(contributions map[string]bool) {
	seen := map[string]bool{}
	for i := range l.reference.Lines {
		line := &l.reference.Lines[i]
		path := fmt.Sprintf("lines[%d]", i)
		l.unique(referenceFile, path, seen, line.Key())
		if !contributions[line.Contribution] {
			l.fault(referenceFile, path+".contribution", line.Contribution, strict.Part{Kind: "seeds/a-contribution"})
		}
		if !line.placed() || !line.bounded() {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/step-or-milestone", Values: map[string]any{"most": mostDays}})
		}
		if !l.multiply(path, line) {
			continue
		}
		if line.figures() != 1 || line.NotEstimable != nil && len(line.Of) > 0 {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/one-measure"})
		}
		if line.NotEstimable != nil {
			continue // its reason stands for the rest
		}
		l.provenance(referenceFile, path, line.Provenance)
		if !line.rising() {
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
		l.unique(ratesFile, path, seen, r.Role+" "+r.Kind.String())
		l.provenance(ratesFile, path, r.Provenance)
		if line := (Line{Kroner: &r.Kroner}); !line.rising() {
			l.fault(ratesFile, path+".kroner", r.Role, strict.Part{Kind: "seeds/rising"})
		}
	}
}

func (l *loader) checkDrivers() {
	l.provenance(driversFile, "knee", l.drivers.Knee.Provenance)
	l.provenance(driversFile, "goLive", l.drivers.GoLive.Provenance)
	l.provenance(driversFile, "together", l.drivers.Together.Provenance)
	if loading := l.drivers.Together.Loading; loading.Sign() < 0 || loading.GreaterThan(one) {
		l.fault(driversFile, "together.loading", loading.String(), strict.Part{Kind: "seeds/not-a-share"})
	}
	seen := map[string]bool{}
	for i := range l.drivers.Defaults {
		d := &l.drivers.Defaults[i]
		path := fmt.Sprintf("defaults[%d]", i)
		l.unique(driversFile, path, seen, d.Driver+"@"+d.Scope)
		l.provenance(driversFile, path, d.Provenance)
		l.multiplyDriver(path, d)
		if d.Fixed.Sign() < 0 || d.PerThousand.Sign() < 0 || d.AboveKnee != nil && d.AboveKnee.Sign() < 0 || d.Low.Sign() < 0 || d.Low.GreaterThan(one) || d.High.LessThan(one) {
			l.fault(driversFile, path, d.Driver, strict.Part{Kind: "seeds/driver-numbers"})
		}
	}
}

func (l *loader) unique(file, path string, seen map[string]bool, id string) {
	if seen[id] {
		l.fault(file, path, strings.TrimSpace(id), strict.Part{Kind: "seeds/once"})
	}
	seen[id] = true
}

// provenance faults an implied or assumed figure without reasoning.
func (l *loader) provenance(file, path string, p drejebog.Provenance) {
	if p.Certainty != drejebog.Stated && p.Why.IsZero() {
		l.fault(file, path, strict.Part{Kind: "seeds/without-why", Values: map[string]any{"certainty": p.Certainty.String()}},
			strict.Part{Kind: "seeds/why"})
	}
}

func (l *loader) fault(file, path string, got any, want strict.Part) {
	f := strict.Fault{File: file, Path: path, Kind: strict.KindBadValue, Got: got, Want: want}
	if place, ok := l.documents[file].Where(path); ok {
		f.Line, f.Column = place.Line, place.Column
	}
	l.faults = append(l.faults, f)
}
