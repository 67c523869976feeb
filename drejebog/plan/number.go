package plan

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// decimalOf returns a number with decimals, and false for what is none.
func decimalOf(v any) (decimal.Decimal, bool) {
	switch known := v.(type) {
	case decimal.Decimal:
		return known, true
	case drejebog.Kroner:
		return known.Decimal(), true
	case drejebog.Hours:
		return known.Decimal(), true
	}
	return decimal.Decimal{}, false
}

// placesOf returns how many decimals a number of a type is written with at most;
// false for what is no number with decimals.
func placesOf(t reflect.Type) (places int, ok bool) {
	switch _, ok = decimalOf(reflect.Zero(t).Interface()); {
	case !ok:
		return 0, false
	case t == reflect.TypeFor[decimal.Decimal]():
		return lang.MaxFraction, true
	}
	return 4, true
}

// isReckonable reports whether a number, which a plan built in Go may hold, is one
// that a file can.
func isReckonable(n decimal.Decimal) bool { return lang.IsBounded(n, lang.MaxWhole, lang.MaxFraction) }
