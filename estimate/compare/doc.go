// Package compare holds two estimates of a kommune against each other: whose new money
// stands in another budget year, and what each year has more or less.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/compare"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/rickb777/date/v2"
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
//		sched, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		later, err := sched.With(func(p *plan.Plan) {
//			p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 4, 1))}}
//		})
//		if err != nil {
//			log.Fatal(err)
//		}
//		before, err := estimate.Compute(sched, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		after, err := estimate.Compute(later, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, move := range compare.Estimates(before, after).Moves {
//			fmt.Println(move.Project, move.From, "→", move.To, move.Money)
//		}
//	}
//
// New money is what needs an appropriation, at its likely figure. What a line has less in
// one year and more in another moves; what it grows or shrinks by only shows in the years.
// Money that hangs on a date nobody knows has the year estimate.Undated, or that of its
// contribution.
//
// # Promises
//
// Sums are exact: what moves out of a project's years and what they lose beside are what
// they have less. Estimates(b, a) tells the same the other way round. Package
// estimatereport tells a comparison in words; json.Marshal gives what
// seeds/schema/estimate-comparison.schema.json describes.
//
// The function only reads what it is given, and may run in many goroutines on the same
// estimates.
package compare
