// Package running computes what a kommune pays, by system and year, for the legacy
// systems and for those that take their place, on the dates of its schedule.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate/running"
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
//		costs := running.Of(sched, running.Terms{First: 2014, Last: 2018, Stated: 2013, Level: 2013})
//		for _, row := range costs.Rows {
//			fmt.Println(row.System, row.Year, row.Old, row.Overlap, row.Saving)
//		}
//	}
//
// Most ask an estimate for them: estimate.Estimate has them in Running, and in the
// prices of its own level by RunningCosts.
//
// # What is paid, and until when
//
// A legacy system is used until the schedule's end of it, end@<system>, and paid
// until its contract binds no longer, contract/<id>, if that is later; where the
// contract ends first, the price is taken to stay what it was, assumed, and a finding
// says so, unless another contract on the same system begins after it. A started month
// counts to use, and a started period of payment, which are those of the calendar, is
// paid whole. What is paid after the last use is overlap. A contract of several
// systems is paid whole until the last of them ends, and counts as that one's, or each
// has its share, and ends with its own use; a rule lowers the price of a system whose
// price is known, and no sum for several. A new system is paid from the month of its
// go-live, or from the day that the plan gives its price.
//
// Old and Saving of a row add up to what the system would cost if nothing changed:
// nothing is saved before the first month without payment, but what a rule of Terms
// lowers. None of it is in an estimate's low, likely or high: what is paid to KMD
// stands in the budget already; but for a Lack, a saving that the plan says is taken out
// of an adopted budget and that is not reached, which is new money in its year.
//
// # Rounding, price levels
//
// A month is a twelfth of a year. Amounts are rounded to øre once by contract and year,
// half away from zero, so that the parts of the years add up. All of them are at the
// price level Costs.Level: Terms.Carry brings each there.
//
// # Goroutines and memory
//
// Costs are not changed once Of gave them: any number of goroutines may read them, and
// compute costs of one schedule at once. They keep the schedule's playbook and nothing
// else of it.
package running
