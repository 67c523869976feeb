package interchange

import (
	"math"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/shopspring/decimal"
)

// Work is what somebody has to do for a task of a schedule: hours in all, spread
// evenly over it. What knows of hours hands it in.
type Work struct {
	Task  string // id
	Who   string // id of a role or of a person of the plan
	Hours drejebog.Hours
}

// assign adds the resources and assignments of work, in the order in which it is
// handed in; more of one for one task is added up. Work for what the file does not
// have, or has without dates or without a length, is left out: there it cannot be
// done.
func (b *scheduleBuilder) assign(work []Work) {
	resources, assignments := map[string]int{}, map[[2]int]int{} // UIDs, and indices
	for _, w := range work {
		uid := b.uids[w.Task]
		minutes := int(w.Hours.Decimal().Mul(decimal.NewFromInt(60)).Round(0).IntPart())
		if uid == 0 || minutes <= 0 || b.Tasks[uid-1].Inactive || b.Tasks[uid-1].Duration.Minutes == 0 {
			continue
		}
		if resources[w.Who] == 0 {
			resources[w.Who] = len(b.Resources) + 1
			b.Resources = append(b.Resources, mspdi.Resource{
				UID: len(b.Resources) + 1, ID: len(b.Resources) + 1, Calendar: mspdi.None,
				Name: b.sched.Plan.NameOf(b.sched.Book, w.Who, b.language),
			})
		}
		pair := [2]int{uid, resources[w.Who]}
		i, known := assignments[pair]
		if !known {
			i = len(b.Assignments)
			assignments[pair] = i
			b.Assignments = append(b.Assignments, mspdi.Assignment{UID: i + 1, Task: uid, Resource: resources[w.Who], Work: new(0)})
		}
		*b.Assignments[i].Work += minutes
	}
	for i := range b.Assignments {
		b.spread(&b.Assignments[i])
	}
}

// spread gives an assignment the dates of its task, how much of a day it takes, and
// what is left of it.
func (b *scheduleBuilder) spread(a *mspdi.Assignment) {
	t := &b.Tasks[a.Task-1]
	a.Start, a.Finish = t.Start, t.Finish
	left := *a.Work
	all := t.Duration.Minutes
	a.Units = math.Round(10_000*float64(*a.Work)/float64(all)) / 10_000
	if t.Remaining != nil {
		left = int(int64(left) * int64(*t.Remaining) / int64(all))
	}
	a.RemainingWork = &left
	if t.Work == nil {
		t.Work = new(0)
	}
	*t.Work += *a.Work
}
