package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Hold is a part of the chain that keeps a day from being met.
type Hold struct {
	ID   string    `json:"id" form:"set"` // of a task or milestone
	Name lang.Text `json:"name" form:"set"`
	Date date.Date `json:"date"` // of a milestone its day, of a task its last; with all as short as the limits allow
	Days int       `json:"days"` // working days of the task when it is as short as that; 0 for a milestone
	Cut  int       `json:"cut"`  // by how many days that is shorter than it is

	Rule Rule                 `json:"rule"` // what its date rests on
	Edge *drejebog.Dependency `json:"edge"` // for ByLink
	On   string               `json:"on"`   // the task or milestone that the date rests on, or ""
}

// hold tells what keeps the target from the day when everything is as short as
// the limits allow.
func (q *question) hold(c *Cut, crashes []cpm.Crash) error {
	n, shortest := q.n, &solution{graph: q.solved.graph}
	most := make(map[int]cpm.Work, len(crashes)) // by activity
	all := cpm.Cut{}
	for _, crash := range crashes {
		most[crash.Activity] = q.solved.result.Room(crash)
		all.Shorten = append(all.Shorten, cpm.Shortening{Activity: crash.Activity, Ticks: most[crash.Activity]})
	}
	if err := shortest.graph.Solve(all.Input(shortest.graph, &n.input), &shortest.result); err != nil {
		return err
	}
	n.chain(shortest)
	c.Date = n.lastDay(q.node, shortest.result.Dates(q.target).EarlyFinish)
	for i := q.node; i >= 0 && n.activity[i] >= 0 && len(c.Holds) < len(n.nodes); {
		a := n.activity[i]
		h := Hold{
			ID: n.nodes[i].ID, Name: q.from.Label(&n.nodes[i]), Date: n.lastDay(i, shortest.result.Dates(a).EarlyFinish),
			Cut: int(most[a]), Days: int(shortest.result.Length(a)), Rule: shortest.cause[a].rule, Edge: shortest.cause[a].edge,
		}
		if i = shortest.cause[a].node; i >= 0 {
			h.On = n.nodes[i].ID
		}
		c.Holds = append(c.Holds, h)
	}
	return nil
}

// lastDay is the date of a milestone, or the last day of a task, from its
// finish.
func (n *network) lastDay(i int, finish cpm.Instant) date.Date {
	if node := &n.nodes[i]; node.Milestone != nil {
		return n.dayOf(dating{}, node, finish).Date
	}
	return date.Date(finish) - 1
}
