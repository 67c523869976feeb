// Package overview puts the readiness of any number of kommuner side by side: who
// is behind with what, who has a network of neighbours to ask (7.1.6), every error
// in their plans and lists, and what the delay of one does to those in later waves.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/readiness"
//		"github.com/drejebog/monopolbrud/readiness/overview"
//		"github.com/drejebog/monopolbrud/timeline"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		var all []*readiness.Assessment
//		for _, name := range []string{"Roskilde", "Odense"} {
//			sched, err := timeline.Compute(book, plan.New(name))
//			if err != nil {
//				log.Fatal(err)
//			}
//			a, err := readiness.Assess(sched)
//			if err != nil {
//				log.Fatal(err)
//			}
//			all = append(all, a)
//		}
//		for _, row := range overview.New(book, all).Rows {
//			fmt.Println(row.Rank, row.Kommune.Name, row.Behind)
//		}
//	}
//
// # Rank
//
// The one that is furthest behind stands first: more projects behind before fewer,
// then less confirmed before more. A kommune whose plan says nothing but who it is
// has no rank, since what there is of it is the playbook's dates.
//
// # Delays that are passed on
//
// A system is rolled out in waves; a kommune of a later wave begins when those
// before it are live (4.8). [Propagate] follows a delay through the waves, a
// supposed one too, and says who is left with how many working days.
//
// # Promises
//
// json.Marshal of an Overview, and of any of its parts, is the form that
// schema/overview.schema.json among the data files describes. The same assessments
// give the same bytes, in whatever order kommuner of one rank were handed in. New
// and Propagate change nothing that they are given; an Overview that nobody changes
// may be shared by any number of goroutines, as its assessments may.
package overview
