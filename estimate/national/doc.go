// Package national sums the estimates of all kommuner, each without a plan of its own,
// by budget year and by size, and sets the sums beside public figures: the yardsticks
// that the reference set is held against.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/national"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		contributions, err := estimate.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		assumptions, err := estimate.Assume()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sums, err := national.Of(book, contributions, &assumptions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		for i := range sums.Measured {
//			m := &sums.Measured[i]
//			fmt.Println(m.Name.EN, m.Likely.Round(0), m.Within(), m.Multiple())
//		}
//	}
//
// # What is summed
//
// Every kommune of the book is scheduled and estimated as of the book's day, which takes
// some seconds. Low and high are sums of those of the lines: the outer range. A driver's
// are sums of the ends between which a kommune's own count lies.
//
// # What it is held against
//
// A yardstick (seeds/estimate/yardsticks.yaml) is a public figure with its source. Where it
// is bound, the sum's likely number has to lie from its low to its high, else an assumption
// is wrong and Within is false; all others are told as a multiple of the public figure.
// Many are later than 2014, and say so: they judge our figures, and no estimate as of 2014
// rests on them.
//
// Package estimatereport tells it; json.Marshal gives the document that
// seeds/schema/yardsticks.schema.json describes.
//
// # Goroutines
//
// Of changes nothing that it is given, and any number of goroutines may call it at once. A
// National is not changed by what is asked of it; its yardsticks are the assumptions' own,
// and are not to be changed.
package national
