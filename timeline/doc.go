// Package timeline computes when: one kommune's tasks with their dates, float,
// critical path and what breaks a deadline.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
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
//		for _, id := range sched.CriticalPath {
//			if t := sched.Task(id); t != nil {
//				fmt.Println(id, t.Start.Date, t.Finish.Date, t.TotalFloat)
//			}
//		}
//	}
//
// # How dates come about
//
// Each step of the playbook becomes a task for every project or legacy system
// that it is for, with its likely duration in Danish working days. A task
// starts when its window opens, or when the section was published if that is
// later, and when what it depends on is done. Go-lives stand where the plan
// puts them, else at the national date that the playbook implies; the
// implementation starts at go-live unless the plan says otherwise. Windows that
// hang on a go-live move with it, by as many days as the plan moves it from the
// national date. A go-live that the plan calls unknown leaves the tasks that
// hang on it with distances instead of dates.
//
// Only hard ends bound how late a task may be: a frist, a go-live, the readiness
// rules, a budget and the end of a legacy system. A window's expected end gives
// a note when it is missed, and moves nothing. A deadline on a day that is no
// working day is met on the last working day before it.
//
// Level-of-effort tasks span others: they have no float and are never critical.
// As-of says what was known; it moves no task. Progress counts only where the
// plan states a data date.
//
// # What the plan adds
//
// The plan's own tasks stand last among the tasks, under the activity
// plan.OwnActivity, and its dependencies act as the playbook's do. Its closures and
// days off are no working days. A go-live, a budget's adoption and a deliverable
// stand where it puts them. The notice of its contracts on a legacy system takes
// the place of the playbook's six months, and Notices tells the last day of each.
//
// # Findings
//
// Findings begin with what plan.Check finds in the plan itself. Each breach is told
// once, where it happens, with who must act: a hard end
// missed (DB-101, DB-111), the six- and three-month rules (DB-104, DB-105; DB-133 and DB-134
// of what is history), notice (DB-112 to DB-114, DB-118, DB-458; DB-131 and DB-132 of one that is
// only planned), the budget's days (DB-115), a chain of
// tasks that misses a date that stands (DB-301), the order and dates of the plan
// itself (DB-302, DB-117; DB-130 and DB-135 of what has finished or begun), people (DB-136, DB-137, DB-306, DB-307), and what others owe
// (DB-201 to DB-204). Two dates that stand and contradict a dependency are told with both
// (DB-119): an error where the plan gives both, a warning where it gives one, or where the
// dependency is our assumption. A go-live whose day has passed without a word is a warning
// (DB-120), and so is one that the plan only worked with. A day that the plan gives a task
// after the one on which the text expects it ("kort før", "ca. tre måneder før") is a note
// (DB-121): no deadline says so. A date to work with (plan.When.Assumed) is a note
// (DB-128). A task that is late only because the one before it missed
// the same deadline is not told again. Only hard ends are errors. A deadline
// that has passed and on which the plan is silent is a note. What was late and is finished
// is a note; a rule that is broken while what it asks for is still to come is a warning.
//
// # What the plan's tables say
//
// A row of drejebog.Playbook.Shown says of which step a table of the plan tells how far it
// is: an agreement that is signed, cases gone through, people taught, test runs, the exit
// from KMD Sag. The table is the home of it: a finish that it shows is the task's, a count
// makes the task begun with as much left, and sessions that are planned give the planned
// finish. An answer that confirms a requirement of readiness finishes the step that it is
// of. Where table and task disagree both are told (DB-125, DB-126).
//
// Package timeline/deadlinetest asserts in a go test that there are no errors.
//
// # What a date rests on
//
// A task has two bounds and a place between them, and none of the three passes for
// another:
//
//   - EarlyStart and EarlyFinish are by logic alone: what it waits for, the day that its
//     section was published, what has happened, the data date;
//   - LateStart and LateFinish are by hard ends alone: a frist, the rules of six and three
//     months, notice, the days of a budget, a start of implementation or a go-live in
//     force, the kommune's own deadline. A hard end before the day that the plan is seen
//     from is told once and bounds nothing;
//   - Start and Finish are where it is planned: at its Target, no later for it than the
//     latest, and after what it waits for. A target is the day of a printed window, a
//     length before or after a milestone (drejebog.Target), or a day that the plan states;
//     only that may put work past a hard end, and is told.
//
// Targets move with their milestone by whole months and days. TotalFloat is the working
// days from where a task is planned to the latest, and BoundBy the hard end that this
// comes from. Placed is what stands late only because its target counts back from a date:
// its float says nothing of urgency. A deadline on a day off is met on the working day
// before: Deadline is that day, DeadlineSet the day as it is set.
//
// The last use of a legacy system (end@) waits for no notice, and comes no earlier than the
// milestones that its row counts it after (drejebog.Offset.After), where they have dates of
// this kommune: KMD Sag goes last. Each contract with terms
// ends at a milestone of its own (contract/), the day to which it binds by its notice, as
// given or as planned.
//
// # The critical path
//
// CriticalPath leads to the task or milestone with the least float of those that are not
// finished, no level of effort and not placed, whose hard end lies ahead, and goes back
// from it along the links that drive where it is planned, to what no link drives.
// CriticalPathTo is the hard end, CriticalPathThrough what is placed or given on the way
// to it, CriticalPathFloat the float of the last of the path, CriticalPathGaps the links
// at which the float changes. ProjectPaths are the same for each project.
//
// # What to shorten
//
// ToMeet answers the question that follows a date that is too late: which tasks
// have to be shorter, and by how many working days at least, for a milestone to
// be reached by a day. The price of a day is 1 unless the caller has others, and
// a task gives what the playbook has between its likely and its low length
// (Limits); what is finished, what the plan gives a length or a last day, lags
// and notice periods give nothing. Of a go-live, a start of implementation or a
// budget's adoption it is asked whether it can be on that day instead: what moves
// with it moves. The answer is exact where what comes before counts in working
// days, and has a bound where months and terms come in; where the day cannot be
// met, Holds is the chain that keeps it. Cut.Plan is the plan as the answer would
// have it.
//
//	cut, err := sched.ToMeet("4.8/bekraeftet@sapa", date.New(2015, 7, 31))
//	for _, task := range cut.Shorten {
//		fmt.Println(task.Task, "shorter by", task.Days, "of", task.From)
//	}
//
// # What if
//
// With answers what another plan would give, for a page on which somebody moves dates:
// it changes a copy of the plan, and is Compute of that copy; book, working days and
// the engine's graph are shared where the change leaves them as they are.
//
//	later, err := sched.With(func(p *plan.Plan) { p.DataDate = &today })
//
// # Budget years
//
// A budget year is a calendar year whose budget the kommune adopts in the year
// before: the finance committee's proposal by 15 September, two readings at
// least three weeks apart, adoption by 15 October; the data has each year's own
// days, and a plan may state the kommune's. Schedule.BudgetYears tells which
// tasks and how many working days fall in each year, and which needs became
// known only after the year's budget was adopted: a need is known from the
// edition that brought it. This package knows no money.
//
// # Many kommuner
//
// All computes many plans at once:
//
//	outcomes, err := timeline.All(ctx, book, plans, func(done int) { … })
//
// # JSON
//
// json.Marshal of a schedule is its documented form, and so is that of whatever
// was asked of it; drejebog/form writes the same into a file. Each of them begins
// with what it was made from: the name of the document, edition, as-of, data
// date, kommune and findings. seeds/schema has a JSON Schema for each:
//
//	Schedule     timeline
//	Cut          timeline-cut
//	Budget       timeline-budget
//
// Tasks, milestones, links and the other parts have the form that they have in
// the whole also alone, in a list and in a map. A date that is counted from a
// milestone without date is null, and its sibling says what it is counted from:
//
//	"start": null, "startFrom": {"milestone": "golive@sapa", "days": -92}
//
// What cannot be counted is null and never 0: the float of a level of effort, the
// year of what is undated. A task that is not relevant has no dates.
//
// # What else is asked of a schedule
//
// Each of these takes a schedule and is a package of its own, with results that are
// data in the same form:
//
//   - timeline/explain: why a date lies where it does, what it holds up, whom it
//     waits for;
//   - timeline/compare: what differs between two schedules, and what newer editions
//     change for a plan;
//   - timeline/view: in groups, the days ahead by who does what, what others owe;
//   - timeline/keydate: marks for a calendar or a picture, the hard dates ahead;
//   - timeline/quality: DCMA's fourteen points.
//
// Package timeline/timelinereport tells all of them in Danish and English. Network
// gives the engine's graph and input to whoever solves them once more. What a date
// rests on has its names in timeline/driver.
//
// # Promises
//
// Durations are assumptions and so is what follows from them: every date
// carries the weakest certainty on its chain. The same input gives the same
// result.
//
// # Goroutines and memory
//
// Compute, All and every method of a Schedule only read the book, the plan and the
// schedule: any number of goroutines may share all three, as long as nobody changes
// them. What is returned points into the schedule (tasks, milestones), a link's
// Dependency into the book or the plan; the rest is the caller's own (links, limits,
// budget years, the engine's Network).
//
// A schedule keeps the book, which schedules share, a copy of the plan, and of its
// own some 360 kB for a kommune without a plan, the engine's network among them.
package timeline
