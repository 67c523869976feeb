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
package level
