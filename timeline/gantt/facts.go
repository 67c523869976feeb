package gantt

import (
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// facts are what is known of an item, a term and a text each.
func (w words) facts(it *item) [][2]string {
	list := [][2]string{{w.say("Projekt", "Project"), w.project(it.project)}}
	add := func(da, en, text string) {
		if text != "" {
			list = append(list, [2]string{w.say(da, en), text})
		}
	}
	switch {
	case it.task != nil:
		w.taskFacts(it, add)
	case it.milestone != nil:
		w.milestoneFacts(it, add)
	default:
		add("Dato", "Date", w.day(it.mark.Date))
		add("Bemærk", "Note", it.mark.Note.In(w.Lang))
		add("Sikkerhed", "Certainty", w.certainty(it.mark.Certainty))
	}
	add("Hvem", "Who", strings.Join(w.who(it), ", "))
	add("Note", "Note", it.facts.Note)
	return list
}

func (w words) taskFacts(it *item, add func(da, en, text string)) {
	t := it.task
	if t.NotRelevant != "" {
		add("Ikke relevant", "Not relevant", t.NotRelevant)
		return
	}
	add("Planlagt", "Planned", w.period(t.Start, t.Finish))
	if !t.LevelOfEffort {
		if t.EarlyStart != t.Start || t.EarlyFinish != t.Finish {
			add("Tidligst", "Earliest", w.period(t.EarlyStart, t.EarlyFinish))
		}
		if !it.done {
			if t.LateFinish.Kind != timeline.Open {
				add("Senest", "Latest", w.period(t.LateStart, t.LateFinish))
			}
			add("Slæk", "Float", w.floats(t))
		}
		add("Varighed", "Duration", w.duration(it))
	} else {
		add("Art", "Kind", w.say("Løbende opgave, uden slæk", "Continuous task, without float"))
	}
	if window := t.Activity.WindowOf(t.Step); window != nil && it.section != "" {
		printed := window.Printed()
		if w.Lang == lang.English {
			printed = window.PrintedEnglish()
		}
		add("Drejebogen", "Playbook", printed)
	}
	if t.Deadline != nil {
		if t.DeadlineKind == drejebog.Frist {
			add("Frist", "Deadline", w.day(*t.Deadline))
		} else {
			add("Forventet slut", "Expected end", w.day(*t.Deadline))
		}
	}
	add("Status", "Status", w.status(it))
	add("Sikkerhed", "Certainty", w.certainty(t.Certainty))
}

func (w words) milestoneFacts(it *item, add func(da, en, text string)) {
	m := it.milestone
	add("Dato", "Date", w.when(m.Date))
	if m.Latest.Kind != timeline.Open && !it.done {
		add("Senest", "Latest", w.when(m.Latest))
	}
	if m.Deadline != nil {
		add("Frist", "Deadline", w.day(*m.Deadline))
	}
	if says := m.Milestone.Promised; says != nil && m.Milestone.Kind == drejebog.Deliverable {
		text := says.When.Text
		if w.Lang == lang.English {
			text = says.When.English()
		}
		if own := w.s.Plan.Deliverables[m.ID].Promised; own != nil {
			text = w.day(*own)
		}
		add("Lovet", "Promised", text)
	}
	add("Status", "Status", w.status(it))
	add("Sikkerhed", "Certainty", w.certainty(m.Certainty))
	add("Note", "Note", w.s.Plan.Deliverables[m.ID].Note)
}

// period writes two days or distances, once where they read the same.
func (w words) period(first, last timeline.When) string {
	from, to := w.when(first), w.when(last)
	if from == to {
		return from
	}
	return from + " – " + to
}

func (w words) floats(t *timeline.Task) string {
	if !t.HasFloat() {
		return w.say("intet hårdt venter på den", "nothing hard waits for it")
	}
	text := w.workdays(t.TotalFloat)
	if t.FreeFloat < t.TotalFloat {
		text += w.say("; uden at flytte andre opgaver: ", "; without moving other tasks: ") + w.number(t.FreeFloat)
	}
	return text
}

// duration is a task's length: the plan's, or ours with its range.
func (w words) duration(it *item) string {
	d := it.task.Duration
	if d.Low == d.High {
		return w.workdays(d.Likely)
	}
	return w.workdays(d.Likely) + " (" + w.number(d.Low) + "–" + w.number(d.High) + w.say("; vores antagelse)", "; our assumption)")
}

func (w words) number(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

var certainties = map[drejebog.Certainty]lang.Text{
	drejebog.Stated:  {DA: "Oplyst", EN: "Stated"},
	drejebog.Implied: {DA: "Følger af drejebogen, men står der ikke", EN: "Follows from the playbook, is not stated"},
	drejebog.Assumed: {DA: "Bygger på antagelser", EN: "Rests on assumptions"},
}

func (w words) certainty(c drejebog.Certainty) string { return certainties[c].In(w.Lang) }
