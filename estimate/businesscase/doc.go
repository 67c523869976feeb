// Package businesscase computes the kommuner's joint case of the monopoly's end,
// seen from one of them: what it pays a year for the legacy systems and for those
// that take their place, what it takes to bring these in, and what the benefits of
// its own plan are worth.
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
//		"github.com/drejebog/monopolbrud/estimate/businesscase"
//		"github.com/drejebog/monopolbrud/timeline"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sched, err := timeline.Compute(book, plan.New("Roskilde")) // with payments on its contracts
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
//		b, err := businesscase.Of(est)
//		if err != nil {
//			log.Fatal(err)
//		}
//		if b.Complete() {
//			fmt.Println("present value:", b.PresentValue)
//		}
//		for _, f := range b.Findings {
//			fmt.Println(f.Text.EN)
//		}
//	}
//
// Package estimatereport tells a case to people; json.Marshal gives the document
// that seeds/schema/businesscase.schema.json describes.
//
// # What goes in
//
// Of takes an estimate in fixed prices, in all its years whatever year it was cut to.
// What the kommune pays today stands on the contracts of its plan; what the new
// systems cost, the discount rate, the benefits and the add-ons stand there too. Where
// the plan names no price of a new system, it is what the replaced ones cost less the
// sector's target, and OnTarget says so. Where it names no payment, or a date that the
// case turns on is not known, the case is not Complete: findings say what is missing,
// and Rows holds the implementation only. What the case assumes beside the plan stands
// in estimate.Assumptions.Case, and each of its entries counts from the day that it was
// published: the price of the shared infrastructure, the falls of KMD Sag's price and
// the sector's accounts have no place in a case as of 2014.
//
// # What comes out
//
// Rows are what is saved, paid and earned, each with its certainty and source; Years
// are their sums by year, with gains above zero. Present values are of the years'
// totals in the first year, as NetPresentValue has them; Payback is the month by whose
// end the case has earned itself back for good. Sensitivity is the same case with one
// thing at the ends of its range, what changes most first.
//
// JudgeAddOn says whether to buy a module to a system that is to be replaced (6.4), and
// a Benefit what the plan expects and what was measured (4.6).
//
// # Rounding, price levels
//
// A month is a twelfth of a year. A row's part of a year is rounded once, to øre, half
// away from zero, and so that the parts add up to the whole; each sum is one of such
// parts. A present value is exact and rounded once. Amounts are at the estimate's
// PriceLevel; payments that no index carries there are brought by an assumption, with a
// finding, and Sensitivity tries its range.
//
// # Goroutines and memory
//
// A Case is not changed once Of gave it: any number of goroutines may read it, its
// estimate and their book at once, and compute cases of one estimate at once. It keeps
// its estimate, and through that the schedule and the book; its own rows are a few
// kilobytes.
package businesscase
