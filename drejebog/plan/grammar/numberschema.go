package grammar

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"

	"github.com/shopspring/decimal"
)

// A number without quotation marks is one of YAML to whoever holds a file against the
// schema: 150.000 is 150 to him, and what the reader makes of it is a thousand times
// as much. With a space, a second point or a comma it is a text.

// bounded gives a number its bounds, a thousandth of them where its point parts
// thousands.
func bounded(n node, r *Tag, shift int32) node {
	if r.Bounded {
		n["minimum"], n["maximum"] = json.Number(r.Least.Shift(-shift).String()), json.Number(r.Most.Shift(-shift).String())
	}
	return n
}

// whole is the schema of a whole number. A text of digits alone is none.
func whole(r *Tag) node {
	n := bounded(node{"type": "integer"}, r, 0)
	if !r.Bounded {
		return n
	}
	const nought, other = "[.,]0+", "[\u2212\u2013]"
	digits := "0*[0-9]{1," + strconv.Itoa(digitsOf(r)) + "}"
	text := sign(r) + digits + nought + "|" + other + "0+(" + nought + ")?"
	if r.Least.IsNegative() {
		text += "|" + other + digits
	}
	if r.Unit == "workdays" || r.Unit == "months" {
		text += "|" + blank + "*[0-9][0-9., \u00a0\u2009\u202f]*[A-Za-z\u00c6\u00d8\u00c5\u00e6\u00f8\u00e5]+[.]?" + blank + "*"
	}
	forms := []node{n}
	if digitsOf(r) > 3 {
		text += "|" + sign(r) + grouped(digitsOf(r), "0+")
		forms = append(forms, bounded(node{"type": "number", "multipleOf": json.Number("0.001")}, r, 3))
	}
	return node{"anyOf": append(forms, node{"type": "string", "pattern": "^(" + text + ")$"})}
}

// decimals is the schema of a number with decimals, which may be a text, with or
// without signs between its thousands and with the words for kroner where the type reads
// them: a text is bounded by its digits.
func decimals(t reflect.Type, r *Tag, places int) node {
	digits := digitsOf(r)
	fraction := "[0-9]{1," + strconv.Itoa(places) + "}0*"
	number := "0*[0-9]{1," + strconv.Itoa(digits) + "}([.,]" + fraction + ")?"
	if digits > 3 {
		number += "|" + grouped(digits, fraction)
	}
	number = blank + "*(" + sign(r) + "(" + number + ")|" + minus + "0+([.,]0+)?)" + blank + "*"
	if readsCurrency(t) {
		const unit = "([kK][rR][.]?|[kK][rR][oO][nN][eE][rR]|[dD][kK][kK])?"
		number = blank + "*" + unit + number + "(,-)?" + blank + "*" + unit + blank + "*"
	}
	return bounded(node{"type": []string{"number", "string"}, "pattern": "^" + number + "$"}, r, 0)
}

// blank are the spaces that part thousands.
const blank = "[ \u00a0\u2009\u202f]"

// minus is what a number below zero may begin with.
const minus = "[-\u2212\u2013]"

func sign(r *Tag) string {
	if r.Least.IsNegative() {
		return minus + "?"
	}
	return ""
}

// digitsOf is how many digits a number has before its comma at most.
func digitsOf(r *Tag) int {
	most := r.Most
	if r.Least.Abs().GreaterThan(most.Abs()) {
		most = r.Least
	}
	return len(most.Abs().Truncate(0).String())
}

// grouped is the pattern of up to so many digits, more than three, that are parted by
// threes, with decimals behind them: a point parts those only where spaces part the
// others.
func grouped(digits int, fraction string) string {
	groups, lead := (digits-1)/3, (digits-1)%3+1
	by := func(mark, comma string) string {
		full := "[1-9][0-9]{0," + strconv.Itoa(lead-1) + "}(" + mark + "[0-9]{3}){" + strconv.Itoa(groups) + "}"
		if groups > 1 {
			full = "(" + full + "|[1-9][0-9]{0,2}(" + mark + "[0-9]{3}){1," + strconv.Itoa(groups-1) + "})"
		}
		return full + "(" + comma + fraction + ")?"
	}
	return "(" + by("[.]", ",") + "|" + by(blank, "[.,]") + ")"
}

// readsCurrency reports whether a type reads the word for kroner before its number.
func readsCurrency(t reflect.Type) bool {
	reads, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler)
	return ok && t != reflect.TypeFor[decimal.Decimal]() && reads.UnmarshalText([]byte("kr. 1")) == nil
}
