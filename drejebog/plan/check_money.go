package plan

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

func (c *checker) adjustments() {
	for i := range c.plan.Adjustments {
		if path := strict.Index("adjustments", i); !c.unread(path) {
			c.figures(path, &c.plan.Adjustments[i])
		}
	}
}

// figures checks that an adjustment has what its action needs, and no more.
func (c *checker) figures(path string, a *Adjustment) {
	figures := a.Hours != nil || a.Kroner != nil
	switch {
	case a.Action == Scale && a.Factor == nil:
		c.adjustment(path, a, "factor")
	case a.Action != Scale && a.Factor != nil:
		c.needless(path, a, "factor")
	case (a.Action == Replace || a.Action == Add) && !figures:
		c.adjustment(path, a, "hours/kroner")
	case (a.Action == Scale || a.Action == Drop) && figures:
		c.needless(path, a, "hours/kroner")
	case a.Hours != nil && a.Kroner != nil:
		c.needless(path, a, "kroner")
	case a.Action == Add && a.Role == "":
		c.adjustment(path, a, "role")
	case a.Action == Add && a.Kind == 0:
		c.adjustment(path, a, "kind")
	}
	if f := a.Factor; f != nil {
		c.unlikely(path, "factor", *f, c.book.Unlikely.Factor)
	}
	if h := a.Hours; h != nil {
		c.unlikely(path, "hours.likely", h.Likely.Decimal(), c.book.Unlikely.Hours.Decimal())
	}
	if h := a.Hours; h != nil {
		c.rising(path+".hours", h.Low.Decimal(), h.Likely.Decimal(), h.High.Decimal())
	}
	if k := a.Kroner; k != nil {
		c.rising(path+".kroner", k.Low.Decimal(), k.Likely.Decimal(), k.High.Decimal())
	}
}

// unlikely notes a figure beyond what is usual, which is likely a slip; one outside its
// bounds is told as that.
func (c *checker) unlikely(path, key string, value, most decimal.Decimal) {
	if !lang.IsBounded(value, lang.MaxWhole, lang.MaxFraction) {
		return // too large to be compared
	}
	path += "." + key
	if value.GreaterThan(most) && value.LessThanOrEqual(theGrammar().Field("adjustments."+key).Tag.Most) {
		c.found("DB-042", path, lang.Args{"id": lang.Both(path), "value": lang.Exactly(value), "most": lang.Exactly(most)})
	}
}

func (c *checker) adjustment(path string, a *Adjustment, missing string) {
	c.found("DB-026", path, lang.Args{"id": lang.Both(a.Action.String()), "missing": lang.Both(missing)})
}

func (c *checker) needless(path string, a *Adjustment, key string) {
	c.found("DB-031", path, lang.Args{"id": lang.Both(a.Action.String()), "key": lang.Both(key)})
}

// rising checks a three-point value.
func (c *checker) rising(path string, low, likely, high decimal.Decimal) {
	for _, end := range []decimal.Decimal{low, likely, high} {
		if !lang.IsBounded(end, lang.MaxWhole, lang.MaxFraction) {
			return // told as one outside its bounds
		}
	}
	if low.GreaterThan(likely) || likely.GreaterThan(high) {
		c.found("DB-405", path, lang.Args{
			"id": lang.Both(path), "low": lang.Both(low.String()), "likely": lang.Both(likely.String()), "high": lang.Both(high.String()),
		})
	}
}

// contracts checks the days of a contract and its notice.
func (c *checker) contracts() {
	for _, id := range sortedKeys(c.plan.Contracts) {
		path := strict.Join("contracts", id)
		k := c.plan.Contracts[id]
		c.order(path, "end", id, k.Start, k.End)
		c.order(path, "noticeGiven", id, k.Start, k.NoticeGiven)
		c.longNotice(path, &k)
		if k.NoticeTo == ToAnniversary && k.Start == nil && k.End == nil {
			c.found("DB-127", strict.Join(path, "noticeTo"), lang.Args{"task": lang.Both(k.Name)})
		}
		if k.Payment != nil && len(k.Payment.Shares) > 0 && !k.Payment.Divided(k.Systems) {
			c.found("DB-044", strict.Join(path, "payment.shares"), lang.Args{"task": lang.Both(k.Name)})
		}
	}
}

// longNotice notes a notice that is likely a slip.
func (c *checker) longNotice(path string, k *Contract) {
	most := int(theGrammar().Field("contracts.noticeMonths").Tag.Most.IntPart())
	if k.NoticeMonths != nil && *k.NoticeMonths > c.book.LongNotice.Months && *k.NoticeMonths <= most {
		c.found("DB-035", strict.Join(path, "noticeMonths"), lang.Args{"task": lang.Both(k.Name), "value": number(*k.NoticeMonths), "months": number(c.book.NoticeMonths())})
	}
}

func (c *checker) addOns() {
	for _, id := range sortedKeys(c.plan.AddOns) {
		a := c.plan.AddOns[id]
		c.order(strict.Join("addOns", id), "boundTo", id, &a.From, a.BoundTo)
	}
}

func (c *checker) risks() {
	for _, id := range sortedKeys(c.plan.Risks) {
		path, risk := strict.Join("risks", id), c.plan.Risks[id]
		if d := risk.Delay; d != nil {
			c.rising(path+".delay", decimal.NewFromInt(int64(d.Low)), decimal.NewFromInt(int64(d.Likely)), decimal.NewFromInt(int64(d.High)))
		}
		if k := risk.Kroner; k != nil {
			c.rising(path+".kroner", k.Low.Decimal(), k.Likely.Decimal(), k.High.Decimal())
		}
	}
}
