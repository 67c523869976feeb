// Package outlook computes how far an estimate may miss: what its sum stays within,
// and which lines and general conditions add most to the uncertainty; and how sure its
// dates and its money are together.
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
// # Dates and money together
//
// JointOf draws the schedule with the estimate (package timeline/risk): how long tasks
// take between the low and the high that the playbook's data have, both as 1 % and 99 %
// marks; go-lives within the period that the plan gives, else as far from their day as
// the estimate assumes (Assumptions.GoLive); what others have promised, by how late what
// they promised before came, and what nobody has promised as late after the day on which
// it is expected; the plan's risks; and every line, driver and rate as above.
// What one party or one role does is late together (Assumptions.Together).
//
//	j, err := outlook.JointOf(ctx, est, outlook.Simulation{Seed: 1})
//
// In a sample a go-live falls on the later of its drawn day and the finish of what must
// precede it, and what follows goes with it, money and hours too. No row starts before
// it is planned; one that is placed, whose target counts back from a date, starts no
// earlier than it can, and is begun earlier when its draw needs it. A go-live does not
// wait for what nobody has dated, nor for what is over. New money falls in no year before
// the first in which it is planned; money that nobody knows the date of stays in its year.
// A monthly line costs more the longer its task goes on, and so does continuous work that
// ends with something, such as a go-live, unless its figure was stated: Joint.Delay is what
// a month costs. With every draw at its likely
// value a sample is the schedule to the day and the estimate to the øre. A risk delays
// a milestone by seven days of the calendar for five working days.
//
// MeasureOf holds it against the simulation of the plan before an edit, the same draws on
// both sides: what a measure buys in days and kroner. Joint.Weigh asks what go-lives would
// gain if one uncertainty were gone.
//
// A Gate is a hard date: how likely it holds, the day that one can be 80 % sure of, and
// what decides it. Together says how likely date and money hold both, and which pairs of
// the two do in seven of ten samples. Reserve sets what the draws take beyond the likely
// money beside the successive principle.
//
// # What it does not know
//
// Figures that rest on assumptions give percentiles that do. What has no figure is not
// in them, and to Of go-lives count as they stand. Running costs of systems are in
// neither. Amounts are computed in binary and rounded
// to whole kroner, half away from zero; they are at the price levels of the estimate,
// and no sum of them is exact.
//
// # Goroutines and memory
//
// An Uncertainty is not changed once Of gave it: any number of goroutines may read it,
// and compute others of the same estimate. A simulation uses all cores. It keeps its
// estimate, and of each simulation the sums of all draws: 160 kB for the usual 10,000.
package outlook
