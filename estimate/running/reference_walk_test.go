package running_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// months walks from January of a year to December of another: what a test asks of each.
func months(first, last int, visit func(year int, begin, this time.Time), every int) {
	for year := first; year <= last; year++ {
		for month := range 12 {
			visit(year,
				time.Date(year, time.Month(month/every*every+1), 1, 0, 0, 0, 0, time.UTC),
				time.Date(year, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC))
		}
	}
}

func midnight(day date.Date) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}

// ofMonths is what so many months of a yearly amount come to, to the øre.
func ofMonths(yearly decimal.Decimal, n int) decimal.Decimal {
	return yearly.Mul(decimal.NewFromInt(int64(n))).DivRound(decimal.NewFromInt(12), 2)
}

// shared is a random contract on two systems, which may have shares of it.
type shared struct {
	drawn
	other date.Date // the go-live of what takes the place of the second system
	tenth int64     // the first system's tenths of the amount; 0: no shares
}

func (s *shared) document() string {
	end, shares := "", ""
	if s.end != nil {
		end = ", end: " + s.end.String()
	}
	if s.tenth > 0 {
		shares = fmt.Sprintf(", shares: {kmd-dagpenge: 0.%d, kmd-aktiv: 0.%d}", s.tenth, 10-s.tenth)
	}
	paid := map[int]string{1: "month", 3: "quarter", 6: "halfYear", 12: "year"}[s.every]
	return fmt.Sprintf("asOf: 2015-01-05\nprojects: {ksd: {goLive: %s}, ky: {goLive: %s}}\ncontracts: {a: {name: A, systems: [kmd-dagpenge, kmd-aktiv]%s, payment: {amount: %d, paid: %s%s}}}\n",
		s.goLive, s.other, end, s.amount, paid, shares)
}

// A contract of two systems is paid whole until both are out, or each share until its
// own system is.
func TestAContractOfTwoSystemsIsPaidUntilTheLastOrByShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := shared{drawn: draw(t), tenth: rapid.Int64Range(0, 9).Draw(t, "tenth")}
		s.other = date.New(2015, time.June, 1) + date.Date(rapid.IntRange(0, 900).Draw(t, "other"))
		c := costsOf(t, s.document(), terms())
		type part struct {
			yearly decimal.Decimal
			until  date.Date
		}
		amount := decimal.NewFromInt(s.amount)
		parts := []part{{amount, max(s.goLive, s.other)}}
		if s.tenth > 0 {
			parts = []part{{amount.Mul(decimal.New(s.tenth, -1)), s.goLive}, {amount.Mul(decimal.New(10-s.tenth, -1)), s.other}}
		}
		want, unused := map[int]decimal.Decimal{}, map[int]decimal.Decimal{} // up to the end of each year
		for _, p := range parts {
			paid, overlap := 0, 0
			months(2014, 2020, func(year int, begin, this time.Time) {
				if begin.Before(midnight(p.until)) || s.end != nil && !begin.After(midnight(*s.end)) {
					paid++
					if !this.Before(midnight(p.until)) {
						overlap++
					}
				}
				if this.Month() == time.December {
					want[year] = want[year].Add(ofMonths(p.yearly, paid))
					unused[year] = unused[year].Add(ofMonths(p.yearly, paid).Sub(ofMonths(p.yearly, paid-overlap)))
				}
			}, s.every)
		}
		var old, over drejebog.Kroner
		for year := 2014; year <= 2020; year++ {
			for i := range c.Rows {
				if r := &c.Rows[i]; r.Year == year {
					old, over = old.Add(r.Old), over.Add(r.Overlap)
				}
			}
			if year > c.Years()[len(c.Years())-1] {
				break
			}
			require.Equal(t, want[year].StringFixed(2), old.Decimal().StringFixed(2), "%s up to %d", s.document(), year)
			require.Equal(t, unused[year].StringFixed(2), over.Decimal().StringFixed(2), "%s up to %d", s.document(), year)
		}
	})
}

// A contract that ends while the system is in use is paid until another takes over; no
// month is paid to both, and none to neither.
func TestARenewedContractIsPaidByOneOfTheTwoEachMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := rapid.Int64Range(0, 5_000_000).Draw(t, "first"), rapid.Int64Range(0, 5_000_000).Draw(t, "second")
		ends := date.New(2015, time.March, 1) + date.Date(rapid.IntRange(0, 400).Draw(t, "ends"))
		goLive := ends + 40 + date.Date(rapid.IntRange(0, 600).Draw(t, "goLive")) // in use beyond the first
		every := rapid.SampledFrom([]int{1, 3, 6, 12}).Draw(t, "every")
		paid := map[int]string{1: "month", 3: "quarter", 6: "halfYear", 12: "year"}[every]
		document := fmt.Sprintf("asOf: 2015-01-05\nprojects: {ksd: {goLive: %s}}\ncontracts:\n  a: {name: A, systems: [kmd-dagpenge], end: %s, payment: {amount: %d, paid: %s}}\n"+
			"  b: {name: B, systems: [kmd-dagpenge], start: %s, payment: {amount: %d, paid: %s}}\n", goLive, ends, first, paid, ends+1, second, paid)
		c := costsOf(t, document, terms())
		takeover := time.Date((ends + 1).Year(), (ends + 1).Month(), 1, 0, 0, 0, 0, time.UTC)
		toA, toB := 0, 0
		var old drejebog.Kroner
		months(2014, 2020, func(year int, begin, this time.Time) {
			switch {
			case this.Before(takeover):
				toA++
			case begin.Before(midnight(goLive)):
				toB++
			}
			if this.Month() != time.December || year > c.Years()[len(c.Years())-1] {
				return
			}
			for i := range c.Rows {
				if r := &c.Rows[i]; r.Year == year {
					old = old.Add(r.Old)
				}
			}
			want := ofMonths(decimal.NewFromInt(first), toA).Add(ofMonths(decimal.NewFromInt(second), toB))
			require.Equal(t, want.StringFixed(2), old.Decimal().StringFixed(2), "%s up to %d", document, year)
		}, every)
	})
}

// Notice to the end of a quarter: the contract is paid until the end of the quarter that
// the system is last used in, whatever the months of notice, where they lie ahead.
func TestNoticeToTheEndOfAQuarterIsPaidUntilThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(0, 5_000_000).Draw(t, "amount")
		goLive := date.New(2016, time.January, 2) + date.Date(rapid.IntRange(0, 700).Draw(t, "goLive"))
		notice := rapid.IntRange(0, 6).Draw(t, "notice")
		document := fmt.Sprintf("asOf: 2015-01-05\nprojects: {ksd: {goLive: %s}}\ncontracts: {a: {name: A, systems: [kmd-dagpenge], noticeMonths: %d, noticeTo: quarter, payment: {amount: %d}}}\n",
			goLive, notice, amount)
		c := costsOf(t, document, terms())
		last := midnight(goLive - 1)
		paid, overlap := 0, 0
		var old, over drejebog.Kroner
		months(2014, 2020, func(year int, _, this time.Time) {
			quarter := time.Date(this.Year(), (this.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
			if !quarter.After(last) {
				paid++
				if this.After(last) {
					overlap++
				}
			}
			if this.Month() != time.December || year > c.Years()[len(c.Years())-1] {
				return
			}
			for i := range c.Rows {
				if r := &c.Rows[i]; r.Year == year {
					old, over = old.Add(r.Old), over.Add(r.Overlap)
				}
			}
			require.Equal(t, ofMonths(decimal.NewFromInt(amount), paid).StringFixed(2), old.Decimal().StringFixed(2), "%s up to %d", document, year)
			require.Equal(t, ofMonths(decimal.NewFromInt(amount), overlap).StringFixed(2), over.Decimal().StringFixed(2), "%s up to %d", document, year)
		}, 1)
	})
}
