package running_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type fatal interface {
	require.TestingT
	Helper()
}

// terms are those of 2013's prices, from 2014 to 2018 at least.
func terms() running.Terms { return running.Terms{First: 2014, Last: 2018, Stated: 2013, Level: 2013} }

func planOf(t fatal, document string) *plan.Plan {
	t.Helper()
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+document))
	require.NotNil(t, p, "%v", findings)
	for _, f := range findings {
		require.NotEqual(t, drejebog.SeverityError, f.Severity, "%s\n%s", f.Text.EN, document)
	}
	return p
}

func costsOf(t fatal, document string, with running.Terms) *running.Costs {
	t.Helper()
	sched, err := timeline.Compute(booktest.Book(t), planOf(t, document))
	require.NoError(t, err)
	return running.Of(sched, with)
}

// told are a system's rows as text: "2016 900000.00 - 825000.00 0.00" is year, old, new,
// overlap and saving.
func told(c *running.Costs, system string) []string {
	var rows []string
	for i := range c.Rows {
		r := &c.Rows[i]
		if r.System != system {
			continue
		}
		replacement := "-"
		if r.New != nil {
			replacement = r.New.Decimal().StringFixed(0)
		}
		rows = append(rows, fmt.Sprintf("%d %s %s %s %s", r.Year, r.Old.Decimal().StringFixed(0), replacement, r.Overlap.Decimal().StringFixed(0), r.Saving.Decimal().StringFixed(0)))
	}
	return rows
}

func codesOf(findings []drejebog.Finding) []string {
	var codes []string
	for i := range findings {
		codes = append(codes, findings[i].Code)
	}
	return codes
}

// Bound to 31 March 2017 at 900,000 a year, 75,000 a month, and live on 1 February 2016:
// the last use is in January. February to December 2016 are 11 months, 825,000, and
// January to March 2017 are 3 months, 225,000: 1,050,000 in all.
func TestWhatIsPaidAfterTheLastUseIsOverlapAndNothingIsSavedBeforeTheContractEnds(t *testing.T) {
	c := costsOf(t, `projects: {ksd: {goLive: 2016-02-01}}
contracts: {dp: {name: Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, payment: {amount: 900000}}}
`, terms())
	assert.Equal(t, 2013, c.Level)
	assert.Equal(t, []string{
		"2014 900000 - 0 0", "2015 900000 - 0 0", "2016 900000 - 825000 0", "2017 225000 - 225000 675000", "2018 0 - 0 900000",
	}, told(c, "kmd-dagpenge"))
	assert.Equal(t, []string{"kmd-aktiv", "kmd-sag"}, c.Unstated)
	assert.Equal(t, drejebog.Stated, c.Rows[0].Certainty, "the plan's word, and nothing has changed yet")
	assert.Equal(t, drejebog.Assumed, c.Rows[3].Certainty, "the last use is")
}

// All by 60,000 a year, 5,000 a month, with a go-live on 1 February 2016 where nothing
// else is said: the last month of use is January 2016.
func TestEachContractIsPaidByItsTerms(t *testing.T) {
	for name, c := range map[string]struct {
		projects, contracts string
		year                int
		want                string // of the year
		codes               []string
	}{
		"no term": {contracts: `a: {name: A, systems: [kmd-dagpenge], payment: {amount: 60000}}`, year: 2016, want: "2016 5000 - 0 55000"},
		"by the quarter": { // January to March are paid whole
			contracts: `a: {name: A, systems: [kmd-dagpenge], payment: {amount: 60000, paid: quarter}}`, year: 2016, want: "2016 15000 - 10000 45000",
		},
		"by the half year": {contracts: `a: {name: A, systems: [kmd-dagpenge], payment: {amount: 60000, paid: halfYear}}`, year: 2016, want: "2016 30000 - 25000 30000"},
		"by the year":      {contracts: `a: {name: A, systems: [kmd-dagpenge], payment: {amount: 60000, paid: year}}`, year: 2016, want: "2016 60000 - 55000 0"},
		"notice to the end of a quarter": { // six months and two weeks end in July, in the third quarter
			contracts: `a: {name: A, systems: [kmd-dagpenge], noticeMonths: 6, noticeTo: quarter, noticeGiven: 2016-01-15, payment: {amount: 60000}}`,
			year:      2016, want: "2016 45000 - 40000 15000",
		},
		"late notice": { // given on 30 October for 30 April
			contracts: `a: {name: A, systems: [kmd-dagpenge], noticeMonths: 6, noticeTo: month, noticeGiven: 2015-10-30, payment: {amount: 60000}}`,
			year:      2016, want: "2016 20000 - 15000 40000",
		},
		"a started month is one of use": { // live on 10 February
			projects:  "{ksd: {goLive: 2016-02-10}}",
			contracts: `a: {name: A, systems: [kmd-dagpenge], payment: {amount: 60000}}`, year: 2016, want: "2016 10000 - 0 50000",
		},
		"ends before the last use": { // and goes on at the same price
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2015-10-31, payment: {amount: 60000}}`, year: 2015, want: "2015 60000 - 0 0", codes: []string{"DB-447"},
		},
		"extended by another contract": { // at twice the price from November on: ten months of 5,000 and two of 10,000
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2015-11-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2015, want: "2015 70000 - 0 0",
		},
		"extended by another contract, its end": { // January to April, of which three are overlap
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2015-11-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2016, want: "2016 40000 - 30000 80000",
		},
		"a gap before another contract": { // paid as it was in November and December, and the other from January
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2016-01-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2015, want: "2015 60000 - 0 0", codes: []string{"DB-447"},
		},
		"another contract that begins in the last month": { // October is paid once, to the other: nine months of 5,000 and three of 10,000
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2015-10-16, end: 2016-04-30, payment: {amount: 120000}}`, year: 2015, want: "2015 75000 - 0 0",
		},
		"another contract while the first binds": { // from July both are paid: 60,000 and six months of 10,000
			contracts: `a: {name: A, systems: [kmd-dagpenge], end: 2016-04-30, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2015-07-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2015, want: "2015 120000 - 0 0", codes: []string{"DB-430"},
		},
		"an older contract beside it": { // nobody says that it covers the same: 60,000, from November on by assumption, and 120,000
			contracts: `a: {name: A, systems: [kmd-dagpenge], start: 2014-01-01, end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2010-01-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2015, want: "2015 180000 - 0 0", codes: []string{"DB-447"},
		},
		"an older contract beside it, its end": { // one month of 5,000, and January to April of 10,000
			contracts: `a: {name: A, systems: [kmd-dagpenge], start: 2014-01-01, end: 2015-10-31, payment: {amount: 60000}}
  b: {name: B, systems: [kmd-dagpenge], start: 2010-01-01, end: 2016-04-30, payment: {amount: 120000}}`, year: 2016, want: "2016 45000 - 30000 135000", codes: []string{"DB-447"},
		},
		"two systems paid whole until the last ends": { // KMD Aktiv in September
			projects:  "{ksd: {goLive: 2016-02-01}, ky: {goLive: 2015-10-01}}",
			contracts: `a: {name: A, systems: [kmd-aktiv, kmd-dagpenge], payment: {amount: 60000}}`, year: 2015, want: "2015 60000 - 0 0",
		},
		"two systems with shares": { // a quarter of it is KMD Dagpenge's
			projects:  "{ksd: {goLive: 2016-02-01}, ky: {goLive: 2015-10-01}}",
			contracts: `a: {name: A, systems: [kmd-aktiv, kmd-dagpenge], payment: {amount: 240000, shares: {kmd-aktiv: 0.75, kmd-dagpenge: 0.25}}}`,
			year:      2016, want: "2016 5000 - 0 55000",
		},
	} {
		t.Run(name, func(t *testing.T) {
			projects := c.projects
			if projects == "" {
				projects = "{ksd: {goLive: 2016-02-01}}"
			}
			got := costsOf(t, "projects: "+projects+"\ncontracts:\n  "+c.contracts+"\n", terms())
			assert.Contains(t, told(got, "kmd-dagpenge"), c.want)
			assert.Equal(t, c.codes, codesOf(got.Findings))
		})
	}
}

// A joint contract of 120,000 a year, 10,000 a month, that ends in June 2015 and is
// followed by one for each of its systems, of 60,000 and 36,000: six months of 10,000, and
// six of 5,000 and 3,000.
func TestAJointContractThatIsSplitIsNotPaidBesideItsParts(t *testing.T) {
	const joint = "projects: {ksd: {goLive: 2016-02-01}, ky: {goLive: 2016-02-01}}\ncontracts:\n  a: {name: A, systems: [kmd-aktiv, kmd-dagpenge], end: 2015-06-30, payment: {amount: 120000}}\n"
	sums := func(document string) (old string, codes []string) {
		c := costsOf(t, document, terms())
		var sum drejebog.Kroner
		for i := range c.Rows {
			if c.Rows[i].Year == 2015 {
				sum = sum.Add(c.Rows[i].Old)
			}
		}
		return sum.Decimal().StringFixed(0), codesOf(c.Findings)
	}
	const aktiv = "  b: {name: B, systems: [kmd-aktiv], start: 2015-07-01, payment: {amount: 60000}}\n"
	old, codes := sums(joint + aktiv + "  c: {name: C, systems: [kmd-dagpenge], start: 2015-07-01, payment: {amount: 36000}}\n")
	assert.Equal(t, "108000", old)
	assert.Empty(t, codes)
	old, codes = sums(joint + aktiv) // KMD Dagpenge is paid for as it was: 120,000 and six months of 5,000
	assert.Equal(t, "150000", old)
	assert.Equal(t, []string{"DB-447", "DB-430"}, codes, "KMD Aktiv is in both")
	old, codes = sums(joint + aktiv + "  c: {name: C, systems: [kmd-dagpenge], start: 2015-10-01, payment: {amount: 36000}}\n") // for three months more: 90,000, 30,000 and 9,000
	assert.Equal(t, "129000", old)
	assert.Equal(t, []string{"DB-447", "DB-430"}, codes, "for three months the joint contract and that on KMD Aktiv")
}

func TestASystemWithAShareEndsWithItsOwnUse(t *testing.T) {
	c := costsOf(t, `projects: {ksd: {goLive: 2016-02-01}, ky: {goLive: 2015-10-01}}
contracts: {a: {name: A, systems: [kmd-aktiv, kmd-dagpenge], payment: {amount: 240000, shares: {kmd-aktiv: 0.75, kmd-dagpenge: 0.25}}}}
`, terms())
	assert.Equal(t, "2015 135000 - 0 45000", told(c, "kmd-aktiv")[1], "nine months of 15,000")
}

func TestANewSystemIsPaidFromItsGoLiveOrFromADayOfItsOwn(t *testing.T) {
	document := `projects: {ksd: {goLive: 2016-02-10}}
businessCase: {prices: {ksd: 120000, serviceplatformen: 12000}%s}
`
	c := costsOf(t, fmt.Sprintf(document, ""), terms())
	assert.Equal(t, "2016 0 110000 0 0", told(c, "kmd-dagpenge")[2], "from February")
	assert.NotEmpty(t, told(c, "serviceplatformen"), "one that takes no old system's place")
	c = costsOf(t, fmt.Sprintf(document, ", pricesFrom: {ksd: 2016-11-01}"), terms())
	assert.Equal(t, "2016 0 20000 0 0", told(c, "kmd-dagpenge")[2])
	c = costsOf(t, "projects: {ksd: {goLive: ukendt}}\nbusinessCase: {prices: {ksd: 120000}}\n", terms())
	assert.Equal(t, "2016 0 - 0 0", told(c, "kmd-dagpenge")[2], "nobody knows from when")
}

func TestASystemThatNobodyKnowsTheEndOfIsPaidFor(t *testing.T) {
	c := costsOf(t, "projects: {ksd: {goLive: ukendt}}\ncontracts: {a: {name: A, systems: [kmd-dagpenge], end: 2015-12-31, payment: {amount: 60000}}}\n", terms())
	assert.Equal(t, []string{"2014 60000 - 0 0", "2015 60000 - 0 0", "2016 60000 - 0 0", "2017 60000 - 0 0", "2018 60000 - 0 0"}, told(c, "kmd-dagpenge"))
	assert.Equal(t, drejebog.Assumed, c.Rows[4].Certainty)
}

// Rules of their day: as of 2021, live on 1 May 2020 and bound to the end of the year at
// 60,000 a year. Without the rule eight months are overlap.
func TestNobodyPaysForBothSystemsWhereARuleSaysSo(t *testing.T) {
	published := date.New(2020, time.January, 1)
	with := running.Terms{First: 2019, Last: 2021, Stated: 2013, Level: 2013, Exclusive: []running.Exclusive{{
		System: "kmd-dagpenge", From: published, Provenance: drejebog.Provenance{Published: &published, Certainty: drejebog.Implied},
	}}}
	document := "asOf: %s\nprojects: {ksd: {goLive: 2020-05-01}}\ncontracts: {a: {name: A, systems: [kmd-dagpenge], end: 2020-12-31, payment: {amount: 60000}}}\n"
	c := costsOf(t, fmt.Sprintf(document, "2020-01-01"), with)
	assert.Equal(t, "2020 20000 - 0 40000", told(c, "kmd-dagpenge")[1])
	assert.Equal(t, []string{"DB-448"}, codesOf(c.Findings))
	c = costsOf(t, fmt.Sprintf(document, "2019-12-31"), with)
	assert.Equal(t, "2020 60000 - 40000 0", told(c, "kmd-dagpenge")[1])
	assert.Empty(t, c.Findings)
}

// 8 % of 120,000 a year, 9,600, for each of two systems, of one of them from October.
func TestAPriceFallsByARuleFromTheEndOfAnotherSystem(t *testing.T) {
	published := date.New(2014, time.January, 1)
	with := terms()
	fall := running.Fall{System: "kmd-sag", When: "end", Of: []string{"kmd-aktiv"}, Share: decimal.New(8, -2), Provenance: drejebog.Provenance{Published: &published, Certainty: drejebog.Implied}}
	unknown := fall
	unknown.When = "unknown"
	with.Falls = []running.Fall{fall, unknown}
	c := costsOf(t, "projects: {ky: {goLive: 2015-10-01}, sapa: {goLive: 2017-01-01}}\ncontracts: {s: {name: S, systems: [kmd-sag], payment: {amount: 120000}}}\n", with)
	rows := told(c, "kmd-sag")
	assert.Equal(t, "2015 117600 - 0 2400", rows[1])
	assert.Equal(t, "2016 110400 - 0 9600", rows[2])
}

// 8 % of KMD Sag's price: of 120,000 for it and KMD Aktiv nobody knows what is its, and the
// whole is paid until KMD Sag ends; of six tenths, 72,000, it is 5,760.
func TestAPriceFallsOnlyWhereItIsKnown(t *testing.T) {
	published := date.New(2014, time.January, 1)
	with := terms()
	with.Falls = []running.Fall{{System: "kmd-sag", When: "end", Of: []string{"kmd-aktiv"}, Share: decimal.New(8, -2), Provenance: drejebog.Provenance{Published: &published, Certainty: drejebog.Implied}}}
	for shares, want := range map[string]string{"": "2016 120000 - 0 0", ", shares: {kmd-sag: 0.6, kmd-aktiv: 0.4}": "2016 66240 - 0 5760"} {
		c := costsOf(t, "projects: {ky: {goLive: 2015-10-01}, sapa: {goLive: 2017-01-01}}\ncontracts: {s: {name: S, systems: [kmd-sag, kmd-aktiv], payment: {amount: 120000"+shares+"}}}\n", with)
		assert.Equal(t, want, told(c, "kmd-sag")[2], shares)
		assert.Equal(t, shares == "", slices.ContainsFunc(c.Findings, func(f drejebog.Finding) bool { return f.Code == "DB-457" }), shares)
	}
}

// What is told is paid for after one of the others is out, and for KMD Sag among others:
// the contract that ends in June 2015, before any is, is not.
func TestAFallThatIsNotCountedIsToldOnceForEachContract(t *testing.T) {
	with := rules()
	for contracts, want := range map[string][]string{
		"s: {name: S, systems: [kmd-sag, kmd-aktiv, kmd-dagpenge], payment: {amount: 120000}}": {"contracts.s.payment.amount"},
		"s: {name: S, systems: [kmd-sag], payment: {amount: 120000}}":                          nil,
		"s: {name: S, systems: [kmd-aktiv, kmd-dagpenge], payment: {amount: 120000}}":          nil,
		"s: {name: S, systems: [kmd-sag, kmd-aktiv], end: 2015-06-30, payment: {amount: 120000}}, " +
			"n: {name: N, systems: [kmd-sag, kmd-aktiv], start: 2015-07-01, payment: {amount: 120000}}": {"contracts.n.payment.amount"},
	} {
		c := costsOf(t, "projects: {ky: {goLive: 2015-10-01}, ksd: {goLive: 2016-02-01}, sapa: {goLive: 2017-01-01}}\ncontracts: {"+contracts+"}\n", with)
		var got []string
		for i := range c.Findings {
			if f := &c.Findings[i]; f.Code == "DB-457" {
				got = append(got, f.Subject)
				assert.Contains(t, f.Text.DA, "KMD Sag bliver 8 % billigere")
			}
		}
		assert.Equal(t, want, got, contracts)
	}
}

func TestNoSumMixesPriceLevels(t *testing.T) {
	with := terms()
	with.Level, with.AsStated = 2014, true
	with.Carry = func(amount drejebog.Kroner, from, to int) (drejebog.Kroner, drejebog.Certainty) {
		return amount.Mul(decimal.New(102, -2)), drejebog.Assumed // from 2013 to 2014
	}
	one := "contracts: {a: {name: A, systems: [kmd-sag], payment: {amount: 60000}}"
	c := costsOf(t, one+"}\n", with)
	assert.Equal(t, 2013, c.Level, "all is stated at one level, and no index is known")
	assert.Equal(t, "2014 60000 - 0 0", told(c, "kmd-sag")[0])
	c = costsOf(t, one+", b: {name: B, systems: [kmd-sag], payment: {amount: 40000, priceLevel: 2014-01-01}}}\n", with)
	assert.Equal(t, 2014, c.Level)
	assert.Equal(t, "2014 101200 - 0 0", told(c, "kmd-sag")[0])
	assert.Equal(t, drejebog.Assumed, c.Rows[0].Certainty)
	c = costsOf(t, one+"}\nbusinessCase: {prices: {sapa: 12000}}\n", with)
	assert.Equal(t, 2014, c.Level, "the new price is of 2014")
}

// drawn is a random contract on one system, and its go-live.
type drawn struct {
	amount int64 // kroner a year
	every  int   // months of a period
	goLive date.Date
	end    *date.Date
}

func draw(t *rapid.T) drawn {
	d := drawn{
		amount: rapid.Int64Range(0, 5_000_000).Draw(t, "amount"),
		every:  rapid.SampledFrom([]int{1, 3, 6, 12}).Draw(t, "every"),
		goLive: date.New(2015, time.June, 1) + date.Date(rapid.IntRange(0, 900).Draw(t, "goLive")),
	}
	if rapid.Bool().Draw(t, "bound") {
		end := date.New(2015, time.March, 1) + date.Date(rapid.IntRange(0, 1200).Draw(t, "end"))
		d.end = &end
	}
	return d
}

func (d *drawn) document() string {
	end := ""
	if d.end != nil {
		end = ", end: " + d.end.String()
	}
	paid := map[int]string{1: "month", 3: "quarter", 6: "halfYear", 12: "year"}[d.every]
	return fmt.Sprintf("asOf: 2015-01-05\nprojects: {ksd: {goLive: %s}}\ncontracts: {a: {name: A, systems: [kmd-dagpenge]%s, payment: {amount: %d, paid: %s}}}\n", d.goLive, end, d.amount, paid)
}

// walked is what is paid and what of it is overlap by year, day by day and month by month
// over the plan as it is written: a month is paid where a day of it lies before the
// go-live or within the contract's term, or where its period has such a month.
func (d *drawn) walked(first, last int) (paid, overlap map[int]int) {
	used := func(m time.Time) bool {
		return m.Before(time.Date(d.goLive.Year(), d.goLive.Month(), d.goLive.Day(), 0, 0, 0, 0, time.UTC))
	}
	bound := func(m time.Time) bool {
		return d.end != nil && !m.After(time.Date(d.end.Year(), d.end.Month(), d.end.Day(), 0, 0, 0, 0, time.UTC))
	}
	paid, overlap = map[int]int{}, map[int]int{}
	for year := first; year <= last; year++ {
		for month := 0; month < 12; month++ {
			begin := time.Date(year, time.Month(month/d.every*d.every+1), 1, 0, 0, 0, 0, time.UTC)
			this := time.Date(year, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC)
			if !used(begin) && !bound(begin) {
				continue
			}
			paid[year]++
			if !used(this) {
				overlap[year]++
			}
		}
	}
	return paid, overlap
}

func TestEveryMonthThatIsPaidCountsOnceInItsYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		c := costsOf(t, d.document(), terms())
		paid, overlap := d.walked(2014, 2020)
		of := func(n int) decimal.Decimal { return ofMonths(decimal.NewFromInt(d.amount), n) }
		months := func(n int) string { return of(n).StringFixed(2) }
		sum, late := 0, 0
		var old, over, saved drejebog.Kroner
		for i := range c.Rows {
			r := &c.Rows[i]
			sum, late = sum+paid[r.Year], late+overlap[r.Year]
			old, over, saved = old.Add(r.Old), over.Add(r.Overlap), saved.Add(r.Saving)
			require.Equal(t, months(sum), old.Decimal().StringFixed(2), "%s up to %d", d.document(), r.Year)
			require.Equal(t, of(sum).Sub(of(sum-late)).StringFixed(2), over.Decimal().StringFixed(2), "%s up to %d", d.document(), r.Year)
			require.Equal(t, months(12*(i+1)), old.Add(saved).Decimal().StringFixed(2), "what is paid and saved is what it would cost")
		}
	})
}

func TestALaterGoLiveNeverLowersWhatTheReplacedSystemCosts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		before := costsOf(t, d.document(), terms())
		d.goLive += date.Date(rapid.IntRange(1, 500).Draw(t, "later"))
		after := costsOf(t, d.document(), terms())
		for year := 2015; year < 2025; year++ {
			month := running.January(year)
			require.LessOrEqual(t, before.Until(month).Cmp(after.Until(month)), 0, "%s until %d", d.document(), year)
		}
	})
}

// A price of 2013 at 1,000,000 is 1,020,000 in 2014's where prices rise by 2 %.
func TestAPriceOfANewSystemHasAPriceLevelOfItsOwn(t *testing.T) {
	terms := running.Terms{First: 2016, Last: 2016, Stated: 2013, Level: 2014, Carry: func(amount drejebog.Kroner, from, to int) (drejebog.Kroner, drejebog.Certainty) {
		require.Equal(t, []int{2013, 2014}, []int{from, to})
		return amount.Mul(decimal.RequireFromString("1.02")), drejebog.Implied
	}}
	for level, want := range map[string]string{"": "1000000.00", ", priceLevel: 2013-01-01": "1020000.00", ", priceLevel: 2014-06-01": "1000000.00"} {
		p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader(
			"kommune: Vejen\nbusinessCase: {prices: {ky: 1000000}, pricesFrom: {ky: 2016-01-01}"+level+"}\n"))
		require.NotNil(t, p, "%v", findings)
		sched, err := timeline.Compute(booktest.Book(t), p)
		require.NoError(t, err)
		rows := running.Of(sched, terms).Rows
		require.NotEmpty(t, rows, level)
		require.Equal(t, want, rows[0].New.Decimal().StringFixed(2), level)
	}
}
