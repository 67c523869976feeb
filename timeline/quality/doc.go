// Package quality measures how well a schedule is made: DCMA's fourteen points.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/quality"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sched, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, metric := range quality.Of(sched).Metrics {
//			fmt.Println(metric.Check.ID, metric.Count, "of", metric.Of, metric.Met)
//		}
//	}
//
// # What is measured
//
// A plan can meet all its deadlines and still be one that nobody can steer by:
// tasks that wait for nothing, lags in the place of work, float of half a year.
// The points are those of the Defense Contract Management Agency; behind them
// stand the best practices of GAO's Schedule Assessment Guide (GAO-16-89G). What
// each asks for, and its source, are data of the playbook (QualityChecks).
//
// Tasks that count are those that are left to do, without level of effort;
// dependencies that count are the hard ones to such tasks and to milestones. What
// a plan does not tell enough for is not measured, and Metric.Unknown says why:
// without a data date nothing can be late, without people nobody can be missing.
//
// Two of the points solve the network once more. The critical path test lengthens
// the first task of the critical path by 600 working days and sees how much of
// that arrives. The path length index is the length of the path with its float,
// over its length.
//
// Findings are notes (DB-321): a schedule of poor quality breaks nothing. A
// schedule is not measured unless somebody asks, and its own findings never have
// them.
//
// # As data and in words
//
// json.Marshal of an assessment is what seeds/schema/timeline-quality.schema.json
// describes; a metric alone has the form that it has in the whole. Measured and
// Limit are the figure and the bound in both languages; package
// timeline/timelinereport tells the whole.
//
// # Goroutines
//
// Of only reads the schedule: any number of goroutines may measure one. An
// Assessment is data, and may be shared as long as nobody changes it. It keeps the
// schedule, and beside that a few kilobytes.
package quality
