package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Answer is what a project manager asks of a date, and what there is to say.
type Answer struct {
	Question lang.Text   `json:"question" form:"set"`
	Short    lang.Text   `json:"short"` // one or two sentences
	Lines    []lang.Text `json:"lines"` // one by one; may be none
}

// Answers returns the four answers: is it hard, why that day, what does it hold
// up, whom does it wait for.
func (e *Explanation) Answers() []Answer {
	if !e.isComputed() {
		return nil
	}
	return []Answer{
		{e.text("timeline/is-it-hard", nil), e.hardness(), nil},
		{e.text("timeline/why-that-day", nil), e.span(), e.why()},
		{e.text("timeline/what-it-holds", nil), e.holdsShort(), e.holdsLines()},
		{e.text("timeline/whom-it-awaits", nil), e.awaitsShort(), e.awaitsLines()},
	}
}

func (e *Explanation) text(id string, args lang.Args) lang.Text { return e.from.text(id, args) }

// why tells the chain behind the date; a date that the plan calls unknown has
// none.
func (e *Explanation) why() []lang.Text {
	if e.Milestone != nil && e.Milestone.Date.Milestone == e.ID {
		return nil
	}
	list := make([]lang.Text, len(e.Scheduled))
	for i := range e.Scheduled {
		list[i] = e.Scheduled[i].Text
	}
	return list
}

// hardness says whether anything breaks when the date is missed.
func (e *Explanation) hardness() lang.Text {
	if e.Milestone != nil {
		return lang.Joined(" ", e.milestoneHardness(), e.bounded())
	}
	t := e.Task
	switch {
	case t.NotRelevant != "":
		return e.text("timeline/set-aside", lang.Args{"why": lang.Both(t.NotRelevant)})
	case t.LevelOfEffort:
		return e.text("timeline/hard-continuous", nil)
	case e.done != nil:
		return e.text("timeline/finished-on", lang.Args{"day": lang.Day(*e.done)})
	case t.Base() == noticeStep && t.LateFinish.Known():
		last := e.text("timeline/last-notice", lang.Args{"day": lang.Day(t.LateFinish.Date)})
		return lang.Joined(" ", last, e.noticeRuns(), e.bounded())
	case t.Deadline == nil:
		return lang.Joined(" ", e.text("timeline/no-deadline", nil), e.bounded())
	}
	return lang.Joined(" ", e.deadline(*t.Deadline), e.bounded())
}

// deadline says how hard the end of a task's window is.
func (e *Explanation) deadline(day date.Date) lang.Text {
	source := e.text("common/section", lang.Args{"section": lang.Both(e.Task.Activity.ID)})
	if e.Task.Activity.ID == OwnActivity {
		source = e.text("timeline/the-kommunes-own", nil)
	}
	met, off := e.from.metBefore(day)
	switch {
	case e.Task.DeadlineKind != drejebog.Frist:
		return e.text("timeline/expected-end", lang.Args{"day": lang.Day(day), "source": source})
	case off:
		return e.text("timeline/hard-deadline-off", lang.Args{"day": lang.Day(day), "met": lang.Day(met), "source": source})
	}
	return e.text("timeline/hard-deadline", lang.Args{"day": lang.Day(day), "source": source})
}

// milestoneHardness says what kind of date a milestone has.
func (e *Explanation) milestoneHardness() lang.Text {
	m := e.Milestone
	switch m.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.SystemEnd, drejebog.BudgetYearBegins:
		if !m.Date.Known() {
			return e.text("timeline/date-not-known", nil)
		}
		counts := e.text("timeline/hard-for-the-plan", lang.Args{"day": lang.Day(m.Date.Date), "source": e.dateSource()})
		return lang.Joined(" ", append([]lang.Text{counts}, e.endsBefore()...)...)
	}
	section := lang.Both(m.Milestone.Section)
	switch {
	case m.Deadline != nil && e.done != nil && m.Milestone.Kind == drejebog.Confirmation:
		return e.text("timeline/reached-on", lang.Args{"day": lang.Day(*e.done), "last": lang.Day(*m.Deadline), "section": section})
	case m.Deadline != nil:
		return e.text("timeline/hard-last-day", lang.Args{"day": lang.Day(*m.Deadline), "section": section})
	case m.Milestone.Kind == drejebog.Deliverable && e.done != nil:
		return e.text("timeline/has-come", lang.Args{"day": lang.Day(*e.done)})
	case m.Milestone.Kind == drejebog.Deliverable:
		return e.text("timeline/no-deadline-for", lang.Args{"party": e.from.Book.PartyName(m.Milestone.Actor)})
	}
	return e.text("timeline/no-deadline", nil)
}

// noticeRuns says when the contract ends by the notice that the plan gives.
func (e *Explanation) noticeRuns() lang.Text {
	for i := range e.from.Notices {
		k := &e.from.Notices[i]
		if k.Contract == e.Task.Instance && k.System == e.Task.System && k.Given != nil && k.Ends != nil {
			return e.text("timeline/ends-with-notice", lang.Args{"day": lang.Day(*k.Given), "end": lang.Day(*k.Ends)})
		}
	}
	return lang.Text{}
}

// endsBefore says which contracts on a legacy system end before it does by the
// plan.
func (e *Explanation) endsBefore() []lang.Text {
	var list []lang.Text
	for i := range e.from.Notices {
		k := &e.from.Notices[i]
		if k.System == e.Milestone.System && k.EndsEarly() {
			list = append(list, e.text("timeline/but-contract-ends", lang.Args{"contract": lang.Both(k.Name), "day": lang.Day(*k.Ends)}))
		}
	}
	return list
}

// dateSource says in brackets whose a milestone's date is.
func (e *Explanation) dateSource() lang.Text {
	if e.Milestone.Driver == DriverPlan {
		return lang.Bracketed(e.text("timeline/the-kommunes-plan", nil))
	}
	return e.from.source("", e.Milestone.Certainty)
}

// bounded says how much room there is, and up to what.
func (e *Explanation) bounded() lang.Text {
	if e.done != nil || len(e.Late) == 0 {
		return lang.Text{}
	}
	if e.Bound == nil {
		return e.text("timeline/nothing-hard", nil)
	}
	float := e.float()
	own := e.Bound.ID == e.ID
	bound, day := e.Bound.Label.Quoted(), e.from.WhenText(e.Bound.Date)
	switch {
	case e.Milestone != nil && (own || e.Milestone.Deadline != nil):
		if float < 0 || e.Milestone.Deadline == nil {
			return lang.Text{}
		}
		return e.text("timeline/float", lang.Args{"days": e.from.workdayCount(float)})
	case float < 0 && own:
		return e.text("timeline/missed-by", lang.Args{"days": e.from.workdayCount(-float)})
	case own:
		return e.room()
	case float < 0:
		return e.text("timeline/cannot-be-met", lang.Args{"bound": bound, "day": day, "days": e.from.workdayCount(-float)})
	case e.Bound.Frist:
		return lang.Joined(" ", e.text("timeline/but-hard", lang.Args{"latest": e.from.WhenText(e.latest()), "bound": bound, "day": day}), e.room())
	}
	return lang.Joined(" ", e.text("timeline/but-counted-on", lang.Args{"latest": e.from.WhenText(e.latest()), "bound": bound, "day": day}), e.room())
}

// room says how far it can slip; of what is put as late as can be, since when
// it could have been done.
func (e *Explanation) room() lang.Text {
	if e.Task != nil && e.Task.Start != e.Task.EarlyStart {
		return e.text("timeline/put-late", lang.Args{"day": e.from.WhenText(e.Task.EarlyFinish)})
	}
	if e.Task != nil && !e.Task.HasFloat() {
		return e.text("timeline/float-not-known", nil)
	}
	return e.text("timeline/float", lang.Args{"days": e.from.workdayCount(e.float())})
}

// float is the total float in working days.
func (e *Explanation) float() int {
	if e.Task != nil {
		return e.Task.TotalFloat
	}
	return e.Milestone.TotalFloat
}

// latest is the latest finish.
func (e *Explanation) latest() When {
	if e.Task != nil {
		return e.Task.LateFinish
	}
	return e.Milestone.Latest
}

// span says when it lies, and between what it can lie.
func (e *Explanation) span() lang.Text {
	s := e.from
	if e.Milestone != nil {
		if e.Milestone.Date.Milestone == e.ID {
			return e.text("timeline/date-unknown", nil)
		}
		return e.text("timeline/date", lang.Args{"day": s.WhenText(e.Milestone.Date)})
	}
	t := e.Task
	if t.LevelOfEffort || t.NotRelevant != "" {
		return lang.Text{}
	}
	planned := e.text("timeline/planned", lang.Args{"period": s.periodText(t.Start, t.Finish)})
	if t.Duration.Likely > 0 && e.done == nil {
		planned = lang.Joined(": ", planned, lang.Joined(" ", s.workdayCount(t.Duration.Likely), lang.Bracketed(e.lengthSource())))
	}
	if e.done == nil && t.LateFinish.Kind != Open && t.Finish != t.LateFinish {
		planned = lang.Joined("; ", planned, e.text("timeline/at-the-latest", lang.Args{"period": s.periodText(t.LateStart, t.LateFinish)}))
	}
	if later := e.ifLatest(); later != nil && later.Finish != t.Finish {
		return lang.Joined(" ", planned.Ended(), e.text("timeline/if-latest", lang.Args{"period": s.periodText(later.Start, later.Finish)}))
	}
	return planned.Ended()
}

// ifLatest is the task as it lies at the end of the plan's periods, nil where it
// has none.
func (e *Explanation) ifLatest() *Task {
	if e.from.Latest == nil {
		return nil
	}
	return e.from.Latest.Task(e.ID)
}

func (e *Explanation) lengthSource() lang.Text {
	facts := e.from.facts[e.ID]
	if facts.Duration != nil || facts.PlannedFinish != nil || e.Task.Step.Duration.Certainty == drejebog.Stated {
		return e.text("timeline/own-figure", nil)
	}
	return e.text("timeline/our-assumption", nil)
}

// periodText writes the days from the one to the other.
func (s *Schedule) periodText(first, last When) lang.Text {
	if first == last {
		return s.WhenText(first)
	}
	return lang.Joined(" – ", s.WhenText(first), s.WhenText(last))
}

func (e *Explanation) holdsShort() lang.Text {
	switch {
	case len(e.Holds) == 0:
		return e.text("timeline/nothing-waits", nil)
	case e.done != nil:
		return e.text("timeline/nothing-waits-more", nil)
	case e.Task == nil || e.Task.LevelOfEffort:
		return lang.Text{}
	case e.Task.Start != e.Task.EarlyStart:
		return e.text("timeline/delay-hits", nil)
	case e.Task.FreeFloat == 0:
		return e.text("timeline/delay-moves", nil)
	}
	return e.text("timeline/can-slip", lang.Args{"days": e.from.workdayCount(e.Task.FreeFloat)})
}

func (e *Explanation) holdsLines() []lang.Text {
	if e.done != nil {
		return nil
	}
	var lines []lang.Text
	for i := range e.Holds {
		h := &e.Holds[i]
		day, moves := e.from.WhenText(h.Date), lang.Text{}
		if h.Moves {
			moves = e.text("timeline/moves-with-it", nil)
		}
		if h.Date.Milestone == h.ID {
			day = e.text("timeline/without-date", nil)
		}
		lines = append(lines, lang.Joined(" ", lang.Joined(", ", h.Label, day, moves).Ended(), e.from.because(h.Edge)))
	}
	return lines
}

func (e *Explanation) awaitsShort() lang.Text {
	if len(e.Awaits) == 0 {
		return e.text("timeline/nobody", nil)
	}
	return lang.Text{}
}

func (e *Explanation) awaitsLines() []lang.Text {
	var lines []lang.Text
	for i := range e.Awaits {
		lines = append(lines, e.awaitedLine(&e.Awaits[i]))
	}
	return lines
}

// awaitedLine tells who owes what, when, and whether that is in time.
func (e *Explanation) awaitedLine(a *Awaited) lang.Text {
	line := lang.Joined(", ", lang.Joined(": ", a.Who.Capital(), a.Label), e.awaitedWhen(a))
	if a.Latest.Kind != Open && !a.Soft {
		line = lang.Joined("; ", line, e.text("timeline/needed-by", lang.Args{"day": e.from.WhenText(a.Latest)}))
	}
	switch {
	case a.Soft:
		line = lang.Joined(" ", line, lang.Bracketed(e.text("timeline/a-help", nil)))
	case !a.Direct:
		line = lang.Joined(" ", line, lang.Bracketed(e.text("timeline/further-back", nil)))
	}
	return line.Ended()
}

// awaitedWhen says for when it is promised or planned.
func (e *Explanation) awaitedWhen(a *Awaited) lang.Text {
	switch {
	case a.Overdue:
		return e.text("timeline/promised-not-come", lang.Args{"promise": a.Promised})
	case !a.Promised.IsZero():
		return e.text("timeline/promised", lang.Args{"promise": a.Promised})
	case a.Actor == "kommune" && a.Date.Known() && a.Date.Date < e.from.SeenFrom():
		return e.text("timeline/planned-not-stated", lang.Args{"day": lang.Day(a.Date.Date)})
	case a.Date.Kind == Open:
		return e.text("timeline/nobody-has-dated", nil)
	}
	return e.from.WhenText(a.Date)
}
