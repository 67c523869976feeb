// Package risk simulates a network of which durations and dates are uncertain: how
// likely a date holds, what decides it, and what else, such as money, comes out with
// it. It knows ticks and numbers, nothing of any particular project.
//
// # In which order to call it
//
// A Model is a network and an input of package cpm with what is uncertain in them.
// Quantities are drawn from curves of package threepoint. Simulate draws all samples;
// Removals does so once for each uncertainty, without it.
//
//	package main
//
//	import (
//		"context"
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/timeline/cpm"
//		"github.com/drejebog/monopolbrud/timeline/risk"
//		"github.com/drejebog/monopolbrud/timeline/threepoint"
//	)
//
//	func main() {
//		days := func(low, likely, high float64) *threepoint.Curve {
//			d, err := threepoint.Value{Low: low, Likely: likely, High: high, Ends: threepoint.OneIn100()}.Fit(threepoint.PERTShape)
//			if err != nil {
//				log.Fatal(err)
//			}
//			return threepoint.NewCurve(d)
//		}
//		model := &risk.Model{
//			Network: cpm.Network{
//				Activities: []cpm.Activity{{Key: "build"}, {Key: "teach"}, {Key: "live", Milestone: true}},
//				Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
//			},
//			Durations: []risk.Duration{
//				{Activity: 0, Quantity: risk.Quantity{Of: days(20, 30, 80), Factor: "supplier", Loading: 0.7}},
//				{Activity: 1, Quantity: risk.Quantity{Of: days(25, 35, 50)}},
//			},
//			Events:  []risk.Event{{Key: "error", Probability: 0.2, Effects: []risk.Effect{{Activity: 0, Plus: days(5, 10, 20)}}}},
//			Targets: []int{2},
//			Amounts: 1,
//			Money: func(s *risk.Sample, amounts []float64) {
//				amounts[0] = 4000 * float64(s.Duration(0))
//			},
//		}
//		result, err := risk.Simulate(context.Background(), model, risk.Options{Seed: 1})
//		if err != nil {
//			log.Fatal(err)
//		}
//		live := result.Targets[0]
//		chance, _ := live.Finish.Chance(50)
//		fmt.Printf("%d samples, seed %d\n", result.Samples, result.Seed)
//		fmt.Printf("by 50: %.0f %%; 80 %% within %.0f\n", 100*chance, live.Finish.Percentile(0.8))
//		fmt.Printf("decided by build in %.0f %%\n", 100*live.Activities[0].Criticality)
//		both, _ := risk.Joint([]*risk.Outcome{live.Finish, result.Amounts[0]}, []float64{50, 200_000})
//		fmt.Printf("by 50 and within 200,000: %.0f %%\n", 100*both)
//	}
//
// # What is drawn
//
// A sample draws each duration, date, event and other quantity once, and computes early
// dates as the engine does: with calendars, lags, months, constraints and progress, but
// not scheduling back from a finish. Durations and dates are whole ticks: a draw
// between two is rounded up at random, with the share of the tick that it has begun as
// the chance, so that its mean is kept to within 2⁻¹³ of a tick, but for what would be
// less than nothing, which is none. An uncertain date counts from where the network starts, in elapsed time.
//
// Quantities that share a Factor go up and down together (a Gaussian copula with one
// factor): each keeps its own distribution. Events are independent of each other and of
// the factors.
//
// # What decides
//
// An activity is critical in a sample if it is on a chain of driving links to the
// target, of equals on any; so calendars do not break a chain. An Influence joins that
// with how far its duration spreads, and, where Options.Ranks asks for it, with how
// the ranks of both go together. An Outcome gives mean, spread, percentiles and the
// chance of a date, with standard errors: a simulation says how far off it may be. That
// of the 80th percentile is about 1.43·SD/√samples where the finish is nearly normal.
//
// # What it promises
//
// Each quantity has random numbers of its own by seed, key and block of samples: what is
// added to a model, or taken out, changes no other draw, so two models differ by what
// was changed alone, and fewer samples are the first of more. The same model and seed give
// the same bits on one architecture with any number of cores. Simulate allocates
// nothing per sample beyond what it returns: 8 bytes for each target and amount, and as much again
// for an Outcome that is asked for percentiles or chances.
//
// BenchmarkSimulate sets it beside the engine alone (cpm.Result.ForwardBatch).
//
// # Goroutines
//
// A Model is only read, and many goroutines may simulate one. Simulate uses several
// cores; Model.Money, and what Model.Sums returns, is called on all of them at once, each
// with its own sample and amounts. A Result may be read by any number of goroutines.
package risk
