package price

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Index is how wages or prices are taken to move from one year to the next.
type Index struct {
	Kind      drejebog.PriceKind // Wages or Prices
	From      int                // year; to the next
	Percent   decimal.Decimal
	Certainty drejebog.Certainty
	Source    string
	Why       lang.Text
}

// Indices find how wages or prices move from a year to the next; false where that is not
// known.
type Indices func(kind drejebog.PriceKind, from int) (index Index, known bool)

// Published are the indices of estimates: from a year to the next the last published,
// that of the kind itself before one for wages and prices together.
func Published(estimates []drejebog.PriceEstimate) Indices {
	return func(kind drejebog.PriceKind, from int) (Index, bool) {
		for _, wanted := range []drejebog.PriceKind{kind, drejebog.WagesAndPrices} {
			if e := last(estimates, wanted, from); e != nil {
				return Index{Kind: kind, From: from, Percent: e.Percent, Certainty: e.Certainty, Source: e.Address, Why: e.Why}, true
			}
		}
		return Index{}, false
	}
}

// last is the last published estimate of a kind from a year to the next; nil for none.
func last(estimates []drejebog.PriceEstimate, kind drejebog.PriceKind, from int) *drejebog.PriceEstimate {
	var last *drejebog.PriceEstimate
	for i := range estimates {
		e := &estimates[i]
		if e.Kind != kind || e.FromYear != from || e.ToYear != from+1 {
			continue
		}
		if last == nil || last.Published == nil || e.Published != nil && *e.Published >= *last.Published {
			last = e
		}
	}
	return last
}

// Carried is what carries an amount from one year's prices or wages to
// another's; 1 and false where an index on the way is missing. Going back is a
// division, to ten decimals.
func (of Indices) Carried(kind drejebog.PriceKind, from, to int) (factor decimal.Decimal, known bool) {
	factor, missing := of.along(kind, from, to, nil)
	if missing {
		return decimal.NewFromInt(1), false
	}
	return factor, true
}

// Brought is what carries an amount that is bought for from one year's prices to
// another's; an index that is missing on the way is taken to be so many percent, and
// the outcome is assumed. Otherwise it is as sure as the weakest index.
func (of Indices) Brought(from, to int, growth decimal.Decimal) (factor decimal.Decimal, certainty drejebog.Certainty) {
	certainty = drejebog.Stated
	factor, _ = of.along(drejebog.Prices, from, to, func(index Index, known bool) Index {
		if !known {
			index = Index{Percent: growth, Certainty: drejebog.Assumed}
		}
		certainty = certainty.Weaker(index.Certainty)
		return index
	})
	return factor, certainty
}

// along multiplies the indices on the way, each as seen says.
func (of Indices) along(kind drejebog.PriceKind, from, to int, seen func(index Index, known bool) Index) (factor decimal.Decimal, missing bool) {
	one := decimal.NewFromInt(1)
	factor = one
	for at := min(from, to); at < max(from, to); at++ {
		index, known := of(kind, at)
		missing = missing || !known
		if seen != nil {
			index = seen(index, known)
		}
		growth := one.Add(index.Percent.Shift(-2))
		if from < to {
			factor = factor.Mul(growth)
		} else {
			factor = factor.DivRound(growth, 10)
		}
	}
	return factor, missing
}

// LeastPercent and MostPercent are the least and the most that wages or prices move in a
// year.
const (
	LeastPercent = -50
	MostPercent  = 100
)

// InBounds reports whether a number of percent lies between the two, with ten decimals at
// most.
func InBounds(percent decimal.Decimal) bool {
	return lang.IsBounded(percent, 3, 10) && percent.Cmp(decimal.NewFromInt(LeastPercent)) >= 0 && percent.Cmp(decimal.NewFromInt(MostPercent)) <= 0
}

// Key is the key of a figure that is handed in for an index: "index/2014-2015/wages".
func Key(kind drejebog.PriceKind, from int) string {
	return "index/" + strconv.Itoa(from) + "-" + strconv.Itoa(from+1) + "/" + kind.String()
}

// IsKey reports whether a key is that of an index, of whatever year.
func IsKey(key string) bool {
	rest, _ := strings.CutPrefix(key, "index/")
	word, _, _ := strings.Cut(rest, "-")
	from, err := strconv.Atoi(word)
	return err == nil && (key == Key(drejebog.Wages, from) || key == Key(drejebog.Prices, from))
}
