package model

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// addOwn appends what others owe by the plan alone and the plan's own tasks to the nodes,
// each in the order of their ids: milestones, and steps of one activity without a window.
func (n *Model) addOwn() {
	activity := &drejebog.Activity{
		ID: plan.OwnActivity, Title: n.Book.Words.Message("timeline/own-tasks", nil).Text(), Scope: drejebog.PerKommune,
	}
	n.Nodes = append(n.Nodes, n.plan.OwnDeliverables()...)
	for _, id := range slices.Sorted(maps.Keys(n.plan.Own)) {
		own := n.plan.Own[id]
		days := n.ownDays(&own)
		step := &drejebog.Step{
			ID: strings.TrimPrefix(id, "own/"), Name: lang.Both(own.Name), Scope: drejebog.PerKommune,
			Duration: &drejebog.Duration{Low: days, Likely: days, High: days, Certainty: drejebog.Stated},
		}
		if n.Book.Role(own.Responsible) != nil {
			step.Role = own.Responsible
		}
		n.Nodes = append(n.Nodes, drejebog.Node{ID: id, Activity: activity, Step: step, Project: own.Project})
	}
}

// ownDays is the length of an own task: what the plan says, else the working
// days between its dates, and one where it has none.
func (n *Model) ownDays(own *plan.OwnTask) int {
	switch {
	case own.Duration != nil:
		return *own.Duration
	case own.PlannedStart != nil && own.PlannedFinish != nil:
		return n.Days.Count(*own.PlannedStart, *own.PlannedFinish)
	case own.ActualStart != nil && own.ActualFinish != nil:
		return n.Days.Count(*own.ActualStart, *own.ActualFinish)
	}
	return 1
}

// ownDeadline is the last day that the plan allows one of its own tasks, nil
// where it allows any.
func (n *Model) ownDeadline(node *drejebog.Node) *date.Date {
	return n.plan.Own[node.ID].Deadline
}

// ownEdges are the plan's dependencies. One to or from what the playbook did
// not have at as-of is left out, as is the thing itself.
func (n *Model) ownEdges() []drejebog.Edge {
	dependencies := n.plan.Dependencies()
	if len(dependencies) == 0 {
		return nil
	}
	index := map[string]int{}
	for i := range n.Nodes {
		index[n.Nodes[i].ID] = i
	}
	var edges []drejebog.Edge
	for _, d := range dependencies {
		from, ok1 := index[d.From]
		to, ok2 := index[d.To]
		if !ok1 || !ok2 {
			continue
		}
		dependency := &drejebog.Dependency{From: d.From, To: d.To, Type: d.Type}
		dependency.Why = lang.Both(d.Why)
		dependency.Certainty = drejebog.Stated
		if d.Lag != nil {
			dependency.Lag = *d.Lag
		}
		edges = append(edges, drejebog.Edge{From: from, To: to, Dependency: dependency})
	}
	return edges
}

// takeFacts puts together what a plan says of tasks: the playbook's, its own,
// and each notice that a contract says was given. Notice of a contract is given
// once: what one of the tasks per system says of when goes for all.
func (n *Model) takeFacts() {
	p := n.plan
	facts := maps.Clone(p.Tasks)
	if facts == nil {
		facts = map[string]plan.Task{}
	}
	for id, own := range p.Own {
		facts[id] = own.Task
	}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		contract, ok := p.Contracts[node.Instance]
		task := facts[node.ID]
		if !n.GivesNotice(node) || !ok {
			continue
		}
		if said := n.noticeTasks[node.Instance]; said.PlannedFinish != nil || said.ActualFinish != nil {
			task.PlannedStart, task.PlannedFinish, task.Duration = said.PlannedStart, said.PlannedFinish, said.Duration
			task.ActualStart, task.ActualFinish, task.Remaining = said.ActualStart, said.ActualFinish, said.Remaining
		}
		if given, one := contract.NoticeGiven, 1; given != nil && !isDated(&task) {
			if task.PlannedFinish = given; task.Duration == nil {
				task.Duration = &one
			}
			if p.DataDate != nil && *given <= *p.DataDate {
				task.ActualStart, task.ActualFinish = given, given
			}
		}
		facts[node.ID] = task
	}
	n.Facts = facts
}

// isDated reports whether the plan gives a task a day, planned or past.
func isDated(task *plan.Task) bool {
	return task.PlannedStart != nil || task.PlannedFinish != nil || task.ActualStart != nil || task.ActualFinish != nil
}

// takeCutOvers makes each cut-over as long as the plan closes the old system
// for, as far as that lies before the go-live, and lets it begin on the first of
// these days where they reach to the go-live. Days that end earlier were set for
// another go-live: they say how long, not when, as all do where nobody knows the
// go-live. What the plan says of the task itself goes before.
func (n *Model) takeCutOvers() {
	for i := range n.Nodes {
		node := &n.Nodes[i]
		closed := n.plan.Migrations[node.Project].Closed
		task := n.Facts[node.ID]
		if node.Base() != n.Book.Landmarks.CutOver || len(closed) == 0 {
			continue
		}
		live := n.Index(n.goLive(node.Project))
		if live < 0 {
			continue
		}
		from, last := closed[0].From, closed[len(closed)-1].Last()
		days, known := n.DaysOf(live)
		if known = known && !n.unknown[n.Nodes[live].ID]; known {
			last = min(last, days.First-1)
		}
		if length := n.Days.Count(from, last); length > 0 {
			if task.Duration == nil && task.PlannedFinish == nil {
				task.Duration = &length
			}
			if known && !isDated(&task) && n.Days.Count(last+1, days.First-1) == 0 {
				task.PlannedStart = &from
			}
			n.Facts[node.ID] = task
		}
	}
}
