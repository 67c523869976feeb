// Package lang is two languages as an engine: texts in Danish and in English,
// and how numbers, dates and names are written, read and sorted.
//
// A [Text] has both languages; a [Lang] picks one, Danish unless English is
// asked for. Numbers and dates are values that are written in a language by
// their method In: "1.234.567,50 kr." or "DKK 1,234,567.50", "15. oktober 2014"
// or "15 October 2014". People's numbers and dates are read in Danish notation.
// Names are sorted as Danes do: æ, ø, å are the last letters of the alphabet,
// with aa as å, so that Aarhus stands after Ærø.
//
// Formatting works on the digits of exact decimals, never through a float, and
// every rounding is half away from zero. Readers are strict and bounded; their
// errors are faults as data, whose sentences stand in a catalogue.
//
//	package main
//
//	import (
//		"fmt"
//		"slices"
//
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/rickb777/date/v2"
//	)
//
//	func main() {
//		amount, err := lang.ParseAmount("1.234.567,50")
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		due := lang.Day(date.New(2014, 10, 15))
//		fmt.Println(lang.Kroner{Value: amount}.In(lang.Danish), "senest", due.In(lang.Danish))
//		names := []string{"Aarhus", "Ærø", "Odense"}
//		slices.SortFunc(names, lang.NewOrder().Compare)
//		fmt.Println(names) // [Odense Ærø Aarhus]
//	}
//
// Everything here is safe for use by several goroutines at once, except that
// each goroutine needs an [Order] of its own.
package lang
