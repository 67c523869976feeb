// Package drejebog is the playbook as data: Kommunernes drejebog for
// monopolbruddet (KOMBIT, version 4.1, 27 June 2014), which tells each of
// Denmark's 98 kommuner what to do to move from KMD's monopoly systems to KY,
// KSD and SAPA.
//
// Load returns the newest edition. At and AsOf return what stood in an earlier
// one or was known on a day; Diff says what came between.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, activity := range book.Activities {
//			for _, window := range activity.Windows {
//				if window.Kind == drejebog.Frist {
//					fmt.Println(activity.ID, activity.Title.DA, window.End.Last)
//				}
//			}
//		}
//	}
//
// # Words
//
// An Activity is a dated section, 4.1 to 6.6. A Step is a part of it, and has
// a duration. A Milestone is a dated point: a go-live, a confirmation, or
// something that somebody else owes the kommune. A Dependency joins steps and
// milestones, never whole activities. A Window is what the playbook prints; its
// end is a Frist, which is hard, or Forventet, which is an expectation. Only
// five ends in the whole text are hard.
//
// Ids are section[/step][@scope]: "4.10/superbrugere@sapa", "golive@sapa",
// "end@kmd-sag", "budget/2015", "ext/kravliste@ky". Network expands the playbook
// into one kommune's steps and milestones.
//
// An Offset counts a milestone from another; its After names those that it comes no earlier
// than. A Shown says of which step a table of a kommune's plan tells how far it is.
//
// # Certainty
//
// Every entry carries a Provenance: stated in the text, implied by it, or
// assumed by us. The playbook has no durations, so all durations are assumed.
// Certainty orders them, and Weaker combines two. A date that is counted from
// another is as sure as the weakest link of its chain (CertainDatesOf), an edge as
// its tie and its distance (Dependency.Weakest). A section may be for a project by
// our assumption only (RestsOnAssumedScope), and a step that the text does not state
// is not required with its section (ObligationOf).
//
// # Targets
//
// A Target is where work is planned: what it moves with, the day of that for which
// the playbook printed its window, and whether the start or the finish lies on it. A
// length that the text leaves open, "kort før", is a VagueLength. A Span is between
// what somebody else's work may lie that no text gives a length for.
//
// # Time
//
// A Period, read and written by package period, keeps the words that were printed
// and the days that they mean: a start counts from its first day, an end to its
// last. What primo, sommerferien or jul mean is data, the rows of periods.yaml, and
// the files that a book is loaded from are read by their own. A day is a date.Date of
// github.com/rickb777/date/v2. BudgetYear is a calendar year with the process
// that adopts its budget the year before.
//
// # Money and hours
//
// Kroner and Hours are exact decimals. They are different types, and neither
// can be compared with ==: use Cmp. They are read as people write them: a point
// before three digits parts the thousands of kroner, and is asked about in hours.
//
// # Findings
//
// A Finding is one thing that somebody should know or mend, in Danish and
// English, with a permanent code from findings.yaml, who must act and what to
// do. Reading and computing collect all of them.
//
// # Goroutines and memory
//
// A Playbook is read-only after Load or LoadFS, and so are the editions that At and
// AsOf cut from it: any number of goroutines may share them, with all that they
// lead to. Periods, amounts and findings are values and may be copied; a Finding's
// Data is shared by its copies. Nothing locks, but for what Kept keeps.
//
// Each Load gives a book of its own, about 0.7 MB on the heap; the first also takes
// the built-in words, about 0.4 MB. An edition of a book costs about a
// tenth of a megabyte. What others compute from a book may be kept with it (Kept),
// its calendars for one, and lives as long as the book. A program that answers many
// requests loads one book and shares it.
//
// # Promises
//
// LoadFS checks the data: unknown ids, cycles, impossible windows, missing sources,
// targets outside their windows or on a base that the playbook does not give, spans,
// and every dependency against the printed windows; a *SeedError lists every fault
// with file, line and column. Load reads a compact form of the module's own data,
// which a test holds equal to the files, in about a millisecond. Nothing prints,
// reads the clock or panics on input.
package drejebog
