// Package period reads and writes time as Danish planners write it: a day, a week,
// a month or a part of one, a quarter, a season, two ends with a dash between them,
// "senest …", "løbende", "nogle uger før idriftsættelsen".
//
// A Period keeps the text and what it means: its first and last day, both part of
// it, how exactly the text says it, and what is open or not known. A start counts
// from the first day, an end to the last. What the words mean is said at Period;
// it is the same everywhere.
//
// Parse reads a text, and Conventions.ParseAt one of a known day, which may leave
// its year out. A text that cannot be read, or that can be read in two ways, is an
// Error that names the part and what was expected there: "30. februar 2014", "uge 53
// 2014" and "2014-23" are errors, not guesses. String writes one Danish form for
// each meaning, English the English one, EDTF that of ISO 8601-2; Parse reads String
// and EDTF back.
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/drejebog/monopolbrud/drejebog/period"
//	)
//
//	func main() {
//		p, err := period.Parse("medio maj 2014 – oktober 2014")
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		fmt.Println(p.First, p.Last)  // 2014-05-11 2014-10-31
//		fmt.Println(p.English())      // mid-May 2014 – October 2014
//		fmt.Println(p.EDTF())         // 2014-05-11/2014-10
//	}
//
// Relative periods are a Distance from an event. What a vague one ("nogle uger")
// counts as is data of the playbook, not of this package.
//
// Errors are faults with values, told to people by a catalogue of words (package
// lang). A Period is a value: goroutines may share it as long as nobody writes to
// what its pointers lead to. The package keeps nothing and has no state.
package period
