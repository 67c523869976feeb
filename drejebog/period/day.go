package period

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// ParseDay reads one day by the module's own conventions: as lang.ParseDate does, or
// as a period of one day, "mandag i uge 23 2014", "udgangen af maj 2014". A period of
// several days is asked about. The error is a *lang.DateError or an *Error.
func ParseDay(text string) (date.Date, error) { return BuiltIn().ParseDay(text) }

// ParseDay reads one day as the function ParseDay does, by these conventions.
func (c *Conventions) ParseDay(text string) (date.Date, error) {
	if day, err := lang.ParseISO(text); err == nil {
		return day, nil // as programs write, and most plans
	}
	day, err := lang.ParseDate(text)
	if err == nil {
		return day, nil
	}
	if fault, ok := errors.AsType[*lang.DateError](err); ok && fault.Cause != nil {
		return 0, err
	}
	read, failed := c.Parse(text)
	switch {
	case failed != nil:
		if asked, ok := errors.AsType[*Error](failed); ok && !isVague(asked.Want) {
			return 0, asked
		}
		return 0, err
	case read.Kind == Closed && read.First == read.Last:
		return read.First, nil
	case read.Kind == Closed:
		return 0, &Error{Text: read.Text, Part: read.Text, Want: strict.Part{Kind: "period/one-day", Values: map[string]any{
			"first": lang.Day(read.First), "last": lang.Day(read.Last),
		}}}
	}
	return 0, &Error{Text: read.Text, Part: read.Text, Want: strict.Part{Kind: "lang/a-date"}}
}
