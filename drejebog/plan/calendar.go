package plan

import (
	"errors"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/rickb777/date/v2"
)

// Calendar is what the kommune's working days differ by.
type Calendar struct {
	Closed  []Closure       `yaml:"closed" plan:"most=500"`
	DaysOff map[string]bool `yaml:"daysOff" plan:"keys=day-off"` // by id of the playbook's days off: true is free, false is worked
}

// Closure is a range of days that nobody works, both ends included.
type Closure struct {
	From date.Date  `yaml:"from,required"`
	To   *date.Date `yaml:"to"` // nil: the one day
	Why  string     `yaml:"why"`
}

// Last returns the last day that is closed.
func (c *Closure) Last() date.Date {
	if c.To == nil {
		return c.From
	}
	return *c.To
}

// BudgetCalendar is when the kommune treats the budget of one year, in the
// year before. The law's last days stand for what is not said.
type BudgetCalendar struct {
	Proposal     *date.Date `yaml:"proposal"`     // the finance committee's proposal
	FirstReading *date.Date `yaml:"firstReading"` // at least three weeks before the second
	Adopted      *date.Date `yaml:"adopted"`      // the second reading
}

// When is a date that a plan may give as a period, or leave unknown in so many
// words, with or without a date to work with meanwhile.
type When struct {
	Date    date.Date        // the day; of a period its first
	Period  *drejebog.Period // "3. kvartal 2016": closed, of more than one day; nil for a day
	Unknown bool             // the date is not known, and none is worked with; Date is then 0
	Assumed bool             // it is not known; Date, or Period, is what the plan works with
}

// On returns the When of a known date.
func On(day date.Date) *When { return &When{Date: day} }

// Last returns the last day that it may be: that of a period, else the day.
func (w When) Last() date.Date {
	if w.Period != nil {
		return w.Period.Last
	}
	return w.Date
}

// known is the date itself, nil where there is none.
func (w *When) known() *When {
	if w == nil || w.Unknown {
		return nil
	}
	return w
}

// The words for a date that is not known, and those before the one to work with: those
// that are written, and those that are read too.
const (
	unknownDate   = "ukendt"
	unknownDateEN = "unknown"
	assumedDate   = unknownDate + ", regn med "
	assumedDateEN = unknownDateEN + ", assume "
)

// UnmarshalText reads a day as Danes write it, "ukendt" or "unknown", or a period
// with a first and a last day as period.Parse reads it; "ukendt, regn med 2016-03-01" or
// "unknown, assume 2016-03-01" for one that is not known and worked with.
func (w *When) UnmarshalText(text []byte) error {
	read, err := readWhen(period.BuiltIn(), string(text))
	if err == nil {
		*w = read
	}
	return err
}

func readWhen(conventions *period.Conventions, text string) (When, error) {
	if text == unknownDate || text == unknownDateEN {
		return When{Unknown: true}, nil
	}
	for _, words := range []string{assumedDate, assumedDateEN} {
		if meanwhile, ok := strings.CutPrefix(text, words); ok {
			when, err := readDated(conventions, strings.TrimSpace(meanwhile))
			when.Assumed = err == nil
			return when, err
		}
	}
	return readDated(conventions, text)
}

// readDated reads a day or a period.
func readDated(conventions *period.Conventions, text string) (When, error) {
	day, err := conventions.ParseDay(text)
	if err == nil {
		return When{Date: day}, nil
	}
	meant, failed := conventions.Parse(text)
	switch {
	case failed != nil:
		return When{}, &WhenError{Text: text, Cause: err}
	case meant.Kind != period.Closed:
		return When{}, &WhenError{Text: text}
	}
	return When{Date: meant.First, Period: &meant}, nil
}

// WhenError says that a text is neither a date nor a period nor the word for
// an unknown one. Its message is what was expected.
type WhenError struct {
	Text  string
	Cause error // what is asked about, or wrong with a day; nil for another form
}

// Fault returns the kind and its values.
func (e *WhenError) Fault() (kind string, values map[string]any) {
	if fault, ok := errors.AsType[lang.Fault](e.expected()); ok {
		return fault.Fault()
	}
	return "plan/when", map[string]any{"text": e.Text}
}

// Error returns kind and values.
func (e *WhenError) Error() string { return lang.Described(e) }

// expected is what the cause expects, where it says more than that it is no date.
func (e *WhenError) expected() error {
	if cause, ok := errors.AsType[*period.Error](e.Cause); ok {
		return cause.Expects()
	}
	if cause, ok := errors.AsType[*lang.DateError](e.Cause); ok {
		return cause.Cause
	}
	return nil
}

// MarshalText writes what UnmarshalText reads. The zero value says nothing and has
// no text.
func (w When) MarshalText() ([]byte, error) {
	switch {
	case w == When{}:
		return nil, nil
	case w.Unknown:
		return []byte(unknownDate), nil
	case w.Assumed:
		w.Assumed = false
		text, err := w.MarshalText()
		return append([]byte(assumedDate), text...), err
	case w.Period != nil:
		return w.Period.MarshalText()
	}
	return []byte(w.Date.String()), nil
}
