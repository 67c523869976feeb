// Package steering makes the status report that a programme's steering group gets
// each month: how time, money, readiness, benefits and people stand, what has come
// about since the last report, and what the group is asked to decide.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/readiness/status"
//		"github.com/drejebog/monopolbrud/readiness/steering"
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
//		now, err := status.Compute(book, plan.New("Roskilde"), contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		report, err := steering.Of(now, nil) // or the status of the plan as it last was
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, light := range report.Lights {
//			fmt.Println(light.Subject, light.Light, light.Why.In(lang.Danish))
//		}
//	}
//
// # Lights
//
// A light is the worst of its measures, and a measure is a number with a tolerance:
// a row of readiness/steering.yaml among the data files says from where on it is
// yellow and red. So whoever reads the same plan sets the same light. What nothing
// is known of is grey, which is worse than green; where something was due and the plan
// is silent on it, the light is yellow.
//
// # Against an earlier report
//
// The earlier plan is computed as it was, by its own day. From it come the trends,
// where each milestone stood, which deviations are new, and the first day of the
// period; without it the period is a month and there are no trends.
//
// # What is in it
//
// Nothing that is past, but the decisions of the period, and nothing that is neither
// a decision, a deviation nor a date. Money is new money; own hours are paid
// already. Risks are those of the plan; where it has none, the findings and chains
// with the least float stand for them and Computed says so.
//
// Package readinessreport tells a report on one sheet; json.Marshal gives the
// document that seeds/schema/statusreport.schema.json describes.
//
// # Goroutines
//
// Of changes nothing that it is given, and any number of goroutines may call it on
// the same status. A Report is data and points into its status.
package steering
