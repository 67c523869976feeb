package amount

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// The bounds of an amount or of hours read from text: digits before and after
// the point.
const (
	amountWhole    = 13
	amountFraction = 4

	longestFraction = 100 // digits after the point, zeros included, that are looked at at all
)

// Error says that a text is no amount and no number of hours. Its message
// is what was expected.
type Error struct {
	Text  string
	Cause error // a *lang.NumberError where the text is no number within the bounds, or nil
}

// Fault returns the kind and its values. A number that can be read in two ways is
// asked about.
func (e *Error) Fault() (kind string, values map[string]any) {
	if number, ok := errors.AsType[*lang.NumberError](e.Cause); ok && number.IsAsked() {
		if asked, ok := errors.AsType[lang.Fault](number.Expects()); ok {
			return asked.Fault()
		}
	}
	return "drejebog/amount", map[string]any{"text": e.Text, "whole": amountWhole, "fraction": amountFraction}
}

// Error returns kind and values.
func (e *Error) Error() string { return lang.Described(e) }

// Expects returns what was expected: the error itself says that.
func (e *Error) Expects() error { return e }

// Unwrap returns what is wrong with the number.
func (e *Error) Unwrap() error { return e.Cause }

func bounded(text string, parse func(string) (decimal.Decimal, error)) (decimal.Decimal, error) {
	d, err := parse(text)
	if err != nil || !inBounds(d) {
		return decimal.Decimal{}, &Error{Text: text, Cause: err}
	}
	return d, nil
}

// inBounds reports whether a number can be read back.
func inBounds(d decimal.Decimal) bool {
	return lang.IsBounded(d, amountWhole, amountFraction)
}

// isNull reports whether a value in JSON is none, which leaves what there was.
func isNull(data []byte) bool { return string(data) == "null" }

// fromJSON reads a number out of JSON, a text or a bare number.
func fromJSON(data []byte, text, bare func(string) (decimal.Decimal, error)) (decimal.Decimal, error) {
	written := string(data)
	if !strings.HasPrefix(written, `"`) {
		return bounded(written, bare)
	}
	if err := json.Unmarshal(data, &written); err != nil {
		return decimal.Decimal{}, &Error{Text: written, Cause: err}
	}
	return bounded(written, text)
}

// fixed writes two decimals, and no sign before what rounds to zero.
func fixed(d decimal.Decimal) string {
	rounded := d.Round(2)
	if rounded.IsZero() {
		return "0.00"
	}
	return rounded.StringFixed(2)
}

func marshalAmount(d decimal.Decimal) ([]byte, error) {
	if !lang.IsBounded(d, amountWhole, longestFraction) {
		return nil, &Error{Text: lang.Dash().DA} // in digits it could be longer than memory
	}
	for _, places := range [...]int32{2, amountFraction} { // three would be asked about
		rounded := d.Round(places)
		if !rounded.Equal(d) {
			continue
		}
		if !inBounds(rounded) {
			break
		}
		return []byte(rounded.StringFixed(places)), nil
	}
	return nil, &Error{Text: d.String()}
}
