// Package model makes of a playbook and a plan the network that the engine solves: one
// kommune's steps, milestones and dependencies, with what dates them, and tells what
// the engine found by the index of each node. It knows calendars, contracts and what
// has happened; package timeline makes dates, findings and JSON of it.
//
//	basis, err := model.NewBasis(book, p) // the playbook as known at as-of, the working days
//	…
//	solved, err := model.New(basis, p, false).Solve(nil)
//	…
//	i := solved.Index("golive@ky")
//	fmt.Println(date.Date(solved.Dates(i).Start), solved.Early(i).By)
//
// # From plan to network
//
// New expands the playbook for the plan's contracts and add-ons (plan.Plan.Network),
// appends the plan's own tasks and dependencies, and hands each step and milestone to
// the engine:
//
//   - a step has its likely length, or the plan's, and starts no earlier than its
//     window opens, which moves with the go-live or the implementation that it hangs
//     on, no earlier than the section was published, and no earlier than the plan says;
//   - a go-live, a start of implementation and a day of a budget stand where they are
//     put; a deliverable and the end of a system come no earlier; what follows from work
//     has no date of its own;
//   - hard ends are deadlines; what is only expected bounds nothing;
//   - a level of effort spans from one node to another;
//   - the notice of a contract has the contract's own terms in the place of the
//     playbook's; a notice that comes too late holds the end of its system back, which
//     Solve finds by solving a second time;
//   - what has happened counts where the plan states a data date.
//
// Soft dependencies (Helps) and horizons never date anything and stay out.
//
// # Without a date
//
// What hangs on a milestone that the plan calls unknown (HangsOn, LateOn) is solved with
// the playbook's own date in its place (StandIn), so that distances to it are right;
// with a data date it lies far enough ahead that nothing is late for it.
//
// # Instants
//
// The engine's instants are the numbers of date.Date, and half-open: what finishes on a
// day finishes at the number of the next. A node without length stands at the start or
// at the finish of its day (Side).
//
// # What a date rests on
//
// Early and Late give the Driver of a node's date: a link with its dependency and where
// it leads, or what stands behind a constraint; CertaintyOf says how sure that is,
// Driving what the whole chain is worth. Path is the chain with the least float.
//
// # Questions
//
// Ask frees a milestone from the day it stands on and solves the model for what it
// waits for alone; ToMeet and Shortest of the Question say what has to be shorter.
//
// # Goroutines
//
// A Basis is never changed and is shared by the schedules of many kommuner. A Model is
// its maker's until Solve or Ask returns, each of which takes it once; a Solution is only
// read, by any number of goroutines. An index that is none of Nodes is the caller's
// mistake: Index gives -1 for an id that is not there.
package model
