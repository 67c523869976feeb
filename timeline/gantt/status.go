package gantt

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// status says how far an item is, "" where nothing is known of it.
func (w words) status(it *item) string {
	switch {
	case it.notRelevant() != "":
		return w.say("common/not-relevant", nil)
	case it.done && it.milestone != nil:
		return w.say("gantt/has-come", nil)
	case it.done:
		return w.planStatus(plan.Done)
	case it.late && it.milestone != nil:
		return w.say("gantt/late-or-missing", nil)
	}
	var said []string
	switch last, some := w.progress(it); {
	case it.facts.Status == plan.OnHold:
		said = append(said, w.planStatus(plan.OnHold))
	case some:
		said = append(said, w.say("gantt/under-way", lang.Args{"percent": lang.Whole(last)}))
	case it.facts.Status == plan.NotStarted:
		said = append(said, w.planStatus(plan.NotStarted))
	}
	switch {
	case it.late:
		said = append(said, w.say("gantt/late", nil))
	case it.critical():
		said = append(said, w.say("gantt/critical", nil))
	}
	return strings.Join(said, "; ")
}

// planStatus is the word for a status that the plan gives.
func (w words) planStatus(status plan.Status) string {
	return w.s.Book.Words.Key("task-status", status.String(), nil).Capital().In(w.Lang)
}

// progress is how much of a task that is under way is worked off, in percent
// of its working days.
func (w words) progress(it *item) (percent int, some bool) {
	if it.task == nil || it.facts.ActualStart == nil {
		return 0, false
	}
	last, some := w.doneUntil(it)
	if !some || !it.task.Finish.Known() {
		return 0, false
	}
	all := w.s.Workdays(it.task.Start.Date, it.task.Finish.Date)
	return 100 * w.s.Workdays(it.task.Start.Date, last) / max(all, 1), true
}
