package timeline

import (
	"errors"
	"maps"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// question is one to ToMeet: a model of its own, in which nothing but what it
// waits for dates the milestone that is asked about.
type question struct {
	*model.Question
	from *Schedule
	plan *plan.Plan
	node int
}

func (s *Schedule) question(id string, day date.Date) (*question, error) {
	if !s.IsComputed() {
		return nil, &UnknownTaskError{ID: id}
	}
	i := s.solved.Index(id)
	switch {
	case i < 0 || s.Task(id) == nil && s.Milestone(id) == nil:
		return nil, s.UnknownTask(id)
	case s.solved.Nodes[i].IsEffort():
		return nil, &QuestionError{Kind: QuestionEffort, ID: id}
	case day < workday.First || day > workday.Last:
		return nil, &QuestionError{Kind: QuestionDay, ID: id, Day: day}
	}
	p := onDay(s.Plan, &s.solved.Nodes[i], day)
	n := model.New(s.solved.Basis, p, s.last)
	node := n.Index(id)
	if n.HangsOn(node) != "" || n.IsOpen(node) {
		return nil, &QuestionError{Kind: QuestionUndated, ID: id, On: n.HangsOn(node)}
	}
	asked, err := n.Ask(node, day)
	return &question{asked, s, p, node}, err
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
		other.Projects = changed(p.Projects, node.Project, func(project *plan.Rollout) { project.GoLive = plan.On(day) })
	case drejebog.Implementation:
		other.Projects = changed(p.Projects, node.Project, func(project *plan.Rollout) { project.Implementation = plan.On(day) })
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

// crashes are the limits by the indexes of nodes.
func (q *question) crashes(limits []Limit) ([]cpm.Crash, error) {
	crashes := make([]cpm.Crash, 0, len(limits))
	for _, l := range limits {
		i := q.Index(l.Task)
		switch {
		case i < 0 || q.Nodes[i].Step == nil:
			return nil, unknownTask(l.Task, q.tasks())
		case q.Nodes[i].IsEffort():
			return nil, &QuestionError{Kind: QuestionEffort, ID: l.Task}
		case l.Days < 0 || l.Days > int(cpm.MaxWork):
			return nil, &QuestionError{Kind: QuestionLimit, ID: l.Task}
		}
		crashes = append(crashes, cpm.Crash{Activity: i, Limit: cpm.Work(l.Days), Price: l.Price})
	}
	return crashes, nil
}

// tasks are the ids of what can be shortened at all.
func (q *question) tasks() []string {
	var ids []string
	for i := range q.Nodes {
		if node := &q.Nodes[i]; node.Step != nil && !node.IsEffort() {
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
