// Package readiness says whether a kommune can receive each of the new systems,
// and if not, what is missing, who must act and by when.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/readiness"
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
//		assessment, err := readiness.Assess(sched) // and KOMBIT's lists, as far as they are out
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, p := range assessment.Projects {
//			fmt.Println(p.Name, p.Recommendation, p.Time.Light, p.Time.Reason.In(lang.Danish))
//		}
//	}
//
// # Requirements
//
// What a kommune has to confirm is KOMBIT's to say, a list per project, six
// months before the implementation at the latest (4.8). Package requirements reads
// and writes them, and the sheets to answer in. Until a project's list is read in,
// the recommendation is that the requirements are not published: there is no score,
// only what the playbook itself lets a kommune prepare (Preparation). The day that a list was published
// is the delivery that the schedule waits for. A list that does not count, since
// it is published later or is empty, for another project or a second one, is a
// finding.
//
// A requirement is due some time before the last day of a milestone, which no
// slip of the schedule moves. What is due by the confirmation of readiness holds
// that up, what is due later the go-live.
//
// # Answers
//
// The plan answers each requirement under its key, "test/testpersoner@sapa", as
// not started, in progress, confirmed, not relevant or waived. What is not
// answered is unanswered, and never green. A confirmation has a date; one that
// comes after its last day, or before its evidence, is a finding. To confirm
// again takes nothing back: a confirmation counts from the first that nothing
// broke and that had its evidence. An answer that is dated after the day of the
// assessment does not count yet; the one before it in its history does, with its
// questions.
//
// What the plan is silent on is neither an error nor a no-go, whatever deadline
// has passed: it is not stated. Only what the plan says was missed is broken,
// and a go-live that it dates itself and that has passed with gates open.
//
// # Gates
//
// Each project passes five gates, which hang on milestones of the schedule:
// requirements published, readiness confirmed, klarmelding, go-live, operational
// trial. Readiness is confirmed when KOMBIT has been told and the last requirement
// is confirmed, on the later of the two days. A gate knows what blocks it, who
// must act and by when, and how many working days are left. A deadline of the
// kommune's on a free day is met on the last working day before it.
//
// # What else decides
//
// Contracts and notice, data-processing agreements, the IT environment,
// cut-over, interfaces, clean-up, training, tests, benefits, the way out of KMD
// Sag, coming tenders and more are topics, each a go or no-go Criterion with a light, a reason
// and a last day. They are judged by what the plan says of them, else by the
// task that delivers them. What the plan is silent on is grey; what its tables
// state is not asked for again as a task.
//
// # Ratings, scores and the recommendation
//
// Three lights per project, time, money and quality, each with its reason; the
// rules stand at their functions, the thresholds in the module's data
// (readiness/topics.yaml). Money is the plan's decisions, which are never green
// since they do not say what else costs money, or what the caller states in
// Input: this package computes none. Score says how the score is counted,
// Forecast what becomes of it at the present pace. The recommendation is go,
// conditional go with its conditions, or no-go with what is broken. What is
// broken leads the reasons also before the requirements are read in.
//
// # Rows
//
// Which milestones the gates hang on, which task, role and project a topic is
// judged by, and the thresholds are rows (readiness/topics.yaml); what the playbook
// lets a kommune prepare is readiness/preparation.yaml. They are read from the files
// that the schedule's book was loaded from, and every id in them must be one of that
// book: LoadFS says what is not, with its place. No id of the playbook stands in Go.
//
// # What comes out
//
// An Assessment is data, and answers questions about it. What it says, a reason or
// what holds up a gate, is the kind of a message and its values (lang.Said), told
// when somebody writes it. Package readinessreport
// beside this one tells it to people, as text, HTML, Markdown and tables;
// json.Marshal of it, and of any of its parts, is the form that
// schema/readiness.schema.json among the data files describes. Reminders lists
// what falls due, by role. Package overview puts kommuner side by side; package
// status adds the other parts: what the plan, its dates and its money have of
// findings.
//
// # Promises
//
// A further confirmation never lowers a score. An implementation that is moved
// to a later day never makes a timely confirmation late. The order of answers
// does not matter. The same input gives the same bytes.
//
// Nobody changes a Schedule, a List or Rules once Assess has them, nor an
// Assessment: any number of goroutines may share each of these, and Assess may run
// in many at once. What Preparation and Reminders return is the caller's.
package readiness
