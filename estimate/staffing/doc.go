// Package staffing computes the staffing plan of a kommune: who is needed when, against
// who there is.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/shopspring/decimal"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/staffing"
//		"github.com/drejebog/monopolbrud/timeline"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		p, hours := plan.New("Roskilde"), drejebog.NewHours(decimal.NewFromInt(1))
//		p.People = map[string]plan.Person{"anna": {Roles: []string{"programleder", "projektleder"}, HoursPerWeek: &hours}}
//		sched, err := timeline.Compute(book, p)
//		if err != nil {
//			log.Fatal(err)
//		}
//		contributions, err := estimate.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		est, err := estimate.Compute(sched, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		s, err := staffing.Of(est)
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, c := range s.Clashes {
//			fmt.Println(c.Person, c.First, c.Last, c.Need, "of", c.Available)
//		}
//	}
//
// Package estimatereport tells it to people; json.Marshal gives the document that
// seeds/schema/staffing.schema.json describes.
//
// # What is needed
//
// The hours are those of the estimate's cells, own hours and those that a stand-in covers
// apart, spread evenly over the working days of what they are for (estimate.Estimate.Span),
// level of effort as well. An hour is one person's: whom the
// plan names as executor, else as responsible, for work of the step's role or of a role of
// theirs; else it is shared by those who have the role for the project, by their hours a
// week. Of a role that many have (drejebog.Role.Headcount: superusers, caseworkers) the people
// of the plan have their part by heads, and those whom it does not name the rest, which is
// in Teams. What hangs on a date that nobody knows is in Waiting, what is over on days that
// nobody tells in Done, and what nobody has the role for in Nobody.
//
// Dated, Undated and DoneUndated are the estimate's hours, to the hundredth. The months of the roles,
// their weeks, and those of people with what others and nobody have, each add up to what has
// dates.
//
// # What there is
//
// A person has a fifth of the hours a week on each working day of the plan's calendar, half
// of it on half days off, nothing on days away. One without hours has the mean of those who
// share a role; if nobody does, no limit is known, and nothing is over (Row.Basis). Hours a
// week are all that a person has, so hours that a stand-in covers count against them.
//
// Over is what is needed above that in a month or in a week: work can be moved within one.
// A role has the share of its people's hours that its work has of their need, and the same
// share of what is over, so that nothing is counted twice.
//
// # What to do
//
// Clashes are runs of months that are not over in which somebody is short. LeftOver is the
// same by role and budget year, with its price: a stand-in's rate where there is one for
// the role, else the role's own.
//
// Staffing.Smooth finds which tasks, moved to which days, leave least to be short of, and
// moves nothing that is hard; Smoothing.Apply writes that into the plan as planned dates:
//
//	m, err := s.Smooth(ctx)
//	…
//	document, err = m.Apply(document)
//
// What is short then, and its price, is Smoothing.Staffing. A caller who wants it in the
// report and in the JSON sets Staffing.Smoothing to it.
//
// Hires says what one more person of a role would save, in the months in which there is use
// for one, and what those months cost. Staffing.Level says when the go-lives come if nobody
// is hired and no hour is bought: the tasks then wait for the people who do them. How it
// reckons is ours, and stands there; Staffing.Levelling is for it as Smoothing is.
//
// # Several kommuner
//
// Join puts the staffing of several kommuner together and finds the people whom they share:
// those who have the same id and the same name in the plans. Their hours a week are for all
// of the plans, each hour once:
//
//	t, err := staffing.Join(ringsted, soroe)
//
// Programmes of one kommune stand in one plan, and share its people there. Together.Level
// levels all of them with each shared person once; whoever wants it told sets Levelling.
//
// # Goroutines and memory
//
// A Staffing is not changed once Of gave it: any number of goroutines may read it, and make
// some of one estimate at once. It keeps its estimate, and some hundred kilobytes of its
// own. Of takes a few milliseconds, Smooth and Level some tenths of a second.
package staffing
