package lang

import (
	"strings"

	"github.com/shopspring/decimal"
)

// The bounds of a number: digits before and after the decimal sign.
const (
	MaxWhole    = 15
	MaxFraction = 10
)

// NumberError says why a text is no number, or that it can be read in two ways.
type NumberError struct {
	Text   string
	Reason NumberFault
	Meant  []string // for TwoMeanings and WithUnit, how it could be written
}

// NumberFault is the reason why a text is no number.
type NumberFault uint8

// The reasons.
const (
	NotANumber   NumberFault = iota + 1 // something else than digits, the signs between them, a minus sign and a unit
	TwoMeanings                         // a sign that parts thousands to one reader and decimals to another, or neither
	OutOfBounds                         // too many digits
	EmptyNumber                         // nothing at all
	SeveralComma                        // more than one comma
	WithUnit                            // a number, and a word or a sign that has no place beside it
	Foreign                             // an amount in another currency
)

// Fault returns the kind, that of NotANumber for an unknown reason, and its
// values.
func (e *NumberError) Fault() (kind string, values map[string]any) {
	values = map[string]any{"text": e.Text}
	switch e.Reason {
	case TwoMeanings:
		return e.meant("lang/unclear-number", "lang/two-meanings")
	case WithUnit:
		return e.meant("lang/unit-beside", "lang/units-beside")
	case Foreign:
		return "lang/foreign-currency", values
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

// meant asks what was meant, of one kind where one thing may have been and of
// another where two may.
func (e *NumberError) meant(one, two string) (kind string, values map[string]any) {
	values = map[string]any{"text": e.Text}
	switch len(e.Meant) {
	case 0:
		return "lang/not-a-number", values
	case 1:
		values["meant"] = e.Meant[0]
		return one, values
	}
	values["one"], values["other"] = e.Meant[0], e.Meant[1]
	return two, values
}

// IsAsked reports whether the text is asked about: Meant says how it could be written.
func (e *NumberError) IsAsked() bool { return len(e.Meant) > 0 }

// Error returns kind and values.
func (e *NumberError) Error() string { return Described(e) }

// Expects returns what was expected, for messages that name the text already.
func (e *NumberError) Expects() error { return wantedNumber{e} }

// wantedNumber is the part of a message that says what number was expected.
type wantedNumber struct{ of *NumberError }

// Fault returns the kind and its values.
func (w wantedNumber) Fault() (kind string, values map[string]any) {
	switch {
	case w.of.IsAsked() && w.of.Reason == WithUnit:
		return w.of.meant("lang/number-alone", "lang/number-alone-of")
	case w.of.Reason == Foreign:
		return "lang/amount-in-kroner", map[string]any{"text": w.of.Text}
	case w.of.IsAsked():
		return w.of.meant("lang/number-meant", "lang/one-of-numbers")
	}
	return "lang/a-number", map[string]any{"text": w.of.Text, "whole": MaxWhole, "fraction": MaxFraction}
}

// Error returns kind and values.
func (w wantedNumber) Error() string { return Described(w) }

// ParseAmount reads an amount of kroner as Danes write it: "1.234.567,50", "150
// 000", "kr. 150.000", "1.500,-", "-12". A comma parts the decimals. A point
// followed by exactly three digits, and a space that may be one that does not
// break, parts thousands; a point followed by one or two last digits parts
// decimals, "1234.50". Any other point, and a comma where a point would part
// thousands, is asked about, as is a number with a word beside it, "150 tkr.", "mio. kr.
// 1,2". At most MaxWhole digits before the comma and MaxFraction after. The error is a
// *NumberError.
func ParseAmount(text string) (decimal.Decimal, error) {
	return parseNumber(text, withoutCurrency(numberText(text)), kroner)
}

// ParseCount reads a number of things as ParseAmount does, without a currency.
func ParseCount(text string) (decimal.Decimal, error) {
	return parseNumber(text, numberText(text), things)
}

// ParseMeasure reads what may well have decimals, hours, a factor, a share: "37,5",
// "37.5", "0.125", "1.234,5", "1 924". It differs from ParseAmount in a single
// point: the decimals begin there, unless exactly three digits follow, which is
// asked about.
func ParseMeasure(text string) (decimal.Decimal, error) {
	return parseNumber(text, numberText(text), measures)
}

// counted is what a number counts, which says what a single point in it means where
// the digits leave that open, and which words may stand beside it.
type counted uint8

const (
	kroner counted = iota + 1
	things
	measures
)

// partsThousands reports whether a single point parts thousands, not decimals.
func (c counted) partsThousands() bool { return c != measures }

// numberText is the text with one sign for what looks alike: a space, a minus.
func numberText(text string) string {
	return strings.TrimSpace(lookalikes.Replace(text))
}

var lookalikes = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ", "−", "-", "–", "-")

// withoutCurrency takes off the words for kroner, before the number or behind it.
func withoutCurrency(text string) string {
	for _, unit := range []string{"kroner", "kr.", "kr", "dkk"} {
		if len(text) > len(unit) && strings.EqualFold(text[:len(unit)], unit) {
			text = text[len(unit):]
			break
		}
		if at := len(text) - len(unit); at > 0 && strings.EqualFold(text[at:], unit) {
			text = text[:at]
			break
		}
	}
	return strings.TrimSuffix(strings.TrimSpace(text), ",-")
}

// parseNumber reads a number; text is what messages show.
func parseNumber(text, number string, of counted) (decimal.Decimal, error) {
	value, fault := readNumber(number, of)
	if fault == nil {
		return value, nil
	}
	if fault.Reason == NotANumber {
		if meant := withoutUnit(number, of); meant != nil {
			fault = &NumberError{Reason: WithUnit, Meant: meant}
		} else if of == kroner && isForeign(number) {
			fault = &NumberError{Reason: Foreign}
		}
	}
	fault.Text = shown(text)
	return value, fault
}

func readNumber(number string, of counted) (decimal.Decimal, *NumberError) {
	fail := func(reason NumberFault, meant ...string) (decimal.Decimal, *NumberError) {
		return decimal.Decimal{}, &NumberError{Reason: reason, Meant: meant}
	}
	digits, negative := strings.CutPrefix(number, "-")
	whole, fraction, comma := strings.Cut(digits, ",")
	switch {
	case number == "":
		return fail(EmptyNumber)
	case strings.Contains(fraction, ","):
		return fail(SeveralComma)
	case comma && !isDigits(fraction) || !isDigits(onlyDigits(whole)) || strings.Trim(whole, ". ") != whole:
		return fail(NotANumber)
	}
	parts := numberParts{whole: whole, fraction: fraction, comma: comma}
	if meant := parts.settle(of.partsThousands()); meant != nil {
		return fail(TwoMeanings, signed(negative, meant)...)
	}
	plain := strings.TrimLeft(parts.whole, "0")
	if len(plain) > MaxWhole || len(parts.fraction) > MaxFraction {
		return fail(OutOfBounds)
	}
	value, err := decimal.NewFromString("0" + plain + "." + parts.fraction)
	if err != nil {
		return fail(NotANumber)
	}
	if negative {
		value = value.Neg()
	}
	return value, nil
}

func signed(negative bool, numbers []string) []string {
	for i := range numbers {
		if negative {
			numbers[i] = "-" + numbers[i]
		}
	}
	return numbers
}

// numberParts are the digits of a number before and after its comma; until it is
// settled the signs that part thousands stand among them, and a point for a comma.
type numberParts struct {
	whole, fraction string
	comma           bool
}

// settle leaves digits only in both parts. What can be read in two ways, or does
// not part the digits by threes, is returned as what may have been meant.
func (n *numberParts) settle(thousands bool) (meant []string) {
	before, after, single := strings.Cut(n.whole, ".")
	single = single && !n.comma && !strings.ContainsAny(after, ". ")
	spaced := strings.Contains(before, " ")
	switch {
	case single && len(after) != 3 && len(after) > 0 && (!thousands || len(after) < 3),
		single && !thousands && !spaced && strings.Trim(before, "0") == "":
		n.whole, n.fraction = before, after
	case single && (!thousands || spaced || !isGrouped(n.whole, ".")):
		return n.both(before, after)
	case n.comma && thousands && len(n.fraction) == 3 && isGrouped(n.whole+"."+n.fraction, ".") && !strings.Contains(n.whole, "."):
		return n.both(n.whole, n.fraction)
	}
	grouped := n.whole
	n.whole = onlyDigits(n.whole)
	if grouped != n.whole && !isGrouped(grouped, ".") && !isGrouped(grouped, " ") {
		meant = []string{n.whole}
		if n.comma {
			meant[0] += "," + n.fraction
		}
	}
	return meant
}

// both are the number with the digits behind a sign among the whole ones, where
// there are others, and with them as decimals: two where three would again be asked
// about.
func (n *numberParts) both(before, after string) []string {
	whole := strings.TrimLeft(onlyDigits(before), "0")
	decimals := strings.TrimRight(after, "0")
	if n.comma && len(decimals) > 2 {
		decimals = decimals[:2]
	}
	if decimals != "" {
		decimals = "," + decimals
	}
	if whole == "" {
		return []string{"0" + decimals}
	}
	return []string{whole + after, whole + decimals}
}

// isGrouped reports whether a mark parts digits by threes from the right: one to
// three that do not begin with 0, then three at a time.
func isGrouped(digits, mark string) bool {
	for i, group := range strings.Split(digits, mark) {
		if !isDigits(group) || i > 0 && len(group) != 3 || i == 0 && (len(group) > 3 || group[0] == '0') {
			return false
		}
	}
	return true
}

// groupMarks are what stands between thousands.
var groupMarks = strings.NewReplacer(".", "", " ", "")

func onlyDigits(text string) string { return groupMarks.Replace(text) }

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

// MeasureText is the exact number as data files write it, with a point, so that
// ParseMeasure reads the same from it: three decimals get a zero behind them.
func MeasureText(number decimal.Decimal) string {
	text := number.String()
	if _, fraction, _ := strings.Cut(text, "."); len(fraction) == 3 {
		text += "0"
	}
	return text
}
