package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// takeTables counts what the plan's own tables say has happened to tasks by the data
// date: agreements that are signed, cases that are counted down to none, and confirmed
// requirements. What the plan says of a task's own finish goes before.
func (n *Model) takeTables() {
	p := n.plan
	if p.DataDate == nil || len(p.Agreements)+len(p.CleanUp)+len(p.Readiness) == 0 {
		return
	}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		if node.Step == nil || node.IsEffort() {
			continue
		}
		task := n.Facts[node.ID]
		day, exact := n.shown(node)
		if day == nil || *day > *p.DataDate || task.ActualFinish != nil || task.NotRelevant != nil {
			continue
		}
		if task.ActualFinish = day; task.ActualStart == nil || *task.ActualStart > *day {
			task.ActualStart = day
		}
		task.Settle()
		n.Facts[node.ID] = task
		if !exact {
			n.doneBy[node.ID] = true
		}
	}
}

// shown is the day on which a step was done, or by which it was if that is not exact;
// nil where no table says so.
func (n *Model) shown(node *drejebog.Node) (day *date.Date, exact bool) {
	marks, base := &n.Book.Landmarks, node.Base()
	if base == marks.Signing {
		return n.plan.Agreements[node.Project].Signed, true
	}
	if counts := n.plan.CleanUp[node.System].Counts; base == marks.CleanUp && len(counts) > 0 {
		if last := counts[len(counts)-1]; last.Left == 0 {
			return &last.On, false
		}
		return nil, false
	}
	return n.confirmed(base, node.Project), false
}

// confirmed is the day on which a category of readiness that shows a step was confirmed
// for a project as a whole.
func (n *Model) confirmed(step, project string) *date.Date {
	for i := range n.Book.Categories {
		category := &n.Book.Categories[i]
		if !slices.Contains(category.Shows, step) {
			continue
		}
		if answer := n.plan.Readiness[category.ID+"@"+project]; answer.State == plan.AnswerConfirmed {
			return answer.On
		}
	}
	return nil
}

// IsDoneBy reports whether a task is known to be done by the day of its finish, and not
// when.
func (n *Model) IsDoneBy(id string) bool { return n.doneBy[id] }
