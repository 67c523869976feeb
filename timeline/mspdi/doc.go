// Package mspdi reads and writes Microsoft Project XML, the form in which
// Microsoft Project, ProjectLibre and most other planning programs hand their
// plans to each other.
//
// A [Project] is what a file says: tasks with their outline, durations, links,
// constraints, deadlines, progress, baselines and notes, calendars, fields of
// the user's own, resources and assignments. [Read] and Project.Write go
// between it and a file; what is not modelled (costs, work, usage by period,
// views) is passed over, and so is not in a file that is written again.
// An element that is absent has the default of Microsoft's schema; so a task
// without a ConstraintType is as soon as possible, in a project that is scheduled
// from its finish too.
//
// Project.Network gives a project to the engine, timeline/cpm, with a minute
// to the tick, by the rules of Microsoft Project, and lists what the file says
// that the network does not have: which task, which element, and why.
//
// # Safety
//
// A file in UTF-8, UTF-16, Windows-1252, ISO 8859-1 or ISO 8859-15 is read as
// what it declares itself to be; another encoding is refused.
//
// A file has at most MaxBytes, MaxDepth levels and MaxTasks tasks; document
// types, and with them entities, are refused. Every value that cannot be read
// is a fault with line and column, and the rest is read all the same. A setting
// that cannot be (no minutes to the day, a percentage of 101) keeps its usual
// value; numbers are rounded, of a moment in a time zone the clock time counts,
// and a day without a time is its start, or its end for what finishes: these are
// no faults, and Network tells them. Seconds do not count.
//
// A project that a program makes can hold what no file can: moments before 1900 or
// after 2199, numbers beyond the bounds of their element. Network and Bounded take
// such a value for absent and tell it, and Write refuses the project.
//
// Read, Network, Write and what asks a project something change nothing that is
// shared: any number of goroutines may use one Project at once, as long as none
// changes it. A Network is its caller's; its slices are its own.
//
// A kommune's schedule and plan are taken into and out of a Project by package
// timeline/interchange; here is nothing Danish.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/timeline/cpm"
//		"github.com/drejebog/monopolbrud/timeline/mspdi"
//	)
//
//	func main() {
//		file, err := os.Open("plan.xml")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		project, faults := mspdi.Read("plan.xml", file)
//		for _, fault := range faults {
//			fmt.Println(fault)
//		}
//		network := project.Network()
//		for _, n := range network.NotHonoured {
//			fmt.Println(n.UID, n.Field, n.Why)
//		}
//		graph, err := cpm.Build(network.Network)
//		if err != nil {
//			log.Fatal(err)
//		}
//		var result cpm.Result
//		if err := graph.Solve(&network.Input, &result); err != nil {
//			log.Fatal(err)
//		}
//		for i, task := range network.Tasks {
//			fmt.Println(project.Tasks[task].Name, mspdi.Moment(result.Dates(i).EarlyStart))
//		}
//	}
package mspdi
