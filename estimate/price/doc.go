// Package price carries amounts from one year's prices or wages to another's by indices
// that were published, or that somebody has of his own.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/estimate/price"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		indices := price.Published(book.PriceEstimates)
//		factor, known := indices.Carried(drejebog.Wages, 2013, 2014)
//		fmt.Println(factor, known)
//	}
//
// An index leads from one year to the next. Several are multiplied; going back is a
// division, to ten decimals. An index that is missing on the way leaves the amount where
// it is, and says so; Brought takes a growth in its place, and what comes of it is assumed.
//
// Indices are a function without state: any number of goroutines may call them.
package price
