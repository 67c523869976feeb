package gantt

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
)

// facts are what is known of an item, a term and a text each.
func (w words) facts(it *item) [][2]string {
	list := [][2]string{{w.say("column/project", nil), w.project(it.project)}}
	add := func(term, text string) {
		if text != "" {
			list = append(list, [2]string{term, text})
		}
	}
	switch {
	case it.task != nil:
		w.taskFacts(it, add)
	case it.milestone != nil:
		w.milestoneFacts(it, add)
	default:
		add(w.say("gantt/fact-date", nil), w.day(it.mark.Date))
		add(w.say("gantt/fact-remark", nil), it.mark.Note.In(w.Lang))
		add(w.say("column/certainty", nil), w.certainty(it.mark.Certainty))
	}
	add(w.say("gantt/fact-note", nil), it.facts.Note)
	return list
}

func (w words) taskFacts(it *item, add func(term, text string)) {
	t := it.task
	if t.NotRelevant != "" {
		add(w.say("common/not-relevant", nil), t.NotRelevant)
		return
	}
	add(w.say("gantt/fact-planned", nil), w.period(t.Start, t.Finish))
	if !t.LevelOfEffort {
		if t.EarlyStart != t.Start || t.EarlyFinish != t.Finish {
			add(w.say("gantt/fact-earliest", nil), w.period(t.EarlyStart, t.EarlyFinish))
		}
		if !it.done {
			if t.LateFinish.Kind != timeline.Open {
				add(w.say("gantt/fact-latest", nil), w.period(t.LateStart, t.LateFinish))
			}
			add(w.say("gantt/fact-float", nil), w.floats(t))
		}
		add(w.say("gantt/fact-duration", nil), w.duration(it))
	} else {
		add(w.say("column/kind", nil), w.say("gantt/continuous", nil))
	}
	if window := t.Activity.WindowOf(t.Step); window != nil && it.section != "" {
		add(w.say("gantt/fact-playbook", nil), window.Written().In(w.Lang))
	}
	if t.Deadline != nil {
		if t.DeadlineKind == drejebog.Frist {
			add(w.say("gantt/fact-deadline", nil), w.day(*t.Deadline))
		} else {
			add(w.say("gantt/fact-expected", nil), w.day(*t.Deadline))
		}
	}
	add(w.say("gantt/fact-status", nil), w.status(it))
	add(w.say("column/certainty", nil), w.certainty(t.Certainty))
}

func (w words) milestoneFacts(it *item, add func(term, text string)) {
	m := it.milestone
	add(w.say("gantt/fact-date", nil), w.when(m.Date))
	if m.Latest.Kind != timeline.Open && !it.done {
		add(w.say("gantt/fact-latest", nil), w.when(m.Latest))
	}
	if m.Deadline != nil {
		add(w.say("gantt/fact-deadline", nil), w.day(*m.Deadline))
	}
	if says := m.Milestone.Promised; says != nil && m.Milestone.Kind == drejebog.Deliverable {
		text := says.When.Written().In(w.Lang)
		if own := w.s.Plan.Deliverables[m.ID].Promised; own != nil {
			text = w.day(*own)
		}
		add(w.say("gantt/fact-promised", nil), text)
	}
	add(w.say("gantt/fact-status", nil), w.status(it))
	add(w.say("column/certainty", nil), w.certainty(m.Certainty))
	add(w.say("gantt/fact-note", nil), w.s.Plan.Deliverables[m.ID].Note)
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
		return w.say("gantt/nothing-hard", nil)
	}
	days := w.workdays(t.TotalFloat)
	if t.FreeFloat < t.TotalFloat {
		return w.say("gantt/float-and-free", lang.Args{"days": days, "free": lang.Both(w.number(t.FreeFloat))})
	}
	return days.In(w.Lang)
}

// duration is a task's length: the plan's, or ours with its range.
func (w words) duration(it *item) string {
	d := it.task.Duration
	days := w.workdays(d.Likely)
	if d.Low == d.High {
		return days.In(w.Lang)
	}
	return w.say("gantt/duration-range", lang.Args{"days": days, "low": lang.Both(w.number(d.Low)), "high": lang.Both(w.number(d.High))})
}

func (w words) number(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// certainty tells how sure a date is, "" of one that nothing is known of.
func (w words) certainty(c drejebog.Certainty) string {
	if c == 0 {
		return ""
	}
	return w.s.Book.Words.Key("certainty", c.String(), nil).In(w.Lang)
}
