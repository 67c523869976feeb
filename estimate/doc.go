// Package estimate computes how much: what a kommune's tasks cost it in each
// budget year, in hours of its own people and in new money.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/form"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
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
//		if err := form.Write(os.Stdout, est); err != nil { // estimatereport tells it to people
//			log.Fatal(err)
//		}
//	}
//
// # Where the figures come from
//
// KOMBIT published contributions to the kommuner's budgets: one in June 2013
// for budget 2014, and in May 2014 one each from SAPA, Støttesystemerne and KSD
// for budget 2015, which supplement it. KY's was promised and is not known to
// have come. Their figures are not public. Reference puts a set of our own in
// their place: every figure is assumed and says why. Seen from a day, only
// contributions published by then and steps known by then count.
//
// Each of these figures is the product of named inputs (package product,
// seeds/estimate/inputs.yaml): a public fact with its source, or a guess that says so,
// with its range. Their units have to come to hours or kroner for what the line is per:
// "hours/workdays" times "workdays/departments" for each of the departments; what stands
// behind the stroke divides, and "1" is a share. No input of a figure is itself in hours or
// kroner. The ends of a product are taken together by the square root of the sum of the
// squares of their relative distances, as errors of a product are to first order, and the
// high is at most six times the low: what is wider is not yet estimable. Explanation.Largest
// names the two inputs that move a line most. Some drivers follow from inputs in the same
// way. Package national sums all kommuner and holds the sums against public figures.
//
// Package figures writes a sheet with a row for each line, rate, driver and index, what
// is assumed beside an empty cell, and reads it back; Assumptions.Figures takes what it
// read. When all are filled in, nothing is assumed: AssumedShare is 0, and every cell
// names the cell of the sheet that it comes from.
//
// # How an amount comes about
//
// A Line says what one role spends on one step, or what is bought for it:
// fixed, or for each unit of a driver, and perhaps for each month that the step
// goes on. Its money falls on the days of the step, or at a milestone: a supplier's when
// what was ordered is built. How much a kommune has of a driver the plan says, or else its
// population (Assumptions); an hour costs what the rate of its role says. The
// line falls on the budget years as the task's working days do; hours that hang
// on an unknown go-live are Undated. New money stands in the year that the plan gives
// it; else in that of the days, but in none before its contribution's; where nobody
// knows the days, in its contribution's, Provisional. Basis holds all of it as data, Cell points
// to it, and Explain finds it by line, task or section.
//
// Low and high are the line's own, with drivers and rates at their likely
// values. What those would change, Inputs tells. Sums of lows and highs assume
// that everything goes equally well or equally wrong; Totals.Mean is the
// expected amount by Lichtenberg's formula.
//
// # The kommune's own plan
//
// Its adjustments replace, scale, add or drop lines of a step or a go-live, in
// one year or all, each with its reason; Differences holds both figures. Two
// that change the same line in the same year are a fault, and neither counts.
// The year is one of the plan's dates: when a request tries later go-lives, what
// was changed moves with the days that lay in it.
// Its own tasks cost the hours that it gives them, in the role of who does
// them. The hours that it gives a task of the playbook stand for the estimate's: for those
// of the roles of its executor, or of all roles in proportion where it names none. What it has decided about a line, set aside or within the frame, counts
// as that; the rest is undecided. An adjustment or a decision that fits nothing,
// and hours that nothing was computed from, are findings: ToMend lists them.
//
// # New money and own hours
//
// They are kept apart everywhere. External expense and backfill are new money,
// which needs an appropriation. Hours of people who are paid already need none:
// their value is information. Hours that a stand-in covers are own hours too,
// but their price is the stand-in's, so that nothing is counted twice.
//
// # Prices
//
// Amounts are at the price level of the rates, 2014. Prices puts them in fixed
// prices of another year, or each budget year in its own: wages and prices by
// KL's estimates as they were published by as-of, or by what was handed in. A
// year without an estimate is a fault, and the amounts stay at the last level
// that is known: Year.PriceLevel says which. An amount of the plan's own is carried from
// its priceLevel; without one, what it gives to a budget year stands as it is written.
//
// # What is computed from it
//
// national, all kommuner beside public figures; businesscase, what the kommune pays before
// and after; request, what it asks the
// budget for; staffing, who is needed when against who there is; outlook, how far the estimate may miss; workbook, an Excel model of it;
// estimatereport tells them all. RunningCosts, Slipped and HeadOf hand them what only
// the estimate knows.
//
// # JSON
//
// json.Marshal of a result is what form.Write writes and seeds/schema describes
// (estimate): its head, with the findings of the
// schedule before its own, then its data. Each part has the same form alone.
// InputsThatMatter are there after Weigh, which schedules the kommune again for
// each go-live. Package estimatereport tells results to people.
//
// # Goroutines and memory
//
// A book, a schedule, contributions and assumptions that Compute got are not changed by
// it, and any number of goroutines may compute from them at once. An Estimate is not
// changed by what is asked of it, and may be read and told by any number of them; Weigh
// alone sets InputsThatMatter, and belongs to who made the estimate. Assumptions that
// Compute was called on are kept, not copied: they are not to be changed after it.
//
// An estimate keeps its schedule with book and plan, what each line of each task was
// computed from (Basis), and its cells: with the reference set and no plan about 320
// of the first, 390 of the second and half a megabyte. InYear shares all of it.
//
// # What it promises
//
// Amounts are exact decimals. The only rounding is that of a Cell, one line in
// one year: ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to øre and to hundredths of an
// hour, half away from zero. Every total is a sum of cells, so lines, years and
// groups add up to the øre, and a slip that moves money between years conserves
// the whole. The same input gives the same bytes of JSON.
//
// Compute fails only when nothing can be computed. A line that cannot be used
// gives a finding and no money; what is handed in twice counts once, and a
// figure that nothing asks for not at all, each with a finding. Nothing here
// panics on what a plan or a contribution holds.
package estimate
