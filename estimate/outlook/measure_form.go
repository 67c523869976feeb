package outlook

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/risk-measure.schema.json describes.
func (m Measure) MarshalJSON() ([]byte, error) { return form.JSON(m) }

type measureForm struct {
	drejebog.Head                 // that of the later plan
	Simulated     bool            `json:"simulated"`
	Samples       int             `json:"samples"`
	Seed          string          `json:"seed" form:"set"`
	Price         drejebog.Kroner `json:"price"`      // what the likely new money is more
	PriceHours    drejebog.Hours  `json:"priceHours"` // what the likely hours are more
	Money         drejebog.Kroner `json:"lessMoney"`  // expected, the price counted
	Within        drejebog.Kroner `json:"lessMoney80"`
	Fewer         drejebog.Hours  `json:"fewerHours"` // expected
	Gates         []Bought        `json:"gates"`
	Years         []Changed       `json:"budgetYears"`
}

// Form has what is bought, and both sides of it.
func (m Measure) Form() any {
	f := measureForm{Simulated: true, Price: m.Price, PriceHours: m.Hours, Money: m.Money, Within: m.Within, Fewer: m.Fewer, Gates: m.Gates, Years: m.Years}
	if m.After != nil {
		f.Samples, f.Seed = m.After.Samples, strconv.FormatUint(m.After.Seed, 10)
		if m.After.est != nil {
			f.Head = m.After.est.HeadOf("risk-measure/1")
		}
	}
	return f
}

// MarshalJSON is the form of what a gate gains.
func (b Bought) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// Form has when one can be sure, and the chance of the last day, on both sides.
func (b Bought) Form() any {
	f := struct {
		ID           string     `json:"id" form:"set"`
		BeforeP80    *date.Date `json:"p80Before"`
		AfterP80     *date.Date `json:"p80After"`
		BeforeChance string     `json:"chanceBefore" form:"set"`
		AfterChance  string     `json:"chanceAfter" form:"set"`
		Days         int        `json:"daysEarlier"`                // at 80 %
		Mean         string     `json:"meanDaysEarlier" form:"set"` // on average
	}{BeforeChance: fourDecimals(0), AfterChance: fourDecimals(0), Days: b.Days, Mean: strconv.FormatFloat(b.Mean, 'f', 1, 64)}
	if b.Before != nil && b.After != nil {
		f.ID, f.BeforeP80, f.AfterP80 = b.After.ID, &b.Before.P80, &b.After.P80
		f.BeforeChance, f.AfterChance = fourDecimals(b.Before.Chance), fourDecimals(b.After.Chance)
	}
	return f
}

// MarshalJSON is the form of a year on both sides.
func (c Changed) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has what is expected, and what one can be sure to keep within, on both sides.
func (c Changed) Form() any {
	f := struct {
		Year         *int            `json:"year"`
		BeforeMean   drejebog.Kroner `json:"meanBefore"`
		AfterMean    drejebog.Kroner `json:"meanAfter"`
		BeforeWithin drejebog.Kroner `json:"within80Before"`
		AfterWithin  drejebog.Kroner `json:"within80After"`
	}{nil, c.Before.NewMoney.Mean, c.After.NewMoney.Mean, c.Before.NewMoney.Within(sure), c.After.NewMoney.Within(sure)}
	if c.After.Year != estimate.Undated {
		f.Year = &c.After.Year
	}
	return f
}

// MarshalJSON is the form of what a month of delay costs.
func (d Delay) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form is money and hours.
func (d Delay) Form() any {
	return struct {
		Money drejebog.Kroner `json:"newMoney"`
		Hours drejebog.Hours  `json:"hours"`
	}{d.Money, d.Hours}
}
