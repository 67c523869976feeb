// Workbench shows plans on a page in a browser of this machine: what they say, and what
// they would say with other dates. It reads the plans and never writes one.
//
//	go run ./examples/workbench [-list FILE …] [-without-names] [-lang da|en] PLAN …
//
// It prints an address; open it. A signal (Ctrl-C) ends the program, with 0; with 2 it
// ends where a plan is not there. A list is KOMBIT's requirements of a project.
//
// Change a go-live, what is worked with while it is not known, or a start of
// implementation, as a plan writes them (a day, "3. kvartal 2016", "ukendt"): what moves
// against the saved plan is told, and whose money between which budget years, and each
// view is as it would be. Edit the plan in an editor of your own: the page follows. Drop
// a file on it (Excel, CSV, KITOS, Microsoft Project): it is taken over into the plan as
// it stands. Each view can be saved in all its forms, and the plan with its changes.
//
// Each request is computed from nothing but the file and its address, so two tabs do not
// meet: [look] reads the plan (plan.Read), takes the dropped file over (intake.Into), puts
// the dates in, and computes both plans (timeline.Compute, estimate.Compute); a view asks
// for one result more and shows its document; a file to save is a form of the same result.
//
// It listens on 127.0.0.1, on a free port, and answers 403 to whoever does not call it by
// that name, or has not the token of 128 random bits that stands in the printed address.
// Plans are opened through their folder (os.Root), and a slow client is cut off.
package main
