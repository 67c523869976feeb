// Package product multiplies named inputs: a figure of hours or kroner is what a few
// numbers come to that can be looked up or guessed one by one, each with its range and
// its source. It knows nothing of estimates.
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/drejebog/monopolbrud/estimate/product"
//		"github.com/shopspring/decimal"
//	)
//
//	func main() {
//		number := decimal.RequireFromString
//		days := product.Input{
//			ID: "days-per-contract", Unit: "workdays/contracts",
//			Low: number("0.5"), Likely: number("1"), High: number("2"),
//		}
//		hours := product.Input{
//			ID: "hours-a-day", Unit: "hours/workdays",
//			Low: number("7.4"), Likely: number("7.4"), High: number("7.4"),
//		}
//		low, likely, high := product.Of([]*product.Input{&days, &hours})
//		fmt.Println(low, likely, high, product.Unit(days.Unit, hours.Unit))
//	}
//
// prints 3.7 7.4 14.8 hours/contracts.
//
// An input is in a unit such as "hours/workdays" or "seats/meetings*departments": what
// stands behind the stroke divides, and "1" is a share. Unit says what several come to,
// so that whoever multiplies can hold it against what the figure is to be counted in.
//
// Of is exact in decimals but for the ends of the range, which are rounded to three
// figures: they are no surer than that. Nothing here is changed, so that any number of
// goroutines may read one input.
package product
