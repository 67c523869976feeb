package readiness

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/rules"
	"github.com/rickb777/date/v2"
)

// Item is a requirement of KOMBIT's with what the kommune has answered.
type Item struct {
	Requirement *requirements.Requirement
	Key         string           // what the plan answers it under: "test/testkoordinator@sapa"
	State       plan.AnswerState // 0: unanswered
	Answer      plan.Answer      // as it stood on the day of the assessment
	Since       *date.Date       // the day from which it has been confirmed without a break; nil: it is not
	Due         *date.Date       // last working day; nil: its milestone has no date
	Gate        string           // the gate that it holds up while it is open, without project: readiness, or the go-live where it is due later
	Responsible string           // id of a role
	Executor    string           // id of a role or a party

	// Share is how much of it is confirmed, in ten-thousandths: a confirmed one is
	// whole; of one that is not, the questions count, its own confirmation being
	// one more.
	Share int
}

// whole is the share of a requirement that is confirmed.
const whole = 10_000

// Applies reports whether the requirement is asked of the kommune: not set
// aside as not relevant or waived.
func (i *Item) Applies() bool {
	return i.State != plan.AnswerNotRelevant && i.State != plan.AnswerWaived
}

// Confirmed reports whether the kommune has confirmed it, with a date.
func (i *Item) Confirmed() bool { return i.Since != nil }

// open reports whether it applies and is not confirmed.
func (i *Item) open() bool { return i.Applies() && !i.Confirmed() }

// lateOn reports whether it was confirmed after its last day, or is open on a
// day after it.
func (i *Item) lateOn(day date.Date) bool {
	if i.Due == nil || !i.Applies() {
		return false
	}
	if i.Confirmed() {
		return *i.Since > *i.Due
	}
	return day > *i.Due
}

// missed reports whether the plan itself says that its last day was missed: it
// was confirmed later, or is answered as open after it.
func (i *Item) missed(day date.Date) bool { return i.State != 0 && i.lateOn(day) }

// items holds the requirements of a project's list against the answers.
func (a *assessor) items(p *ProjectAssessment) []Item {
	items := make([]Item, len(p.List.Requirements))
	for i := range p.List.Requirements {
		r := &p.List.Requirements[i]
		item := Item{Requirement: r, Key: r.Key(p.ID), Due: a.due(r, p.ID), Responsible: cmp.Or(r.Responsible, a.rules.IDs.Responsible)}
		item.Gate = a.gateOf(&item, p.ID)
		item.Executor = cmp.Or(r.Executor, item.Responsible)
		if answer, ok := a.answer(item.Key); ok {
			item.State, item.Answer, item.Since = answer.State, answer, confirmedSince(&answer)
		}
		item.Share = shareOf(&item)
		a.answered[item.Key] = true
		items[i] = item
	}
	for i := range items {
		a.answerFindings(p, &items[i])
	}
	a.silence(p, items)
	return items
}

// confirmedSince is the day from which a confirmation has stood, nil where it
// does not: of the confirmations that came one after the other the first, so that
// to confirm again takes nothing back, but none from before there was any
// evidence.
func confirmedSince(answer *plan.Answer) *date.Date {
	if answer.State != plan.AnswerConfirmed || answer.On == nil {
		return nil
	}
	since, evidence := answer.On, firstEvidence(answer.Evidence)
	for i := len(answer.History) - 1; i >= 0; i-- {
		earlier := &answer.History[i]
		if earlier.State != plan.AnswerConfirmed || earlier.On < evidence {
			break
		}
		since = &earlier.On
	}
	return since
}

// firstEvidence is the day of the oldest evidence, 0 where none is given or some
// has no day.
func firstEvidence(list []plan.Evidence) date.Date {
	var first date.Date
	for i, e := range list {
		if e.On == nil {
			return 0
		}
		if i == 0 || *e.On < first {
			first = *e.On
		}
	}
	return first
}

// due is the last working day of a requirement. What moves the milestone that it
// is counted from in the schedule moves no due day: where the milestone has a
// last day of its own, that counts.
func (a *assessor) due(r *requirements.Requirement, project string) *date.Date {
	due := requirements.Due{Milestone: a.start, Months: a.rules.Thresholds[rules.DueMonths]}
	if r.Due != nil {
		due = *r.Due
	}
	from := a.lastDayOf(due.Milestone + "@" + project)
	if from == nil {
		return nil
	}
	last := a.MetBy(drejebog.AddMonths(*from, -due.Months) - date.Date(due.Days))
	return &last
}

// lastDayOf is the day that a milestone must be reached by: its deadline, else
// the last day that serves what waits for a confirmation or a deliverable. The
// day of a start, a go-live or an end is itself.
func (a *assessor) lastDayOf(milestone string) *date.Date {
	m := a.milestones[milestone]
	if m == nil {
		return nil
	}
	moves := m.Milestone.Kind == drejebog.Confirmation || m.Milestone.Kind == drejebog.Deliverable
	switch {
	case moves && m.DeadlineSet != nil:
		return m.DeadlineSet
	case moves && m.Latest.Known():
		return day(m.Latest)
	}
	return day(m.Date)
}

// gateOf is the gate that a requirement holds up: what is due after readiness
// has to be confirmed cannot hold that up.
func (a *assessor) gateOf(item *Item, project string) string {
	due, deadline := item.Requirement.Due, a.readinessDeadline(project)
	readiness, goLive := a.rules.At(rules.ReadinessGate), a.rules.At(rules.GoLiveGate)
	switch {
	case due == nil || due.Milestone == readiness:
		return readiness
	case item.Due != nil && deadline != nil && *item.Due > *deadline,
		item.Due == nil && slices.Contains([]string{a.rules.At(rules.TestGate), goLive, a.rules.At(rules.TrialGate)}, due.Milestone):
		return goLive
	}
	return readiness
}

// shareOf counts what is confirmed of a requirement: see Item.Share.
func shareOf(item *Item) int {
	switch {
	case item.Confirmed():
		return whole
	case !item.Applies():
		return 0
	}
	asked, confirmed := 1, 0
	for _, q := range item.Requirement.Questions {
		switch item.Answer.Questions[q.ID] {
		case plan.AnswerNotRelevant, plan.AnswerWaived:
			continue
		case plan.AnswerConfirmed:
			confirmed++
		}
		asked++
	}
	return whole * confirmed / asked
}

// answerFindings says what does not hold in one answer.
func (a *assessor) answerFindings(p *ProjectAssessment, item *Item) {
	answer, r := &item.Answer, item.Requirement
	found := func(code string, day date.Date, args lang.Args, path ...string) {
		args["task"] = r.Both()
		a.raise(rule{
			code: code, subject: item.Key, project: p.ID, actor: "kommune", section: a.section, day: day,
			path: append([]string{"readiness", item.Key}, path...),
		}, args)
	}
	for _, id := range sortedKeys(answer.Questions) {
		if !asks(r, id) {
			known := drejebog.IDsOf(r.Questions, func(q *requirements.Question) string { return q.ID })
			found("DB-508", 0, lang.Args{"id": lang.Both(id), "suggest": a.Book.Suggestion(id, known)}, "questions", id)
		}
	}
	for i, e := range answer.Evidence {
		if e.On != nil && *e.On < p.List.Published {
			found("DB-510", *e.On, lang.Args{
				"what": lang.Both(e.What), "date": lang.Day(*e.On), "start": lang.Day(p.List.Published),
			}, "evidence", strconv.Itoa(i))
		}
		if e.On != nil && item.Confirmed() && *answer.On < *e.On {
			found("DB-509", *answer.On, lang.Args{
				"what": lang.Both(e.What), "date": lang.Day(*answer.On), "start": lang.Day(*e.On),
			}, "evidence", strconv.Itoa(i))
		}
	}
	if !item.Confirmed() {
		return
	}
	if item.lateOn(a.on) {
		found("DB-511", *item.Since, lang.Args{"date": lang.Day(*item.Since), "deadline": lang.Day(*item.Due)}, "on")
	}
	if item.otherwise() {
		found("DB-512", *answer.On, lang.Args{"what": lang.SeriesOf("; ", otherwise(item))}, "questions")
	}
}

// asks reports whether a requirement has a question.
func asks(r *requirements.Requirement, id string) bool {
	for i := range r.Questions {
		if r.Questions[i].ID == id {
			return true
		}
	}
	return false
}

// otherwise reports whether a question is answered as open: of a confirmed
// requirement, a contradiction.
func (i *Item) otherwise() bool { return len(otherwise(i)) > 0 }

// otherwise lists the questions that are answered as open.
func otherwise(item *Item) []lang.Text {
	var open []lang.Text
	for _, q := range item.Requirement.Questions {
		if state := item.Answer.Questions[q.ID]; state == plan.AnswerNotStarted || state == plan.AnswerInProgress {
			open = append(open, q.Both())
		}
	}
	return open
}

// silence says which requirements should have been confirmed by now, by their
// last day: those that the plan answers otherwise are a breach, the rest is not
// stated.
func (a *assessor) silence(p *ProjectAssessment, items []Item) {
	type open struct {
		said, unsaid int
		first        []string // the place of the first that is answered
	}
	byDay := map[date.Date]*open{}
	for i := range items {
		item := &items[i]
		if !item.open() || !item.lateOn(a.on) {
			continue
		}
		o := byDay[*item.Due]
		if o == nil {
			o = &open{}
			byDay[*item.Due] = o
		}
		if item.State == 0 {
			o.unsaid++
			continue
		}
		if o.said++; o.said == 1 {
			o.first = []string{"readiness", item.Key}
		}
	}
	for _, day := range slices.Sorted(maps.Keys(byDay)) {
		tell := func(code string, n int, path []string) {
			if n > 0 {
				a.raise(rule{code: code, subject: a.gateID(rules.ReadinessGate, p.ID), project: p.ID, actor: "kommune", section: a.section, day: day, path: path},
					lang.Args{"count": a.say("readiness/requirements", lang.Args{"n": lang.Whole(n)}), "deadline": lang.Day(day)})
			}
		}
		tell("DB-513", byDay[day].said, byDay[day].first)
		tell("DB-514", byDay[day].unsaid, nil)
	}
}

// strayAnswers notes the answers to requirements that are in no list, and
// those to whole categories that a list has taken the place of.
func (a *assessor) strayAnswers() {
	for _, key := range sortedKeys(a.Plan.Readiness) {
		word, project, _ := strings.Cut(key, "@")
		list := a.lists[project]
		if a.answered[key] || list == nil && !strings.Contains(word, "/") {
			continue
		}
		at := rule{subject: key, project: project, actor: "kommune", section: a.section, path: []string{"readiness", key}}
		switch {
		case list == nil:
			a.unknownBeforeList(at, word, project)
		case a.Book.Category(word) == nil:
			at.code = "DB-507"
			known := drejebog.IDsOf(list.Requirements, (*requirements.Requirement).InList)
			a.raise(at, lang.Args{"id": lang.Both(key), "suggest": a.Book.Suggestion(word, known)})
		default:
			at.code = "DB-515"
			a.raise(at, lang.Args{"task": a.Book.Category(word).Name})
		}
	}
}

// unknownBeforeList notes an answer to a requirement of a project without a
// list: the playbook's own preparation may be answered, and what a list asks that
// is published later; nothing else is known.
func (a *assessor) unknownBeforeList(at rule, word, project string) {
	known := drejebog.IDsOf(a.rules.Preparation.For(project), (*requirements.Requirement).InList)
	if list := a.ahead[project]; list != nil {
		known = append(known, drejebog.IDsOf(list.Requirements, (*requirements.Requirement).InList)...)
	}
	if slices.Contains(known, word) {
		return
	}
	at.code = "DB-516"
	a.raise(at, lang.Args{"id": lang.Both(at.subject), "suggest": a.Book.Suggestion(word, known)})
}

// AnswerSheet returns the requirements of every project with what is answered, as
// a sheet to go on answering in: see requirements.AnswerSheet.
func (a *Assessment) AnswerSheet() *table.Sheet {
	var asked []requirements.Asked
	for i := range a.Projects {
		for j := range a.Projects[i].Items {
			item := &a.Projects[i].Items[j]
			asked = append(asked, requirements.Asked{Requirement: item.Requirement, Key: item.Key, Due: item.Due, Responsible: item.Responsible})
		}
	}
	return requirements.AnswerSheet(a.Schedule.Book, asked, a.Schedule.Plan.Readiness)
}
