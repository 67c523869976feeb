package timeline

import (
	"errors"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// question is one to ToMeet: a network of its own, in which nothing but what it
// waits for dates the milestone that is asked about.
type question struct {
	from   *Schedule
	n      *network
	solved *solution
	node   int
	target int // its activity
}

func (s *Schedule) question(id string, day date.Date) (*question, error) {
	if s == nil || s.network == nil {
		return nil, &UnknownTaskError{ID: id}
	}
	i := s.network.indexOf(id)
	switch {
	case i < 0 || s.Task(id) == nil && s.Milestone(id) == nil:
		return nil, s.UnknownTask(id)
	case isEffort(&s.network.nodes[i]):
		return nil, &QuestionError{Kind: QuestionEffort, ID: id}
	case day < workday.First || day > workday.Last:
		return nil, &QuestionError{Kind: QuestionDay, ID: id, Day: day}
	}
	n := newNetwork(s.basis, onDay(s.Plan, &s.network.nodes[i], day), s.last)
	q := &question{from: s, n: n, node: n.indexOf(id)}
	if n.undated(q.node) || n.isOpen(q.node) {
		return nil, &QuestionError{Kind: QuestionUndated, ID: id, On: n.hangs[q.node]}
	}
	q.target = n.activity[q.node]
	n.takeProgress()
	q.free()
	var err error
	if q.solved, err = n.solveOnce(); err != nil {
		return nil, err
	}
	if n.lateNotices(q.solved) {
		q.asNotice(day)
		err = q.solved.graph.Solve(&n.input, &q.solved.result)
	}
	return q, err
}

// onDay is a plan in which a milestone stands on another day, where a plan can
// say so; else the plan itself.
func onDay(p *plan.Plan, node *drejebog.Node, day date.Date) *plan.Plan {
	other := *p
	if node.Milestone == nil {
		return &other
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive:
		other.Projects = changed(p.Projects, node.Project, func(project *plan.Project) { project.GoLive = plan.On(day) })
	case drejebog.Implementation:
		other.Projects = changed(p.Projects, node.Project, func(project *plan.Project) { project.Implementation = plan.On(day) })
	case drejebog.BudgetAdopted:
		year := node.Milestone.BudgetYear()
		other.Budget = changed(p.Budget, year, func(budget *plan.BudgetCalendar) { budget.Adopted = &day })
	}
	return &other
}

// changed is a copy of a map with one value changed.
func changed[V any](of map[string]V, key string, change func(*V)) map[string]V {
	out := maps.Clone(of)
	if out == nil {
		out = map[string]V{}
	}
	value := out[key]
	change(&value)
	out[key] = value
	return out
}

// free takes away what puts the target on a day of its own: the question is
// whether it can be another.
func (q *question) free() {
	stands := false
	for i := range q.n.input.Constraints {
		c := &q.n.input.Constraints[i]
		if c.Activity == q.target && (c.Kind == cpm.MustStartOn || c.Kind == cpm.MustFinishOn) {
			c.Kind, stands = cpm.AsSoonAsPossible, true
		}
	}
	if stands {
		q.n.input.Progress = slices.DeleteFunc(q.n.input.Progress, func(p cpm.Progress) bool { return p.Activity == q.target })
	}
}

// asNotice lets the end of a system that a contract holds wait for the notice
// by the terms that give the day, in the place of the end that the notice as
// planned would have.
func (q *question) asNotice(day date.Date) {
	n := q.n
	n.input.Lags = make([]int32, len(n.problem.Links))
	for i := range n.problem.Links {
		n.input.Lags[i] = n.problem.Links[i].Lag.Value
	}
	for constraint, notice := range n.notice {
		c := &n.input.Constraints[constraint]
		contract := n.plan.Contracts[n.nodes[notice].Instance]
		latest, ok := contract.LatestNotice(day)
		if c.Activity != q.target || !ok {
			continue
		}
		for l, link := range n.problem.Links {
			if link.From == n.activity[notice] && link.To == q.target && link.Lag.Unit == cpm.Elapsed {
				c.Kind = cpm.AsSoonAsPossible
				n.input.Lags[l] = int32(day - latest)
			}
		}
	}
}

// noticeMayMove reports whether the target waits for the end of a system that a
// late notice holds: an earlier notice could move it, and the engine does not
// know.
func (q *question) noticeMayMove() bool {
	n := q.n
	before := map[int]bool{q.target: true}
	for todo := []int{q.target}; len(todo) > 0; todo = todo[1:] {
		for _, link := range n.problem.Links {
			if link.To == todo[0] && !before[link.From] {
				before[link.From] = true
				todo = append(todo, link.From)
			}
		}
	}
	for constraint, notice := range n.notice {
		c := &n.input.Constraints[constraint]
		if before[c.Activity] && c.Kind == cpm.FinishNoEarlierThan && n.facts[n.nodes[notice].ID].ActualFinish == nil {
			return true
		}
	}
	return false
}

// by is the instant that the target must be reached by.
func (q *question) by(day date.Date) cpm.Instant {
	node := &q.n.nodes[q.node]
	if node.Milestone != nil {
		return cpm.Instant(q.n.instantOf(node, day))
	}
	return cpm.Instant(day + 1)
}

// crashes are the limits as the engine has them.
func (q *question) crashes(limits []Limit) ([]cpm.Crash, error) {
	crashes := make([]cpm.Crash, 0, len(limits))
	for _, l := range limits {
		i := q.n.indexOf(l.Task)
		switch {
		case i < 0 || q.n.nodes[i].Step == nil:
			return nil, unknownTask(l.Task, q.tasks())
		case isEffort(&q.n.nodes[i]):
			return nil, &QuestionError{Kind: QuestionEffort, ID: l.Task}
		case l.Days < 0 || l.Days > int(cpm.MaxWork):
			return nil, &QuestionError{Kind: QuestionLimit, ID: l.Task}
		}
		crashes = append(crashes, cpm.Crash{Activity: q.n.activity[i], Limit: cpm.Work(l.Days), Price: l.Price})
	}
	return crashes, nil
}

// tasks are the ids of what can be shortened at all.
func (q *question) tasks() []string {
	var ids []string
	for i := range q.n.nodes {
		if node := &q.n.nodes[i]; node.Step != nil && !isEffort(node) {
			ids = append(ids, node.ID)
		}
	}
	return ids
}

// questionFault is what the engine says against a question about a milestone, by
// task.
func questionFault(id string, err error) error {
	var faults cpm.Faults
	if !errors.As(err, &faults) {
		return err
	}
	for _, f := range faults {
		switch {
		case f.Code == cpm.CrashRange && len(f.Keys) > 0:
			return &QuestionError{Kind: QuestionLimit, ID: f.Keys[0]}
		case f.Code == cpm.CrashTwice && len(f.Keys) > 0:
			return &QuestionError{Kind: QuestionTwice, ID: f.Keys[0]}
		case f.Code == cpm.Unsupported:
			return &QuestionError{Kind: QuestionFault("unsupported-" + f.Part), ID: id}
		}
	}
	return err
}
