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
//   - a step has its likely length, or the plan's, and comes no earlier than it was
//     published; its target (Target) puts it where it is planned and bounds nothing;
//   - a go-live, a start of implementation and a day of a budget stand where they are
//     put; a deliverable comes no earlier than it was promised, and one that nobody has
//     dated binds nothing; the end of a system is its last use; what follows from work
//     has no date of its own;
//   - hard ends are deadlines until they have passed; what is only expected bounds nothing;
//   - a level of effort spans from one node to another;
//   - the notice of a contract (Notices) is bound by the end of its system and by the
//     contract's own terms, in the place of the playbook's; it moves no end;
//   - what has happened counts where the plan states a data date; a decision on a budget
//     whose year is closed, and on which the plan is silent, is left out.
//
// Solve solves three times on one graph: for the bounds, once more with what the ends of
// systems ask of notices, and with the targets for the plan between the bounds.
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
// Early, Planned and Late give the Driver of a node's dates: a link with its dependency and
// where it leads, or what stands behind a constraint; CertaintyOf says how sure that is,
// Driving what the whole chain of the planned date is worth. Bound is the hard end that the
// late date comes from, Path the critical path, of all or of a project.
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
