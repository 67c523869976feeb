package gantt

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// status says how far an item is, "" where nothing is known of it.
func (w words) status(it *item) string {
	switch {
	case it.notRelevant() != "":
		return w.say("Ikke relevant", "Not relevant")
	case it.done && it.milestone != nil:
		return w.say("Kommet", "Has come")
	case it.done:
		return w.say("Udført", "Done")
	case it.late && it.milestone != nil:
		return w.say("For sent eller udeblevet", "Late or not come")
	}
	var said []string
	switch last, some := w.progress(it); {
	case it.facts.Status == plan.OnHold:
		said = append(said, w.say("Sat på pause", "On hold"))
	case some:
		said = append(said, w.say("I gang, ", "Under way, ")+strconv.Itoa(last)+" %")
	case it.facts.Status == plan.NotStarted:
		said = append(said, w.say("Ikke begyndt", "Not started"))
	}
	switch {
	case it.late:
		said = append(said, w.say("For sent", "Late"))
	case it.critical():
		said = append(said, w.say("Kritisk", "Critical"))
	}
	return strings.Join(said, "; ")
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
