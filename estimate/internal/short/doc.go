// Package short computes with decimal numbers of few digits, without memory: nearly all
// amounts of an estimate are. What does not fit says so, and is computed with decimals
// then, to the same results.
//
//	price, ok1 := short.Of(decimal.RequireFromString("412.50"))
//	each, ok2 := price.Times(short.OfInt(3))
//	oere, ok3 := each.Hundredths(1, 2) // of half of it: 61875
//	if !ok1 || !ok2 || !ok3 {
//		// compute with decimals
//	}
//
// Numbers are values and shared by any goroutines.
package short
