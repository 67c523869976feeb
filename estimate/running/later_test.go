package running_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// rollOut are the go-lives of what takes the place of each legacy system, and contracts of
// every kind on them.
type rollOut struct {
	lives     map[string]date.Date
	contracts string
}

func (r *rollOut) document() string {
	var projects []string
	for _, id := range []string{"ky", "ksd", "sapa"} {
		projects = append(projects, fmt.Sprintf("%s: {goLive: %s}", id, r.lives[id]))
	}
	return "asOf: 2015-01-05\nprojects: {" + strings.Join(projects, ", ") + "}\ncontracts:\n" + r.contracts
}

// drawRollOut draws one in which a contract that takes over costs no less than least a year.
func drawRollOut(t *rapid.T, least int) *rollOut {
	r := &rollOut{lives: map[string]date.Date{}}
	for _, id := range []string{"ky", "ksd", "sapa"} {
		r.lives[id] = date.New(2015, time.June, 1) + date.Date(rapid.IntRange(0, 900).Draw(t, id))
	}
	terms := func(name string) string {
		day := func(what string) date.Date {
			return date.New(2015, time.March, 1) + date.Date(rapid.IntRange(0, 900).Draw(t, name+" "+what))
		}
		said := []string{", paid: " + rapid.SampledFrom([]string{"month", "quarter", "halfYear", "year"}).Draw(t, name+" paid")}
		said[0] = fmt.Sprintf(", payment: {amount: %d%s%%s}", rapid.IntRange(0, 5_000_000).Draw(t, name+" amount"), said[0])
		if rapid.Bool().Draw(t, name+" ends") {
			said = append(said, ", end: "+day("end").String())
		}
		if rapid.Bool().Draw(t, name+" has notice") {
			to := rapid.SampledFrom([]string{"month", "quarter", "year", "anniversary"}).Draw(t, name+" to")
			said = append(said, fmt.Sprintf(", noticeMonths: %d, noticeTo: %s", rapid.IntRange(0, 12).Draw(t, name+" notice"), to), ", start: 2009-03-15")
			if rapid.Bool().Draw(t, name+" is given notice") {
				said = append(said, ", noticeGiven: "+day("given").String())
			}
		}
		return strings.Join(said, "")
	}
	shares := ""
	if rapid.Bool().Draw(t, "shares") {
		shares = ", shares: {kmd-aktiv: 0.7, kmd-dagpenge: 0.3}"
	}
	r.contracts = "  both: {name: Begge, systems: [kmd-aktiv, kmd-dagpenge]" + fmt.Sprintf(terms("both"), shares) + "}\n"
	r.contracts += "  one: {name: Dagpenge, systems: [kmd-dagpenge]" + fmt.Sprintf(terms("one"), "") + "}\n"
	r.contracts += "  sag: {name: Sag, systems: [kmd-sag]" + fmt.Sprintf(terms("sag"), "") + "}\n"
	if rapid.Bool().Draw(t, "another") {
		start := date.New(2015, time.March, 1) + date.Date(rapid.IntRange(0, 900).Draw(t, "start"))
		r.contracts += fmt.Sprintf("  then: {name: Ny, systems: [kmd-dagpenge], start: %s, payment: {amount: %d}}\n", start, rapid.IntRange(least, least+5_000_000).Draw(t, "then"))
	}
	return r
}

// rules are those of later years, from the first day on: KMD Sag's price falls as others
// end, and nobody pays for KMD Dagpenge and its replacement at once from 2016 on.
func rules() running.Terms {
	with, published := terms(), date.New(2014, time.January, 1)
	from := drejebog.Provenance{Published: &published, Certainty: drejebog.Implied}
	with.Falls = []running.Fall{{System: "kmd-sag", When: "end", Of: []string{"kmd-aktiv", "kmd-dagpenge"}, Share: decimal.New(8, -2), Provenance: from}}
	with.Exclusive = []running.Exclusive{{System: "kmd-dagpenge", From: date.New(2016, time.January, 1), Provenance: from}}
	return with
}

// A fall is told as uncounted just where stating shares would count it.
func TestAFallIsToldWhereSharesWouldLowerWhatIsPaid(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		r := drawRollOut(t, 0)
		amount, ends := rapid.IntRange(0, 2).Draw(t, "of three"), ""
		if rapid.Bool().Draw(t, "of three end") {
			ends = fmt.Sprintf(", end: 201%d-06-30", rapid.IntRange(5, 8).Draw(t, "year"))
		}
		three := "  three: {name: Tre, systems: [kmd-sag, kmd-aktiv, kmd-dagpenge]" + ends + ", payment: {amount: %d%s}}\n"
		document := r.document()
		whole := costsOf(t, document+fmt.Sprintf(three, 90_000*amount, ""), rules())
		parts := costsOf(t, document+fmt.Sprintf(three, 90_000*amount, ", shares: {kmd-sag: 0.5, kmd-aktiv: 0.3, kmd-dagpenge: 0.2}"), rules())
		lowered := false
		for i := range parts.Payments {
			p := &parts.Payments[i]
			for k := range parts.Falls {
				f := &parts.Falls[k]
				lowered = lowered || p.Contract == "three" && f.Lowers(p) && max(f.From, p.From) < p.End && p.Stated.Sign() > 0
			}
		}
		got := slices.Contains(codesOf(whole.Findings), "DB-457")
		require.Equal(t, lowered, got, document)
		if got {
			told++
		}
	})
	require.Positive(t, told)
}

// Whatever the contracts, what is paid for the legacy systems until the end of any year is
// no less when one of the new systems comes later, if a contract that takes over then is no
// cheaper than what it takes over from.
func TestALaterGoLiveNeverLowersWhatIsPaidWhereWhatTakesOverIsDearer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRollOut(t, 10_000_000)
		document, before := r.document(), costsOf(t, r.document(), rules())
		which := rapid.SampledFrom([]string{"ky", "ksd", "sapa"}).Draw(t, "which")
		r.lives[which] += date.Date(rapid.IntRange(1, 500).Draw(t, "later"))
		after := costsOf(t, r.document(), rules())
		for year := 2015; year < 2025; year++ {
			month := running.January(year)
			require.LessOrEqual(t, before.Until(month).Cmp(after.Until(month)), 0, "%s until %d, %s on %s", document, year, which, r.lives[which])
		}
	})
}

// Nothing is paid back, nothing saved is less than nothing, and overlap is part of what is
// paid, in each year.
func TestOverlapIsPartOfWhatIsPaidUnderAnyContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := costsOf(t, drawRollOut(t, 0).document(), rules())
		for i := range c.Rows {
			r := &c.Rows[i]
			require.GreaterOrEqual(t, r.Old.Sign(), 0)
			require.GreaterOrEqual(t, r.Saving.Sign(), 0)
			require.GreaterOrEqual(t, r.Overlap.Sign(), 0)
			require.LessOrEqual(t, r.Overlap.Cmp(r.Old), 0)
		}
	})
}
