package estimate

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
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
)

// LoadFS reads contributions and assumptions from data files laid out as those
// of package seeds: estimate/*.yaml. The error is a *drejebog.SeedError that
// holds every fault with its place.
func LoadFS(files fs.FS) ([]Contribution, Assumptions, error) {
	l := loader{documents: map[string]*strict.Document{}}
	l.read(files)
	if len(l.faults) == 0 {
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
		Case:       l.businessCase,
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
		Defaults []DriverDefault `yaml:"defaults,required"`
	}
	businessCase CaseAssumptions

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
	l.lines(ids)
	l.checkRates()
	l.checkDrivers()
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
		if (line.Step == "") == (line.Milestone == "") || (line.Milestone != "") != (line.Days > 0) || line.Days > mostDays {
			l.fault(referenceFile, path, line.ID(), strict.Part{Kind: "seeds/step-or-milestone", Values: map[string]any{"most": mostDays}})
		}
		if line.figures() != 1 {
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
	seen := map[string]bool{}
	for i := range l.drivers.Defaults {
		d := &l.drivers.Defaults[i]
		path := fmt.Sprintf("defaults[%d]", i)
		l.unique(driversFile, path, seen, d.Driver+"@"+d.Scope)
		l.provenance(driversFile, path, d.Provenance)
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

// The bounds of a case.
var (
	mostYears = decimal.NewFromInt(50)
	mostRate  = decimal.New(5, -1)
)

// checkCase holds the file of business cases against itself.
func (l *loader) checkCase() {
	c := &l.businessCase
	years := c.Joint.Years.Value
	l.caseFigure("joint.years", &c.Joint.Years, one, mostYears)
	if !years.IsInteger() {
		l.fault(caseFile, "joint.years.value", years.String(), strict.Part{Kind: "seeds/whole-years"})
	}
	l.caseFigure("joint.priceLevel", &c.Joint.PriceLevel, decimal.NewFromInt(2000), decimal.NewFromInt(2100))
	if level := c.Joint.PriceLevel.Value; !level.IsInteger() {
		l.fault(caseFile, "joint.priceLevel.value", level.String(), strict.Part{Kind: "seeds/a-year"})
	}
	l.caseFigure("joint.target", &c.Joint.Target, decimal.Zero, one)
	l.caseFigure("discountRate", &c.DiscountRate, decimal.Zero, mostRate)
	l.caseFigure("ranges.discountRate", &c.Ranges.DiscountRate, decimal.Zero, mostRate)
	l.caseFigure("ranges.prices", &c.Ranges.Prices, decimal.Zero, one)
	l.caseFigure("ranges.benefits", &c.Ranges.Benefits, decimal.Zero, one)
	l.dated("infrastructure", &c.Infrastructure.Provenance)
	l.within("infrastructure.factor", c.Infrastructure.Factor, decimal.Zero, one)
	if c.Infrastructure.PerInhabitant.Sign() < 0 || c.Infrastructure.Knee < 0 {
		l.fault(caseFile, "infrastructure", c.Infrastructure.PerInhabitant.String(), strict.Part{Kind: "seeds/price-and-knee"})
	}
	for i := range c.Falls {
		path := fmt.Sprintf("falls[%d]", i)
		l.dated(path, &c.Falls[i].Provenance)
		l.within(path+".share", c.Falls[i].Share, decimal.Zero, one)
		if when := c.Falls[i].When; when != "end" && when != "golive" {
			l.fault(caseFile, path+".when", when, strict.Part{Kind: "seeds/end-or-golive"})
		}
	}
	for i := range c.Outcomes {
		l.dated(fmt.Sprintf("outcomes[%d]", i), &c.Outcomes[i].Provenance)
	}
}

func (l *loader) caseFigure(path string, f *DatedFigure, least, most decimal.Decimal) {
	l.dated(path, &f.Provenance)
	l.within(path+".value", f.Value, least, most)
}

func (l *loader) within(path string, value, least, most decimal.Decimal) {
	if value.LessThan(least) || value.GreaterThan(most) {
		l.fault(caseFile, path, value.String(), strict.Part{Kind: "seeds/a-number", Values: map[string]any{"least": least, "most": most}})
	}
}

// dated checks that an entry says from which day it counts.
func (l *loader) dated(path string, p *drejebog.Provenance) {
	l.provenance(caseFile, path, *p)
	if p.Published == nil {
		l.fault(caseFile, path, strict.Part{Kind: "seeds/without-published"}, strict.Part{Kind: "seeds/day-it-counts-from"})
	}
}
