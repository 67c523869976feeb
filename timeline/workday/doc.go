// Package workday counts Danish working days and hands them to the engine as
// a calendar.
//
// A working day is a day from Monday to Friday that is no public holiday in
// law and none of the further days off that the caller names. The public
// holidays come from github.com/rickar/cal (Store bededag until 2023), for the
// years 1900 to 2199. Days that are free by agreement or custom, such as
// Grundlovsdag, 24 and 31 December, are the caller's to name: agreements
// differ.
//
//	package main
//
//	import (
//		"fmt"
//		"time"
//
//		"github.com/drejebog/monopolbrud/timeline/workday"
//		"github.com/rickb777/date/v2"
//	)
//
//	func main() {
//		days := workday.New([]workday.DayOff{{Month: time.June, Day: 5}}, nil)
//		fmt.Println(days.Count(date.New(2014, 1, 1), date.New(2014, 12, 31))) // 251
//		fmt.Println(days.OnOrBefore(date.New(2014, 6, 1)))                    // 2014-05-30
//	}
//
// Calendar and Epoch hand the days to cpm.Network.
//
// Days is read-only once made; any number of goroutines may share one.
package workday
