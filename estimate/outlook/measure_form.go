package outlook

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
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

// Form has both sides of the gate.
func (b Bought) Form() any {
	return struct {
		Before *Gate  `json:"before"`
		After  *Gate  `json:"after"`
		Days   int    `json:"daysEarlier"`                // at 80 %
		Mean   string `json:"meanDaysEarlier" form:"set"` // on average
	}{b.Before, b.After, b.Days, strconv.FormatFloat(b.Mean, 'f', 1, 64)}
}

// MarshalJSON is the form of a year on both sides.
func (c Changed) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has both sides of the year.
func (c Changed) Form() any {
	return struct {
		Before Spent `json:"before"`
		After  Spent `json:"after"`
	}{c.Before, c.After}
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
