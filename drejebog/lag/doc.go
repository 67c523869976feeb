// Package lag counts days by lengths of time: so many calendar months, days, or days from
// Monday to Friday, from one event to another; and the end of a contract by its notice.
//
//	package main
//
//	import (
//		"fmt"
//		"time"
//
//		"github.com/drejebog/monopolbrud/drejebog/lag"
//		"github.com/rickb777/date/v2"
//	)
//
//	func main() {
//		golive := date.New(2016, time.May, 31)
//		fmt.Println(lag.AddMonths(golive, -3)) // 2016-02-29
//		notice := lag.Lag{Value: 6, Unit: lag.Months}
//		fmt.Println(notice.LatestNotice(date.New(2015, time.December, 31))) // 2015-06-30
//	}
//
// Months are clamped to the last day of theirs. Package drejebog has Lag and its units by
// its own names; Danish holidays are package timeline/workday's.
//
// All are values and functions of them: any number of goroutines may share them.
package lag
