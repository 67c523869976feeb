package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/rickb777/date/v2"
)

// Reply is what a project manager asks of a date, and what there is to say.
type Reply struct {
	Question lang.Text
	Short    lang.Text   // one or two sentences
	Lines    []lang.Text // one by one; may be none
}

// answerer answers what is asked of a date.
type answerer struct {
	teller
	of *explain.Explanation
}

// Replies returns the four answers: is it hard, why that day, what does it hold
// up, whom does it wait for. Of what was not computed there are none.
func Replies(e *explain.Explanation) []Reply {
	if e == nil || (teller{e.Schedule}).isSilent() || e.Task == nil && e.Milestone == nil {
		return nil
	}
	a := answerer{teller{e.Schedule}, e}
	return []Reply{
		{a.text("timeline/is-it-hard", nil), a.hardness(), nil},
		{a.text("timeline/why-that-day", nil), a.span(), a.why()},
		{a.text("timeline/what-it-holds", nil), a.holdsShort(), a.holdsLines()},
		{a.text("timeline/whom-it-awaits", nil), a.awaitsShort(), a.awaitsLines()},
	}
}

// why tells the chain behind the date; a date that the plan calls unknown has
// none.
func (a answerer) why() []lang.Text {
	if a.of.Milestone != nil && a.of.Milestone.Date.Milestone == a.of.ID {
		return nil
	}
	return Chain(a.of, a.of.Scheduled)
}

// hardness says whether anything breaks when the date is missed.
func (a answerer) hardness() lang.Text {
	if a.of.Milestone != nil {
		return lang.Joined(" ", a.milestoneHardness(), a.bounded())
	}
	t := a.of.Task
	switch {
	case t.NotRelevant != "":
		return a.text("timeline/set-aside", lang.Args{"why": lang.Both(t.NotRelevant)})
	case t.LevelOfEffort:
		return a.text("timeline/hard-continuous", nil)
	case a.of.Done != nil:
		return a.text("timeline/finished-on", lang.Args{"day": lang.Day(*a.of.Done)})
	case t.GivesNotice() && t.LateFinish.Known():
		last := a.text("timeline/last-notice", lang.Args{"day": lang.Day(t.LateFinish.Date)})
		return lang.Joined(" ", last, a.noticeRuns(), a.bounded())
	case t.Deadline == nil:
		return lang.Joined(" ", a.text("timeline/no-deadline", nil), a.bounded())
	}
	return lang.Joined(" ", a.deadline(*t.DeadlineSet, *t.Deadline), a.bounded())
}

// deadline says how hard the end of a task's window is.
func (a answerer) deadline(day, met date.Date) lang.Text {
	source := a.text("common/section", lang.Args{"section": lang.Both(a.of.Task.Activity.ID)})
	if a.of.Task.Activity.ID == plan.OwnActivity {
		source = a.text("timeline/the-kommunes-own", nil)
	}
	switch {
	case a.of.Task.DeadlineKind != drejebog.Frist:
		return a.text("timeline/expected-end", lang.Args{"day": lang.Day(day), "source": source})
	case met != day:
		return a.text("timeline/hard-deadline-off", lang.Args{"day": lang.Day(day), "met": lang.Day(met), "source": source})
	}
	return a.text("timeline/hard-deadline", lang.Args{"day": lang.Day(day), "source": source})
}

// milestoneHardness says what kind of date a milestone has.
func (a answerer) milestoneHardness() lang.Text {
	m := a.of.Milestone
	if m.Stands() && m.Milestone.Kind != drejebog.BudgetAdopted { // which the law bounds
		if !m.Date.Known() {
			return a.text("timeline/date-not-known", nil)
		}
		counts := a.text("timeline/hard-for-the-plan", lang.Args{"day": lang.Day(m.Date.Date), "source": a.dateSource()})
		return lang.Joined(" ", append([]lang.Text{counts}, a.endsBefore()...)...)
	}
	section := lang.Both(m.Milestone.Section)
	switch {
	case m.Deadline != nil && a.of.Done != nil && m.Milestone.Kind == drejebog.Confirmation:
		return a.text("timeline/reached-on", lang.Args{"day": lang.Day(*a.of.Done), "last": lang.Day(*m.Deadline), "section": section})
	case m.Deadline != nil:
		return a.text("timeline/hard-last-day", lang.Args{"day": lang.Day(*m.Deadline), "section": section})
	case m.Milestone.Kind == drejebog.Deliverable && a.of.Done != nil:
		return a.text("timeline/has-come", lang.Args{"day": lang.Day(*a.of.Done)})
	case m.Milestone.Kind == drejebog.Deliverable:
		return a.text("timeline/no-deadline-for", lang.Args{"party": a.Book.PartyName(m.Milestone.Actor)})
	}
	return a.text("timeline/no-deadline", nil)
}

// noticeRuns says when the contract ends by the notice that the plan gives.
func (a answerer) noticeRuns() lang.Text {
	for i := range a.Notices {
		k := &a.Notices[i]
		if k.IsBy(a.of.Task) && k.Given != nil && k.Ends != nil {
			return a.text("timeline/ends-with-notice", lang.Args{"day": lang.Day(*k.Given), "end": lang.Day(*k.Ends)})
		}
	}
	return lang.Text{}
}

// endsBefore says which contracts on a legacy system end before it does by the
// plan.
func (a answerer) endsBefore() []lang.Text {
	var list []lang.Text
	for i := range a.Notices {
		k := &a.Notices[i]
		if slices.ContainsFunc(k.Early(), func(u timeline.Use) bool { return u.System == a.of.Milestone.System }) {
			list = append(list, a.text("timeline/but-contract-ends", lang.Args{"contract": lang.Both(k.Name), "day": lang.Day(*k.Ends)}))
		}
	}
	return list
}

// dateSource says in brackets whose a milestone's date is.
func (a answerer) dateSource() lang.Text {
	if a.of.Milestone.Driver == driver.PlanID {
		return lang.Bracketed(a.text("common/the-kommunes-plan", nil))
	}
	return a.source("", a.of.Milestone.Certainty)
}

// bounded says how much room there is, and up to what.
func (a answerer) bounded() lang.Text {
	if a.of.Done != nil || len(a.of.Late) == 0 {
		return lang.Text{}
	}
	if a.of.Bound == nil {
		return a.text("timeline/nothing-hard", nil)
	}
	float := a.float()
	own := a.of.Bound.ID == a.of.ID
	bound, day := a.of.Bound.Label.Quoted(), a.whenText(a.of.Bound.Date)
	switch {
	case a.of.Milestone != nil && (own || a.of.Milestone.Deadline != nil):
		if float < 0 || a.of.Milestone.Deadline == nil {
			return lang.Text{}
		}
		return a.text("timeline/float", lang.Args{"days": a.workdays(float)})
	case float < 0 && own:
		return a.text("timeline/missed-by", lang.Args{"days": a.workdays(-float)})
	case own:
		return a.room()
	case float < 0:
		return a.text("timeline/cannot-be-met", lang.Args{"bound": bound, "day": day, "days": a.workdays(-float)})
	case a.of.Bound.Frist:
		return lang.Joined(" ", a.text("timeline/but-hard", lang.Args{"latest": a.whenText(a.latest()), "bound": bound, "day": day}), a.room())
	}
	return lang.Joined(" ", a.text("timeline/but-counted-on", lang.Args{"latest": a.whenText(a.latest()), "bound": bound, "day": day}), a.room())
}

// room says how far it can slip; of what is put as late as can be, since when
// it could have been done.
func (a answerer) room() lang.Text {
	if a.of.Task != nil && a.of.Task.Placed {
		return a.text("timeline/put-late", lang.Args{"day": a.whenText(a.of.Task.EarlyFinish)})
	}
	if a.of.Task != nil && !a.of.Task.HasFloat() {
		return a.text("timeline/float-not-known", nil)
	}
	return a.text("timeline/float", lang.Args{"days": a.workdays(a.float())})
}

// float is the total float in working days.
func (a answerer) float() int {
	if a.of.Task != nil {
		return a.of.Task.TotalFloat
	}
	return a.of.Milestone.TotalFloat
}

// latest is the latest finish.
func (a answerer) latest() timeline.When {
	if a.of.Task != nil {
		return a.of.Task.LateFinish
	}
	return a.of.Milestone.Latest
}

// span says when it lies, and between what it can lie.
func (a answerer) span() lang.Text {
	if a.of.Milestone != nil {
		if a.of.Milestone.Date.Milestone == a.of.ID {
			return a.text("timeline/date-unknown", nil)
		}
		return a.text("timeline/date", lang.Args{"day": a.whenText(a.of.Milestone.Date)})
	}
	t := a.of.Task
	if t.LevelOfEffort || t.NotRelevant != "" {
		return lang.Text{}
	}
	planned := a.text("timeline/planned", lang.Args{"period": a.periodText(t.Start, t.Finish)})
	if t.Duration.Likely > 0 && a.of.Done == nil {
		planned = lang.Joined(": ", planned, lang.Joined(" ", a.workdays(t.Duration.Likely), lang.Bracketed(a.lengthSource())))
	}
	if a.of.Done == nil && t.LateFinish.Kind != timeline.Open && t.Finish != t.LateFinish {
		planned = lang.Joined("; ", planned, a.text("timeline/at-the-latest", lang.Args{"period": a.periodText(t.LateStart, t.LateFinish)}))
	}
	if later := a.ifLatest(); later != nil && later.Finish != t.Finish {
		return lang.Joined(" ", planned.Ended(), a.text("timeline/if-latest", lang.Args{"period": a.periodText(later.Start, later.Finish)}))
	}
	return planned.Ended()
}

// ifLatest is the task as it lies at the end of the plan's periods, nil where it
// has none.
func (a answerer) ifLatest() *timeline.Task {
	if a.Latest == nil {
		return nil
	}
	return a.Latest.Task(a.of.ID)
}

func (a answerer) lengthSource() lang.Text {
	facts := a.Facts(a.of.ID)
	if facts.Duration != nil || facts.PlannedFinish != nil || a.of.Task.Step.Duration.Certainty == drejebog.Stated {
		return a.text("timeline/own-figure", nil)
	}
	return a.text("timeline/our-assumption", nil)
}

// periodText writes the days from the one to the other.
func (t teller) periodText(first, last timeline.When) lang.Text {
	if first == last {
		return t.whenText(first)
	}
	return lang.Joined(" – ", t.whenText(first), t.whenText(last))
}

func (a answerer) holdsShort() lang.Text {
	switch {
	case len(a.of.Holds) == 0:
		return a.text("timeline/nothing-waits", nil)
	case a.of.Done != nil:
		return a.text("timeline/nothing-waits-more", nil)
	case a.of.Task == nil || a.of.Task.LevelOfEffort:
		return lang.Text{}
	case !a.of.Task.HasFreeFloat():
		return lang.Text{}
	case a.of.Task.FreeFloat == 0:
		return a.text("timeline/delay-moves", nil)
	}
	return a.text("timeline/can-slip", lang.Args{"days": a.workdays(a.of.Task.FreeFloat)})
}

func (a answerer) holdsLines() []lang.Text {
	if a.of.Done != nil {
		return nil
	}
	var lines []lang.Text
	for i := range a.of.Holds {
		h := &a.of.Holds[i]
		day, moves := a.whenText(h.Date), lang.Text{}
		if h.Moves {
			moves = a.text("timeline/moves-with-it", nil)
		}
		if h.Date.Milestone == h.ID {
			day = a.text("timeline/without-date", nil)
		}
		lines = append(lines, lang.Joined(" ", lang.Joined(", ", h.Label, day, moves).Ended(), a.because(h.Edge)))
	}
	return lines
}

func (a answerer) awaitsShort() lang.Text {
	if len(a.of.Awaits) == 0 {
		return a.text("timeline/nobody", nil)
	}
	return lang.Text{}
}

func (a answerer) awaitsLines() []lang.Text {
	var lines []lang.Text
	for i := range a.of.Awaits {
		lines = append(lines, a.awaitedLine(&a.of.Awaits[i]))
	}
	if more := a.of.MoreAwaits; more > 0 {
		lines = append(lines, a.text("timeline/more-awaited", lang.Args{"n": lang.Whole(more)}))
	}
	return lines
}

// awaitedLine tells who owes what, when, and whether that is in time.
func (a answerer) awaitedLine(x *explain.Awaited) lang.Text {
	line := lang.Joined(", ", lang.Joined(": ", x.Who.Capital(), x.Label), a.awaitedWhen(x))
	if x.Latest.Kind != timeline.Open && !x.Soft {
		line = lang.Joined("; ", line, a.text("timeline/needed-by", lang.Args{"day": a.whenText(x.Latest)}))
	}
	switch {
	case x.Soft:
		line = lang.Joined(" ", line, lang.Bracketed(a.text("timeline/a-help", nil)))
	case !x.Direct:
		line = lang.Joined(" ", line, lang.Bracketed(a.text("timeline/further-back", nil)))
	}
	return line.Ended()
}

// awaitedWhen says for when it is promised or planned.
func (a answerer) awaitedWhen(x *explain.Awaited) lang.Text {
	switch {
	case x.Overdue:
		return a.text("timeline/promised-not-come", lang.Args{"promise": x.Promised})
	case !x.Promised.IsZero():
		return a.text("timeline/promised", lang.Args{"promise": x.Promised})
	case x.Actor == "kommune" && x.Date.Known() && x.Date.Date < a.SeenFrom():
		return a.text("timeline/planned-not-stated", lang.Args{"day": lang.Day(x.Date.Date)})
	case x.Date.Kind == timeline.Open:
		return a.text("timeline/nobody-has-dated", nil)
	}
	return a.whenText(x.Date)
}
