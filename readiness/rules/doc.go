// Package rules is what readiness is measured by, as the rows of the data files say it:
// the five gates and the milestones that they hang on, the topics that decide beside
// KOMBIT's requirements, the thresholds, what the playbook lets a kommune prepare, and
// what became known later.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/readiness/rules"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		read, err := rules.Of(book, nil)
//		if err != nil {
//			log.Fatal(err)
//		}
//		fmt.Println(read.For(book).At(rules.ReadinessGate)) // 4.8/bekraeftet
//	}
//
// Of reads and checks: every id that a row names has to be in the playbook of the same
// files, and every topic has to name what the way in which it is judged needs. How a topic
// is judged is code of package readiness, which hands in the needs; Of asks for them only
// where the book was loaded from other files than the module's own.
//
// Rules are not changed once they are read: goroutines may share them. Those of the
// module's files are kept for as long as the program runs, others with their book.
package rules
