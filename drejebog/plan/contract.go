package plan

import (
	"reflect"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Contract is an IT contract that the kommune has. Without a notice period it
// ends on its last day; with one it goes on until notice is given, and ends no
// earlier than its last day.
type Contract struct {
	Name         string     `yaml:"name,required"`
	Supplier     string     `yaml:"supplier"`
	Systems      []string   `yaml:"systems" plan:"of=system most=20"` // ids of the legacy systems that it is for: "kmd-sag"; none: it is for others
	Payment      *Payment   `yaml:"payment"`                          // what it costs; nil: not stated
	NonTSA       bool       `yaml:"nonTSA"`                           // on a KMD system that the transition agreement of 5.5 leaves out
	SagTerms     SagTerms   `yaml:"sagTerms"`                         // of one with NonTSA: whether it regulates the use of KMD Sag's functions; zero: not known
	Start        *date.Date `yaml:"start" plan:"deal"`
	End          *date.Date `yaml:"end" plan:"deal"`                             // last day of the term that is agreed
	NoticeMonths *int       `yaml:"noticeMonths" plan:"0..120" unit:"months"`    // whole calendar months
	NoticeTo     NoticeEnd  `yaml:"noticeTo" plan:"named=notice-end unsaid=day"` // which day a notice runs to; zero: the day that the months end on
	SpecialTerms string     `yaml:"specialTerms"`
	NoticeGiven  *date.Date `yaml:"noticeGiven" plan:"deal"` // the day that notice was, or will be, given
	Note         string     `yaml:"note"`
}

// IsPaymentOnly reports whether the plan says no more of the contract than what is
// paid and for which systems: nothing that notice of it goes by.
func (c *Contract) IsPaymentOnly() bool {
	rest := *c
	rest.Name, rest.Systems, rest.Payment, rest.Note = "", nil, nil, ""
	return c.Payment != nil && reflect.ValueOf(rest).IsZero()
}

// NoticeEnd is the day that a notice runs to after its months.
type NoticeEnd uint8

// The ends. The zero value is the day itself.
const (
	ToMonthEnd NoticeEnd = iota + 1
	ToQuarterEnd
	ToYearEnd
	ToAnniversary // the last day of a year of the contract, which else is renewed for one more
)

var noticeEndNames = [...]string{ToMonthEnd: "month", ToQuarterEnd: "quarter", ToYearEnd: "year", ToAnniversary: "anniversary"}

// String returns "month", "quarter", "year", "anniversary", or "".
func (e NoticeEnd) String() string { return strict.NameOf(e, noticeEndNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (e NoticeEnd) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads "month", "quarter", "year" or "anniversary".
func (e *NoticeEnd) UnmarshalText(text []byte) error {
	return strict.ReadName(e, text, noticeEndNames[:])
}

// SagTerms says how a contract on a system outside the transition agreement
// regulates its use of KMD Sag's functions (5.5). The zero value says that
// nobody has looked.
type SagTerms uint8

// The terms.
const (
	SagRegulated SagTerms = iota + 1 // in the contract itself
	SagOpen                          // used, and not regulated
	SagUnused                        // the system uses none
)

var sagTermsNames = [...]string{SagRegulated: "regulated", SagOpen: "open", SagUnused: "unused"}

// String returns "regulated", "open", "unused", or "".
func (t SagTerms) String() string { return strict.NameOf(t, sagTermsNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t SagTerms) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "regulated", "open" or "unused".
func (t *SagTerms) UnmarshalText(text []byte) error {
	return strict.ReadName(t, text, sagTermsNames[:])
}

// yearEnd is the last day of the year of the contract that a day lies in: a year ends with
// the agreed term, else on the day before the one on which the contract began; false where
// neither is known.
func (c *Contract) yearEnd(day date.Date) (date.Date, bool) {
	last := c.End
	if last == nil && c.Start != nil {
		before := *c.Start - 1
		last = &before
	}
	if last == nil {
		return 0, false
	}
	years := day.Year() - last.Year()
	if drejebog.AddMonths(*last, 12*years) < day {
		years++
	}
	return drejebog.AddMonths(*last, 12*years), true
}

// on returns the last day of the month, quarter or year that the day lies in.
func (e NoticeEnd) on(day date.Date) date.Date {
	year, month, _ := day.Date()
	switch e {
	case ToMonthEnd:
	case ToQuarterEnd:
		month = (month-1)/3*3 + 3
	case ToYearEnd:
		month = time.December
	default:
		return day
	}
	return date.New(year, month+1, 0)
}

// EndsAfter returns the last day of the contract when notice is given on a
// day, and false for a contract without a notice period. Months are counted
// as lag.EndOfNotice counts them.
func (c *Contract) EndsAfter(notice date.Date) (date.Date, bool) {
	if c.NoticeMonths == nil {
		return 0, false
	}
	end := c.NoticeTo.on(lag.EndOfNotice(notice, *c.NoticeMonths))
	if last, known := c.yearEnd(end); known && c.NoticeTo == ToAnniversary {
		end = last
	}
	if c.End != nil {
		end = max(end, *c.End)
	}
	return end, true
}

// LatestNotice returns the last day that notice can be given for the contract
// to end on a day or earlier; false for a contract without a notice period,
// and for one whose agreed term is longer.
func (c *Contract) LatestNotice(end date.Date) (date.Date, bool) {
	if c.NoticeMonths == nil || c.End != nil && *c.End > end {
		return 0, false
	}
	// A day more of notice never gives an earlier end, so the latest is found
	// by halving: it lies at most a year before the plain count of months.
	low := drejebog.AddMonths(end, -*c.NoticeMonths) - 400
	high := drejebog.AddMonths(end, -*c.NoticeMonths) + 31
	for low < high {
		middle := low + (high-low+1)/2
		if last, _ := c.EndsAfter(middle); last <= end {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low, true
}

// Payment is what a contract costs.
type Payment struct {
	Amount     drejebog.Kroner `yaml:"amount,required" plan:"kroner"` // kr. a year, for all its systems; KMD Dagpenge without Barsel
	PriceLevel *date.Date      `yaml:"priceLevel"`                    // the day whose prices it is in; nil: 1 January 2013
	Paid       PaidBy          `yaml:"paid" plan:"named=paid-by"`     // zero: by the month

	Shares map[string]decimal.Decimal `yaml:"shares" plan:"keys=system 0..1"` // of Amount, by id of a legacy system: each ends with the use of its own; nil: it is paid whole until the last of them ends

	TakenOut map[string]drejebog.Kroner `yaml:"takenOut" plan:"keys=budget-year kroner"` // by budget year, in the prices of Amount: what an adopted budget is lower by, since it will not be paid
}

// Divided reports whether each of the legacy systems of a contract has its share of the
// payment, and all of it is shared.
func (p *Payment) Divided(systems []string) bool {
	if p == nil || len(systems) == 0 || len(p.Shares) != len(systems) {
		return false
	}
	sum := decimal.Zero
	for _, system := range systems {
		share, ok := p.Shares[system]
		if !ok {
			return false
		}
		sum = sum.Add(share)
	}
	return sum.Equal(decimal.NewFromInt(1))
}

// PaidBy is the period that a payment is for. The zero value is the month.
type PaidBy uint8

// The periods.
const (
	PaidByMonth PaidBy = iota + 1
	PaidByQuarter
	PaidByHalfYear
	PaidByYear
)

var paidByNames = [...]string{PaidByMonth: "month", PaidByQuarter: "quarter", PaidByHalfYear: "halfYear", PaidByYear: "year"}

// String returns "month", "quarter", "halfYear", "year", or "".
func (p PaidBy) String() string { return strict.NameOf(p, paidByNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (p PaidBy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads "month", "quarter", "halfYear" or "year".
func (p *PaidBy) UnmarshalText(text []byte) error { return strict.ReadName(p, text, paidByNames[:]) }

// Terms is how the contract is terminated, the reason of the plan's own dependency
// on it: "Kontrakten har 6 måneders varsel til kvartalets udgang." Nothing is said of
// one without a notice period.
func (c *Contract) Terms(book *drejebog.Playbook) lang.Said {
	if book == nil || c == nil || c.NoticeMonths == nil {
		return lang.Said{}
	}
	notice := book.Words.Message("timeline/notice-months", lang.Args{"n": lang.Whole(*c.NoticeMonths)})
	if c.NoticeTo == 0 {
		return book.Words.Message("timeline/terms", lang.Args{"notice": notice})
	}
	end := book.Words.Message("notice-end/"+c.NoticeTo.String(), nil)
	return book.Words.Message("timeline/terms-to", lang.Args{"notice": notice, "end": end})
}
