// Package assumed holds what an estimate takes a kommune to be like where its plan is
// silent, and what a business case rests on: how many users or cases so many inhabitants
// have, from where an inhabitant counts in part, how far a go-live may move, what a yearly
// price is by size, and the public figures that all of it is held against.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/estimate"
//	)
//
//	func main() {
//		assumptions, err := estimate.Assume()
//		if err != nil {
//			log.Fatal(err)
//		}
//		for i := range assumptions.Drivers { // []assumed.Driver
//			driver := &assumptions.Drivers[i]
//			fmt.Println(driver.Driver, driver.Scope, driver.Value(assumptions.Knee, 43_000))
//		}
//	}
//
// Estimates read these values from seeds/estimate and hand them on as
// Assumptions, the caller's to change. Their Check tells what of a data file cannot be:
// it is for whoever loads one. Every entry has its source and its certainty.
//
// Values are plain: any number of goroutines may read one that nobody changes.
package assumed
