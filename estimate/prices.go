package estimate

import (
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// indices turns amounts at the price level of the rates into the estimate's.
// Hours follow wages, what is bought follows prices; where there is only an
// estimate for both together, that one.
type indices struct {
	c       *computation
	of      price.Indices
	prices  Prices
	factors map[levelOf]decimal.Decimal
}

type levelOf struct {
	kind drejebog.PriceKind
	year int
}

// newIndices finds the year that the estimate can be put in. A missing index
// is a finding, and the amounts stay at the last price level that is known.
func newIndices(c *computation) indices {
	n := indices{c: c, of: c.index, prices: c.assumptions.Prices, factors: map[levelOf]decimal.Decimal{}}
	c.PriceLevel, c.Current = c.assumptions.PriceLevel, n.prices.Current
	if level := n.prices.Level; level != 0 && !isYear(level) {
		c.handedIn("DB-058", digits(level), strict.Place{}, yearArgs(level))
		n.prices.Level = 0
	}
	if n.prices.Level != 0 && !n.prices.Current {
		c.PriceLevel = n.reach(n.prices.Level)
	}
	return n
}

// level is the price level of amounts in a budget year.
func (n *indices) level(year int) int {
	if !n.prices.Current || year == Undated {
		return n.c.PriceLevel
	}
	return n.reach(year)
}

// factorOf is the index of a line's amounts in a budget year.
func (n *indices) factorOf(b *Basis, year int) decimal.Decimal {
	kind := drejebog.Wages
	if b.Kroner != nil {
		kind = drejebog.Prices
	}
	if b.Kroner != nil && b.Adjustment != nil {
		switch a := b.Adjustment; {
		case a.PriceLevel != nil:
			return n.fromLevel(*a.PriceLevel, n.level(year))
		case a.Year != nil:
			return one // an amount for a year stands as it is written
		}
	}
	return n.factor(kind, n.level(year))
}

// fromLevel is what carries an amount from a price level of its own; where an index on
// the way is missing a finding says so, and the amount stays.
func (n *indices) fromLevel(from, to int) decimal.Decimal {
	for at := min(from, to); at < max(from, to); at++ {
		if _, ok := n.of(drejebog.Prices, at); !ok {
			n.missing(drejebog.Prices, at, from)
		}
	}
	factor, _ := n.of.Carried(drejebog.Prices, from, to)
	return factor
}

// reach is the year nearest to the one asked for that both wages and prices
// can be carried to. Every index that is missing on the way is a finding.
func (n *indices) reach(year int) int {
	reached := n.c.assumptions.PriceLevel
	step := 1
	if year < reached {
		step = -1
	}
	whole := true
	for at := reached; at != year; at += step {
		for _, kind := range []drejebog.PriceKind{drejebog.Wages, drejebog.Prices} {
			from := min(at, at+step)
			if _, ok := n.of(kind, from); !ok {
				n.missing(kind, from, reached)
				whole = false
			}
		}
		if whole {
			reached = at + step
		}
	}
	return reached
}

// factor carries an amount from the rates' price level to a year's that reach
// allows, and notes the indices that it takes.
func (n *indices) factor(kind drejebog.PriceKind, year int) decimal.Decimal {
	key := levelOf{kind, year}
	if factor, ok := n.factors[key]; ok {
		return factor
	}
	base := n.c.assumptions.PriceLevel
	for at := min(base, year); at < max(base, year); at++ {
		if index, ok := n.of(kind, at); ok && !slices.ContainsFunc(n.c.Indices, func(i price.Index) bool { return i.Kind == kind && i.From == at }) {
			n.c.Indices = append(n.c.Indices, index)
		}
	}
	factor, _ := n.of.Carried(kind, base, year)
	n.factors[key] = factor
	return factor
}

// index is how wages or prices move from a year to the next: what was handed
// in, else what was published by as-of.
func (c *computation) index(kind drejebog.PriceKind, from int) (price.Index, bool) {
	if f := c.handed[price.Key(kind, from)]; f != nil && price.InBounds(f.Likely) {
		return price.Index{Kind: kind, From: from, Percent: f.Likely, Certainty: drejebog.Stated, Source: f.Place.String()}, true
	}
	return price.Published(c.book.PriceEstimates)(kind, from)
}

func (n *indices) missing(kind drejebog.PriceKind, from, reached int) {
	key := price.Key(kind, from)
	if slices.ContainsFunc(n.c.Findings, func(f drejebog.Finding) bool { return f.Subject == key }) {
		return
	}
	name := n.c.book.Words.Key("price-kind", kind.String(), nil).Lower()
	n.c.raise("DB-415", drejebog.Finding{Subject: key}, lang.Args{
		"kind": name, "from": lang.Plain(from), "to": lang.Plain(from + 1),
		"asOf": lang.Day(n.c.AsOf), "level": lang.Plain(reached),
	})
}

// PriceLevels says which year's prices and wages the amounts are in: "prisniveau
// 2014", or of current prices which years are not at their own level. Nothing is
// said of an estimate that nobody computed.
func (e *Estimate) PriceLevels() lang.Said {
	if e == nil || e.sched == nil {
		return lang.Said{}
	}
	if !e.Current {
		return e.PriceName()
	}
	levels := []lang.Value{e.say("estimate/own-level", nil)}
	for i := 0; i < len(e.Years); i++ {
		first := &e.Years[i]
		level := lang.Plain(first.PriceLevel)
		switch {
		case first.Year == Undated:
			levels = append(levels, e.say("estimate/undated-level", lang.Args{"level": level}))
		case first.Year != first.PriceLevel:
			for i+1 < len(e.Years) && follows(&e.Years[i], &e.Years[i+1]) {
				i++
			}
			levels = append(levels, e.say("estimate/other-level", lang.Args{"years": years(first.Year, e.Years[i].Year), "level": level}))
		}
	}
	return e.say("estimate/current-prices-at", lang.Args{"levels": lang.SeriesOf("; ", levels)})
}

// follows reports whether the next year stands at the same level of another.
func follows(y, next *Year) bool {
	return next.Year > y.Year && next.PriceLevel == y.PriceLevel && next.Year != next.PriceLevel
}

// years is a year, or the first and the last of several.
func years(first, last int) lang.Text {
	if first == last {
		return lang.Both(strconv.Itoa(first))
	}
	return lang.Both(strconv.Itoa(first) + "–" + strconv.Itoa(last))
}

// PriceName is the price level in two words. Nothing is said of an estimate that
// nobody computed.
func (e *Estimate) PriceName() lang.Said {
	switch {
	case e == nil || e.sched == nil:
		return lang.Said{}
	case e.Current:
		return e.say("estimate/current-prices", nil)
	}
	return e.say("estimate/price-level", lang.Args{"year": lang.Plain(e.PriceLevel)})
}
