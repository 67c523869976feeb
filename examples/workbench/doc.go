// Workbench shows plans on a page in a browser of this machine: what they say, and what
// they would say with other dates. It reads the plans and never writes one.
//
//	go run ./examples/workbench [-list FILE …] [-lang da|en] PLAN …
//
// It prints an address; open it. A signal (Ctrl-C) ends the program, with 0; with 2 it
// ends where a plan is not there.
//
// Change a go-live or a start of implementation, and see what moves against the saved
// plan, whose money goes between which budget years, and schedule, budget, business case,
// staffing, readiness, status report and findings as they would be. A date is written as
// in a plan: a day, "3. kvartal 2016", "ukendt". "Nulstil" goes back to what is saved.
// Edit the plan in an editor of your own: the page follows. Drop a file on it (Excel, CSV,
// KITOS, Microsoft Project), and it is taken over into the plan as it stands. What is seen
// can be saved: each view in all its forms, and the plan with the changes in its own
// document, comments and order kept. A list is KOMBIT's requirements of a project.
//
// # How it embeds the module
//
// Each request is computed from nothing but the file and its address, so two tabs do not
// meet and there is nothing to go stale: [look] reads the plan (plan.Read), takes the
// dropped file over (intake.Into), puts the dates in, and computes both plans
// (timeline.Compute, estimate.Compute); a view asks for one result more and shows its
// document (Document.Fragment); a file to save is a form of the same result.
//
// # As a thing that listens
//
// It listens on 127.0.0.1, on a free port, and answers 403 to whoever does not call it by
// that name, or has not the token of 128 random bits that stands in the printed address.
// The token is exchanged for a cookie at once and leaves the address. No other page can
// send it a form, nothing but its own style and script can run, plans are opened through
// their folder (os.Root), bodies have at most 4 MiB, and a slow client is cut off.
package main
