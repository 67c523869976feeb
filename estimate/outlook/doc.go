// Package outlook computes how far an estimate may miss: what its sum stays within,
// and which lines and general conditions add most to the uncertainty.
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
//		"github.com/drejebog/monopolbrud/estimate/outlook"
//		"github.com/drejebog/monopolbrud/timeline"
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
//		contributions, err := estimate.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		est, err := estimate.Compute(sched, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		u, err := outlook.Of(est, outlook.Simulation{Seed: 1})
//		if err != nil {
//			log.Fatal(err)
//		}
//		fmt.Println("new money, 80 % likely to be at most:", u.NewMoney.Within(0.8))
//		fmt.Println("drawn:", u.Simulated[0].NewMoney.Within(0.8))
//	}
//
// Package estimatereport tells the result to people; json.Marshal gives the document
// that seeds/schema/uncertainty.schema.json describes. An estimate of one budget year
// (Estimate.InYear) gives the uncertainty of that year.
//
// # Lichtenberg's successive principle
//
// Low and high of each line, driver and rate count as its 1 % and 99 % marks: the mean
// is (low + 2.9·likely + high)/4.9 and the standard deviation (high − low)/4.6. A
// driver or a rate that several lines share is a general condition, an item of its
// own, so that what is left is independent: variances add. Items are in the order of
// their share of the variance: what to split, or to find out better, next. What the
// plan states has no spread. (S. Lichtenberg, Proactive Management of Uncertainty,
// 2000.)
//
// # Simulation
//
// A Simulation draws the same three points from distributions of a shape: the sum of
// each draw is one that the estimate could come to. Lines of one driver can be made to
// move together by a correlation. The same seed gives the same bytes with any number of
// cores, on one architecture.
//
// # What it does not know
//
// Figures that rest on assumptions give percentiles that do. What has no figure is not
// in them, and go-lives count as they stand. Amounts are computed in binary and rounded
// to whole kroner, half away from zero; they are at the price levels of the estimate,
// and no sum of them is exact.
//
// # Goroutines and memory
//
// An Uncertainty is not changed once Of gave it: any number of goroutines may read it,
// and compute others of the same estimate. A simulation uses all cores. It keeps its
// estimate, and of each simulation the sums of all draws: 160 kB for the usual 10,000.
package outlook
