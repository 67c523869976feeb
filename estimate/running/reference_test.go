package running_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// written is a contract as the plan says it, in the plan's own words.
type written struct {
	id, paid, noticeTo string // noticeTo: "-" for no notice period
	systems            []string
	shares             map[string]int64 // tenths; nil: paid whole
	amount             int64
	noticeMonths       int
	start, end, given  time.Time // zero: not said
}

func (w *written) String() string {
	said := fmt.Sprintf("  %s: {name: %s, systems: [%s]", w.id, w.id, strings.Join(w.systems, ", "))
	for _, day := range []struct {
		key string
		on  time.Time
	}{{"start", w.start}, {"end", w.end}, {"noticeGiven", w.given}} {
		if !day.on.IsZero() {
			said += ", " + day.key + ": " + day.on.Format(time.DateOnly)
		}
	}
	if w.noticeTo != "-" {
		said += fmt.Sprintf(", noticeMonths: %d", w.noticeMonths)
		if w.noticeTo != "" {
			said += ", noticeTo: " + w.noticeTo
		}
	}
	said += fmt.Sprintf(", payment: {amount: %d, paid: %s", w.amount, w.paid)
	if w.shares != nil {
		said += ", shares: {"
		for i, system := range w.systems {
			said += []string{"", ", "}[min(i, 1)] + fmt.Sprintf("%s: 0.%d", system, w.shares[system])
		}
		said += "}"
	}
	return said + "}}\n"
}

func first(year int, month time.Month) time.Time {
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}

func lastDay(year int, month time.Month) time.Time { return first(year, month+1).AddDate(0, 0, -1) }

// plusMonths is the day of the same number, or the last of the month.
func plusMonths(day time.Time, n int) time.Time {
	last := lastDay(day.Year(), day.Month()+time.Month(n))
	return last.AddDate(0, 0, min(0, day.Day()-last.Day()))
}

// runsTo is the first day on or after one on which a notice may end: of a month, a quarter, a
// year, a year of the contract; any day.
func (w *written) runsTo(day time.Time) time.Time {
	switch w.noticeTo {
	case "month":
		return lastDay(day.Year(), day.Month())
	case "quarter":
		return lastDay(day.Year(), (day.Month()+2)/3*3)
	case "year":
		return lastDay(day.Year(), time.December)
	case "anniversary":
		term := w.end
		if term.IsZero() {
			term = w.start.AddDate(0, 0, -1)
		}
		for years := -20; ; years++ {
			if ends := plusMonths(term, 12*years); !ends.Before(day) {
				return ends
			}
		}
	}
	return day
}

// binds is the last day to which a contract binds, of systems whose last use is on a day: its
// term, or where notice was given its months and their end. Where notice is still to be given,
// that is done in time for the last use, and the end is the next that it may run to.
func (w *written) binds(lastUse time.Time) (day time.Time, binds bool) {
	switch {
	case w.noticeTo == "-":
		return w.end, !w.end.IsZero()
	case w.given.IsZero() && !w.end.Before(lastUse):
		return w.end, true
	case w.given.IsZero():
		return w.runsTo(lastUse), true
	}
	ends := plusMonths(w.given, w.noticeMonths)
	if w.given.Equal(lastDay(w.given.Year(), w.given.Month())) {
		ends = lastDay(ends.Year(), ends.Month())
	}
	if ends = w.runsTo(ends); ends.Before(w.end) {
		ends = w.end
	}
	return ends, true
}

// walk counts the months of a year by year that are paid of a contract for some of its
// systems, and those of them that lie after the use.
func (w *written) walk(systems []string, all []written, live map[string]time.Time) (paid, late map[int]int) {
	used := func(systems []string, on time.Time) bool {
		return slices.ContainsFunc(systems, func(s string) bool { return on.Before(live[s]) })
	}
	lastUse := func(systems []string) (last time.Time) {
		for _, s := range systems {
			if day := live[s].AddDate(0, 0, -1); day.After(last) {
				last = day
			}
		}
		return last
	}
	ends, bound := w.binds(lastUse(w.systems))
	if w.noticeTo != "-" && w.given.IsZero() && len(systems) < len(w.systems) { // a share ends with its own use
		ends, bound = w.end, !w.end.IsZero()
	}
	going, until := systems, first(9999, time.January)
	// The contract ends in a month before the last of use, not by a notice that waits for that.
	if early := bound && ends.Before(lastUse(systems)) && !first(ends.Year(), ends.Month()+1).After(lastUse(systems)); early && (w.noticeTo == "-" || !w.given.IsZero()) {
		var left []string
		takeover := time.Time{}
		for _, s := range systems {
			taken := until
			for i := range all {
				begins := first(all[i].start.Year(), all[i].start.Month())
				if q := &all[i]; q.id != w.id && !begins.Before(first(ends.Year(), ends.Month())) && slices.Contains(q.systems, s) && begins.Before(taken) {
					taken = begins
				}
			}
			if taken.Equal(until) {
				left = append(left, s)
			} else if taken.After(takeover) {
				takeover = taken
			}
		}
		if len(left) == 0 {
			until = takeover
		} else {
			going = left
		}
	}
	paid, late = map[int]int{}, map[int]int{}
	every := map[string]int{"month": 1, "quarter": 3, "halfYear": 6, "year": 12}[w.paid]
	months(2014, 2021, func(year int, begin, this time.Time) {
		if this.Before(first(w.start.Year(), w.start.Month())) || !this.Before(until) || !used(going, begin) && (!bound || begin.After(ends)) {
			return
		}
		paid[year]++
		if !used(going, this) {
			late[year]++
		}
	}, every)
	return paid, late
}

// anyContract draws the terms of a contract: a term, notice that was given or that is still to be,
// to each end that it may run to.
func anyContract(t *rapid.T, id string, systems ...string) written {
	day := func(what string) time.Time {
		return first(2015, time.March).AddDate(0, 0, rapid.IntRange(0, 900).Draw(t, id+" "+what))
	}
	w := written{
		id: id, systems: systems, noticeTo: "-", amount: rapid.Int64Range(0, 5_000_000).Draw(t, id),
		paid: rapid.SampledFrom([]string{"month", "quarter", "halfYear", "year"}).Draw(t, id+" paid"),
	}
	if rapid.Bool().Draw(t, id+" has a term") {
		w.end = day("ends")
	}
	if rapid.Bool().Draw(t, id+" has notice") {
		w.noticeTo = rapid.SampledFrom([]string{"", "month", "quarter", "year", "anniversary"}).Draw(t, id+" to")
		w.noticeMonths = rapid.IntRange(0, 6).Draw(t, id+" months")
		w.start = time.Date(2009, time.March, 15, 0, 0, 0, 0, time.UTC)
		if rapid.Bool().Draw(t, id+" is given notice") {
			w.given = day("given")
		}
	}
	return w
}

// Month by month over what the plan says, by nothing but dates: a contract of two systems, whole
// or with shares, one of a single system, an older one beside it, and one that begins later.
func TestContractsOfAnyKindArePaidAsAWalkOverThePlanPays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		live := map[string]time.Time{}
		for _, system := range []string{"kmd-dagpenge", "kmd-aktiv"} {
			live[system] = time.Date(2016, time.January, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 700).Draw(t, system))
		}
		both, one, older := anyContract(t, "both", "kmd-dagpenge", "kmd-aktiv"), anyContract(t, "one", "kmd-dagpenge"), anyContract(t, "older", "kmd-dagpenge")
		if rapid.Bool().Draw(t, "shares") {
			tenths := rapid.Int64Range(1, 9).Draw(t, "tenths")
			both.shares = map[string]int64{"kmd-dagpenge": tenths, "kmd-aktiv": 10 - tenths}
		}
		one.start, older.start = first(2011, time.May).AddDate(0, 0, 9), first(2008, time.February)
		all := []written{both, one, older}
		for _, system := range []string{"kmd-dagpenge", "kmd-aktiv"} {
			if rapid.Bool().Draw(t, "another on "+system) {
				then := anyContract(t, "then-"+system, system)
				then.start = first(2015, time.March).AddDate(0, 0, rapid.IntRange(0, 900).Draw(t, "then begins"))
				if !then.end.IsZero() {
					then.end = then.start.AddDate(0, 0, 400)
				}
				if !then.given.IsZero() {
					then.given = then.start.AddDate(0, 0, 100)
				}
				all = append(all, then)
			}
		}
		document := fmt.Sprintf("asOf: 2015-01-05\nprojects: {ksd: {goLive: %s}, ky: {goLive: %s}}\ncontracts:\n",
			live["kmd-dagpenge"].Format(time.DateOnly), live["kmd-aktiv"].Format(time.DateOnly))
		for i := range all {
			document += all[i].String()
		}
		c := costsOf(t, document, terms())
		want, unused := map[int]decimal.Decimal{}, map[int]decimal.Decimal{} // up to the end of each year
		count := func(w *written, systems []string, yearly decimal.Decimal) {
			paid, late := w.walk(systems, all, live)
			months, overlap := 0, 0
			for year := 2014; year <= 2021; year++ {
				months, overlap = months+paid[year], overlap+late[year]
				want[year] = want[year].Add(ofMonths(yearly, months))
				unused[year] = unused[year].Add(ofMonths(yearly, months).Sub(ofMonths(yearly, months-overlap)))
			}
		}
		for i := range all {
			w, amount := &all[i], decimal.NewFromInt(all[i].amount)
			if w.shares == nil {
				count(w, w.systems, amount)
				continue
			}
			for _, system := range w.systems {
				count(w, []string{system}, amount.Mul(decimal.New(w.shares[system], -1)))
			}
		}
		var old, over drejebog.Kroner
		for year := 2014; year <= min(2021, c.Years()[len(c.Years())-1]); year++ {
			for i := range c.Rows {
				if r := &c.Rows[i]; r.Year == year {
					old, over = old.Add(r.Old), over.Add(r.Overlap)
				}
			}
			require.Equal(t, want[year].StringFixed(2), old.Decimal().StringFixed(2), "%s up to %d", document, year)
			require.Equal(t, unused[year].StringFixed(2), over.Decimal().StringFixed(2), "%s up to %d", document, year)
		}
	})
}
