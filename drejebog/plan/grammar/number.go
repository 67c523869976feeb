package grammar

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// amountPlaces is how many decimals a type that holds a number with decimals, kroner
// or hours, is written with at most.
const amountPlaces = 4

// decimalOf returns a number with decimals, and false for what is none.
func decimalOf(v any) (decimal.Decimal, bool) {
	switch known := v.(type) {
	case decimal.Decimal:
		return known, true
	case interface{ Decimal() decimal.Decimal }:
		return known.Decimal(), true
	}
	return decimal.Decimal{}, false
}

// placesOf returns how many decimals a number of a type is written with at most;
// false for what is no number with decimals.
func placesOf(t reflect.Type) (places int, ok bool) {
	if t.Kind() != reflect.Struct {
		return 0, false
	}
	switch _, ok = decimalOf(reflect.Zero(t).Interface()); {
	case !ok:
		return 0, false
	case t == reflect.TypeFor[decimal.Decimal]():
		return lang.MaxFraction, true
	}
	return amountPlaces, true
}

// isNumber reports whether a type is a number, or a list or mapping of some.
func isNumber(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	_, decimals := placesOf(t)
	return decimals || t.Kind() == reflect.Int && t != reflect.TypeFor[date.Date]()
}

// isReckonable reports whether a number, which a document built in Go may hold, is
// one that a file can.
func isReckonable(n decimal.Decimal) bool { return lang.IsBounded(n, lang.MaxWhole, lang.MaxFraction) }
