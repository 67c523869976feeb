package contribution

import (
	"github.com/drejebog/monopolbrud/drejebog/amount"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/internal/short"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Line is one row of a contribution: what one role spends, or what is bought,
// for one step of the playbook in each of the step's scopes.
//
// It holds exactly one of Hours, Kroner and NotEstimable. Hours or Kroner of the data
// files are the product of what Of names.
type Line struct {
	Contribution string   `yaml:"contribution,required" json:"contribution" form:"set"` // id
	Step         string   `yaml:"step" json:"step"`                                     // id of the step without scope: the line falls on the task's working days
	Milestone    string   `yaml:"milestone" json:"milestone"`                           // id of a milestone without scope: it falls on the working days from there, also where it is for a step
	Days         int      `yaml:"days" json:"days"`                                     // for a milestone: calendar days from it, itself included; below zero: those before it
	Projects     []string `yaml:"projects" json:"projects"`                             // ids; nil: those of the contribution, in every scope of the step
	Role         string   `yaml:"role" json:"role"`                                     // id; for External, who buys
	Kind         Kind     `yaml:"kind,required" json:"kind" form:"set"`

	Of     []string     `yaml:"of" json:"of"`         // ids of named inputs: the figures are their product; nil for figures that were stated
	Hours  *HoursRange  `yaml:"hours" json:"hours"`   // for each scope, or for each unit of Per
	Kroner *KronerRange `yaml:"kroner" json:"kroner"` // likewise, at the price level of the assumptions
	Per    string       `yaml:"per" json:"per"`       // id of the driver that the line scales with; "": fixed

	Monthly bool `yaml:"monthly" json:"monthly"` // the figures are for each started calendar month of the task

	What         lang.Text `yaml:"what" json:"what"`                 // for a line without figures: what it would pay for
	NotEstimable *NotYet   `yaml:"notEstimable" json:"notEstimable"` // no figure can be given

	drejebog.Provenance `yaml:",inline"`

	place strict.Place // where the plan or a file of figures has it; zero for one of the data files
}

type (
	// HoursRange is a number of hours by three points, in plans and estimates alike.
	HoursRange = amount.HoursRange
	// KronerRange is an amount by three points.
	KronerRange = amount.KronerRange
)

// NotYet says why no figure can be given, and who could give one.
type NotYet struct {
	Owes   string    `yaml:"owes,required" json:"owes"` // id of the party
	Reason lang.Text `yaml:"reason,required" json:"reason"`
}

// MarshalJSON is the line's form, as a contribution publishes it.
func (l Line) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// ReadAt is the line as it stands at a place of the plan or of a file of figures.
func (l Line) ReadAt(place strict.Place) *Line {
	l.place = place
	return &l
}

// Place is where the plan or a file of figures has the line; zero for one of the data files.
func (l *Line) Place() strict.Place { return l.place }

// ID names the line among those of its contribution: where its work lies, its
// role, its kind and what it scales with.
func (l *Line) ID() string { return string(l.appendID(make([]byte, 0, usualID))) }

// usualID is how long most ids are, in bytes.
const usualID = 128

func (l *Line) appendID(id []byte) []byte {
	id = append(id, l.At()...)
	for i, project := range l.Projects {
		id = append(append(id, "@+"[min(i, 1)]), project...)
	}
	monthly := ""
	if l.Monthly {
		monthly = "monthly"
	}
	for _, part := range [...]string{l.Role, l.Kind.String(), l.Per, monthly} {
		if part != "" {
			id = append(append(id, ' '), part...)
		}
	}
	return id
}

// Key names the line among those of all contributions.
func (l *Line) Key() string {
	key := append(make([]byte, 0, usualID), l.Contribution...)
	return string(l.appendID(append(key, ": "...)))
}

// At is the id, without scope, of the step or milestone that the line is for.
func (l *Line) At() string {
	if l.Step != "" {
		return l.Step
	}
	return l.Milestone
}

// Figures are the low, likely and high of one unit, in hours or in kroner; zero for a
// line that no figure can be given for.
func (l *Line) Figures() (low, likely, high decimal.Decimal) { return FiguresOf(l.Hours, l.Kroner) }

// FiguresOf are the low, likely and high of hours, or else of kroner; zero for neither.
func FiguresOf(hours *HoursRange, kroner *KronerRange) (low, likely, high decimal.Decimal) {
	switch {
	case hours != nil:
		return hours.Low.Decimal(), hours.Likely.Decimal(), hours.High.Decimal()
	case kroner != nil:
		return kroner.Low.Decimal(), kroner.Likely.Decimal(), kroner.High.Decimal()
	}
	return decimal.Zero, decimal.Zero, decimal.Zero
}

// Measure gives the line figures in the measure of its kind: kroner for an external
// expense, else hours.
func (l *Line) Measure(low, likely, high decimal.Decimal) {
	l.Hours, l.Kroner = nil, nil
	if l.Kind == External {
		l.Kroner = &KronerRange{Low: drejebog.NewKroner(low), Likely: drejebog.NewKroner(likely), High: drejebog.NewKroner(high)}
		return
	}
	l.Hours = &HoursRange{Low: drejebog.NewHours(low), Likely: drejebog.NewHours(likely), High: drejebog.NewHours(high)}
}

// isPlaced reports whether the line says where its work or its money lies: at a step, at a
// milestone, or for a step at a milestone.
func (l *Line) isPlaced() bool {
	return (l.Step != "" || l.Milestone != "") && (l.Milestone != "") == (l.Days != 0)
}

// Measures counts how many of the three alternatives the line holds.
func (l *Line) Measures() int {
	n := 0
	for _, has := range []bool{l.Hours != nil, l.Kroner != nil, l.NotEstimable != nil} {
		if has {
			n++
		}
	}
	return n
}

// MostDays are the calendar days that a line lies from a milestone at most.
const MostDays = 3660

// IsBounded reports whether the line's figures are within bounds: an amount such
// as 1e999999999 is cheap to hold and dear to compute with.
func (l *Line) IsBounded() bool {
	if h := l.Hours; h != nil && !inBounds(h.Low, h.Likely, h.High) {
		return false
	}
	if k := l.Kroner; k != nil && !inBounds(k.Low, k.Likely, k.High) {
		return false
	}
	return l.Days >= -MostDays && l.Days <= MostDays
}

// inBounds is product.InBounds of three.
func inBounds[T short.Amount](low, likely, high T) bool {
	const short = 1e14 // hundredths that are surely within
	for _, x := range [...]T{low, likely, high} {
		if n, ok := x.Hundredths(); ok && -short < n && n < short {
			continue
		}
		if !product.InBounds(x.Decimal()) {
			return false
		}
	}
	return true
}

// IsRising reports whether low, likely and high rise from zero.
func (l *Line) IsRising() bool {
	return (l.Hours == nil || l.Hours.IsRising()) && (l.Kroner == nil || l.Kroner.IsRising())
}

// Kind says what a line costs the kommune. The zero value is invalid.
type Kind = drejebog.LineKind

// The kinds.
const (
	Own      = drejebog.OwnHours
	Backfill = drejebog.Backfill
	External = drejebog.External
)
