package keydate

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Marks returns a schedule's dated points, by date: go-lives, starts of
// implementation and ends of legacy systems, hard dates, what the kommune
// reports, last days of notice, the days of the budgets that tasks fall under,
// and what others deliver. What has no date has no mark.
func Marks(sched *timeline.Schedule) []Mark {
	if !sched.IsComputed() {
		return nil
	}
	s := dated{sched}
	marks := s.deadlineMarks()
	for i := range s.Milestones {
		marks = append(marks, s.milestoneMarks(&s.Milestones[i])...)
	}
	marks = append(marks, s.noticeMarks()...)
	marks = append(marks, s.budgetMarks()...)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Date, b.Date) })
	return marks
}

// dated is a schedule whose days are listed.
type dated struct{ *timeline.Schedule }

// say is a message of the playbook's words.
func (s dated) say(id string, args lang.Args) lang.Said { return s.Book.Words.Message(id, args) }

// deadlineMarks are the hard ends of windows and of the plan's own tasks. One
// stands for all steps of its window and project: it is named after the last
// of them.
func (s dated) deadlineMarks() []Mark {
	var marks []Mark
	byID := map[string]int{}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.DeadlineKind != drejebog.Frist || t.NotRelevant != "" {
			continue
		}
		id := "deadline/" + windowID(t)
		k, known := byID[id]
		if !known {
			k = len(marks)
			byID[id] = k
			marks = append(marks, Mark{
				ID: id, Kind: Deadline, Project: t.Project, Section: t.Section(), Actor: "kommune",
				Certainty: drejebog.Stated, Date: *t.Deadline, Note: s.metOn(t.DeadlineSet, t.Deadline),
			})
		} else {
			marks[k].Note = append(marks[k].Note, s.say("timeline/before-that", lang.Args{"task": marks[k].Label}))
		}
		marks[k].Label = t.Label()
	}
	return marks
}

// windowID names the window that a task belongs to, for its project: an own
// task has one by itself.
func windowID(t *timeline.Task) string {
	if t.Activity.ID == plan.OwnActivity {
		return t.ID
	}
	id := t.Activity.ID
	if w := t.Activity.WindowOf(t.Step); w != nil {
		id = w.ID
	}
	if t.Project != "" {
		id += "@" + t.Project
	}
	return id
}

// metOn says that a deadline is set on a day off, and when it is met; nothing for one
// on a working day.
func (s dated) metOn(set, met *date.Date) lang.Sentences {
	if set == nil || *set == *met {
		return nil
	}
	return lang.Sentences{s.say("timeline/met-by", lang.Args{"set": lang.Day(*set), "day": lang.Day(*met)})}
}

// KindOf is the kind of the mark that a milestone has; false for one without: the
// budgets have marks of their own, and a horizon is nothing to see.
func KindOf(milestone drejebog.MilestoneKind) (Kind, bool) {
	kind, ok := milestoneKinds[milestone]
	return kind, ok
}

var milestoneKinds = map[drejebog.MilestoneKind]Kind{
	drejebog.GoLive:         GoLive,
	drejebog.Implementation: Implementation,
	drejebog.SystemEnd:      SystemEnd,
	drejebog.ContractEnd:    ContractEnd,
	drejebog.Confirmation:   Gate,
	drejebog.Deliverable:    Deliverable,
	drejebog.Handover:       Deliverable,
}

// milestoneMarks are a milestone's date and, where a rule gives it one, its
// deadline. The budgets have marks of their own.
func (s dated) milestoneMarks(m *timeline.Milestone) []Mark {
	kind, ok := milestoneKinds[m.Milestone.Kind]
	if !ok || !m.Date.Known() {
		return nil
	}
	mark := Mark{
		ID: m.ID, Date: m.Date.Date, Label: m.Label(), Kind: kind, Project: m.Project,
		Section: m.Milestone.Section, Actor: m.Milestone.Actor, Certainty: m.Certainty,
	}
	switch m.Milestone.Kind {
	case drejebog.Deliverable:
		mark.Note = s.deliverableNote(m)
	case drejebog.Confirmation:
		mark.Note = s.confirmationNote(m)
	}
	marks := []Mark{mark}
	if m.Deadline != nil && (m.Milestone.Kind == drejebog.Confirmation || *m.Deadline != m.Date.Date) {
		last := mark
		last.ID, last.Date, last.Kind, last.Certainty = "deadline/"+m.ID, *m.Deadline, Deadline, drejebog.Stated
		last.Note = s.metOn(m.DeadlineSet, m.Deadline)
		marks = append(marks, last)
	}
	return marks
}

// confirmationNote says that the day is the expected one, and what the last is.
func (s dated) confirmationNote(m *timeline.Milestone) lang.Sentences {
	note := lang.Sentences{s.say("timeline/expected-day", nil)}
	if m.Deadline != nil {
		note = append(note, s.say("timeline/deadline-is", lang.Args{"day": lang.Day(*m.Deadline)}))
	}
	return note
}

// deliverableNote says whether a deliverable has come, and when it is needed.
func (s dated) deliverableNote(m *timeline.Milestone) lang.Sentences {
	_, delivered := s.Owed(m)
	if delivered != nil {
		return lang.Sentences{s.say("timeline/delivered-on", lang.Args{"day": lang.Day(*delivered)})}
	}
	note := lang.Sentences{s.say("timeline/not-known-to-have-come", nil)}
	if m.Latest.Known() {
		note = append(note, s.say("timeline/is-needed-by", lang.Args{"day": lang.Day(m.Latest.Date)}))
	}
	return note
}

// noticeMarks are the last days to give notice: of the plan's contracts, and of
// the legacy systems that it has no contract on, by the playbook's terms.
func (s dated) noticeMarks() []Mark {
	var marks []Mark
	told := map[string]bool{}
	for i := range s.Notices {
		k := &s.Notices[i]
		for _, use := range k.Uses {
			told[use.System] = true
		}
		if mark, ok := s.noticeMark(k); ok {
			marks = append(marks, mark)
		}
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if !t.GivesNotice() || told[t.System] || t.NotRelevant != "" || !t.LateFinish.Known() {
			continue
		}
		marks = append(marks, Mark{
			ID: "notice/" + t.System, Date: t.LateFinish.Date, Label: t.Label(), Kind: Notice,
			Project: t.Project, Section: t.Section(), Actor: "kommune", Certainty: t.Certainty,
			Note: lang.Sentences{s.say("timeline/no-contract", lang.Args{"notice": s.say("timeline/notice-months", lang.Args{"n": lang.Whole(s.Book.NoticeMonths())})})},
		})
	}
	return marks
}

// noticeMark is the last day of one notice or, where that is not known, the day
// that the plan gives it.
func (s dated) noticeMark(k *timeline.Notice) (Mark, bool) {
	mark := Mark{
		ID: "notice/" + cmp.Or(k.Contract, k.System), Kind: Notice, Project: k.Project, Section: drejebog.SectionOf(s.Book.Landmarks.Notice), Actor: "kommune",
		Certainty: drejebog.Stated, Label: s.say("timeline/give-notice", lang.Args{"contract": lang.Both(k.Name)}).Text(),
	}
	switch {
	case k.Latest != nil:
		mark.Date = *k.Latest
	case k.Given != nil:
		mark.Date = *k.Given
	default:
		return Mark{}, false
	}
	if k.Given != nil {
		mark.Note = append(mark.Note, s.say("timeline/notice-on", lang.Args{"day": lang.Day(*k.Given)}))
	}
	if k.Ends != nil {
		mark.Note = append(mark.Note, s.say("timeline/contract-ends", lang.Args{"day": lang.Day(*k.Ends)}))
	}
	return mark, true
}

// budgetMarks are the days of each budget that tasks fall under and that was not
// adopted before the first of them: the kommune's own where the plan has them,
// else the last that the law allows.
func (s dated) budgetMarks() []Mark {
	first := s.firstStart()
	var marks []Mark
	for _, y := range s.BudgetYears() {
		if y.Process == nil || y.Process.Adoption.Last < first {
			continue
		}
		year := lang.Both(strconv.Itoa(y.Year))
		add := func(step string, day timeline.BudgetDay) {
			label := s.Book.Words.Key("timeline-budget-step", step, lang.Args{"year": year})
			marks = append(marks, s.budgetMark("budget/"+year.DA+"/"+step, day, label))
		}
		add("proposal", y.Process.Proposal)
		add("first-reading", y.Process.FirstReading)
		add("adopted", y.Process.Adoption)
	}
	return marks
}

// firstStart is the first day of the first task that has one.
func (s dated) firstStart() date.Date {
	var first date.Date
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if t.NotRelevant == "" && t.Start.Known() && (first == 0 || t.Start.Date < first) {
			first = t.Start.Date
		}
	}
	return first
}

func (s dated) budgetMark(id string, day timeline.BudgetDay, label lang.Text) Mark {
	mark := Mark{ID: id, Date: day.Day(), Label: label, Kind: Budget, Section: s.Book.Landmarks.Budget, Actor: "kommune", Certainty: day.Certainty}
	mark.Note = lang.Sentences{s.say("timeline/by-day", lang.Args{"day": lang.Day(day.Last)})}
	if day.Own != nil {
		mark.Certainty = drejebog.Stated
		mark.Note = lang.Sentences{s.say("timeline/own-day", lang.Args{"last": lang.Day(day.Last)})}
	}
	return mark
}
