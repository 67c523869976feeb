package readiness

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/rickb777/date/v2"
)

// Prepared is something that the playbook itself says of a category, with how
// far the kommune is. It is prepared before the requirements are published,
// and never scored.
type Prepared struct {
	Requirement *requirements.Requirement
	Key         string // what the plan answers it under; the category alone counts too
	Responsible string // id of a role
	State       PreparedState
	On          *date.Date // when it was done, or answered; nil: not stated
	Latest      *date.Date // the last day that its task may finish; nil: no task, or no date
}

// PreparedState is how far something is that can be prepared.
type PreparedState uint8

// The states.
const (
	PreparedUnknown PreparedState = iota // the plan is silent
	PreparedBegun
	PreparedDone
	PreparedNotRelevant
)

var preparedNames = [...]string{
	PreparedUnknown: "unknown", PreparedBegun: "begun", PreparedDone: "done", PreparedNotRelevant: "notRelevant",
}

// String returns "unknown", "begun", "done", "notRelevant", or "".
func (s PreparedState) String() string {
	if int(s) < len(preparedNames) {
		return preparedNames[s]
	}
	return ""
}

// MarshalText writes the name.
func (s PreparedState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// prepared holds what the playbook says of each category against the plan.
func (a *assessor) prepared(p *ProjectAssessment) []Prepared {
	own := a.rules.Preparation.For(p.ID)
	list := make([]Prepared, len(own))
	for i := range own {
		r := &own[i]
		item := Prepared{Requirement: r, Key: r.Key(p.ID), Responsible: cmp.Or(r.Responsible, a.rules.IDs.Responsible)}
		item.Latest = a.latest(r.Step, p.ID)
		item.State, item.On = a.preparedBy(r, p.ID)
		a.answered[item.Key] = true
		list[i] = item
	}
	return list
}

// preparedBy is how far the kommune is: by its answer, on the requirement or
// on the whole category, else by the task that delivers it.
func (a *assessor) preparedBy(r *requirements.Requirement, project string) (PreparedState, *date.Date) {
	for _, key := range []string{r.Key(project), r.Category + "@" + project} {
		answer, ok := a.answer(key)
		if !ok {
			continue
		}
		switch answer.State {
		case plan.AnswerConfirmed:
			return PreparedDone, answer.On
		case plan.AnswerInProgress:
			return PreparedBegun, answer.On
		case plan.AnswerNotRelevant, plan.AnswerWaived:
			return PreparedNotRelevant, answer.On
		}
		return PreparedUnknown, answer.On
	}
	return a.taskState(r.Step, project)
}

// taskState is how far the task of a step is, for a project or its legacy
// system.
func (a *assessor) taskState(step, project string) (PreparedState, *date.Date) {
	id := a.taskOf(step, project)
	if id == "" {
		return PreparedUnknown, nil
	}
	task := a.Facts(id)
	switch {
	case task.NotRelevant != nil:
		return PreparedNotRelevant, nil
	case a.done(id) != nil:
		return PreparedDone, a.done(id)
	case a.out.stated[id], task.IsDoneUndated():
		return PreparedDone, nil
	case task.ActualStart != nil && *task.ActualStart <= a.on || task.Status == plan.InProgress:
		return PreparedBegun, nil
	}
	return PreparedUnknown, nil
}

// taskOf is the id of the task that a step is for a project, "" for none.
func (a *assessor) taskOf(step, project string) string {
	for _, id := range []string{step + "@" + project, step} {
		if a.tasks[id] != nil {
			return id
		}
	}
	for i := range a.Book.Systems {
		if system := &a.Book.Systems[i]; system.Project == project && a.tasks[step+"@"+system.ID] != nil {
			return step + "@" + system.ID
		}
	}
	return ""
}

// latest is the last day that the task of a step may finish.
func (a *assessor) latest(step, project string) *date.Date {
	if t := a.tasks[a.taskOf(step, project)]; t != nil {
		return day(t.LateFinish)
	}
	return nil
}
