// Package dansk writes, reads and sorts numbers, dates and names as Danes do.
//
// Numbers have a dot between thousands and a comma before the decimals,
// "1.234.567,50 kr."; dates are "15. oktober 2014"; and æ, ø, å are the last
// letters of the alphabet, with aa sorted as å, so that Aarhus stands after
// Ærø.
//
// Formatting works on the digits of exact decimals, never through a float, and
// every rounding is half away from zero. Readers are strict and bounded; their
// errors are structs that say in English (Error) and Danish (Danish) what was
// wrong.
//
//	package main
//
//	import (
//		"fmt"
//		"slices"
//
//		"github.com/drejebog/monopolbrud/drejebog/dansk"
//		"github.com/rickb777/date/v2"
//	)
//
//	func main() {
//		amount, err := dansk.ParseDecimal("1.234.567,50")
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		fmt.Println(dansk.Kroner(amount), "senest", dansk.Date(date.New(2014, 10, 15)))
//		names := []string{"Aarhus", "Ærø", "Odense"}
//		slices.SortFunc(names, dansk.NewOrder().Compare)
//		fmt.Println(names) // [Odense Ærø Aarhus]
//	}
//
// Everything here is safe for use by several goroutines at once, except that
// each goroutine needs an [Order] of its own.
package dansk
