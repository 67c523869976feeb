package timeline

import (
	"io"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// Answer is what a project manager asks of a date, and what there is to say.
type Answer struct {
	Question lang.Text
	Short    lang.Text   // one or two sentences
	Lines    []lang.Text // one by one; may be none
}

// Answers returns the four answers: is it hard, why that day, what does it hold
// up, whom does it wait for.
func (e *Explanation) Answers() []Answer {
	return []Answer{
		{words("Er datoen hård?", "Is the date hard?"), e.hardness(), nil},
		{words("Hvorfor den dag?", "Why that day?"), e.span(), e.why()},
		{words("Hvad venter på den?", "What does it hold up?"), e.holdsShort(), e.holdsLines()},
		{words("Hvem venter den på?", "Whom is it waiting for?"), e.awaitsShort(), e.awaitsLines()},
	}
}

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
		return both(e.milestoneHardness(), e.bounded())
	}
	t := e.Task
	switch {
	case t.NotRelevant != "":
		return both(words("Opgaven er sat ud af planen: ", "The task is set aside: "), t.NotRelevant, ".")
	case t.LevelOfEffort:
		return words("Nej. Opgaven er løbende: den har hverken frist eller slæk.", "No. The task is continuous: it has neither deadline nor float.")
	case e.done != nil:
		return both(words("Opgaven blev færdig ", "The task was finished on "), lang.DayText(*e.done), ".")
	case t.Base() == noticeStep && t.LateFinish.Known():
		return both(words("Ja. Sidste dag for opsigelse er ", "Yes. The last day of notice is "), lang.DayText(t.LateFinish.Date), ".",
			spaced(e.noticeRuns()), e.bounded())
	case t.Deadline == nil:
		return both(words("Nej. Den har ingen frist.", "No. It has no deadline."), e.bounded())
	case t.DeadlineKind == drejebog.Frist:
		return both(words("Ja. Fristen er ", "Yes. The deadline is "), lang.DayText(*t.Deadline), e.from.freeDay(*t.Deadline),
			e.deadlineSource(), ".", e.bounded())
	}
	return both(words("Nej. Slutningen, ", "No. The end, "), lang.DayText(*t.Deadline),
		words(", er forventet, ikke en frist", ", is expected, not a deadline"), e.deadlineSource(), ".", e.bounded())
}

func (e *Explanation) deadlineSource() lang.Text {
	if e.Task.Activity.ID == OwnActivity {
		return words(" (kommunens egen)", " (the kommune's own)")
	}
	return both(" (", words("afsnit ", "section "), e.Task.Activity.ID, ")")
}

// milestoneHardness says what kind of date a milestone has.
func (e *Explanation) milestoneHardness() lang.Text {
	m := e.Milestone
	switch m.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.SystemEnd, drejebog.BudgetYearBegins:
		if !m.Date.Known() {
			return words("Datoen kendes ikke.", "The date is not known.")
		}
		return both(words("Ja, for planen: den regner med ", "Yes, for the plan: it counts on "), lang.DayText(m.Date.Date),
			" ", e.dateSource(), words(". Flyttes datoen, flytter det, der hænger på den.", ". If the date moves, what hangs on it moves."), e.endsBefore())
	}
	if m.Deadline != nil && e.done != nil && m.Milestone.Kind == drejebog.Confirmation {
		return both(words("Den blev nået ", "It was reached on "), lang.DayText(*e.done), words("; sidste dag er ", "; the last day is "),
			lang.DayText(*m.Deadline), " (", words("afsnit ", "section "), m.Milestone.Section, ").")
	}
	if m.Deadline != nil {
		return both(words("Ja. Sidste dag er ", "Yes. The last day is "), lang.DayText(*m.Deadline), " (", words("afsnit ", "section "), m.Milestone.Section, ").")
	}
	if m.Milestone.Kind == drejebog.Deliverable {
		if e.done != nil {
			return both(words("Det er kommet: ", "It has come: "), lang.DayText(*e.done), ".")
		}
		return both(words("Nej. ", "No. "), e.from.actorName(m.Milestone.Actor), words(" har ingen frist for det.", " has no deadline for it."))
	}
	return words("Nej. Den har ingen frist.", "No. It has no deadline.")
}

// noticeRuns says when the contract ends by the notice that the plan gives.
func (e *Explanation) noticeRuns() lang.Text {
	for i := range e.from.Notices {
		k := &e.from.Notices[i]
		if k.Contract == e.Task.Instance && k.System == e.Task.System && k.Given != nil && k.Ends != nil {
			return both(words("Opsagt ", "With notice on "), lang.DayText(*k.Given), words(" slutter kontrakten ", " the contract ends on "), lang.DayText(*k.Ends), ".")
		}
	}
	return lang.Text{}
}

// endsBefore says which contracts on a legacy system end before it does by the
// plan.
func (e *Explanation) endsBefore() lang.Text {
	text := lang.Text{}
	for i := range e.from.Notices {
		k := &e.from.Notices[i]
		if k.System == e.Milestone.System && k.endsEarly() {
			text = both(text, words(" Men kontrakten ", " But the contract "), k.Name, words(" slutter ", " ends on "), lang.DayText(*k.Ends), ".")
		}
	}
	return text
}

// dateSource says whose a milestone's date is.
func (e *Explanation) dateSource() lang.Text {
	if e.Milestone.Driver == DriverPlan {
		return words("(kommunens plan)", "(the kommune's plan)")
	}
	return source("", e.Milestone.Certainty)
}

// bounded says how much room there is, and up to what.
func (e *Explanation) bounded() lang.Text {
	if e.done != nil || len(e.Late) == 0 {
		return lang.Text{}
	}
	if e.Bound == nil {
		return words(" Intet hårdt venter på den.", " Nothing hard waits for it.")
	}
	float := e.float()
	own := e.Bound.ID == e.ID
	switch {
	case e.Milestone != nil && (own || e.Milestone.Deadline != nil):
		if float < 0 || e.Milestone.Deadline == nil {
			return lang.Text{}
		}
		return both(words(" Slæk: ", " Float: "), workdays(float), ".")
	case float < 0 && own:
		return both(" ", words("Den overskrides med ", "It is missed by "), workdays(-float), ".")
	case own:
		return both(" ", e.room(), ".")
	case float < 0:
		return both(" ", quoted(e.Bound.Label), " ", e.from.WhenText(e.Bound.Date), words(" kan ikke nås: der mangler ", " cannot be met: "), workdays(-float), words(".", " are missing."))
	}
	why := words(", som planen regner med", ", which the plan counts on")
	if e.Bound.Frist {
		why = words(", som er hård", ", which is hard")
	}
	return both(words(" Men den skal være der senest ", " But it must be there by "), e.from.WhenText(e.latest()), words(" af hensyn til ", ", because of "),
		quoted(e.Bound.Label), " ", e.from.WhenText(e.Bound.Date), why, ". ", e.room(), ".")
}

// room says how far it can slip; of what is put as late as can be, since when
// it could have been done.
func (e *Explanation) room() lang.Text {
	if e.Task != nil && e.Task.Start != e.Task.EarlyStart {
		return both(words("Den er lagt så sent som muligt og kan tidligst være færdig ", "It is put as late as can be and could be finished on "),
			e.from.WhenText(e.Task.EarlyFinish))
	}
	if e.Task != nil && !e.Task.HasFloat() {
		return words("Slækket kendes ikke, før den dato gør", "The float is not known before that date is")
	}
	return both(words("Slæk: ", "Float: "), workdays(e.float()))
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

func workdays(n int) lang.Text {
	if n == 1 {
		return words("1 arbejdsdag", "1 working day")
	}
	return both(strconv.Itoa(n), words(" arbejdsdage", " working days"))
}

// span says when it lies, and between what it can lie.
func (e *Explanation) span() lang.Text {
	s := e.from
	if e.Milestone != nil {
		if e.Milestone.Date.Milestone == e.ID {
			return words("Planen siger, at datoen er ukendt.", "The plan says that the date is unknown.")
		}
		return both(words("Dato: ", "Date: "), s.WhenText(e.Milestone.Date), ".")
	}
	t := e.Task
	if t.LevelOfEffort || t.NotRelevant != "" {
		return lang.Text{}
	}
	text := both(words("Planlagt ", "Planned "), s.periodText(t.Start, t.Finish))
	if t.Duration.Likely > 0 && e.done == nil {
		text = both(text, ": ", workdays(t.Duration.Likely), e.lengthSource())
	}
	if e.done == nil && t.LateFinish.Kind != Open && t.Finish != t.LateFinish {
		text = both(text, words("; senest ", "; at the latest "), s.periodText(t.LateStart, t.LateFinish))
	}
	text = both(text, ".")
	if later := e.ifLatest(); later != nil && later.Finish != t.Finish {
		text = both(text, words(" Bliver det den sidste dag i planens periode: ", " If it becomes the last day of the plan's period: "),
			s.periodText(later.Start, later.Finish), ".")
	}
	return text
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
		return words(" (kommunens eget tal)", " (the kommune's own figure)")
	}
	return words(" (vores antagelse)", " (our assumption)")
}

// periodText writes the days from the one to the other.
func (s *Schedule) periodText(first, last When) lang.Text {
	if first == last {
		return s.WhenText(first)
	}
	return both(s.WhenText(first), " – ", s.WhenText(last))
}

func (e *Explanation) holdsShort() lang.Text {
	switch {
	case len(e.Holds) == 0:
		return words("Intet i planen venter på den.", "Nothing in the plan waits for it.")
	case e.done != nil:
		return words("Intet venter på den mere.", "It holds nothing up any more.")
	case e.Task == nil || e.Task.LevelOfEffort:
		return lang.Text{}
	case e.Task.Start != e.Task.EarlyStart:
		return words("Den er lagt så sent som muligt: hver dags forsinkelse rammer det næste.", "It is put as late as can be: each day of delay hits what comes next.")
	case e.Task.FreeFloat == 0:
		return words("Hver dags forsinkelse flytter det næste.", "Each day of delay moves what comes next.")
	}
	return both(words("Den kan skride ", "It can slip by "), workdays(e.Task.FreeFloat), words(", uden at andet flytter sig.", " without moving anything else."))
}

func (e *Explanation) holdsLines() []lang.Text {
	if e.done != nil {
		return nil
	}
	var lines []lang.Text
	for i := range e.Holds {
		h := &e.Holds[i]
		moves := lang.Text{}
		if h.Moves {
			moves = words(", flytter med", ", moves with it")
		}
		date := e.from.WhenText(h.Date)
		if h.Date.Milestone == h.ID {
			date = words("uden dato", "without a date")
		}
		lines = append(lines, both(h.Label, ", ", date, moves, ".", e.from.because(h.Edge)))
	}
	return lines
}

func (e *Explanation) awaitsShort() lang.Text {
	if len(e.Awaits) == 0 {
		return words("Ingen.", "Nobody.")
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
	when := both(", ", e.from.WhenText(a.Date))
	switch {
	case a.Overdue:
		when = both(words(", lovet ", ", promised "), a.Promised, words(" og ikke kommet", " and has not come"))
	case !a.Promised.IsZero():
		when = both(words(", lovet ", ", promised "), a.Promised)
	case a.Actor == "kommune" && a.Date.Known() && a.Date.Date < e.from.SeenFrom():
		when = both(when, words(" efter planen; om det er sket, er ikke oplyst", " by the plan; whether it is done is not stated"))
	case a.Date.Kind == Open:
		when = words(", ingen har sat tid på", ", nobody has given a time")
	}
	if a.Latest.Kind != Open && !a.Soft {
		when = both(when, words("; skal bruges senest ", "; needed by "), e.from.WhenText(a.Latest))
	}
	switch {
	case a.Soft:
		when = both(when, words(" (en hjælp, ikke et krav)", " (a help, not a requirement)"))
	case !a.Direct:
		when = both(when, words(" (længere tilbage i kæden)", " (further back in the chain)"))
	}
	return both(capital(a.Who), ": ", a.Label, when, ".")
}

// WriteText writes the explanation as a person would tell it.
func (e *Explanation) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	p.Line(e.Label.In(language))
	p.Line(e.ID)
	for _, a := range e.Answers() {
		p.Heading(a.Question.DA, a.Question.EN)
		if !a.Short.IsZero() {
			p.Paragraph("  ", a.Short.In(language))
		}
		for _, line := range a.Lines {
			p.Paragraph("  - ", line.In(language))
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}
