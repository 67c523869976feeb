package plan

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// maxFactor bounds what a line is scaled by.
var maxFactor = decimal.NewFromInt(1000)

func (c *checker) adjustments() {
	for i := range c.plan.Adjustments {
		a := &c.plan.Adjustments[i]
		path := strict.Index("adjustments", i)
		c.line(path, &a.Line)
		c.budgetYear(path, a.Year)
		if strings.TrimSpace(a.Reason) == "" && !c.unread(path) {
			c.adjustment(path, a, "reason")
		}
		if !c.unread(path) {
			c.figures(path, a)
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
	if a.Factor != nil && (a.Factor.IsNegative() || a.Factor.GreaterThan(maxFactor)) {
		c.found("DB-018", strict.Join(path, "factor"), lang.Args{
			"id": lang.Both("factor"), "value": lang.Both(a.Factor.String()), "least": number(0), "most": lang.Both(maxFactor.String()),
		})
	}
	if h := a.Hours; h != nil && max(-h.Low.Sign(), h.Low.Cmp(h.Likely), h.Likely.Cmp(h.High)) > 0 {
		c.unordered(path+".hours", h.Low.String(), h.Likely.String(), h.High.String())
	}
	if k := a.Kroner; k != nil && max(-k.Low.Sign(), k.Low.Cmp(k.Likely), k.Likely.Cmp(k.High)) > 0 {
		c.unordered(path+".kroner", k.Low.String(), k.Likely.String(), k.High.String())
	}
}

func (c *checker) adjustment(path string, a *Adjustment, missing string) {
	c.found("DB-026", path, lang.Args{"id": lang.Both(a.Action.String()), "missing": lang.Both(missing)})
}

func (c *checker) needless(path string, a *Adjustment, key string) {
	c.found("DB-031", path, lang.Args{"id": lang.Both(a.Action.String()), "key": lang.Both(key)})
}

func (c *checker) unordered(path, low, likely, high string) {
	c.found("DB-405", path, lang.Args{
		"id": lang.Both(path), "low": lang.Both(low), "likely": lang.Both(likely), "high": lang.Both(high),
	})
}

// line checks the step, with or without scope, and the role of a line.
func (c *checker) line(path string, l *Line) {
	c.known("DB-001", strict.Join(path, "step"), l.Step, c.words.steps)
	if l.Role != "" {
		c.known("DB-016", strict.Join(path, "role"), l.Role, c.words.roles)
	}
}

func (c *checker) budgetYear(path string, year *int) {
	c.within(path, "year", year, earliest.Year(), latest.Year())
}

func (c *checker) decisions() {
	for i := range c.plan.Decisions {
		d := &c.plan.Decisions[i]
		path := strict.Index("decisions", i)
		c.line(path, &d.Line)
		c.budgetYear(path, d.Year)
		c.day(path, "on", d.On, earliest)
	}
}
