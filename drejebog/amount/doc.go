// Package amount is exact money and exact working time: Kroner and Hours, which do not mix.
// Package drejebog has both by the same names.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog/amount"
//	)
//
//	func main() {
//		rate, err := amount.ParseKroner("412,50 kr.")
//		if err != nil {
//			log.Fatal(err)
//		}
//		hours, err := amount.ParseHours("37,5")
//		if err != nil {
//			log.Fatal(err)
//		}
//		fmt.Println(hours.Times(rate)) // 15.468,75 kr.
//	}
//
// Arithmetic is exact, in decimals; only Round rounds, half away from zero, and what is
// told (String, Thousands, Exact, MarshalJSON) says to what. Amounts are compared with Cmp:
// == does not compile.
//
// What people write is read as package lang reads it: "150.000" is a hundred and fifty
// thousand kroner, "1.234,50" and "1234.50" the same; what could mean two things is an
// *Error that asks.
//
// Values may be shared by any number of goroutines.
package amount
