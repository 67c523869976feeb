package period

import (
	"errors"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// When is a date that may be given as a period, or leave unknown in so many
// words, with or without a date to work with meanwhile.
type When struct {
	Date    date.Date // the day; of a period its first
	Period  *Period   // "3. kvartal 2016": closed, of more than one day; nil for a day
	Unknown bool      // the date is not known, and none is worked with; Date is then 0
	Assumed bool      // it is not known; Date, or Period, is what is worked with
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

// Known is the date itself, nil where there is none.
func (w *When) Known() *When {
	if w == nil || w.Unknown {
		return nil
	}
	return w
}

// UnmarshalText reads a day as Danes write it, "ukendt" or "unknown", or a period
// with a first and a last day as Parse reads it; "ukendt, regn med 2016-03-01" or
// "unknown, assume 2016-03-01" for one that is not known and worked with.
func (w *When) UnmarshalText(text []byte) error {
	read, err := BuiltIn().ParseWhen(string(text))
	if err == nil {
		*w = read
	}
	return err
}

// ParseWhen reads a When as UnmarshalText does, by these conventions; the error is a
// *WhenError.
func (c *Conventions) ParseWhen(text string) (When, error) {
	unknown, assumed := lang.NotKnown(), lang.NotKnownAssume()
	if text == unknown.DA || text == unknown.EN {
		return When{Unknown: true}, nil
	}
	for _, words := range []string{assumed.DA, assumed.EN} {
		if meanwhile, ok := strings.CutPrefix(text, words); ok {
			when, err := c.parseDated(strings.TrimSpace(meanwhile))
			when.Assumed = err == nil
			return when, err
		}
	}
	return c.parseDated(text)
}

// parseDated reads a day, or a period with both its ends.
func (c *Conventions) parseDated(text string) (When, error) {
	day, err := c.ParseDay(text)
	if err == nil {
		return When{Date: day}, nil
	}
	meant, failed := c.Parse(text)
	switch {
	case failed != nil:
		return When{}, &WhenError{Text: text, Cause: err}
	case meant.Kind != Closed:
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
	if cause, ok := errors.AsType[*Error](e.Cause); ok {
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
		return []byte(lang.NotKnown().DA), nil
	case w.Assumed:
		w.Assumed = false
		text, err := w.MarshalText()
		return append([]byte(lang.NotKnownAssume().DA), text...), err
	case w.Period != nil:
		return w.Period.MarshalText()
	}
	return []byte(w.Date.String()), nil
}
