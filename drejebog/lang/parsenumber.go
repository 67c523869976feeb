package lang

import (
	"strings"

	"github.com/shopspring/decimal"
)

// NumberError says why a text is no number in Danish notation.
type NumberError struct {
	Text   string
	Reason NumberFault
}

// NumberFault is the reason why a text is no number.
type NumberFault uint8

// The reasons.
const (
	NotANumber   NumberFault = iota + 1 // something else than digits, dots, a comma and a minus sign
	BadGroups                           // dots that do not part the digits by threes
	OutOfBounds                         // too many digits
	EmptyNumber                         // nothing at all
	SeveralComma                        // more than one comma
)

// Fault returns the kind, that of NotANumber for an unknown reason, and its
// values.
func (e *NumberError) Fault() (kind string, values map[string]any) {
	values = map[string]any{"text": e.Text}
	switch e.Reason {
	case BadGroups:
		return "lang/bad-groups", values
	case OutOfBounds:
		values["whole"], values["fraction"] = MaxWhole, MaxFraction
		return "lang/too-many-digits", values
	case EmptyNumber:
		return "lang/empty-number", values
	case SeveralComma:
		return "lang/several-commas", values
	}
	return "lang/not-a-number", values
}

// Error returns kind and values.
func (e *NumberError) Error() string { return Described(e) }

// ParseDecimal reads a number in Danish notation: "1.234.567,50", "1234567,5",
// "-12". A dot always parts thousands, so "1.234" is one thousand two hundred
// and thirty-four, and "1234.50", where a dot cannot mean that, is refused
// rather than guessed at. At most MaxWhole digits before the comma and
// MaxFraction after; spaces around the number do not count. The error
// is a *NumberError.
func ParseDecimal(text string) (decimal.Decimal, error) {
	trimmed := strings.TrimSpace(text)
	digits, negative := strings.CutPrefix(trimmed, "-")
	whole, fraction, comma := strings.Cut(digits, ",")
	plain, fault := ungrouped(whole)
	switch {
	case trimmed == "":
		fault = EmptyNumber
	case strings.Contains(fraction, ","):
		fault = SeveralComma
	case comma && !isDigits(fraction):
		fault = NotANumber
	case fault == 0 && (len(plain) > MaxWhole || len(fraction) > MaxFraction):
		fault = OutOfBounds
	}
	if fault != 0 {
		return decimal.Decimal{}, &NumberError{Text: shown(text), Reason: fault}
	}
	number, err := decimal.NewFromString(plain + "." + fraction)
	if err != nil {
		return decimal.Decimal{}, &NumberError{Text: shown(text), Reason: NotANumber}
	}
	if negative {
		number = number.Neg()
	}
	return number, nil
}

// ungrouped takes the dots out of the whole part. Zeros in front do not count
// as digits.
func ungrouped(whole string) (string, NumberFault) {
	groups := strings.Split(whole, ".")
	for i, group := range groups {
		if !isDigits(group) {
			return "", NotANumber
		}
		if i > 0 && len(group) != 3 || i == 0 && len(groups) > 1 && len(group) > 3 {
			return "", BadGroups
		}
	}
	plain := strings.TrimLeft(strings.Join(groups, ""), "0")
	if plain == "" {
		plain = "0"
	}
	return plain, 0
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// shown keeps a message on one line of readable length.
func shown(text string) string {
	const most = 40
	runes := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(text, "?")), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
