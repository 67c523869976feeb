package readiness

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// A plan may state that something is done in its tables, where the date of a
// signature or the last case that was cleaned up says more than the progress of
// a task. What stands there is not asked for again.

// states notes that the plan's tables say of tasks of a project that what they
// deliver is there.
func (a *assessor) states(project string, steps ...string) {
	for _, step := range steps {
		if id := a.taskOf(step, project); id != "" {
			a.out.stated[id] = true
		}
	}
}

// statesNotice notes that the plan's contracts say more of one than the tasks
// that end in its notice: what is left to do is said of the contract.
func (a *assessor) statesNotice(t *Topic, contract string, given bool) {
	for id, task := range a.tasks {
		if task.Instance == contract && (task.Base() == t.Task || given && task.Activity.ID == t.Section) {
			a.out.stated[id] = true
		}
	}
}

// statesAnswered notes the tasks of a project that KOMBIT's list has for what it asks,
// where each of those requirements that applies is confirmed, and tells where an answer
// and its task say different things. The schedule does not know the list.
func (a *assessor) statesAnswered(p *ProjectAssessment) {
	var told []string
	for i := range p.Items {
		step := p.Items[i].Requirement.Step
		id := a.taskOf(step, p.ID)
		if step == "" || id == "" || a.tasks[id].NotRelevant != "" || slices.Contains(told, id) {
			continue
		}
		told = append(told, id)
		last, open := a.answeredFor(p, step)
		facts := a.Facts(id)
		done := a.done(id) != nil || facts.IsDoneUndated()
		at := rule{subject: id, project: p.ID, actor: "kommune", section: a.tasks[id].Activity.ID}
		switch {
		case done && open != nil:
			at.code, at.path = "DB-314", []string{"readiness", open.Key}
			a.raise(at, lang.Args{"task": a.Label(&a.tasks[id].Node), "id": lang.Both(open.Key)})
		case !done && last != nil && open == nil:
			a.out.stated[id] = true
			at.code, at.day, at.path = "DB-313", *last, []string{"tasks", id}
			a.raise(at, lang.Args{"task": a.Label(&a.tasks[id].Node), "date": lang.Day(*last)})
		}
	}
}

// answeredFor is the last day on which a requirement for a step was confirmed, nil where
// none is, and the first that applies and is not confirmed where the plan answers it; one
// without an answer is open too.
func (a *assessor) answeredFor(p *ProjectAssessment, step string) (last *date.Date, open *Item) {
	silent := false
	for i := range p.Items {
		item := &p.Items[i]
		switch {
		case item.Requirement.Step != step || !item.Applies():
		case item.Confirmed():
			if last == nil || *item.Since > *last {
				last = item.Since
			}
		case item.State == 0:
			silent = true
		case open == nil:
			open = item
		}
	}
	if silent {
		last = nil
	}
	return last, open
}
