package drejebog

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// BudgetYear is a calendar year with the process that adopts its budget in
// the year before.
type BudgetYear struct {
	Year           int              `yaml:"year,required"`
	ProposalBy     date.Date        `yaml:"proposalBy,required"` // the finance committee's proposal, last day
	FirstReadingBy date.Date        `yaml:"-"`                   // last day: as long before the adoption as Readings says
	AdoptedBy      date.Date        `yaml:"adoptedBy,required"`  // last day
	Proposal       Provenance       `yaml:"-"`                   // of ProposalBy: as Proposals says
	FirstReading   Provenance       `yaml:"-"`                   // of FirstReadingBy: as Readings says
	Provenance     `yaml:",inline"` // of AdoptedBy
}

// budgetDays counts the first readings back from the adoptions, and gives the milestones
// of each year's proposal and first reading their days, each as sure as its own rule.
func (s *seedSet) budgetDays() {
	conventions := conventionsOf(s.periods.Periods)
	on := func(day date.Date, from Provenance) *Dated {
		when, _ := conventions.Parse(lang.DayText(day).DA) // a day as it is written
		return &Dated{When: when, Provenance: from}
	}
	for i := range s.budget.BudgetYears {
		y := &s.budget.BudgetYears[i]
		y.Proposal, y.FirstReading = s.budget.Proposals.from(y.Certainty), s.budget.Readings.from(y.Certainty)
		y.FirstReadingBy = y.AdoptedBy - date.Date(s.budget.Readings.DaysApart)
		for j := range s.milestones.Milestones {
			m := &s.milestones.Milestones[j]
			if m.BudgetYear() != strconv.Itoa(y.Year) {
				continue
			}
			switch m.Kind {
			case BudgetProposed:
				m.Promised = on(y.ProposalBy, y.Proposal)
			case BudgetRead:
				m.Promised = on(y.FirstReadingBy, y.FirstReading)
			}
		}
	}
}

// from is where the day of a proposal or a first reading comes from: it follows from the
// rule, as sure as that, for a year that is as sure as given.
func (p Provenance) from(given Certainty) Provenance {
	p.Certainty = p.Certainty.Weaker(given).Weaker(Implied)
	return p
}

// PriceEstimate is KL's estimate of how prices and wages move from one year
// to the next, as it was published: later publications revise it.
type PriceEstimate struct {
	FromYear   int             `yaml:"from,required"`
	ToYear     int             `yaml:"to,required"`
	Kind       PriceKind       `yaml:"kind,required"`
	Percent    decimal.Decimal `yaml:"percent,required"`
	Provenance `yaml:",inline"`
}

// PriceKind says what a price estimate covers.
type PriceKind uint8

// The kinds.
const (
	WagesAndPrices PriceKind = iota + 1
	Wages
	Prices
)

var priceKindNames = [...]string{WagesAndPrices: "all", Wages: "wages", Prices: "prices"}

// String returns "all", "wages" or "prices".
func (k PriceKind) String() string { return strict.NameOf(k, priceKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k PriceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "all", "wages" or "prices".
func (k *PriceKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, priceKindNames[:])
}

// FullTimeYear is the number of paid hours in a full-time position's year.
type FullTimeYear struct {
	Hours      Hours `yaml:"hours,required"`
	Provenance `yaml:",inline"`
}

// Proposals is what the law asks of the proposal for a budget: that its day holds for each
// year is read from here, not from the row of the year, which is as sure as the adoption.
type Proposals struct {
	Provenance `yaml:",inline"`
}

// Readings is what the law asks of the two readings of a budget.
type Readings struct {
	DaysApart  int `yaml:"daysApart,required"` // calendar days between them, at least
	Provenance `yaml:",inline"`
}

// LongNotice is the notice beyond which a contract's is likely a slip.
type LongNotice struct {
	Months     int `yaml:"months,required"`
	Provenance `yaml:",inline"`
}

// Unlikely is beyond what a figure of the kommune's own is likely a slip: percent for a
// factor, kroner for hours.
type Unlikely struct {
	Factor     decimal.Decimal `yaml:"factor,required"` // of an adjustment
	Hours      Hours           `yaml:"hours,required"`  // likely, of one adjustment
	Provenance `yaml:",inline"`
}

// Appropriation is where in a budget a kommune's request is proposed to stand.
type Appropriation struct {
	Committee  lang.Text `yaml:"committee,required"`
	Area       lang.Text `yaml:"area,required"`  // politikområde
	Level      lang.Text `yaml:"level,required"` // that money is granted at: bevillingsniveau
	Type       lang.Text `yaml:"type,required"`  // art
	Provenance `yaml:",inline"`
}

// Positions is hours as full-time positions, with one decimal, or as many as it takes that
// some are not none, four at most; the exponent says how many. It is 0 where the year has no
// hours.
func (y *FullTimeYear) Positions(hours Hours) decimal.Decimal {
	if y.Hours.Sign() <= 0 {
		return decimal.Zero
	}
	for places := int32(1); ; places++ {
		positions := hours.Decimal().DivRound(y.Hours.Decimal(), places)
		if !positions.IsZero() || hours.IsZero() || places == MostPositionPlaces {
			return positions
		}
	}
}

// MostPositionPlaces is how many decimals Positions has at most.
const MostPositionPlaces = 4
