package plan

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// maxDiscountRate bounds the discount rate of a business case, a year.
var maxDiscountRate = decimal.New(5, -1)

// maxPayment bounds what a kommune pays, once or a year: 10 billion kr.
var maxPayment = decimal.New(1, 10)

func (c *checker) businessCase() {
	b := c.plan.BusinessCase
	if b == nil {
		return
	}
	if r := b.DiscountRate; r != nil {
		c.between("businessCase.discountRate", "discountRate", *r, maxDiscountRate)
	}
	for _, system := range sortedKeys(b.Payments) {
		path := strict.Join("businessCase.payments", system)
		if c.known("DB-022", path, system, c.words.systems) {
			c.between(path, system, b.Payments[system].Decimal(), maxPayment)
		}
	}
	for _, project := range sortedKeys(b.Prices) {
		path := strict.Join("businessCase.prices", project)
		if c.known("DB-003", path, project, c.words.projects) {
			c.between(path, project, b.Prices[project].Decimal(), maxPayment)
		}
	}
}

func (c *checker) addOns() {
	for _, id := range sortedKeys(c.plan.AddOns) {
		path := strict.Join("addOns", id)
		c.slug(path, id, "fleksjobmodul")
		a := c.plan.AddOns[id]
		c.known("DB-022", strict.Join(path, "system"), a.System, c.words.systems)
		c.day(path, "from", &a.From, earliest)
		c.day(path, "boundTo", a.BoundTo, earliest)
		c.order(path, "boundTo", id, &a.From, a.BoundTo)
		for _, amount := range []struct {
			key string
			of  drejebog.Kroner
		}{{"price", a.Price}, {"yearly", a.Yearly}, {"saving", a.Saving}, {"exitCost", a.ExitCost}} {
			c.between(strict.Join(path, amount.key), amount.key, amount.of.Decimal(), maxPayment)
		}
	}
}

// between checks that a number lies from zero to the most.
func (c *checker) between(path, key string, value, most decimal.Decimal) {
	if value.IsNegative() || value.GreaterThan(most) {
		c.found("DB-018", path, lang.Args{
			"id": lang.Both(key), "value": lang.Both(value.String()), "least": number(0), "most": lang.Both(most.String()),
		})
	}
}

// realised checks the years that a benefit was measured in.
func (c *checker) realised(path string, b *Benefit) {
	for _, word := range sortedKeys(b.Realised) {
		if year, err := strconv.Atoi(word); err != nil || year < earliest.Year() || year > latest.Year() {
			c.found("DB-018", strict.Join(path+".realised", word), lang.Args{
				"id": lang.Both("realised"), "value": lang.Both(word), "least": number(earliest.Year()), "most": number(latest.Year()),
			})
		}
	}
}
