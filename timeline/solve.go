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
	certainty []drejebog.Certainty // by activity: the weakest on its driving chain
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
	n.chain(s)
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
	for i := range n.nodes {
		a := n.activity[i]
		task := n.plan.Tasks[n.nodes[i].ID]
		if a < 0 || task.ActualStart == nil {
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

// floatOf returns the total float of a node in working days.
func (n *network) floatOf(s *solution, i int) int {
	a := n.activity[i]
	if endOfDay(&n.nodes[i]) {
		d := s.result.Dates(a)
		return n.floatBetween(d.EarlyFinish, d.LateFinish)
	}
	return int(s.result.TotalFloat(a))
}

func (n *network) finishOf(s *solution, i int) date.Date {
	return date.Date(s.result.Dates(n.activity[i]).EarlyFinish)
}
