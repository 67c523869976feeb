package plan

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// When is a date that a plan may leave unknown in so many words.
type When struct {
	Date    date.Date
	Unknown bool // the date is not known; Date is then 0
}

// On returns the When of a known date.
func On(day date.Date) *When { return &When{Date: day} }

// UnmarshalText reads "2016-01-01", "ukendt" or "unknown".
func (w *When) UnmarshalText(text []byte) error {
	if s := string(text); s == "ukendt" || s == "unknown" {
		*w = When{Unknown: true}
		return nil
	}
	day, err := strict.Date(string(text))
	if err != nil {
		return &WhenError{Text: string(text)}
	}
	*w = When{Date: day}
	return nil
}

// WhenError says that a text is neither a date nor the word for an unknown one.
type WhenError struct{ Text string }

// Error says in English what was expected.
func (e *WhenError) Error() string { return "a date such as 2016-01-01, or »ukendt«" }

// Danish says in Danish what was expected.
func (e *WhenError) Danish() string { return "en dato som 2016-01-01, eller »ukendt«" }

// MarshalText writes what UnmarshalText reads.
func (w When) MarshalText() ([]byte, error) {
	if w.Unknown {
		return []byte("ukendt"), nil
	}
	return []byte(w.Date.String()), nil
}
