package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// solution is what the engine found, with what follows from it about the
// chain behind each date.
type solution struct {
	result    cpm.Result
	driver    []cpm.Driver         // by activity: what its early date rests on
	cause     []cause              // by activity: the same, as a rule of ours
	certainty []drejebog.Certainty // by activity: the weakest on its driving chain
	boundless []bool               // by node: nothing hard bounds its late date, only the end of the whole plan
}

func (n *network) solve() (*solution, error) {
	n.takeProgress()
	graph, err := cpm.Build(n.problem)
	if err != nil {
		return nil, err
	}
	s := &solution{}
	if err := graph.Solve(&n.input, &s.result); err != nil {
		return nil, err
	}
	if n.lateNotices(s) {
		if err := graph.Solve(&n.input, &s.result); err != nil {
			return nil, err
		}
	}
	n.chain(s)
	n.late, s.boundless = n.hangLate(s)
	return s, nil
}

// takeProgress hands actual dates to the engine where the plan has a data
// date; without one, progress does not count.
func (n *network) takeProgress() {
	if n.plan.DataDate == nil {
		return
	}
	dataDate := cpm.Instant(*n.plan.DataDate + 1) // the end of the day
	n.input.DataDate = &dataDate
	n.passMilestones(*n.plan.DataDate)
	for i := range n.nodes {
		a := n.activity[i]
		task := n.facts[n.nodes[i].ID]
		if a < 0 || isEffort(&n.nodes[i]) || task.ActualStart == nil {
			continue
		}
		progress := cpm.Progress{Activity: a, ActualStart: cpm.Instant(*task.ActualStart)}
		switch {
		case task.ActualFinish != nil:
			finish := cpm.Instant(*task.ActualFinish + 1)
			progress.ActualFinish = &finish
		case task.Remaining != nil:
			progress.Remaining = cpm.Work(*task.Remaining)
		default:
			done := n.days.Count(*task.ActualStart, *n.plan.DataDate)
			progress.Remaining = cpm.Work(max(n.duration(&n.nodes[i]).Likely-done, 0))
		}
		n.input.Progress = append(n.input.Progress, progress)
	}
}

// passMilestones takes what has happened before the data date as done: what
// was delivered, budgets adopted and begun, what the kommune reported with the
// task that ends in it, and go-lives and starts of implementation on dates that lie before it. What was promised and has not come still waits.
func (n *network) passMilestones(dataDate date.Date) {
	for i := range n.nodes {
		m := n.nodes[i].Milestone
		if m == nil || n.activity[i] < 0 || n.undated(i) {
			continue
		}
		days, ok := n.book.DatesOf(&n.nodes[i], n.given)
		at := days.First
		switch m.Kind {
		case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetYearBegins:
		case drejebog.BudgetAdopted:
			at = days.Last + 1
		case drejebog.Deliverable:
			at = days.Last
			ok = ok && (m.Delivered != nil || n.plan.Deliverables[n.nodes[i].ID].Delivered != nil)
		case drejebog.Confirmation:
			at, ok = n.reported(i)
		default:
			ok = false
		}
		if !ok || at > dataDate {
			continue
		}
		finish := cpm.Instant(at)
		n.input.Progress = append(n.input.Progress, cpm.Progress{Activity: n.activity[i], ActualStart: finish, ActualFinish: &finish})
	}
}

// reported returns the end of the day on which a confirmation was given: when
// the last of the tasks that end in it was finished. It returns false while one
// is open.
func (n *network) reported(i int) (at date.Date, ok bool) {
	for _, edge := range n.edges {
		if edge.To != i {
			continue
		}
		finish := n.facts[n.nodes[edge.From].ID].ActualFinish
		if finish == nil {
			return 0, false
		}
		at, ok = max(at, *finish+1), true
	}
	return at, ok
}

// floatOf returns the total float of a node in working days.
func (n *network) floatOf(s *solution, i int) int {
	a := n.activity[i]
	if endOfDay(&n.nodes[i]) {
		d := s.result.Dates(a)
		return n.floatBetween(d.EarlyFinish, d.LateFinish)
	}
	return int(s.result.TotalFloat(a))
}

// finishOf is the instant that a node is scheduled to be over.
func (n *network) finishOf(s *solution, i int) date.Date {
	return date.Date(s.result.Dates(n.activity[i]).Finish)
}
