// Package request makes the budget request that a kommune's budget officer attaches to
// the case: new money of the budget year to be decided and of the three estimate years
// after it, by purpose; what is set aside, within the frame or not decided; needs that
// came too late for their budget; and what a slip of the go-lives does.
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
//		"github.com/drejebog/monopolbrud/estimate/request"
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
//		r, err := request.Of(est)
//		if err != nil {
//			log.Fatal(err)
//		}
//		for i := range r.Years {
//			y := &r.Years[i]
//			fmt.Println(y.Year, y.NewMoney, "not decided:", y.NewMoneyUndecided())
//		}
//	}
//
// Package estimatereport tells a request on one A4 sheet; json.Marshal gives the document
// that seeds/schema/request.schema.json describes.
//
// # What is in it
//
// The first of Years is the estimate's DecisionYear, the next budget to be adopted, whether
// the estimate has an amount for it or not; that of an estimate of one year
// (Estimate.InYear) is that year. Before, Years, After and
// Undated add up to the whole estimate. New money is Required, Follows or Chosen: what the
// playbook asks of the kommune, the first time after a go-live, and all else. TooLate are
// needs that nobody knew of before the budget of their year was adopted. Supplements are
// the supplementary appropriations that adopted years need, each with its cover: as the
// plan's decisions say, else proposed. Account is where the money is to stand. Uncovered are
// the hours that the people of the plan have no time for by its staffing plan, and what a
// stand-in for them costs: no new money until somebody asks for it.
//
// Slip schedules the kommune once more, with every go-live that lies ahead later by the
// months that the assumptions name: Year.Slipped is what then falls in each year,
// Unspent is spent later, not saved, and Transfer is set aside already: it keeps its
// decision, so that no year asks for it again. Running, what is paid for old and new
// systems, stands apart, and so do undated hours and their value. Delay is what another month costs: of what lasts as
// long as the projects do, and of the payments for the legacy systems that go on.
//
// # Rounding, price levels
//
// Amounts are sums of the estimate's cells, so they are exact to the øre and at its price
// level. A month's cost is the sum of what each cell costs in one of its months, to four
// decimals, rounded to øre; payments that no index carries to that level stand at one of their own (LegacyMonth.PriceLevel). Amounts are as the estimate
// has them; nothing is added for VAT.
//
// # Goroutines and memory
//
// A Request is not changed once Of gave it: any number of goroutines may read it, and make
// requests of one estimate at once. It keeps its estimate and a few kilobytes of its own;
// the second schedule is let go.
package request
