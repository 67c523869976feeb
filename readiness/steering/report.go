package steering

import (
	"errors"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/rickb777/date/v2"
)

// Report is what a steering group gets of a programme for a period.
type Report struct {
	Status *status.Status // as it is now
	Before *status.Status // as it was last reported; nil: there is no earlier report

	From, On date.Date // the period: the day after the last report, and the day of this one
	Next     date.Date // the day of the next
	Writes   string    // id of who writes it: a person of the plan, else the role
	Chairs   string    // id of who chairs the steering group

	Lights     []Rating
	Milestones []Milestone // those that lie ahead, by date
	Decisions  []Decision  // since the last report, by day
	Money      []Year      // new money, the years that are not over
	Clash      *Clash      // the worst of people within the load's months; nil: none
	Risks      []Risk      // the worst first
	Computed   bool        // the plan has no risks: what has the least float stands for them
	Deviations []Deviation // hard dates and rules that are broken, and what else is wrong
	Asks       []Ask       // what the steering group is asked to do, by day
	Ahead      []Due       // what falls due until the next report, by day
	Remaining  []Remaining // the time that is left per project
	Load       []Month     // of the plan's people, the months ahead

	Tolerances []Tolerance // by which the lights are set
}

// Of makes the report of a status, with its trends against an earlier one, which
// may be nil. The error says that there is no status, or that the data files have
// no rules for reports.
func Of(now, before *status.Status) (*Report, error) {
	if now == nil || now.Schedule == nil || !now.Schedule.IsComputed() {
		return nil, errNothing
	}
	rules, err := rulesOf(now.Schedule.Book)
	if err != nil {
		return nil, err
	}
	m := newMaker(now, rules)
	r := &Report{Status: now, On: m.on, Next: drejebog.AddMonths(m.on, rules.PeriodMonths), Tolerances: rules.Tolerances}
	r.From = drejebog.AddMonths(m.on, -rules.PeriodMonths) + 1
	var last *maker
	if before != nil && before.Schedule.IsComputed() {
		last = newMaker(before, rules)
		r.Before, r.From = before, min(last.on, m.on)+1
	}
	r.Writes, r.Chairs = m.holder(rules.Writes), m.holder(rules.Chairs)
	r.Lights = m.lights()
	r.Milestones = m.milestones(last)
	r.Decisions = m.decisions(r.From)
	r.Money = m.money()
	r.Clash = m.clash()
	r.Risks, r.Computed = m.risks()
	r.Deviations = m.deviations()
	r.Ahead = m.ahead(r.Next)
	r.Remaining, r.Load = m.remaining(), m.load()
	r.Asks = m.asks(r)
	if last != nil {
		r.compare(last)
	}
	return r, nil
}

var errNothing = errors.New("steering: a status that status.Compute made is needed")

// maker makes the parts of a report of one status.
type maker struct {
	*status.Status
	rules *rules
	book  *drejebog.Playbook
	plan  *plan.Plan
	on    date.Date
}

func newMaker(s *status.Status, rules *rules) *maker {
	return &maker{Status: s, rules: rules, book: s.Schedule.Book, plan: s.Schedule.Plan, on: s.Schedule.SeenFrom()}
}

// say is a sentence of the playbook's words, told when somebody writes it.
func (m *maker) say(id string, args lang.Args) lang.Said { return m.book.Words.Message(id, args) }

// holder is the first person who has a role, else the role.
func (m *maker) holder(role string) string {
	if holders := m.plan.Holders(role, ""); len(holders) > 0 {
		return holders[0]
	}
	return role
}

// who is what people call a person of the plan, a role or a party.
func (m *maker) who(id string) lang.Text { return m.plan.Called(m.book, id) }

func (m *maker) workdays(n int) lang.Text {
	return m.book.Words.Say("common/working-days", lang.Args{"n": lang.Whole(n)})
}

// left is the working days from the day after the report to a day, negative where
// that is over.
func (m *maker) left(day date.Date) int {
	if day < m.on {
		return -m.Schedule.Workdays(day+1, m.on)
	}
	return m.Schedule.Workdays(m.on+1, day)
}

// compare sets the trends against the last report.
func (r *Report) compare(last *maker) {
	before := last.lights()
	for i := range r.Lights {
		r.Lights[i].Trend = trendOf(&before[i], &r.Lights[i])
	}
	for i := range r.Risks {
		r.Risks[i].Trend = trendOfRisk(last.plan, &r.Risks[i])
	}
	told := map[[2]string]bool{}
	for _, d := range last.deviations() {
		told[[2]string{d.Finding.Code, d.Finding.Subject}] = true
	}
	for i := range r.Deviations {
		d := &r.Deviations[i]
		d.New = !told[[2]string{d.Finding.Code, d.Finding.Subject}]
	}
}

// sorted are entries by their day, those without one last.
func sorted[T any](list []T, day func(*T) *date.Date) []T {
	slices.SortStableFunc(list, func(a, b T) int {
		return lang.CompareDays(day(&a), day(&b))
	})
	return list
}
