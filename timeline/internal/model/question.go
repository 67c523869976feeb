package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Question is a model solved for one that is asked of: nothing but what it waits for
// dates the node that is asked about.
type Question struct {
	*Solution
	target int         // the activity that is asked about
	by     cpm.Instant // the day is over, or of what holds from its beginning begins
}

// Ask frees a node that the engine has, and that hangs on nothing without date, from
// the day that it stands on, and solves the model for its bounds: the playbook's targets have
// no part in what is possible, the days that the plan gives have. The day is the one
// that is asked about.
func (n *Model) Ask(i int, day date.Date) (*Question, error) {
	q := &Question{target: n.activity[i], by: cpm.Instant(day + 1)}
	if node := &n.Nodes[i]; node.Milestone != nil {
		q.by = cpm.Instant(instantOf(node, day))
	}
	n.takeProgress()
	n.free(q.target)
	var err error
	if q.Solution, err = n.solveBounds(nil); err != nil {
		return nil, err
	}
	q.takeStated()
	n.input.Constraints = q.planInput.Constraints
	return q, q.graph.Solve(&n.input, &q.bounds)
}

// byActivity has the crashes that name nodes name the engine's activities.
func (n *Model) byActivity(crashes []cpm.Crash) []cpm.Crash {
	of := slices.Clone(crashes)
	for i := range of {
		of[i].Activity = n.activity[of[i].Activity]
	}
	return of
}

// ToMeet is what to shorten so that the node is reached by the day, as
// cpm.Graph.ToMeet finds it; crashes and answer name nodes instead of activities.
func (q *Question) ToMeet(crashes []cpm.Crash) (*cpm.Cut, error) {
	cut, err := q.graph.ToMeet(&q.input, q.target, q.by, q.byActivity(crashes))
	if err != nil {
		return nil, err
	}
	for i := range cut.Shorten {
		cut.Shorten[i].Activity = q.node[cut.Shorten[i].Activity]
	}
	return cut, nil
}

// Shortest is the model with everything as short as the limits allow, and by how many
// working days each node is shorter then.
func (q *Question) Shortest(crashes []cpm.Crash) (*Solution, map[int]int, error) {
	shortest := &Solution{Model: q.Model, graph: q.graph}
	shorter := make(map[int]int, len(crashes))
	all := cpm.Cut{}
	for _, crash := range q.byActivity(crashes) {
		room := q.bounds.Room(crash)
		shorter[q.node[crash.Activity]] = int(room)
		all.Shorten = append(all.Shorten, cpm.Shortening{Activity: crash.Activity, Ticks: room})
	}
	if err := shortest.graph.Solve(all.Input(shortest.graph, &q.input), &shortest.bounds); err != nil {
		return nil, nil, err
	}
	return shortest, shorter, nil
}

// free takes away what puts the target on a day of its own: the question is
// whether it can be another.
func (n *Model) free(target int) {
	stands := false
	for i := range n.input.Constraints {
		c := &n.input.Constraints[i]
		if c.Activity == target && (c.Kind == cpm.MustStartOn || c.Kind == cpm.MustFinishOn) {
			c.Kind, stands = cpm.AsSoonAsPossible, true
		}
	}
	if stands {
		n.input.Progress = slices.DeleteFunc(n.input.Progress, func(p cpm.Progress) bool { return p.Activity == target })
	}
}
