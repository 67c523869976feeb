// Package level puts what the activities of a network need against the resources that
// there are: it says what is needed of each resource, when and by whom ([Load]), moves
// activities within their float so that as little as possible is needed above what
// there is ([Smooth]), and finds dates at which nothing is ([Level]). It stands on the
// scheduling engine, package cpm, and knows nothing of what the resources are.
//
// # A whole program
//
//	package main
//
//	import (
//		"context"
//		"fmt"
//		"time"
//
//		"github.com/drejebog/monopolbrud/timeline/cpm"
//		"github.com/drejebog/monopolbrud/timeline/level"
//	)
//
//	func main() {
//		problem := level.Problem{
//			Network: cpm.Network{
//				Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
//				Activities: []cpm.Activity{
//					{Key: "write", Duration: 3},
//					{Key: "test", Duration: 2},
//					{Key: "release", Milestone: true},
//				},
//				Links: []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
//			},
//			Input:     cpm.Input{Start: cpm.Instant(cpm.Date(2026, time.January, 5))},
//			Resources: []level.Resource{{Key: "Ann", Units: 7}},
//			Demands: []level.Demand{
//				{Activity: 0, Resource: 0, Units: 5},
//				{Activity: 1, Resource: 0, Units: 4},
//			},
//		}
//		plan, err := level.Level(context.Background(), &problem, level.Options{})
//		if err != nil {
//			fmt.Println(err) // level.Faults or cpm.Faults: everything that is wrong
//			return
//		}
//		for i, a := range problem.Network.Activities {
//			fmt.Println(a.Key, cpm.Day(plan.Result.Dates(i).Start))
//		}
//	}
//
// Activities, resources, calendars are named by index. A [Problem] is only read, and may
// be shared by goroutines; a [Plan] is the caller's own, and its Result may be read by
// many at once.
//
// # What counts as capacity and as need
//
// Both are whole units in a tick: hours in hundredths a day, people, machines. A
// [Resource] has so many in each working tick of its calendar, and another number from
// one date to another: a leave, a new colleague. A [Demand] is so much in each working
// tick of an activity, a total spread as evenly as whole units can be, or a profile. An
// activity that works when its resource does not has a need that cannot be met then.
//
// [Load] counts exactly, with everything at the dates of a result: what is needed in a
// period and by whom, what there is, what is above. What the periods, and the time
// before and after them, hold adds up to all that is needed.
//
// # Smoothing
//
// [Smooth] keeps the dates that bind: the finish of the network or its must-finish date,
// deadlines and constraints, and Problem.Dues. Within them it moves what has not started.
// The excess is the sum, over ticks and resources, of load less capacity where that is
// positive, the evenness the sum of the squares of the loads. Of plans that are equal in
// both, the one nearest to the plan that people know (Options.Known) is taken; with
// Options.Sparing the evenness does not count, and a move must save so much that it is
// worth it. Annealing
// moves an activity together with what it pushes and pulls through the links (S.
// Kirkpatrick, C. D. Gelatt and M. P. Vecchi, 1983); then one after another goes where it
// is best (A. R. Burgess and J. B. Killebrew, 1962). Small problems are searched to the
// end.
//
// # Levelling
//
// [Level] moves the dates themselves. Nothing that can be moved takes part in needing
// more than there is, unless levels of effort, summaries or work under way follow from
// it wherever it goes; what cannot be moved, or alone needs more than there ever is, is
// named in Plan.Excesses. The least lateness of the binding dates comes first, each tick
// counting by its weight, so that several projects in one network compete by the weights
// of their dates; then the earliest finish. A [Move] says what an activity waited for: the
// links, or the resource and the activities that hold it.
//
// Schedules come from the serial scheme (J. E. Kelley, 1963; the parallel one reaches no
// better ones and misses some, A. Sprecher, R. Kolisch and A. Drexl, 1995): forward from
// the start, and back from the finish as justification (V. Valls, F. Ballestín and S.
// Quintanilla, Justification and RCPSP: a technique that pays, 2005). Two populations of
// lists of activities, of early and of late schedules, beget each other (D. Debels and M.
// Vanhoucke, A decomposition-based genetic algorithm for the resource-constrained
// project-scheduling problem, 2007), by peak crossover (V. Valls, F. Ballestín and S.
// Quintanilla, A hybrid genetic algorithm for the resource-constrained project scheduling
// problem, 2008); the last two fifths of the budget polish the best of them. Every generation of all starts, a
// pass of justification too, is one schedule of the budget. The search runs on one core,
// and what it finds depends on the problem, the budget and the seed alone.
//
// The bound is what the network costs without resources; a binding date is no earlier than
// what has to be finished by it can have had what it wants of each resource. On one calendar without binding
// dates it is raised: a finish is refuted by windows that links, pairs which never go on
// together, time tables and the energy of each stretch of time leave empty (R. Klein and
// A. Scholl, Computing lower bounds by destructive improvement, 1999; J. Erschler and P.
// Lopez, 1990; P. Baptiste, C. Le Pape and W. Nuijten, Constraint-based scheduling, 2001).
// With ten activities or fewer that want something, all starts are tried (A. H. Land and
// A. G. Doig, 1960). Plan.Proved says that the plan reaches the bound.
//
// # Two ways to the same answer
//
// Where all links are sums on one calendar, needs are flat and few, and nothing is
// started, fixed, constrained or paused, schedules are made from flat arrays with the
// free units of four resources in one word for each tick: that is how the problems of
// PSPLIB are solved (R. Kolisch and A. Sprecher, PSPLIB: a project scheduling problem
// library, 1997). Everything else goes through [cpm.Placement], the engine's own rules for
// each activity: any link, lag, calendar, constraint, progress, pause.
//
// # What it takes
//
// The 480 problems of PSPLIB with 30 activities end 0.16, 0.05 and 0.02 % above the
// optimum on average, with 1,000, 5,000 and 50,000 schedules; 317 are proved. Those with
// 60 end 11.47, 11.01 and 10.69 % above the bound without resources (the best that is
// known: 10.37); 346 are proved. One core makes some 400,000 schedules a second of 60
// activities on one calendar, and 20,000 of 150 on three with months
// (BenchmarkLevelOneCalendar60, BenchmarkLevelThreeCalendarsAndMonths).
//
// # What it promises
//
// No input makes it panic or hang: the search ends with its budget or its context, and
// what would look at more than [MaxCells] ticks is refused. Dates are the engine's:
// Plan.Result is a solution of the network for Plan.Input, which [cpm.Check] passes.
// Equal problems, budgets and seeds give equal plans on every machine; Smooth reckons
// with floating-point numbers on the way to its plan, so that this holds for one
// architecture.
//
// A [Problem] is only read, and many goroutines may read one. A [Plan] and a [Loads] belong
// to the caller, and share nothing with the problem that is written to.
package level
